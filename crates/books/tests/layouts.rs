//! Is each known layout recognized, old and new? Files are made from its columns; none has real data.

mod support;

use books::{RowKind, Service, Statement, Why};
use engine::amount::{Currency, Money};
use engine::scenario::DecimalMark;
use support::{payments, read};
use take_home_books as books;

fn sums(statement: &Statement) -> [i64; 6] {
    let sums = statement.sums;
    [sums.loose_fees, sums.loose_refunds, sums.taxes, sums.withdrawn, sums.withdrawal_fees, sums.spent]
        .map(Money::minor)
}

fn reasons(statement: &Statement) -> Vec<(u32, &Why)> {
    statement.left_out.iter().map(|left| (left.line, &left.why)).collect()
}

#[test]
fn upwork() {
    let statement = read(
        "\"Date\",\"Ref ID\",\"Type\",\"Description\",\"Agency\",\"Freelancer\",\"Team\",\"Account Name\",\"PO\",\"Amount\",\"Amount in local currency\",\"Currency\",\"Balance\"
\"Jan 9, 2024\",\"700000007\",\"Withdrawal Fee\",\"Withdrawal fee\",\"\",\"Me\",\"\",\"Me\",\"\",\"-0.99\",\"\",\"USD\",\"0.00\"
\"Jan 9, 2024\",\"700000006\",\"Withdrawal\",\"To my bank\",\"\",\"Me\",\"\",\"Me\",\"\",\"-450.00\",\"\",\"USD\",\"0.99\"
\"Jan 8, 2024\",\"700000005\",\"Membership Fee\",\"Freelancer Plus\",\"\",\"Me\",\"\",\"Me\",\"\",\"-14.99\",\"\",\"USD\",\"450.99\"
\"Jan 8, 2024\",\"700000004\",\"WHT\",\"Withholding tax\",\"\",\"Me\",\"\",\"Me\",\"\",\"-4.00\",\"\",\"USD\",\"465.98\"
\"Jan 8, 2024\",\"700000003\",\"Service Fee\",\"Service Fee for Bonus - Ref ID 700000002\",\"\",\"Me\",\"Acme\",\"Acme\",\"\",\"-2.00\",\"\",\"USD\",\"469.98\"
\"Jan 8, 2024\",\"700000002\",\"Bonus\",\"Thank you\",\"\",\"Me\",\"Acme\",\"Acme\",\"\",\"20.00\",\"\",\"USD\",\"471.98\"
\"Jan 5, 2024\",\"600000003\",\"Refund\",\"Refund for Ref ID 600000001\",\"\",\"Me\",\"Acme\",\"Acme\",\"\",\"-100.00\",\"\",\"USD\",\"451.98\"
\"Jan 4, 2024\",\"600000002\",\"Service Fee\",\"Service Fee for Hourly - Ref ID 600000001\",\"\",\"Me\",\"Acme\",\"Acme\",\"\",\"-60.00\",\"\",\"USD\",\"551.98\"
\"Jan 4, 2024\",\"600000001\",\"Hourly\",\"Invoice for 12/25/2023-12/31/2023 - 20:00 hrs @ $30.00/hr\",\"\",\"Me\",\"Acme\",\"Acme\",\"\",\"600.00\",\"\",\"USD\",\"611.98\"
",
    );
    assert_eq!(statement.head.service, Service::Upwork);
    assert_eq!(payments(&statement), ["2024-01-04 Acme: 500.00, 60.00", "2024-01-08 Acme: 20.00, 2.00"]);
    assert_eq!(sums(&statement), [0, 0, 400, 45_000, 99, 1_499]);
    assert_eq!(statement.left_out, []);
}

#[test]
fn upwork_since_2024() {
    for heading in [
        "Date,Transaction ID,Transaction type,Transaction summary,Transaction summary details,Description 1,Description 2,Description 3,Agency team,Freelancer,Client team,Account name,PO,Ref ID,Amount $,Amount in local currency,Currency,Current balance $,Payment method",
        "Date,Transaction ID,Transaction Type,Transaction Summary,Transaction Summary Details,Description 1,Description 2,Description 3,Agency,Freelancer,Team,Account Name,PO,Ref ID,Amount $,Amount in local currency,Currency,Current Balance $,Payment Method",
    ] {
        let statement = read(&format!(
            "{heading}
\"Sep 11, 2026\",,Payment,Card ending in 1234,,,,,,Me,,Me,,800401,20.00,,,20.00,Card
\"Sep 10, 2026\",900160,Withdrawal,Direct to bank,,,,,,Me,,Me,,800400,-144.00,-133.00,EUR,0.00,
\"Sep 9, 2026\",900150,Service fee refund,Logo refresh,,,,,,Me,Acme,Me,,800302,4.00,,,144.00,
\"Sep 9, 2026\",900150,Refund to client,Logo refresh,,,,,,Me,Acme,Me,,800301,-40.00,,,140.00,
\"Sep 3, 2026\",900110,Connects,Connects for a proposal,,,,,,Me,,Me,,800210,-2.40,,,177.60,
\"Sep 2, 2026\",900100,VAT,VAT on the fee,,,,,,Me,Acme,Me,,800203,-4.00,,,180.00,
\"Sep 2, 2026\",900100,Service Fee,Logo refresh,,,,,,Me,Acme,Me,,800202,-20.00,,,184.00,
\"Sep 2, 2026\",900100,Hourly,Logo refresh,,Invoice,5.00 hours,,,Me,Acme,Me,,800201,200.00,,,204.00,
\"Sep 2, 2026\",900090,Service Fee,A site,,,,,,Me,Acme,Me,,800192,-1.00,,,4.00,
\"Sep 2, 2026\",900090,Fixed-price,A site,,,,,,Me,Acme,Me,,800191,10.00,,,5.00,
"
        ));
        assert_eq!(statement.head.service, Service::Upwork);
        assert_eq!(payments(&statement), ["2026-09-02 Acme: 10.00, 1.00", "2026-09-02 Acme: 160.00, 16.00"]);
        assert_eq!(sums(&statement), [0, 0, 400, 14_400, 0, 240]);
        assert_eq!(reasons(&statement), [(2, &Why::NotPaid)]);
    }
}

