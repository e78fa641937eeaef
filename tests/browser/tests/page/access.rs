//! Can everybody use it? By keyboard, with screen readers, on small screens.

use crate::journey::{LISTEN, hears};
use anyhow::{Context, Result, ensure};
use browsers::{Page, wait_for};
use fantoccini::key::Key;
use serde_json::json;

/// What has the focus, as a name: inside the element its id, field or class.
const FOCUSED: &str = "let focused = document.activeElement;
     while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
     if (!focused || focused === document.body || focused === document.documentElement) return 'page';
     return focused.type === 'range' ? `slider ${focused.dataset.field}`
       : focused.dataset?.share ? `share ${focused.dataset.share}`
       : focused.dataset?.with ? `with ${focused.dataset.with}`
       : focused.matches('.th-point') ? 'th-point'
       : focused.matches('.th-use') ? `use ${focused.dataset.field}`
       : focused.matches('.th-try') ? `try ${focused.dataset.field}`
       : focused.tagName === 'SUMMARY' ? `summary ${focused.parentElement.dataset.field}`
       : focused.id || focused.name || focused.className || focused.tagName.toLowerCase() + (focused.closest('[class]')?.className ?? '')";

/// See [`FOCUSED`].
pub async fn focused(page: &Page<'_>) -> Result<String> {
    Ok(page.run(FOCUSED).await?.as_str().unwrap_or_default().to_owned())
}

pub async fn the_keyboard_reaches_everything(page: &Page<'_>) -> Result<()> {
    page.open("plain/#gigs=31").await?;
    page.run("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()").await?;
    let mut seen: Vec<String> = vec![];
    for _ in 0..40 {
        page.press(Key::Tab).await?;
        let name = focused(page).await?;
        if name == "page" || seen.contains(&name) {
            break;
        }
        seen.push(name);
    }
    let expected = [
        "platform",
        "schedule",
        "try schedule",
        "try gig-price",
        "try gigs",
        "try contract-price",
        "gigs",
        "slider gigs",
        "gig-price",
        "slider gig-price",
        "gig-clients",
        "gig-billed",
        "slider gig-billed",
        "contract-price",
        "slider contract-price",
        "same-total",
        "contract-billed",
        "slider contract-billed",
        "summary working",
        "summary client",
        "summary others",
        "summary about",
        "use gigs",
        "th-back",
    ];
    let reached: Vec<&str> = seen.iter().map(String::as_str).filter(|name| expected.contains(name)).collect();
    ensure!(reached == expected, "in the order of reading: {seen:?}");
    Ok(())
}

/// However many steps a drag has, its verdict is read out once, when it rests, and nothing else is.
pub async fn a_drag_is_read_out_once(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.run(LISTEN).await?;
    page.slide("gigs", 1, 40).await?;
    // The last step was to 40 gigs.
    page.verdict("Many small gigs leave you $2,300 more.").await?;
    hears(page, &["Many small gigs leave you $2,300 more."]).await
}

/// Nor does any slider leave its place, whatever the numbers are: what is above it keeps room for its longest text.
pub async fn nothing_moves_under_a_dragged_slider(page: &Page<'_>) -> Result<()> {
    for width in [320, 360, 412, 640, 800, 1280] {
        page.client.set_window_size(width, 900).await?;
        for link in
            ["", "#gig-hours=8&contract-hours=200", "#withdrawal-fee=40&bid-minutes=35", "#schedule=fevrok-2026"]
        {
            page.open(&format!("plain/{link}")).await?;
            let places = page
                .run_async(
                    "const root = document.querySelector('take-home').shadowRoot;
                     const visible = () => [...root.querySelectorAll('.th-lead input[type=range]')].filter((slider) => slider.checkVisibility());
                     const places = visible().map(() => new Set());
                     const look = () => visible().forEach((slider, index) => {
                       const top = slider.getBoundingClientRect().top - root.querySelector('.th').getBoundingClientRect().top;
                       places[index].add(Math.round(top));
                     });
                     let moves = 0;
                     const move = () => {
                       const sliders = visible();
                       const slider = sliders[moves % sliders.length];
                       const steps = (slider.max - slider.min) / slider.step;
                       slider.value = Number(slider.min) + slider.step * (1 + (moves * 37) % (steps - 1));
                       slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
                       requestAnimationFrame(() => {
                         look();
                         if (++moves < 100) move(); else done(visible().map((slider, index) => [slider.dataset.field, [...places[index]]]));
                       });
                     };
                     move();",
                )
                .await?;
            let places = places.as_array().context("sliders")?;
            ensure!(places.len() >= 5, "{width} px, {link}: only {places:?}");
            for slider in places {
                ensure!(slider[1].as_array().is_some_and(|tops| tops.len() == 1), "{width} px, {link}: {slider}");
            }
        }
    }
    Ok(())
}

