//! What was given back later: does a fee stay right, and does history go on?

mod support;

use std::fmt::Write as _;

use engine::amount::{Money, Rate};
use engine::fees::PLATFORMS;
use support::{payments, read};
use take_home_books::{Check, Statement, Why, check, under};

/// The fees of a file beside those published.
fn checked(statement: &Statement) -> Check {
    let platform = statement.head.service.platform();
    check(&statement.history(), &|_| true, platform, statement.currency, Rate::ZERO)
}

const STRIPE: &str =
    "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,description,charge_id\n";

#[test]
fn a_fee_is_compared_with_what_was_billed_on_its_day() {
    // 1,000 × 2.9% + 0.30 = 29.30, which Stripe keeps.
    let statement = read(&format!(
        "{STRIPE}t1,2026-01-05 10:00:00,usd,1000.00,29.30,970.70,charge,Site,c1\nt2,2026-01-20 10:00:00,usd,-100.00,0.00,-100.00,refund,REFUND FOR CHARGE,c1\n"
    ));
    assert_eq!(payments(&statement), ["2026-01-05 -: 900.00, 29.30"]);
    let found = checked(&statement);
    assert_eq!((found.compared, found.differences.len(), found.rounded), (1, 0, 0));
    assert_eq!((found.gross, found.fee), (Money::from_minor(90_000), Money::from_minor(2_930)));
}

#[test]
fn a_dispute_has_a_fee_of_its_own() {
    // 200 × 2.9% + 0.30 = 6.10, and 15 for the dispute, which was won.
    let statement = read(&format!(
        "{STRIPE}t1,2026-01-05 10:00:00,usd,200.00,6.10,193.90,charge,Site,c1\nt2,2026-01-20 10:00:00,usd,-50.00,15.00,-65.00,dispute,Dispute,c1\nt3,2026-02-20 10:00:00,usd,50.00,0.00,50.00,dispute_reversal,Dispute,c1\n"
    ));
    assert_eq!(payments(&statement), ["2026-01-05 -: 200.00, 21.10"]);
    let found = checked(&statement);
    assert_eq!(found.differences, []);
    assert_eq!([found.fee, found.taken, found.disputed()], [2_110, 610, 1_500].map(Money::from_minor));
}

#[test]
fn one_contract_has_the_refunds_of_its_payments() {
    // One payment a client is one contract already: 1,000 × 3.49% + 0.49 = 35.39, kept on the half that was given back, and
    // 99.99 × 3.49% + 0.49 = 3.98.
    let statement = read(&format!(
        "{PAYPAL}1/5/2026,10:00:00,PST,Acme,General Payment,Completed,USD,1000.00,-35.39,964.61,T1,\n\
         1/9/2026,10:00:00,PST,Acme,Payment Refund,Completed,USD,-500.00,0.00,-500.00,T2,T1\n\
         1/12/2026,10:00:00,PST,Dora,General Payment,Completed,USD,99.99,-3.98,96.01,T3,\n"
    ));
    let found = checked(&statement);
    assert_eq!(found.fee, Money::from_minor(3_937));
    assert_eq!((found.bundled, found.disputed()), (Some((found.fee, 2)), Money::ZERO));
}

#[test]
fn one_contract_gives_back_the_same_share_of_its_fee() {
    // Ten times 20 with a fee of 5, of which 9 and 2.25 came back: 27.50 of 50. One contract of 200 pays 20, of which as large a
    // share stays: 11.
    let mut file = "Date,Type,Client,Amount,Fee\n".to_owned();
    for day in 1..=10 {
        write!(file, "2026-01-{day:02},Payment,Acme,20,5\n2026-01-{day:02},Refund,Acme,-9,-2.25\n").unwrap();
    }
    let statement = read(&file);
    let platform = PLATFORMS.iter().find(|platform| platform.name == "Freelancer.com");
    let found = check(&statement.history(), &|_| true, platform, statement.currency, Rate::ZERO);
    assert_eq!((found.fee, found.bundled), (Money::from_minor(2_750), Some((Money::from_minor(1_100), 1))));
}

