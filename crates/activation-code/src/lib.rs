//! Activation codes: what a school hands to a parent, `7KQ4-MN2P-X9T3`.
//!
//! A code is eleven random symbols and one check character. This crate makes codes, reads what
//! people type, seals codes for storage and derives the keyed hash by which they are found. It does
//! no I/O and reads no clock; randomness comes in as an argument.
//!
//! ```
//! use activation_code::{ActivationCode, CodeKeys, CodeTypo};
//!
//! let code = ActivationCode::parse("  7kq4 mn2p–x9t3\n")?;
//! assert_eq!(code.to_string(), "7KQ4-MN2P-X9T3");
//! assert_eq!(ActivationCode::parse("7KQ4-MN2P-X9TD"), Err(CodeTypo::CheckCharacter));
//!
//! let keys = CodeKeys::derive(1, &[7; 32]);
//! let sealed = keys.seal(&code, b"row 12", &mut rand::rng());
//! assert_eq!(keys.open(&sealed, b"row 12")?, code);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How hard a code is to guess
//!
//! Eleven symbols out of 29 make 29¹¹ = 12,200,509,765,705,829 codes, 53.4 bits. With a million
//! live codes:
//!
//! - a guess whose check character is right hits one with a chance of 8.2 × 10⁻¹¹, 1 in 12 thousand
//!   million;
//! - a guess of twelve random symbols hits one with 2.8 × 10⁻¹², since the check stops 28 of 29 of
//!   them;
//! - someone who knows the rule and is let through with 100 guesses a second needs 3.9 years for
//!   one hit.
//!
//! The check character is no secret and adds nothing to the 53.4 bits. What keeps that someone from
//! trying for years is the limit on tries and the expiry of codes; both are the portal's.
//!
//! # What the check character catches
//!
//! The weighted sum of the twelve values is 0 mod 29. Since 29 is prime and the weights 1 to 12 are
//! distinct, a change is noticed whenever it moves the sum by a product of numbers that 29 doesn't
//! divide. So, without exception (counted exhaustively over 500 codes in
//! `tests/activation_code/check_character.rs`):
//!
//! - one wrong symbol, at any place: moved by weight × difference;
//! - two symbols swapped, neighbours or not: (difference of weights) × (difference of values);
//! - one symbol written for another at two places (`AA` for `BB`): (sum of weights, at most 23) ×
//!   difference.
//!
//! Any other error of the right length, such as two unrelated wrong symbols, passes with a
//! chance of about 1 in 29.

mod alphabet;
mod code;
mod keys;
mod typed;

pub use alphabet::ALPHABET;
pub use code::ActivationCode;
pub use keys::{CodeKeys, Keyring, SEALED_BYTES, SealBroken};
pub use typed::{CodeTypo, LONGEST_TYPED};
