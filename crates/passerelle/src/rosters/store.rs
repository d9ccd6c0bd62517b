use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use crate::{
    guardians::Email,
    schools::{DistrictId, SchoolId},
    staff::{StaffId, store::NewStaff},
    students::StudentId,
};

#[derive(FromQueryResult)]
struct Named {
    id: uuid::Uuid,
}

fn the_row(row: Option<Named>) -> Result<uuid::Uuid, DbErr> {
    row.map(|row| row.id).ok_or_else(|| DbErr::RecordNotFound("an upsert gave no row".to_owned()))
}

pub async fn upsert_district(
    tx: &impl ConnectionTrait,
    id: DistrictId,
    sourced_id: &str,
    name: &str,
) -> Result<DistrictId, DbErr> {
    let row = Named::find_by_statement(raw_sql!(
        Postgres,
        r#"INSERT INTO districts (id, sourced_id, name) VALUES ({id}, {sourced_id}, {name})
           ON CONFLICT (sourced_id) DO UPDATE SET name = excluded.name RETURNING id"#
    ));
    the_row(row.one(tx).await?).map(DistrictId)
}

/// The short name that the school has, or else this one, numbered if another school has it.
pub async fn free_short_name(
    tx: &impl ConnectionTrait,
    sourced_id: &str,
    wanted: &str,
) -> Result<String, DbErr> {
    #[derive(FromQueryResult)]
    struct Taken {
        sourced_id: String,
        short_name: String,
    }
    let taken = Taken::find_by_statement(raw_sql!(Postgres, r#"SELECT sourced_id, short_name FROM schools"#))
        .all(tx)
        .await?;
    if let Some(own) = taken.iter().find(|school| school.sourced_id == sourced_id) {
        return Ok(own.short_name.clone());
    }
    let is_free = |name: &str| taken.iter().all(|school| school.short_name != name);
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    Ok(std::iter::once(wanted.to_owned()).chain(numbered).find(|name| is_free(name)).unwrap_or_default())
}

pub async fn upsert_school(
    tx: &impl ConnectionTrait,
    id: SchoolId,
    district: DistrictId,
    sourced_id: &str,
    short_name: &str,
    name: &str,
    now: Millis,
) -> Result<SchoolId, DbErr> {
    let row = Named::find_by_statement(raw_sql!(
        Postgres,
        r#"INSERT INTO schools (id, district_id, sourced_id, short_name, name, roster_at)
           VALUES ({id}, {district}, {sourced_id}, {short_name}, {name}, {now})
           ON CONFLICT (sourced_id) DO UPDATE SET name = excluded.name, district_id = excluded.district_id,
               roster_at = excluded.roster_at
           RETURNING id"#
    ));
    the_row(row.one(tx).await?).map(SchoolId)
}

/// Takes away the roles that rosters gave in a district; those given by hand stay.
pub async fn clear_roster_roles(tx: &impl ConnectionTrait, district: DistrictId) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"DELETE FROM staff_roles WHERE district_id = {district} AND origin = 'roster'"#
    ))
    .await?;
    Ok(())
}

/// Writes a member of the staff; an account opened by hand under the same e-mail becomes theirs.
/// `still_there` tells whether a sourcedId is in the bundle.
pub async fn upsert_staff(
    tx: &impl ConnectionTrait,
    new: &NewStaff<'_>,
    sourced_id: &str,
    still_there: impl Fn(&str) -> bool,
    active: bool,
    now: Millis,
) -> Result<StaffId, DbErr> {
    let NewStaff { id, email, email_key, given_name, family_name } = *new;
    #[derive(FromQueryResult)]
    struct Holder {
        id: StaffId,
        sourced_id: Option<String>,
    }
    let holder = Holder::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, sourced_id FROM staff WHERE email_key = {email_key}"#
    ));
    if let Some(Holder { id: holder, sourced_id: theirs }) = holder.one(tx).await? {
        match theirs {
            Some(theirs) if theirs == sourced_id => {}
            // Two people change addresses: the other one gets theirs when their row comes.
            Some(theirs) if still_there(&theirs) => {
                let freed = format!("{email_key} {theirs}");
                let free = raw_sql!(Postgres, r#"UPDATE staff SET email_key = {freed} WHERE id = {holder}"#);
                tx.execute_raw(free).await?;
            }
            // Opened by hand, or known by a sourcedId that is no more: it becomes theirs, unless they
            // have an account already, which then takes the address over.
            _ => {
                let adopt = raw_sql!(
                    Postgres,
                    r#"UPDATE staff SET sourced_id = {sourced_id}
                       WHERE id = {holder} AND NOT EXISTS (SELECT 1 FROM staff other WHERE other.sourced_id = {sourced_id})"#
                );
                if tx.execute_raw(adopt).await?.rows_affected() == 0 {
                    let freed = format!("{email_key} {holder}");
                    let free = raw_sql!(
                        Postgres,
                        r#"UPDATE staff SET email_key = {freed}, active = {false} WHERE id = {holder}"#
                    );
                    tx.execute_raw(free).await?;
                }
            }
        }
    }
    let row = Named::find_by_statement(raw_sql!(
        Postgres,
        r#"INSERT INTO staff (id, sourced_id, email, email_key, given_name, family_name, active, created_at)
           VALUES ({id}, {sourced_id}, {email}, {email_key}, {given_name}, {family_name}, {active}, {now})
           ON CONFLICT (sourced_id) DO UPDATE SET email = excluded.email, email_key = excluded.email_key,
               given_name = excluded.given_name, family_name = excluded.family_name, active = excluded.active
           RETURNING id"#
    ));
    the_row(row.one(tx).await?).map(StaffId)
}

