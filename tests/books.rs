//! Do a reader's own files say the same as the calculator? Files are made here, in every way in which people write them.

mod support;

use ::books::{Client, Paid, Reading, Returned, Settings, Statement, Usual, check, gigs, in_force, others, under};
use proptest::prelude::*;
use support::{comparison, usd};
use take_home::amount::{Currency, Money, Rate};
use take_home::books::{Action, Effect, Fees, Opened, Setting, Stage, view};
use take_home::fees::{Basis, Choice, PLATFORMS, Schedule};
use take_home::scenario::{DecimalMark, Field};
use take_home::state::{self, Author, State};
use time::{Date, Duration, macros::date};
use words::{BooksDone, Unfit};

const USUAL: Usual = Usual { currency: Currency::USD, mark: DecimalMark::Point };

fn read(text: &str) -> Statement {
    let mut reading = Reading::new(Settings::default(), USUAL);
    assert!(reading.take(text), "{text}");
    reading.end()
}

/// Payments as days after the first, clients and cents.
fn payments() -> impl Strategy<Value = Vec<(i64, u32, i64)>> {
    prop::collection::vec((0_i64..900, 0_u32..5, 1_i64..300_000), 1..40)
}

fn day(after: i64) -> Date {
    date!(2016 - 07 - 01) + Duration::days(after)
}

/// The same as a statement has them.
fn paid(payments: &[(i64, u32, i64)]) -> Vec<Paid> {
    let mut payments = payments.to_vec();
    payments.sort_by_key(|(after, ..)| *after);
    let one = |(line, (after, client, cents)): (u32, &(i64, u32, i64))| Paid {
        line,
        day: Some(day(*after)),
        client: Some(Client(*client)),
        gross: Money::from_minor(*cents),
        taken: None,
        returned: Returned::default(),
    };
    (2..).zip(&payments).map(one).collect()
}

/// How somebody writes a file.
#[derive(Clone, Debug)]
struct Dialect {
    separator: char,
    /// Whether cells are quoted, the decimal mark is a comma, thousands are separated, and the last day comes first.
    habits: [bool; 4],
    date: usize,
    end: &'static str,
    mark: &'static str,
}

fn dialect() -> impl Strategy<Value = Dialect> {
    let end = prop::sample::select(vec!["\n", "\r\n"]);
    let mark = prop::sample::select(vec!["", "\u{feff}"]);
    (prop::sample::select(vec![',', ';', '\t']), any::<[bool; 4]>(), 0_usize..4, end, mark)
        .prop_map(|(separator, habits, date, end, mark)| Dialect { separator, habits, date, end, mark })
}

impl Dialect {
    fn cell(&self, text: &str) -> String {
        if self.habits[0] || text.contains([self.separator, '"']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.to_owned()
        }
    }

    fn amount(&self, cents: i64) -> String {
        let (point, comma) = if self.habits[1] { (',', '.') } else { ('.', ',') };
        let (whole, rest) = (cents / 100, cents % 100);
        if self.habits[2] && whole >= 1_000 {
            format!("{}{comma}{:03}{point}{rest:02}", whole / 1_000, whole % 1_000)
        } else {
            format!("{whole}{point}{rest:02}")
        }
    }

    fn day(&self, day: Date) -> String {
        let (year, month, number) = (day.year(), u8::from(day.month()), day.day());
        let name = &day.month().to_string()[..3];
        match self.date {
            0 => day.to_string(),
            1 => format!("{name} {number}, {year}"),
            2 => format!("{number:02}.{month:02}.{year}"),
            _ => format!("{month:02}/{number:02}/{year}"),
        }
    }

    fn file(&self, payments: &[Paid]) -> String {
        let mut rows = vec![];
        for paid in payments {
            let name = ["Acme", "Berta, Inc.", "\"Q\"", "Müller; Söhne", "5"][paid.client.unwrap().0 as usize];
            let name = if name == "5" { "No. 5" } else { name };
            rows.push([self.day(paid.day.unwrap()), name.to_owned(), self.amount(paid.gross.minor())]);
        }
        if self.habits[3] {
            rows.reverse();
        }
        rows.insert(0, ["Date".into(), "Client".into(), "Amount".into()]);
        let line = |row: [String; 3]| row.map(|cell| self.cell(&cell)).join(&self.separator.to_string());
        let lines: Vec<String> = rows.into_iter().map(line).collect();
        format!("{}{}", self.mark, lines.join(self.end))
    }
}

