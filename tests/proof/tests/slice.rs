//! Do both engines say the same of a few plans, and would the proof notice if they did not?

use proof::edges;
use proof::judge::{differences, judge, product};
use proof::random;
use serde_json::Value;

/// Everything that `comparison` can contain.
const EVERYTHING: &str = "schedule=custom&fee=20%25%20to%20500,%2010%25%20%2B%201%20per%20client%20plus%2019%25%20tax%20then%203%25&client-schedule=upwork-client-2023\
    &gigs=5&gig-price=180&contract-price=900&contract-payments=3&contract-duration=3&gig-duration=2&bid-cost=1&gig-hours=3.5&contract-hours=30\
    &keep=700&hourly-pay=20&concession=15&hourly-rate=40&weekly-hours=9.5&bad-review=3.5&non-payment=1.25&claim=500&arbitration-fee=291\
    &good-jobs=7&bad-jobs=1&silent-jobs=2&conversion-fee=300&monthly-take-home=2000&rebuild-months=6";

#[track_caller]
fn agree(link: &str) {
    let found = judge(link).unwrap_or_else(|| panic!("both refuse #{link}"));
    assert_eq!(found, [], "#{link}");
}

#[test]
fn both_say_the_same_of_random_plans() {
    for number in 0..400 {
        agree(&random::plan(1, number).to_string());
    }
}

#[test]
fn both_say_the_same_on_edges() {
    for link in edges::plans().iter().step_by(20) {
        agree(&link.to_string());
    }
}

/// Every value that the product reports, by its path.
fn leaves(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => entries.iter().for_each(|(key, value)| leaves(value, format!("{path}/{key}"), found)),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(index, value)| leaves(value, format!("{path}/{index}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => found.push(path),
    }
}

/// A value that is a little wrong: `1.50` becomes `1.51`, a word another word.
fn wrong(value: &Value) -> Value {
    let Some(text) = value.as_str() else { return Value::from("1.00") };
    match text.rfind(|letter: char| letter.is_ascii_digit()) {
        Some(place) => {
            let digit = if text.as_bytes()[place] == b'9' {
                "8".to_owned()
            } else {
                char::from(text.as_bytes()[place] + 1).to_string()
            };
            Value::from(format!("{}{digit}{}", &text[..place], &text[place + 1..]))
        }
        None => Value::from(format!("{text}?")),
    }
}

#[test]
fn a_wrong_digit_anywhere_is_a_difference() {
    agree(EVERYTHING);
    let right = product(EVERYTHING).expect("a comparison");
    let mut paths = vec![];
    leaves(&right, String::new(), &mut paths);
    assert!(paths.len() > 100, "{} values", paths.len());
    for path in paths {
        let mut changed = right.clone();
        let value = changed.pointer_mut(&path).expect("a value");
        *value = wrong(value);
        assert!(!differences(EVERYTHING, &changed).is_empty(), "{path}");
    }
}

#[test]
fn a_missing_key_and_one_too_many_are_differences() {
    let right = product(EVERYTHING).expect("a comparison");
    for key in right.as_object().expect("an object").keys() {
        let mut without = right.clone();
        without.as_object_mut().expect("an object").remove(key);
        assert!(!differences(EVERYTHING, &without).is_empty(), "{key}");
    }
    let mut more = right;
    more["surplus"] = Value::Null;
    assert_eq!(differences(EVERYTHING, &more)[0].path, "surplus");
}
