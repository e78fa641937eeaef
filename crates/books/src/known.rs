//! Which names have been seen before, and what comes first? One map and one order serve everything: each additional map or sort
//! would add to the download.

use std::collections::BTreeMap;

use engine::scenario::small;

/// A number for each key, in the order in which the keys are first seen.
#[derive(Default)]
pub struct Known(BTreeMap<[u64; 2], u32>);

impl Known {
    /// The number of a key, which is `next` if the key is new.
    pub fn number(&mut self, key: [u64; 2], next: usize) -> usize {
        let next = u32::try_from(next).unwrap_or(u32::MAX);
        *self.0.entry(key).or_insert(next) as usize
    }

    /// The number of a key, if it has been seen.
    pub fn get(&self, key: [u64; 2]) -> Option<usize> {
        self.0.get(&key).map(|number| *number as usize)
    }

    /// The same as [`Known::number`] for a text, in which the case of Latin and Cyrillic letters does not matter.
    pub fn text(&mut self, text: &str, next: usize) -> usize {
        self.number(key(text), next)
    }
}

/// A text as a key: FNV-1a of its small letters, and its length.
pub fn key(text: &str) -> [u64; 2] {
    let step = |hash: u64, char: char| (hash ^ u64::from(small(char))).wrapping_mul(0x0100_0000_01b3);
    [text.chars().fold(0xcbf2_9ce4_8422_2325, step), u64::try_from(text.len()).unwrap_or(u64::MAX)]
}

/// The positions of items in the order of their keys; equal ones keep their order.
pub fn in_order(keys: &mut dyn Iterator<Item = i64>) -> Vec<usize> {
    // A map, as for names: code that sorts would be another kilobyte.
    let mut order = BTreeMap::new();
    for (at, key) in keys.enumerate() {
        let rank = key.cast_unsigned() ^ (1 << 63);
        order.insert([rank, u64::try_from(at).unwrap_or(u64::MAX)], u32::try_from(at).unwrap_or(u32::MAX));
    }
    order.into_values().map(|at| at as usize).collect()
}

/// A text with one space between words, in which characters that `kept` does not keep are spaces.
pub fn spaced(text: &str, kept: &dyn Fn(char) -> Option<char>) -> String {
    let mut spaced = String::with_capacity(text.len());
    for char in text.chars().map(|char| kept(char).unwrap_or(' ')) {
        if char != ' ' || !spaced.is_empty() && !spaced.ends_with(' ') {
            spaced.push(char);
        }
    }
    spaced.truncate(spaced.trim_end_matches(' ').len());
    spaced
}

/// An item of a list, which grows up to that item if it has to.
pub fn place<Item: Clone + Default>(list: &mut Vec<Item>, at: usize) -> &mut Item {
    if list.len() <= at {
        list.resize(at + 1, Item::default());
    }
    &mut list[at]
}
