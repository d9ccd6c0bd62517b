//! `/staff` signed in: the only school one has, or the question which.

use askama::Template;
use axum::response::Response;

use super::{SignedInStaff, frame, store};
use crate::{
    portal::Portal,
    web::{Frame, Problem, Reader, flash, page},
};

#[derive(Template)]
#[template(path = "staff/schools.html")]
struct SchoolsPage {
    f: Frame,
    in_error: bool,
    schools: Vec<store::ReachedSchool>,
}

/// Leads to the only school, or asks which.
/// # Errors
/// The database is away.
pub async fn schools_of(portal: &Portal, reader: Reader, staff: &SignedInStaff) -> Result<Response, Problem> {
    let schools = store::schools_of(portal.read(), staff.id).await?;
    if let [only] = schools.as_slice() {
        return Ok(flash::redirect(&format!("/staff/{}", only.short_name)));
    }
    let f = frame::above_schools(portal, reader, staff);
    let shown = SchoolsPage { in_error: false, schools, f };
    page(&shown.f, &shown)
}