#[test]
fn upwork_names_contracts_in_what_was_earned() {
    let statement = read(
        "\"Date\",\"Contract\",\"Hours\",\"Amount\",\"Payment type\"
\"2025-02-11\",\"Logo refresh (11111111)\",\"2.5\",\"50\",\"\"
\"2025-02-12\",\"Logo refresh (11111111)\",\"\",\"75\",\"Fixed Price Payment\"
\"2025-02-13\",\"A site (22222222)\",\"\",\"16.5\",\"Bonus\"
",
    );
    assert_eq!(
        payments(&statement),
        [
            "2025-02-11 Logo refresh (11111111): 50.00, -",
            "2025-02-12 Logo refresh (11111111): 75.00, -",
            "2025-02-13 A site (22222222): 16.50, -",
        ]
    );
}

#[test]
fn freelancer_ends_descriptions_in_a_currency() {
    let statement = read(
        "Date,Description,Currency,Amount,GST
\"14 Mar 2026 09:30\",\"Preferred freelancer program project fee taken (Logo &amp; icons) (GBP)\",GBP,-10.00,
\"14 Mar 2026 09:30\",\"Project fee taken (Logo &amp; icons) (GBP)\",GBP,-20.00,
\"14 Mar 2026 09:30\",\"Done milestone payment from Acme A. for project Logo &amp; icons (Final) (GBP)\",GBP,+200.00,
\"13 Mar 2026 09:30\",\"Done milestone payment from Berta &amp; Co. for project A site (GBP)\",GBP,+80.00,
",
    );
    assert_eq!(payments(&statement), ["2026-03-13 Berta & Co.: 80.00, -", "2026-03-14 Acme A.: 200.00, 30.00"]);
}

#[test]
fn paypal_of_a_personal_account() {
    let statement = read(
        "Date, Time, Time Zone, Name, Type, Status, Currency, Amount, Receipt ID, Balance,
2/3/2015,10:00:00,PST,Acme,Payment Received,Completed,USD,\"1,200.00\",,1200.00,
2/4/2015,10:00:00,PST,Bank Account,Withdraw Funds to Bank Account,Completed,USD,-500.00,,700.00,
",
    );
    assert_eq!(statement.head.service, Service::PayPal);
    assert_eq!(
        (payments(&statement), statement.sums.withdrawn),
        (vec!["2015-02-03 Acme: 1200.00, -".to_owned()], Money::from_minor(50_000))
    );
}

#[test]
fn payoneer_and_wise_say_what_became_of_currencies_and_fees() {
    let payoneer = read(
        "Transaction Date,Time,Time Zone,Transaction ID,Description,Credit Amount,Debit Amount,Currency,Transfer Amount,Transfer Amount Currency,Status,Additional Description,Store Name,Source,Target,Reference ID
03/14/2026,09:30:00,UTC,1000000001,Payment from Acme,\"1,200.00\",,USD,,,Completed,INV-1,,,USD balance,#5000000001
03/15/2026,09:30:00,UTC,1000000002,EUR to USD,90.00,,USD,,,Completed,,,,,
",
    );
    assert_eq!(payments(&payoneer), ["2026-03-14 Acme: 1200.00, -"]);
    assert_eq!(reasons(&payoneer), [(3, &Why::NotPaid)]);
    let wise = read(
        "ID,Status,Direction,\"Created on\",\"Finished on\",\"Source fee amount\",\"Source fee currency\",\"Target fee amount\",\"Target fee currency\",\"Source name\",\"Source amount (after fees)\",\"Source currency\",\"Target name\",\"Target amount (after fees)\",\"Target currency\",\"Exchange rate\",Reference,Batch,\"Created by\",Category,Note
TRANSFER-1,COMPLETED,IN,\"2026-03-14 09:30:00\",\"2026-03-14 09:31:00\",,,4.00,USD,\"Acme\",1004.00,USD,\"Me\",1000.00,USD,1,INV-1,,,\"Money added\",
TRANSFER-2,REFUNDED,IN,\"2026-03-15 09:30:00\",\"2026-03-15 09:31:00\",,,,,\"Berta\",50.00,USD,\"Me\",50.00,USD,1,INV-2,,,,
",
    );
    assert_eq!(payments(&wise), ["2026-03-14 Acme: 1004.00, 4.00"]);
    assert_eq!(reasons(&wise), [(3, &Why::NotPaid)]);
}

#[test]
fn fiverr_says_what_arrives() {
    let statement = read(
        "Date,Activity,Description,From,Order,Currency,Amount
2026-05-04,Withdrawal,Transferred to PayPal,,,USD,-90.00
2026-05-03,Earning,Order completed,berta22,FO2,USD,8.01
2026-05-02,Earning,Order completed,acme_co,FO1,USD,80.00
",
    );
    assert_eq!(statement.head.service, Service::Fiverr);
    // 20% of 10.01 is 2.00.
    assert_eq!(payments(&statement), ["2026-05-02 acme_co: 100.00, -", "2026-05-03 berta22: 10.01, -"]);
    assert_eq!(statement.sums.withdrawn, Money::from_minor(9_000));
}

