//! Building `dist/`.

use anyhow::Result;

use crate::run::{command, finish, root, say};
use crate::{hosting, sizes, tools};

/// The release in `dist/`, with what a host needs, and what each file weighs.
pub fn build() -> Result<()> {
    trunk(&["build", "--release"])?;
    hosting::write(&root().join("dist"))?;
    sizes::print()
}

/// Builds, serves, and rebuilds on changes.
pub fn serve(rest: &[&str]) -> Result<()> {
    say("the address follows when the first build is done; ctrl-c ends it");
    trunk(&[&["serve", "--release"], rest].concat())
}

/// A release in `dist/` that knows only the platforms which the example needs, to be weighed. `build.rs` is told so.
pub fn with_few_platforms(files: &str) -> Result<()> {
    trunk_with(&["build", "--release"], &[("CATALOGUE_ONLY", files)])
}

fn trunk(arguments: &[&str]) -> Result<()> {
    trunk_with(arguments, &[])
}

fn trunk_with(arguments: &[&str], env: &[(&str, &str)]) -> Result<()> {
    let path = tools::path_for_builds()?;
    say(&format!("trunk {}", arguments.join(" ")));
    let arguments = [arguments, &["--offline", "--skip-version-check"]].concat();
    // Trunk reads NO_COLOR as a flag and accepts only true or false.
    finish(command("trunk", &arguments).env("PATH", path).envs(env.iter().copied()).env_remove("NO_COLOR"))
}
