//! What should a quote ask for?

use engine::amount::Money;
use engine::compare::{
    AfterCosts, Hourly, Total, asked_totals, concession_costs, hourly, hourly_status, price_keeping, price_paying,
    rate_keeping, remaining_by_price, remaining_by_total, round_step,
};
use engine::fees::slug;
use engine::scenario::{BySide, Field, QuoteWishes, Side};

use super::chart::{Tick, axes, plot, room, ticks, title};
use super::context::{PanelContext, fill_in, sums};
use crate::controls::fold;
use crate::html::{Html, el, several};
use crate::marks::{WHOLE, dot, image, label, line, polyline};
use crate::scale::Scale;
use crate::style::{class, column, fits_on_a_phone};

/// The number of prices that a line of the picture is drawn from, and the approximate number of totals in the table.
const PRICES: u32 = 60;
const IN_TABLE: u32 = 9;
/// The width of a letter in the picture on a phone, of [`WHOLE`].
const WIDTH_OF_A_LETTER: u64 = 330;

/// The prices that keep a sum or an hourly pay, the cost of a discount, and what an hourly contract leaves.
pub fn quote(context: &PanelContext) -> Html {
    let (words, scenario) = (context.words, context.scenario);
    let QuoteWishes { keep, hourly_pay, concession, weeks, .. } = scenario.inputs().quote;
    let prices = keep.map(|keep| (keep, BySide::from_fn(|side| price_keeping(scenario, side, keep))));
    // The line of the question says both prices, if there are two.
    let is_in_line = |prices: &BySide<Option<i64>>| context.live && prices.gigs.and(prices.contract).is_some();
    let keeping = prices.filter(|(_, prices)| !is_in_line(prices));
    let side = |side: Side| {
        let lines = [
            keeping.map(|(keep, prices)| words.quote_keeping(scenario, side, keep, *prices.get(side))),
            hourly_pay.map(|pay| words.quote_paying(scenario, side, pay, price_paying(scenario, side, pay))),
            concession.map(|off| words.quote_concession(scenario, side, off, concession_costs(scenario, side, off))),
        ];
        let lines: Html = lines.into_iter().flatten().map(|line| el!("p"; line)).collect();
        el!("div", "class" = column(side); el!("p", "class" = "th-title"; words.side(side)), lines)
    };
    let asked = keep.or(hourly_pay).or(concession).is_some();
    let is_said = keeping.is_some() || hourly_pay.or(concession).is_some();
    let sides = is_said.then(|| el!("div", "class" = "th-sides"; side(Side::Gigs), side(Side::Contract)));
    let found = hourly(scenario);
    let weekly = found.map(|found| {
        let link = as_contract(context, &found, weeks);
        let other = hourly_status(scenario).map(|status| {
            let link = format!("{}={}", Field::Status.name(), slug(status));
            let use_fee = fill_in(context, link, words.use_fee(), Some(words.use_fee_named(status.to_owned())));
            el!("p", "class" = "th-hint"; words.quote_hourly_status(status), " ", use_fee)
        });
        let sentence = words.quote_hourly(scenario, &found);
        several![el!("p"; sentence, " ", fill_in(context, link, words.use_as_contract(), None)), other]
    });
    let rate = hourly_pay.and_then(|keep| Some((keep, rate_keeping(scenario, keep)?)));
    let rate = rate.map(|(keep, rate)| el!("p"; words.quote_rate(keep, rate)));
    let hint = (!asked && weekly.is_none()).then(|| el!("p", "class" = "th-hint"; words.quote_hint()));
    let gap = |keep, side| words.quote_gap(scenario, side, keep).map(|gap| el!("p"; gap));
    let gaps = keep.map(|keep| several![gap(keep, Side::Gigs), gap(keep, Side::Contract)]);
    let drawn = prices.map(|(keep, prices)| picture(context, keep, prices));
    several![sides, gaps, drawn, weekly, rate, hint,]
}

/// The link that makes an hourly contract the contract: one job, with its weeks, months and, where hours are counted, hours.
fn as_contract(context: &PanelContext, hourly: &Hourly, weeks: u32) -> String {
    let price = context.scenario.currency().plain(hourly.gross);
    // A payment alone is in one month, however long the contract goes.
    let months = if weeks > 1 { format!("&contract-duration={}", hourly.months) } else { String::new() };
    let counts_hours = context.comparison.after_costs.as_ref().is_some_and(AfterCosts::has_hours);
    let hours = if counts_hours { format!("&contract-hours={}", hourly.hours.plain()) } else { String::new() };
    format!("contract-list=&same-total=no&contract-price={price}&contract-payments={weeks}{months}{hours}")
}

