use std::sync::Arc;

/// The values of the columns that the caller asked for with [`crate::Bundle::keep_metadata`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    names: Arc<[String]>,
    /// As long as `names` and in the same order.
    values: Vec<Option<String>>,
}

impl Metadata {
    pub(crate) fn new(names: Arc<[String]>, values: Vec<Option<String>>) -> Metadata {
        Metadata { names, values }
    }

    /// The value of a column that was asked for, whatever the name's case. `None` where it is blank, where the
    /// file has no such column, and where nobody asked for it.
    pub fn get(&self, name: &str) -> Option<&str> {
        let at = self.names.iter().position(|asked| asked.eq_ignore_ascii_case(name))?;
        self.values.get(at)?.as_deref()
    }

    /// Names and values of those that have one, in the order in which they were asked for.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.names.iter().zip(&self.values);
        pairs.filter_map(|(name, value)| Some((name.as_str(), value.as_deref()?)))
    }
}
