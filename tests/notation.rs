//! Does the notation mean what its documentation says, and are faulty lines reported with their position?

mod support;

use support::{payment, terms, terms_at, usd};
use take_home::amount::{Currency, Money, Rate};
use take_home::fees::{Choice, Expected, Fee, Payment};
use take_home::scenario::{Field, Overrides, Problem, Reason};
use take_home::words::Words;

#[track_caller]
fn pays(fee: &str, before: &str, amount: &str, expected: &str) {
    assert_eq!(terms(fee).fee(&payment(before, amount)), usd(expected), "{amount} after {before} under {fee}");
}

#[test]
fn every_line_of_the_documentation() {
    pays("10%", "0", "500.00", "50.00");
    pays("20% to 500, 10% to 10000, 5% per client", "0", "600.00", "110.00");
    pays("0% to 5000, 10% per contract", "0", "6,000.00", "100.00");
    pays("2.9% + 0.30", "0", "100.00", "3.20");
    pays("10% at least 5", "0", "20.00", "5.00");
    pays("0.8% at most 5", "0", "1,000.00", "5.00");
    pays("whole 5.5% + 3 under 100, 5.5%", "0", "99.99", "8.50");
    pays("whole 5.5% + 3 under 100, 5.5%", "0", "100.00", "5.50");
    pays("whole 20% to 300, 10% per client", "0", "400.00", "80.00");
    pays("whole 20% to 300, 10% per client", "400.00", "400.00", "40.00");
    pays("whole 30% for the first job, 15% per client", "0", "100.00", "30.00");
    pays("whole 30% for the first job, 15% per client", "0.01", "100.00", "15.00");
    assert_eq!(terms_at("0%..15% per contract", "12").fee(&payment("0", "1,000")), usd("120.00"));
    let charged = |fee: &str, status: usize, months: u32| {
        let choice = Choice { rate: Rate::ZERO, status, months };
        let terms = fee.parse::<Fee>().expect(fee).settle(choice, Currency::USD).expect(fee);
        terms.fee(&payment("0", "1,000"))
    };
    assert_eq!(charged("Basic: 9%; Plus: 4.5%", 0, 0), usd("90.00"));
    assert_eq!(charged("Basic: 9%; Plus: 4.5%", 1, 0), usd("45.00"));
    assert_eq!(charged("first 3 months: 10%; later: 5%", 0, 2), usd("100.00"));
    assert_eq!(charged("first 3 months: 10%; later: 5%", 0, 3), usd("50.00"), "three months are over");
    pays("10% plus 20% tax", "0", "100.00", "12.00");
}

/// The table of forms in the documentation: each example prints as it is written, and each sum is right. In a case such as
/// "with Plus, 100.00 pays 2.90 + 0.30 = 3.20" the first amount is the payment and the last one its fee.
#[test]
fn the_documentation_is_right() {
    let text = include_str!("../docs/fee-notation.md");
    let amounts = |case: &str| -> Vec<Money> {
        let is_amount = |word: &&str| word.contains('.') && word.starts_with(|first: char| first.is_ascii_digit());
        case.split_whitespace().filter(is_amount).map(usd).collect()
    };
    let after = |case: &str, word: &str| -> Option<String> {
        Some(case.split_once(word)?.1.split(&[' ', ','][..]).next()?.to_owned())
    };
    let mut rows = 0;
    for row in text.lines().filter(|line| line.starts_with("| ") && line.contains(" pay")) {
        let [_, form, example, cases, _] = row.split('|').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let Some(example) = example.trim().strip_prefix('`').and_then(|rest| rest.strip_suffix('`')) else { continue };
        let fee: Fee = example.parse().expect(example);
        assert_eq!(fee.to_string(), example, "{form}");
        let mut billed = Money::ZERO;
        for case in cases.split("; ") {
            let amounts = amounts(case);
            let (Some(amount), Some(charged)) = (amounts.first(), amounts.last()) else { panic!("{case}") };
            let rate = after(case, "at ")
                .map_or(Rate::ZERO, |rate| Rate::from_percent(rate.trim_end_matches('%').parse().unwrap()).unwrap());
            let status = after(case, "with ").and_then(|name| fee.statuses().position(|status| status == name));
            let months = after(case, "after ").map_or(0, |months| months.parse().unwrap());
            let choice = Choice { rate, status: status.unwrap_or(0), months };
            let terms = fee.settle(choice, Currency::USD).expect(example);
            let before = if case.contains("next") { billed } else { Money::ZERO };
            assert_eq!(terms.fee(&Payment::of(*amount, before)), *charged, "{form}: {case}");
            billed = *amount;
        }
        rows += 1;
    }
    assert!(rows >= 12, "{rows} forms are documented");
}

