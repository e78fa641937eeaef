//! How does a text become rows of cells? It arrives in pieces, as a browser reads a file; `csv-core` does the rest.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// The most bytes of a row. No real row is that long; a quotation mark that is never closed swallows what follows.
const LONGEST: usize = 64 * 1_024;

/// The most cells of a row.
const WIDEST: usize = 512;

/// The reason why a text cannot be read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A quotation mark in the row that begins on this line is never closed.
    Unclosed(u32),
    /// The row that begins on this line is longer than any row of cells.
    TooLong(u32),
}

/// A row: its place in the file, and its cells.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The line on which it begins, counted from 1.
    pub line: u32,
    text: &'a str,
    ends: &'a [usize],
}

/// A copy of a row.
pub struct Kept {
    line: u32,
    text: String,
    ends: Vec<usize>,
}

impl Kept {
    /// The row.
    pub fn row(&self) -> Row<'_> {
        Row { line: self.line, text: &self.text, ends: &self.ends }
    }
}

impl<'a> Row<'a> {
    /// Copies the row.
    pub fn kept(&self) -> Kept {
        Kept { line: self.line, text: self.text.to_owned(), ends: self.ends.to_vec() }
    }

    /// The number of its cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether all its cells are empty.
    pub fn is_empty(&self) -> bool {
        self.cells().all(str::is_empty)
    }

    /// The cell at a place, without the spaces around it; empty if there is none.
    pub fn cell(&self, at: usize) -> &'a str {
        let Some(end) = self.ends.get(at) else { return "" };
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).unwrap_or(&0);
        self.text.get(*start..*end).unwrap_or_default().trim()
    }

    /// Its cells.
    pub fn cells(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(move |at| self.cell(at))
    }
}

/// A text that is being split into cells.
pub struct Cells {
    reader: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    /// The part of both that belongs to the row that has begun.
    begun: [usize; 2],
    /// The line on which the next row begins.
    line: u32,
    lines: Lines,
}

/// The number of lines that have ended. `csv-core` counts line feeds alone, but old Macintosh programs end lines with a return.
#[derive(Clone, Copy, Default)]
struct Lines {
    ended: u32,
    is_behind_return: bool,
}

impl Lines {
    fn after(mut self, text: &[u8]) -> Lines {
        for byte in text {
            self.ended += u32::from(*byte == b'\r' || *byte == b'\n' && !self.is_behind_return);
            self.is_behind_return = *byte == b'\r';
        }
        self
    }
}

impl Cells {
    /// Splits at this character, which must be ASCII.
    pub fn split_at(delimiter: u8) -> Cells {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Cells { reader, text: vec![0; LONGEST], ends: vec![0; WIDEST], begun: [0; 2], line: 1, lines: Lines::default() }
    }

    /// Takes the next piece of the text, and passes on each row that it completes.
    ///
    /// # Errors
    ///
    /// If a row does not end.
    pub fn take(&mut self, piece: &str, show: &mut dyn FnMut(Row)) -> Result<(), Broken> {
        let mut rest = piece.as_bytes();
        while !rest.is_empty() {
            rest = self.step(rest, show)?;
        }
        Ok(())
    }

    /// Ends the text, and passes on its last row.
    ///
    /// # Errors
    ///
    /// If that row does not end.
    pub fn end(mut self, show: &mut dyn FnMut(Row)) -> Result<(), Broken> {
        let line = self.line;
        // An end of a line ends the row, unless it is inside quotation marks.
        self.take("\n", show)?;
        if self.begun == [0; 2] { Ok(()) } else { Err(Broken::Unclosed(line)) }
    }

    fn step<'a>(&mut self, input: &'a [u8], show: &mut dyn FnMut(Row)) -> Result<&'a [u8], Broken> {
        let [written, cells] = self.begun;
        if written == 0 && cells == 0 {
            // Empty lines before it are not part of the row.
            let empty = input.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
            self.line = self.lines.after(input.get(..empty).unwrap_or_default()).ended + 1;
        }
        let (text, ends) = (self.text.get_mut(written..), self.ends.get_mut(cells..));
        let (result, read, wrote, ended) =
            self.reader.read_record(input, text.unwrap_or_default(), ends.unwrap_or_default());
        let (written, cells) = (written + wrote, cells + ended);
        self.begun = [written, cells];
        self.lines = self.lines.after(input.get(..read).unwrap_or_default());
        let line = self.line;
        match result {
            ReadRecordResult::Record => {
                self.begun = [0; 2];
                let text = self.text.get(..written).and_then(|text| str::from_utf8(text).ok());
                show(Row { line, text: text.unwrap_or_default(), ends: self.ends.get(..cells).unwrap_or_default() });
            }
            ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => return Err(Broken::TooLong(line)),
        }
        Ok(input.get(read..).unwrap_or_default())
    }
}

