//! What stands around a student's pages.

use super::Myself;
use crate::{
    portal::Portal,
    web::{Face, Frame, NavItem, Reader, Viewer},
};

/// The frame of a signed-in student's page; `home` says whether it is the home page.
pub fn of_student(portal: &Portal, reader: Reader, myself: &Myself, home: bool) -> Frame {
    let present = &myself.0;
    let mut frame = Frame::new(portal, reader, Face::Student, present.district.clone());
    let name = format!("{} {}", present.given_name, present.family_name);
    frame.viewer = Some(Viewer { name, role: String::new(), account: "/student/account".to_owned() });
    frame.nav = vec![
        NavItem { href: "/student".to_owned(), key: "homes-nav-home", icon: "home", current: home },
        NavItem {
            href: "/student/account".to_owned(),
            key: "homes-nav-account",
            icon: "user",
            current: !home,
        },
    ];
    frame
}
