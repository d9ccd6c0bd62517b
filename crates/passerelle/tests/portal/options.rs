mod history;
mod logo;
mod saving;

use crate::support::{Page, Person};

/// Fills the page's form as a person would and saves: fields by label, switches by name.
pub async fn save(
    person: &mut Person,
    page: &Page,
    typed: &[(&str, &str)],
    switches: &[(&str, &str)],
) -> Page {
    let mut form = page.form("Sauvegarder", typed);
    for (name, value) in switches {
        form.fields.iter_mut().find(|(field, _)| field == name).unwrap().1 = (*value).to_owned();
    }
    let fields: Vec<(&str, &str)> =
        form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    person.post(&form.action, &fields).await
}

/// Which of the two is chosen in the group of this name.
pub fn chosen(page: &Page, name: &str) -> Vec<String> {
    page.attributes(&format!("input[type=radio][name={name}][checked]"), "value")
}
