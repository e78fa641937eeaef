//! How does a message become code? Its text is a constant with a control character for each place, so that filling the
//! places is one small function for all messages (`src/text.rs`).

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::message::{Message, Piece, is_count};

const WRITES: &str = "a string takes any text";

/// The code for all messages that Rust uses.
pub fn of(messages: &[Message]) -> String {
    let mut code = String::new();
    let messages = || messages.iter().filter(|message| !message.is_for_files());
    for message in messages() {
        write_message(&mut code, message);
    }
    let numbers: BTreeSet<usize> =
        messages().map(|message| message.places.len()).filter(|places| *places > 0).collect();
    for places in numbers {
        write_filler(&mut code, places);
    }
    code
}

fn write_message(code: &mut String, message: &Message) {
    let Message { id, places, .. } = message;
    let texts = texts(message);
    let is_phrase = message.asterisks() > 0;
    let doc = format!("/// `{}`, on line {} of `words/en.ftl`.", id, message.line);
    if places.is_empty() {
        let text = &texts[0].1;
        let (result, value) = if is_phrase {
            ("Phrase", format!("Phrase::new({text:?})"))
        } else {
            ("&'static str", format!("{text:?}"))
        };
        writeln!(code, "{doc}\npub fn {}() -> {result} {{ {value} }}", function(id)).expect(WRITES);
        return;
    }
    let name = type_name(id);
    let fields = places.iter().map(|place| {
        let kind = if is_count(place) { "Count" } else { "String" };
        format!("pub {}: {kind}", field(place))
    });
    let values = places.iter().map(|place| {
        let text = if is_count(place) { ".text" } else { "" };
        format!("self.{}{text}", field(place))
    });
    let filled =
        format!("fill_{}({}, {})", places.len(), chosen(message, &texts), values.collect::<Vec<_>>().join(", "));
    let (result, filled) = if is_phrase { ("Phrase", format!("Phrase::new(&{filled})")) } else { ("String", filled) };
    writeln!(
        code,
        "{doc}\npub struct {name} {{ {} }}\n\
         impl {name} {{\n    /// The text with its places filled.\n    pub fn say(self) -> {result} {{ {filled} }}\n}}",
        fields.collect::<Vec<_>>().join(", ")
    )
    .expect(WRITES);
}

/// The function that fills a text with this number of places. Separate arguments make each call the smallest.
fn write_filler(code: &mut String, places: usize) {
    let names: Vec<String> = (1..=places).map(|place| format!("place_{place}")).collect();
    let parameters: Vec<String> = names.iter().map(|name| format!("{name}: String")).collect();
    writeln!(
        code,
        "#[inline(never)]\nfn fill_{places}(text: &str, {}) -> String {{ fill(text, &[{}]) }}",
        parameters.join(", "),
        names.join(", ")
    )
    .expect(WRITES);
}

/// The text for each combination of plurals: for every count whether it is one, and the text.
fn texts(message: &Message) -> Vec<(Vec<bool>, String)> {
    let counts = counts(message);
    let combinations = 0..1_usize << counts.len();
    combinations
        .map(|bits| {
            let is_one: Vec<bool> = (0..counts.len()).map(|index| bits >> index & 1 == 0).collect();
            let mut text = String::new();
            write_pieces(&mut text, &message.pieces, &|count| {
                is_one[counts.iter().position(|known| *known == count).expect("every count is known")]
            });
            (is_one, text)
        })
        .collect()
}

fn write_pieces(text: &mut String, pieces: &[Piece], is_one: &dyn Fn(usize) -> bool) {
    for piece in pieces {
        match piece {
            Piece::Text(piece) | Piece::Literal(piece) => text.push_str(piece),
            Piece::Place(index) => text.push(char::from(u8::try_from(index + 1).expect("a message has few places"))),
            Piece::Plural(count, [one, other]) => {
                write_pieces(text, if is_one(*count) { one } else { other }, is_one);
            }
        }
    }
}

/// The positions of the counts among the places.
fn counts(message: &Message) -> Vec<usize> {
    (0..message.places.len()).filter(|index| is_count(&message.places[*index])).collect()
}

/// The expression for the text that fits the counts.
fn chosen(message: &Message, texts: &[(Vec<bool>, String)]) -> String {
    if let [(_, text)] = texts {
        return format!("{text:?}");
    }
    let fields: Vec<String> =
        counts(message).iter().map(|index| format!("self.{}.is_one", field(&message.places[*index]))).collect();
    let mut arms = String::new();
    for (is_one, text) in texts {
        let pattern: Vec<String> = is_one.iter().map(bool::to_string).collect();
        write!(arms, "({},) => {text:?}, ", pattern.join(", ")).expect(WRITES);
    }
    format!("match ({},) {{ {arms}}}", fields.join(", "))
}

/// `turn-contract` is `turn_contract`.
pub fn function(id: &str) -> String {
    id.replace('-', "_")
}

/// `turn-contract` is `TurnContract`.
pub fn type_name(id: &str) -> String {
    id.split('-').filter(|part| !part.is_empty()).map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// `$months-left` is `months_left`.
pub fn field(place: &str) -> String {
    place.replace('-', "_")
}
