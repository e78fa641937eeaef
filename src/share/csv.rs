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

/// A cell, in quotation marks if it needs them, with those inside doubled.
fn write_cell(file: &mut String, cell: &str, separator: char) {
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
