//! Answers that are pages.

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

use super::{
    Problem,
    cookies::{self, Cookie},
    frame::Frame,
};

/// A page that shows what it is asked for. It takes the last action's sentence out of the cookie.
///
/// # Errors
/// The template failed: a page with a reference.
pub fn page(frame: &Frame, template: &impl Template) -> Result<Response, Problem> {
    let mut response = answer(StatusCode::OK, template)?;
    if frame.notice.is_some() {
        cookies::forget(&frame.portal, response.headers_mut(), Cookie::Notice);
    }
    Ok(response)
}

/// The page of a form whose input was refused: 422, with everything typed still in it.
///
/// # Errors
/// The template failed: a page with a reference.
pub fn refused(template: &impl Template) -> Result<Response, Problem> {
    answer(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// The page of a form that was sent too often: 429, and how many seconds to wait.
///
/// # Errors
/// The template failed.
pub fn refused_for_now(template: &impl Template, wait_s: i64) -> Result<Response, Problem> {
    let mut response = answer(StatusCode::TOO_MANY_REQUESTS, template)?;
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait_s));
    Ok(response)
}

/// A page with any status.
///
/// # Errors
/// The template failed.
pub fn answer(status: StatusCode, template: &impl Template) -> Result<Response, Problem> {
    let html = template.render().map_err(|error| Problem::broken(&error))?;
    let mut response = (status, Html(html)).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
