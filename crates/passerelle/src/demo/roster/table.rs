use std::fs::File;
use std::io;
use std::path::Path;

/// One CSV file being written.
pub(super) struct Table {
    columns: Vec<&'static str>,
    csv: csv::Writer<File>,
}

impl Table {
    /// Begins the file with its header line; `columns` stand between commas.
    pub(super) fn create(folder: &Path, name: &str, columns: &'static str) -> io::Result<Table> {
        let columns: Vec<_> = columns.split(',').collect();
        let mut csv = csv::Writer::from_writer(File::create(folder.join(name))?);
        csv.write_record(&columns)?;
        Ok(Table { columns, csv })
    }

    /// Writes a row of these values; the other columns are blank. The values come in the columns' order.
    pub(super) fn row(&mut self, values: &[(&str, &str)]) -> io::Result<()> {
        let mut left = values.iter().peekable();
        for column in &self.columns {
            let value = left.next_if(|(name, _)| name == column).map_or("", |(_, value)| value);
            self.csv.write_field(value)?;
        }
        debug_assert!(left.next().is_none(), "columns out of order: {values:?}");
        self.csv.write_record(None::<&[u8]>)?;
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.csv.flush()
    }
}
