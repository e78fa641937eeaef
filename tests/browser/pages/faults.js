// What does a reader see when something goes wrong with one file, and what mends it? Each case has its own frame, so that many can be
// tried at once; a case ends with words for what was seen.

const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Waits for what `look` finds. */
async function until(what, look) {
  const end = performance.now() + 10_000;
  for (;;) {
    try {
      const found = look();
      if (found) return found;
    } catch {}
    if (performance.now() > end) throw new Error(`waited for ${what}`);
    await new Promise((done) => setTimeout(done, 15));
  }
}

const documentOf = (frame) => frame.contentDocument;
const elementOf = (frame) => documentOf(frame).querySelector("take-home");
const rootOf = (frame) => elementOf(frame).shadowRoot;
const appOf = (frame) => rootOf(frame).querySelector(".th");
const textOf = (element) => element?.innerText.replaceAll("\u00a0", " ") ?? "";
const isShown = (element) => element?.checkVisibility?.() ?? (element?.getClientRects().length ?? 0) > 0;
const isStyled = (frame, rule) => [...rootOf(frame).adoptedStyleSheets[0].cssRules].some(({ selectorText }) => selectorText?.includes(rule));
const noticesOf = (frame) => [...(rootOf(frame)?.querySelectorAll("[part=notice]") ?? [])].filter(isShown);

/** Types a number as a reader does, whatever has the focus. */
function type(frame, text) {
  const field = rootOf(frame).querySelector("#gigs");
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}

const TYPED = "12";
// Twelve of $100 against one of $1,000: 960 and 100 + 50 less.
const WITH_TYPED = "Many small gigs leave you $110 more.";
const EXAMPLE = "Ten gigs of $100.";

/** What a reader does, what they see when it has worked, and what there is to press when it has not. */
const MOMENTS = {
  start: {
    page: "pages/faults.html",
    isFilled: (frame) => elementOf(frame).comparison,
    isStyled: (frame) => isStyled(frame, ".th-answer"),
    press: (frame) => noticesOf(frame)[0]?.querySelector("input"),
  },
  panel: {
    page: "pages/faults.html",
    begin: (frame) => rootOf(frame).querySelector("details[data-field=working] > summary").click(),
    isFilled: (frame) => rootOf(frame).querySelector("details[data-field=working] > .th-content :is(table, ol, ul)"),
    isStyled: (frame) => isStyled(frame, ".th-others"),
    press: (frame) =>
      rootOf(frame).querySelector("details[data-field=working] [data-field=retry]") ??
      rootOf(frame).querySelector("details[data-field=working]:not([open]) > summary") ??
      noticesOf(frame)[0]?.querySelector("input"),
    said: (frame) => [...rootOf(frame).querySelectorAll("[data-field=retry]")].filter(isShown).length + noticesOf(frame).length,
  },
  share: {
    page: "pages/faults.html",
    begin: (frame) => rootOf(frame).querySelector("[data-share=export]").click(),
    isFilled: (frame) => rootOf(frame).querySelector("[data-share=csv]"),
    isStyled: (frame) => isStyled(frame, ".th-snippet"),
    // In the line, if the calculator has stopped; otherwise the same button again, also of another instance.
    press: (frame) =>
      noticesOf(frame)[0]?.querySelector("input") ??
      ((noticesOf(frame)[0] || appOf(frame) !== frame.app) && rootOf(frame).querySelector("[data-share=export]")),
  },
  frame: {
    page: "embed.html?gigs=10&gig-price=100",
    isFilled: (frame) => elementOf(frame).comparison && isShown(rootOf(frame).querySelector(".th-answer")),
    isStyled: (frame) => isStyled(frame, ".th-answer"),
    press: (frame) => noticesOf(frame)[0]?.querySelector("input"),
  },
};

/** Whether nothing that can be read is wrong: the answer to what was typed, the example, or a link to it. */
function isReadable(frame, moment) {
  if (MOMENTS[moment].begin) {
    const field = rootOf(frame).querySelector("#gigs");
    return field.value === TYPED && textOf(rootOf(frame).querySelector(".th-answer")) === WITH_TYPED;
  }
  if (elementOf(frame).comparison) return elementOf(frame).comparison.gigs.gross === "1000.00";
  if (moment === "frame") return [...documentOf(frame).links].some(isShown) && !textOf(documentOf(frame).body).includes("$1,700");
  return textOf(elementOf(frame)).includes(EXAMPLE);
}

