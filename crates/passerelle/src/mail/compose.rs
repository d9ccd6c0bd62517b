use askama::Template;
use database::{Millis, Tx};
use outbox::{Content, MailId, NewMail, Urgency};
use rand::CryptoRng;
use sea_orm::DbErr;
use uuid::Uuid;
use wording::{Language, Value};

use crate::portal::Portal;

/// A mail being written, in its reader's language. Its first link is its action.
///
/// ```ignore
/// Mail::new(portal, "reset-password", &account.email, language, "password-reset-mail-subject", &[])
///     .say("password-reset-mail-text", &[])
///     .action("password-reset-mail-action", &format!("/parent/reset/{token}"))
///     .say("password-reset-mail-not-you", &[])
///     .put(&tx, now, random)
///     .await?;
/// ```
pub struct Mail<'p> {
    portal: &'p Portal,
    kind: &'static str,
    to: String,
    language: Language,
    about: Option<Uuid>,
    reply_to: Option<String>,
    on_behalf_of: String,
    urgency: Urgency,
    subject: String,
    blocks: Vec<Block>,
}

/// A piece of a mail.
enum Block {
    Paragraph(String),
    /// What the reader is asked to do.
    Action {
        label: String,
        href: String,
    },
    /// A code to type.
    Code(String),
    Steps(Vec<String>),
    /// A quiet sentence with a link of its own: never the mail's first.
    Aside {
        text: String,
        label: String,
        href: String,
    },
}

impl<'p> Mail<'p> {
    /// Begins a mail. `kind` is for the operator's list (`invitation`) and holds no name; `to` is one
    /// address that [`crate::guardians::Email`] or the roster checked. The subject holds no secret.
    pub fn new(
        portal: &'p Portal,
        kind: &'static str,
        to: &str,
        language: Language,
        subject: &str,
        values: &[(&str, Value<'_>)],
    ) -> Self {
        Self {
            kind,
            to: to.to_owned(),
            language,
            about: None,
            reply_to: None,
            on_behalf_of: String::new(),
            urgency: Urgency::Now,
            subject: one_line(&portal.catalogue.say(language, subject, values)),
            blocks: Vec::new(),
            portal,
        }
    }

    /// What caused it: by this id it can be called back while it waits.
    #[must_use]
    pub const fn about(mut self, id: Uuid) -> Self {
        self.about = Some(id);
        self
    }

    /// Where an answer goes: the school's own address, if it has one.
    #[must_use]
    pub fn reply_to(mut self, address: Option<&str>) -> Self {
        self.reply_to = address.filter(|address| !address.is_empty()).map(str::to_owned);
        self
    }

    /// The school or board that the mail speaks for.
    #[must_use]
    pub fn on_behalf_of(mut self, name: &str) -> Self {
        name.clone_into(&mut self.on_behalf_of);
        self
    }

    /// One of many: it lets the others by.
    #[must_use]
    pub const fn in_bulk(mut self) -> Self {
        self.urgency = Urgency::Bulk;
        self
    }

    /// A paragraph.
    #[must_use]
    pub fn say(mut self, key: &str, values: &[(&str, Value<'_>)]) -> Self {
        let text = self.portal.catalogue.say(self.language, key, values);
        self.blocks.push(Block::Paragraph(text));
        self
    }

    /// The one thing to do, at an address of the portal such as `/parent`. Comes before any aside.
    #[must_use]
    pub fn action(mut self, label: &str, path: &str) -> Self {
        let label = self.portal.catalogue.say(self.language, label, &[]);
        self.blocks.push(Block::Action { label, href: self.portal.url(path) });
        self
    }

    /// A code to type, in large type.
    #[must_use]
    pub fn code(mut self, code: &str) -> Self {
        self.blocks.push(Block::Code(code.to_owned()));
        self
    }

    /// Numbered steps, each a key without values.
    #[must_use]
    pub fn steps(mut self, keys: &[&str]) -> Self {
        let steps = keys.iter().map(|key| self.portal.catalogue.say(self.language, key, &[])).collect();
        self.blocks.push(Block::Steps(steps));
        self
    }

    /// A quiet sentence and its link, after the action.
    #[must_use]
    pub fn aside(mut self, text: &str, label: &str, path: &str) -> Self {
        let say = |key| self.portal.catalogue.say(self.language, key, &[]);
        let (text, label) = (say(text), say(label));
        self.blocks.push(Block::Aside { text, label, href: self.portal.url(path) });
        self
    }

    /// Writes it into the outbox, in the caller's transaction.
    /// # Errors
    /// What the database said, or that a template failed.
    pub async fn put(
        self,
        tx: &Tx,
        now: Millis,
        random: &mut (impl CryptoRng + ?Sized),
    ) -> Result<MailId, DbErr> {
        let id = MailId::new(now, random);
        let content = self.content()?;
        let new = NewMail {
            id,
            kind: self.kind,
            about: self.about,
            to: &self.to,
            urgency: self.urgency,
            content: &content,
        };
        outbox::put(&**tx, &self.portal.mail_keys, &new, now, random).await?;
        Ok(id)
    }

    /// Both parts of the mail.
    /// # Errors
    /// A template failed.
    pub fn content(&self) -> Result<Content, DbErr> {
        let failed =
            |error: askama::Error| DbErr::Custom(format!("the mail {} can't be set: {error}", self.kind));
        let say = |key, values: &[(&str, Value<'_>)]| self.portal.catalogue.say(self.language, key, values);
        let foot = if self.on_behalf_of.is_empty() {
            say("mail-foot", &[])
        } else {
            say("mail-foot-for", &[("sender", Value::from(&self.on_behalf_of))])
        };
        let (portal, blocks, subject) = (say("web-face-family", &[]), &self.blocks, &self.subject);
        let (tag, sender) = (self.language.tag(), &self.on_behalf_of);
        let html = Html { tag, portal: &portal, sender, subject, blocks, foot: &foot };
        let text = Text { portal: &portal, sender, subject, blocks, foot: &foot };
        Ok(Content {
            subject: self.subject.clone(),
            html: html.render().map_err(failed)?,
            text: text.render().map_err(failed)?,
            language: tag.to_owned(),
            reply_to: self.reply_to.clone(),
        })
    }
}

/// A subject is one line, whatever stands in a name.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Template)]
#[template(path = "mail/mail.html")]
struct Html<'m> {
    tag: &'m str,
    portal: &'m str,
    sender: &'m str,
    subject: &'m str,
    blocks: &'m [Block],
    foot: &'m str,
}

#[derive(Template)]
#[template(path = "mail/mail.txt")]
struct Text<'m> {
    portal: &'m str,
    sender: &'m str,
    subject: &'m str,
    blocks: &'m [Block],
    foot: &'m str,
}
