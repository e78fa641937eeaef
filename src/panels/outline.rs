//! Where on a grid is an amount at least as high as a level? Its outline, as the path of an SVG picture.

/// A place in the picture: thousandths of its width from the left, and of its height from the top.
pub type Place = (i64, i64);

/// The side of the picture.
pub const SIDE: i64 = 1_000;

/// The outline of a region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Closed, to be filled.
    pub area: String,
    /// Without the picture's own edges, to be drawn as a line.
    pub line: String,
    /// The places along that line.
    pub places: Vec<Place>,
}

/// The outline of where amounts are at least `level`. They are given row by row from the bottom, `columns` to a row; where
/// there is none, nothing is inside. Between two of them an amount is taken to change in a straight line.
///
/// Each cell of the grid gives the lines that cross it. Along the sides that two cells share nothing is drawn.
pub fn outline(columns: usize, amounts: &[Option<i64>], level: i64) -> Outline {
    let rows = amounts.len() / columns.max(1);
    let part = |index: usize, count: usize| {
        let [index, last] = [index, count.saturating_sub(1).max(1)].map(|number| i64::try_from(number).unwrap_or(SIDE));
        SIDE * index / last
    };
    let corner = |column: usize, row: usize| Corner {
        place: (part(column, columns), SIDE - part(row, rows)),
        amount: amounts.get(row * columns + column).copied().flatten(),
    };
    let mut lines: Vec<(Place, Place)> = vec![];
    for row in 1..rows {
        for column in 1..columns {
            let corners =
                [corner(column - 1, row - 1), corner(column, row - 1), corner(column, row), corner(column - 1, row)];
            let is_edge = [row == 1, column == columns - 1, row == rows - 1, column == 1];
            cross(corners, is_edge, level, &mut lines);
        }
    }
    joined(&lines)
}

#[derive(Clone, Copy)]
struct Corner {
    place: Place,
    amount: Option<i64>,
}

impl Corner {
    fn is_inside(&self, level: i64) -> bool {
        self.amount.is_some_and(|amount| amount >= level)
    }
}

/// Adds the lines of one cell, with the inside on their left: across it, and along those of its sides that are edges of
/// the picture.
fn cross(corners: [Corner; 4], is_edge: [bool; 4], level: i64, lines: &mut Vec<(Place, Place)>) {
    let side = |index: usize| {
        let [from, to] = [corners[index % 4], corners[(index + 1) % 4]];
        (from, to, from.is_inside(level), to.is_inside(level))
    };
    let mut add = |from: Place, to: Place| {
        if from != to {
            lines.push((from, to));
        }
    };
    for (index, is_edge) in is_edge.into_iter().enumerate() {
        let (from, to, is_from, is_to) = side(index);
        if is_edge && (is_from || is_to) {
            add(
                if is_from { from.place } else { crossing(from, to, level) },
                if is_to { to.place } else { crossing(from, to, level) },
            );
        }
        if is_from && !is_to {
            // From where the inside is left to where it is entered again.
            let back = (index + 1..index + 4).map(side).find(|(.., is_from, is_to)| !is_from && *is_to);
            if let Some((before, after, ..)) = back {
                add(crossing(from, to, level), crossing(before, after, level));
            }
        }
    }
}

/// The place between two corners at which the level is crossed: the same from either cell.
fn crossing(one: Corner, other: Corner, level: i64) -> Place {
    let (from, to) = if one.place < other.place { (one, other) } else { (other, one) };
    match (from.amount, to.amount) {
        (Some(low), Some(high)) => {
            let (part, whole) = (i128::from(level) - i128::from(low), i128::from(high) - i128::from(low));
            let along = |from: i64, to: i64| from + i64::try_from(i128::from(to - from) * part / whole).unwrap_or(0);
            (along(from.place.0, to.place.0), along(from.place.1, to.place.1))
        }
        // Nothing is known beyond the corner that has an amount.
        (Some(_), None) => from.place,
        _ => to.place,
    }
}

/// Lines in a row, as paths.
fn joined(lines: &[(Place, Place)]) -> Outline {
    let mut outline = Outline::default();
    let mut is_used = vec![false; lines.len()];
    while let Some(first) = is_used.iter().position(|used| !used) {
        let mut next = Some(first);
        let mut pen = "M";
        let mut line_pen = "M";
        while let Some(index) = next {
            is_used[index] = true;
            let (from, to) = lines[index];
            outline.area += &at(pen, from);
            pen = "L";
            if is_along_edge(from, to) {
                line_pen = "M";
            } else {
                if line_pen == "M" {
                    outline.line += &at("M", from);
                    outline.places.push(from);
                }
                line_pen = "L";
                outline.line += &at("L", to);
                outline.places.push(to);
            }
            next = (0..lines.len()).find(|index| !is_used[*index] && lines[*index].0 == to);
        }
        outline.area.push('Z');
    }
    outline
}

fn at(pen: &str, place: Place) -> String {
    format!("{pen}{} {}", place.0, place.1)
}

/// Whether a line runs along the picture's edge.
fn is_along_edge(from: Place, to: Place) -> bool {
    let along = |from: i64, to: i64| from == to && (from == 0 || from == SIDE);
    along(from.0, to.0) || along(from.1, to.1)
}
