//! What a school's students are chosen by, wherever they are: the search, codes for many, groups.

mod choices;
mod criteria;
mod fields;
pub mod store;

pub use choices::{KnownChoices, choices};
pub use criteria::{Asked, Criteria, Presence};
pub use fields::{Chip, Fields, FilterOption};
