//! What is in panels, as text?
mod support;

use proptest::prelude::*;
use support::{comparison, scenario};
use take_home::compare::compare;
use take_home::panels::{PanelContext, content, controls, line};
use take_home::scenario::{Field, Overrides, pairs, read_link, validate};
use take_home::state::{Action, Answer, Author, Panel, State, Zeros};
use take_home::words::Words;
use time::macros::date;

fn said(link: &str, say: impl Fn(&PanelContext) -> String) -> String {
    let (draft, _) = read_link(&Overrides::default(), link);
    let scenario = validate(&draft).expect(link);
    let comparison = compare(&scenario);
    let words = Words::new(&draft, scenario.currency());
    let today = Some(date!(2026 - 11 - 22));
    let context = PanelContext {
        scenario: &scenario,
        comparison: &comparison,
        zeros: Zeros::default(),
        uncounted: None,
        words,
        today,
        live: true,
    };
    say(&context).replace('\u{a0}', " ")
}

fn filled(panel: Panel, link: &str) -> String {
    said(link, |context| content(panel, context).to_text())
}

fn closed(panel: Panel, link: &str) -> String {
    said(link, |context| line(panel, context).unwrap_or_default())
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
fn panels_say_what_is_so() {
    // A payment service is no marketplace, and asks for nothing.
    holds(Panel::Leaving, "schedule=stripe-2026", &["There is no marketplace to leave."]);
    assert_eq!(closed(Panel::Leaving, "schedule=stripe-2026"), "your own clients, with no marketplace to leave");
    // Both are paid at the end, in month 6.
    let late = "gigs=1&contract-price=15000&gig-duration=6&contract-duration=6";
    holds(Panel::Months, late, &["From month 6 the contract is ahead."]);
    holds(Panel::Months, "gig-duration=6&contract-payments=6&contract-duration=6", &["is ahead all the way."]);
    // 10% either way. After three months 6,750 and 13,500, after six 13,500 each.
    let level = "schedule=upwork-2025&gig-duration=6&contract-duration=3&contract-payments=1";
    holds(Panel::Months, level, &["From month 3 the contract is ahead. In the end both have paid the same."]);
    // After two months 4,500 each, after four 9,000.
    let now_and_then =
        "schedule=upwork-2025&contract-price=10000&gig-duration=6&contract-duration=4&contract-payments=2";
    holds(Panel::Months, now_and_then, &["From month 5 the gigs are ahead."]);
    // 1,125 a month against 2,340 every other month: many changes are not told one by one.
    let often = "schedule=upwork-2025&gigs=24&gig-price=625&contract-price=15600&gig-duration=12&contract-duration=12&contract-payments=6";
    holds(Panel::Months, often, &["The lead changes 11 times. From month 12 the contract is ahead."]);
    // 5,000 at 10% keep 4,500; a list of 250 would need more than ten times its prices for that.
    let list = "schedule=upwork-2023&gigs=10&gig-price=500&contract-list=100, 150&keep=4500";
    assert_eq!(closed(Panel::Quote, list), "to keep $4,500, charge $500 per gig");
    holds(Panel::Quote, list, &["Even ten times the list’s prices would leave you less than $4,500."]);
    assert_eq!(
        closed(Panel::Quote, "schedule=upwork-2023&gig-list=100, 150&contract-list=5&keep=4500"),
        "even ten times the list’s prices would leave you less than $4,500"
    );
    // 20% and 10% of that are 22%.
    holds(Panel::Others, "schedule=upwork-2025&gigs=12&gig-price=350&contract-price=5400", &["20% plus 10% tax"]);
}

#[test]
fn a_panel_answers_before_anything_is_typed() {
    // 30 clients at ten bids each, 35 minutes a bid and 1.5 hours a client: 175 + 45; the contract: 5.83 + 1.5.
    let costs = "Established: gigs 220 unpaid hours, contract 7.33 (not counted yet)";
    assert_eq!(closed(Panel::Costs, ""), costs);
    // 5 of 30 gigs a month: 3 × 2,000; 15,000 − 1,300 in the sixth.
    let months = "At the end: after 3 months the gigs have paid $6,000, the contract $0";
    assert_eq!(closed(Panel::Months, ""), months);
    assert_eq!(closed(Panel::Quote, ""), "to keep $12,000, charge $500 per gig or $13,210.53 for the contract");
    assert_eq!(closed(Panel::Risk, ""), "By invoice: the contract ends ahead in 97% of cases");
    // 337.50 ÷ 15,000 = 2.25%, and 225 of 10,000 to one decimal.
    let dispute = "Whole contract: worth it only if your chance of winning is over 2.3%";
    assert_eq!(closed(Panel::Dispute, ""), dispute);
    // 9 of 10, then 9 of 11.
    let score = "9 good, 1 bad: one bad outcome would take your score from 90% to 81.8%";
    assert_eq!(closed(Panel::Score, ""), score);
    let leaving = "in the first 24 months Upwork allows it only for a conversion fee";
    assert_eq!(closed(Panel::Leaving, ""), leaving);
}

#[test]
fn what_is_typed_is_answered_instead() {
    assert_eq!(closed(Panel::Costs, "bid-minutes=35"), "", "it is counted, so the comparison has it");
    assert_eq!(
        closed(Panel::Score, "good-jobs=4&bad-jobs=1"),
        "one bad outcome would take your score from 80% to 66.7%"
    );
    assert_eq!(
        closed(Panel::Months, "gig-duration=2"),
        "after 1 month the gigs have paid $6,000, the contract $13,700"
    );
    // No platform's fee for arbitration is in yen.
    assert_eq!(closed(Panel::Dispute, "schedule=crowdworks-2026"), "");
}

/// The inputs and the contents of a panel after the reader has typed something.
fn typed(panel: Panel, texts: &[(Field, &str)]) -> String {
    let state = texts.iter().fold(State::new(Author::default(), ""), |state, (field, text)| {
        state.after(Action::Type(*field, (*text).into())).after(Action::Finish(*field))
    });
    opened(panel, &state)
}

fn context(state: &State) -> PanelContext<'_> {
    let Answer { scenario, comparison, zeros, uncounted } = &*state.answer;
    let (words, uncounted) = (state.words(), uncounted.as_deref());
    PanelContext { scenario, comparison, zeros: *zeros, uncounted, words, today: None, live: true }
}

