//! What happens when the reader, or the page around the element, does something?
use std::rc::Rc;

use take_home::amount::{Currency, Money};
use take_home::compare::elsewhere;
use take_home::scenario::{BySide, Field, Side, example};
use take_home::state::{Action, Author, Panel, State};

fn author(attributes: &[(&str, &str)]) -> Author {
    let (overrides, ignored) = example(attributes.iter().copied());
    Author { overrides, ignored }
}

fn start(link: &str) -> State {
    State::new(Author::default(), link)
}

fn type_(state: &State, field: Field, text: &str) -> State {
    state.after(Action::Type(field, text.into()))
}

#[track_caller]
fn verdict(state: &State, expected: &str) {
    let verdict = state.words().verdict(&state.answer.comparison).plain().replace('\u{a0}', " ");
    assert_eq!(verdict, expected);
}

#[test]
fn a_change_is_named_as_its_field_writes_it() {
    let state = State::new(Author::default(), "");
    for state in [
        state.after(Action::FillIn("contract-price=6000.00".into())),
        state.after(Action::Type(Field::ContractPrice, "6000".into())).after(Action::Finish(Field::ContractPrice)),
    ] {
        assert_eq!(state.changes(), [(Field::ContractPrice, "15,000.00", "6,000.00")]);
    }
}

#[test]
fn bad_input_keeps_the_last_answer_and_what_was_typed() {
    let state = type_(&start(""), Field::Gigs, "many");
    verdict(&state, "One large contract leaves you $1,700 more.");
    assert!(state.is_stale());
    assert_eq!(state.draft.text(Field::Gigs), "many");
    let state = type_(&type_(&start(""), Field::Gigs, "30.5"), Field::Gigs, "30.5").after(Action::Finish(Field::Gigs));
    assert_eq!(state.draft.text(Field::Gigs), "30.5", "leaving the field changes nothing that is wrong");
}

#[test]
fn leaving_a_field_writes_its_number_as_the_page_does() {
    let state = type_(&start(""), Field::GigPrice, "$ 1200.5").after(Action::Finish(Field::GigPrice));
    assert_eq!(state.draft.text(Field::GigPrice), "1,200.50");
}

#[test]
fn a_number_with_two_readings_is_asked_about_until_it_is_changed() {
    let other = |state: &State| state.doubt(Field::GigPrice).map(|other| other.to_string());
    let typed = type_(&start(""), Field::GigPrice, "1.500");
    assert_eq!(other(&typed).as_deref(), Some("1500"));
    let left = typed.after(Action::Finish(Field::GigPrice));
    assert_eq!((left.draft.text(Field::GigPrice), other(&left).as_deref()), ("1.50", Some("1500")));
    let [understood, meant] =
        left.words().understood(left.draft.number(Field::GigPrice).unwrap(), left.doubt(Field::GigPrice).unwrap());
    assert_eq!([&*understood, &*meant], ["Read as 1.5.", "I meant 1,500"]);
    assert_eq!(left.doubt(Field::ContractPrice), None, "only that field");
    let answered = left.after(Action::FillIn("gig-price=1500".into()));
    assert_eq!((answered.draft.text(Field::GigPrice), other(&answered)), ("1,500.00", None));
    assert_eq!(other(&type_(&left, Field::GigPrice, "2")), None);
    // Where a full stop is nobody's decimal mark, it is between thousands.
    let french = type_(&start("lang=fr"), Field::GigPrice, "1.000");
    let (number, doubt) = (french.draft.number(Field::GigPrice).unwrap(), french.doubt(Field::GigPrice).unwrap());
    assert_eq!((number.to_string(), doubt.to_string()), ("1000".to_owned(), "1".to_owned()));
    assert_eq!(french.words().understood(number, doubt), ["Read as 1\u{a0}000.", "I meant 1"]);
    // In a language with another mark it is the other way round.
    let german = type_(&start("lang=de"), Field::GigPrice, "1,500").after(Action::Finish(Field::GigPrice));
    assert_eq!((german.draft.text(Field::GigPrice), other(&german).as_deref()), ("1,50", Some("1500")));
    assert_eq!(german.after(Action::FillIn("gig-price=1500".into())).draft.text(Field::GigPrice), "1.500,00");
}

#[test]
fn an_amount_in_another_currency_is_not_converted_and_says_so() {
    let is_foreign =
        |link: &str, field: Field, text: &str| type_(&start(link), field, text).is_in_other_currency(field);
    let euros = "fee=10%25&currency=EUR";
    for (link, field, text, foreign) in [
        ("", Field::GigPrice, "€500", true),
        ("", Field::GigPrice, "500 EUR", true),
        ("", Field::ContractPrice, "£ 9,000", true),
        ("", Field::BidCost, "gbp 1", true),
        ("", Field::GigList, "20 x 150, 5 x ₹800", true),
        (euros, Field::GigPrice, "$500", true),
        (euros, Field::GigPrice, "500 usd", true),
        ("", Field::GigPrice, "$500", false),
        ("", Field::GigPrice, "US$ 500", false),
        ("", Field::GigPrice, "500 USD", false),
        ("", Field::GigPrice, "500", false),
        ("", Field::GigPrice, "500 kr", false),
        ("", Field::GigList, "20 x 150 for Eur", false),
        (euros, Field::GigPrice, "500 €", false),
        ("fee=10%25&currency=CAD", Field::GigPrice, "$500", false),
        ("", Field::Gigs, "30", false),
    ] {
        assert_eq!(is_foreign(link, field, text), foreign, "{link}: {} = {text}", field.name());
    }
    let typed = type_(&start(""), Field::GigPrice, "€600");
    assert_eq!(*typed.problems, []);
    assert_eq!(typed.words().nothing_converted(), "Amounts here are in USD. Nothing is converted.");
    let left = typed.after(Action::Finish(Field::GigPrice));
    assert_eq!((left.draft.text(Field::GigPrice), left.is_in_other_currency(Field::GigPrice)), ("600.00", true));
    let slid = left.after(Action::Slide(Field::GigPrice, 70_000));
    assert!(!slid.is_in_other_currency(Field::GigPrice), "it is another number");
}

