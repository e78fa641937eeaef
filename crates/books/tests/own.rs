//! What do people's own files look like? Invoices, bank statements and hour logs, as spreadsheets and other programs write them.

mod support;

use engine::amount::{Currency, Money};
use engine::scenario::DecimalMark;
use support::{payments, read};
use take_home_books::{Column, Reading, Service, Settings, Statement, Usual, Why};

/// The gross of each payment, with its client's name.
fn paid(text: &str) -> Vec<String> {
    let short = |line: String| line.split_once(' ').map_or(String::new(), |(_, rest)| rest.to_owned());
    payments(&read(text)).into_iter().map(short).collect()
}

fn reasons(statement: &Statement) -> Vec<(u32, Why)> {
    statement.left_out.iter().map(|left| (left.line, left.why.clone())).collect()
}

#[test]
fn a_job_that_converts_files_is_no_conversion() {
    let own = "Date,Client,Project,Amount,Currency
2026-01-05,Acme,JPG to SVG logos,120.00,USD
2026-01-06,Acme,PSD to CSS,80.00,USD
2026-01-07,Berta,USD to EUR converter,50.00,USD
";
    assert_eq!(paid(own), ["Acme: 120.00, -", "Acme: 80.00, -", "Berta: 50.00, -"]);
    let freelancer = read(
        "Date,Description,Currency,Amount
\"14 Mar 2026 09:30\",\"Project fee taken (PDF to CSV converter) (USD)\",USD,-25.00
\"14 Mar 2026 09:30\",\"Done milestone payment from Acme A. for project PDF to CSV converter (USD)\",USD,+250.00
",
    );
    assert_eq!(payments(&freelancer), ["2026-03-14 Acme A.: 250.00, 25.00"]);
}

#[test]
fn what_was_spent_is_no_income_whatever_its_sign() {
    for (income, expense) in [("Income", "Expense"), ("credit", "debit"), ("Einnahme", "Ausgabe"), ("Ingreso", "Gasto")]
    {
        let statement = read(&format!(
            "Date,Type,Description,Amount\n2026-01-05,{income},Acme logo,500.00\n2026-01-08,{expense},Licence,60.00\n2026-01-09,{expense},Laptop,-900.00\n"
        ));
        assert_eq!(payments(&statement), ["2026-01-05 -: 500.00, -"], "{expense}");
        assert_eq!(
            reasons(&statement),
            [
                (3, Why::MoneyOut(Money::from_minor(6_000), Currency::USD)),
                (4, Why::MoneyOut(Money::from_minor(-90_000), Currency::USD))
            ]
        );
    }
}

/// 500 − 100: what is taken off an invoice lowers what its client paid, wherever its row is.
#[test]
fn a_credit_note_lowers_what_its_client_paid() {
    for rows in [
        "2026-01-05,Acme,500.00\n2026-01-06,Berta,300.00\n2026-01-08,Acme,-100.00\n",
        "2026-01-08,Acme,-100.00\n2026-01-06,Berta,300.00\n2026-01-05,Acme,500.00\n",
    ] {
        let statement = read(&format!("Date,Client,Amount\n{rows}"));
        let mut lines = payments(&statement);
        lines.sort();
        assert_eq!(lines, ["2026-01-05 Acme: 400.00, -", "2026-01-06 Berta: 300.00, -"], "{rows}");
        assert_eq!(reasons(&statement), [], "{rows}");
    }
    for kind in ["Credit note", "Credit memo", "Nota de crédito", "Rechnungskorrektur"] {
        let statement =
            read(&format!("Date,Type,Client,Amount\n2026-01-05,Invoice,Acme,500.00\n2026-01-08,{kind},Acme,-100.00\n"));
        assert_eq!(payments(&statement), ["2026-01-05 Acme: 400.00, -"], "{kind}");
    }
}

