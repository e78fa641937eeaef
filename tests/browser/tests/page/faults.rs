//! What does a reader see when something goes wrong, and what mends it? Every request with every fault, as a table that
//! `docs/faults.md` has, too.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browsers::{Page, Server, dist, wait_for};
use serde_json::{Value, json};

use crate::around::start;

/// What happens to a file on its way, and how the table says it.
const FAULTS: [(&str, &str); 10] = [
    ("lost", "No answer"),
    ("broken", "Breaks off"),
    ("slow", "Comes slowly"),
    ("half", "Half of it"),
    ("empty", "Nothing in it"),
    ("untyped", "Wrong type"),
    ("page", "A page instead"),
    ("gone", "404"),
    ("refused", "503"),
    ("other", "Of another build"),
];

/// What is under way when a file is asked for.
const MOMENTS: [(&str, &str); 6] = [
    ("start", "The calculator starts"),
    ("frame", "A frame starts"),
    ("answers", "A rare platform is chosen"),
    ("panel", "A panel opens"),
    ("books", "The question about files opens"),
    ("share", "*Export* is pressed"),
];

/// The files of each moment: what `dist/` has of the app and its parts.
fn requests() -> Result<Vec<(&'static str, String)>> {
    let mut names: Vec<String> = std::fs::read_dir(dist().join("v1"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| ["js", "css", "wasm"].iter().any(|end| name.ends_with(end)))
        .filter_map(|name| match name.split('.').collect::<Vec<_>>()[..] {
            [stem, _, end] => Some(format!("{stem}.{end}")),
            _ => None,
        })
        .collect();
    names.sort();
    // Which parts have a piece in common, only the loader knows.
    let loader = std::fs::read_to_string(dist().join("v1/take-home.js"))?;
    let has = |part: &str, name: &str| {
        let list = loader.split_once(&format!("{part}:[")).and_then(|(_, rest)| rest.split_once(']'));
        list.is_some_and(|(list, _)| list.contains(&name.replace(".wasm", ".")))
    };
    let moment = |name: &str| match name {
        "demo.css" | "page.css" | "page.js" | "save.js" | "resize.js" => None,
        "frame.js" | "frame.css" => Some("frame"),
        name if name.contains("-panels.") || has("panels", name) => Some("panel"),
        name if name.contains("-answers.") || has("answers", name) => Some("answers"),
        name if name.contains("-books.") || has("books", name) => Some("books"),
        name if name.contains("-share.") => Some("share"),
        _ => Some("start"),
    };
    let mut requests: Vec<_> = names.into_iter().filter_map(|name| Some((moment(&name)?, name))).collect();
    requests.sort_by_key(|(moment, _)| MOMENTS.iter().position(|(other, _)| other == moment));
    Ok(requests)
}

/// Runs the cases of a moment.
async fn outcomes(page: &Page<'_>) -> Result<BTreeMap<String, String>> {
    let requests = requests()?;
    page.open_raw("plain/pages/empty.html").await?;
    page.run_async("const script = document.createElement('script'); script.src = '/plain/pages/faults.js'; script.onload = () => done(); document.head.append(script)").await?;
    let mut outcomes = BTreeMap::new();
    for (moment, file) in &requests {
        let cases: Vec<Value> =
            FAULTS.iter().map(|(fault, _)| json!({ "moment": moment, "file": file, "fault": fault })).collect();
        let found = page.run_async(&format!("tryAll({}).then(done)", json!(cases))).await?;
        for (name, outcome) in found.as_object().context("outcomes")? {
            outcomes.insert(name.clone(), outcome.as_str().unwrap_or_default().to_owned());
        }
    }
    Ok(outcomes)
}

/// The outcomes as a table.
fn table(outcomes: &BTreeMap<String, String>) -> Result<String> {
    let mut table = String::new();
    for (moment, title) in MOMENTS {
        write!(table, "### {title}\n\n| |")?;
        let files: Vec<String> =
            requests()?.into_iter().filter(|(other, _)| *other == moment).map(|(_, file)| file).collect();
        for file in &files {
            write!(table, " `{file}` |")?;
        }
        write!(table, "\n|---|{}\n", "---|".repeat(files.len()))?;
        for (fault, title) in FAULTS {
            write!(table, "| {title} |")?;
            for file in &files {
                let outcome = outcomes.get(&format!("{moment} {file} {fault}")).context("an outcome")?;
                write!(table, " {outcome} |")?;
            }
            writeln!(table)?;
        }
        writeln!(table)?;
    }
    Ok(table)
}

/// What the world does to a page and its browser, as a table of the faults and what was going on.
async fn weather(page: &Page<'_>) -> Result<String> {
    let found = page.run_async("weatherAll().then(done)").await?;
    let line = |cells: &Value| -> Result<String> {
        let cells: Vec<&str> = cells.as_array().context("cells")?.iter().filter_map(Value::as_str).collect();
        Ok(cells.join(" | "))
    };
    let moments = line(&found[0])?;
    let mut table = format!("### The page and the browser\n\n| | {moments} |\n|---|---|---|---|---|\n");
    for row in found[1].as_array().context("rows")? {
        writeln!(table, "| {} |", line(row)?)?;
    }
    Ok(table + "\n")
}

fn document() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/faults.md")
}

