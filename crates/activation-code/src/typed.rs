//! Reading what people type: the folding, and what can be wrong with it.

use std::fmt;

use zeroize::Zeroizing;

use crate::alphabet::{PLACES, Symbol};

/// How many characters of a typed text are looked at; a longer one is no code. Room for a pasted
/// link.
pub const LONGEST_TYPED: usize = 256;

/// Why a typed text is no code. Found without any look-up, so it tells nothing about which codes
/// exist.
///
/// `Display` is for operators; pages have their own sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeTypo {
    /// Nothing but blanks and dashes, or a link that ends where its code should begin.
    Empty,
    /// Good symbols, but not twelve.
    Length {
        /// How many symbols; `LONGEST_TYPED + 1` for a text that was too long to be looked at.
        found: usize,
    },
    /// A character that no code has, even after folding: a vowel, a Y, another script, an emoji,
    /// NUL.
    Character,
    /// Twelve good symbols, but at least one is wrong or two are swapped.
    CheckCharacter,
}

impl fmt::Display for CodeTypo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the activation code is empty"),
            Self::Length { found } if *found > LONGEST_TYPED => {
                write!(f, "the typed text has more than {LONGEST_TYPED} characters")
            }
            Self::Length { found } => {
                write!(f, "the activation code has {found} symbols instead of {PLACES}")
            }
            Self::Character => f.write_str("the activation code has a character that no code has"),
            Self::CheckCharacter => f.write_str("the check character does not match the activation code"),
        }
    }
}

impl std::error::Error for CodeTypo {}

/// The symbols that a typed text stands for, not yet counted or checked.
pub(crate) fn fold(typed: &str) -> Result<Zeroizing<Vec<Symbol>>, CodeTypo> {
    if typed.chars().nth(LONGEST_TYPED).is_some() {
        return Err(CodeTypo::Length { found: LONGEST_TYPED + 1 });
    }
    let text = narrowed(typed);
    let text = match code_in_link(&text) {
        Some(coded) => narrowed(&percent_decoded(coded)),
        None => text,
    };
    let mut symbols = Zeroizing::new(Vec::with_capacity(LONGEST_TYPED));
    for character in text.chars().filter(|&character| !is_ignored(character)) {
        symbols.push(symbol(character).ok_or(CodeTypo::Character)?);
    }
    Ok(symbols)
}

/// Only ASCII letters change case: `K` (the Kelvin sign) and `ı` are other characters, not slips of
/// the hand.
fn symbol(character: char) -> Option<Symbol> {
    Symbol::from_char(match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    })
}

/// Full-width forms, as East Asian keyboards type them, become the ASCII ones 0xFEE0 below.
fn narrowed(text: &str) -> Zeroizing<String> {
    let narrow = |character| match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        other => other,
    };
    Zeroizing::new(text.chars().map(narrow).collect())
}

/// What follows the last `/a/` of a link, up to the next part of the link; `None` where there is no
/// `/a/`.
fn code_in_link(text: &str) -> Option<&str> {
    let marks = ["/a/", "/A/"].into_iter();
    let (_, after) = marks.filter_map(|mark| text.rsplit_once(mark)).min_by_key(|(_, after)| after.len())?;
    after.split(['?', '#', '/']).next()
}

/// Undoes percent-coding (RFC 3986, section 2.1). What isn't a valid triplet stays and is refused
/// later.
fn percent_decoded(coded: &str) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(coded.len()));
    let mut rest = coded.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let triplet = if first == b'%' { after.split_first_chunk().and_then(decoded_byte) } else { None };
        let (byte, after) = triplet.unwrap_or((first, after));
        bytes.push(byte);
        rest = after;
    }
    Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned())
}

/// The byte that two hexadecimal digits stand for, and what comes after them.
fn decoded_byte<'text>((&digits, after): (&[u8; 2], &'text [u8])) -> Option<(u8, &'text [u8])> {
    let [high, low] = digits.map(|digit| char::from(digit).to_digit(16));
    Some((u8::try_from(high? * 16 + low?).ok()?, after))
}

/// Blanks, dashes and marks that nobody sees.
fn is_ignored(character: char) -> bool {
    character.is_whitespace() || is_dash(character) || is_invisible(character)
}

/// The property `Dash` of Unicode (PropList.txt) and the hyphen bullet; U+FF0D was narrowed before.
fn is_dash(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{058A}'
            | '\u{05BE}'
            | '\u{1400}'
            | '\u{1806}'
            | '\u{2010}'..='\u{2015}'
            | '\u{2043}'
            | '\u{2053}'
            | '\u{207B}'
            | '\u{208B}'
            | '\u{2212}'
            | '\u{2E17}'
            | '\u{2E1A}'
            | '\u{2E3A}'..='\u{2E3B}'
            | '\u{2E40}'
            | '\u{2E5D}'
            | '\u{301C}'
            | '\u{3030}'
            | '\u{30A0}'
            | '\u{FE31}'..='\u{FE32}'
            | '\u{FE58}'
            | '\u{FE63}'
            | '\u{10D6E}'
            | '\u{10EAD}'
    )
}

/// What mail programs, word processors and phones slip into copied text: the soft hyphen,
/// zero-width characters with the byte order mark, and the marks of writing direction (property
/// `Bidi_Control`).
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}'
            | '\u{061C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    )
}
