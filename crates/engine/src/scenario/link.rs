//! How do attributes and links become a draft, and back? The public names as text, read and written here.

use percent_encoding::percent_decode_str;

use super::list::has_list_reader;
use super::number::trim_end;
use super::{
    Clients, DecimalMark, Draft, Field, Kind, Names, Overrides, Problem, Reason, doubt, other_currency_in,
    split_at_text, validate, visible,
};
use crate::amount::written;
use crate::fees::{has_rare, names_rare};

/// Something in a link or an attribute that was not used, or not as it was written, and why.
#[derive(Clone, Debug)]
pub struct Ignored {
    /// The name, known or not.
    pub name: String,
    /// The value given for it.
    pub value: String,
    /// The field in which the problem shows, if there is one; not always the one named.
    pub field: Option<Field>,
    /// The problem.
    pub reason: Reason,
}

/// The reason follows from the rest and the fee.
impl PartialEq for Ignored {
    fn eq(&self, other: &Ignored) -> bool {
        self.name == other.name && self.value == other.value && self.field == other.field
    }
}

impl Eq for Ignored {}

// The characters that are not escaped in a fragment, besides letters and digits. `+` is escaped, because many read it as a space.
const PLAIN: &[u8] = b"-._~,$:";

/// The author's example from the element's attributes. Attributes with other names belong to the page and are skipped.
pub fn example<'a>(attributes: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Overrides, Vec<Ignored>) {
    // Names may have invisible characters, too.
    let known = attributes.into_iter().filter(|(name, _)| named(&visible(name)).is_some());
    let mut ignored = vec![];
    let overrides = usable(&[], &mut known.map(|(name, value)| Pair::new(name, value, str::to_owned)), &mut ignored);
    (overrides, ignored)
}

/// Reads a fragment (`#gigs=40&gig-price=250`, with or without `#`) on top of the author's example. Fields that it does not name
/// have the example's values. Whatever it contains, the result can be calculated.
///
/// Programs that pass links on change them: they escape once more, write `+` for a space or `&amp;` for `&`, and take the full stop
/// after a link for a part of it. A value is first read as it is written, and only if that makes no sense in one of these ways.
///
/// ```
/// use take_home_engine::scenario::{Field, Overrides, read_link};
/// let (draft, ignored) = read_link(&Overrides::default(), "#gigs=40&gig-price=nonsense");
/// assert_eq!(draft.text(Field::Gigs), "40");
/// assert_eq!(draft.text(Field::GigPrice), "500");
/// assert_eq!(ignored[0].name, "gig-price");
/// ```
pub fn read_link(example: &Overrides, fragment: &str) -> (Draft, Vec<Ignored>) {
    let mut ignored = vec![];
    let fragment = unescaped(fragment);
    let overrides =
        usable(&[example], &mut split(&fragment).map(|(name, value)| Pair::new(name, value, decoded)), &mut ignored);
    (Overrides::resolve(&[example, &overrides]), ignored)
}

/// Reads a link that [`write_link`] made of this example and a draft that could be calculated. Its values are taken as they are,
/// which is faster than checking each one.
pub fn follow_link(example: &Overrides, link: &str) -> Draft {
    let mut overrides = Overrides::default();
    for (field, value) in pairs(link) {
        overrides.set(field, normal(field, &value));
    }
    Overrides::resolve(&[example, &overrides])
}

/// The fields that a fragment names, with their values, in its order. Other names are ignored.
pub fn pairs(fragment: &str) -> Vec<(Field, String)> {
    let mut pairs = vec![];
    for (name, value) in split(fragment) {
        if let Some(field) = Field::named(&decoded(name)) {
            pairs.push((field, decoded(value)));
        }
    }
    pairs
}

/// Whether a fragment says anything about a scenario, rather than being an anchor of the page: it names a field and its
/// value, or sets a flag. The empty fragment is a link to the example; a path, with or without `!`, is a router's.
pub fn is_link(fragment: &str) -> bool {
    if is_path(fragment) {
        return false;
    }
    let fragment = unescaped(fragment);
    let is_ours = |(name, pair): (&str, &str)| {
        let field = named(&decoded(name));
        // No other flag goes without a number, and a heading may have its name.
        field.is_some_and(|field| pair.len() > name.len() || field == Field::SameTotal)
    };
    let mut pairs = fragment.split('&').map(|pair| (halves(pair).0, pair));
    fragment.is_empty() || pairs.any(is_ours)
}

