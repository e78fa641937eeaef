//! What happens when a reader uses the controls?

use anyhow::{Result, ensure};
use browsers::{Page, wait_for};
use fantoccini::key::Key;
use serde_json::json;

const EXAMPLE: &str = "One large contract leaves you $1,700 more.";

pub async fn the_example_is_right_on_opening(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.verdict(EXAMPLE).await?;
    page.reads(".th-side.th-gigs .th-kept", "$12,000").await?;
    page.reads(".th-side.th-contract .th-kept", "$13,700").await?;
    page.reads(".th-side.th-contract .th-fee", "fee $1,300 (8.7%)").await?;
    let comparison = page.comparison(0).await?;
    ensure!(comparison["difference"] == json!("1700.00"), "{comparison}");
    ensure!(comparison["contract"]["tiers"][1]["fee"] == json!("950.00"), "{comparison}");
    ensure!(comparison["schedule"]["until"] == json!("2023-05-02"), "{comparison}");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn typing_moves_the_verdict(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.type_into("gigs", "40").await?;
    // 40 × 400 = 16,000 against 13,700.
    page.verdict("Many small gigs leave you $2,300 more.").await?;
    page.type_into("contract-price", "$ 20,000").await?;
    // 18,450 against 16,000.
    page.verdict("One large contract leaves you $2,450 more.").await?;
    // What was typed stays as it is until the field is left.
    let typed = page.find("#contract-price").await?;
    ensure!(typed.prop("value").await?.as_deref() == Some("$ 20,000"), "{:?}", typed.prop("value").await?);
    page.press(Key::Tab).await?;
    ensure!(typed.prop("value").await?.as_deref() == Some("20,000.00"), "{:?}", typed.prop("value").await?);
    Ok(())
}

/// While another number cannot be read, the answer stays, and with it what its slider is to show.
pub async fn a_slider_goes_back_with_its_number(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.type_into("gig-price", "abc").await?;
    page.reads("#gig-price-message", "Type a number, such as 1,200.50.").await?;
    let slider = "document.querySelector('take-home').shadowRoot.querySelector('input[type=range][data-field=gigs]')";
    let becomes = async |what: &str, number: &str| {
        wait_for(what, async || {
            let shown = page.find("#gigs").await?.prop("value").await?;
            ensure!(shown.as_deref() == Some(number), "{shown:?}");
            Ok(())
        })
        .await
    };
    page.run(&format!(
        "const slider = {slider};
         slider.value = 60;
         slider.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}))"
    ))
    .await?;
    becomes("the number that was dragged to", "60").await?;
    page.click(".th-back").await?;
    becomes("the example's number", "30").await?;
    let shown = page.run(&format!("return {slider}.value")).await?;
    ensure!(shown == json!("30"), "the slider shows {shown}");
    Ok(())
}

/// What a page shows: elements, attributes, texts and the controls' values. Not what is read out, which only follows changes, nor how far
/// sliders reach, which depends on what they have shown before.
const LOOK: &str = "const look = (root) => {
       const lines = [];
       const walk = (node, depth) => {
         if (node instanceof Text) lines.push(' '.repeat(depth) + node.data);
         if (!(node instanceof Element) || node.matches('.th-spoken, .th-field svg')) return;
         const isReach = (name) => node.type === 'range' && /^(min|max|step|aria-valuetext)$/.test(name);
         const attributes = [...node.attributes].filter(({ name }) => !isReach(name)).map(({ name, value }) => `${name}=${value}`).sort();
         const value = /^(input|textarea|select)$/.test(node.localName) ? `: ${node.value} ${node.checked}` : '';
         lines.push(' '.repeat(depth) + [node.localName, node.namespaceURI.at(-3), ...attributes].join(' ') + value);
         for (const child of node.childNodes) walk(child, depth + 1);
       };
       for (const child of root.children) walk(child, 0);
       return lines;
     };";

