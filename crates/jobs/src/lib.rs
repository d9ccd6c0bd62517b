//! Long work as rows. A job is a row, written in the transaction of what asks for it; workers claim rows
//! by leases and do them in steps.
//!
//! A step writes its effect and how far the job has come in one transaction, held to the lease it was
//! claimed under: a kill at any point loses at most the step in flight, and nothing is ever done twice,
//! by however many processes.

mod claims;
mod job;
mod steps;
mod store;
mod worker;

pub use claims::{Claimed, end_leases};
pub use job::{Job, JobId, NewJob, State};
pub use steps::Failure;
pub use store::{ask_to_cancel, find, forget_finished_before, page, put, retry};
pub use worker::{Worker, Workshop};
