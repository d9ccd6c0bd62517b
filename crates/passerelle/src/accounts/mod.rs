//! One's own account: name, e-mail, password, language, devices, data, closing it; and the temporary
//! password that the staff hand a student.

mod close;
mod device;
mod events;
mod export;
mod pages;
mod store;
mod temporary_password;

pub use close::close;
pub use export::{Export, export};
pub use pages::routes;
pub use temporary_password::{TemporaryRefusal, set_temporary_password};
