use activation_code::{ActivationCode, Keyring};
use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{BatchId, CodeId, events::CodesCreated, store};
use crate::{
    act::Stop,
    audit::{self, Actor},
    options::{self, SchoolOptions},
    schools::{School, SchoolId},
    staff::StaffId,
    students::{self, StudentId},
};

/// Why no code was made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CreateRefusal {
    /// The student would hold more usable codes than the school allows; has this many. None is
    /// retired for a new one.
    TooMany { unused: i64, most: i64 },
    /// The student has left, or is at another school now.
    StudentGone,
}

/// What is to be made: so many codes for one student, asked for by one sending of a form.
pub struct NewCodes<'n> {
    pub student: StudentId,
    pub school: &'n School,
    pub count: i64,
    /// Names the sending: a second one with the same key makes nothing.
    pub form_key: &'n str,
    pub by: StaffId,
}

/// Makes codes in the caller's transaction and gives their batch. The same form sent again gives the
/// batch it made the first time.
/// # Errors
/// [`CreateRefusal`], or what the database said.
pub async fn create(
    tx: &Tx,
    new: &NewCodes<'_>,
    keyring: &Keyring,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<BatchId, Stop<CreateRefusal>> {
    let batch = BatchId::new(now, random);
    if !store::claim_form(&**tx, batch, new, now).await? {
        let made = store::batch_of_form(&**tx, new).await?;
        return made.ok_or(Stop::Refused(CreateRefusal::StudentGone));
    }
    // Holding the student's row makes of two askers one after the other.
    if !students::store::hold(&**tx, new.student, new.school.id).await? {
        return Err(Stop::Refused(CreateRefusal::StudentGone));
    }
    let options = options::of_school(&**tx, new.school.id).await?;
    check_room(tx, new.student, new.count, &options, now).await?;
    let making = Making {
        student: new.student,
        batch: Some(batch),
        made_by: Some(new.by),
        sent_to: None,
        expires_at: options.code_expires_at(now),
    };
    for _ in 0..new.count {
        make_one(tx, &making, keyring, now, random).await?;
    }
    let event = CodesCreated {
        batch,
        student: new.student,
        school: new.school.id,
        count: usize::try_from(new.count).unwrap_or_default(),
    };
    audit::record(&**tx, &event, by, now, random).await?;
    Ok(batch)
}

/// Makes the one code that a student's invitation mails to this address, in the caller's transaction,
/// which holds the student's row and has checked that there is room ([`check_room`]). Gives the code in
/// clear for the mail.
/// # Errors
/// What the database said.
pub async fn create_for_invitation(
    tx: &Tx,
    student: StudentId,
    sent_to: &str,
    expires_at: Millis,
    keyring: &Keyring,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(CodeId, ActivationCode), DbErr> {
    let making = Making { student, batch: None, made_by: None, sent_to: Some(sent_to), expires_at };
    make_one(tx, &making, keyring, now, random).await
}

/// Refuses where the student would hold more usable codes than the school allows.
/// # Errors
/// [`CreateRefusal::TooMany`], or what the database said.
pub async fn check_room(
    tx: &Tx,
    student: StudentId,
    count: i64,
    options: &SchoolOptions,
    now: Millis,
) -> Result<(), Stop<CreateRefusal>> {
    let (unused, most) = (store::count_usable(&**tx, student, now).await?, options.codes_per_student);
    if unused + count > most {
        return Err(Stop::Refused(CreateRefusal::TooMany { unused, most }));
    }
    Ok(())
}

/// Codes to be made for many students at once, all of one batch.
pub struct NewCodesForMany<'n> {
    pub students: &'n [StudentId],
    /// So many for each.
    pub each: i64,
    pub batch: BatchId,
    pub school: SchoolId,
    pub by: StaffId,
    pub expires_at: Millis,
}

/// Makes codes for many students, in the caller's transaction, which holds their rows and has checked that
/// there is room for each. Gives how many were made.
/// # Errors
/// What the database said.
pub async fn create_for_many(
    tx: &Tx,
    new: &NewCodesForMany<'_>,
    keyring: &Keyring,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<i64, DbErr> {
    let mut rows = Vec::new();
    for student in new.students {
        for _ in 0..new.each {
            let making = Making {
                student: *student,
                batch: Some(new.batch),
                made_by: Some(new.by),
                sent_to: None,
                expires_at: new.expires_at,
            };
            rows.push(seal(&making, keyring, now, random).0);
        }
    }
    let made = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    store::insert_many(&**tx, rows, now).await?;
    let event = |student: &StudentId| CodesCreated {
        batch: new.batch,
        student: *student,
        school: new.school,
        count: usize::try_from(new.each).unwrap_or_default(),
    };
    let events: Vec<CodesCreated> = new.students.iter().map(event).collect();
    audit::record_each(&**tx, &events, by, now, random).await?;
    Ok(made)
}

/// A code about to be made: for the screen, or for the mail to an address.
struct Making<'m> {
    student: StudentId,
    batch: Option<BatchId>,
    made_by: Option<StaffId>,
    sent_to: Option<&'m str>,
    expires_at: Millis,
}

async fn make_one(
    tx: &Tx,
    making: &Making<'_>,
    keyring: &Keyring,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(CodeId, ActivationCode), DbErr> {
    let (row, code) = seal(making, keyring, now, random);
    let id = row.id;
    store::insert(&**tx, row, now).await?;
    Ok((id, code))
}

/// A new code, and its row with it sealed.
fn seal<'m>(
    making: &Making<'m>,
    keyring: &Keyring,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> (store::NewCode<'m>, ActivationCode) {
    let keys = keyring.current();
    let code = ActivationCode::generate(random);
    let id = CodeId::new(now, random);
    let row = store::NewCode {
        id,
        student: making.student,
        batch: making.batch,
        lookup: keys.lookup(&code).to_vec(),
        key_id: keys.id(),
        sealed: keys.seal(&code, id.0.as_bytes(), random),
        made_by: making.made_by,
        sent_to: making.sent_to,
        expires_at: making.expires_at,
    };
    (row, code)
}
