//! Every route against everybody of the cast (AUT-01): `permissions.txt` is the table. A route without
//! a row fails, and so does a row without a route.

use std::collections::{BTreeMap, BTreeSet};

use passerelle::{app, web::request::holds_secret};

use crate::{
    invitations::invite,
    support::{Person, TestPortal},
};

const TABLE: &str = include_str!("permissions.txt");
const PEOPLE: [&str; 8] = ["nobody", "P1", "emile", "ac1", "aa", "bc", "ba", "da"];
const ABSENT: &str = "01890000-0000-7000-8000-000000000000";

struct Row {
    method: &'static str,
    route: &'static str,
    thing: &'static str,
    cells: Vec<&'static str>,
}

fn rows() -> Vec<Row> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| {
            let mut words = line.split_whitespace();
            let (method, route, thing) =
                (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
            let cells: Vec<_> = words.collect();
            assert_eq!(cells.len(), PEOPLE.len(), "{line}");
            Row { method, route, thing, cells }
        })
        .collect()
}

#[test]
fn every_route_has_its_rows() {
    let routes: BTreeSet<(String, String)> =
        app::routes().table().iter().map(|(method, path)| (method.to_string(), (*path).to_owned())).collect();
    let mut things: BTreeMap<(String, String), BTreeSet<&str>> = BTreeMap::new();
    for row in rows() {
        things.entry((row.method.to_owned(), row.route.to_owned())).or_default().insert(row.thing);
    }
    assert_eq!(things.keys().cloned().collect::<BTreeSet<_>>(), routes);
    for ((method, route), things) in things {
        let needed = match route.as_str() {
            // A secret is nobody's thing: whoever brings it may. Logos are for everybody.
            "/assets/{name}" | "/logos/{school}/{digest}" => BTreeSet::from(["absent"]),
            route if holds_secret(route) => BTreeSet::from(["absent"]),
            route if route.contains('{') => BTreeSet::from(["own", "foreign", "absent"]),
            _ => BTreeSet::from(["-"]),
        };
        assert_eq!(things, needed, "{method} {route}");
    }
}

/// What the parts of addresses stand for, by thing.
async fn things(portal: &TestPortal) -> BTreeMap<(&'static str, &'static str), String> {
    let mut parts = BTreeMap::new();
    let mut name = |thing, part, value: String| drop(parts.insert((thing, part), value));
    for (thing, school, student, parent, staff) in
        [("own", "a", "emile", "P1", "ac1"), ("foreign", "b", "liam", "P3", "bc")]
    {
        let id = portal.student_id(student).await.to_string();
        name(thing, "{school}", school.to_owned());
        name(thing, "{student}", id.clone());
        name(thing, "{child}", id.clone());
        name(thing, "{guardian}", portal.guardian_id(parent).await.to_string());
        let (request, concern, restriction) = newcomers(portal, school, student, parent).await;
        name(thing, "{request}", request);
        name(thing, "{concern}", concern);
        name(thing, "{restriction}", restriction);
        let codes = portal.codes_for(student, 1).await;
        let page = portal.staff(staff).await.get(&portal.access_path(student).await).await;
        let delete = page.link(&format!("Supprimer le code {}", codes[0])).unwrap();
        name(thing, "{code}", delete.split('/').rev().nth(1).unwrap().to_owned());
        // A question about a child that the parent hasn't yet.
        let code = portal.code_for("noor").await;
        let question = portal.guardian(parent).await.add_child(&code).await;
        name(thing, "{draft}", question.path.rsplit('/').next().unwrap().to_owned());
        let home = invite(&mut portal.student(student).await, "maman@ex.org").await;
        let cancel = home.link("Annuler l'invitation, maman@ex.org").unwrap();
        name(thing, "{invitation}", cancel.split('/').nth(3).unwrap().to_owned());
        let (selection, batch, job) = many_codes(portal, school, staff).await;
        name(thing, "{selection}", selection);
        name(thing, "{batch}", batch);
        name(thing, "{job}", job);
    }
    for part in [
        "{student}",
        "{child}",
        "{code}",
        "{draft}",
        "{invitation}",
        "{guardian}",
        "{request}",
        "{concern}",
        "{restriction}",
        "{selection}",
        "{batch}",
        "{job}",
    ] {
        name("absent", part, ABSENT.to_owned());
    }
    name("absent", "{school}", "nowhere".to_owned());
    name("absent", "{name}", "nothing.css".to_owned());
    for part in ["{token}", "{secret}"] {
        name("absent", part, "00".repeat(32));
    }
    parts
}

/// An open selection, a batch and the job that made it, by id.
async fn many_codes(portal: &TestPortal, school: &str, staff: &str) -> (String, String, String) {
    let mut staff = portal.staff(staff).await;
    let last = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let page = staff.get(&format!("/staff/{school}/codes/new")).await;
    let list = staff.submit(&page, "Soumettre", &[]).await;
    let list = staff.submit(&list, "Sélectionner tout", &[]).await;
    let summary = staff.submit(&list, "Soumettre", &[]).await;
    let job = staff.submit(&summary, "Soumettre", &[]).await;
    passerelle::workshop::round(&portal.portal).await.unwrap();
    let done = staff.get(&job.path).await;
    let batch = staff.click(&done, "Voir le lot de codes").await;
    let page = staff.get(&format!("/staff/{school}/codes/new")).await;
    let open = staff.submit(&page, "Soumettre", &[]).await;
    (last(&open.path), last(&batch.path), last(&job.path))
}

