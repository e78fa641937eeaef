//! Do any files import each other in a circle? Within a crate, files have an order: each uses only those before it. A re-export (`pub use`)
//! counts as an import only if the file uses the name itself, and methods that a type has in other files do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, File, ItemFn, ItemMod, ItemUse, UseTree, Visibility};

/// Where the sources of each crate are.
const CRATES: [&str; 6] =
    ["crates/fees/src", "crates/engine/src", "crates/books/src", "crates/words/src", "src", "xtask/src"];

/// Modules from the crate's root on, or names in one.
type Names = Vec<String>;

/// The modules of a crate that are files, and what each of them mentions.
#[derive(Default)]
struct Sources {
    mentioned: BTreeMap<Names, Vec<Names>>,
    /// What a module passes on, by its name there; as a star if it is everything.
    passed_on: BTreeMap<(Names, String), Names>,
}

impl Sources {
    fn of(folder: &Path) -> Sources {
        let mut files = vec![];
        rust_files(folder, &mut files);
        let mut sources = Sources::default();
        let modules: Vec<(Names, File)> = files
            .iter()
            .map(|path| {
                let name = path.strip_prefix(folder).unwrap().with_extension("");
                let names: Names = name.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
                let is_root = names == ["lib"] || names == ["main"];
                let source = syn::parse_file(&fs::read_to_string(path).unwrap());
                (
                    if is_root { vec![] } else { names },
                    source.unwrap_or_else(|error| panic!("{}: {error}", path.display())),
                )
            })
            .collect();
        let known: BTreeSet<Names> = modules.iter().map(|(names, _)| names.clone()).collect();
        for (names, file) in &modules {
            let mut found =
                Found { at: names, known: &known, mentioned: vec![], names: BTreeSet::new(), passed_on: vec![] };
            found.visit_file(file);
            // What it passes on and uses itself, it imports, too.
            let used =
                found.passed_on.iter().filter(|(name, _)| found.names.contains(name)).map(|(_, path)| path.clone());
            found.mentioned.extend(used.collect::<Vec<_>>());
            sources.mentioned.insert(names.clone(), found.mentioned);
            let passed_on = found.passed_on.into_iter().map(|(name, path)| ((names.clone(), name), path));
            sources.passed_on.extend(passed_on);
        }
        sources
    }

    /// The file in which something is written that is mentioned by this path.
    fn file_of(&self, path: &[String]) -> Names {
        let depth = (0..=path.len()).rev().find(|depth| self.mentioned.contains_key(&path[..*depth])).unwrap();
        let (module, rest) = path.split_at(depth);
        let passed_on = rest.first().and_then(|name| self.passed_on.get(&(module.to_vec(), name.clone())));
        match passed_on {
            Some(from) => self.file_of(&[from, &rest[1..]].concat()),
            None => module.to_vec(),
        }
    }

