// What has a reader saved in this browser? Nothing is stored before they ask for it, and nothing that is stored gets lost.

import { download } from "./download.js";

/**
 * A scenario: its name, the link from the defaults, and the day on which it was saved, as `2026-11-25`.
 * @typedef {{ name: string, link: string, saved: string }} Scenario
 *
 * @typedef {{ list: Scenario[], isWhole: boolean }} Found What a text contains, and whether all of it could be read.
 */

const KEY = "take-home scenarios";
const VERSION = 1;

/**
 * What could not be stored, for as long as the page is open.
 * @type {Scenario[] | undefined}
 */
let unstored;
/**
 * What was stored when that was last looked at.
 * @type {Scenario[]}
 */
let seen = [];
/**
 * What was read last.
 * @type {Scenario[]}
 */
let lastRead = [];

/** @param {Scenario[]} list */
const written = (list) => JSON.stringify({ version: VERSION, scenarios: list }, null, 2);

/**
 * What a text contains, and whether it is of this version.
 * @param {string} text
 * @returns {Found & { isOurs: boolean }}
 */
function read(text) {
  try {
    const { version, scenarios } = JSON.parse(text);
    /** @param {any} one */
    const isScenario = (one) => ["name", "link", "saved"].every((key) => typeof one?.[key] === "string") && one.name;
    /** @type {Scenario[]} */
    const list = scenarios.filter(isScenario);
    return { list, isWhole: list.length === scenarios.length, isOurs: version === VERSION };
  } catch {
    return { list: [], isWhole: false, isOurs: false };
  }
}

/**
 * The list in the storage. What cannot be read may be of a later version, or of another program: it moves to another key.
 * @returns {Found}
 */
function stored() {
  const text = localStorage.getItem(KEY);
  if (text === null) return { list: [], isWhole: true };
  const { list, isWhole, isOurs } = read(text);
  if (isWhole && isOurs) return { list, isWhole };
  localStorage.setItem(`${KEY} ${new Date().toISOString()}`, text);
  localStorage.setItem(KEY, written(list));
  return { list, isWhole: false };
}

/** Reads the saved list. Whether all of it could be read. */
export function readList() {
  let isWhole = true;
  try {
    if (!unstored) ({ list: seen, isWhole } = stored());
    lastRead = unstored ?? seen;
  } catch {
    lastRead = [];
  }
  return isWhole;
}

/**
 * Reads the list in the file that a reader has picked, and calls `done` with whether all of it could be read. Without a file it is
 * not called.
 * @param {HTMLInputElement} input
 * @param {(isWhole: boolean) => void} done
 */
export async function readFile(input, done) {
  const file = input.files?.[0];
  if (!file) return;
  const text = await file.text().catch(() => "");
  // The same file can be picked again.
  input.value = "";
  const { list, isWhole } = read(text);
  lastRead = list;
  done(isWhole);
}

/** The list that was read: of each scenario the name, the link and the day. */
export const list = () => lastRead.flatMap(({ name, link, saved }) => [name, link, saved]);

/**
 * Stores a list; whether that worked. What another page of this site has stored meanwhile stays.
 * @param {string[]} texts Of each scenario the name, the link and the day.
 */
export function storeList(texts) {
  /** @type {Scenario[]} */
  const list = [];
  for (let at = 0; at < texts.length; at += 3) {
    const [name, link, saved] = texts.slice(at, at + 3);
    list.push({ name, link, saved });
  }
  try {
    const known = [...seen, ...list];
    /** @param {Scenario} one */
    const isNew = (one) => !known.some(({ name, link }) => name === one.name && link === one.link);
    localStorage.setItem(KEY, written([...list, ...stored().list.filter(isNew)]));
    unstored = undefined;
    return true;
  } catch {
    unstored = list;
    return false;
  }
}

/** Saves the list as a file. */
export function downloadList() {
  readList();
  download("take-home-scenarios.json", written(lastRead), "application/json");
}
