// What do the reader's own files need of the browser? Everything that `src/books/platform.rs` calls; the loader fetches this with the
// part `books`. None of these functions throws, since an exception would pass through the app.

export { copy } from "./clipboard.js";
export { pasted, picked, read, receive } from "./reading.js";

export const part = "books";
