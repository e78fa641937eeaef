//! Does the address have the scenario?

use anyhow::{Result, ensure};
use browsers::{Page, wait_for};
use serde_json::json;

pub async fn a_link_restores_the_state(page: &Page<'_>) -> Result<()> {
    page.open("plain/#gigs=3&gig-price=50&gig-clients=one&contract-price=150").await?;
    page.verdict("No difference: $120 either way.").await?;
    let field = page.find("#gig-price").await?.prop("value").await?;
    ensure!(field.as_deref() == Some("50.00"), "{field:?}");
    // And again after the page is loaded anew.
    page.type_into("gigs", "4").await?;
    page.has_fragment("#gigs=4&gig-price=50&gig-clients=one&contract-price=150").await?;
    page.client.refresh().await?;
    page.reads(".th-side.th-gigs .th-kept", "$160").await
}

pub async fn a_damaged_link_shows_a_note(page: &Page<'_>) -> Result<()> {
    page.open("plain/#gigs=lots&gig-price=250&%E0%A4%A&=&colour=red").await?;
    // 30 × 250 = 7,500: 6,000 against 7,500 − 100 − 700.
    page.verdict("One large contract leaves you $700 more.").await?;
    page.reads(".th-notes .th-note", "Ignored: gigs “lots”. Type a number, such as 30.").await?;
    ensure!(page.text(".th-notes").await?.contains("colour"), "each is named");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn the_fragment_follows_at_rest(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    ensure!(page.fragment().await?.is_empty(), "the example needs no fragment");
    page.type_into("gigs", "40").await?;
    page.has_fragment("#gigs=40&contract-price=15000").await?;
    // No step of the way is kept in the history: one step back leaves the page.
    page.drag("gig-price", 1.0).await?;
    page.has_fragment("#gigs=40&gig-price=1000&contract-price=15000").await
}

pub async fn the_way_back_to_the_example(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    ensure!(!page.find(".th-back").await?.is_displayed().await?, "there is nothing to go back from");
    page.type_into("gigs", "40").await?;
    page.verdict("Many small gigs leave you $2,300 more.").await?;
    page.click(".th-back").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    page.has_fragment("").await?;
    ensure!(!page.find(".th-back").await?.is_displayed().await?, "back again");
    // Pressing it by mistake loses nothing.
    page.click("[data-field=bring-back]").await?;
    page.verdict("Many small gigs leave you $2,300 more.").await?;
    page.has_fragment("#gigs=40&contract-price=15000").await?;
    ensure!(page.find("[data-field=bring-back]").await.is_err(), "there is nothing else to bring back");
    Ok(())
}

pub async fn following_a_link_on_the_page(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.run("location.hash = '#gigs=40&contract-price=15000'").await?;
    page.verdict("Many small gigs leave you $2,300 more.").await?;
    page.run("location.hash = ''").await?;
    page.verdict("One large contract leaves you $1,700 more.").await
}

/// `<a href="#">` is how pages lead back to their top.
pub async fn an_anchor_to_the_top_keeps_the_readers_numbers(page: &Page<'_>) -> Result<()> {
    const TOP: &str =
        "const link = Object.assign(document.createElement('a'), { href: '#', textContent: 'Back to top' });
         document.body.append(link);
         link.click()";
    // From a link, and typed.
    page.open("plain/#gigs=40&contract-price=15000").await?;
    for (fragment, verdict) in [
        ("#gigs=40&contract-price=15000", "Many small gigs leave you $2,300 more."),
        ("#gigs=41&contract-price=15000", "Many small gigs leave you $2,700 more."),
    ] {
        page.verdict(verdict).await?;
        page.has_fragment(fragment).await?;
        for _ in 0..2 {
            page.run(TOP).await?;
            page.has_fragment(fragment).await?;
            page.verdict(verdict).await?;
        }
        page.type_into("gigs", "41").await?;
    }
    // A link on the page, and the way back.
    page.run("location.hash = '#gigs=20&contract-price=15000'").await?;
    // 20 × 400 against 13,700.
    page.verdict("One large contract leaves you $5,700 more.").await?;
    page.run("history.back()").await?;
    page.verdict("Many small gigs leave you $2,700 more.").await
}

/// Views come and go, and the address belongs to the first element that is there.
pub async fn the_address_is_the_next_ones_when_the_first_leaves(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    let add = async |how: &str| {
        page.run(&format!(
            "const element = Object.assign(document.createElement('take-home'), {{ id: 'e' + document.querySelectorAll('take-home').length }});
             element.setAttribute('address', '');
             document.querySelector('#place').{how}(element);
             element.start()"
        ))
        .await?;
        page.is_ready().await
    };
    let gross = async |index: usize, expected: &str| {
        wait_for(&format!("{expected} of {index}"), async || {
            let comparison = page.comparison(index).await?;
            ensure!(comparison["gigs"]["gross"] == json!(expected), "{}", comparison["gigs"]["gross"]);
            Ok(())
        })
        .await
    };
    add("append").await?;
    add("append").await?;
    page.run("document.querySelector('take-home').remove()").await?;
    page.run("location.hash = '#gigs=40'").await?;
    gross(0, "20000.00").await?;
    page.type_into("gigs", "41").await?;
    page.has_fragment("#gigs=41&contract-price=20000").await?;
    // Or when the first gives it up.
    add("prepend").await?;
    page.run("document.querySelector('take-home').removeAttribute('address')").await?;
    page.run("location.hash = '#gigs=42'").await?;
    gross(1, "21000.00").await?;
    page.run("document.querySelector('take-home').remove()").await?;
    // The next view comes before this one leaves, and the link is the next one's.
    page.run("location.hash = '#gigs=7'").await?;
    gross(0, "3500.00").await?;
    add("append").await?;
    gross(1, "15000.00").await?;
    page.run("document.querySelector('take-home').remove()").await?;
    gross(0, "3500.00").await?;
    // It may be given the address later, and lose it.
    page.run("document.querySelector('take-home').removeAttribute('address')").await?;
    page.run("location.hash = '#gigs=8'").await?;
    page.run("document.querySelector('take-home').setAttribute('gig-billed', '1')").await?;
    gross(0, "3500.00").await?;
    Ok(())
}

/// A router goes on to another page before the last number is written.
pub async fn another_pages_address_is_left_alone(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    let written = page
        .run_async(
            "const element = document.querySelector('take-home');
             element.addEventListener('change', () => {
               setTimeout(() => history.pushState(null, '', 'pages/other.html'), 100);
               setTimeout(() => done(location.pathname + location.hash), 1200);
             }, { once: true });
             const slider = element.shadowRoot.querySelector('input[type=range][data-field=gigs]');
             slider.value = 40;
             slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))",
        )
        .await?;
    ensure!(written == json!("/plain/pages/other.html"), "{written}");
    Ok(())
}