async function outcome({ moment, file, fault }) {
  const id = `${moment}-${file}-${fault}-${Math.random()}`;
  const { page, begin, isFilled, isStyled, press, said = (frame) => noticesOf(frame).length } = MOMENTS[moment];
  const isDone = (frame) => isFilled(frame) && isStyled(frame);
  const frame = document.createElement("iframe");
  Object.assign(frame, { width: 800, height: 400 });
  let isLoaded = false;
  frame.onload = () => (isLoaded = true);
  frame.src = fault === "none" ? `/plain/${page}` : `/faulty/${fault}/${file}/${id}/${page}`;
  document.body.append(frame);
  const heard = () => frame.contentWindow.heard ?? [];
  const isReady = () => until("the start", () => elementOf(frame).comparison);
  if (begin) {
    await isReady();
    type(frame, TYPED);
    await until("the answer", () => textOf(rootOf(frame).querySelector(".th-answer")) === WITH_TYPED);
    frame.app = appOf(frame);
    begin(frame);
  }
  if (fault !== "slow") await until("the page", () => isLoaded);
  // A browser has few connections to a host, so none is kept waiting.
  while (fault !== "none" && !(await fetch(`/asked/${id}`)).ok) await new Promise((done) => setTimeout(done, 15));
  // It has failed, or worked, or there is nothing that could do either.
  const isLoader = () => frame.contentWindow.customElements.get("take-home");
  if (fault === "slow") {
    await until("the article", () => elementOf(frame));
    await painted();
  } else if (begin || (isLoader() && file !== "frame.js")) {
    await until("an outcome", () => isFilled(frame) || press(frame));
    await painted();
  }
  const words = [];
  // A page waits for the style sheets that it names, and is not painted until then.
  const isBlank = fault === "slow" && file === "frame.css";
  if (!isBlank && !isReadable(frame, moment)) words.push(`not readable: ${textOf(documentOf(frame).body).slice(0, 80)}`);
  const spoken = said(frame);
  if (spoken > 1) words.push(`${spoken} lines`);
  const [wasFilled, wasDone] = [isFilled, isDone].map((look) => Boolean(isLoader() && look(frame)));
  await fetch(`/healed/${id}`);
  let mending;
  if (fault === "slow") {
    if (spoken) words.push("a line too early");
    mending = isBlank ? "the browser waits for it" : "waits, then goes on";
  } else if (wasDone) {
    mending = "works";
  } else if (press(frame)) {
    let presses = 0;
    while (!isDone(frame)) {
      if (++presses > 4) break;
      const line = noticesOf(frame)[0];
      const pressed = press(frame);
      pressed.click();
      // The same line is there until then.
      await until("the next outcome", () => isDone(frame) || (line ? noticesOf(frame)[0] !== line : press(frame) !== pressed) && press(frame));
      await painted();
    }
    mending = `${spoken ? "one line" : "starts again"}, ${["no", "one", "two", "three", "four", "five"][presses]} press${presses > 1 ? "es" : ""}`;
  } else {
    isLoaded = false;
    frame.contentWindow.location.reload();
    await until("the page again", () => isLoaded);
    await isReady();
    if (begin) begin(frame);
    mending = wasFilled ? "other looks until the page is loaded again" : { start: "the example until the page is loaded again", frame: "a link to the calculator" }[moment];
  }
  await until("everything", () => isDone(frame));
  if (begin && !/loaded again/.test(mending) && !isReadable(frame, moment)) words.push("what was typed is lost");
  if (said(frame)) words.push("the line stays");
  const wrong = heard().filter((line) => /^rejection: (?!RuntimeError)|\[object/.test(line));
  if (wrong.length) words.push(`console: ${wrong[0]}`);
  frame.remove();
  return [mending, ...words].join("; ");
}

/** Tries cases, a few at once. */
window.tryAll = async (cases) => {
  const outcomes = {};
  const rest = [...cases];
  const next = async () => {
    for (let one = rest.shift(); one; one = rest.shift()) {
      const name = `${one.moment} ${one.file} ${one.fault}`;
      outcomes[name] = await outcome(one).catch((error) => `FAILED: ${error.message}`);
    }
  };
  await Promise.all(Array.from({ length: 10 }, next));
  return outcomes;
};