/// The same, with or without inputs.
fn opened_or_empty(panel: Panel, state: &State) -> String {
    let context = context(state);
    let controls = controls(panel, state, &context).unwrap_or_default();
    (controls.to_text() + &content(panel, &context).to_text()).replace('\u{a0}', " ")
}

/// The inputs and the contents of a panel.
fn opened(panel: Panel, state: &State) -> String {
    let context = context(state);
    let controls = controls(panel, state, &context).expect("it has inputs");
    controls.to_text() + &content(panel, &context).to_text()
}

#[test]
fn costs_that_are_no_longer_counted_stay_in_their_panel() {
    let counted = State::new(Author::default(), "lang=de&bid-minutes=70&gig-bought-in=12,5&verdict=hour");
    let state = counted.after(Action::IgnoreCosts);
    assert_eq!(state.answer.comparison.after_costs, None);
    assert_eq!(state.draft.text(Field::GigBoughtIn), "0");
    // 30 × 12.50; 30 clients at ten bids each, 70 minutes a bid: 350; the contract: 11.67.
    let line = line(Panel::Costs, &context(&state)).expect("it says something").replace('\u{a0}', " ");
    assert_eq!(line, "Your numbers: the gigs cost $375, 350 hours; the contract $0, 11,67 hours (not counted yet)");
    let html = opened(Panel::Costs, &state);
    let own = "verdict=hour&amp;bid-minutes=70&amp;gig-bought-in=12.50";
    assert!(html.contains(&format!("value=\"{own}\" aria-pressed=\"true\">Your numbers</button>")), "{html}");
    // The switch counts what its panel shows.
    assert!(html.contains(&format!("data-field=\"count-costs\" value=\"{own}\"")), "{html}");
    assert!(!html.contains("blogs and surveys; the hours"), "{html}");
    let again = state.after(Action::FillIn(own.replace("&amp;", "&")));
    assert_eq!(again.answer.scenario, counted.answer.scenario);
    assert!(!opened(Panel::Costs, &again).contains("Your numbers"), "they are counted");
    // In yen there is no half of one: usual numbers again.
    let state = State::new(Author::default(), "withdrawal-fee=0.50").after(Action::IgnoreCosts);
    let state = state.after(Action::ChooseSchedule("crowdworks-2026".into()));
    assert_eq!((state.problems.len(), state.answer.uncounted.as_deref()), (0, Some("withdrawal-fee=0.50")));
    assert!(!opened(Panel::Costs, &state).contains("Your numbers"));
}

