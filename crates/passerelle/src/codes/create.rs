use activation_code::{ActivationCode, Keyring};
use database::{Millis, Tx};
use rand::CryptoRng;

use super::{BatchId, CodeId, events::CodesCreated, store};
use crate::{
    act::Stop,
    audit::{self, Actor},
    options,
    schools::School,
    staff::StaffId,
    students::StudentId,
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
    if !store::hold_student(&**tx, new.student, new.school.id).await? {
        return Err(Stop::Refused(CreateRefusal::StudentGone));
    }
    let unused = store::count_usable(&**tx, new.student, now).await?;
    let options = options::of_school(&**tx, new.school.id).await?;
    if unused + new.count > options.codes_per_student {
        return Err(Stop::Refused(CreateRefusal::TooMany { unused, most: options.codes_per_student }));
    }
    let keys = keyring.current();
    for _ in 0..new.count {
        let code = ActivationCode::generate(random);
        let id = CodeId::new(now, random);
        let row = store::NewCode {
            id,
            student: new.student,
            batch,
            lookup: keys.lookup(&code).to_vec(),
            key_id: keys.id(),
            sealed: keys.seal(&code, id.0.as_bytes(), random),
            made_by: new.by,
            expires_at: options.code_expires_at(now),
        };
        store::insert(&**tx, row, now).await?;
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
