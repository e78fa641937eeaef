//! What do the views render natively, as the page shows it before any script?

fn example() -> String {
    take_home::view::example().to_text()
}

/// The text of some HTML, one space between pieces.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text += before;
        text += " ";
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_example_carries_the_verdict_and_both_columns_as_text() {
    let text = text(&example());
    for expected in [
        "One large contract leaves you $1,700 more.",
        "Break-even: $562.97 per gig, 35 gigs or a $13,210.53 contract",
        "Many small gigs $12,000 fee $3,000 (20%)",
        "One large contract $13,700 fee $1,300 (8.7%)",
        "The gigs Number of gigs 30",
        "Price per gig $ 500.00",
        "The contract Contract price $ 15,000.00",
        "first $500.00 at 20% $100.00 next $9,500.00 at 10% $950.00 next $5,000.00 at 5% $250.00",
        "ended 2 May 2023",
        "To change the numbers, turn on JavaScript.",
    ] {
        assert!(text.contains(expected), "{expected:?} is missing from {text:?}");
    }
}

#[test]
fn the_example_has_no_controls_and_nothing_that_a_strict_policy_blocks() {
    let html = example();
    for absent in ["<input", "<select", "<button", "<script"] {
        assert!(!html.contains(absent), "{absent} in {html}");
    }
    // The names of all attributes: what is between their values.
    let tags = html.split('<').filter_map(|text| text.split_once('>')).map(|(tag, _)| tag);
    for name in tags.flat_map(|tag| tag.split('"').step_by(2)).filter_map(|names| names.split_whitespace().last()) {
        assert!(!name.starts_with("on") && name != "style=" && name != "id=", "{name} in {html}");
    }
    assert!(!html.contains("id="), "ids could clash with those of the page around");
}