    /// For each file those that it needs.
    fn needs(&self) -> BTreeMap<&Names, BTreeSet<Names>> {
        let needed = |names: &Names, paths: &[Names]| {
            paths.iter().map(|path| self.file_of(path)).filter(|file| file != names).collect()
        };
        self.mentioned.iter().map(|(names, paths)| (names, needed(names, paths))).collect()
    }
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("bin") {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

/// The names from its own crate that one file uses, apart from its tests.
struct Found<'a> {
    at: &'a Names,
    known: &'a BTreeSet<Names>,
    mentioned: Vec<Names>,
    /// Names without a path.
    names: BTreeSet<String>,
    passed_on: Vec<(String, Names)>,
}

impl Found<'_> {
    /// A path from the crate's root on; none if it leads elsewhere.
    fn absolute(&self, path: &[String]) -> Option<Names> {
        let child = [&self.at[..], &path[..1]].concat();
        match path[0].as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([self.at, &path[1..]].concat()),
            "super" => {
                let up = path.iter().take_while(|name| *name == "super").count();
                Some([&self.at[..self.at.len().checked_sub(up)?], &path[up..]].concat())
            }
            _ if self.known.contains(&child) => Some([&child[..], &path[1..]].concat()),
            _ => None,
        }
    }

    fn path(&mut self, names: Names) {
        if names.len() > 1 {
            self.mentioned.extend(self.absolute(&names));
        }
        self.names.extend(names.into_iter().next());
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut names: Names = vec![];
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.take(&mut names);
                    }
                    names.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.take(&mut names);
                    self.tokens(group.stream());
                    colons = 0;
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {
                    self.take(&mut names);
                    colons = 0;
                }
            }
        }
        self.take(&mut names);
    }

    fn take(&mut self, names: &mut Names) {
        if !names.is_empty() {
            self.path(std::mem::take(names));
        }
    }

    fn use_tree(&mut self, tree: &UseTree, path: &Names, is_passed_on: bool) {
        let with = |name: &syn::Ident| [&path[..], &[name.to_string()]].concat();
        let (name, path) = match tree {
            UseTree::Path(inner) => return self.use_tree(&inner.tree, &with(&inner.ident), is_passed_on),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.use_tree(tree, path, is_passed_on));
            }
            UseTree::Name(name) if name.ident == "self" => (path.last().unwrap().clone(), path.clone()),
            UseTree::Name(name) => (name.ident.to_string(), with(&name.ident)),
            UseTree::Rename(name) => (name.rename.to_string(), with(&name.ident)),
            UseTree::Glob(_) => ("*".to_owned(), path.clone()),
        };
        if let Some(path) = self.absolute(&path) {
            if is_passed_on { self.passed_on.push((name, path)) } else { self.mentioned.push(path) }
        }
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Ident>().is_ok_and(|flag| flag == "test")
    })
}

impl<'ast> Visit<'ast> for Found<'_> {
    /// Inline modules are skipped: their paths start elsewhere.
    fn visit_item_mod(&mut self, _: &'ast ItemMod) {}

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        if !is_test(&function.attrs) {
            visit::visit_item_fn(self, function);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let is_passed_on = !matches!(item.vis, Visibility::Inherited);
        if !is_test(&item.attrs) {
            self.use_tree(&item.tree, &vec![], is_passed_on);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if path.leading_colon.is_none() {
            self.path(names);
        }
        visit::visit_path(self, path);
    }

    /// A macro is not parsed, but its paths can be seen.
    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.tokens(called.tokens.clone());
    }
}

/// Files that need one another, or nothing.
fn circle(needs: &BTreeMap<&Names, BTreeSet<Names>>) -> Option<Vec<String>> {
    let mut left = needs.clone();
    // Again and again, a file that needs none of those left is the next in the order.
    while let Some(next) = left.iter().find(|(_, needed)| needed.iter().all(|file| !left.contains_key(file))) {
        let next = *next.0;
        left.remove(next);
    }
    // Each file left needs another one that is left, so a walk along these comes back to where it was.
    let mut walk: Vec<&Names> = vec![left.keys().next()?];
    loop {
        let next = left[walk[walk.len() - 1]].iter().find_map(|file| left.get_key_value(file)).unwrap().0;
        if let Some(begin) = walk.iter().position(|file| file == next) {
            return Some(walk[begin..].iter().map(|names| names.join("::")).collect());
        }
        walk.push(next);
    }
}

#[test]
fn no_file_imports_one_that_imports_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in CRATES {
        let sources = Sources::of(&root.join(folder));
        let needs = sources.needs();
        let found: usize = needs.values().map(BTreeSet::len).sum();
        assert!(found >= needs.len(), "{folder}: only {found} imports among {} files were found", needs.len());
        if let Some(circle) = circle(&needs) {
            panic!("{folder}: these files need one another in a circle: {}", circle.join(" → "));
        }
    }
}

#[test]
fn a_circle_is_found_wherever_it_is_entered() {
    let names = |name: &str| vec![name.to_owned()];
    let files = ["a", "b", "c", "d"].map(names);
    let needs = |pairs: &[(usize, usize)]| {
        let of = |index: usize| pairs.iter().filter(move |(from, _)| *from == index).map(|(_, to)| files[*to].clone());
        files.iter().enumerate().map(|(index, file)| (file, of(index).collect())).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(circle(&needs(&[(0, 1), (1, 2), (0, 3), (3, 2)])), None);
    assert_eq!(circle(&needs(&[(0, 1), (1, 2), (2, 1), (0, 3)])).map(|found| found.join(" ")).as_deref(), Some("b c"));
}
