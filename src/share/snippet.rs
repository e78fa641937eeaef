//! Which snippet embeds the comparison into a page, and what does it look like there? Both are made from the same tree.

use super::choices::{Embed, Pins};
use super::original::{add, without_looks};
use super::{Original, table};
use crate::html::{Attributes, Control, Element, Html, Node, Text, Values, el, several};
use engine::fees::Case;
use engine::scenario::{Clients, FeeSource, Field, pairs};
use words::{Site, Size};

/// The fixed heights of a frame, full and compact: the calculator on a phone of 360 pixels, after a few changes.
const HEIGHTS: [u32; 2] = [2800, 1050];

/// The additional height if there is a rate to choose or a fee to write.
const ABOVE: u32 = 160;

/// The additional heights, full and compact, of each picture of tiers below a fee that is written; and of several clients' slider.
const TIERS: [u32; 2] = [330, 70];
const CLIENTS: [u32; 2] = [135, 40];

/// The heights for the width of the column: no less than the calculator needs from 312 pixels up, and little more.
const BY_WIDTH: [&str; 2] = [
    "max(1475px, min(2280px, 92034px - 9900cqw), min(3280px - 121cqw, 59555px - 9900cqw))",
    "max(690px, min(1165px - 45cqw, 56900px - 9900cqw))",
];

/// The same for a compact one with a rate to choose or a fee to write.
const BY_WIDTH_HIGHER: &str = "max(900px, min(1435px - 69cqw, 56900px - 9900cqw))";

/// The tags that end a line.
const BROKEN: [&str; 7] = ["</p>", "<table>", "</caption>", "<thead>", "<tbody>", "</tr>", "</table>"];

/// The snippet for the chosen site, with files in the folder at `base`.
pub fn snippet(original: &Original, embed: &Embed, base: &str) -> String {
    let link = chosen(original, embed);
    match embed.site {
        Site::FrameAndScript => {
            let script = script(embed.pins(), base, "resize.js", |pins| &pins.resize);
            format!("{script}\n{}", frame(original, embed, base, &link).to_text())
        }
        Site::Frame => {
            let frame = frame(original, embed, base, &link).to_text();
            let open = frame.strip_suffix("></iframe>").unwrap_or(&frame);
            let height = height_by_width(original, embed);
            format!("<div style=\"container-type: inline-size\">\n{open} style=\"height: {height}\"></iframe>\n</div>")
        }
        Site::Address => address(base, &link),
        Site::Nothing => lines(&copied(original, base, &link)),
        Site::Page | Site::WordPress | Site::Ghost | Site::Markdown => {
            // Readers' numbers are in the address if they can be shared.
            let element = element(embed, &link, embed.is_shared, vec![]).to_text();
            let open = element.strip_suffix("</take-home>").unwrap_or(&element);
            let script = script(embed.pins(), base, "take-home.js", |pins| &pins.loader);
            // The box keeps converters from making paragraphs of the tags, which would end the element before its content.
            format!("<div>\n{script}\n{open}\n{}\n</take-home>\n</div>", lines(&copied(original, base, &link)))
        }
    }
}

/// The preview of a snippet, as readers of that site see it.
pub fn preview(original: &Original, embed: &Embed, base: &str) -> Html {
    let link = chosen(original, embed);
    match embed.site {
        Site::FrameAndScript | Site::Frame | Site::Address => frame(original, embed, base, &link),
        Site::Nothing => copied(original, base, &link),
        // The page's address is the calculator's that the author looks at.
        Site::Page | Site::WordPress | Site::Ghost | Site::Markdown => {
            element(embed, &link, false, vec![copied(original, base, &link)])
        }
    }
}

/// The link to the example, with the looks that the author has chosen.
fn chosen(original: &Original, embed: &Embed) -> String {
    let mut link = without_looks(original.link(), &[Field::Theme, Field::View]);
    for (look, value) in [(Field::Theme, embed.theme.name()), (Field::View, embed.size.name())] {
        if value != look.default_text() {
            add(&mut link, &[look.name(), "=", value]);
        }
    }
    link
}

/// A script's tag, pinned to one build if the author wants that.
fn script(pins: Option<&Pins>, base: &str, name: &str, pinned: impl Fn(&Pins) -> &String) -> String {
    let pinned = pins.and_then(|pins| pinned(pins).split_once(' '));
    let src = format!("{base}v1/{}", pinned.map_or(name, |(file, _)| file));
    let integrity = pinned.map(|(_, integrity)| integrity.to_owned());
    let anonymous = pinned.map(|_| "anonymous");
    // A module waits for the page anyway.
    let (module, later) = if name == "take-home.js" { (Some("module"), false) } else { (None, true) };
    el!("script", "type" = module, "async" = later, "src" = src, "integrity" = integrity, "crossorigin" = anonymous)
        .to_text()
}

