//! What does a person do with the page, and what do they see?

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::{Server, wait_for};

/// A page in a browser, as a person uses it: what they read, type into, drag and press.
pub struct Page<'a> {
    /// The browser.
    pub client: &'a Client,
    /// Where pages come from.
    pub server: &'a Server,
}

impl Page<'_> {
    /// Opens a path and waits until its elements are ready.
    ///
    /// # Errors
    ///
    /// When they do not get ready in time.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.open_raw(path).await?;
        self.is_ready().await
    }

    /// Waits until the elements of the page are ready.
    ///
    /// # Errors
    ///
    /// When they do not get ready in time.
    pub async fn is_ready(&self) -> Result<()> {
        wait_for("the elements to be ready", async || {
            let ready = self
                .run(
                    "const all = [...document.querySelectorAll('take-home')];
                     // The picture of a fee of one's own comes a moment later, and moves what is below it.
                     const drawn = (root) => !root?.querySelector('.th-own-fee')
                       || root.querySelector('.th-own-fee :is(.th-steps, .th-note), #fee[aria-invalid]');
                     if (all.length > 0 && all.every((e) => e.comparison && drawn(e.shadowRoot) != null)) return true;
                     const seen = (e) => [Boolean(e.comparison), ...[...e.shadowRoot?.querySelectorAll('[part=notice], .th-own-fee') ?? []].map((e) => e.innerText)];
                     return [location.href, ...all.map(seen), window.heard]",
                )
                .await?;
            ensure!(ready == json!(true), "not ready: {ready}");
            Ok(())
        })
        .await
    }

    /// Opens a path without waiting for anything but its document.
    ///
    /// # Errors
    ///
    /// When the browser cannot.
    pub async fn open_raw(&self, path: &str) -> Result<()> {
        // A change of the fragment alone would not load anything.
        self.client.goto("about:blank").await?;
        Ok(self.client.goto(&self.server.url(path)).await?)
    }

    /// Opens a path on a separate server that refuses to serve `file`, and waits until the elements are ready.
    ///
    /// # Errors
    ///
    /// When they do not get ready in time.
    pub async fn open_without(&self, file: &str, path: &str) -> Result<Server> {
        let server = Server::start();
        server.refuses(Some(file));
        // A change of the fragment alone would not load anything.
        self.client.goto("about:blank").await?;
        self.client.goto(&server.url(path)).await?;
        self.is_ready().await?;
        Ok(server)
    }

    /// Opens a page that makes its elements by script, once it knows the element; `how` it is served.
    ///
    /// # Errors
    ///
    /// When the browser cannot.
    pub async fn open_empty(&self, how: &str) -> Result<()> {
        self.open_raw(&format!("{how}/pages/none.html")).await?;
        self.run_async("customElements.whenDefined('take-home').then(() => done())").await.map(drop)
    }

    /// Makes the page as slow as on an old phone: at each look at the clock it is later, so Yew pauses between its tasks whenever it may.
    ///
    /// # Errors
    ///
    /// When the browser cannot.
    pub async fn slow_down(&self) -> Result<()> {
        self.run("const { now } = Date; let late = 0; Date.now = () => now() + 20 * ++late").await.map(drop)
    }

    /// Runs a script and returns what it returns.
    ///
    /// # Errors
    ///
    /// When it throws.
    pub async fn run(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute(script, vec![]).await?)
    }

    /// Runs a script in the page's first frame.
    ///
    /// # Errors
    ///
    /// When there is none, or it throws.
    pub async fn run_in_frame(&self, script: &str) -> Result<Value> {
        self.client.clone().enter_frame(0).await?;
        let result = self.run(script).await;
        self.client.clone().enter_parent_frame().await?;
        result
    }

    /// Runs a script that calls `done(…)` in the end.
    ///
    /// # Errors
    ///
    /// When it throws.
    pub async fn run_async(&self, script: &str) -> Result<Value> {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        Ok(self.client.execute_async(&script, vec![]).await?)
    }

    /// What is at `selector` inside the element with that position on the page.
    ///
    /// # Errors
    ///
    /// When there is nothing.
    pub async fn find_in(&self, index: usize, selector: &str) -> Result<Element> {
        let hosts = self.client.find_all(Locator::Css("take-home")).await?;
        let host = hosts.into_iter().nth(index).context("no such element")?;
        let root = host.shadow_root().await?;
        root.find(Locator::Css(selector)).await.with_context(|| selector.to_owned())
    }

    /// What is at `selector` inside the first element.
    ///
    /// # Errors
    ///
    /// When there is nothing.
    pub async fn find(&self, selector: &str) -> Result<Element> {
        self.find_in(0, selector).await
    }

    /// The text at a selector.
    ///
    /// # Errors
    ///
    /// When there is nothing.
    pub async fn text(&self, selector: &str) -> Result<String> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// Waits until the text at a selector is `expected`.
    ///
    /// # Errors
    ///
    /// When it does not become so in time.
    pub async fn reads(&self, selector: &str, expected: &str) -> Result<()> {
        wait_for(&format!("{selector} to read {expected:?}"), async || {
            let text = self.text(selector).await?.replace('\u{a0}', " ");
            ensure!(text == expected, "it reads {text:?}");
            Ok(())
        })
        .await
    }

    /// Waits until the verdict is `expected`.
    ///
    /// # Errors
    ///
    /// When it does not become so in time.
    pub async fn verdict(&self, expected: &str) -> Result<()> {
        self.reads(".th-answer", expected).await
    }

    /// Types a text into a field in place of what was there.
    ///
    /// # Errors
    ///
    /// When there is no such field.
    pub async fn type_into(&self, field: &str, text: &str) -> Result<()> {
        let selector = format!("#{field}");
        self.click(&selector).await?;
        let input = self.find(&selector).await?;
        self.client.execute("arguments[0].select()", vec![serde_json::to_value(&input)?]).await?;
        let keys = format!("{}{text}", char::from(Key::Backspace));
        self.keys(&keys).await?;
        Ok(())
    }

    /// Clicks where an element is, with the mouse: a driver's own click does not find what is inside a shadow root.
    ///
    /// # Errors
    ///
    /// When there is no such element, or something else is where it is.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.point_at(selector, "click", async |element| Ok(hold_at(element, 0.0).then(LET_GO))).await
    }

    /// Brings an element into view and does something to it with the mouse, of which it has to get the event `awaited`. Pages move: the
    /// element may be replaced, or be somewhere else by the time of the press. A press that does not hit it is kept from the page, and
    /// tried again, as is one that got lost.
    async fn point_at(
        &self,
        selector: &str,
        awaited: &str,
        actions: impl AsyncFn(&Element) -> Result<MouseActions>,
    ) -> Result<()> {
        wait_for(&format!("a press on {selector}"), async || {
            let element = self.find(selector).await?;
            match self.point_once(&element, awaited, &actions).await {
                Ok(None) => Ok(Ok(())),
                Ok(Some(hit)) => bail!("it hits {hit}"),
                Err(error) if error.downcast_ref().is_some_and(CmdError::is_stale_element_reference) => Err(error),
                Err(error) => Ok(Err(error.context(selector.to_owned()))),
            }
        })
        .await?
    }

    /// Presses once; returns what was hit if it was something else.
    async fn point_once(
        &self,
        element: &Element,
        awaited: &str,
        actions: impl AsyncFn(&Element) -> Result<MouseActions>,
    ) -> Result<Option<String>> {
        self.client.execute(GUARD, vec![serde_json::to_value(element)?, json!(awaited)]).await?;
        let performed = match actions(element).await {
            Ok(actions) => self.client.perform_actions(actions).await.map_err(anyhow::Error::from),
            Err(error) => Err(error),
        };
        // Another page may be here by now, and knows nothing of it.
        let missed = self.run_async("if (window.endGuard) endGuard(done); else done(null)").await;
        performed?;
        Ok(missed?.as_str().map(str::to_owned))
    }

    /// Chooses from a list what has that value.
    ///
    /// # Errors
    ///
    /// When there is no such list, or nothing of that value in it.
    pub async fn choose(&self, list: &str, value: &str) -> Result<()> {
        let list = self.find(&format!("select[data-field={list}]")).await?;
        self.bring_into_view(&list).await?;
        list.select_by_value(value).await.with_context(|| value.to_owned())
    }

    /// Waits until the text of what a selector finds has a part. Where one cell ends and the next begins, engines tell in
    /// ways of their own, so spaces do not count.
    ///
    /// # Errors
    ///
    /// When it does not in time.
    pub async fn tells(&self, selector: &str, part: &str) -> Result<()> {
        let close = |text: &str| text.split_whitespace().collect::<String>();
        wait_for(&format!("{selector} to tell {part:?}"), async || {
            let text = self.text(selector).await?;
            ensure!(close(&text).contains(&close(part)), "it tells {text:?}");
            Ok(())
        })
        .await
    }

    /// Waits until every closed question has answered.
    ///
    /// # Errors
    ///
    /// When one does not in time.
    pub async fn questions_answer(&self) -> Result<()> {
        let answer = "details[data-field=score] > summary span";
        wait_for("the questions to answer", async || {
            let text = self.text(answer).await?;
            ensure!(text.contains('%'), "{text:?}");
            Ok(())
        })
        .await
    }

    /// Makes the window so small that no question is in sight, so that their part is not fetched until one opens.
    ///
    /// # Errors
    ///
    /// When the browser does not.
    pub async fn see_no_questions(&self) -> Result<()> {
        Ok(self.client.set_window_size(800, 400).await?)
    }

    /// Makes the window as large as it was.
    ///
    /// # Errors
    ///
    /// When the browser does not.
    pub async fn see_everything(&self) -> Result<()> {
        Ok(self.client.set_window_size(1280, 1400).await?)
    }

    /// Opens what is folded in a panel: fields that few readers need, tables and sources.
    ///
    /// # Errors
    ///
    /// When nothing is folded in it.
    pub async fn unfold(&self, panel: &str) -> Result<()> {
        let folds = format!("details[data-field={panel}] .th-content details:not([open]) > summary");
        wait_for(&format!("{panel} to have something to unfold"), async || self.find(&folds).await.map(drop)).await?;
        self.run(&format!(
            "for (const fold of document.querySelector('take-home').shadowRoot.querySelectorAll('{folds}')) fold.click()"
        ))
        .await
        .map(drop)
    }

    /// Opens a panel and waits until it is filled.
    ///
    /// # Errors
    ///
    /// When it does not open, or is not filled in time.
    pub async fn open_panel(&self, panel: &str) -> Result<()> {
        self.click(&format!("details[data-field={panel}] > summary")).await?;
        self.is_filled(panel).await
    }

    /// Presses one of the buttons for what is done with a whole comparison.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn press_share(&self, what: &str) -> Result<()> {
        self.click(&format!("[data-share={what}]")).await
    }

    /// The snippet for the numbers of a fragment on a site, as the panel shows it, of the files at `base`; with `ticked`, after ticking that.
    ///
    /// # Errors
    ///
    /// When the panel shows none.
    pub async fn snippet(&self, numbers: &str, site: &str, base: &str, ticked: Option<&str>) -> Result<String> {
        self.open(&format!("plain/#{numbers}")).await?;
        self.press_share("embed").await?;
        wait_for("the panel", async || self.find("[data-share=site]").await.map(drop)).await?;
        self.find("[data-share=site]").await?.select_by_value(site).await?;
        self.run(&format!(
            "const base = document.querySelector('take-home').shadowRoot.querySelector('[data-share=base]');
             base.value = {}; base.dispatchEvent(new Event('change', {{ bubbles: true }}))",
            json!(base)
        ))
        .await?;
        if let Some(ticked) = ticked {
            self.click(&format!("[data-share={ticked}]")).await?;
        }
        wait_for(site, async || {
            let text = self.find(".th-share pre").await?.prop("textContent").await?.context("a text")?;
            ensure!(text.contains(base), "{text}");
            ensure!(ticked != Some("pinned") || text.contains("integrity"), "{text}");
            Ok(text)
        })
        .await
    }

    /// The names of all questions below the answer, in order.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub async fn panels(&self) -> Result<Vec<String>> {
        let names = "return [...document.querySelector('take-home').shadowRoot.querySelectorAll('.th-panel')]
            .map((panel) => panel.dataset.field)";
        Ok(serde_json::from_value(self.run(names).await?)?)
    }

    /// Opens one of the sections for a whole comparison, and waits for its contents.
    ///
    /// # Errors
    ///
    /// When there is none, or it does not open in time.
    pub async fn open_share(&self, section: &str) -> Result<()> {
        self.press_share(section).await?;
        self.share_is_open(section).await
    }

    /// Waits until a section for a whole comparison is open and has contents.
    ///
    /// # Errors
    ///
    /// When it does not in time.
    pub async fn share_is_open(&self, section: &str) -> Result<()> {
        let content = format!(".th-share[data-open={section}] > div > *");
        wait_for(section, async || self.find(&content).await.map(drop)).await
    }

    /// Waits until the saved list has a comparison.
    ///
    /// # Errors
    ///
    /// When it does not in time.
    pub async fn has_saved(&self) -> Result<()> {
        wait_for("a saved comparison", async || self.find(".th-saved li").await.map(drop)).await
    }

    /// Waits until a panel holds more than a hint that it will.
    ///
    /// # Errors
    ///
    /// When it does not in time.
    pub async fn is_filled(&self, panel: &str) -> Result<()> {
        let content = format!(
            "details[data-field={panel}] > .th-content :is(table, dl, ul, figure, textarea, .th-chart, p:not([class]))"
        );
        wait_for(&format!("the panel {panel} to be filled"), async || self.find(&content).await.map(drop)).await
    }

    async fn bring_into_view(&self, element: &Element) -> Result<()> {
        let script = "arguments[0].scrollIntoView({ block: 'center' })";
        self.client.execute(script, vec![serde_json::to_value(element)?]).await?;
        Ok(())
    }

    /// The slider of a field.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn slider(&self, field: &str) -> Result<Element> {
        self.find(&slider(field)).await
    }

    /// Drags a slider's thumb to a share of its width, in steps, and lets go.
    ///
    /// # Errors
    ///
    /// When there is no such slider.
    pub async fn drag(&self, field: &str, to: f64) -> Result<()> {
        self.point_at(&slider(field), "pointerdown", async |slider| {
            let (_, _, width, _) = slider.rectangle().await?;
            let range = self
                .client
                .execute(
                    "const s = arguments[0]; return (s.value - s.min) / (s.max - s.min)",
                    vec![serde_json::to_value(slider)?],
                )
                .await?;
            // The thumb's centre lies half a thumb inside at either end; offsets count from the slider's centre.
            let at = |share: f64| (share - 0.5) * (width - 22.0);
            let from = at(range.as_f64().context("a number")?);
            // An end is reached wherever the thumb is pushed against it.
            let to = if to <= 0.0 || to >= 1.0 { (to - 0.5) * (width - 2.0) } else { at(to) };
            let mut moves = hold_at(slider, from);
            for step in 1..=8 {
                let x = from + (to - from) * f64::from(step) / 8.0;
                let duration = Some(Duration::from_millis(16));
                moves = moves.then(PointerAction::MoveToElement { element: slider.clone(), duration, x, y: 0.0 });
            }
            Ok(moves.then(LET_GO))
        })
        .await
    }

    /// Slides through every value from one to another, as a drag does, but all in one task: a slow machine may rest between two.
    ///
    /// # Errors
    ///
    /// When there is no such slider.
    pub async fn slide(&self, field: &str, from: u32, to: u32) -> Result<()> {
        self.run(&format!(
            "const slider = document.querySelector('take-home').shadowRoot.querySelector('{}');
             const step = Math.sign({to} - {from});
             for (let value = {from}; value !== {to} + step; value += step) {{
               slider.value = value;
               slider.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));
             }}",
            slider(field)
        ))
        .await
        .map(drop)
    }

    /// Drags across an element, from one place to another, each in shares of its width and height from its top left.
    ///
    /// # Errors
    ///
    /// When there is no such element.
    pub async fn drag_across(&self, selector: &str, from: [f64; 2], to: [f64; 2]) -> Result<()> {
        self.point_at(selector, "pointerdown", async |element| {
            let (_, _, width, height) = element.rectangle().await?;
            let at = |[across, down]: [f64; 2]| PointerAction::MoveToElement {
                element: element.clone(),
                duration: Some(Duration::from_millis(16)),
                x: (across - 0.5) * width,
                y: (down - 0.5) * height,
            };
            let mut moves = MouseActions::new("mouse".into())
                .then(at(from))
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            for step in 1..=4 {
                let share = f64::from(step) / 4.0;
                moves = moves.then(at([0, 1].map(|index| from[index] + (to[index] - from[index]) * share)));
            }
            Ok(moves.then(LET_GO))
        })
        .await
    }

    /// Presses the mouse where the middle of an element is, without letting go.
    ///
    /// # Errors
    ///
    /// When there is no such element, or something else is where it is.
    pub async fn hold(&self, selector: &str) -> Result<()> {
        self.point_at(selector, "pointerdown", async |element| Ok(hold_at(element, 0.0))).await
    }

    /// Lets go of what is held.
    ///
    /// # Errors
    ///
    /// When the browser cannot.
    pub async fn let_go(&self) -> Result<()> {
        Ok(self.client.perform_actions(MouseActions::new("mouse".into()).then(LET_GO)).await?)
    }

    /// Presses a key where the focus is.
    ///
    /// # Errors
    ///
    /// When the browser cannot.
    pub async fn press(&self, key: Key) -> Result<()> {
        self.keys(&char::from(key).to_string()).await
    }

    /// Types where the focus is.
    ///
    /// # Errors
    ///
    /// When the browser cannot.
    pub async fn keys(&self, keys: &str) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".into());
        for value in keys.chars() {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    /// The `comparison` of the element at a position on the page.
    ///
    /// # Errors
    ///
    /// When there is no such element.
    pub async fn comparison(&self, index: usize) -> Result<Value> {
        self.run(&format!("return document.querySelectorAll('take-home')[{index}].comparison")).await
    }

    /// What the console heard, and what else went wrong unseen.
    ///
    /// # Errors
    ///
    /// When the page has no spy.
    pub async fn heard(&self) -> Result<Value> {
        self.run("return window.heard").await
    }

    /// The fragment of the address.
    ///
    /// # Errors
    ///
    /// When the browser cannot say.
    pub async fn fragment(&self) -> Result<String> {
        Ok(self.run("return location.hash").await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the fragment is `expected`.
    ///
    /// # Errors
    ///
    /// When it does not become so in time.
    pub async fn has_fragment(&self, expected: &str) -> Result<()> {
        wait_for(&format!("the fragment {expected:?}"), async || {
            let fragment = self.fragment().await?;
            ensure!(fragment == expected, "it is {fragment:?}");
            Ok(())
        })
        .await
    }
}

fn slider(field: &str) -> String {
    format!("input[type=range][data-field={field}]")
}

const LET_GO: PointerAction = PointerAction::Up { button: MOUSE_BUTTON_LEFT };

/// Presses the mouse on an element, so far from its centre.
fn hold_at(element: &Element, x: f64) -> MouseActions {
    MouseActions::new("mouse".into())
        .then(PointerAction::MoveToElement { element: element.clone(), duration: None, x, y: 0.0 })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
}

/// Brings an element into view, and lets a press reach the page only if it hits the element or its label. `endGuard` reports what was hit
/// in place of it, or that nothing was.
const GUARD: &str = "
    const [element, awaited] = arguments;
    element.scrollIntoView({ block: 'center' });
    window.dropGuard?.();
    let missed = null;
    let isOver = false;
    let hasCome;
    const coming = new Promise((resolve) => hasCome = resolve);
    const look = (event) => {
      const path = event.composedPath();
      const isHit = [element, ...(element.labels ?? [])].some((target) => path.includes(target));
      if (event.type === 'pointerdown' && !isOver) {
        isOver = true;
        if (!isHit) missed = path[0].outerHTML?.slice(0, 200) ?? 'the page';
      }
      if (missed != null) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else if (event.type === awaited && isHit) hasCome();
    };
    const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
    for (const kind of kinds) addEventListener(kind, look, { capture: true, passive: false });
    window.dropGuard = () => {
      for (const kind of kinds) removeEventListener(kind, look, { capture: true });
    };
    window.endGuard = async (done) => {
      delete window.endGuard;
      // Drivers may be done before the page is.
      const isLost = missed == null && await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, 3000, true))]);
      dropGuard();
      done(isLost ? 'nothing' : missed);
    };";
