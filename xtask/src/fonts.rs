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

/// Installs the fonts and writes a configuration that knows no others, for `FONTCONFIG_FILE`. All three engines find their fonts
/// through fontconfig.
pub fn configuration() -> Result<PathBuf> {
    let mut lines = vec![];
    for (package, version) in PACKAGES {
        let folder = tools::npm_package(package, version)?;
        lines.push(format!("<dir>{}</dir>", escaped(&folder.display().to_string())));
    }
    lines.push(format!("<cachedir>{}</cachedir>", escaped(&cache()?.join("fontconfig").display().to_string())));
    lines.extend(GENERIC.map(|(generic, family)| {
        format!("<alias binding=\"same\"><family>{generic}</family><prefer><family>{family}</family></prefer></alias>")
    }));
    // Every other family that a page asks for.
    lines.push(
        "<match target=\"pattern\"><edit name=\"family\" mode=\"append_last\"><string>Noto Sans</string></edit></match>"
            .to_owned(),
    );
    // Widths as the fonts have them, not fitted to a screen's pixels.
    lines.extend([("antialias", "true"), ("hinting", "false"), ("autohint", "false")].map(|(name, value)| {
        format!("<match target=\"font\"><edit name=\"{name}\" mode=\"assign\"><bool>{value}</bool></edit></match>")
    }));
    let file = root().join("target/fonts.conf");
    std::fs::create_dir_all(root().join("target"))?;
    std::fs::write(&file, format!("<?xml version=\"1.0\"?>\n<fontconfig>\n{}\n</fontconfig>\n", lines.join("\n")))?;
    Ok(file)
}

fn escaped(path: &str) -> String {
    path.replace('&', "&amp;").replace('<', "&lt;")
}
