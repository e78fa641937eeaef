//! Which combinations of two numbers pay more? A map of who leads, with the reader's point to move.

use engine::amount::Money;
use engine::compare::{Grid, Range, deciding_fields, grid, grid_at, round_step, stretches};
use engine::scenario::{Field, Kind, Scenario, Side};

use super::chart::{axes, plot, room, ticks};
use super::outline::{Outline, Place, SIDE, outline};
use crate::controls::name::{ACROSS, POINT, UP};
use crate::controls::{fold, list, option};
use crate::html::{Html, el, several};
use crate::marks::{WHOLE, dot, drawing, label, line, pattern};
use crate::scale::Scale;
use crate::state::{Action, Pointed, State};
use crate::style::{class, fits_on_a_phone};
use words::{MapLines, Words};

/// Into how many parts each axis is cut.
const PARTS: [u16; 2] = [24, 18];
/// Contours are at once, twice, four and eight times the smallest lead that has one.
const CONTOURS: [i64; 4] = [1, 2, 4, 8];

/// The two numbers with their sliders' ranges. A chosen number that is not counted gives way to one that is.
fn chosen(state: &State, fields: &[Field]) -> Option<[(Field, Range); 2]> {
    let is_there = |field: &Field| fields.contains(field);
    let [across, up] = state.axes;
    let across = Some(across).filter(is_there).or_else(|| fields.iter().copied().find(|other| *other != up))?;
    let up = Some(up).filter(is_there).or_else(|| fields.iter().copied().find(|other| *other != across))?;
    Some([(across, state.ranges.of(across)?), (up, state.ranges.of(up)?)])
}

/// The map, with lists of what it shows.
pub fn map(state: &State) -> Html {
    let scenario = &state.answer.scenario;
    let fields = deciding_fields(scenario);
    let Some([across, up]) = chosen(state, &fields) else { return Html::default() };
    let varies = [across, up].iter().any(|(field, _)| *field == Field::Gigs);
    let words = if varies { state.words().for_any_number() } else { state.words() };
    // Under one rate everywhere, nothing but the totals decides.
    let comparison = &state.answer.comparison;
    let is_rate = |field: Field| matches!(field, Field::GigRate | Field::ContractRate);
    let are_same =
        comparison.flat.is_some() && comparison.after_costs.is_none() && !is_rate(across.0) && !is_rate(up.0);
    let found = grid(scenario, across, up, PARTS);
    let regions = regions(&found);
    let totals = same_totals(&found);
    let is_thick = regions.iter().any(|region| !region.outline.line.is_empty());
    let lines = MapLines { is_dotted: !totals.is_empty(), is_thick, are_same };
    let here = [across, up].map(|(field, _)| scenario.inputs().get(field));
    let sentence = words.map_here([(across.0, here[0]), (up.0, here[1])], &state.answer.comparison);
    let shown = |axis: (Field, Range), value: i64| words.format.value_with_unit(axis.0, value);
    let turns = [across, up].map(|(field, range)| words::changes(&stretches(scenario, field, range)));
    el!("div", "class" = "th-map";
        el!("p", "class" = "th-hint"; words.map_hint()),
        picker(words, &fields, UP, words.up(), up.0),
        el!("div", "class" = "th-chart th-tall";
            drawing("th-drawn", several![
                pattern("th-stripes"),
                plot(areas(&regions, totals.clone())),
                axes(
                    &ticks(across.1.from, across.1.to, room(&shown(across, across.1.to)), &|value| shown(across, value)),
                    &ticks(up.1.from, up.1.to, 5, &|value| shown(up, value))),
                labels(&found, &regions, words, [across, up].map(|(_, range)| range), here),
                cross([across, up], here),
            ]),
            el!("div", "class" = "th-point", "data-field" = POINT, "role" = "slider", "tabindex" = "0",
                "aria-label" = words.map_point(), "aria-valuemin" = across.1.from.to_string(),
                "aria-valuemax" = across.1.to.to_string(), "aria-valuenow" = here[0].to_string(),
                "aria-valuetext" = sentence.clone())),
        picker(words, &fields, ACROSS, words.across(), across.0),
        el!("p"; el!("b"; sentence)),
        el!("p", "class" = "th-hint"; words.map_explained([across.0, up.0], &turns, lines)),
        fold(words.as_table(), as_table(scenario, &found, [across.0, up.0], here, words)))
}