pub async fn the_keyboard_operates_everything(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    // The working opens and closes.
    page.run("document.querySelector('take-home').shadowRoot.querySelector('summary').focus()").await?;
    page.press(Key::Enter).await?;
    wait_for("the working to open", async || page.find("details[open]").await.map(drop)).await?;
    // The two choices are one stop; arrows choose.
    page.run("document.querySelector('take-home').shadowRoot.querySelector('input[type=radio]').focus()").await?;
    page.press(Key::Right).await?;
    page.verdict("No difference: $13,700 either way.").await?;
    // Space ticks.
    page.run("document.querySelector('take-home').shadowRoot.querySelector('#same-total').focus()").await?;
    page.keys(" ").await?;
    wait_for("the total to be tied", async || page.find("output#contract-price").await.map(drop)).await?;
    // Home and End take a slider to its ends.
    let slider = page.slider("gigs").await?;
    slider.send_keys(&char::from(Key::Home).to_string()).await?;
    page.reads(".th-side.th-gigs .th-kept", "$400").await?;
    // Enter on the way back.
    page.run("document.querySelector('take-home').shadowRoot.querySelector('.th-back').focus()").await?;
    page.press(Key::Enter).await?;
    page.verdict("One large contract leaves you $1,700 more.").await
}

pub async fn axe_reports_nothing(page: &Page<'_>) -> Result<()> {
    let axe = std::env::var("AXE").context("AXE names axe.min.js; cargo xtask test sets it")?;
    let axe = std::fs::read_to_string(axe)?;
    for (path, width, opened) in [
        ("plain/", 1280, false),
        ("plain/", 1280, true),
        ("plain/", 360, true),
        ("plain/#theme=dark", 1280, true),
        ("plain/#schedule=upwork-2025&gig-rate=12&contract-rate=8", 1280, false),
        ("plain/#fee=2.9%25 + 0.30&theme=dark&gigs=nonsense", 360, true),
        ("plain/#schedule=99designs-2026&status=mid-level&client-fee=5%25", 1280, true),
        ("plain/#schedule=malt-2019", 360, true),
        ("plain/#schedule=upwork-2025", 1280, true),
        (EVERYTHING, 1280, true),
        (EVERYTHING, 360, true),
        ("plain/pages/two.html", 1280, false),
        ("no-loader/", 1280, false),
        ("no-loader/demo.html", 1280, false),
        ("no-loader/demo.html", 360, false),
        ("no-loader/example.html", 360, false),
        ("plain/embed.html", 360, false),
        ("plain/pages/hostile.html", 1280, false),
        ("plain/take-home.html", 1280, false),
    ] {
        page.client.set_window_size(width, 1400).await?;
        if path.starts_with("no-loader") {
            page.open_raw(path).await?;
        } else {
            page.open(path).await?;
        }
        if opened {
            open_all(page).await?;
            page.type_into("contract-price", "nonsense").await?;
            page.reads("#contract-price-message", "Type a number, such as 1,200.50.").await?;
        }
        finds_nothing(page, &axe, &format!("{path} at {width}")).await?;
    }
    for width in [1280, 360] {
        page.client.set_window_size(width, 1400).await?;
        page.open("plain/#theme=dark&gigs=40").await?;
        for part in ["export", "saved", "embed"] {
            page.open_share(part).await?;
            if part == "saved" {
                page.press_share("save").await?;
                page.has_saved().await?;
            }
            finds_nothing(page, &axe, &format!("{part} at {width}")).await?;
        }
        page.run("localStorage.clear()").await?;
    }
    Ok(())
}

