//! Which browser does a test drive, and how is it started?

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::wait_for;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with its driver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// `WebKitGTK`'s small browser with its driver.
    WebKit,
}

/// A browser under remote control. It ends with its driver when dropped.
pub struct Session {
    /// The connection to the driver.
    pub client: Client,
    driver: Child,
}

impl Engine {
    /// All of them.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// Its name in test names and in the variable `ENGINES`.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The engines named in the variable `ENGINES`, separated by commas; all where it is not set.
    pub fn asked_for() -> Vec<Engine> {
        let named = std::env::var("ENGINES").ok();
        let is_named =
            |engine: &Engine| named.as_ref().is_none_or(|named| named.split(',').any(|name| name == engine.name()));
        Engine::ALL.into_iter().filter(is_named).collect()
    }

    /// Starts its driver and a browser.
    ///
    /// # Errors
    ///
    /// When either cannot be started.
    pub async fn start(self) -> Result<Session> {
        self.start_with(&[]).await
    }

    /// The same with more arguments for the browser.
    ///
    /// # Errors
    ///
    /// When driver or browser cannot be started.
    pub async fn start_with(self, arguments: &[&str]) -> Result<Session> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let home = std::env::temp_dir().join(format!("take-home-{}-{port}", self.name()));
        std::fs::create_dir_all(&home)?;
        let mut driver = self.driver(port);
        // Its own process group, so that the browsers it starts end with it.
        driver.process_group(0).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if self == Engine::Firefox {
            driver.env("HOME", &home);
            // The sandbox reads no fonts but the system's, and the tests bring their own.
            driver.env("MOZ_DISABLE_CONTENT_SANDBOX", "1");
        }
        let driver = driver.spawn().with_context(|| format!("the driver of {} could not be started", self.name()))?;
        let capabilities = self.capabilities(arguments, &home)?;
        let address = format!("http://127.0.0.1:{port}");
        let client = wait_for("the driver", async || {
            let Value::Object(capabilities) = capabilities.clone() else { bail!("capabilities are an object") };
            Ok(ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&address).await?)
        })
        .await;
        match client {
            Ok(client) => Ok(Session { client, driver }),
            Err(error) => {
                end(driver);
                Err(error)
            }
        }
    }

    fn driver(self, port: u16) -> Command {
        let mut command = match self {
            Engine::Chromium => Command::new("chromedriver"),
            Engine::Firefox => Command::new("geckodriver"),
            Engine::WebKit if std::env::var_os("DISPLAY").is_some() => Command::new("WebKitWebDriver"),
            Engine::WebKit => {
                let mut command = Command::new("xvfb-run");
                command.args(["-a", "-s", "-screen 0 1600x2000x24", "WebKitWebDriver"]);
                command
            }
        };
        command.arg(format!("--port={port}"));
        if self == Engine::Firefox {
            command.args(["--websocket-port", "0", "--marionette-port", "0"]);
        }
        // WebKit's sandbox needs rights that a container's root does not have.
        command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        // Before May 2026 it could free compiled Wasm and change it afterwards (its bugs 307669 and 313063), which then fails anywhere.
        command.env("JSC_freeRetiredWasmCode", "0");
        command
    }

    fn capabilities(self, arguments: &[&str], home: &std::path::Path) -> Result<Value> {
        Ok(match self {
            Engine::Chromium => {
                let profile = format!("--user-data-dir={}", home.display());
                // The last ones keep a browser without a network from looking for one.
                let quiet = [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--hide-scrollbars",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    &profile,
                ];
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": { "browser": "ALL" },
                    "goog:chromeOptions": { "args": (with(&quiet, arguments)) },
                })
            }
            Engine::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": (with(&["-headless"], arguments)),
                    "prefs": { "app.update.enabled": false, "network.captive-portal-service.enabled": false },
                },
            }),
            Engine::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": ["--automation"] },
            }),
        })
    }
}

impl Session {
    /// Whether the browser still runs scripts.
    pub async fn is_alive(&self) -> bool {
        self.client.execute("return 1", vec![]).await.is_ok()
    }
}

fn with<'a>(own: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [own, more].concat()
}

fn mini_browser() -> Result<PathBuf> {
    let folders = ["/usr/lib", "/usr/libexec", "/usr/local/libexec"].into_iter().flat_map(|base| {
        let below =
            |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let first: Vec<PathBuf> = below(base.into()).collect();
        let second: Vec<PathBuf> = first.iter().cloned().flat_map(below).collect();
        [first, second].concat()
    });
    let mut found: Vec<PathBuf> = folders
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")))
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|browser| browser.exists())
        .collect();
    found.sort();
    found.pop().context("WebKit's MiniBrowser is not installed")
}

impl Drop for Session {
    fn drop(&mut self) {
        kill_group(&self.driver);
        let _ = self.driver.wait();
    }
}

fn end(mut driver: Child) {
    kill_group(&driver);
    let _ = driver.wait();
}

fn kill_group(driver: &Child) {
    let _ = Command::new("kill").args(["-TERM", "--", &format!("-{}", driver.id())]).stderr(Stdio::null()).status();
}
