// How is a comparison shared? Its link copied, the sheet printed, text and tables exported, scenarios saved on this device,
// snippets made for other pages. The loader fetches this when a reader comes near one of the buttons for it. All that is
// shown and written is made of the element's link by `copy`, in Rust; here is what only a browser can do.

// Where scenarios are kept, and nothing is unless a reader asks.
const KEY = "take-home scenarios";
const VERSION = 1;
// How long a slider rests before what is shown of its numbers is made anew.
const REST = 150;

// A page may take HTML from policies only. All that is shown here is made by `copy`, which escapes what others wrote.
const policy = globalThis.trustedTypes?.createPolicy("take-home", { createHTML: (html) => html });
const trusted = (html) => policy?.createHTML(html) ?? html;

const PARTS = ["export", "saved", "embed"];
const made = new WeakMap();

// What is done for an element, which is the same however often it is asked for.
export function sharingOf(element, copy, texts, loader) {
  if (!made.has(element)) made.set(element, new Sharing(element, copy, texts, loader));
  return made.get(element);
}

// Names and values as a link has them; of a list, the same name again for each.
const written = (pairs) =>
  Object.entries(pairs)
    .flatMap(([name, values]) => [values].flat().map((value) => `${name}=${encodeURIComponent(value)}`))
    .join("&");