#[test]
fn numbers_of_a_link_are_in_sight() {
    let more = |state: &State, panel| {
        let html = opened(panel, state);
        let (before, _) = html.split_once("<summary>More numbers</summary>").expect("it has more numbers");
        before.ends_with("<details class=\"th-more\" open=\"\">")
    };
    for (panel, link) in [
        (Panel::Costs, "gig-bought-in=20"),
        (Panel::Costs, "bid-cost=0.5"),
        (Panel::Months, "contract-payments=3"),
        (Panel::Quote, "concession=10"),
        (Panel::Risk, "work-lost=50"),
        (Panel::Score, "good-jobs=9&bad-jobs=1&silent-jobs=4"),
        (Panel::Leaving, "conversion-fee=900"),
        (Panel::Leaving, "direct-schedule=stripe-2026"),
    ] {
        let state = State::new(Author::default(), link);
        assert_eq!(*state.ignored, [], "{link}");
        assert!(more(&state, panel), "{link}");
        assert!(!more(&State::new(Author::default(), ""), panel), "{panel:?}");
        // They stay so while the reader changes them, even to what is usual.
        let back = state.after(Action::FillIn("contract-payments=1&gig-bought-in=0&bid-cost=0".into()));
        assert!(more(&back, panel), "{link}");
    }
    // What the reader types is in sight already, and what a preset fills in has its place.
    let typed = State::new(Author::default(), "").after(Action::Type(Field::ContractPayments, "3".into()));
    assert!(!more(&typed, Panel::Months));
}

/// The number that a panel assumes for a field, which its placeholder shows.
#[track_caller]
fn assumed(html: &str, field: Field) -> Option<&str> {
    let (_, input) = html.split_once(&format!("id=\"{}\"", field.name())).expect("it is there");
    let (_, number) = input.split_once('>')?.0.split_once("placeholder=\"")?;
    number.split('"').next()
}

#[test]
fn a_zero_that_is_typed_counts_and_stays_in_sight() {
    let before = typed(Panel::Risk, &[]);
    assert_eq!([Field::BadReview, Field::NonPayment].map(|field| assumed(&before, field)), [Some("9"), Some("3")]);
    // Numbers that are in their fields are not named again, in sight or not.
    let named = "Invoices never paid 3%, Jobs that end in a bad review 9%";
    assert!(!before.contains(named), "{before}");
    assert!(before.contains("From the sources below."), "{before}");
    // The rest is still assumed, as it says; whatever is typed next.
    for next in [Field::WorkLost, Field::GigBilled] {
        let html = typed(Panel::Risk, &[(Field::BadReview, "0.0"), (next, "0")]);
        assert_eq!([Field::BadReview, Field::NonPayment].map(|field| assumed(&html, field)), [None, Some("3")]);
        assert!(html.contains("From the sources") && !html.contains(named), "{html}");
    }
    // Usual costs are counted without it.
    let html = typed(Panel::Costs, &[(Field::BidMinutes, "0")]);
    assert_eq!([Field::BidMinutes, Field::ClientOverhead].map(|field| assumed(&html, field)), [None, Some("1.5")]);
    assert!(html.contains("value=\"gig-win-rate=10&amp;contract-win-rate=10&amp;client-overhead=1.5\""), "{html}");
    // Nothing is left to be assumed.
    let html = typed(Panel::Score, &[(Field::GoodJobs, "0"), (Field::BadJobs, "0")]);
    assert_eq!([Field::GoodJobs, Field::BadJobs].map(|field| assumed(&html, field)), [None, None]);
    assert!(!html.contains("Our own example"), "{html}");
    // Going back to the example forgets it.
    let zero = Action::Type(Field::BadReview, "0".into());
    let state = State::new(Author::default(), "").after(zero).after(Action::Back);
    assert_eq!(state.answer.zeros, Zeros::default());
}

