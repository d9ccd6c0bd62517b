//! Finding a stored code by its keyed hash.

use std::collections::HashSet;

use activation_code::{ActivationCode, CodeKeys, Keyring};

use crate::{codes, example};

/// Computed with Python's hmac and cryptography for the secret 00 01 … 1f.
const LOOKUP_OF_EXAMPLE: [u8; 32] = [
    0xfc, 0x1c, 0x3c, 0x00, 0x98, 0x00, 0xfd, 0x00, 0x3c, 0x40, 0xfd, 0x18, 0xa7, 0xc3, 0x0c, 0x47, 0x85,
    0x68, 0xc5, 0x19, 0x72, 0xd3, 0x20, 0x42, 0xe2, 0xe7, 0x1e, 0xd3, 0x06, 0xc5, 0x02, 0xf4,
];

#[test]
fn the_hash_is_hmac_sha_256_under_the_labelled_key() {
    let secret = std::array::from_fn(|place| place as u8);
    assert_eq!(CodeKeys::derive(1, &secret).lookup(&example()), LOOKUP_OF_EXAMPLE);
}

#[test]
fn the_hash_depends_on_the_code_and_not_on_how_it_was_typed() {
    let keys = CodeKeys::derive(1, &[1; 32]);
    let typed = ActivationCode::parse("７kq4 mn2p\u{2011}x9t3").unwrap();
    assert_eq!(keys.lookup(&typed), keys.lookup(&example()));
    let hashes: HashSet<_> = codes(1_000).iter().map(|code| keys.lookup(code)).collect();
    assert_eq!(hashes.len(), 1_000);
}

#[test]
fn the_hash_depends_on_the_secret_and_not_on_its_id() {
    let lookup = |id, secret| CodeKeys::derive(id, &[secret; 32]).lookup(&example());
    assert_ne!(lookup(1, 1), lookup(1, 2));
    assert_eq!(lookup(1, 1), lookup(2, 1));
}

#[test]
fn a_ring_looks_under_each_of_its_keys_current_first() {
    let keys = |id| CodeKeys::derive(id, &[id as u8; 32]);
    let ring = Keyring::new(keys(3), vec![keys(2), keys(1)]);
    let expected = [3, 2, 1].map(|id| keys(id).lookup(&example()));
    assert_eq!(ring.lookups(&example()), expected);
    assert_eq!(ring.current().lookup(&example()), expected[0]);
}
