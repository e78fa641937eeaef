//! Does everything that people type, paste and follow give an answer or a message, and never a panic?

mod support;

use proptest::prelude::*;
use take_home::amount::{Currency, Decimal};
use take_home::compare::compare;
use take_home::json::{comparison_json, extras_json};
use take_home::scenario::{
    DecimalMark, Field, Kind, Overrides, Problem, Reason, Side, Unit, doubt, example, follow_link, is_link, limits,
    read_hours, read_link, read_number, validate, write_link,
};
use take_home::words::Words;

#[track_caller]
fn message(field: Field, text: &str) -> String {
    let is_rate = matches!(field.kind(), Kind::Rate { .. });
    let schedule = if is_rate { "upwork-2025" } else { Field::Schedule.default_text() };
    let draft = Overrides::default_draft().with(Field::Schedule, schedule).with(field, text);
    match validate(&draft) {
        Ok(_) => "fine".into(),
        Err(problems) => {
            let words = Words::new(&draft, Currency::USD);
            assert!(problems.iter().all(|problem| problem.field == field), "{problems:?}");
            problems.iter().map(|problem| words.problem(problem)).collect::<Vec<_>>().join(" ")
        }
    }
}

#[track_caller]
fn table(field: Field, rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        assert_eq!(message(field, text), *expected, "{} = {text:?}", field.name());
    }
}

#[test]
fn messages_for_the_number_of_gigs() {
    table(
        Field::Gigs,
        &[
            ("30", "fine"),
            (" 30 ", "fine"),
            ("1,000", "fine"),
            ("10000", "fine"),
            ("12.0", "fine"),
            ("", "Type a number, such as 30."),
            ("  ", "Type a number, such as 30."),
            ("many", "Type a number, such as 30."),
            ("3x", "Type a number, such as 30."),
            ("1e3", "Type a number, such as 30."),
            ("NaN", "Type a number, such as 30."),
            ("-3", "The number cannot be below 0."),
            ("0", "Type a number above 0."),
            ("2.5", "Type a whole number."),
            ("10001", "10,000 at most."),
            ("99999999999999999999999999", "10,000 at most."),
        ],
    );
}

#[test]
fn messages_for_a_price() {
    table(
        Field::GigPrice,
        &[
            ("1200", "fine"),
            ("1,200.50", "fine"),
            ("$ 1 200", "fine"),
            ("1.200,50", "fine"),
            ("18.", "fine"),
            (".5", "fine"),
            ("USD 1200.50", "fine"),
            ("1200 €", "fine"),
            ("", "Type a number, such as 1,200.50."),
            ("$", "Type a number, such as 1,200.50."),
            (".", "Type a number, such as 1,200.50."),
            ("twelve", "Type a number, such as 1,200.50."),
            ("1,2,3", "Type a number, such as 1,200.50."),
            ("12 34", "Type a number, such as 1,200.50."),
            ("1.2.3", "Type a number, such as 1,200.50."),
            ("-5", "The number cannot be below 0."),
            ("−5", "The number cannot be below 0."),
            ("$-5", "The number cannot be below 0."),
            ("0", "Type a number above 0."),
            ("-0", "Type a number above 0."),
            ("0.001", "USD has 2 decimals at most."),
            ("500.125", "USD has 2 decimals at most."),
            ("1000000000001", "$1,000,000,000,000 at most."),
            ("1000000000000", "All gigs together: $1,000,000,000,000 at most."),
            ("9999999999999999999999999999999999999", "Type a number, such as 1,200.50."),
        ],
    );
}

#[test]
fn messages_for_what_was_billed() {
    table(
        Field::ContractBilled,
        &[
            ("0", "fine"),
            ("-0", "fine"),
            ("9,999.99", "fine"),
            ("", "Type a number, such as 1,200.50."),
            ("-1", "The number cannot be below 0."),
            ("x", "Type a number, such as 1,200.50."),
        ],
    );
}

/// Somebody who types the example of a message has typed a number.
#[test]
fn a_message_names_a_number_that_the_field_takes() {
    for (currency, lang) in [("USD", "en"), ("JPY", "en"), ("KWD", "en"), ("EUR", "de"), ("EUR", "fr"), ("INR", "hi")] {
        let draft = Overrides::default_draft()
            .with(Field::Schedule, "custom")
            .with(Field::Fee, "10%")
            .with(Field::Currency, currency)
            .with(Field::Lang, lang);
        let words = Words::new(&draft, currency.parse().unwrap());
        for field in Field::ALL.into_iter().filter(|field| field.kind().is_number()) {
            let problem = Problem { field, reason: Reason::NotANumber };
            let message = words.problem(&problem);
            let example = message.strip_prefix("Type a number, such as ").and_then(|rest| rest.strip_suffix('.'));
            let typed = draft.clone().with(field, example.expect("an example"));
            let problems = validate(&typed).err().unwrap_or_default();
            assert!(
                problems.iter().all(|problem| problem.field != field),
                "{currency} {lang} {}: {message}",
                field.name()
            );
        }
    }
}

/// The unit beside a number is that of its field, or none.
#[test]
fn another_unit_is_no_number() {
    use Field::{BidCost, GigHours, GigPrice, GigWinRate, Gigs, Rate};
    let fine = [
        (GigPrice, "$20"),
        (GigPrice, "20 USD"),
        (GigPrice, "R$ 20"),
        (GigPrice, "R20"),
        (GigPrice, "TT$20"),
        (GigPrice, "Rs. 20"),
        (GigPrice, "MK 20"),
        (GigPrice, "TSh 20"),
        (GigPrice, "Gh₵20"),
        (GigPrice, "ден 20"),
        (BidCost, "€0.50"),
        (Rate, "10 %"),
        (GigWinRate, "10%"),
        (GigHours, "8 h"),
        (GigHours, "8h30"),
        (GigHours, "45 min"),
        (Gigs, "30"),
    ];
    for (field, text) in fine {
        assert_eq!(message(field, text), "fine", "{} = {text}", field.name());
    }
    let foreign = [
        (GigPrice, "20%"),
        (GigPrice, "% 20"),
        (GigPrice, "20٪"),
        (GigPrice, "20 h"),
        // Letters that look like digits, and words.
        (GigPrice, "l500"),
        (GigPrice, "l,500"),
        (GigPrice, "I500"),
        (GigPrice, "O.50"),
        (GigPrice, "k500"),
        (GigPrice, "no 5"),
        (GigPrice, "to 500"),
        (GigPrice, "min 500"),
        (BidCost, "5 hours"),
        (Rate, "$10"),
        (Rate, "10 USD"),
        (Rate, "10 h"),
        (GigWinRate, "€10"),
        (GigHours, "8%"),
        (GigHours, "$8"),
        (GigHours, "8 EUR"),
        (Gigs, "$30"),
        (Gigs, "30%"),
        (Gigs, "30 h"),
        (Gigs, "30 EUR"),
        (Gigs, "x30"),
    ];
    for (field, text) in foreign {
        assert!(message(field, text).starts_with("Type a number, such as "), "{} = {text}", field.name());
    }
}

#[test]
fn messages_for_a_rate() {
    table(
        Field::Rate,
        &[
            ("12", "fine"),
            ("12%", "fine"),
            ("7.125", "fine"),
            ("0", "fine"),
            ("15", "fine"),
            ("15.01", "This fee allows 0% to 15%."),
            ("100", "A rate is between 0% and 99.99%."),
            ("1.23456", "A rate has 4 decimals at most."),
            ("", "Type a number, such as 10."),
            ("ten", "Type a number, such as 10."),
            ("-1", "The number cannot be below 0."),
        ],
    );
    table(Field::GigRate, &[("", "fine"), ("5", "fine"), ("16", "This fee allows 0% to 15%.")]);
}

