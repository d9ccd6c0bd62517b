use std::io;
use std::path::Path;

use super::cast::Post;
use super::homerooms::Homeroom;
use super::schools::{DISTRICT_ID, DISTRICT_NAME, School};
use super::staff::Staff;
use super::students::Student;
use super::table::Table;

const SCHOOL_YEAR_ID: &str = "session-2026-2027";

/// The columns of the standard (OneRoster 1.2, CSV Binding), and for users those that it leaves to us.
const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
const USERS: &str = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,\
    identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,\
    preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns,metadata.homeLanguage,\
    metadata.addressLine1,metadata.addressLine2,metadata.city,metadata.province,metadata.postalCode,\
    metadata.counselorSourcedId,metadata.guardianEmail";
const ROLES: &str = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,\
    userProfileSourcedId";
const CLASSES: &str = "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,\
    schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods";
const COURSES: &str = "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,\
    subjects,subjectCodes";
const SESSIONS: &str =
    "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear";
const ENROLLMENTS: &str = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,\
    primary,beginDate,endDate";
const DEMOGRAPHICS: &str = "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,\
    blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,\
    hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus";

/// The bundle's files, all open at once, so that each person is made once and goes into all of them.
pub(super) struct Tables {
    orgs: Table,
    users: Table,
    roles: Table,
    classes: Table,
    courses: Table,
    enrollments: Table,
    demographics: Table,
}

impl Tables {
    pub(super) fn create(folder: &Path) -> io::Result<Tables> {
        manifest(folder)?;
        sessions(folder)?;
        Ok(Tables {
            orgs: Table::create(folder, "orgs.csv", ORGS)?,
            users: Table::create(folder, "users.csv", USERS)?,
            roles: Table::create(folder, "roles.csv", ROLES)?,
            classes: Table::create(folder, "classes.csv", CLASSES)?,
            courses: Table::create(folder, "courses.csv", COURSES)?,
            enrollments: Table::create(folder, "enrollments.csv", ENROLLMENTS)?,
            demographics: Table::create(folder, "demographics.csv", DEMOGRAPHICS)?,
        })
    }

    pub(super) fn district(&mut self) -> io::Result<()> {
        self.orgs.row(&[("sourcedId", DISTRICT_ID), ("name", DISTRICT_NAME), ("type", "district")])
    }

    pub(super) fn school(&mut self, school: &School) -> io::Result<()> {
        self.orgs.row(&[
            ("sourcedId", &school.id()),
            ("name", &school.name),
            ("type", "school"),
            ("parentSourcedId", DISTRICT_ID),
        ])
    }

    pub(super) fn course(&mut self, school: &School, grade: &str) -> io::Result<()> {
        self.courses.row(&[
            ("sourcedId", &course_id(school, grade)),
            ("schoolYearSourcedId", SCHOOL_YEAR_ID),
            ("title", &format!("Foyer, {}e année", grade.trim_start_matches('0'))),
            ("courseCode", &format!("FOYER{grade}")),
            ("grades", grade),
            ("orgSourcedId", &school.id()),
        ])
    }

    pub(super) fn homeroom(&mut self, school: &School, room: &Homeroom) -> io::Result<()> {
        let title = room.title();
        self.classes.row(&[
            ("sourcedId", &room.id(school)),
            ("title", &title),
            ("grades", room.grade_code),
            ("courseSourcedId", &course_id(school, room.grade_code)),
            ("classCode", &title),
            ("classType", "homeroom"),
            ("schoolSourcedId", &school.id()),
            ("termSourcedIds", SCHOOL_YEAR_ID),
        ])
    }

    pub(super) fn staff(&mut self, person: &Staff) -> io::Result<()> {
        let id = person.id();
        self.users.row(&[
            ("sourcedId", &id),
            ("enabledUser", "true"),
            ("username", &person.username),
            ("givenName", &person.given),
            ("familyName", &person.family),
            ("email", &person.email()),
            ("primaryOrgSourcedId", &person.org),
        ])?;
        let role = match person.post {
            Post::Counsellor => "counselor",
            Post::Principal => "principal",
            Post::DistrictAdministrator => "districtAdministrator",
        };
        self.role(&id, role, &person.org)
    }

