//! Routes, and the list of them: what the permission table is checked against.

use axum::{
    Router,
    handler::Handler,
    http::Method,
    routing::{MethodFilter, on},
};

use crate::portal::Portal;

/// A router that remembers what it routes.
#[derive(Default)]
pub struct Routes {
    router: Router<Portal>,
    table: Vec<(Method, &'static str)>,
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    /// A page: answers GET and HEAD.
    #[must_use]
    pub fn get<T: 'static>(mut self, path: &'static str, handler: impl Handler<T, Portal>) -> Self {
        self.router = self.router.route(path, on(MethodFilter::GET, handler));
        self.table.push((Method::GET, path));
        self
    }

    /// A form: answers POST.
    #[must_use]
    pub fn post<T: 'static>(mut self, path: &'static str, handler: impl Handler<T, Portal>) -> Self {
        self.router = self.router.route(path, on(MethodFilter::POST, handler));
        self.table.push((Method::POST, path));
        self
    }

    /// These routes and another slice's.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// Every route, in the order in which they were named.
    pub fn table(&self) -> &[(Method, &'static str)] {
        &self.table
    }

    pub fn into_router(self) -> Router<Portal> {
        self.router
    }
}