#[test]
fn messages_for_a_fee() {
    table(
        Field::Fee,
        &[
            ("10%", "fine"),
            ("20% to $500 , 10% to 10,000, 5% PER CLIENT", "fine"),
            ("10%, at least 5 per contract", "fine"),
            ("2.9% + $0.30", "fine"),
            ("10", "The fee is incomplete. Add “%”."),
            ("ten", "“ten” at character 1 does not fit. Write a rate such as 10%."),
            ("100%", "“100%” at character 1 does not fit. Write a rate from 0% to 99.99%."),
            ("1.23456%", "“1.23456%” at character 1 does not fit. Write a rate with 4 decimals at most."),
            ("20% to", "The fee is incomplete. Add an amount such as 500."),
            ("20% to 500", "The fee is incomplete. Add a comma and the next tier, such as “, 10%”."),
            (
                "20% to 500, 10% to 400, 5%",
                "“400, 5%” at character 20 does not fit. Write a limit above the one before.",
            ),
            ("20% to 0, 10%", "“0, 10%” at character 8 does not fit. Write a limit above the one before."),
            (
                "10% per week",
                "“week” at character 9 does not fit. Write “client”, “contract”, “payment”, “month” or “account”.",
            ),
            ("10% at 5", "“5” at character 8 does not fit. Write “least” or “most”."),
            ("10% + 1 + 2", "“+ 2” at character 9 does not fit. Write “+”, “at least” and “at most” once each."),
            (
                "10% or so",
                "“or so” at character 5 does not fit. Write “to”, “+”, “at least”, “at most”, “per” or nothing more.",
            ),
            ("10% per client!", "“!” at character 15 does not fit. Write nothing more."),
            ("15%..5%", "“5%” at character 6 does not fit. Write a second rate above the first."),
            (
                "0%..5% to 100, 0%..6%",
                "“0%..6%” at character 16 does not fit. Write the same range as before: a fee can have only one.",
            ),
            ("10% + 100000001", "“100000001” at character 7 does not fit. Write an amount up to a hundred million."),
            ("10% + 0.305", "An amount in this fee has more decimals than USD allows. Round it."),
        ],
    );
}

#[test]
fn messages_for_the_number_of_clients() {
    let wanted = "Choose each, one or 6.";
    table(
        Field::GigClients,
        &[
            ("each", "fine"),
            ("30", "fine"),
            ("0", "Type a number above 0."),
            ("10000", "fine"),
            ("10001", "10,000 at most."),
            ("2.5", "Type a whole number."),
            ("few", wanted),
        ],
    );
}

#[test]
fn messages_for_languages() {
    let unknown = "Type a language, such as en or pt-BR.";
    let long = |letters: usize| format!("en{}", "-abcdefgh".repeat(5).get(..letters - 2).unwrap_or_default());
    table(
        Field::Lang,
        &[
            ("", "fine"),
            ("en", "fine"),
            ("pt-BR", "fine"),
            ("es-419", "fine"),
            ("zh-Hant-TW", "fine"),
            (&long(35), "fine"),
            (&long(36), unknown),
            ("e", unknown),
            ("e1", unknown),
            ("419", unknown),
            ("en-", unknown),
            ("en_US", unknown),
            ("english-language", "fine"),
            ("languages", unknown),
        ],
    );
}

#[test]
fn what_matters_under_a_fee() {
    let facts = |link: &str| {
        let scenario = support::scenario(link);
        let billed = [Side::Gigs, Side::Contract].map(|side| scenario.counts_earlier_billings(side));
        (billed, scenario.counts_clients(), scenario.counts_months(), scenario.has_open_rate(), scenario.same_total())
    };
    let nothing = ([false; 2], false, false, false, false);
    assert_eq!(facts("fee=10%25"), nothing);
    assert_eq!(facts("fee=20%25 to 500, 10%25 per client"), ([true; 2], true, false, false, false));
    assert_eq!(facts("fee=20%25 to 500, 10%25 per contract"), nothing);
    assert_eq!(facts("fee=20%25 to 500, 10%25 per account"), ([true; 2], false, false, false, false));
    assert_eq!(facts("fee=first 3 months: 10%25; later: 5%25"), ([false; 2], false, true, false, false));
    assert_eq!(facts("fee=5%25..10%25&rate=7"), ([false; 2], false, false, true, false));
    assert_eq!(facts("fee=10%25&same-total"), ([false; 2], false, false, false, true));
    // A rate of one's own is in the place of the one that both share.
    let at_five = support::scenario("fee=5%25..10%25&rate=7&contract-rate=8").with(Field::Rate, 500).expect("a rate");
    assert_eq!([Field::GigRate, Field::ContractRate].map(|field| at_five.inputs().get(field)), [500, 800]);
    let own = |link: &str| [Side::Gigs, Side::Contract].map(|side| support::scenario(link).has_own_rate(side));
    assert_eq!(own("fee=5%25..10%25&rate=7"), [false, false]);
    assert_eq!(own("fee=5%25..10%25&rate=7&contract-rate=8"), [false, true]);
}

#[test]
fn a_fee_with_its_tax_leaves_something_on_both_sides() {
    let told = |link: &str| support::problems(link).into_iter().next();
    let open = "schedule=custom&fee=0%..99.99%";
    assert_eq!(told(&format!("{open}&gig-rate=99.99&contract-rate=1")), None);
    let taxed = Some((Field::FeeTax, Reason::TakesAll));
    assert_eq!(told(&format!("{open}&gig-rate=99.99&contract-rate=1&fee-tax=1")), taxed);
    assert_eq!(told(&format!("{open}&gig-rate=1&contract-rate=99.99&fee-tax=1")), taxed);
}

#[test]
fn the_most_of_a_field_is_in_its_units() {
    let most = |field: Field| [100, 1].map(|units| field.kind().most(units));
    assert_eq!(most(Field::Gigs), [Some(10_000); 2]);
    assert_eq!(most(Field::BadReview), [Some(10_000); 2]);
    assert_eq!(most(Field::GigHours), [Some(i64::from(limits::MAX_HOURS) * 100); 2]);
    assert_eq!(most(Field::ContractPrice), [Some(100_000_000_000_000), Some(1_000_000_000_000)]);
    assert_eq!(most(Field::Rate), [None; 2], "the fee sets it");
}

/// Values that are compared without all that follows from them differ if anything else does.
#[test]
fn what_differs_is_not_equal() {
    let all =
        ["fee=5%25", "fee=6%25", "fee=5%25&fee-tax=19", "schedule=upwork-2025&rate=5", "schedule=upwork-2025&rate=6"];
    for (index, link) in all.iter().enumerate() {
        for (other, other_link) in all.iter().enumerate() {
            let are_equal = support::scenario(link) == support::scenario(other_link);
            assert_eq!(are_equal, index == other, "{link} and {other_link}");
        }
    }
    let ignored = |link: &str| read_link(&Overrides::default(), link).1;
    let all = ["gigs=x", "gigs=y", "gig-price=x", "nothing=x", "status=x&schedule=upwork-direct-2024"];
    for (index, link) in all.iter().enumerate() {
        for (other, other_link) in all.iter().enumerate() {
            assert_eq!(ignored(link) == ignored(other_link), index == other, "{link} and {other_link}");
        }
    }
}

#[test]
fn digits_are_read_as_far_as_a_decimal_holds_them() {
    let twenty_eight = "0.0000000000000000000000000001";
    for (text, read) in [
        ("1.2.3", None),
        ("1.", Some("1")),
        (".", None),
        ("", None),
        (twenty_eight, Some(twenty_eight)),
        ("0.00000000000000000000000000001", None),
        // After 28 digits the rest is dropped behind a point, and too much before it.
        ("1.23456789012345678901234567890123456789", Some("1.234567890123456789012345678")),
        ("1234567890123456789012345678", Some("1234567890123456789012345678")),
        ("12345678901234567890123456789", None),
    ] {
        assert_eq!(take_home::amount::decimal(text).map(|number| number.to_string()).as_deref(), read, "{text}");
    }
}

