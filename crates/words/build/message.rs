//! What is in the file of words? Messages in Fluent's syntax, in which only text, places, plurals and names of the sides are
//! allowed.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser::parse;
use fluent_syntax::unicode::unescape_unicode_to_string;

/// The file, as messages about it name it.
pub const FILE: &str = "words/en.ftl";

/// A mistake, and its place.
pub struct Slip {
    pub file: String,
    pub line: usize,
    pub what: String,
}

/// A message.
pub struct Message {
    pub id: String,
    pub line: usize,
    /// Its places, in the order in which they first occur.
    pub places: Vec<String>,
    /// Its text, with plurals.
    pub pieces: Vec<Piece>,
    /// Whether it depends on the names of the sides.
    pub has_sides: bool,
}

/// A piece of a text.
#[derive(Clone)]
pub enum Piece {
    /// Text, in which asterisks set a part in bold.
    Text(String),
    /// Text in quotation marks, which means nothing but itself.
    Literal(String),
    /// The position of a place among those of the message.
    Place(usize),
    /// A count, by its position; the texts for one, and for any other number.
    Plural(usize, [Vec<Piece>; 2]),
    /// The text for each of [`NAMES`].
    Sides([Vec<Piece>; NAMES.len()]),
}

/// The selector by the names of the sides.
pub const SIDES: &str = "sides";

/// The names of the sides, as `Sides` in `src/sides.rs` has them: the first applies where nothing else does.
pub const NAMES: [&str; 4] = ["usual", "one", "list", "these"];

impl Message {
    /// Whether it is only for the pages, the scripts and the plugin, into which `xtask/src/build/texts.rs` writes it.
    pub fn is_for_files(&self) -> bool {
        self.id.starts_with("page-") || self.id.starts_with("plugin-")
    }

    /// The fields that the code has to fill: its places, and the names of the sides.
    pub fn fields(&self) -> Vec<&str> {
        let sides = self.has_sides.then_some(SIDES);
        self.places.iter().map(String::as_str).chain(sides).collect()
    }

    /// The number of asterisks, which set parts in bold.
    pub fn asterisks(&self) -> usize {
        fn count(pieces: &[Piece]) -> usize {
            let of = |piece: &Piece| match piece {
                Piece::Text(text) => text.matches('*').count(),
                Piece::Literal(_) | Piece::Place(_) => 0,
                Piece::Plural(_, [one, other]) => count(one) + count(other),
                Piece::Sides(names) => names.iter().map(|pieces| count(pieces)).sum(),
            };
            pieces.iter().map(of).sum()
        }
        count(&self.pieces)
    }
}

/// The most places of a message: each is a control character below the line feed.
const MOST_PLACES: usize = 9;

/// Whether a place is a count: its name is a plural, such as `$months`; `$gross` is none.
pub fn is_count(place: &str) -> bool {
    place.ends_with('s') && !place.ends_with("ss") && place != SIDES
}

/// Reads the file; reports every mistake in it.
pub fn read(source: &str) -> Result<Vec<Message>, Vec<Slip>> {
    let reader = Reader { source };
    let resource = parse(source).map_err(|(_, errors)| {
        errors.into_iter().map(|error| reader.slip_at(error.pos.start, error.kind.to_string())).collect::<Vec<_>>()
    })?;
    let (mut messages, mut slips, mut lines) = (vec![], vec![], BTreeMap::new());
    for entry in &resource.body {
        let message = match entry {
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Message(message) => reader.message(message),
            Entry::Term(term) => Err(reader.slip(term.id.name, "a term; write its text where it is used")),
            Entry::Junk { content } => Err(reader.slip(content, "not a message")),
        };
        match message {
            Err(slip) => slips.push(slip),
            Ok(message) => match lines.insert(message.id.clone(), message.line) {
                Some(line) => slips.push(slip(message.line, format!("{} is already on line {line}", message.id))),
                None => messages.push(message),
            },
        }
    }
    if slips.is_empty() { Ok(messages) } else { Err(slips) }
}

/// A mistake in the file of words.
pub fn slip(line: usize, what: String) -> Slip {
    Slip { file: FILE.to_owned(), line, what }
}

struct Reader<'a> {
    source: &'a str,
}

impl<'a> Reader<'a> {
    fn slip_at(&self, at: usize, what: impl Into<String>) -> Slip {
        let before = self.source.bytes().take(at).filter(|byte| *byte == b'\n').count();
        slip(before + 1, what.into())
    }

    /// A mistake at a piece of the source.
    fn slip(&self, piece: &'a str, what: impl Into<String>) -> Slip {
        self.slip_at(piece.as_ptr().addr() - self.source.as_ptr().addr(), what)
    }

    fn message(&self, message: &fluent_syntax::ast::Message<&'a str>) -> Result<Message, Slip> {
        let id = message.id.name;
        let line = self.slip(id, "").line;
        let Some(pattern) = &message.value else { return Err(slip(line, format!("{id} has no text"))) };
        if let Some(attribute) = message.attributes.first() {
            return Err(self.slip(attribute.id.name, "an attribute; make it a message"));
        }
        if id.bytes().any(|byte| !byte.is_ascii_lowercase() && !byte.is_ascii_digit() && byte != b'-') {
            return Err(slip(line, format!("{id} should be small letters with hyphens")));
        }
        let mut places = vec![];
        let pieces = self.pieces(pattern, &mut places, false)?;
        if places.len() > MOST_PLACES {
            return Err(slip(line, format!("{id} has more than {MOST_PLACES} places")));
        }
        let has_sides = pieces.iter().any(|piece| matches!(piece, Piece::Sides(_)));
        let message = Message { id: id.to_owned(), line, places, pieces, has_sides };
        if !message.asterisks().is_multiple_of(2) {
            return Err(slip(
                line,
                format!("{id} has an asterisk without a second one; for a plain one write {{\"*\"}}"),
            ));
        }
        check_plurals(&message)?;
        if message.is_for_files() && !message.fields().is_empty() {
            return Err(slip(line, format!("{id} is written into files, where no place is filled")));
        }
        Ok(message)
    }