#[test]
fn freelancer_says_everything_in_descriptions() {
    let statement = read(
        "Date,Description,Currency,Amount,GST
06 Jan 2026 23:52,Done milestone payment from Acme C. for project A fee calculator (First half),USD,+250.00,
06 Jan 2026 23:52,Project fee taken (A fee calculator),USD,-25.00,
07 Jan 2026 10:00,Done milestone payment from Berta D. for project Logo,USD,\"+1,200.00\",
07 Jan 2026 10:00,Preferred Freelancer Program project fee taken (Logo),USD,-180.00,
08 Jan 2026 09:00,Locked due to process Express withdrawal,USD,-500.00,
08 Jan 2026 09:05,Removal of [Locked due to process Express withdrawal],USD,+500.00,
08 Jan 2026 09:06,Express withdrawal,USD,-500.00,
08 Jan 2026 09:07,Currency conversion from USD to EUR,USD,-100.00,
09 Jan 2026 09:00,Plus membership,USD,-9.95,
",
    );
    assert_eq!(statement.head.service, Service::Freelancer);
    assert_eq!(payments(&statement), ["2026-01-06 Acme C.: 250.00, 25.00", "2026-01-07 Berta D.: 1200.00, 180.00"]);
    assert_eq!(sums(&statement), [0, 0, 0, 50_000, 0, 995]);
    assert_eq!(reasons(&statement), [(6, &Why::NotPaid), (7, &Why::NotPaid), (9, &Why::NotPaid)]);
}

#[test]
fn paypal() {
    // Older files have a space before each heading.
    let statement = read(
        "\"Date\",\" Time\",\" TimeZone\",\" Name\",\" Type\",\" Status\",\" Currency\",\" Gross\",\" Fee\",\" Net\",\" From Email Address\",\" To Email Address\",\" Transaction ID\",\" Reference Txn ID\",\"Balance Impact\"
\"01/31/2026\",\"10:00:00\",\"PST\",\"Acme Inc\",\"General Payment\",\"Completed\",\"USD\",\"1,000.00\",\"-35.39\",\"964.61\",\"a@example.com\",\"me@example.com\",\"1A\",\"\",\"Credit\"
\"02/01/2026\",\"10:00:00\",\"PST\",\"Acme Inc\",\"Payment Refund\",\"Completed\",\"USD\",\"-100.00\",\"3.49\",\"-96.51\",\"\",\"\",\"2B\",\"1A\",\"Debit\"
\"02/02/2026\",\"10:00:00\",\"PST\",\"Berta\",\"General Payment\",\"Pending\",\"USD\",\"50.00\",\"0.00\",\"50.00\",\"\",\"\",\"3C\",\"\",\"Credit\"
\"02/03/2026\",\"10:00:00\",\"PST\",\"\",\"General Withdrawal\",\"Completed\",\"USD\",\"-500.00\",\"0.00\",\"-500.00\",\"\",\"\",\"4D\",\"\",\"Debit\"
\"02/04/2026\",\"10:00:00\",\"PST\",\"\",\"General Currency Conversion\",\"Completed\",\"USD\",\"-20.00\",\"0.00\",\"-20.00\",\"\",\"\",\"5E\",\"\",\"Debit\"
\"02/05/2026\",\"10:00:00\",\"PST\",\"Host Ltd\",\"PreApproved Payment Bill User Payment\",\"Completed\",\"USD\",\"-12.00\",\"0.00\",\"-12.00\",\"\",\"\",\"6F\",\"\",\"Debit\"
\"02/06/2026\",\"10:00:00\",\"PST\",\"Charlie\",\"Website Payment\",\"Completed\",\"EUR\",\"80.00\",\"-3.10\",\"76.90\",\"\",\"\",\"7G\",\"\",\"Credit\"
",
    );
    assert_eq!(statement.head.service, Service::PayPal);
    assert_eq!(payments(&statement), ["2026-01-31 Acme Inc: 900.00, 31.90"]);
    let euro = Currency::of(*b"EUR");
    assert_eq!(
        reasons(&statement),
        [
            (4, &Why::Status("Pending".to_owned())),
            (6, &Why::NotPaid),
            (7, &Why::MoneyOut(Money::from_minor(-1_200), Currency::USD)),
            (8, &Why::Currency(euro)),
        ]
    );
    assert_eq!(statement.currencies, [(Currency::USD, 1), (euro, 1)]);
}

#[test]
fn paypal_in_german() {
    let statement = read(
        "\u{feff}\"Datum\";\"Uhrzeit\";\"Zeitzone\";\"Name\";\"Typ\";\"Status\";\"Währung\";\"Brutto\";\"Gebühr\";\"Netto\";\"Transaktionscode\";\"Zugehöriger Transaktionscode\"\r
\"03.02.2026\";\"10:00:00\";\"CET\";\"Müller GmbH\";\"Allgemeine Zahlung\";\"Abgeschlossen\";\"EUR\";\"1.200,50\";\"-30,24\";\"1.170,26\";\"1A\";\"\"\r
\"04.02.2026\";\"10:00:00\";\"CET\";\"Müller GmbH\";\"Rückzahlung\";\"Abgeschlossen\";\"EUR\";\"-200,50\";\"5,00\";\"-195,50\";\"2B\";\"1A\"\r
\"05.02.2026\";\"10:00:00\";\"CET\";\"\";\"Bankgutschrift auf PayPal-Konto\";\"Abgeschlossen\";\"EUR\";\"10,00\";\"0,00\";\"10,00\";\"3C\";\"\"\r
\"06.02.2026\";\"10:00:00\";\"CET\";\"Berta\";\"Allgemeine Zahlung\";\"Ausstehend\";\"EUR\";\"75,00\";\"0,00\";\"75,00\";\"4D\";\"\"\r
",
    );
    assert_eq!((statement.head.service, statement.head.mark), (Service::PayPal, DecimalMark::Comma));
    assert_eq!(payments(&statement), ["2026-02-03 Müller GmbH: 1000.00, 25.24"]);
    assert_eq!(reasons(&statement), [(4, &Why::NotPaid), (5, &Why::Status("Ausstehend".to_owned()))]);
}

