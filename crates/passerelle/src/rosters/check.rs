//! The first reading: finds everything that is wrong, and gathers what rows refer to.

use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

use jiff::civil::Date;
use oneroster::{Bundle, ClassKind, OrgKind, Role, User, Version};

use super::{
    Problems, RosterProblem,
    reference::{References, RoleRef, SchoolRef},
};
use crate::{config::RosterColumns, guardians::Email, staff::RoleKind, students};

/// Reads the whole bundle without applying anything.
pub fn check(bundle: &mut Bundle, columns: &RosterColumns, today: Date) -> (References, Problems) {
    let (mut found, mut problems) = (References::default(), Problems::default());
    orgs(bundle, &mut found, &mut problems);
    roles(bundle, columns, today, &mut found, &mut problems);
    users(bundle, columns, &mut found, &mut problems);
    homerooms(bundle, today, &mut found, &mut problems);
    births(bundle, &mut found, &mut problems);
    for problem in bundle.courses().filter_map(Result::err) {
        problems.add(problem);
    }
    for problem in bundle.academic_sessions().filter_map(Result::err) {
        problems.add(problem);
    }
    for problem in bundle.user_profiles().filter_map(Result::err) {
        problems.add(problem);
    }
    // A bundle without a single student is a broken export, not a board without children.
    if problems.count == 0 && found.students.is_empty() {
        problems.add(RosterProblem("users.csv: there is no student in it".to_owned()));
    }
    (found, problems)
}

fn orgs(bundle: &mut Bundle, found: &mut References, problems: &mut Problems) {
    let (mut parents, mut schools) = (HashMap::new(), Vec::new());
    for row in bundle.orgs() {
        match row {
            Ok(org) => {
                let id = org.sourced_id.into_string();
                if let Some(parent) = org.parent {
                    parents.insert(id.clone(), parent.into_string());
                }
                match org.kind {
                    OrgKind::District => drop(found.districts.insert(id, org.name)),
                    OrgKind::School => schools.push((org.line, id, org.name)),
                    _ => {}
                }
            }
            Err(problem) => problems.add(problem),
        }
    }
    let only = if let [only] = found.districts.keys().collect::<Vec<_>>().as_slice() {
        Some((*only).clone())
    } else {
        None
    };
    for (line, id, name) in schools {
        let mut above = parents.get(&id);
        // As many steps as there are orgs: a circle of parents ends too.
        for _ in 0..parents.len() {
            match above {
                Some(org) if found.districts.contains_key(org) => break,
                Some(org) => above = parents.get(org),
                None => break,
            }
        }
        let district =
            above.filter(|org| found.districts.contains_key(*org)).cloned().or_else(|| only.clone());
        match district {
            Some(district) => drop(found.schools.insert(id, SchoolRef { name, district })),
            None => problems.add(RosterProblem::at(
                "orgs.csv",
                line,
                "parentSourcedId",
                "the school lies in no org of type district",
            )),
        }
    }
}

/// Whether a role or an enrollment holds today; its last day counts.
fn is_now(begin: Option<Date>, end: Option<Date>, today: Date) -> bool {
    begin.is_none_or(|begin| begin <= today) && end.is_none_or(|end| end >= today)
}

/// The portal role that a role of the roster opens, as the settings say.
fn portal_role(role: &Role, columns: &RosterColumns) -> Option<RoleKind> {
    columns.roles.iter().find(|(word, _)| word.eq_ignore_ascii_case(role.word())).map(|(_, kind)| *kind)
}

/// Fits a role to the org it is held in: an administrator of the district's own org is the district's.
fn in_org(kind: RoleKind, org: &str, found: &References) -> Option<RoleRef> {
    let kind = match kind {
        RoleKind::DistrictAdministrator | RoleKind::SchoolAdministrator
            if found.districts.contains_key(org) =>
        {
            RoleKind::DistrictAdministrator
        }
        RoleKind::DistrictAdministrator => RoleKind::SchoolAdministrator,
        kind => kind,
    };
    let fits = kind == RoleKind::DistrictAdministrator || found.schools.contains_key(org);
    fits.then(|| RoleRef { kind, org: org.to_owned() })
}

fn roles(
    bundle: &mut Bundle,
    columns: &RosterColumns,
    today: Date,
    found: &mut References,
    problems: &mut Problems,
) {
    let mut schools: HashMap<String, Rc<str>> = HashMap::new();
    for row in bundle.roles() {
        match row {
            Ok(role) if !is_now(role.begin_on, role.end_on, today) => {}
            Ok(role) if role.role == Role::Student => {
                let org = role.org.into_string();
                if found.schools.contains_key(&org) {
                    let shared = schools.entry(org.clone()).or_insert_with(|| org.into()).clone();
                    let user = role.user.into_string();
                    if role.primary || !found.student_orgs.contains_key(&user) {
                        found.student_orgs.insert(user, shared);
                    }
                }
            }
            Ok(role) => {
                let placed =
                    portal_role(&role.role, columns).and_then(|kind| in_org(kind, role.org.as_str(), found));
                if let Some(placed) = placed {
                    found.roles.entry(role.user.into_string()).or_default().push(placed);
                }
            }
            Err(problem) => problems.add(problem),
        }
    }
}

