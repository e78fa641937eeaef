//! What should a quote ask for?

use engine::compare::{concession_costs, hourly, price_keeping, price_paying, rate_keeping};
use engine::scenario::{QuoteWishes, Side};

use super::{PanelContext, fill_in};
use crate::html::{Html, el, together};
use crate::style::column;

/// What to ask for, to keep a sum or an hourly pay; what a concession costs; what an hourly contract leaves.
pub fn quote(context: &PanelContext) -> Html {
    let (words, scenario) = (context.words, context.scenario);
    let QuoteWishes { keep, hourly_pay, concession, weeks, .. } = scenario.inputs().quote;
    let side = |side: Side| {
        let lines = [
            keep.map(|keep| words.quote_keeping(side, keep, price_keeping(scenario, side, keep))),
            hourly_pay.map(|pay| words.quote_paying(side, pay, price_paying(scenario, side, pay))),
            concession.map(|off| words.quote_concession(side, off, concession_costs(scenario, side, off))),
        ];
        let lines: Vec<Html> = lines.into_iter().flatten().map(|line| el!("p"; line)).collect();
        el!("div", "class" = column(side); el!("p", "class" = "th-title"; words.side(side)), lines)
    };
    let asked = keep.or(hourly_pay).or(concession).is_some();
    let sides = asked.then(|| el!("div", "class" = "th-sides"; side(Side::Gigs), side(Side::Contract)));
    let found = hourly(scenario);
    let weekly = found.map(|found| {
        let link = format!(
            "same-total=no&contract-price={}&contract-payments={}",
            scenario.currency().plain(found.gross),
            weeks
        );
        el!("p"; words.quote_hourly(scenario, &found), " ", fill_in(context, link, words.use_as_contract(), None))
    });
    let rate = hourly_pay.and_then(|keep| Some((keep, rate_keeping(scenario, keep)?)));
    let rate = rate.map(|(keep, rate)| el!("p"; words.quote_rate(keep, rate)));
    let hint = (!asked && weekly.is_none()).then(|| el!("p", "class" = "th-hint"; words.quote_hint()));
    together(vec![
        sides.unwrap_or_default(),
        weekly.unwrap_or_default(),
        rate.unwrap_or_default(),
        hint.unwrap_or_default(),
    ])
}