#[test]
fn paypal_in_other_languages() {
    let spanish = read(
        "\"Fecha\",\"Hora\",\"Zona horaria\",\"Nombre\",\"Tipo\",\"Estado\",\"Divisa\",\"Bruto\",\"Tarifa\",\"Neto\"
\"3/2/2026\",\"10:00\",\"CET\",\"Acme\",\"Pago general\",\"Completado\",\"EUR\",\"1.200,50\",\"-30,24\",\"1.170,26\"
\"14/2/2026\",\"10:00\",\"CET\",\"Berta\",\"Pago general\",\"Pendiente\",\"EUR\",\"75,00\",\"0,00\",\"75,00\"
\"15/2/2026\",\"10:00\",\"CET\",\"\",\"Conversión de divisas general\",\"Completado\",\"EUR\",\"10,00\",\"0,00\",\"10,00\"
",
    );
    assert_eq!(payments(&spanish), ["2026-02-03 Acme: 1200.50, 30.24"]);
    assert_eq!(reasons(&spanish), [(3, &Why::Status("Pendiente".to_owned())), (4, &Why::NotPaid)]);
    let french = read(
        "\"Date\";\"Heure\";\"Nom\";\"Type\";\"État\";\"Devise\";\"Avant commission\";\"Commission\";\"Net\"
\"13/02/2026\";\"10:00\";\"Acme\";\"Paiement général\";\"Terminé\";\"EUR\";\"1 200,50\";\"-30,24\";\"1 170,26\"
\"14/02/2026\";\"10:00\";\"Berta\";\"Paiement général\";\"En attente\";\"EUR\";\"75,00\";\"0,00\";\"75,00\"
",
    );
    assert_eq!(payments(&french), ["2026-02-13 Acme: 1200.50, 30.24"]);
    assert_eq!(reasons(&french), [(3, &Why::Status("En attente".to_owned()))]);
}