/// The question's line has both prices to ask, but not one without the other.
#[test]
fn a_quote_says_what_its_line_does_not() {
    let both = typed(Panel::Quote, &[(Field::Keep, "12000")]);
    assert!(!both.contains("To keep $12,000") && !both.contains("No price"), "{both}");
    // 1,000 is free of each client's money. The contract leaves 100,000,999.90 at most, thirty gigs 29,000 more.
    let fee = (Field::Fee, "0% to 1000, 99.99% per client");
    let custom = (Field::Schedule, "custom");
    let one = typed(Panel::Quote, &[custom, fee, (Field::Keep, "100010000")]);
    assert!(
        one.contains("To keep $100,010,000, charge $") && one.contains("No price leaves you $100,010,000."),
        "{one}"
    );
}

#[test]
fn a_quote_warns_where_the_fee_jumps() {
    let jumps = "fee=whole 5%25 to 2500, 10%25&gigs=1&keep=2300";
    let warnings = [
        "The fee jumps here: a gig at $2,500.01 to $2,555.55 leaves less.",
        "The fee jumps here: a contract at $2,500.01 to $2,555.55 leaves less.",
    ];
    holds(Panel::Quote, jumps, &warnings);
    let html = filled(Panel::Quote, "fee=20%25 to 500, 10%25&keep=2300");
    assert!(!html.contains("The fee jumps"), "{html}");
}

/// The button makes the hourly contract the contract, with everything that the sentence beside it says.
#[test]
fn an_hourly_contract_becomes_the_contract() {
    let used = |link: &str| {
        let state = State::new(Author::default(), link);
        let html = opened(Panel::Quote, &state);
        let button = html.split("data-field=\"fill-in\" value=\"").find(|rest| rest.starts_with("contract-list"));
        let filled = button.and_then(|rest| rest.split('"').next()).expect("it can be used").replace("&amp;", "&");
        state.after(Action::FillIn(filled))
    };
    let kept = |state: &State| state.answer.comparison.outcomes.contract.take_home;
    // 8 × 25 hours at 40: 8,000 less 10%, which is 36 for each of 200 hours; an hour of the gigs pays 1,800 / 40 = 45.
    let week = "hourly-rate=40&weekly-hours=25&weeks=8";
    let hours =
        "schedule=upwork-2023&gigs=5&gig-price=400&contract-price=3000&gig-hours=8&contract-hours=30&verdict=hour";
    let by_hour = used(&format!("{hours}&{week}"));
    assert_eq!(kept(&by_hour), support::usd("7,200.00"));
    let counted = by_hour.answer.comparison.after_costs.as_ref().expect("hours are counted");
    assert_eq!(counted.nets.contract.hourly, Some(support::usd("36.00")));
    assert_eq!(by_hour.answer.comparison.verdict.difference, -support::usd("9.00"));
    // Without hours, none are counted after it either.
    let by_money = used(&format!("schedule=upwork-2023&{week}"));
    assert!(by_money.answer.comparison.after_costs.is_none());
    // 13 weeks are 3 months: 26,000 less 3 × 99.
    let monthly =
        used("fee=4%25 at most 99 per month&gigs=3&contract-duration=6&hourly-rate=50&weekly-hours=40&weeks=13");
    assert_eq!(kept(&monthly), support::usd("25,703.00"));
    // A list gives way to it, with the level of its prices.
    let list = used(&format!("schedule=upwork-2023&contract-list=3 x 500 for Berta&contract-list-level=120&{week}"));
    assert_eq!((kept(&list), list.draft.text(Field::ContractListLevel)), (support::usd("7,200.00"), "100"));
}

/// Some platforms have another fee for hourly work.
#[test]
fn an_hourly_quote_says_whose_fee_it_has() {
    let quote = "schedule=crowdworks-2026&gigs=10&gig-price=60000&contract-price=500000&hourly-rate=3500&weekly-hours=20&weeks=13";
    let hint = "Hourly work has a different fee: “Hourly”.";
    // 910,000 as one contract: 20,000 + 10,000 + 35,500 and a tenth of that as tax.
    holds(Panel::Quote, quote, &[hint, "value=\"status=hourly\"", "the fee is ¥72,050"]);
    // 13 weeks of 70,000 at 20%: 14,000 and 1,400 of tax each.
    holds(Panel::Quote, &format!("{quote}&status=hourly"), &["the fee is ¥200,200"]);
    assert!(!filled(Panel::Quote, &format!("{quote}&status=hourly")).contains(hint));
    assert!(!filled(Panel::Quote, "hourly-rate=40&weekly-hours=25&weeks=8").contains("a different fee"));
}

