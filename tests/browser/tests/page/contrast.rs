//! Can every word be told from what is behind it? Measured on the pixels that a browser paints, in every theme.

use anyhow::{Result, ensure};
use browsers::Page;
use serde_json::{Value, json};

/// The texts in the window whose contrast is too low on a picture of it (its bytes are the argument). The colour behind a text is the
/// most frequent one around it, and its own is the one that differs most: strokes are thick enough for that at three times the size.
const LOW: &str = "const done = arguments[arguments.length - 1];
     (async () => {
       const picture = await createImageBitmap(new Blob([new Uint8Array(arguments[0])], { type: 'image/png' }));
       const canvas = new OffscreenCanvas(picture.width, picture.height);
       const pen = canvas.getContext('2d', { willReadFrequently: true });
       pen.drawImage(picture, 0, 0);
       const dots = picture.width / innerWidth;
       const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
       const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
       const contrast = (one, other) => { const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05) };
       const { shadowRoot } = document.querySelector('take-home');
       const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
       const low = [];
       let count = 0;
       while (walker.nextNode()) {
         const text = walker.currentNode;
         const element = text.parentElement;
         if (!text.data.trim() || !element.checkVisibility() || element.closest('.th-aloud, option, script, style, .th-preview, title')) continue;
         // What an SVG does not show is visible all the same, says Chromium.
         if (element.getBoundingClientRect().width < 1) continue;
         const range = document.createRange();
         range.selectNodeContents(text);
         const [box] = range.getClientRects();
         if (!box || box.width < 4 || box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) continue;
         // Not where something else, such as the sticky verdict, is in front of it.
         const seen = shadowRoot.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
         if (!seen || !(seen.contains(element) || element.contains(seen))) continue;
         const { data } = pen.getImageData(box.left * dots, box.top * dots, Math.max(1, box.width * dots), Math.max(1, box.height * dots));
         const colours = new Map();
         for (let at = 0; at < data.length; at += 4) {
           const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
           colours.set(colour, (colours.get(colour) ?? 0) + 1);
         }
         const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
         const behind = parts([...colours].reduce((most, one) => (one[1] > most[1] ? one : most))[0]);
         const best = Math.max(...[...colours].filter(([, times]) => times > 2).map(([colour]) => contrast(parts(colour), behind)));
         const { fontSize, fontWeight } = getComputedStyle(element);
         const isLarge = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && fontWeight >= 700);
         count++;
         if (best < (isLarge ? 3 : 4.5)) low.push(`${best.toFixed(2)}: ${text.data.trim().slice(0, 40)}`);
       }
       return [count, low];
     })().then(done, (error) => done(String(error)));";

/// Looks at the whole page, one window after the other.
async fn every_text_can_be_read(page: &Page<'_>, what: &str) -> Result<()> {
    // As large as readers can make their text, so that strokes have their full colour.
    page.run("document.documentElement.style.fontSize = '48px'; scrollTo(0, 0)").await?;
    let mut texts = 0;
    for _ in 0..60 {
        page.run_async("requestAnimationFrame(() => requestAnimationFrame(done))").await?;
        let picture = page.client.screenshot().await?;
        let found = page.client.execute_async(LOW, vec![json!(picture)]).await?;
        ensure!(found[1] == json!([]), "{what}: {found:#}");
        texts += found[0].as_u64().unwrap_or_default();
        let goes_on = page.run("const before = scrollY; scrollBy({ top: innerHeight * 0.8, behavior: 'instant' }); return scrollY - before > 1").await?;
        if goes_on == json!(false) {
            break;
        }
    }
    ensure!(texts > 40, "{what}: only {texts} texts");
    Ok(())
}

/// A link that shows most kinds of text: a changed number, a note, a rate.
const LINK: &str = "gigs=31&nonsense=1&schedule=upwork-2025&gig-rate=12";

async fn open(page: &Page<'_>, theme: &str) -> Result<()> {
    page.open(&format!("plain/#{LINK}&theme={theme}")).await?;
    page.open_panel("working").await?;
    page.open_panel("about").await?;
    page.run("document.activeElement?.blur()").await.map(drop)
}

pub async fn words_stand_out_in_every_theme(page: &Page<'_>) -> Result<()> {
    for theme in ["light", "dark"] {
        open(page, theme).await?;
        every_text_can_be_read(page, theme).await?;
    }
    Ok(())
}

/// Drivers have no command for a reader's own colours; Chromium can play them.
pub async fn words_stand_out_in_forced_colours(page: &Page<'_>) -> Result<()> {
    if page.run("return navigator.userAgent.includes('Chrome')").await? == json!(false) {
        return Ok(());
    }
    for scheme in ["light", "dark"] {
        let features = |forced: &str| -> Value {
            json!({ "features": [{ "name": "forced-colors", "value": forced }, { "name": "prefers-color-scheme", "value": scheme }] })
        };
        page.in_chromium("Emulation.setEmulatedMedia", features("active")).await?;
        open(page, "page").await?;
        let is_forced = page.run("return matchMedia('(forced-colors: active)').matches").await?;
        let read = every_text_can_be_read(page, &format!("forced, {scheme}")).await;
        page.in_chromium("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
        ensure!(is_forced == json!(true), "colours are forced");
        read?;
    }
    Ok(())
}

/// The measure finds what it should: pale words, and nothing else.
pub async fn pale_words_are_found(page: &Page<'_>) -> Result<()> {
    open(page, "light").await?;
    page.run("document.querySelector('take-home').style.setProperty('--take-home-quiet', '#b0b0b0'); document.querySelector('take-home').scrollIntoView()").await?;
    let found = every_text_can_be_read(page, "pale").await;
    ensure!(found.is_err_and(|error| error.to_string().starts_with("pale: ")), "pale words are not found");
    Ok(())
}
