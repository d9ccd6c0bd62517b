use super::addresses::{self, Address};
use super::cast::{CastStudent, Post, RESERVED, STUDENTS};
use super::homerooms::Homeroom;
use super::names::{self, slug};
use super::random::Random;
use super::staff::Staff;
use super::usernames::{Usernames, username};

/// The year in which the school year 2026–2027 begins.
const AUTUMN: u16 = 2026;

/// How many numbers begin with 309 and are not the cast's.
const NUMBERS: u64 = 1_000_000 - (RESERVED.end - RESERVED.start) as u64;

pub(super) struct Student {
    /// Nine digits.
    pub(super) number: u32,
    pub(super) username: String,
    pub(super) given: String,
    pub(super) middle: String,
    pub(super) family: String,
    /// `2011-03-14`.
    pub(super) born_on: String,
    /// BCP 47.
    pub(super) language: &'static str,
    pub(super) address: Address,
    pub(super) counsellor_id: String,
    /// Empty where the school has none.
    pub(super) guardian_email: String,
}

impl Student {
    pub(super) fn id(&self) -> String {
        format!("stu-{}", self.number)
    }

    pub(super) fn email(&self) -> String {
        format!("{}@eleves.grandslacs.example", self.username)
    }
}

/// The students of one school, seat by seat.
pub(super) struct Students {
    seed: u64,
    school: usize,
    counsellor_ids: Vec<String>,
    /// Of the whole district, so that numbers differ.
    drawn: u64,
}

impl Students {
    /// `before` counts the students of the schools that came earlier.
    pub(super) fn new(seed: u64, school: usize, staff: &[Staff], before: usize) -> Students {
        let counsellors = staff.iter().filter(|person| person.post == Post::Counsellor);
        Students { seed, school, counsellor_ids: counsellors.map(Staff::id).collect(), drawn: before as u64 }
    }

    /// Who sits there: first those of the cast who belong in the room, then others.
    pub(super) fn in_seat(&mut self, room: &Homeroom, seat: usize, usernames: &mut Usernames) -> Student {
        let mut random = Random::new(self.seed, &[3, self.school, room.grade.into(), room.at, seat]);
        let drawn = self.drawn;
        self.drawn += 1;
        let counsellor_id = self.counsellor_of(room);
        match cast_of(self.school, room).nth(seat) {
            Some(cast) => from_cast(cast, &mut random, counsellor_id),
            None => {
                let number = self.number(drawn);
                drawn_student(self.school, room, number, &mut random, counsellor_id, usernames)
            }
        }
    }

    /// Homerooms go to counsellors in pairs: A and B to the first, C and D to the second …
    fn counsellor_of(&self, room: &Homeroom) -> String {
        let turns = self.counsellor_ids.len().max(1);
        self.counsellor_ids.get((room.at / 2) % turns).cloned().unwrap_or_default()
    }

    /// A number of its own for every student: steps that have no factor in common with the count of numbers
    /// reach each before any comes again.
    fn number(&self, drawn: u64) -> u32 {
        let start = Random::new(self.seed, &[4]).below(NUMBERS as usize) as u64;
        let number = ((start + drawn * 618_031) % NUMBERS) as u32;
        let number = if number < RESERVED.start { number } else { number + RESERVED.end - RESERVED.start };
        309_000_000 + number
    }
}

fn cast_of(school: usize, room: &Homeroom) -> impl Iterator<Item = &'static CastStudent> {
    let (grade, at, last) = (room.grade, room.at, room.rooms - 1);
    STUDENTS.iter().filter(move |student| {
        student.school == school && student.grade == grade && student.room.min(last) == at
    })
}

fn from_cast(cast: &CastStudent, random: &mut Random, counsellor_id: String) -> Student {
    let (month, day) = cast.born;
    let diallo = cast.family == "Diallo";
    Student {
        number: 309_000_000 + cast.number,
        username: username(cast.given, cast.family),
        given: cast.given.to_owned(),
        middle: String::new(),
        family: cast.family.to_owned(),
        born_on: format!("{}-{month:02}-{day:02}", birth_year(cast.grade)),
        language: cast.language,
        address: if diallo { addresses::of_the_diallos() } else { addresses::draw(random, cast.school) },
        counsellor_id,
        guardian_email: cast.guardian_email.to_owned(),
    }
}

fn drawn_student(
    school: usize,
    room: &Homeroom,
    number: u32,
    random: &mut Random,
    counsellor_id: String,
    usernames: &mut Usernames,
) -> Student {
    let name = names::draw(random);
    let username = usernames.take(&name.given, &name.family);
    let guardian_email = if random.percent(72) {
        let (parent, family) = (slug(name.parent), slug(&name.family));
        format!("{parent}.{family}.{}@familles.example", number % 1_000_000)
    } else {
        String::new()
    };
    Student {
        number,
        username,
        given: name.given,
        middle: name.middle,
        family: name.family,
        born_on: birthday(room.grade, random),
        language: name.language,
        address: addresses::draw(random, school),
        counsellor_id,
        guardian_email,
    }
}

/// In Ontario the calendar year of birth decides the grade: those who turn 14 in the autumn's year begin grade 9.
fn birth_year(grade: u8) -> u16 {
    AUTUMN - u16::from(grade) - 5
}

/// A day in the year of the grade, for three of a hundred in the year before.
fn birthday(grade: u8, random: &mut Random) -> String {
    let year = birth_year(grade) - u16::from(random.percent(3));
    let month = 1 + random.below(12);
    let days = match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    format!("{year}-{month:02}-{:02}", 1 + random.below(days))
}
