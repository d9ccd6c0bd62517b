use super::cast::{Post, STAFF};
use super::names::draw;
use super::random::Random;
use super::schools::{DISTRICT_ID, School};
use super::usernames::{Usernames, username};

/// Somebody who works in one school or for the district.
pub(super) struct Staff {
    pub(super) org: String,
    pub(super) given: String,
    pub(super) family: String,
    pub(super) username: String,
    pub(super) post: Post,
}

impl Staff {
    pub(super) fn id(&self) -> String {
        format!("staff-{}", self.username.replace('.', "-"))
    }

    pub(super) fn email(&self) -> String {
        format!("{}@grandslacs.example", self.username)
    }

    /// The staff of a school: of a known one, those of the cast; of another, a principal and a counsellor for
    /// every 450 students or so.
    pub(super) fn of(school: &School, at: usize, seed: u64, usernames: &mut Usernames) -> Vec<Staff> {
        let known: Vec<_> = STAFF
            .iter()
            .filter(|person| person.school == Some(at))
            .map(|person| Staff::cast(person, school.id()))
            .collect();
        if !known.is_empty() {
            return known;
        }
        let mut random = Random::new(seed, &[2, at]);
        let counsellors = (school.students() + 225) / 450;
        let posts =
            std::iter::once(Post::Principal).chain(std::iter::repeat_n(Post::Counsellor, counsellors.max(1)));
        let people = posts.map(|post| {
            let name = draw(&mut random);
            let username = usernames.take(&name.given, &name.family);
            Staff { org: school.id(), given: name.given, family: name.family, username, post }
        });
        people.collect()
    }

    pub(super) fn of_the_district() -> Vec<Staff> {
        let district = STAFF.iter().filter(|person| person.school.is_none());
        district.map(|person| Staff::cast(person, DISTRICT_ID.to_owned())).collect()
    }

    fn cast(person: &super::cast::CastStaff, org: String) -> Staff {
        let username = username(person.given, person.family);
        Staff {
            org,
            given: person.given.to_owned(),
            family: person.family.to_owned(),
            username,
            post: person.post,
        }
    }
}
