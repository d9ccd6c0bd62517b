//! A mail as it goes over the wire (RFC 5322, RFC 2045 to 2047).

use std::time::{Duration, UNIX_EPOCH};

use database::Millis;
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart,
        header::{Date, Header, HeaderName, HeaderValue},
    },
};

use crate::mail::{Content, MailId};

/// Why a mail can't be written: its address or its headers aren't what they should be.
#[derive(Debug)]
pub struct Malformed(pub String);

/// Mail made by a machine: no out-of-office answer comes back (RFC 3834, section 5).
#[derive(Clone)]
struct AutoSubmitted;

/// The language of both parts (RFC 3282).
#[derive(Clone)]
struct ContentLanguage(String);

macro_rules! header {
    ($type:ident, $name:literal, $value:expr) => {
        impl Header for $type {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }
            fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Err("written, never read".into())
            }
            fn display(&self) -> HeaderValue {
                let value: fn(&Self) -> String = $value;
                HeaderValue::new(Self::name(), value(self))
            }
        }
    };
}
header!(AutoSubmitted, "Auto-Submitted", |_| "auto-generated".to_owned());
header!(ContentLanguage, "Content-Language", |language| language.0.clone());

/// The whole message. The same mail tried again is the same to the byte but for the parts' boundary:
/// Message-ID and Date come from its row.
/// # Errors
/// [`Malformed`].
pub fn write(
    id: MailId,
    from: &Mailbox,
    to: &Address,
    content: &Content,
    written_at: Millis,
) -> Result<Vec<u8>, Malformed> {
    let written = UNIX_EPOCH + Duration::from_millis(u64::try_from(written_at).unwrap_or_default());
    let mut message = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to.clone()))
        .subject(&*content.subject)
        .message_id(Some(format!("<{id}@{}>", from.email.domain())))
        .header(Date::new(written))
        .header(AutoSubmitted)
        .header(ContentLanguage(content.language.clone()));
    if let Some(reply_to) = &content.reply_to {
        let address =
            reply_to.parse::<Address>().map_err(|_| Malformed("Reply-To is no address".to_owned()))?;
        message = message.reply_to(Mailbox::new(None, address));
    }
    let parts = MultiPart::alternative_plain_html(content.text.clone(), content.html.clone());
    let message = message.multipart(parts).map_err(|error| Malformed(error.to_string()))?;
    Ok(message.formatted())
}