async fn finds_nothing(page: &Page<'_>, axe: &str, what: &str) -> Result<()> {
    page.client.execute(&format!("{axe}; window.axe = axe"), vec![]).await?;
    let violations = page
        .run_async(
            "axe.run(document).then(({ violations }) => done(violations.map((rule) =>
               [rule.id, rule.nodes.map((node) => node.target.join(' ') + ': ' + node.failureSummary)])))",
        )
        .await?;
    ensure!(violations == json!([]), "{what}: {violations:#}");
    Ok(())
}

/// A link that counts all there is.
const EVERYTHING: &str = "plain/#bid-minutes=35&bid-connects=12&connect-price=0.15&gig-hours=8&contract-hours=200\
    &contract-payments=12&contract-duration=12&keep=10000&hourly-pay=40&concession=50&hourly-rate=22.22&weekly-hours=12\
    &bad-review=9&non-payment=3&claim=1000&arbitration-fee=291&good-jobs=8&bad-jobs=1&silent-jobs=2\
    &conversion-rate=20&rebuild-months=5&monthly-take-home=5000";

/// Opens every panel.
async fn open_all(page: &Page<'_>) -> Result<()> {
    // What fills one moves the next: each is waited for.
    for panel in page.panels().await? {
        page.open_panel(&panel).await?;
    }
    Ok(())
}

/// An ordinary face, and one as wide as Verdana.
const FACES: [&str; 2] = ["Noto Sans", "DejaVu Sans"];

/// The tests bring their own fonts, so that no width depends on what a machine has.
pub async fn the_fonts_are_the_tests_own(page: &Page<'_>) -> Result<()> {
    page.open_raw("plain/pages/empty.html").await?;
    let widths = page
        .run(
            "const pen = document.createElement('canvas').getContext('2d');
             const width = (family) => { pen.font = `1000px ${family}`; return Math.round(pen.measureText('0').width) };
             return ['\"Noto Sans\"', 'system-ui', 'sans-serif', '\"DejaVu Sans\"', 'monospace'].map(width)",
        )
        .await?;
    // As the fonts' own tables say: 572 of 1000, 1303 and 1233 of 2048.
    ensure!(widths == json!([572, 572, 572, 636, 602]), "{widths}");
    Ok(())
}

/// Links to what is long, and what is usual.
const LINKS: [&str; 10] = [
    "",
    "#gigs=10000&gig-price=99999999.99",
    "#schedule=upwork-2025&gig-rate=12",
    "#fee=20%25 to 500, 10%25 to 10000, 5%25 per client",
    "#schedule=escrow-com-2026&contract-price=99999999.99",
    "#schedule=upwork-2025&client-fee=5%25",
    TRILLION,
    TRILLION_OF_EVERYTHING,
    EVERYTHING,
    LISTS,
];

/// A trillion of a currency with three decimals, and limits of as many digits.
const TRILLION: &str = "#currency=KWD&fee=20%25 to 99999999.999, 10%25 to 99999999999.999, 5%25 per client\
    &gigs=10000&gig-price=99999999.999&contract-price=99999999.999&gig-billed=99999999.999";

/// A list on each side.
const LISTS: &str = "#gig-list=20 x 150, 5 x 800 for Acme, 2 x 1500 for 2 clients, 40 x 1234.56\
    &contract-list=2 x 4000 for Acme, 2600 for Berta";

/// The same with costs, months and wishes.
const TRILLION_OF_EVERYTHING: &str = "#currency=KWD&fee=20%25 to 99999999.999, 10%25 to 99999999999.999, 5%25 per client\
    &gigs=10000&gig-price=99999999.999&contract-price=99999999.999\
    &bid-minutes=35&bid-cost=99999.999&gig-hours=8&contract-hours=200&contract-payments=12&contract-duration=12\
    &keep=99999999.999&hourly-pay=40&concession=50&hourly-rate=22.22&weekly-hours=12&bad-review=9&non-payment=3\
    &claim=99999999.999&good-jobs=8&bad-jobs=1&silent-jobs=2&monthly-take-home=99999999.999&rebuild-months=5";

