//! What is the comparison as a picture?

use crate::html::{Html, el, several};
use crate::scale::Scale;
use engine::amount::Money;
use engine::compare::{BarPart, Comparison, Net, Outcome};
use engine::scenario::{Scenario, Side};
use words::Words;

/// The width of the picture, and its margin.
const WIDTH: u32 = 720;
const MARGIN: u32 = 24;

/// The colours of the light theme (`styles/take-home.css`), because a picture does not know where it will be shown.
const GIGS: [&str; 2] = ["#cc7a00", "#8f5200"];
const CONTRACT: [&str; 2] = ["#0072b2", "#00588a"];
const INK: &str = "#1d2129";
const QUIET: &str = "#5b6472";
const EDGE: &str = "#8a93a1";
/// Half as strong as on the page, where what is below shines through.
const TIERS: [&str; 3] = ["#d4d8dd", "#e3e6ea", "#c4c9d0"];

/// The verdict and the two bars, as the page shows them, as a self-contained SVG picture without scripts, styles or fonts.
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
    let scale = Scale::up_to(comparison.outcomes.gigs.gross.max(comparison.outcomes.contract.gross));
    for (side, [colour, ink]) in [(Side::Gigs, GIGS), (Side::Contract, CONTRACT)] {
        let outcome = comparison.outcomes.get(side);
        let [strong, beside] = words.kept(comparison, side);
        y += 36;
        parts.push(text(words.side(side), MARGIN, y, "15", "600", INK, "start"));
        parts.push(text(&strong, WIDTH - MARGIN, y, "20", "700", ink, "end"));
        y += 10;
        let net = comparison.after_costs.as_ref().map(|counted| counted.nets.get(side));
        parts.push(bar(y, scale, outcome, net, colour));
        if comparison.lacks(side).is_some() {
            parts.push(bracket(y, scale, [side, side.other()].map(|side| comparison.remaining(side))));
        }
        y += BAR + 18;
        parts.push(text(&beside, WIDTH - MARGIN, y, "13", "400", QUIET, "end"));
    }
    y += 8;
    for line in lines(&words.source_line(scenario), 100) {
        y += 18;
        parts.push(text(&line, MARGIN, y, "12", "400", QUIET, "start"));
    }
    let height = y + MARGIN;
    let all = words.sentences(verdict, turn);
    el!("svg", "xmlns" = "http://www.w3.org/2000/svg", "viewBox" = format!("0 0 {WIDTH} {height}"),
        "width" = WIDTH.to_string(), "height" = height.to_string(), "role" = "img",
        "font-family" = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif";
        el!("title"; all),
        hatch(),
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

/// The height of a bar.
const BAR: u32 = 20;

/// The position of an amount across the picture.
fn across(scale: Scale, amount: Money) -> u64 {
    u64::from(MARGIN) + scale.at(amount.minor()) * u64::from(WIDTH - 2 * MARGIN) / 10_000
}

/// A side's gross as a bar, as on the page: what remains, costs, and the fee by tier, hatched and outlined.
fn bar(y: u32, scale: Scale, outcome: &Outcome, net: Option<&Net>, colour: &'static str) -> Html {
    let rectangle = |[from, to]: [u64; 2], fill: &'static str, stroke: &'static str| {
        el!(
            "rect",
            "x" = from.to_string(),
            "y" = y.to_string(),
            "width" = to.saturating_sub(from).to_string(),
            "height" = BAR.to_string(),
            "fill" = fill,
            "stroke" = stroke
        )
    };
    let part = |(part, from, to): (BarPart, Money, Money)| {
        let ends = [from, to].map(|amount| across(scale, amount));
        match part {
            BarPart::Remaining => rectangle(ends, colour, "none"),
            BarPart::Cost => rectangle(ends, QUIET, "none"),
            BarPart::Fee(tier) => {
                several![rectangle(ends, TIERS[tier % TIERS.len()], EDGE), rectangle(ends, "url(#th-hatch)", "none")]
            }
        }
    };
    outcome.bar(net).into_iter().map(part).collect()
}

/// By how much a side has less: from what remains of it to what remains of the other.
fn bracket(y: u32, scale: Scale, remaining: [Money; 2]) -> Html {
    let [from, to] = remaining.map(|amount| across(scale, amount));
    let (end, middle) = (y + BAR, y + BAR / 2);
    let shape = format!("M{from} {y}V{end}M{from} {middle}H{to}M{to} {y}V{end}");
    el!("path", "d" = shape, "fill" = "none", "stroke" = INK, "stroke-width" = "2")
}

/// The stripes of the fee.
fn hatch() -> Html {
    el!("pattern", "id" = "th-hatch", "width" = "6", "height" = "6", "patternUnits" = "userSpaceOnUse", "patternTransform" = "rotate(45)";
        el!("rect", "width" = "1", "height" = "6", "fill" = EDGE))
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