/// A client who may go without a fee is no breach of the terms.
#[test]
fn leaving_is_no_breach_where_it_is_allowed() {
    let stake = "&gigs=12&gig-price=250&contract-price=2800&monthly-take-home=3000&rebuild-months=6";
    let html = filled(Panel::Leaving, &format!("contract-months=24{stake}"));
    assert!(html.contains("on the gigs is worth it only") && !html.contains("on the contract is worth it"), "{html}");
    let html = filled(Panel::Leaving, &format!("contract-months=24&gig-months=24{stake}"));
    assert!(!html.contains("If you break the terms") && !html.contains("worth it only"), "{html}");
    let little = "gigs=1&gig-price=1000&contract-price=1000&conversion-fee=50&rebuild-months=1&monthly-take-home=50";
    holds(Panel::Leaving, little, &["The gig saves $", "The contract saves $"]);
}

#[test]
fn every_charge_is_drawn_and_said_to_be_for_what_it_counts() {
    holds(
        Panel::About,
        "fee=20%25 then 3%25",
        &["One rate for every payment.", "Then, on the remainder:", "<b>3%</b>"],
    );
    for (fee, caption) in [
        ("10%25 at least 5", "The same for every payment."),
        ("2.9%25 %2B 0.30", "The same for every payment."),
        ("0%25 %2B 15 per contract", "The same for every contract."),
        ("4%25 at most 99 per month", "The same for every month."),
    ] {
        let html = filled(Panel::About, &format!("fee={fee}"));
        assert!(html.contains(caption) && !html.contains("One rate"), "{fee}: {html}");
    }
}

#[test]
fn a_bar_that_stands_for_more_than_its_place_says_so() {
    // The contract is one payment, and nothing at all in a few cases of a hundred: far below the axis.
    holds(Panel::Risk, "", &["The first bar is everything under $"]);
    // Of thirty payments for each side none is that far off.
    let html = filled(Panel::Risk, "bad-review=50&work-lost=1&gig-price=500");
    assert!(!html.contains(" bar is everything"), "{html}");
}

#[test]
fn a_platform_in_a_row_is_not_said_to_be_left_out() {
    for link in ["", "schedule=crowdworks-2026", "fee=5%25&currency=EUR", "fee=5%25&currency=GBP"] {
        let html = filled(Panel::Others, link);
        let (rows, left_out) = html.split_once("Other currencies</summary><p class=\"th-hint\">").expect(link);
        let names = left_out.split('<').next().unwrap_or_default();
        for name in names.split(", ").map(|name| name.split(" (").next().unwrap_or_default()) {
            assert!(!rows.contains(&format!("<b>{name}</b>")), "{link}: {name}");
        }
    }
}

#[test]
fn what_one_platform_does_is_named_where_the_fee_is_anothers() {
    let dispute = "worth it only if your chance of winning is over";
    for (link, named) in
        [("", false), ("schedule=upwork-2025", false), ("schedule=fiverr-2026", true), ("fee=10%25", true)]
    {
        for (panel, line) in [(Panel::Dispute, dispute), (Panel::Score, "one bad outcome would take your score from")] {
            let said = closed(panel, link);
            let expected = if named { format!(": on Upwork, {line}") } else { format!(": {line}") };
            assert!(said.contains(&expected), "{link}: {said}");
        }
    }
}

/// A misspelt one would be left out in silence.
#[test]
fn presets_name_fields() {
    let mut found = 0;
    for panel in Panel::ALL {
        let state = State::new(Author::default(), "");
        let html = said("", |context| controls(panel, &state, context).unwrap_or_default().to_text());
        for rest in html.split("data-field=\"fill-in\" value=\"").skip(1) {
            let link = rest.split('"').next().unwrap_or_default().replace("&amp;", "&");
            assert_eq!(pairs(&link).len(), link.split('&').count(), "{link}");
            found += 1;
        }
    }
    assert!(found > 8, "only {found} presets");
}

