use super::Community;

/// Portugal and Brazil.
#[rustfmt::skip] // many names to a line
pub(super) const PORTUGUESE: Community = Community::two_family_names(
    18,
    &[("pt", 70), ("fr", 30)],
    &[
        "Ana", "Beatriz", "Caetano", "Conceição", "Duarte", "Gonçalo", "Inês", "João", "Luísa", "Mafalda",
        "Matilde", "Tomás",
    ],
    &[
        "Almeida", "Brandão", "Carvalho", "Costa", "da Silva", "de Araújo", "dos Santos", "Gonçalves",
        "Magalhães", "Pereira", "Simões", "Teixeira",
    ],
);

#[rustfmt::skip] // many names to a line
pub(super) const UKRAINIAN: Community = Community::one_family_name(
    16,
    &[("uk", 85), ("en", 15)],
    &[
        "Andriy", "Bohdan", "Danylo", "Kateryna", "Maksym", "Marichka", "Oksana", "Olena", "Solomiia", "Taras",
        "Viktoriia", "Yaroslav",
    ],
    &[
        "Bondarenko", "Franchuk", "Hrytsenko", "Kovalenko", "Kravchuk", "Lysenko", "Melnyk", "Petrenko",
        "Rudenko", "Shevchuk", "Tkachenko", "Zakharchuk",
    ],
);

#[rustfmt::skip] // many names to a line
pub(super) const UKRAINIAN_IN_CYRILLIC: Community = Community::own_script(
    3,
    &[("uk", 1)],
    &["Олена", "Тарас", "Марічка", "Богдан", "Соломія"],
    &["Шевчук", "Коваленко", "Мельник", "Бондаренко"],
);

/// Turkey, Poland, Romania, the Czech lands.
#[rustfmt::skip] // many names to a line
pub(super) const EAST_EUROPEAN: Community = Community::one_family_name(
    16,
    &[("fr", 30), ("tr", 25), ("pl", 20), ("ro", 25)],
    &[
        "Bogdan", "Defne", "Elif", "Grzegorz", "Ioana", "İrem", "Jiří", "Kübra", "Małgorzata", "Mihai", "Ömer",
        "Ștefan", "Wojciech", "Zeynep",
    ],
    &[
        "Aydın", "Chrząszczewski", "Çelik", "Dvořák", "Ionescu", "Kaya", "Kowalczyk", "Öztürk", "Popescu",
        "Şahin", "Țăranu", "Wiśniewski", "Yıldırım", "Żurawski",
    ],
);
