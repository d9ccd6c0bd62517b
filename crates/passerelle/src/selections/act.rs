use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{Selection, SelectionId, store};
use crate::{
    act::Stop,
    schools::SchoolId,
    staff::StaffId,
    student_filters::{Asked, Criteria},
    students::StudentId,
};

/// A selection to be begun.
pub struct NewSelection<'n> {
    pub school: SchoolId,
    pub by: StaffId,
    pub asked: &'n Asked,
    /// Names the sending of the form: a second one with the same key begins nothing.
    pub form_key: &'n str,
}

/// Begins a selection without anybody in it. The same form sent again gives the one it began; none where
/// that one is somebody else's.
/// # Errors
/// What the database said.
pub async fn begin(
    tx: &Tx,
    new: &NewSelection<'_>,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Option<SelectionId>, DbErr> {
    let id = SelectionId::new(now, random);
    let criteria = serde_json::to_string(new.asked).map_err(|error| DbErr::Custom(error.to_string()))?;
    store::insert(&**tx, id, new, &criteria, now).await
}

/// Why a page's ticks were not taken over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TickRefusal {
    /// One of them is no student of the school: then none of them is.
    Stranger,
    /// What is chosen stands already.
    Fixed,
}

/// Takes over the ticks of one page: of the students it showed, those ticked are in the selection, the
/// others aren't.
/// # Errors
/// [`TickRefusal`], or what the database said.
pub async fn tick(
    tx: &Tx,
    selection: &Selection,
    shown: &[StudentId],
    ticked: &[StudentId],
) -> Result<(), Stop<TickRefusal>> {
    hold_open(tx, selection).await?;
    if store::count_at(&**tx, selection.school_id, ticked).await? != ticked.len() {
        return Err(Stop::Refused(TickRefusal::Stranger));
    }
    let unticked: Vec<StudentId> = shown.iter().copied().filter(|id| !ticked.contains(id)).collect();
    store::remove(&**tx, selection.id, &unticked).await?;
    store::add(&**tx, selection.id, ticked).await?;
    Ok(())
}

/// Puts everybody in who meets the criteria, on screen or not: nobody else is then in it.
/// # Errors
/// [`TickRefusal::Fixed`], or what the database said.
pub async fn select_all(tx: &Tx, selection: &Selection, now: Millis) -> Result<(), Stop<TickRefusal>> {
    hold_open(tx, selection).await?;
    store::clear(&**tx, selection.id).await?;
    let criteria = Criteria::of(&selection.asked());
    store::add_by(&**tx, selection, &criteria, now).await?;
    Ok(())
}

/// Takes everybody out.
/// # Errors
/// [`TickRefusal::Fixed`], or what the database said.
pub async fn select_none(tx: &Tx, selection: &Selection) -> Result<(), Stop<TickRefusal>> {
    hold_open(tx, selection).await?;
    store::clear(&**tx, selection.id).await?;
    Ok(())
}

/// Fixes who is in it, and gives how many that are. An empty one stays open.
/// # Errors
/// What the database said.
pub async fn fix(tx: &Tx, selection: &Selection, now: Millis) -> Result<i64, DbErr> {
    let count = store::count(&**tx, selection.id).await?;
    if count > 0 {
        store::fix(&**tx, selection.id, now).await?;
    }
    Ok(count)
}

async fn hold_open(tx: &Tx, selection: &Selection) -> Result<(), Stop<TickRefusal>> {
    if store::hold_open(&**tx, selection.id).await? { Ok(()) } else { Err(Stop::Refused(TickRefusal::Fixed)) }
}