/// Somebody who never paid is no client, and an expense for a client is none of the client's money.
#[test]
fn what_is_spent_on_others_is_no_credit_note() {
    let statement = read("Date,Client,Amount\n2026-01-05,Acme,500.00\n2026-01-08,Adobe,-60.00\n");
    assert_eq!(payments(&statement), ["2026-01-05 Acme: 500.00, -"]);
    assert_eq!(reasons(&statement), [(3, Why::MoneyOut(Money::from_minor(-6_000), Currency::USD))]);
    for kind in ["Expense", "Payment", "Travel"] {
        let statement =
            read(&format!("Date,Type,Client,Amount\n2026-01-05,Invoice,Acme,500.00\n2026-01-08,{kind},Acme,-60.00\n"));
        assert_eq!(payments(&statement), ["2026-01-05 Acme: 500.00, -"], "{kind}");
    }
}

/// 46,027 is 5 January 2026, and 46,030 the 8th.
#[test]
fn a_spreadsheet_may_write_days_as_numbers() {
    assert_eq!(
        payments(&read("Date,Client,Amount\n46027,Acme,500.00\n46030.75,Berta,300.00\n")),
        ["2026-01-05 Acme: 500.00, -", "2026-01-08 Berta: 300.00, -"]
    );
}

#[test]
fn bank_statements_have_a_column_for_each_direction() {
    for [out, into] in [
        ["Paid out", "Paid in"],
        ["Withdrawals", "Deposits"],
        ["Belastung", "Gutschrift"],
        ["Uscite", "Entrate"],
        ["Money Out", "Money In"],
    ] {
        let text = format!(
            "Date,Transaction type,Description,{out},{into},Balance\n05 Jan 2026,Bank credit,Acme Ltd,,500.00,1500.00\n08 Jan 2026,Direct debit,Rent,900.00,,600.00\n"
        );
        let statement = read(&text);
        let gross: Vec<Money> = statement.payments.iter().map(|paid| paid.gross).collect();
        assert_eq!(gross, [Money::from_minor(50_000)], "{out}");
        assert_eq!(reasons(&statement), [(3, Why::MoneyOut(Money::from_minor(-90_000), Currency::USD))], "{out}");
    }
}

#[test]
fn hours_rates_and_percentages_are_no_money() {
    for text in [
        "Date,Client,Total hours,Hourly rate,Total amount\n2026-01-05,Acme,2.5,80,200\n",
        "Rechnungsdatum;Kunde;Stunden;Stundensatz;Gesamtbetrag\n05.01.2026;Acme;2,5;80,00;200,00\n",
        "Invoice date,Client,Hours,Rate,Invoice amount\n2026-01-05,Acme,2.5,80,200\n",
        "Project,Client,Start Date,Duration (h),Billable Rate (USD),Billable Amount (USD)\nSite,Acme,01/05/2026,2.50,80.00,200.00\n",
        "Client Name,Invoice #,Date Issued,Item Name,Rate,Quantity,Line Total\nAcme,1,2026-01-05,Site,80.00,2.5,200.00\n",
    ] {
        assert_eq!(paid(text), ["Acme: 200.00, -"], "{text}");
    }
    for heading in ["Fee %,Fee", "Fee rate,Fee amount", "Fee (%),Fee ($)"] {
        let text = format!("Date,Client,Amount,{heading}\n2026-01-05,Acme,500,10,50.00\n");
        assert_eq!(paid(&text), ["Acme: 500.00, 50.00"], "{heading}");
    }
}

#[test]
fn kinds_of_work_are_no_kinds_of_rows() {
    let statement = read(
        "Date,Client,Type,Amount
2026-01-08,Berta,Consulting fee,300.00
2026-01-09,Carl,Tax advice,200.00
2026-01-10,Dora,Conversion optimization,150.00
2026-01-11,Emil,Logo,100.00
2026-01-12,Emil,Refund policy page,80.00
",
    );
    // 300 + 200 + 150 + 100 + 80
    assert_eq!(statement.payments.iter().map(|paid| paid.gross).sum::<Money>(), Money::from_minor(83_000));
    assert_eq!(statement.left_out, []);
}