#[test]
fn an_amount_in_another_currency_can_make_it_that_of_all() {
    let offered = |link: &str, text: &str| {
        let typed = type_(&start(link), Field::GigPrice, text);
        typed.typed_currency(Field::GigPrice).map(|currency| currency.code().to_owned())
    };
    for (link, text, code) in [
        ("fee=10%25", "£400", Some("GBP")),
        ("fee=10%25", "400 cad", Some("CAD")),
        ("fee=10%25", "C$400", Some("CAD")),
        ("fee=10%25", "A$400", Some("AUD")),
        ("fee=10%25", "R$ 400", Some("BRL")),
        ("fee=10%25&currency=CAD", "US$400", Some("USD")),
        ("schedule=fiverr-2026", "£400", Some("GBP")),
        ("fee=10%25&currency=NIO", "C$400", None),
        ("fee=10%25", "$400", None),
        ("fee=10%25", "400", None),
    ] {
        assert_eq!(offered(link, text).as_deref(), code, "{link} {text}");
    }
    let pounds = type_(&start("fee=10%25"), Field::GigPrice, "£400").after(Action::FillIn("currency=GBP".into()));
    let price = pounds.draft.text(Field::GigPrice);
    assert_eq!((price, pounds.answer.scenario.currency().code(), pounds.other_currency()), ("400.00", "GBP", None));
}

#[test]
fn half_of_a_number_that_cannot_be_used_is_no_answer() {
    // As keys arrive: each text in turn.
    let keyed = |link: &str, field: Field, text: &str| {
        (1..=text.len()).fold(start(link), |state, end| type_(&state, field, &text[..end]))
    };
    for (link, field, text, kept) in [
        ("", Field::GigPrice, "2 hundred", ""),
        ("schedule=upwork-2025", Field::Rate, "20", "schedule=upwork-2025"),
        ("", Field::GigWinRate, "150", ""),
        ("keep=9000", Field::Keep, "15 th", "keep=9000"),
    ] {
        let typed = keyed(link, field, text);
        assert!(typed.is_stale(), "{text}");
        assert_eq!(typed.good.link().as_ref(), start(link).good.link().as_ref(), "{text}");
        assert_eq!(typed.link(), kept, "{text}");
        let left = typed.after(Action::Finish(field));
        assert_eq!((left.link().as_str(), left.draft.text(field)), (kept, text), "what was typed stays");
    }
    // What is typed to the end is used, and so is what was finished before something else is typed in its place.
    let finished = keyed("", Field::GigPrice, "700").after(Action::Finish(Field::GigPrice));
    let other = (1..=4).fold(finished, |state, end| type_(&state, Field::GigPrice, &"1x00"[..end]));
    assert!(other.is_stale() && other.link().starts_with("gig-price=700"), "{}", other.link());
    // Whatever happens between two keys.
    let between = [Action::Rest, Action::PanelsFailed(false), Action::Rewrite(Rc::default())];
    for action in between {
        let typed = type_(&start(""), Field::GigPrice, "2");
        let after = typed.after(action.clone());
        // As the app does with what is being typed.
        let after =
            if matches!(action, Action::Rewrite(_)) { after.with_unfinished(Field::GigPrice, &typed) } else { after };
        let more = type_(&after, Field::GigPrice, "2 h");
        assert_eq!((more.is_stale(), more.link().as_str()), (true, ""), "{action:?}");
    }
    // A list or a fee that goes on is no number: what it said so far stays.
    let priced = keyed("", Field::GigPrice, "700");
    let listed = type_(&type_(&priced, Field::GigList, "20 x 150"), Field::GigList, "20 x 150, x");
    assert!(listed.is_stale());
    assert_eq!(listed.good.link().as_ref(), type_(&priced, Field::GigList, "20 x 150").good.link().as_ref());
    // Thousands are read.
    for (text, price) in [("2k", "2,000.00"), ("$1.5K", "1,500.00"), ("12.25k usd", "12,250.00")] {
        let typed = keyed("", Field::GigPrice, text).after(Action::Finish(Field::GigPrice));
        assert_eq!((typed.problems.len(), typed.draft.text(Field::GigPrice)), (0, price), "{text}");
    }
}

#[test]
fn a_fee_to_compare_with_leaves_amounts_in_their_currency() {
    let amounts = |state: &State| {
        let answer = &state.answer;
        (answer.scenario.currency().code().to_owned(), answer.comparison.outcomes.contract.take_home)
    };
    let mine = start("gigs=12&gig-price=250.55&contract-price=3100");
    // 5% and 16.5% of 3,100.00.
    for (id, kept) in [("weblancer-2026", 294_500), ("lancers-2022", 258_850)] {
        let compared = mine.after(Action::CompareUnder(id.into()));
        assert_eq!(amounts(&compared), ("USD".into(), Money::from_minor(kept)), "{id}");
        assert_eq!((compared.other_currency(), &*compared.problems), (None, &[][..]), "{id}");
    }
    // In the list of platforms it is the platform's; the page says so, and has a way back.
    let euros = mine.after(Action::ChooseSchedule("malt-2026".into()));
    assert_eq!((amounts(&euros).0, euros.other_currency()), ("EUR".into(), Some((Currency::USD, true))));
    let back = euros.after(Action::FillIn("currency=USD".into()));
    assert_eq!((amounts(&back).0, back.other_currency()), ("USD".into(), None));
    // Nothing is left of it once it is undone, and the platform of the list is as it would have been.
    let compared = mine.after(Action::CompareUnder("weblancer-2026".into()));
    assert_eq!(compared.changes().iter().filter(|(field, ..)| *field == Field::Currency).count(), 0);
    let undone = compared.after(Action::ChooseSchedule("upwork-2016".into()));
    assert_eq!(undone.changes(), mine.changes());
    assert_eq!(undone.link(), mine.link());
    assert_eq!(amounts(&compared.after(Action::ChooseSchedule("malt-2026".into()))).0, "EUR");
    // 250.55 cannot be yen.
    let yen = mine.after(Action::ChooseSchedule("lancers-2022".into()));
    assert_eq!((amounts(&yen).0, &*yen.problems), ("USD".into(), &[][..]));
    let whole = start("gig-price=250").after(Action::ChooseSchedule("lancers-2022".into()));
    assert_eq!(amounts(&whole).0, "JPY");
    // A link that names the fee is in its currency from the start.
    assert_eq!(start("schedule=malt-2026").other_currency(), None);
}