function download(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// The scenarios in the text of a file or of what is kept; `isWhole` where nothing in it had to be passed over.
function scenariosIn(text) {
  try {
    const { version, scenarios } = JSON.parse(text);
    const isOne = (one) => ["name", "link", "saved"].every((key) => typeof one?.[key] === "string") && one.name !== "";
    const list = scenarios.filter(isOne).map(({ name, link, saved }) => ({ name, link, saved }));
    return { list, isWhole: version === VERSION && list.length === scenarios.length };
  } catch {
    return { list: [], isWhole: false };
  }
}

const file = (scenarios) => JSON.stringify({ version: VERSION, scenarios }, null, 2);
const isSame = (one) => (other) => one.name === other.name && one.link === other.link;

// What could not be kept stays here for as long as the page does; and what was kept when that was last looked at.
let unkept;
let seen = [];

// The list as it is kept, and what is to be said of that. What cannot be read whole may be of a later version, or somebody
// else's: it is saved under another key before anything is written over it.
function stored() {
  const text = localStorage.getItem(KEY);
  if (text === null) return { list: [] };
  const { list, isWhole } = scenariosIn(text);
  if (isWhole) return { list };
  localStorage.setItem(`${KEY} ${new Date().toISOString()}`, text);
  localStorage.setItem(KEY, file(list));
  return { list, said: "garbage" };
}

function kept() {
  if (unkept) return { list: unkept };
  try {
    const found = stored();
    seen = found.list;
    return found;
  } catch {
    return { list: [] };
  }
}

// Whether a list could be kept. What another page of this site has kept meanwhile stays.
function keep(list) {
  try {
    const isNew = (one) => ![...seen, ...list].some(isSame(one));
    const all = [...list, ...stored().list.filter(isNew)];
    localStorage.setItem(KEY, file(all));
    unkept = undefined;
    return true;
  } catch {
    unkept = list;
    return false;
  }
}

function free(name, list) {
  const isTaken = (name) => list.some((one) => one.name === name);
  let number = 1;
  let other = name;
  while (isTaken(other)) other = `${name} (${++number})`;
  return other;
}

// By what a control is found again.
const named = ({ dataset, value }) => [dataset.share, dataset.field, dataset.with, dataset.with ? "" : value].join();

class Sharing {
  #element;
  #copy;
  #texts;
  #loader;
  #open;
  #shown = [];
  #removed;
  #pins;
  #resting;
  #last;
  #frame;
  // What is chosen and typed in the parts.
  #with = { site: "page", shared: "yes", pinned: "", name: "" };

  constructor(element, copy, texts, loader) {
    this.#element = element;
    this.#copy = copy;
    this.#texts = texts;
    this.#loader = loader;
    this.#with.base = /^https?:/.test(loader) ? new URL("..", loader).href : "";
    element.addEventListener("change", () => {
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => this.#show(), REST);
    });
    // One that was put back begins anew.
    element.addEventListener("ready", () => (this.#open = undefined));
    element.shadowRoot.addEventListener("focusin", ({ target }) => {
      this.#last = target.closest(".th-share") ? named(target) : undefined;
    });
    for (const kind of ["input", "change"]) element.shadowRoot.addEventListener(kind, (event) => this.#chosen(event));
  }

  // What a button of that name is for.
  async act(what, button) {
    try {
      await (PARTS.includes(what) ? this.#turn(what) : this.#acts[what]?.(button));
    } catch {
      this.#say("failed");
    }
  }

  #acts = {
    link: () => this.#take("link", this.#address()),
    print: () => this.#print(),
    text: () => this.#take("copied", this.#told("text", this.#public())),
    table: () => this.#take("copied", this.#told("tabs", this.#public()), this.#told("table")),
    // With a mark by which spreadsheets know what kind of text it is.
    csv: () => download("take-home.csv", "\ufeff" + this.#told("csv", this.#public()), "text/csv"),
    picture: () => this.#picture(),
    snippet: () => this.#take("copied", this.#snippet()),
    save: () => this.#save(),
    remove: ({ value }) => this.#remove(this.#shown[value]),
    undo: () => this.#undo(),
    "export-saved": () => download("take-home-scenarios.json", file(kept().list), "application/json"),
  };

  #told(what, pairs = {}) {
    return this.#copy(what, this.#element.link, written(pairs)) ?? "";
  }

  // The element's attributes as a link; what it does not say of its language, the page does.
  #attributes() {
    const { attributes } = this.#element;
    const lang = this.#lang();
    const pairs = Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
    return written(lang ? { lang, ...pairs } : pairs);
  }

  #lang() {
    return this.#element.closest("[lang]")?.lang;
  }

  // The page's address, with these numbers where it keeps them.
  #address() {
    const named = this.#element.getAttribute("address");
    const page = named && !/^(true|false)$/.test(named) ? named : location.href.split("#")[0];
    // Of several in a page the first one has the fragment.
    const isLinked = document.querySelector("take-home[address]:not([address=false])") === this.#element;
    const link = !isLinked ? "" : this.#told("link", { attributes: this.#attributes() });
    return link ? `${page}#${link}` : page;
  }

  // The same for others to read, who need not know how a disk is arranged.
  #public() {
    const address = this.#address();
    return { address: address.startsWith("file:") ? "" : address };
  }

  // The place for it in the app that is seen.
  #place() {
    return [...this.#element.shadowRoot.querySelectorAll(".th-share")].find((place) => !place.closest("[hidden]"));
  }

  #turn(part) {
    this.#open = this.#place()?.dataset.open === part ? undefined : part;
    this.#show();
  }

  #show() {
    const place = this.#place();
    if (!place) return;
    for (const part of PARTS) {
      const button = place.parentNode.querySelector(`[data-share=${part}]`);
      button.setAttribute("aria-expanded", part === this.#open);
    }
    if (place.dataset.open !== (this.#open ?? "")) {
      place.dataset.open = this.#open ?? "";
      const content = this.#open ? this.#told(this.#open, this.#with) : "";
      place.innerHTML = trusted(`<p class="th-said" role="status"></p>${content}<div></div>`);
      for (const input of place.querySelectorAll("input[type=text][data-with]")) input.value = this.#with[input.dataset.with];
    }
    if (!this.#open) return;
    const html = this.#told(`${this.#open}-made`, this.#more());
    const rest = place.lastElementChild;
    if (rest.html === html) return;
    rest.html = html;
    rest.innerHTML = trusted(html);
    if (this.#open === "embed") this.#preview(rest);
    // What had the focus was made anew, here or in the app that took the place of another.
    const again = this.#last && !this.#element.shadowRoot.activeElement;
    if (again) [...place.querySelectorAll("button, input, select")].find((control) => named(control) === this.#last)?.focus();
  }

  // What a part is told besides the link.
  #more() {
    if (this.#open !== "saved") return { ...this.#pins, ...this.#with, lang: this.#element.hasAttribute("lang") ? "" : this.#lang() };
    const { list, said } = kept();
    if (said) this.#say(said);
    this.#shown = list;
    const all = (key) => list.map((one) => one[key]);
    return { name: all("name"), link: all("link"), saved: all("saved"), attributes: this.#attributes() };
  }

  async #say(what, about = {}) {
    this.#show();
    const place = this.#place();
    if (!place) return;
    // Words that are there as soon as their place is are not read out.
    await new Promise(requestAnimationFrame);
    place.firstElementChild.innerHTML = trusted(this.#told("said", { what, ...about }));
    return place.firstElementChild;
  }

  // Into the clipboard, or, where there is none for this page, to where it can be taken by hand.
  async #take(said, text, html) {
    try {
      const blob = (content, type) => new Blob([content], { type });
      const both = html && { "text/plain": blob(text, "text/plain"), "text/html": blob(html, "text/html") };
      const rich = async () => navigator.clipboard.write([new ClipboardItem(both)]);
      const plain = () => navigator.clipboard.writeText(text);
      await (both ? rich().catch(plain) : plain());
      await this.#say(said);
    } catch {
      (await this.#say("by-hand", { text })).querySelector("textarea").select();
    }
  }

  async #picture() {
    const svg = this.#told("picture");
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    try {
      await image.decode();
      const canvas = document.createElement("canvas");
      // Two dots for each: what is shown small or on paper stays sharp.
      [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      download("take-home.png", await new Promise((done) => canvas.toBlob(done)));
    } catch {
      // A page may forbid pictures of its own making; the drawing itself says the same.
      download("take-home.svg", svg, "image/svg+xml");
    }
  }

  // Prints the sheet alone, without the rest of the page.
  async #print() {
    // One that was never told that it was printed.
    this.#frame?.remove();
    const frame = (this.#frame = document.createElement("iframe"));
    Object.assign(frame.style, { position: "fixed", width: 0, height: 0, border: 0, visibility: "hidden" });
    frame.srcdoc = trusted(this.#page());
    const loaded = new Promise((done) => (frame.onload = done));
    document.body.append(frame);
    await loaded;
    const page = frame.contentWindow;
    const sheet = new page.CSSStyleSheet();
    sheet.replaceSync(this.#texts.join(""));
    page.document.adoptedStyleSheets = [sheet];
    page.addEventListener("afterprint", () => frame.remove());
    await this.#say("printing");
    page.focus();
    page.print();
  }

  #page() {
    const title = this.#told("text").split("\n")[0];
    const page = document.implementation.createHTMLDocument(title);
    page.documentElement.lang = this.#lang() || "en";
    page.body.innerHTML = trusted(`<div class="th th-light">${this.sheet()}</div>`);
    return `<!doctype html>${page.documentElement.outerHTML}`;
  }

  // What is printed.
  sheet() {
    return this.#told("sheet", this.#public());
  }

  #chosen({ target: control, type }) {
    const name = control.dataset?.with;
    // An address half typed is somebody else's.
    if (!name || (name === "base" && type === "input")) return;
    if (name === "file") return void this.#import(control);
    this.#with[name] = control.type === "checkbox" ? (control.checked ? "yes" : "") : control.value;
    if (this.#open !== "embed") return;
    this.#show();
    if (this.#with.pinned && this.#pins?.base !== this.#with.base) this.#pin();
  }

  // Which files there have a hash in their name, and what they hold.
  async #pin() {
    const { base } = this.#with;
    try {
      const response = await fetch(new URL("v1/integrity.json", base));
      if (!response.ok) throw new Error(response.status);
      this.#pins = { ...(await response.json()), base };
      this.#show();
    } catch {
      this.#with.pinned = "";
      this.#place().querySelector("[data-with=pinned]").checked = false;
      this.#show();
      this.#say("not-pinned");
    }
  }

  #snippet() {
    return this.#place().querySelector("pre").textContent;
  }

  #preview(rest) {
    const pre = rest.querySelector("pre");
    if (!pre) return;
    const box = document.createElement("div");
    // What is too wide for it scrolls inside it, by the keyboard too.
    Object.assign(box, { className: "th-preview", tabIndex: 0, role: "region", ariaLabel: rest.querySelector("h3").textContent });
    // It is the snippet itself that is seen; scripts that are put in like this are not run.
    if (this.#with.site === "address") box.append(Object.assign(document.createElement("iframe"), { src: pre.textContent, title: pre.ariaLabel }));
    else box.innerHTML = trusted(pre.textContent);
    // The page's address is this element's, and so is what the page hears.
    box.querySelector("take-home")?.removeAttribute("address");
    for (const kind of ["ready", "change", "error"]) box.addEventListener(kind, (event) => event.stopPropagation());
    rest.append(box);
  }

  #keep(list, said, about) {
    this.#say(keep(list) ? said : "not-kept", about);
  }

  #save() {
    const { list } = kept();
    const typed = this.#with.name.trim() || this.#told("name");
    const name = free(typed, list);
    // How the page looks is no part of it.
    const link = this.#element.link.split("&").filter((pair) => !/^(lang|theme|view)=/.test(pair)).join("&");
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
    this.#with.name = "";
    this.#place().querySelector("[data-with=name]").value = "";
    this.#keep([...list, { name, link, saved: day.join("-") }], "saved", { name });
  }

  #remove(one) {
    const { list } = kept();
    const at = list.findIndex(isSame(one));
    this.#removed = { one, at };
    this.#keep(list.filter((_, index) => index !== at), "removed", { name: one.name });
  }

  #undo() {
    const { list } = kept();
    const { one, at } = this.#removed;
    const name = free(one.name, list);
    this.#keep(list.toSpliced(at, 0, { ...one, name }), "saved", { name });
  }

  async #import(input) {
    const text = await input.files[0]?.text().catch(() => "");
    input.value = "";
    if (text === undefined) return;
    const { list } = kept();
    const found = scenariosIn(text).list;
    const fresh = found.filter((one) => !list.some(isSame(one)));
    const all = fresh.reduce((all, one) => [...all, { ...one, name: free(one.name, all) }], list);
    if (found.length === 0) return void this.#say("no-file");
    this.#keep(all, "imported", { added: fresh.length, known: found.length - fresh.length });
  }
}

// What is printed of a page in which elements stand: the sheet in place of the controls.
addEventListener("beforeprint", () => {
  for (const element of document.querySelectorAll("take-home")) {
    const place = made.get(element) && element.shadowRoot.querySelector(".th-share");
    if (!place) continue;
    const sheet = document.createElement("div");
    sheet.className = "th-printed";
    sheet.innerHTML = trusted(made.get(element).sheet());
    place.append(sheet);
  }
});
addEventListener("afterprint", () => {
  for (const element of document.querySelectorAll("take-home")) element.shadowRoot?.querySelector(".th-printed")?.remove();
});
