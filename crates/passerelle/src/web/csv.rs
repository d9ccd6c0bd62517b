//! Files that spreadsheets open: UTF-8 with a byte order mark, `;` between cells, CRLF after rows
//! (RFC 4180 but for the separator, which is what a French Excel expects).

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};

use super::Problem;

/// A file under way.
pub struct Csv(String);

impl Csv {
    pub fn with_headings(headings: &[String]) -> Self {
        let mut csv = Self("\u{feff}".to_owned());
        csv.row(headings);
        csv
    }

    pub fn row(&mut self, cells: &[String]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.0.push(';');
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    /// One cell. What a spreadsheet would run as a formula is made text by an apostrophe (OWASP, CSV
    /// injection), what would end the cell is quoted.
    fn cell(&mut self, text: &str) {
        let guard = if text.starts_with(STARTS_A_FORMULA) { "'" } else { "" };
        if text.contains([';', '"', '\r', '\n']) {
            self.0.push_str(&format!("\"{guard}{}\"", text.replace('"', "\"\"")));
        } else {
            self.0.push_str(guard);
            self.0.push_str(text);
        }
    }

    /// The file as an answer that browsers keep under this name, and nothing keeps on the way.
    /// # Errors
    /// The name can't stand in a header.
    pub fn download(self, name: &str) -> Result<Response, Problem> {
        let name = HeaderValue::try_from(format!("attachment; filename=\"{name}\""));
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
            (header::CONTENT_DISPOSITION, name.map_err(|error| Problem::broken(&error))?),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        Ok((headers, self.0).into_response())
    }
}

/// The full-width forms too: some spreadsheets read them as the plain ones.
const STARTS_A_FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

#[cfg(test)]
mod tests {
    use super::Csv;

    #[test]
    fn formulas_become_text_and_separators_are_quoted() {
        let mut csv = Csv::with_headings(&["Nom".to_owned(), "Courriel".to_owned()]);
        csv.row(&["=HYPERLINK(\"x\";1)".to_owned(), "a@b.org".to_owned()]);
        csv.row(&["Ada".to_owned(), "+1".to_owned()]);
        assert_eq!(csv.0, "\u{feff}Nom;Courriel\r\n\"'=HYPERLINK(\"\"x\"\";1)\";a@b.org\r\nAda;'+1\r\n");
    }
}
