use super::Field;

/// Whether this build counts more than the fee. The page's first module does not: it leaves every field as it is and lets
/// another take its place (`web/take-home.js`) once one of these fields is to count.
pub const MORE: bool = cfg!(any(feature = "more", not(all(feature = "web", target_family = "wasm"))));

const FIRST: usize = Field::Verdict as usize;
const COUNT: usize = Field::MonthlyTakeHome as usize + 1 - FIRST;

/// What can be counted besides the fee: the value of each such field as a whole number of its unit. That is the currency's
/// smallest unit for money, a hundredth for percentages and hours, and the position of a word among those of a choice.
///
/// How long a client has been one, which some fees count as well, is among the values without being one of the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inputs([i64; COUNT + Inputs::MONTHS.len()]);

impl Default for Inputs {
    fn default() -> Inputs {
        Inputs([0; COUNT + Inputs::MONTHS.len()])
    }
}

impl Inputs {
    /// The fields that say how long a client has been one.
    pub(super) const MONTHS: [Field; 2] = [Field::GigMonths, Field::ContractMonths];

    /// The fields that are inputs.
    pub fn fields() -> impl DoubleEndedIterator<Item = Field> {
        Field::ALL.into_iter().filter(|field| Inputs::has(*field))
    }

    /// Whether a field is one of them.
    pub(super) fn has(field: Field) -> bool {
        Inputs::own_place(field).is_some()
    }

    fn own_place(field: Field) -> Option<usize> {
        (field as usize).checked_sub(FIRST).filter(|place| *place < COUNT)
    }

    fn place(field: Field) -> Option<usize> {
        let months = || Inputs::MONTHS.iter().position(|months| *months == field).map(|place| COUNT + place);
        Inputs::own_place(field).or_else(months)
    }

    /// The value of a field; nothing for one that is no input.
    pub fn get(&self, field: Field) -> i64 {
        Inputs::place(field).map_or(0, |place| self.0[place])
    }

    /// The same with another value in one field.
    #[must_use]
    pub fn with(mut self, field: Field, value: i64) -> Inputs {
        if let Some(place) = Inputs::place(field) {
            self.0[place] = value;
        }
        self
    }

    /// Whether any of these fields says something.
    pub fn any(&self, fields: &[Field]) -> bool {
        MORE && fields.iter().any(|field| self.get(*field) != 0)
    }
}