#[test]
fn each_kind_of_row_has_signs_or_none() {
    let rows = |fee: &str, refund: &str| {
        let statement = read(&format!(
            "Date,Client,Type,Amount\n2026-01-05,Acme,Payment,500.00\n2026-01-05,Acme,Fee,{fee}\n2026-01-09,Acme,Refund,{refund}\n"
        ));
        payments(&statement)
    };
    // 500 less 100 given back; 50 taken.
    for [fee, refund] in [["50", "-100"], ["-50", "100"], ["50", "100"], ["-50", "-100"]] {
        assert_eq!(rows(fee, refund), ["2026-01-05 Acme: 400.00, 50.00"], "{fee}, {refund}");
    }
}

#[test]
fn several_currencies_are_told_apart_however_they_are_written() {
    let currencies = |text: &str| {
        let statement = read(text);
        statement.currencies.iter().map(|(currency, count)| format!("{} {count}", currency.code())).collect::<Vec<_>>()
    };
    let in_amounts =
        "Date,Client,Amount\n2026-01-05,Acme,USD 500.00\n2026-01-08,Berta,300.00 EUR\n2026-01-09,Carl,INR 30000.00\n";
    assert_eq!(currencies(in_amounts), ["USD 1", "EUR 1", "INR 1"]);
    let in_signs = "Date,Client,Amount,Currency\n2026-01-05,Acme,500,$\n2026-01-08,Berta,300,€\n2026-01-09,Carl,300,Euro\n2026-01-10,Dora,300,£\n";
    assert_eq!(currencies(in_signs), ["EUR 2", "USD 1", "GBP 1"]);
    let dollars = "Date;Client;Amount\n2026-01-05;Acme;US$500\n2026-01-06;Acme;A$300\n2026-01-07;Acme;CA$300\n2026-01-08;Acme;$300 CAD\n2026-01-09;Acme;R$ 40\n";
    assert_eq!(currencies(dollars), ["CAD 2", "USD 1", "AUD 1", "BRL 1"]);
    let in_income = "Date,Client,Income\n2026-01-05,Acme,€500.00\n2026-01-06,Berta,€700.00\n2026-01-07,Carl,£300.00\n";
    assert_eq!(currencies(in_income), ["EUR 2", "GBP 1"]);
    // Capitals are no currency because they are three.
    let statement = read("DATE,CLIENT,NET,FEE\n2026-01-05,Acme,450,50\n");
    assert_eq!(
        (statement.currency, payments(&statement)),
        (Currency::USD, vec!["2026-01-05 Acme: 500.00, 50.00".to_owned()])
    );
}

#[test]
fn invoices_that_nobody_has_paid_do_not_count() {
    for status in [
        "Overdue",
        "Sent",
        "Not paid",
        "Outstanding",
        "Void",
        "Awaiting payment",
        "überfällig",
        "Unbezahlt",
        "Nicht bezahlt",
        "Entwurf",
    ] {
        let statement = read(&format!(
            "Date,Client,Status,Amount\n2026-01-05,Acme,Paid,500.00\n2026-01-06,Berta,{status},300.00\n"
        ));
        assert_eq!(payments(&statement), ["2026-01-05 Acme: 500.00, -"]);
        assert_eq!(reasons(&statement), [(3, Why::Status(status.to_owned()))]);
    }
    assert_eq!(paid("Date,Client,Status,Amount\n2026-01-05,Acme,noted,500.00\n"), ["Acme: 500.00, -"]);
    // Refunds have a column.
    assert_eq!(paid("Date,Client,Amount,Refunded\n2026-01-05,Acme,500.00,200.00\n"), ["Acme: 300.00, -"]);
}

