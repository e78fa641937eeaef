//! What does sharing ask of the browser? The scripts of `web/` that `web/take-home-share.js` exports, each described there.
//! None of them throws; `done` is called with whether something worked.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use super::{Pins, SavedScenario};

#[wasm_bindgen]
extern "C" {
    /// The scripts for sharing.
    #[derive(Clone)]
    pub type Platform;

    /// A list of texts: an array.
    pub type Texts;

    /// The text at a place, if the list reaches so far.
    #[wasm_bindgen(method)]
    pub fn at(this: &Texts, index: i32) -> Option<String>;

    /// Adds a text.
    #[wasm_bindgen(method)]
    pub fn push(this: &Texts, text: &str);

    /// `web/whereabouts.js`: the page's address, as links have it; the page's language, if the element names none; and the
    /// address of the folder that the calculator's files come from.
    #[wasm_bindgen(method)]
    pub fn whereabouts(this: &Platform, root: &Element) -> Texts;

    /// `web/clipboard.js`: copies a text, also as HTML if there is one.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Platform, root: &Element, text: &str, html: &str, done: &JsValue);

    /// `web/download.js`: saves a file; `web/picture.js` saves an SVG as a picture.
    #[wasm_bindgen(method)]
    pub fn download(this: &Platform, name: &str, text: &str, kind: &str);

    /// `web/printing.js`: prints a sheet; `done` is called before the reader is asked.
    #[wasm_bindgen(method, js_name = printSheet)]
    pub fn print_sheet(this: &Platform, root: &Element, sheet: &Element, done: &JsValue);

    /// `web/saved.js`: reads the saved list. Whether all of it could be read.
    #[wasm_bindgen(method, js_name = readList)]
    pub fn read_list(this: &Platform) -> bool;

    /// Reads the list in a file that the reader has picked; `done` is not called if there is none.
    #[wasm_bindgen(method, js_name = readFile)]
    pub fn read_file(this: &Platform, input: &HtmlInputElement, done: &JsValue);

    /// The list that was read: of each scenario the name, the link and the day.
    #[wasm_bindgen(method)]
    pub fn list(this: &Platform) -> Texts;

    /// Stores a list. Whether that worked.
    #[wasm_bindgen(method, js_name = storeList)]
    pub fn store_list(this: &Platform, list: &Texts) -> bool;

    /// Saves the list as a file.
    #[wasm_bindgen(method, js_name = downloadList)]
    pub fn download_list(this: &Platform);

    /// `web/integrity.js`: reads the hashes of a folder.
    #[wasm_bindgen(method, js_name = readPins)]
    pub fn read_pins(this: &Platform, folder: &str, done: &JsValue);

    /// The hashes: of the loader and of the script for frames the name and, after a space, the hash.
    #[wasm_bindgen(method)]
    pub fn pins(this: &Platform) -> Texts;
}

impl Platform {
    /// The list that was read last.
    pub fn scenarios(&self) -> Vec<SavedScenario> {
        let texts = self.list();
        let mut list = vec![];
        let mut at = 0;
        while let Some(name) = texts.at(at) {
            let text = |index: i32| texts.at(index).unwrap_or_default();
            list.push(SavedScenario { name, link: text(at + 1), saved: text(at + 2) });
            at += 3;
        }
        list
    }

    /// The hashes that were read last, of a folder.
    pub fn pins_of(&self, base: String) -> Option<Pins> {
        let pins = self.pins();
        Some(Pins { base, loader: pins.at(0)?, resize: pins.at(1)? })
    }
}
