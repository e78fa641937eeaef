//! Do both engines say the same of a link?

use std::cell::Cell;

use engine::compare::compare;
use engine::json::{comparison_json, extras_json};
use engine::scenario::{Overrides, read_link, validate};
use serde_json::{Map, Value};

use crate::comparison::{comparison, lines, sides};
use crate::costs::{Costs, verdict};
use crate::disputes::{arbitration, score};
use crate::exact::whole;
use crate::expect::{Difference, Expect};
use crate::leaving::leaving;
use crate::months::months;
use crate::plan::Plan;
use crate::quotes::quotes;
use crate::risk::risk;

/// What the product says of a link; why not, if it refuses it.
pub fn product(link: &str) -> Result<Value, String> {
    let (draft, ignored) = read_link(&Overrides::default(), link);
    if let Some(first) = ignored.first() {
        return Err(format!("{}={} is ignored: {:?}", first.name, first.value, first.reason));
    }
    let scenario = validate(&draft).map_err(|problems| format!("{problems:?}"))?;
    let parse = |json: String| serde_json::from_str::<Map<String, Value>>(&json).map_err(|error| error.to_string());
    let mut all = parse(comparison_json(&scenario, &compare(&scenario)).to_string())?;
    all.extend(parse(extras_json(&scenario).to_string())?);
    Ok(Value::Object(all))
}

/// Where what the product says of a link is not what the documents say.
pub fn differences(link: &str, product: &Value) -> Vec<Difference> {
    let plan = match Plan::read(link) {
        Ok(plan) => plan,
        Err(why) => return vec![Difference::of_link("accepted", why)],
    };
    let [gigs, contract] = &sides(&plan);
    let both = [gigs, contract];
    let costs = &both.map(|side| Costs::of(&plan, side));
    if lacks_hours(&plan) {
        return vec![Difference::of_link("accepted", "no hours")];
    }
    let mut keys = comparison(&plan, gigs, contract, product);
    keys.extend(verdict(&plan, both, costs));
    keys.extend(both.into_iter().filter_map(|side| lines(&plan, side)));
    keys.extend(months(&plan, both, costs).map(|months| ("months", months)));
    keys.extend(quotes(&plan, both, costs).map(|quote| ("quote", quote)));
    keys.extend(risk(&plan, both, costs).map(|risk| ("risk", risk)));
    keys.extend(arbitration(&plan).map(|arbitration| ("arbitration", arbitration)));
    keys.extend(score(&plan).map(|score| ("score", score)));
    keys.extend(leaving(&plan, both, costs).map(|leaving| ("leaving", leaving)));
    let mut found = vec![];
    Expect::Object(keys).differences("", product, &mut found);
    found
}

/// Whether the verdict should go by hours that one side does not have.
fn lacks_hours(plan: &Plan) -> bool {
    plan.text("verdict") == "hour" && sides(plan).iter().any(|side| Costs::of(plan, side).hours == whole(0))
}

thread_local! {
    static JUDGING: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic of this thread becomes a difference.
pub fn is_judging() -> bool {
    JUDGING.get()
}

/// The differences of a link, panics included; `None` if both engines refuse it.
pub fn judge(link: &str) -> Option<Vec<Difference>> {
    JUDGING.set(true);
    let judged = std::panic::catch_unwind(|| match product(link) {
        Ok(product) => Some(differences(link, &product)),
        Err(why) => match Plan::read(link) {
            Ok(plan) if !lacks_hours(&plan) => Some(vec![Difference::of_link(why, "a plan")]),
            _ => None,
        },
    });
    JUDGING.set(false);
    judged.unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default();
        Some(vec![Difference { path: "panic".to_owned(), product: text, proof: "no panic".to_owned() }])
    })
}
