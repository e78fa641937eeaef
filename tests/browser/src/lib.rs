//! How do tests drive real browsers? Their drivers, a server for the built page, and the page as a person sees it.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

mod driver;
mod engine;
mod faults;
mod page;
mod server;

pub use engine::{Engine, Session};
pub use page::Page;
pub use server::{Server, dist};

/// A separate, empty folder for the files that a test writes.
///
/// # Errors
///
/// When it cannot be made.
pub fn scratch() -> std::io::Result<PathBuf> {
    static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let count = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("take-home-{}-{count}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Copies a folder with everything in it.
///
/// # Errors
///
/// When something in it cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from).with_context(|| from.display().to_string())? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if path.is_dir() { copy(&path, &to.join(name))? } else { std::fs::copy(&path, to.join(name)).map(drop)? }
    }
    Ok(())
}

/// Waits for what `look` finds, for at most a minute: a busy machine is slow. Nothing sleeps for a fixed time.
///
/// # Errors
///
/// When it is not found in time, with what was seen last.
pub async fn wait_for<T, F: Future<Output = anyhow::Result<T>>>(
    what: &str,
    mut look: impl FnMut() -> F,
) -> anyhow::Result<T> {
    let deadline = std::time::Instant::now() + std::time::Duration::from_mins(1);
    loop {
        match look().await {
            Ok(found) => return Ok(found),
            Err(error) if std::time::Instant::now() > deadline => {
                return Err(error.context(format!("waited for {what}")));
            }
            Err(_) => tokio::time::sleep(std::time::Duration::from_millis(20)).await,
        }
    }
}
