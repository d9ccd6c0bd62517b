//! « Options du Portfolio »: every option of the list, section by section.

use std::collections::HashMap;

use askama::Template;
use axum::{extract::State, response::Response};

use crate::{
    options::{
        Answer, PictureRefusal, Refusal, check,
        list::{self, Kind, OPTIONS, Section},
        save,
        store::{self, Change},
        value_of,
    },
    portal::Portal,
    random,
    staff::{
        AdministratorOf,
        frame::{self, Place},
    },
    web::{Form, Frame, Problem, Reader, flash, page, refused},
};

/// An option as the page shows it: what is chosen or was typed, and what is wrong with it.
struct Shown {
    answer: Answer,
    /// What a number has to be between.
    bounds: Option<String>,
    unit: Option<&'static str>,
    error: Option<String>,
}

impl Shown {
    fn name(&self) -> &'static str {
        self.answer.option.name
    }

    fn is_switch(&self) -> bool {
        self.answer.option.kind == Kind::Switch
    }

    fn is(&self, value: &str) -> bool {
        self.answer.typed == value
    }

    /// What the browser's keyboard and completion go by.
    fn input(&self) -> (&'static str, &'static str) {
        match (self.answer.option.kind, self.name()) {
            (Kind::Number { .. }, _) => ("text", "numeric"),
            (Kind::Address, _) => ("email", "email"),
            (_, "contact-phone") => ("tel", "tel"),
            _ => ("text", "text"),
        }
    }
}

/// What the last change was.
struct LastChange {
    at: i64,
    made_by: Option<String>,
}

#[derive(Template)]
#[template(path = "options/pages/settings.html")]
pub struct SettingsPage {
    f: Frame,
    school: String,
    here: String,
    sections: Vec<(Section, Vec<Shown>)>,
    /// What is to be corrected: the field's id, and the sentence.
    errors: Vec<(&'static str, String)>,
    longest_code_life: i64,
    last: Option<LastChange>,
    /// Where the school's logo is.
    logo: Option<String>,
    logo_error: Option<&'static str>,
}

impl SettingsPage {
    /// The page with what is kept.
    async fn load(portal: &Portal, reader: Reader, of: &AdministratorOf) -> Result<Self, Problem> {
        let (db, school) = (portal.read(), of.school_id());
        let kept = store::each(db, school).await?;
        let longest_code_life = store::longest_code_life(db, school).await?;
        let latest = store::changes(db, school, database::Page { number: 1, size: 1 }).await?;
        let last = latest.rows.into_iter().next();
        let logo = store::logo_digest(db, school).await?;
        let f = frame::in_school(portal, reader, of, Place::Options);
        let shown = |option: &'static list::SchoolOption| {
            let mut value = value_of(&kept, option.name);
            if option.name == "code-life-days" {
                let days: i64 = value.parse().unwrap_or(longest_code_life);
                value = days.min(longest_code_life).to_string();
            }
            let (bounds, unit) = match option.kind {
                Kind::Number { least, most, unit } => {
                    let most =
                        if option.name == "code-life-days" { most.min(longest_code_life) } else { most };
                    (Some(f.say2("options-bounds", "least", least, "most", most)), Some(unit))
                }
                _ => (None, None),
            };
            Shown { answer: Answer { option, typed: value.clone(), shown: value }, bounds, unit, error: None }
        };
        let of_section =
            |section| OPTIONS.iter().filter(move |option| option.section == section).map(shown).collect();
        Ok(Self {
            school: of.school().name.clone(),
            here: of.href("options"),
            sections: Section::ALL.into_iter().map(|section| (section, of_section(section))).collect(),
            errors: Vec::new(),
            longest_code_life,
            last: last.map(|Change { at, made_by, .. }| LastChange { at, made_by }),
            logo: logo.map(|digest| format!("/logos/{}/{digest}", of.school().short_name)),
            logo_error: None,
            f,
        })
    }

    /// Switches bring their own room with them.
    fn only_switches(&self, options: &[Shown]) -> bool {
        options.iter().all(Shown::is_switch)
    }

    fn each(&mut self) -> impl Iterator<Item = &mut Shown> {
        self.sections.iter_mut().flat_map(|(_, shown)| shown)
    }

    /// Puts what was typed in place of what is kept, with the errors; gives the values that are another
    /// than the form showed.
    fn fill_in(&mut self, form: &HashMap<String, String>) -> Vec<(&'static list::SchoolOption, String)> {
        let (longest, f) = (self.longest_code_life, self.f.clone());
        let (mut values, mut errors) = (Vec::new(), Vec::new());
        for shown in self.each() {
            let answer = &mut shown.answer;
            if let Some(was) = form.get(&format!("was-{}", answer.option.name)) {
                answer.shown.clone_from(was);
            }
            let Some(typed) = form.get(answer.option.name) else { continue };
            answer.typed.clone_from(typed);
            if typed.trim() == answer.shown {
                continue;
            }
            match check(answer.option, typed, longest) {
                Ok(value) => values.push((answer.option, value)),
                Err(why) => {
                    let said = sentence(&f, why);
                    let named =
                        f.say2("options-error-at", "option", f.say(answer.option.key()), "error", &said);
                    errors.push((answer.option.name, named));
                    shown.error = Some(said);
                }
            }
        }
        self.errors = errors;
        values
    }
}

/// Why a value isn't taken, and what would be.
fn sentence(f: &Frame, why: Refusal) -> String {
    match why {
        Refusal::Number { least, most } => f.say2(why.key(), "least", least, "most", most),
        Refusal::AboveDistrict { most } => f.say1(why.key(), "most", most),
        Refusal::Line { longest } => f.say1(why.key(), "longest", longest),
        Refusal::Switch | Refusal::Address(_) => f.say(why.key()),
    }
}

/// The page.
pub async fn show(
    of: AdministratorOf,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let shown = SettingsPage::load(&portal, reader, &of).await?;
    page(&shown.f, &shown)
}

/// « Sauvegarder »: writes down what is another value than the form showed.
pub async fn submit(
    of: AdministratorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let mut shown = SettingsPage::load(&portal, reader, &of).await?;
    let values = shown.fill_in(&form);
    if !shown.errors.is_empty() {
        return refused(&shown);
    }
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let changed = save(&tx, of.school_id(), &values, of.id(), &of.actor(), now, &mut random).await?;
    tx.commit().await?;
    let turned_off = changed.contains(&"student-invitations")
        && values.iter().any(|(option, value)| option.name == "student-invitations" && value == list::OFF);
    let said = if turned_off { "options-saved-off" } else { "options-saved" };
    Ok(flash::redirect_saying(&portal, &shown.here, said))
}

/// The page with what is wrong with the file that was to be the logo.
pub async fn refuse_logo(
    portal: &Portal,
    mut reader: Reader,
    of: &AdministratorOf,
    why: PictureRefusal,
) -> Result<Response, Problem> {
    // The language link leads to the page, not to where its second form is sent.
    reader.path = of.href("options");
    let mut shown = SettingsPage::load(portal, reader, of).await?;
    shown.logo_error = Some(why.key());
    shown.errors = vec![("logo", shown.f.say(why.key()))];
    refused(&shown)
}
