use jiff::civil::Date;

use super::Row;
use crate::fields::Fields;
use crate::{ClassKind, Metadata, Role, RosterFile, SourcedId, Version};

/// A row of classes.csv.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    pub line: u64,
    pub sourced_id: SourcedId,
    pub title: String,
    pub code: Option<String>,
    /// [`ClassKind::Scheduled`] where it is blank.
    pub kind: ClassKind,
    pub location: Option<String>,
    pub grades: Vec<String>,
    pub course: Option<SourcedId>,
    pub school: SourcedId,
    pub terms: Vec<SourcedId>,
    pub metadata: Metadata,
}

impl Row for Class {
    const FILE: RosterFile = RosterFile::Classes;

    fn required_columns(_: Version) -> &'static [&'static str] {
        &["sourcedId", "title", "classType", "schoolSourcedId"]
    }

    fn read(fields: &mut Fields<'_>, _: Version) -> Option<Class> {
        Some(Class {
            line: fields.line(),
            sourced_id: fields.required_id("sourcedId"),
            title: fields.required("title"),
            code: fields.text("classCode"),
            kind: fields.word("classType").unwrap_or(ClassKind::Scheduled),
            location: fields.text("location"),
            grades: fields.list("grades"),
            course: fields.id("courseSourcedId"),
            school: fields.required_id("schoolSourcedId"),
            terms: fields.list("termSourcedIds").into_iter().map(SourcedId).collect(),
            metadata: fields.metadata(),
        })
    }
}

/// A row of enrollments.csv: that somebody learns or teaches in a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrollment {
    pub line: u64,
    pub sourced_id: SourcedId,
    pub class: SourcedId,
    pub school: SourcedId,
    pub user: SourcedId,
    pub role: Role,
    /// For teachers: whether it is the one who answers for the class. False where it is blank.
    pub primary: bool,
    pub begin_on: Option<Date>,
    pub end_on: Option<Date>,
}

impl Row for Enrollment {
    const FILE: RosterFile = RosterFile::Enrollments;

    fn required_columns(_: Version) -> &'static [&'static str] {
        &["sourcedId", "classSourcedId", "schoolSourcedId", "userSourcedId", "role"]
    }

    fn read(fields: &mut Fields<'_>, _: Version) -> Option<Enrollment> {
        let sourced_id = fields.required_id("sourcedId");
        let class = fields.required_id("classSourcedId");
        let school = fields.required_id("schoolSourcedId");
        let user = fields.required_id("userSourcedId");
        let role = fields.required_word("role");
        let primary = fields.flag("primary").unwrap_or(false);
        let (begin_on, end_on) = (fields.day("beginDate"), fields.day("endDate"));
        let line = fields.line();
        Some(Enrollment { line, sourced_id, class, school, user, role: role?, primary, begin_on, end_on })
    }
}

/// A row of courses.csv.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    pub line: u64,
    pub sourced_id: SourcedId,
    pub title: String,
    pub code: Option<String>,
    pub org: Option<SourcedId>,
}

impl Row for Course {
    const FILE: RosterFile = RosterFile::Courses;

    fn required_columns(_: Version) -> &'static [&'static str] {
        &["sourcedId", "title"]
    }

    fn read(fields: &mut Fields<'_>, _: Version) -> Option<Course> {
        Some(Course {
            line: fields.line(),
            sourced_id: fields.required_id("sourcedId"),
            title: fields.required("title"),
            code: fields.text("courseCode"),
            org: fields.id("orgSourcedId"),
        })
    }
}

/// A row of academicSessions.csv: a school year, a term …
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcademicSession {
    pub line: u64,
    pub sourced_id: SourcedId,
    pub title: String,
    /// As written: `schoolYear`, `semester`, `term`, `gradingPeriod` or the sender's own.
    pub kind: Option<String>,
    pub start_on: Option<Date>,
    pub end_on: Option<Date>,
    pub parent: Option<SourcedId>,
    /// As written: the year in which the school year ends, `2027`.
    pub school_year: Option<String>,
}

impl Row for AcademicSession {
    const FILE: RosterFile = RosterFile::AcademicSessions;

    fn required_columns(_: Version) -> &'static [&'static str] {
        &["sourcedId", "title"]
    }

    fn read(fields: &mut Fields<'_>, _: Version) -> Option<AcademicSession> {
        Some(AcademicSession {
            line: fields.line(),
            sourced_id: fields.required_id("sourcedId"),
            title: fields.required("title"),
            kind: fields.text("type"),
            start_on: fields.day("startDate"),
            end_on: fields.day("endDate"),
            parent: fields.id("parentSourcedId"),
            school_year: fields.text("schoolYear"),
        })
    }
}
