//! What do people do to files?

mod support;

use engine::amount::{Currency, Money, Rate};
use engine::fees::{PLATFORMS, Platform};
use engine::scenario::DecimalMark;
use support::{payments, read};
use take_home_books::{self as books, Reading, RowKind, Settings, Usual, Why};

#[test]
fn a_spreadsheet_of_ones_own() {
    let statement = read(
        "Date,Client,Amount,Fee\n2026-01-31,Acme,\"1,200.50\",120.05\n2026-02-01,acme ,80,8\n2026-02-03,Berta,75.00,\n",
    );
    assert_eq!(
        payments(&statement),
        ["2026-01-31 Acme: 1200.50, 120.05", "2026-02-01 Acme: 80.00, 8.00", "2026-02-03 Berta: 75.00, -"]
    );
    assert_eq!(statement.left_out, []);
}

#[test]
fn with_semicolons_and_decimal_commas() {
    let statement = read(
        "\u{feff}Datum;Kunde;Betrag;Währung\r\n31.01.2026;Müller & Söhne;1.200,50;EUR\r\n01.02.2026;\"Acme; Inc.\";80,00;EUR\r\n",
    );
    assert_eq!(payments(&statement), ["2026-01-31 Müller & Söhne: 1200.50, -", "2026-02-01 Acme; Inc.: 80.00, -"]);
    assert_eq!((statement.currency.code(), statement.head.mark), ("EUR", DecimalMark::Comma));
}

#[test]
fn cells_from_a_spreadsheet() {
    let statement = read("31/01/2026\tAcme\t$1,200.50\n01/02/2026\tBerta\t$80\n02/02/2026\tAcme\t$75");
    assert_eq!(
        payments(&statement),
        ["2026-01-31 Acme: 1200.50, -", "2026-02-01 Berta: 80.00, -", "2026-02-02 Acme: 75.00, -"]
    );
    // A column of amounts.
    assert_eq!(payments(&read("1,200.50\n80\n75")), ["- -: 1200.50, -", "- -: 80.00, -", "- -: 75.00, -"]);
}

#[test]
fn an_amount_that_nobody_quoted_is_left_out_rather_than_read_wrong() {
    let statement = read(
        "Date,Amount,Client\n2026-01-31,80,Acme\n2026-02-01,1,200.50,Acme\n2026-02-02,n/a,Acme\n2026-13-02,80,Acme\n2026-02-03,80.005,Acme\n2026-02-04,,Acme\n",
    );
    assert_eq!(payments(&statement), ["2026-01-31 Acme: 80.00, -"]);
    let why: Vec<(u32, &Why)> = statement.left_out.iter().map(|left| (left.line, &left.why)).collect();
    assert_eq!(
        why,
        [
            (3, &Why::Cells { found: 4, expected: 3 }),
            (4, &Why::Amount("n/a".to_owned())),
            (5, &Why::Day("2026-13-02".to_owned())),
            (6, &Why::Finer("80.005".to_owned())),
            (7, &Why::NoAmount),
        ]
    );
}

/// Four payments of a trillion dollars each fit. With a fifth, what was billed might not, if a ten-thousandth arrived.
#[test]
fn sums_stay_within_their_bounds() {
    let rows = |amount: &str| format!("Amount\n{}", format!("{amount}\n").repeat(100_000));
    let beyond = read(&rows("1000000000000.01"));
    assert!(beyond.left_out.iter().all(|left| matches!(left.why, Why::TooLarge(_))) && beyond.payments.is_empty());
    let statement = read(&rows("1000000000000"));
    assert_eq!((statement.payments.len(), statement.left_out.len()), (4, 99_996));
    assert_eq!(statement.left_out[0].why, Why::SumTooLarge);
    assert_eq!(statement.payments.iter().map(|paid| paid.gross).sum::<Money>(), Money::from_minor(4 * 10_i64.pow(14)));
}

