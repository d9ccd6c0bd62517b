//! People's names: folded for searching, keyed for sorting, shortened to initials.

use std::sync::LazyLock;

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Canadian French order: accents count from the end of a word (côte, coté…), as in CLDR's fr-CA.
static FRENCH_ORDER: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| Collator::try_new(locale!("fr-CA").into(), CollatorOptions::default()).ok());

/// Folds text for searching: case and accents go, ligatures open, everything that isn't a letter or
/// a figure becomes one blank, except `%`, `_` and `\`, which stay so that they are searched for
/// literally. « N’Guessan-Œuvré » gives `n guessan oeuvre`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for symbol in text.nfkd().filter(|symbol| !is_combining_mark(*symbol)) {
        match symbol {
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ł' | 'Ł' => folded.push('l'),
            'ø' | 'Ø' => folded.push('o'),
            'đ' | 'Đ' => folded.push('d'),
            'ı' | 'İ' => folded.push('i'),
            '%' | '_' | '\\' => folded.push(symbol),
            _ if symbol.is_alphanumeric() => folded.extend(symbol.to_lowercase()),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Bytes whose order is the French order of "family, given": what lists sort by. The family name
/// decides first, whole.
pub fn sort_key(family: &str, given: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(64);
    for name in [family, given] {
        if let Some(order) = FRENCH_ORDER.as_ref() {
            let Ok(()) = order.write_sort_key_to(name, &mut key);
        } else {
            key.extend(fold(name).bytes());
        }
        key.push(0);
    }
    key
}

/// At most two initials for a face: « AD » of Amina Diallo; one for scripts without capitals.
pub fn initials(given: &str, family: &str) -> String {
    [given, family]
        .iter()
        .filter_map(|name| name.chars().find(|symbol| symbol.is_alphanumeric()))
        .flat_map(char::to_uppercase)
        .collect()
}
