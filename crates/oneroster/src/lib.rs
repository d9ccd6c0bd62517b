//! OneRoster CSV in, typed rows and numbered problems out.
//!
//! Reads the bulk CSV form of 1EdTech OneRoster 1.1 (« CSV Tables ») and 1.2 (« CSV Binding ») from a
//! folder or a zip file. It knows no database and no portal: it checks what one row can tell by itself, and
//! leaves to the caller what needs several rows, such as an id that stands twice or a school that nobody
//! declared ([`Reason::DuplicateId`] and [`Reason::UnknownReference`] are there for that).
//!
//! Nothing is unpacked and no file is held in memory: [`Rows`] are read one at a time. At most
//! [`MAX_FILE_BYTES`] are read of one file, and [`MAX_RECORD_BYTES`] of one row.
//!
//! ```no_run
//! # fn main() -> Result<(), oneroster::OpenError> {
//! let mut bundle = oneroster::Bundle::open("roster.zip".as_ref())?;
//! bundle.keep_metadata(["metadata.homeLanguage"]);
//! for row in bundle.users() {
//!     match row {
//!         Ok(user) => println!("{} speaks {:?}", user.sourced_id, user.metadata.get("metadata.homeLanguage")),
//!         Err(problem) => println!("{problem}"), // users.csv, line 14, column role: "studnt" is not a …
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! What is forgiven: a byte order mark, any line ends, any order and case of the columns, columns nobody knows,
//! absent optional ones, blanks around values, blank lines and lines of commas only. What isn't is a
//! [`Problem`] that names file, line, column and reason; the row is then left out and reading goes on.

mod bundle;
mod fields;
mod header;
mod locate;
mod manifest;
mod metadata;
mod open_error;
mod problem;
mod reason;
mod records;
mod roster_file;
mod rows;
mod source;
mod sourced_id;
mod text;
mod vocabulary;

pub use bundle::{Bundle, Version};
pub use metadata::Metadata;
pub use open_error::OpenError;
pub use problem::Problem;
pub use reason::Reason;
pub use roster_file::RosterFile;
pub use rows::{
    AcademicSession, Class, Course, Demographics, Enrollment, Org, Row, Rows, User, UserProfile, UserRole,
};
pub use sourced_id::SourcedId;
pub use text::{MAX_FILE_BYTES, MAX_RECORD_BYTES};
pub use vocabulary::{ClassKind, OrgKind, Role};

/// The longest value that is taken, in characters; a longer one is a [`Reason::TooLong`].
pub const MAX_VALUE_CHARS: usize = 1_024;