#[test]
fn whole_payments_at_their_limits() {
    let by_size = "whole 2.6% at least 50 to 5000, 2.4% at least 130 to 50000, 1.9% at least 1200 per contract";
    pays(by_size, "0", "1,923.07", "50.00"); // 49.99982, so the least fee holds
    pays(by_size, "0", "5,000.00", "130.00");
    pays(by_size, "0", "5,000.01", "130.00"); // 120.00 by rate
    pays(by_size, "0", "50,000.01", "1,200.00"); // 950.00 by rate
    let by_history = "whole 20% to 300, 10% to 3000, 5% per client";
    pays(by_history, "299.99", "100.00", "20.00"); // the next cent is still below the limit
    pays(by_history, "300.00", "100.00", "10.00"); // the limit belonged to the tier before
    pays(by_history, "3,000.00", "100.00", "5.00");
    pays("whole 20% under 300, 10% per client", "299.99", "100.00", "20.00"); // less than 300.00 was billed before
    pays("whole 20% under 300, 10% per client", "300.00", "100.00", "10.00");
}

#[test]
fn tax_is_rounded_by_itself() {
    // 26.664 is 26.66; 20 % of that is 5.332, so 5.33: 31.99, not 26.664 × 1.2 = 32.00.
    pays("10% plus 20% tax", "0", "266.64", "31.99");
    let slices = terms("10% plus 20% tax").slices(&payment("0", "266.64"));
    assert_eq!(slices.iter().map(|slice| slice.fee).collect::<Vec<_>>(), [usd("26.66"), usd("5.33")]);
}

