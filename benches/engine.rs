//! The engine in Wasm, as often as asked. Timed by `cargo xtask bench`, which runs it in Node.

use std::hint::black_box;

use take_home::compare::{Quantity, compare, risk, stretches};
use take_home::scenario::{Overrides, Scenario, read_link, validate};
use take_home::view::range::{Ranges, SLIDERS};
use wasm_bindgen::prelude::wasm_bindgen;

fn scenario(link: &str) -> Scenario {
    validate(&read_link(&Overrides::default(), link).0).expect("links leave what can be computed")
}

/// Compares the scenario of a link so many times.
#[wasm_bindgen]
pub fn comparisons(link: &str, times: u32) {
    let scenario = scenario(link);
    for _ in 0..times {
        black_box(compare(black_box(&scenario)));
    }
}

/// Computes every painted track of the scenario of a link so many times; says how many tracks there are.
#[wasm_bindgen]
pub fn tracks(link: &str, times: u32) -> usize {
    let scenario = scenario(link);
    let ranges = Ranges::around(&scenario);
    let counts_more = compare(&scenario).after_costs().is_some();
    let is_shown = |quantity: &Quantity| match quantity {
        Quantity::Rate(side) => side.is_none() && scenario.has_open_rate(),
        Quantity::Billed(side) => scenario.counts_earlier_billings(*side),
        Quantity::Months(_) => scenario.counts_months(),
        Quantity::Input(_) => counts_more,
        Field::Gigs | Quantity::Price(_) => true,
    };
    let shown: Vec<_> = SLIDERS.iter().map(|(_, quantity)| quantity).filter(|quantity| is_shown(quantity)).collect();
    for _ in 0..times {
        for &&quantity in &shown {
            black_box(stretches(black_box(&scenario), quantity, ranges.of(quantity)));
        }
    }
    shown.len()
}

/// Works out what may become of both sides of the scenario of a link so many times; says whether anything may.
#[wasm_bindgen]
pub fn risks(link: &str, times: u32) -> bool {
    let scenario = scenario(link);
    for _ in 0..times {
        black_box(risk(black_box(&scenario)));
    }
    risk(&scenario).is_some()
}

fn main() {}
