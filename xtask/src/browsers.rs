//! Which browsers and drivers are installed, and how are missing ones installed?

use std::path::PathBuf;

use anyhow::Result;

use crate::run::{command, finish, output, say, with_retries};
use crate::{fonts, tools};

const GECKODRIVER: &str = "0.37.1";
const AXE: &str = "4.14.1";

/// The browsers, and everything else that the browser tests need.
pub struct Browsers {
    /// The engines that are installed.
    pub found: Vec<&'static str>,
    /// The ones that are not, and how to get them.
    pub missing: Vec<(&'static str, &'static str)>,
    /// Folders to look for drivers in, before those of the path.
    pub folders: Vec<PathBuf>,
    /// The accessibility checker.
    pub axe: PathBuf,
    /// The fonts that they have.
    pub fonts: PathBuf,
}

impl Browsers {
    /// Runs cargo with the drivers on the path, and the tests' fonts.
    pub fn run(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Result<()> {
        let path = std::env::var("PATH").unwrap_or_default();
        let folders = self.folders.iter().map(|folder| folder.display().to_string());
        let path = folders.chain([path]).collect::<Vec<_>>().join(":");
        let engines = std::env::var("ENGINES").unwrap_or_else(|_| self.found.join(","));
        let mut cargo = command("cargo", arguments);
        cargo.env("PATH", path).env("AXE", &self.axe).env("FONTCONFIG_FILE", &self.fonts).env("ENGINES", engines);
        cargo.envs(variables.iter().copied());
        finish(&mut cargo)
    }
}

struct Engine {
    name: &'static str,
    /// Programs of which one has to be on the path, for each thing needed.
    programs: &'static [&'static [&'static str]],
    debian: &'static [&'static str],
    otherwise: &'static str,
}

const ENGINES: [Engine; 3] = [
    Engine {
        name: "chromium",
        programs: &[&["chromedriver"], &["chromium", "google-chrome", "chrome"]],
        debian: &["chromium", "chromium-driver"],
        otherwise: "install Chromium and the ChromeDriver of the same version, and put both on the path",
    },
    Engine {
        name: "firefox",
        programs: &[&["firefox", "firefox-esr"]],
        debian: &["firefox-esr"],
        otherwise: "install Firefox and put it on the path",
    },
    Engine {
        name: "webkit",
        programs: &[&["WebKitWebDriver"], &["xvfb-run"]],
        debian: &["webkit2gtk-driver", "xvfb", "xauth"],
        otherwise: "install WebKitGTK's driver and Xvfb (webkit2gtk-driver and xvfb on Debian); it is available on Linux only",
    },
];

/// Finds the browsers; installs missing ones on Debian as root.
pub fn find() -> Result<Browsers> {
    let is_there = |program: &&str| output("sh", &["-c", &format!("command -v {program}")]).is_some();
    let has = |engine: &Engine| engine.programs.iter().all(|any| any.iter().any(is_there));
    let lacking: Vec<&str> =
        ENGINES.iter().filter(|engine| !has(engine)).flat_map(|engine| engine.debian).copied().collect();
    let is_root = output("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if !lacking.is_empty() && is_root && is_there(&"apt-get") {
        say(&format!("installing {}", lacking.join(" ")));
        // Packages that are not available are reported below, with the engine they belong to.
        if let Err(error) = with_retries("apt-get", || install(&lacking)) {
            eprintln!("{error:#}");
        }
    }
    let (found, missing): (Vec<&Engine>, Vec<&Engine>) = ENGINES.iter().partition(|engine| has(engine));
    let mut folders = vec![];
    if found.iter().any(|engine| engine.name == "firefox") {
        folders.extend(tools::installed("geckodriver", "geckodriver", GECKODRIVER, &[])?);
    }
    Ok(Browsers {
        found: found.into_iter().map(|engine| engine.name).collect(),
        missing: missing.into_iter().map(|engine| (engine.name, engine.otherwise)).collect(),
        folders,
        axe: tools::npm_package("axe-core", AXE)?.join("axe.min.js"),
        fonts: fonts::configuration()?,
    })
}

/// Installs packages of Debian.
pub fn install(packages: &[&str]) -> Result<()> {
    let apt = |arguments: &[&str]| {
        let mut command = command("apt-get", arguments);
        finish(command.env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update", "-qq"])?;
    apt(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat())
}
