//! What the tests stand on: a portal with the cast of two schools, and people who use it.

mod cast;
mod page;
mod person;
mod portal;

pub use cast::write_roster;
pub use page::Page;
pub use person::Person;
pub use portal::{TestPortal, WrittenMail};

/// Makes two tests of one body: one on each database.
macro_rules! portal_test {
    ($(#[$doc:meta])* async fn $name:ident($portal:ident) $body:block) => {
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports, reason = "not every test needs all of its file's imports")]
            use super::*;

            async fn body($portal: $crate::support::TestPortal) $body

            #[tokio::test]
            async fn sqlite() {
                body($crate::support::TestPortal::on_sqlite().await).await;
            }

            #[tokio::test]
            async fn postgres() {
                body($crate::support::TestPortal::on_postgres().await).await;
            }
        }
    };
}
