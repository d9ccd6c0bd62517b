use database::Millis;
use sea_orm::FromQueryResult;

use crate::{codes::BatchId, student_filters::Asked};

/// Codes that were made in one go.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Batch {
    pub id: BatchId,
    pub made_at: Millis,
    pub made_by: String,
    /// How many for each student; none where a single student's page made them.
    pub each: Option<i64>,
    /// The batch whose unused codes it replaced.
    pub renews: Option<BatchId>,
    pub job_id: Option<uuid::Uuid>,
    criteria: Option<String>,
}

impl Batch {
    /// What its students were searched by; none where they weren't searched.
    pub fn asked(&self) -> Option<Asked> {
        serde_json::from_str(self.criteria.as_deref()?).ok()
    }
}

/// What has become of a batch's codes.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, FromQueryResult)]
pub struct Figures {
    pub codes: i64,
    pub students: i64,
    pub used: i64,
    /// Would serve now.
    pub unused: i64,
    /// Ended before anybody used them.
    pub expired: i64,
    pub deleted: i64,
    pub printed: i64,
}