proptest! {
    /// Whoever writes a file, it says the same.
    #[test]
    fn a_file_reads_back(payments in payments(), dialect in dialect()) {
        let payments = paid(&payments);
        let text = dialect.file(&payments);
        let statement = read(&text);
        prop_assert_eq!(&statement.left_out, &vec![], "{}", text);
        let all: Vec<(Option<Date>, Money)> = statement.payments.iter().map(|paid| (paid.day, paid.gross)).collect();
        // Days that could be read in two ways need one that cannot.
        if statement.order.1 {
            let expected: Vec<(Option<Date>, Money)> = payments.iter().map(|paid| (paid.day, paid.gross)).collect();
            prop_assert_eq!(all, expected, "{}", text);
        }
        let by_client = |payments: &[Paid], name: &dyn Fn(Client) -> String| {
            let mut sums: Vec<(String, Money)> = vec![];
            for paid in payments {
                let name = name(paid.client.unwrap());
                match sums.iter_mut().find(|(other, _)| *other == name) {
                    Some((_, sum)) => *sum += paid.gross,
                    None => sums.push((name, paid.gross)),
                }
            }
            sums.sort();
            sums
        };
        let names = ["Acme", "Berta, Inc.", "\"Q\"", "Müller; Söhne", "No. 5"];
        prop_assert_eq!(
            by_client(&statement.payments, &|client| statement.clients[client.0 as usize].clone()),
            by_client(&payments, &|client| names[client.0 as usize].to_owned()),
            "{}", text
        );
    }

    /// Under every schedule a file costs what the calculator says of the same work as a list.
    #[test]
    fn a_file_costs_what_its_list_costs(payments in payments(), which in any::<prop::sample::Index>()) {
        let schedules: Vec<&'static Schedule> = others(Currency::USD).collect();
        let schedule = schedules[which.index(schedules.len())];
        let basis = schedule.fee.charge(Choice::default()).basis;
        // A list has no dates, and spreads its gigs evenly.
        prop_assume!(!matches!(basis, Basis::Month) && !schedule.fee.counts_months());
        let payments = paid(&payments);
        let names: Vec<String> = (0..5).map(|number| format!("Client number {number}")).collect();
        let rate = Rate::from_percent(10.into()).unwrap();
        let fee = under(schedule, &payments, &|_| true, Currency::USD, rate).unwrap();
        // One line for each payment: equal ones together would be charged in another order.
        let lines = payments.iter().map(|paid| {
            format!("{} for {}", Currency::USD.plain(paid.gross), names[paid.client.unwrap().0 as usize])
        });
        let choice = schedule.fee.nearest(Choice::at(rate));
        let link = format!("currency=USD&schedule={}&rate={}&gig-list={}", schedule.id, choice.rate.percent(), lines.collect::<Vec<_>>().join(", "));
        let link = if schedule.fee.open_rate().is_some() { link } else { link.replace(&format!("&rate={}", choice.rate.percent()), "") };
        prop_assert_eq!(comparison(&link).outcomes.gigs.service_fee, fee, "{}", link);
    }

    /// A list that is made of payments bills as much for each client, whatever the clients are called.
    #[test]
    fn payments_become_a_list(payments in payments(), names in prop::collection::vec("[a-z2 ,;é]{0,70}( clients?)?", 5)) {
        let payments = paid(&payments);
        let (text, gross) = gigs(payments.iter(), &names, Currency::USD).unwrap();
        let list = take_home::scenario::read_list(&text, DecimalMark::Point).unwrap().in_currency(Currency::USD).unwrap();
        prop_assert_eq!(list.lines().iter().map(|line| line.price * line.jobs).sum::<Money>(), gross);
        let clients: std::collections::BTreeSet<_> = payments.iter().map(|paid| paid.client.unwrap()).collect();
        prop_assert_eq!(list.named(), clients.len(), "{}", text);
    }

    /// What was taken by the schedule itself is right, to the cent, whatever the order within a day for a fee on contracts.
    #[test]
    fn what_a_schedule_says_is_right(payments in payments()) {
        let platform = PLATFORMS.iter().find(|platform| platform.name == "Upwork").unwrap();
        let schedule = Schedule::find("upwork-2016").unwrap();
        let mut payments = paid(&payments);
        // A naive sum: 20% of a client's first 500, 10% up to 10,000, then 5%.
        let mut billed = [0_i64; 5];
        for paid in &mut payments {
            let part = |from: i64, to: i64, percent: i64, upto: i64| (upto.min(to) - from).max(0) * percent;
            let fee = |upto: i64| part(0, 50_000, 20, upto) + part(50_000, 1_000_000, 10, upto) + part(1_000_000, i64::MAX, 5, upto);
            let before = billed[paid.client.unwrap().0 as usize];
            let after = before + paid.gross.minor();
            billed[paid.client.unwrap().0 as usize] = after;
            paid.taken = Some(Money::from_minor((fee(after) - fee(before) + 50).div_euclid(100)));
        }
        for paid in &payments {
            prop_assert_eq!(in_force(platform, paid.day).unwrap().0.id, schedule.id);
        }
        let found = check(&payments, &|_| true, Some(platform), Currency::USD, Rate::ZERO);
        prop_assert_eq!((found.differences.len(), found.rounded), (0, 0));
        prop_assert_eq!((found.expected, found.compared), (found.taken, u32::try_from(payments.len()).unwrap()));
        // Half of it is history.
        let half = payments[payments.len() / 2].day;
        let found = check(&payments, &|paid| paid.day >= half, Some(platform), Currency::USD, Rate::ZERO);
        prop_assert_eq!((found.differences.len(), found.rounded), (0, 0));
    }

    /// Nothing that a file may contain stops the page.
    #[test]
    fn any_text_is_read(text in "(?s)([a-z0-9,;\t\"\n./$€-]|Date|Amount|Fee|2026-01-01|\u{0}|.){0,400}", at in 0_usize..400) {
        let mut reading = Reading::new(Settings::default(), USUAL);
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        reading.take(&text[..at]);
        reading.take(&text[at..]);
        let statement = reading.end();
        let found = check(&statement.payments, &|_| true, None, statement.currency, Rate::ZERO);
        let gross: Money = statement.payments.iter().map(|paid| paid.gross).sum();
        prop_assert_eq!(found.gross, gross);
    }
}