#[test]
fn messages_for_what_a_fee_leaves_to_the_reader() {
    let told = |link: &str| {
        let (_, ignored) = read_link(&Overrides::default(), link);
        let words = Words::new(&Overrides::default_draft(), Currency::USD);
        ignored.iter().map(|ignored| words.ignored(ignored)).collect::<Vec<_>>().join(" ")
    };
    for (link, message) in [
        ("schedule=upwork-direct-2024&status=gold", "Ignored: status “gold”. Choose basic or freelancer-plus."),
        ("status=gold", ""),
        ("schedule=malt-2019&gig-months=2.5", "Ignored: gig-months “2.5”. Type a whole number."),
        ("schedule=malt-2019&contract-months=1201", "Ignored: contract-months “1201”. 1,200 at most."),
        ("schedule=upwork-client-2016", "Ignored: schedule “upwork-client-2016”. Unknown fee."),
        ("client-schedule=upwork-2016", "Ignored: client-schedule “upwork-2016”. Unknown fee."),
        (
            "schedule=malt-2026&client-schedule=upwork-client-2023",
            "Ignored: client-schedule “upwork-client-2023”. This fee’s limits are in USD. Use USD, or choose another fee.",
        ),
        ("client-fee=5", "Ignored: client-fee “5”. The fee is incomplete. Add “%”."),
        ("schedule=upwork-2025&client-rate=8", "Ignored: client-rate “8”. This fee allows 3% to 7.99%."),
    ] {
        assert_eq!(told(link).replace('\u{a0}', " "), message, "{link}");
    }
}

#[test]
fn all_problems_are_found_at_once() {
    let draft =
        Overrides::default_draft().with(Field::Gigs, "x").with(Field::GigPrice, "").with(Field::ContractPrice, "-1");
    let fields: Vec<Field> = validate(&draft).unwrap_err().iter().map(|problem| problem.field).collect();
    assert_eq!(fields, [Field::Gigs, Field::GigPrice, Field::ContractPrice]);
}

#[test]
fn what_has_no_bearing_cannot_be_wrong() {
    let draft = Overrides::default_draft().with(Field::Schedule, "upwork-2023");
    for (field, text) in
        [(Field::Rate, "x"), (Field::GigRate, "x"), (Field::GigBilled, "x"), (Field::ContractBilled, "")]
    {
        assert!(validate(&draft.clone().with(field, text)).is_ok(), "{}", field.name());
    }
    let tied = draft.with(Field::SameTotal, "yes").with(Field::ContractPrice, "x");
    assert!(validate(&tied).is_ok());
}

#[test]
fn languages_decide_only_what_is_open() {
    let read = |text, mark| read_number(text, mark).map(|number| number.to_string()).ok();
    for (text, point, comma) in [
        ("1.200", Some("1.2"), Some("1200")),
        ("1,200", Some("1200"), Some("1.2")),
        ("1.200,50", Some("1200.5"), Some("1200.5")),
        ("1,200.50", Some("1200.5"), Some("1200.5")),
        ("1,50", Some("1.5"), Some("1.5")),
        ("0,125", Some("0.125"), Some("0.125")),
        ("1.200.000", Some("1200000"), Some("1200000")),
        ("1 200 000,5", Some("1200000.5"), Some("1200000.5")),
        ("1'200.5", Some("1200.5"), Some("1200.5")),
        ("12,00,000", Some("1200000"), Some("1200000")),
        ("1,00,000.50", Some("100000.5"), Some("100000.5")),
        ("12,00,00", None, None),
    ] {
        assert_eq!(read(text, DecimalMark::Point).as_deref(), point, "{text} with a point");
        assert_eq!(read(text, DecimalMark::Comma).as_deref(), comma, "{text} with a comma");
    }
}

#[test]
fn marks_go_by_language_and_region() {
    use DecimalMark::{Comma, Lakh, Point, Spaced, Swiss};
    for (tag, mark, text, number) in [
        ("en", Point, "1,500", "1500"),
        ("en-US", Point, "$1,500", "1500"),
        ("en-GB", Point, "£1,500.50", "1500.5"),
        ("en-ZA", Spaced, "R 1 500,50", "1500.5"),
        ("es", Comma, "1.500", "1500"),
        ("es-ES", Comma, "1.500,50 €", "1500.5"),
        ("es-MX", Point, "$1,500", "1500"),
        ("es-419", Point, "US$1,500", "1500"),
        ("es_PE", Point, "1,500", "1500"),
        ("es-AR", Comma, "$1.500", "1500"),
        ("de", Comma, "1.500", "1500"),
        ("de-AT", Comma, "€ 1.500,–", "1500"),
        ("de-CH", Swiss, "12.500", "12.5"),
        ("de-CH", Swiss, "CHF 1'200.–", "1200"),
        ("de-Latn-LI", Swiss, "1’200.50", "1200.5"),
        ("it-CH", Swiss, "Fr. 1’200.50", "1200.5"),
        ("fr-CH", Swiss, "1 200,50", "1200.5"),
        ("pt-BR", Comma, "R$ 1.200,50", "1200.5"),
        ("vi", Comma, "1.500", "1500"),
        ("VI-vn", Comma, "1.500 ₫", "1500"),
        ("id", Comma, "Rp1.500", "1500"),
        ("sr-Latn-RS", Comma, "1.500", "1500"),
        ("sw-CD", Comma, "1.500", "1500"),
        ("ar-EG", Point, "١٬٢٠٠٫٥", "1200.5"),
        ("ar-MA", Comma, "1.200,50", "1200.5"),
        ("fa", Point, "۱۲۰۰", "1200"),
        ("hi", Lakh, "₹१,२०,०००", "120000"),
        ("en-IN", Lakh, "Rs. 1,00,000/-", "100000"),
        ("en-IN", Lakh, "12,34,567.50", "1234567.5"),
        ("en-IN", Lakh, "1,234,567", "1234567"),
        ("bn-BD", Lakh, "১,০০০", "1000"),
        ("ja", Point, "１，２００", "1200"),
        ("zh-Hant-TW", Point, "NT$1,200", "1200"),
        ("nonsense", Point, "1,200", "1200"),
        ("fr", Spaced, "1 500,50", "1500.5"),
        ("sv-FI", Spaced, "12.500", "12500"),
        ("pt-PT", Spaced, "1 500,50", "1500.5"),
        ("rm", Swiss, "1’500.50", "1500.5"),
        ("en-CH", Swiss, "12.500", "12.5"),
        // What is behind a single letter is no region.
        ("en-x-mtfrom-de", Point, "1,500", "1500"),
        ("en-t-fr", Point, "1,500", "1500"),
        ("de-u-nu-latn", Comma, "1.500", "1500"),
    ] {
        assert_eq!(DecimalMark::of_language(tag), mark, "{tag}");
        assert_eq!(read_number(text, mark).map(|number| number.to_string()), Ok(number.into()), "{tag}: {text}");
    }
}

