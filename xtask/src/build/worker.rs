//! What works offline? The list of files that the service worker caches.

use anyhow::{Context, Result, ensure};

use super::files::hash;
use super::publish::Published;
use crate::assets::{Asset, WORKER};

/// Writes into the worker the list of files that it caches, and a hash of them all.
pub fn write_list(assets: &[Asset], site: &mut Published) -> Result<()> {
    let mut kept = vec![];
    let mut list = vec![];
    for asset in assets.iter().filter(|asset| asset.offline) {
        let address = &site.addresses[&*asset.name];
        kept.extend_from_slice(&site.files[address]);
        // The page itself is what its folder answers with.
        list.push(format!("{:?}", if address == "index.html" { "./" } else { address }));
    }
    let worker = site.files.get_mut(WORKER).context("the worker is published")?;
    let mut text = String::from_utf8(worker.clone())?;
    for (place, filling) in [("BUILD", hash(&kept)), ("\"FILES\"", list.join(","))] {
        ensure!(text.contains(place), "{WORKER} has no place for {place}");
        text = text.replace(place, &filling);
    }
    *worker = text.into_bytes();
    Ok(())
}
