//! The pages of an e-mail: the button behind a mailed link, the refusal, another address.

mod answer;
mod change;

use crate::web::Routes;

/// The routes of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .get("/parent/confirm/{token}", answer::follow_to_confirm)
        .get("/parent/confirm", answer::show_confirm)
        .post("/parent/confirm", answer::confirm)
        .get("/parent/not-mine/{token}", answer::follow_to_not_mine)
        .get("/parent/not-mine", answer::show_not_mine)
        .post("/parent/not-mine", answer::not_mine)
        .get("/parent/account/email", change::show)
        .post("/parent/account/email", change::submit)
        .post("/parent/account/email/resend", change::resend)
}
