//! Reading pages: how to, who sees what, accessibility.

use askama::Template;
use axum::{extract::State, response::Response};

use crate::{
    portal::Portal,
    schools,
    web::{Face, Frame, Problem, Reader, Routes, page},
};

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/help", |state, reader| {
            show(state, reader, "help", &["families", "codes", "children", "students", "staff"])
        })
        .get("/privacy", |state, reader| show(state, reader, "help-privacy", &["what", "who", "how"]))
        .get("/accessibility", |state, reader| {
            show(state, reader, "help-accessibility", &["aim", "ways", "tell"])
        })
}

#[derive(Template)]
#[template(path = "help/page.html")]
struct ReadingPage {
    f: Frame,
    in_error: bool,
    title: String,
    sections: Vec<Section>,
}

struct Section {
    title: String,
    paragraphs: Vec<String>,
}

async fn show(
    State(portal): State<Portal>,
    reader: Reader,
    topic: &'static str,
    sections: &'static [&'static str],
) -> Result<Response, Problem> {
    let f = Frame::new(&portal, reader, Face::Family, schools::store::district_name(portal.read()).await?);
    let section = |name: &&str| Section {
        title: f.say(format!("{topic}-{name}")),
        paragraphs: f
            .say(format!("{topic}-{name}-text"))
            .lines()
            .map(str::to_owned)
            .filter(|line| !line.is_empty())
            .collect(),
    };
    let shown = ReadingPage {
        in_error: false,
        title: f.say(format!("{topic}-title")),
        sections: sections.iter().map(section).collect(),
        f,
    };
    page(&shown.f, &shown)
}
