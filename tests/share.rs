//! What is shared? Tables, pictures, sheets and snippets of the comparison, as text.

use take_home::compare::compare;
use take_home::scenario::{Overrides, example, read_link, validate};
use take_home::share::{copy, picture, table};
use take_home::words::Words;

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

/// What sharing a link gives, with ordinary spaces.
fn taken(what: &str, link: &str, with: &str) -> String {
    copy(what, link, with, Some(time::macros::date!(2026 - 11 - 25))).unwrap().replace('\u{a0}', " ")
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
    let text = taken("text", "", "address=https%3A%2F%2Fexample.org%2Fa%23gigs%3D30");
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
    assert_eq!(taken("name", "gigs=12&gig-price=250", ""), "12 × $250 or 1 × $3,000");
}

#[test]
fn a_table_is_in_the_spreadsheets_of_its_language() {
    // 100 × (10% of 1.05 = 0.105, rounded 0.11) = 11.00; 10% of 105 = 10.50.
    let table = taken("csv", "fee=10%25&gigs=100&gig-price=1.05&lang=de", "");
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
    let table = taken("csv", "fee=10%25%20to%20500%2C%205%25", "");
    assert!(table.contains("Fee as typed,\"10% to 500, 5%\",\r\n"), "a comma is inside quotation marks: {table}");
    let pasted = taken("tabs", "fee=10%25%20to%20500%2C%205%25", "");
    assert!(pasted.contains("Fee as typed\t10% to 500, 5%\t\r\n"), "{pasted}");
}

#[test]
fn the_parts_of_a_fee_add_up_in_the_table() {
    // With tax: 20 % of 500 = 100, a tenth of it 10.
    let table = taken("csv", "fee=20%25%20%2B%201%20plus%2010%25%20tax&gigs=2&gig-price=500", "");
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
fn a_link_is_told_from_the_authors_example() {
    for (link, attributes, expected) in [
        ("", "", ""),
        ("gigs=40&gig-price=250", "", "gigs=40&gig-price=250"),
        ("gigs=40&gig-price=250", "gigs=40&gig-price=250&class=wide", ""),
        // What is a default is none where the author has something else.
        ("", "gigs=12", "gigs=30"),
        ("", "fee=10%25", "fee="),
        // Looks stay the author's, unless the reader chose some.
        ("gigs=40&contract-price=15000", "theme=dark&view=compact", "gigs=40&contract-price=15000"),
        ("gigs=12&contract-price=6000&theme=light", "theme=dark", "gigs=12&theme=light"),
    ] {
        let with = attributes.replace('%', "%25").replace('&', "%26").replace('=', "%3D");
        let told = taken("link", link, &format!("attributes={with}"));
        assert_eq!(told, expected, "{link} of {attributes}");
        // And it leads there.
        let names = |pair: &str| pair.split_once('=').map(|(name, value)| (name.to_owned(), value.replace("%25", "%")));
        let pairs: Vec<(String, String)> = attributes.split('&').filter_map(names).collect();
        let (given, _) = example(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let scenario = |given: &Overrides, link: &str| validate(&read_link(given, link).0).unwrap();
        assert_eq!(scenario(&given, &told), scenario(&Overrides::default(), link), "{link} of {attributes}");
    }
}

#[test]
fn what_others_wrote_stays_text() {
    let hostile = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22%27%26";
    let list = taken("saved-made", "", &format!("name={hostile}&link=gigs%3D7&saved=2026-11-25&attributes="));
    assert!(!list.contains("<img") && list.contains("&lt;img src=x onerror=alert(1)&gt;&quot;'&amp;"), "{list}");
    // 7 × 500 = 3,500 keeps 2,800; the contract is as large: 100 + 300.
    assert!(list.contains("One large contract leaves you $300 more.") && list.contains("25 Nov 2026"), "{list}");
    let damaged = taken("saved-made", "", &format!("name=a&link={hostile}&saved=soon&attributes="));
    assert!(
        damaged.contains("One large contract leaves you $1,700 more."),
        "what is no link is the example: {damaged}"
    );
    let said = taken("said", "", &format!("what=saved&name={hostile}"));
    assert!(!said.contains("<img"), "{said}");
    let controls = taken("embed", "", &format!("base={hostile}"));
    assert!(!controls.contains("<img"), "{controls}");
    for base in [
        "",
        "javascript:alert(1)",
        "https://",
        "https://example.org/%22%3E",
        "ftp://example.org/",
        "https://example.org/?a",
    ] {
        let made = taken("embed-made", "", &format!("base={}", base.replace('?', "%3F")));
        assert!(!made.contains("<pre") && made.contains("type its address above"), "{base}: {made}");
    }
}

/// The snippet for a site, as it is copied.
fn snippet(site: &str, link: &str, with: &str) -> String {
    let made = taken("embed-made", link, &format!("site={site}&base=https%3A%2F%2Fexample.org%2Fcalc&{with}"));
    let text = made.split_once("<code>").and_then(|(_, rest)| rest.split_once("</code></pre>")).unwrap().0;
    ["&lt;=<", "&gt;=>", "&quot;=\"", "&amp;=&"].iter().fold(text.to_owned(), |text, pair| {
        let (entity, sign) = pair.split_once(";=").map(|(entity, sign)| (format!("{entity};"), sign)).unwrap();
        text.replace(&entity, sign)
    })
}

#[test]
fn snippets_name_the_files_and_the_scenario() {
    let element = snippet("page", "gigs=12&fee=10%25%20%2B%200.30&same-total", "shared=yes");
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
    let pinned = snippet(
        "page",
        "",
        "pinned=yes&take-home=take-home.01234567.js%20sha384-abc&resize=resize.89abcdef.js%20sha384-def",
    );
    assert!(pinned.starts_with("<div>\n<script type=\"module\" src=\"https://example.org/calc/v1/take-home.01234567.js\" integrity=\"sha384-abc\" crossorigin=\"anonymous\"></script>\n<take-home>"), "{pinned}");
    let frame = snippet("frame-and-script", "gigs=12&gig-price=250", "");
    assert!(frame.starts_with("<script async=\"\" src=\"https://example.org/calc/v1/resize.js\"></script>\n<iframe src=\"https://example.org/calc/embed.html?gigs=12&amp;gig-price=250\""), "{frame}");
    assert_eq!(snippet("address", "gigs=12", ""), "https://example.org/calc/embed.html?gigs=12");
    let nothing = snippet("nothing", "gigs=12", "");
    assert!(
        nothing.ends_with("<p><a href=\"https://example.org/calc/#gigs=12\">Try it with your own numbers</a></p>"),
        "{nothing}"
    );
    let policy = taken("embed-made", "", "site=page&base=https%3A%2F%2Fexample.org%2Fcalc");
    assert!(
        policy.contains("script-src https://example.org 'wasm-unsafe-eval'; connect-src https://example.org<"),
        "{policy}"
    );
}
