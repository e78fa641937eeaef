//! How fast does the page answer, and how much memory does it take, in Chromium? Run by `cargo xtask bench`.

use anyhow::{Context, Result};
use browsers::{Engine, Page, Server, Session, wait_for};
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

/// A command of Chromium's own protocol.
#[derive(Debug)]
struct Cdp(&'static str, Value);

impl WebDriverCompatibleCommand for Cdp {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.0, "params": self.1 }).to_string()))
    }
}

/// Moves a slider and waits for the document to have changed, `MOVES` times with `PAUSE` milliseconds between; answers with
/// the milliseconds of each, sorted, with how many changes there were at a time, and with the sum of the layout's shifts.
const UPDATES: &str = "
    const root = document.querySelector('take-home')?.shadowRoot ?? document;
    const named = (field) => root.querySelector(`input[type=range][data-field=${field}]`);
    const fields = ['gigs', 'gig-price', 'gig-list-level', 'contract-price', 'gig-billed', 'contract-billed']
      .filter((field) => named(field)?.checkVisibility());
    // Moved by a script, nothing counts as expected.
    let shifts = 0;
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifts += value }).observe({ type: 'layout-shift' });
    const taken = [];
    let mutations = 0;
    const move = async (index, pause) => {
      const slider = named(fields[index% fields.length]);
      const steps = (slider.max - slider.min) / slider.step;
      const before = slider.value;
      slider.value = Number(slider.min) + slider.step * (1 + (index * 37)% (steps - 1));
      // Nothing would change.
      if (slider.value === before) return;
      const changed = new Promise((resolve) => {
        const observer = new MutationObserver((records) => { observer.disconnect(); mutations += records.length; resolve(performance.now()); });
        observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
      });
      const start = performance.now();
      slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      taken.push(await changed - start);
      await new Promise((rested) => requestAnimationFrame(() => setTimeout(rested, pause)));
    };
    (async () => {
      for (let index = 0; index < 40; index++) await move(index, 0);
      taken.length = 0; mutations = 0; shifts = 0;
      for (let index = 0; index < MOVES; index++) await move(index, PAUSE);
      done([taken.sort((a, b) => a - b), mutations / MOVES, shifts]);
    })();";

/// The two ways: one move after the other, and one at a time with pauses, as a reader makes them.
const WAYS: [(&str, u32, u32); 2] = [("400 moves in a row", 400, 0), ("60 moves with pauses", 60, 200)];

/// Drags back and forth for a number of milliseconds, a move each frame.
const DRAG: &str = "
    const root = document.querySelector('take-home').shadowRoot;
    const end = performance.now() + 60_000;
    let index = 0;
    const move = () => {
      const slider = root.querySelector('input[type=range][data-field=gig-price]');
      slider.value = Number(slider.min) + (index++ * 7919)% (slider.max - slider.min);
      slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      if (performance.now() < end) requestAnimationFrame(move); else done(index);
    };
    move();";

/// The link of the same name in `benches/engine.mjs`.
const EVERY_COST: &str = "fee-tax=19&bid-cost=0.5&bid-connects=9&connect-price=0.15&free-connects=10&held-connects=20\
    &membership=14.99&membership-connects=80&bid-minutes=35&client-overhead=1.5&withdrawal-fee=0.99&gig-win-rate=7&gig-hours=8\
    &gig-overhead=0.5&gig-bought-in=5&gig-duration=6&contract-hours=200&contract-overhead=10&contract-bought-in=100\
    &contract-duration=6&contract-payments=6";

fn main() -> Result<()> {
    tokio::runtime::Runtime::new()?.block_on(measure())
}

async fn measure() -> Result<()> {
    let server = Server::start();
    let session = Engine::Chromium.start().await?;
    let page = Page { client: &session.client, server: &server };
    // One update takes longer than the driver's usual patience with scripts.
    let patience = fantoccini::wd::TimeoutConfiguration::new(Some(std::time::Duration::from_secs(90)), None, None);
    session.client.update_timeouts(patience).await?;

    readable(&page, &session).await?;
    println!(
        "{:<56}{:>10}{:>10}{:>10}{:>12}{:>8}",
        "input to changed DOM, Chromium", "median", "p95", "worst", "mutations", "shift"
    );
    let every_cost = format!("isolated/#{EVERY_COST}");
    let list: Vec<String> = (0..50).map(|line| format!("{} x {}", 1 + line % 3, 80 + 37 * line)).collect();
    let list = format!("isolated/#gig-list={}&contract-price=60000", list.join(", "));
    for slowdown in [1, 4] {
        for (way, moves, pause) in WAYS {
            for (name, path, open) in [
                ("by hand", "isolated/pages/floor.html", None),
                ("the example", "isolated/", None),
                ("the map open", "isolated/", Some("map")),
                ("every cost", &every_cost, None),
                ("a list of 50 lines", &list, None),
            ] {
                let name = format!("{name}, {way}, processor ÷ {slowdown}");
                start(&page, path, open).await?;
                updates(&page, &session, &name, slowdown, (moves, pause)).await?;
            }
        }
    }

    if std::env::args().any(|word| word == "quick") {
        return Ok(());
    }
    println!("{:<44}{:>14}{:>14}", "memory, Chromium, after collecting", "script heap", "Wasm memory");
    page.open_raw("isolated/pages/empty.html").await?;
    memory(&page, &session, "a page without the element").await?;
    for (count, name) in [(1, "one element in an article"), (10, "ten elements in an article")] {
        page.open_raw("isolated/pages/none.html").await?;
        page.run(&format!(
            "for (let index = 0; index < {count}; index++) {{
               const element = document.createElement('take-home');
               element.setAttribute('gigs', 10 + index);
               document.querySelector('#place').append(element);
               customElements.whenDefined('take-home').then(() => element.start());
             }}"
        ))
        .await?;
        page.is_ready().await?;
        let fetched = page
            .run("return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length")
            .await?;
        memory(&page, &session, &format!("{name}, {fetched} Wasm fetched")).await?;
    }
    page.open("isolated/").await?;
    memory(&page, &session, "one instance").await?;
    let moves = page.run_async(DRAG).await?;
    memory(&page, &session, &format!("after a minute of dragging, {moves} moves")).await?;
    let moves = page.run_async(DRAG).await?;
    memory(&page, &session, &format!("after a second minute, {moves} moves")).await
}