#[test]
fn fees_and_refunds_in_rows_of_their_own() {
    let statement = read(
        "Date,Type,Client,Amount\n2026-01-01,Payment,Acme,500\n2026-01-01,Service fee,Acme,-50\n2026-01-02,Payment,Berta,300\n2026-01-02,Service fee,Berta,-30\n2026-01-05,Refund,Berta,-100\n2026-01-05,Fee refund,Berta,10\n2026-01-06,Withdrawal,,-600\n2026-01-06,Withdrawal fee,,-2\n2026-01-07,Membership,,-20\n",
    );
    assert_eq!(payments(&statement), ["2026-01-01 Acme: 500.00, 50.00", "2026-01-02 Berta: 200.00, 20.00"]);
    let minor = |amount: Money| amount.minor();
    let sums = statement.sums;
    assert_eq!([sums.withdrawn, sums.withdrawal_fees, sums.spent, sums.loose_fees].map(minor), [60_000, 200, 2_000, 0]);
    assert_eq!(statement.entries[1].kind, RowKind::Fee);
}

#[test]
fn a_file_that_breaks_off_says_where() {
    let statement = read("Date,Client,Amount\n2026-01-01,Acme,500\n2026-01-02,\"Berta,300\n2026-01-03,Acme,200\n");
    assert_eq!(payments(&statement), ["2026-01-01 Acme: 500.00, -"]);
    assert_eq!(statement.broken, Some(books::Broken::Unclosed(3)));
    assert_eq!((read("").payments.len(), read("\n\n").payments.len(), read("hello").payments.len()), (0, 0, 0));
}

#[test]
fn in_ones_own_file_the_work_may_be_called_anything() {
    let projects = [
        "Logo",
        "Membership site redesign",
        "Refund policy page",
        "Tax calculator app",
        "Currency exchange UI",
        "Upgrade WordPress",
        "Bid management tool",
        "Payout dashboard",
        "Withdraw form fix",
        "Cancelled flights tracker",
        "Escrow explainer video",
        "Fee table",
    ];
    let row = |(day, project): (u32, &&str)| format!("2026-01-{day:02},Acme,{project},100.00,10.00\n");
    let rows: String = (1..).zip(&projects).map(row).collect();
    let statement = read(&format!("Date,Client,Project,Amount,Fee\n{rows}"));
    assert_eq!((statement.payments.len(), &statement.left_out[..]), (12, &[][..]));
    assert!(statement.payments.iter().all(|paid| paid.taken == Some(Money::from_minor(1_000))));
    // A retainer.
    let retainer =
        read("Date,Client,Type,Amount\n2026-01-01,Acme,Subscription,500\n2026-02-01,Acme,Subscription,500\n");
    assert_eq!(payments(&retainer), ["2026-01-01 Acme: 500.00, -", "2026-02-01 Acme: 500.00, -"]);
    // Money that goes out is still what its row says.
    let out =
        read("Date,Client,Description,Amount\n2026-01-01,Acme,Logo,500\n2026-01-02,Acme,Refund of the logo,-100\n");
    assert_eq!(payments(&out), ["2026-01-01 Acme: 400.00, -"]);
}

#[test]
fn sums_and_words_are_no_amounts() {
    let statement = read(
        "Client,Amount,Fee\nAcme,100.00,10.00\nBerta,200.00,20.00\nCarl,see 3,\nDora,20 hours,\nEmil,50%,\nFay,TBD 5,\nTotal,300.00,30.00\n",
    );
    assert_eq!(payments(&statement), ["- Acme: 100.00, 10.00", "- Berta: 200.00, 20.00"]);
    let why: Vec<(u32, &Why)> = statement.left_out.iter().map(|left| (left.line, &left.why)).collect();
    let amount = |text: &str| Why::Amount(text.to_owned());
    let expected = [amount("see 3"), amount("20 hours"), amount("50%"), amount("TBD 5"), Why::Total];
    assert_eq!(why, (4..).zip(&expected).collect::<Vec<_>>());
    // Units of money are none of these.
    let units = read(
        "Client,Amount\nAcme,USD 1\nAcme,2 usd\nAcme,US$3\nAcme,4 kr\nAcme,5 Euro\nAcme,Rs. 6\nAcme,7 FCFA\nAcme,8 บาท\n",
    );
    assert_eq!(units.payments.len(), 8, "{:?}", units.left_out);
}

