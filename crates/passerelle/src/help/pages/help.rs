//! « Aide »: every question of the three kinds of people, each with its answer.

use askama::Template;
use axum::{extract::State, response::Response};

use super::{
    reading::{Part, Section},
    viewer::Viewer,
};
use crate::{
    help::contacts::Contact,
    portal::Portal,
    web::{Frame, Problem, Reader, page},
};

/// The parts, each with the keys of its questions, which are their anchors too.
const PARTS: &[(&str, &[&str])] = &[
    (
        "families",
        &[
            "open",
            "code",
            "invited",
            "children",
            "several",
            "newcomer",
            "looked",
            "forgotten",
            "account",
            "remove",
            "download",
            "close",
            "later",
        ],
    ),
    ("students", &["sign-in", "invite", "seen", "student-password", "student-later"]),
    (
        "staff",
        &[
            "create",
            "more-codes",
            "delete",
            "accounts",
            "guardian-password",
            "temporary",
            "off",
            "check",
            "protect",
            "audit",
            "messages",
        ],
    ),
];

struct Chapter {
    id: &'static str,
    title: String,
    sections: Vec<Section>,
}

#[derive(Template)]
#[template(path = "help/pages/help.html")]
struct HelpPage {
    f: Frame,
    in_error: bool,
    is_staff: bool,
    chapters: Vec<Chapter>,
    contacts: Vec<Contact>,
}

pub async fn show(State(portal): State<Portal>, reader: Reader, viewer: Viewer) -> Result<Response, Problem> {
    let f = viewer.frame(&portal, reader).await?;
    let chapter = |(id, sections): &(&'static str, &'static [&'static str])| Chapter {
        id,
        title: f.say(format!("help-part-{id}")),
        sections: sections.iter().map(|id| Section::new(&f, &format!("help-{id}"), id)).collect(),
    };
    let shown = HelpPage {
        in_error: false,
        is_staff: viewer.is_staff(),
        chapters: PARTS.iter().map(chapter).collect(),
        contacts: viewer.contacts(&portal).await?,
        f,
    };
    page(&shown.f, &shown)
}
