//! Can a text from a link, an attribute, a saved list or a page become anything but text where it is shared?

use std::rc::Rc;

use take_home::scenario::{Field, Overrides, read_link, validate};
use take_home::share::{
    Action, Choice, Embed, Original, Press, SavedScenario, Section, Sharing, csv, picture, sheet, table,
};
use take_home::state::{Author, State};
use take_home::words::{Said, Site};

/// What people try: tags, ends of attributes, addresses of scripts, styles, formulas, and characters that reverse a line.
const HOSTILE: [&str; 16] = [
    "<img src=x onerror=alert(1)>",
    "</code></pre><script>alert(1)</script>",
    "\" onfocus=\"alert(1)\" autofocus=\"",
    "' onfocus='alert(1)'",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "javascript:alert(1)",
    "</title></style><style>*{display:none}",
    "}*{background:url(//evil.example)}",
    "]]><svg onload=alert(1)>",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"//evil.example\",\"A\")",
    "+1+cmd|' /C calc'!A0",
    "-1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "＝1+1",
    "\u{202e}cba <b>",
];

/// The text with every byte escaped, as in a link.
fn encoded(text: &str) -> String {
    text.bytes().flat_map(|byte| ['%'].into_iter().chain([byte >> 4, byte & 15].map(hex))).collect()
}

fn hex(half: u8) -> char {
    char::from_digit(half.into(), 16).unwrap_or_default()
}

/// The tags of some HTML, each with the names of its attributes: what a browser makes of it, but for the texts.
fn tags(html: &str) -> Vec<String> {
    let mut tags = vec![];
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let mut tag = String::new();
        let mut quoted = false;
        let mut end = rest.len();
        for (at, char) in rest.char_indices() {
            match char {
                '"' => quoted = !quoted,
                '>' if !quoted => {
                    end = at;
                    break;
                }
                char if !quoted => tag.push(char),
                _ => {}
            }
        }
        tags.push(tag);
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    tags
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The cells of a table for spreadsheets.
fn rows(file: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (vec![], vec![], String::new(), false);
    let mut chars = file.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            char if char == separator && !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            char => cell.push(char),
        }
    }
    rows
}

/// Whether a spreadsheet would calculate a cell.
fn is_formula(cell: &str) -> bool {
    let first = cell.trim_start().chars().next();
    first.is_some_and(|first| "=+-@＝＋－＠".contains(first)) && cell.parse::<f64>().is_err()
}

/// What comes from elsewhere besides the link.
#[derive(Clone, Copy)]
struct Strange<'a> {
    /// The page's address.
    address: &'a str,
    /// A saved scenario's name, link and day, a page's language, and a text that was copied.
    text: &'a str,
}

const NOTHING_STRANGE: Strange = Strange { address: "https://example.org/", text: "" };

/// What is below the buttons once a section is open.
fn section(original: &Original, section: Section, language: &str, actions: Vec<Action>) -> String {
    let mut sharing = Sharing::new(Embed::new(original, "https://example.org/calc/".into(), language.into()));
    for action in [Action::Press(Press::Turn(section))].into_iter().chain(actions) {
        let _ = sharing.after(action, original);
    }
    sharing.view(original).to_text()
}

/// The snippet that a section shows.
fn code(html: &str) -> String {
    let code = html.split_once("<code>").and_then(|(_, rest)| rest.split_once("</code>")).map(|(code, _)| code);
    unescaped(code.unwrap_or_default())
}