#[test]
fn a_file_of_refunds_in_full_says_so() {
    let file = "Date,Type,Client,Amount\n2026-01-05,Payment,Acme,80\n2026-01-09,Refund,Acme,-80\n";
    assert!(read(file).is_undone() && !read("Date,Client,Amount\n2026-01-05,Acme,80\n").is_undone());
}

#[test]
fn an_amount_in_yen_has_one_reading() {
    let statement = read(
        "Date,Client,Amount,Currency\n2026-01-05,Acme,\"¥120,000\",JPY\n2026-01-06,Acme,\"¥1,500\",JPY\n2026-01-07,Acme,1.500,JPY\n",
    );
    let amounts: Vec<i64> = statement.payments.iter().map(|paid| paid.gross.minor()).collect();
    assert_eq!((statement.unclear, amounts), (0, vec![120_000, 1_500, 1_500]));
}

#[test]
fn a_number_in_a_description_is_less_sure_than_an_id() {
    let statement = read(&format!(
        "{STRIPE}t1,2026-01-05 10:00:00,usd,100.00,3.20,96.80,charge,Care plan 2026basic,c1\nt2,2026-01-06 10:00:00,usd,80.00,2.62,77.38,charge,Care plan 2026basic,c2\nt3,2026-01-20 10:00:00,usd,-40.00,0.00,-40.00,refund,Care plan 2026basic,c1\n"
    ));
    assert_eq!(payments(&statement), ["2026-01-05 -: 60.00, 3.20", "2026-01-06 -: 80.00, 2.62"]);
}

const PAYPAL: &str = "Date,Time,Time Zone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Reference Txn ID\n";

#[test]
fn paypal_keeps_its_fee_or_takes_it_again() {
    // 200 × 3.49% + 0.49 = 7.47
    let payment = "1/5/2026,10:00:00,PST,Acme,General Payment,Completed,USD,200.00,-7.47,192.53,T1,\n";
    let refunded = read(&format!(
        "{PAYPAL}{payment}1/9/2026,10:00:00,PST,Acme,Payment Refund,Completed,USD,-50.00,0.00,-50.00,T2,T1\n"
    ));
    assert_eq!(payments(&refunded), ["2026-01-05 Acme: 150.00, 7.47"]);
    assert_eq!(checked(&refunded).differences, []);
    let won = read(&format!(
        "{PAYPAL}{payment}1/9/2026,10:00:00,PST,Acme,Payment Reversal,Completed,USD,-200.00,7.47,-192.53,T2,T1\n2/9/2026,10:00:00,PST,Acme,Chargeback Reversal,Completed,USD,200.00,-7.47,192.53,T3,T1\n"
    ));
    assert_eq!(payments(&won), ["2026-01-05 Acme: 200.00, 7.47"]);
    let retainer = read(&format!(
        "{PAYPAL}1/5/2026,10:00:00,PST,Acme,Subscription Payment,Completed,USD,200.00,-7.47,192.53,T1,\n1/6/2026,10:00:00,PST,,Shopping Cart Item,Completed,USD,200.00,0.00,200.00,T2,T1\n"
    ));
    assert_eq!(payments(&retainer), ["2026-01-05 Acme: 200.00, 7.47"]);
}

const UPWORK: &str = "Date,Ref ID,Type,Description,Freelancer,Team,Amount\n";

