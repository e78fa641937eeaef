//! What is shared? Tables, pictures, sheets and snippets of the comparison, as text.

use std::rc::Rc;

use time::Date;
use time::macros::date;

use take_home::compare::compare;
use take_home::scenario::{Overrides, example, read_link, validate};
use take_home::share::{
    Action, Base, Choice, Effect, Embed, Original, Pins, Press, SavedScenario, Section, Sharing, base, csv, picture,
    table, text,
};
use take_home::state::{self, Author, Open, Panel, State};
use take_home::words::{Said, Site, Size, Theme, Words};

const TODAY: Date = date!(2026 - 11 - 25);

fn copies(link: &str) -> [String; 2] {
    let (draft, ignored) = read_link(&Overrides::default(), link);
    assert_eq!(ignored, [], "{link}");
    let scenario = validate(&draft).unwrap();
    let (comparison, words) = (compare(&scenario), Words::new(&draft, scenario.currency()));
    let copies = [table(&scenario, &comparison, &words), picture(&scenario, &comparison, &words)];
    copies.map(|html| html.to_text().replace('\u{a0}', " "))
}

#[test]
fn the_example_is_a_sentence_and_five_rows() {
    // 30 × 100 = 3,000 against 100 + 950 + 250 = 1,300.
    let [table, _] = copies("");
    assert!(
        table.starts_with("<p><strong>One large contract leaves you $1,700 more.</strong> Break-even: "),
        "{table}"
    );
    has_rows(
        &table,
        &[
            "<th scope=\"row\">Payments</th><td>30 × $500.00</td><td>1 × $15,000.00</td>",
            "<th scope=\"row\">Billed</th><td>$15,000.00</td><td>$15,000.00</td>",
            "<th scope=\"row\">Fee</th><td>$3,000.00</td><td>$1,300.00</td>",
            "<th scope=\"row\">Fee in %</th><td>20%</td><td>8.7%</td>",
            "<th scope=\"row\">You keep</th><td>$12,000.00</td><td>$13,700.00</td>",
        ],
    );
    assert!(table.contains("Upwork, 20 / 10 / 5%, 2016–2023; fee checked 22 Nov 2026, <a href=\"https://"), "{table}");
    assert!(!table.contains(" class=") && !table.contains(" style="), "it needs no styles: {table}");
}

#[test]
fn payments_of_different_fees_and_the_same_amount_are_counted_together() {
    // For one client: 20 % of the first 500, then 10 % and 5 %; three different fees, thirty equal payments.
    let [table, _] = copies("gig-clients=one");
    assert!(table.contains("<td>30 × $500.00</td><td>1 × $15,000.00</td>"), "{table}");
    // 100.00 in three payments: one is a cent larger.
    let [table, _] = copies("contract-price=100&contract-payments=3");
    assert!(table.contains("<td>1 × $33.34, 2 × $33.33</td>"), "{table}");
}

#[test]
fn costs_and_an_hours_pay_have_rows_of_their_own() {
    // 30 clients at 10 bids each, $1.00 a bid: 300.00; 12,000 − 300 = 11,700 for 240 hours is 48.75 an hour.
    let [table, _] = copies("bid-cost=1&gig-hours=8");
    assert!(table.contains("<th scope=\"row\">Costs</th><td>$300.00</td><td>$10.00</td>"), "{table}");
    assert!(table.contains("<th scope=\"row\">You keep</th><td>$11,700.00</td><td>$13,690.00</td>"), "{table}");
    assert!(table.contains("<th scope=\"row\">Per hour</th><td>$48.75</td><td></td>"), "{table}");
}

#[test]
fn a_difference_in_a_spreadsheet_is_that_of_the_rows_above_it() {
    // By the hour the gigs lead; what is kept is 12,000 and 13,700 all the same.
    let sheet = csv(&shown("gig-hours=1&contract-hours=100&verdict=hour"), ',');
    for row in ["You keep,12000.00,13700.00", "Per hour,400.00,137.00", "Contract minus gigs,1700.00,"] {
        assert!(sheet.contains(row), "{row} is not in {sheet}");
    }
    let sheet = csv(&shown("bid-cost=1"), ',');
    assert!(!sheet.contains("Per hour"), "without hours there is no pay for one: {sheet}");
}

/// The reader's numbers on the sheet are those on the page: a list has none of a number and a price, and a total that follows is its own.
#[test]
fn a_sheet_lists_what_counts() {
    let numbers = |link: &str| -> Vec<String> {
        let state = shown(link);
        let entries = state.words.sheet_entries(&state.draft, &state.state.answer.scenario);
        entries.into_iter().map(|entry| format!("{}: {}", entry.label, entry.value)).collect()
    };
    assert_eq!(
        numbers("gig-list=20 x 150, 5 x 800 for Acme&contract-list=4000, 3000 for Bob"),
        ["Your gigs, line by line: 20 x 150, 5 x 800 for A", "The other side, line by line: 4000, 3000 for A"]
    );
    assert_eq!(
        numbers("same-total&gigs=7"),
        ["Number of gigs: 7", "Price per gig: $500.00", "The gigs are for: a client each", "Contract price: $3,500.00"]
    );
}