/// What is opened, after these actions.
fn opened(actions: Vec<Action>) -> (Opened, Vec<Effect>) {
    let state = State::new(Author::default(), "");
    let mut opened = Opened::default();
    let effects = actions.into_iter().filter_map(|action| opened.after(action, &state)).collect();
    (opened, effects)
}

fn whole(text: &str) -> Vec<Action> {
    vec![Action::Open(Some("a.csv".into()), 0), Action::Take(Some(text.into()), 1_000), Action::Take(None, 1_000)]
}

const FILE: &str =
    "Date,Client,Amount,Fee\n2024-01-01,Acme,1000,100\n2025-01-01,Berta,500,50\n2025-02-01,Acme,500,50\n";

#[test]
fn payments_become_the_calculators_gigs() {
    let (_, effects) =
        opened([whole(FILE), vec![Action::Choose(Setting::Year(Some(2025))), Action::UseAsGigs]].concat());
    let Some(Effect::Act(action)) = effects.last() else { panic!("{effects:?}") };
    let state = State::new(Author::default(), "").after(action.clone());
    assert_eq!(*state.problems, []);
    assert_eq!(state.draft.text(Field::GigList), "500 for Berta, 500 for Acme");
    // The same sum as one contract, under Upwork's fee of today.
    assert_eq!(
        (state.draft.text(Field::ContractPrice), state.draft.text(Field::Schedule)),
        ("1,000.00", "upwork-2025")
    );
}

/// What would have been taken is said of the same payments as what was: the last one here has no fee in the file.
#[test]
fn what_was_published_is_said_of_all_payments() {
    let file = "Date,Client,Amount,Fee\n2023-01-05,Acme,1000,150\n2023-07-05,Beta,1000,120\n2023-08-06,C,5000,\n";
    let (found, _) = opened(whole(file));
    let html = view(&found, &State::new(Author::default(), "")).to_text().replace('\u{a0}', " ");
    // 150 + 120 + 500, of which 20 more than published.
    for part in ["The fees took <b>$770</b>", "the total would have been <b>$750</b>: $20 less"] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    // Each client is one contract already.
    assert!(
        html.contains("As one contract for each of the 3 clients, the fees would have been $770: the same"),
        "{html}"
    );
}

