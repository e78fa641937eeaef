//! Where do programs with a database keep what authors write? In `MariaDB`, which ends with the check.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process::{Running, free_port, run, serve};

/// A database of that name, for a user of that name with the password `x`, at a port of this machine.
pub async fn database(folder: &Path, name: &str) -> Result<(Running, u16)> {
    let (data, port) = (folder.join("data"), free_port()?);
    let data_option = format!("--datadir={}", data.display());
    run(Command::new("mariadb-install-db").args([
        "--no-defaults",
        &data_option,
        "--auth-root-authentication-method=normal",
        "--skip-test-db",
    ]))?;
    let mut server = Command::new("mariadbd");
    server.args(["--no-defaults", &data_option, "--user=root", "--bind-address=127.0.0.1", &format!("--port={port}")]);
    server.arg(format!("--socket={}", folder.join("socket").display()));
    let running = serve(&mut server, port).await?;
    let users = ["127.0.0.1", "localhost"]
        .map(|host| format!("CREATE USER {name}@{host} IDENTIFIED BY 'x'; GRANT ALL ON {name}.* TO {name}@{host}; "));
    let query = format!("CREATE DATABASE {name}; {}", users.concat());
    let socket = format!("--socket={}", folder.join("socket").display());
    run(Command::new("mariadb").args(["--no-defaults", &socket, "-u", "root", "-e", &query]))?;
    Ok((running, port))
}