/// On a slow phone the link is there before the last number has been written, which is then outdated.
pub async fn a_link_is_not_written_over(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.slow_down().await?;
    let written = page
        .run_async(
            "const element = document.querySelector('take-home'), written = [];
             const { replaceState } = history;
             history.replaceState = function (...words) { written.push(`${words[2]}`); return replaceState.apply(this, words) };
             element.addEventListener('change', () => { location.hash = '#gigs=40&contract-price=15000' }, { once: true });
             addEventListener('hashchange', () => { const end = performance.now() + 600; while (performance.now() < end); }, { once: true });
             element.addEventListener('change', () => {
               if (element.comparison.gigs.gross === '20000.00') setTimeout(() => done(written), 600);
             });
             element.setAttribute('gig-billed', '1');",
        )
        .await?;
    let links: Vec<String> = serde_json::from_value(written)?;
    ensure!(links.iter().all(|link| link.contains("gigs=40")), "{links:?}");
    ensure!(page.fragment().await?.contains("gigs=40"), "{}", page.fragment().await?);
    Ok(())
}

/// Browsers refuse more than about a hundred changes of the address in half a minute.
pub async fn a_long_drag_is_never_refused(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    let changes = page
        .run_async(
            "const slider = document.querySelector('take-home').shadowRoot.querySelector('input[type=range][data-field=gigs]');
             let changes = 0, moved = 0;
             const replace = history.replaceState;
             history.replaceState = function (...words) { changes += 1; return replace.apply(this, words); };
             const move = () => {
               slider.value = 1 + moved% 90;
               slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
               if (++moved < 400) requestAnimationFrame(move); else done(changes);
             };
             move();",
        )
        .await?;
    ensure!(changes.as_u64().is_some_and(|changes| changes <= 2), "{changes} changes of the address during a drag");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    // The last of 400 moves was to 1 + 399 % 90 = 40.
    page.has_fragment("#gigs=40&contract-price=15000").await
}

pub async fn an_anchor_of_the_page_stays(page: &Page<'_>) -> Result<()> {
    page.open("plain/#section-2").await?;
    let notes = page
        .run("return document.querySelector('take-home').shadowRoot.querySelectorAll('.th-note:not([hidden])').length")
        .await?;
    ensure!(notes == json!(0), "it is no number of ours");
    page.type_into("gigs", "40").await?;
    page.has_fragment("#gigs=40&contract-price=15000").await?;
    // Going to another place of the page is no way back.
    page.run("location.hash = 'section-3'").await?;
    page.reads(".th-side.th-gigs .th-kept", "$16,000").await?;
    page.has_fragment("#section-3").await?;
    page.type_into("gigs", "41").await?;
    page.has_fragment("#gigs=41&contract-price=15000").await
}

pub async fn of_two_the_first_has_the_fragment(page: &Page<'_>) -> Result<()> {
    page.open_raw("plain/pages/none.html#gigs=12").await?;
    page.run(
        "for (const billed of [0, 100]) {
           const element = document.createElement('take-home');
           element.setAttribute('address', '');
           element.setAttribute('gig-billed', billed);
           document.querySelector('#place').append(element);
         }
         document.querySelectorAll('take-home')[1].scrollIntoView()",
    )
    .await?;
    page.run("customElements.whenDefined('take-home').then(() => document.querySelectorAll('take-home').forEach((element) => element.start()))").await?;
    page.is_ready().await?;
    let gigs = page
        .run("return [...document.querySelectorAll('take-home')].map(({ comparison }) => comparison.gigs.gross)")
        .await?;
    ensure!(gigs == json!(["6000.00", "15000.00"]), "{gigs}");
    let links = page
        .run("return [...document.querySelectorAll('take-home')].map(({ shadowRoot }) => shadowRoot.querySelector('[data-share=link]').hidden)")
        .await?;
    ensure!(links == json!([false, true]), "only one can pass its numbers on: {links}");
    Ok(())
}
