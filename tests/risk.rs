//! Is risk right? Each figure with its sum, and the distributions against an enumeration of every case.

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use support::{scenario, usd};
use take_home::amount::{Decimal, Money};
use take_home::compare::{
    Arbitration, Binomial, Chance, Counting, Histogram, Prospect, Risk, arbitration, compare, likelihoods, risk, scores,
};
use take_home::scenario::{Field, Scenario, Share, Side};

#[track_caller]
fn risk_of(link: &str) -> Risk {
    risk(&scenario(link)).expect("something may go wrong")
}

/// A chance in percent, to as many places as are given.
#[track_caller]
fn is_about(chance: Chance, percent: &str) {
    let percent: Decimal = percent.parse().unwrap();
    let found = take_home::amount::round(chance.fraction() * Decimal::ONE_HUNDRED, percent.scale());
    assert_eq!(found, percent);
}

#[test]
fn a_bad_review_costs_the_jobs_in_sight() {
    let risk = risk_of("bad-review=9&average-price=1000&work-lost=100");
    assert_eq!(risk.review_costs, usd("10,000.00"), "10 × 1,000 × 100%");
    let risk = risk_of("bad-review=9&average-price=1000&work-lost=20&reviews-in-sight=5");
    assert_eq!(risk.review_costs, usd("1,000.00"), "5 × 1,000 × 20%");
    assert_eq!(risk_of("bad-review=9").review_costs, usd("1,000.00"), "10 × the gigs' 500 × 20%");
}

#[test]
fn thirty_gigs_are_thirty_chances_of_a_bad_review() {
    let risk = risk_of("bad-review=9");
    is_about(risk.prospects.gigs.bad_review, "94.1"); // 1 − 0.91^30 = 1 − 0.0590…
    is_about(risk.prospects.contract.bad_review, "9.00");
    assert_eq!(risk.prospects.gigs.unpaid, Chance::NEVER);
    assert_eq!(risk.prospects.gigs.expected, usd("9,300.00"), "12,000 − 30 × 9% × 1,000");
    assert_eq!(risk.prospects.contract.expected, usd("13,610.00"), "13,700 − 9% × 1,000");
}

#[test]
fn what_is_never_paid_costs_its_take_home() {
    let risk = risk_of("non-payment=3");
    assert_eq!(risk.prospects.gigs.expected, usd("11,640.00"), "12,000 × 97%");
    assert_eq!(risk.prospects.contract.expected, usd("13,289.00"), "13,700 × 97%");
    is_about(risk.prospects.gigs.unpaid, "59.90"); // 1 − 0.97^30 = 1 − 0.40100…
    is_about(risk.prospects.contract.unpaid, "3.00");
    assert_eq!(risk.prospects.contract.low, usd("13,700.00"), "97 of 100 cases leave all");
    is_about(risk.ahead.contract, "97.00"); // all or nothing, and the gigs are behind 13,700 in every case
    is_about(risk.ahead.gigs, "3.00");
    assert_eq!(risk.level, Chance::NEVER);
}

#[test]
fn each_range_has_its_share_of_the_cases() {
    let two = scenario("fee=20%25&gigs=2&gig-price=100&contract-price=200&non-payment=10");
    let found = likelihoods(&two, Money::ZERO, usd("40"), 5);
    let are_about = |chances: Vec<Chance>, percents: &[&str]| {
        assert_eq!(chances.len(), percents.len());
        chances.into_iter().zip(percents).for_each(|(chance, percent)| is_about(chance, percent));
    };
    // Both gigs unpaid, one, none: 0, 80 and 160 left. A range ends before the next begins, and the last has all above.
    are_about(found.gigs, &["1.00", "0.00", "18.00", "0.00", "81.00"]);
    are_about(found.contract, &["10.00", "0.00", "0.00", "0.00", "90.00"]);
    are_about(likelihoods(&two, usd("80.01"), usd("79.99"), 3).gigs, &["19.00", "81.00", "0.00"]);
}