#[test]
fn the_sum_of_all_is_no_payment() {
    let rows = "Client,Amount,Fee\nAcme,100.00,10.00\nBerta,200.00,20.00\n";
    for total in ["Total 2025,300.00,30.00", "TOTAL:,300.00,30.00", ",300.00,30.00"] {
        let statement = read(&format!("{rows}{total}\n"));
        assert_eq!(payments(&statement), ["- Acme: 100.00, 10.00", "- Berta: 200.00, 20.00"], "{total}");
        assert_eq!(reasons(&statement), [(4, Why::Total)]);
    }
    assert_eq!(paid(&format!("{rows}Total Design Ltd,300.00,30.00\n")).len(), 3);
    // Three payments without names, the last of which happens to be as much as the others.
    assert_eq!(payments(&read("100\n200\n300")).len(), 3);
}

#[test]
fn a_file_is_a_services_only_if_it_has_all_of_its_columns() {
    let own = read(
        "Date,Client,Description,Currency,Amount,Fee\n2026-01-05,Acme,First milestone payment for site,USD,500,50\n",
    );
    assert_eq!((own.head.service, payments(&own)), (Service::Other, vec!["2026-01-05 Acme: 500.00, 50.00".to_owned()]));
    let own = read("Date,Client,Gross,Fee,Net,Transaction ID\n2026-01-05,Acme,500,50,450,T1\n");
    assert_eq!((own.head.service, payments(&own)), (Service::Other, vec!["2026-01-05 Acme: 500.00, 50.00".to_owned()]));
}

#[test]
fn a_client_is_one_however_the_name_is_written() {
    let text = "Date,Client,Amount\n2026-01-05,Müller  GmbH,100\n2026-01-06,MÜLLER GmbH,100\n2026-01-07,müller\u{a0}gmbh,100\n";
    assert_eq!(read(text).clients, ["Müller GmbH"]);
}

#[test]
fn a_column_may_say_which_way_the_money_goes() {
    for [came, went] in [["CR", "DR"], ["H", "S"], ["Haben", "Soll"], ["In", "Out"], ["Credit", "Debit"]] {
        let statement = read(&format!(
            "Date,Details,Amount,Way\n2026-01-05,Acme website,500,{came}\n2026-01-06,Hosting,200,{went}\n"
        ));
        assert_eq!(statement.payments.iter().map(|paid| paid.gross.minor()).collect::<Vec<_>>(), [50_000], "{came}");
    }
    // Beside a type it adds nothing new.
    let typed = "Date,Type,Client,Amount,Dr/Cr\n2026-01-05,Payment,Acme,1000,Cr\n2026-01-05,Fee,Acme,100,Dr\n";
    assert_eq!(payments(&read(typed)), ["2026-01-05 Acme: 1000.00, 100.00"]);
}

/// Letters that are clients, codes of taxes or kinds of work.
#[test]
fn one_of_a_pair_is_no_direction() {
    assert_eq!(paid("Date,Client,Amount\n2026-01-05,S,500\n2026-01-06,S,80\n"), ["S: 500.00, -", "S: 80.00, -"]);
    let taxed = "Date,Client,Amount,VAT code\n2026-01-05,Acme,500,S\n2026-01-06,Berta,80,S\n";
    assert_eq!(paid(taxed), ["Acme: 500.00, -", "Berta: 80.00, -"]);
    let work = "Date,Client,Type,Amount\n2026-01-05,Acme,D,500\n2026-01-06,Acme,M,80\n";
    assert_eq!(paid(work), ["Acme: 500.00, -", "Acme: 80.00, -"]);
}