#[test]
fn a_refund_lowers_what_was_billed_from_its_own_day_on() {
    // 20% of the first 500 and 10% beyond: on 10 January 500 had been billed.
    let first = "\"Jan 1, 2022\",100001,Fixed-price,Invoice,Me,Acme,500.00\n\"Jan 1, 2022\",100002,Service Fee,Ref ID 100001,Me,Acme,-100.00\n";
    let second = "\"Jan 10, 2022\",100003,Fixed-price,Invoice,Me,Acme,500.00\n\"Jan 10, 2022\",100004,Service Fee,Ref ID 100003,Me,Acme,-50.00\n";
    let partly = "\"Jan 20, 2022\",100005,Refund,Ref ID 100001,Me,Acme,-200.00\n";
    let statement = read(&format!("{UPWORK}{first}{second}{partly}"));
    assert_eq!(payments(&statement), ["2022-01-01 Acme: 300.00, 100.00", "2022-01-10 Acme: 500.00, 50.00"]);
    assert_eq!(checked(&statement).differences, []);
    let wholly = "\"Jan 20, 2022\",100005,Refund,Ref ID 100001,Me,Acme,-500.00\n\"Jan 20, 2022\",100006,Service Fee,Ref ID 100001,Me,Acme,100.00\n";
    let statement = read(&format!("{UPWORK}{first}{second}{wholly}"));
    assert_eq!(payments(&statement), ["2022-01-10 Acme: 500.00, 50.00"]);
    assert_eq!((checked(&statement).differences, checked(&statement).compared), (vec![], 1));
    // After the refund nothing is billed but the second payment: 500 more are at 10%.
    let third = "\"Jan 30, 2022\",100007,Fixed-price,Invoice,Me,Acme,500.00\n\"Jan 30, 2022\",100008,Service Fee,Ref ID 100007,Me,Acme,-50.00\n";
    let statement = read(&format!("{UPWORK}{first}{second}{wholly}{third}"));
    assert_eq!(checked(&statement).differences, []);
    // The first payment went back before the second: that is the first 500 again.
    let early = "\"Jan 5, 2022\",100005,Refund,Ref ID 100001,Me,Acme,-500.00\n\"Jan 5, 2022\",100006,Service Fee,Ref ID 100001,Me,Acme,100.00\n";
    let again = second.replace("-50.00", "-100.00");
    let statement = read(&format!("{UPWORK}{first}{early}{again}"));
    assert_eq!(
        (payments(&statement), checked(&statement).differences),
        (vec!["2022-01-10 Acme: 500.00, 100.00".to_owned()], vec![])
    );
}

#[test]
fn what_payers_are_called_is_no_kind() {
    let statement = read(
        "Date,Description,Amount,Currency,Status,Running Balance
01/05/2026,Payment from Upwork Escrow Inc.,1000.00,USD,Completed,1000.00
01/06/2026,Payment from Tax Advisors LLC,200.00,USD,Completed,1200.00
01/07/2026,Payment from Stack Exchange,300.00,USD,Completed,1500.00
01/08/2026,Withdrawal to bank,-400.00,USD,Completed,1100.00
",
    );
    let lines = ["Upwork Escrow Inc.: 1000.00, -", "Tax Advisors LLC: 200.00, -", "Stack Exchange: 300.00, -"];
    let found = payments(&statement);
    assert!(found.iter().zip(lines).all(|(found, line)| found.ends_with(line)) && found.len() == 3, "{found:?}");
    assert_eq!(statement.sums.withdrawn, Money::from_minor(40_000));
}

#[test]
fn a_payment_that_bounced_is_undone() {
    let statement = read(&format!(
        "{STRIPE}t1,2026-01-05 10:00:00,usd,200.00,1.60,198.40,charge,Site,c1\nt2,2026-01-12 10:00:00,usd,-200.00,0.00,-200.00,charge_failure,Site,c1\n"
    ));
    assert_eq!(payments(&statement), [""; 0]);
    let german = read(
        "Datum;Uhrzeit;Zeitzone;Name;Typ;Status;Währung;Brutto;Gebühr;Netto;Transaktionscode;Zugehöriger Transaktionscode
03.02.2026;10:00:00;CET;Acme;Allgemeine Zahlung;Abgeschlossen;EUR;100,00;-2,84;97,16;1A;
04.02.2026;10:00:00;CET;Acme;Zahlungsrückbuchung;Abgeschlossen;EUR;-100,00;2,84;-97,16;2B;1A
",
    );
    assert_eq!(payments(&german), [""; 0]);
}

