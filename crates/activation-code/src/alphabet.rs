//! The 29 symbols and the arithmetic of the check character.

use rand::CryptoRng;
use zeroize::DefaultIsZeroes;

/// The symbols of a code in the order of their values, 0 to 28: digits, and consonants without L
/// and Y.
///
/// No vowel and no Y, so no word; no L, I or O, which are read as 1, 1 and 0. 29 of them because 29
/// is prime, which is what lets one check character catch every wrong symbol and every swap.
pub const ALPHABET: &str = "0123456789BCDFGHJKMNPQRSTVWXZ";

/// How many symbols a code has, the check character included.
pub(crate) const PLACES: usize = 12;
/// How many of them are random: all but the check character, which is the last.
pub(crate) const RANDOM_PLACES: usize = PLACES - 1;

const MODULUS: u8 = 29;
const _: () = assert!(ALPHABET.len() == MODULUS as usize);

/// The number that undoes the last weight: 12 × 17 = 204 = 7 × 29 + 1.
const INVERSE_OF_LAST_WEIGHT: u32 = 17;
const _: () = assert!((PLACES as u32 * INVERSE_OF_LAST_WEIGHT) % MODULUS as u32 == 1);

/// One symbol, kept as its value; always below 29.
#[derive(Clone, Copy, Default)]
pub(crate) struct Symbol(u8);

impl DefaultIsZeroes for Symbol {}

impl Symbol {
    /// The symbol that this character is, exactly: folding comes before.
    pub(crate) fn from_char(character: char) -> Option<Self> {
        (0..MODULUS)
            .zip(ALPHABET.chars())
            .find(|&(_, symbol)| symbol == character)
            .map(|(value, _)| Self(value))
    }

    pub(crate) fn as_char(self) -> char {
        char::from(ALPHABET.as_bytes()[usize::from(self.0)])
    }

    /// A uniformly random symbol. Values past the last are thrown away rather than wrapped around,
    /// which would favour the first ones.
    pub(crate) fn random(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        loop {
            let mut byte = [0];
            rng.fill_bytes(&mut byte);
            let value = byte[0] >> 3;
            if value < MODULUS {
                return Self(value);
            }
        }
    }
}

/// The symbol that completes eleven others to a code whose sum is 0.
pub(crate) fn check_symbol(random: &[Symbol; RANDOM_PLACES]) -> Symbol {
    let missing = u32::from(MODULUS) - weighted_sum(random);
    let value = missing * INVERSE_OF_LAST_WEIGHT % u32::from(MODULUS);
    Symbol(value as u8) // below 29
}

/// The sum of weight × value over the places, with weights 1, 2, 3 …, mod 29. A code's is 0.
pub(crate) fn weighted_sum(symbols: &[Symbol]) -> u32 {
    (1..).zip(symbols).map(|(weight, symbol)| weight * u32::from(symbol.0)).sum::<u32>() % u32::from(MODULUS)
}
