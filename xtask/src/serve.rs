//! How is the site looked at while it is worked on? It is built, served on this machine, and built anew when a source changes.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use notify::{RecursiveMode, Watcher};

use crate::build;
use crate::run::{root, say};
use crate::tools;

/// Where the site is served unless another port is asked for; where this one is taken, on any free one.
const PORT: u16 = 8080;

/// What is not a source.
const IGNORED: [&str; 5] = [".git", "dist", "docs", "screenshots", "target"];

/// How long no file has to change before a build begins: programs write several files at once.
const PAUSE: Duration = Duration::from_millis(100);

/// Builds, serves, and builds anew until the process is ended.
pub fn serve(arguments: &[&str]) -> Result<()> {
    let port = match arguments {
        [] => free_port()?,
        ["--port", port] => port.parse().with_context(|| format!("{port:?} is no port"))?,
        _ => bail!("serve takes nothing but --port and a number"),
    };
    let (events, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| is_change(&event)) {
            // Nobody listens when the process ends.
            let _ = events.send(());
        }
    })?;
    watch(&mut watcher)?;
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

/// Watches each folder of sources, and the files at the top.
fn watch(watcher: &mut impl Watcher) -> Result<()> {
    watcher.watch(&root(), RecursiveMode::NonRecursive)?;
    for entry in std::fs::read_dir(root())? {
        let path = entry?.path();
        if path.is_dir() && !IGNORED.iter().any(|name| path.ends_with(name)) {
            watcher.watch(&path, RecursiveMode::Recursive)?;
        }
    }
    Ok(())
}

fn is_change(event: &notify::Event) -> bool {
    let is_source = |path: &Path| {
        let name = path.strip_prefix(root()).ok().and_then(|path| path.iter().next());
        name.is_some_and(|name| !IGNORED.iter().any(|ignored| name == *ignored))
    };
    !event.kind.is_access() && event.paths.iter().any(|path| is_source(path))
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
