use super::random::Random;

/// A postal address, as the family writes it.
#[derive(Clone)]
pub(super) struct Address {
    pub(super) line1: String,
    /// Often empty.
    pub(super) line2: String,
    pub(super) city: &'static str,
    pub(super) postal_code: String,
}

/// Invented towns, with the beginning of a postal code such as the North of Ontario has.
#[rustfmt::skip] // many to a line
const TOWNS: [(&str, &str); 9] = [
    ("Pointe-aux-Érables", "P3Z"), ("Vieux-Moulin", "P0X"), ("Rivière-Claire", "P0Y"), ("Lac-Doré", "P1Z"),
    ("Sainte-Aurore", "P0Z"), ("Baie-du-Huard", "P5Z"), ("Saint-Anselme-des-Pins", "P2X"),
    ("Anse-au-Cèdre", "P6Z"), ("North Harbour", "P7X"),
];

#[rustfmt::skip] // many to a line
const STREETS: [&str; 32] = [
    "rue des Pins", "rue de l’Église", "chemin du Lac", "rue Principale", "avenue des Bouleaux",
    "rue du Moulin", "chemin de la Côte-à-Zéphir", "rue des Mélèzes", "boulevard des Grands-Lacs",
    "rue de la Forge", "croissant Bellevue", "rue du Huard", "chemin de la Rivière", "rue Notre-Dame",
    "avenue du Parc", "rue des Cheminots", "rang Saint-Joseph", "rue de l’Hôtel-de-Ville",
    "promenade du Rivage", "rue des Épinettes", "rue Sainte-Cécile", "chemin du Vieux-Quai", "rue du Castor",
    "avenue Laurier", "Maple Street", "King Street", "Lakeshore Road", "Mill Road", "Birch Crescent",
    "rue de l’Aurore", "rue du Collège", "montée des Orignaux",
];

/// Canada Post uses no D, F, I, O, Q or U.
const LETTERS: &[u8] = b"ABCEGHJKLMNPRSTVWXYZ";

/// Draws an address in or near the school's town.
pub(super) fn draw(random: &mut Random, school: usize) -> Address {
    let town = if random.percent(75) { school % TOWNS.len() } else { random.below(TOWNS.len()) };
    let (city, area) = TOWNS[town];
    let street = random.pick(&STREETS);
    let number = 1 + random.below(2_400);
    let french = street.starts_with(char::is_lowercase);
    let line1 = if french { format!("{number}, {street}") } else { format!("{number} {street}") };
    let line2 = match random.below(100) {
        0..14 => format!("app. {}", 1 + random.below(48)),
        14..17 => format!("C.P. {}", 10 + random.below(900)),
        17..19 => "unité B".to_owned(),
        _ => String::new(),
    };
    let letter = char::from(*random.pick(LETTERS));
    let postal_code = format!("{area} {}{letter}{}", random.below(10), random.below(10));
    Address { line1, line2, city, postal_code }
}

/// Where the Diallo family of the demonstration lives: Amina and Ibrahim share it.
pub(super) fn of_the_diallos() -> Address {
    Address {
        line1: "48, rue des Pins".to_owned(),
        line2: "app. 6".to_owned(),
        city: TOWNS[0].0,
        postal_code: format!("{} 2B7", TOWNS[0].1),
    }
}
