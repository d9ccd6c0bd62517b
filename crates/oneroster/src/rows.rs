//! The rows of each file, and the iterator that reads them.

mod classes;
mod orgs;
mod users;

use std::collections::VecDeque;
use std::io::{self, Read};
use std::marker::PhantomData;
use std::sync::Arc;

pub use classes::{AcademicSession, Class, Course, Enrollment};
pub use orgs::Org;
pub use users::{Demographics, User, UserProfile, UserRole};

use crate::fields::Fields;
use crate::header::Header;
use crate::records::Records;
use crate::{Problem, Reason, RosterFile, Version};

/// A row of one of the files. Sealed: only this crate reads new ones.
pub trait Row: Sized {
    const FILE: RosterFile;
    /// The columns without which the file is of no use to us.
    fn required_columns(version: Version) -> &'static [&'static str];
    /// `None` only if it added a problem.
    #[doc(hidden)]
    fn read(fields: &mut Fields<'_>, version: Version) -> Option<Self>;
}

/// The rows of one file in its order, each either right or a problem; a row with several things wrong gives
/// several problems. Rows whose status is `tobedeleted` or `inactive` are passed over as if they weren't there:
/// in a bulk file that is what they mean. A file that isn't there has no rows.
pub struct Rows<'a, T> {
    version: Version,
    metadata: Arc<[String]>,
    /// `None` at the end.
    records: Option<Records<'a>>,
    /// `None` until the header was read.
    header: Option<Header>,
    problems: VecDeque<Problem>,
    row: PhantomData<fn() -> T>,
}

impl<'a, T: Row> Rows<'a, T> {
    pub(crate) fn new(
        version: Version,
        metadata: Arc<[String]>,
        bytes: io::Result<Option<Box<dyn Read + Send + 'a>>>,
    ) -> Rows<'a, T> {
        let mut rows = Rows {
            version,
            metadata,
            records: None,
            header: None,
            problems: VecDeque::new(),
            row: PhantomData,
        };
        match bytes.and_then(|bytes| bytes.map(Records::new).transpose()) {
            Ok(records) => rows.records = records,
            Err(error) => rows.stop(1, Reason::Unreadable(error.to_string())),
        }
        rows
    }

    fn stop(&mut self, line: u64, reason: Reason) {
        self.records = None;
        self.problems.push_back(Problem::of_row(T::FILE, line, reason));
    }

    /// Goes on by one record. `Some` is a good row; `None` may have added problems, or reached the end.
    fn step(&mut self) -> Option<T> {
        let records = self.records.as_mut()?;
        let advanced = records.advance();
        let line = records.line();
        match advanced {
            Ok(true) if self.header.is_some() => self.read_row(),
            Ok(true) => {
                self.read_header();
                None
            }
            Ok(false) => {
                self.records = None;
                if self.header.is_none() {
                    self.stop(1, Reason::NoHeader);
                }
                None
            }
            Err(reason) => {
                debug_assert!(reason.ends_the_file());
                self.stop(line, reason);
                None
            }
        }
    }

    fn read_header(&mut self) {
        let Some(records) = &self.records else { return };
        let line = records.line();
        let required = T::required_columns(self.version);
        match Header::parse(records.current(), required, self.metadata.clone()) {
            Ok(header) => self.header = Some(header),
            Err(faults) => {
                let problems = faults.into_iter().map(|(column, reason)| Problem {
                    file: T::FILE,
                    line,
                    column,
                    reason,
                });
                self.problems.extend(problems);
                self.records = None;
            }
        }
    }

    fn read_row(&mut self) -> Option<T> {
        let (Some(records), Some(header)) = (&self.records, &mut self.header) else {
            return None;
        };
        let (line, record) = (records.line(), records.current());
        if record.iter().all(|value| value.trim_ascii().is_empty()) {
            return None;
        }
        if record.len() != header.len() {
            let reason = Reason::WrongFieldCount { expected: header.len(), found: record.len() };
            self.problems.push_back(Problem::of_row(T::FILE, line, reason));
            return None;
        }
        let mut fields = Fields { file: T::FILE, line, record, header, problems: &mut self.problems };
        if !is_there(&mut fields) {
            return None;
        }
        let row = T::read(&mut fields, self.version);
        row.filter(|_| self.problems.is_empty())
    }
}

/// Whether the row counts. In bulk files the status should be blank; 1.0 and some systems write it still.
fn is_there(fields: &mut Fields<'_>) -> bool {
    let Some(status) = fields.text("status") else {
        return true;
    };
    if status.eq_ignore_ascii_case("active") {
        return true;
    }
    if !["tobedeleted", "inactive"].iter().any(|gone| status.eq_ignore_ascii_case(gone)) {
        let expected = vec!["active", "tobedeleted"];
        let reason = Reason::UnknownValue { value: status, what: "OneRoster status", expected };
        fields.problems.push_back(Problem::of_value(fields.file, fields.line, "status", reason));
    }
    false
}

impl<T: Row> Iterator for Rows<'_, T> {
    type Item = Result<T, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(problem) = self.problems.pop_front() {
                return Some(Err(problem));
            }
            if let Some(row) = self.step() {
                return Some(Ok(row));
            }
            if self.records.is_none() && self.problems.is_empty() {
                return None;
            }
        }
    }
}
