//! What is in panels, as text?
mod support;

use proptest::prelude::*;
use support::{comparison, scenario};
use take_home::compare::compare;
use take_home::panels::{PanelContext, content};
use take_home::scenario::{Overrides, read_link, validate};
use take_home::state::Panel;
use take_home::words::Words;
use time::macros::date;

fn filled(panel: Panel, link: &str) -> String {
    let (draft, _) = read_link(&Overrides::default(), link);
    let scenario = validate(&draft).expect(link);
    let comparison = compare(&scenario);
    let words = Words::new(&draft, scenario.currency());
    let today = Some(date!(2026 - 11 - 22));
    let context = PanelContext { scenario: &scenario, comparison: &comparison, words, today, live: true };
    content(panel, &context).to_text().replace('\u{a0}', " ")
}

#[track_caller]
fn holds(panel: Panel, link: &str, parts: &[&str]) {
    let html = filled(panel, link);
    for part in parts {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

#[test]
fn each_panel_of_the_example() {
    holds(Panel::Working, "", &["<td>30 × $100.00</td><td>$3,000.00</td>", "next $9,500.00 at 10%", "$13,700.00"]);
    holds(Panel::Client, "", &["the client pays</th><td>$15,450.00</td>", "$1,750.00, 11.3%", "<code>3%</code>"]);
    holds(Panel::Others, "", &["value=\"fevrok-2026\"", "contract +$1,525", "aria-current=\"true\""]);
    holds(Panel::About, "", &["21 Jun 2016 to 2 May 2023", "value=\"upwork-2023\"", "<b>20%</b><span>$500</span>"]);
    let differ = comparison("schedule=fevrok-2026").verdict.difference;
    assert_eq!(differ, support::usd("1,525.00"), "as its row says");
}

#[test]
fn months_and_statuses_are_drawn_under_their_names() {
    holds(Panel::About, "schedule=malt-2019", &["in the first 3 months with a client", ">later<"]);
    let html = filled(Panel::About, "schedule=99designs-2026&status=mid-level");
    assert!(html.contains(">Mid Level<") && !html.contains(">Top Level<"), "{html}");
}

#[test]
fn what_somebody_else_wrote_into_a_link_is_text() {
    let link = "fee=<img src=x onerror=alert(1)>: 5%25; %26lt: 4%25";
    assert_eq!(scenario(link).fee().cases().len(), 2);
    for panel in Panel::ALL {
        let html = filled(panel, link);
        assert!(!html.contains("<img"), "{html}");
    }
    holds(Panel::OwnFee, link, &["&lt;img src=x onerror=alert(1)&gt;"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_name_of_a_status_becomes_markup(name in "[<>\"'&a-z /=]{1,20}", schedule in 0..8_usize) {
        let fees = ["10%", "20% to 500, 5%", "whole 5% to 9, 4%", "1%..2%", "2% + 1", "3% at least 1", "3% at most 9", "7% plus 9% tax"];
        let link = format!("fee={}: {}; other name: 1%25", name.replace('&', "%26"), fees[schedule].replace('%', "%25").replace('+', "%2B"));
        for panel in Panel::ALL {
            let html = filled(panel, &link);
            // Every tag is one that the panels make themselves.
            for tag in html.split('<').skip(1) {
                let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                let known = [
                    "a", "b", "button", "caption", "code", "dd", "div", "dl", "dt", "figcaption", "figure", "g", "li", "line", "ol",
                    "p", "polyline", "rect", "small", "span", "svg", "table", "tbody", "td", "text", "th", "thead", "tr", "ul",
                ];
                prop_assert!(known.contains(&name.as_str()), "<{}", tag);
            }
            prop_assert_eq!(html.matches('<').count(), html.matches('>').count());
        }
    }
}