/// The names of the element's attributes: `address`, and every field.
static NAMES: [&str; Field::ALL.len() + 1] = {
    let mut names = ["address"; Field::ALL.len() + 1];
    let mut index = 0;
    while index < Field::ALL.len() {
        names[index + 1] = Field::ALL[index].name();
        index += 1;
    }
    names
};

/// The element with the scenario as its example.
fn element(embed: &Embed, link: &str, is_shared: bool, children: Vec<Html>) -> Html {
    let mut values: Vec<Option<Text>> = vec![None; NAMES.len()];
    // An empty value, as all others have one: JSX makes `true` of an attribute without it.
    values[0] = is_shared.then(|| "".into());
    for (field, value) in pairs(link) {
        // The page around it has its own language.
        if field != Field::Lang || value != embed.page_language {
            values[1 + field as usize] = Some(value.into());
        }
    }
    let attributes = Attributes { keys: &NAMES, values: Values::Made(values) };
    Node::Element(Element { name: "take-home", attributes, control: Control::Unset, children }).into()
}

/// The sentence, the table and a link to the calculator.
fn copied(original: &Original, base: &str, link: &str) -> Html {
    let answer = &original.state.answer;
    several![
        table(&answer.scenario, &answer.comparison, &original.words),
        el!("p"; el!("a", "href" = format!("{base}{}", after("#", link)); original.words.invitation())),
    ]
}

/// HTML with one row a line, and without empty lines, which would end it in Markdown.
fn lines(html: &Html) -> String {
    let html = html.to_text();
    let mut lines = String::new();
    for piece in html.split_inclusive('>') {
        lines.push_str(piece);
        if BROKEN.iter().any(|end| piece.ends_with(end)) {
            lines.push('\n');
        }
    }
    lines.trim_end().to_owned()
}

fn address(base: &str, link: &str) -> String {
    format!("{base}embed.html{}", after("?", link))
}

/// The link after its sign in an address; nothing if it is empty.
fn after(sign: &str, link: &str) -> String {
    if link.is_empty() { String::new() } else { format!("{sign}{link}") }
}

/// Whether there is a rate to choose or a fee to write.
fn is_higher(original: &Original) -> bool {
    let scenario = &original.state.answer.scenario;
    scenario.has_open_rate() || scenario.fee_source() == FeeSource::Custom
}

/// The number of pictures of tiers below a typed fee.
fn pictures(original: &Original) -> usize {
    let scenario = &original.state.answer.scenario;
    let charges = scenario.fee().cases().iter().flat_map(Case::charges);
    match scenario.fee_source() {
        FeeSource::Custom => charges.filter(|charge| charge.tiers.len() > 1).count(),
        FeeSource::Schedule(_) => 0,
    }
}

/// The additional height of what is not in every calculator.
fn added(original: &Original, is_compact: bool) -> u32 {
    let scenario = &original.state.answer.scenario;
    let of_size = |[full, compact]: [u32; 2]| if is_compact { compact } else { full };
    let pictures = pictures(original);
    // With pictures, the room for the fee itself is theirs; a compact frame's formula has it.
    let above = if is_higher(original) && !is_compact && pictures == 0 { ABOVE } else { 0 };
    let has_clients = matches!(scenario.plans().gigs.clients(), Some(Clients::Number(_)));
    above + u32::try_from(pictures).unwrap_or_default() * of_size(TIERS) + u32::from(has_clients) * of_size(CLIENTS)
}

fn height_by_width(original: &Original, embed: &Embed) -> String {
    let [full, compact] = BY_WIDTH;
    let is_compact = embed.size == Size::Compact;
    let height = match (is_compact, is_higher(original)) {
        (false, _) => full,
        (true, false) => compact,
        (true, true) => BY_WIDTH_HIGHER,
    };
    match added(original, is_compact) {
        0 => height.to_owned(),
        above => format!("calc({height} + {above}px)"),
    }
}

fn frame(original: &Original, embed: &Embed, base: &str, link: &str) -> Html {
    let [full, compact] = HEIGHTS;
    let is_compact = embed.size == Size::Compact;
    let height = if is_compact { compact } else { full } + added(original, is_compact);
    let height = if is_compact && is_higher(original) { height + ABOVE } else { height };
    el!(
        "iframe",
        "src" = address(base, link),
        "title" = original.words.frame_title(),
        "width" = "100%",
        "height" = height.to_string(),
        "loading" = "lazy",
        "frameborder" = "0",
        "allow" = "clipboard-write"
    )
}
