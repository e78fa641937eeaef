//! How are the programs installed in which the calculator is tried for real? Servers and generators come from Debian, the others
//! from npm, pinned; then `tests/browser/src/bin/hosts/` builds a site in each and opens it.

use std::env;

use anyhow::{Result, bail};

use crate::browsers::Browsers;
use crate::run::{output, say, with_retries};
use crate::{browsers, build, ghost, tools};

/// Debian's packages, each with a program or a file that it brings.
const DEBIAN: [(&str, &str); 22] = [
    ("nginx-light", "nginx"),
    // Others bring the program alone.
    ("apache2", "/etc/apache2/mods-enabled"),
    ("caddy", "caddy"),
    ("lighttpd", "lighttpd"),
    ("lighttpd-mod-deflate", "/usr/lib/lighttpd/mod_deflate.so"),
    ("hugo", "hugo"),
    ("jekyll", "jekyll"),
    ("ruby-jekyll-default-layout", "/usr/share/doc/ruby-jekyll-default-layout"),
    ("ruby-jekyll-optional-front-matter", "/usr/share/doc/ruby-jekyll-optional-front-matter"),
    ("ruby-jekyll-readme-index", "/usr/share/doc/ruby-jekyll-readme-index"),
    ("ruby-jekyll-relative-links", "/usr/share/doc/ruby-jekyll-relative-links"),
    ("ruby-jekyll-titles-from-headings", "/usr/share/doc/ruby-jekyll-titles-from-headings"),
    ("mkdocs", "mkdocs"),
    ("mkdocs-material", "/usr/share/doc/mkdocs-material"),
    ("pelican", "pelican"),
    ("wordpress", "/usr/share/wordpress/wp-load.php"),
    ("mariadb-server", "mariadbd"),
    ("wordpress-theme-twentytwentyone", "/usr/share/wordpress/wp-content/themes/twentytwentyone"),
    ("wordpress-theme-twentytwentytwo", "/usr/share/wordpress/wp-content/themes/twentytwentytwo"),
    ("wordpress-theme-twentytwentythree", "/usr/share/wordpress/wp-content/themes/twentytwentythree"),
    ("php-cli", "php"),
    ("php-mysql", "/usr/share/doc/php-mysql"),
];

/// Packages from npm that are small, with which every test runs; esbuild is there for the build.
const SMALL: [(&str, &str); 9] = [
    ("serve", "14.2.7"),
    ("vite", "8.3.8"),
    ("webpack", "5.113.0"),
    ("rollup", "4.68.8"),
    ("@rollup/plugin-node-resolve", "16.0.3"),
    ("parcel", "2.16.4"),
    ("@11ty/eleventy", "3.1.8"),
    ("react-dom", "18.3.1"),
    ("react-dom", "19.3.1"),
];
/// The names of the programs that they are for.
const QUICK: [&str; 8] = ["serve", "Eleventy", "Vite", "webpack", "Rollup", "esbuild", "Parcel", "React"];

/// Packages that are large, or slow. Astro and `SvelteKit` are the newest that run in Node.js 20.
const LARGE: [(&str, &str); 11] = [
    ("superstatic", "10.0.0"),
    ("wrangler", "4.86.0"),
    ("@netlify/headers-parser", "9.0.3"),
    ("astro", "5.9.4"),
    ("next", "15.5.29"),
    ("next", "16.4.6"),
    ("@sveltejs/adapter-static", "3.0.10"),
    ("@docusaurus/preset-classic", "3.10.2"),
    ("@vitejs/plugin-vue", "6.0.11"),
    ("@php-wasm/node", "3.0.54"),
    ("@wp-playground/wordpress-builds", "0.9.19"),
];

/// Tries all of them, or those whose names have one of the words.
pub fn hosts(words: &[&str]) -> Result<()> {
    let browsers = browsers::find()?;
    debian()?;
    build::build()?;
    let mut packages = [&SMALL[..], &LARGE].concat();
    // By far the largest.
    if words.is_empty() || words.iter().any(|word| ghost::GHOST.0.contains(&word.to_lowercase())) {
        ghost::install()?;
        packages.push(ghost::GHOST);
    }
    tried(&browsers, &packages, words)
}

/// Tries the programs that take seconds and need nothing but npm, on the site that is built.
pub fn quick(browsers: &Browsers) -> Result<()> {
    say(&format!("the built page and package with {}", QUICK.join(", ")));
    tried(browsers, &SMALL, &QUICK)
}

fn tried(browsers: &Browsers, packages: &[(&str, &str)], words: &[&str]) -> Result<()> {
    let mut modules = vec![];
    // Others bring an esbuild, too; the first one is taken.
    for (package, version) in [&("esbuild", tools::ESBUILD)].into_iter().chain(packages) {
        let folder = tools::npm_package(package, version)?;
        modules.extend(folder.ancestors().find(|folder| folder.ends_with("node_modules")).map(ToOwned::to_owned));
    }
    let modules = env::join_paths(modules)?;
    let arguments = [&["run", "--quiet", "--package", "browsers", "--bin", "hosts", "--"], words].concat();
    browsers.run(&arguments, &[("HOSTS_NPM", &modules.to_string_lossy())])
}

/// Installs what is missing on Debian as root, and reports what is missing elsewhere.
fn debian() -> Result<()> {
    // Debian's servers are in a folder that is not on everyone's path.
    let is_there = |program: &str| {
        let path = env::var_os("PATH").unwrap_or_default();
        env::split_paths(&path).chain(["/usr/sbin".into()]).any(|folder| folder.join(program).exists())
    };
    let missing: Vec<&str> =
        DEBIAN.iter().filter(|(_, program)| !is_there(program)).map(|(package, _)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let is_root = output("id", &["-u"]).is_some_and(|user| user.trim() == "0");
    if !is_root || !is_there("apt-get") {
        bail!("install these first: {}", missing.join(", "));
    }
    say(&format!("installing {}", missing.join(", ")));
    with_retries("apt-get", || browsers::install(&missing))
}
