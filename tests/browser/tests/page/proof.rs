//! Does the built page say what the second engine says? Compiler, parts and bindings are between the two.

use ::proof::edges;
use ::proof::judge::{differences, product};
use ::proof::link::Link;
use ::proof::random;
use anyhow::{Context, Result, ensure};
use browsers::Page;
use serde_json::json;

/// How many plans, unless `PROOF_PLANS` asks for more.
const FEW: usize = 60;

/// What native code got right, and Wasm did not: the gigs spare more than 32 bits of what a bad review costs.
const LARGE: [(&str, &str); 10] = [
    ("schedule", "custom"),
    ("fee", "10%"),
    ("currency", "JPY"),
    ("gigs", "3"),
    ("gig-price", "333333333333"),
    ("contract-price", "2599"),
    ("bad-review", "17"),
    ("hourly-non-payment", "98"),
    ("average-price", "1"),
    ("conversion-fee", "800"),
];
/// Of the proof's edges, one of this many is tried.
const SOME_EDGES: usize = 200;

/// How many elements are on the page at once.
const BATCH: usize = 20;

/// Which plans, unless `PROOF_SEED` asks for others.
const SEED: u64 = 1;

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

pub async fn the_element_says_what_the_second_engine_says(page: &Page<'_>) -> Result<()> {
    page.open_raw("plain/pages/none.html").await?;
    let count = asked("PROOF_PLANS").map_or(FEW, |count| usize::try_from(count).unwrap_or(FEW));
    let plans = (0..).map(|number| random::plan(asked("PROOF_SEED").unwrap_or(SEED), number));
    // What both refuse would be ignored here, too.
    let is_plan = |link: &Link| product(&link.to_string()).is_ok();
    let chosen = edges::plans()
        .into_iter()
        .step_by(SOME_EDGES)
        .chain([Link(LARGE.map(|(name, value)| (name, value.to_owned())).into())]);
    let plans: Vec<Link> = chosen.filter(is_plan).chain(plans.filter(is_plan).take(count)).collect();
    for batch in plans.chunks(BATCH) {
        let attributes: Vec<_> = batch.iter().map(|Link(values)| json!(values)).collect();
        let comparisons = page
            .run_async(&format!(
                "const place = document.querySelector('#place');
                 const one = (attributes) => new Promise((known) => {{
                   const element = document.createElement('take-home');
                   for (const [name, value] of attributes) element.setAttribute(name, value);
                   element.addEventListener('ready', () => known(element.comparison), {{ once: true }});
                   element.addEventListener('error', ({{ detail }}) => known({{ error: detail }}), {{ once: true }});
                   place.append(element);
                 }});
                 (async () => {{
                   await customElements.whenDefined('take-home');
                   const comparisons = await Promise.all({}.map(one));
                   place.replaceChildren();
                   done(comparisons);
                 }})();",
                json!(attributes)
            ))
            .await?;
        let comparisons = comparisons.as_array().context("a list")?;
        for (link, comparison) in batch.iter().zip(comparisons) {
            let link = link.to_string();
            let found = differences(&link, comparison);
            ensure!(found.is_empty(), "#{link}\n{found:#?}");
        }
    }
    Ok(())
}