#[test]
fn money_is_read_with_what_people_write_around_it() {
    for (text, number) in [
        ("R$ 1.200,50", "1200.5"),
        ("US$1,200", "1200"),
        ("$US 1,200", "1200"),
        ("HK$1,200", "1200"),
        ("Rs 1,200", "1200"),
        ("Rs. 1,200", "1200"),
        ("1,200/-", "1200"),
        ("₹1,200/-", "1200"),
        ("1'200.–", "1200"),
        ("1'200.--", "1200"),
        ("CHF 1’200.—", "1200"),
        ("1 200 kr", "1200"),
        ("1 200,-", "1200"),
        ("kr. 1.200,50", "1200.5"),
        ("1.200,50 kr.", "1200.5"),
        ("1 200,50 zł", "1200.5"),
        ("1 200,50 Kč", "1200.5"),
        ("1 200,50 руб.", "1200.5"),
        ("1,200.50 US dollars", "none"),
        ("１２００", "1200"),
        ("￥1,200", "1200"),
        ("1,200 usd", "1200"),
        ("14.5 h", "14.5"),
        ("14,5 hrs", "14.5"),
        ("12.5%", "12.5"),
        ("5k", "none"),
        ("12x", "none"),
        ("abcd 12", "none"),
        ("Php 500", "500"),
        ("500 Php", "500"),
        ("500 mad", "500"),
        ("KSh 500", "500"),
        ("RMB 500", "500"),
        ("Tk 500", "500"),
        ("SFr. 500", "500"),
        // A number of three letters is no code.
        ("5 mil", "none"),
        ("1.5 Mio", "none"),
        ("5 Tsd. €", "none"),
        ("5 tys.", "none"),
        ("2 mln", "none"),
        ("2 lac", "none"),
        ("5 thd", "none"),
        ("5 MIO", "none"),
        ("1,200 XAF", "1200"),
        ("1 200 грн", "1200"),
        ("1.200 TL", "1.2"),
        ("1,200円", "1200"),
        ("1,200 元", "1200"),
        ("1,200원", "1200"),
        ("1'200 Fr.", "1200"),
        ("1’200.50 Fr", "1200.5"),
        ("S/ 1,200", "1200"),
        ("S/. 1,200", "1200"),
        ("1,200/=", "1200"),
        ("USD $1,200", "1200"),
        ("1,200 Euro", "1200"),
        ("1,200 dollars", "1200"),
        ("1 200 FCFA", "1200"),
        ("๑,๒๐๐", "1200"),
        ("1＇200", "1200"),
    ] {
        let read = read_number(text, DecimalMark::Point).map_or_else(|_| "none".into(), |number| number.to_string());
        assert_eq!(read, number, "{text}");
    }
}

/// What people of a region type into each kind of field, and what is read.
#[test]
fn what_people_write_by_region() {
    use Field::{GigHours, GigPrice, Gigs, Rate};
    for (region, field, text, number) in [
        ("en-US", GigPrice, "$1,200.50", "1200.5"),
        ("en-US", Gigs, "1,200", "1200"),
        ("en-US", Rate, "12.5%", "12.5"),
        ("en-US", GigHours, "14:20", "14.33"),
        ("en-GB", GigPrice, "£1,200", "1200"),
        ("en-GB", GigHours, "14 hrs 30 mins", "14.5"),
        ("en-IN", GigPrice, "₹ 1,20,000/-", "120000"),
        ("en-IN", Gigs, "1,200", "1200"),
        ("en-ZA", GigPrice, "R1 200,50", "1200.5"),
        ("en-AU", GigPrice, "A$1,200", "1200"),
        ("en-CA", GigPrice, "C$1,200", "1200"),
        ("fr-CA", GigPrice, "1 200,50 $", "1200.5"),
        ("fr-FR", GigPrice, "1\u{202f}200,50\u{a0}€", "1200.5"),
        ("fr-FR", Rate, "12,5\u{a0}%", "12.5"),
        ("fr-FR", GigHours, "14h20", "14.33"),
        ("fr-FR", GigHours, "14 h 30", "14.5"),
        ("de-DE", GigPrice, "1.200,50 €", "1200.5"),
        ("de-DE", GigPrice, "1.200,-", "1200"),
        ("de-DE", Gigs, "1.200", "1200"),
        ("de-DE", Rate, "12,5 %", "12.5"),
        ("de-DE", GigHours, "14,5 h", "14.5"),
        ("de-DE", GigHours, "14:30", "14.5"),
        ("de-CH", GigPrice, "CHF 1'200.50", "1200.5"),
        ("de-CH", GigPrice, "Fr. 1’200.—", "1200"),
        ("de-CH", Gigs, "1’200", "1200"),
        ("es-MX", GigPrice, "$1,200.50", "1200.5"),
        ("es-MX", GigPrice, "$1,500", "1500"),
        ("es-MX", Rate, "12.5 %", "12.5"),
        ("es-AR", GigPrice, "$ 1.200,50", "1200.5"),
        ("pt-BR", GigPrice, "R$ 1.200,50", "1200.5"),
        ("pt-BR", Gigs, "1.200", "1200"),
        ("pl-PL", GigPrice, "1 200,50 zł", "1200.5"),
        ("cs-CZ", GigPrice, "1 200,50 Kč", "1200.5"),
        ("sv-SE", GigPrice, "1 200:-", "1200"),
        ("nb-NO", GigPrice, "1 200,-", "1200"),
        ("tr-TR", Rate, "%12,5", "12.5"),
        ("ru-RU", GigPrice, "1 200,50 ₽", "1200.5"),
        ("uk-UA", GigPrice, "₴1 200,50", "1200.5"),
        ("hi-IN", GigPrice, "₹१,२०,०००", "120000"),
        ("hi-IN", GigHours, "१४:२०", "14.33"),
        ("ur-PK", GigPrice, "Rs 1,20,000", "120000"),
        ("si-LK", GigPrice, "රු 1,20,000", "120000"),
        ("bn-BD", GigPrice, "৳১,২০,০০০", "120000"),
        ("ar-EG", GigPrice, "١٬٢٠٠٫٥٠", "1200.5"),
        ("ar-EG", Rate, "١٢٫٥٪", "12.5"),
        ("ar-MA", GigPrice, "1.200,50", "1200.5"),
        ("fa-IR", Gigs, "۱٬۲۰۰", "1200"),
        ("vi-VN", GigPrice, "1.500.000 ₫", "1500000"),
        ("id-ID", GigPrice, "Rp1.500.000", "1500000"),
        ("ja-JP", GigPrice, "￥１２００", "1200"),
        ("zh-CN", GigPrice, "¥1,200.50", "1200.5"),
        ("ko-KR", GigPrice, "₩1,200", "1200"),
    ] {
        let draft = Overrides::default_draft().with(Field::Lang, region).with(field, text);
        let read = draft.number(field).map_or_else(|_| "none".into(), |number| number.to_string());
        assert_eq!(read, number, "{region}, {}: {text}", field.name());
        assert_eq!(doubt(field, text, draft.decimal_mark()), None, "{region}: {text}");
    }
}

#[test]
fn hours_are_read_from_a_clock() {
    for (text, number) in [
        ("14:20", "14.33"),
        ("14:30", "14.5"),
        ("0:45", "0.75"),
        ("14h20", "14.33"),
        ("14h 20m", "14.33"),
        ("14 h 20 min", "14.33"),
        ("14 hours 20 minutes", "14.33"),
        ("14:20:24", "14.34"),
        ("1:00:00", "1"),
        // 18 seconds are half a hundredth of an hour.
        ("0:00:18", "0.01"),
        ("0:00:17", "0"),
        ("14.5 h", "14.5"),
        ("14 h", "14"),
        ("14", "14"),
        ("14:60", "none"),
        ("14:20:60", "none"),
        ("14:", "none"),
        (":20", "none"),
        ("14:20:30:40", "none"),
        ("14.5:20", "none"),
        ("-14:20", "none"),
        ("14 20", "none"),
        ("45 min", "0.75"),
        ("90min", "1.5"),
        ("90 minutes", "1.5"),
        ("20 mins.", "0.33"),
        ("1 hour", "1"),
        ("1 day", "none"),
        ("2 wks", "none"),
        ("45.5 min", "none"),
    ] {
        let read = read_hours(text, DecimalMark::Point).map_or_else(|_| "none".into(), |number| number.to_string());
        assert_eq!(read, number, "{text}");
    }
    assert_eq!(message(Field::GigHours, "14:20"), "fine");
    assert_eq!(message(Field::GigPrice, "14:20"), "Type a number, such as 1,200.50.");
    assert_eq!(text_of("#gig-hours=14:20", Field::GigHours), "14.33");
}

