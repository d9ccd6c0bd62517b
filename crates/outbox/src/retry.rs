//! When a mail is tried again.

use database::Millis;

use crate::mail::MailId;

const MINUTE_MS: Millis = 60 * 1000;
/// The longest pause between two tries.
const LONGEST_MS: Millis = 4 * 60 * MINUTE_MS;

/// The pause after so many tries (at least one): a minute, doubling up to four hours, each a quarter
/// shorter or longer so that mails refused together don't come back together. The jitter is drawn from
/// the id's random bits, so that the same row gets the same pause from every process.
pub fn pause_ms(id: MailId, attempts: i64) -> Millis {
    let doublings = u32::try_from((attempts - 1).clamp(0, 16)).unwrap_or_default();
    let pause = (MINUTE_MS << doublings).min(LONGEST_MS);
    let spread = id.0.as_u128().wrapping_add(u128::from(doublings) * 7919) % 1001;
    let spread = Millis::try_from(spread).unwrap_or_default() - 500;
    pause + pause * spread / 2000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_four_hours_and_are_spread() {
        let id = |last: u128| MailId(uuid::Uuid::from_u128(last));
        for random in [0, 500, 1000, 77_777] {
            assert!((45_000..=75_000).contains(&pause_ms(id(random), 1)));
            assert!((90_000..=150_000).contains(&pause_ms(id(random), 2)));
            assert!((3 * LONGEST_MS / 4..=5 * LONGEST_MS / 4).contains(&pause_ms(id(random), 40)));
        }
        assert_ne!(pause_ms(id(3), 1), pause_ms(id(300), 1));
        assert!(pause_ms(id(3), i64::MAX) > 0);
    }
}
