//! The second reading: writes everything in one transaction.

use std::collections::HashMap;

use database::{Millis, Tx};
use oneroster::{Bundle, User, Version};
use rand::CryptoRng;
use sea_orm::DbErr;
use unicode_normalization::UnicodeNormalization as _;
use wording::names;

use super::{
    check,
    reference::References,
    store::{self, StudentRow},
};
use crate::{
    config::RosterColumns,
    guardians::Email,
    schools::{self, DistrictId, SchoolId},
    staff::{self, RoleKind, StaffId},
    students::{self, StudentId},
};

/// The portal's ids for the bundle's.
#[derive(Default)]
struct Ids {
    districts: HashMap<String, DistrictId>,
    schools: HashMap<String, (SchoolId, DistrictId)>,
    staff: HashMap<String, StaffId>,
}

/// Writes what a checked bundle says. Students it doesn't name any more are marked as left.
/// # Errors
/// What the database said; the caller's transaction then rolls back.
pub async fn apply(
    tx: &Tx,
    bundle: &mut Bundle,
    found: &References,
    columns: &RosterColumns,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<u64, DbErr> {
    let mut ids = Ids::default();
    write_orgs(tx, found, &mut ids, now, random).await?;
    let version = bundle.version();
    write_staff(tx, bundle, found, &mut ids, now, random).await?;
    for user in bundle.users().filter_map(Result::ok) {
        if check::is_student(&user, version, found) {
            write_student(tx, &user, version, found, columns, &ids, now, random).await?;
        }
    }
    let mut left = 0;
    for district in ids.districts.values() {
        left += store::mark_left(&**tx, *district, now).await?;
    }
    Ok(left)
}

async fn write_orgs(
    tx: &Tx,
    found: &References,
    ids: &mut Ids,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    for (sourced_id, name) in &found.districts {
        let id = store::upsert_district(&**tx, DistrictId::new(now, random), sourced_id, &nfc(name)).await?;
        ids.districts.insert(sourced_id.clone(), id);
    }
    for (sourced_id, school) in &found.schools {
        let Some(district) = ids.districts.get(&school.district).copied() else { continue };
        let name = nfc(&school.name);
        let short = store::free_short_name(&**tx, sourced_id, &schools::short_name(&name)).await?;
        let id =
            store::upsert_school(&**tx, SchoolId::new(now, random), district, sourced_id, &short, &name, now)
                .await?;
        ids.schools.insert(sourced_id.clone(), (id, district));
    }
    Ok(())
}

async fn write_staff(
    tx: &Tx,
    bundle: &mut Bundle,
    found: &References,
    ids: &mut Ids,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    for district in ids.districts.values() {
        store::clear_roster_roles(&**tx, *district).await?;
    }
    for user in bundle.users().filter_map(Result::ok) {
        let sourced_id = user.sourced_id.as_str();
        let Some(email) = user
            .email
            .as_deref()
            .and_then(|email| Email::parse(email).ok())
            .filter(|_| found.staff.contains(sourced_id))
        else {
            continue;
        };
        let (given_name, family_name) = shown_names(&user);
        let key = email.key();
        let new = staff::store::NewStaff {
            id: StaffId::new(now, random),
            email: email.as_str(),
            email_key: &key,
            given_name: &given_name,
            family_name: &family_name,
        };
        let id =
            store::upsert_staff(&**tx, &new, sourced_id, |id| found.staff.contains(id), user.enabled, now)
                .await?;
        ids.staff.insert(sourced_id.to_owned(), id);
        for role in found.roles.get(sourced_id).into_iter().flatten() {
            let place = match role.kind {
                RoleKind::DistrictAdministrator => {
                    ids.districts.get(&role.org).map(|district| (*district, None))
                }
                _ => ids.schools.get(&role.org).map(|(school, district)| (*district, Some(*school))),
            };
            if let Some((district, school)) = place {
                let role_id = staff::store::new_role_id(now, random);
                staff::store::grant(&**tx, id, role.kind, district, school, "roster", role_id).await?;
            }
        }
    }
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "one row against everything it refers to")]
async fn write_student(
    tx: &Tx,
    user: &User,
    version: Version,
    found: &References,
    columns: &RosterColumns,
    ids: &Ids,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let sourced_id = user.sourced_id.as_str();
    let Some((school, _)) = check::school_of(user, version, found).and_then(|org| ids.schools.get(org))
    else {
        return Ok(());
    };
    let (given_name, family_name) = shown_names(user);
    let number = user.identifier.clone().unwrap_or_else(|| sourced_id.to_owned());
    let metadata = |column: &str| user.metadata.get(column).map(nfc).filter(|value| !value.is_empty());
    let address: Vec<String> = columns.address.iter().filter_map(|column| metadata(column)).collect();
    let row = StudentRow {
        id: StudentId::new(now, random),
        school: *school,
        search_key: format!(
            "{} {}",
            names::fold(&format!("{given_name} {family_name}")),
            number.to_lowercase()
        ),
        sort_key: names::sort_key(&family_name, &given_name),
        grade: user.grades.first().map_or_else(String::new, |grade| plain_grade(grade)),
        homeroom: found.homerooms.get(sourced_id).map_or_else(String::new, |homeroom| nfc(homeroom)),
        counsellor: metadata(&columns.counsellor).and_then(|counsellor| ids.staff.get(&counsellor).copied()),
        birth_on: found.births.get(sourced_id).cloned(),
        username: user.username.as_deref().map(students::username_key),
        home_language: metadata(&columns.home_language),
        address: Some(address.join("\n")).filter(|address| !address.is_empty()),
        guardian_email: metadata(&columns.guardian_email),
        // A slip in it isn't worth refusing the whole roster for: such a student has none.
        email: user.email.as_deref().and_then(|email| Email::parse(email).ok()),
        sourced_id: sourced_id.to_owned(),
        number,
        given_name,
        family_name,
    };
    store::upsert_student(&**tx, row, now).await
}

/// The names that a person goes by: the preferred ones where the roster has them.
fn shown_names(user: &User) -> (String, String) {
    let given = user.preferred_given_name.as_ref().unwrap_or(&user.given_name);
    let family = user.preferred_family_name.as_ref().unwrap_or(&user.family_name);
    (nfc(given), nfc(family))
}

fn nfc(text: &str) -> String {
    text.trim().nfc().collect()
}

/// « 07 » (CEDS) is grade 7; « KG » stays.
fn plain_grade(grade: &str) -> String {
    grade.trim().parse::<u32>().map_or_else(|_| nfc(grade), |number| number.to_string())
}
