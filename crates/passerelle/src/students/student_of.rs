use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use serde::Deserialize;

use super::{Student, StudentId, store};
use crate::{portal::Portal, staff::CounsellorOf, web::Problem};

/// Proof that the viewer counsels in the school of the student that the address names.
pub struct StudentOf {
    pub counsellor: CounsellorOf,
    pub student: Student,
}

#[derive(Deserialize)]
struct Named {
    student: StudentId,
}

impl StudentOf {
    /// An address under this student: `path` without a slash in front.
    pub fn href(&self, path: &str) -> String {
        self.counsellor.href(&format!("students/{}/{path}", self.student.id))
    }
}

impl FromRequestParts<Portal> for StudentOf {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Problem> {
        let counsellor = CounsellorOf::from_request_parts(parts, portal).await?;
        let Path(Named { student }) =
            Path::from_request_parts(parts, portal).await.map_err(|_| Problem::NotFound)?;
        let student = store::find_at(portal.read(), student, counsellor.school_id()).await?;
        Ok(Self { counsellor, student: student.ok_or(Problem::NotFound)? })
    }
}