#[test]
fn paypal_is_known_in_each_language_by_its_headings() {
    // Each has a payment of 1,200.50 less 30.24, of which 200.50 and 5.00 are given back, money from a bank, and a pending payment.
    let files = [
        "\"Date\",\"Heure\",\"Fuseau horaire\",\"Nom\",\"Type\",\"État\",\"Devise\",\"Avant commission\",\"Commission\",\"Net\",\"Numéro de transaction\",\"Numéro de la transaction de référence\"
\"03/02/2026\",\"10:00:00\",\"CET\",\"Acme\",\"Paiement général\",\"Terminé\",\"EUR\",\"1 200,50\",\"-30,24\",\"1 170,26\",\"1A\",\"\"
\"14/02/2026\",\"10:00:00\",\"CET\",\"Acme\",\"Remboursement de paiement\",\"Terminé\",\"EUR\",\"-200,50\",\"5,00\",\"-195,50\",\"2B\",\"1A\"
\"15/02/2026\",\"10:00:00\",\"CET\",\"\",\"Virement bancaire sur le compte PayPal\",\"Terminé\",\"EUR\",\"10,00\",\"0,00\",\"10,00\",\"3C\",\"\"
\"16/02/2026\",\"10:00:00\",\"CET\",\"Berta\",\"Paiement général\",\"En attente\",\"EUR\",\"75,00\",\"0,00\",\"75,00\",\"4D\",\"\"
",
        "\"Fecha\",\"Hora\",\"Zona horaria\",\"Nombre\",\"Tipo\",\"Estado\",\"Divisa\",\"Bruto \",\"Comisión \",\"Neto\",\"Id. de transacción\"
\"03/02/2026\",\"10:00:00\",\"CET\",\"Acme\",\"Pago general\",\"Completado\",\"EUR\",\"1.200,50\",\"-30,24\",\"1.170,26\",\"1A\"
\"14/02/2026\",\"10:00:00\",\"CET\",\"Acme\",\"Reembolso de pago\",\"Completado\",\"EUR\",\"-200,50\",\"5,00\",\"-195,50\",\"2B\"
\"15/02/2026\",\"10:00:00\",\"CET\",\"\",\"Ingreso en la cuenta\",\"Completado\",\"EUR\",\"10,00\",\"0,00\",\"10,00\",\"3C\"
\"16/02/2026\",\"10:00:00\",\"CET\",\"Berta\",\"Pago general\",\"Pendiente\",\"EUR\",\"75,00\",\"0,00\",\"75,00\",\"4D\"
",
        "\"Data\",\"Orario\",\"Fuso orario\",\"Nome\",\"Tipo\",\"Stato\",\"Valuta\",\"Lordo\",\"Tariffa\",\"Netto\",\"Codice transazione\"
\"03/02/2026\",\"10:00:00\",\"CET\",\"Acme\",\"Pagamento generico\",\"Completata\",\"EUR\",\"1.200,50\",\"-30,24\",\"1.170,26\",\"1A\"
\"14/02/2026\",\"10:00:00\",\"CET\",\"Acme\",\"Rimborso del pagamento\",\"Completata\",\"EUR\",\"-200,50\",\"5,00\",\"-195,50\",\"2B\"
\"15/02/2026\",\"10:00:00\",\"CET\",\"\",\"Bonifico da conto bancario su conto PayPal\",\"Completata\",\"EUR\",\"10,00\",\"0,00\",\"10,00\",\"3C\"
\"16/02/2026\",\"10:00:00\",\"CET\",\"Berta\",\"Pagamento generico\",\"In sospeso\",\"EUR\",\"75,00\",\"0,00\",\"75,00\",\"4D\"
",
        "\"Datum\",\"Tijd\",\"Tijdzone\",\"Naam\",\"Type\",\"Status\",\"Valuta\",\"Bruto\",\"Kosten\",\"Net\",\"Transactiereferentie\",\"Reference Txn ID\"
\"3-2-2026\",\"10:00:00\",\"CET\",\"Acme\",\"Algemene betaling\",\"Voltooid\",\"EUR\",\"1.200,50\",\"-30,24\",\"1.170,26\",\"1A\",\"\"
\"14-2-2026\",\"10:00:00\",\"CET\",\"Acme\",\"Terugbetaling\",\"Voltooid\",\"EUR\",\"-200,50\",\"5,00\",\"-195,50\",\"2B\",\"1A\"
\"15-2-2026\",\"10:00:00\",\"CET\",\"\",\"Algemene storting op rekening\",\"Voltooid\",\"EUR\",\"10,00\",\"0,00\",\"10,00\",\"3C\",\"\"
\"16-2-2026\",\"10:00:00\",\"CET\",\"Berta\",\"Algemene betaling\",\"In behandeling\",\"EUR\",\"75,00\",\"0,00\",\"75,00\",\"4D\",\"\"
",
        "\"Data\",\"Godzina\",\"Strefa czasowa\",\"Nazwa\",\"Typ\",\"Status\",\"Waluta\",\"Brutto\",\"Opłata\",\"Netto\",\"Numer transakcji\",\"Pomocniczy numer transakcji\"
\"03.02.2026\",\"10:00:00\",\"CET\",\"Acme\",\"Płatność ogólna\",\"Ukończono\",\"EUR\",\"1 200,50\",\"-30,24\",\"1 170,26\",\"1A\",\"\"
\"14.02.2026\",\"10:00:00\",\"CET\",\"Acme\",\"Zwrot płatności\",\"Ukończono\",\"EUR\",\"-200,50\",\"5,00\",\"-195,50\",\"2B\",\"1A\"
\"15.02.2026\",\"10:00:00\",\"CET\",\"\",\"Wpłata na konto\",\"Ukończono\",\"EUR\",\"10,00\",\"0,00\",\"10,00\",\"3C\",\"\"
\"16.02.2026\",\"10:00:00\",\"CET\",\"Berta\",\"Płatność ogólna\",\"Oczekujący\",\"EUR\",\"75,00\",\"0,00\",\"75,00\",\"4D\",\"\"
",
    ];
    for file in files {
        let statement = read(file);
        assert_eq!((statement.head.service, statement.head.mark), (Service::PayPal, DecimalMark::Comma), "{file}");
        assert_eq!(payments(&statement), ["2026-02-03 Acme: 1000.00, 25.24"], "{file}");
        let lines: Vec<u32> = reasons(&statement).into_iter().map(|(line, _)| line).collect();
        assert_eq!((lines, &statement.left_out[0].why), (vec![4, 5], &Why::NotPaid), "{file}");
    }
    // A statement names what a row is in its description.
    let statement = read(
        "\"Datum\",\"Tijd\",\"Tijdzone\",\"Omschrijving\",\"Valuta\",\"Bruto\",\"Kosten\",\"Net\",\"Saldo\",\"Transactiereferentie\",\"Naam\"
\"13-2-2026\",\"10:00:00\",\"CET\",\"Algemene betaling\",\"EUR\",\"75,00\",\"-2,50\",\"72,50\",\"72,50\",\"1A\",\"Berta\"
\"14-2-2026\",\"10:00:00\",\"CET\",\"Algemene valutaomrekening\",\"EUR\",\"5,00\",\"0,00\",\"5,00\",\"77,50\",\"2B\",\"\"
",
    );
    assert_eq!(payments(&statement), ["2026-02-13 Berta: 75.00, 2.50"]);
    assert_eq!(reasons(&statement), [(3, &Why::NotPaid)]);
}

#[test]
fn stripe_has_three_files() {
    let balance = read(
        "id,Type,Source,Amount,Fee,Destination Platform Fee,Destination Platform Fee Currency,Net,Currency,Created (UTC),Available On (UTC),Description,Customer Facing Amount,Customer Facing Currency,Transfer,Transfer Date (UTC),Transfer Group
txn_3,payout,po_1,-867.70,0.00,,,-867.70,usd,2026-02-05 00:00,2026-02-05 00:00,STRIPE PAYOUT,,,,,
txn_2,refund,ch_1,-100.00,0.00,,,-100.00,usd,2026-02-02 10:00,2026-02-02 10:00,REFUND FOR CHARGE,,,,,
txn_1,charge,ch_1,\"1,000.00\",29.30,,,970.70,usd,2026-01-31 10:00,2026-02-02 00:00,Invoice,1000.00,usd,,,
",
    );
    assert_eq!(balance.head.service, Service::Stripe);
    assert_eq!(payments(&balance), ["2026-01-31 -: 900.00, 29.30"]);
    assert_eq!(balance.sums.withdrawn, Money::from_minor(86_770));
    let report = read(
        "balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id,description,customer_name
txn_1,2026-01-31 10:02:11,2026-02-02 00:00:00,usd,600.00,17.70,582.30,charge,ch_1,Invoice,Acme
txn_2,2026-02-01 10:02:11,2026-02-03 00:00:00,usd,-2.00,0.00,-2.00,fee,fee_1,Billing,
txn_3,2026-02-03 10:02:11,2026-02-03 00:00:00,usd,-580.30,0.00,-580.30,payout,po_1,STRIPE PAYOUT,
",
    );
    assert_eq!(payments(&report), ["2026-01-31 Acme: 600.00, 17.70"]);
    assert_eq!(report.sums.loose_fees, Money::from_minor(200));
    let list = read(
        "id,Description,Seller Message,Created date (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Fee,Taxes On Fee,Converted Currency,Mode,Status,Statement Descriptor,Customer ID,Customer Description,Customer Email
ch_1,Invoice,Payment complete.,2026-01-31 10:02:11,600.00,100.00,usd,600.00,100.00,17.70,0.00,usd,Live,Paid,ME,cus_1,Acme,a@example.com
ch_2,Invoice,The bank declined it.,2026-02-01 10:02:11,80.00,0.00,usd,80.00,0.00,0.00,0.00,usd,Live,Failed,ME,cus_2,Berta,b@example.com
ch_3,Invoice,Payment complete.,2026-02-02 10:02:11,50.00,50.00,usd,50.00,50.00,1.75,0.00,usd,Live,Refunded,ME,cus_2,Berta,b@example.com
",
    );
    assert_eq!(payments(&list), ["2026-01-31 Acme: 500.00, 17.70"]);
    assert_eq!(reasons(&list), [(3, &Why::Status("Failed".to_owned()))]);
    assert_eq!(list.sums.loose_fees.minor(), 175, "1.75 of what was paid back as a whole");
    // The client paid euros, of which dollars arrived; the fee was taken of those.
    let converted = read(
        "id,Created date (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Fee,Converted Currency,Status,Customer Description
ch_1,2026-01-31 10:02:11,600.00,60.00,eur,648.00,64.80,30.00,usd,Paid,Acme
",
    );
    assert_eq!(
        (payments(&converted), converted.currency.code()),
        (vec!["2026-01-31 Acme: 583.20, 30.00".to_owned()], "USD")
    );
}

