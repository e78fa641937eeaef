//! What is the comparison as a picture?

use crate::html::{Html, el};
use crate::scale::Scale;
use engine::amount::Money;
use engine::compare::Comparison;
use engine::scenario::{Scenario, Side};
use words::Words;

/// The width of the picture, and its margin.
const WIDTH: u32 = 720;
const MARGIN: u32 = 24;

/// The colours of the light theme, because a picture does not know where it will be shown.
const GIGS: [&str; 2] = ["#cc7a00", "#8f5200"];
const CONTRACT: [&str; 2] = ["#0072b2", "#00588a"];
const INK: &str = "#1d2129";
const QUIET: &str = "#5b6472";

/// The verdict and the two bars, as a self-contained SVG picture without scripts, styles or fonts.
pub fn picture(scenario: &Scenario, comparison: &Comparison, words: &Words) -> Html {
    let verdict = words.verdict(comparison).plain();
    let turn = words.turn(scenario, comparison).plain();
    let mut parts = vec![];
    let mut y = 20;
    for line in lines(&verdict, 46) {
        y += 30;
        parts.push(text(&line, MARGIN, y, "26", "700", INK, "start"));
    }
    y += 4;
    for line in lines(&turn, 86) {
        y += 20;
        parts.push(text(&line, MARGIN, y, "14", "400", QUIET, "start"));
    }
    let widest = comparison.outcomes.gigs.gross.max(comparison.outcomes.contract.gross);
    for (side, [colour, ink]) in [(Side::Gigs, GIGS), (Side::Contract, CONTRACT)] {
        let outcome = comparison.outcomes.get(side);
        let [strong, beside] = words.kept(comparison, side);
        y += 36;
        parts.push(text(words.side(side), MARGIN, y, "15", "600", INK, "start"));
        parts.push(text(&strong, WIDTH - MARGIN, y, "20", "700", ink, "end"));
        y += 10;
        parts.push(bar(y, outcome.gross, widest, "#c8ced6"));
        parts.push(bar(y, comparison.remaining(side), widest, colour));
        y += 20 + 18;
        parts.push(text(&beside, WIDTH - MARGIN, y, "13", "400", QUIET, "end"));
    }
    y += 8;
    for line in lines(&words.source_line(scenario), 100) {
        y += 18;
        parts.push(text(&line, MARGIN, y, "12", "400", QUIET, "start"));
    }
    let height = y + MARGIN;
    let all = words.both(verdict, turn);
    el!("svg", "xmlns" = "http://www.w3.org/2000/svg", "viewBox" = format!("0 0 {WIDTH} {height}"),
        "width" = WIDTH.to_string(), "height" = height.to_string(), "role" = "img",
        "font-family" = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif";
        el!("title"; all),
        el!("rect", "x" = ".5", "y" = ".5", "width" = (WIDTH - 1).to_string(), "height" = (height - 1).to_string(),
            "rx" = "14", "fill" = "#fff", "stroke" = "#d9dee5"),
        parts)
}

fn text(
    words: &str,
    x: u32,
    y: u32,
    size: &'static str,
    weight: &'static str,
    fill: &'static str,
    anchor: &'static str,
) -> Html {
    el!("text", "x" = x.to_string(), "y" = y.to_string(), "font-size" = size, "font-weight" = weight, "fill" = fill,
        "text-anchor" = anchor;
        words.to_owned())
}

/// A bar as long as its share of the widest; a loss has none.
fn bar(y: u32, amount: Money, widest: Money, fill: &'static str) -> Html {
    let width = Scale::up_to(widest).at(amount.minor()) * u64::from(WIDTH - 2 * MARGIN) / 10_000;
    el!(
        "rect",
        "x" = MARGIN.to_string(),
        "y" = y.to_string(),
        "width" = width.to_string(),
        "height" = "20",
        "rx" = "4",
        "fill" = fill
    )
}

/// The text in lines of limited length, broken between words. Letters are about half as wide as high, which gives the
/// number that fits.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
