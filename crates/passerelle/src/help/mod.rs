//! Reading pages: how to, who sees what, accessibility. Whoever is signed in also reads whom to ask at
//! their own schools.

mod contacts;
mod pages;

pub use pages::routes;
