use super::Community;

#[rustfmt::skip] // many names to a line
pub(in super::super) const FRENCH: Community = Community::one_family_name(
    430,
    &[("fr", 93), ("en", 7)],
    &[
        "Adèle", "Alexis", "Alice", "Anaïs", "Antoine", "Arnaud", "Aurélie", "Béatrice", "Benjamin", "Camille",
        "Catherine", "Cédric", "Charles-Étienne", "Charlotte", "Chloé", "Clémence", "Daphnée", "Delphine",
        "Édouard", "Élise", "Éloïse", "Émile", "Emma", "Étienne", "Félix", "Florence", "Florian",
        "François-Xavier", "Frédérique", "Gabriel", "Geneviève", "Guillaume", "Hélène", "Héloïse", "Hugo",
        "Isaac", "Jacob", "Jade", "Jean-Philippe", "Jérémie", "Joëlle", "Juliette", "Justine", "Laurence",
        "Léa", "Léo", "Léonie", "Liam", "Livia", "Loïc", "Louis-David", "Madeleine", "Maëlle", "Mathéo",
        "Mathilde", "Maude", "Maxime", "Mégane", "Mélodie", "Mia", "Marie-Ève", "Marie-Soleil", "Mathis",
        "Nathan", "Noah", "Noémie", "Océane", "Olivier", "Ophélie", "Pénélope", "Philémon", "Raphaël", "Renaud",
        "Romane", "Rosalie", "Samuel", "Sarah-Maude", "Simone", "Solène", "Théo", "Thomas", "Tristan", "Victor",
        "Victoria", "Vincent", "William", "Xavier", "Zachary", "Zoé",
    ],
    &[
        "Allard", "Arsenault", "Aubé", "Beauchamp", "Beaulieu", "Bélanger", "Bélisle", "Bergeron", "Bérubé",
        "Bisson", "Bouchard", "Boulanger", "Bourgeois", "Brazeau", "Brisebois", "Carrière", "Champagne",
        "Charbonneau", "Charlebois", "Chénier", "Chrétien", "Cloutier", "Côté", "Couture", "Cyr", "D’Amours",
        "D’Aoust", "Demers", "Desjardins", "Desrosiers", "Dubé", "Dubois", "Dufresne", "Dupuis", "Fortin",
        "Gagnon", "Gauthier", "Gélinas", "Génier", "Giroux", "Gosselin", "Guérin", "Hébert", "Houle", "Hudon",
        "L’Écuyer", "L’Heureux", "Labelle", "Lachance", "Lacroix", "Laflamme", "Lafrenière", "Lajoie",
        "Lalonde", "Landry", "Langlois", "Lapointe", "Larivière", "Lavoie", "LeBlanc", "Lefebvre", "Léger",
        "Lemieux", "Levesque", "Mainville", "Marcoux", "Ménard", "Michaud", "Morin", "Nadeau", "Ouellette",
        "Paquette", "Pelletier", "Perron", "Poirier", "Prévost", "Proulx", "Quesnel", "Rancourt", "Renaud",
        "Richard", "Rivest", "Robichaud", "Rochon", "Roy", "Saint-Amour", "Saint-Denis", "Saint-Onge", "Savoie",
        "Séguin", "Sénéchal", "Simard", "St-Pierre", "Sylvestre", "Tessier", "Théberge", "Thériault",
        "Tremblay", "Trottier", "Turcotte", "Vachon", "Vaillancourt", "Villeneuve",
    ],
);

/// English and Irish names.
#[rustfmt::skip] // many names to a line
pub(super) const ENGLISH: Community = Community::one_family_name(
    95,
    &[("en", 85), ("fr", 15)],
    &[
        "Abigail", "Aidan", "Brooke", "Caitlin", "Connor", "Dylan", "Ella", "Ethan", "Grace", "Hannah", "Jack",
        "Kayleigh", "Logan", "Lucas", "Mackenzie", "Maeve", "Owen", "Paige", "Rowan", "Ryan", "Sadie", "Tyler",
    ],
    &[
        "Anderson", "Brennan", "Campbell", "Clarke", "Fitzgerald", "Fraser", "Hughes", "Kavanagh", "MacDonald",
        "McIntyre", "Mitchell", "Murphy", "O’Brien", "O'Connor", "Quinn", "Robertson", "Stewart", "Sullivan",
        "Thompson", "Walsh", "Whitfield",
    ],
);

/// Anishinaabe, Cree and Métis families of the North.
#[rustfmt::skip] // many names to a line
pub(super) const FIRST_NATIONS: Community = Community::one_family_name(
    34,
    &[("fr", 45), ("en", 40), ("oj", 9), ("cr", 6)],
    &[
        "Aiyana", "Autumn", "Cheyenne", "Dakota", "Kiona", "Memphis", "Miigwan", "Nodin", "Raven", "River",
        "Sage", "Shania", "Tallulah", "Waabigwan", "Wynter",
    ],
    &[
        "Akiwenzie", "Beaucage", "Bird", "Chum", "Corbiere", "Fox", "Iserhoff", "Kakegamic", "Metatawabin",
        "Migwans", "Nakogee", "Naokwegijig", "Okimaw", "Shawanda", "Sutherland", "Eshkibok", "Wabano",
        "Whiteduck",
    ],
);