/// Both sides are the payments alone: nothing of an earlier plan stays.
#[test]
fn payments_replace_whatever_was_compared_before() {
    let file = "Date,Client,Amount,Fee\n2024-01-05,Acme,1000,100\n2024-02-05,Berta,250,25\n2024-02-15,Berta,750,75\n";
    for before in [
        "gig-list=5 x 100&gig-list-level=110",
        "contract-list=3 x 50&contract-list-level=90",
        "gig-billed=700&contract-billed=300&contract-payments=4",
        "gig-months=7&contract-months=30&gig-duration=4&contract-duration=6",
        "schedule=upwork-2025&gig-rate=5&contract-rate=15",
        "same-total",
    ] {
        let before =
            if before.contains("schedule") { before.to_owned() } else { format!("schedule=upwork-2023&{before}") };
        let state = State::new(Author::default(), &before);
        let mut opened = Opened::default();
        for action in whole(file) {
            let _ = opened.after(action, &state);
        }
        let Some(Effect::Act(action)) = opened.after(Action::UseAsGigs, &state) else { panic!("{before}") };
        let state = state.after(action);
        let sides = &state.answer.comparison.outcomes;
        // 2,000 less 10% either way.
        assert_eq!([sides.gigs.gross, sides.contract.gross], [support::usd("2,000.00"); 2], "{before}");
        assert_eq!([sides.gigs.take_home, sides.contract.take_home], [support::usd("1,800.00"); 2], "{before}");
    }
}

/// A link may show the names in its list; a reader's own clients are named only if the reader says so.
#[test]
fn names_from_a_file_stay_out_of_links() {
    let file = "Date,Client,Amount\n2026-01-10,Acme,1000\n2026-02-10,Berta,500\n";
    let state = State::new(Author::default(), "#list-names&gig-list=5 for Zed");
    assert!(state.link().contains("Zed"));
    let mut opened = Opened::default();
    for action in whole(file) {
        let _ = opened.after(action, &state);
    }
    let Some(Effect::Act(action)) = opened.after(Action::UseAsGigs, &state) else { panic!("no gigs") };
    let state = state.after(action);
    assert!(state.link().contains("for%20A") && !state.link().contains("Acme"), "{}", state.link());
}

/// A file says which rate was taken: an open one is that, and another fee is said to be another one.
#[test]
fn payments_keep_the_rate_that_the_file_says() {
    let used = |link: &str, fees: [&str; 2]| {
        let [first, second] = fees;
        let file = format!("Date,Client,Amount,Fee\n2026-01-10,Acme,1000,{first}\n2026-02-10,Berta,500,{second}\n");
        let state = State::new(Author::default(), link);
        let mut opened = Opened::default();
        for action in whole(&file) {
            let _ = opened.after(action, &state);
        }
        let Some(Effect::Act(action)) = opened.after(Action::UseAsGigs, &state) else { panic!("{link}") };
        let state = state.after(action);
        let outcomes = &state.answer.comparison.outcomes;
        (state.problems.len(), outcomes.gigs.take_home, opened.said)
    };
    let dollars = support::usd;
    // 1,500 less 15%, 7.5% and 10%.
    assert_eq!(used("schedule=upwork-2025", ["150", "75"]), (0, dollars("1,275.00"), Some(BooksDone::Used)));
    assert_eq!(used("schedule=upwork-2025", ["75", "37.50"]), (0, dollars("1,387.50"), Some(BooksDone::Used)));
    assert_eq!(used("schedule=upwork-2023", ["100", "50"]), (0, dollars("1,350.00"), Some(BooksDone::Used)));
    // Fees of 10% are rounded down to 99.99 and 50: the rate is 10%, and 1,500 less 150 is what is kept.
    assert_eq!(used("schedule=upwork-2025", ["99.99", "50"]), (0, dollars("1,350.00"), Some(BooksDone::Used)));
    // More than 15% is not Upwork's, 15% and 10% are two rates, and Fiverr's 20% are not 15%.
    assert_eq!(used("schedule=upwork-2025", ["200", "100"]), (0, dollars("1,350.00"), Some(BooksDone::UsedAtOtherFee)));
    assert_eq!(used("schedule=upwork-2025", ["150", "50"]), (0, dollars("1,350.00"), Some(BooksDone::UsedAtOtherFee)));
    assert_eq!(used("schedule=fiverr-2026", ["150", "75"]), (0, dollars("1,200.00"), Some(BooksDone::UsedAtOtherFee)));
}