#[test]
fn a_purchase_that_went_back_to_the_card_is_no_income() {
    let statement = read(
        "TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Payer Name,Transaction Details Type
TRANSFER-1000001,05-01-2026,500.00,EUR,Received money from Acme,,500.00,Acme,DEPOSIT
CARD-1000002,06-01-2026,-20.00,EUR,Card transaction of 20.00 EUR issued by Shop,,480.00,,CARD
CARD-1000003,09-01-2026,20.00,EUR,Card transaction of 20.00 EUR issued by Shop,,500.00,,CARD
",
    );
    assert_eq!(payments(&statement), ["2026-01-05 Acme: 500.00, -"]);
}

#[test]
fn a_charge_of_wise_is_a_fee_whatever_it_is_called() {
    for kind in ["TRANSFER", "UNKNOWN", ""] {
        let statement = read(&format!(
            "TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Payer Name,Transaction Details Type
TRANSFER-1000001,05-01-2026,1000.00,USD,Received money from Acme,,1000.00,Acme,DEPOSIT
FEE-TRANSFER-1000001,05-01-2026,-6.11,USD,Wise Charges for: TRANSFER-1000001,,993.89,,{kind}
"
        ));
        assert_eq!(payments(&statement), ["2026-01-05 Acme: 1000.00, 6.11"], "{kind}");
    }
    let statement = read(
        "TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Payer Name,Transaction Details Type
TRANSFER-1000001,05-01-2026,1000.00,USD,Received money from Acme,,1000.00,Acme,DEPOSIT
TRANSFER-1000002,06-01-2026,-50.00,USD,Sent money to Smith Tax Advisers,,950.00,,TRANSFER
",
    );
    assert_eq!(payments(&statement), ["2026-01-05 Acme: 1000.00, -"]);
    assert!(matches!(statement.left_out[0].why, Why::MoneyOut(..)), "no tax: {:?}", statement.left_out);
}

#[test]
fn elsewhere_nothing_is_taken_of_what_was_given_back() {
    let statement = read(&format!(
        "{STRIPE}t1,2026-01-05 10:00:00,usd,200.00,6.10,193.90,charge,Site,c1\nt2,2026-01-06 10:00:00,usd,100.00,3.20,96.80,charge,Logo,c2\nt3,2026-01-20 10:00:00,usd,-200.00,0.00,-200.00,refund,Site,c1\n"
    ));
    assert_eq!((statement.payments.len(), statement.history().len()), (1, 2));
    let platform = PLATFORMS.iter().find(|platform| platform.name == "Freelancer.com").unwrap();
    let fixed = platform.freelancer().last().unwrap();
    // 100 × 10%, and not the least fee of 5 for the payment of which nothing remains.
    let fee = under(fixed, &statement.history(), &|_| true, statement.currency, Rate::ZERO);
    assert_eq!(fee, Some(Money::from_minor(1_000)), "{}", fixed.id);
}

#[test]
fn a_fee_that_was_kept_was_paid() {
    // 1,000 × 3.49% + 0.49 = 35.39, kept when all of it was refunded; 100 × 3.49% + 0.49 = 3.98.
    let statement = read(&format!(
        "{PAYPAL}1/5/2026,10:00:00,PST,Acme,General Payment,Completed,USD,1000.00,-35.39,964.61,T1,\n\
         1/9/2026,10:00:00,PST,Acme,Payment Refund,Completed,USD,-1000.00,0.00,-1000.00,T2,T1\n\
         1/12/2026,10:00:00,PST,Dora,General Payment,Completed,USD,100.00,-3.98,96.02,T3,\n"
    ));
    let found = checked(&statement);
    assert_eq!((found.gross, found.fee), (Money::from_minor(10_000), Money::from_minor(3_937)));
    assert_eq!((found.compared, found.differences.len()), (2, 0));
    assert_eq!(statement.besides().loose_fees, Money::ZERO);
}

