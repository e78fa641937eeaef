//! Which files of the previous build stay? A page that a reader has open, or a cache, may still ask for one of them.
//! `cargo xtask build keep` leaves those with a hash in `dist/` for one more build; `_headers` records which build a file is from.

use std::fs;
use std::path::Path;

use super::files::Files;
use super::hosting::HEADERS;

/// The comment between the files of a build and those that it keeps.
const BEFORE: &str = "# Files of the build before\n";

/// The names in a list of headers: those of its build, and those that it has kept.
fn names(list: &str) -> [Vec<&str>; 2] {
    let (own, kept) = list.split_once(BEFORE).unwrap_or((list, ""));
    [own, kept].map(|list| list.lines().filter_map(|line| line.strip_prefix('/')).collect())
}

/// Whether a file never changes: its name has a hash of its content.
fn is_immutable(name: &str) -> bool {
    let parts: Vec<&str> = name.rsplitn(3, '.').collect();
    matches!(parts[..], [_, hash, _] if hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The names that stay, by the list of the previous build. The same build made again keeps what it kept.
fn kept<'a>(before: &'a str, now: &Files) -> Vec<&'a str> {
    let [own, older] = names(before);
    let of_before: Vec<&str> = own.into_iter().filter(|name| is_immutable(name)).collect();
    let gone: Vec<&str> = of_before.into_iter().filter(|name| !now.contains_key(*name)).collect();
    let stays = if gone.is_empty() { older } else { gone };
    stays.into_iter().filter(|name| !now.contains_key(*name)).collect()
}

/// The rules of a list for these names.
fn rules(list: &str, names: &[&str]) -> String {
    let mut is_kept = false;
    let lines = list.split_inclusive('\n').filter(|line| {
        if let Some(name) = line.strip_prefix('/') {
            is_kept = names.contains(&name.trim_end());
        }
        is_kept && !line.starts_with('#')
    });
    lines.collect()
}

/// Adds the files that stay of the build in a folder to those that are written there next.
pub fn add(folder: &Path, files: &mut Files) {
    let Ok(before) = fs::read_to_string(folder.join(HEADERS)) else { return };
    let names = kept(&before, files);
    for name in &names {
        for file in [(*name).to_owned(), format!("{name}.br"), format!("{name}.gz")] {
            if let Ok(bytes) = fs::read(folder.join(&file)) {
                files.insert(file, bytes);
            }
        }
    }
    if !names.is_empty() {
        let rules = rules(&before, &names);
        let list = files.entry(HEADERS.to_owned()).or_default();
        list.extend([BEFORE.as_bytes(), rules.as_bytes()].concat());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(folder: &Path, hashed: &[&str]) -> Vec<String> {
        let mut files = Files::new();
        let mut list = "/index.html\n  Cache-Control: no-cache\n".to_owned();
        files.insert("index.html".to_owned(), vec![]);
        for name in hashed {
            list += &["/", *name, "\n  Cache-Control: immutable\n"].concat();
            files.insert((*name).to_owned(), name.as_bytes().to_vec());
            files.insert(format!("{name}.br"), b"packed".to_vec());
        }
        files.insert(HEADERS.to_owned(), list.into_bytes());
        add(folder, &mut files);
        crate::build::files::write(&files, folder).unwrap();
        let mut names: Vec<String> = files.into_keys().filter(|name| is_immutable(name)).collect();
        names.sort();
        names
    }

    #[test]
    fn one_build_before_stays() {
        let folder = std::env::temp_dir().join(format!("take-home-keep-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let [a, b, c] = ["v1/app.aaaaaaaa.js", "v1/app.bbbbbbbb.js", "v1/app.cccccccc.js"];
        let same = "v1/same.00000000.css";
        fs::create_dir_all(&folder).unwrap();
        assert_eq!(build(&folder, &[a, same]), [a, same]);
        assert_eq!(build(&folder, &[b, same]), [a, b, same]);
        // Once more, without a change.
        assert_eq!(build(&folder, &[b, same]), [a, b, same]);
        assert_eq!(build(&folder, &[c, same]), [b, c, same]);
        // Back to an older one.
        assert_eq!(build(&folder, &[b, same]), [b, c, same]);
        let list = fs::read_to_string(folder.join(HEADERS)).unwrap();
        let expected = "/index.html\n  Cache-Control: no-cache\n/v1/app.bbbbbbbb.js\n  Cache-Control: immutable\n\
                        /v1/same.00000000.css\n  Cache-Control: immutable\n# Files of the build before\n\
                        /v1/app.cccccccc.js\n  Cache-Control: immutable\n";
        assert_eq!(list, expected);
        assert!(folder.join("v1/app.cccccccc.js.br").exists() && !folder.join(a).exists());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn only_what_has_a_hash_never_changes() {
        assert!(is_immutable("v1/take-home.b0d20472.css") && is_immutable("embed/v1/frame.cebefacd.js"));
        for name in ["v1/take-home.js", "index.html", "", "v1/resize.js", "v1/take-home.b0d20472.css.br"] {
            assert!(!is_immutable(name), "{name}");
        }
    }
}
