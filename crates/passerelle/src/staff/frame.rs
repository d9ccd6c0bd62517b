//! The rail: what stands beside every page of a school.

use super::{CounsellorOf, RoleKind, SignedInStaff};
use crate::{
    mail,
    portal::Portal,
    web::{Face, Frame, NavItem, Reader, Viewer},
};

/// Which line of the rail a page belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    Home,
    Students,
    Accounts,
    /// Long work.
    Jobs,
    Options,
    Audit,
    /// The viewer's own account.
    Account,
}

/// The frame of a page in a school.
pub fn in_school(portal: &Portal, reader: Reader, counsellor: &CounsellorOf, place: Place) -> Frame {
    let mut frame = Frame::new(portal, reader, Face::Staff, counsellor.staff().district.clone());
    let school = counsellor.school();
    let role = frame.say(counsellor.role().key());
    let role = frame.say2("staff-role-at", "role", role, "school", &school.name);
    frame.viewer =
        Some(Viewer { name: counsellor.staff().name(), role, account: "/staff/account".to_owned() });
    let item = |path: &str, key, icon, at| NavItem {
        href: format!("/staff/{}{path}", school.short_name),
        key,
        icon,
        current: at == place,
    };
    frame.nav = vec![
        item("", "staff-nav-home", "home", Place::Home),
        item("/students", "student-search-title", "search", Place::Students),
        item("/accounts", "access-data-hub-title", "key", Place::Accounts),
    ];
    if counsellor.role() >= RoleKind::SchoolAdministrator {
        frame.warning = mail::warning(portal);
        frame.nav.push(item("/options", "options-title", "gear", Place::Options));
        frame.nav.push(item("/audit", "audit-log-title", "list", Place::Audit));
    }
    frame.running = counsellor.staff().running_jobs;
    frame.jobs_href = counsellor.href("jobs");
    // Whoever serves several schools changes between them here.
    if counsellor.role() == RoleKind::DistrictAdministrator || counsellor.staff().serves_several() {
        frame.nav.push(NavItem {
            href: "/staff".to_owned(),
            key: "staff-nav-schools",
            icon: "school",
            current: false,
        });
    }
    frame
}

/// The frame of a page above the schools.
pub fn above_schools(portal: &Portal, reader: Reader, staff: &SignedInStaff) -> Frame {
    let mut frame = Frame::new(portal, reader, Face::Staff, staff.district.clone());
    frame.viewer = Some(Viewer {
        name: staff.name(),
        role: staff.district.clone(),
        account: "/staff/account".to_owned(),
    });
    frame.nav =
        vec![NavItem { href: "/staff".to_owned(), key: "staff-nav-schools", icon: "school", current: true }];
    frame
}
