//! Can a text from a link, an attribute, a saved list or a page become anything but text where it is shared?

use take_home::scenario::{Field, Overrides, read_link, validate};
use take_home::share::copy;

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

/// All that is shared as HTML.
const AS_HTML: [&str; 9] =
    ["table", "picture", "sheet", "export", "export-made", "embed", "saved", "saved-made", "said"];
const SITES: [&str; 7] = ["page", "wordpress", "markdown", "frame-and-script", "frame", "address", "nothing"];

/// Everything that is made of a link and of what a page adds, as its tags; the snippets once more as what they become in a page.
fn everything(link: &str, with: &str) -> Vec<Vec<String>> {
    let made = |what: &str, with: &str| copy(what, link, with, None).unwrap_or_default();
    let mut all: Vec<Vec<String>> = AS_HTML.map(|what| tags(&made(what, with))).into();
    for site in SITES {
        let html = made("embed-made", &format!("{with}&site={site}&base=https%3A%2F%2Fexample.org%2F"));
        all.push(tags(&html));
        let snippet = html.split_once("<code>").and_then(|(_, rest)| rest.split_once("</code>")).map(|(code, _)| code);
        let snippet = unescaped(snippet.unwrap_or_default());
        for address in
            snippet.split(" href=\"").chain(snippet.split(" src=\"")).skip(1).filter(|rest| !rest.starts_with('<'))
        {
            assert!(address.starts_with("https://"), "{snippet}");
        }
        all.push(tags(&snippet));
    }
    for (what, separator) in [("csv", ','), ("tabs", '\t')] {
        let table = rows(&made(what, with), separator);
        for cell in table.iter().flatten() {
            assert!(!is_formula(cell), "{cell:?} of {link} with {with}");
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
        let plain = everything(&format!("{name}={}", fee("Plus")), "");
        for hostile in HOSTILE {
            let link = format!("{name}={}", fee(hostile));
            let (draft, ignored) = read_link(&Overrides::default(), &link);
            assert!(validate(&draft).is_ok() && ignored.is_empty(), "it is a fee: {hostile}");
            assert_eq!(everything(&link, ""), plain, "{name}: {hostile}");
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
        let plain = everything(&format!("{}=Plus", field.name()), "");
        for hostile in HOSTILE {
            let link = format!("{}={}", field.name(), encoded(hostile));
            assert_eq!(everything(&link, ""), plain, "{link}");
        }
    }
}

#[test]
fn saved_lists_from_strangers_stay_text() {
    let of = |text: &str| {
        let text = encoded(text);
        format!(
            "name={text}&link={text}&saved={text}&attributes={text}&what=saved&added={text}&known={text}&text={text}&lang={text}"
        )
    };
    let plain = everything("", &of("Plus"));
    for hostile in HOSTILE {
        assert_eq!(everything("", &of(hostile)), plain, "{hostile}");
    }
}

#[test]
fn addresses_stay_text() {
    let plain = everything("", "address=https%3A%2F%2Fexample.org%2F");
    for hostile in HOSTILE {
        let address = encoded(&format!("https://example.org/{hostile}"));
        assert_eq!(everything("", &format!("address={address}")), plain, "{hostile}");
        // A page may name any address as its own.
        assert_eq!(everything("", &format!("address={}", encoded(hostile))), plain, "{hostile}");
    }
}

#[test]
fn the_folder_of_a_snippet_is_an_address_of_the_web() {
    let embedded = |site: &str, base: &str| {
        let html = copy("embed-made", "", &format!("site={site}&base={}", encoded(base)), None).unwrap_or_default();
        let code =
            html.split_once("<code>").and_then(|(_, rest)| rest.split_once("</code>")).map(|(code, _)| code.to_owned());
        [tags(&html), tags(&unescaped(&code.unwrap_or_default()))]
    };
    for site in SITES {
        let (plain, refused) = (embedded(site, "https://example.org/"), embedded(site, "folder"));
        assert_ne!(plain, refused);
        for hostile in HOSTILE {
            assert_eq!(embedded(site, hostile), refused, "{hostile}");
            for base in [format!("https://{hostile}"), format!("https://example.org/{hostile}")] {
                let made = embedded(site, &base);
                assert!(made == plain || made == refused, "{base}: {made:?}");
            }
        }
    }
}
