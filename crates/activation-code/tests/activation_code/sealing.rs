//! Codes at rest: sealed with a key, bound to a row.

use activation_code::{CodeKeys, Keyring, SEALED_BYTES, SealBroken};

use crate::{codes, example, fixed_rng};

const ROW: &[u8] = b"row 12";

/// Sealed outside this crate (Python's cryptography and an HChaCha20 of its own, checked against
/// the draft's vector) with the secret 00 01 … 1f and the nonce 64 65 … 7b. If this no longer
/// opens, nor do live codes.
const SEALED_EXAMPLE: [u8; SEALED_BYTES] = [
    0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x70, 0x71, 0x72, 0x73, 0x74,
    0x75, 0x76, 0x77, 0x78, 0x79, 0x7a, 0x7b, 0xe8, 0xe9, 0x20, 0x55, 0x6c, 0x1e, 0x5c, 0x6b, 0x08, 0x0d,
    0xfc, 0x37, 0x7c, 0xca, 0x3b, 0x1a, 0xd0, 0xfe, 0x4a, 0x46, 0xae, 0xd3, 0x53, 0xef, 0xd4, 0x26, 0x89,
    0x6f,
];

fn keys(id: u32) -> CodeKeys {
    CodeKeys::derive(id, &[id as u8; 32])
}

#[test]
fn what_was_sealed_can_be_opened() {
    let mut rng = fixed_rng();
    for code in codes(100) {
        let sealed = keys(1).seal(&code, ROW, &mut rng);
        assert_eq!(sealed.len(), SEALED_BYTES);
        assert_eq!(keys(1).open(&sealed, ROW), Ok(code));
    }
}

#[test]
fn the_stored_form_is_xchacha20_poly1305_under_the_labelled_key() {
    let secret = std::array::from_fn(|place| place as u8);
    assert_eq!(CodeKeys::derive(1, &secret).open(&SEALED_EXAMPLE, ROW), Ok(example()));
}

#[test]
fn the_same_code_is_sealed_differently_each_time() {
    let mut rng = fixed_rng();
    let (once, again) = (keys(1).seal(&example(), ROW, &mut rng), keys(1).seal(&example(), ROW, &mut rng));
    assert_ne!(once[..24], again[..24]);
    assert_ne!(once[24..], again[24..]);
}

#[test]
fn another_row_or_another_key_does_not_open_it() {
    let sealed = keys(1).seal(&example(), ROW, &mut fixed_rng());
    assert_eq!(keys(1).open(&sealed, b"row 13"), Err(SealBroken::Altered));
    assert_eq!(keys(1).open(&sealed, b""), Err(SealBroken::Altered));
    assert_eq!(keys(2).open(&sealed, ROW), Err(SealBroken::Altered));
}

#[test]
fn every_flipped_bit_and_every_cut_is_noticed() {
    let sealed = keys(1).seal(&example(), ROW, &mut fixed_rng());
    for bit in 0..SEALED_BYTES * 8 {
        let mut flipped = sealed.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(keys(1).open(&flipped, ROW), Err(SealBroken::Altered), "bit {bit}");
    }
    for length in 0..SEALED_BYTES {
        assert_eq!(keys(1).open(&sealed[..length], ROW), Err(SealBroken::Altered), "cut to {length} bytes");
    }
    assert_eq!(keys(1).open(&[sealed, vec![0]].concat(), ROW), Err(SealBroken::Altered));
}

#[test]
fn a_ring_opens_what_its_older_keys_sealed() {
    let ring = Keyring::new(keys(3), vec![keys(2), keys(1)]);
    for id in 1..=3 {
        let sealed = keys(id).seal(&example(), ROW, &mut fixed_rng());
        assert_eq!(ring.open(id, &sealed, ROW), Ok(example()));
        assert_eq!(ring.open(4, &sealed, ROW), Err(SealBroken::UnknownKey { key_id: 4 }));
        assert_eq!(ring.open(id % 3 + 1, &sealed, ROW), Err(SealBroken::Altered));
        assert_eq!(ring.open(id, &sealed, b"row 13"), Err(SealBroken::Altered));
    }
    assert_eq!(ring.current().id(), 3);
}

#[test]
fn of_two_keys_with_one_id_the_current_counts() {
    let ring = Keyring::new(keys(1), vec![CodeKeys::derive(1, &[9; 32])]);
    let sealed = keys(1).seal(&example(), ROW, &mut fixed_rng());
    assert_eq!(ring.open(1, &sealed, ROW), Ok(example()));
}

#[test]
fn keys_show_only_their_ids() {
    let ring = Keyring::new(keys(2), vec![keys(1)]);
    assert_eq!(
        format!("{ring:?}"),
        "Keyring { current: CodeKeys { id: 2, .. }, older: [CodeKeys { id: 1, .. }] }"
    );
}

#[test]
fn broken_seals_read_as_sentences_for_operators() {
    assert_eq!(
        SealBroken::UnknownKey { key_id: 4 }.to_string(),
        "no key with id 4 to open the activation code"
    );
    assert_eq!(
        SealBroken::Altered.to_string(),
        "the sealed activation code is damaged, misplaced or under another secret"
    );
}