#[test]
fn a_title_above_the_headings_is_none() {
    for title in ["Currency: USD", "Earnings 2025", "Project overview 2025", "Account statement\nName: Jane Doe"] {
        let statement =
            read(&format!("{title}\n\nDate,Client,Amount,Fee\n2026-01-31,Acme,100,10\n2026-02-01,Berta,50,5\n"));
        assert_eq!(
            payments(&statement),
            ["2026-01-31 Acme: 100.00, 10.00", "2026-02-01 Berta: 50.00, 5.00"],
            "{title}: {:?}",
            statement.left_out
        );
    }
}

#[test]
fn amounts_are_read_as_most_of_the_whole_file_are_written() {
    // The first number that decides comes after the beginning, in which none does.
    let thousands = "2026-01-05;Acme;1.200\n".repeat(400);
    let statement = read(&format!("Date;Client;Amount\n{thousands}2026-02-01;Berta;80,50\n2026-02-02;Acme;2.000\n"));
    assert_eq!((statement.head.mark, statement.head.is_mark_sure), (DecimalMark::Comma, true));
    let paid = payments(&statement);
    assert_eq!(paid.first().map(String::as_str), Some("2026-01-05 Acme: 1200.00, -"));
    assert_eq!(paid[400..], ["2026-02-01 Berta: 80.50, -", "2026-02-02 Acme: 2000.00, -"]);
    assert_eq!(statement.entries.iter().map(|entry| entry.line).collect::<Vec<_>>(), (2..404).collect::<Vec<u32>>());
    // 1.2 yen are none; 1,200 are.
    let statement = read(&format!("Date;Client;Amount JPY\n{thousands}2026-02-01;Berta;1.200.000\n"));
    assert_eq!((payments(&statement).len(), statement.left_out.len()), (401, 0));
    // Nothing decides: numbers are read as the calculator's are written, and the page says so.
    let statement = read(&format!("Date;Client;Amount\n{thousands}"));
    assert_eq!((statement.head.is_mark_sure, statement.unclear), (false, 400));
    assert_eq!(payments(&statement)[0], "2026-01-05 Acme: 1.20, -");
}

#[test]
fn lines_may_end_with_a_return() {
    let statement = read("Date,Client,Amount\r2026-01-31,Acme,80\r2026-02-01,Berta,x\r");
    assert_eq!(payments(&statement), ["2026-01-31 Acme: 80.00, -"]);
    assert_eq!(statement.left_out[0].line, 3);
}

