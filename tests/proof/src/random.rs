//! Which plans are tried? Any, from a seed: mostly small ones, at and around the limits of their fees.

use fastrand::Rng;

use crate::documents::{Value, names, schedule};
use crate::exact::{decimal, fraction, trimmed, whole};
use crate::fees::{level, set_fee, short};
use crate::link::Link;
use crate::notation;
use crate::plan::digits_of;

/// The plan with that number of a seed.
pub fn plan(seed: u64, number: u64) -> Link {
    // Neighbouring seeds and numbers have nothing in common.
    let mut rng = Rng::with_seed(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ number.wrapping_mul(0xD1B5_4A32_D192_ED03));
    rng.u64(..);
    let mut link = Link::default();
    set_fee(&mut rng, &mut link);
    let currency = link.get("currency").map(str::to_owned).unwrap_or_else(|| {
        let schedule = link.get("schedule").and_then(schedule);
        schedule.map_or("USD", |schedule| schedule.currency).to_owned()
    });
    let digits = digits_of(&currency);
    let line = link.get("fee").map(str::to_owned).or_else(|| {
        let schedule = link.get("schedule").and_then(schedule);
        schedule.map(|schedule| schedule.line.to_owned())
    });
    let limits: Vec<i128> = line.and_then(|line| notation::read(&line)).map_or(vec![], |fee| {
        let units = whole(10i128.pow(digits));
        fee.limits().into_iter().map(|limit| (limit * units).to_integer()).filter(|limit| *limit > 0).collect()
    });
    let mut some = Draft { rng, link, digits, limits };
    some.work();
    for (chance, topic) in [
        (3, Draft::costs as fn(&mut Draft)),
        (4, Draft::months),
        (5, Draft::quotes),
        (8, Draft::risk),
        (9, Draft::disputes),
        (7, Draft::leaving),
        (7, |draft| draft.list("gig-list", "gig-list-level")),
        (20, |draft| draft.list("contract-list", "contract-list-level")),
    ] {
        if some.rng.u8(..chance) == 0 {
            topic(&mut some);
        }
    }
    some.within_bounds();
    some.link
}

/// A plan in the making.
struct Draft {
    rng: Rng,
    link: Link,
    digits: u32,
    limits: Vec<i128>,
}

impl Draft {
    fn one_in(&mut self, chances: u32) -> bool {
        self.rng.u32(..chances) == 0
    }

    /// A price or an amount billed: near a limit, round, or any.
    fn some_amount(&mut self) -> i128 {
        let units = 10i128.pow(self.digits);
        let amount = match self.rng.u8(..12) {
            0..5 if !self.limits.is_empty() => {
                let limit = self.limits[self.rng.usize(..self.limits.len())];
                let near = limit + self.rng.i128(-2..=2);
                match self.rng.u8(..4) {
                    0 => near * self.rng.i128(1..=5),
                    1 => near / self.rng.i128(1..=5),
                    _ => near,
                }
            }
            5 => self.rng.i128(1..=30),
            6 => self.rng.i128(1..=1_000_000_000) * self.rng.i128(1..=1_000),
            7 => self.rng.i128(1..=100_000),
            8 => self.rng.i128(1..=20_000) * units,
            _ => level(&mut self.rng, self.digits),
        };
        amount.max(1)
    }

    fn gig_price(&self) -> i128 {
        let price = decimal(self.link.get("gig-price").expect("a price")).expect("a number");
        (price * whole(10i128.pow(self.digits))).to_integer()
    }

    /// All gigs together have the same limit as one.
    fn within_bounds(&mut self) {
        let gigs: i128 = self.link.get("gigs").and_then(|gigs| gigs.parse().ok()).expect("a number");
        let highest = 1_000_000_000_000 * 10i128.pow(self.digits) / gigs;
        if self.gig_price() > highest {
            self.set_amount("gig-price", highest);
        }
    }

    fn amount(&mut self, name: &'static str) {
        let amount = self.some_amount();
        self.set_amount(name, amount);
    }

    fn set_amount(&mut self, name: &'static str, amount: i128) {
        let units = 10i128.pow(self.digits);
        let Value::Number { to, .. } = names()[name].value else { unreachable!("{name} is a number") };
        let highest = (to * whole(units)).to_integer();
        self.link.set(name, short(amount.min(highest), self.digits));
    }

