//! What stands around a guardian's pages.

use super::SignedInGuardian;
use crate::{
    portal::Portal,
    web::{Face, Frame, NavItem, Reader, Viewer},
};

/// Which entry of the tab bar a page belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    Home,
    Children,
    AddChild,
    Account,
}

/// The frame of a signed-in guardian's page.
pub fn of_guardian(portal: &Portal, reader: Reader, guardian: &SignedInGuardian, place: Place) -> Frame {
    let district = guardian.account.district.clone().unwrap_or_default();
    let mut frame = Frame::new(portal, reader, Face::Family, district);
    let item = |href: &str, key, icon, at| NavItem { href: href.to_owned(), key, icon, current: at == place };
    frame.viewer = Some(Viewer {
        name: guardian.account.name.clone(),
        role: String::new(),
        account: "/parent/account".to_owned(),
    });
    frame.nav = vec![
        item("/parent", "homes-nav-home", "home", Place::Home),
        item("/parent/children", "homes-nav-children", "kids", Place::Children),
        item("/parent/children/add", "codes-add-child-title", "plus", Place::AddChild),
        item("/parent/account", "homes-nav-account", "user", Place::Account),
    ];
    frame
}
