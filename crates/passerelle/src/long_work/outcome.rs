use serde::{Deserialize, Serialize};
use wording::Value;

use crate::{students::StudentId, web::Frame};

/// What came of a job, or has come of it so far, as its page tells it. It holds keys of sentences and
/// figures, never a name or a code.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Outcome {
    pub lines: Vec<Line>,
    /// Students that were passed over, each with its reason; the first [`Outcome::MOST_NAMED`].
    pub left_out: Vec<LeftOut>,
    /// How many were passed over in all.
    pub left_out_count: i64,
    /// What is asked once it is done.
    pub question: Option<Question>,
    /// How the files that it made are fetched while they are kept.
    pub download: Option<Link>,
    pub links: Vec<Link>,
}

/// A sentence with its figures.
#[derive(Clone, Serialize, Deserialize)]
pub struct Line {
    pub key: String,
    pub figures: Vec<(String, i64)>,
}

/// A student passed over, and the key of why.
#[derive(Clone, Serialize, Deserialize)]
pub struct LeftOut {
    pub student: StudentId,
    pub reason: String,
}

/// « Oui » or « Non », each with where it leads: a path below the school's, without a slash in front.
#[derive(Clone, Serialize, Deserialize)]
pub struct Question {
    pub key: String,
    pub yes: String,
    pub no: String,
}

/// Where one goes on: a path below the school's, without a slash in front.
#[derive(Clone, Serialize, Deserialize)]
pub struct Link {
    pub key: String,
    pub path: String,
}

impl Outcome {
    /// So many students passed over are named; the count tells how many there are.
    pub const MOST_NAMED: usize = 200;

    /// Adds a student that was passed over.
    pub fn leave_out(&mut self, student: StudentId, reason: &str) {
        self.left_out_count += 1;
        if self.left_out.len() < Self::MOST_NAMED {
            self.left_out.push(LeftOut { student, reason: reason.to_owned() });
        }
    }
}

impl Line {
    pub fn new(key: &str, figures: &[(&str, i64)]) -> Self {
        let figures = figures.iter().map(|(name, figure)| ((*name).to_owned(), *figure)).collect();
        Self { key: key.to_owned(), figures }
    }

    /// The sentence in the reader's language.
    pub fn text(&self, f: &Frame) -> String {
        let values: Vec<(&str, Value<'_>)> =
            self.figures.iter().map(|(name, figure)| (name.as_str(), (*figure).into())).collect();
        f.portal.catalogue.say(f.language, &self.key, &values)
    }
}
