//! Is every link answered, whatever its fields are, at their bounds and in any combination? The slowest ones are printed with
//! `--nocapture`; `TIMES` asks for more.

mod support;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use take_home::amount::{Currency, Money};
use take_home::scenario::{Field, Kind, limits};

/// Fees that take nearly nothing or nearly everything, jump, or have many tiers.
const FEES: [&str; 21] = [
    "10%25",
    "99.99%25",
    "20%25 to 500, 10%25 to 10000, 5%25 per client",
    "0%25 to 100, 99.99%25 per client",
    "99.99%25 to 1, 0%25 per contract",
    "50%25 plus 99.98%25 tax",
    "49.995%25 plus 99.99%25 tax",
    "99%25 per month plus 0.99%25 tax",
    "0%25 to 777, 99.99%25 per month",
    "0%25 to 777, 99.99%25 per account",
    "whole 99.99%25 to 500, 1%25 per client",
    "whole 0%25 %2B 3 under 777, 99.9%25 per contract plus 0.09%25 tax",
    "whole 0%25 to 1, 99.99%25",
    "10%25 %2B 100000000 at most 100000000 per client",
    "0%25 %2B 100000000",
    "3%25 at least 100000000",
    "99%25 to 777, 90%25 per client then 99%25",
    "50%25 at least 5 per contract then 2.9%25 %2B 0.30 plus 99.99%25 tax then 1%25 at most 2",
    "0%25..99.99%25",
    "0%25..99.99%25 at least 5 per month",
    "2%25 to 1000, 4%25 to 2000, 6%25 to 3000, 8%25 to 4000, 10%25 to 5000, 20%25 to 6000, 30%25 to 7000, 40%25 to 8000, \
     50%25 to 9000, 60%25 to 10000, 70%25 to 11000, 80%25 to 12000, 90%25 to 13000, 95%25 to 14000, 98%25 to 15000, \
     99%25 per client plus 0.9%25 tax",
];

/// Lists of next to nothing, of everything, and of both.
const LISTS: [&str; 5] = ["0.0010", "1", "10000 x 1", "1000000000000", "1 for A, 9 x 100000000000 for 3 clients"];

/// Numbers that look random, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).unwrap()]
    }

    /// A number at a bound, beside it, or somewhere between.
    fn number(&mut self, least: i64, most: i64) -> i64 {
        self.pick(&[
            least,
            most,
            i64::midpoint(least, most),
            least + 1,
            (most / 7_777).max(least),
            (most / 1_000_003).max(least),
        ])
    }
}

/// An amount as a link has it: no three decimals, which could be thousands.
fn plain(currency: Currency, minor: i64) -> String {
    let amount = currency.plain(Money::from_minor(minor));
    if currency.digits() == 3 && amount.ends_with('0') { format!("{amount}0") } else { amount }
}

fn link(random: &mut Random) -> String {
    let currency: Currency = random.pick(&["USD", "JPY", "KWD"]).parse().expect("a currency");
    let mut link = format!("fee={}&currency={}", random.pick(&FEES), currency.code());
    for field in Field::ALL {
        let hundredths = |value: i64| format!("{}.{:02}", value / 100, value % 100);
        let text = match field.kind() {
            _ if random.below(3) == 0 => continue,
            Kind::Whole { least, most } => random.number(least.into(), most.into()).to_string(),
            Kind::Percent { least, most } => hundredths(random.number(least.into(), i64::from(most) * 100)),
            Kind::Hours => hundredths(random.number(0, 9_999_999)),
            Kind::Money { least, most } if random.below(3) == 0 => random.number(least, most).to_string(),
            Kind::Money { least, .. } => {
                let most = if random.below(2) == 0 { 100 } else { 100_000 * currency.minor_per_major() };
                plain(currency, random.number(least, most))
            }
            Kind::Rate { .. } => hundredths(random.number(0, 9_999)),
            Kind::Choice(words) if field.is_counted_besides() => random.pick(words).to_owned(),
            Kind::Clients if random.below(2) == 0 => random.pick(&["each", "one"]).to_owned(),
            Kind::Clients => random.number(1, limits::MAX_GIGS.into()).to_string(),
            Kind::List(_) if random.below(4) == 0 => random.pick(&LISTS).to_owned(),
            Kind::Choice(_)
            | Kind::Schedule(_)
            | Kind::Fee
            | Kind::Status
            | Kind::List(_)
            | Kind::Flag
            | Kind::Currency
            | Kind::Lang => continue,
        };
        write!(link, "&{}={text}", field.name()).expect("a text takes any text");
    }
    link
}

#[test]
fn every_link_at_the_bounds_is_answered() {
    let times: u64 = std::env::var("TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let mut random = Random(20_261_126);
    let mut slowest: (Duration, String) = (Duration::ZERO, String::new());
    let mut whole = 0;
    for _ in 0..500 * times {
        let link = link(&mut random);
        let measured = || {
            let begun = Instant::now();
            (support::everything(&link), begun.elapsed())
        };
        let (is_whole, mut taken) = measured();
        whole += u64::from(is_whole);
        // What else the machine does is not the link's fault.
        for _ in 0..4 {
            if taken > slowest.0 {
                taken = taken.min(measured().1);
            }
        }
        if taken > slowest.0 {
            slowest = (taken, link);
        }
    }
    println!("{whole} without a fault; the slowest took {:?}: {}", slowest.0, slowest.1);
    // What is ignored leaves the default, which is no bound.
    assert!(whole > 100 * times, "{whole} without a fault");
}

#[test]
fn every_link_at_the_bounds_can_be_said() {
    let times: u64 = std::env::var("TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let mut random = Random(20_261_129);
    for _ in 0..100 * times {
        let link = link(&mut random);
        let said = support::everything_said(&link);
        // Each place of a sentence is a control character until it is filled.
        let unfilled = said.chars().find(|char| char.is_control() && !char.is_whitespace());
        assert_eq!(unfilled, None, "{link}");
    }
    // A fee of a hundred billion on a price of a thousandth.
    support::everything_said("currency=KWD&fee=0%25 %2B 100000000&gig-price=0.001");
    // What to keep, from a list that bills next to nothing.
    support::everything_said("currency=KWD&fee=10%25&gig-list=0.0010&contract-price=5&keep=1000000000000");
}