#[test]
fn what_was_billed_follows_from_what_arrived() {
    let file = "Date,Type,Client,Net\n2026-01-31,Work,Acme,90.00\n2026-02-01,Refund,Acme,-45.00\n2026-02-02,Work,Berta,180.00\n";
    let of = |platform: Option<&'static Platform>| {
        let usual = Usual { currency: Currency::USD, mark: DecimalMark::Point };
        let mut reading = Reading::new(Settings { platform, ..Settings::default() }, usual);
        assert!(reading.take(file));
        reading.end()
    };
    // Freelancer.com takes 10%, at least 5 dollars: 100 − 10, 200 − 20; 50 − 5 given back.
    let freelancer = PLATFORMS.iter().find(|platform| platform.name == "Freelancer.com");
    let statement = of(freelancer);
    assert_eq!(payments(&statement), ["2026-01-31 Acme: 50.00, -", "2026-02-02 Berta: 200.00, -"]);
    assert_eq!(statement.worked_out, freelancer);
    // The reader's 10% of what Upwork leaves open; 20% to 500, 10% to 10,000 of all that the client paid: 944.44 − 144.44, and
    // 1,000 − 100 after that.
    let upwork = PLATFORMS.iter().find(|platform| platform.name == "Upwork");
    let settings = Settings { platform: upwork, rate: Rate::from_percent(10.into()).unwrap(), ..Settings::default() };
    let under = |file: &str| {
        let mut reading = Reading::new(settings, Usual { currency: Currency::USD, mark: DecimalMark::Point });
        assert!(reading.take(file));
        payments(&reading.end())
    };
    assert_eq!(under("Date,Client,Net\n2026-01-31,Acme,90.00\n"), ["2026-01-31 Acme: 100.00, -"]);
    let two = "Date,Client,Net\n2020-01-31,Acme,800.00\n2020-02-01,Acme,900.00\n";
    assert_eq!(under(two), ["2020-01-31 Acme: 944.44, -", "2020-02-01 Acme: 1000.00, -"]);
    // Each payment without a name counts as a different client's: 1,055.56 − 155.56.
    let nameless = two.replace("Acme", "");
    assert_eq!(under(&nameless), ["2020-01-31 -: 944.44, -", "2020-02-01 -: 1055.56, -"]);
    // A fee that jumps: 25 less 1 leaves as much as 26 less 2, and is the least.
    let jumps = PLATFORMS.iter().find(|platform| platform.name == "GameWisp");
    let settings = Settings { platform: jumps, ..Settings::default() };
    let mut reading = Reading::new(settings, Usual { currency: Currency::USD, mark: DecimalMark::Point });
    assert!(reading.take("Client,Net\nAcme,24.00\nBerta,24.01\n"));
    assert_eq!(payments(&reading.end()), ["- Acme: 25.00, -", "- Berta: 26.01, -"]);
    // Without a platform, it counts as it is.
    let statement = of(None);
    assert_eq!(payments(&statement), ["2026-01-31 Acme: 45.00, -", "2026-02-02 Berta: 180.00, -"]);
    assert_eq!((statement.worked_out, statement.not_worked_out), (None, 2));
    // With a fee beside it, the billed amount is known.
    let statement = read("Date,Client,Fee,Net\n2026-01-31,Acme,10.00,90.00\n");
    assert_eq!(
        (payments(&statement), statement.not_worked_out),
        (vec!["2026-01-31 Acme: 100.00, 10.00".to_owned()], 0)
    );
}

#[test]
fn headings_that_nobody_knows_may_have_numbers() {
    assert_eq!(payments(&read("When,Who,Pay 1\n2026-01-31,Acme,80.00\n")), ["2026-01-31 Acme: 80.00, -"]);
}

/// A fee, the rest of an amount, or the hours behind it: none of them is what a client paid.
#[test]
fn without_headings_the_amount_is_what_the_others_are_part_of() {
    let amounts = |rows: &[&str]| -> Vec<String> {
        let text: Vec<String> = rows
            .iter()
            .enumerate()
            .map(|(row, cells)| format!("2024-01-{:02}\tclient {row}\t{}", row + 5, cells.replace(' ', "\t")))
            .collect();
        let paid = payments(&read(&text.join("\n")));
        paid.iter().filter_map(|payment| Some(payment.split_once(": ")?.1.to_owned())).collect()
    };
    let two = ["1000.00, -", "250.00, -"];
    assert_eq!(amounts(&["1000 100", "250 25"]), two, "amount and fee");
    assert_eq!(amounts(&["100 1000", "25 250"]), two, "fee and amount");
    assert_eq!(amounts(&["1000 900", "250 225"]), two, "amount and net");
    assert_eq!(amounts(&["1000 200 800", "250 50 200"]), two, "all three");
    // A fee of 20% to 500 and 10% above that is no share.
    assert_eq!(amounts(&["1000 150 850", "250 50 200"]), two, "a fee with tiers");
    assert_eq!(amounts(&["1000 150 850"]), ["1000.00, -"], "a row alone");
    assert_eq!(amounts(&["1000 20", "250 5"]), two, "amount and hours");
    assert_eq!(amounts(&["333 33", "66 7", "1005 101"]), ["333.00, -", "66.00, -", "1005.00, -"], "a rounded fee");
    assert_eq!(amounts(&["1001 500", "1002 500", "1003 500"]), ["500.00, -"; 3], "invoice and one price");
    // Numbers of invoices are larger, and no amount.
    assert_eq!(amounts(&["2001 1000", "2002 250"]), two, "invoice and amount");
    assert_eq!(amounts(&["1 1000", "2 250"]), two, "row and amount");
}

