//! What is the comparison as a file for spreadsheets?

use super::Original;

/// The comparison as a table for spreadsheets, by RFC 4180: one row for each figure of both sides, numbers without
/// currency signs.
pub fn csv(original: &Original, separator: char) -> String {
    let page = original.context();
    let rows = page.words.spreadsheet(page.scenario, page.comparison, page.today, original.public_address());
    let mut file = String::new();
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                file.push(separator);
            }
            write_cell(&mut file, cell, separator);
        }
        file.push_str("\r\n");
    }
    file
}

/// A cell, in quotation marks if it needs them, with those inside doubled. What a spreadsheet would run as a formula is text
/// after an apostrophe; a link may contain a fee whose statuses are named like that.
fn write_cell(file: &mut String, cell: &str, separator: char) {
    let cell = if is_formula(cell) { &format!("'{cell}") } else { cell };
    if !cell.chars().any(|char| char == separator || matches!(char, '"' | '\r' | '\n')) {
        file.push_str(cell);
        return;
    }
    file.push('"');
    for char in cell.chars() {
        file.push(char);
        if char == '"' {
            file.push('"');
        }
    }
    file.push('"');
}

/// Whether a spreadsheet may take a cell for a formula. Amounts may be negative.
fn is_formula(cell: &str) -> bool {
    let is_amount = |rest: &str| rest.chars().all(|char| char.is_ascii_digit() || matches!(char, '.' | ','));
    let cell = cell.trim_start();
    match cell.strip_prefix('-') {
        Some(rest) => !is_amount(rest),
        None => cell.starts_with(['=', '+', '@', '＝', '＋', '－', '＠']),
    }
}
