//! Keys: how codes rest in the database, and how they are found there.

use std::{error, fmt};

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use rand::CryptoRng;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::code::ActivationCode;

const NONCE_BYTES: usize = 24;
const CODE_BYTES: usize = 12;
const TAG_BYTES: usize = 16;

/// How long a sealed code is: nonce, ciphertext, tag.
pub const SEALED_BYTES: usize = NONCE_BYTES + CODE_BYTES + TAG_BYTES;

const LOOKUP_LABEL: &[u8] = b"passerelle/activation-code/lookup/v1";
const SEAL_LABEL: &[u8] = b"passerelle/activation-code/seal/v1";

/// The two keys made from one secret: one finds codes, the other reads them.
///
/// Without the secret a stolen database reveals no code, neither by opening the sealed ones nor by
/// hashing all possible ones. `Debug` shows only the id; the keys are wiped when the value is
/// dropped.
pub struct CodeKeys {
    id: u32,
    // One block of SHA-256, the length that HMAC takes as it is (RFC 2104, section 2).
    lookup: Zeroizing<[u8; 64]>,
    seal: Zeroizing<[u8; 32]>,
}

impl CodeKeys {
    /// Derives both keys with HKDF-SHA-256 ([RFC 5869]), no salt, and one label per key.
    ///
    /// `secret` is 32 uniformly random bytes. `id` names the secret in stored rows and isn't part
    /// of the derivation. Never panics.
    ///
    /// [RFC 5869]: https://www.rfc-editor.org/rfc/rfc5869
    pub fn derive(id: u32, secret: &[u8; 32]) -> Self {
        let secret = Hkdf::<Sha256>::new(None, secret);
        Self { id, lookup: expanded(&secret, LOOKUP_LABEL), seal: expanded(&secret, SEAL_LABEL) }
    }

    /// The name of the secret, stored next to what is sealed with it.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// The keyed hash by which a code is found: HMAC-SHA-256 ([RFC 2104]) of
    /// [`ActivationCode::as_str`].
    ///
    /// [RFC 2104]: https://www.rfc-editor.org/rfc/rfc2104
    pub fn lookup(&self, code: &ActivationCode) -> [u8; 32] {
        let mut hmac = <Hmac<Sha256> as hmac::KeyInit>::new((&*self.lookup).into());
        hmac.update(code.as_str().as_bytes());
        hmac.finalize().into_bytes().into()
    }

    /// Encrypts a code for storage: [`SEALED_BYTES`] bytes, nonce first (XChaCha20-Poly1305,
    /// [draft-irtf-cfrg-xchacha]). With 24 random bytes a nonce doesn't come twice.
    ///
    /// `binding` says what the code belongs to, such as the id of its row: only with the same bytes
    /// can it be opened, so a sealed code that is copied into another row stays shut. Never
    /// panics.
    ///
    /// [draft-irtf-cfrg-xchacha]: https://datatracker.ietf.org/doc/html/draft-irtf-cfrg-xchacha-03
    pub fn seal(
        &self,
        code: &ActivationCode,
        binding: &[u8],
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Vec<u8> {
        let mut nonce = [0; NONCE_BYTES];
        rng.fill_bytes(&mut nonce);
        let code = Payload { msg: code.as_str().as_bytes(), aad: binding };
        let Ok(encrypted) = self.cipher().encrypt(&nonce.into(), code) else {
            unreachable!("the cipher refuses only messages of more than 256 GiB");
        };
        [nonce.as_slice(), &encrypted].concat()
    }

    /// Decrypts what [`CodeKeys::seal`] made with the same `binding`.
    ///
    /// # Errors
    /// [`SealBroken::Altered`] if the key, the binding or a single bit is another.
    pub fn open(&self, sealed: &[u8], binding: &[u8]) -> Result<ActivationCode, SealBroken> {
        let (nonce, encrypted) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or(SealBroken::Altered)?;
        let encrypted = Payload { msg: encrypted, aad: binding };
        let code = self.cipher().decrypt(nonce.into(), encrypted).map(Zeroizing::new);
        let code = code.map_err(|_| SealBroken::Altered)?;
        let code = str::from_utf8(&code).map_err(|_| SealBroken::Altered)?;
        ActivationCode::parse(code).map_err(|_| SealBroken::Altered)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.seal).into())
    }
}

/// One key of `N` bytes, told apart from the others by its label.
fn expanded<const N: usize>(secret: &Hkdf<Sha256>, label: &[u8]) -> Zeroizing<[u8; N]> {
    let mut key = Zeroizing::new([0; N]);
    if secret.expand(label, key.as_mut_slice()).is_err() {
        unreachable!("HKDF-SHA-256 refuses only keys of more than 255 × 32 bytes");
    }
    key
}

impl fmt::Debug for CodeKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CodeKeys").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The keys in force: new codes get the current one, codes from before a change of secret keep
/// theirs.
#[derive(Debug)]
pub struct Keyring {
    current: CodeKeys,
    older: Vec<CodeKeys>,
}

impl Keyring {
    /// `older` may be empty. Every key needs its own id; of two with the same id the first counts,
    /// `current` before all.
    pub fn new(current: CodeKeys, older: Vec<CodeKeys>) -> Self {
        Self { current, older }
    }

    /// The keys with which new codes are sealed and hashed.
    pub fn current(&self) -> &CodeKeys {
        &self.current
    }

    /// The hashes under which the code may be stored, one per key, the current key's first.
    pub fn lookups(&self, code: &ActivationCode) -> Vec<[u8; 32]> {
        self.each().map(|keys| keys.lookup(code)).collect()
    }

    /// Decrypts a code with the key whose id was stored next to it.
    ///
    /// # Errors
    /// [`SealBroken::UnknownKey`] if the ring lacks that key, otherwise as [`CodeKeys::open`].
    pub fn open(&self, key_id: u32, sealed: &[u8], binding: &[u8]) -> Result<ActivationCode, SealBroken> {
        let keys = self.each().find(|keys| keys.id == key_id).ok_or(SealBroken::UnknownKey { key_id })?;
        keys.open(sealed, binding)
    }

    fn each(&self) -> impl Iterator<Item = &CodeKeys> {
        std::iter::once(&self.current).chain(&self.older)
    }
}

/// Why a sealed code can't be read: something for the operator to look into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealBroken {
    /// Sealed with a key that isn't on the ring: it was removed from the configuration too early.
    UnknownKey {
        /// The id stored next to the code.
        key_id: u32,
    },
    /// Damaged, copied from another row, or sealed with another secret of the same id.
    Altered,
}

impl fmt::Display for SealBroken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey { key_id } => {
                write!(f, "no key with id {key_id} to open the activation code")
            }
            Self::Altered => {
                f.write_str("the sealed activation code is damaged, misplaced or under another secret")
            }
        }
    }
}

impl error::Error for SealBroken {}