fn billed(text: &str) -> Vec<String> {
    let paid = payments(&read(text));
    paid.iter().filter_map(|payment| Some(payment.split_once(": ")?.1.to_owned())).collect()
}

#[test]
fn income_is_beside_expenses_and_balances() {
    let two = ["1000.00, -", "500.00, -"];
    assert_eq!(
        billed("Date,Description,Income,Expense\n2026-01-05,Logo,1000,\n2026-01-06,Adobe,,53\n2026-01-14,Site,500,\n"),
        two
    );
    let balance = "Date,Description,Income,Expense,Balance\n2026-01-05,Logo,1000,,1000\n2026-01-06,Adobe,,53,947\n2026-01-14,Site,500,,1447\n";
    assert_eq!(billed(balance), two);
    assert_eq!(billed("Date,Client,Revenue,Rating\n2026-01-05,Acme,1000,5\n2026-01-14,Berta,500,4\n"), two);
    assert_eq!(billed("Date,Client,Payment,Invoice\n2026-01-05,Acme,1000,101\n2026-01-14,Berta,500,102\n"), two);
    assert_eq!(billed("Quarter,Client,Takings\nQ1,Acme,1000\nQ2,Berta,500\n"), two);
    assert_eq!(
        billed("Invoice,Date,Client,Takings\nINV-101,2026-01-05,Acme,1000\nINV-102,2026-01-14,Berta,500\n"),
        two
    );
}

#[test]
fn a_fee_is_found_by_how_its_heading_ends() {
    for fee in
        ["Upwork fee", "Upwork commission", "Marketplace fee", "Plattformgebühr", "Provision", "Platform fee (20%)"]
    {
        let text = format!("Date,Client,Amount,{fee},Net\n2026-01-05,Acme,1000,150,850\n2026-01-14,Berta,500,75,425\n");
        assert_eq!(billed(&text), ["1000.00, 150.00", "500.00, 75.00"], "{fee}");
    }
    // The difference between both is the fee.
    assert_eq!(billed("Date,Client,Gross,Net\n2026-01-05,Acme,1000,850\n"), ["1000.00, 150.00"]);
    // A tax is no fee, and net is what it is added to.
    assert_eq!(billed("Date,Client,Gross,VAT,Net\n2026-01-05,Acme,1200,200,1000\n"), ["1200.00, -"]);
    assert_eq!(billed("Date,Client,Net,VAT\n2026-01-05,Acme,1000.00,200.00\n"), ["1000.00, -"]);
    assert_eq!(billed("Date,Client,Amount,Fee %\n2026-01-05,Acme,1000.00,20\n"), ["1000.00, -"]);
}

#[test]
fn a_line_is_billed_as_a_whole() {
    let lines = "2026-01-05;Acme;10;50,00 €;500,00 €\n2026-01-14;Berta;4;60,00 €;240,00 €\n";
    for headings in [
        "Datum;Kunde;Menge;Preis;Gesamtpreis",
        "Datum;Kunde;Menge;Einzelpreis;Gesamt",
        "Date;Client;Quantity;Price;Line total",
        "Date;Client;Units;Price per unit;Value",
    ] {
        assert_eq!(billed(&format!("{headings}\n{lines}")), ["500.00, -", "240.00, -"], "{headings}");
    }
}

