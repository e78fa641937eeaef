//! What should a JSON value be, and where is it something else?

use serde_json::Value;

use crate::exact::{Exact, fraction, whole};

/// What a value should be.
pub enum Expect<'a> {
    /// `null`
    Null,
    /// That text.
    Text(String),
    /// These keys, and no others.
    Object(Vec<(&'static str, Expect<'a>)>),
    /// These values.
    List(Vec<Expect<'a>>),
    /// A text that fulfils a claim, which says what is wrong with it.
    Claim(Box<dyn Fn(&Value) -> Result<(), String> + 'a>),
}

/// Where two engines differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which value: `gigs.tiers.0.fee`.
    pub path: String,
    /// What the product says.
    pub product: String,
    /// What it should be.
    pub proof: String,
}

impl Difference {
    /// One engine accepts a link that the other refuses.
    pub fn of_link(product: impl Into<String>, proof: impl Into<String>) -> Difference {
        Difference { path: "link".to_owned(), product: product.into(), proof: proof.into() }
    }
}

impl<'a> Expect<'a> {
    /// That text.
    pub fn text(text: impl Into<String>) -> Expect<'a> {
        Expect::Text(text.into())
    }

    /// That text, or `null`.
    pub fn maybe(text: Option<impl Into<String>>) -> Expect<'a> {
        text.map_or(Expect::Null, Expect::text)
    }

    /// A claim about the value.
    pub fn claim(claim: impl Fn(&Value) -> Result<(), String> + 'a) -> Expect<'a> {
        Expect::Claim(Box::new(claim))
    }

    /// The differences of a value.
    pub fn differences(&self, path: &str, value: &Value, found: &mut Vec<Difference>) {
        let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        let mut differs =
            |path: String, product: String, proof: String| found.push(Difference { path, product, proof });
        match (self, value) {
            (Expect::Null, Value::Null) => {}
            (Expect::Text(text), Value::String(value)) if text == value => {}
            (Expect::Claim(claim), value) => {
                if let Err(why) = claim(value) {
                    differs(path.to_owned(), value.to_string(), why);
                }
            }
            (Expect::Object(expected), Value::Object(values)) => {
                for key in values.keys().filter(|key| !expected.iter().any(|(name, _)| name == key)) {
                    differs(below(key), values[key].to_string(), "no such key".to_owned());
                }
                for (key, expect) in expected {
                    match values.get(*key) {
                        None => found.push(Difference {
                            path: below(key),
                            product: "no such key".to_owned(),
                            proof: expect.to_string(),
                        }),
                        Some(value) => expect.differences(&below(key), value, found),
                    }
                }
            }
            (Expect::List(expected), Value::Array(values)) if expected.len() == values.len() => {
                for (index, (expect, value)) in expected.iter().zip(values).enumerate() {
                    expect.differences(&below(&index.to_string()), value, found);
                }
            }
            _ => differs(path.to_owned(), value.to_string(), self.to_string()),
        }
    }
}

impl std::fmt::Display for Expect<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Expect::Null => f.write_str("null"),
            Expect::Text(text) => write!(f, "{text:?}"),
            Expect::Claim(_) => f.write_str("a value with a claim"),
            Expect::Object(entries) => {
                f.write_str("{")?;
                for (name, value) in entries {
                    write!(f, "{name}: {value} ")?;
                }
                f.write_str("}")
            }
            Expect::List(values) => {
                f.write_str("[")?;
                for value in values {
                    write!(f, "{value} ")?;
                }
                f.write_str("]")
            }
        }
    }
}

/// Reads a number of the product: a decimal, perhaps negative.
pub fn number(value: &Value) -> Result<Exact, String> {
    let text = value.as_str().ok_or("a decimal as text")?;
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |text| (-1, text));
    Ok(crate::exact::decimal(text).ok_or("a decimal")? * whole(sign))
}

/// Reads an amount of the product in smallest units.
pub fn amount(value: &Value, units: i128) -> Result<i128, String> {
    let amount = number(value)? * whole(units);
    if amount.is_integer() { Ok(amount.to_integer()) } else { Err("whole units".to_owned()) }
}

/// A millionth.
pub fn millionth() -> Exact {
    fraction(1, 1_000_000)
}
