//! How small does a file get for its download?

use std::io::Read;
use std::num::NonZeroU64;

use anyhow::Result;
use rayon::prelude::*;

use super::files::Files;

/// Each file as `.br` and as `.gz`, where that is smaller.
pub fn compressed(files: &Files) -> Result<Files> {
    let both = |(name, bytes): (&String, &Vec<u8>)| {
        let packed = [(format!("{name}.br"), brotli(bytes)?), (format!("{name}.gz"), gzip(bytes)?)];
        Ok(packed.into_iter().filter(|(_, packed)| packed.len() < bytes.len()).collect())
    };
    let packed: Vec<Vec<_>> = files.par_iter().map(both).collect::<Result<_>>()?;
    Ok(packed.into_iter().flatten().collect())
}

/// Compresses as much as brotli can.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = vec![];
    brotli::CompressorReader::new(bytes, 1 << 16, 11, 22).read_to_end(&mut packed)?;
    Ok(packed)
}

/// The number of times that zopfli looks for a smaller file: after that, less than a ten-thousandth is left to gain.
pub const ROUNDS: u8 = 5;

/// Compresses as much as gzip can in a second or two.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = vec![];
    let options =
        zopfli::Options { iteration_count: const { NonZeroU64::new(ROUNDS as u64).unwrap() }, ..Default::default() };
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
}
