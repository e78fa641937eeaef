//! What is the comparison as plain text?

use super::Original;

/// The comparison as plain text, for a mail or a note.
pub fn text(original: &Original) -> String {
    let page = original.context();
    let words = page.words;
    let mut lines =
        vec![words.verdict(page.comparison).plain(), words.turn(page.scenario, page.comparison).plain(), String::new()];
    for row in words.export_rows(page.comparison) {
        lines.push(words.export_line(row));
    }
    lines.push(String::new());
    lines.push(words.source_line(page.scenario));
    lines.extend(words.source_url(page.scenario).map(str::to_owned));
    lines.extend(words.made(page.today, original.public_address()));
    // No-break spaces are for pages.
    lines.join("\n").replace('\u{a0}', " ") + "\n"
}