/// Everything that is made of a link and of what else is strange, as its tags; the snippets once more as what they become in a
/// page.
fn everything(link: &str, strange: Strange) -> Vec<Vec<String>> {
    let state = State::new(Author::default(), link);
    let original = Original::of(&Rc::new(state), strange.address.into());
    let (scenario, comparison) = (&original.state.answer.scenario, &original.state.answer.comparison);
    let text = || strange.text.to_owned();
    let list = vec![SavedScenario { name: text(), link: text(), saved: text() }];
    let saved = |more: Vec<Action>| [vec![Action::Stored(list.clone(), true)], more].concat();
    let of = |which: Section, actions: Vec<Action>| section(&original, which, strange.text, actions);
    let mut html = vec![
        table(scenario, comparison, &original.words).to_text(),
        picture(scenario, comparison, &original.words).to_text(),
        sheet(&original).to_text(),
        of(Section::Export, vec![]),
        of(Section::Saved, saved(vec![Action::TypeName(text())])),
        of(Section::Saved, saved(vec![Action::Remove(list[0].clone())])),
    ];
    html.extend(
        [Said::ByHand(text()), Said::Saved(text()), Said::Removed(text())]
            .map(|said| of(Section::Saved, saved(vec![Action::Say(said)]))),
    );
    for site in Site::ALL {
        let made = of(Section::Embed, vec![Action::Choose(Choice::Site(site))]);
        let snippet = code(&made);
        for address in
            snippet.split(" href=\"").chain(snippet.split(" src=\"")).skip(1).filter(|rest| !rest.starts_with('<'))
        {
            assert!(address.starts_with("https://"), "{snippet}");
        }
        html.extend([made, snippet]);
    }
    let mut all: Vec<Vec<String>> = html.iter().map(|html| tags(html)).collect();
    for separator in [',', '\t'] {
        let table = rows(&csv(&original, separator), separator);
        for cell in table.iter().flatten() {
            assert!(!is_formula(cell), "{cell:?} of {link}");
        }
        all.push(table.iter().map(|row| row.len().to_string()).collect());
    }
    all
}

/// A fee whose statuses have that name.
fn fee(name: &str) -> String {
    let name: String = name.chars().filter(|char| !";:".contains(*char)).take(40).collect();
    encoded(&format!("{name}: 10%; Other: 5%"))
}

#[test]
fn names_of_statuses_stay_text() {
    for name in ["fee", "client-fee"] {
        let plain = everything(&format!("{name}={}", fee("Plus")), NOTHING_STRANGE);
        for hostile in HOSTILE {
            let link = format!("{name}={}", fee(hostile));
            let (draft, ignored) = read_link(&Overrides::default(), &link);
            assert!(validate(&draft).is_ok() && ignored.is_empty(), "it is a fee: {hostile}");
            assert_eq!(everything(&link, NOTHING_STRANGE), plain, "{name}: {hostile}");
        }
    }
}

#[test]
fn a_line_is_not_reversed() {
    let (draft, _) = read_link(&Overrides::default(), &format!("fee={}", fee("\u{202e}Upwork\u{2066}")));
    assert_eq!(draft.text(Field::Fee), "Upwork: 10%; Other: 5%");
}

#[test]
fn values_of_every_field_stay_text() {
    for field in Field::ALL {
        // A snippet has an attribute for whatever a link names.
        let plain = everything(&format!("{}=Plus%20Minus", field.name()), NOTHING_STRANGE);
        for hostile in HOSTILE {
            let link = format!("{}={}", field.name(), encoded(hostile));
            let made = everything(&link, NOTHING_STRANGE);
            let other = made.iter().zip(&plain).find(|(made, plain)| made != plain);
            assert_eq!(other, None, "{link}");
        }
    }
}

#[test]
fn saved_lists_from_strangers_stay_text() {
    let of = |text: &str| everything("", Strange { text, ..NOTHING_STRANGE });
    let plain = of("Plus");
    for hostile in HOSTILE {
        assert_eq!(of(hostile), plain, "{hostile}");
    }
}

#[test]
fn addresses_stay_text() {
    let of = |address: &str| everything("", Strange { address, ..NOTHING_STRANGE });
    let plain = of("https://example.org/");
    for hostile in HOSTILE {
        assert_eq!(of(&format!("https://example.org/{hostile}")), plain, "{hostile}");
        // A page may name any address as its own.
        assert_eq!(of(hostile), plain, "{hostile}");
    }
}

#[test]
fn the_folder_of_a_snippet_is_an_address_of_the_web() {
    let original = Original::of(&Rc::new(State::new(Author::default(), "")), "https://example.org/".into());
    let embedded = |site: Site, base: &str| {
        let choices = [Choice::Site(site), Choice::Base(base.into(), true)].map(Action::Choose);
        let html = section(&original, Section::Embed, "", choices.into());
        [tags(&html), tags(&code(&html))]
    };
    for site in Site::ALL {
        let (plain, refused) = (embedded(site, "https://example.org/"), embedded(site, "ftp:x"));
        assert_ne!(plain, refused);
        for hostile in HOSTILE {
            for base in [hostile.to_owned(), format!("https://{hostile}"), format!("https://example.org/{hostile}")] {
                let made = embedded(site, &base);
                assert!(made[1] == plain[1] || made[1] == refused[1], "{base}: {made:?}");
            }
        }
    }
}