/// Opens a link with every panel.
async fn open_everything(page: &Page<'_>, link: &str) -> Result<()> {
    page.open(&format!("plain/{}", link.trim_start_matches("plain/"))).await?;
    // What one of them needs, all need.
    page.open_panel("working").await?;
    page.run(
        "for (const panel of document.querySelector('take-home').shadowRoot.querySelectorAll('details:not([open]) > summary')) panel.click()",
    )
    .await?;
    let filled = "return [...document.querySelector('take-home').shadowRoot.querySelectorAll('details[data-field]')]
        .every((panel) => panel.open && panel.querySelector('.th-content :is(table, dl, ul, figure, .th-inputs, p:not([class]))'))";
    wait_for("every panel to be filled", async || {
        ensure!(page.run(filled).await? == json!(true), "not yet");
        Ok(())
    })
    .await
}

/// Where the text runs from right to left, so does each shape of a picture, inside it: as far from the right as it was from the left.
/// Pictures with axes are the same everywhere.
pub async fn pictures_run_as_the_text_does(page: &Page<'_>) -> Result<()> {
    open_everything(page, "").await?;
    let places = |edge: &str| {
        format!(
            "const root = document.querySelector('take-home').shadowRoot;
             const middle = ({{ left, width }}) => left + width / 2;
             return [...root.querySelectorAll('svg:not(svg svg, .th-drawn, .th-influence svg)')].flatMap((picture) => {{
               const place = picture.getBoundingClientRect();
               const shapes = [...picture.querySelectorAll('rect, line, path, circle')].filter((shape) => shape.checkVisibility());
               return shapes.map((shape) => Math.abs(middle(shape.getBoundingClientRect()) - place.{edge}));
             }})"
        )
    };
    let as_pixels = |places: &serde_json::Value| -> Vec<f64> {
        places.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect()
    };
    let from_left = as_pixels(&page.run(&places("left")).await?);
    ensure!(from_left.len() > 60, "{} shapes", from_left.len());
    page.run("document.dir = 'rtl'").await?;
    wait_for("every shape to be mirrored", async || {
        let from_right = as_pixels(&page.run(&places("right")).await?);
        let is_mirrored = from_left.len() == from_right.len()
            && from_left.iter().zip(&from_right).all(|(left, right)| (left - right).abs() < 1.5);
        ensure!(is_mirrored, "{from_left:?} from the left, {from_right:?} from the right");
        Ok(())
    })
    .await
}

/// Opens a link with every panel, and one after the other what is shared; calls `look` on each, as wide as a small phone, which is
/// also 1280 pixels at four times zoom, and in each face.
async fn look_on_a_phone(page: &Page<'_>, link: &str, look: &str) -> Result<()> {
    open_everything(page, link).await?;
    // Browsers do not make their windows this small, but an element can be.
    page.run(
        "const main = document.querySelector('main');
         main.setAttribute('data-narrow', ''); main.style.width = '320px'; main.style.padding = '8px'",
    )
    .await?;
    for part in ["export", "saved", "embed"] {
        page.open_share(part).await?;
        if part == "saved" {
            page.press_share("save").await?;
            page.has_saved().await?;
        }
        for face in FACES {
            // A page gives the element its font.
            let set = format!(
                "document.querySelector('take-home').style.setProperty('--take-home-font', '\"{face}\"');
                 const root = document.querySelector('take-home').shadowRoot;
                 if (getComputedStyle(root.querySelector('.th-answer')).fontFamily !== '\"{face}\"') return ['the face is another'];"
            );
            let found = page.run(&format!("{set} {look}")).await?;
            ensure!(found == json!([]), "{link} with {part} in {face}: {found:#}");
        }
    }
    page.run("localStorage.clear()").await?;
    Ok(())
}

/// Nothing sticks out of the page, and nothing out of its place in the page.
pub async fn nothing_is_wider_than_a_phone(page: &Page<'_>) -> Result<()> {
    page.client.set_window_size(1000, 1400).await?;
    for link in LINKS {
        look_on_a_phone(
            page,
            link,
            "const edge = document.querySelector('main').getBoundingClientRect().right;
             // A preview scrolls inside its box, and a text field inside itself.
             return [...root.querySelectorAll('*')]
               .filter((element) => !element.matches('.th-aloud, .th-aloud *, .th-preview *, option'))
               .filter((element) => element.getBoundingClientRect().right > edge + 0.5
                 || (element.matches('div, p, ul, ol, li, dl, dt, dd, table, tr, th, td, summary, b') && !element.matches('.th-preview')
                   && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1))
               .map((element) => `${element.tagName}.${element.getAttribute('class')} ${element.textContent.slice(0, 40)}`)",
        )
        .await?;
    }
    Ok(())
}

