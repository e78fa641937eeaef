//! How is a fee written as a line of text?

use std::fmt;

use crate::amount::written;
use crate::{Adjustment, Applies, Basis, Charge, Fee, Limit, TierRate};

impl Basis {
    /// The word for it in the notation.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Client => "client",
            Basis::Contract => "contract",
            Basis::Payment => "payment",
            Basis::Month => "month",
            Basis::Account => "account",
        }
    }
}

impl fmt::Display for TierRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TierRate::Set(rate) => write!(f, "{}%", rate.percent()),
            TierRate::Open { least, most } => write!(f, "{}%..{}%", least.percent(), most.percent()),
        }
    }
}

impl fmt::Display for Charge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.whole {
            f.write_str("whole ")?;
        }
        for tier in self.tiers.iter() {
            write!(f, "{}", tier.rate)?;
            for adjustment in tier.adjustments.iter() {
                let sign = match adjustment {
                    Adjustment::Plus(_) => "+",
                    Adjustment::AtLeast(_) => "at least",
                    Adjustment::AtMost(_) => "at most",
                };
                write!(f, " {sign} {}", written(adjustment.amount()))?;
            }
            if tier.up_to == Some(Limit::FIRST_JOB) {
                f.write_str(" for the first job, ")?;
            } else if let Some(limit) = tier.up_to {
                let to = if limit.excluded { "under" } else { "to" };
                write!(f, " {to} {}, ", written(limit.amount))?;
            }
        }
        if self.basis != Basis::Payment {
            write!(f, " per {}", self.basis.name())?;
        }
        match self.tax {
            Some(tax) => write!(f, " plus {}% tax", tax.percent()),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Fee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, case) in self.cases().iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            match &case.applies {
                Applies::Always => {}
                Applies::Status(name) => write!(f, "{name}: ")?,
                Applies::FirstMonths(1) => f.write_str("first 1 month: ")?,
                Applies::FirstMonths(months) => write!(f, "first {months} months: ")?,
                Applies::Later => f.write_str("later: ")?,
            }
            write!(f, "{}", case.charge)?;
            for charge in case.then.iter() {
                write!(f, " then {charge}")?;
            }
        }
        Ok(())
    }
}