#[test]
fn a_tick_leaves_the_question_about_another_field() {
    let asked = type_(&start(""), Field::GigPrice, "1.500");
    let ticked = asked.after(Action::Choose(Field::SameTotal, "yes".into()));
    assert_eq!(ticked.doubt(Field::GigPrice), asked.doubt(Field::GigPrice));
    assert!(asked.doubt(Field::GigPrice).is_some());
}

#[test]
fn thousandths_are_asked_about_only_where_they_were_read_as_thousands() {
    let asked = |lang: &str, text: &str| {
        type_(&start(&format!("lang={lang}&fee=10%25&currency=KWD")), Field::GigPrice, text)
            .doubt(Field::GigPrice)
            .is_some()
    };
    assert_eq!([asked("en", "1.500"), asked("fr", "1.500"), asked("fr", "1,500")], [false, true, false]);
}

#[test]
fn an_own_fee_of_the_example_comes_back() {
    let author = author(&[("fee", "10%")]);
    let other = State::new(author.clone(), "").after(Action::ChooseSchedule("fiverr-2026".into()));
    assert_eq!(other.draft.text(Field::Fee), "");
    let back = other.after(Action::Choose(Field::Fee, "10%".into()));
    assert_eq!(back.changes(), []);
    assert_eq!(back.answer.comparison, State::new(author, "").answer.comparison);
}

#[test]
fn a_value_that_is_pressed_is_not_asked_about() {
    let state = start("fee=10%25&currency=KWD&gig-price=500");
    let pressed = state.after(Action::Choose(Field::GigPrice, "562.970".into()));
    assert_eq!((pressed.doubt(Field::GigPrice), pressed.typing), (None, None));
    assert_eq!(pressed.draft.number(Field::GigPrice).unwrap().to_string(), "562.97");
    let pressed = start("").after(Action::Choose(Field::GigPrice, "1.500".into()));
    assert_eq!(pressed.doubt(Field::GigPrice), None);
}

#[test]
fn the_example_is_written_as_the_page_writes_numbers() {
    let german = start("lang=de&gig-price=1500");
    let example = german.example_here();
    assert_eq!(
        (example.draft.text(Field::GigPrice), example.draft.text(Field::ContractPrice)),
        ("500,00", "15.000,00")
    );
    let undone = german.after(Action::Choose(Field::GigPrice, example.draft.text(Field::GigPrice).into()));
    assert_eq!(undone.draft.number(Field::GigPrice).unwrap().to_string(), "500");
}

#[test]
fn an_undone_change_is_named_as_its_field() {
    let billed = |link: &str| {
        let state = start(link);
        [Field::GigBilled, Field::ContractBilled].map(|field| state.words().changed(field, "0", "500"))
    };
    assert_eq!(
        billed(""),
        ["The gigs: Already billed to each client $0 → $500", "The contract: Already billed $0 → $500"]
    );
    assert_eq!(
        billed("fee=10%25 to 500, 5%25 per month"),
        ["The gigs: Already billed this month $0 → $500", "The contract: Already billed this month $0 → $500"]
    );
    assert_eq!(billed("gig-clients=one")[0], "The gigs: Already billed $0 → $500");
    let named =
        |field: Field, from: &str, to: &str| start("lang=de").words().changed(field, from, to).replace('\u{a0}', " ");
    assert_eq!(named(Field::ContractPrice, "15.000,00", "15.500,50"), "Contract price $15.000 → $15.500,50");
    assert_eq!(named(Field::GigHours, "6", "7:30"), "Paid hours per gig 6 h → 7,5 h");
    // A number that is new, or that is gone.
    assert_eq!(named(Field::GigRate, "", "12,5"), "Fee rate for the gigs: 12,5%");
    assert_eq!(named(Field::GigRate, "12,5", ""), "Fee rate for the gigs");
}

#[test]
fn what_a_page_writes_it_reads_back_in_every_region() {
    let regions =
        ["en", "en-IN", "en-ZA", "es-MX", "es", "de", "de-CH", "fr-CH", "hi", "vi", "ar-EG", "ar-MA", "pt-BR"];
    for (lang, currency) in regions.into_iter().flat_map(|lang| ["USD", "JPY", "KWD"].map(|currency| (lang, currency)))
    {
        for price in ["0.01", "999", "1000", "1500.5", "123456.78", "1234567", "1000000000000"] {
            if currency == "JPY" && price.contains('.') {
                continue;
            }
            let link = format!("lang={lang}&fee=10%25&currency={currency}&gigs=1&gig-price={price}&contract-price=5");
            let state = start(&link);
            let shown = state.draft.text(Field::GigPrice).to_owned();
            let again = type_(&type_(&state, Field::GigPrice, "7"), Field::GigPrice, &shown);
            assert_eq!(again.good.link(), state.good.link(), "{lang}: {shown}");
            assert_eq!(again.doubt(Field::GigPrice), None, "{lang}: {shown}");
        }
    }
    assert_eq!(start("lang=en-IN&gig-price=1234567.5").draft.text(Field::GigPrice), "12,34,567.50");
}

#[test]
fn an_emptied_fee_is_still_the_readers_own() {
    let state = type_(&start("#fee=10%25"), Field::Fee, "");
    assert!(state.problem(Field::Fee).is_some());
    verdict(&state, "No difference: the fee is 10% either way.");
}

#[test]
fn a_typed_range_brings_its_least_rate_along() {
    let state = type_(&start("#fee=10%25"), Field::Fee, "20%..30%");
    assert!(!state.is_stale());
    verdict(&state, "No difference: the fee is 20% either way.");
}

