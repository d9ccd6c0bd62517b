use database::Tx;
use sea_orm::{DbErr, FromQueryResult, raw_sql};

use crate::{schools::SchoolId, students::StudentId};

/// A student whose row this transaction holds until it ends. Who links an adult, restricts one or turns
/// verification on comes here first: so they come one after the other, and no link slips past a
/// restriction that is being made. Whoever also changes codes or links holds the student before them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct HeldStudent {
    id: StudentId,
    school_id: SchoolId,
    verification: bool,
}

impl HeldStudent {
    /// Holds the student's row; none for one who has left.
    /// # Errors
    /// What the database said.
    pub async fn hold(tx: &Tx, student: StudentId) -> Result<Option<Self>, DbErr> {
        Self::find_by_statement(raw_sql!(
            Postgres,
            r#"UPDATE students SET number = number WHERE id = {student} AND left_at IS NULL
               RETURNING id, school_id, verification"#
        ))
        .one(&**tx)
        .await
    }

    pub const fn id(&self) -> StudentId {
        self.id
    }

    /// Where they are now.
    pub const fn school(&self) -> SchoolId {
        self.school_id
    }

    /// Whether a new link waits until the school has checked it.
    pub const fn is_on_verification(&self) -> bool {
        self.verification
    }
}
