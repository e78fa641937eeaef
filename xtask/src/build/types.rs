//! What do TypeScript, editors and other tools know about the element? Its types, its manifest (Custom Elements Manifest) and its
//! HTML data, from the names in the documents.

use std::fmt::Write as _;

use anyhow::Result;
use serde_json::{Value, json};

use super::files::Files;
use super::reference::{Entry, Reference, Values};

/// Properties that every element has.
const STANDARD: [&str; 1] = ["lang"];

/// The frameworks that need a declaration of an element, and its form.
const FRAMEWORKS: [(&str, &str); 4] = [
    (
        "react",
        "import type { DetailedHTMLProps, HTMLAttributes } from \"react\";\n\
         import type { TakeHomeElement, TakeHomeProps } from \"./index.js\";\n\n\
         type Props = Omit<DetailedHTMLProps<HTMLAttributes<TakeHomeElement>, TakeHomeElement>, keyof TakeHomeProps> & TakeHomeProps;\n\n\
         declare module \"react\" {\n  namespace JSX {\n    interface IntrinsicElements {\n      \"take-home\": Props;\n    }\n  }\n}\n",
    ),
    (
        "preact",
        "import type { HTMLAttributes } from \"preact\";\n\
         import type { TakeHomeElement, TakeHomeProps } from \"./index.js\";\n\n\
         type Props = Omit<HTMLAttributes<TakeHomeElement>, keyof TakeHomeProps> & TakeHomeProps;\n\n\
         declare module \"preact\" {\n  namespace JSX {\n    interface IntrinsicElements {\n      \"take-home\": Props;\n    }\n  }\n}\n",
    ),
    (
        "vue",
        "import type { DefineComponent, HTMLAttributes } from \"vue\";\n\
         import type { Comparison, TakeHomeProps } from \"./index.js\";\n\n\
         type Props = Omit<HTMLAttributes, keyof TakeHomeProps> & TakeHomeProps & {\n  onReady?: (event: CustomEvent<Comparison>) => void;\n\
         \x20 onChange?: (event: CustomEvent<Comparison>) => void;\n  onError?: (event: CustomEvent<string>) => void;\n};\n\n\
         declare module \"vue\" {\n  interface GlobalComponents {\n    \"take-home\": DefineComponent<Props>;\n  }\n}\n",
    ),
    (
        "svelte",
        "import type { HTMLAttributes } from \"svelte/elements\";\n\
         import type { Comparison, TakeHomeElement, TakeHomeProps } from \"./index.js\";\n\n\
         type Props = Omit<HTMLAttributes<TakeHomeElement>, keyof TakeHomeProps | \"on:change\" | \"on:error\"> & TakeHomeProps & {\n  \"on:ready\"?: (event: CustomEvent<Comparison>) => void;\n\
         \x20 \"on:change\"?: (event: CustomEvent<Comparison>) => void;\n  \"on:error\"?: (event: CustomEvent<string>) => void;\n};\n\n\
         declare module \"svelte/elements\" {\n  interface SvelteHTMLElements {\n    \"take-home\": Props;\n  }\n}\n",
    ),
];

/// The files, by their names in the package.
pub fn files(reference: &Reference) -> Result<Files> {
    let mut files = Files::from([
        ("index.d.ts".to_owned(), types(reference).into_bytes()),
        ("custom-elements.json".to_owned(), pretty(&manifest(reference))?),
        ("html-data.json".to_owned(), pretty(&html_data(reference))?),
    ]);
    for (name, text) in FRAMEWORKS {
        let head =
            format!("// How does {name} know the element? `import type {{}} from \"take-home/{name}\"` says so.\n\n");
        files.insert(format!("{name}.d.ts"), (head + text).into_bytes());
    }
    Ok(files)
}

/// The frameworks that have their own types in the package.
pub fn frameworks() -> impl Iterator<Item = &'static str> {
    FRAMEWORKS.iter().map(|(name, _)| *name)
}

fn pretty(value: &Value) -> Result<Vec<u8>> {
    Ok((serde_json::to_string_pretty(value)? + "\n").into_bytes())
}

fn types(reference: &Reference) -> String {
    let mut text = "// What is <take-home> to TypeScript? Generated from docs/reference.md by `cargo xtask build`.\n\n\
                    import type { Comparison } from \"./comparison.js\";\n\nexport type * from \"./comparison.js\";\n\n\
                    type Empty = null | undefined | false;\ntype Flag = boolean | \"\" | null | undefined;\n\n"
        .to_owned();
    text += "/** Names as they are in HTML. */\nexport interface TakeHomeAttributes {\n";
    for name in &reference.attributes {
        let _ = writeln!(text, "  /** {} */\n  \"{}\"?: {};", comment(name), name.name, accepts(name));
    }
    text += "}\n\n/** Attributes and properties, and React's and Preact's way to listen to an event. */\nexport interface TakeHomeProps extends TakeHomeAttributes {\n";
    for name in reference.attributes.iter().filter(|name| name.name.contains('-')) {
        let _ = writeln!(text, "  /** {} */\n  {}?: {};", comment(name), name.property(), accepts(name));
    }
    text += "  onready?: (event: CustomEvent<Comparison>) => void;\n  onchange?: (event: CustomEvent<Comparison>) => void;\n  onerror?: (event: CustomEvent<string>) => void;\n}\n\n";
    text += "export interface TakeHomeEventMap {\n  /** The calculator has its first comparison. */\n  ready: CustomEvent<Comparison>;\n\
             \x20 /** The comparison has changed. */\n  change: CustomEvent<Comparison>;\n\
             \x20 /** The calculator failed to start, or has stopped; `detail` and `message` say why. */\n\
             \x20 error: CustomEvent<string> & { readonly message: string };\n}\n\n";
    text += "export interface TakeHomeElement extends HTMLElement {\n  /** The result; `null` before `ready`. */\n  readonly comparison: Comparison | null;\n\
             \x20 /** The fragment, without `#`, that turns the defaults into the current numbers; `null` before `ready`. */\n  readonly link: string | null;\n";
    for name in reference.attributes.iter().filter(|name| !STANDARD.contains(&&*name.name)) {
        let _ = writeln!(
            text,
            "  /** {} */\n  get {property}(): string | null;\n  set {property}(value: {});",
            comment(name),
            accepts(name),
            property = name.property()
        );
    }
    for (way, options) in [("add", "AddEventListenerOptions"), ("remove", "EventListenerOptions")] {
        let _ = write!(
            text,
            "  {way}EventListener<K extends keyof TakeHomeEventMap>(type: K, listener: (this: TakeHomeElement, event: TakeHomeEventMap[K]) => unknown, options?: boolean | {options}): void;\n\
             \x20 {way}EventListener<K extends Exclude<keyof HTMLElementEventMap, keyof TakeHomeEventMap>>(type: K, listener: (this: TakeHomeElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | {options}): void;\n\
             \x20 {way}EventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | {options}): void;\n"
        );
    }
    text += "}\n\ndeclare global {\n  interface HTMLElementTagNameMap {\n    \"take-home\": TakeHomeElement;\n  }\n}\n";
    text
}