#[test]
fn a_slider_of_a_rate_reaches_the_end_in_steps_that_a_screen_can_show() {
    let range = |fee: &str| start(&format!("#fee={fee}")).ranges.of(Field::Rate).unwrap();
    assert_eq!((range("0%25..15%25").to, range("0%25..15%25").step), (1_500, 50));
    assert_eq!((range("0%25..1.01%25").to, range("0%25..1.01%25").step), (101, 1), "101 is a prime");
    // 9,999 has divisors, but none that anyone chooses by.
    assert_eq!((range("0%25..99.99%25").to, range("0%25..99.99%25").step), (9_999, 50));
    assert_eq!((range("0.01%25..99.99%25").to, range("0.01%25..99.99%25").step), (9_999, 50));
}

#[test]
fn another_schedule_never_leaves_a_fault_where_no_field_is() {
    let state = type_(&start(""), Field::GigBilled, "abc").after(Action::ChooseSchedule("upwork-2023".into()));
    assert!(!state.is_stale());
    assert!(!state.link().contains("abc"));
    let state = state.after(Action::ChooseSchedule("upwork-2016".into()));
    assert!(!state.is_stale());
    assert_eq!(state.draft.text(Field::GigBilled), "0");
}

#[test]
fn sides_with_rates_of_their_own_need_no_other() {
    let state = type_(&start("#schedule=upwork-2025"), Field::Rate, "abc").after(Action::OwnRates(true));
    let state = type_(&type_(&state, Field::GigRate, "5"), Field::ContractRate, "6");
    assert!(!state.is_stale());
    let state = type_(&type_(&state, Field::GigRate, ""), Field::ContractRate, "");
    assert!(state.own_rates, "their fields stay while they are retyped");
}

#[test]
fn the_way_back_leads_to_the_authors_example() {
    let author = author(&[("gigs", "10"), ("gig-price", "100")]);
    let state = State::new(author, "#gigs=20");
    assert_eq!(state.link(), "gigs=20");
    let state = state.after(Action::Back);
    assert_eq!(state.link(), "");
    assert_eq!(state.draft.text(Field::Gigs), "10");
}

/// A field in a closed question is out of sight, so the note names it.
#[test]
fn the_note_names_what_is_out_of_sight() {
    for (link, field, text, note) in [
        ("", Field::Gigs, "many", "Finish the marked number."),
        ("", Field::BidMinutes, "some", "Finish “Minutes per proposal”."),
        ("client-fee=5%", Field::ClientFee, "5% or", "Finish “Client’s fee”."),
        // Fees that ignore the months leave them to the question about leaving.
        ("", Field::GigMonths, "some", "Finish “The gigs: Months you have known this client”."),
        ("", Field::GigList, "20 x", "Finish “Your gigs, line by line”."),
    ] {
        let state = type_(&start(link), field, text);
        let said = state.words().stale(&state.problems);
        assert_eq!(said, format!("{note} Until then you see the previous answer."), "{field:?}");
    }
}

#[test]
fn a_button_that_takes_numbers_away_can_bring_them_back() {
    let author = author(&[("gigs", "10")]);
    let typed = type_(&type_(&State::new(author.clone(), ""), Field::GigPrice, "80"), Field::BidMinutes, "35");
    assert!(!typed.can_bring_back());
    let away = typed.after(Action::Back);
    assert!(away.can_bring_back());
    // Resting and looking around choose nothing.
    let away = away.after(Action::Rest).after(Action::Open(Panel::Costs, true)).after(Action::Finish(Field::Gigs));
    let back = away.after(Action::BringBack);
    assert_eq!(back.link(), typed.link());
    assert!(back.open.is_open(Panel::Costs), "what is open stays open");
    assert!(!back.can_bring_back());
    // Something else was chosen, or the page shows another example: there is nothing to bring back.
    assert!(!type_(&away, Field::Gigs, "11").can_bring_back());
    assert!(!away.after(Action::Rewrite(Rc::new(crate::author(&[("gigs", "12")])))).can_bring_back());
    assert!(!State::new(author, "").after(Action::Back).can_bring_back(), "the example is still there");

    // Looking at everything of a compact calculator chooses no numbers.
    assert!(away.after(Action::Choose(Field::View, "full".into())).can_bring_back());

    let list = "20 x 150, 5 x 800 for Acme";
    for (side, field, remove) in [
        (Side::Gigs, Field::GigList, Action::Choose(Field::GigList, String::new())),
        (Side::Contract, Field::ContractList, Action::Choose(Field::ContractList, String::new())),
        (Side::Gigs, Field::GigList, Action::Back),
    ] {
        let typed = type_(&start(""), field, list);
        let removed = typed.after(remove);
        assert_eq!(removed.draft.text(field), "");
        assert!(removed.can_bring_list_back(side));
        assert!(!removed.can_bring_list_back(side.other()));
        assert_eq!(removed.after(Action::BringBack).draft.text(field), list);
        // One that cannot be read is somebody's work as well.
        let broken = type_(&typed, field, "20 x 150, 5 x").after(Action::Choose(field, String::new()));
        assert_eq!(broken.after(Action::BringBack).draft.text(field), "20 x 150, 5 x");
    }
    // Both lists, one after the other.
    let [gigs, contract] = [Field::GigList, Field::ContractList];
    let remove = |field: Field| Action::Choose(field, String::new());
    let both = type_(&type_(&start(""), gigs, list), contract, "4000, 3000");
    let removed = both.after(remove(gigs)).after(remove(contract));
    assert_eq!(removed.after(Action::BringBack).link(), both.link());
    // Other gigs than before are not to be replaced by a button for the contract's list.
    let used = both.after(Action::Several(vec![Action::Set(vec![(gigs, "7 x 9".into()), (contract, String::new())])]));
    assert!(used.can_bring_back() && !used.can_bring_list_back(Side::Contract));
}

