//! What is taken along: a table and a picture of the comparison, as text.

#![cfg(not(feature = "web"))]

use take_home::compare::compare;
use take_home::copies::{picture, table};
use take_home::markup::Html;
use take_home::report::Words;
use take_home::scenario::{Given, read_link, validate};

fn copies(link: &str) -> [String; 2] {
    let (draft, ignored) = read_link(&Given::default(), link);
    assert_eq!(ignored, [], "{link}");
    let scenario = validate(&draft).unwrap();
    let (comparison, words) = (compare(&scenario), Words::new(&draft, scenario.currency()));
    let [Html(table), Html(picture)] = [table(&scenario, &comparison, &words), picture(&scenario, &comparison, &words)];
    [table, picture].map(|text| text.replace('\u{a0}', " "))
}

#[test]
fn the_example_is_a_sentence_and_five_rows() {
    // 30 × 100 = 3,000 against 100 + 950 + 250 = 1,300.
    let [table, _] = copies("");
    assert!(
        table.starts_with("<p><strong>One large contract leaves you $1,700.00 more.</strong> To match it, "),
        "{table}"
    );
    for row in [
        "<th scope=\"row\">Payments</th><td>30 × $500.00</td><td>1 × $15,000.00</td>",
        "<th scope=\"row\">Billed</th><td>$15,000.00</td><td>$15,000.00</td>",
        "<th scope=\"row\">Fee</th><td>$3,000.00</td><td>$1,300.00</td>",
        "<th scope=\"row\">Fee, as a share</th><td>20.0 %</td><td>8.7 %</td>",
        "<th scope=\"row\">Left</th><td>$12,000.00</td><td>$13,700.00</td>",
    ] {
        assert!(table.contains(row), "{row} is missing from {table}");
    }
    assert!(
        table.contains("Upwork, 20 / 10 / 5 %, 2016–2023; fee read 22 November 2026, <a href=\"https://"),
        "{table}"
    );
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
    assert!(table.contains("<th scope=\"row\">Left</th><td>$11,700.00</td><td>$13,690.00</td>"), "{table}");
    assert!(table.contains("<th scope=\"row\">An hour pays</th><td>$48.75</td><td></td>"), "{table}");
}

#[test]
fn a_fee_of_ones_own_is_named_and_what_it_holds_is_text() {
    let [table, picture] = copies("fee=A %26 B: 10%25; Other: 5%25");
    for text in [table, picture] {
        assert!(text.contains("A fee of your own: A &amp; B: 10%; Other: 5%"), "{text}");
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
