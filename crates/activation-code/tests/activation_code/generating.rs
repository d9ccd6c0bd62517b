//! Making codes: COD-05 and what chance must look like.

use std::collections::HashSet;

use activation_code::{ALPHABET, ActivationCode};

use crate::{EXAMPLE, codes, example};

#[test]
fn ten_thousand_codes_are_distinct_and_of_one_shape() {
    let codes = codes(10_000);
    for code in &codes {
        assert_eq!(code.as_str().len(), 12);
        assert!(code.as_str().chars().all(|symbol| ALPHABET.contains(symbol)));
        assert_eq!(code.to_string().replace('-', ""), code.as_str());
        assert_eq!(&ActivationCode::parse(&code.to_string()).unwrap(), code);
    }
    assert_eq!(codes.iter().map(ActivationCode::as_str).collect::<HashSet<_>>().len(), 10_000);
}

/// 10 000 codes put each symbol at each place about 345 times, with a standard deviation of 18; 110
/// are six.
#[test]
fn symbols_come_equally_often_at_every_place() {
    let codes = codes(10_000);
    for place in 0..12 {
        for symbol in ALPHABET.bytes() {
            let times = codes.iter().filter(|code| code.as_str().as_bytes()[place] == symbol).count();
            assert!(times.abs_diff(345) < 110, "{symbol} at place {place}: {times} times");
        }
    }
}

#[test]
fn the_alphabet_is_that_of_d1() {
    assert_eq!(ALPHABET.len(), 29);
    assert_eq!(ALPHABET.chars().collect::<HashSet<_>>().len(), 29);
    assert!(ALPHABET.chars().all(|symbol| symbol.is_ascii_digit() || symbol.is_ascii_uppercase()));
    assert!(!ALPHABET.contains(['A', 'E', 'I', 'O', 'U', 'Y', 'L']));
}

#[test]
fn people_see_three_groups_and_logs_see_nothing() {
    assert_eq!(example().to_string(), EXAMPLE);
    assert_eq!(format!("{:?}", example()), "ActivationCode { .. }");
}

#[test]
fn a_generator_behind_a_reference_to_a_trait_object_will_do() {
    let mut rng = crate::fixed_rng();
    let rng: &mut dyn rand::CryptoRng = &mut rng;
    assert_eq!(ActivationCode::generate(rng), codes(1)[0]);
}