/// A student as a roster has them.
pub struct StudentRow {
    pub id: StudentId,
    pub school: SchoolId,
    pub sourced_id: String,
    pub number: String,
    pub given_name: String,
    pub family_name: String,
    pub search_key: String,
    pub sort_key: Vec<u8>,
    pub grade: String,
    pub homeroom: String,
    pub counsellor: Option<StaffId>,
    pub birth_on: Option<String>,
    pub username: Option<String>,
    pub home_language: Option<String>,
    pub address: Option<String>,
    pub guardian_email: Option<String>,
    /// The student's own, where a forgotten password's link goes.
    pub email: Option<Email>,
}

/// Writes a student, back at a school if they had left. Passwords, codes and links aren't the
/// roster's and stay.
pub async fn upsert_student(tx: &impl ConnectionTrait, row: StudentRow, now: Millis) -> Result<(), DbErr> {
    let StudentRow {
        id,
        school,
        sourced_id,
        number,
        given_name,
        family_name,
        search_key,
        sort_key,
        grade,
        homeroom,
        counsellor,
        birth_on,
        username,
        home_language,
        address,
        guardian_email,
        email,
    } = row;
    let email = email.map(|email| email.as_str().to_owned());
    // A username that has gone to another student since.
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE students SET username = NULL WHERE username = {username} AND sourced_id <> {sourced_id}"#
    ))
    .await?;
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO students (id, school_id, sourced_id, number, given_name, family_name, search_key, sort_key, grade, homeroom,
               counsellor_id, birth_on, username, home_language, address, guardian_email, email, roster_at, created_at)
           VALUES ({id}, {school}, {sourced_id}, {number}, {given_name}, {family_name}, {search_key}, {sort_key}, {grade}, {homeroom},
               {counsellor}, {birth_on}, {username}, {home_language}, {address}, {guardian_email}, {email}, {now}, {now})
           ON CONFLICT (sourced_id) DO UPDATE SET school_id = excluded.school_id, number = excluded.number,
               given_name = excluded.given_name, family_name = excluded.family_name, search_key = excluded.search_key,
               sort_key = excluded.sort_key, grade = excluded.grade, homeroom = excluded.homeroom,
               counsellor_id = excluded.counsellor_id, birth_on = excluded.birth_on, username = excluded.username,
               home_language = excluded.home_language, address = excluded.address, guardian_email = excluded.guardian_email,
               email = excluded.email, roster_at = excluded.roster_at, left_at = NULL"#
    ))
    .await?;
    Ok(())
}

/// Marks the students of a district whom this import didn't name as left; gives how many.
pub async fn mark_left(tx: &impl ConnectionTrait, district: DistrictId, now: Millis) -> Result<u64, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE students SET left_at = {now}
               WHERE left_at IS NULL AND roster_at <> {now}
                 AND school_id IN (SELECT id FROM schools WHERE district_id = {district})"#
        ))
        .await?;
    Ok(done.rows_affected())
}

#[derive(FromQueryResult)]
struct Counted {
    rows: i64,
}

/// How many students there are, those who left too.
pub async fn count_students(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let counted = Counted::find_by_statement(raw_sql!(Postgres, r#"SELECT count(*) AS rows FROM students"#))
        .one(db)
        .await?;
    Ok(counted.map_or(0, |row| row.rows))
}
