use std::io::{self, Read};

use csv::{ByteRecord, ReaderBuilder, Terminator};

use crate::Reason;
use crate::text::{Limit, MAX_FILE_BYTES, MAX_RECORD_BYTES, Text};

/// The records of a CSV file (RFC 4180, the header one of them), each with the line on which it begins.
pub(crate) struct Records<'a> {
    csv: csv::Reader<Text<Box<dyn Read + Send + 'a>>>,
    record: ByteRecord,
    line: u64,
}

impl<'a> Records<'a> {
    pub(crate) fn new(bytes: Box<dyn Read + Send + 'a>) -> io::Result<Records<'a>> {
        let csv = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .terminator(Terminator::Any(b'\n'))
            .from_reader(Text::new(bytes, MAX_FILE_BYTES)?);
        Ok(Records { csv, record: ByteRecord::new(), line: 1 })
    }

    /// Goes to the next record; `false` at the end. Blank lines are passed over.
    ///
    /// # Errors
    /// Only reasons for which nothing more can be read ([`Reason::ends_the_file`]).
    pub(crate) fn advance(&mut self) -> Result<bool, Reason> {
        self.line = self.csv.position().line();
        self.csv.get_mut().start_record();
        match self.csv.read_byte_record(&mut self.record) {
            Ok(false) => Ok(false),
            Ok(true) => self.place(),
            Err(error) => Err(self.broken(&error)),
        }
    }

    /// The record that [`Self::advance`] went to.
    pub(crate) fn current(&self) -> &ByteRecord {
        &self.record
    }

    /// The line on which it begins.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// Finds the line on which the record begins. The reader's own number is that of the line after the
    /// previous record, which is wrong where blank lines follow; so count back from where this one ended.
    fn place(&mut self) -> Result<bool, Reason> {
        let within = self.record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64;
        let unclosed = self.csv.get_ref().at_end();
        let closing = if unclosed { 0 } else { 1 };
        self.line = self.csv.position().line().saturating_sub(within + closing);
        if unclosed { Err(Reason::UnclosedQuote) } else { Ok(true) }
    }

    fn broken(&self, error: &csv::Error) -> Reason {
        match self.csv.get_ref().limit_hit() {
            Some(Limit::File) => Reason::FileTooLarge { max_bytes: MAX_FILE_BYTES },
            Some(Limit::Record) => Reason::RecordTooLong { max_bytes: MAX_RECORD_BYTES },
            None => Reason::Unreadable(error.to_string()),
        }
    }
}
