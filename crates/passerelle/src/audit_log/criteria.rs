use database::Millis;
use jiff::{ToSpan as _, civil::Date, tz::TimeZone};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Deserialize;
use uuid::Uuid;
use wording::names;

use super::known::Kind;
use crate::{
    audit::store::{self, About, Criteria},
    student_filters::store::containing,
};

/// The list's form as the address holds it. What isn't a choice or a day counts as none.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    pub kind: String,
    pub q: String,
    pub from: String,
    pub to: String,
    pub page: String,
}

impl Asked {
    /// The address that asks for this, without the empty parts.
    pub fn address(&self, here: &str) -> String {
        let pairs = [
            ("kind", &self.kind),
            ("q", &self.q),
            ("from", &self.from),
            ("to", &self.to),
            ("page", &self.page),
        ];
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        let query = query.finish();
        if query.is_empty() { here.to_owned() } else { format!("{here}?{query}") }
    }

    /// The same without what isn't a choice, so that page, file and address mean one thing.
    pub fn sound(mut self) -> Self {
        if Kind::parse(&self.kind).is_none() {
            self.kind.clear();
        }
        for date in [&mut self.from, &mut self.to] {
            if day(date).is_none() {
                date.clear();
            }
        }
        if words(&self.q).is_empty() {
            self.q.clear();
        }
        self
    }

    /// What is looked for. Names of people who did something are found here, folded as names of
    /// students are.
    /// # Errors
    /// What the database said.
    pub async fn criteria(
        &self,
        db: &impl ConnectionTrait,
        school: Uuid,
        zone: &TimeZone,
    ) -> Result<Criteria, DbErr> {
        let words = words(&self.q);
        let about = if words.is_empty() { None } else { Some(about(db, school, &words).await?) };
        let events = Kind::parse(&self.kind).into_iter().flat_map(Kind::events).map(str::to_owned).collect();
        let begins = |date: Option<Date>| date.and_then(|date| begin_of(date, zone));
        let day_after = day(&self.to).and_then(|date| date.checked_add(1.day()).ok());
        Ok(Criteria { events, about, from: begins(day(&self.from)), until: begins(day_after) })
    }
}

/// « 2026-11-24 », of the years that a portal may see.
pub fn day(text: &str) -> Option<Date> {
    let date: Date = text.trim().parse().ok()?;
    (1970..=9998).contains(&date.year()).then_some(date)
}

/// The first instant of a day in a zone.
fn begin_of(date: Date, zone: &TimeZone) -> Option<Millis> {
    Some(zone.to_timestamp(date.at(0, 0, 0, 0)).ok()?.as_millisecond())
}

/// The parts of what was typed, folded as names are; at most eight.
fn words(typed: &str) -> Vec<String> {
    let typed: String = typed.chars().take(200).collect();
    names::fold(&typed).split(' ').filter(|word| !word.is_empty()).take(8).map(str::to_owned).collect()
}

async fn about(db: &impl ConnectionTrait, school: Uuid, words: &[String]) -> Result<About, DbErr> {
    let mut people = store::people(db, school).await?;
    people.retain(|person| {
        let name = names::fold(&person.name);
        words.iter().all(|word| name.contains(word.as_str()))
    });
    Ok(About {
        student_patterns: words.iter().map(|word| containing(word)).collect(),
        people: people.into_iter().map(|person| person.id).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Asked, day};

    #[test]
    fn what_is_no_choice_counts_as_none() {
        let asked = Asked {
            kind: "looks".to_owned(),
            q: " \u{0} ".to_owned(),
            from: "2026-02-30".to_owned(),
            to: "2026-11-24".to_owned(),
            page: String::new(),
        };
        assert_eq!(asked.sound().address("/x"), "/x?kind=looks&to=2026-11-24");
        assert!(day("9999-12-31").is_none() && day("hier").is_none());
    }
}
