//! Cookies as the portal sets them: HttpOnly, SameSite=Lax, and kept to https with the `__Host-`
//! prefix wherever the portal is not on plain http on loopback.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::portal::Portal;

/// A cookie of ours, by what it is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cookie {
    /// Who is signed in.
    Session,
    /// A device on which somebody has signed in before.
    Device,
    /// The reader's language.
    Language,
    /// A sentence for the next page.
    Notice,
    /// The code of a letter's link, on its way to the form.
    Code,
    /// The draft of an account.
    SignUp,
    /// The secret of a mailed invitation: whoever brings it has read that mailbox.
    Invitation,
    /// The token of a mailed link, on its way from the address to the page.
    MailedLink,
}

impl Cookie {
    const fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Device => "device",
            Self::Language => "language",
            Self::Notice => "notice",
            Self::Code => "code",
            Self::SignUp => "sign-up",
            Self::Invitation => "invitation",
            Self::MailedLink => "mailed-link",
        }
    }

    /// How long a browser keeps it, in seconds; none: until it is closed.
    const fn max_age_s(self) -> Option<u32> {
        match self {
            // As long as browsers keep any (RFC 6265bis, 5.5): how long a session lives, its row says.
            Self::Session => Some(400 * 24 * 60 * 60),
            Self::Device | Self::Language => Some(365 * 24 * 60 * 60),
            Self::Notice => Some(60),
            Self::Code => Some(30 * 60),
            Self::SignUp | Self::Invitation | Self::MailedLink => Some(60 * 60),
        }
    }
}

fn full_name(portal: &Portal, cookie: Cookie) -> String {
    let prefix = if portal.config.secure_cookies() { "__Host-" } else { "" };
    format!("{prefix}passerelle-{}", cookie.name())
}

/// The cookie's value in a request, if it is there.
pub fn read<'h>(portal: &Portal, headers: &'h HeaderMap, cookie: Cookie) -> Option<&'h str> {
    let name = full_name(portal, cookie);
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    pairs.flat_map(|pairs| pairs.split("; ")).find_map(|pair| pair.strip_prefix(&name)?.strip_prefix('='))
}

/// Adds a `Set-Cookie` with this value (ours: figures, letters and `-_.`).
pub fn set(portal: &Portal, headers: &mut HeaderMap, cookie: Cookie, value: &str) {
    let secure = if portal.config.secure_cookies() { "; Secure" } else { "" };
    let lasting = cookie.max_age_s().map_or_else(String::new, |age| format!("; Max-Age={age}"));
    append(
        headers,
        &format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{lasting}", full_name(portal, cookie)),
    );
}

/// Adds a `Set-Cookie` that makes the browser forget it.
pub fn forget(portal: &Portal, headers: &mut HeaderMap, cookie: Cookie) {
    let secure = if portal.config.secure_cookies() { "; Secure" } else { "" };
    append(
        headers,
        &format!("{}=; Path=/; HttpOnly; SameSite=Lax{secure}; Max-Age=0", full_name(portal, cookie)),
    );
}

fn append(headers: &mut HeaderMap, line: &str) {
    if let Ok(value) = HeaderValue::from_str(line) {
        headers.append(header::SET_COOKIE, value);
    }
}

/// 256 bits as a cookie carries them.
pub fn encode(token: &[u8; 32]) -> String {
    use std::fmt::Write as _;
    token.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The 256 bits of a cookie's value; none if it isn't one of ours.
pub fn decode(value: &str) -> Option<[u8; 32]> {
    if value.len() != 64 || !value.is_ascii() {
        return None;
    }
    let mut token = [0; 32];
    for (byte, digits) in token.iter_mut().zip(value.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(token)
}