fn users(bundle: &mut Bundle, columns: &RosterColumns, found: &mut References, problems: &mut Problems) {
    let version = bundle.version();
    let (mut ids, mut usernames, mut emails) = (HashSet::new(), HashSet::new(), HashSet::new());
    for row in bundle.users() {
        let user = match row {
            Ok(user) => user,
            Err(problem) => {
                problems.add(problem);
                continue;
            }
        };
        let mut wrong = |column: &str, reason: String| {
            problems.add(RosterProblem::at("users.csv", user.line, column, reason));
        };
        let id = user.sourced_id.as_str().to_owned();
        if !ids.insert(id.clone()) {
            wrong("sourcedId", format!("\"{id}\" stands twice"));
            continue;
        }
        if version == Version::V1_1 {
            roles_of_1_1(&user, columns, found);
        }
        if !user.enabled {
            found.disabled.insert(id.clone());
        }
        if is_student(&user, version, found) {
            if school_of(&user, version, found).is_none() {
                wrong(
                    if version == Version::V1_1 { "orgSourcedIds" } else { "primaryOrgSourcedId" },
                    "the student is at no school of orgs.csv".to_owned(),
                );
            }
            if let Some(username) = &user.username
                && !usernames.insert(students::username_key(username))
            {
                wrong("username", format!("\"{username}\" stands twice"));
            }
            found.students.insert(id);
        } else if found.roles.contains_key(&id) {
            // Without an e-mail nobody can sign in: such a member of the staff has no account here.
            let Some(email) = user.email.as_deref() else { continue };
            match Email::parse(email) {
                Ok(email) if emails.insert(email.key()) => drop(found.staff.insert(id)),
                Ok(email) => wrong("email", format!("\"{email}\" stands twice among the staff")),
                Err(_) => wrong("email", format!("\"{email}\" isn't an e-mail address")),
            }
        }
    }
}

fn roles_of_1_1(user: &User, columns: &RosterColumns, found: &mut References) {
    let Some(kind) = user.role.as_ref().and_then(|role| portal_role(role, columns)) else { return };
    let placed: Vec<RoleRef> = user.orgs.iter().filter_map(|org| in_org(kind, org.as_str(), found)).collect();
    if !placed.is_empty() {
        found.roles.entry(user.sourced_id.as_str().to_owned()).or_default().extend(placed);
    }
}

/// Whether a user is a student here: users.csv says so in 1.1, roles.csv in 1.2. One who isn't enabled
/// is treated like one who left.
pub fn is_student(user: &User, version: Version, found: &References) -> bool {
    if !user.enabled {
        return false;
    }
    match version {
        Version::V1_1 => user.role == Some(Role::Student),
        Version::V1_2 => {
            found.student_orgs.contains_key(user.sourced_id.as_str()) || user.role == Some(Role::Student)
        }
    }
}

/// The school that a student is at.
pub fn school_of<'f>(user: &'f User, version: Version, found: &'f References) -> Option<&'f str> {
    let is_school = |org: &&str| found.schools.contains_key(*org);
    let named =
        || user.primary_org.iter().chain(&user.orgs).map(oneroster::SourcedId::as_str).find(is_school);
    match version {
        Version::V1_1 => named(),
        Version::V1_2 => {
            let primary = user.primary_org.as_ref().map(oneroster::SourcedId::as_str).filter(is_school);
            primary
                .or_else(|| found.student_orgs.get(user.sourced_id.as_str()).map(|org| &**org))
                .or_else(named)
        }
    }
}

fn homerooms(bundle: &mut Bundle, today: Date, found: &mut References, problems: &mut Problems) {
    // After bad rows in users.csv every reference to them would be told again.
    let users_are_whole = problems.count == 0;
    let mut names: HashMap<String, Rc<str>> = HashMap::new();
    for row in bundle.classes() {
        match row {
            Ok(class) if class.kind == ClassKind::Homeroom => {
                drop(names.insert(class.sourced_id.into_string(), class.code.unwrap_or(class.title).into()));
            }
            Ok(_) => {}
            Err(problem) => problems.add(problem),
        }
    }
    for row in bundle.enrollments() {
        match row {
            Ok(enrollment) if !is_now(enrollment.begin_on, enrollment.end_on, today) => {}
            Ok(enrollment) if enrollment.role == Role::Student => {
                let Some(homeroom) = names.get(enrollment.class.as_str()) else { continue };
                if found.students.contains(enrollment.user.as_str()) {
                    found.homerooms.insert(enrollment.user.into_string(), homeroom.clone());
                } else if users_are_whole && !found.disabled.contains(enrollment.user.as_str()) {
                    problems.add(RosterProblem::at(
                        "enrollments.csv",
                        enrollment.line,
                        "userSourcedId",
                        format!("no student of users.csv is called \"{}\"", enrollment.user),
                    ));
                }
            }
            Ok(_) => {}
            Err(problem) => problems.add(problem),
        }
    }
}

fn births(bundle: &mut Bundle, found: &mut References, problems: &mut Problems) {
    for row in bundle.demographics() {
        match row {
            Ok(row) => {
                if let (true, Some(day)) = (found.students.contains(row.user.as_str()), row.birth_on) {
                    found.births.insert(row.user.into_string(), day.to_string());
                }
            }
            Err(problem) => problems.add(problem),
        }
    }
}