#[test]
fn half_a_cent_on_average_is_rounded_away_from_zero() {
    let prospect = risk_of("schedule=upwork-2023&gigs=1&gig-price=0.01&non-payment=50").prospects.gigs;
    assert_eq!(prospect.expected, usd("0.01"), "half of 0.01 is 0.005");
    let prospect = risk_of("schedule=upwork-2023&gigs=3&gig-price=0.01&non-payment=50").prospects.gigs;
    assert_eq!(prospect.expected, usd("0.02"), "half of 0.03 is 0.015");
    // 1 × 0.01 − 0.01 × 3 reviews … a loss rounds to the other side.
    let link =
        "schedule=upwork-2023&gigs=1&gig-price=0.01&bad-review=50&average-price=0.02&reviews-in-sight=1&work-lost=100";
    assert_eq!(risk_of(link).prospects.gigs.expected, Money::ZERO, "0.01 − 50% × 0.02");
    let link =
        "schedule=upwork-2023&gigs=1&gig-price=0.01&bad-review=50&average-price=0.03&reviews-in-sight=1&work-lost=100";
    assert_eq!(risk_of(link).prospects.gigs.expected, usd("-0.01"), "0.01 − 50% × 0.03 = −0.005");
}

#[test]
fn milestones_narrow_what_a_contract_may_lose() {
    let at_once = risk_of("non-payment=10").prospects.contract;
    assert_eq!((at_once.low, at_once.high), (Money::ZERO, usd("13,700.00")), "one case of ten leaves nothing");
    let in_ten = risk_of("non-payment=10&contract-payments=10").prospects.contract;
    // P(all ten) = 34.9 %, P(nine or more) = 73.6 %, P(eight or more) = 93.0 %.
    assert_eq!(in_ten.low, usd("10,850.00"), "eight of 1,500: 12,000 − 100 − 950 − 5% of 2,000");
    assert_eq!(in_ten.high, usd("13,700.00"));
    is_about(in_ten.unpaid, "65.13"); // 1 − 0.9^10
}

#[test]
fn protection_decides_which_chance_holds() {
    let link = "non-payment=10&escrow-non-payment=1&hourly-non-payment=2";
    let of = |protection: &str| risk_of(&format!("{link}&{protection}")).prospects.contract.unpaid;
    is_about(of("contract-protection=none"), "10.00");
    is_about(of("contract-protection=escrow"), "1.00");
    is_about(of("contract-protection=hourly"), "2.00");
    let none = scenario("non-payment=10&gig-protection=escrow&contract-protection=hourly");
    assert_eq!(risk(&none), None, "nothing is said of escrow and protected hours");
}

#[test]
fn fewer_payments_are_fewer_withdrawals() {
    let prospect = risk_of("gigs=2&withdrawal-fee=1&non-payment=50").prospects.gigs;
    assert_eq!(prospect.expected, usd("399.00"), "a quarter each of 0 and 798, half of 399");
    assert_eq!(prospect.low, Money::ZERO);
}

#[test]
fn by_the_hour_the_hour_decides() {
    // The gigs take an hour each, the contract 100: 400 an hour against 137, as long as 11 of 30 are paid.
    let risk = risk_of("gig-hours=1&contract-hours=100&verdict=hour&non-payment=5");
    assert_eq!(risk.prospects.gigs.expected, usd("11,400.00"), "money all the same");
    is_about(risk.ahead.gigs, "100.00");
    let at_money = risk_of("gig-hours=1&contract-hours=100&non-payment=5");
    is_about(at_money.ahead.contract, "95.00");
}

#[test]
fn without_anything_to_go_wrong_there_is_no_distribution() {
    assert_eq!(risk(&scenario("")), None);
    assert_eq!(risk(&scenario("average-price=1000&work-lost=50")), None);
}

#[test]
fn arbitration_pays_from_a_chance_on() {
    let of = |claim: &str| {
        let scenario = scenario(&format!("claim={claim}&arbitration-fee=297"));
        arbitration(&scenario.inputs().dispute).unwrap().break_even().map(|chance| chance.normalize().to_string())
    };
    assert_eq!(of("300"), Some("0.99".into()), "297 ÷ 300: pointless");
    assert_eq!(of("1000"), Some("0.297".into()));
    assert_eq!(of("3000"), Some("0.099".into()));
    assert_eq!(of("297"), None, "nothing would be left");
    assert_eq!(of("100"), None);
    assert_eq!(arbitration(&scenario("claim=300").inputs().dispute), None, "no fee is given");
    let found = arbitration(&scenario("claim=300&arbitration-fee=297").inputs().dispute).unwrap();
    let brings = [0, 9_900, 10_000].map(|chance| found.brings(Share::from_hundredths(chance)));
    assert_eq!(brings, [-usd("297"), usd("0"), usd("3")], "300 × 99% − 297");
    let least = |claim, fee| Arbitration { claim: usd(claim), fee: usd(fee) }.least_chance().map(Share::hundredths);
    assert_eq!(least("300", "297"), Some(9_900));
    assert_eq!(least("900", "100"), Some(1_112), "100 ÷ 900 = 11.111%, and 11.11% of 900 is 99.99");
    assert_eq!([least("300", "300"), least("300", "301"), least("0", "0")], [Some(10_000), None, Some(0)]);
}

