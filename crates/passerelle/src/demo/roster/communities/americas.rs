use super::Community;

#[rustfmt::skip] // many names to a line
pub(super) const HAITIAN: Community = Community::one_family_name(
    70,
    &[("fr", 60), ("ht", 40)],
    &[
        "Anne-Rose", "Berlande", "Christelle", "Dieudonné", "Esther", "Fabiola", "Guerline", "Islande",
        "Jean-Robert", "Kervens", "Lovely", "Marckenson", "Nadège", "Ralph", "Rose-Laure", "Schneider",
        "Stanley", "Wideline", "Wilner", "Yolette",
    ],
    &[
        "Alcindor", "Augustin", "Bien-Aimé", "Casséus", "Charles", "Désir", "Dorsainvil", "Estimé", "Etienne",
        "Exantus", "Jean-Baptiste", "Jean-Louis", "Joseph", "Lafontant", "Louissaint", "Mondésir", "Noël",
        "Pierre", "Pierre-Louis", "Saint-Fleur", "Toussaint", "Vilmé",
    ],
);

#[rustfmt::skip] // many names to a line
pub(super) const LATIN_AMERICAN: Community = Community::two_family_names(
    28,
    &[("es", 75), ("fr", 25)],
    &[
        "Andrés", "Camila", "Daniela", "Emiliano", "Íñigo", "José Luis", "Joaquín", "Lucía", "María José",
        "Mateo", "Sofía", "Valentina", "Ximena",
    ],
    &[
        "Castañeda", "De la Cruz", "Fernández", "Gómez", "Gutiérrez", "Hernández", "López", "Martínez", "Muñoz",
        "Núñez", "Peña", "Ramírez", "Rodríguez", "Vásquez",
    ],
);
