//! The district and its schools.

pub mod store;

use database::{Millis, typed_id};
use sea_orm::FromQueryResult;

typed_id!(
    /// Names a school.
    SchoolId
);
typed_id!(
    /// Names a district.
    DistrictId
);

/// A school as pages and acts need it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct School {
    pub id: SchoolId,
    pub district_id: DistrictId,
    /// Its part of an address: `erables`.
    pub short_name: String,
    pub name: String,
    /// When a roster last wrote it and its students.
    pub roster_at: Millis,
}

/// The part of an address that a school's name gives: folded, without the words that all schools'
/// names have in common, at most 40 letters. « École secondaire des Érables » gives `erables`.
pub fn short_name(name: &str) -> String {
    const COMMON: [&str; 18] = [
        "ecole",
        "secondaire",
        "elementaire",
        "primaire",
        "publique",
        "catholique",
        "intermediaire",
        "school",
        "high",
        "secondary",
        "elementary",
        "public",
        "catholic",
        "de",
        "des",
        "du",
        "la",
        "the",
    ];
    let folded = wording::names::fold(name);
    let words = || {
        folded
            .split(' ')
            .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
            .filter(|word| !word.is_empty())
    };
    let mut own: Vec<String> = words().filter(|word| !COMMON.contains(&word.as_str())).collect();
    if own.is_empty() {
        own = words().collect();
    }
    let short: String = own.join("-").chars().take(40).collect();
    // Addresses under /staff that aren't a school's.
    let taken = ["", "account", "district", "forgot", "reset"].contains(&short.as_str());
    if taken { "school".to_owned() } else { short }
}

#[cfg(test)]
mod tests {
    use super::short_name;

    #[test]
    fn short_names_keep_what_tells_schools_apart() {
        for (name, short) in [
            ("École secondaire des Érables", "erables"),
            ("École secondaire du Vieux-Moulin", "vieux-moulin"),
            ("École élémentaire Rivière-Claire", "riviere-claire"),
            ("Public School", "public-school"),
            ("学校", "school"),
            ("District", "school"),
            ("Account", "school"),
        ] {
            assert_eq!(short_name(name), short);
        }
    }
}
