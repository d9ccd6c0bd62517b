use super::schools::{School, share};

/// The most students in a homeroom.
const FULL: usize = 29;

/// A class in which students are registered: `10-B`.
pub(super) struct Homeroom {
    pub(super) grade: u8,
    /// As CEDS writes it.
    pub(super) grade_code: &'static str,
    /// Among those of its grade, from 0.
    pub(super) at: usize,
    /// Of its grade.
    pub(super) rooms: usize,
    pub(super) students: usize,
}

impl Homeroom {
    pub(super) fn title(&self) -> String {
        format!("{}-{}", self.grade, letters(self.at))
    }

    pub(super) fn id(&self, school: &School) -> String {
        format!("class-{}-{}", school.slug, self.title().to_lowercase())
    }
}

impl School {
    /// The homerooms of all grades; those of a grade are of one size, give or take one.
    pub(super) fn homerooms(&self) -> impl Iterator<Item = Homeroom> {
        self.grades.iter().flat_map(|grade| {
            let rooms = grade.students.div_ceil(FULL);
            let sizes = share(grade.students, &vec![1; rooms]).into_iter().enumerate();
            sizes.map(move |(at, students)| Homeroom {
                grade: grade.number,
                grade_code: grade.code,
                at,
                rooms,
                students,
            })
        })
    }
}

/// A to Z, then AA, AB …
fn letters(at: usize) -> String {
    let last = char::from(b'A' + (at % 26) as u8);
    if at < 26 { last.to_string() } else { letters(at / 26 - 1) + &last.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 1, 25, 26, 27, 52, 702].map(letters), ["A", "B", "Z", "AA", "AB", "BA", "AAA"]);
    }
}
