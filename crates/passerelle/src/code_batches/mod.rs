//! Codes for many students in one go: chosen, summed up, made as a job; then seen as a batch, renewed
//! where unused, or made void.

mod ask;
mod batch;
mod events;
mod make;
mod pages;
mod renew;
mod store;
mod void;

pub use ask::{AskedCodes, ask_for_codes, ask_for_renewal, ask_for_void};
pub use batch::{Batch, Figures};
pub use make::{MAKE, make_step};
pub use pages::routes;
pub use renew::{RENEW, Source, renew_step};
pub use void::{VOID, void_step};
