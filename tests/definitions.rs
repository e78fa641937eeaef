//! Are the examples of `docs/definitions.md` what the engine says?

mod support;

use serde_json::Value;
use support::scenario;
use take_home::compare::compare;
use take_home::json::{Json, comparison_json, extras_json};

fn value(json: &Json) -> Value {
    serde_json::from_str(&json.to_string()).expect("JSON")
}

#[test]
fn every_example_of_the_definitions_holds() {
    let text = include_str!("../docs/definitions.md");
    let mut examples = 0;
    for line in text.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let ["", link, path, expected, ""] = cells[..] else { continue };
        let code = |cell: &str| Some(cell.strip_prefix('`')?.strip_suffix('`')?.to_owned());
        let (Some(link), Some(path), Some(expected)) = (code(link), code(path), code(expected)) else { continue };
        let scenario = scenario(&link);
        let all = [value(&comparison_json(&scenario, &compare(&scenario))), value(&extras_json(&scenario))];
        let pointer = format!("/{}", path.replace('.', "/"));
        let found = all.iter().find_map(|json| json.pointer(&pointer));
        assert_eq!(found.and_then(Value::as_str), Some(expected.as_str()), "{path} of {link}");
        examples += 1;
    }
    assert!(examples >= 35, "{examples} examples were found");
}
