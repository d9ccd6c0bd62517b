//! Days and times as people write them, in a given zone: « 3 décembre 2026, 16 h 30 », "4:30 p.m.".

use jiff::{Timestamp, civil, tz::TimeZone};

use crate::{Catalogue, Language};

impl Catalogue {
    /// A day in full: « 1er janvier 2027 », "January 1, 2027".
    pub fn day(&self, language: Language, day: civil::Date) -> String {
        self.dated(language, day, "wording-day", "wording-month")
    }

    /// A day with its month shortened, for tables: « 24 nov. 2026 », "Nov. 24, 2026".
    pub fn short_day(&self, language: Language, day: civil::Date) -> String {
        self.dated(language, day, "wording-day", "wording-short-month")
    }

    /// The day of an instant (milliseconds since 1970, UTC) in a zone; empty for an instant outside
    /// the years -9999 to 9999.
    pub fn day_of(&self, language: Language, instant_ms: i64, zone: &TimeZone) -> String {
        civil_of(instant_ms, zone).map_or_else(String::new, |at| self.day(language, at.date()))
    }

    /// The same, shortened.
    pub fn short_day_of(&self, language: Language, instant_ms: i64, zone: &TimeZone) -> String {
        civil_of(instant_ms, zone).map_or_else(String::new, |at| self.short_day(language, at.date()))
    }

    /// The day and time of an instant: « 24 novembre 2026, 16 h 30 ».
    pub fn moment(&self, language: Language, instant_ms: i64, zone: &TimeZone) -> String {
        let Some(at) = civil_of(instant_ms, zone) else {
            return String::new();
        };
        let hour = match (language, at.hour()) {
            (Language::French, hour) => i64::from(hour),
            (Language::English, 0 | 12) => 12,
            (Language::English, hour) => i64::from(hour % 12),
        };
        self.say(
            language,
            "wording-moment",
            &[
                ("day", self.day(language, at.date()).into()),
                ("hour", hour.into()),
                ("minute", format!("{:02}", at.minute()).into()),
                ("half", if at.hour() < 12 { "am" } else { "pm" }.into()),
            ],
        )
    }

    fn dated(&self, language: Language, day: civil::Date, shape: &str, month: &str) -> String {
        let month = self.say(language, &format!("{month}-{}", day.month()), &[]);
        // The year goes in as text: figures would group its thousands.
        self.say(
            language,
            shape,
            &[
                ("day", i64::from(day.day()).into()),
                ("month", month.into()),
                ("year", day.year().to_string().into()),
            ],
        )
    }
}

fn civil_of(instant_ms: i64, zone: &TimeZone) -> Option<civil::DateTime> {
    let at = Timestamp::from_millisecond(instant_ms).ok()?;
    Some(zone.to_datetime(at))
}