#[test]
fn the_success_score_by_each_rule() {
    let of = |link: &str, counting: Counting| {
        let text = |score: Option<Decimal>| score.map(|it| take_home::amount::round(it, 3).normalize().to_string());
        let score = scores(&scenario(link).inputs().record).unwrap()[counting as usize];
        [score.now, score.after_good, score.after_bad].map(|score| text(score).unwrap_or_default())
    };
    assert_eq!(of("good-jobs=1&bad-jobs=1", Counting::WithSilent), ["0.5", "0.667", "0.333"], "1 of 2");
    assert_eq!(of("good-jobs=4&bad-jobs=1", Counting::WithoutSilent), ["0.8", "0.833", "0.667"], "4 of 5");
    let link = "good-jobs=8&bad-jobs=1&silent-jobs=2";
    assert_eq!(of(link, Counting::WithSilent), ["0.727", "0.75", "0.667"], "8, 9 and 8 of 11 or 12");
    assert_eq!(of(link, Counting::WithoutSilent), ["0.889", "0.9", "0.8"], "8, 9 and 8 of 9 or 10");
    assert_eq!(of(link, Counting::GoodLessBad), ["0.778", "0.8", "0.6"], "7, 8 and 6 of 9 or 10");
    assert_eq!(of("silent-jobs=2", Counting::WithoutSilent), ["", "1", "0"], "none counts yet");
    assert_eq!(of("good-jobs=1&bad-jobs=4", Counting::GoodLessBad), ["0", "0", "0"], "never below nothing");
    assert_eq!(scores(&scenario("").inputs().record), None);
}

/// Every case of one side, one by one: which payments are never made, and which reviews are bad. What is left in it, by
/// the sum of chances in 10⁻⁴ to the power of payments and jobs.
fn enumeration(scenario: &Scenario, side: Side, hundredths: u32) -> BTreeMap<Money, i128> {
    let (plan, terms) = (scenario.plans().get(side), scenario.terms().get(side));
    let (payments, jobs) = (plan.payments(), plan.jobs());
    let get = |field: Field| scenario.inputs().get(field);
    let price = if get(Field::AveragePrice) == 0 { plan.average_price().minor() } else { get(Field::AveragePrice) };
    assert!(side == Side::Gigs || get(Field::AveragePrice) != 0, "a price for both sides");
    // Tenths of a percent of whole dollars leave no fraction of a cent.
    let loss = Money::from_minor(get(Field::ReviewsInSight) * price * get(Field::WorkLost) / 10_000);
    // What is left when the first `paid` payments are made, each charged separately.
    let first: Vec<Money> = (0..=payments)
        .map(|paid| {
            let mut before = plan.billed;
            (0..paid)
                .map(|index| {
                    let each = plan.average_price().minor() / i64::from(plan.payments_each());
                    let larger = plan.average_price().minor() % i64::from(plan.payments_each());
                    let amount = Money::from_minor(each + i64::from(i64::from(index) < larger));
                    let alone = plan.clients() == Some(take_home::scenario::Clients::Each);
                    let fee = terms.fee(&take_home::fees::Payment { before, amount, contract: plan.average_price() });
                    before = if alone { plan.billed } else { before + amount };
                    amount - fee
                })
                .sum()
        })
        .collect();
    let mut cases = BTreeMap::new();
    for unpaid in 0..1_u32 << payments {
        for bad in 0..1_u32 << jobs {
            let chance = |happens: u32, of: u32, hundredths: u32| -> i128 {
                i128::from(hundredths).pow(happens) * i128::from(10_000 - hundredths).pow(of - happens)
            };
            let weight = chance(unpaid.count_ones(), payments, hundredths)
                * chance(bad.count_ones(), jobs, u32::try_from(get(Field::BadReview)).unwrap());
            let paid = usize::try_from(payments - unpaid.count_ones()).unwrap();
            let left = (0..bad.count_ones()).fold(first[paid], |left, _| left - loss);
            *cases.entry(left).or_insert(0) += weight;
        }
    }
    cases
}

