//! Randomness from the operating system. Acts get it as an argument; only handlers, jobs and commands
//! come here for it.

use rand::{CryptoRng, rand_core::UnwrapErr, rngs::SysRng};

/// The operating system's generator. It doesn't fail on the systems we run on once they have started;
/// if it did, the request would end in a clean 500.
pub fn system() -> impl CryptoRng + Send + Sync {
    UnwrapErr(SysRng)
}

/// 256 random bits for a cookie or a link.
pub fn token(random: &mut (impl CryptoRng + ?Sized)) -> [u8; 32] {
    let mut token = [0; 32];
    random.fill_bytes(&mut token);
    token
}