#[test]
fn what_nobody_has_paid_is_no_payment() {
    for heading in ["Status", "Payment status", "Invoice status", "Paid/Unpaid", "Zahlungsstatus"] {
        let text = format!(
            "Date,Client,Amount,{heading}\n2026-01-05,Acme,100,Paid\n2026-01-06,B,200,Unpaid\n2026-01-07,C,300,Pending\n"
        );
        assert_eq!(billed(&text), ["100.00, -"], "{heading}");
    }
    for paid in ["Paid", "Paid?"] {
        let text =
            format!("Date,Client,Amount,{paid}\n2026-01-05,Acme,100,Yes\n2026-01-06,B,200,No\n2026-01-07,C,300,N\n");
        assert_eq!(billed(&text), ["100.00, -"], "{paid}");
    }
    for status in [
        "Late",
        "Invoiced",
        "To be paid",
        "Written off",
        "Waiting",
        "Impayée",
        "Non payée",
        "À payer",
        "En retard",
        "Impagada",
        "Sin pagar",
        "Vencida",
        "Borrador",
        "Da pagare",
        "Scaduta",
        "Bozza",
        "Não pago",
        "Em aberto",
        "Atrasado",
        "fällig",
        "gemahnt",
        "noch nicht bezahlt",
    ] {
        let text = format!("Date,Client,Amount,Status\n2026-01-05,Acme,100,Paid\n2026-01-06,B,200,{status}\n");
        assert_eq!(billed(&text), ["100.00, -"], "{status}");
    }
    for status in ["Paid", "Bezahlt", "Payée", "Pagado", "Pago", "Note: early", "Completed"] {
        assert_eq!(
            billed(&format!("Date,Client,Amount,Status\n2026-01-05,Acme,100,{status}\n")),
            ["100.00, -"],
            "{status}"
        );
    }
}

#[test]
fn sums_and_balances_are_no_payments() {
    let text = "Date,Client,Amount\n2026-01-05,Acme,500\n2026-01-06,Total Design,300\n2026-01-31,Subtotal January,800\n2026-02-05,Berta,100\n2026-02-28,Total February,100\n,Total Q1,900\n,Total year,900\n2026-03-01,Closing balance,900\n";
    assert_eq!(billed(text), ["500.00, -", "300.00, -", "100.00, -"]);
}

#[test]
fn a_dash_stands_for_no_cents() {
    let text = "Datum;Kunde;Betrag\n01.02.2026;Acme;CHF 1'200.50\n05.02.2026;Acme;CHF 80.-\n06.02.2026;Acme;CHF 1'200.–\n07.02.2026;Acme;CHF 500.--\n";
    assert_eq!(billed(text), ["1200.50, -", "80.00, -", "1200.00, -", "500.00, -"]);
    assert_eq!(
        billed("Date,Client,Amount\n2026-01-05,Acme,500/-\n2026-01-06,Acme,\"1,20,000/-\"\n"),
        ["500.00, -", "120000.00, -"]
    );
}

#[test]
fn amounts_are_in_the_currency_of_their_sign() {
    for (amounts, code) in [
        (["\"¥120,000\"", "¥80500"], "JPY"),
        (["₩120000", "₩80500"], "KRW"),
        (["₺120.50", "₺80.50"], "TRY"),
        (["₦500", "₦200"], "NGN"),
        (["120.50 TL", "80.50 TL"], "TRY"),
        (["80500円", "120000円"], "JPY"),
    ] {
        let statement =
            read(&format!("Date,Client,Amount\n2026-01-05,Acme,{}\n2026-01-06,Berta,{}\n", amounts[0], amounts[1]));
        assert_eq!((statement.currency.code(), statement.payments.len()), (code, 2), "{code}");
    }
}