/// Whether a fragment is a router's path: `#/plans?page=2`, `#!/plans`.
pub fn is_path(fragment: &str) -> bool {
    unescaped(fragment).trim_start_matches('!').starts_with('/')
}

/// Whether a text, such as a link, seems to name something that is loaded on demand and has not arrived: a rare schedule, a
/// list of gigs.
pub fn awaits(text: &str) -> bool {
    let mut words = text.split(|char: char| !char.is_ascii_alphanumeric() && char != '-');
    words.any(|word| !has_rare() && names_rare(word) || !has_list_reader() && word.ends_with("-list"))
}

/// The pairs of a fragment, still escaped.
fn split(fragment: &str) -> impl Iterator<Item = (&str, &str)> {
    // The rest of an `&gt;` or `&quot;` is not a pair.
    let pairs = fragment.trim_start_matches('#').split('&').filter(|pair| !pair.is_empty() && !pair.ends_with(';'));
    pairs.map(halves)
}

/// The name and the value of a pair; its `=` may be escaped.
fn halves(pair: &str) -> (&str, &str) {
    pair.split_once('=').or_else(|| split_at_text(pair, "%3D")).unwrap_or((pair, ""))
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Escapes a text. The crate for decoding can do this, too, but with a table of every byte's escape, which every reader would
/// fetch.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push('%');
            let digits = [byte >> 4, byte & 15].map(|half| char::from(b"0123456789ABCDEF"[usize::from(half)]));
            escaped.extend(digits);
        }
    }
    escaped
}

/// A fragment in which `=` and `&` are not escaped, without `#`.
fn unescaped(fragment: &str) -> String {
    let mut fragment = fragment.trim_start_matches('#').to_owned();
    let has = |fragment: &str, sign: u8| fragment.as_bytes().contains(&sign);
    while !has(&fragment, b'=') && has(&fragment, b'%') {
        let outer = decoded(&fragment);
        if outer == fragment {
            break;
        }
        fragment = outer;
    }
    // Or only some of them are.
    let mut whole = String::new();
    let mut rest = Some(fragment.as_str());
    while let Some(text) = rest {
        let (piece, next) = split_at_text(text, "%26").map_or((text, None), |(piece, next)| (piece, Some(next)));
        if !whole.is_empty() {
            whole.push_str(if named(halves(piece).0).is_some() { "&" } else { "%26" });
        }
        whole.push_str(piece);
        rest = next;
    }
    whole
}

/// The field of a name as people and programs write it.
fn named(name: &str) -> Option<Field> {
    Field::named(&tidy(name))
}

/// A name or a word in small letters, without the rest of an `&amp;` before it, the quotes and brackets around it, and what
/// follows a link in a text: the full stop of the sentence, a tag, the cell of a table.
fn tidy(text: &str) -> String {
    let mut text = text.trim_start();
    while let Some(rest) = ["amp;", "#038;", "#38;", "#x26;", "3D"].iter().find_map(|rest| text.strip_prefix(rest)) {
        text = rest;
    }
    // A link ends at a space.
    let text = text.split(['<', '|']).next().filter(|link| !link.ends_with(' ')).unwrap_or(text);
    let bare = trim_end(text, is_punctuation);
    // A quote that does not end has been cut, as HTML does at a space.
    let is_cut = text.starts_with(is_quote) && !text.strip_prefix(bare).is_some_and(|end| end.contains(is_quote));
    let bare = if is_cut { text } else { bare.trim_start_matches(is_quote as fn(char) -> bool) };
    bare.chars()
        .map(|char| if matches!(char, '\u{2010}'..='\u{2015}' | '−') { '-' } else { char.to_ascii_lowercase() })
        .collect()
}

fn is_quote(char: char) -> bool {
    matches!(char, '"' | '\'' | '«' | '»' | '‘'..='‟' | '‹' | '›' | '′' | '″' | '＂')
}

fn is_punctuation(char: char) -> bool {
    is_quote(char)
        || char.is_ascii_punctuation() && !matches!(char, '%' | '$')
        || matches!(char, '…' | '。' | '、' | '）' | '」' | '』' | '】' | '！' | '？' | '，' | '；' | '：')
}

/// A name and a value from outside, as written and as they may have been meant.
struct Pair {
    name: String,
    value: String,
    others: [String; 4],
}

