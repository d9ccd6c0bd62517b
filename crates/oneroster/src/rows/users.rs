use jiff::civil::Date;

use super::Row;
use crate::fields::Fields;
use crate::{Metadata, Role, RosterFile, SourcedId, Version};

/// A row of users.csv: a student, somebody on the staff, a guardian. The standard's `password` column is never
/// taken, nor can it be asked for as metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub line: u64,
    pub sourced_id: SourcedId,
    /// `enabledUser`; true where it is blank.
    pub enabled: bool,
    pub username: Option<String>,
    pub given_name: String,
    pub middle_name: Option<String>,
    pub family_name: String,
    /// Since 1.2.
    pub preferred_given_name: Option<String>,
    /// Since 1.2.
    pub preferred_family_name: Option<String>,
    /// The number by which the school knows the person.
    pub identifier: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// As written: the standard asks for CEDS codes such as `07` and `KG`.
    pub grades: Vec<String>,
    /// 1.1 (`orgSourcedIds`): the orgs the person belongs to, at least one there. 1.2 has them in roles.csv.
    pub orgs: Vec<SourcedId>,
    /// 1.2: the org that comes first for the person.
    pub primary_org: Option<SourcedId>,
    /// 1.1: what the person is in all of `orgs`. 1.2 has it in roles.csv.
    pub role: Option<Role>,
    pub metadata: Metadata,
}

impl Row for User {
    const FILE: RosterFile = RosterFile::Users;

    fn required_columns(version: Version) -> &'static [&'static str] {
        match version {
            Version::V1_1 => &["sourcedId", "orgSourcedIds", "role", "givenName", "familyName"],
            Version::V1_2 => &["sourcedId", "givenName", "familyName"],
        }
    }

    fn read(fields: &mut Fields<'_>, version: Version) -> Option<User> {
        if version == Version::V1_1 {
            fields.required("orgSourcedIds");
        }
        let role = match version {
            Version::V1_1 => fields.required_word("role"),
            Version::V1_2 => fields.word("role"),
        };
        Some(User {
            line: fields.line(),
            sourced_id: fields.required_id("sourcedId"),
            enabled: fields.flag("enabledUser").unwrap_or(true),
            username: fields.text("username"),
            given_name: fields.required("givenName"),
            middle_name: fields.text("middleName"),
            family_name: fields.required("familyName"),
            preferred_given_name: fields.text("preferredGivenName"),
            preferred_family_name: fields.text("preferredFamilyName"),
            identifier: fields.text("identifier"),
            email: fields.text("email"),
            phone: fields.text("phone"),
            grades: fields.list("grades"),
            orgs: fields.list("orgSourcedIds").into_iter().map(SourcedId).collect(),
            primary_org: fields.id("primaryOrgSourcedId"),
            role,
            metadata: fields.metadata(),
        })
    }
}

/// A row of roles.csv (since 1.2): what a user is in one org.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserRole {
    pub line: u64,
    pub sourced_id: SourcedId,
    pub user: SourcedId,
    pub org: SourcedId,
    pub role: Role,
    /// `roleType` is `primary`; false where it is blank.
    pub primary: bool,
    pub begin_on: Option<Date>,
    pub end_on: Option<Date>,
}

impl Row for UserRole {
    const FILE: RosterFile = RosterFile::Roles;

    fn required_columns(_: Version) -> &'static [&'static str] {
        &["sourcedId", "userSourcedId", "role", "orgSourcedId"]
    }

    fn read(fields: &mut Fields<'_>, _: Version) -> Option<UserRole> {
        let sourced_id = fields.required_id("sourcedId");
        let user = fields.required_id("userSourcedId");
        let role = fields.required_word("role");
        let org = fields.required_id("orgSourcedId");
        let primary = fields.either("roleType", "OneRoster role type", ("primary", "secondary"));
        let (begin_on, end_on) = (fields.day("beginDate"), fields.day("endDate"));
        let primary = primary.unwrap_or(false);
        Some(UserRole { line: fields.line(), sourced_id, user, org, role: role?, primary, begin_on, end_on })
    }
}

/// A row of userProfiles.csv (since 1.2): an account that a user has in some system. Its `password` column is
/// never taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserProfile {
    pub line: u64,
    pub sourced_id: SourcedId,
    pub user: SourcedId,
    pub kind: Option<String>,
    /// Whose system it is.
    pub vendor: Option<String>,
    pub application: Option<String>,
    pub username: String,
}

impl Row for UserProfile {
    const FILE: RosterFile = RosterFile::UserProfiles;

    fn required_columns(_: Version) -> &'static [&'static str] {
        &["sourcedId", "userSourcedId", "username"]
    }

    fn read(fields: &mut Fields<'_>, _: Version) -> Option<UserProfile> {
        Some(UserProfile {
            line: fields.line(),
            sourced_id: fields.required_id("sourcedId"),
            user: fields.required_id("userSourcedId"),
            kind: fields.text("profileType"),
            vendor: fields.text("vendorId"),
            application: fields.text("applicationId"),
            username: fields.required("username"),
        })
    }
}

/// A row of demographics.csv. Only the birth date is taken; what a portal doesn't need it shouldn't hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demographics {
    pub line: u64,
    /// The row has its user's id.
    pub user: SourcedId,
    pub birth_on: Option<Date>,
}

impl Row for Demographics {
    const FILE: RosterFile = RosterFile::Demographics;

    fn required_columns(_: Version) -> &'static [&'static str] {
        &["sourcedId"]
    }

    fn read(fields: &mut Fields<'_>, _: Version) -> Option<Demographics> {
        let user = fields.required_id("sourcedId");
        Some(Demographics { line: fields.line(), user, birth_on: fields.day("birthDate") })
    }
}