/// An axis' title, which is the list of what it may show.
fn picker(words: Words, fields: &[Field], name: &'static str, label: &'static str, chosen: Field) -> Html {
    let options =
        fields.iter().map(|field| option(field.name().into(), *field == chosen, words.label_with_side(*field)));
    el!("p", "class" = "th-axis";
        el!("label", "class" = "th-label", "for" = name; label),
        list(name, None, chosen.name().into(), options.collect()))
}

/// The region in which a side leads, with its contours.
struct Region {
    side: Side,
    /// The leads as the side sees them.
    leads: Vec<Option<i64>>,
    outline: Outline,
    /// Leads that are reached somewhere, with their contours.
    contours: Vec<(i64, Outline)>,
}

/// Both sides' regions, with contours at the same leads: small ones, unless a side hardly leads anywhere.
fn regions(found: &Grid) -> [Region; 2] {
    let seen = [(Side::Contract, 1), (Side::Gigs, -1)].map(|(side, sign)| {
        (side, found.leads.iter().map(|lead| lead.map(|lead| sign * lead.minor())).collect::<Vec<_>>())
    });
    let most = |index: usize| seen[index].1.iter().flatten().copied().max().unwrap_or(0).max(0);
    let least = round_step((most(0).min(most(1)) / 3).max(most(0).max(most(1)) / 12).max(1));
    seen.map(|(side, leads)| {
        let from = |level: i64| outline(found.across.len(), &leads, level);
        let contours = CONTOURS.map(|times| (least * times, from(least * times)));
        let contours = contours.into_iter().filter(|(_, contour)| !contour.area.is_empty()).collect();
        Region { side, outline: from(1), contours, leads }
    })
}

/// The line on which both sides bill the same; empty if they do nowhere.
fn same_totals(found: &Grid) -> String {
    let totals: Vec<Option<i64>> = found.totals.iter().map(|total| total.map(Money::minor)).collect();
    outline(found.across.len(), &totals, 0).line
}

/// The regions, their contours, and the lines of no difference and of equal totals.
fn areas(regions: &[Region], same_totals: String) -> Html {
    let region = |Region { side, outline, contours, .. }: &Region| {
        let bands = contours.iter().map(|(_, Outline { area, line, .. })| {
            several![
                el!("path", "class" = "th-band-area", "d" = area.clone()),
                el!("path", "class" = "th-contour", "d" = line.clone()),
            ]
        });
        let stripes = || el!("path", "fill" = "url(#th-stripes)", "d" = outline.area.clone());
        el!("g", "class" = class(*side);
            el!("path", "class" = "th-region", "d" = outline.area.clone()),
            bands.collect::<Html>(),
            (*side == Side::Gigs).then(stripes),
            el!("path", "class" = "th-even", "d" = outline.line.clone()))
    };
    let regions: Html = regions.iter().map(region).collect();
    regions.with(el!("path", "class" = "th-same", "d" = same_totals))
}

