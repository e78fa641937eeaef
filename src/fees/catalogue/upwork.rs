//! Upwork: the freelancer service fee.

use time::macros::date;

use super::{Platform, Schedule};
use crate::amount::Currency;
use crate::fees::Source;

pub(super) const UPWORK: Platform = Platform {
    name: "Upwork",
    schedules: &[
        // Counted on everything billed to one client company over time, whatever the kind of contract. A limit belongs
        // to the tier below it: 500.00 is all at 20 %.
        Schedule {
            id: "upwork-2016",
            fee: "20% to 500, 10% to 10000, 5% per client",
            currency: Currency::USD,
            from: date!(2016 - 06 - 21),
            source: Source {
                title: "Freelancer Service Fees",
                url: "https://support.upwork.com/hc/en-us/articles/211062538-Freelancer-Service-Fees",
                read: date!(2026 - 11 - 22),
            },
        },
        Schedule {
            id: "upwork-2023",
            fee: "10%",
            currency: Currency::USD,
            from: date!(2023 - 05 - 03),
            source: Source {
                title: "Freelancer Service Fees",
                url: "https://support.upwork.com/hc/en-us/articles/211062538-Freelancer-Service-Fees",
                read: date!(2026 - 11 - 22),
            },
        },
        // One rate for each contract, shown before a proposal is sent and fixed from then on. How it is set is not
        // published.
        Schedule {
            id: "upwork-2025",
            fee: "0%..15% per contract",
            currency: Currency::USD,
            from: date!(2025 - 05 - 01),
            source: Source {
                title: "Learn about the Freelancer Service Fee",
                url: "https://support.upwork.com/hc/en-us/articles/211062538-Learn-about-the-Freelancer-Service-Fee",
                read: date!(2026 - 11 - 22),
            },
        },
    ],
};
