use super::Community;

/// Morocco, Algeria, Tunisia.
#[rustfmt::skip] // many names to a line
pub(super) const MAGHREBI: Community = Community::one_family_name(
    75,
    &[("fr", 45), ("ar", 50), ("kab", 5)],
    &[
        "Amina", "Amine", "Anis", "Assia", "Aya", "Farah", "Hamza", "Ilyes", "Imane", "Inès", "Khadija", "Lina",
        "Malek", "Mehdi", "Meryem", "Nassim", "Rania", "Rayan", "Salma", "Sofiane", "Walid", "Yanis", "Yasmine",
        "Zakaria",
    ],
    &[
        "Aït Ouali", "Amrani", "Belkacem", "Ben Youssef", "Benali", "Bennani", "Bensaïd", "Berrada",
        "Boudjemaa", "Bouzid", "Chaoui", "Cherif", "El Amrani", "El Fassi", "El Idrissi", "Ferhat", "Gharbi",
        "Haddadi", "Kaci", "Mansouri", "Meziane", "Ould Ali", "Slimani", "Tazi", "Trabelsi", "Ziani",
    ],
);

/// Senegal, Guinea, Mali, Côte d’Ivoire …
#[rustfmt::skip] // many names to a line
pub(super) const WEST_AFRICAN: Community = Community::one_family_name(
    85,
    &[("fr", 80), ("wo", 8), ("ff", 8), ("bm", 4)],
    &[
        "Adama", "Aïcha", "Aïssatou", "Akissi", "Alassane", "Awa", "Bintou", "Boubacar", "Cheikh", "Djénéba",
        "Fanta", "Fatoumata", "Kadiatou", "Kouamé", "Mamadou", "Mariama", "Moussa", "N’Deye", "Ousmane",
        "Rokhaya", "Seydou", "Souleymane", "Tidiane", "Yao",
    ],
    &[
        "Ba", "Bamba", "Barry", "Camara", "Cissé", "Coulibaly", "Dembélé", "Diabaté", "Diagne", "Diakité",
        "Diallo", "Diarra", "Diop", "Fall", "Kaboré", "Keïta", "Koffi", "Konaté", "Kouadio", "N’Diaye",
        "N’Guessan", "Ouattara", "Sow", "Sylla", "Touré", "Traoré", "Zongo",
    ],
);

/// Congo, Burundi, Rwanda, Cameroon.
#[rustfmt::skip] // many names to a line
pub(super) const CENTRAL_AFRICAN: Community = Community::one_family_name(
    55,
    &[("fr", 78), ("ln", 8), ("rn", 6), ("sw", 8)],
    &[
        "Béni", "Bénédicte", "Chancelle", "Dorcas", "Divine", "Exaucé", "Gloria", "Grâce", "Héritier",
        "Joyeuse", "Keza", "Merveille", "Ngoné", "Naomie", "Plamedi", "Prince", "Ruth", "Teta", "Trésor",
        "Yannick",
    ],
    &[
        "Bizimana", "Fotso", "Habimana", "Ilunga", "Kabongo", "Kalala", "Kamdem", "Kasongo", "Lukusa", "Mbuyi",
        "Mugisha", "Mukendi", "Mutombo", "N’Simba", "Ndayishimiye", "Ngo Bassong", "Nkurunziza", "Nsengiyumva",
        "Tchoumi", "Tshibangu", "Uwimana",
    ],
);
