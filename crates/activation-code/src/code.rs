//! The code itself.

use std::fmt;

use rand::CryptoRng;
use zeroize::Zeroizing;

use crate::alphabet::{PLACES, RANDOM_PLACES, Symbol, check_symbol, weighted_sum};
use crate::typed::{CodeTypo, fold};

/// A code whose check character is right; whether it opens anything is for the store to say.
///
/// `Display` is the form for people, `7KQ4-MN2P-X9T3`. `Debug` shows nothing, so that a code can't
/// slip into a log. The memory is wiped when the value is dropped.
///
/// Comparing two codes takes a time that depends on them. Find stored codes by
/// [`crate::CodeKeys::lookup`].
#[derive(Clone, PartialEq, Eq)]
pub struct ActivationCode(Zeroizing<String>);

impl ActivationCode {
    /// Makes a new code; every one of the 29¹¹ is equally likely.
    ///
    /// That no live code is the same is for the caller's unique index on the look-up: two among a
    /// million are equal with a chance of 4 × 10⁻⁵.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        let mut random = Zeroizing::new([Symbol::default(); RANDOM_PLACES]);
        for symbol in random.iter_mut() {
            *symbol = Symbol::random(rng);
        }
        let check = check_symbol(&random);
        Self::from_symbols(random.iter().copied().chain([check]))
    }

    /// Reads what a person typed or pasted.
    ///
    /// Case, blanks and dashes make no difference; O is read as 0, I and L as 1, full-width forms
    /// as their ASCII ones; of a link with `/a/` only the part after it counts. At most
    /// [`crate::LONGEST_TYPED`] characters are looked at. The folding is that of [Crockford's
    /// Base32], carried further.
    ///
    /// # Errors
    /// In this order: [`CodeTypo::Length`] for a text too long to look at, [`CodeTypo::Empty`],
    /// [`CodeTypo::Character`], [`CodeTypo::Length`], and [`CodeTypo::CheckCharacter`] for twelve
    /// good symbols that are no code.
    ///
    /// [Crockford's Base32]: https://www.crockford.com/base32.html
    pub fn parse(typed: &str) -> Result<Self, CodeTypo> {
        let symbols = fold(typed)?;
        match symbols.len() {
            0 => Err(CodeTypo::Empty),
            PLACES if weighted_sum(&symbols) == 0 => Ok(Self::from_symbols(symbols.iter().copied())),
            PLACES => Err(CodeTypo::CheckCharacter),
            found => Err(CodeTypo::Length { found }),
        }
    }

    /// The twelve symbols without dashes: the one form that is hashed and sealed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn from_symbols(symbols: impl Iterator<Item = Symbol>) -> Self {
        // With its full size from the start the text is never moved, and no copy is left behind.
        let mut text = Zeroizing::new(String::with_capacity(PLACES));
        text.extend(symbols.map(Symbol::as_char));
        Self(text)
    }
}

impl fmt::Display for ActivationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, rest) = self.0.split_at(4);
        let (second, third) = rest.split_at(4);
        write!(f, "{first}-{second}-{third}")
    }
}

impl fmt::Debug for ActivationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ActivationCode").finish_non_exhaustive()
    }
}
