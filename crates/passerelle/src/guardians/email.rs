use std::fmt;

/// An e-mail address as people have one: a plain local part at a domain name. Everything that could
/// be a second recipient, a header or a comment is refused.
///
/// It is kept and mailed as typed (domain in its ASCII form, UTS #46), and compared without regard to
/// case by [`Email::key`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Email(String);

/// Why an address isn't taken. Each is one sentence in `guardians.ftl`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EmailRefusal {
    Empty,
    /// No « @ », or nothing behind it.
    NoDomain,
    /// Not an address, or more than one.
    Malformed,
    TooLong,
}

impl EmailRefusal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "guardians-email-empty",
            Self::NoDomain => "guardians-email-no-domain",
            Self::Malformed => "guardians-email-malformed",
            Self::TooLong => "guardians-email-too-long",
        }
    }
}

impl Email {
    /// Reads what a person typed. Blanks around it don't matter. At most 254 bytes (RFC 5321, section
    /// 4.5.3.1.3), 64 of them before the « @ ».
    /// # Errors
    /// [`EmailRefusal`].
    pub fn parse(typed: &str) -> Result<Self, EmailRefusal> {
        let typed = typed.trim_matches([' ', '\t', '\u{a0}', '\u{202f}', '\u{200b}', '\u{feff}']);
        if typed.is_empty() {
            return Err(EmailRefusal::Empty);
        }
        if typed.len() > 1024 {
            return Err(EmailRefusal::TooLong);
        }
        let (local, domain) = typed.split_once('@').ok_or(EmailRefusal::NoDomain)?;
        if domain.is_empty() {
            return Err(EmailRefusal::NoDomain);
        }
        let is_atom =
            |symbol: char| symbol.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(symbol);
        let dots_well = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
        if local.is_empty() || !local.chars().all(is_atom) || !dots_well {
            return Err(EmailRefusal::Malformed);
        }
        // Checked before IDNA maps full-width signs onto ASCII ones.
        if domain
            .chars()
            .any(|symbol| symbol.is_whitespace() || symbol.is_control() || ",;<>()@[]\\\":/".contains(symbol))
        {
            return Err(EmailRefusal::Malformed);
        }
        if local.len() > 64 || domain.len() > 254 {
            return Err(EmailRefusal::TooLong);
        }
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| EmailRefusal::Malformed)?;
        match domain.rsplit_once('.') {
            None => return Err(EmailRefusal::NoDomain),
            Some((_, top)) if top.is_empty() || top.bytes().all(|byte| byte.is_ascii_digit()) => {
                return Err(EmailRefusal::Malformed);
            }
            Some(_) => {}
        }
        let email = format!("{local}@{domain}");
        if email.len() > 254 {
            return Err(EmailRefusal::TooLong);
        }
        Ok(Self(email))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What accounts are unique by: ASCII lower case.
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An address as staff see it: « f•••••@familles.example ». An account without one shows nothing.
pub fn masked(email: &str) -> String {
    if email.is_empty() {
        return String::new();
    }
    let (local, domain) = email.split_once('@').unwrap_or((email, ""));
    let first: String = local.chars().take(1).collect();
    format!("{first}•••••@{domain}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_taken_or_refused() {
        for (typed, answer) in [
            ("marie@ex.org", Ok("marie@ex.org")),
            (" Marie@EX.org ", Ok("Marie@ex.org")),
            ("o'neil+ecole@sub.ex.org", Ok("o'neil+ecole@sub.ex.org")),
            ("marie@école.example", Ok("marie@xn--cole-9oa.example")),
            ("", Err(EmailRefusal::Empty)),
            (" \u{a0}", Err(EmailRefusal::Empty)),
            ("fatou.diallo", Err(EmailRefusal::NoDomain)),
            ("fatou@", Err(EmailRefusal::NoDomain)),
            ("a@b", Err(EmailRefusal::NoDomain)),
            ("a b@c.org", Err(EmailRefusal::Malformed)),
            ("a@@b.org", Err(EmailRefusal::Malformed)),
            ("\"x y\"@b.org", Err(EmailRefusal::Malformed)),
            ("a@b.org,c@d.org", Err(EmailRefusal::Malformed)),
            ("A <a@b.org>", Err(EmailRefusal::Malformed)),
            ("é@b.org", Err(EmailRefusal::Malformed)),
            ("a@b.org\r\nBcc: x@y.org", Err(EmailRefusal::Malformed)),
            ("a@b.org\rx", Err(EmailRefusal::Malformed)),
            ("a@b.org%0d%0aBcc", Err(EmailRefusal::Malformed)),
            ("a@b.org\n", Err(EmailRefusal::Malformed)),
            ("a@127.0.0.1", Err(EmailRefusal::Malformed)),
            ("a@b..org", Err(EmailRefusal::Malformed)),
            ("a@b.org.", Err(EmailRefusal::Malformed)),
            (".a@b.org", Err(EmailRefusal::Malformed)),
            ("a@b．org", Ok("a@b.org")),
        ] {
            assert_eq!(
                Email::parse(typed).as_ref().map(Email::as_str),
                answer.as_ref().map(|email| *email),
                "{typed:?}"
            );
        }
        assert_eq!(
            Email::parse(&format!("a@{}.org", "b".repeat(60)).replace('b', "bé")),
            Err(EmailRefusal::Malformed)
        );
        assert_eq!(Email::parse(&format!("{}@b.org", "a".repeat(65))), Err(EmailRefusal::TooLong));
        assert_eq!(
            Email::parse(&format!("a@{}.org", ["b".repeat(60).as_str(); 5].join("."))),
            Err(EmailRefusal::TooLong)
        );
    }

    proptest! {
        #[test]
        fn what_is_taken_is_one_recipient(typed in "\\PC{0,40}@\\PC{0,40}") {
            if let Ok(email) = Email::parse(&typed) {
                prop_assert!(email.as_str().is_ascii());
                prop_assert_eq!(email.as_str().matches('@').count(), 1);
                prop_assert!(!email.as_str().contains([',', ';', '<', '>', '"', ' ', '\r', '\n']));
                prop_assert_eq!(Email::parse(email.as_str()), Ok(email.clone()));
            }
        }
    }
}