#[test]
fn characters_that_nobody_sees_change_nothing() {
    for char in ['\u{200b}', '\u{feff}', '\u{200e}', '\u{2060}', '\u{ad}', '\u{202c}', '\u{2069}', '\u{fe0f}', '\0'] {
        for text in [format!("{char}1,200.50"), format!("1,2{char}00.50{char}"), format!("{char}${char} 1,200.50")] {
            assert_eq!(message(Field::GigPrice, &text), "fine", "{text:?}");
            assert_eq!(read_number(&text, DecimalMark::Point).map(|number| number.to_string()), Ok("1200.5".into()));
        }
        assert_eq!(message(Field::Fee, &format!("{char}20% to 500, 10%{char}")), "fine", "{char:?}");
        assert_eq!(message(Field::Gigs, &char.to_string()), "Type a number, such as 30.");
        let link = format!("#gigs={char}40&schedule=upwork-2023{char}&lang={char}pt-BR&{char}gig-price=250");
        let (draft, ignored) = read_link(&Overrides::default(), &link);
        assert_eq!(ignored, [], "{char:?}");
        assert_eq!((draft.text(Field::Gigs), draft.text(Field::GigPrice)), ("40", "250"), "{char:?}");
    }
}

#[test]
fn a_number_that_can_be_read_in_two_ways_is_doubted() {
    for (field, lang, text, other) in [
        (Field::GigPrice, "en", "1.500", Some("1500")),
        (Field::GigPrice, "en", "$ 12.500", Some("12500")),
        (Field::ContractPrice, "en", "15.000", Some("15000")),
        (Field::GigPrice, "es-MX", "1.500", Some("1500")),
        (Field::GigPrice, "de-CH", "12.500", Some("12500")),
        (Field::GigPrice, "de", "1,500", Some("1500")),
        (Field::GigPrice, "en-IN", "1.500", Some("1500")),
        (Field::Gigs, "en", "1.000", Some("1000")),
        (Field::GigHours, "vi", "7,500", Some("7500")),
        // Neither mark separates groups there.
        (Field::GigPrice, "fr", "12.500", Some("12.5")),
        (Field::GigPrice, "fr", "12,500", Some("12500")),
        (Field::GigPrice, "sv-FI", "12.500", Some("12.5")),
        (Field::GigPrice, "en-ZA", "12.500", Some("12.5")),
        (Field::GigPrice, "fr-CH", "12.500", Some("12500")),
        (Field::GigPrice, "de-CH", "12,500", Some("12.5")),
        (Field::GigPrice, "rm", "12.500", Some("12500")),
        // One reading is impossible.
        (Field::Gigs, "en", "30.000", None),
        (Field::Gigs, "en", "15.000", None),
        (Field::Rate, "en", "7.125", None),
        (Field::GigPrice, "en", "0.125", None),
        (Field::GigPrice, "en", "1500.125", None),
        (Field::GigPrice, "en", "1,500.125", None),
        // As the language writes it.
        (Field::GigPrice, "en", "1,500", None),
        (Field::GigPrice, "es-MX", "$1,500", None),
        (Field::GigPrice, "vi", "1.500", None),
        (Field::GigPrice, "en", "1.50", None),
        (Field::GigPrice, "fr", "12 500", None),
        (Field::GigPrice, "de-CH", "12’500", None),
        (Field::Gigs, "fr", "1.200", None),
    ] {
        let doubted = doubt(field, text, DecimalMark::of_language(lang));
        assert_eq!(doubted.map(|other| other.to_string()).as_deref(), other, "{lang}: {text}");
    }
}

#[track_caller]
fn text_of(link: &str, field: Field) -> String {
    read_link(&Overrides::default(), link).0.text(field).to_owned()
}

/// Every form of a link that was ever shipped: the field that it sets, and to what. Never edit a row: add one.
const LINKS: &[(&str, Field, &str)] = &[
    ("#gigs=40", Field::Gigs, "40"),
    ("#gigs=30&gig-price=500", Field::GigPrice, "500"),
    ("gigs=40&gig-price=250", Field::ContractPrice, "10000"),
    ("#gigs=40&contract-price=15000", Field::ContractPrice, "15000"),
    ("#same-total", Field::SameTotal, "yes"),
    ("#same-total=1", Field::SameTotal, "yes"),
    ("#same-total=no", Field::SameTotal, "no"),
    ("#fee=20%25%20to%20500,%2010%25%20per%20client", Field::Fee, "20% to 500, 10% per client"),
    ("#fee=2.9%25 + 0.30", Field::Fee, "2.9% + 0.30"),
    ("#schedule=upwork-2025&rate=12", Field::Rate, "12"),
    ("#gig-rate=15&schedule=upwork-2025", Field::GigRate, "15"),
    ("#gig-clients=one", Field::GigClients, "one"),
    ("#gig-clients=6", Field::GigClients, "6"),
    ("#gig-clients=1", Field::GigClients, "one"),
    ("#gig-billed=400", Field::GigBilled, "400"),
    ("#contract-billed=1200.50", Field::ContractBilled, "1200.50"),
    ("#fee=5%25&currency=eur", Field::Currency, "EUR"),
    ("#theme=dark&view=compact&lang=pt-BR", Field::Theme, "dark"),
    ("#schedule=99designs-2026&status=mid-level", Field::Status, "mid-level"),
    ("#schedule=99designs-2026&status=Mid%20Level", Field::Status, "mid-level"),
    ("#schedule=malt-2019&gig-months=2&contract-months=4", Field::ContractMonths, "4"),
    ("#client-schedule=none", Field::ClientSchedule, "none"),
    ("#client-schedule=upwork-client-2016", Field::ClientSchedule, "upwork-client-2016"),
    ("#client-fee=5%25", Field::ClientFee, "5%"),
    (
        "#schedule=upwork-2025&client-rate=5&client-status=basic-highest-initiation-fee",
        Field::ClientStatus,
        "basic-highest-initiation-fee",
    ),
    ("#schedule=upwork-2016", Field::Schedule, "upwork-2016"),
    ("#lang=de&gigs=40", Field::Lang, "de"),
    ("#view=compact", Field::View, "compact"),
    ("#contract-rate=5&schedule=upwork-2025", Field::ContractRate, "5"),
    ("#gig-list=20 x 150, 5 x 800 for Acme", Field::GigList, "20 x 150, 5 x 800 for Acme"),
    ("#gig-list=2 x 150&gig-list-level=110", Field::GigListLevel, "110"),
    ("#gig-list=2 x 150 for Acme&list-names", Field::ListNames, "yes"),
    ("#gig-months=2", Field::GigMonths, "2"),
    ("#contract-list=2 x 1500", Field::ContractList, "2 x 1500"),
    ("#contract-list=2 x 1500&contract-list-level=95.5", Field::ContractListLevel, "95.5"),
    ("#client-schedule=upwork-client-2025&client-rate=5", Field::ClientRate, "5"),
    ("#schedule=crowdworks-2026&status=hourly", Field::Status, "hourly"),
    ("#fee=whole 30%25 for the first job, 15%25 per client", Field::Fee, "whole 30% for the first job, 15% per client"),
    ("#fee=whole 9%25 to 1000, 7%25 per account", Field::Fee, "whole 9% to 1000, 7% per account"),
    ("#verdict=hour&gig-hours=8&contract-hours=200", Field::Verdict, "hour"),
    ("#fee-tax=19", Field::FeeTax, "19"),
    ("#bid-cost=1.50", Field::BidCost, "1.50"),
    ("#bid-connects=6", Field::BidConnects, "6"),
    ("#connect-price=0.15", Field::ConnectPrice, "0.15"),
    ("#free-connects=10", Field::FreeConnects, "10"),
    ("#held-connects=40", Field::HeldConnects, "40"),
    ("#membership=20", Field::Membership, "20"),
    ("#membership-connects=100", Field::MembershipConnects, "100"),
    ("#bid-minutes=15", Field::BidMinutes, "15"),
    ("#client-overhead=1.5", Field::ClientOverhead, "1.5"),
    ("#withdrawal-fee=0.99", Field::WithdrawalFee, "0.99"),
    ("#withdrawals=month", Field::Withdrawals, "month"),
    ("#gig-win-rate=12.5", Field::GigWinRate, "12.5"),
    ("#gig-hours=8", Field::GigHours, "8"),
    ("#gig-overhead=0.5", Field::GigOverhead, "0.5"),
    ("#gig-bought-in=25", Field::GigBoughtIn, "25"),
    ("#contract-win-rate=5", Field::ContractWinRate, "5"),
    ("#contract-hours=200", Field::ContractHours, "200"),
    ("#contract-overhead=10", Field::ContractOverhead, "10"),
    ("#contract-bought-in=1200", Field::ContractBoughtIn, "1200"),
    ("#gig-duration=3", Field::GigDuration, "3"),
    ("#contract-duration=12", Field::ContractDuration, "12"),
    ("#contract-payments=6", Field::ContractPayments, "6"),
    ("#keep=4000", Field::Keep, "4000"),
    ("#hourly-pay=60", Field::HourlyPay, "60"),
    ("#concession=50", Field::Concession, "50"),
    ("#hourly-rate=75", Field::HourlyRate, "75"),
    ("#weekly-hours=20", Field::WeeklyHours, "20"),
    ("#weeks=12", Field::Weeks, "12"),
    ("#bad-review=3", Field::BadReview, "3"),
    ("#reviews-in-sight=5", Field::ReviewsInSight, "5"),
    ("#average-price=400", Field::AveragePrice, "400"),
    ("#work-lost=25", Field::WorkLost, "25"),
    ("#non-payment=2.5", Field::NonPayment, "2.5"),
    ("#escrow-non-payment=0.5", Field::EscrowNonPayment, "0.5"),
    ("#hourly-non-payment=1", Field::HourlyNonPayment, "1"),
    ("#gig-protection=escrow", Field::GigProtection, "escrow"),
    ("#contract-protection=hourly", Field::ContractProtection, "hourly"),
    ("#claim=2000", Field::Claim, "2000"),
    ("#arbitration-fee=291", Field::ArbitrationFee, "291"),
    ("#good-jobs=18", Field::GoodJobs, "18"),
    ("#bad-jobs=1", Field::BadJobs, "1"),
    ("#silent-jobs=4", Field::SilentJobs, "4"),
    ("#direct-schedule=stripe-2026", Field::DirectSchedule, "stripe-2026"),
    ("#direct-schedule=stripe-2026&direct-status=ach", Field::DirectStatus, "ach"),
    ("#conversion-rate=50", Field::ConversionRate, "50"),
    ("#conversion-fee=5000", Field::ConversionFee, "5000"),
    ("#rebuild-months=6", Field::RebuildMonths, "6"),
    ("#monthly-take-home=3500", Field::MonthlyTakeHome, "3500"),
];

