//! The school's logo: sent in a form of its own, taken away, served to everybody.

use askama::Template;
use axum::{
    extract::{Multipart, State, multipart::MultipartRejection},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;

use super::settings;
use crate::{
    options::{MOST_BYTES, Picture, PictureRefusal, keep_logo, remove_logo, store},
    portal::Portal,
    random,
    staff::{
        AdministratorOf,
        frame::{self, Place},
    },
    web::{Frame, PathParams, Problem, Reader, flash, page},
};

/// « Garder ce logo »: looks into the file, and keeps it.
pub async fn submit(
    of: AdministratorOf,
    State(portal): State<Portal>,
    reader: Reader,
    upload: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let picture = match read(upload).await {
        Ok(picture) => picture,
        Err(why) => return settings::refuse_logo(&portal, reader, &of, why).await,
    };
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    keep_logo(&tx, of.school_id(), picture, &of.actor(), now, &mut random).await?;
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, &of.href("options"), "options-logo-kept"))
}

/// The picture in the field `file`; not a byte more than may be kept is read.
async fn read(upload: Result<Multipart, MultipartRejection>) -> Result<Picture, PictureRefusal> {
    let mut upload = upload.map_err(|_| PictureRefusal::None)?;
    let failed = |status| match status {
        StatusCode::PAYLOAD_TOO_LARGE => PictureRefusal::TooLarge,
        _ => PictureRefusal::NoPicture,
    };
    while let Some(mut field) = upload.next_field().await.map_err(|error| failed(error.status()))? {
        if field.name() != Some("file") {
            continue;
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(|error| failed(error.status()))? {
            if bytes.len() + chunk.len() > MOST_BYTES {
                return Err(PictureRefusal::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        return Picture::of(bytes);
    }
    Err(PictureRefusal::None)
}

#[derive(Template)]
#[template(path = "options/pages/remove_logo.html")]
struct RemoveLogoPage {
    f: Frame,
    in_error: bool,
    school: String,
    logo: String,
    home: String,
}

/// Asks; without a logo there is nothing to ask.
pub async fn show_removal(
    of: AdministratorOf,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let Some(digest) = store::logo_digest(portal.read(), of.school_id()).await? else {
        return Ok(flash::redirect(&of.href("options")));
    };
    let shown = RemoveLogoPage {
        in_error: false,
        school: of.school().name.clone(),
        logo: format!("/logos/{}/{digest}", of.school().short_name),
        home: of.href("options"),
        f: frame::in_school(&portal, reader, &of, Place::Options),
    };
    page(&shown.f, &shown)
}

/// Takes it away.
pub async fn remove(of: AdministratorOf, State(portal): State<Portal>) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    remove_logo(&tx, of.school_id(), &of.actor(), now, &mut random).await?;
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, &of.href("options"), "options-logo-removed"))
}

#[derive(Deserialize)]
pub struct Served {
    school: String,
    digest: String,
}

/// The picture, to whoever asks: its address changes with its bytes, so an answer holds for ever.
pub async fn serve(
    PathParams(named): PathParams<Served>,
    State(portal): State<Portal>,
) -> Result<Response, Problem> {
    let logo = store::logo(portal.read(), &named.school, &named.digest).await?.ok_or(Problem::NotFound)?;
    let media_type = if logo.media_type == "image/png" { "image/png" } else { "image/jpeg" };
    let mut response = logo.image.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    Ok(response)
}