#[test]
fn what_was_refunded_in_full_was_not_paid() {
    for status in ["Refunded", "Reverted", "Charged back", "Bounced", "Returned"] {
        let statement =
            read(&format!("Date,Client,Amount,Status\n2026-01-05,Acme,500,Paid\n2026-01-06,Berta,340,{status}\n"));
        assert_eq!(payments(&statement), ["2026-01-05 Acme: 500.00, -"], "{status}");
    }
    // The refund is in the file, and is not counted twice; a part of it may have been.
    let both = "Date,Client,Amount,Status\n2026-01-05,Acme,500,Refunded\n2026-01-06,Acme,700,Paid\n2026-01-09,Acme,-500,Refunded\n";
    assert_eq!(paid(both), ["Acme: 700.00, -"]);
    let unsigned =
        "Date,Type,Client,Amount,Status\n2026-01-05,Payment,Acme,1000,Paid\n2026-01-06,Refund,Acme,200,Refunded\n";
    assert_eq!(paid(unsigned), ["Acme: 800.00, -"]);
    let partly = "Date,Client,Amount,Status\n2026-01-05,Acme,500,Refunded partially\n";
    assert_eq!(paid(partly), ["Acme: 500.00, -"]);
}

/// `Sum 41` is a name; `Sum 2025` is a sum.
#[test]
fn a_client_may_be_called_sum() {
    let statement = read("Date,Client,Amount\n2026-01-05,Sum 41,500\n2026-01-06,Acme,80\n,Sum 2026,580\n");
    assert_eq!(payments(&statement), ["2026-01-05 Sum 41: 500.00, -", "2026-01-06 Acme: 80.00, -"]);
    for total in ["Total 01/2026", "Total week 12", "Total 2025/26", "Subtotal Q1"] {
        let statement = read(&format!("Date,Client,Amount\n2026-01-05,Acme,580\n2026-01-31,{total},580\n"));
        assert_eq!(payments(&statement), ["2026-01-05 Acme: 580.00, -"], "{total}");
    }
}

#[test]
fn a_transfer_from_a_bank_account_is_a_payment_in_ones_own_file() {
    let statement = read("Date,Type,Client,Amount\n2026-01-05,Transfer from bank account,Acme,500\n");
    assert_eq!(payments(&statement), ["2026-01-05 Acme: 500.00, -"]);
}

/// `CET` in every row is a time zone.
#[test]
fn a_code_in_every_row_is_no_client() {
    let statement = read("Datum,Tijdzone,Naam,Bruto\n2026-01-05,CET,Acme,500\n2026-01-06,CET,Berta,80\n");
    assert_eq!(payments(&statement), ["2026-01-05 Acme: 500.00, -", "2026-01-06 Berta: 80.00, -"]);
    let nobody = read("Datum,Tijdzone,Bruto\n2026-01-05,CET,500\n2026-01-06,CET,80\n");
    assert_eq!(payments(&nobody), ["2026-01-05 -: 500.00, -", "2026-01-06 -: 80.00, -"]);
}

/// Dates that contradict each other are asked about.
#[test]
fn days_and_months_that_contradict_each_other_decide_nothing() {
    let statement = read("Date,Client,Amount\n13/02/2026,Acme,500\n02/14/2026,Acme,80\n03/04/2026,Acme,90\n");
    assert!(!statement.order.1);
}

/// The same column can be chosen by hand.
#[test]
fn another_amount_column_has_its_own_currency() {
    let text =
        "Date,Client,Amount (USD),Amount (EUR)\n2026-01-05,Acme,1000.00,920.00\n2026-01-06,Berta,500.00,460.00\n";
    let found = read(text);
    assert_eq!((found.currency.code(), found.history()[0].billed()), ("USD", Money::from_minor(100_000)));
    let columns = found.head.columns.with(Column::Amount, Some(3));
    let usual = Usual { currency: Currency::USD, mark: DecimalMark::Point };
    let mut reading = Reading::new(Settings { columns: Some(columns), ..Settings::default() }, usual);
    assert!(reading.take(text));
    let chosen = reading.end();
    assert_eq!((chosen.currency.code(), chosen.history()[0].billed()), ("EUR", Money::from_minor(92_000)));
}

