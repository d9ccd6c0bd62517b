//! How an act ends when it doesn't succeed.

use sea_orm::DbErr;

/// An act stops in one of two ways. A refusal is a sentence for the person; a failure is for the
/// operator.
#[derive(Debug)]
pub enum Stop<R> {
    Refused(R),
    Broken(DbErr),
}

impl<R> Stop<R> {
    /// The same stop with its refusal seen as another's.
    pub fn map<S>(self, wider: impl FnOnce(R) -> S) -> Stop<S> {
        match self {
            Self::Refused(why) => Stop::Refused(wider(why)),
            Self::Broken(failure) => Stop::Broken(failure),
        }
    }
}

impl<R> From<DbErr> for Stop<R> {
    fn from(failure: DbErr) -> Self {
        Self::Broken(failure)
    }
}
