use super::Plan;
use super::names::slug;
use super::random::Random;

pub(super) const DISTRICT_ID: &str = "org-grands-lacs";
pub(super) const DISTRICT_NAME: &str = "Conseil scolaire des Grands-Lacs";

/// Grades with the students in each.
type GradeSizes = &'static [(u8, usize)];

/// The three schools of the demonstration: id, name, grades, students in each grade of the usual roster.
const KNOWN: [(&str, &str, GradeSizes); 3] = [
    ("erables", "École secondaire des Érables", &[(9, 236), (10, 248), (11, 221), (12, 207)]),
    ("vieux-moulin", "École secondaire du Vieux-Moulin", &[(9, 109), (10, 114), (11, 102), (12, 95)]),
    ("riviere-claire", "École élémentaire Rivière-Claire", &[(7, 126), (8, 122)]),
];

/// What further schools are called after: 24 × 10 names, secondary and elementary.
#[rustfmt::skip] // many to a line
const PLACES: [&str; 24] = [
    "du Lac", "de la Baie", "de l’Île", "du Ruisseau", "de la Pointe", "du Portage", "de la Colline",
    "du Pont", "de la Chute", "du Sentier", "de la Rive", "du Phare", "de l’Anse", "du Marais",
    "de la Clairière", "du Rocher", "de la Grève", "du Canal", "de la Passe", "du Vallon", "de la Montée",
    "du Quai", "de la Plage", "du Détroit",
];
#[rustfmt::skip] // many to a line
const QUALITIES: [&str; 10] = [
    "aux-Lys", "aux-Huards", "aux-Pins", "d’Argent", "aux-Outardes", "du-Nord", "aux-Bouleaux", "des-Brumes",
    "aux-Cèdres", "aux-Loutres",
];

pub(super) struct School {
    /// Short and within ids: `erables`.
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) grades: Vec<Grade>,
}

pub(super) struct Grade {
    pub(super) number: u8,
    /// As CEDS writes it: `07`, `10`.
    pub(super) code: &'static str,
    pub(super) students: usize,
}

impl School {
    pub(super) fn id(&self) -> String {
        format!("org-{}", self.slug)
    }

    pub(super) fn students(&self) -> usize {
        self.grades.iter().map(|grade| grade.students).sum()
    }

    /// All schools of the plan, its students shared among them: the known ones keep their proportions.
    pub(super) fn all(plan: &Plan) -> Vec<School> {
        let sketches: Vec<_> = (0..plan.schools).map(|at| sketch(at, plan.seed)).collect();
        let weights: Vec<_> = sketches.iter().map(|(_, _, grades)| total(grades)).collect();
        let sizes = share(plan.students, &weights);
        let schools = sketches.into_iter().zip(sizes);
        schools
            .map(|((slug, name, grades), students)| School { slug, name, grades: fill(&grades, students) })
            .collect()
    }
}

type Sketch = (String, String, Vec<(u8, usize)>);

/// The school at this place in the list, with the students it would have in a district of ordinary size.
fn sketch(at: usize, seed: u64) -> Sketch {
    if let Some((slug, name, grades)) = KNOWN.get(at) {
        return ((*slug).to_owned(), (*name).to_owned(), grades.to_vec());
    }
    let mut random = Random::new(seed, &[1, at]);
    // 77 and 240 have no common factor: every name comes up before one returns with a number.
    let (turn, nth) = (at / 240, at * 77 % 240);
    let number = if turn == 0 { String::new() } else { format!(" {}", turn + 1) };
    let place = format!("{}-{}{number}", PLACES[nth % 24], QUALITIES[nth / 24]);
    let elementary = at % 3 == 2;
    let level = if elementary { "élémentaire" } else { "secondaire" };
    let name = format!("École {level} {place}");
    let grades = if elementary {
        let size = 60 + random.below(90);
        vec![(7, size), (8, size)]
    } else {
        let size = 90 + random.below(150);
        vec![(9, size + 6), (10, size + 8), (11, size), (12, size - 4)]
    };
    (slug(&place), name, grades)
}

fn total(grades: &[(u8, usize)]) -> usize {
    grades.iter().map(|(_, students)| students).sum()
}

fn fill(grades: &[(u8, usize)], students: usize) -> Vec<Grade> {
    let weights: Vec<_> = grades.iter().map(|(_, students)| *students).collect();
    let sizes = share(students, &weights);
    let numbers = grades.iter().map(|(number, _)| *number);
    numbers.zip(sizes).map(|(number, students)| Grade { number, code: ceds(number), students }).collect()
}

fn ceds(grade: u8) -> &'static str {
    match grade {
        7 => "07",
        8 => "08",
        9 => "09",
        10 => "10",
        11 => "11",
        _ => "12",
    }
}

/// Shares `whole` in proportion to the weights; what rounding leaves goes where the running sum crosses a whole.
pub(super) fn share(whole: usize, weights: &[usize]) -> Vec<usize> {
    let sum = weights.iter().sum::<usize>().max(1);
    let (mut passed, mut given) = (0, 0);
    let mut shares = Vec::with_capacity(weights.len());
    for weight in weights {
        passed += weight;
        let up_to_here = (whole * passed + sum / 2) / sum;
        shares.push(up_to_here - given);
        given = up_to_here;
    }
    shares
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_usual_roster_has_its_known_sizes() {
        let schools = School::all(&Plan { schools: 3, students: 1_580, seed: 7 });
        assert_eq!(schools.iter().map(School::students).collect::<Vec<_>>(), [912, 420, 248]);
        let erables: Vec<_> = schools[0].grades.iter().map(|grade| (grade.code, grade.students)).collect();
        assert_eq!(erables, [("09", 236), ("10", 248), ("11", 221), ("12", 207)]);
    }

    #[test]
    fn every_plan_gives_each_student_one_place_and_each_school_its_name() {
        for (count, students) in [(1, 0), (1, 5), (2, 1_000), (40, 100_000), (700, 300_001)] {
            let schools = School::all(&Plan { schools: count, students, seed: 3 });
            assert_eq!(schools.iter().map(School::students).sum::<usize>(), students);
            let ids: HashSet<_> = schools.iter().map(School::id).collect();
            assert_eq!(ids.len(), count);
        }
    }
}