#[test]
fn what_a_panel_assumes_is_not_in_the_comparison() {
    for panel in Panel::ALL {
        let state = State::new(Author::default(), "");
        let html = said("", |context| controls(panel, &state, context).unwrap_or_default().to_text());
        let assumes =
            html.contains("Numbers from") || html.contains("From the sources") || html.contains("Our own example");
        let expected = [Panel::Costs, Panel::Months, Panel::Risk, Panel::Dispute, Panel::Score].contains(&panel);
        assert_eq!(assumes, expected, "{panel:?}");
        // Where nothing can be typed, the note is in the contents, once.
        let still = said("", |context| content(panel, &PanelContext { live: false, ..*context }).to_text());
        let notes = ["Numbers from", "From the sources", "Our own example"].map(|note| still.matches(note).count());
        assert_eq!(notes.iter().sum::<usize>(), usize::from(expected), "{panel:?}");
    }
    assert_eq!(comparison("").after_costs, None);
}

#[test]
fn schedules_that_leave_the_same_share_a_row() {
    let html = filled(Panel::Others, "");
    let row = html.split("<tr").find(|row| row.contains("value=\"commercehero-2026\"")).expect("a fee of 10%");
    assert!(row.contains("value=\"faith-in-freelancers-2026\"") && row.contains("more with the same result"), "{row}");
    assert_eq!(html.matches("aria-current=\"true\"").count(), 1);
    let listed = html.matches("data-field=\"schedule\"").count();
    let fits = take_home::compare::elsewhere(&scenario("")).verdicts.len();
    assert_eq!(listed, fits, "each is listed once");
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
                    "a", "b", "button", "caption", "circle", "code", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "g",
                    "li", "line", "ol", "p", "path", "polyline", "rect", "small", "span", "summary", "svg", "table", "tbody", "td", "text",
                    "th", "thead", "tr", "ul",
                ];
                prop_assert!(known.contains(&name.as_str()), "<{}", tag);
            }
            prop_assert_eq!(html.matches('<').count(), html.matches('>').count());
        }
    }
}

/// Where both sides are lists, and where there is one gig, nothing calls them the contract or the gigs.
#[test]
fn panels_call_the_sides_what_they_are() {
    let costs = "gig-hours=2&contract-hours=10&bid-minutes=35&withdrawal-fee=1&bid-cost=1";
    let more = "gig-duration=4&contract-duration=2&keep=900&hourly-pay=20&non-payment=3&bad-review=5&work-lost=10&client-schedule=none";
    let words = |link: &str| {
        Panel::ALL.map(|panel| {
            let open = said(link, |context| {
                let html = content(panel, &PanelContext { live: false, ..*context }).to_text();
                // Sources are in others' words.
                let html = html.split("<summary>Sources").next().unwrap_or_default();
                let texts = html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
                texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("|")
            });
            (panel, closed(panel, link), open)
        })
    };
    for verdict in ["money", "hour"] {
        let rest = format!("{costs}&{more}&verdict={verdict}");
        for (panel, line, open) in words(&format!("gig-list=20 x 150, 300&contract-list=2 x 1500, 900&{rest}")) {
            for name in
                ["the contract", "The contract", "contract +", "the gigs", "The gigs", "gigs +", "Gigs,", "Contract,"]
            {
                assert!(!line.contains(name), "{panel:?}: {line}");
                assert!(!open.contains(name) || panel == Panel::About, "{panel:?}: {name}: {open}");
            }
        }
        for (panel, line, open) in words(&format!("gigs=1&gig-price=9000&{rest}")) {
            for name in ["the gigs", "gigs +", "Gigs,", "small gigs"] {
                assert!(!line.contains(name), "{panel:?}: {line}");
                assert!(!open.contains(name) || panel == Panel::About, "{panel:?}: {name}: {open}");
            }
        }
    }
}

