//! What do the reader's files ask of the browser? The scripts of `web/` that `web/take-home-books.js` exports, each described
//! there. None of them throws.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

#[wasm_bindgen]
extern "C" {
    /// The scripts for files.
    #[derive(Clone)]
    pub type Platform;

    /// A file, or a text, that the reader has handed over.
    #[derive(Clone)]
    pub type Source;

    /// The file's name; none for cells.
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &Source) -> Option<String>;

    /// The number of other files that were dropped with it.
    #[wasm_bindgen(method, getter)]
    pub fn others(this: &Source) -> Option<u32>;

    /// `web/reading.js`: the file that was picked in an input, which can pick the same one again.
    #[wasm_bindgen(method)]
    pub fn picked(this: &Platform, input: &HtmlInputElement) -> Option<Source>;

    /// Cells as a source.
    #[wasm_bindgen(method)]
    pub fn pasted(this: &Platform, text: &str) -> Source;

    /// Calls `received` with each file that is dropped on the widget.
    #[wasm_bindgen(method)]
    pub fn receive(this: &Platform, root: &Element, received: &JsValue);

    /// Reads a source in pieces: calls `take` with each of them and with how many thousandths that makes, and then without one
    /// as long as `take` returns that there is more to do. Without a source there are no pieces.
    #[wasm_bindgen(method)]
    pub fn read(this: &Platform, source: Option<&Source>, take: &JsValue);

    /// `web/clipboard.js`: copies a text, also as HTML if there is one.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Platform, root: &Element, text: &str, html: &str, done: &JsValue);
}