#[test]
fn every_link_form_ever_shipped_works() {
    for (link, field, text) in LINKS {
        assert_eq!(text_of(link, *field), *text, "{link}");
        assert_eq!(read_link(&Overrides::default(), link).1, [], "{link}");
    }
    for field in Field::ALL {
        assert!(LINKS.iter().any(|row| row.1 == field), "{} has no row", field.name());
    }
}

#[test]
fn links_that_programs_changed_are_read_as_they_were_meant() {
    for (link, field, text) in [
        // Written by forms and `urlencode`: a space is `+`.
        ("#fee=20%25+to+500,+10%25+per+client", Field::Fee, "20% to 500, 10% per client"),
        ("#fee=2.9%25+%2B+0.30", Field::Fee, "2.9% + 0.30"),
        ("#fee=2.9%25+0.30", Field::Fee, "2.9% + 0.30"),
        ("#fee=2.9%25%2B0.30", Field::Fee, "2.9% + 0.30"),
        ("#gig-price=%24+1,200", Field::GigPrice, "1200"),
        ("#schedule=99designs-2026&status=Mid+Level", Field::Status, "mid-level"),
        // Escaped once more, in whole or in part.
        ("#gigs%3D40%26gig-price%3D250", Field::GigPrice, "250"),
        ("#gigs%253D40%2526gig-price%253D250", Field::Gigs, "40"),
        ("#fee%3D20%2525%2520to%2520500%2C%252010%2525", Field::Fee, "20% to 500, 10%"),
        ("#fee=20%2525%2520to%2520500,%252010%2525", Field::Fee, "20% to 500, 10%"),
        // Copied from HTML.
        ("#gigs=40&amp;gig-price=250", Field::GigPrice, "250"),
        ("#gigs%3D40%26amp;gig-price%3D250", Field::GigPrice, "250"),
        ("#gigs=40&#038;gig-price=250", Field::GigPrice, "250"),
        ("#gigs=40&#38;gig-price=250", Field::GigPrice, "250"),
        ("#gigs=40&#x26;gig-price=250", Field::GigPrice, "250"),
        ("#gigs=40&amp;amp;gig-price=250", Field::GigPrice, "250"),
        ("#gigs=40&gig-price=250&gt;", Field::GigPrice, "250"),
        ("#gigs=40&gig-price=250&quot;", Field::GigPrice, "250"),
        // Escaped in some places only.
        ("#gigs=40%26gig-price=250", Field::GigPrice, "250"),
        ("#gigs=40%26gig-price=250", Field::Gigs, "40"),
        ("#gigs=40&gig-price%3D250", Field::GigPrice, "250"),
        ("#gigs=3D40&gig-price=3D250", Field::GigPrice, "250"),
        // In a text in which spaces do not end a link, in a table, before a tag.
        ("#gigs=40&gig-price=250…", Field::GigPrice, "250"),
        ("#gigs=40&gig-price=250。", Field::GigPrice, "250"),
        ("#gigs=40&gig-price=250）", Field::GigPrice, "250"),
        ("#gigs=40&gig-price=250<br>", Field::GigPrice, "250"),
        ("#gigs=40&gig-price=250|link", Field::GigPrice, "250"),
        ("#gigs=40&gig–price=250", Field::GigPrice, "250"),
        // At the end of a sentence, in brackets, in quotes.
        ("#gigs=40)", Field::Gigs, "40"),
        ("#gigs=40&gig-price=250).", Field::GigPrice, "250"),
        ("#gigs=40&schedule=upwork-2023.", Field::Schedule, "upwork-2023"),
        ("#gigs=40&schedule=upwork-2023%3E", Field::Schedule, "upwork-2023"),
        ("#gigs=40&same-total)", Field::SameTotal, "yes"),
        ("#gigs=%E2%80%9C40%E2%80%9D", Field::Gigs, "40"),
        // In capitals.
        ("#GIGS=40&SCHEDULE=UPWORK-2023", Field::Schedule, "upwork-2023"),
        ("#Gigs=40&Gig-Clients=One", Field::GigClients, "one"),
    ] {
        assert_eq!(text_of(link, field), text, "{link}");
        assert_eq!(read_link(&Overrides::default(), link).1, [], "{link}");
        assert!(is_link(link), "{link}");
    }
    // What makes sense as it is written is left alone, and what never does is shown as it was written.
    assert_eq!(text_of("#gig-price=.5", Field::GigPrice), "0.50");
    let (_, ignored) = read_link(&Overrides::default(), "#gigs=a+lot%2521)");
    assert_eq!(ignored[0].value, "a+lot%21)");
}