const START: &str =
    "<!-- What the browser tests have seen; `FAULTS=write cargo xtask test every_request` writes it. -->\n\n";
const END: &str = "<!-- End of that part. -->\n";

/// Whatever goes wrong, everything that was there can be read, what was typed stays, one line says what is the matter, and one press
/// or time mends it.
pub async fn every_request_with_every_fault(page: &Page<'_>) -> Result<()> {
    let found = table(&outcomes(page).await?)? + &weather(page).await?;
    println!("{found}");
    ensure!(!found.contains("FAILED"), "a case did not end");
    let written = std::fs::read_to_string(document())?;
    let (before, rest) = written.split_once(START).context("the table begins")?;
    let (expected, after) = rest.split_once(END).context("the table ends")?;
    if std::env::var("FAULTS").as_deref() == Ok("write") {
        return Ok(std::fs::write(document(), format!("{before}{START}{found}{END}{after}"))?);
    }
    for (found, expected) in found.lines().zip(expected.lines()) {
        ensure!(found == expected, "found\n{found}\ninstead of\n{expected}");
    }
    ensure!(found == expected, "the table has another length");
    Ok(())
}

/// Back from another page, whether the browser has kept this one or loads it again.
pub async fn a_page_that_is_gone_back_to_has_the_numbers(page: &Page<'_>) -> Result<()> {
    for by in ["history.back()", "location.reload()"] {
        page.open("plain/").await?;
        page.type_into("gigs", "40").await?;
        page.has_fragment("#gigs=40&contract-price=15000").await?;
        page.open_panel("working").await?;
        if by == "history.back()" {
            page.run("location.href = 'pages/empty.html'").await?;
            wait_for("the other page", async || {
                ensure!(page.run("return document.querySelector('take-home')").await? == Value::Null, "not yet");
                Ok(())
            })
            .await?;
        }
        page.run(&format!("window.isLeft = '{by}' === 'location.reload()'; {by}")).await?;
        wait_for("this page", async || {
            let gross = page
                .run("return window.isLeft ? null : document.querySelector('take-home').comparison?.gigs.gross")
                .await?;
            ensure!(gross == json!("20000.00"), "{by}: {gross}");
            Ok(())
        })
        .await?;
        // It goes on as it was.
        page.type_into("gigs", "41").await?;
        page.verdict("Many small gigs leave you $2,700 more.").await?;
        ensure!(page.heard().await? == json!([]), "{by}: {}", page.heard().await?);
    }
    Ok(())
}

/// Keeps each memory of the app in a list.
const WATCHED: &str = "
    window.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const own = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const found = await own(...given);
        if (found.instance?.exports.memory) memories.push(found.instance.exports.memory);
        return found;
      };
    }";

/// Gives the app's memory an end a little above its first size.
const LIMITED: &str = "
    // A number of the binary format, in groups of seven bits, and where it ends.
    const number = (bytes, at) => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        value |= (bytes[at] & 127) << shift;
        if (bytes[at++] < 128) return [value, at];
      }
    };
    const written = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...written(value >> 7)]);
    const limited = (bytes) => {
      for (let at = 8; at < bytes.length; ) {
        const [size, start] = number(bytes, at + 1);
        if (bytes[at] === 5) {
          const [pages] = number(bytes, start + 2);
          const section = [1, 1, ...written(pages), ...written(pages + 40)];
          return new Uint8Array([...bytes.subarray(0, at), 5, ...written(section.length), ...section, ...bytes.subarray(start + size)]);
        }
        at = start + size;
      }
      return bytes;
    };
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (bytes, imports) => instantiate(limited(new Uint8Array(bytes)), imports);
    WebAssembly.instantiateStreaming = async (response, imports) => WebAssembly.instantiate(await (await response).arrayBuffer(), imports);";

