//! How does a message become code? Its text is a constant with a control character for each place, so that filling the
//! places is one small function for all messages (`src/text.rs`).

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::message::{Message, NAMES, Piece, SIDES, is_count};

const WRITES: &str = "a string takes any text";

/// The code for all messages that Rust uses.
pub fn of(messages: &[Message]) -> String {
    let mut code = String::new();
    let messages = || messages.iter().filter(|message| !message.is_for_files());
    for message in messages() {
        write_message(&mut code, message);
    }
    for (name, result, is_phrase) in [("fill", "String", false), ("phrase", "Phrase", true)] {
        let numbers: BTreeSet<usize> = messages()
            .filter(|message| (message.asterisks() > 0) == is_phrase)
            .map(|message| message.places.len())
            .filter(|places| *places > 0)
            .collect();
        for places in numbers {
            write_filler(&mut code, name, result, places);
        }
    }
    code
}

fn write_message(code: &mut String, message: &Message) {
    let Message { id, places, .. } = message;
    let texts = texts(message);
    let chosen = chosen(message, &texts);
    let is_phrase = message.asterisks() > 0;
    let doc = format!("/// `{}`, on line {} of `words/en.ftl`.", id, message.line);
    let (result, text) = match (places.len(), is_phrase) {
        (0, false) => ("&'static str", chosen),
        (0, true) => ("Phrase", format!("phrase({chosen}, &[])")),
        (_, false) => ("String", format!("fill_{}", filled(message, &chosen))),
        (_, true) => ("Phrase", format!("phrase_{}", filled(message, &chosen))),
    };
    let fields = message.fields();
    if fields.is_empty() {
        writeln!(code, "{doc}\npub fn {}() -> {result} {{ {text} }}", function(id)).expect(WRITES);
        return;
    }
    let name = type_name(id);
    let fields = fields.into_iter().map(|place| {
        let kind = match place {
            SIDES => "Sides",
            place if is_count(place) => "Count",
            _ => "String",
        };
        format!("pub {}: {kind}", field(place))
    });
    writeln!(
        code,
        "{doc}\npub struct {name} {{ {} }}\n\
         impl {name} {{\n    /// The text with its places filled.\n    pub fn say(self) -> {result} {{ {text} }}\n}}",
        fields.collect::<Vec<_>>().join(", ")
    )
    .expect(WRITES);
}

/// The call that fills the places of a text, from the number of places on.
fn filled(message: &Message, chosen: &str) -> String {
    let places = &message.places;
    let values = places.iter().map(|place| {
        let text = if is_count(place) { ".text" } else { "" };
        format!("self.{}{text}", field(place))
    });
    format!("{}({chosen}, {})", places.len(), values.collect::<Vec<_>>().join(", "))
}

/// The function that fills a text with this number of places, which may have emphasis. Separate arguments make each call smallest.
fn write_filler(code: &mut String, name: &str, result: &str, places: usize) {
    let names: Vec<String> = (1..=places).map(|place| format!("place_{place}")).collect();
    let parameters: Vec<String> = names.iter().map(|name| format!("{name}: String")).collect();
    writeln!(
        code,
        "#[inline(never)]\nfn {name}_{places}(text: &str, {}) -> {result} {{ {name}(text, &[{}]) }}",
        parameters.join(", "),
        names.join(", ")
    )
    .expect(WRITES);
}

/// The text for each combination of the sides' names and of plurals, with the pattern by which it is chosen.
fn texts(message: &Message) -> Vec<(String, String)> {
    let counts = counts(message);
    let names = if message.has_sides { &NAMES[..] } else { &NAMES[..1] };
    let mut texts = vec![];
    for bits in 0..1_usize << counts.len() {
        let is_one: Vec<bool> = (0..counts.len()).map(|index| bits >> index & 1 == 0).collect();
        let is_one_of = |count| is_one[counts.iter().position(|known| *known == count).expect("every count is known")];
        let mut by_sides: Vec<(String, String)> = vec![];
        for (sides, name) in names.iter().enumerate() {
            let mut text = String::new();
            write_pieces(&mut text, &message.pieces, &is_one_of, sides);
            let name = format!("Sides::{}", type_name(name));
            match by_sides.iter_mut().find(|(_, known)| *known == text) {
                Some((names, _)) => names.extend([" | ", &name]),
                None => by_sides.push((name, text)),
            }
        }
        texts.extend(by_sides.into_iter().map(|(names, text)| {
            let plurals = is_one.iter().map(bool::to_string);
            let choices: Vec<String> = message.has_sides.then_some(names).into_iter().chain(plurals).collect();
            (format!("({},)", choices.join(", ")), text)
        }));
    }
    texts
}

fn write_pieces(text: &mut String, pieces: &[Piece], is_one: &dyn Fn(usize) -> bool, sides: usize) {
    for piece in pieces {
        match piece {
            Piece::Text(piece) | Piece::Literal(piece) => text.push_str(piece),
            Piece::Place(index) => text.push(char::from(u8::try_from(index + 1).expect("a message has few places"))),
            Piece::Plural(count, [one, other]) => {
                write_pieces(text, if is_one(*count) { one } else { other }, is_one, sides);
            }
            Piece::Sides(names) => write_pieces(text, &names[sides], is_one, sides),
        }
    }
}

/// The positions of the counts among the places.
fn counts(message: &Message) -> Vec<usize> {
    (0..message.places.len()).filter(|index| is_count(&message.places[*index])).collect()
}

/// The expression for the text that fits the sides and the counts.
fn chosen(message: &Message, texts: &[(String, String)]) -> String {
    if let [(_, text)] = texts {
        return format!("{text:?}");
    }
    let sides = message.has_sides.then(|| format!("self.{SIDES}"));
    let counts = counts(message);
    let counts = counts.iter().map(|index| format!("self.{}.is_one", field(&message.places[*index])));
    let choices: Vec<String> = sides.into_iter().chain(counts).collect();
    let arms: Vec<String> = texts.iter().map(|(pattern, text)| format!("{pattern} => {text:?}")).collect();
    format!("match ({},) {{ {} }}", choices.join(", "), arms.join(", "))
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
