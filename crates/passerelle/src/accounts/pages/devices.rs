use axum::{extract::State, http::HeaderMap, response::Response};
use serde::Deserialize;

use super::own::Own;
use crate::{
    accounts::events::SessionsEnded,
    audit,
    portal::Portal,
    random,
    sessions::{self, SessionId},
    web::{Form, Problem, flash},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DevicesForm {
    /// A session's id, or `others`.
    session: String,
}

/// Ends one session of one's own, or all but this one. One that is gone already is no error.
pub async fn submit(
    own: Own,
    State(portal): State<Portal>,
    headers: HeaderMap,
    Form(form): Form<DevicesForm>,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let (ended, said) = if form.session == "others" {
        (sessions::end_others(&*tx, &portal, &headers, own.kind, own.id).await?, "accounts-sessions-ended")
    } else {
        let Ok(id) = form.session.parse::<SessionId>() else { return Ok(flash::redirect(&own.home())) };
        (u64::from(sessions::end(&*tx, own.kind, own.id, id).await?), "accounts-session-ended")
    };
    if ended > 0 {
        audit::record(&*tx, &SessionsEnded { sessions: ended }, &own.actor, now, &mut random).await?;
    }
    tx.commit().await?;
    Ok(flash::redirect_saying(&portal, &own.home(), said))
}