#[test]
fn the_page_changes_only_what_it_names() {
    let state = type_(&start(""), Field::ContractPrice, "9000");
    let state = state.after(Action::Rewrite(Rc::new(author(&[("gigs", "40")]))));
    assert_eq!(state.draft.text(Field::Gigs), "40");
    assert_eq!(state.draft.text(Field::ContractPrice), "9,000.00", "the reader's price stays");
    let state = start("").after(Action::Rewrite(Rc::new(author(&[("gigs", "40")]))));
    assert_eq!(state.draft.text(Field::ContractPrice), "20,000.00", "a price that nobody gave follows");
}

#[test]
fn another_language_writes_the_same_numbers() {
    for currency in ["USD", "KWD", "JPY"] {
        let overrides = [("fee", "10%"), ("currency", currency), ("gigs", "1200"), ("gig-price", "1250")];
        let before = State::new(author(&overrides), "");
        let german = [&overrides[..], &[("lang", "de")]].concat();
        let after = before.after(Action::Rewrite(Rc::new(author(&german))));
        assert_eq!(after.answer, before.answer, "{currency}");
        assert!(!after.is_stale(), "{currency}");
        assert_eq!(after.draft.text(Field::Gigs), "1.200");
        assert_eq!(after.link(), "");
    }
}

#[test]
fn a_slider_reaches_what_was_typed_and_no_sum_too_large() {
    let price = Field::GigPrice;
    let state = start("");
    assert_eq!((state.ranges.of(price).unwrap().from, state.ranges.of(price).unwrap().to), (500, 100_000));
    let far = type_(&state, Field::GigPrice, "50000000");
    assert_eq!(far.ranges.of(price).unwrap().to, 10_000_000_000);
    let near = type_(&far, Field::GigPrice, "500");
    assert_eq!(near.ranges.of(price).unwrap(), state.ranges.of(price).unwrap(), "and comes back");
    let dragged = state.after(Action::Slide(price, 500));
    assert_eq!(dragged.ranges, state.ranges, "a drag moves no end");
    let many = type_(
        &type_(&start("#fee=10%25&currency=KWD&gigs=1&gig-price=1000000000000"), Field::GigPrice, "1"),
        Field::Gigs,
        "10000",
    );
    assert!(
        many.ranges.of(price).unwrap().to * 10_000 <= 1_000_000_000_000_000,
        "{:?}",
        many.ranges.of(price).unwrap()
    );
    let dear = start("#gigs=100&gig-price=10000000000");
    assert_eq!(dear.ranges.of(Field::Gigs).unwrap().to, 100);
}

#[test]
fn a_narrow_open_rate_can_be_dragged_from_end_to_end() {
    for (fee, from, to, step) in
        [("0%25..15%25", 0, 1500, 50), ("2.9%25..3.1%25", 290, 310, 1), ("2.7255%25..5%25", 273, 500, 1)]
    {
        let range = start(&format!("#fee={fee}&rate=3")).ranges.of(Field::Rate).unwrap();
        assert_eq!((range.from, range.to, range.step), (from, to, step), "{fee}");
    }
}

/// Each of these once left a fault in a field that was not there.
#[test]
fn what_another_choice_leaves_no_room_for_is_fitted() {
    let months = Action::Slide(Field::GigMonths, 5);
    let custom = |fee: &str| Action::Type(Field::Fee, fee.into());
    for (link, actions) in [
        ("#schedule=paypal-2023&status=goods-and-services", vec![Action::ChooseSchedule("payoneer-2026".into())]),
        ("#schedule=habr-2026", vec![Action::OwnRates(true), Action::ChooseSchedule("guru-2026".into())]),
        ("#fee=0%25..15%25", vec![Action::OwnRates(true), custom("20%..30%")]),
        (
            "#fee=first 3 months: 10%25; later: 20%25..30%25&rate=20",
            vec![Action::Type(Field::Rate, "10".into()), months],
        ),
        ("#schedule=stripe-2026&status=ach", vec![Action::ChooseSchedule("paypal-2023".into())]),
        ("#schedule=upwork-2025&client-status=business-plus", vec![Action::ChooseSchedule("fiverr-2026".into())]),
    ] {
        let state = actions.into_iter().fold(start(link), |state, action| state.after(action));
        assert!(!state.is_stale(), "{link}: {:?}", state.problems);
        assert_eq!(start(&state.link()).answer, state.answer, "{link}");
    }
}

#[test]
fn a_fee_of_ones_own_begins_as_the_one_that_was_shown() {
    let yen = start("#schedule=crowdworks-2026&gig-price=50000");
    let own = yen.after(Action::ChooseSchedule("custom".into()));
    assert_eq!(own.answer.comparison, yen.answer.comparison);
    assert_eq!(own.draft.text(Field::Currency), "JPY");
    let back = own.after(Action::ChooseSchedule("upwork-2016".into()));
    assert_eq!(back.answer.scenario.currency().code(), "USD");
    assert!(!back.is_stale());
}

#[test]
fn attributes_that_change_are_fitted_too() {
    let state = State::new(author(&[("schedule", "stripe-2026")]), "");
    let state = state.after(Action::Rewrite(Rc::new(author(&[("fee", "5%..10%"), ("contract-rate", "7")]))));
    assert!(!state.is_stale(), "{:?}", state.problems);
    assert!(state.own_rates, "the contract has a rate of its own, and a slider for it");
}

#[test]
fn a_link_carries_only_what_can_be_read_back() {
    let state = start("#schedule=upwork-2016").after(Action::Type(Field::GigBilled, String::new()));
    let state = state.after(Action::ChooseSchedule("guru-2010".into()));
    assert_eq!(state.link(), "schedule=guru-2010");
}

#[test]
fn a_button_fills_in_several_fields() {
    let state = start("lang=de").after(Action::FillIn("bid-connects=2&connect-price=1.00&free-connects=60".into()));
    assert_eq!(state.draft.text(Field::ConnectPrice), "1,00", "as the language writes it");
    assert_eq!(state.answer.scenario.inputs().get(Field::FreeConnects), 60);
    assert!(state.link().contains("bid-connects=2&connect-price=1&free-connects=60"), "{}", state.link());
}

