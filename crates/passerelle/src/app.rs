//! State, router and layers put together.

use std::time::Duration;

use axum::{
    Router,
    http::{StatusCode, Uri},
    middleware,
    response::{IntoResponse, Response},
};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer, CompressionLevel,
        predicate::{NotForContentType, Predicate as _, SizeAbove},
    },
    timeout::TimeoutLayer,
};

use crate::{
    access_data, accounts, audit_log, code_batches, codes, email_proofs, guardianships, help, homes,
    invitations, long_work, mail, options, password_reset,
    portal::Portal,
    restrictions, sign_in, sign_up, student_search,
    web::{Problem, Routes, assets, flash, language, log, origin, problem, security_headers},
};

/// How long an answer may take before it is given up.
const LONGEST_ANSWER: Duration = Duration::from_secs(30);

/// Every route of the portal that a person can reach.
pub fn routes() -> Routes {
    Routes::new()
        .merge(access_data::routes())
        .merge(accounts::routes())
        .merge(audit_log::routes())
        .merge(code_batches::routes())
        .merge(codes::routes())
        .merge(email_proofs::routes())
        .merge(guardianships::routes())
        .merge(help::routes())
        .merge(homes::routes())
        .merge(invitations::routes())
        .merge(long_work::routes())
        .merge(options::routes())
        .merge(password_reset::routes())
        .merge(restrictions::routes())
        .merge(sign_in::routes())
        .merge(sign_up::routes())
        .merge(student_search::routes())
        .merge(health::routes())
        .get(assets::ROUTE, assets::serve)
        .get("/favicon.ico", || async { flash::redirect(assets::FAVICON) })
}

/// The portal as a service.
pub fn router(portal: &Portal) -> Router {
    let routes = if portal.demo { routes().merge(mail::demo_routes()) } else { routes() };
    layered(routes.into_router().fallback(other_case), portal)
}

/// Routes inside the layers that every answer goes through, the innermost first.
pub fn layered(routes: Router<Portal>, portal: &Portal) -> Router {
    let compressed = SizeAbove::new(1024)
        .and(NotForContentType::const_new("font/"))
        // Held back until there is enough to compress, progress would come late.
        .and(NotForContentType::const_new("text/event-stream"));
    let router = routes
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LONGEST_ANSWER))
        .layer(middleware::from_fn_with_state(portal.clone(), origin::check))
        .layer(middleware::from_fn_with_state(portal.clone(), problem::pages))
        .layer(middleware::from_fn_with_state(portal.clone(), language::choose))
        .layer(middleware::from_fn(security_headers::add))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(compressed));
    let secure = portal.config.secure_cookies();
    let router = if secure { router.layer(middleware::from_fn(security_headers::add_https)) } else { router };
    router.layer(middleware::from_fn(log::requests)).with_state(portal.clone())
}

/// No page has this address. What differs from `/parent` in case alone leads there: letters and minds
/// spell it « /Parent ».
async fn other_case(uri: Uri) -> Response {
    let path = uri.path().trim_end_matches('/');
    if path.eq_ignore_ascii_case("/parent") && path != "/parent" {
        return flash::redirect("/parent");
    }
    Problem::NotFound.into_response()
}

/// A panic in a handler: a log line with what it said, and a clean page.
#[expect(clippy::needless_pass_by_value, reason = "the layer's signature")]
fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let said =
        panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!(panic = said.unwrap_or("unknown"), "a handler panicked");
    Problem::Broken.into_response()
}

/// For whoever watches over the portal.
mod health {
    use axum::{extract::State, http::StatusCode};

    use crate::{portal::Portal, web::Routes};

    pub fn routes() -> Routes {
        Routes::new().get("/healthz", || async { "ok\n" }).get("/readyz", ready)
    }

    /// Whether the database answers and has every change: then requests may come.
    async fn ready(State(portal): State<Portal>) -> (StatusCode, &'static str) {
        let answers = portal.database.ping().await.is_ok();
        let current =
            answers && crate::schema::pending(&portal.database).await.is_ok_and(|pending| pending == 0);
        if current { (StatusCode::OK, "ready\n") } else { (StatusCode::SERVICE_UNAVAILABLE, "not ready\n") }
    }
}
