//! The command as an operator types it, and the portal as a process: started, killed, started again.
#![expect(clippy::unwrap_used, reason = "tests")]

mod commands;
mod http;
mod killed;
mod killed_work;
mod mailing;
mod process;
mod serving;
