use super::list::{Kind, OFF, ON, SchoolOption};
use crate::guardians::{Email, EmailRefusal};

/// What somebody chose for an option, as the form brings it.
#[derive(Clone, Debug)]
pub struct Answer {
    pub option: &'static SchoolOption,
    pub typed: String,
    /// What the form showed before: an answer that is the same changes nothing, whatever somebody else
    /// saved meanwhile.
    pub shown: String,
}

/// Why a value isn't taken. Each is one sentence in `options.ftl`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Neither on nor off.
    Switch,
    /// Not a whole number within the bounds.
    Number {
        least: i64,
        most: i64,
    },
    /// The district sets the longest life of a code.
    AboveDistrict {
        most: i64,
    },
    /// More characters than fit, or some that can't be shown.
    Line {
        longest: usize,
    },
    Address(EmailRefusal),
}

impl Refusal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Switch => "options-error-switch",
            Self::Number { .. } => "options-error-number",
            Self::AboveDistrict { .. } => "options-error-district",
            Self::Line { .. } => "options-error-line",
            Self::Address(EmailRefusal::TooLong) => "options-error-address-long",
            Self::Address(_) => "options-error-address",
        }
    }
}

/// Reads an answer: the value as it is kept. `longest_code_life` is the district's, in days.
/// # Errors
/// [`Refusal`].
pub fn check(option: &SchoolOption, typed: &str, longest_code_life: i64) -> Result<String, Refusal> {
    let typed = typed.trim();
    match option.kind {
        Kind::Switch if typed == ON || typed == OFF => Ok(typed.to_owned()),
        Kind::Switch => Err(Refusal::Switch),
        Kind::Number { least, most, .. } => {
            let number = whole_number(typed);
            let of_district = option.name == "code-life-days" && longest_code_life < most;
            let most = if of_district { longest_code_life } else { most };
            if of_district && number.is_some_and(|days| days > most) {
                return Err(Refusal::AboveDistrict { most });
            }
            let number = number.filter(|number| (least..=most).contains(number));
            number.map(|number| number.to_string()).ok_or(Refusal::Number { least, most })
        }
        Kind::Line { longest } => {
            let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            let fits = line.chars().count() <= longest && !line.chars().any(char::is_control);
            if fits { Ok(line) } else { Err(Refusal::Line { longest }) }
        }
        Kind::Address if typed.is_empty() => Ok(String::new()),
        Kind::Address => Email::parse(typed).map(|email| email.as_str().to_owned()).map_err(Refusal::Address),
    }
}

/// A number in plain figures, with or without blanks between thousands.
fn whole_number(typed: &str) -> Option<i64> {
    let figures: String = typed.chars().filter(|symbol| !symbol.is_whitespace()).collect();
    let plain = (1..=9).contains(&figures.len()) && figures.bytes().all(|byte| byte.is_ascii_digit());
    figures.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::list;

    #[test]
    fn values_are_taken_or_refused() {
        let (days, codes) = (Refusal::Number { least: 1, most: 180 }, Refusal::Number { least: 1, most: 10 });
        for (name, typed, answer) in [
            ("student-invitations", "off", Ok("off")),
            ("student-invitations", "", Err(Refusal::Switch)),
            ("student-invitations", "maybe", Err(Refusal::Switch)),
            ("code-life-days", " 90 ", Ok("90")),
            ("code-life-days", "007", Ok("7")),
            ("code-life-days", "0", Err(days)),
            ("code-life-days", "-1", Err(days)),
            ("code-life-days", "1.5", Err(days)),
            ("code-life-days", "９", Err(days)),
            ("code-life-days", "99999999999999999999", Err(days)),
            ("code-life-days", "181", Err(Refusal::AboveDistrict { most: 180 })),
            ("code-life-days", "1000", Err(Refusal::AboveDistrict { most: 180 })),
            ("most-codes", "11", Err(codes)),
            ("mails-per-school", "20\u{202f}000", Ok("20000")),
            ("contact-name", "  Mme   Roy ", Ok("Mme Roy")),
            ("contact-name", "a\u{7}b", Err(Refusal::Line { longest: 120 })),
            ("contact-email", "", Ok("")),
            ("contact-email", "ecole@ex.org", Ok("ecole@ex.org")),
            ("contact-email", "a@b.org,c@d.org", Err(Refusal::Address(EmailRefusal::Malformed))),
        ] {
            let option = list::find(name).expect("an option");
            assert_eq!(check(option, typed, 180), answer.map(str::to_owned), "{name} {typed:?}");
        }
        let option = list::find("contact-phone").expect("an option");
        assert_eq!(check(option, &"1".repeat(41), 180), Err(Refusal::Line { longest: 40 }));
    }

    #[test]
    fn every_default_is_a_value_that_would_be_taken() {
        for option in list::OPTIONS {
            assert_eq!(check(option, option.default, 180).as_deref(), Ok(option.default), "{}", option.name);
        }
    }
}