#[test]
fn payoneer_has_two_files() {
    let new = read(
        "Transaction Date,Transaction Time,Time Zone,Transaction ID,Description,Credit Amount,Debit Amount,Currency,Transfer Amount,Transfer Amount Currency,Status,Running Balance,Additional Description,Store Name,Source,Target,Reference ID
12/31/2025,10:00:00,UTC,11,Payment from Acme,\"1,000.00\",,USD,,,Completed,1000.00,,Acme,,,
01/02/2026,10:00:00,UTC,12,Withdrawal to bank account,,500.00,USD,450.00,EUR,Completed,500.00,,,,,
01/03/2026,10:00:00,UTC,13,Payment from Berta,80.00,,USD,,,Cancelled,580.00,,Berta,,,
",
    );
    assert_eq!(new.head.service, Service::Payoneer);
    assert_eq!(payments(&new), ["2025-12-31 Acme: 1000.00, -"]);
    assert_eq!(
        (new.sums.withdrawn, reasons(&new)),
        (Money::from_minor(50_000), vec![(4, &Why::Status("Cancelled".to_owned()))])
    );
    let old = read(
        "Date,Description,Amount,Currency,Status,Running Balance
12/31/2019,Payment from Acme,\"1,000.00\",USD,Completed,1000.00
01/02/2020,Card charge (A shop),-20.00,USD,Completed,980.00
",
    );
    assert_eq!(payments(&old), ["2019-12-31 Acme: 1000.00, -"]);
    assert_eq!(reasons(&old), [(3, &Why::MoneyOut(Money::from_minor(-2_000), Currency::USD))]);
}

#[test]
fn wise_has_two_files() {
    let statement = read(
        "\"TransferWise ID\",Date,Amount,Currency,Description,\"Payment Reference\",\"Running Balance\",\"Exchange From\",\"Exchange To\",\"Exchange Rate\",\"Payer Name\",\"Payee Name\",\"Payee Account Number\",Merchant,\"Total fees\"
TRANSFER-3,05-02-2026,-100.00,EUR,Sent money to Me,,895.86,,,,,Me,,,0.50
BALANCE-2,04-02-2026,-50.00,EUR,Converted 50.00 EUR to 54.00 USD,,995.86,EUR,USD,1.08,,,,,0.20
FEE-TRANSFER-1000001,03-02-2026,-4.14,EUR,Wise Charges for: TRANSFER-1000001,,1045.86,,,,,,,,
TRANSFER-1000001,03-02-2026,1050.00,EUR,Received money from Acme GmbH with reference 12,12,1050.00,,,,Acme GmbH,,,,4.14
",
    );
    assert_eq!(statement.head.service, Service::Wise);
    assert_eq!(payments(&statement), ["2026-02-03 Acme GmbH: 1050.00, 4.14"]);
    assert_eq!(statement.sums.loose_fees, Money::ZERO);
    let list = read(
        "ID,Status,Direction,\"Created on\",\"Finished on\",\"Source fee amount\",\"Source fee currency\",\"Target fee amount\",\"Target fee currency\",\"Source name\",\"Source amount (after fees)\",\"Source currency\",\"Target name\",\"Target amount (after fees)\",\"Target currency\",\"Exchange rate\",Reference,Batch
TRANSFER-1,COMPLETED,IN,\"2026-02-03 14:00:47\",\"2026-02-03 14:01:05\",4.14,USD,,,Acme,1000.00,USD,Me,1000.00,USD,1.0,\"Invoice 2\",
TRANSFER-2,COMPLETED,OUT,\"2026-02-04 14:00:47\",\"2026-02-04 14:01:05\",1.00,USD,,,Me,200.00,USD,A shop,200.00,USD,1.0,,
TRANSFER-3,COMPLETED,NEUTRAL,\"2026-02-05 14:00:47\",\"2026-02-05 14:01:05\",1.00,USD,,,Me,200.00,USD,Me,180.00,EUR,0.9,,
TRANSFER-4,CANCELLED,IN,\"2026-02-05 14:00:47\",,0.00,USD,,,Berta,90.00,USD,Me,90.00,USD,1.0,,
",
    );
    assert_eq!(payments(&list), ["2026-02-03 Acme: 1000.00, -"]);
    assert_eq!(
        reasons(&list),
        [
            (3, &Why::MoneyOut(Money::from_minor(20_000), Currency::USD)),
            (4, &Why::NotPaid),
            (5, &Why::Status("CANCELLED".to_owned()))
        ]
    );
}