#[test]
fn a_refund_takes_back_one_payment() {
    let text = "Date,Client,Type,Amount,Status
2026-01-05,Acme,Payment,500,Refunded
2026-01-12,Acme,Payment,500,Refunded
2026-01-20,Acme,Refund,-500,Completed
";
    let statement = read(text);
    assert_eq!(payments(&statement), Vec::<String>::new(), "nothing is left of either");
    assert_eq!(reasons(&statement), [(3, Why::Status("Refunded".to_owned()))]);
}

#[test]
fn days_of_the_week_and_spaces_are_no_part_of_a_day() {
    let days = |text: &str| payments(&read(text));
    let french = "Date,Client,Amount\nlun. 12/01/2026,Acme,500\nmar. 13/01/2026,Acme,600\nmer. 14/01/2026,Acme,700\n";
    assert_eq!(
        days(french),
        ["2026-01-12 Acme: 500.00, -", "2026-01-13 Acme: 600.00, -", "2026-01-14 Acme: 700.00, -"]
    );
    let german = "Datum;Kunde;Betrag\n5. 3. 2026;Acme;500,00\n6. 3. 2026;Acme;600,00\n";
    assert_eq!(days(german), ["2026-03-05 Acme: 500.00, -", "2026-03-06 Acme: 600.00, -"]);
}

#[test]
fn a_heading_is_what_its_last_word_says() {
    let orders = read(
        "Order Date,Buyer,Order Total,Fiverr Fee,Order Status,Order Number\n2019-06-01,Acme,100.00,20.00,Completed,90011\n2019-06-02,Berta,50.00,10.00,Cancelled,90012\n",
    );
    assert_eq!(payments(&orders), ["2019-06-01 Acme: 100.00, 20.00"]);
    let cuts = "Date received,From client,Order total,Platform cut,Order number\n2025-01-05,Acme,100,10,901\n2025-01-06,Berta,200,20,902\n";
    assert_eq!(paid(cuts), ["Acme: 100.00, 10.00", "Berta: 200.00, 20.00"]);
    let gross = "Date,Client,Gross amount,Fee,Net amount,Total\n2025-01-05,Acme,100,10,90,90\n";
    assert_eq!(paid(gross), ["Acme: 100.00, 10.00"]);
    let due = "Due date,Paid date,Client,Amount\n2025-02-05,2025-01-07,Acme,100\n";
    assert_eq!(payments(&read(due)), ["2025-01-07 Acme: 100.00, -"]);
    for [fee, net] in [["Commissione", "Importo netto"], ["Comisiones", "Importe neto"], ["Taxa", "Valor líquido"]] {
        assert_eq!(
            paid(&format!("Data,Cliente,Valor,{fee},{net}\n2025-01-05,Acme,100,10,90\n")),
            ["Acme: 100.00, 10.00"]
        );
    }
}

/// An amount that is due has not been paid.
#[test]
fn an_amount_that_is_due_is_none_that_was_paid() {
    let invoices = "Invoice #,Client,Date,Amount due,Amount paid,Fee\n1,Acme,2025-06-01,0.00,1000.00,100.00\n2,Berta,2025-06-02,500.00,0.00,0.00\n3,Cat,2025-06-03,100.00,200.00,20.00\n";
    assert_eq!(paid(invoices), ["Acme: 1000.00, 100.00", "Cat: 200.00, 20.00"]);
    // It is all that this one has.
    assert_eq!(paid("Client,Date,Amount due,Status\nAcme,2025-06-01,100.00,Paid\n"), ["Acme: 100.00, -"]);
}

#[test]
fn a_bare_amount_has_the_currency_of_all_others() {
    let statement = read("Date,Client,Amount\n2025-06-01,Acme,€500\n2025-06-02,Berta,300\n2025-06-03,Acme,200 EUR\n");
    assert_eq!((statement.currency.code(), statement.payments.len(), statement.left_out.len()), ("EUR", 3, 0));
    // With two currencies, none is that of all others.
    let two = read("Date,Client,Amount\n2025-06-01,Acme,€500\n2025-06-02,Berta,300\n2025-06-03,Acme,£200\n");
    assert_eq!(two.currencies.len(), 3);
}

