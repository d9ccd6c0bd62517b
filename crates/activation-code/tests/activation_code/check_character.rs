//! What the check character catches, counted exhaustively over 500 codes.

use activation_code::{ALPHABET, ActivationCode, CodeTypo};

use crate::codes;

/// Reads a changed code; `true` if the change was noticed, and noticed as what it is.
fn caught(symbols: &[u8]) -> bool {
    let typed = str::from_utf8(symbols).unwrap();
    ActivationCode::parse(typed) == Err(CodeTypo::CheckCharacter)
}

#[test]
fn every_single_wrong_symbol_is_caught() {
    let mut tried = 0;
    for code in codes(500) {
        for place in 0..12 {
            for symbol in ALPHABET.bytes() {
                let mut changed = code.as_str().as_bytes().to_vec();
                if std::mem::replace(&mut changed[place], symbol) != symbol {
                    tried += 1;
                    assert!(caught(&changed), "{symbol} at place {place}");
                }
            }
        }
    }
    assert_eq!(tried, 500 * 12 * 28);
}

#[test]
fn every_swap_of_two_different_symbols_is_caught() {
    let (mut neighbours, mut others) = (0, 0);
    for code in codes(500) {
        for first in 0..12 {
            for second in first + 1..12 {
                let mut swapped = code.as_str().as_bytes().to_vec();
                swapped.swap(first, second);
                if swapped != code.as_str().as_bytes() {
                    *if second == first + 1 { &mut neighbours } else { &mut others } += 1;
                    assert!(caught(&swapped), "places {first} and {second}");
                }
            }
        }
    }
    // All but the pairs that happen to be equal, about 1 in 29.
    assert!(neighbours > 500 * 11 * 9 / 10, "{neighbours}");
    assert!(others > 500 * 55 * 9 / 10, "{others}");
}

#[test]
fn one_symbol_taken_for_another_at_two_places_is_caught() {
    let mut tried = 0;
    for code in codes(500) {
        let symbols = code.as_str().as_bytes();
        for first in 0..12 {
            for second in first + 1..12 {
                if symbols[first] != symbols[second] {
                    continue;
                }
                for symbol in ALPHABET.bytes().filter(|&symbol| symbol != symbols[first]) {
                    let mut changed = symbols.to_vec();
                    (changed[first], changed[second]) = (symbol, symbol);
                    tried += 1;
                    assert!(caught(&changed), "{symbol} at places {first} and {second}");
                }
            }
        }
    }
    assert!(tried > 10_000, "{tried}");
}

#[test]
fn exactly_one_check_character_fits() {
    for code in codes(500) {
        let random = &code.as_str()[..11];
        let fitting = |last: &char| ActivationCode::parse(&format!("{random}{last}")).is_ok();
        assert_eq!(ALPHABET.chars().filter(fitting).count(), 1);
    }
}
