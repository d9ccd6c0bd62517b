use std::{
    cell::Cell,
    io::{self, Write as _},
};

/// What a figure should come to.
#[derive(Clone, Copy)]
pub enum Aim {
    AtLeast(f64),
    Below(f64),
    /// Nothing is asked: it is there to be known.
    None,
}

/// Prints figures as they come, and counts those that miss their aim.
pub struct Report {
    aims: Cell<usize>,
    missed: Cell<usize>,
}

impl Report {
    pub const fn new() -> Self {
        Self { aims: Cell::new(0), missed: Cell::new(0) }
    }

    pub fn say(&self, line: &str) {
        let _ = writeln!(io::stdout(), "{line}");
    }

    /// A line about `figure`, which is held against the aim; `unit` is written behind the aim's own.
    pub fn figure(&self, line: &str, figure: f64, aim: Aim, unit: &str) {
        let (met, aim) = match aim {
            Aim::AtLeast(least) => (figure >= least, format!("≥ {least:.2}")),
            Aim::Below(most) => (figure < most, format!("< {most:.0}")),
            Aim::None => return self.say(line),
        };
        self.aims.set(self.aims.get() + 1);
        self.missed.set(self.missed.get() + usize::from(!met));
        self.say(&format!("{line} (aim {aim}{unit}) {}", if met { "ok" } else { "BELOW" }));
    }

    pub fn close(&self) {
        let (aims, missed) = (self.aims.get(), self.missed.get());
        self.say(&format!("{} of {aims} aims met", aims - missed));
    }
}

/// The middle of what was measured; of an even number, the lower of the two in the middle.
pub fn median(mut measured: Vec<f64>) -> f64 {
    measured.sort_by(f64::total_cmp);
    measured.get(measured.len().saturating_sub(1) / 2).copied().unwrap_or(f64::NAN)
}

/// The value that 99 of 100 don't pass.
pub fn p99(mut measured: Vec<f64>) -> f64 {
    measured.sort_by(f64::total_cmp);
    let at = (measured.len() * 99).div_ceil(100).saturating_sub(1);
    measured.get(at).copied().unwrap_or(f64::NAN)
}

/// A whole number in groups of three: `5 321`.
pub fn grouped(figure: f64) -> String {
    let digits = format!("{figure:.0}");
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}