/// Draws what each side leaves for every total, and marks these prices, at which it leaves what the reader wants to keep.
fn picture(context: &PanelContext, keep: Money, prices: BySide<Option<i64>>) -> Html {
    let (words, scenario) = (context.words, context.scenario);
    let (asked, most) = asked_totals(scenario, keep, &prices);
    let lines = BySide::from_fn(|side| remaining_by_price(scenario, side, most, PRICES));
    let all = || lines.gigs.iter().chain(&lines.contract);
    let least = all().map(|(_, left)| left.minor()).min().unwrap_or(0).min(0);
    let top = all().map(|(_, left)| left.minor()).max().unwrap_or(0).max(keep.minor());
    let (across, up) = (Scale::between(0, most.minor()), Scale::between(least, top));
    let curve = |side: Side| {
        let points = lines.get(side).iter().map(|(total, left)| {
            format!("{},{}", across.part(total.minor(), 1_000), 1_000 - up.part(left.minor(), 1_000))
        });
        polyline(class(side), points.collect::<Vec<_>>().join(" "))
    };
    let level = WHOLE - up.at(keep.minor());
    let mark = |side: Side| {
        asked.get(side).map(|total| {
            let x = across.at(total.minor());
            el!("g", "class" = class(side); line("th-asked", [x, level, x, WHOLE]), dot("th-dot", [x, level], "5"))
        })
    };
    // Each price is at the foot of its line, the lower one above the other: behind the line if there is room on a phone.
    let price = |side: Side| {
        let (price, total) = prices.get(side).zip(*asked.get(side))?;
        let x = across.at(total.minor());
        let text = words.asked_price(scenario, side, price);
        let is_lower = asked.get(side.other()).is_some_and(|other| total < other);
        let takes = WIDTH_OF_A_LETTER * u64::try_from(text.chars().count()).unwrap_or(0);
        let fits_behind = x + takes <= WHOLE;
        let is_before = takes < x && (is_lower || !fits_behind);
        // Too long for either, it is in the line of the question alone.
        if !is_before && !fits_behind {
            return None;
        }
        let [dx, anchor] = if is_before { ["-.4em", "end"] } else { [".4em", "start"] };
        let dy = if is_lower { "-1.8em" } else { "-.5em" };
        Some(label(class(side), [x, WHOLE], [dx, dy], anchor, text))
    };
    let money = |value: i64| words.format.short_money(Money::from_minor(value));
    // The label of what is kept takes the place of a number beside it.
    let levels = ticks(least, top, 4, &money).into_iter().map(|tick| tick.beside_text(up.at(keep.minor())));
    let levels: Vec<Tick> = levels.collect();
    let marks = several![
        axes(&ticks(0, most.minor(), room(&money(round_step(most.minor()))), &money), &levels),
        plot(several![curve(Side::Gigs), curve(Side::Contract)]),
        line("th-now", [0, level, WHOLE, level]),
        several![mark(Side::Gigs), mark(Side::Contract)],
        label("", [0, level], [".4em", "-.5em"], "start", words.quote_keep(keep)),
        title(words.you_bill()),
        el!("g", "class" = "th-labels"; price(Side::Gigs), price(Side::Contract)),
    ];
    several![
        el!("div", "class" = "th-chart"; image("th-drawn", words.quote_picture(), marks)),
        fold(
            words.as_table(),
            several![el!("p", "class" = "th-hint"; words.quote_picture()), table(context, most, prices)]
        ),
    ]
}

/// The same as a table: both sides at the same totals, the asked ones among them, or, where a list gives others or there is no
/// room, each at its own.
fn table(context: &PanelContext, most: Money, asked: BySide<Option<i64>>) -> Html {
    let (words, scenario) = (context.words, context.scenario);
    let money = |amount: Money| words.format.money(amount);
    let left = |amount: Option<Money>| amount.map_or_else(|| "–".into(), money);
    let cells = |(total, sides): &Total| vec![words.format.short_money(*total), left(sides.gigs), left(sides.contract)];
    let totals = remaining_by_total(scenario, most, IN_TABLE.into(), asked);
    let rows: Option<Vec<Vec<String>>> = totals.map(|totals| totals.iter().map(cells).collect());
    let Some(rows) = rows.filter(|rows| fits_on_a_phone(rows)) else {
        let row = |(total, left): (Money, Money)| (words.billed(total), money(left));
        let rows = |side: Side| remaining_by_price(scenario, side, most, IN_TABLE).into_iter().map(row).collect();
        return sums(words, &rows);
    };
    let columns = [words.you_bill(), words.side_fields(Side::Gigs), words.side_fields(Side::Contract)];
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let total = el!("th", "scope" = "row"; cells.next());
        el!("tr"; total, cells.map(|cell| el!("td"; cell)).collect::<Html>())
    };
    el!("table", "class" = "th-assumptions th-numbers";
        el!("thead"; el!("tr"; columns.map(|column| el!("th", "scope" = "col"; column)))),
        el!("tbody"; rows.into_iter().map(row).collect::<Html>()))
}
