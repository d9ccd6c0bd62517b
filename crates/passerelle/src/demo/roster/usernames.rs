use std::collections::HashMap;

use super::cast::{STAFF, STUDENTS};
use super::names::slug;

/// The names people sign in with: each given once.
pub(super) struct Usernames(HashMap<String, u32>);

impl Usernames {
    /// The cast has its own already.
    pub(super) fn with_those_of_the_cast() -> Usernames {
        let students = STUDENTS.iter().map(|student| username(student.given, student.family));
        let staff = STAFF.iter().map(|person| username(person.given, person.family));
        Usernames(students.chain(staff).map(|name| (name, 1)).collect())
    }

    /// `chloe.gagnon`, or `chloe.gagnon2` where that is taken.
    pub(super) fn take(&mut self, given: &str, family: &str) -> String {
        let name = username(given, family);
        let taken = self.0.entry(name.clone()).or_insert(0);
        *taken += 1;
        if *taken == 1 { name } else { format!("{name}{taken}") }
    }
}

/// First and last name in the letters a to z: `florence.ndayishimiye-saint-amour`.
pub(super) fn username(given: &str, family: &str) -> String {
    format!("{}.{}", slug(given), slug(family))
}
