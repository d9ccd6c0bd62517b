//! A form's fields as they come back: what was typed and, after bad input, what is wrong with it.

/// One field of a form as its page shows it.
#[derive(Clone, Default, Debug)]
pub struct Field {
    /// What was typed, to be shown again. Never a password.
    pub value: String,
    /// The key of the sentence about it, if it was refused.
    pub error: Option<&'static str>,
}

impl Field {
    pub fn typed(value: &str) -> Self {
        Self { value: value.to_owned(), error: None }
    }

    pub fn with_error(value: &str, error: Option<&'static str>) -> Self {
        Self { value: value.to_owned(), error }
    }
}

/// What is wrong with a form, in the order of its fields: (the field's id, the sentence's key).
#[derive(Clone, Default, Debug)]
pub struct FieldErrors(pub Vec<(&'static str, &'static str)>);

impl FieldErrors {
    /// Collects the fields that have an error.
    pub fn of<const N: usize>(fields: [(&'static str, &Field); N]) -> Self {
        Self(fields.into_iter().filter_map(|(id, field)| Some((id, field.error?))).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }
}