#[test]
fn a_refund_may_be_of_several_payments() {
    let statement = read(
        "Date,Client,Amount\n2026-01-05,Acme,300\n2026-01-06,Acme,400\n2026-01-07,Berta,90\n2026-01-09,Acme,-500\n",
    );
    assert_eq!(payments(&statement), ["2026-01-05 Acme: 200.00, -", "2026-01-07 Berta: 90.00, -"]);
    // More than all of them belongs to none.
    let more = read("Date,Client,Amount\n2026-01-05,Acme,300\n2026-01-06,Berta,90\n2026-01-09,Acme,-500\n");
    assert_eq!(
        (payments(&more), more.sums.loose_refunds),
        (vec!["2026-01-06 Berta: 90.00, -".to_owned()], Money::from_minor(20_000))
    );
}

#[test]
fn a_fee_may_come_days_later() {
    let statement = read(
        "Date,Type,Client,Amount\n2026-01-05,Payment,Acme,1000\n2026-01-07,Refund,Acme,-200\n2026-01-10,Fee,Acme,-100\n",
    );
    assert_eq!(payments(&statement), ["2026-01-05 Acme: 800.00, 100.00"]);
    assert_eq!(statement.sums.loose_fees, Money::ZERO);
}

#[test]
fn the_fee_of_a_refund_comes_back_once() {
    // 30 and 40, less 50: the rest of 30 after 50 × 100 ÷ 500 = 10, and of 40 after the other 40.
    let statement =
        read("Date,Client,Amount,Fee\n2026-01-05,Acme,300,30\n2026-01-06,Acme,400,40\n2026-01-09,Acme,-500,50\n");
    assert_eq!(payments(&statement), ["2026-01-05 Acme: 200.00, 20.00"]);
    assert_eq!(statement.sums.loose_fees, Money::ZERO);
}

#[test]
fn a_refund_of_several_payments_may_fail() {
    let statement = read(
        "Date,Type,Client,Amount\n2026-01-05,Payment,Acme,300\n2026-01-06,Payment,Acme,400\n2026-01-09,Refund,Acme,-500\n2026-01-12,Refund,Acme,500\n",
    );
    assert_eq!(payments(&statement), ["2026-01-05 Acme: 300.00, -", "2026-01-06 Acme: 400.00, -"]);
    assert_eq!(statement.sums.loose_refunds, Money::ZERO);
}

/// Payments without a name are different clients'.
#[test]
fn a_refund_of_nobody_lowers_one_payment_or_none() {
    let statement = read("Date,Type,Amount\n2026-01-05,Payment,300\n2026-01-06,Payment,400\n2026-01-09,Refund,500\n");
    assert_eq!(payments(&statement), ["2026-01-05 -: 300.00, -", "2026-01-06 -: 400.00, -"]);
    assert_eq!(statement.sums.loose_refunds, Money::from_minor(50_000));
}

const UPWORK_2024: &str = "Date,Transaction ID,Transaction type,Transaction summary,Client team,Amount $\n";

#[test]
fn a_refunded_fee_goes_back_to_each_payment_of_its_refund() {
    // 450 of twice 300: all of the later payment with its 30, half of the earlier one with 15.
    let statement = read(&format!(
        "{UPWORK_2024}\"Oct 15, 2025\",900000021,Refund,Refund,Acme,-450.00\n\"Oct 15, 2025\",900000021,Service Fee,Fee,Acme,45.00\n\
         \"Oct 13, 2025\",900000007,Hourly,Work,Acme,300.00\n\"Oct 13, 2025\",900000007,Service Fee,Fee,Acme,-30.00\n\
         \"Oct 06, 2025\",900000005,Hourly,Work,Acme,300.00\n\"Oct 06, 2025\",900000005,Service Fee,Fee,Acme,-30.00\n"
    ));
    assert_eq!(payments(&statement), ["2025-10-06 Acme: 150.00, 15.00"]);
    assert_eq!(statement.sums.loose_fees, Money::ZERO);
    assert_eq!(checked(&statement).fee, Money::from_minor(1_500));
}

