//! Does the calculator work in a frame of somebody else's page?

use anyhow::{Context, Result, ensure};
use browsers::{Page, Server, wait_for};
use fantoccini::Locator;
use serde_json::{Value, json};

/// A page from another origin with one frame, and the script that gives it its height.
async fn framed(page: &Page<'_>, address: &str) -> Result<()> {
    let other = Server::start();
    page.client.goto("about:blank").await?;
    page.client.goto(&other.url("plain/pages/empty.html")).await?;
    add_frame(page, &page.server.url(address), "").await?;
    add_script(page).await
}

/// Puts a frame with more attributes into the page, and waits until it is loaded.
async fn add_frame(page: &Page<'_>, address: &str, attributes: &str) -> Result<()> {
    page.run_async(&format!(
        "window.told = [];
         addEventListener('message', (event) => window.told.push(event.data));
         document.body.insertAdjacentHTML('beforeend',
           '<iframe src=\"{address}\" title=\"A calculator\" width=\"100%\" height=\"400\" {attributes}></iframe>');
         document.querySelector('iframe').onload = () => done(null);"
    ))
    .await
    .map(drop)
}

/// Late, as at the end of an article.
async fn add_script(page: &Page<'_>) -> Result<()> {
    let script = page.server.url("plain/v1/resize.js");
    page.run(&format!("document.body.append(Object.assign(document.createElement('script'), {{ src: '{script}' }}))"))
        .await
        .map(drop)
}

/// Waits until the frame is as high as the calculator in it; answers with that height.
pub async fn fits(page: &Page<'_>) -> Result<i64> {
    wait_for("the frame to fit", async || {
        let outer = page.run("const f = document.querySelector('iframe'); return f.clientHeight").await?;
        let inner = page
            .run_in_frame("const e = document.querySelector('take-home'); return e?.comparison && Math.ceil(e.getBoundingClientRect().height)")
            .await?;
        let height = inner.as_i64().context("it is not ready")?;
        ensure!(outer == inner && height > 300, "outside {outer}, inside {inner}");
        let left = page
            .run_in_frame("const { scrollHeight, clientHeight } = document.scrollingElement; return scrollHeight - clientHeight")
            .await?;
        ensure!(left == json!(0), "{left} pixels have to be scrolled to");
        Ok(height)
    })
    .await
}

async fn toggle(page: &Page<'_>) -> Result<()> {
    page.run_in_frame("document.querySelector('take-home').shadowRoot.querySelector('summary').click()").await.map(drop)
}

pub async fn a_frame_grows_and_shrinks(page: &Page<'_>) -> Result<()> {
    framed(page, "plain/embed.html").await?;
    // In one column.
    page.run("document.querySelector('iframe').width = 700").await?;
    let closed = fits(page).await?;
    // Whatever the page counts to a height.
    page.run("document.querySelector('iframe').style.boxSizing = 'border-box'").await?;
    toggle(page).await?;
    let open = wait_for("it to grow", async || {
        let open = fits(page).await?;
        ensure!(open > closed + 100, "{open} after {closed}");
        Ok(open)
    })
    .await?;
    toggle(page).await?;
    wait_for("it to shrink", async || {
        let again = fits(page).await?;
        ensure!(again == closed, "{again} after {closed}");
        Ok(())
    })
    .await?;
    let told = page.run("return window.told").await?;
    let has = |expected: Value| told.as_array().is_some_and(|told| told.contains(&expected));
    ensure!(has(json!({ "source": "take-home", "version": 1, "height": open })), "{told}");
    ensure!(has(json!({ "sentinel": "amp", "type": "embed-size", "height": open })), "{told}");
    // Such a message from anyone else, the page itself or another frame, has no effect.
    page.run(
        "postMessage({ source: 'take-home', version: 1, height: 77 }, '*');
         const other = document.createElement('iframe');
         other.srcdoc = '<script>parent.postMessage({ source: \"take-home\", version: 1, height: 77 }, \"*\")</script>';
         document.body.append(other);",
    )
    .await?;
    wait_for("both to have been sent", async || {
        let forged = page.run("return window.told.filter((message) => message.height === 77).length").await?;
        ensure!(forged == json!(2), "{forged}");
        Ok(())
    })
    .await?;
    ensure!(fits(page).await? == closed, "it is as it was");
    Ok(())
}

