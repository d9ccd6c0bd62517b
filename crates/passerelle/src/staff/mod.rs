//! Counsellors and administrators: who they are, what their roles reach.

mod administrator_of;
mod counsellor_of;
pub mod frame;
mod pages;
mod session;
pub mod store;

use std::{fmt, str::FromStr};

use database::typed_id;

pub use administrator_of::AdministratorOf;
pub use counsellor_of::CounsellorOf;
pub use pages::schools_of;
pub use session::SignedInStaff;

typed_id!(
    /// Names a member of the staff.
    StaffId
);

/// What a member of the staff may do, at one school or in the district.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RoleKind {
    Counsellor,
    SchoolAdministrator,
    DistrictAdministrator,
}

impl RoleKind {
    /// As it stands in columns and settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counsellor => "counsellor",
            Self::SchoolAdministrator => "school-administrator",
            Self::DistrictAdministrator => "district-administrator",
        }
    }

    /// The key of what people call it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Counsellor => "staff-role-counsellor",
            Self::SchoolAdministrator => "staff-role-school-administrator",
            Self::DistrictAdministrator => "staff-role-district-administrator",
        }
    }
}

impl fmt::Display for RoleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The text names no role.
#[derive(Debug)]
pub struct NoSuchRole;

impl FromStr for RoleKind {
    type Err = NoSuchRole;

    fn from_str(text: &str) -> Result<Self, NoSuchRole> {
        [Self::Counsellor, Self::SchoolAdministrator, Self::DistrictAdministrator]
            .into_iter()
            .find(|role| role.name() == text)
            .ok_or(NoSuchRole)
    }
}
impl fmt::Display for NoSuchRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("counsellor, school-administrator or district-administrator")
    }
}
impl std::error::Error for NoSuchRole {}

/// A staff account was opened or given a role on the command line.
pub struct StaffAdded {
    pub staff: StaffId,
    pub role: RoleKind,
    pub school: Option<crate::schools::SchoolId>,
}

impl crate::audit::Event for StaffAdded {
    const NAME: &'static str = "staff-added";
    fn school(&self) -> Option<uuid::Uuid> {
        self.school.map(|school| school.0)
    }
    fn details(&self) -> String {
        format!("staff={} role={}", self.staff, self.role)
    }
}

/// The password of a staff account was set on the command line.
pub struct PasswordSet {
    pub staff: StaffId,
}

impl crate::audit::Event for PasswordSet {
    const NAME: &'static str = "staff-password-set";
    fn details(&self) -> String {
        format!("staff={}", self.staff)
    }
}