/// Lines break between words, never inside a figure or between it and its unit.
pub async fn no_figure_breaks(page: &Page<'_>) -> Result<()> {
    page.client.set_window_size(1000, 1400).await?;
    for link in ["", EVERYTHING, TRILLION, TRILLION_OF_EVERYTHING, LISTS] {
        look_on_a_phone(
            page,
            link,
            r"const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
              const broken = [], range = document.createRange();
              let figures = 0;
              while (walk.nextNode()) {
                const text = walk.currentNode;
                // The notation of fees, addresses and code may break anywhere.
                if (text.parentElement.closest('.th-aloud, option, code, pre, textarea, a')) continue;
                for (const figure of text.data.matchAll(/(?:\p{Sc}|[A-Z]{3} )?\d(?:[\d.,]*\d)?(?: %)?/gu)) {
                  range.setStart(text, figure.index);
                  range.setEnd(text, figure.index + figure[0].length);
                  const boxes = [...range.getClientRects()].filter((box) => box.width > 0.5);
                  figures += boxes.length > 0;
                  if (boxes.some((box) => box.top > boxes[0].bottom - 2)) broken.push(figure[0] + ' in ' + text.data.slice(0, 60));
                }
              }
              return figures > 100 ? broken : ['only so many figures were looked at: ' + figures];",
        )
        .await?;
    }
    Ok(())
}

pub async fn the_verdict_stays_in_sight_on_a_phone(page: &Page<'_>) -> Result<()> {
    page.client.set_window_size(500, 700).await?;
    page.open("plain/").await?;
    page.hold("input[type=range][data-field=contract-billed]").await?;
    wait_for("the verdict to be in sight", async || {
        let top = page
            .run("const box = document.querySelector('take-home').shadowRoot.querySelector('.th-answer').getBoundingClientRect(); return [box.top, box.bottom, innerHeight]")
            .await?;
        let (top, bottom, height) = (top[0].as_f64(), top[1].as_f64(), top[2].as_f64());
        ensure!(top >= Some(0.0) && bottom <= height, "{top:?} to {bottom:?} of {height:?}");
        Ok(())
    })
    .await?;
    let covered = page
        .run(
            "const root = document.querySelector('take-home').shadowRoot;
             const held = root.querySelector('input[type=range][data-field=contract-billed]');
             const box = held.getBoundingClientRect();
             return root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) === held",
        )
        .await?;
    page.let_go().await?;
    ensure!(covered == json!(true), "and does not cover what is held");
    Ok(())
}

/// On a small laptop, too, and with a fee of one's own, which takes room: a number that has the focus can be seen, and so can the answer.
pub async fn the_answer_covers_no_number(page: &Page<'_>) -> Result<()> {
    for (width, height) in [(1366, 740), (1280, 600), (1100, 900), (1600, 1200), (500, 700)] {
        page.client.set_window_size(width, height).await?;
        for link in ["", "#fee=5%25&gigs=40", "#fee=20%25 to 500, 10%25 to 10000, 5%25 per client&gig-hours=8"] {
            page.open(&format!("plain/{link}")).await?;
            // Those in questions are changed for the answer, too.
            if link.is_empty() {
                page.run("for (const panel of ['quote', 'costs']) document.querySelector('take-home').shadowRoot.querySelector(`details[data-field=${panel}]`).open = true").await?;
                wait_for("the numbers of both", async || {
                    let numbers = page
                        .run("return document.querySelector('take-home').shadowRoot.querySelectorAll('.th-inputs .th-sides input').length")
                        .await?;
                    ensure!(numbers.as_u64().is_some_and(|numbers| numbers > 4), "{numbers}");
                    Ok(())
                })
                .await?;
            }
            let covered = page
                .run(
                    "const root = document.querySelector('take-home').shadowRoot;
                     const place = (element) => element.getBoundingClientRect();
                     const answer = root.querySelector('.th-answer');
                     const covered = [];
                     for (const number of root.querySelectorAll('.th-sides input[type=text]')) {
                       // Behind a line that is folded.
                       if (number.closest('details:not([open])')) continue;
                       scrollTo(0, 0);
                       number.focus();
                       // WebKit does so a moment later.
                       number.scrollIntoView({ block: 'nearest' });
                       const { left, top, width, height } = place(number);
                       if (root.elementFromPoint(left + width / 2, top + height / 2) !== number) covered.push(number.id);
                       if (place(answer).top < 0 || place(answer).bottom > innerHeight) covered.push(`the answer at ${number.id}`);
                     }
                     return covered",
                )
                .await?;
            ensure!(covered == json!([]), "{width} × {height}, {link}: {covered}");
        }
    }
    Ok(())
}

