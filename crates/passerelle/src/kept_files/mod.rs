//! Files that the portal keeps for a while: letters to be fetched, rosters to be applied. They lie in
//! the database in sealed parts, since every process needs them and they hold codes and names.

mod store;
mod zipped;

use database::{Millis, typed_id};
use sea_orm::FromQueryResult;

pub use store::{NewFile, delete_of, of_owner, part, stream, sweep, write};
pub use zipped::zipped;

typed_id!(
    /// Names a kept file.
    FileId
);

/// What is known of a kept file without reading it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct KeptFile {
    pub id: FileId,
    /// As the person who fetches it sees it: « 10-A.pdf ».
    pub name: String,
    pub media_type: String,
    pub bytes: i64,
    pub keep_until: Millis,
}

impl KeptFile {
    /// How many parts it lies in.
    pub const fn parts(&self) -> i64 {
        (self.bytes + store::PART_BYTES - 1) / store::PART_BYTES
    }
}
