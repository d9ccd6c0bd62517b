//! « Télécharger mes données »: one archive with a page to read and a file for programs.

use askama::Template;
use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};

use crate::{
    accounts::{Export, device, events::DataExported, export},
    audit,
    guardians::SignedInGuardian,
    portal::Portal,
    random,
    sessions::throttle::{self, EXPORT},
    web::{Face, Frame, Problem, Reader},
};

#[derive(Template)]
#[template(path = "accounts/pages/export.html")]
struct ExportPage<'e> {
    f: &'e Frame,
    export: &'e Export,
}

impl ExportPage<'_> {
    fn device(&self, user_agent: &str) -> String {
        device::in_words(self.f, user_agent)
    }

    /// How a link came about, in words.
    fn channel(&self, channel: &str) -> String {
        self.f.say(match channel {
            "letter" => "accounts-channel-letter",
            "email" => "accounts-channel-email",
            _ => "accounts-channel-screen",
        })
    }

    /// What was done, in words; of another slice's events that it did something.
    fn event(&self, event: &str) -> String {
        let key = format!("accounts-event-{event}");
        let known = self.f.portal.catalogue.has(self.f.language, &key);
        self.f.say(if known { key.as_str() } else { "accounts-event-other" })
    }
}

/// Makes the archive and hands it over; nothing of it is kept.
pub async fn submit(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (now, by) = (portal.clock.now(), guardian.actor());
    let bucket = [EXPORT.of(&guardian.id().to_string())];
    if let Err(wait) = throttle::take(portal.database.writer(), &bucket, now).await? {
        return Err(Problem::TooMany { wait_s: wait.seconds() });
    }
    let event = DataExported { guardian: guardian.id() };
    audit::record(portal.database.writer(), &event, &by, now, &mut random::system()).await?;
    let f = Frame::new(&portal, reader, Face::Family, guardian.account.district.clone().unwrap_or_default());
    let export = export(&portal, &headers, &guardian.account, now).await?;
    let packed = tokio::task::spawn_blocking(move || {
        let page = ExportPage { f: &f, export: &export }.render().map_err(|error| Problem::broken(&error))?;
        export.zip(&page).map_err(|error| Problem::broken(&error))
    });
    let zip = packed.await.map_err(|error| Problem::broken(&error))??;
    let mut response = Response::new(Body::from(zip));
    for (name, value) in [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"passerelle.zip\""),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}