/// Opens a page, and a panel of it.
async fn start(page: &Page<'_>, path: &str, panel: Option<&str>) -> Result<()> {
    if path.contains("pages/") {
        return page.open_raw(path).await;
    }
    page.open(path).await?;
    match panel {
        Some(panel) => page.open_panel(panel).await,
        None => Ok(()),
    }
}

/// Prints how long the page takes to answer in one of the ways.
async fn updates(
    page: &Page<'_>,
    session: &Session,
    name: &str,
    slowdown: u32,
    (moves, pause): (u32, u32),
) -> Result<()> {
    cdp(session, Cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slowdown }))).await?;
    let script = UPDATES.replace("MOVES", &moves.to_string()).replace("PAUSE", &pause.to_string());
    let result = page.run_async(&script).await?;
    cdp(session, Cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))).await?;
    let taken: Vec<f64> = result[0].as_array().context("times")?.iter().filter_map(Value::as_f64).collect();
    println!(
        "{name:<56}{:>7.2} ms{:>7.2} ms{:>7.2} ms{:>12.1}{:>8.3}",
        taken[taken.len() / 2],
        taken[taken.len() * 95 / 100],
        taken[taken.len() - 1],
        result[1].as_f64().unwrap_or_default(),
        result[2].as_f64().unwrap_or_default()
    );
    Ok(())
}

/// How long the page takes until its example can be read, on a slow line and a slow processor; and the same page without any
/// of its scripts, which is what it would take at least.
async fn readable(page: &Page<'_>, session: &Session) -> Result<()> {
    let slow = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000 });
    let usual = json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    cdp(session, Cdp("Network.enable", json!({}))).await?;
    cdp(session, Cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true }))).await?;
    cdp(session, Cdp("Network.setBypassServiceWorker", json!({ "bypass": true }))).await?;
    cdp(session, Cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))).await?;
    cdp(session, Cdp("Network.emulateNetworkConditions", slow)).await?;
    println!("{:<44}{:>10}{:>10}", "until the example can be read, Chromium", "median", "worst");
    for (name, blocked) in [("the page", json!([])), ("the page without its scripts", json!(["*.js", "*.wasm"]))] {
        cdp(session, Cdp("Network.setBlockedURLs", json!({ "urls": blocked }))).await?;
        let mut taken = vec![];
        for _ in 0..9 {
            page.open_raw("hosted/").await?;
            let painted = wait_for("the first paint", async || {
                let paint = page
                    .run("return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null")
                    .await?;
                paint.as_f64().context("not yet")
            });
            taken.push(painted.await?);
        }
        taken.sort_by(f64::total_cmp);
        println!("{name:<44}{:>7.0} ms{:>7.0} ms", taken[taken.len() / 2], taken[taken.len() - 1]);
    }
    cdp(session, Cdp("Network.setBlockedURLs", json!({ "urls": [] }))).await?;
    cdp(session, Cdp("Network.emulateNetworkConditions", usual)).await?;
    cdp(session, Cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))).await?;
    Ok(())
}

async fn cdp(session: &Session, command: Cdp) -> Result<Value> {
    Ok(session.client.issue_cmd(command).await?)
}

async fn memory(page: &Page<'_>, session: &Session, name: &str) -> Result<()> {
    for _ in 0..3 {
        cdp(session, Cdp("HeapProfiler.collectGarbage", json!({}))).await?;
    }
    let heap = cdp(session, Cdp("Runtime.getHeapUsage", json!({}))).await?["usedSize"].as_f64().unwrap_or_default();
    let wasm = page
        .run_async(
            "const app = performance.getEntriesByType('resource').find(({ name }) => /take-home-app[.].*js$/.test(name));
             if (!app) done(0);
             else import(app.name).then((app) => app.default()).then(({ memory }) => done(memory.buffer.byteLength))",
        )
        .await?;
    println!("{name:<44}{:>11.0} kB{:>11.0} kB", heap / 1000.0, wasm.as_f64().unwrap_or_default() / 1000.0);
    Ok(())
}