    fn count(&mut self, name: &'static str, from: u32, to: u32) {
        // Small ones are more frequent.
        let to = if self.rng.bool() { to } else { from + (to - from) / 10 };
        let count = self.rng.u32(from..=to);
        self.link.set(name, count.to_string());
    }

    /// A number with two decimals, mostly without.
    fn hundredths(&mut self, name: &'static str, from: u32, to: u32) {
        let hundredths =
            if self.rng.bool() { self.rng.u32(from * 100..=to * 100) } else { self.rng.u32(from..=to) * 100 };
        let Value::Number { from, is_included, to } = names()[name].value else { unreachable!("{name} is a number") };
        let number = fraction(hundredths.into(), 100);
        let lowest = if is_included { from } else { from + fraction(1, 100) };
        self.link.set(name, trimmed(number.clamp(lowest, to), 2));
    }

    /// Prices, numbers and what was billed before.
    fn work(&mut self) {
        let gigs = match self.rng.u8(..200) {
            0 => self.rng.u32(1..=10_000),
            1..12 => self.rng.u32(41..=300),
            12..50 => self.rng.u32(7..=40),
            _ => self.rng.u32(1..=6),
        };
        self.link.set("gigs", gigs.to_string());
        self.amount("gig-price");
        let price = self.gig_price();
        match self.rng.u8(..8) {
            0 => {}
            1 => self.link.set("same-total", ""),
            // A contract that is nearly level.
            2 | 3 => {
                let total = price * i128::from(gigs) * self.rng.i128(70..=110) / 100 + self.rng.i128(-1..=1);
                self.set_amount("contract-price", total.max(1));
            }
            _ => self.amount("contract-price"),
        }
        match self.rng.u8(..8) {
            0..=2 => self.link.set("gig-clients", "one"),
            3 => {
                let clients = self.rng.i128(2..=i128::from(gigs) + 2);
                self.link.set("gig-clients", clients.to_string());
            }
            _ => {}
        }
        for name in ["gig-billed", "contract-billed"] {
            if self.one_in(3) {
                self.amount(name);
            }
        }
        for name in ["gig-months", "contract-months"] {
            if self.one_in(4) {
                self.count(name, 0, 15);
            }
        }
        if self.one_in(3) {
            let most = if self.one_in(40) { 520 } else { 12 };
            self.count("contract-payments", 1, most);
        }
    }