#[test]
fn a_fee_for_a_dispute_in_its_own_row_is_no_part_of_the_fee() {
    // 200 × 3.49% + 0.49 = 7.47, and 20 for the chargeback; won, the 20 come back.
    let lost = format!(
        "{PAYPAL}1/5/2026,10:00:00,PST,Acme,General Payment,Completed,USD,200.00,-7.47,192.53,T1,\n\
         1/20/2026,10:00:00,PST,Acme,Chargeback,Completed,USD,-50.00,0.00,-50.00,T2,T1\n\
         1/20/2026,10:00:00,PST,,Chargeback Fee,Completed,USD,-20.00,0.00,-20.00,T3,T1\n"
    );
    let found = checked(&read(&lost));
    assert_eq!((found.compared, &found.differences[..]), (1, &[][..]));
    assert_eq!([found.fee, found.taken, found.disputed()], [2_747, 747, 2_000].map(Money::from_minor));
    let won = format!(
        "{lost}2/20/2026,10:00:00,PST,Acme,Chargeback Reversal,Completed,USD,50.00,0.00,50.00,T4,T1\n\
         2/20/2026,10:00:00,PST,,Chargeback Fee Reversal,Completed,USD,20.00,0.00,20.00,T5,T1\n"
    );
    let found = checked(&read(&won));
    assert_eq!((found.compared, &found.differences[..]), (1, &[][..]));
    assert_eq!([found.fee, found.taken, found.disputed()], [747, 747, 0].map(Money::from_minor));
    let german = "Date,Type,Client,Amount,Fee\n2026-01-05,Zahlung,Acme,200.00,7.47\n2026-01-20,Rückbuchungsgebühr,Acme,-16.00,\n";
    assert_eq!(payments(&read(german)), ["2026-01-05 Acme: 200.00, 23.47"]);
}

#[test]
fn a_fee_that_names_nobody_belongs_to_the_payment_beside_it() {
    let file = "Date,Type,Client,Amount\n2025-06-01,Payment,Acme,300\n2025-06-01,Fee,,-30\n2025-06-02,Payment,Berta,500\n2025-06-02,Fee,,-50\n";
    let statement = read(file);
    assert_eq!(payments(&statement), ["2025-06-01 Acme: 300.00, 30.00", "2025-06-02 Berta: 500.00, 50.00"]);
    assert_eq!(statement.sums.loose_fees, Money::ZERO);
}

#[test]
fn a_row_of_nothing_but_a_fee_is_one() {
    // A dispute: the payment is gone, and 15 are taken besides the fee.
    let stripe = read(
        "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Description\n\
         1,charge,ch_1,500.00,14.80,485.20,usd,2026-01-05 10:00,Site\n\
         2,adjustment,ch_1,0.00,15.00,-15.00,usd,2026-01-09 10:00,Chargeback fee\n",
    );
    assert_eq!(payments(&stripe), ["2026-01-05 -: 500.00, 29.80"]);
    assert_eq!(stripe.payments[0].charged(), Some(Money::from_minor(14_80)), "the other fee came later");
    // A fee that belongs to no payment is listed.
    let own = read("Date,Client,Amount,Fee\n2026-01-05,Acme,500,50\n2026-01-09,Berta,0,7.50\n2026-01-10,Berta,0,0\n");
    assert_eq!(payments(&own), ["2026-01-05 Acme: 500.00, 50.00"]);
    assert_eq!(own.sums.loose_fees, Money::from_minor(7_50));
    assert_eq!(own.left_out.len(), 1, "a row of nothing at all");
}
