//! One binary for all tests, one file per subject.

#![expect(clippy::unwrap_used, reason = "a test that can't go on should stop there")]

mod check_character;
mod corpus;
mod finding;
mod generating;
mod sealing;
mod typing;

use activation_code::ActivationCode;
use rand::SeedableRng;
use rand::rngs::StdRng;

/// The code of CASES.md with the check character that our arithmetic gives its first eleven
/// symbols.
const EXAMPLE: &str = "7KQ4-MN2P-X9T3";

fn example() -> ActivationCode {
    ActivationCode::parse(EXAMPLE).unwrap()
}

/// Randomness that is the same in every run.
fn fixed_rng() -> StdRng {
    StdRng::seed_from_u64(29)
}

fn codes(count: usize) -> Vec<ActivationCode> {
    let mut rng = fixed_rng();
    (0..count).map(|_| ActivationCode::generate(&mut rng)).collect()
}