#[test]
fn what_is_just_within_the_notation_and_what_is_not() {
    let expected = |text: &str| text.parse::<Fee>().map(|_| ()).map_err(|error| error.expected);
    let named = |letters: usize| format!("{}: 5%; other: 3%", "é".repeat(letters));
    assert_eq!(expected(&named(40)), Ok(()));
    assert_eq!(expected(&named(41)), Err(Expected::Name));
    assert_eq!(expected("!?: 5%; other: 3%"), Err(Expected::Name), "nothing is left of it in links");
    assert_eq!(expected("first 1 month: 5%; later: 3%"), Ok(()));
    assert_eq!(expected("first 0 months: 5%; later: 3%"), Ok(()), "a name like any other");
    assert_eq!(expected("10% then whole 5% to 100, 3%"), Err(Expected::EachPayment));
    assert_eq!(expected("10% then 5% per client"), Err(Expected::EachPayment));
    assert_eq!(expected("10% then 5%"), Ok(()));
    assert_eq!(expected("10% + 0.125"), Ok(()));
    assert_eq!(expected("10% + 0.1250"), Ok(()));
    assert_eq!(expected("10% + 0.0125"), Err(Expected::AmountInRange));
    // Ten, or ten thousand?
    for unclear in ["20% to 10.000, 10%", "10% at least 1.500", "5% + 2.500", "5% to $100.000, 4%", "5% at most 1.010"]
    {
        assert_eq!(expected(unclear), Err(Expected::ClearAmount), "{unclear}");
    }
    for clear in
        ["20% to 10 000, 10%", "20% to 10,000, 10%", "5% + 2.50", "5% + 2.125", "5% + 0.500", "5% to 1,234.500, 4%"]
    {
        assert_eq!(expected(clear), Ok(()), "{clear}");
    }
    assert_eq!(expected("5% to 1000000000000, 4%"), Ok(()));
    assert_eq!(expected("5% to 1000000000001, 4%"), Err(Expected::AmountInRange));
    // A least above a most, however they are ordered; the same amount is both.
    assert_eq!(expected("10% at least 5 at most 5"), Ok(()));
    assert_eq!(expected("10% at most 5 at least 5"), Ok(()));
    assert_eq!(expected("10% at least 5 at most 4.99"), Err(Expected::MostAboveLeast));
    assert_eq!(expected("10% at most 4.99 at least 5"), Err(Expected::MostAboveLeast));
    assert_eq!(expected("10% + 100000000"), Ok(()));
    // A hundredth of a percent has to be left, after all charges and their taxes.
    assert_eq!(expected("99% then 99%"), Ok(()));
    assert_eq!(expected("99% then 99.01%"), Err(Expected::MoreLeft));
    assert_eq!(expected("50% then 99.99%"), Err(Expected::MoreLeft));
    assert!(expected("1.5.5%").is_err() && expected("1..5..7%").is_err());
    // Words that only resemble months are names.
    for name in ["last 3 months: 5%", "first 3 weeks: 5%", "first 3 months ever: 5%"] {
        let text = format!("{name}; other: 3%");
        assert_eq!(text.parse::<Fee>().map(|fee| fee.counts_months()), Ok(false), "{text}");
    }
    let error = "10% or so".parse::<Fee>().unwrap_err();
    assert!(error.to_string().contains("character 5"), "{error}");
    assert!("US".parse::<Currency>().is_err_and(|error| error.to_string().contains("three letters")));
}

#[test]
fn lines_print_as_they_are_written() {
    for (typed, printed) in [
        ("whole 5.5% + $3 under $100 , 5.5%", "whole 5.5% + 3 under 100, 5.5%"),
        ("WHOLE 0% + 15 TO 500, 0% + 29", "whole 0% + 15 to 500, 0% + 29"),
        ("Whole 20% to 300, 10% Per Client", "whole 20% to 300, 10% per client"),
        ("whole 30% For The First Job,15% per client", "whole 30% for the first job, 15% per client"),
        (
            "whole 30% for the first job, 20% to 500, 15% per account",
            "whole 30% for the first job, 20% to 500, 15% per account",
        ),
        ("Basic:9%;Plus :4.5%", "Basic: 9%; Plus: 4.5%"),
        ("First 3 Months: 10%; Later: 5%", "first 3 months: 10%; later: 5%"),
        ("first 1 month: 10%; first 12 months: 7%; later: 5%", "first 1 month: 10%; first 12 months: 7%; later: 5%"),
        ("10% per contract plus 20% tax", "10% per contract plus 20% tax"),
        ("Card: 2.9% + 0.3; ACH: 0.8%, at most 5", "Card: 2.9% + 0.30; ACH: 0.8% at most 5"),
        // A decimal comma, where no tier can follow.
        ("2,9% + 0,30", "2.9% + 0.30"),
        ("2.9% + 0,500", "2.9% + 0.50"),
        ("12,5% to 500,7,5%", "12.5% to 500, 7.5%"),
        ("0,5%..7,25% per contract plus 7,7% tax", "0.5%..7.25% per contract plus 7.7% tax"),
        ("0,8%, at least 0,5, at most 1,500", "0.8% at least 0.50 at most 1500"),
        // What it means elsewhere stays.
        ("20% to 1,500,10%", "20% to 1500, 10%"),
        ("20% to 500,10%", "20% to 500, 10%"),
    ] {
        let fee: Fee = typed.parse().unwrap_or_else(|error| panic!("{typed}: {error}"));
        assert_eq!(fee.to_string(), printed);
    }
}