/// What the enumeration makes of a prospect's figures.
fn check(cases: &BTreeMap<Money, i128>, prospect: &Prospect) {
    let all: i128 = cases.values().sum();
    let sum: i128 = cases.iter().map(|(left, weight)| i128::from(left.minor()) * weight).sum();
    assert_eq!(prospect.expected, Money::quotient(sum, all), "the mean");
    let quantile = |tenths: i128| {
        let mut so_far = 0;
        cases.iter().find(|(_, weight)| {
            so_far += **weight;
            so_far * 10 >= all * tenths
        })
    };
    assert_eq!(Some(&prospect.low), quantile(1).map(|(left, _)| left), "one of ten");
    assert_eq!(Some(&prospect.high), quantile(9).map(|(left, _)| left), "nine of ten");
}

/// The difference of a chance to a fraction, in 10⁻¹⁵.
fn differs(chance: Chance, above: i128, below: i128) -> i128 {
    // Both are cut to what 128 bits hold after multiplying.
    let shift = below.ilog2().saturating_sub(66);
    let fraction = (above >> shift) * i128::from(Chance::CERTAIN.units()) / (below >> shift);
    (fraction - i128::from(chance.units())) / 1_000
}

fn hundredths() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0_u32), Just(5_000), Just(10_000), Just(1_000), 0..=10_000_u32]
}

fn percent(hundredths: u32) -> String {
    Decimal::new(hundredths.into(), 2).to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// All cases of few jobs, on both sides, and who is ahead in each pair of them.
    #[test]
    fn distributions_are_those_of_every_case(
        gigs in 1..=3_u32, one: bool, price in 1..200_000_i64, billed in 0..700_i64, contract in 1..500_000_i64,
        payments in 1..=2_u32, bad in hundredths(), unpaid in hundredths(), kept in hundredths(), lost in 0..=100_u32,
    ) {
        let link = format!(
            "gigs={gigs}&gig-price={}&gig-clients={}&gig-billed={billed}&contract-price={}&contract-payments={payments}\
             &bad-review={}&average-price=100&reviews-in-sight=10&work-lost={lost}\
             &non-payment={}&escrow-non-payment={}&contract-protection=escrow",
            Decimal::new(price, 2), if one { "one" } else { "each" }, Decimal::new(contract, 2),
            percent(bad), percent(unpaid), percent(kept),
        );
        let scenario = scenario(&link);
        let Some(risk) = risk(&scenario) else {
            prop_assert!(bad == 0 && unpaid == 0 && kept == 0);
            return Ok(());
        };
        let (gigs, contract) =
            (enumeration(&scenario, Side::Gigs, unpaid), enumeration(&scenario, Side::Contract, kept));
        check(&gigs, &risk.prospects.gigs);
        check(&contract, &risk.prospects.contract);
        let (mut ahead, mut level, mut all) = (0_i128, 0_i128, 0_i128);
        // Shortened, so that the products fit; what that loses is far behind the fifteenth place.
        let short = |weight: i128, cases: &BTreeMap<Money, i128>| {
            weight >> cases.values().sum::<i128>().ilog2().saturating_sub(60)
        };
        for (left, weight) in &gigs {
            for (other, chance) in &contract {
                let weight = short(*weight, &gigs) * short(*chance, &contract);
                all += weight;
                ahead += if other > left { weight } else { 0 };
                level += if other == left { weight } else { 0 };
            }
        }
        prop_assert!(differs(risk.ahead.contract, ahead, all).abs() < 10, "{:?} of {link}", risk.ahead);
        prop_assert!(differs(risk.level, level, all).abs() < 10, "{:?} of {link}", risk.level);
        let whole = risk.ahead.contract.units() + risk.ahead.gigs.units() + risk.level.units();
        prop_assert_eq!(whole, Chance::CERTAIN.units(), "one of the three is the case");
    }

    /// However many tries: the chances are all there is, their mean is n × p, and there are fewer of more.
    #[test]
    fn binomials_are_distributions(tries in 0..=10_000_u32, hundredths in hundredths()) {
        let found = Binomial::of(tries, hundredths);
        let sum: u64 = found.chances().iter().map(|chance| chance.units()).sum();
        prop_assert_eq!(sum, Chance::CERTAIN.units());
        prop_assert!(found.most() <= tries);
        let mean: i128 = (found.least()..).zip(found.chances()).map(|(number, chance)| i128::from(number) * i128::from(chance.units())).sum();
        let exact = i128::from(tries) * i128::from(hundredths) * i128::from(Chance::CERTAIN.units() / 10_000);
        prop_assert!((mean - exact).abs() < 10_000_000_000, "{} off by {}", tries, mean - exact);
        let mut above = Chance::CERTAIN;
        for number in i64::from(found.least()) - 1..=i64::from(found.most()) {
            let more = found.more_than(number);
            prop_assert!(more <= above);
            above = more;
        }
        prop_assert_eq!(above, Chance::NEVER);
    }

    /// Where nothing fails, what is left is what the comparison says; and worse chances leave less.
    #[test]
    fn what_may_be_left_lies_below_what_is_left(
        gigs in 1..=2_000_u32, price in 1..500_000_i64, bad in 0..=5_000_u32, unpaid in 1..=5_000_u32, more in 0..=5_000_u32,
    ) {
        let link = |bad: u32, unpaid: u32| format!(
            "gigs={gigs}&gig-price={}&bad-review={}&non-payment={}&contract-payments=12", Decimal::new(price, 2), percent(bad), percent(unpaid)
        );
        let all = compare(&scenario(&link(bad, unpaid)));
        let (few, many) = (risk_of(&link(bad, unpaid)), risk_of(&link(bad + more, unpaid + more)));
        for side in [Side::Gigs, Side::Contract] {
            let (few, many) = (few.prospects.get(side), many.prospects.get(side));
            prop_assert!(few.low <= few.high && few.high <= all.outcomes.get(side).take_home);
            prop_assert!(few.expected <= all.outcomes.get(side).take_home);
            prop_assert!(many.expected <= few.expected && many.low <= few.low && many.high <= few.high);
            prop_assert!(many.unpaid >= few.unpaid && many.bad_review >= few.bad_review);
        }
    }
}

