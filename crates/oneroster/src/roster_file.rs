use std::fmt;

/// The files of a bundle that this crate reads. Others (results, resources …) are passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RosterFile {
    Manifest,
    Orgs,
    Users,
    /// Since OneRoster 1.2.
    Roles,
    /// Since OneRoster 1.2.
    UserProfiles,
    AcademicSessions,
    Courses,
    Classes,
    Enrollments,
    Demographics,
}

impl RosterFile {
    /// Every file, the manifest first, then in an order in which each only refers to earlier ones.
    pub const ALL: [RosterFile; 10] = [
        RosterFile::Manifest,
        RosterFile::Orgs,
        RosterFile::Users,
        RosterFile::Roles,
        RosterFile::UserProfiles,
        RosterFile::AcademicSessions,
        RosterFile::Courses,
        RosterFile::Classes,
        RosterFile::Enrollments,
        RosterFile::Demographics,
    ];

    /// Its name in the bundle: `academicSessions.csv`.
    pub fn name(self) -> &'static str {
        match self {
            RosterFile::Manifest => "manifest.csv",
            RosterFile::Orgs => "orgs.csv",
            RosterFile::Users => "users.csv",
            RosterFile::Roles => "roles.csv",
            RosterFile::UserProfiles => "userProfiles.csv",
            RosterFile::AcademicSessions => "academicSessions.csv",
            RosterFile::Courses => "courses.csv",
            RosterFile::Classes => "classes.csv",
            RosterFile::Enrollments => "enrollments.csv",
            RosterFile::Demographics => "demographics.csv",
        }
    }

    /// Without it there is no roster.
    pub(crate) fn is_required(self) -> bool {
        matches!(self, RosterFile::Orgs | RosterFile::Users)
    }

    /// The file of this name, whatever its case.
    pub(crate) fn named(name: &str) -> Option<RosterFile> {
        RosterFile::ALL.into_iter().find(|file| file.name().eq_ignore_ascii_case(name))
    }
}

impl fmt::Display for RosterFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