/// Runs a script as the page's own: in Firefox, a driver's scripts have another WebAssembly object.
async fn as_the_page(page: &Page<'_>, script: &str) -> Result<()> {
    let script = json!(format!("{{{script}}}"));
    page.run(&format!(
        "document.head.append(Object.assign(document.createElement('script'), {{ textContent: {script} }}))"
    ))
    .await
    .map(drop)
}

/// How often a slider moves, unless `DRAG_MOVES` asks for more: 216,000 are an hour.
const FEW_MOVES: u64 = 1000;
/// How many moves go by until the page is looked at.
const MINUTE: u64 = 3600;

/// By this many bytes Wasm memory grows.
const PAGE: u64 = 65_536;

/// What a page takes after dragging.
#[derive(Debug)]
struct Taken {
    /// The instances of the app, and the nodes of element and page.
    nodes: Value,
    /// The app's memory, in bytes.
    memory: u64,
    /// In Chromium, the nodes and listeners that the browser counts.
    counted: u64,
}

/// Moves the sliders, each move a task of its own, then puts them back.
async fn drag(page: &Page<'_>, moves: u64) -> Result<Taken> {
    let taken = page
        .run_async(&format!(
            "const root = document.querySelector('take-home').shadowRoot;
             const sliders = ['gigs', 'gig-price', 'contract-price'].map((field) => root.querySelector(`input[type=range][data-field=${{field}}]`));
             const set = (slider, value) => {{
               slider.value = value;
               slider.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));
             }};
             const places = sliders.map(({{ value }}) => value);
             const {{ port1, port2 }} = new MessageChannel();
             let moved = 0;
             port1.onmessage = () => {{
               const slider = sliders[Math.floor(moved / 200) % 3];
               const [least, most] = [Number(slider.min), Number(slider.max)];
               set(slider, least + Math.round((most - least) * ((moved * 7) % 100) / 100));
               if (++moved < {moves}) return port2.postMessage(null);
               port1.close();
               sliders.forEach((slider, index) => set(slider, places[index]));
               setTimeout(() => done([memories.length, root.querySelectorAll('*').length, document.querySelectorAll('*').length, memories[0].buffer.byteLength]), 1000);
             }};
             port2.postMessage(null);"
        ))
        .await?;
    let (nodes, memory) = (json!([taken[0], taken[1], taken[2]]), taken[3].as_u64().context("a number of bytes")?);
    if page.run("return /Chrome/.test(navigator.userAgent)").await? == json!(false) {
        return Ok(Taken { nodes, memory, counted: 0 });
    }
    page.in_chromium("HeapProfiler.collectGarbage", json!({})).await?;
    let counters = page.in_chromium("Memory.getDOMCounters", json!({})).await?;
    let count = |name: &str| counters[name].as_u64().context(name.to_owned());
    Ok(Taken { nodes, memory, counted: count("nodes")? + count("jsEventListeners")? })
}

