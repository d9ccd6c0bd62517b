use std::{borrow::Cow, error::Error, fmt};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::{Language, numbers, typography};

/// Every sentence in both languages, by key. Built once at start.
pub struct Catalogue {
    french: FluentBundle<FluentResource>,
    english: FluentBundle<FluentResource>,
}

/// A value put into a sentence: text as it is, a number for plurals and grouped figures.
pub enum Value<'a> {
    Text(Cow<'a, str>),
    Number(i64),
}

/// Why a catalogue was not built: the file and what is wrong in it.
#[derive(Debug)]
pub struct CatalogueError(String);

impl Catalogue {
    /// Reads Fluent files (projectfluent.org, syntax 1.0) given as (language, name, text).
    /// # Errors
    /// A file that doesn't parse, or a key that stands twice in one language.
    pub fn new<'a>(
        files: impl IntoIterator<Item = (Language, &'a str, &'a str)>,
    ) -> Result<Self, CatalogueError> {
        let mut catalogue = Self {
            french: FluentBundle::new_concurrent(vec![locale("fr-CA")?]),
            english: FluentBundle::new_concurrent(vec![locale("en-CA")?]),
        };
        // Isolation marks would end up in copied text and in titles; pages use <bdi> instead.
        catalogue.french.set_use_isolating(false);
        catalogue.english.set_use_isolating(false);
        catalogue.french.set_formatter(Some(|value, _| figures(Language::French, value)));
        catalogue.english.set_formatter(Some(|value, _| figures(Language::English, value)));
        let own = [
            (Language::French, "wording.fr.ftl", include_str!("../locales/fr.ftl")),
            (Language::English, "wording.en.ftl", include_str!("../locales/en.ftl")),
        ];
        for (language, name, text) in own.into_iter().chain(files) {
            catalogue.add(language, name, text)?;
        }
        Ok(catalogue)
    }

    fn add(&mut self, language: Language, name: &str, text: &str) -> Result<(), CatalogueError> {
        let (bundle, text) = match language {
            Language::French => (&mut self.french, typography::typeset_french(text)),
            Language::English => (&mut self.english, typography::typeset_english(text)),
        };
        let resource = FluentResource::try_new(text)
            .map_err(|(_, errors)| CatalogueError(format!("{name}: {errors:?}")))?;
        bundle.add_resource(resource).map_err(|errors| CatalogueError(format!("{name}: {errors:?}")))
    }

    /// Whether a sentence stands under this key.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.bundle(language).has_message(key)
    }

    /// The sentence under `key`, with `values` in its places. A key that doesn't exist comes back
    /// as it is: the page stays whole, and a test over all pages finds it.
    pub fn say(&self, language: Language, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let bundle = self.bundle(language);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(
                Cow::Borrowed(*name),
                match value {
                    Value::Text(text) => FluentValue::from(text.as_ref()),
                    Value::Number(number) => FluentValue::from(*number),
                },
            );
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    fn bundle(&self, language: Language) -> &FluentBundle<FluentResource> {
        match language {
            Language::French => &self.french,
            Language::English => &self.english,
        }
    }
}

fn locale(tag: &str) -> Result<LanguageIdentifier, CatalogueError> {
    tag.parse().map_err(|error| CatalogueError(format!("{tag}: {error}")))
}

fn figures(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::grouped(language, number.value as i64)),
        _ => None,
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
// Templates pass references, and references to those.
impl<'a> From<&&'a String> for Value<'a> {
    fn from(text: &&'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&&'a str> for Value<'a> {
    fn from(text: &&'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<&i64> for Value<'_> {
    fn from(number: &i64) -> Self {
        Self::Number(*number)
    }
}
impl From<&usize> for Value<'_> {
    fn from(number: &usize) -> Self {
        Self::from(*number)
    }
}
impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a message file can't be read: {}", self.0)
    }
}
impl Error for CatalogueError {}