/// By how much a side leads along each contour, and who leads where.
fn labels(found: &Grid, regions: &[Region], words: Words, axes: [Range; 2], here: [i64; 2]) -> Html {
    let mut labels = vec![];
    // The reader's point covers what is below it.
    let along = |index: usize| Scale::between(axes[index].from, axes[index].to).part(here[index], 1_000);
    let part = |index: usize| i64::try_from(along(index)).unwrap_or(0);
    let mut taken: Vec<Taken> = vec![Taken::point((part(0), SIDE - part(1)))];
    let mut add = |taken: &mut Vec<Taken>, class: &'static str, room: Taken, text: String| {
        let at = |part: i64| u64::try_from(part * 10).unwrap_or(0);
        labels.push(label(class, [at(room.place.0), at(room.place.1)], ["0", "0"], room.anchor, text));
        taken.push(room);
    };
    // A side's name is where it leads most, away from the edges and from the other's.
    let columns = found.across.len();
    let place = |index: usize| {
        let [column, row] = [index % columns, index / columns].map(|number| i64::try_from(number).unwrap_or(0));
        (SIDE * column / i64::from(PARTS[0]), SIDE - SIDE * row / i64::from(PARTS[1]))
    };
    let is_roomy = |index: &usize| (220..=780).contains(&place(*index).0) && (60..=950).contains(&place(*index).1);
    for Region { side, leads, .. } in regions {
        // The whole name is where the side leads; a shorter one where that has no room, or none.
        let is_within = |index: usize, room: &Taken| {
            let row = index - index % columns;
            let column = |part: i64| usize::try_from(part * i64::from(PARTS[0]) / SIDE).unwrap_or(0).min(columns - 1);
            (column(room.from)..=column(room.to))
                .all(|column| leads.get(row + column).is_some_and(|lead| *lead > Some(0)))
        };
        let named = [words.pays_more(*side), words.side_fields(*side)].into_iter().find_map(|name| {
            let room = |index: usize| Taken::by(name, place(index));
            let led = (0..leads.len()).filter(|index| is_roomy(index) && is_within(*index, &room(*index)));
            let best = led.max_by_key(|index| (room(*index).is_clear_of(&taken), leads[*index]))?;
            Some((room(best), name))
        });
        if let Some((room, name)) = named {
            let strong = if *side == Side::Gigs { "th-gigs th-strong" } else { "th-contract th-strong" };
            add(&mut taken, strong, room, name.into());
        }
    }
    // A contour is labelled at its first place that is clear of other labels.
    for Region { side, contours, .. } in regions {
        for (lead, contour) in contours {
            let lead = words.lead_by(Money::from_minor(*lead));
            let mut rooms = contour.places.iter().map(|place| Taken::by(&lead, *place));
            if let Some(room) = rooms.find(|room| room.is_inside() && room.is_clear_of(&taken)) {
                add(&mut taken, class(*side), room, lead);
            }
        }
    }
    el!("g", "class" = "th-labels"; labels)
}

/// The room that a label takes on the map of a phone.
struct Taken {
    place: Place,
    anchor: &'static str,
    /// From where to where it is across.
    from: i64,
    to: i64,
}

impl Taken {
    /// The room of the reader's point.
    fn point(place: Place) -> Taken {
        Taken { place, anchor: "middle", from: place.0 - HEIGHT_OF_A_LINE / 2, to: place.0 + HEIGHT_OF_A_LINE / 2 }
    }

    fn by(text: &str, place: Place) -> Taken {
        let width = WIDTH_OF_A_LETTER * i64::try_from(text.chars().count()).unwrap_or(0);
        let (anchor, from) = match place.0 {
            ..350 => ("start", place.0),
            350..=650 => ("middle", place.0 - width / 2),
            _ => ("end", place.0 - width),
        };
        Taken { place, anchor, from, to: from + width }
    }

    fn is_inside(&self) -> bool {
        (100..=900).contains(&self.place.0) && (60..=940).contains(&self.place.1)
    }

    fn is_clear_of(&self, others: &[Taken]) -> bool {
        others.iter().all(|other| {
            self.to < other.from || other.to < self.from || (other.place.1 - self.place.1).abs() > HEIGHT_OF_A_LINE
        })
    }
}

/// The width of a letter and the height of a line on a 320-pixel phone, in units of [`SIDE`].
const WIDTH_OF_A_LETTER: i64 = 36;
const HEIGHT_OF_A_LINE: i64 = 80;

/// The reader's point, with lines to both axes.
fn cross(axes: [(Field, Range); 2], here: [i64; 2]) -> Html {
    let at = |index: usize| Scale::between(axes[index].1.from, axes[index].1.to).at(here[index]);
    let (x, y) = (at(0), WHOLE - at(1));
    el!("g", "class" = "th-cross"; line("", [x, y, x, WHOLE]), line("", [0, y, x, y]), dot("", [x, y], "9"))
}

