// Which files of a build carry their hash in their name, and what do they contain? The build writes a list of them.

/** @type {string[]} */
let read = [];

/**
 * Reads the list of a folder.
 * @param {string} folder
 * @param {(isDone: boolean) => void} done
 */
export async function readPins(folder, done) {
  try {
    const response = await fetch(new URL("v1/integrity.json", new URL(folder, location.href)));
    const list = await response.json();
    read = [list["take-home"], list.resize];
    done(read.every((entry) => typeof entry === "string"));
  } catch {
    done(false);
  }
}

/** What was read: of the loader and of the script for frames the name and, after a space, the hash. */
export const pins = () => read;
