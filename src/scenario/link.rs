//! The public names as text: attributes of the element and the page's fragment, both read and written here.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{Draft, Field, Given, Kind, Problem, Reason, read_number, validate};
use crate::amount::written;

/// Something in a link or an attribute that was not used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The name, known or not.
    pub name: String,
    /// The value given for it.
    pub value: String,
    /// What is wrong with it.
    pub reason: Reason,
}

// What stands in a fragment as it is; `+` does not, since many take it for a space.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b',').remove(b'$').remove(b':');

/// The author's example from the element's attributes. Attributes of other names belong to the page and are passed over.
pub fn example<'a>(attributes: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Given, Vec<Ignored>) {
    let known = attributes.into_iter().filter(|(name, _)| Field::named(name).is_some());
    let mut ignored = vec![];
    let given = usable(&[], known.map(|(name, value)| (name.to_owned(), value.to_owned())), &mut ignored);
    (given, ignored)
}

/// The draft that a fragment (`#gigs=40&gig-price=250`, with or without `#`) makes of the author's example. What it does
/// not name has the example's value. Whatever it holds, there is a draft that can be computed.
///
/// ```
/// use take_home::scenario::{Field, Given, read_link};
/// let (draft, ignored) = read_link(&Given::default(), "#gigs=40&gig-price=nonsense");
/// assert_eq!(draft.text(Field::Gigs), "40");
/// assert_eq!(draft.text(Field::GigPrice), "500");
/// assert_eq!(ignored[0].name, "gig-price");
/// ```
pub fn read_link(example: &Given, fragment: &str) -> (Draft, Vec<Ignored>) {
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let pairs = fragment.trim_start_matches('#').split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    });
    let mut ignored = vec![];
    let given = usable(&[example], pairs, &mut ignored);
    (Given::resolve(&[example, &given]), ignored)
}

/// The fragment, without `#`, from which [`read_link`] makes this draft of this example: empty for the example itself.
/// Numbers in it are plain, so drafts that mean the same have the same link.
pub fn write_link(draft: &Draft, example: &Given) -> String {
    let start = Given::resolve(&[example]);
    let mut link = Given::default();
    for field in Field::ALL.into_iter().filter(|field| *field != Field::ContractPrice) {
        let text = plain(field, draft);
        if text != plain(field, &start) {
            link.set(field, &text);
        }
    }
    // What the contract's price is by default depends on the others.
    let price = plain(Field::ContractPrice, draft);
    if price != plain(Field::ContractPrice, &Given::resolve(&[example, &link])) {
        link.set(Field::ContractPrice, &price);
    }
    let pairs = Field::ALL.into_iter().filter_map(|field| {
        let text = link.text(field)?;
        Some(match (field.kind(), text) {
            (Kind::Flag, Draft::YES) => field.name().to_owned(),
            _ => format!("{}={}", field.name(), utf8_percent_encode(text, ESCAPED)),
        })
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// A field's text as a link has it: numbers without separators, a fee as the notation prints it, anything else, and
/// what cannot be read, as typed.
fn plain(field: Field, draft: &Draft) -> String {
    let text = draft.text(field).trim();
    let number = || read_number(text, draft.decimal_mark()).ok();
    match field.kind() {
        Kind::Count | Kind::Rate { .. } => number().map(|number| number.to_string()),
        Kind::Money { .. } => number().map(|number| written(number).to_string()),
        Kind::Fee => text.parse().ok().map(|fee: crate::fees::Fee| fee.to_string()),
        Kind::Currency => Some(text.to_ascii_uppercase()),
        Kind::Schedule | Kind::Flag | Kind::Choice(_) | Kind::Lang => None,
    }
    .unwrap_or_else(|| text.to_owned())
}

/// Of `pairs`, what can be used on top of `below`; the rest is noted.
fn usable(below: &[&Given], pairs: impl Iterator<Item = (String, String)>, ignored: &mut Vec<Ignored>) -> Given {
    let mut given = Given::default();
    for (name, value) in pairs {
        let checked = match Field::named(&name) {
            None => Err(Reason::UnknownName),
            Some(field) if given.text(field).is_some() => Err(Reason::Repeated),
            Some(field) => {
                let text = normal(field, &value);
                super::validate::check_alone(field, text).map(|()| {
                    given.set(field, &plain(field, &Given::default_draft().with(field, text)));
                })
            }
        };
        if let Err(reason) = checked {
            ignored.push(Ignored { name, value, reason });
        }
    }
    // Each value is fine by itself; together they may not be.
    loop {
        let layers: Vec<&Given> = below.iter().copied().chain([&given]).collect();
        let Err(problems) = validate(&Given::resolve(&layers)) else { return given };
        let mut drop = |given: &mut Given, field: Field, reason: &Reason| {
            let value = given.text(field).unwrap_or_default().to_owned();
            ignored.push(Ignored { name: field.name().to_owned(), value, reason: reason.clone() });
            given.remove(field);
        };
        let at_fault: Vec<&Problem> = problems.iter().filter(|problem| given.text(problem.field).is_some()).collect();
        for problem in &at_fault {
            drop(&mut given, problem.field, &problem.reason);
        }
        if at_fault.is_empty() {
            // The fault shows in a field that these pairs do not name, so any of them may be the cause.
            for field in Field::ALL {
                if given.text(field).is_some() {
                    drop(&mut given, field, &problems[0].reason);
                }
            }
        }
    }
}

/// A value as the draft holds it: trimmed, and for a flag one of two words.
fn normal(field: Field, value: &str) -> &str {
    match (field.kind(), value.trim()) {
        (Kind::Flag, "" | "true" | "1" | "on" | "same-total") => Draft::YES,
        (Kind::Flag, "false" | "0" | "off") => Draft::NO,
        (_, text) => text,
    }
}