/// Dragging for a long time takes neither Wasm memory nor nodes nor listeners.
pub async fn dragging_on_and_on_takes_no_more_memory(page: &Page<'_>) -> Result<()> {
    let mut left = match std::env::var("DRAG_MOVES") {
        Ok(moves) => moves.parse().context("DRAG_MOVES")?,
        Err(_) => FEW_MOVES,
    };
    page.open_empty("plain").await?;
    as_the_page(page, WATCHED).await?;
    page.run("document.querySelector('#place').innerHTML = '<take-home>The example.</take-home>'").await?;
    start(page).await?;
    // A warm-up, so that everything has been allocated once.
    drag(page, 600).await?;
    let before = drag(page, 600).await?;
    ensure!(before.nodes[0] == json!(1), "one instance of the app is enough: {before:?}");
    while left > 0 {
        let moves = MINUTE.min(left);
        left -= moves;
        let after = drag(page, moves).await?;
        let message = format!("{after:?} with {left} moves to go, {before:?} at first");
        ensure!(after.nodes == before.nodes, message);
        // What is free may be in pieces that are too small.
        ensure!(after.memory <= before.memory + 2 * PAGE, message);
        // The driver has a few of its own.
        ensure!(after.counted < before.counted + 20, message);
    }
    page.type_into("gigs", "40").await?;
    page.type_into("gig-price", "500").await?;
    page.reads(".th-side.th-gigs .th-kept", "$16,000").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

/// A long list set by the page needs more memory than there is. The next instance has the reader's numbers.
pub async fn memory_that_cannot_grow_loses_nothing(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    as_the_page(page, WATCHED).await?;
    as_the_page(page, LIMITED).await?;
    page.run("document.querySelector('#place').innerHTML = '<take-home gig-price=100>The example.</take-home>'")
        .await?;
    start(page).await?;
    page.type_into("contract-price", "9000").await?;
    page.reads(".th-side.th-contract .th-kept", "$8,050").await?;
    let set = "const lines = Array.from({ length: 1500 }, (_, index) => `1 x ${index + 10}.50 for Client ${index}`);
               document.querySelector('take-home').gigList = lines.join(', ');";
    let taken = "let pages = 0; try { for (;; pages++) memories[0].grow(1); } catch {} ";
    let pages = page.run(&format!("{taken} {set} return pages")).await?;
    ensure!(pages != json!(0), "nothing was left to take away");
    let gross = async |gigs: &str| {
        wait_for(gigs, async || {
            let comparison = page.comparison(0).await?;
            let seen = json!([comparison["gigs"]["gross"], comparison["contract"]["gross"]]);
            ensure!(seen == json!([gigs, "9000.00"]), "{seen}");
            Ok(())
        })
        .await
    };
    wait_for("another instance", async || {
        // What the first one showed is there until then, and takes no key.
        let seen = page.run("return [memories.length, document.querySelector('take-home').shadowRoot.querySelectorAll('[inert]').length]");
        ensure!(seen.await? == json!([2, 0]), "the first has enough, or the second is not there");
        Ok(())
    })
    .await?;
    gross("3000.00").await?;
    // It goes on from there.
    page.type_into("gigs", "40").await?;
    gross("4000.00").await?;
    page.open_panel("working").await?;
    let failures = page
        .run("return [window.sent.filter(({ name }) => name === 'error').length, document.querySelector('take-home').shadowRoot.querySelectorAll('[part=notice]').length]")
        .await?;
    ensure!(failures == json!([0, 0]), "nothing has to be said: {failures}");
    Ok(())
}

/// Chromium freezes tabs that nobody looks at; other browsers do so too, but not for a test.
pub async fn a_frozen_tab_goes_on_when_it_thaws(page: &Page<'_>) -> Result<()> {
    if page.run("return /Chrome/.test(navigator.userAgent)").await? == json!(false) {
        return Ok(());
    }
    // Chromium treats a window as hidden once a page in it was frozen, even after another page is opened there, so this case has
    // a window of its own.
    let first = page.client.window().await?;
    let own = page.client.new_window(false).await?;
    page.client.switch_to_window(own.handle).await?;
    page.see_everything().await?;
    let server = Server::start();
    server.holds_panels(true);
    page.client.goto("about:blank").await?;
    page.client.goto(&server.url("plain/pages/two.html")).await?;
    page.is_ready().await?;
    page.type_into("gigs", "20").await?;
    page.click("details[data-field=costs] > summary").await?;
    // What a key has begun is under way, and so is a part.
    page.run("window.frozen = 0; document.addEventListener('freeze', () => frozen++)").await?;
    page.in_chromium("Page.setWebLifecycleState", json!({ "state": "frozen" })).await?;
    server.holds_panels(false);
    page.in_chromium("Page.setWebLifecycleState", json!({ "state": "active" })).await?;
    ensure!(page.run("return frozen").await? == json!(1), "it was never frozen");
    wait_for("the panel's inputs", async || page.find("#bid-cost").await.map(drop)).await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600").await?;
    page.type_into("gigs", "21").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,680").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    page.client.close_window().await?;
    page.client.switch_to_window(first).await?;
    Ok(())
}

/// As a page with one calculator for each of its products may have.
pub async fn two_hundred_elements_share_one_app(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    page.run(
        "document.querySelector('#place').innerHTML = Array.from({ length: 200 }, (_, index) => `<take-home view=compact gigs=${index + 1}>The example.</take-home>`).join('');
         document.querySelectorAll('take-home').forEach((element) => element.start())",
    )
    .await?;
    let gross = "return [...document.querySelectorAll('take-home')].filter(({ comparison }, index) => comparison?.gigs.gross === `${(index + 1) * 500}.00`).length";
    wait_for("all of them", async || {
        let right = page.run(gross).await?;
        ensure!(right == json!(200), "{right} are right");
        Ok(())
    })
    .await?;
    let fetched = page
        .run("return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length")
        .await?;
    ensure!(fetched == json!(1), "one app for all: {fetched}");
    // The first one answers, and no other one.
    page.run("document.querySelector('take-home').scrollIntoView()").await?;
    page.type_into("gigs", "40").await?;
    page.reads(".th-side.th-gigs .th-kept", "$16,000").await?;
    ensure!(page.run(gross).await? == json!(199), "the others are as they were");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}
