//! How fast is the engine in Wasm? As often as asked; `cargo xtask bench` runs it in Node and takes the time.

use std::hint::black_box;

use take_home::compare::{Range, compare, risk, stretches};
use take_home::scenario::{
    Effect, Field, Group, LIST_READER, Overrides, Scenario, Side, add_list_reader, read_link, validate,
};
use take_home::state::Ranges;
use wasm_bindgen::prelude::wasm_bindgen;

fn scenario(link: &str) -> Scenario {
    add_list_reader(&LIST_READER);
    validate(&read_link(&Overrides::default(), link).0).expect("links leave what can be computed")
}

/// Compares the scenario of a link `times` times.
#[wasm_bindgen]
pub fn comparisons(link: &str, times: u32) {
    let scenario = scenario(link);
    for _ in 0..times {
        black_box(compare(black_box(&scenario)));
    }
}

/// Computes every painted track of the scenario of a link `times` times. Returns the number of tracks.
#[wasm_bindgen]
pub fn tracks(link: &str, times: u32) -> usize {
    let scenario = scenario(link);
    let ranges = Ranges::around(&scenario);
    let counts_more = compare(&scenario).after_costs.is_some();
    let is_shown = |field: &Field| match (field.group(), field.effect()) {
        (Group::Fee, _) => *field == Field::Rate && scenario.has_open_rate(),
        (Group::Main, Effect::History) => field.side().is_some_and(|side| scenario.counts_earlier_billings(side)),
        (Group::Main, Effect::Relation) => scenario.counts_months(),
        (Group::Main, Effect::Price) => field.side().is_some_and(|side| scenario.pricing_field(side) == *field),
        (Group::Main, Effect::Jobs | Effect::Clients) => !scenario.is_list(Side::Gigs),
        (Group::Main, _) => true,
        _ => counts_more,
    };
    let tracks = Field::ALL.into_iter().filter(is_shown);
    let shown: Vec<(Field, Range)> = tracks.filter_map(|field| Some((field, ranges.of(field)?))).collect();
    for _ in 0..times {
        for (field, range) in &shown {
            black_box(stretches(black_box(&scenario), *field, *range));
        }
    }
    shown.len()
}

/// Computes the risk of both sides of the scenario of a link `times` times. Returns whether there is any.
#[wasm_bindgen]
pub fn risks(link: &str, times: u32) -> bool {
    let scenario = scenario(link);
    for _ in 0..times {
        black_box(risk(black_box(&scenario)));
    }
    risk(&scenario).is_some()
}

fn main() {}
