//! What stands around a page: who reads it, in which language, on which face, and the menu.

use wording::{Language, Value, names};

use super::{Reader, assets, language};
use crate::portal::Portal;

/// The three faces of the portal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Face {
    Family,
    Student,
    Staff,
}

impl Face {
    /// The face's own address, where one signs in.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Family => "/parent",
            Self::Student => "/student",
            Self::Staff => "/staff",
        }
    }

    /// The face that a path belongs to; the family's, where none is named.
    pub fn of_path(path: &str) -> Self {
        match path.split(['/', '?']).nth(1) {
            Some("staff") => Self::Staff,
            Some("student") => Self::Student,
            _ => Self::Family,
        }
    }

    /// As style sheets know it.
    const fn name(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Student => "student",
            Self::Staff => "staff",
        }
    }

    /// The key of what the face is called.
    const fn title_key(self) -> &'static str {
        match self {
            Self::Family => "web-face-family",
            Self::Student => "web-face-student",
            Self::Staff => "web-face-staff",
        }
    }
}

/// A line of the menu.
#[derive(Clone, Debug)]
pub struct NavItem {
    pub href: String,
    pub key: &'static str,
    pub icon: &'static str,
    pub current: bool,
}

/// Who is signed in, as the foot of the rail and the header show it.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub name: String,
    /// « Conseiller, École secondaire des Érables »; empty for families.
    pub role: String,
    /// Where the person's own page is; empty where there is none.
    pub account: String,
}

/// What every page is given. Its methods are what templates call.
#[derive(Clone)]
pub struct Frame {
    pub portal: Portal,
    pub language: Language,
    pub face: Face,
    /// The board's name; empty where nobody asked the database.
    pub district: String,
    pub notice: Option<&'static str>,
    /// The keys of what an administrator has to know on every page, and of what to do.
    pub warning: Option<(&'static str, &'static str)>,
    pub viewer: Option<Viewer>,
    pub nav: Vec<NavItem>,
    /// How many of the viewer's jobs aren't over, and where they are listed.
    pub running: i64,
    pub jobs_href: String,
    path: String,
}

impl Frame {
    pub fn new(portal: &Portal, reader: Reader, face: Face, district: String) -> Self {
        Self {
            portal: portal.clone(),
            language: reader.language,
            face,
            district,
            notice: reader.notice,
            warning: None,
            viewer: None,
            nav: Vec::new(),
            running: 0,
            jobs_href: String::new(),
            path: reader.path,
        }
    }

    /// The sentence under a key.
    pub fn say(&self, key: impl AsRef<str>) -> String {
        self.portal.catalogue.say(self.language, key.as_ref(), &[])
    }

    /// A sentence with one value in it.
    pub fn say1<'v>(&self, key: impl AsRef<str>, name: &str, value: impl Into<Value<'v>>) -> String {
        self.portal.catalogue.say(self.language, key.as_ref(), &[(name, value.into())])
    }

    /// A sentence with two values in it.
    pub fn say2<'v>(
        &self,
        key: &str,
        first: &str,
        one: impl Into<Value<'v>>,
        second: &str,
        two: impl Into<Value<'v>>,
    ) -> String {
        self.portal.catalogue.say(self.language, key, &[(first, one.into()), (second, two.into())])
    }

    /// A sentence with three values in it.
    #[expect(clippy::too_many_arguments, reason = "templates can't write a list of pairs")]
    pub fn say3<'v>(
        &self,
        key: &str,
        first: &str,
        one: impl Into<Value<'v>>,
        second: &str,
        two: impl Into<Value<'v>>,
        third: &str,
        three: impl Into<Value<'v>>,
    ) -> String {
        self.portal.catalogue.say(
            self.language,
            key,
            &[(first, one.into()), (second, two.into()), (third, three.into())],
        )
    }

    /// A page's `<title>`: what it is, then the face; « Erreur : » in front after bad input.
    pub fn title(&self, page: impl AsRef<str>, in_error: impl std::borrow::Borrow<bool>) -> String {
        let key = if *in_error.borrow() { "web-title-error" } else { "web-title" };
        self.say2(key, "page", page.as_ref(), "face", self.say(self.face.title_key()))
    }

    pub fn face_name(&self) -> &'static str {
        self.face.name()
    }

    pub fn face_title(&self) -> String {
        self.say(self.face.title_key())
    }

    pub fn home(&self) -> &'static str {
        self.face.path()
    }

    /// Whether this page has this address.
    pub fn at(&self, path: impl AsRef<str>) -> bool {
        self.path.split('?').next() == Some(path.as_ref())
    }

    /// The face's address without its slash, for the sign-out form.
    pub fn home_name(&self) -> &'static str {
        self.face.path().trim_start_matches('/')
    }

    pub fn tag(&self) -> &'static str {
        self.language.tag()
    }

    pub fn other_tag(&self) -> &'static str {
        self.language.other().tag()
    }

    /// Where the language link leads: this page in the other language.
    pub fn other_href(&self) -> String {
        language::link(&self.path, self.language.other())
    }

    pub fn css(&self) -> &'static str {
        assets::CSS
    }

    pub fn js(&self) -> &'static str {
        assets::JS
    }

    pub fn font(&self) -> &'static str {
        assets::FONT
    }

    pub fn favicon(&self) -> &'static str {
        assets::FAVICON
    }

    /// The sprite's address, with the icon's name after `#`.
    pub fn icons(&self) -> &'static str {
        assets::ICONS
    }

    /// A day in full, in the portal's zone.
    pub fn day(&self, instant_ms: &i64) -> String {
        self.portal.catalogue.day_of(self.language, *instant_ms, &self.portal.zone)
    }

    /// A day shortened for tables.
    pub fn short_day(&self, instant_ms: &i64) -> String {
        self.portal.catalogue.short_day_of(self.language, *instant_ms, &self.portal.zone)
    }

    /// A day and its time.
    pub fn moment(&self, instant_ms: &i64) -> String {
        self.portal.catalogue.moment(self.language, *instant_ms, &self.portal.zone)
    }

    /// A grade as plain text: « 10e année », "Grade 10". Grades that aren't a number stay as the
    /// roster says them.
    pub fn grade(&self, grade: impl AsRef<str>) -> String {
        let grade = grade.as_ref();
        match grade.parse::<i64>() {
            Ok(number) => self.say1("web-grade", "grade", number),
            Err(_) => grade.to_owned(),
        }
    }

    /// The same as HTML, with the ordinal raised; safe, since anything but a number is escaped.
    pub fn grade_html(&self, grade: impl AsRef<str>) -> String {
        let grade = grade.as_ref();
        match grade.parse::<i64>() {
            Ok(number) => self.say1("web-grade-html", "grade", number),
            Err(_) => askama::filters::escape(grade, askama::filters::Html)
                .map(|text| text.to_string())
                .unwrap_or_default(),
        }
    }

    /// What a language is called, from its tag (BCP 47); a tag that we have no word for stays as it is.
    pub fn language_name(&self, tag: impl AsRef<str>) -> String {
        let tag = tag.as_ref();
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let key = format!("web-language-{primary}");
        let name = self.say(&key);
        if name == key { tag.to_owned() } else { name }
    }

    /// At most two initials of a name, for a face.
    pub fn initials(&self, name: impl AsRef<str>) -> String {
        let name = name.as_ref();
        let (given, family) = name.rsplit_once(' ').unwrap_or((name, ""));
        names::initials(given, family)
    }

    /// One of five hues for a name's face, always the same.
    pub fn hue(&self, name: impl AsRef<str>) -> usize {
        name.as_ref().bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)))
            % 5
            + 1
    }
}