    /// A list in place of a side.
    fn list(&mut self, name: &'static str, level: &'static str) {
        let lines = self.rng.usize(1..=5);
        let line = |draft: &mut Draft| {
            let most = if draft.one_in(6) { 12 } else { 3 };
            let count = draft.rng.u32(1..=most);
            // All of them together, at the highest level, are no more than a field accepts.
            let mut price = short(draft.some_amount().min(1_000_000_000 * 10i128.pow(draft.digits)), draft.digits);
            // Three decimals could be thousands.
            if price.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3) {
                price.push('0');
            }
            let times = if count == 1 { String::new() } else { format!("{count} x ") };
            let clients = match draft.rng.u8(..6) {
                0 | 1 => format!(" for {}", draft.rng.choice(["Acme", "acme", "Berta & Co"]).expect("a name")),
                2 => " for 1 client".to_owned(),
                3 => format!(" for {} clients", draft.rng.u32(2..=5)),
                _ => String::new(),
            };
            format!("{times}{price}{clients}")
        };
        let list: Vec<String> = (0..lines).map(|_| line(self)).collect();
        self.link.set(name, list.join(", "));
        if self.one_in(3) {
            let hundredths = if self.rng.bool() { self.rng.i128(1..=100_000) } else { self.rng.i128(5_000..=15_000) };
            self.link.set(level, trimmed(fraction(hundredths, 100), 2));
        }
    }

    fn costs(&mut self) {
        let units = 10i128.pow(self.digits);
        for name in ["bid-cost", "connect-price", "membership", "withdrawal-fee", "gig-bought-in", "contract-bought-in"]
        {
            if self.one_in(3) {
                let amount =
                    if self.rng.bool() { self.rng.i128(1..=20 * units) } else { self.rng.i128(1..=50) * units };
                self.set_amount(name, amount);
            }
        }
        for (name, most) in [
            ("bid-connects", 30),
            ("free-connects", 20),
            ("held-connects", 200),
            ("membership-connects", 100),
            ("bid-minutes", 90),
        ] {
            if self.one_in(3) {
                self.count(name, 0, most);
            }
        }
        for name in ["gig-hours", "contract-hours", "gig-overhead", "contract-overhead", "client-overhead"] {
            if self.rng.bool() {
                self.hundredths(name, 0, 60);
            }
        }
        // By the hour both sides need hours.
        if self.one_in(3) {
            self.link.set("verdict", "hour");
            for name in ["gig-hours", "contract-hours"] {
                let hours = fraction(self.rng.i128(1..=6_000), 100);
                self.link.set(name, trimmed(hours, 2));
            }
        }
        for name in ["gig-win-rate", "contract-win-rate"] {
            if self.rng.bool() {
                self.hundredths(name, 0, 100);
            }
        }
        if self.rng.bool() {
            self.link.set("withdrawals", "month");
        }
    }

    fn months(&mut self) {
        self.count("gig-duration", 1, 24);
        self.count("contract-duration", 1, 24);
        self.count("contract-payments", 1, 30);
    }

    fn quotes(&mut self) {
        let names = ["keep", "concession", "hourly-rate", "hourly-pay"];
        for name in names {
            if self.rng.bool() {
                let amount = match name {
                    "hourly-rate" | "hourly-pay" => self.rng.i128(1..=20_000),
                    _ => self.some_amount(),
                };
                self.set_amount(name, amount);
            }
        }
        if self.rng.bool() {
            self.hundredths("weekly-hours", 0, 60);
        }
        if self.rng.bool() {
            self.count("weeks", 1, 60);
        }
        if self.rng.bool() {
            self.hundredths("gig-hours", 0, 40);
        }
        if self.rng.bool() {
            self.hundredths("contract-hours", 0, 400);
        }
    }

    /// Few jobs and payments, since every case is counted exactly.
    fn risk(&mut self) {
        let most = if self.one_in(20) { 40 } else { 8 };
        let gigs: u32 = self.link.get("gigs").and_then(|gigs| gigs.parse().ok()).unwrap_or(1);
        self.link.set("gigs", (gigs % most + 1).to_string());
        let payments: u32 = self.link.get("contract-payments").and_then(|payments| payments.parse().ok()).unwrap_or(1);
        self.link.set("contract-payments", (payments % 12 + 1).to_string());
        for name in ["bad-review", "non-payment", "escrow-non-payment", "hourly-non-payment"] {
            if self.rng.bool() {
                self.hundredths(name, 0, 100);
            }
        }
        if self.rng.bool() {
            self.count("reviews-in-sight", 0, 40);
        }
        if self.rng.bool() {
            self.hundredths("work-lost", 0, 100);
        }
        if self.one_in(3) {
            self.amount("average-price");
        }
        for name in ["gig-protection", "contract-protection"] {
            if self.rng.bool() {
                self.link.set(name, *self.rng.choice(&["none", "escrow", "hourly"]).expect("one of three"));
            }
        }
    }

    fn disputes(&mut self) {
        for name in ["claim", "arbitration-fee"] {
            if !self.one_in(4) {
                let amount = level(&mut self.rng, self.digits);
                self.set_amount(name, amount);
            }
        }
        for name in ["good-jobs", "bad-jobs", "silent-jobs"] {
            if self.rng.bool() {
                self.count(name, 0, 50);
            }
        }
    }

    fn leaving(&mut self) {
        for name in ["conversion-rate", "conversion-fee", "monthly-take-home"] {
            if self.rng.bool() {
                let amount = level(&mut self.rng, self.digits);
                self.set_amount(name, amount);
            }
        }
        if self.rng.bool() {
            self.count("rebuild-months", 0, 36);
        }
        if self.rng.bool() {
            let Value::OneOf(services) = &names()["direct-schedule"].value else { unreachable!("a choice") };
            let direct = *self.rng.choice(services).expect("a payment service");
            self.link.set("direct-schedule", direct);
            let schedule = schedule(direct).expect("a schedule");
            let statuses = schedule.fee.cases.iter().filter_map(|(when, _)| {
                if let notation::When::Status(name) = when { Some(notation::status_name(name)) } else { None }
            });
            if let Some(status) = self.rng.choice(statuses.collect::<Vec<_>>())
                && self.rng.bool()
            {
                self.link.set("direct-status", status);
            }
        }
    }
}
