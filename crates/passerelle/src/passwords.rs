//! Passwords: the rule, the hashing and the bound on how many are hashed at once.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use rand::CryptoRng;
use tokio::sync::Semaphore;

/// The longest password that is looked at, in bytes: a longer one is refused before hashing.
pub const LONGEST_BYTES: usize = 1024;
/// The shortest, in characters (NIST SP 800-63B, section 3.1.1.2).
pub const SHORTEST_CHARS: usize = 8;
/// What a list of common passwords and their variations reaches in so many guesses is refused.
const COMMON_BELOW_GUESSES: u64 = 100_000;

/// Words that French-speaking people choose too often; zxcvbn's lists are English.
const FRENCH_WORDS: [&str; 42] = [
    "motdepasse",
    "portail",
    "azerty",
    "azertyuiop",
    "bonjour",
    "soleil",
    "doudou",
    "chouchou",
    "loulou",
    "coucou",
    "bisous",
    "jetaime",
    "amour",
    "famille",
    "maman",
    "papa",
    "enfant",
    "princesse",
    "chocolat",
    "papillon",
    "nounours",
    "minou",
    "loulette",
    "cheval",
    "vacances",
    "liberte",
    "bienvenue",
    "secret",
    "ordinateur",
    "hockey",
    "canadiens",
    "quebec",
    "ontario",
    "montreal",
    "ottawa",
    "sudbury",
    "canada",
    "ecole",
    "hiver",
    "juillet",
    "septembre",
    "tabarnak",
];

/// Why a new password isn't taken. Each is one sentence in `passwords.ftl`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PasswordRefusal {
    Empty,
    TooShort,
    TooLong,
    /// On lists of common passwords, a keyboard row, the person's own name or e-mail.
    Common,
}

impl PasswordRefusal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "passwords-empty",
            Self::TooShort => "passwords-too-short",
            Self::TooLong => "passwords-too-long",
            Self::Common => "passwords-common",
        }
    }
}

/// Checks a new password; `own` are words an attacker would try first: the name, the e-mail.
/// # Errors
/// [`PasswordRefusal`]. There is no rule of composition.
pub fn check(password: &str, own: &[&str]) -> Result<(), PasswordRefusal> {
    if password.is_empty() {
        return Err(PasswordRefusal::Empty);
    }
    if password.len() > LONGEST_BYTES {
        return Err(PasswordRefusal::TooLong);
    }
    if password.chars().count() < SHORTEST_CHARS {
        return Err(PasswordRefusal::TooShort);
    }
    let is_own = own.iter().any(|word| !word.is_empty() && word.eq_ignore_ascii_case(password));
    if is_own || zxcvbn::zxcvbn(password, &[own, &FRENCH_WORDS].concat()).guesses() < COMMON_BELOW_GUESSES {
        return Err(PasswordRefusal::Common);
    }
    Ok(())
}

/// Hashes and compares, at most so many at once: each takes 19 MiB and tens of milliseconds.
#[derive(Clone, Debug)]
pub struct Passwords {
    at_once: Arc<Semaphore>,
    /// The hash of a password nobody has, for people who don't exist: the answer takes as long.
    nobodys: Arc<str>,
}

/// Hashing failed: memory is short, or the process is stopping.
#[derive(Debug)]
pub struct HashingFailed;

impl Passwords {
    /// Leaves one core for everything else, where there is more than one.
    /// # Errors
    /// Hashing doesn't work on this machine.
    pub fn new(random: &mut (impl CryptoRng + ?Sized)) -> Result<Self, HashingFailed> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let nobodys = hash(&crate::web::cookies::encode(&crate::random::token(random)), random)?;
        Ok(Self { at_once: Arc::new(Semaphore::new((cores - 1).max(1))), nobodys: nobodys.into() })
    }

    /// Hashes a password that [`check`] let through: Argon2id, 19 MiB, 2 passes, 1 lane (OWASP,
    /// Password Storage), as a PHC string.
    /// # Errors
    /// [`HashingFailed`].
    pub async fn hash(&self, password: String) -> Result<String, HashingFailed> {
        self.off_thread(move || hash(&password, &mut crate::random::system())).await?
    }

    /// Whether this is the password behind the hash. Without a hash it takes as long and is never.
    /// A password over [`LONGEST_BYTES`] never is, and isn't hashed.
    /// # Errors
    /// [`HashingFailed`].
    pub async fn matches(&self, password: String, hash: Option<String>) -> Result<bool, HashingFailed> {
        if password.len() > LONGEST_BYTES {
            return Ok(false);
        }
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobodys.to_string());
        Ok(self.off_thread(move || matches(&password, &hash)).await? && known)
    }

    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingFailed> {
        let _place = self.at_once.acquire().await.map_err(|_| HashingFailed)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| HashingFailed)
    }
}

fn hasher() -> Result<Argon2<'static>, HashingFailed> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|_| HashingFailed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &str, random: &mut (impl CryptoRng + ?Sized)) -> Result<String, HashingFailed> {
    let mut salt = [0; 16];
    random.fill_bytes(&mut salt);
    let hash = hasher()?.hash_password_with_salt(password.as_bytes(), &salt).map_err(|_| HashingFailed)?;
    Ok(hash.to_string())
}

fn matches(password: &str, hash: &str) -> bool {
    let (Ok(hasher), Ok(hash)) = (hasher(), PasswordHash::new(hash)) else {
        return false;
    };
    hasher.verify_password(password.as_bytes(), &hash).is_ok()
}

impl std::fmt::Display for HashingFailed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a password couldn't be hashed")
    }
}
impl std::error::Error for HashingFailed {}

impl From<HashingFailed> for crate::web::Problem {
    fn from(failure: HashingFailed) -> Self {
        Self::broken(&failure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_and_short_passwords_are_refused_and_nothing_else() {
        let own = ["Marie Roy", "marie@ex.org"];
        for (password, answer) in [
            ("", Err(PasswordRefusal::Empty)),
            ("1234567", Err(PasswordRefusal::TooShort)),
            ("éèàùçôï", Err(PasswordRefusal::TooShort)),
            ("password", Err(PasswordRefusal::Common)),
            ("12345678", Err(PasswordRefusal::Common)),
            ("aaaaaaaaaa", Err(PasswordRefusal::Common)),
            ("azertyuiop", Err(PasswordRefusal::Common)),
            ("motdepasse1", Err(PasswordRefusal::Common)),
            ("Bonjour123", Err(PasswordRefusal::Common)),
            ("Motdepasse-Solide-47", Ok(())),
            ("Parent-Test-2026!", Ok(())),
            ("correct horse", Ok(())),
            ("marie@ex.org", Err(PasswordRefusal::Common)),
            ("pont rouge 47", Ok(())),
            ("🌲🌲🌲 forêt 🌲🌲", Ok(())),
            ("Grands-Lacs 2026", Ok(())),
        ] {
            assert_eq!(check(password, &own), answer, "{password}");
        }
        assert_eq!(check(&"é".repeat(600), &own), Err(PasswordRefusal::TooLong));
    }
}
