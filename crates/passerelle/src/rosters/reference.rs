//! What rows refer to each other by, gathered while the bundle is checked.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    rc::Rc,
};

use crate::staff::RoleKind;

/// A school of the bundle.
pub struct SchoolRef {
    pub name: String,
    pub district: String,
}

/// A role that opens the administration tool.
#[derive(Clone)]
pub struct RoleRef {
    pub kind: RoleKind,
    pub org: String,
}

/// The bundle's ids: orgs and staff whole, students as far as other files speak of them.
#[derive(Default)]
pub struct References {
    /// sourcedId → name.
    pub districts: BTreeMap<String, String>,
    pub schools: BTreeMap<String, SchoolRef>,
    /// Who has a role in the portal, by user.
    pub roles: HashMap<String, Vec<RoleRef>>,
    /// The school of each user whom roles.csv calls a student (1.2).
    pub student_orgs: HashMap<String, Rc<str>>,
    pub students: HashSet<String>,
    /// Who is in users.csv but not enabled.
    pub disabled: HashSet<String>,
    pub staff: HashSet<String>,
    /// The homeroom of each student, by its name.
    pub homerooms: HashMap<String, Rc<str>>,
    /// Birth dates, ISO.
    pub births: HashMap<String, String>,
}
