//! What filters of a list are made of.

/// A choice of a filter: its value, what it is called, whether it is chosen.
pub struct FilterOption {
    pub value: String,
    pub name: String,
    pub chosen: bool,
}

impl FilterOption {
    pub fn new(value: &str, name: String, asked: &str) -> Self {
        Self { chosen: value == asked, value: value.to_owned(), name }
    }
}

/// A filter that is on: what it says, and the address without it.
pub struct Chip {
    pub name: String,
    pub without: String,
}

/// An address with what is asked for, without the empty parts.
pub fn address(here: &str, pairs: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    let query = query.finish();
    if query.is_empty() { here.to_owned() } else { format!("{here}?{query}") }
}
