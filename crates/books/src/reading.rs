//! How does a file become a statement? Its text arrives in pieces; the beginning shows how it is laid out.

use crate::cells::{Broken, Cells, delimiter};
use crate::layout::{Head, Sample};
use crate::rows::{Rows, clean};
use crate::statement::{Settings, Statement, Usual};

/// The number of bytes that have to be there before the layout is looked for.
const BEGINNING: usize = 32 * 1_024;

/// The number of rows of the beginning that are examined.
const SAMPLES: usize = 200;

/// A file that is being read.
pub struct Reading {
    settings: Settings,
    usual: Usual,
    /// The text that has arrived before the layout is known.
    beginning: String,
    running: Option<(Cells, Rows)>,
    broken: Option<Broken>,
}

impl Reading {
    /// Starts a file of which nothing has arrived yet.
    pub fn new(settings: Settings, usual: Usual) -> Reading {
        Reading { settings, usual, beginning: String::new(), running: None, broken: None }
    }

    /// Takes the next piece of the text. Returns whether it makes sense to read on.
    pub fn take(&mut self, piece: &str) -> bool {
        if self.running.is_some() {
            self.split(piece);
        } else {
            self.beginning.push_str(piece);
            if self.beginning.len() >= BEGINNING {
                self.begin();
            }
        }
        self.broken.is_none()
    }

    /// Finds the layout, and reads the text that has arrived.
    fn begin(&mut self) {
        let beginning = std::mem::take(&mut self.beginning);
        let delimiter = delimiter(&beginning);
        let mut samples: Vec<Sample> = vec![];
        let mut cells = Cells::split_at(delimiter);
        // The last row may not be whole, and what is broken is found again.
        let _ = cells.take(&beginning, &mut |row| {
            if samples.len() < SAMPLES && !row.is_empty() {
                samples.push((row.line, row.cells().map(clean).collect()));
            }
        });
        if samples.is_empty() {
            let _ = cells.end(&mut |row| samples.push((row.line, row.cells().map(clean).collect())));
        }
        let mut head = Head::of(&samples, self.usual.mark);
        if let Some(columns) = self.settings.columns {
            head = head.with_columns(columns);
        }
        head.mark = self.settings.mark.unwrap_or(head.mark);
        let rows = Rows::of(head, self.settings, self.usual);
        self.running = Some((Cells::split_at(delimiter), rows));
        self.split(&beginning);
    }

    fn split(&mut self, piece: &str) {
        if let Some((cells, rows)) = &mut self.running
            && self.broken.is_none()
        {
            self.broken = cells.take(piece, &mut |row| rows.add(row)).err();
        }
    }

    /// Ends the text.
    ///
    /// # Panics
    ///
    /// Never: reading begins here if it has not begun.
    pub fn end(mut self) -> Statement {
        if self.running.is_none() {
            // A last line need not end.
            self.beginning.push('\n');
            self.begin();
        }
        let Some((cells, mut rows)) = self.running else { panic!("it has begun") };
        let broken = self.broken.or_else(|| cells.end(&mut |row| rows.add(row)).err());
        rows.statement(broken)
    }
}