#[test]
fn a_currency_that_nobody_knows_is_no_dollar() {
    let statement =
        read("Date,Client,Amount,Currency\n2025-06-01,Acme,500,USD\n2025-06-02,Berta,300,Yen\n2025-06-03,Cat,200,kr\n");
    assert_eq!(payments(&statement), ["2025-06-01 Acme: 500.00, -"]);
    let unknown = |name: &str| Why::UnknownCurrency(name.to_owned());
    assert_eq!(reasons(&statement), [(3, unknown("Yen")), (4, unknown("kr"))]);
}

#[test]
fn lines_above_a_table_do_not_hide_its_separator() {
    let titled = "Earnings report\nAccount: Jane Doe\nFrom: 2025-01-01\nTo: 2025-12-31\n\nDate,Client,Amount,Fee\n2025-01-31,Acme,100.00,10.00\n2025-02-28,Berta,200.00,20.00\n";
    assert_eq!(paid(titled), ["Acme: 100.00, 10.00", "Berta: 200.00, 20.00"]);
    let ragged = "Date,Client,Description,Amount,Fee\n2025-01-01,Acme,Logo, draft,100.00,10.00\n2025-01-02,Acme,Site,200.00,20.00\n2025-01-03,Acme,Logo, two, three,50.00,5.00\n2025-01-04,Berta,Text,80.00,8.00\n2025-01-05,Berta,Text, more,60.00,6.00\n";
    assert_eq!(paid(ragged), ["Acme: 200.00, 20.00", "Berta: 80.00, 8.00"]);
    assert_eq!(reasons(&read(ragged)).len(), 3);
}

#[test]
fn a_status_of_money_that_may_go_back_is_not_paid() {
    let rows = ["Paid", "Chargeback", "Disputed", "Refund"].map(|status| format!("2025-01-01,Acme,100,{status}\n"));
    assert_eq!(paid(&format!("Date,Client,Amount,Status\n{}", rows.concat())), ["Acme: 100.00, -"]);
}

#[test]
fn a_bank_names_who_paid() {
    let sparkasse = "Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Kontonummer;BLZ;Betrag;Waehrung;Info
DE1;03.11.25;03.11.25;GUTSCHR. UEBERWEISUNG;RE 12;Acme GmbH;DE2;X;1.200,00;EUR;Umsatz gebucht
DE1;13.11.25;13.11.25;GUTSCHR. UEBERWEISUNG;RE 13;Berta;DE2;X;300,00;EUR;Umsatz gebucht
DE1;14.11.25;14.11.25;FOLGELASTSCHRIFT;Strom;Stadtwerke;DE3;X;-80,00;EUR;Umsatz gebucht
";
    assert_eq!(paid(sparkasse), ["Acme GmbH: 1200.00, -", "Berta: 300.00, -"]);
    // The reader's own account is no client, and a top-up that somebody paid is a payment.
    let revolut = "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
TOPUP,Current,2025-11-03 10:00:00,2025-11-03 10:00:00,Payment from Acme Ltd,500.00,0.00,GBP,COMPLETED,500
CARD_PAYMENT,Current,2025-11-04 10:00:00,2025-11-05 10:00:00,Tesco,-20.00,0.00,GBP,COMPLETED,480
TRANSFER,Current,2025-11-16 10:00:00,2025-11-16 10:00:00,From Berta,300.00,1.50,GBP,COMPLETED,778.5
TOPUP,Current,2025-11-17 10:00:00,2025-11-17 10:00:00,Top-up by *1234,50.00,0.00,GBP,COMPLETED,828.5
";
    assert_eq!(paid(revolut), ["Acme Ltd: 500.00, 0.00", "-: 300.00, 1.50"]);
}
