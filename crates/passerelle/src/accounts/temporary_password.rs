use database::{Millis, Tx};
use rand::CryptoRng;

use crate::{
    act::Stop,
    audit::{self, Actor},
    credentials::{Holder, TemporaryPasswordSet},
    schools::SchoolId,
    sessions::{self, Kind},
    students::{self, StudentId},
};

/// Why no temporary password was set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TemporaryRefusal {
    /// The student's password has changed since it was read: another one was handed out, or the student
    /// chose one, at this very moment.
    ChangedMeanwhile,
}

const CONSONANTS: &[u8; 16] = b"bdfghjkmnprstvwz";
const VOWELS: &[u8; 4] = b"aiou";
const FIGURES: &[u8; 8] = b"23456789";

/// A password that can be read out and typed: « bado-kiru-mosa-47 ». Three groups of two syllables of
/// 64, never the same twice in a group (4,032 groups), and two figures of 8: 41.9 bits. It lives until
/// its first use, behind the limits of signing in.
pub fn generate(random: &mut (impl CryptoRng + ?Sized)) -> String {
    let mut text = String::with_capacity(17);
    for _ in 0..3 {
        text.push_str(&group(random));
        text.push('-');
    }
    let [figures] = bytes(random);
    for index in [figures & 7, (figures >> 3) & 7] {
        text.push(char::from(FIGURES[usize::from(index)]));
    }
    text
}

/// Two syllables that differ: no word of the nursery.
fn group(random: &mut (impl CryptoRng + ?Sized)) -> String {
    loop {
        let [one, other]: [u8; 2] = bytes(random);
        let (one, other) = (one & 63, other & 63);
        if one != other {
            let letters = [one, other].into_iter().flat_map(|syllable| {
                [CONSONANTS[usize::from(syllable >> 2)], VOWELS[usize::from(syllable & 3)]]
            });
            return letters.map(char::from).collect();
        }
    }
}

fn bytes<const N: usize>(random: &mut (impl CryptoRng + ?Sized)) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill_bytes(&mut bytes);
    bytes
}

/// Puts a temporary password in the place of the student's, in the caller's transaction, and ends
/// their sessions. They choose their own before they see anything else.
/// # Errors
/// [`TemporaryRefusal`], or what the database said.
pub async fn set_temporary_password(
    tx: &Tx,
    holder: &Holder,
    school: SchoolId,
    hash: &str,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), Stop<TemporaryRefusal>> {
    let student = StudentId(holder.id);
    let before = holder.password_hash.as_deref();
    if !students::store::set_temporary_password(&**tx, student, before, hash).await? {
        return Err(Stop::Refused(TemporaryRefusal::ChangedMeanwhile));
    }
    sessions::end_all(&**tx, Kind::Student, student.0).await?;
    audit::record(&**tx, &TemporaryPasswordSet { student, school }, by, now, random).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::generate;
    use crate::{passwords, random};

    #[test]
    fn temporary_passwords_read_well_and_pass_the_rules() {
        let mut seen = HashSet::new();
        for _ in 0..500 {
            let password = generate(&mut random::system());
            assert_eq!(password.len(), 17, "{password}");
            assert!(
                password
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte.is_ascii_digit())
            );
            assert_eq!(passwords::check(&password, &[]), Ok(()), "{password}");
            assert!(seen.insert(password));
        }
    }
}