    pub(super) fn student(&mut self, school: &School, room: &Homeroom, student: &Student) -> io::Result<()> {
        let (id, org) = (student.id(), school.id());
        self.users.row(&[
            ("sourcedId", &id),
            ("enabledUser", "true"),
            ("username", &student.username),
            ("givenName", &student.given),
            ("familyName", &student.family),
            ("middleName", &student.middle),
            ("identifier", &student.number.to_string()),
            ("email", &student.email()),
            ("grades", room.grade_code),
            ("primaryOrgSourcedId", &org),
            ("metadata.homeLanguage", student.language),
            ("metadata.addressLine1", &student.address.line1),
            ("metadata.addressLine2", &student.address.line2),
            ("metadata.city", student.address.city),
            ("metadata.province", "ON"),
            ("metadata.postalCode", &student.address.postal_code),
            ("metadata.counselorSourcedId", &student.counsellor_id),
            ("metadata.guardianEmail", &student.guardian_email),
        ])?;
        self.role(&id, "student", &org)?;
        self.demographics.row(&[("sourcedId", &id), ("birthDate", &student.born_on)])?;
        self.enrollments.row(&[
            ("sourcedId", &format!("enr-{}", student.number)),
            ("classSourcedId", &room.id(school)),
            ("schoolSourcedId", &org),
            ("userSourcedId", &id),
            ("role", "student"),
            ("primary", "false"),
        ])
    }

    pub(super) fn finish(self) -> io::Result<()> {
        let Tables { orgs, users, roles, classes, courses, enrollments, demographics } = self;
        let tables = [orgs, users, roles, classes, courses, enrollments, demographics];
        tables.into_iter().try_for_each(Table::finish)
    }

    fn role(&mut self, user: &str, role: &str, org: &str) -> io::Result<()> {
        self.roles.row(&[
            ("sourcedId", &format!("role-{user}")),
            ("userSourcedId", user),
            ("roleType", "primary"),
            ("role", role),
            ("orgSourcedId", org),
        ])
    }
}

fn course_id(school: &School, grade: &str) -> String {
    format!("course-{}-{grade}", school.slug)
}

fn manifest(folder: &Path) -> io::Result<()> {
    let mut table = Table::create(folder, "manifest.csv", "propertyName,value")?;
    let mut say = |name: &str, value| table.row(&[("propertyName", name), ("value", value)]);
    say("manifest.version", "1.0")?;
    say("oneroster.version", "1.2")?;
    for file in
        ["academicSessions", "classes", "courses", "demographics", "enrollments", "orgs", "roles", "users"]
    {
        say(&format!("file.{file}"), "bulk")?;
    }
    for file in [
        "categories",
        "classResources",
        "courseResources",
        "lineItemLearningObjectiveIds",
        "lineItems",
        "lineItemScoreScales",
        "resources",
        "resultLearningObjectiveIds",
        "results",
        "resultScoreScales",
        "scoreScales",
        "userProfiles",
        "userResources",
    ] {
        say(&format!("file.{file}"), "absent")?;
    }
    say("source.systemName", "Passerelle, démonstration")?;
    say("source.systemCode", "passerelle-demo")?;
    table.finish()
}

fn sessions(folder: &Path) -> io::Result<()> {
    let mut table = Table::create(folder, "academicSessions.csv", SESSIONS)?;
    for (id, title, kind, start, end, parent) in [
        (SCHOOL_YEAR_ID, "2026-2027", "schoolYear", "2026-09-08", "2027-06-25", ""),
        ("session-2026-2027-1", "Semestre 1", "semester", "2026-09-08", "2027-01-29", SCHOOL_YEAR_ID),
        ("session-2026-2027-2", "Semestre 2", "semester", "2027-02-01", "2027-06-25", SCHOOL_YEAR_ID),
    ] {
        table.row(&[
            ("sourcedId", id),
            ("title", title),
            ("type", kind),
            ("startDate", start),
            ("endDate", end),
            ("parentSourcedId", parent),
            ("schoolYear", "2027"),
        ])?;
    }
    table.finish()
}