#[test]
fn a_file_in_a_currency_that_the_fee_is_not_in_changes_nothing() {
    let euros = "Date,Client,Amount,Currency\n2026-01-31,Acme,500.00,EUR\n2026-02-28,Berta,800.00,EUR\n";
    let used = |link: &str, fees: Fees| {
        let state = State::new(Author::default(), link);
        let mut opened = Opened::default();
        for action in whole(euros).into_iter().chain([Action::Choose(Setting::Fees(fees))]) {
            let _ = opened.after(action, &state);
        }
        (opened.after(Action::UseAsGigs, &state), opened.said)
    };
    // The limits of Upwork's fee of 2016 are in dollars.
    assert_eq!(used("", Fees::None), (None, Some(BooksDone::OtherCurrency)));
    let (effect, said) = used("schedule=fiverr-2026", Fees::None);
    let Some(Effect::Act(action)) = effect else { panic!("{effect:?}") };
    let before = State::new(Author::default(), "schedule=fiverr-2026");
    let state = before.after(action);
    assert_eq!((&*state.problems, said), (&[][..], Some(BooksDone::Used)));
    assert_eq!(state.answer.scenario.currency().code(), "EUR");
}

#[test]
fn what_the_payments_replace_can_be_brought_back() {
    let typed = State::new(Author::default(), "gigs=12&contract-price=4321");
    let mut opened = Opened::default();
    for action in whole(FILE) {
        let _ = opened.after(action, &typed);
    }
    let Some(Effect::Act(action)) = opened.after(Action::UseAsGigs, &typed) else { panic!("no gigs") };
    let used = typed.after(action.clone());
    assert_ne!(used.link(), typed.link());
    // And the payments of another file, or year, after them.
    let used = used.after(action);
    assert_eq!(used.after(state::Action::BringBack).link(), typed.link());
}

/// Only one is read, which is said until another is opened.
#[test]
fn of_several_files_the_others_are_counted() {
    let state = State::new(Author::default(), "");
    for (others, line) in [
        (0, None),
        (1, Some("The other file was not read.")),
        (2, Some("The other 2 files were not read. Open one file at a time.")),
    ] {
        for text in [FILE, "%PDF"] {
            let mut actions = whole(text);
            actions[0] = Action::Open(Some("a.csv".into()), others);
            let (found, _) = opened(actions);
            let html = view(&found, &state).to_text().replace('\u{a0}', " ");
            assert_eq!(html.contains("not read"), line.is_some(), "{html}");
            assert!(line.is_none_or(|line| html.contains(line)), "{html}");
        }
    }
}

/// 3,000 yen are neither 3,000 nor 30 dollars.
#[test]
fn what_was_spent_is_said_in_its_own_currency() {
    let file = "Date,Type,Description,Amount,Currency\n2026-01-05,Income,Acme logo,500.00,USD\n2026-01-08,Expense,Licence,-3000,JPY\n";
    let (found, _) = opened(whole(file));
    let html = view(&found, &State::new(Author::default(), "")).to_text().replace('\u{a0}', " ");
    assert!(html.contains("You paid ¥3,000"), "{html}");
}

#[test]
fn a_choice_reads_the_file_again() {
    let (found, effects) = opened([whole(FILE), vec![Action::Choose(Setting::Mark(DecimalMark::Comma))]].concat());
    assert_eq!(effects, [Effect::Read, Effect::Read]);
    // What was there stays until then.
    assert!(matches!(found.stage, Stage::Read(_)) && found.done() == Some(0));
}

#[test]
fn what_arrived_is_read_again_under_another_fee() {
    let net = "Date,Client,Net\n2026-01-31,Acme,90.00\n";
    let gross = |choices: Vec<Action>| {
        let (found, _) = opened(
            [whole(net), choices, vec![Action::Take(Some(net.into()), 1_000), Action::Take(None, 1_000)]].concat(),
        );
        let Stage::Read(read) = found.stage else { panic!("it is read") };
        [read.check.gross, read.check.fee].map(Money::minor)
    };
    let of = |name: &str| PLATFORMS.iter().find(|platform| platform.name == name).expect(name);
    let fees = |fees| vec![Action::Choose(Setting::Fees(fees))];
    assert_eq!(gross(fees(Fees::Of(of("Freelancer.com")))), [10_000, 1_000]);
    assert_eq!(gross(fees(Fees::None)), [9_000, 0]);
}