#[test]
fn attributes_are_read_as_they_were_meant() {
    let (overrides, ignored) = example([
        ("gigs", "“12”"),
        ("fee", "20%+to+500,+10%+per+client"),
        ("gig-price", "”250”"),
        ("same-total", "true"),
    ]);
    assert_eq!(ignored, []);
    let texts = [Field::Gigs, Field::Fee, Field::GigPrice, Field::SameTotal].map(|field| overrides.text(field));
    assert_eq!(texts, [Some("12"), Some("20% to 500, 10% per client"), Some("250"), Some("yes")]);
}

/// HTML ends a value without straight quotes at its first space, so half of it is not taken for the whole.
#[test]
fn attributes_that_were_cut_are_noted() {
    for (name, value) in [
        ("fee", "“20%"),
        ("fee", "”2.9%"),
        ("fee", "″10%"),
        ("gig-price", "“1"),
        ("gig-price", "‘1"),
        ("gig-list", "“100,"),
        ("gig-hours", "“14"),
        ("gigs", "«12"),
    ] {
        let (overrides, ignored) = example([(name, value)]);
        assert_eq!(overrides, Overrides::default(), "{value}");
        assert_eq!((ignored.len(), ignored[0].name.as_str(), ignored[0].value.as_str()), (1, name, value));
    }
    for name in [
        "\u{a0}gig-price",
        "\u{200b}gig-price",
        "\u{feff}gig-price",
        "gig-\u{ad}price",
        "gig\u{2011}price",
        "gig–price",
    ] {
        let (overrides, ignored) = example([(name, "250")]);
        assert_eq!((overrides.text(Field::GigPrice), ignored), (Some("250"), vec![]), "{name:?}");
    }
}

#[test]
fn only_a_name_with_a_value_is_a_link() {
    for link in ["", "#", "#gigs=40", "#fee=", "#section&gigs=40", "#same-total", "#gigs=lots", "#colour=red&rate=5"] {
        assert!(is_link(link), "{link}");
    }
    for anchor in [
        "#fee",
        "#status",
        "#rate",
        "#schedule",
        "#currency",
        "#gigs",
        "#view",
        "#lang",
        "#contract-basics",
        "#fees-explained",
        "#keep",
        "#list-names",
        "#gigs&rate",
        "#page=2",
        "#/route?gigs=3",
        // A router's path, whatever follows it.
        "#/route?page=2&rate=5",
        "#!/route&gigs=3",
        "#%2Froute%3Fpage%3D2%26rate%3D5",
        "#/&same-total",
        "#a&&b",
        "#=3",
        "#fee-table=1",
        "#caf%C3%A9",
        "#100%25",
        "#gigs%20and%20rates",
        "#:~:text=fee",
    ] {
        assert!(!is_link(anchor), "{anchor}");
    }
}

#[test]
fn a_link_names_only_what_differs_from_the_example() {
    let link = |link: &str, author: &[(&str, &str)]| {
        let (overrides, _) = example(author.iter().copied());
        write_link(&read_link(&overrides, link).0, &overrides)
    };
    assert_eq!(link("", &[]), "");
    assert_eq!(link("#gigs=30&gig-price=500.00", &[]), "");
    assert_eq!(link("#gigs=40&contract-price=15000", &[]), "gigs=40&contract-price=15000");
    assert_eq!(link("#gigs=40", &[]), "gigs=40", "the contract's price follows from it");
    assert_eq!(link("#gigs=40", &[("contract-price", "9000")]), "gigs=40", "the author said what the contract pays");
    assert_eq!(link("#same-total=no", &[("same-total", "")]), "same-total=no");
    assert_eq!(link("#fee=", &[("fee", "5%")]), "fee=");
    assert_eq!(link("#gig-price=1,200.5", &[]), "gig-price=1200.50");
}

#[test]
fn what_cannot_be_used_is_noted_and_the_rest_is_used() {
    let (draft, ignored) = read_link(
        &Overrides::default(),
        "#gigs=0&gig-price=250&colour=red&gig-price=9&schedule=upwork-1999&gig-clients=two&fee=lots&=&%ff=%fe&same-total=perhaps",
    );
    assert_eq!(draft.text(Field::GigPrice), "250");
    assert_eq!(draft.text(Field::Gigs), "30");
    let names: Vec<&str> = ignored.iter().map(|ignored| ignored.name.as_str()).collect();
    assert_eq!(names, ["gigs", "colour", "gig-price", "schedule", "gig-clients", "fee", "", "\u{fffd}", "same-total"]);
    let words = Words::new(&draft, Currency::USD);
    assert_eq!(words.ignored(&ignored[0]), "Ignored: gigs “0”. Type a number above 0.");
    assert_eq!(words.ignored(&ignored[1]), "Ignored: colour “red”. Unknown name.");
}

/// Nobody can be asked what was meant.
#[test]
fn a_number_with_two_readings_is_no_part_of_a_link_or_an_attribute() {
    for (name, value) in [
        ("gig-price", "1.500"),
        ("gigs", "1.000"),
        ("gig-hours", "$ 12.500"),
        ("gig-price", "1.500 $"),
        ("gig-hours", "12.500 h"),
    ] {
        let (draft, ignored) = read_link(&Overrides::default(), &format!("#{name}={value}&rate=12.5"));
        assert_eq!((ignored.len(), ignored[0].reason.clone()), (1, Reason::Unclear), "{value}");
        let words = Words::new(&draft, Currency::USD);
        let message = "This number can be read in two ways. Type it like “1500” or “1.50”.";
        assert_eq!(words.ignored(&ignored[0]), format!("Ignored: {name} “{value}”. {message}"));
        assert_eq!(example([(name, value)]).0, Overrides::default(), "{value}");
    }
    for (name, value, read) in [
        ("gig-price", "1,500", "1500"),
        ("gig-price", "1.50", "1.50"),
        ("gig-price", "1500.00", "1500"),
        ("rate", "12.500", "12.5"),
        // More gigs than there may be.
        ("gigs", "15.000", "15"),
    ] {
        let (overrides, ignored) = example([(name, value)]);
        let field = Field::named(name).expect("a field");
        assert_eq!((overrides.text(field), ignored), (Some(read), vec![]), "{value}");
    }
    // A currency with thousandths.
    let (overrides, ignored) = example([("fee", "5%"), ("currency", "KWD"), ("gig-price", "1.125")]);
    assert_eq!((overrides.text(Field::GigPrice), ignored), (Some("1.125"), vec![]));
}

/// The number is used, as it is where it is typed, and a line says that nothing is converted.
#[test]
fn an_amount_in_another_currency_is_noted() {
    for (link, noted) in [
        ("#gig-price=€250", vec!["gig-price “€250”: Amounts here are in USD. Nothing is converted."]),
        ("#gig-price=€250&fee=10%25&currency=EUR", vec![]),
        ("#gig-price=$250", vec![]),
        ("#gig-list=12 x €250", vec!["gig-list “12 x €250”: Amounts here are in USD. Nothing is converted."]),
        ("#gig-list=12 x 250 for Eur", vec![]),
    ] {
        let (draft, ignored) = read_link(&Overrides::default(), link);
        let scenario = validate(&draft).unwrap();
        let words = Words::new(&draft, scenario.currency());
        assert_eq!(ignored.iter().map(|one| words.ignored(one)).collect::<Vec<_>>(), noted, "{link}");
        if link.contains("price") {
            assert_eq!(scenario.inputs().get(Field::GigPrice), 25_000, "{link}");
        }
    }
}

