use std::fmt;

/// The id a row has in the school's information system: any text, never empty, unique within its file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcedId(pub(crate) String);

impl SourcedId {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for SourcedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for SourcedId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}