#[test]
fn costs_show_in_the_verdict_and_its_turn() {
    let state = type_(&start(""), Field::ContractBoughtIn, "2000");
    verdict(&state, "After costs, many small gigs leave you $300 more.");
    let turn = state.words().turn(&state.answer.scenario, &state.answer.comparison).plain();
    assert!(turn.starts_with("Before costs the contract was $1,700 ahead."), "{turn}");
    let state = start("gig-hours=5&contract-hours=200");
    verdict(&state, "One large contract leaves you $1,700 more.");
    verdict(&type_(&state, Field::Verdict, "hour"), "An hour on the gigs pays you $11.50 more.");
}

#[test]
fn a_reader_sees_how_far_they_moved() {
    let moved = |state: &State| {
        let words = state.words();
        let changes: Vec<String> =
            state.changes().into_iter().map(|(field, from, to)| words.changed(field, from, to)).collect();
        format!("{} {}", words.example_verdict("It was so.", true), changes.join(", ")).replace('\u{a0}', " ")
    };
    let author = author(&[("gigs", "12"), ("gig-price", "250"), ("theme", "dark")]);
    let state = State::new(author.clone(), "");
    assert_eq!(state.changes(), []);
    let state = type_(&state, Field::Gigs, "40");
    assert_eq!(moved(&state), "The example: It was so. You changed: Number of gigs 12 → 40");
    // The same number, written otherwise, and the looks.
    let state = type_(&type_(&state, Field::GigPrice, "$ 250"), Field::Theme, "light");
    assert_eq!(moved(&state), "The example: It was so. You changed: Number of gigs 12 → 40");
    let state = state.after(Action::ChooseSchedule("upwork-2023".into()));
    assert_eq!(moved(&state), "The example: It was so. You changed: Fee, Number of gigs 12 → 40");
    // What cannot be computed has not moved anything yet.
    assert_eq!(moved(&type_(&state, Field::Gigs, "many")), moved(&state));
    assert_eq!(state.after(Action::Back).changes(), []);
    let link = State::new(author.clone(), "#gigs=13&contract-price=3000");
    assert_eq!(moved(&link), "The example: It was so. You changed: Number of gigs 12 → 13");
    let page = type_(&link, Field::Gigs, "20").after(Action::Rewrite(Rc::new(Author {
        ..crate::author(&[("gigs", "20"), ("gig-price", "250"), ("contract-price", "3000")])
    })));
    assert_eq!(page.changes(), [], "the author may come to where the reader is");
}

#[test]
fn costs_are_counted_and_ignored_with_one_switch() {
    let usual = "gig-win-rate=10&contract-win-rate=10&bid-minutes=35&client-overhead=1.5";
    let state = start("gig-bought-in=10").after(Action::IgnoreCosts);
    assert_eq!(state.answer.comparison.after_costs, None);
    assert_eq!(state.draft.text(Field::GigBoughtIn), "0");
    // What was counted before is kept for the next time.
    let uncounted = state.answer.uncounted.as_deref().expect("it was counted");
    let state = state.after(Action::FillIn(uncounted.into()));
    assert_eq!(state.draft.text(Field::GigBoughtIn), "10.00");
    assert_eq!(state.draft.text(Field::BidMinutes), "0");
    let state = start("").after(Action::FillIn(usual.into()));
    assert_eq!(state.draft.text(Field::BidMinutes), "35");
    let nets = &state.answer.comparison.after_costs.as_ref().expect("they are counted").nets;
    assert_eq!(nets.gigs.hours.to_string(), "220", "30 × (10 × 35 ÷ 60 + 1.5)");
    assert_eq!(state.link(), "bid-minutes=35&client-overhead=1.5", "the win rates are the defaults");
}

#[test]
fn closed_lines_follow_when_the_reader_rests() {
    let state = start("").after(Action::Slide(Field::Gigs, 40));
    assert_eq!(state.rested, start("").answer);
    let state = state.after(Action::Rest);
    assert_eq!(state.rested, state.answer);
    assert_eq!(state.draft.text(Field::Gigs), "40");
}

/// The author's own numbers are not changed by being written with another mark, so the reader's stay.
#[test]
fn another_language_leaves_the_readers_numbers_alone() {
    let written = [("gigs", "12"), ("gig-price", "1234.5"), ("contract-price", "9999.99"), ("fee", "10%")];
    let german = [&written[..], &[("lang", "de")]].concat();
    let before =
        type_(&type_(&State::new(author(&written), ""), Field::GigPrice, "99"), Field::ContractPrice, "5000.25");
    let after = before.after(Action::Rewrite(Rc::new(author(&german))));
    assert_eq!([Field::GigPrice, Field::ContractPrice].map(|field| after.draft.text(field)), ["99,00", "5.000,25"]);
    assert_eq!(after.link(), "gig-price=99&contract-price=5000.25");
    // A client that the author renames is another one.
    let named = |name: &str| author(&[("gig-list", &format!("5 x 800 for {name}")), ("list-names", "")]);
    let renamed = State::new(named("Acme"), "").after(Action::Rewrite(Rc::new(named("Berta"))));
    assert_eq!(renamed.draft.text(Field::GigList), "5 x 800 for Berta");
    let list = [("gig-list", "5 x 99.50, 2 x 700"), ("fee", "10%")];
    let german = [&list[..], &[("lang", "de")]].concat();
    let before = type_(&State::new(author(&list), ""), Field::GigList, "3 x 1000, 2 x 50.5");
    let after = before.after(Action::Rewrite(Rc::new(author(&german))));
    assert_eq!(after.answer, before.answer);
}

/// What something else takes the place of is no change that could be undone.
#[test]
fn only_what_is_on_the_page_is_said_to_have_changed() {
    let changed = |link: &str| -> Vec<Field> {
        State::new(Author::default(), link).changes().into_iter().map(|(field, ..)| field).collect()
    };
    assert_eq!(changed("same-total&gigs=7"), [Field::Gigs, Field::SameTotal]);
    assert_eq!(changed("gig-list=20 x 150&contract-list=4000, 3000"), [Field::GigList, Field::ContractList]);
    assert_eq!(changed("gig-list=20 x 150&gigs=7&gig-price=9"), [Field::GigList, Field::ContractPrice]);
}