#[test]
fn the_largest_amounts_do_not_overflow() {
    for link in [
        "gigs=10000&gig-price=100000000&bad-review=100&average-price=1000000000&reviews-in-sight=100&work-lost=100&non-payment=50",
        "gigs=1&gig-price=1000000000000&contract-price=1000000000000&contract-payments=520&non-payment=50&bad-review=50",
        "fee=10%25&currency=KWD&gigs=10000&gig-price=100000000&bad-review=50&average-price=1000000000&reviews-in-sight=100&work-lost=100",
    ] {
        let risk = risk_of(link);
        assert!(risk.prospects.gigs.low <= risk.prospects.gigs.high, "{link}");
    }
}

#[test]
fn a_month_without_a_payment_has_no_withdrawal() {
    // Two payments of 100.00 a month, each made with a chance of ½, the last ones first to fail. None, 1, 2, 3 or 4 are made
    // in 1, 4, 6, 4 and 1 of 16 cases, and leave 0.00, 90.00, 190.00, 280.00 and 380.00.
    let link = "fee=0%25&gigs=4&gig-price=100&gig-duration=2&withdrawal-fee=10&withdrawals=month&non-payment=50";
    assert_eq!(risk_of(link).prospects.gigs.expected, usd("187.50"), "(4 × 90 + 6 × 190 + 4 × 280 + 380) ÷ 16");
    // Three payments over two months: the first month has two.
    let link = "fee=0%25&gigs=3&gig-price=100&gig-duration=2&withdrawal-fee=10&withdrawals=month&non-payment=50";
    assert_eq!(risk_of(link).prospects.gigs.expected, usd("140.00"), "(3 × 90 + 3 × 190 + 280) ÷ 8");
}

/// Everything that may remain is in one of the ranges, and the axis has round ends.
#[test]
fn a_histogram_has_every_case() {
    for link in ["non-payment=3&bad-review=9", "gigs=3&gig-price=40&contract-price=100&non-payment=9", "non-payment=50"]
    {
        let scenario = scenario(link);
        let found = risk(&scenario).expect("something may go wrong");
        let histogram = Histogram::of(&scenario, &found, 24);
        for side in [Side::Gigs, Side::Contract] {
            let chances = histogram.chances.get(side);
            let all = chances.iter().fold(Chance::NEVER, |sum, chance| sum.or(*chance));
            assert!(all.reaches(Chance::CERTAIN), "{link}");
            let prospect = found.prospects.get(side);
            assert!(histogram.from <= prospect.low && prospect.high < histogram.to(), "{link}");
        }
        assert_eq!(histogram.from.minor() % histogram.step.minor(), 0);
    }
}