#[test]
fn whole_words_tell_what_a_row_is() {
    let statement =
        read("Date,Type,Amount\n2026-01-01,Multiple gigs,100\n2026-01-02,Tip,5\n2026-01-03,Feedback call,80\n");
    let kinds: Vec<RowKind> = statement.entries.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [RowKind::Payment, RowKind::Bonus, RowKind::Payment]);
}

#[test]
fn what_paypal_only_holds_or_lends_is_no_payment() {
    let head = "\"Date\",\"Time\",\"TimeZone\",\"Name\",\"Type\",\"Status\",\"Currency\",\"Gross\",\"Fee\",\"Net\",\"Transaction ID\",\"Reference Txn ID\"\n";
    let row = |name: &str, kind: &str, gross: &str, fee: &str, id: &str, of: &str| {
        format!("01/05/2026,10:00:00,PST,{name},{kind},Completed,USD,{gross},{fee},{gross},{id},{of}\n")
    };
    let real = row("Acme", "General Payment", "200.00", "-7.47", "PAY0000001", "");
    for other in [
        row("", "General Card Deposit", "60.00", "0.00", "DEP0000001", ""),
        row("", "General Credit Card Deposit", "60.00", "0.00", "DEP0000002", ""),
        row("Acme", "Payment Review Hold", "-192.53", "0.00", "HLD0000001", "PAY0000001")
            + &row("Acme", "Payment Review Release", "192.53", "0.00", "HLD0000002", "PAY0000001"),
        row("Acme", "Invoice Sent", "200.00", "0.00", "INV0000001", ""),
        // A dispute that was won, and a fee that came with it: 7.47 + 20.
        row("Acme", "Chargeback", "-200.00", "0.00", "CHB0000001", "PAY0000001")
            + &row("Acme", "Chargeback Reversal", "200.00", "0.00", "CHB0000002", "PAY0000001"),
    ] {
        assert_eq!(payments(&read(&format!("{head}{real}{other}"))), ["2026-01-05 Acme: 200.00, 7.47"], "{other}");
    }
    let fee = row("Acme", "Chargeback Fee", "-20.00", "0.00", "CHF0000001", "PAY0000001");
    assert_eq!(payments(&read(&format!("{head}{real}{fee}"))), ["2026-01-05 Acme: 200.00, 27.47"]);
    let back = row("Acme", "Fee Reversal", "7.47", "0.00", "FRV0000001", "PAY0000001");
    assert_eq!(payments(&read(&format!("{head}{real}{back}"))), ["2026-01-05 Acme: 200.00, 0.00"]);
}

