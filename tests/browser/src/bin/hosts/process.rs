//! How are the programs of others run? To their end, or as servers that end with the test.

use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use browsers::wait_for;

/// A server, which ends when dropped, with everything that it has started.
pub struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

/// A port that nobody uses.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Starts a server and waits until it answers at the port.
pub async fn serve(command: &mut Command, port: u16) -> Result<Running> {
    let name = command.get_program().display().to_string();
    let log = std::env::temp_dir().join(format!("take-home-host-{port}.log"));
    let output = std::fs::File::create(&log)?;
    command.process_group(0).stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
    let running = Running(command.spawn().with_context(|| format!("{name} could not be started"))?);
    let answered = wait_for(&name, async || Ok(TcpStream::connect(("127.0.0.1", port)).map(drop)?)).await;
    answered.with_context(|| std::fs::read_to_string(&log).unwrap_or_default())?;
    Ok(running)
}

/// Runs a program to its end; fails with what it says if it fails.
pub fn run(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{} could not be started", command.get_program().display()))?;
    let said = [output.stdout.as_slice(), &output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    if output.status.success() { Ok(said) } else { bail!("{command:?} ended with {}: {said}", output.status) }
}