fn comment(name: &Entry) -> String {
    let default = name.default.as_ref().map_or(String::new(), |default| format!(" Default: {default}."));
    format!("{}{default}", name.meaning).replace("*/", "* /")
}

/// The type of the values that may be assigned.
fn accepts(name: &Entry) -> String {
    match &name.values {
        Values::Flag => "Flag".to_owned(),
        _ if name.name == "address" => "string | Flag".to_owned(),
        _ if STANDARD.contains(&&*name.name) => "string | undefined".to_owned(),
        Values::Any => "string | number | Empty".to_owned(),
        Values::Choices(choices) => {
            let choices: Vec<String> = choices.iter().map(|choice| format!("\"{choice}\"")).collect();
            // `(string & {})` keeps an editor's list of the choices while any text is accepted.
            format!("{} | (string & {{}}) | Empty", choices.join(" | "))
        }
    }
}

fn manifest(reference: &Reference) -> Value {
    let attributes = reference.attributes.iter().map(|name| {
        let kind = match &name.values {
            Values::Flag => "boolean".to_owned(),
            Values::Choices(choices) => {
                choices.iter().map(|choice| format!("\"{choice}\"")).collect::<Vec<_>>().join(" | ")
            }
            Values::Any => "string".to_owned(),
        };
        let mut attribute = json!({ "name": name.name, "description": name.meaning, "type": { "text": kind }, "fieldName": name.property() });
        if let Some(default) = &name.default {
            attribute["default"] = json!(format!("\"{default}\""));
        }
        attribute
    });
    let fields = reference.attributes.iter().filter(|name| !STANDARD.contains(&&*name.name)).map(|name| {
        json!({ "kind": "field", "name": name.property(), "description": name.meaning, "type": { "text": "string | null" } })
    });
    let read = [("comparison", "Comparison | null", "The result; null before ready."), ("link", "string | null", "The fragment, without #, that turns the defaults into the current numbers.")]
        .map(|(name, kind, meaning)| json!({ "kind": "field", "name": name, "description": meaning, "type": { "text": kind }, "readonly": true }));
    let described = |names: &[Entry]| -> Vec<Value> {
        names.iter().map(|name| json!({ "name": name.name, "description": name.meaning })).collect()
    };
    json!({
        "schemaVersion": "2.1.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "take-home.js",
            "declarations": [{
                "kind": "class", "customElement": true, "name": "TakeHome", "tagName": "take-home",
                "superclass": { "name": "HTMLElement" },
                "description": "Compares many small gigs with one large contract: which leaves a freelancer more?",
                "attributes": attributes.collect::<Vec<_>>(),
                "members": read.into_iter().chain(fields).collect::<Vec<_>>(),
                "events": [
                    { "name": "ready", "type": { "text": "CustomEvent<Comparison>" }, "description": "The calculator has its first comparison." },
                    { "name": "change", "type": { "text": "CustomEvent<Comparison>" }, "description": "The comparison has changed." },
                    { "name": "error", "type": { "text": "CustomEvent<string>" }, "description": "The calculator failed to start, or has stopped." },
                ],
                "slots": [{ "name": "", "description": "The example, shown until the calculator is ready." }],
                "cssParts": described(&reference.css_parts),
                "cssProperties": described(&reference.css_properties),
            }],
            "exports": [{ "kind": "custom-element-definition", "name": "take-home", "declaration": { "name": "TakeHome", "module": "take-home.js" } }],
        }],
    })
}

/// The attributes in the form of VS Code's custom data.
fn html_data(reference: &Reference) -> Value {
    let attributes = reference.attributes.iter().map(|name| {
        let mut attribute = json!({ "name": name.name, "description": comment(name) });
        match &name.values {
            Values::Flag => attribute["valueSet"] = json!("v"),
            Values::Choices(choices) => {
                attribute["values"] = choices.iter().map(|choice| json!({ "name": choice })).collect();
            }
            Values::Any => {}
        }
        attribute
    });
    json!({
        "version": 1.1,
        "tags": [{
            "name": "take-home",
            "description": "A calculator for freelancers: many small gigs or one large contract? Its content is the example, shown until it is ready.",
            "attributes": attributes.collect::<Vec<_>>(),
        }],
    })
}
