use std::collections::VecDeque;

use csv::ByteRecord;
use jiff::civil::Date;

use crate::header::Header;
use crate::vocabulary::Vocabulary;
use crate::{MAX_VALUE_CHARS, Metadata, Problem, Reason, RosterFile, SourcedId};

/// The values of one row, by column. A wrong value adds a problem and reads as blank: so a row reads all of its
/// columns, every problem is seen, and [`crate::Rows`] leaves out the rows that had any.
pub struct Fields<'r> {
    pub(crate) file: RosterFile,
    pub(crate) line: u64,
    pub(crate) record: &'r ByteRecord,
    pub(crate) header: &'r mut Header,
    pub(crate) problems: &'r mut VecDeque<Problem>,
}

impl Fields<'_> {
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// A text that may be blank. Line ends within it are `\n`, whatever they were.
    pub(crate) fn text(&mut self, column: &'static str) -> Option<String> {
        let at = self.header.find(column)?;
        match self.value_at(at) {
            Ok(value) => value,
            Err(reason) => {
                self.wrong(column, reason);
                None
            }
        }
    }

    /// A text that may not be blank; empty if it is (and then there is a problem).
    pub(crate) fn required(&mut self, column: &'static str) -> String {
        let before = self.problems.len();
        let value = self.text(column);
        if value.is_none() && self.problems.len() == before {
            self.wrong(column, Reason::EmptyRequired);
        }
        value.unwrap_or_default()
    }

    pub(crate) fn id(&mut self, column: &'static str) -> Option<SourcedId> {
        self.text(column).map(SourcedId)
    }

    pub(crate) fn required_id(&mut self, column: &'static str) -> SourcedId {
        SourcedId(self.required(column))
    }

    /// Several values in one, between commas.
    pub(crate) fn list(&mut self, column: &'static str) -> Vec<String> {
        let list = self.text(column).unwrap_or_default();
        list.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
    }

    /// A day, as the standard writes it: 2026-09-01.
    pub(crate) fn day(&mut self, column: &'static str) -> Option<Date> {
        let value = self.text(column)?;
        let day = if is_day_shaped(&value) { value.parse().ok() } else { None };
        if day.is_none() {
            self.wrong(column, Reason::BadDate { value });
        }
        day
    }

    /// One of the standard's words.
    pub(crate) fn word<V: Vocabulary>(&mut self, column: &'static str) -> Option<V> {
        let value = self.text(column)?;
        let word = V::parse(&value);
        if word.is_none() {
            let expected = V::WORDS.iter().map(|(word, _)| *word).collect();
            self.wrong(column, Reason::UnknownValue { value, what: V::WHAT, expected });
        }
        word
    }

    /// One of the standard's words; where it is `None`, there is a problem.
    pub(crate) fn required_word<V: Vocabulary>(&mut self, column: &'static str) -> Option<V> {
        let before = self.problems.len();
        let word = self.word(column);
        if word.is_none() && self.problems.len() == before {
            self.wrong(column, Reason::EmptyRequired);
        }
        word
    }

    /// `yes` or `no` as a bool, `None` where blank.
    pub(crate) fn either(
        &mut self,
        column: &'static str,
        what: &'static str,
        (yes, no): (&'static str, &'static str),
    ) -> Option<bool> {
        let value = self.text(column)?;
        if value.eq_ignore_ascii_case(yes) {
            Some(true)
        } else if value.eq_ignore_ascii_case(no) {
            Some(false)
        } else {
            self.wrong(column, Reason::UnknownValue { value, what, expected: vec![yes, no] });
            None
        }
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self, column: &'static str) -> Option<bool> {
        self.either(column, "OneRoster boolean", ("true", "false"))
    }

    /// The columns that the caller asked for.
    pub(crate) fn metadata(&mut self) -> Metadata {
        let names = self.header.metadata().clone();
        let mut values = Vec::with_capacity(names.len());
        for (name, at) in names.iter().zip(self.header.metadata_at()) {
            let value = at.map_or(Ok(None), |at| self.value_at(at));
            values.push(value.unwrap_or_else(|reason| {
                self.problems.push_back(Problem::of_value(self.file, self.line, name, reason));
                None
            }));
        }
        Metadata::new(names, values)
    }

    /// The value without blanks around it; `None` where nothing is left.
    fn value_at(&self, at: usize) -> Result<Option<String>, Reason> {
        let bytes = self.record.get(at).unwrap_or_default();
        let value = str::from_utf8(bytes).map_err(|_| Reason::InvalidUtf8)?.trim();
        if let Some(c) = value.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            return Err(Reason::ControlCharacter { code_point: u32::from(c) });
        }
        if value.chars().nth(MAX_VALUE_CHARS).is_some() {
            return Err(Reason::too_long());
        }
        Ok((!value.is_empty()).then(|| value.to_owned()))
    }

    fn wrong(&mut self, column: &'static str, reason: Reason) {
        self.problems.push_back(Problem::of_value(self.file, self.line, column, reason));
    }
}

/// Four digits, two and two; whether there is such a day is for jiff, which would take other forms too.
fn is_day_shaped(value: &str) -> bool {
    let bytes = value.as_bytes();
    let dash = |at: usize| at == 4 || at == 7;
    bytes.len() == 10
        && bytes.iter().enumerate().all(
            |(at, byte)| {
                if dash(at) { *byte == b'-' } else { byte.is_ascii_digit() }
            },
        )
}