#[test]
fn values_that_do_not_go_together_are_noted() {
    for (link, names) in [
        ("#gigs=10000&gig-price=1000000000", vec!["gig-price"]),
        ("#schedule=upwork-2025&rate=50", vec!["rate"]),
        ("#currency=EUR", vec!["currency"]),
        // Without its fee, the example's applies again, whose limits are in dollars.
        ("#fee=1%25 + 0.30&currency=JPY", vec!["fee", "currency"]),
        ("#schedule=custom&gigs=40", vec!["schedule"]),
        // Without its own rate it gets the nearest that the fee allows.
        ("#fee=20%25..30%25&gigs=40", vec![]),
        ("#fee=20%25..30%25&rate=10", vec!["rate"]),
        // What nobody reads under this fee is noted all the same.
        ("#fee=10%25&gig-rate=x", vec!["gig-rate"]),
        ("#fee=10%25&gig-rate=&gigs=40", vec![]),
        ("#verdict=hour&gigs=40&contract-price=9000", vec!["verdict"]),
    ] {
        let (draft, ignored) = read_link(&Overrides::default(), link);
        assert!(validate(&draft).is_ok(), "{link}");
        let found: Vec<&str> = ignored.iter().map(|ignored| ignored.name.as_str()).collect();
        assert_eq!(found, names, "{link}");
    }
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,12}",
        "\\PC{0,8}",
        "[$€]? ?[0-9]{0,18}[.,]?[0-9]{0,4}",
        "[0-9]{1,3}% (to [0-9]{1,6}, )?[0-9]{1,2}%( \\+ [0-9.]{1,4})?( per (client|month|week))?",
        Just("upwork-2025".to_owned()),
        Just("custom".to_owned()),
        Just("JPY".to_owned()),
        Just("de".to_owned()),
    ]
}

fn pair() -> impl Strategy<Value = (String, String)> {
    let names: Vec<String> = Field::ALL.iter().map(|field| field.name().to_owned()).collect();
    (prop_oneof![9 => prop::sample::select(names), 1 => "[a-z-]{0,8}".boxed()], value())
}

/// Every language and region whose numbers differ from another's.
const REGIONS: [&str; 12] =
    ["en", "en-IN", "en-ZA", "es", "es-MX", "de", "de-CH", "fr-FR", "hi", "ar-EG", "ar-MA", "vi"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// Digits and marks alone are read without a look at units and spaces, to the same number.
    #[test]
    fn plain_numbers_are_read_as_others_are(text in "[0-9]{0,4}[.,]?[0-9]{0,4}[.,]?[0-9]{0,4}|[0-9]{15,30}[.,]?[0-9]{0,30}") {
        for mark in [DecimalMark::Point, DecimalMark::Comma, DecimalMark::Spaced, DecimalMark::Swiss, DecimalMark::Lakh] {
            for read in [read_number, read_hours] {
                let [plain, spaced] = [text.clone(), format!(" {text}")].map(|text| read(&text, mark));
                prop_assert_eq!(plain.map(|number| number.to_string()), spaced.map(|number| number.to_string()));
            }
        }
        // As the library reads it, where no mark can group digits.
        let is_short = text.starts_with(|char: char| char.is_ascii_digit()) && text.len() < 18 && !text.contains(',');
        if let (true, Ok(expected)) = (is_short, text.parse::<Decimal>()) {
            let read = read_number(&text, DecimalMark::Point).map(|read| read.to_string());
            prop_assert_eq!(read, Ok(expected.normalize().to_string()));
        }
    }

    #[test]
    fn what_a_page_writes_it_reads_back(
        region in prop::sample::select(&REGIONS[..]),
        currency in prop::sample::select(&["USD", "EUR", "CHF", "INR", "JPY", "KWD"][..]),
        field in prop::sample::select(Field::ALL.into_iter().filter(|field| field.kind().is_number()).collect::<Vec<_>>()),
        value in prop_oneof![0..10_000_i64, 0..100_000_000_000_i64],
    ) {
        let currency: Currency = currency.parse().unwrap();
        let draft = Overrides::default_draft().with(Field::Lang, region);
        let words = Words::new(&draft, currency);
        let places = match field.kind().unit() {
            Unit::Money => currency.digits(),
            Unit::None => 0,
            Unit::Percent | Unit::Hours => 2,
        };
        let expected = Decimal::new(value, places);
        for text in [words.format.value(field, value), words.format.value_with_unit(field, value)] {
            prop_assert_eq!(draft.clone().with(field, &text).number(field), Ok(expected.normalize()), "{}", text);
        }
    }

    #[test]
    fn any_fragment_gives_an_answer(raw in prop_oneof!["\\PC{0,60}", "[#&=%a-z0-9.-]{0,80}"]) {
        let (draft, ignored) = read_link(&Overrides::default(), &raw);
        let scenario = validate(&draft).expect("links leave out what cannot be computed");
        let comparison = compare(&scenario);
        let words = Words::new(&draft, scenario.currency());
        prop_assert!(!words.verdict(&comparison).plain().is_empty());
        prop_assert!(ignored.iter().all(|ignored| !words.ignored(ignored).is_empty()));
    }

    #[test]
    fn any_attributes_and_any_link_give_an_answer(
        attributes in prop::collection::vec(pair(), 0..5), link in prop::collection::vec(pair(), 0..6),
    ) {
        let (overrides, _) = example(attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let link: Vec<String> = link.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (draft, _) = read_link(&overrides, &link.join("&"));
        let scenario = validate(&draft).expect("attributes and links leave out what cannot be computed");
        let comparison = compare(&scenario);
        let json = format!("{:?}", comparison_json(&scenario, &comparison));
        prop_assert!(json.contains("takeHome"));
        // Whatever may go wrong in it, there is something to say of that too.
        let extras = extras_json(&scenario).to_string();
        prop_assert!(extras.starts_with('{'), "{}", extras);
        // And it can be kept in a link again.
        let written = write_link(&draft, &overrides);
        let (again, ignored) = read_link(&overrides, &written);
        prop_assert_eq!(ignored, [], "{}", written);
        prop_assert_eq!(compare(&validate(&again).unwrap()), comparison);
        prop_assert_eq!(&follow_link(&overrides, &written), &again);
        prop_assert_eq!(write_link(&again, &overrides), written);
    }

    #[test]
    fn any_text_in_any_field_gives_a_message_or_an_answer(field in prop::sample::select(&Field::ALL[..]), text in value()) {
        let draft = Overrides::default_draft().with(field, &text);
        match validate(&draft) {
            Ok(scenario) => drop(compare(&scenario)),
            Err(problems) => {
                let words = Words::new(&draft, Currency::USD);
                prop_assert!(problems.iter().all(|problem| !words.problem(problem).is_empty()));
            }
        }
    }
}

#[test]
fn a_choice_is_known_by_the_position_of_its_word() {
    let choice = |field: Field| if let Kind::Choice(words) = field.kind() { Some((field, words)) } else { None };
    let choices =
        Field::ALL.into_iter().filter(|field| !matches!(field, Field::Theme | Field::View)).filter_map(choice);
    let mut count = 0;
    for (field, words) in choices {
        for (position, word) in (0_i64..).zip(words) {
            let hours = Overrides::default_draft().with(Field::GigHours, "10").with(Field::ContractHours, "99");
            let scenario = validate(&hours.with(field, word)).expect(word);
            assert_eq!(scenario.inputs().get(field), position, "{}={word}", field.name());
            count += 1;
        }
    }
    assert!(count > 10, "the choices of payment services alone are more");
}

#[test]
fn a_rate_and_a_number_of_clients_are_counted_in_their_units() {
    let get = |link: &str, field: Field| support::scenario(link).inputs().get(field);
    assert_eq!(get("schedule=upwork-2025&rate=12.34", Field::Rate), 1_234);
    assert_eq!(get("schedule=upwork-2025&rate=12.3456", Field::Rate), 1_234);
    assert_eq!(
        ["each", "one", "6"].map(|clients| get(&format!("gig-clients={clients}"), Field::GigClients)),
        [0, 1, 6]
    );
}