#[test]
fn years_before_the_one_that_counts_are_history() {
    // Berta's first 500 were billed the year before.
    let file = "Date,Client,Amount,Fee\n2017-01-01,Berta,500,100\n2018-01-01,Berta,500,50\n";
    let (found, _) = opened([whole(file), vec![Action::Choose(Setting::Year(Some(2018)))]].concat());
    let Stage::Read(read) = found.stage else { panic!("not read") };
    assert_eq!(
        (read.check.taken, read.check.expected, read.check.compared),
        (Money::from_minor(50_00), Money::from_minor(50_00), 1)
    );
    assert_eq!(read.years, [2018, 2017]);
}

#[test]
fn twenty_thousand_rows_are_read_within_their_memory() {
    let row = |row: u32| {
        let (month, day, client, whole) = (1 + row % 12, 1 + row % 28, row % 300, 100 + row % 900);
        format!("2026-{month:02}-{day:02},Client {client},{whole}.50,10.00")
    };
    let rows: Vec<String> = (0..20_000).map(row).collect();
    let text = format!("Date,Client,Amount,Fee\n{}", rows.join("\n"));
    let statement = read(&text);
    assert_eq!((statement.payments.len(), statement.clients.len()), (20_000, 300));
    assert_eq!(statement.payments.iter().map(|paid| paid.gross).sum::<Money>(), usd("10,930,000"));
}

#[test]
fn a_report_names_nobody() {
    let file = "Date,Client,Amount,Fee,Description,Id\n2024-01-01,Acme,1000,130,Logo for Acme,700000001\n2024-02-01,Berta,500,50,Site,700000002\n";
    let (found, _) = opened(whole(file));
    let Stage::Read(read) = found.stage else { panic!("not read") };
    assert_eq!(
        take_home::books::report(&read),
        "date\tbilled (USD)\ttaken\tpublished\tschedule\n2024-01-01\t1000.00\t130.00\t100.00\tupwork-2023"
    );
}

#[test]
fn what_is_no_text_is_not_read() {
    for (text, why) in [("PK\u{3}\u{4}abc", Unfit::Workbook), ("%PDF-1.7", Unfit::NoText), ("a\0b", Unfit::NoText)] {
        let (found, _) = opened(whole(text));
        assert!(matches!(found.stage, Stage::Unfit(found) if found == why), "{text:?}");
    }
    let (found, _) = opened([whole(FILE), vec![Action::Unreadable]].concat());
    assert!(matches!(found.stage, Stage::Unfit(Unfit::Unreadable)));
}

#[test]
fn a_file_that_is_stopped_or_removed_leaves_nothing() {
    let (found, effects) =
        opened(vec![Action::Open(Some("a.csv".into()), 0), Action::Take(Some(FILE.into()), 500), Action::Stop]);
    assert!(matches!(found.stage, Stage::Unfit(Unfit::Stopped)) && found.done().is_none() && !found.is_working());
    assert_eq!(effects, [Effect::Read]);
    let (found, effects) = opened([whole(FILE), vec![Action::Close]].concat());
    assert!(matches!(found.stage, Stage::Empty));
    assert_eq!(effects, [Effect::Read, Effect::Forget]);
}

/// A contract of 2022 goes on where 2021 ended: Acme is past 10,000 and pays 5%, 250; Berta pays 20% of 500, 100.
#[test]
fn one_contract_for_each_client_has_the_years_before_as_well() {
    let statement = read(
        "Date,Client,Amount,Fee\n2021-03-01,Acme,20000,1550\n2022-03-01,Acme,5000,250\n2022-04-01,Berta,500,100\n",
    );
    let platform = PLATFORMS.iter().find(|platform| platform.name == "Upwork");
    let is_of_year = |paid: &Paid| paid.day.is_some_and(|day| day.year() == 2022);
    let found = check(&statement.payments, &is_of_year, platform, Currency::USD, Rate::ZERO);
    assert_eq!((found.fee, found.bundled), (usd("350.00"), Some((usd("350.00"), 2))));
    // 1,550 of the first 20,000, and 5% of 5,000 more; 100.
    let all = check(&statement.payments, &|_| true, platform, Currency::USD, Rate::ZERO);
    assert_eq!(all.bundled, Some((usd("1900.00"), 2)));
}
