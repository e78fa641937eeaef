//! Is the calculator light where the page is light, and dark where it is dark?

use anyhow::{Context, Result, ensure};
use browsers::{Page, wait_for};
use serde_json::json;

use crate::around::{painted, start};

async fn is(page: &Page<'_>, theme: &str) -> Result<()> {
    wait_for(theme, async || {
        let seen = page
            .run("return getComputedStyle(document.querySelector('take-home').shadowRoot.querySelector('.th')).colorScheme")
            .await?;
        ensure!(seen == json!(theme), "{seen}");
        Ok(())
    })
    .await
}

async fn open(page: &Page<'_>, script: &str) -> Result<()> {
    page.open_empty("plain").await?;
    page.run(&format!(
        "const [root, body, place] = [document.documentElement, document.body, document.querySelector('#place')];
         place.append(document.createElement('take-home'));
         {script}"
    ))
    .await?;
    start(page).await
}

pub async fn it_is_the_pages(page: &Page<'_>) -> Result<()> {
    for (script, theme) in [
        ("", "light"),
        ("root.style.colorScheme = 'dark'", "dark"),
        ("place.style.colorScheme = 'only dark'", "dark"),
        ("root.style.colorScheme = 'light'; body.style.background = 'white'", "light"),
        ("body.style.background = '#111'", "dark"),
        ("root.style.background = 'rgb(20 20 30)'", "dark"),
        ("body.style.background = 'oklch(0.21 0.03 264)'", "dark"),
        ("body.style.background = 'oklch(0.97 0.01 264)'", "light"),
        ("body.style.background = 'lab(10 0 0)'", "dark"),
        ("body.style.background = 'color(srgb 0.1 0.1 0.1)'", "dark"),
        ("body.style.background = 'color(display-p3 0.9 0.9 0.9)'", "light"),
        ("body.style.background = 'rgb(0 0 0 / 0.1)'", "light"),
        // Tints whose components are below zero.
        ("body.style.background = '#fff'; place.style.background = 'oklab(0.2 -0.003 -0.04 / 0.05)'", "light"),
        ("body.style.background = '#0f172a'; place.style.background = 'oklab(0.97 -0.003 -0.014 / 0.1)'", "dark"),
        // A card on the page.
        ("body.style.background = '#111'; place.style.background = '#fff'", "light"),
        ("body.style.background = '#fff'; place.style.background = '#222'", "dark"),
        // A page that has both and says no more leaves it to the reader; one with a switch paints its own background.
        ("root.style.colorScheme = 'light dark'", "light"),
        ("root.style.colorScheme = 'light dark'; body.style.background = '#111'", "dark"),
        // Through somebody's shadow root.
        (
            "body.style.background = '#111'; place.attachShadow({ mode: 'open' }).innerHTML = '<div><slot></slot></div>'",
            "dark",
        ),
        (
            "place.attachShadow({ mode: 'open' }).innerHTML = '<div style=\"background: #111\"><slot></slot></div>'",
            "dark",
        ),
        // What the author says goes first.
        ("body.style.background = '#111'; place.firstChild.setAttribute('theme', 'light')", "light"),
        ("place.firstChild.setAttribute('theme', 'dark')", "dark"),
        ("body.style.background = '#111'; place.firstChild.setAttribute('theme', 'auto')", "light"),
    ] {
        open(page, script).await?;
        is(page, theme).await.with_context(|| script.to_owned())?;
    }
    Ok(())
}

pub async fn it_follows_the_page(page: &Page<'_>) -> Result<()> {
    for (way, dark, light) in [
        ("a class", "root.className = 'dark'", "root.className = ''"),
        ("an attribute", "root.dataset.theme = 'dark'", "delete root.dataset.theme"),
        ("color-scheme", "root.style.colorScheme = 'dark'", "root.style.colorScheme = 'light'"),
        ("color-scheme further in", "body.style.colorScheme = 'dark'", "body.style.colorScheme = 'light'"),
        ("a style sheet", "sheet.media.mediaText = 'all'", "sheet.media.mediaText = 'print'"),
        ("a class, slowly", "body.className = 'slow'; root.className = 'dark'", "root.className = ''"),
        ("another place", "document.querySelector('#dark').append(element)", "place.append(element)"),
    ] {
        open(
            page,
            "const style = document.createElement('style');
             style.textContent = `
               .dark body, [data-theme=dark] body { background: #111; color: #eee }
               body.slow { transition: background-color .3s }
               * { transition-property: none }
               #dark { background: #000 }`;
             const other = document.createElement('style');
             other.media = 'print';
             other.textContent = 'body { background: #222; color: #ddd }';
             document.head.append(style, other);
             Object.assign(window, { root, body, place, element: place.firstChild, sheet: other.sheet });
             body.append(Object.assign(document.createElement('div'), { id: 'dark' }))",
        )
        .await?;
        is(page, "light").await.context(way)?;
        for (script, theme) in [(dark, "dark"), (light, "light"), (dark, "dark")] {
            page.run(script).await?;
            is(page, theme).await.with_context(|| format!("{way}: {script}"))?;
        }
    }
    Ok(())
}

/// A tab, or anything else that opens and closes.
pub async fn it_follows_the_page_while_it_is_hidden(page: &Page<'_>) -> Result<()> {
    for hide in ["place.hidden = true", "document.querySelector('take-home').style.display = 'none'"] {
        open(
            page,
            "const style = document.createElement('style');
             style.textContent = '.dark body { background: #111; color: #eee }';
             document.head.append(style)",
        )
        .await?;
        is(page, "light").await?;
        for (script, theme) in [("className = 'dark'", "dark"), ("className = ''", "light")] {
            page.run(hide).await?;
            painted(page).await?;
            page.run(&format!("document.documentElement.{script}")).await?;
            painted(page).await?;
            page.run("place.hidden = false; document.querySelector('take-home').style.display = ''").await?;
            is(page, theme).await.with_context(|| format!("{hide}: {script}"))?;
        }
    }
    Ok(())
}