#[test]
fn what_is_no_fee_is_told_where_and_what_was_wanted() {
    let words = Words::new(&Overrides::default_draft(), Currency::USD);
    for (typed, message) in [
        (
            "5% + 3 under 100, 5%",
            "“+ 3 under 100, 5%” at character 4 does not fit. Write “whole” at the start: only whole payments can have “under”, or a fixed fee for each tier.",
        ),
        (
            "5% under 100, 4%",
            "“under 100, 4%” at character 4 does not fit. Write “whole” at the start: only whole payments can have “under”, or a fixed fee for each tier.",
        ),
        (
            "whole 10% to 300, 20% per client",
            "“10% to 300, 20% per clie…” at character 7 does not fit. Write falling rates and nothing else, because the rate depends on what was billed before.",
        ),
        (
            "whole 20% + 1 to 300, 10% per month",
            "“20% + 1 to 300, 10% per …” at character 7 does not fit. Write falling rates and nothing else, because the rate depends on what was billed before.",
        ),
        (
            "30% for the first job, 15% per client",
            "“for the first job, 15% p…” at character 5 does not fit. Write “for the first job” as in “whole 30% for the first job, 15% per client”.",
        ),
        (
            "whole 30% for the first two jobs, 15% per client",
            "“for the first two jobs, …” at character 11 does not fit. Write “for the first job” as in “whole 30% for the first job, 15% per client”.",
        ),
        (
            "whole 30% to 500, 20% for the first job, 15% per client",
            "“for the first job, 15% p…” at character 23 does not fit. Write “for the first job” as in “whole 30% for the first job, 15% per client”.",
        ),
        (
            "whole 30% for the first job, 15% per contract",
            "“30% for the first job, 1…” at character 7 does not fit. Write “for the first job” as in “whole 30% for the first job, 15% per client”.",
        ),
        ("whole 30% for the first job", "The fee is incomplete. Add a comma and the next tier, such as “, 10%”."),
        ("10%; 5%", "“10%; 5%” at character 1 does not fit. Write a name and a colon, as in “Basic: 9%; Plus: 4.5%”."),
        (
            "Basic: 9%; 4.5%",
            "“4.5%” at character 12 does not fit. Write a name and a colon, as in “Basic: 9%; Plus: 4.5%”.",
        ),
        ("Basic: 9%; basic: 4%", "“basic: 4%” at character 12 does not fit. Write another name: this one is taken."),
        ("Basic: 9%;", "The fee is incomplete. Add a name and a colon, as in “Basic: 9%; Plus: 4.5%”."),
        ("first 3 months: 10%", "The fee is incomplete. Add what applies later, such as “; later: 5%”."),
        (
            "first 3 months: 10%; first 2 months: 8%; later: 5%",
            "“first 2 months: 8%; late…” at character 22 does not fit. Write more months than before, or “later:”.",
        ),
        (
            "first 3 months: 10%; Plus: 5%",
            "“Plus: 5%” at character 22 does not fit. Write more months than before, or “later:”.",
        ),
        (
            "first 3 months: 10%; later: 5%; later: 4%",
            "“; later: 4%” at character 31 does not fit. Write nothing more.",
        ),
        (
            "60% plus 90% tax",
            "“90% tax” at character 10 does not fit. Write a lower tax: fee and tax together can be at most 99.99%.",
        ),
        ("10% plus 20%", "The fee is incomplete. Add “tax”."),
        ("10% plus 20% tax per client", "“per client” at character 18 does not fit. Write nothing more."),
        ("whole", "The fee is incomplete. Add a rate such as 10%."),
        ("0%..5%; ", "“0%..5%;” at character 1 does not fit. Write a name and a colon, as in “Basic: 9%; Plus: 4.5%”."),
        (
            "A: 0%..5%; B: 1%..5%",
            "“1%..5%” at character 15 does not fit. Write the same range as before: a fee can have only one.",
        ),
    ] {
        let error = typed.parse::<Fee>().expect_err(typed);
        let problem = Problem { field: Field::Fee, reason: Reason::Notation(error) };
        assert_eq!(words.problem(&problem), message, "{typed}");
    }
}