pub async fn a_frames_address_is_the_authors_example(page: &Page<'_>) -> Result<()> {
    let address = "plain/embed.html?gigs=12&gig-price=250&schedule=upwork-2023&onfocus=alert(1)&theme=dark#gigs=20";
    page.open(address).await?;
    // The fragment is the reader's; the way back leads to the author's.
    page.reads(".th-side.th-gigs .th-kept", "$4,500").await?;
    page.click(".th-back").await?;
    page.reads(".th-side.th-gigs .th-kept", "$2,700").await?;
    page.find(".th.th-dark").await?;
    let set = page.client.find(Locator::Css("take-home")).await?.attr("onfocus").await?;
    ensure!(set.is_none(), "an address runs nothing");
    let furniture = page
        .run("return [...document.querySelectorAll('body :not(main, noscript, [hidden], take-home, take-home *)')].map((e) => e.clientHeight)")
        .await?;
    ensure!(furniture == json!([1]), "a heading to be heard: {furniture}");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

/// Where no script may run outside, and where none runs inside.
pub async fn a_frame_without_scripts_is_read(page: &Page<'_>) -> Result<()> {
    page.open_raw("no-loader/embed.html").await?;
    let text = page.run("return document.querySelector('take-home').innerText").await?;
    let text = text.as_str().unwrap_or_default().replace('\u{a0}', " ");
    ensure!(text.contains("One large contract leaves you $1,700 more."), "{text}");
    page.open("strict/embed.html").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

/// Whatever a sandbox takes from it, a frame never shows an example that is not its own.
pub async fn a_sandboxed_frame_shows_its_own_example(page: &Page<'_>) -> Result<()> {
    // An origin of nobody's gets files only from a host that gives them to everyone.
    let embed = page.server.url("hosted/embed.html?gigs=12&gig-price=250");
    for (sandbox, runs) in [
        ("", false),
        ("allow-popups", false),
        ("allow-same-origin", false),
        ("allow-scripts", true),
        ("allow-scripts allow-same-origin allow-popups", true),
    ] {
        page.open_raw("plain/pages/empty.html").await?;
        page.run(&format!(
            "const frame = document.createElement('iframe');
             frame.setAttribute('sandbox', '{sandbox}');
             Object.assign(frame, {{ src: '{embed}', width: 900, height: 900 }});
             document.body.append(frame)"
        ))
        .await?;
        let seen = "const shown = (element) => (element?.checkVisibility() ? element.innerText.replaceAll('\\u00a0', ' ').trim() : null);
             const element = document.querySelector('take-home');
             return [shown(document.querySelector('main a')), shown(element?.shadowRoot?.querySelector('.th-answer') ?? element)]";
        let expected = if runs {
            // 12 × 250 = 3,000: 20% of it is 600; 20% of 500 and 10% of 2,500 are 350.
            json!([null, "One large contract leaves you $250 more."])
        } else {
            json!(["Open the calculator with the numbers of this article", null])
        };
        wait_for(&format!("a frame with sandbox={sandbox:?}"), async || {
            let seen = page.run_in_frame(seen).await?;
            // In WebKit, our policy may block the scripts of such a frame, which then shows the link.
            let is_link = sandbox == "allow-scripts"
                && seen == json!(["Open the calculator with the numbers of this article", null]);
            ensure!(seen == expected || is_link, "it shows {seen}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

const NUMBERS: &str = "gigs=12&gig-price=250&schedule=upwork-2023";

/// What the frame shows: what the gigs leave, how wide its text is, and whether a line says that the numbers are lost.
async fn shows(page: &Page<'_>, left: &str, says_lost: bool) -> Result<()> {
    wait_for("the frame's numbers", async || {
        let seen = page
            .run_in_frame(
                "return [document.querySelector('take-home').comparison?.gigs.takeHome,
                   document.querySelector('#lost').checkVisibility(), document.querySelector('h1').clientWidth]",
            )
            .await?;
        ensure!(seen == json!([left, says_lost, 1]), "{seen}");
        Ok(())
    })
    .await
}

/// Wherever the page is shown under another name, and whatever a redirect drops. 12 × (250 − 25) = 2,700.
pub async fn a_frame_keeps_its_numbers_on_every_host(page: &Page<'_>) -> Result<()> {
    for address in [
        format!("plain/a/embed/?{NUMBERS}"),
        format!("plain/a/embed/index.html?{NUMBERS}"),
        format!("clean/a/embed?{NUMBERS}"),
        format!("clean/a/embed.html?{NUMBERS}"),
        format!("clean/a/embed.html#?{NUMBERS}"),
    ] {
        page.open_raw("plain/pages/empty.html").await?;
        add_frame(page, &page.server.url(&address), "").await?;
        shows(page, "2700.00", false).await.context(address)?;
    }
    // On another origin the frame sees nothing of the page around.
    let other = Server::start();
    for (address, script, left) in [
        (format!("clean/embed.html#?{NUMBERS}"), false, "2700.00"),
        (format!("clean/embed.html?{NUMBERS}"), false, "12000.00"),
        (format!("clean/embed.html?{NUMBERS}"), true, "2700.00"),
        ("clean/embed.html".to_owned(), true, "12000.00"),
        ("plain/embed.html".to_owned(), false, "12000.00"),
    ] {
        page.client.goto(&other.url("plain/pages/empty.html")).await?;
        add_frame(page, &page.server.url(&address), "").await?;
        if script {
            add_script(page).await?;
        }
        let is_lost = address.starts_with("clean/embed.html?") && !script;
        shows(page, left, is_lost).await.with_context(|| format!("{address}, script: {script}"))?;
    }
    Ok(())
}

/// The example in the file is that of no article, so a frame whose script does not come has a link.
pub async fn a_frame_whose_script_is_lost_has_a_link(page: &Page<'_>) -> Result<()> {
    let server = Server::start();
    server.refuses(Some("frame.js"));
    page.client.goto(&server.url("plain/embed.html?gigs=12&gig-price=250")).await?;
    page.run_async("customElements.whenDefined('take-home').then(() => setTimeout(done))").await?;
    let seen = "return [document.querySelector('main a').checkVisibility(), document.querySelector('take-home').checkVisibility(), document.querySelector('main a').href === location.href]";
    ensure!(page.run(seen).await? == json!([true, false, true]), "{}", page.run(seen).await?);
    server.refuses(None);
    page.run("document.querySelector('main a').target = ''; document.querySelector('main a').click()").await?;
    page.is_ready().await?;
    ensure!(page.comparison(0).await?["gigs"]["gross"] == json!("3000.00"), "its own example");
    Ok(())
}

/// Nothing that anyone sends to a frame or to the page around it does more than it says.
pub async fn forged_messages_change_nothing(page: &Page<'_>) -> Result<()> {
    let forged = "const bad = [
           null, undefined, 7, 'take-home', [], {}, new Date(0), new Map([['source', 'take-home']]),
           { source: 'take-home', version: 1 }, { source: 'take-home', version: 1, height: '9e9' },
           { source: 'take-home', version: 1, height: -1 }, { source: 'take-home', version: 1, height: NaN },
           { source: 'take-home', version: 1, height: { valueOf: 77 } }, { source: 'take-home', version: 2, height: 77 },
           { source: 'take-home', version: '1', height: 77 }, { source: 'take-home', version: 1, height: [] },
           { source: 'take-home-page', address: 'javascript:alert(1)' }, { source: 'take-home-page', address: 'https://' },
           { source: 'take-home-page', address: 'data:text/html,x' }, { source: 'take-home-page', address: ['https://evil.example/'] },
           { source: 'take-home-page', address: { href: 'https://evil.example/' } }, { source: 'take-home-page', address: 'http://[' },
         ];";
    framed(page, "plain/embed.html?gigs=12").await?;
    let height = fits(page).await?;
    // From the page to the frame, from a sibling to both, and from the frame itself.
    page.run(&format!(
        "{forged}
         const [frame] = document.querySelectorAll('iframe');
         for (const message of bad) frame.contentWindow.postMessage(message, '*');
         const other = document.createElement('iframe');
         const script = `{forged}
           bad.push({{ source: 'take-home', version: 1, height: 77 }}, {{ source: 'take-home-page', address: 'https://evil.example/' }});
           for (const target of [parent, parent.frames[0]]) for (const message of bad) target.postMessage(message, '*');
           parent.postMessage('done', '*')`;
         addEventListener('message', ({{ data }}) => {{ if (data === 'done') window.isDone = true }});
         other.srcdoc = `<script>${{script}}<\\/script>`;
         document.body.append(other);
         window.spare = script"
    ))
    .await?;
    page.run_in_frame(&format!("{forged} window.errors = []; addEventListener('error', ({{ message }}) => errors.push(message)); for (const message of bad) parent.postMessage(message, '*'); return 0"))
        .await?;
    wait_for("all to be sent", async || {
        ensure!(page.run("return window.isDone").await? == json!(true), "not yet");
        Ok(())
    })
    .await?;
    ensure!(fits(page).await? == height, "the height is as it was");
    let inside = page
        .run_in_frame("const e = document.querySelector('take-home'); return [e.getAttribute('address') ?? '', e.comparison.gigs.gross, location.hash, window.errors, window.heard]")
        .await?;
    let own = page.run("return location.href.split('#')[0]").await?;
    ensure!(inside == json!([own, "6000.00", "", [], []]), "{inside}");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

/// The reader's numbers follow `#`, also where the author's came that way.
pub async fn an_example_after_the_fragment_is_the_authors(page: &Page<'_>) -> Result<()> {
    page.open(&format!("plain/embed.html#?{NUMBERS}")).await?;
    page.reads(".th-side.th-gigs .th-kept", "$2,700").await?;
    page.type_into("gigs", "20").await?;
    page.has_fragment("#gigs=20&contract-price=3000").await?;
    page.client.refresh().await?;
    page.is_ready().await?;
    page.reads(".th-side.th-gigs .th-kept", "$4,500").await?;
    page.click(".th-back").await?;
    page.reads(".th-side.th-gigs .th-kept", "$2,700").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

/// With `allow-scripts` alone the frame has no origin.
pub async fn a_sandbox_needs_no_origin(page: &Page<'_>) -> Result<()> {
    let other = Server::start();
    page.client.goto("about:blank").await?;
    page.client.goto(&other.url("plain/pages/empty.html")).await?;
    add_frame(page, &page.server.url(&format!("hosted/embed.html?{NUMBERS}")), "sandbox=\"allow-scripts\"").await?;
    add_script(page).await?;
    fits(page).await?;
    shows(page, "2700.00", false).await?;
    let moved = "const { shadowRoot } = document.querySelector('take-home');
         const field = shadowRoot.querySelector('#gigs');
         field.value = '20'; field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));";
    page.run_in_frame(moved).await?;
    shows(page, "4500.00", false).await?;
    // A host that permits no other origin to have its modules leaves the link to the numbers.
    page.client.goto("about:blank").await?;
    page.client.goto(&other.url("plain/pages/empty.html")).await?;
    add_frame(page, &page.server.url(&format!("plain/embed.html?{NUMBERS}")), "sandbox=\"allow-scripts\"").await?;
    let text = page.run_in_frame("return document.querySelector('main').innerText").await?;
    ensure!(
        text.as_str().is_some_and(|text| text.ends_with("Open the calculator with the numbers of this article")),
        "{text}"
    );
    Ok(())
}

/// A page that lets no file of another host in that does not agree (`Cross-Origin-Embedder-Policy`).
pub async fn an_isolated_page_has_frames_and_elements(page: &Page<'_>) -> Result<()> {
    let other = Server::start();
    page.client.goto("about:blank").await?;
    page.client.goto(&other.url("isolated/pages/empty.html")).await?;
    ensure!(page.run("return self.crossOriginIsolated").await? == json!(true), "the page is isolated");
    for address in ["hosted/embed.html", "hosted/embed/"] {
        page.run("document.querySelector('iframe')?.remove()").await?;
        add_frame(page, &page.server.url(&format!("{address}?{NUMBERS}")), "").await?;
        shows(page, "2700.00", false).await.context(address)?;
    }
    let loader = page.server.url("hosted/v1/take-home.js");
    page.run(&format!(
        "document.body.insertAdjacentHTML('afterbegin', '<take-home gigs=\"12\" gig-price=\"250\" schedule=\"upwork-2023\">The example.</take-home>');
         document.body.append(Object.assign(document.createElement('script'), {{ type: 'module', src: '{loader}' }}));
         scrollTo(0, 0)"
    ))
    .await?;
    page.is_ready().await?;
    ensure!(page.comparison(0).await?["gigs"]["takeHome"] == json!("2700.00"), "the element");
    Ok(())
}

/// The heights that docs/embedding.md gives for frames without a script: nothing is cut off, and there is no large hole.
pub async fn a_height_without_a_script_fits(page: &Page<'_>) -> Result<()> {
    let document = include_str!("../../../../docs/embedding.md");
    let styles: Vec<&str> = document.split("`height: ").skip(1).filter_map(|rest| rest.split('`').next()).collect();
    ensure!(styles.len() == 3, "full, compact, compact with a fee: {styles:?}");
    ensure!(document.contains(&format!("style=\"height: {}\"", styles[0])), "the snippet has the first of them");
    let higher = |style: &str, pixels: u32| format!("calc({style} + {pixels}px)");
    let (tiers, compact_tiers) = (higher(styles[0], 330), higher(styles[2], 70));
    let (clients, both) = (higher(styles[0], 135), higher(styles[0], 330 + 135));
    let compact_clients = higher(styles[1], 40);
    for (style, query, hole) in [
        (&*clients, "gig-clients=5", 270),
        (&clients, "gig-clients=5&withdrawal-fee=40&bid-minutes=35", 200),
        (&tiers, "fee=20%25+to+500,+10%25+to+10000,+5%25+per+client", 290),
        (&both, "lang=de&currency=EUR&gig-clients=5&fee=20%25+to+500,+10%25+to+10000,+5%25+per+client", 300),
        (&compact_clients, "view=compact&gig-clients=5", 210),
        (&compact_tiers, "view=compact&fee=20%25+to+500,+10%25+to+10000,+5%25+per+client", 230),
        (styles[0], "", 250),
        (styles[0], "gig-hours=2&contract-hours=20", 250),
        (styles[0], "withdrawal-fee=40&bid-minutes=35", 250),
        // A simple fee takes less.
        (styles[0], NUMBERS, 520),
        (styles[1], "view=compact", 160),
        (styles[1], "view=compact&withdrawal-fee=40&bid-minutes=35", 160),
        (styles[2], "view=compact&schedule=upwork-2025", 350),
        (styles[2], "view=compact&fee=10%25+%2B+0.30", 200),
        (styles[2], "view=compact&fee=10%25+%2B+0.30&withdrawal-fee=4", 160),
    ] {
        page.open_raw("plain/pages/empty.html").await?;
        page.run("document.body.style.margin = 0; document.body.style.containerType = 'inline-size'").await?;
        add_frame(
            page,
            &page.server.url(&format!("plain/embed.html?{query}")),
            &format!("style=\"border: 0; height: {style}\""),
        )
        .await?;
        for width in [312, 360, 414, 559, 600, 720, 880, 960, 1280] {
            page.run(&format!("document.body.style.width = '{width}px'")).await?;
            wait_for(&format!("{query} at {width} pixels"), async || {
                let outer = page.run("return document.querySelector('iframe').clientHeight").await?;
                let inner = page
                    .run_in_frame(
                        "const e = document.querySelector('take-home'), { width, height } = e.getBoundingClientRect();
                         return e.comparison && [width, Math.ceil(height)]",
                    )
                    .await?;
                ensure!(inner[0] == json!(width), "{inner}");
                let left = outer.as_i64().context("a height")? - inner[1].as_i64().context("a height")?;
                ensure!((0..=hole).contains(&left), "{left} of {outer} are left");
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}
