//! The HTTP kit, without a school in it: reading requests, laying out pages, answering errors.

pub mod address;
pub mod assets;
pub mod cookies;
pub mod csv;
pub mod field;
pub mod flash;
pub mod form;
pub mod frame;
pub mod language;
pub mod log;
pub mod origin;
pub mod page;
pub mod problem;
pub mod request;
pub mod routes;
pub mod security_headers;
pub mod server;

pub use field::{Field, FieldErrors};
pub use form::{Form, PathParams, Query, Repeated};
pub use frame::{Face, Frame, NavItem, Viewer};
pub use page::{page, refused, refused_for_now};
pub use problem::Problem;
pub use request::Reader;
pub use routes::Routes;
