use std::collections::HashMap;
use std::sync::Arc;

use csv::ByteRecord;

use crate::Reason;

/// The header line of one file: which column stands where.
pub(crate) struct Header {
    /// As they stand in the file, without blanks around.
    names: Vec<String>,
    /// The columns looked up so far, so that each is searched once a file and not once a row.
    found: HashMap<&'static str, Option<usize>>,
    /// The columns that the caller asked for, and where they are.
    metadata: Arc<[String]>,
    metadata_at: Vec<Option<usize>>,
}

/// What is wrong with a header: a column (none for the whole line) and the reason.
pub(crate) type Fault = (Option<String>, Reason);

impl Header {
    /// Reads the header line.
    ///
    /// # Errors
    /// All that is wrong with it, at least one.
    pub(crate) fn parse(
        record: &ByteRecord,
        required: &[&str],
        metadata: Arc<[String]>,
    ) -> Result<Header, Vec<Fault>> {
        let names: Vec<String> =
            record.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
        if let [only] = names.as_slice()
            && only.contains([';', '\t'])
        {
            return Err(vec![(None, Reason::NotCommaSeparated)]);
        }
        let mut faults: Vec<Fault> = Vec::new();
        for name in required.iter().filter(|name| position(&names, name).is_none()) {
            faults.push((Some((*name).to_owned()), Reason::MissingColumn));
        }
        for (at, name) in names.iter().enumerate() {
            if !name.is_empty() && position(&names, name).is_some_and(|first| first < at) {
                faults.push((Some(name.chars().take(60).collect()), Reason::DuplicateColumn));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let metadata_at = metadata.iter().map(|name| position(&names, name)).collect();
        Ok(Header { names, found: HashMap::new(), metadata, metadata_at })
    }

    /// How many columns there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// Where the column stands, if the file has it.
    pub(crate) fn find(&mut self, name: &'static str) -> Option<usize> {
        let names = &self.names;
        *self.found.entry(name).or_insert_with(|| position(names, name))
    }

    /// The names of the metadata columns that were asked for.
    pub(crate) fn metadata(&self) -> &Arc<[String]> {
        &self.metadata
    }

    /// Where they stand, in the same order.
    pub(crate) fn metadata_at(&self) -> &[Option<usize>] {
        &self.metadata_at
    }
}

fn position(names: &[String], name: &str) -> Option<usize> {
    names.iter().position(|candidate| candidate.eq_ignore_ascii_case(name))
}