impl Pair {
    fn new(name: &str, value: &str, decode: fn(&str) -> String) -> Pair {
        let decode = |text: &str| visible(&decode(text));
        let written = decode(value);
        let spaced = decode(&value.replace('+', " "));
        let twice = decoded(&spaced);
        // Signs alone are no word, and no flag either.
        let word = |text: &String| Some(tidy(text)).filter(|word| !word.is_empty()).unwrap_or_else(|| text.clone());
        let (word, other_word) = (word(&written), word(&twice));
        Pair { name: decode(name), value: written, others: [spaced, twice, word, other_word] }
    }
}

/// The fragment, without `#`, from which [`read_link`] makes this draft, given this example; empty for the example
/// itself. Its numbers are plain, so drafts that mean the same have the same link.
pub fn write_link(draft: &Draft, example: &Overrides) -> String {
    link_to(draft, example, names_in_links(draft))
}

/// The same from the defaults, with the clients of lists by their names. It never leaves the page.
pub fn write_private_link(draft: &Draft) -> String {
    link_to(draft, &Overrides::default(), Names::Given)
}

fn link_to(draft: &Draft, example: &Overrides, names: Names) -> String {
    let mut link = Overrides::default();
    // The defaults of two fields depend on the others: the rate's on the fee, the contract's price on the gigs.
    for are_dependent in [false, true] {
        let start = Overrides::resolve(&[example, &link]);
        let is_one = |field: &Field| matches!(field, Field::Rate | Field::ContractPrice) == are_dependent;
        // The same text means the same where numbers are written alike, and need not be read.
        let is_alike = draft.decimal_mark() == start.decimal_mark();
        let may_differ = |field: &Field| !is_alike || draft.text(*field) != start.text(*field);
        for field in Field::ALL.iter().copied().filter(is_one).filter(may_differ) {
            let text = plain(field, draft, names);
            if text != plain(field, &start, names) && can_be_linked(field, &text) {
                link.set(field, &text);
            }
        }
    }
    let mut pairs = String::new();
    for field in Field::ALL {
        let Some(text) = link.text(field) else { continue };
        if !pairs.is_empty() {
            pairs.push('&');
        }
        pairs.push_str(field.name());
        if !(field.kind() == Kind::Flag && text == Kind::YES) {
            pairs.push('=');
            pairs.push_str(&escaped(text));
        }
    }
    pairs
}

/// Whether a field has different meanings in two drafts, however it is written.
pub fn differs(field: Field, one: &Draft, other: &Draft) -> bool {
    let [before, now] = [one, other].map(|draft| draft.text(field).trim());
    // Where one of them is empty, the other need not be read.
    before != now && (before.is_empty() || now.is_empty() || meant(field, one) != meant(field, other))
}

/// Whether a text can be read back. One that cannot does not affect the result; otherwise there would be no result to link to.
fn can_be_linked(field: Field, text: &str) -> bool {
    // Everything that is counted besides the fee has been read.
    field.is_counted_besides() || super::overrides::check_alone(field, text).is_ok()
}

fn meant(field: Field, draft: &Draft) -> String {
    plain(field, draft, names_in_links(draft))
}

/// Names stay on the page unless the reader wants them in links.
fn names_in_links(draft: &Draft) -> Names {
    if draft.text(Field::ListNames) == Kind::YES { Names::Given } else { Names::Letters }
}

/// A field's text as a link has it: numbers without separators, fees as the notation prints them, and everything else,
/// including what cannot be read, as typed.
fn plain(field: Field, draft: &Draft, names: Names) -> String {
    let text = draft.text(field).trim();
    let number = || draft.number(field).ok();
    match field.kind() {
        Kind::Whole { .. } | Kind::Percent { .. } | Kind::Hours | Kind::Rate { .. } => {
            number().map(|number| number.to_string())
        }
        Kind::Money { .. } => number().map(|number| written(number).to_string()),
        Kind::Fee => visible(text).parse().ok().map(|fee: crate::fees::Fee| fee.to_string()),
        Kind::Currency => Some(text.to_ascii_uppercase()),
        Kind::Status => Some(crate::fees::slug(text)),
        Kind::Clients => draft.clients().map(|clients| match clients {
            Clients::Each => Clients::EACH.to_owned(),
            Clients::One => Clients::ONE.to_owned(),
            Clients::Number(number) => number.to_string(),
        }),
        Kind::List(_) if text.is_empty() => None,
        Kind::List(side) => draft.list(side).ok().map(|list| list.written(DecimalMark::Point, names)),
        Kind::Schedule(_) | Kind::Flag | Kind::Choice(_) | Kind::Lang => None,
    }
    .unwrap_or_else(|| text.to_owned())
}

