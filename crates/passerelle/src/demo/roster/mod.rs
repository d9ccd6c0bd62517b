//! A demonstration roster: the OneRoster 1.2 bundle of a district that doesn't exist, of any size, the same for
//! the same plan. It goes in through the importer like a real one. Nobody in it is a real person: names are
//! drawn at random from lists, addresses are invented, and mail addresses are on `.example` (RFC 2606).

mod addresses;
mod cast;
mod communities;
mod homerooms;
mod names;
mod random;
mod romanized;
mod schools;
mod staff;
mod students;
mod table;
mod tables;
mod usernames;

use std::fs;
use std::io;
use std::path::Path;

use schools::School;
use staff::Staff;
use students::Students;
use tables::Tables;
use usernames::Usernames;

/// More students than this run out of nine-digit numbers that begin with 309.
const MAX_STUDENTS: usize = 900_000;

/// What roster to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// At least 1. The first three are always the same ones; further ones are invented.
    pub schools: usize,
    /// In all schools together, at most 900,000. With 3 schools, 1,580 gives each its known size.
    pub students: usize,
    /// Another seed gives other people. The cast of the demonstration stays the same.
    pub seed: u64,
}

/// Writes the bundle's files into the folder, which is made if need be; files of those names are replaced.
///
/// # Errors
/// `InvalidInput` for a plan out of bounds, and whatever the disk says.
pub fn write(plan: &Plan, folder: &Path) -> io::Result<()> {
    if plan.schools == 0 || plan.students > MAX_STUDENTS {
        let bounds = format!("a roster needs at least 1 school and at most {MAX_STUDENTS} students");
        return Err(io::Error::new(io::ErrorKind::InvalidInput, bounds));
    }
    fs::create_dir_all(folder)?;
    let mut tables = Tables::create(folder)?;
    let mut usernames = Usernames::with_those_of_the_cast();
    let schools = School::all(plan);
    let mut before = 0;

    tables.district()?;
    for (at, school) in schools.iter().enumerate() {
        tables.school(school)?;
        for grade in &school.grades {
            tables.course(school, grade.code)?;
        }
        let staff = Staff::of(school, at, plan.seed, &mut usernames);
        for person in &staff {
            tables.staff(person)?;
        }
        let mut students = Students::new(plan.seed, at, &staff, before);
        before += school.students();
        for room in school.homerooms() {
            tables.homeroom(school, &room)?;
            for seat in 0..room.students {
                let student = students.in_seat(&room, seat, &mut usernames);
                tables.student(school, &room, &student)?;
            }
        }
    }
    for person in Staff::of_the_district() {
        tables.staff(&person)?;
    }
    tables.finish()
}
