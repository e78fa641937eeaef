//! Which fonts do the browsers of the tests have? The same ones on every machine, whatever is installed there.

use std::path::PathBuf;

use anyhow::Result;

use crate::run::{cache, root};
use crate::tools;

/// Packages of TrueType fonts, and their versions.
const PACKAGES: [(&str, &str); 2] = [
    // An ordinary face, in which most tests run. SIL Open Font License.
    ("@expo-google-fonts/noto-sans", "0.4.2"),
    // A face as wide as Verdana, and those for serif and monospace. Bitstream Vera licence.
    ("dejavu-fonts-ttf", "2.37.3"),
];

/// Families by their generic names.
const GENERIC: [(&str, &str); 4] = [
    ("sans-serif", "Noto Sans"),
    ("system-ui", "Noto Sans"),
    ("serif", "DejaVu Serif"),
    ("monospace", "DejaVu Sans Mono"),
];

/// Installs the fonts and writes a configuration that knows no others: what `FONTCONFIG_FILE` names. All three engines
/// find their fonts through fontconfig.
pub fn configuration() -> Result<PathBuf> {
    let mut lines = String::new();
    for (package, version) in PACKAGES {
        let folder = tools::npm_package(package, version)?;
        lines += &format!("<dir>{}</dir>\n", escaped(&folder.display().to_string()));
    }
    lines += &format!("<cachedir>{}</cachedir>\n", escaped(&cache()?.join("fontconfig").display().to_string()));
    for (generic, family) in GENERIC {
        lines += &format!(
            "<alias binding=\"same\"><family>{generic}</family><prefer><family>{family}</family></prefer></alias>\n"
        );
    }
    // Every other family that a page asks for.
    lines += "<match target=\"pattern\"><edit name=\"family\" mode=\"append_last\"><string>Noto Sans</string></edit></match>\n";
    // Widths as the fonts have them, not fitted to a screen's pixels.
    for (name, value) in [("antialias", "true"), ("hinting", "false"), ("autohint", "false")] {
        lines += &format!(
            "<match target=\"font\"><edit name=\"{name}\" mode=\"assign\"><bool>{value}</bool></edit></match>\n"
        );
    }
    let file = root().join("target/fonts.conf");
    std::fs::create_dir_all(root().join("target"))?;
    std::fs::write(&file, format!("<?xml version=\"1.0\"?>\n<fontconfig>\n{lines}</fontconfig>\n"))?;
    Ok(file)
}

fn escaped(path: &str) -> String {
    path.replace('&', "&amp;").replace('<', "&lt;")
}