/// Whatever was done before: the nodes that were changed are those that a new instance makes for the same numbers.
pub async fn what_is_shown_is_what_a_fresh_start_shows(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    page.run("document.querySelector('#second').remove()").await?;
    let set = |place: &str, value: &str| {
        format!(
            "const control = find('{place}'); control.value = '{value}';
             for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, {{ bubbles: true, composed: true }}))"
        )
    };
    let slider = |name: &str, value: &str| set(&format!("input[type=range][data-field={name}]"), value);
    let choose = |name: &str, value: &str| set(&format!("select[data-field={name}]"), value);
    let press = |place: &str| format!("find('{place}').click()");
    let question = |name: &str| press(&format!("details[data-field={name}] > summary"));
    let steps = [
        slider("gigs", "12"),
        question("working"),
        slider("gig-price", "130"),
        slider("contract-price", "900"),
        press("#same-total"),
        slider("gigs", "7"),
        question("about"),
        slider("gigs", "15"),
        question("working"),
        press("#same-total"),
        choose("platform", "guru-2026"),
        question("costs"),
        slider("gig-price", "90"),
        choose("platform", "upwork-2025"),
        question("months"),
        // No link has what cannot be read.
        format!("{{ {} }} {}", set("#gigs", "x"), set("#gigs", "9")),
        question("costs"),
        question("others"),
        slider("contract-price", "1200"),
        question("about"),
        question("months"),
        question("others"),
        slider("gigs", "10"),
    ];
    for step in steps {
        page.run(&format!(
            "const find = (place) => document.querySelector('#first').shadowRoot.querySelector(place); {step}"
        ))
        .await?;
        // The reader rests, and what arrives has arrived.
        wait_for(&format!("the same on a new element after {step}"), async || {
            let differing = page
                .run_async(&format!(
                    "{LOOK}
                     const first = document.querySelector('#first');
                     const fresh = first.cloneNode(true);
                     fresh.id = 'fresh';
                     const open = [...first.shadowRoot.querySelectorAll('details[open][data-field]')].map(({{ dataset }}) => dataset.field);
                     document.body.append(fresh);
                     const end = performance.now() + 3000;
                     const compare = () => {{
                       const [one, other] = [first, fresh].map(({{ shadowRoot }}) => look(shadowRoot));
                       const at = one.findIndex((line, index) => line !== other[index]);
                       const isSame = at < 0 && one.length === other.length && fresh.comparison !== null;
                       if (!isSame && performance.now() < end) return setTimeout(compare, 50);
                       fresh.remove();
                       done(isSame ? null : [one.length, other.length, ...one.slice(at, at + 3), 'instead of', ...other.slice(at, at + 3)]);
                     }};
                     fresh.restartFrom(first.link, open.join());
                     compare()"
                ))
                .await?;
            ensure!(differing.is_null(), "{differing}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Wherever it is pressed: behind its first nought, a 6 would be 60.
pub async fn a_key_takes_the_place_of_nothing(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.click("#contract-billed").await?;
    page.keys("6").await?;
    let typed = page.find("#contract-billed").await?.prop("value").await?;
    ensure!(typed.as_deref() == Some("6"), "{typed:?}");
    // Of any other number, only what is chosen goes.
    page.click("#gigs").await?;
    let chosen = page
        .run("const { selectionStart, selectionEnd } = document.querySelector('take-home').shadowRoot.querySelector('#gigs'); return selectionEnd - selectionStart")
        .await?;
    ensure!(chosen == json!(0), "{chosen}");
    Ok(())
}

pub async fn dragging_moves_the_verdict(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.drag("contract-price", 0.0).await?;
    // The least price of the slider is 100: 80 are left of it.
    page.verdict("Many small gigs leave you $11,920 more.").await?;
    page.drag("contract-price", 1.0).await?;
    // 30,000 − (1,050 + 1,000) = 27,950 against 12,000.
    page.verdict("One large contract leaves you $15,950 more.").await?;
    page.reads("#contract-price", "").await?;
    let field = page.find("#contract-price").await?.prop("value").await?;
    ensure!(field.as_deref() == Some("30,000.00"), "the field follows the slider: {field:?}");
    Ok(())
}

pub async fn arrow_keys_move_the_verdict(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    let slider = page.slider("gigs").await?;
    for _ in 0..5 {
        slider.send_keys(&char::from(Key::Right).to_string()).await?;
    }
    // 35 × 400 = 14,000 against 13,700.
    page.verdict("Many small gigs leave you $300 more.").await?;
    let spoken = slider.attr("aria-valuetext").await?.unwrap_or_default();
    ensure!(spoken == "35: the gigs leave $300 more. Break-even at 35.", "{spoken}");
    slider.send_keys(&char::from(Key::Left).to_string()).await?;
    page.verdict("One large contract leaves you $100 more.").await
}

pub async fn the_same_total_follows_the_gigs(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.click("#same-total").await?;
    page.type_into("gigs", "10").await?;
    // 5,000: 4,450 are left of the contract, 4,000 of the gigs.
    page.verdict("One large contract leaves you $450 more.").await?;
    page.reads("output#contract-price", "$5,000.00").await?;
    page.click("#same-total").await?;
    // The price that was there before is there again: 13,700 against 4,000.
    page.verdict("One large contract leaves you $9,700 more.").await
}

pub async fn gigs_for_several_clients(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    // Five gigs for each: 6 × (2,500 − 100 − 200) = 13,200 against 13,700.
    page.click("input[data-field=gig-clients][value='6']").await?;
    page.verdict("One large contract leaves you $500 more.").await?;
    page.has_fragment("#gig-clients=6").await?;
    // Two clients for 15 each: 2 × (7,500 − 100 − 700) = 13,400.
    page.type_into("gig-clients", "2").await?;
    page.verdict("One large contract leaves you $300 more.").await?;
    page.type_into("gig-clients", "0").await?;
    page.tells("#gig-clients-message", "Type a number above 0.").await?;
    page.click("input[data-field=gig-clients][value=each]").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    page.open("plain/#gig-clients=6&gig-billed=500").await?;
    // 6 × (2,500 − 250) = 13,500.
    page.verdict("One large contract leaves you $200 more.").await
}

pub async fn one_client_for_all_gigs(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.click("input[type=radio][value=one]").await?;
    page.verdict("No difference: $13,700 either way.").await?;
    page.type_into("gig-billed", "10,000").await?;
    // All at 5 %: 14,250 against 13,700.
    page.verdict("Many small gigs leave you $550 more.").await
}

pub async fn choosing_a_schedule(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.find("#schedule").await?.select_by_value("upwork-2023").await?;
    page.verdict("No difference: the fee is 10% either way.").await?;
    page.reads(".th-turn", "This fee is the same for small and large jobs. Only the prices decide.").await?;
    page.reads(".th-status", "ended 30 Apr 2025; now 0–15% per contract").await?;
    page.find("#schedule").await?.select_by_value("upwork-2025").await?;
    page.type_into("rate", "12").await?;
    page.verdict("No difference: the fee is 12% either way.").await?;
    page.reads(".th-status", "in force since 1 May 2025").await?;
    // The lists follow what did not come from them.
    page.click(".th-back").await?;
    page.verdict(EXAMPLE).await?;
    let chosen = page.find("#schedule").await?.prop("value").await?;
    ensure!(chosen.as_deref() == Some("upwork-2016"), "{chosen:?}");
    Ok(())
}

pub async fn a_rate_for_each_side(page: &Page<'_>) -> Result<()> {
    page.open("plain/#schedule=upwork-2025").await?;
    page.click(".th-rate input[type=checkbox]").await?;
    page.type_into("gig-rate", "15").await?;
    page.type_into("contract-rate", "5").await?;
    // 14,250 against 12,750.
    page.verdict("One large contract leaves you $1,500 more.").await?;
    page.has_fragment("#schedule=upwork-2025&gig-rate=15&contract-rate=5").await
}

pub async fn a_fee_of_ones_own(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.find("#platform").await?.select_by_value("custom").await?;
    let fee = page.find("#fee").await?.prop("value").await?;
    ensure!(
        fee.as_deref() == Some("20% to 500, 10% to 10000, 5% per client"),
        "the fee shown is there to be changed: {fee:?}"
    );
    page.type_into("fee", "10%, at least 60 per contract").await?;
    // 30 × 440 = 13,200 against 13,500.
    page.verdict("One large contract leaves you $300 more.").await?;
    page.has_fragment("#schedule=custom&fee=10%25%20at%20least%2060%20per%20contract").await?;
    page.type_into("fee", "x").await?;
    page.reads("#fee-message", "“x” at character 1 does not fit. Write a rate such as 10%.").await?;
    page.verdict("One large contract leaves you $300 more.").await?;
    // An empty field is still the field of one's own fee.
    page.type_into("fee", "").await?;
    page.reads("#fee-message", "Type a fee, such as 10%.").await?;
    // A range begins at its least rate.
    page.type_into("fee", "20%..30%").await?;
    page.verdict("No difference: the fee is 20% either way.").await
}

pub async fn bad_input_keeps_the_last_answer(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    // In its element, whatever the page scrolls to.
    let place = async || {
        page.run(
            "const root = document.querySelector('take-home').shadowRoot;
             const top = (name) => root.querySelector(name).getBoundingClientRect().top;
             return Math.round(top('#gigs') - top('.th'))",
        )
        .await
    };
    let before = place().await?;
    for (field, text, message, marked) in [
        ("gigs", "many", "Type a number, such as 30.", "Finish the marked number."),
        ("gig-price", "-5", "The number cannot be below 0.", "Finish the 2 marked numbers."),
        ("contract-price", "1.234", "USD has 2 decimals at most.", "Finish the 3 marked numbers."),
    ] {
        page.type_into(field, text).await?;
        page.reads(&format!("#{field}-message"), message).await?;
        page.verdict(EXAMPLE).await?;
        page.reads(".th-verdict > .th-note", &format!("{marked} Until then you see the previous answer.")).await?;
        let input = page.find(&format!("#{field}")).await?;
        ensure!(input.attr("aria-invalid").await?.as_deref() == Some("true"), "{field} is marked");
        ensure!(place().await? == before, "the fields stay where they are");
        page.press(Key::Tab).await?;
        ensure!(input.prop("value").await?.as_deref() == Some(text), "nothing typed is lost");
    }
    page.type_into("gigs", "40").await?;
    page.type_into("gig-price", "500").await?;
    page.type_into("contract-price", "15000").await?;
    page.verdict("Many small gigs leave you $2,300 more.").await?;
    ensure!(!page.find(".th-verdict > .th-note").await?.is_displayed().await?, "the answer is fresh again");
    Ok(())
}

/// Each key changes the answer, and the first ones may be a number by themselves.
pub async fn half_of_a_number_is_no_answer(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.type_into("gig-price", "2 hundred").await?;
    page.reads(".th-verdict > .th-note", "Finish the marked number. Until then you see the previous answer.").await?;
    page.verdict(EXAMPLE).await?;
    page.press(Key::Tab).await?;
    page.verdict(EXAMPLE).await?;
    // 30 × (2,000 − 100 − 150), and 13,700.
    page.type_into("gig-price", "2k").await?;
    page.verdict("Many small gigs leave you $38,800 more.").await
}

pub async fn another_currency_becomes_that_of_all_amounts(page: &Page<'_>) -> Result<()> {
    page.open("plain/#fee=10%25").await?;
    page.type_into("gig-price", "£400").await?;
    page.reads("#gig-price-message", "Amounts here are in USD. Nothing is converted. Use GBP").await?;
    page.click("#gig-price-message button").await?;
    page.reads(".th-side.th-gigs .th-kept", "£10,800").await?;
    ensure!(page.find("#gig-price").await?.prop("value").await?.as_deref() == Some("400.00"), "the number is the same");
    Ok(())
}

pub async fn the_working_opens(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.reads("summary span", "$3,000 on the gigs, $1,300 on the contract").await?;
    page.click("summary").await?;
    page.reads(".th-panel .th-contract tr:nth-child(3) td", "next $9,500.00 at 10%").await?;
    page.reads(".th-panel .th-gigs .th-total td + td", "$3,000.00").await?;
    // Numbers change; what the reader opened stays open.
    page.type_into("gigs", "31").await?;
    page.reads(".th-panel .th-gigs .th-total td + td", "$3,100.00").await
}

/// The colour under the thumb is that of the side the verdict then names.
pub async fn the_painted_track_agrees_with_dragging(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    for (field, to, side) in [
        ("gig-price", 0.2, "contract"),
        ("gig-price", 0.8, "gigs"),
        ("contract-price", 0.2, "gigs"),
        ("contract-price", 0.9, "contract"),
    ] {
        page.drag(field, to).await?;
        let painted = page
            .run(&format!(
                "const root = document.querySelector('take-home').shadowRoot;
                 const slider = root.querySelector('input[type=range][data-field={field}]');
                 const share = 100 * (slider.value - slider.min) / (slider.max - slider.min);
                 const covers = ([, from, to]) => from / 100 <= share && share <= to / 100;
                 const line = [...slider.parentElement.querySelectorAll('.th-track path:not(.th-marks)')]
                   .find((line) => [...line.getAttribute('d').matchAll(/M([0-9]+) 12H([0-9]+)/g)].some(covers));
                 const verdict = root.querySelector('.th-verdict').className;
                 return [line.getAttribute('class'), verdict, root.querySelector('.th-answer').textContent]"
            ))
            .await?;
        ensure!(painted[0] == json!(format!("th-{side}")), "{field} at {to}: {painted}");
        ensure!(painted[1].as_str().is_some_and(|class| class.contains(&format!("th-{side}"))), "{painted}");
    }
    Ok(())
}

pub async fn a_status_is_chosen(page: &Page<'_>) -> Result<()> {
    page.open("plain/#schedule=99designs-2026").await?;
    // Entry Level: 30 × (500 − 175) against 15,000 − (175 + 2,175).
    page.verdict("One large contract leaves you $2,900 more.").await?;
    page.choose("status", "top-level").await?;
    // 30 × (500 − 125) against 15,000 − (125 + 725); the introduction fee is the same.
    page.verdict("One large contract leaves you $2,900 more.").await?;
    page.reads(".th-side.th-gigs .th-kept", "$11,250").await?;
    page.has_fragment("#schedule=99designs-2026&status=top-level").await?;
    // Another schedule without such a status begins with its first.
    page.choose("platform", "guru-2026").await?;
    page.choose("schedule", "guru-2010").await?;
    page.reads(".th-side.th-gigs .th-fee", "fee $1,792.50 (12%)").await
}

pub async fn the_months_with_a_client_decide(page: &Page<'_>) -> Result<()> {
    page.open("plain/#schedule=malt-2019").await?;
    page.verdict("No difference: the fee is 10% either way.").await?;
    page.type_into("contract-months", "3").await?;
    // 5 % instead of 10 % of 15,000.
    page.verdict("One large contract leaves you €750 more.").await?;
    let spoken = page.slider("contract-months").await?.attr("aria-valuetext").await?.unwrap_or_default();
    ensure!(spoken == "3: the contract leaves €750 more. Break-even at 3.", "{spoken}");
    page.has_fragment("#schedule=malt-2019&contract-months=3").await
}

pub async fn an_example_of_a_fee_is_drawn(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.choose("platform", "custom").await?;
    // It begins with the fee that was shown.
    page.reads(".th-own-fee .th-steps li:nth-child(2) b", "10%").await?;
    page.reads(".th-own-fee .th-steps li:nth-child(2) span", "$10,000").await?;
    page.type_into("fee", "first 3 months: 10%; later: 5%").await?;
    page.reads(".th-own-fee .th-case", "in the first 3 months with a client").await?;
    page.click(".th-examples button:nth-child(5)").await?;
    page.reads(".th-own-fee .th-steps li:first-child b", "5.5% + $3").await?;
    page.type_into("fee", "20% to 500, 10").await?;
    page.reads("#fee-message", "The fee is incomplete. Add “%”.").await?;
    ensure!(page.find(".th-own-fee .th-steps").await.is_err(), "there is nothing to draw");
    Ok(())
}

pub async fn each_number_of_the_break_even_line_can_be_tried(page: &Page<'_>) -> Result<()> {
    for (field, verdict, difference) in [
        ("gig-price", "Many small gigs leave you $0.10 more.", "-0.10"),
        ("gigs", "Many small gigs leave you $300 more.", "-300.00"),
        ("contract-price", "No difference: $12,000 either way.", "0.00"),
    ] {
        page.client.set_window_size(400, 740).await?;
        page.open("plain/").await?;
        page.verdict("One large contract leaves you $1,700 more.").await?;
        // By keyboard, which scrolls to nothing itself.
        page.run(&format!("document.querySelector('take-home').shadowRoot.querySelector('.th-try[data-field={field}]').focus({{ preventScroll: true }})")).await?;
        let before = page.run("return scrollY").await?;
        page.press(Key::Enter).await?;
        page.verdict(verdict).await?;
        ensure!(page.run("return scrollY").await? == before, "{field}: what was pressed stays in sight");
        ensure!(page.comparison(0).await?["difference"] == difference, "{field}");
    }
    Ok(())
}

pub async fn a_fee_that_jumps_says_so(page: &Page<'_>) -> Result<()> {
    page.open("plain/#fee=whole 5%25 to 100, 10%25&gigs=1&gig-price=100&contract-price=104").await?;
    // 95.00 against 104.00 − 10.40.
    page.verdict("The single gig leaves you $1.40 more.").await?;
    page.reads(
        ".th-turn",
        "Break-even: $98.53 per gig or a $100 contract. \
         The fee jumps here: a contract at $100.01 to $105.55 falls behind again.",
    )
    .await?;
    let comparison = page.comparison(0).await?;
    ensure!(comparison["matchingContractPriceGaps"] == json!([{ "from": "100.01", "to": "105.55" }]), "{comparison}");
    Ok(())
}
