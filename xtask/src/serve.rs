//! How is the site viewed during development? It is built, served on this machine, and rebuilt when a source changes.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use notify::{RecursiveMode, Watcher};

use crate::build;
use crate::run::{root, say};
use crate::tools;

/// The port of the site unless another one is asked for; where this one is taken, any free one.
const PORT: u16 = 8080;

/// The time without changes before a build begins: programs write several files at once.
const PAUSE: Duration = Duration::from_millis(100);

/// Builds, serves, and rebuilds until the process ends.
pub fn serve(arguments: &[&str]) -> Result<()> {
    let port = match arguments {
        [] => free_port()?,
        ["--port", port] => port.parse().with_context(|| format!("{port:?} is not a port"))?,
        _ => bail!("serve takes nothing but --port and a number"),
    };
    let (events, changes) = channel();
    let sources = sources()?;
    let paths = sources.clone();
    let is_source = move |path: &PathBuf| paths.iter().any(|source| path.starts_with(source));
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !event.kind.is_access() && event.paths.iter().any(&is_source)) {
            // Nobody listens when the process ends.
            let _ = events.send(());
        }
    })?;
    watch(&mut watcher, &sources)?;
    build::for_serving()?;
    let mut server = start(port)?;
    println!("http://127.0.0.1:{port}/   (ctrl-c ends it)");
    loop {
        wait(&changes, &mut server)?;
        match build::for_serving() {
            Ok(()) => say("built anew: load the page again"),
            Err(error) => eprintln!("error: {error:#}"),
        }
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", PORT)).or_else(|_| TcpListener::bind(("127.0.0.1", 0)))?;
    Ok(listener.local_addr()?.port())
}

/// The files and folders that the site is made of: Trunk.toml lists them, since Trunk watches them as well.
fn sources() -> Result<Vec<PathBuf>> {
    let text = std::fs::read_to_string(root().join("Trunk.toml"))?;
    let list =
        text.lines().find_map(|line| line.strip_prefix("watch = ")).context("Trunk.toml has a line `watch = `")?;
    let names: Vec<String> = serde_json::from_str(list).context("the list of sources in Trunk.toml")?;
    Ok(names.iter().map(|name| root().join(name)).collect())
}

/// Watches the folders, and the files by way of the folder that they are in: editors put new files in place of old ones.
fn watch(watcher: &mut impl Watcher, sources: &[PathBuf]) -> Result<()> {
    watcher.watch(&root(), RecursiveMode::NonRecursive)?;
    for folder in sources.iter().filter(|source| source.is_dir()) {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(())
}

/// Waits for a change, and until no more come.
fn wait(changes: &Receiver<()>, server: &mut Child) -> Result<()> {
    while changes.recv_timeout(Duration::from_secs(1)).is_err() {
        if let Some(status) = server.try_wait()? {
            bail!("the server has ended: {status}");
        }
    }
    while changes.recv_timeout(PAUSE).is_ok() {}
    Ok(())
}

/// esbuild's server: it is there for the build, knows the types of all files, and lets browsers keep nothing.
fn start(port: u16) -> Result<Child> {
    let mut server = Command::new(tools::esbuild()?);
    server.arg(format!("--servedir={}", build::dist().display())).arg(format!("--serve=127.0.0.1:{port}"));
    // It ends when this process does, and its standard input with that.
    server.arg("--log-level=warning").stdin(Stdio::piped()).spawn().context("esbuild's server could not be started")
}
