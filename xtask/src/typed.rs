//! Do the package's types hold? TypeScript compares them with what the engine gives, uses the element as frameworks do, and checks
//! the manifest by the types of its schema.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::build::package;
use crate::run::{command, copy_folder, finish, output, root, say, scratch};
use crate::scripts::TYPESCRIPT;
use crate::tools;

/// Packages that have types of frameworks, and of the manifest.
const PACKAGES: [(&str, &str); 5] = [
    ("@types/react", "19.3.0"),
    ("preact", "11.2.0"),
    ("vue", "3.5.45"),
    ("svelte", "5.57.3"),
    ("custom-elements-manifest", "2.1.0"),
];

/// Code as people write it, which has to be right, and mistakes, which have to be found.
const USES: [(&str, &str); 5] = [
    (
        "element.ts",
        "import \"take-home\";\nimport type { Comparison } from \"take-home\";\n\
         const element = document.createElement(\"take-home\");\nelement.gigPrice = 250;\nelement.sameTotal = true;\nelement.gigs = null;\n\
         element.view = \"compact\";\nelement.addEventListener(\"change\", ({ detail }) => {\n  const left: string = detail.gigs.takeHome;\n\
         \x20 console.log(left, detail.costs?.contract.hourlyPay ?? \"\");\n});\nelement.addEventListener(\"error\", ({ message }) => console.log(message));\n\
         element.addEventListener(\"click\", ({ clientX }) => console.log(clientX));\nconst result: Comparison | null = element.comparison;\n\
         console.log(result?.matchingGigPrice?.length, element.link?.length);\n\
         // @ts-expect-error\nelement.sameTotal = 3;\n// @ts-expect-error\nelement.comparison = null;\n// @ts-expect-error\nconsole.log(result?.gigs.takehome);\n",
    ),
    (
        "react.tsx",
        "/** @jsxImportSource react */\nimport type {} from \"take-home/react\";\n\
         export const one = <take-home gigs={12} gig-price=\"250\" sameTotal className=\"a\" onchange={({ detail }) => console.log(detail.difference)}>Text</take-home>;\n\
         // @ts-expect-error\nexport const two = <take-home gig-prize={3} sameTotal={3} />;\n",
    ),
    (
        "preact.tsx",
        "/** @jsxImportSource preact */\nimport type {} from \"take-home/preact\";\n\
         export const one = <take-home gigs={12} gig-price=\"250\" sameTotal class=\"a\" onready={({ detail }) => console.log(detail.difference)}>Text</take-home>;\n\
         // @ts-expect-error\nexport const two = <take-home sameTotal={3} />;\n",
    ),
    (
        "vue.ts",
        "import type { GlobalComponents } from \"vue\";\nimport type {} from \"take-home/vue\";\n\
         type Props = InstanceType<GlobalComponents[\"take-home\"]>[\"$props\"];\nexport const one: Props = { gigs: 12, \"gig-price\": \"250\", sameTotal: true };\n\
         // @ts-expect-error\nexport const two: Props = { sameTotal: 3 };\n",
    ),
    (
        "svelte.ts",
        "import type { SvelteHTMLElements } from \"svelte/elements\";\nimport type {} from \"take-home/svelte\";\n\
         type Props = SvelteHTMLElements[\"take-home\"];\nexport const one: Props = { gigs: 12, \"gig-price\": \"250\", \"on:change\": ({ detail }) => console.log(detail.ahead) };\n\
         // @ts-expect-error\nexport const two: Props = { sameTotal: 3 };\n",
    ),
];

/// Checks the package that the build has written.
pub fn check() -> Result<()> {
    say("types of the package");
    let folder = scratch("types")?;
    let modules = folder.join("node_modules");
    copy_folder(&package::folder(), &modules.join("take-home"))?;
    for (name, version) in PACKAGES {
        link(&tools::npm_package(name, version)?, &modules.join(name))?;
    }
    // React's types need these.
    let react = tools::npm_package(PACKAGES[0].0, PACKAGES[0].1)?;
    link(&react.join("../../csstype"), &modules.join("csstype"))?;
    for (name, text) in USES {
        fs::write(folder.join(name), text)?;
    }
    fs::write(folder.join("comparisons.ts"), comparisons()?)?;
    let manifest = fs::read_to_string(package::folder().join("custom-elements.json"))?;
    let schema = "import type { Package } from \"custom-elements-manifest/schema\";\n\n";
    fs::write(folder.join("manifest.ts"), format!("{schema}export const manifest: Package = {manifest};\n"))?;
    let options = "{ \"compilerOptions\": { \"strict\": true, \"noEmit\": true, \"target\": \"es2023\", \"module\": \"esnext\", \
                   \"moduleResolution\": \"bundler\", \"jsx\": \"react-jsx\", \"types\": [], \"lib\": [\"es2023\", \"dom\", \"dom.iterable\"] },\n\
                   \"include\": [\"*.ts\", \"*.tsx\"] }\n";
    fs::write(folder.join("tsconfig.json"), options)?;
    let compiler = tools::npm_package("typescript", TYPESCRIPT)?.join("bin/tsc").display().to_string();
    finish(command("node", &[&compiler, "--project", "."]).current_dir(&folder))?;
    // The import does nothing outside a browser.
    let import = "await import(\"take-home\"); if (globalThis.customElements) process.exit(1)";
    finish(command("node", &["--input-type=module", "--eval", import]).current_dir(&folder))
}

/// The engine's results, as values of the types; and no type has a key that no value has.
fn comparisons() -> Result<String> {
    let made = output("cargo", &["run", "--quiet", "--bin", "facts", "--", "comparisons"]);
    let made = made.context("the comparisons could not be printed; `cargo build` says why")?;
    let path = "web/package/comparison.d.ts";
    let types = fs::read_to_string(root().join(path)).context(path)?;
    let keys = types.split(['\n', ';', '{']).filter_map(|line| {
        let key = line.trim().split_once(':')?.0.trim_end_matches('?');
        key.chars().all(|char| char.is_ascii_alphanumeric()).then_some(key)
    });
    for key in keys {
        ensure!(made.contains(&format!("\"{key}\":")), "{path}: no comparison has the key {key}");
    }
    let mut text = "import type { Comparison, Extras } from \"take-home\";\n\n".to_owned();
    for (kind, line) in ["Comparison", "Extras"].into_iter().cycle().zip(made.lines()) {
        text = text + "(" + line + ") satisfies " + kind + ";\n";
    }
    Ok(text)
}

/// A folder under another name.
fn link(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    #[cfg(unix)]
    std::os::unix::fs::symlink(from, to).with_context(|| to.display().to_string())?;
    #[cfg(not(unix))]
    std::os::windows::fs::symlink_dir(from, to).with_context(|| to.display().to_string())?;
    Ok(())
}