#[test]
fn a_long_list_has_a_short_name() {
    let named = |link: &str| {
        let original = shown(link);
        original.words.default_name(&original.state.answer.comparison)
    };
    assert_eq!(named("gig-list=20 x 150, 2 x 800"), "20 × $150, 2 × $800 or 1 × $4,600");
    let many: Vec<String> = (1..=40).map(|price| format!("{price}00")).collect();
    assert_eq!(named(&format!("gig-list={}&contract-price=9000", many.join(", "))), "40 gigs or 1 × $9,000");
}

#[test]
fn a_fee_of_ones_own_is_named_and_what_it_holds_is_text() {
    let [table, picture] = copies("fee=A %26 B: 10%25; Other: 5%25");
    for text in [table, picture] {
        assert!(text.contains("Your own fee: A &amp; B: 10%; Other: 5%"), "{text}");
        assert!(!text.contains("A & B"), "{text}");
    }
}

#[test]
fn a_picture_holds_its_words() {
    for link in [
        "",
        "gig-clients=one",
        "bid-cost=1&gig-hours=8&contract-hours=100&verdict=hour",
        "gigs=10000&gig-price=99999999&contract-price=999999999999",
        "schedule=malt-2019&contract-months=4",
        // Costs take more than there is: a bar of no length, not one of less.
        "bid-cost=1000",
    ] {
        let [_, picture] = copies(link);
        let number = |part: &str, name: &str| -> f64 {
            part.split(&format!(" {name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
        };
        let (width, height) = (number(&picture, "width"), number(&picture, "height"));
        assert!(picture.starts_with("<svg xmlns=") && width <= 720.0 && height < 500.0, "{picture}");
        for text in picture.split("<text ").skip(1).map(|text| text.split("</text>").next().unwrap()) {
            let (attributes, words) = text.split_once('>').unwrap();
            let attributes = format!(" {attributes}");
            // Letters of the usual fonts are half as wide as high on average, bold ones a little more.
            let wide =
                f64::from(u32::try_from(words.chars().count()).unwrap()) * 0.55 * number(&attributes, "font-size");
            assert!(wide <= 720.0 - 48.0, "{words:?} is {wide} wide in {link}");
            assert!(number(&attributes, "y") < height, "{text}");
        }
        for bar in picture.split("<rect ").skip(1).map(|bar| format!(" {bar}")) {
            assert!((0.0..=719.0).contains(&number(&bar, "width")), "{bar}");
        }
    }
}

/// What a page shows after a link, on one day.
fn shown(link: &str) -> Original {
    of(&[], link, "")
}

/// The same with an author's attributes, at an address.
fn of(attributes: &[(&str, &str)], link: &str, address: &str) -> Original {
    let (overrides, _) = example(attributes.iter().copied());
    let state = State::restored(Author { overrides, ignored: vec![] }, link, Open::default()).read_on(Some(TODAY));
    Original::of(&Rc::new(state), address.into())
}

/// Sharing in which nothing has happened, with files in a folder.
fn sharing(original: &Original) -> Sharing {
    Sharing::new(Embed::new(original, "https://example.org/calc".into(), String::new()))
}

/// What one press has the browser do.
fn pressed(press: Press, original: &Original) -> Effect {
    sharing(original).after(Action::Press(press), original).expect("an effect")
}

/// What is below the buttons once a section is open, with ordinary spaces.
fn view(section: Section, original: &Original, actions: impl IntoIterator<Item = Action>) -> String {
    let mut sharing = sharing(original);
    for action in [Action::Press(Press::Turn(section))].into_iter().chain(actions) {
        assert_eq!(sharing.after(action, original), None);
    }
    sharing.view(original).to_text().replace('\u{a0}', " ")
}

fn scenario(name: &str, link: &str, saved: &str) -> SavedScenario {
    SavedScenario { name: name.into(), link: link.into(), saved: saved.into() }
}

/// Every one of these rows is in a table.
#[track_caller]
fn has_rows(table: &str, rows: &[&str]) {
    for row in rows {
        assert!(table.contains(row), "{row:?} is missing from {table}");
    }
}

#[test]
fn text_names_everything_and_where_it_is_from() {
    let text = text(&of(&[], "", "https://example.org/a#gigs=30")).replace('\u{a0}', " ");
    let expected = "One large contract leaves you $1,700 more.\n\
        Break-even: $562.97 per gig, 35 gigs or a $13,210.53 contract.\n\
        \n\
        Payments: many small gigs 30 × $500.00, one large contract 1 × $15,000.00\n\
        Billed: many small gigs $15,000.00, one large contract $15,000.00\n\
        Fee: many small gigs $3,000.00, one large contract $1,300.00\n\
        Fee in %: many small gigs 20%, one large contract 8.7%\n\
        You keep: many small gigs $12,000.00, one large contract $13,700.00\n\
        \n\
        Upwork, 20 / 10 / 5%, 2016–2023; fee checked 22 Nov 2026\n\
        https://support.upwork.com/hc/en-us/articles/211062538-Freelancer-Service-Fees\n\
        25 Nov 2026, https://example.org/a#gigs=30\n";
    assert_eq!(text, expected);
}

#[test]
fn what_nobody_names_is_called_by_its_payments() {
    let one = SavedScenario::of(&shown("gigs=12&gig-price=250"), " ", &[]);
    assert_eq!(one.name.replace('\u{a0}', " "), "12 × $250 or 1 × $3,000");
}

#[test]
fn a_table_is_in_the_spreadsheets_of_its_language() {
    // 100 × (10% of 1.05 = 0.105, rounded 0.11) = 11.00; 10% of 105 = 10.50.
    let table = csv(&shown("fee=10%25&gigs=100&gig-price=1.05&lang=de"), ';');
    has_rows(
        &table,
        &[
            ";Many small gigs;One large contract\r\n",
            "Billed;105,00;105,00\r\n",
            "Fee at 10%;11,00;10,50\r\n",
            "You keep;94,00;94,50\r\n",
            "Contract minus gigs;0,50;\r\n",
            "Currency;USD;\r\n",
        ],
    );
    let table = csv(&shown("fee=10%25%20to%20500%2C%205%25"), ',');
    assert!(table.contains("Fee in notation,\"10% to 500, 5%\",\r\n"), "a comma is inside quotation marks: {table}");
    let pasted = csv(&shown("fee=10%25%20to%20500%2C%205%25"), '\t');
    assert!(pasted.contains("Fee in notation\t10% to 500, 5%\t\r\n"), "{pasted}");
}

#[test]
fn the_parts_of_a_fee_add_up_in_the_table() {
    // With tax: 20 % of 500 = 100, a tenth of it 10.
    let table = csv(&shown("fee=20%25%20%2B%201%20plus%2010%25%20tax&gigs=2&gig-price=500"), ',');
    has_rows(
        &table,
        &[
            "Fee at 20%,200.00,200.00",
            "Fixed fee,2.00,1.00",
            "\"Tax on the fee, 10%\",20.20,20.10",
            "Fee,222.20,221.10",
        ],
    );
}

#[test]
fn the_file_for_spreadsheets_is_of_the_readers_language() {
    for (link, begin) in [("", "\u{feff},Many small gigs,"), ("lang=de", "\u{feff};Many small gigs;")] {
        let Effect::Download(name, file, kind) = pressed(Press::Csv, &shown(link)) else { panic!("a file") };
        assert!(name == "take-home.csv" && kind == "text/csv" && file.starts_with(begin), "{file}");
    }
}

#[test]
fn a_saved_link_opens_from_the_authors_example() {
    for (link, attributes, expected) in [
        ("", &[][..], ""),
        ("gigs=40&gig-price=250", &[], "gigs=40&amp;gig-price=250"),
        ("gigs=40&gig-price=250", &[("gigs", "40"), ("gig-price", "250"), ("class", "wide")], ""),
        // What is a default is none where the author has something else.
        ("", &[("gigs", "12")], "gigs=30"),
        ("", &[("fee", "10%")], "fee="),
        // Looks stay the author's, unless the reader chose some.
        ("gigs=40&contract-price=15000", &[("theme", "dark"), ("view", "compact")], "gigs=40&amp;contract-price=15000"),
        ("gigs=12&contract-price=6000&theme=light", &[("theme", "dark")], "gigs=12&amp;theme=light"),
    ] {
        let original = of(attributes, "", "");
        let list = view(Section::Saved, &original, [Action::Stored(vec![scenario("a", link, "2026-11-25")], true)]);
        let open = list.split("data-field=\"follow\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        assert_eq!(open, Some(expected), "{link} of {attributes:?}");
        // And it leads there.
        let (overrides, _) = example(attributes.iter().copied());
        let scenario = |overrides: &Overrides, link: &str| validate(&read_link(overrides, link).0).unwrap();
        let opened = scenario(&overrides, &expected.replace("&amp;", "&"));
        assert_eq!(opened, scenario(&Overrides::default(), link), "{link} of {attributes:?}");
    }
}

#[test]
fn what_others_wrote_stays_text() {
    let hostile = "<img src=x onerror=alert(1)>\"'&";
    let original = shown("");
    let stored = |one: SavedScenario| view(Section::Saved, &original, [Action::Stored(vec![one], true)]);
    let list = stored(scenario(hostile, "gigs=7", "2026-11-25"));
    assert!(!list.contains("<img") && list.contains("&lt;img src=x onerror=alert(1)&gt;&quot;'&amp;"), "{list}");
    // 7 × 500 = 3,500 keeps 2,800; the contract is as large: 100 + 300.
    assert!(list.contains("One large contract leaves you $300 more.") && list.contains("25 Nov 2026"), "{list}");
    let damaged = stored(scenario("a", hostile, "soon"));
    assert!(
        damaged.contains("One large contract leaves you $1,700 more."),
        "what is no link is the example: {damaged}"
    );
    let said = view(Section::Saved, &original, [Action::Say(Said::Saved(hostile.into()))]);
    assert!(!said.contains("<img") && said.contains("&lt;img"), "{said}");
    let controls = view(Section::Embed, &original, [Action::Choose(Choice::Base(hostile.into(), true))]);
    assert!(!controls.contains("<img"), "{controls}");
}

#[test]
fn an_address_is_a_folder_on_a_host_or_from_the_root() {
    let folder = |address: &str, is_local| Base::Folder { address: address.into(), is_local };
    for (typed, expected) in [
        ("https://example.org/calc/", folder("https://example.org/calc/", false)),
        ("  https://example.org/calc ", folder("https://example.org/calc/", false)),
        ("https://example.org", folder("https://example.org/", false)),
        // On the author's own site.
        ("/take-home/", folder("/take-home/", false)),
        ("/take-home", folder("/take-home/", false)),
        ("/", folder("/", false)),
        // What is copied from the address bar, or from a snippet.
        ("https://example.org/calc/index.html", folder("https://example.org/calc/", false)),
        ("/take-home/embed.html", folder("/take-home/", false)),
        ("/index.html", folder("/", false)),
        ("https://example.org/calc/v1/", folder("https://example.org/calc/", false)),
        ("https://example.org/calc/v1/take-home.js", folder("https://example.org/calc/", false)),
        ("/v1", folder("/", false)),
        // Hosts that are called like files and folders.
        ("https://example.html", folder("https://example.html/", false)),
        ("https://v1/", folder("https://v1/", false)),
        // Only this machine opens these.
        ("http://localhost:8080/", folder("http://localhost:8080/", true)),
        ("http://127.0.0.1/a", folder("http://127.0.0.1/a/", true)),
        ("http://[::1]:8080/", folder("http://[::1]:8080/", true)),
        ("https://localhost.example.org/", folder("https://localhost.example.org/", false)),
        ("file:///home/a/dist/index.html", Base::Disk),
        ("", Base::Invalid),
        ("take-home/", Base::Invalid),
        ("//example.org/", Base::Invalid),
        ("javascript:alert(1)", Base::Invalid),
        ("https://", Base::Invalid),
        ("https:///a", Base::Invalid),
        ("https://example.org/\">", Base::Invalid),
        ("ftp://example.org/", Base::Invalid),
        ("https://example.org/?a", Base::Invalid),
        ("https://example.org/ a", Base::Invalid),
    ] {
        assert_eq!(base(typed), expected, "{typed:?}");
    }
}

#[test]
fn an_address_that_no_reader_can_open_is_reported() {
    let original = shown("");
    let typed = |text: &str, site: Site| {
        let choices = [Choice::Site(site), Choice::Base(text.into(), true)];
        view(Section::Embed, &original, choices.map(Action::Choose))
    };
    for (text, site, sentence, has_snippet) in [
        ("", Site::Page, "type its address above", false),
        ("javascript:alert(1)", Site::Page, "type its address above", false),
        ("file:///home/a/dist/", Site::Page, "This address is a file on your computer.", false),
        ("http://localhost:8080/", Site::Frame, "Only your computer can open this address.", true),
        // What another site makes a frame of.
        ("/take-home/", Site::Address, "Another site needs the full address", false),
        ("/take-home/", Site::Frame, "follows the width of its column", true),
    ] {
        let made = typed(text, site);
        assert!(made.contains(sentence) && made.contains("<pre") == has_snippet, "{text}: {made}");
    }
    // An address half typed is somebody else's.
    let half = Action::Choose(Choice::Base("https://example.or".into(), false));
    let view = view(Section::Embed, &original, [half]);
    assert!(view.contains("https://example.org/calc/v1/") && !view.contains("https://example.or/"), "{view}");
}

/// Sharing after choices of an author, whose files are at `https://example.org/calc`.
fn chosen(original: &Original, choices: impl IntoIterator<Item = Choice>) -> Sharing {
    let mut sharing = sharing(original);
    for choice in [Choice::Shared(false)].into_iter().chain(choices) {
        let _ = sharing.after(Action::Choose(choice), original);
    }
    sharing
}

/// The snippet as it is copied.
fn copied(mut sharing: Sharing, original: &Original) -> String {
    match sharing.after(Action::Press(Press::Snippet), original) {
        Some(Effect::Copy(text, html, Said::Copied)) if html.is_empty() => text,
        effect => panic!("{effect:?} copies no snippet"),
    }
}

fn snippet(site: Site, link: &str, choices: impl IntoIterator<Item = Choice>) -> String {
    let original = shown(link);
    copied(chosen(&original, [Choice::Site(site)].into_iter().chain(choices)), &original)
}

#[test]
fn snippets_name_the_files_and_the_scenario() {
    let element = snippet(Site::Page, "gigs=12&fee=10%25%20%2B%200.30&same-total", [Choice::Shared(true)]);
    assert!(
        element.starts_with(
            "<div>\n<script type=\"module\" src=\"https://example.org/calc/v1/take-home.js\"></script>\n<take-home address=\"\" "
        ),
        "{element}"
    );
    let tag = element.lines().nth(2).unwrap();
    assert!(
        tag.contains(" gigs=\"12\"")
            && tag.contains(" fee=\"10% + 0.30\"")
            && tag.contains(" same-total=\"\"")
            && tag.ends_with('>'),
        "{tag}"
    );
    let end = "\">Try it with your own numbers</a></p>\n</take-home>\n</div>";
    assert!(element.ends_with(end), "{element}");
    let frame = snippet(Site::FrameAndScript, "gigs=12&gig-price=250", []);
    assert!(frame.starts_with("<script async=\"\" src=\"https://example.org/calc/v1/resize.js\"></script>\n<iframe src=\"https://example.org/calc/embed.html?gigs=12&amp;gig-price=250\""), "{frame}");
    assert_eq!(snippet(Site::Address, "gigs=12", []), "https://example.org/calc/embed.html?gigs=12");
    let nothing = snippet(Site::Nothing, "gigs=12", []);
    assert!(
        nothing.ends_with("<p><a href=\"https://example.org/calc/#gigs=12\">Try it with your own numbers</a></p>"),
        "{nothing}"
    );
    let rooted = snippet(Site::FrameAndScript, "", [Choice::Base("/take-home/index.html".into(), true)]);
    assert!(
        rooted.starts_with(
            "<script async=\"\" src=\"/take-home/v1/resize.js\"></script>\n<iframe src=\"/take-home/embed.html\""
        ),
        "{rooted}"
    );
}

#[test]
fn a_policy_allows_the_host_of_the_files() {
    let policy = |address: &str| {
        let original = shown("");
        view(Section::Embed, &original, [Action::Choose(Choice::Base(address.into(), true))])
    };
    for (address, expected) in [
        (
            "https://example.org/calc",
            "script-src https://example.org 'wasm-unsafe-eval'; connect-src https://example.org<",
        ),
        (
            "http://example.org:8080",
            "script-src http://example.org:8080 'wasm-unsafe-eval'; connect-src http://example.org:8080<",
        ),
        ("/calc", "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'<"),
        ("/calc//", "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'<"),
    ] {
        assert!(policy(address).contains(expected), "{}", policy(address));
    }
}

#[test]
fn a_pinned_snippet_names_one_build() {
    let original = shown("");
    let folder = "https://example.org/calc/";
    let pins = |base: &str| Pins {
        base: base.into(),
        loader: "take-home.01234567.js sha384-abc".into(),
        resize: "resize.89abcdef.js sha384-def".into(),
    };
    let mut sharing = chosen(&original, []);
    let asked = sharing.after(Action::Choose(Choice::Pinned(true)), &original);
    assert_eq!(asked, Some(Effect::ReadPins(folder.into())));
    assert_eq!(sharing.after(Action::Pin(Some(pins(folder))), &original), None);
    let snippet = copied(sharing.clone(), &original);
    assert!(snippet.starts_with("<div>\n<script type=\"module\" src=\"https://example.org/calc/v1/take-home.01234567.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\"></script>\n<take-home>"), "{snippet}");
    // Files elsewhere have other hashes, which are read; until then the snippet names none.
    let other = Action::Choose(Choice::Base("/other/".into(), true));
    assert_eq!(sharing.after(other, &original), Some(Effect::ReadPins("/other/".into())));
    assert!(!copied(sharing.clone(), &original).contains("integrity"), "hashes of another folder");
    // They cannot be read.
    assert_eq!(sharing.after(Action::Pin(None), &original), None);
    let _ = sharing.after(Action::Press(Press::Turn(Section::Embed)), &original);
    assert!(!sharing.view(&original).to_text().contains("integrity=\""), "it is not pinned");
}

/// Beside the formula for its column's width, which docs/embedding.md has, a frame needs room for what is not in every example.
#[test]
fn a_frame_has_room_for_what_is_in_it() {
    let height = |link: &str, size: Size| {
        let frame = snippet(Site::Frame, link, [Choice::Size(size)]);
        let style =
            frame.split_once("style=\"height: ").and_then(|(_, rest)| rest.split_once('"')).unwrap().0.to_owned();
        let above = style.rsplit_once(" + ").and_then(|(_, above)| above.strip_suffix("px)")).map(str::to_owned);
        let fixed = frame.split_once("height=\"").and_then(|(_, rest)| rest.split_once('"')).unwrap().0.to_owned();
        (above.unwrap_or_default(), fixed)
    };
    let (tiers, compact) = ("fee=20%25 to 500, 10%25 per client", Size::Compact);
    for (link, size, above, fixed) in [
        ("", Size::Full, "", "2800"),
        ("schedule=upwork-2025", Size::Full, "160", "2960"),
        ("fee=10%25 %2B 0.30", Size::Full, "160", "2960"),
        (tiers, Size::Full, "330", "3130"),
        ("gig-clients=5", Size::Full, "135", "2935"),
        (&format!("{tiers}&gig-clients=5"), Size::Full, "465", "3265"),
        ("", compact, "", "1050"),
        ("schedule=upwork-2025", compact, "", "1210"),
        (tiers, compact, "70", "1280"),
        ("gig-clients=5", compact, "40", "1090"),
    ] {
        assert_eq!(height(link, size), (above.to_owned(), fixed.to_owned()), "{link} {size:?}");
    }
}

/// The heights that are written elsewhere by hand.
#[test]
fn frames_have_the_same_height_everywhere() {
    let between = |text: &str, before: &str, after: &str| {
        text.split_once(before)?.1.split_once(after).map(|(found, _)| found.to_owned())
    };
    let documents = include_str!("../docs/embedding.md");
    let demo = include_str!("../web/demo.html");
    let plugin = include_str!("../integrations/wordpress/take-home.php");
    let cards = include_str!("../xtask/src/build/cards.rs");
    for (link, size, row) in [
        ("", Size::Full, "| full |"),
        ("", Size::Compact, "| `view=compact` |"),
        (
            "schedule=upwork-2025",
            Size::Compact,
            "| `view=compact`, if the fee leaves a rate to choose, or is one of your own |",
        ),
    ] {
        let frame = snippet(Site::Frame, link, [Choice::Size(size)]);
        let (fixed, style) =
            (between(&frame, "height=\"", "\"").unwrap(), between(&frame, "style=\"height: ", "\"").unwrap());
        let style = format!("height: {style}");
        let cells = between(documents, row, "\n").unwrap();
        assert_eq!(cells.replace(',', "").trim().split([' ', '|']).next(), Some(fixed.as_str()), "{row}");
        assert!(cells.contains(&format!("`{style}`")), "{style} and not {cells}");
        if link.is_empty() {
            assert!(demo.contains(&format!("height=\"{fixed}\"")), "the page of examples lacks {fixed}");
        }
        match size {
            Size::Full => {
                assert!(plugin.contains(&format!("height=\\\"{fixed}\\\"")), "the plugin has another height");
                // In a column of 720 pixels it is as high as it gets in one column of that width.
                let most = between(&style, "min(", "px").unwrap();
                assert!(cards.contains(&format!("[720, {most}]")), "cards have another height");
                assert!(documents.contains(&format!("height=\"{fixed}\" style=\"{style}\"")), "{style}");
            }
            Size::Compact if link.is_empty() => {
                assert!(include_str!("../styles/demo.css").contains(&style), "the style of the page of examples");
            }
            Size::Compact => {}
        }
    }
}

#[test]
fn an_author_chooses_colours_and_a_size() {
    let dark = || [Choice::Theme(Theme::Dark), Choice::Size(Size::Compact)];
    let element = snippet(Site::Page, "gigs=12", dark());
    assert!(element.contains("<take-home gigs=\"12\" theme=\"dark\" view=\"compact\">"), "{element}");
    let frame = snippet(Site::Frame, "gigs=12", dark());
    assert!(
        frame.contains("embed.html?gigs=12&amp;theme=dark&amp;view=compact\"") && frame.contains(" height=\"1050\""),
        "{frame}"
    );
    let address = snippet(Site::Address, "", dark());
    assert_eq!(address, "https://example.org/calc/embed.html?theme=dark&view=compact");
    // The choices are at first as the page looks, and its looks are chosen away.
    let page = "theme=light&view=compact";
    assert_eq!(snippet(Site::Address, page, []), "https://example.org/calc/embed.html?theme=light&view=compact");
    let plain = [Choice::Theme(Theme::Page), Choice::Size(Size::Full)];
    assert_eq!(snippet(Site::Address, page, plain), "https://example.org/calc/embed.html");
}

#[test]
fn only_what_matters_for_a_site_is_asked() {
    let original = shown("");
    for (site, expected) in [
        (Site::Page, &["theme", "size", "shared", "pinned"][..]),
        (Site::FrameAndScript, &["theme", "size", "pinned"]),
        (Site::Frame, &["theme", "size"]),
        (Site::Address, &["theme", "size"]),
        (Site::Nothing, &[]),
    ] {
        let view = view(Section::Embed, &original, [Action::Choose(Choice::Site(site))]);
        let all = ["theme", "size", "shared", "pinned"];
        let asked: Vec<&str> =
            all.into_iter().filter(|name| view.contains(&format!("data-share=\"{name}\""))).collect();
        assert_eq!(asked, expected, "{site:?}");
        // A frame does not know the page around it.
        let follows = view.contains("like the page");
        assert_eq!(follows, site.takes_element(), "{site:?}: {view}");
    }
}

#[test]
fn the_preview_is_the_snippet_without_the_pages_address() {
    let original = of(&[], "gigs=12&lang=de", "");
    let mut sharing = Sharing::new(Embed::new(&original, "https://example.org/calc".into(), "de".into()));
    let _ = sharing.after(Action::Press(Press::Turn(Section::Embed)), &original);
    let view = sharing.view(&original).to_text();
    // The page around it has its own language.
    assert!(view.contains("<take-home gigs=\"12\"><p><strong>"), "{view}");
    assert!(copied(sharing, &original).contains("<take-home address=\"\" gigs=\"12\">\n<p><strong>"));
}

/// A saved list, and what was stored last.
struct Saved {
    sharing: Sharing,
    original: Original,
    list: Vec<SavedScenario>,
}

impl Saved {
    fn new(names: &[&str]) -> Saved {
        let original = shown("gigs=40&gig-price=250&theme=dark");
        let list = names.iter().map(|name| scenario(name, "gigs=7", "2026-11-25")).collect();
        let mut sharing = sharing(&original);
        let _ = sharing.after(Action::Press(Press::Turn(Section::Saved)), &original);
        Saved { sharing, original, list }
    }

    /// The names after an action, and what is said of it.
    fn after(&mut self, action: Action) -> (Vec<&str>, Option<Said>) {
        let _ = self.sharing.after(Action::Stored(self.list.clone(), true), &self.original);
        let said = match self.sharing.after(action, &self.original) {
            Some(Effect::Store(list, said)) => {
                self.list = list;
                Some(said)
            }
            None => None,
            effect => panic!("{effect:?} stores nothing"),
        };
        (self.list.iter().map(|one| one.name.as_str()).collect(), said)
    }
}

#[test]
fn scenarios_are_saved_under_free_names_without_looks() {
    let mut saved = Saved::new(&["Forty"]);
    let _ = saved.after(Action::TypeName(" Forty ".into()));
    let (names, said) = saved.after(Action::Press(Press::Save));
    assert_eq!(names, ["Forty", "Forty (2)"]);
    assert_eq!(said, Some(Said::Saved("Forty (2)".into())));
    assert_eq!(saved.list[1], scenario("Forty (2)", "gigs=40&gig-price=250", "2026-11-25"));
    // The field is empty again.
    let (names, _) = saved.after(Action::Press(Press::Save));
    assert_eq!(names[2].replace('\u{a0}', " "), "40 × $250 or 1 × $10,000");
}

#[test]
fn what_is_removed_is_put_back_where_it_was() {
    let mut saved = Saved::new(&["a", "b", "c"]);
    let second = saved.list[1].clone();
    // Another page has removed what was before it.
    saved.list.remove(0);
    saved.list.push(scenario("d", "gigs=7", "2026-11-25"));
    let (names, said) = saved.after(Action::Remove(second.clone()));
    assert_eq!((names, said), (vec!["c", "d"], Some(Said::Removed("b".into()))));
    // Meanwhile it has saved something else under that name.
    saved.list.push(scenario("b", "gigs=9", "2026-11-25"));
    let (names, said) = saved.after(Action::Press(Press::Undo));
    assert_eq!((names, said), (vec!["b (2)", "c", "d", "b"], Some(Said::Saved("b (2)".into()))));
    // Once.
    assert_eq!(saved.after(Action::Press(Press::Undo)).1, None);
    // Another page has removed it already.
    assert_eq!(saved.after(Action::Remove(second)).1, None);
}

#[test]
fn a_file_adds_what_the_list_does_not_have() {
    let mut saved = Saved::new(&["a", "b"]);
    // The second is there; the third has another link under the same name.
    let file = vec![scenario("c", "gigs=1", ""), scenario("a", "gigs=7", "2020-01-01"), scenario("b", "gigs=2", "")];
    let (names, said) = saved.after(Action::Import(file.clone(), true));
    assert_eq!(
        (names, said),
        (vec!["a", "b", "c", "b (2)"], Some(Said::Imported { added: 2, known: 1, is_whole: true }))
    );
    assert_eq!(saved.after(Action::Import(vec![], false)), (vec!["a", "b", "c", "b (2)"], None));
    let damaged = vec![scenario("d", "gigs=9", "")];
    let (_, said) = saved.after(Action::Import(damaged, false));
    let said = said.map(|said| saved.original.words.said(&said));
    assert_eq!(said.as_deref(), Some("1 added. The rest of the file could not be read."));
    let _ = saved.after(Action::Import(vec![], true));
    let said = saved.sharing.view(&saved.original).to_text();
    assert!(
        said.contains("This file has no saved numbers in it. Open one that was saved with “Download all”."),
        "{said}"
    );
}

#[test]
fn what_the_clipboard_refuses_can_be_copied_by_hand() {
    let original = of(&[], "", "https://example.org/a");
    let Effect::Copy(link, _, Said::LinkCopied) = pressed(Press::Link, &original) else { panic!("the link") };
    assert_eq!(link, "https://example.org/a");
    let view = view(Section::Export, &original, [Action::Say(Said::ByHand(link))]);
    assert!(view.contains("Copying is blocked here.") && view.contains("<textarea readonly=\"\""), "{view}");
}

#[test]
fn a_disk_is_nobody_elses_business() {
    let original = of(&[], "", "file:///home/a/take-home.html");
    assert!(!text(&original).contains("file:"), "the text");
    assert!(!csv(&original, ',').contains("file:"), "the file");
    // The reader who copies a link is on that disk.
    assert!(matches!(pressed(Press::Link, &original), Effect::Copy(link, ..) if link.starts_with("file:")));
}

#[test]
fn a_section_closes_the_one_before() {
    let original = shown("");
    let mut sharing = sharing(&original);
    for (pressed, open) in [
        (Section::Export, Some(Section::Export)),
        (Section::Saved, Some(Section::Saved)),
        (Section::Saved, None),
        (Section::Embed, Some(Section::Embed)),
    ] {
        let _ = sharing.after(Action::Press(Press::Turn(pressed)), &original);
        assert_eq!(sharing.open(), open);
    }
}

/// The tax on the fee comes behind all tiers.
#[test]
fn parts_of_the_fee_are_in_their_order() {
    let table = csv(&shown("gigs=7&gig-price=333.33&contract-price=2000.05&fee-tax=19"), ',');
    let place = |name: &str| table.find(name).expect(name);
    assert!(place("Fee at 20%") < place("Fee at 10%") && place("Fee at 10%") < place("Tax on the fee"), "{table}");
}

/// What the reader has opened is printed with its picture; what is closed, and a reader's own file, are not.
#[test]
fn open_questions_are_printed() {
    let opened = |panels: &[Panel]| {
        let state = panels
            .iter()
            .fold(State::new(Author::default(), ""), |state, panel| state.after(state::Action::Open(*panel, true)));
        take_home::share::sheet(&Original::of(&Rc::new(state), String::new())).to_text()
    };
    let pictures = |sheet: &str| sheet.matches("<svg").count();
    let closed = opened(&[]);
    assert!(!closed.contains("Which combinations pay more?"));
    let all = opened(&[Panel::Map, Panel::Influence, Panel::Quote, Panel::Books, Panel::Working]);
    for heading in ["Which combinations pay more?", "Which number matters most?", "What should I quote?"] {
        assert!(all.contains(heading), "{heading}");
    }
    assert!(pictures(&all) >= pictures(&closed) + 3);
    assert!(!all.contains("What did the fees really cost you?"));
    assert_eq!([&closed, &all].map(|sheet| sheet.matches("next $5,000.00 at 5%").count()), [1, 1], "the working");
    let counted = State::new(Author::default(), "#bid-cost=3").after(state::Action::Open(Panel::Costs, true));
    let counted = take_home::share::sheet(&Original::of(&Rc::new(counted), String::new())).to_text();
    assert_eq!(counted.matches("What does an hour really pay?").count(), 1, "the costs");
}