#[test]
fn what_stripe_gives_back_and_takes_again() {
    let head = "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,description,charge_id,customer_name\n";
    let charge = "txn_2,2026-01-06 10:00:00,usd,200.00,6.10,193.90,charge,ch_200001,Inv 2,ch_200001,Berta\n";
    let of = |rows: &str| read(&format!("{head}{charge}{rows}"));
    let dispute = "txn_3,2026-02-06 10:00:00,usd,-50.00,15.00,-65.00,dispute,du_100001,Chargeback withdrawal for ch_200001,ch_200001,Berta\n";
    assert_eq!(payments(&of(dispute)), ["2026-01-06 Berta: 150.00, 21.10"], "6.10 + 15");
    let won = "txn_4,2026-03-06 10:00:00,usd,50.00,0.00,50.00,dispute_reversal,du_100001,Chargeback reversal for ch_200001,ch_200001,Berta\n";
    assert_eq!(payments(&of(&format!("{dispute}{won}"))), ["2026-01-06 Berta: 200.00, 21.10"]);
    let whole =
        of("txn_3,2026-02-06 10:00:00,usd,-200.00,15.00,-215.00,dispute,du_100001,Chargeback,ch_200001,Berta\n");
    assert_eq!((payments(&whole).len(), whole.sums.loose_fees.minor()), (0, 2_110));
    let failed = "txn_5,2026-02-01 10:00:00,usd,-80.00,0.00,-80.00,refund,re_100001,Refund,ch_200001,Berta
txn_6,2026-02-02 10:00:00,usd,80.00,0.00,80.00,refund_failure,re_100001,Refund failed,ch_200001,Berta\n";
    assert_eq!(payments(&of(failed)), ["2026-01-06 Berta: 200.00, 6.10"]);
    let payout = of("txn_7,2026-02-01 10:00:00,usd,-193.90,0.00,-193.90,payout,po_100001,Payout,,
txn_8,2026-02-02 10:00:00,usd,193.90,0.00,193.90,payout_reversal,po_100001,Payout,,\n");
    assert_eq!((payments(&payout).len(), payout.sums.withdrawn.minor()), (1, 0));
}

#[test]
fn a_cancelled_order_is_undone() {
    let head = "Date,Activity,Description,From,Order,Currency,Amount\n";
    // 80 arrive of 100.
    let one = "2026-01-05,Earning,Order,acme,FO1111111,USD,80.00\n";
    let other = "2026-01-06,Earning,Order,acme,FO2222222,USD,64.00\n";
    let cancelled = "2026-01-12,Cancelled order,Order cancelled,acme,FO1111111,USD,-80.00\n";
    assert_eq!(payments(&read(&format!("{head}{one}{cancelled}"))), Vec::<String>::new());
    assert_eq!(payments(&read(&format!("{head}{one}{other}{cancelled}"))), ["2026-01-06 acme: 80.00, -"]);
}

/// A service's dealings with the reader's own money are not a client's payment.
#[test]
fn money_of_ones_own_is_nobodys_payment() {
    let paypal = |kind: &str| {
        format!(
            "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Reference Txn ID,Balance Impact\n\
             01/13/2026,10:00,PST,Acme,General Payment,Completed,USD,200.00,-7.47,192.53,T1,,Credit\n\
             01/14/2026,10:00,PST,,{kind}\n"
        )
    };
    for kind in [
        "Payment Release,Completed,USD,192.53,0.00,192.53,T2,,Credit",
        "General Hold Release,Completed,USD,50.00,0.00,50.00,T2,,Credit",
        "PayPal Working Capital Loan,Completed,USD,50.00,0.00,50.00,T2,,Credit",
        "General Credit,Completed,USD,50.00,0.00,50.00,T2,,Credit",
        "Rewards Redemption,Completed,USD,50.00,0.00,50.00,T2,,Credit",
        "Transfer from Savings,Completed,USD,50.00,0.00,50.00,T2,,Credit",
        "Order,Completed,USD,500.00,0.00,500.00,T2,,Memo",
        "A word that nobody knows,Completed,USD,50.00,0.00,50.00,T2,,Credit",
    ] {
        let statement = read(&paypal(kind));
        assert_eq!(payments(&statement), ["2026-01-13 Acme: 200.00, 7.47"], "{kind}");
        assert_eq!(statement.left_out.len(), 1, "{kind}");
    }
    let stripe = "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC)\n\
         txn_1,charge,ch_1,1000.00,29.30,970.70,usd,2026-01-31 10:00\n";
    for row in [
        "txn_2,advance,cap_1,5000.00,0.00,5000.00,usd,2026-02-01 10:00",
        "txn_2,transfer_cancel,tr_1,30.00,0.00,30.00,usd,2026-02-01 10:00",
    ] {
        assert_eq!(payments(&read(&format!("{stripe}{row}\n"))), ["2026-01-31 -: 1000.00, 29.30"], "{row}");
    }
    let list = "id,Created date (UTC),Amount,Amount Refunded,Fee,Currency,Status,Captured,Mode,Customer Email\n\
         ch_1,2026-01-31 10:00,1000.00,0.00,29.30,usd,Paid,true,Live,a@example.com\n";
    for row in
        ["400.00,0.00,0.00,usd,Paid,false,Live,b@example.com", "170.00,0.00,5.23,usd,Paid,true,Test,b@example.com"]
    {
        let statement = read(&format!("{list}ch_2,2026-02-01 10:00,{row}\n"));
        assert_eq!(payments(&statement), ["2026-01-31 a@example.com: 1000.00, 29.30"], "{row}");
        assert!(matches!(statement.left_out[0].why, Why::Status(_)), "{row}");
    }
    let payouts = read(
        "id,Amount,Arrival Date (UTC),Balance Transaction,Created (UTC),Currency,Description,Destination,Status\n\
         po_1,970.70,2026-02-03 00:00,txn_3,2026-02-01 10:00,usd,STRIPE PAYOUT,ba_1,Paid\n",
    );
    assert_eq!((payments(&payouts).len(), payouts.sums.withdrawn), (0, Money::from_minor(97_070)));
}

#[test]
fn a_payment_to_paypal_in_german_needs_no_name() {
    let statement = read(
        "\"Datum\";\"Uhrzeit\";\"Zeitzone\";\"Name\";\"Typ\";\"Status\";\"Währung\";\"Brutto\";\"Gebühr\";\"Netto\";\"Transaktionscode\"\n\
         \"03.02.2026\";\"10:00\";\"CET\";\"\";\"Allgemeine Zahlung\";\"Abgeschlossen\";\"EUR\";\"200,00\";\"-5,00\";\"195,00\";\"1A\"\n\
         \"04.02.2026\";\"10:00\";\"CET\";\"\";\"Freigabe der Zahlungseinbehaltung\";\"Abgeschlossen\";\"EUR\";\"195,00\";\"0,00\";\"195,00\";\"2B\"\n",
    );
    assert_eq!(payments(&statement), ["2026-02-03 -: 200.00, 5.00"]);
}

/// A pending amount is not paid yet.
#[test]
fn fiverr_before_orders_had_names() {
    let statement =
        read("Date,For,,Amount\n2019-03-01,Funds Cleared,,80.00\n2019-03-02,Funds Pending Clearance,,40.00\n");
    assert_eq!(statement.head.service, Service::Fiverr);
    // 100 less 20% is 80.
    assert_eq!(payments(&statement), ["2019-03-01 -: 100.00, -"]);
}

/// One of two columns that may name clients is empty.
#[test]
fn clients_are_in_the_column_that_has_them() {
    let statement = read(
        "id,Created (UTC),Amount,Currency,Fee,Status,Customer Description,Customer Email,Converted Amount,Amount Refunded\nch_1,2026-01-05 10:00,100.00,usd,3.20,Paid,,a@acme.com,100.00,0.00\nch_2,2026-01-06 10:00,200.00,usd,6.10,Paid,,a@acme.com,200.00,0.00\n",
    );
    assert_eq!(payments(&statement), ["2026-01-05 a@acme.com: 100.00, 3.20", "2026-01-06 a@acme.com: 200.00, 6.10"]);
}

#[test]
fn a_short_name_in_brackets_is_a_project() {
    let statement = read(
        "Date,Description,Currency,Amount\n\"14 Mar 2026 09:30\",Project fee taken (SEO),USD,-10.00\n\"14 Mar 2026 09:30\",Done milestone payment from Acme for project SEO,USD,+100.00\n",
    );
    assert_eq!(payments(&statement), ["2026-03-14 Acme: 100.00, 10.00"]);
}