#[test]
fn hours_that_are_undone_decide_nothing() {
    let state = State::new(Author::default(), "gigs=40&gig-hours=5&contract-hours=100&verdict=hour");
    let undone = state.after(Action::Choose(Field::GigHours, "0".into()));
    assert_eq!((&*undone.problems, undone.link().as_str()), (&[][..], "gigs=40&contract-hours=100"));
    // Who types has not finished.
    assert!(type_(&state, Field::GigHours, "0").is_stale());
}

/// Whatever the reader has chosen for one fee counts under another, in the line about it as after pressing it.
#[test]
fn another_schedule_says_what_it_will_say() {
    for link in [
        "schedule=upwork-2025&rate=7&gigs=8&gig-price=130&contract-price=1100",
        "schedule=upwork-2025&gig-rate=5&contract-rate=15&gigs=8&gig-price=130&contract-price=1100",
        "schedule=upwork-2023&gigs=8&gig-price=130&contract-price=1100&gig-months=7&contract-months=1",
        "schedule=upwork-2023&gigs=8&gig-price=130&contract-price=1100&gig-billed=600&contract-billed=9000",
        "schedule=malt-2026&rate=3&gig-months=2&fee-tax=20",
        "fee=12%25&gig-clients=one&contract-payments=4&gig-duration=5",
        "schedule=crowdworks-2026&status=hourly&gigs=10&gig-price=60000&contract-price=500000",
    ] {
        let state = State::new(Author::default(), link);
        for verdict in elsewhere(&state.answer.scenario).verdicts {
            let id = verdict.schedule.id;
            let comparison = &state.after(Action::CompareUnder(id.into())).answer.comparison;
            let kept = BySide::from_fn(|side| comparison.remaining(side));
            assert_eq!(
                (verdict.remaining, verdict.difference),
                (kept, comparison.verdict.difference),
                "{id} after {link}"
            );
        }
    }
}

/// A row of other schedules says what its fee is with the first level, and pressing it gives that.
#[test]
fn a_level_of_one_platform_is_not_kept_for_another() {
    let state = start("#schedule=dribbble-2026&status=pro-standard-annual-or-pro-plus");
    let elsewhere = state.after(Action::ChooseSchedule("upwork-2023".into()));
    assert_eq!(elsewhere.draft.text(Field::Status), "");
    let back = elsewhere.after(Action::CompareUnder("dribbble-2026".into()));
    assert_eq!(back.answer, start("#schedule=dribbble-2026").answer);
}

#[test]
fn a_chosen_rate_comes_back_with_its_platform() {
    let rate = |state: &State| state.draft.text(Field::Rate).to_owned();
    let list = |id: &'static str| Action::ChooseSchedule(id.into());
    let line = |id: &'static str| Action::CompareUnder(id.into());
    // Upwork's rate is between 0 and 15%, Guru's between 5 and 9%, Payoneer's up to 1%, and Fiverr's is 20%.
    let chosen = type_(&start("#schedule=upwork-2025"), Field::Rate, "12");
    for others in [
        vec![line("payoneer-2026")],
        vec![list("payoneer-2026")],
        vec![line("fiverr-2026")],
        vec![list("fiverr-2026")],
        vec![line("guru-2026"), line("payoneer-2026"), list("fiverr-2026")],
    ] {
        let elsewhere = others.into_iter().fold(chosen.clone(), |state, other| state.after(other));
        assert_eq!(rate(&elsewhere.after(list("upwork-2025"))), "12", "{}", elsewhere.link());
    }
    // Also if the other fee would have allowed it.
    let seven = type_(&chosen, Field::Rate, "7").after(line("guru-2026"));
    assert_eq!(rate(&seven), "7");
    assert_eq!(rate(&seven.after(list("upwork-2025"))), "7");
    // A line is what pressing it leads to: with the rate at hand.
    let payoneer = chosen.after(line("payoneer-2026"));
    assert_eq!(rate(&payoneer), "1");
    assert_eq!(rate(&payoneer.after(line("guru-2026"))), "5");
    assert_eq!(rate(&chosen.after(list("guru-2026"))), "9", "the example's 10, as near as Guru allows");
    // What is typed under another fee is the reader's choice, even if it is what stood there.
    for typed in ["0.5", "1"] {
        let typed_there = type_(&payoneer, Field::Rate, typed);
        assert_eq!(rate(&typed_there.after(line("upwork-2025"))), typed);
        assert_eq!(rate(&typed_there.after(list("upwork-2025"))), "10", "the example's");
    }
}

#[test]
fn a_rate_survives_while_a_fee_is_typed() {
    let own = type_(&type_(&start("#fee=0%25..15%25"), Field::Rate, "12"), Field::Fee, "0%..1%");
    assert_eq!(own.draft.text(Field::Rate), "1");
    assert_eq!(type_(&own, Field::Fee, "0%..15%").draft.text(Field::Rate), "12");
    // One's own fee begins with the fee and the rate that were shown.
    let upwork = type_(&start("#schedule=upwork-2025"), Field::Rate, "12");
    let again = upwork.after(Action::ChooseSchedule("custom".into()));
    let fee = again.draft.text(Field::Fee).to_owned();
    assert_eq!(type_(&again, Field::Fee, &(fee + " ")).draft.text(Field::Rate), upwork.draft.text(Field::Rate));
}