    /// Reads a pattern; `is_inside` means that it is one choice of several.
    fn pieces(
        &self,
        pattern: &Pattern<&'a str>,
        places: &mut Vec<String>,
        is_inside: bool,
    ) -> Result<Vec<Piece>, Slip> {
        let place = |name: &str, places: &mut Vec<String>| {
            places.iter().position(|known| known == name).unwrap_or_else(|| {
                places.push(name.to_owned());
                places.len() - 1
            })
        };
        let mut pieces = vec![];
        for element in &pattern.elements {
            pieces.push(match element {
                PatternElement::TextElement { value } => {
                    if value.contains(|char: char| char.is_control() && char != '\n') {
                        return Err(self.slip(value, "a control character"));
                    }
                    // A long sentence may go on in the next line.
                    Piece::Text(value.replace('\n', " "))
                }
                PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                    InlineExpression::VariableReference { id } if id.name == SIDES => {
                        return Err(self.slip(id.name, "$sides has no text, it only chooses one"));
                    }
                    InlineExpression::VariableReference { id } => Piece::Place(place(id.name, places)),
                    InlineExpression::StringLiteral { value } => {
                        Piece::Literal(unescape_unicode_to_string(value).into())
                    }
                    InlineExpression::NumberLiteral { value } => return Err(self.slip(value, "a number in braces")),
                    InlineExpression::FunctionReference { id, .. }
                    | InlineExpression::MessageReference { id, .. }
                    | InlineExpression::TermReference { id, .. } => {
                        return Err(self.slip(id.name, format!("{} is not a place; a place begins with $", id.name)));
                    }
                    InlineExpression::Placeable { .. } => {
                        return Err(self.slip(self.source, "braces in braces"));
                    }
                },
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let InlineExpression::VariableReference { id } = selector else {
                        return Err(self.slip(self.source, "a choice that does not depend on a place"));
                    };
                    if is_inside {
                        return Err(self.slip(id.name, "a choice in a choice"));
                    }
                    if id.name == SIDES {
                        let names = self.names(id.name, variants)?;
                        let [usual, one, list, these] = names.map(|variant| self.pieces(variant, places, true));
                        Piece::Sides([usual?, one?, list?, these?])
                    } else if is_count(id.name) {
                        let count = place(id.name, places);
                        let plural = self.variants(id.name, variants)?;
                        let [one, other] = plural.map(|variant| self.pieces(variant, places, true));
                        Piece::Plural(count, [one?, other?])
                    } else {
                        return Err(
                            self.slip(id.name, format!("${} is not a count, whose name would end in s", id.name))
                        );
                    }
                }
            });
        }
        Ok(pieces)
    }

    /// The variant for each of [`NAMES`].
    fn names<'b>(
        &self,
        sides: &'a str,
        variants: &'b [Variant<&'a str>],
    ) -> Result<[&'b Pattern<&'a str>; NAMES.len()], Slip> {
        let is_known = |variant: &Variant<&'a str>| {
            NAMES.iter().any(|name| is(variant, name)) && variant.default == is(variant, NAMES[0])
        };
        let is_once = |name: &&str| variants.iter().filter(|variant| is(variant, name)).count() <= 1;
        let usual = variants.iter().find(|variant| variant.default && is(variant, NAMES[0]));
        match usual {
            Some(usual) if variants.iter().all(is_known) && NAMES.iter().all(is_once) => {
                Ok(NAMES.map(|name| &variants.iter().find(|variant| is(variant, name)).unwrap_or(usual).value))
            }
            _ => {
                Err(self
                    .slip(sides, format!("the choices of $sides are {} and *[{}]", NAMES[1..].join(", "), NAMES[0])))
            }
        }
    }

    /// The variants for one, and for any other number.
    fn variants<'b>(
        &self,
        count: &'a str,
        variants: &'b [Variant<&'a str>],
    ) -> Result<[&'b Pattern<&'a str>; 2], Slip> {
        let named = |name: &str| variants.iter().find(|variant| is(variant, name)).map(|variant| &variant.value);
        match (named("one"), named("other"), variants.len()) {
            (Some(one), Some(other), 2) => Ok([one, other]),
            _ => Err(self.slip(count, format!("the plural of ${count} should be [one] … *[other] …"))),
        }
    }
}

fn is(variant: &Variant<&str>, name: &str) -> bool {
    variant.key == VariantKey::Identifier { name }
}

/// Checks that every count has its plural.
fn check_plurals(message: &Message) -> Result<(), Slip> {
    let has_plural =
        |index: usize| message.pieces.iter().any(|piece| matches!(piece, Piece::Plural(count, _) if *count == index));
    match message.places.iter().enumerate().find(|(index, place)| is_count(place) && !has_plural(*index)) {
        Some((_, place)) => Err(slip(
            message.line,
            format!(
                "${place} is a count, and {} has no plural for it: {{ ${place} -> [one] … *[other] … }}",
                message.id
            ),
        )),
        None => Ok(()),
    }
}
