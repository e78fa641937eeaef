// How do tests run the scripts of web/ without a browser? In Node, with only as much of a browser as a script asks for.

import { rmSync } from "node:fs";
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";

const WEB = new URL("../../web/", import.meta.url);

/** The texts of pages and scripts, by their names. */
const TEXTS = Object.fromEntries(
  [...(await readFile(new URL("../words/en.ftl", WEB), "utf8")).matchAll(/^(page-[a-z-]+) = (.*)$/gm)].map(
    ([, name, text]) => [name, text],
  ),
);

/** The text of a script, with its words as the build writes them. */
export const source = async (name) =>
  (await readFile(new URL(name, WEB), "utf8")).replaceAll(/{{(.+?)}}/g, (_, name) => TEXTS[name]);

/** Runs a classic script with these globals; `build` makes of its text what the build does. */
export async function run(name, globals, build = (text) => text) {
  vm.runInNewContext(build(await source(name)), globals, { filename: name });
}

/** A new folder with scripts as modules: what is imported from it runs anew. */
export async function folderWith(scripts) {
  const folder = await mkdtemp(join(tmpdir(), "take-home-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  for (const [name, text] of Object.entries(scripts)) await writeFile(join(folder, name), text);
  return folder;
}

/** The address of a file. */
export const addressIn = (folder, name) => pathToFileURL(join(folder, name)).href;

/** Copies a script of web/ under another name, so that it runs anew, and imports it. */
export async function importScript(name) {
  const folder = await folderWith({});
  await cp(new URL(name, WEB), join(folder, name));
  return import(addressIn(folder, name));
}

/** Lets everything happen that only waits for promises. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));

/** An element of a page, as far as scripts ask for it. */
export class FakeElement extends EventTarget {
  children = [];
  attributes = {};
  dataset = {};
  hidden = false;
  inert = false;
  textContent = "";
  parent = undefined;

  constructor(tag = "") {
    super();
    this.tag = tag;
    this.part = { add: (name) => this.setAttribute("part", name) };
  }

  append(...children) {
    for (const child of children) {
      child.parent = this;
      this.children.push(child);
    }
  }

  remove() {
    this.parent?.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = undefined;
  }

  replaceChildren(...children) {
    for (const child of [...this.children]) child.remove();
    this.append(...children);
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  matches(selector) {
    return this.tag === selector;
  }

  querySelector() {
    return null;
  }

  getAttribute(name) {
    return this.attributes[name] ?? null;
  }

  hasAttribute(name) {
    return name in this.attributes;
  }
}
