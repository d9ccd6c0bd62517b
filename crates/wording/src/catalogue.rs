use std::{borrow::Cow, collections::HashMap, error::Error, fmt};

use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::{Language, numbers, typography};

/// Every sentence in both languages, by key. Built once at start.
pub struct Catalogue {
    french: Sentences,
    english: Sentences,
}

/// The sentences of one language; those without a place for a value are set once, at start.
struct Sentences {
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<String, String>,
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
        let mut catalogue = Self { french: Sentences::new("fr-CA")?, english: Sentences::new("en-CA")? };
        catalogue.french.bundle.set_formatter(Some(|value, _| figures(Language::French, value)));
        catalogue.english.bundle.set_formatter(Some(|value, _| figures(Language::English, value)));
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
        let (sentences, text) = match language {
            Language::French => (&mut self.french, typography::typeset_french(text)),
            Language::English => (&mut self.english, typography::typeset_english(text)),
        };
        let keys: Vec<String> = keys_of(&text).map(str::to_owned).collect();
        let resource = FluentResource::try_new(text)
            .map_err(|(_, errors)| CatalogueError(format!("{name}: {errors:?}")))?;
        let added = sentences.bundle.add_resource(resource);
        added.map_err(|errors| CatalogueError(format!("{name}: {errors:?}")))?;
        for key in keys {
            let mut errors = Vec::new();
            let said = sentences.format(&key, &FluentArgs::new(), &mut errors);
            if let (Some(said), true) = (said, errors.is_empty()) {
                sentences.plain.insert(key, said);
            }
        }
        Ok(())
    }

    /// Whether a sentence stands under this key.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.sentences(language).bundle.has_message(key)
    }

    /// The sentence under `key`, with `values` in its places. A key that doesn't exist comes back
    /// as it is: the page stays whole, and a test over all pages finds it.
    pub fn say(&self, language: Language, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let sentences = self.sentences(language);
        if let Some(plain) = sentences.plain.get(key) {
            return plain.clone();
        }
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
        sentences.format(key, &args, &mut Vec::new()).unwrap_or_else(|| key.to_owned())
    }

    const fn sentences(&self, language: Language) -> &Sentences {
        match language {
            Language::French => &self.french,
            Language::English => &self.english,
        }
    }
}

impl Sentences {
    fn new(tag: &str) -> Result<Self, CatalogueError> {
        let mut bundle = FluentBundle::new_concurrent(vec![locale(tag)?]);
        // Isolation marks would end up in copied text and in titles; pages use <bdi> instead.
        bundle.set_use_isolating(false);
        Ok(Self { bundle, plain: HashMap::new() })
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>, errors: &mut Vec<FluentError>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, Some(args), errors).into_owned())
    }
}

/// The keys of a Fluent file: what stands at a line's beginning before ` =`.
fn keys_of(text: &str) -> impl Iterator<Item = &str> {
    let keys = text.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
    keys.filter(|key| key.starts_with(|first: char| first.is_ascii_lowercase()) && !key.contains(' '))
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