/// A link that waits, a concern and a restriction of a school's student, by id.
async fn newcomers(
    portal: &TestPortal,
    school: &str,
    student: &str,
    parent: &str,
) -> (String, String, String) {
    let mut administrator = portal.staff(if school == "a" { "aa" } else { "ba" }).await;
    let path = portal.access_path(student).await.replace("/access", "/restrictions");
    administrator.post(&format!("{path}/verification"), &[("verification", "on")]).await;
    let made = administrator.post(&path, &[("email", "nobody@ex.org"), ("note", "Jugement")]).await;
    let lift = made.link("Lever la restriction, nobody@ex.org").unwrap();
    let code = portal.code_for(student).await;
    let mut other = portal.guardian("P0").await;
    let question = other.add_child(&code).await;
    other.yes(&question).await;
    administrator.post(&format!("{path}/verification"), &[("verification", "off")]).await;
    portal
        .guardian(parent)
        .await
        .post(&format!("/parent/children/{}/object", portal.student_id(student).await), &[])
        .await;
    let list = administrator.get(&format!("/staff/{school}/accounts/to-check")).await;
    let forms = list.attributes("main form", "action");
    let id = |part: &str| {
        let action = forms.iter().find(|action| action.contains(part)).unwrap();
        action.split('/').rev().nth(1).unwrap().to_owned()
    };
    (id("/link-requests/"), id("/concerns/"), lift.split('/').rev().nth(1).unwrap().to_owned())
}

fn address(row: &Row, parts: &BTreeMap<(&str, &str), String>) -> String {
    let mut path = row.route.to_owned();
    for ((thing, part), value) in parts {
        if *thing == row.thing {
            path = path.replace(part, value);
        }
    }
    path
}

/// Everything that a request could change, as figures.
async fn trace(portal: &TestPortal) -> Vec<i64> {
    let mut figures = Vec::new();
    for of in [
        "guardians",
        "guardianships WHERE removed_at IS NULL",
        "students WHERE left_at IS NULL",
        "staff",
        "staff_roles",
        "sessions",
        "sign_up_drafts",
        "add_child_drafts",
        "code_batches",
        "selections",
        "jobs WHERE cancel_asked_at IS NULL",
        "activation_codes WHERE used_at IS NULL AND deleted_at IS NULL AND disowned_at IS NULL",
        "invitations WHERE withdrawn_at IS NULL AND refused_at IS NULL",
        "outbox WHERE state = 'waiting'",
        "concerns",
        "school_options",
        "school_logos",
        "concerns WHERE settled_at IS NULL",
        "link_requests WHERE decided_at IS NULL",
        "restrictions WHERE lifted_at IS NULL",
        "students WHERE verification",
        "guardianships WHERE seen_by_student_at IS NULL",
        "audit_events",
    ] {
        figures.push(portal.count(of).await);
    }
    figures
}

async fn person(portal: &TestPortal, name: &str) -> Person {
    match name {
        "nobody" => portal.stranger(),
        "P1" => portal.guardian(name).await,
        "emile" => portal.student(name).await,
        _ => portal.staff(name).await,
    }
}

portal_test! {
    async fn everybody_gets_what_the_table_says(portal) {
        let parts = things(&portal).await;
        let mut people = Vec::new();
        for name in PEOPLE {
            people.push(person(&portal, name).await);
        }
        let mut refusals: BTreeMap<(String, &str), String> = BTreeMap::new();
        for row in rows() {
            let path = address(&row, &parts);
            for ((expected, name), who) in row.cells.iter().zip(PEOPLE).zip(&mut people) {
                let before = trace(&portal).await;
                let mut browser = who.clone();
                let page = if row.method == "GET" {
                    browser.send(axum::http::Request::get(&path).body(axum::body::Body::empty()).unwrap()).await
                } else {
                    browser.post_only(&path, &[("answer", "yes")]).await
                };
                let to = page.headers.get("location").map_or("", |to| to.to_str().unwrap());
                let got = match page.status {
                    303 if to.contains("?next=") => "door".to_owned(),
                    303 => "there".to_owned(),
                    status => status.to_string(),
                };
                assert_eq!(got, **expected, "{} {path} ({}) as {name}", row.method, row.thing);
                if ["door", "403", "404"].contains(expected) {
                    assert_eq!(trace(&portal).await, before, "{} {path} as {name} left a trace", row.method);
                }
                // What is foreign answers as what is absent, to the letter.
                if got == "404" {
                    let text = refusals.entry((row.route.to_owned(), name)).or_insert_with(|| page.text());
                    assert_eq!(page.text(), *text, "{path} as {name}");
                }
                if row.route == "/sign-out" {
                    *who = person(&portal, name).await;
                }
            }
        }
    }
}
