//! The people whom the documentation and the tests know by name: there whatever the seed.

/// A student of the cast, in the grade's homeroom of that letter (or its last one, if it has fewer).
pub(super) struct CastStudent {
    /// Among the known schools.
    pub(super) school: usize,
    pub(super) grade: u8,
    /// 0 is A.
    pub(super) room: usize,
    pub(super) given: &'static str,
    pub(super) family: &'static str,
    /// The student's number, within [`RESERVED`].
    pub(super) number: u32,
    /// Month and day of birth; the year follows from the grade.
    pub(super) born: (u8, u8),
    pub(super) language: &'static str,
    pub(super) guardian_email: &'static str,
}

/// What a member of the staff does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Post {
    Counsellor,
    Principal,
    DistrictAdministrator,
}

pub(super) struct CastStaff {
    /// Among the known schools; `None` for the district.
    pub(super) school: Option<usize>,
    pub(super) given: &'static str,
    pub(super) family: &'static str,
    pub(super) post: Post,
}

/// Numbers that no other student gets, as what comes after 309.
pub(super) const RESERVED: std::ops::Range<u32> = 441_200..441_300;

const ERABLES: usize = 0;
const VIEUX_MOULIN: usize = 1;
const RIVIERE_CLAIRE: usize = 2;

pub(super) const STAFF: [CastStaff; 6] = [
    counsellor(ERABLES, "Julie", "Roy"),
    counsellor(ERABLES, "Marc", "Okafor"),
    CastStaff { school: Some(ERABLES), given: "Anne", family: "Tremblay", post: Post::Principal },
    counsellor(VIEUX_MOULIN, "Paul", "Gagnon"),
    counsellor(RIVIERE_CLAIRE, "Nadia", "Beaumont"),
    CastStaff { school: None, given: "Sophie", family: "Bah", post: Post::DistrictAdministrator },
];

#[rustfmt::skip] // a student to a line
pub(super) const STUDENTS: [CastStudent; 14] = [
    student(ERABLES, 10, 1, "Amina", "Diallo", 441_207, (3, 14), "fr", "fatou.diallo@familles.example"),
    student(ERABLES, 10, 0, "Noah", "Tremblay", 441_215, (6, 2), "fr", "isabelle.tremblay@familles.example"),
    student(VIEUX_MOULIN, 10, 0, "Liam", "Fortin", 441_223, (11, 27), "fr", ""),
    student(RIVIERE_CLAIRE, 7, 0, "Ibrahim", "Diallo", 441_231, (8, 9), "fr", "fatou.diallo@familles.example"),
    student(ERABLES, 11, 0, "Florence", "Ndayishimiye-Saint-Amour", 441_240, (1, 30), "fr", ""),
    student(ERABLES, 10, 1, "Yasmine", "El Amrani", 441_248, (9, 18), "ar", "karima.elamrani@familles.example"),
    student(ERABLES, 12, 0, "Benoît", "Saint-Amour", 441_252, (4, 5), "fr", "luc.saint-amour@familles.example"),
    student(ERABLES, 9, 0, "Zeynep", "Kaya", 441_259, (2, 29), "tr", "emine.kaya@familles.example"),
    student(ERABLES, 9, 1, "Chloé", "Gagnon", 441_263, (12, 12), "fr", "annie.gagnon@familles.example"),
    student(ERABLES, 11, 1, "Şule", "Çelik", 441_268, (5, 21), "tr", ""),
    student(ERABLES, 12, 1, "Łukasz", "Żółć", 441_274, (10, 3), "pl", "ewa.zolc@familles.example"),
    student(ERABLES, 9, 2, "Thị Hương", "Nguyễn", 441_281, (7, 16), "vi", "van.nguyen@familles.example"),
    student(ERABLES, 10, 2, "小雨", "李", 441_286, (1, 8), "zh", "li.mei@familles.example"),
    student(ERABLES, 11, 2, "ليلى", "حداد", 441_293, (6, 25), "ar", "samir.haddad@familles.example"),
];

/// Names that chance could make of the lists and that somebody well known bears.
#[rustfmt::skip] // many to a line
const WELL_KNOWN: [(&str, &str); 12] = [
    ("Adama", "Traoré"), ("Alassane", "Ouattara"), ("Elias", "Khoury"), ("Hugo", "Houle"), ("Jacob", "Tremblay"),
    ("Moussa", "Sow"), ("Moussa", "Traoré"), ("Ousmane", "Sow"), ("Ryan", "Murphy"), ("Seydou", "Keïta"),
    ("Souleymane", "Cissé"), ("Vincent", "Lacroix"),
];

/// Whether nobody may be drawn with this name: somebody of the cast bears it, or somebody well known.
pub(super) fn is_taken(given: &str, family: &str) -> bool {
    let student = STUDENTS.iter().any(|student| student.given == given && student.family == family);
    WELL_KNOWN.contains(&(given, family))
        || student
        || STAFF.iter().any(|person| person.given == given && person.family == family)
}

const fn counsellor(school: usize, given: &'static str, family: &'static str) -> CastStaff {
    CastStaff { school: Some(school), given, family, post: Post::Counsellor }
}

#[expect(clippy::too_many_arguments, reason = "one line of the list above for each student")]
const fn student(
    school: usize,
    grade: u8,
    room: usize,
    given: &'static str,
    family: &'static str,
    number: u32,
    born: (u8, u8),
    language: &'static str,
    guardian_email: &'static str,
) -> CastStudent {
    CastStudent { school, grade, room, given, family, number, born, language, guardian_email }
}