/// A compact calculator is an article's first screen.
pub async fn compact_fits_a_first_screen(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    page.run("document.querySelector('#place').innerHTML = '<take-home view=compact></take-home>'; document.querySelector('take-home').start()").await?;
    page.is_ready().await?;
    for (width, most) in [(640, 620), (360, 900)] {
        let height = page
            .run(&format!(
                "const element = document.querySelector('take-home'); element.style.width = '{width}px';
                 return Math.ceil(element.getBoundingClientRect().height)"
            ))
            .await?;
        ensure!(height.as_i64().is_some_and(|height| height > 300 && height <= most), "{height} at {width}");
    }
    // The contract's history is among its four sliders, each with its graph; the tick box is behind the button.
    let sliders = page
        .run(
            "const { shadowRoot } = document.querySelector('take-home');
             const sliders = [...shadowRoot.querySelectorAll('.th-sides input[type=range]')];
             return [sliders.map((slider) => slider.dataset.field), shadowRoot.querySelectorAll('.th-sides .th-profile').length,
               shadowRoot.querySelector('#same-total') === null]",
        )
        .await?;
    ensure!(sliders == json!([["gigs", "gig-price", "contract-price", "contract-billed"], 4, true]), "{sliders}");
    // One button shows the rest, and the focus is at the first question.
    page.click(".th-all").await?;
    wait_for("the questions", async || {
        let focused = page
            .run("return document.querySelector('take-home').shadowRoot.activeElement?.closest('details')?.dataset.field ?? null")
            .await?;
        ensure!(focused == json!("working"), "the focus is in {focused}");
        Ok(())
    })
    .await?;
    ensure!(page.find(".th-all").await.is_err(), "there is no more to show");
    page.reads("details[data-field=risk] > summary span", "By invoice: the contract ends ahead in 97% of cases")
        .await?;
    page.click(".th-back").await?;
    wait_for("the compact calculator", async || page.find(".th-all").await.map(drop)).await
}

/// The reader's own text size counts, and a page whose `rem` is small does not make the text small.
pub async fn the_readers_text_size_counts(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    for (root, expected) in [("32px", "30px"), ("10px", "15px"), ("16px", "15px")] {
        let size = page
            .run(&format!(
                "document.documentElement.style.fontSize = '{root}';
                 return getComputedStyle(document.querySelector('take-home').shadowRoot.querySelector('.th-label')).fontSize"
            ))
            .await?;
        ensure!(size == json!(expected), "{size} at {root}");
    }
    // Twice as large on a phone, each number is inside the card.
    page.open_panel("map").await?;
    let outside = page
        .run(
            "document.documentElement.style.fontSize = '32px';
             document.body.style.width = '320px';
             const root = document.querySelector('take-home').shadowRoot;
             root.querySelectorAll('.th-content details').forEach((fold) => { fold.open = true });
             const edge = root.querySelector('.th').getBoundingClientRect().right;
             const all = [...root.querySelectorAll('.th-number, .th-text, .th-grid')];
             return [all.length > 10, all.filter((one) => one.getBoundingClientRect().right > edge + 0.5).map((one) => one.className)]",
        )
        .await?;
    ensure!(outside == json!([true, []]), "{outside}");
    Ok(())
}
