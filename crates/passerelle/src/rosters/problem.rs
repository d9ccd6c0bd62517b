use std::fmt;

/// One thing that is wrong with a bundle: « users.csv, line 14, column role: … ».
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RosterProblem(pub String);

impl RosterProblem {
    /// A problem that only the portal sees, told like the ones of the format.
    pub fn at(file: &str, line: u64, column: &str, reason: impl fmt::Display) -> Self {
        Self(format!("{file}, line {line}, column {column}: {reason}"))
    }
}

impl From<oneroster::Problem> for RosterProblem {
    fn from(problem: oneroster::Problem) -> Self {
        Self(problem.to_string())
    }
}

impl fmt::Display for RosterProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Everything that is wrong: all of it counted, the first hundred kept.
#[derive(Default, Debug)]
pub struct Problems {
    pub first: Vec<RosterProblem>,
    pub count: usize,
}

impl Problems {
    pub fn add(&mut self, problem: impl Into<RosterProblem>) {
        self.count += 1;
        if self.first.len() < 100 {
            self.first.push(problem.into());
        }
    }
}
