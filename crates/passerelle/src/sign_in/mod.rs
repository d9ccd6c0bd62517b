//! The front door: `/` offers the three faces, each signs in at its own address; signing out.

mod pages;
mod verify;

pub use pages::{Next, door, routes};