#[test]
fn a_fee_that_was_typed_comes_back() {
    let choose = |state: &State, id: &str| state.after(Action::ChooseSchedule(id.into()));
    let typed = type_(&choose(&start(""), "custom"), Field::Fee, "12% to 1000, 8% per client");
    let [upwork, compared] =
        [Action::ChooseSchedule, Action::CompareUnder].map(|way| typed.after(way("upwork-2025".into())));
    for elsewhere in [choose(&upwork, "fiverr-2026"), compared] {
        let again = choose(&elsewhere, "custom");
        assert_eq!(again.draft.text(Field::Fee), "12% to 1000, 8% per client");
        verdict(&again, "One large contract leaves you $560 more.");
    }
    // A fee that was shown and left as it was gives way to the next one that is shown.
    let shown = choose(&choose(&start(""), "fiverr-2026"), "custom");
    assert_eq!(choose(&choose(&shown, "upwork-2025"), "custom").draft.text(Field::Fee), "0%..15% per contract");
    // The author's comes back as well.
    let author = State::new(author(&[("fee", "7%")]), "");
    assert_eq!(choose(&choose(&author, "upwork-2025"), "custom").draft.text(Field::Fee), "7%");
}

#[test]
fn a_rate_that_the_fee_had_to_change_is_no_change() {
    let shown = |state: &State| state.changes().iter().map(|(field, ..)| *field).collect::<Vec<_>>();
    // Guru takes 5 to 9%, and the example's rate is 10%.
    let guru = start("#schedule=guru-2026");
    assert_eq!(shown(&guru), [Field::Schedule]);
    assert_eq!(shown(&start("").after(Action::ChooseSchedule("guru-2026".into()))), [Field::Schedule]);
    // Undone, a rate is the nearest that the fee allows.
    let seven = start("#schedule=guru-2026&rate=7");
    assert_eq!(
        (shown(&seven), seven.undone(Field::Rate, &guru.example_here().draft)),
        (vec![Field::Schedule, Field::Rate], "9".into())
    );
    let undone = seven.after(Action::Choose(Field::Rate, "9".into()));
    assert_eq!((shown(&undone), undone.is_stale()), (vec![Field::Schedule], false));
    // A rate for each side takes the place of the one for both.
    let own = type_(&type_(&guru.after(Action::OwnRates(true)), Field::GigRate, "9"), Field::ContractRate, "5");
    assert!(!shown(&own).contains(&Field::Rate), "{:?}", shown(&own));
}

#[test]
fn rates_of_their_own_come_back_in_sight() {
    let own = start("#schedule=upwork-2025").after(Action::OwnRates(true));
    let own = type_(&type_(&own, Field::GigRate, "12"), Field::ContractRate, "8");
    let guru = own.after(Action::ChooseSchedule("guru-2026".into()));
    let back = guru.after(Action::ChooseSchedule("upwork-2025".into()));
    assert_eq!([Field::GigRate, Field::ContractRate].map(|field| back.draft.text(field)), ["12", "8"]);
    assert!(back.own_rates);
    // Without them meanwhile, they are gone.
    let shared = guru.after(Action::OwnRates(false)).after(Action::ChooseSchedule("upwork-2025".into()));
    assert_eq!([Field::GigRate, Field::ContractRate].map(|field| shared.draft.text(field)), ["", ""]);
}

#[test]
fn a_chosen_rate_survives_a_page_that_changes_the_schedule() {
    let here = author(&[("schedule", "upwork-2025")]);
    let chosen = type_(&State::new(here.clone(), ""), Field::Rate, "12");
    let page = |author: Author| Action::Rewrite(Rc::new(author));
    let rate = |state: &State| state.draft.text(Field::Rate).to_owned();
    let there = chosen.after(page(author(&[("schedule", "payoneer-2026")])));
    assert_eq!(rate(&there), "1");
    assert_eq!(rate(&there.after(page(here))), "12");
    // A rate that the page names is the page's.
    let named = there.after(page(author(&[("schedule", "payoneer-2026"), ("rate", "8")])));
    assert_eq!(rate(&named.after(page(author(&[("schedule", "upwork-2025"), ("rate", "8")])))), "8");
}

#[test]
fn a_link_has_the_rate_that_is_shown() {
    // Guru's rate is between 5 and 9%, so an example of its has 9%, where others have 10%.
    let state = State::new(author(&[("schedule", "guru-2026")]), "");
    let state = state.after(Action::ChooseSchedule("upwork-2025".into()));
    assert_eq!(state.draft.text(Field::Rate), "9");
    assert_eq!(state.link(), "schedule=upwork-2025&rate=9");
    let again = State::new(author(&[("schedule", "guru-2026")]), &state.link());
    assert_eq!(again.answer.scenario, state.answer.scenario);
}

#[test]
fn nothing_is_changed_once_an_own_fee_is_undone() {
    let state = State::new(author(&[("fee", "10%")]), "");
    let typed = type_(&state, Field::Fee, "12%");
    assert!(typed.is_changed());
    let undone = typed.after(Action::Choose(Field::Fee, "10%".into()));
    assert!(!undone.is_changed(), "{:?}", undone.changes());
}

#[test]
fn amounts_stay_in_the_currency_of_an_own_fee() {
    // Compared under a fee in euros, then typed in place of it.
    let state = start("").after(Action::CompareUnder("malt-2026".into()));
    let own = type_(&state, Field::Fee, "7%");
    let currency = own.answer.scenario.currency();
    let next = own.after(Action::ChooseSchedule("upwork-2025".into()));
    assert_eq!(own.changes().iter().any(|(field, ..)| *field == Field::Currency), currency != Currency::USD);
    assert_eq!(next.answer.scenario.currency(), Currency::USD);
}

#[test]
fn undoing_brings_the_example_back_whole() {
    // Typed, and undone by its button: the panel assumes its usual minutes again.
    let minutes = type_(&start(""), Field::BidMinutes, "45");
    let undone = minutes.after(Action::Choose(Field::BidMinutes, "0".into()));
    assert!(!undone.is_changed());
    assert_eq!(undone.answer.zeros, start("").answer.zeros);
    // A currency that was chosen for all amounts, and undone.
    let euros = start("#schedule=upwork-2025").after(Action::FillIn("currency=EUR".into()));
    let dollars = euros.after(Action::Choose(Field::Currency, String::new()));
    assert_eq!((dollars.answer.scenario.currency(), dollars.other_currency()), (Currency::USD, None));
}
