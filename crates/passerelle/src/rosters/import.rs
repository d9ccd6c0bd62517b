use std::{fmt, path::Path};

use database::Millis;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use oneroster::{Bundle, OpenError};
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr};

use super::{Problems, apply, check, store};
use crate::{
    audit::{self, Actor, Event},
    portal::Portal,
};

/// What an import came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ImportSummary {
    pub schools: usize,
    pub staff: usize,
    pub students: usize,
    pub new_students: i64,
    pub left_students: u64,
}

/// Why nothing was imported.
#[derive(Debug)]
pub enum ImportStopped {
    /// It can't be read as a bundle at all.
    Unreadable(OpenError),
    /// These rows are wrong; nothing was applied.
    Refused(Problems),
    Broken(DbErr),
}

struct RosterImported(ImportSummary);

impl Event for RosterImported {
    const NAME: &'static str = "roster-imported";
    fn details(&self) -> String {
        let ImportSummary { schools, staff, students, new_students, left_students } = self.0;
        format!("schools={schools} staff={staff} students={students} new={new_students} left={left_students}")
    }
}

/// Takes in a OneRoster bundle: all of it, or nothing. The same bundle again changes nothing.
/// # Errors
/// [`ImportStopped`].
pub async fn import(
    portal: &Portal,
    path: &Path,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<ImportSummary, ImportStopped> {
    let columns = &portal.config.roster;
    let mut bundle = Bundle::open(path)?;
    let kept =
        columns.address.iter().chain([&columns.home_language, &columns.counsellor, &columns.guardian_email]);
    bundle.keep_metadata(kept.cloned().collect::<Vec<_>>());
    let (found, problems) = check::check(&mut bundle, columns, today(now, &portal.config.zone));
    if problems.count > 0 {
        return Err(ImportStopped::Refused(problems));
    }
    let tx = portal.begin().await?;
    let before = store::count_students(&*tx).await?;
    let left_students = apply::apply(&tx, &mut bundle, &found, columns, now, random).await?;
    let new_students = store::count_students(&*tx).await? - before;
    let summary = ImportSummary {
        schools: found.schools.len(),
        staff: found.staff.len(),
        students: found.students.len(),
        new_students,
        left_students,
    };
    audit::record(&*tx, &RosterImported(summary), &Actor::operator(), now, random).await?;
    tx.commit().await?;
    // The planner's figures follow the new rows.
    portal.database.writer().execute_unprepared("ANALYZE").await?;
    Ok(summary)
}

/// The day that an instant falls on, in the portal's zone.
fn today(now: Millis, zone: &TimeZone) -> Date {
    let at = Timestamp::from_millisecond(now).unwrap_or(Timestamp::UNIX_EPOCH);
    zone.to_datetime(at).date()
}

impl From<OpenError> for ImportStopped {
    fn from(error: OpenError) -> Self {
        Self::Unreadable(error)
    }
}
impl From<DbErr> for ImportStopped {
    fn from(failure: DbErr) -> Self {
        Self::Broken(failure)
    }
}

impl fmt::Display for ImportSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { schools, staff, students, new_students, left_students } = self;
        write!(
            f,
            "{schools} schools, {staff} staff, {students} students ({new_students} new, {left_students} left)"
        )
    }
}
impl fmt::Display for ImportStopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => error.fmt(f),
            Self::Refused(problems) => write!(f, "{} problems; nothing was applied", problems.count),
            Self::Broken(failure) => write!(f, "the database failed; nothing was applied ({failure})"),
        }
    }
}
impl std::error::Error for ImportStopped {}
