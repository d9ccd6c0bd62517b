//! Keys under which bytes rest in the database: waiting mails, files with codes in them. A stolen
//! database must not reveal what they hold.

use std::fmt;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
use hkdf::Hkdf;
use rand::CryptoRng;
use sha2::Sha256;
use zeroize::Zeroizing;

const NONCE_BYTES: usize = 24;

/// The key made from one secret. `Debug` shows only its id; it is wiped when dropped.
pub struct Key {
    id: u32,
    seal: Zeroizing<[u8; 32]>,
}

impl Key {
    /// Derives the key with HKDF-SHA-256 (RFC 5869) from 32 uniformly random bytes; `label` sets the keys
    /// of one use apart from another's, `id` names the secret in stored rows.
    pub fn derive(label: &'static str, id: u32, secret: &[u8; 32]) -> Self {
        let mut seal = Zeroizing::new([0; 32]);
        if Hkdf::<Sha256>::new(None, secret).expand(label.as_bytes(), seal.as_mut_slice()).is_err() {
            unreachable!("HKDF-SHA-256 refuses only keys of more than 255 × 32 bytes");
        }
        Self { id, seal }
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.seal).into())
    }
}

/// The key in force, and those that still open what they sealed.
#[derive(Debug)]
pub struct Keys {
    current: Key,
    older: Vec<Key>,
}

impl Keys {
    pub const fn new(current: Key, older: Vec<Key>) -> Self {
        Self { current, older }
    }

    /// Encrypts (XChaCha20-Poly1305), bound to the id of its row; gives the key's id and the bytes.
    pub fn seal(&self, clear: &[u8], row: &[u8], random: &mut (impl CryptoRng + ?Sized)) -> (i64, Vec<u8>) {
        let mut nonce = [0; NONCE_BYTES];
        random.fill_bytes(&mut nonce);
        let Ok(encrypted) = self.current.cipher().encrypt(&nonce.into(), Payload { msg: clear, aad: row })
        else {
            unreachable!("the cipher refuses only messages of more than 256 GiB");
        };
        (i64::from(self.current.id), [nonce.as_slice(), &encrypted].concat())
    }

    /// Decrypts what [`Keys::seal`] made for the same row; none if the key is lost or a bit is
    /// another.
    pub fn open(&self, key_id: i64, sealed: &[u8], row: &[u8]) -> Option<Vec<u8>> {
        let key = [&self.current].into_iter().chain(&self.older).find(|key| i64::from(key.id) == key_id)?;
        let (nonce, encrypted) = sealed.split_first_chunk::<NONCE_BYTES>()?;
        key.cipher().decrypt(nonce.into(), Payload { msg: encrypted, aad: row }).ok()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key").field("id", &self.id).finish_non_exhaustive()
    }
}