/// A word of money is followed by others in headings of something else.
#[test]
fn headings_that_only_begin_like_amounts_are_none() {
    let bank = "Transaction Date,Description,Value Date,Debit,Credit,Balance\n2026-01-05,Acme,2026-01-06,,1000.00,1000.00\n2026-01-07,Shop,2026-01-07,80.00,,920.00\n";
    assert_eq!(billed(bank), ["1000.00, -"]);
    for beside in [
        "Payment date,2026-01-09",
        "Payment method,Card",
        "Sales rep,Jane",
        "Expense category,Travel",
        "Sales tax,80",
        "Payout date,2026-01-09",
        "Net terms,30",
    ] {
        let (heading, cell) = beside.split_once(',').expect("a heading and a cell");
        for amount in ["Amount", "Invoice total"] {
            assert_eq!(
                billed(&format!("Date,Client,{amount},{heading}\n2026-01-05,Acme,1000,{cell}\n")),
                ["1000.00, -"],
                "{heading}"
            );
        }
    }
    assert_eq!(billed("Date,Client,Amount (USD),Amount received (EUR)\n2026-01-05,Acme,1000,920\n"), ["1000.00, -"]);
    assert_eq!(billed("Date,Client,Gross,Net,VAT number\n2026-01-05,Acme,1000,850,123456\n"), ["1000.00, 150.00"]);
    for fee in ["Consulting fee", "Design fee", "Kursgebühr", "Coffee"] {
        assert_eq!(billed(&format!("Date,Client,{fee}\n2026-01-05,Acme,1000.00\n")), ["1000.00, -"], "{fee}");
    }
    assert_eq!(billed("Date,Client,Invoice\n2026-01-05,Acme,1000.00\n"), ["1000.00, -"]);
    assert_eq!(billed("Date,Client,Paid\n2026-01-05,Acme,1000\n2026-01-06,Berta,pending\n"), ["1000.00, -"]);
}

/// A status of what was paid has many names, and some begin like one of what was not.
#[test]
fn what_was_paid_or_given_back_counts() {
    for status in ["N/A", "Non-recurring", "None", "Note: early", "Invoiced and paid", "\"Late, paid\""] {
        assert_eq!(
            billed(&format!("Date,Client,Amount,Status\n2026-01-05,Acme,100,{status}\n")),
            ["100.00, -"],
            "{status}"
        );
    }
    assert_eq!(
        billed("Date,Client,Amount,Status\n2026-01-05,Acme,1000,Paid\n2026-01-09,Acme,-200,Refunded\n"),
        ["800.00, -"]
    );
    let clients = ["Total Marketing", "Total Decor", "Total Janitorial", "Total Setup", "Summary Ltd"];
    let rows = clients.map(|client| format!("2026-01-05,{client},100\n"));
    assert_eq!(billed(&format!("Date,Client,Amount\n{}", rows.concat())), ["100.00, -"; 5]);
}

#[test]
fn yuan_and_yen_have_one_sign() {
    let code =
        |amount: &str| read(&format!("Date,Client,Amount\n2026-01-05,Acme,{amount}\n")).currency.code().to_owned();
    assert_eq!([code("\"¥1,200.50\""), code("¥1200")], ["CNY", "JPY"]);
}

/// Contracts that were at 5% stayed there until the end of 2023, under whichever fee others were.
#[test]
fn a_lower_fee_that_was_kept_is_right() {
    let upwork = PLATFORMS.iter().find(|platform| platform.name == "Upwork").unwrap();
    let fee = |day: &str, fee: &str| {
        let statement = read(&format!("Date,Client,Amount,Fee\n2022-01-05,Acme,12000,1150\n{day},Acme,1000,{fee}\n"));
        let found = books::check(&statement.history(), &|_| true, Some(upwork), statement.currency, Rate::ZERO);
        found.differences.iter().map(|difference| difference.expected.minor()).collect::<Vec<_>>()
    };
    // 100 + 950 + 100 = 1,150 of the first 12,000; then 5% of 1,000, or 10% of it.
    assert_eq!(fee("2023-06-05", "50"), []);
    assert_eq!(fee("2023-12-31", "50"), []);
    assert_eq!(fee("2023-06-05", "50.01"), [], "a unit more is rounding");
    assert_eq!(fee("2023-06-05", "100"), []);
    assert_eq!(fee("2024-01-01", "50"), [10_000]);
    assert_eq!(fee("2023-06-05", "200"), [10_000], "a higher one was not kept");
}
