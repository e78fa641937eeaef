use super::{Page, fill_in};
use crate::amount::Money;
use crate::compare::{concession_costs, hourly, price_keeping, price_paying, rate_keeping};
use crate::markup::{Html, column, el, together};
use crate::scenario::{Field, Side};

/// What to ask for, to keep a sum or an hourly pay; what a concession costs; what an hourly contract leaves.
pub fn quote(page: &Page) -> Html {
    let (words, scenario) = (page.words, page.scenario);
    let inputs = scenario.inputs();
    let given = |field: Field| Some(Money::from_minor(inputs.get(field))).filter(|amount| *amount > Money::ZERO);
    let side = |side: Side| {
        let lines = [
            given(Field::Keep).map(|keep| words.quote_keeping(side, keep, price_keeping(scenario, side, keep))),
            given(Field::HourlyPay).map(|pay| words.quote_paying(side, pay, price_paying(scenario, side, pay))),
            given(Field::Concession)
                .map(|off| words.quote_concession(side, off, concession_costs(scenario, side, off))),
        ];
        let lines: Vec<Html> = lines.into_iter().flatten().map(|line| el!("p"; line)).collect();
        el!("div", "class" = column(side); el!("p", "class" = "th-title"; words.side(side)), lines)
    };
    let asked = inputs.any(&[Field::Keep, Field::HourlyPay, Field::Concession]);
    let sides = asked.then(|| el!("div", "class" = "th-sides"; side(Side::Gigs), side(Side::Contract)));
    let found = hourly(scenario);
    let weekly = found.map(|found| {
        let link = format!(
            "same-total=no&contract-price={}&contract-payments={}",
            scenario.currency().plain(found.gross),
            inputs.get(Field::Weeks)
        );
        el!("p"; words.quote_hourly(scenario, &found), " ", fill_in(page, link, words.use_as_contract()))
    });
    let rate = given(Field::HourlyPay).and_then(|keep| Some((keep, rate_keeping(scenario, keep)?)));
    let rate = rate.map(|(keep, rate)| el!("p"; words.quote_rate(keep, rate)));
    let hint = (!asked && weekly.is_none()).then(|| el!("p", "class" = "th-hint"; words.quote_hint()));
    together(vec![
        sides.unwrap_or_default(),
        weekly.unwrap_or_default(),
        rate.unwrap_or_default(),
        hint.unwrap_or_default(),
    ])
}