/// The leads as a table, at a few values of each number, the reader's own among them; with as many columns as are beside each
/// other on a phone.
fn as_table(scenario: &Scenario, found: &Grid, [across, up]: [Field; 2], here: [i64; 2], words: Words) -> Html {
    let name = |field: Field, value: i64| words.format.value_with_unit(field, value);
    // Each row with its name first, the headings before them.
    let table = |count: usize| {
        let [columns, rows] = [few(&found.across, count, here[0]), few(&found.up, ROWS, here[1])];
        let found = grid_at(scenario, (across, columns), (up, rows));
        let heads = found.across.iter().map(|value| name(across, *value));
        let heads: Vec<String> = std::iter::once(String::new()).chain(heads).collect();
        let row = |(row, leads): (&i64, &[Option<Money>])| {
            let said = leads.iter().map(|lead| lead.map(|lead| words.lead(lead)).unwrap_or_default());
            std::iter::once(name(up, *row)).chain(said).collect()
        };
        let rows = found.up.iter().zip(found.leads.chunks(found.across.len())).map(row);
        std::iter::once(heads).chain(rows).collect::<Vec<Vec<String>>>()
    };
    let rows = [3, 2].map(table).into_iter().find(|rows| fits_on_a_phone(rows)).unwrap_or_else(|| table(1));
    let mut rows = rows.into_iter().enumerate().map(|(index, cells)| {
        let cell = |(column, text): (usize, String)| match (index, column) {
            (0, 0) => el!("td"),
            (0, _) => el!("th", "scope" = "col"; text),
            (_, 0) => el!("th", "scope" = "row"; text),
            _ => el!("td"; text),
        };
        el!("tr"; cells.into_iter().enumerate().map(cell).collect::<Html>())
    });
    el!("table", "class" = "th-grid";
        el!("caption", "class" = "th-hint"; words.map_table([across, up])),
        el!("thead"; rows.next()),
        el!("tbody"; rows.collect::<Html>()))
}

/// The number of rows in the table.
const ROWS: usize = 4;

/// Picks `count` evenly spaced values and replaces the one nearest to the reader's value with it.
fn few(all: &[i64], count: usize, own: i64) -> Vec<i64> {
    let place = |index: usize| if count == 1 { all.len() / 2 } else { (all.len() - 1) * index / (count - 1) };
    let mut few: Vec<i64> = (0..count).map(|index| all[place(index)]).collect();
    // A few values may be at many places.
    few.dedup();
    if let Some(nearest) = few.iter_mut().min_by_key(|value| value.abs_diff(own)) {
        *nearest = own;
    }
    few
}

/// Converts a pointer position or an arrow key into the action that moves the point.
pub fn point(state: &State, pointed: Pointed) -> Option<Action> {
    let axes = chosen(state, &deciding_fields(&state.answer.scenario))?;
    let inputs = state.answer.scenario.inputs();
    let place = |index: usize| {
        let (field, range) = axes[index];
        let value = match pointed {
            Pointed::At { across, up } => {
                let [part, whole] = if index == 0 { across } else { up };
                let along = i128::from(range.to - range.from) * i128::from(part) / i128::from(whole.max(1));
                on_step(range, range.from + i64::try_from(along).unwrap_or(0))
            }
            Pointed::Steps(steps) => inputs.get(field).saturating_add(steps[index].saturating_mul(range.step)),
        };
        // If another number limits this one, the field shows a message.
        let least = i64::from(matches!(field.kind(), Kind::Whole { least: 1.., .. }));
        (field, value.clamp(range.from.min(inputs.get(field)).max(least), range.to.max(inputs.get(field))))
    };
    Some(Action::Place([place(0), place(1)]))
}

/// The nearest step of a slider.
fn on_step(range: Range, value: i64) -> i64 {
    range.from + (value - range.from + range.step / 2).div_euclid(range.step) * range.step
}