/// The separator of a text's cells, by its first rows: the character with which most rows have equally many cells, or else more
/// rows than with any other, and more than one cell in each.
pub fn delimiter(start: &str) -> u8 {
    let start = match start.char_indices().filter(|(_, char)| matches!(char, '\n' | '\r')).nth(60) {
        Some((end, _)) => start.get(..end).unwrap_or_default(),
        None => start,
    };
    let regular = |delimiter: u8| {
        let mut widths = vec![];
        let mut cells = Cells::split_at(delimiter);
        // A row that does not end does not call for another delimiter.
        let _ = cells.take(start, &mut |row| widths.push(row.len()));
        let _ = cells.end(&mut |row| widths.push(row.len()));
        let alike = |width: &usize| widths.iter().filter(|other| *other == width).count();
        let usual = widths.iter().filter(|width| **width > 1).max_by_key(|width| alike(width));
        usual.map_or((false, 0, 0), |width| (alike(width) * 2 > widths.len(), alike(width), *width))
    };
    // The first of equal ones: a comma may be inside numbers, a tab never is.
    let mut best = (b'\t', (false, 1, usize::MAX));
    for delimiter in [b'\t', b';', b',', b'|'] {
        let found = regular(delimiter);
        if found > best.1 {
            best = (delimiter, found);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::{Broken, Cells, delimiter};

    type Rows = Vec<(u32, Vec<String>)>;

    fn rows(text: &str, piece: usize) -> (Rows, Result<(), Broken>) {
        let mut rows = vec![];
        let mut show = |row: super::Row| rows.push((row.line, row.cells().map(str::to_owned).collect()));
        let mut cells = Cells::split_at(delimiter(text));
        let mut result = Ok(());
        let mut at = 0;
        while at < text.len() && result.is_ok() {
            let mut end = (at + piece).min(text.len());
            while !text.is_char_boundary(end) {
                end += 1;
            }
            result = cells.take(&text[at..end], &mut show);
            at = end;
        }
        if result.is_ok() {
            result = cells.end(&mut show);
        }
        (rows, result)
    }

    #[test]
    fn a_text_is_split_alike_in_pieces_of_any_size() {
        let text = "Date,Amount\r\n\r\n\"5 Jan, 2026\",\"1,\n200 \"\"net\"\"\"\n6 Jan,é\n";
        let expected = vec![
            (1, vec!["Date".to_owned(), "Amount".to_owned()]),
            (3, vec!["5 Jan, 2026".to_owned(), "1,\n200 \"net\"".to_owned()]),
            (5, vec!["6 Jan".to_owned(), "é".to_owned()]),
        ];
        for piece in [1, 2, 3, 7, 1_000] {
            assert_eq!(rows(text, piece), (expected.clone(), Ok(())), "{piece}");
            // The ends of lines on Windows, and in old Macintosh programs.
            let lines = text.replace("\r\n", "\n");
            for end in ["\r\n", "\r"] {
                let (found, result) = rows(&lines.replace('\n', end), piece);
                let found = found
                    .into_iter()
                    .map(|(line, row)| (line, row.iter().map(|cell| cell.replace(end, "\n")).collect()));
                assert_eq!((found.collect::<Rows>(), result), (expected.clone(), Ok(())), "{end:?} {piece}");
            }
            // Nothing at the end of the last row.
            assert_eq!(rows(text.trim_end(), piece), (expected.clone(), Ok(())), "{piece}");
        }
    }

    #[test]
    fn what_never_ends_is_found_where_it_begins() {
        assert_eq!(rows("a,b\nc,\"d\ne,f\n", 5).1, Err(Broken::Unclosed(2)));
        assert_eq!(rows("a,b\nc,d\n\"", 5).1, Err(Broken::Unclosed(3)));
        let long = format!("a,b\nc,d\n\"{}", "e,f\n".repeat(20_000));
        assert_eq!(rows(&long, 4_096).1, Err(Broken::TooLong(3)));
        assert_eq!(rows(&format!("a,b\nc,d\ne,f\n{}", "x,".repeat(600)), 100).1, Err(Broken::TooLong(4)));
    }

    #[test]
    fn the_delimiter_is_what_makes_rows_alike() {
        assert_eq!(delimiter("Date;Amount\n5.1.2026;1.200,50\n6.1.2026;80,00\n"), b';');
        assert_eq!(delimiter("Date,Amount\n\"5 Jan, 2026\",\"1,200.50\"\n"), b',');
        assert_eq!(delimiter("5 Jan, 2026\t1,200.50\n6 Jan, 2026\t80\n"), b'\t');
        assert_eq!(delimiter("1,200.50\n80\n75\n"), b'\t');
    }
}
