use askama::Template;
use axum::{extract::State, response::Response};

use super::viewer::Viewer;
use crate::{
    help::contacts::Contact,
    portal::Portal,
    web::{Frame, Problem, Reader, page},
};

/// One question with its answer.
pub struct Section {
    pub id: &'static str,
    pub title: String,
    pub parts: Vec<Part>,
}

/// What answers are made of.
pub enum Part {
    Paragraph(String),
    /// Steps in order.
    Steps(Vec<String>),
}

impl Section {
    /// The section under this key: a message for its title, and one with `-text` behind. A line is a
    /// paragraph; lines that begin « 1) », « 2) » are steps.
    pub fn new(f: &Frame, key: &str, id: &'static str) -> Self {
        let mut parts: Vec<Part> = Vec::new();
        let text = f.say(format!("{key}-text"));
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let step = line.split_once(") ").filter(|(number, _)| number.parse::<u8>().is_ok());
            match (step, parts.last_mut()) {
                (Some((_, step)), Some(Part::Steps(steps))) => steps.push(step.to_owned()),
                (Some((_, step)), _) => parts.push(Part::Steps(vec![step.to_owned()])),
                (None, _) => parts.push(Part::Paragraph(line.to_owned())),
            }
        }
        Self { id, title: f.say(key), parts }
    }
}

#[derive(Template)]
#[template(path = "help/pages/reading.html")]
struct ReadingPage {
    f: Frame,
    in_error: bool,
    is_staff: bool,
    title: String,
    sections: Vec<Section>,
    contacts: Vec<Contact>,
}

/// A page of sections below one another.
pub async fn show(
    State(portal): State<Portal>,
    reader: Reader,
    viewer: Viewer,
    topic: &'static str,
    sections: &'static [&'static str],
) -> Result<Response, Problem> {
    let f = viewer.frame(&portal, reader).await?;
    let shown = ReadingPage {
        in_error: false,
        is_staff: viewer.is_staff(),
        title: f.say(format!("{topic}-title")),
        sections: sections.iter().map(|id| Section::new(&f, &format!("{topic}-{id}"), id)).collect(),
        contacts: viewer.contacts(&portal).await?,
        f,
    };
    page(&shown.f, &shown)
}