/// The `pairs` that can be used on top of `below`; the others are added to `ignored`.
fn usable(below: &[&Overrides], pairs: &mut dyn Iterator<Item = Pair>, ignored: &mut Vec<Ignored>) -> Overrides {
    let mut overrides = Overrides::default();
    let mut amounts: Vec<(Field, String)> = vec![];
    for Pair { name, value, others } in pairs {
        let field = named(&name);
        let checked = match field {
            None => Err(Reason::UnknownName),
            Some(field) if overrides.text(field).is_some() => Err(Reason::Repeated),
            Some(field) => {
                let check = |value: &str| {
                    let text = normal(field, value);
                    // `1.500` is hardly one and a half; `1.125` may be an amount in a currency with thousandths.
                    let last_digit = text.bytes().rfind(u8::is_ascii_digit);
                    if last_digit == Some(b'0') && doubt(field, text, DecimalMark::Point).is_some() {
                        return Err(Reason::Unclear);
                    }
                    super::overrides::check_alone(field, text)?;
                    // Names of clients that a link has stay.
                    Ok(plain(field, &Overrides::default_draft().with(field, text), Names::Given))
                };
                let meant = |reason: Reason| others.iter().find_map(|other| check(other).ok()).ok_or(reason);
                check(&value).or_else(meant).map(|text| overrides.set(field, &text))
            }
        };
        match (checked, field) {
            (Err(reason), _) => ignored.push(Ignored { name, value, field, reason }),
            (Ok(()), Some(field)) if field.kind().has_amounts() => amounts.push((field, value)),
            (Ok(()), _) => {}
        }
    }
    // Each value is valid alone; together they may not be.
    loop {
        let layers: Vec<&Overrides> = below.iter().copied().chain([&overrides]).collect();
        let mut problems = match validate(&Overrides::resolve(&layers)) {
            Err(problems) => problems,
            Ok(scenario) => {
                let is_foreign = |(field, value): &(Field, String)| {
                    overrides.text(*field).is_some() && other_currency_in(value, scenario.currency()).is_some()
                };
                ignored.extend(amounts.into_iter().filter(is_foreign).map(|(field, value)| Ignored {
                    name: field.name().to_owned(),
                    value,
                    field: Some(field),
                    reason: Reason::ForeignAmount,
                }));
                return overrides;
            }
        };
        let mut drop = |overrides: &mut Overrides, field: Field, problem: Problem| {
            let value = overrides.text(field).unwrap_or_default().to_owned();
            let Problem { field: shows, reason } = problem;
            ignored.push(Ignored { name: field.name().to_owned(), value, field: Some(shows), reason });
            overrides.remove(field);
        };
        let is_set = |problem: &Problem| overrides.text(problem.field).is_some();
        if problems.iter().any(is_set) {
            for problem in problems {
                if overrides.text(problem.field).is_some() {
                    drop(&mut overrides, problem.field, problem);
                }
            }
        } else {
            // The problem shows in a field that these pairs do not name. Fields that affect others are dropped first.
            let own = [
                Field::Verdict,
                Field::Fee,
                Field::Schedule,
                Field::Currency,
                Field::Lang,
                Field::SameTotal,
                Field::Gigs,
            ];
            let clients = [Field::ClientFee, Field::ClientSchedule];
            let is_clients = [Field::ClientFee, Field::ClientSchedule, Field::ClientStatus, Field::ClientRate]
                .contains(&problems[0].field);
            // The criterion is at fault only if there are no hours for it.
            let own = if matches!(problems[0].reason, Reason::NoHours) { &own[..] } else { &own[1..] };
            let deciding: &[Field] = if is_clients { &clients } else { own };
            let cause = deciding.iter().copied().chain(Field::ALL).find(|field| overrides.text(*field).is_some());
            // The layers below can be calculated alone, so there is always something to drop.
            let Some(cause) = cause else { return overrides };
            drop(&mut overrides, cause, problems.swap_remove(0));
        }
    }
}

/// A value as the draft stores it: trimmed, and for a flag one of two words.
fn normal(field: Field, value: &str) -> &str {
    match (field.kind(), value.trim()) {
        (Kind::Flag, "" | "true" | "1" | "on" | "same-total") => Kind::YES,
        (Kind::Flag, "false" | "0" | "off") => Kind::NO,
        (_, text) => text,
    }
}