/// A field that nobody can see is of no use; those of `src/view/` are above the panels.
#[test]
fn every_field_is_in_a_panel_or_above_them() {
    let shown: String = [
        "",
        "gig-list=2 x 500 for Acme&contract-list=2 x 500 for Acme",
        "gig-hours=2&contract-hours=10",
        "client-schedule=custom&client-fee=Plus: 0%25..10%25; Basic: 5%25&client-status=plus",
    ]
    .iter()
    .flat_map(|link| {
        let state = State::new(Author::default(), link);
        assert_eq!(*state.ignored, [], "{link}");
        let controls = |panel| controls(panel, &state, &context(&state)).map(|html| html.to_text()).unwrap_or_default();
        Panel::ALL.map(controls)
    })
    .collect();
    let is_shown = |field: &Field| shown.contains(&format!("data-field=\"{}\"", field.name()));
    let above: Vec<&str> = Field::ALL.iter().filter(|field| !is_shown(field)).map(|field| field.name()).collect();
    let known = "schedule fee rate gig-rate contract-rate status gigs gig-price gig-clients gig-list-level gig-billed \
        contract-price contract-list-level same-total contract-billed";
    // A page's settings have no field.
    assert_eq!(above.join(" "), format!("{known} currency lang theme view"));
}

#[test]
fn each_picture_has_its_numbers_as_a_table() {
    // 10,000 × the chance − 337.50.
    let rows = [
        "<th scope=\"row\">0%</th><td>−$337.50</td>",
        "<th scope=\"row\">25%</th><td>$2,162.50</td>",
        "<th scope=\"row\">100%</th><td>$9,662.50</td>",
    ];
    holds(Panel::Dispute, "claim=10000&arbitration-fee=337.5", &rows);
    // What decides is among them: 900 × 11.12% − 100, and what has to be asked for the contract to keep $12,000.
    holds(Panel::Dispute, "claim=900&arbitration-fee=100", &["<th scope=\"row\">11.1%</th><td>$0.08</td>"]);
    holds(Panel::Quote, "keep=12000", &["<th scope=\"row\">$13,210.53</th><td>–</td><td>$12,000.00</td>"]);
    for panel in [Panel::Map, Panel::Working, Panel::Costs, Panel::Quote, Panel::Months, Panel::Risk, Panel::Dispute] {
        let link = "keep=10000&claim=10000&arbitration-fee=337.5&non-payment=2&bid-minutes=35&gig-duration=3";
        let html = opened_or_empty(panel, &State::new(Author::default(), link));
        let is_one = panel == Panel::Working || html.contains("<summary>These numbers as a table</summary>");
        assert!(is_one && html.contains("<table"), "{panel:?}: {html}");
    }
}

#[test]
fn the_map_has_its_leads_as_a_table() {
    let map = |link: &str| opened_or_empty(Panel::Map, &State::new(Author::default(), link));
    let html = map("");
    assert!(html.contains("Rows: Number of gigs. Columns: Price per gig.</caption>"), "{html}");
    let ranges = State::new(Author::default(), "").ranges;
    let [gigs, price] = [Field::Gigs, Field::GigPrice].map(|field| ranges.of(field).expect("it has a slider").to);
    let last = State::new(Author::default(), "").after(Action::Place([(Field::Gigs, gigs), (Field::GigPrice, price)]));
    let verdict = &last.answer.comparison.verdict;
    let lead = last.words().short_verdict(verdict.lead, verdict.difference);
    assert!(html.contains(&format!("<td>{lead}</td></tr></tbody>")), "{lead}: {html}");
    // The reader's own numbers are among them, with what the answer says: 27,900 − 1,945 against 45 × (620 − 112).
    let own = map("gigs=45&gig-price=620");
    for part in ["$620</th>", "<th scope=\"row\">45</th>", "<td>contract +$3,095</td>"] {
        assert!(own.contains(part), "{part}: {own}");
    }
    assert_eq!(comparison("gigs=45&gig-price=620").verdict.difference, support::usd("3,095"));
    // Wide figures leave room for fewer beside each other on a phone.
    let columns = |link: &str| map(link).matches("scope=\"col\"").count();
    let links = ["gig-price=20&contract-price=600", "gig-price=2345.67&contract-price=50000", "gig-price=99999999.99"];
    assert_eq!(links.map(columns), [3, 2, 1]);
    // By the hour they say so.
    let hourly = map("gig-hours=10&contract-hours=200&verdict=hour");
    assert!(hourly.contains(" an hour</td>"), "{hourly}");
}
