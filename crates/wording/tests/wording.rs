//! What readers see: plurals, figures, dates, French order, folding.
#![expect(clippy::unwrap_used, reason = "tests")]

use jiff::{civil::date, tz::TimeZone};
use proptest::prelude::*;
use wording::{Catalogue, Language, names};

fn catalogue() -> Catalogue {
    let french = "codes = { $n ->\n    [one] { $n } code de l'élève\n   *[other] { $n } codes\n}\nasked = Est-ce « Amina » : oui\n";
    let english = "codes = { $n ->\n    [one] { $n } code\n   *[other] { $n } codes\n}\n";
    Catalogue::new([(Language::French, "fr", french), (Language::English, "en", english)]).unwrap()
}

#[test]
fn plurals_and_figures_follow_the_language() {
    let catalogue = catalogue();
    let say = |language, n: i64| catalogue.say(language, "codes", &[("n", n.into())]);
    assert_eq!(say(Language::French, 0), "0 code de l’élève");
    assert_eq!(say(Language::English, 0), "0 codes");
    assert_eq!(say(Language::French, 1_580), "1\u{a0}580 codes");
    assert_eq!(say(Language::English, 1_234_567), "1,234,567 codes");
}

#[test]
fn french_is_typeset() {
    let said = catalogue().say(Language::French, "asked", &[]);
    assert_eq!(said, "Est-ce «\u{a0}Amina\u{a0}»\u{a0}: oui");
}

#[test]
fn dates_are_written_as_people_write_them() {
    let catalogue = catalogue();
    let plain = |text: String| text.replace('\u{a0}', " ");
    assert_eq!(plain(catalogue.day(Language::French, date(2027, 1, 1))), "1er janvier 2027");
    assert_eq!(plain(catalogue.day(Language::English, date(2026, 12, 3))), "December 3, 2026");
    let toronto = TimeZone::get("America/Toronto").unwrap();
    let at = 1_795_815_000_000; // 2026-11-27T21:30:00Z
    assert_eq!(plain(catalogue.moment(Language::French, at, &toronto)), "27 novembre 2026, 16 h 30");
    assert_eq!(plain(catalogue.moment(Language::English, at, &toronto)), "November 27, 2026, 4:30 p.m.");
}

#[test]
fn browsers_get_french_unless_they_prefer_english() {
    for (header, language) in [
        ("", Language::French),
        ("en-CA,en;q=0.9,fr;q=0.8", Language::English),
        ("fr-CA,en;q=0.9", Language::French),
        ("de, en;q=0.7, fr;q=0.3", Language::English),
        ("de", Language::French),
        ("en;q=0", Language::French),
        ("en;q=zzz;;;,,", Language::English),
    ] {
        assert_eq!(Language::preferred(header), language, "{header}");
    }
}

#[test]
fn names_sort_as_french_sorts() {
    let mut people = [
        ("Éthier", "Zoé"),
        ("Etxe", "A"),
        ("Ethier", "Amé"),
        ("Zhao", "Li"),
        ("D’Amours", "Eve"),
        ("Çelik", "Şule"),
        ("Chan", "B"),
    ];
    people.sort_by_key(|(family, given)| names::sort_key(family, given));
    assert_eq!(
        people.map(|(family, _)| family),
        ["Çelik", "Chan", "D’Amours", "Ethier", "Éthier", "Etxe", "Zhao"]
    );
}

#[test]
fn names_are_folded_for_searching() {
    for (name, folded) in [
        ("N’Guessan-Œuvré", "n guessan oeuvre"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Nguyễn Thị Hương", "nguyen thi huong"),
        ("100%_\\", "100%_\\"),
        ("李小雨", "李小雨"),
    ] {
        assert_eq!(names::fold(name), folded);
    }
}

proptest! {
    #[test]
    fn folding_is_stable_and_never_panics(text in "\\PC{0,40}") {
        let folded = names::fold(&text);
        prop_assert_eq!(names::fold(&folded), folded.clone());
        names::sort_key(&text, &folded);
    }
    #[test]
    fn any_header_gives_a_language(header in "\\PC{0,80}") {
        Language::preferred(&header);
    }
}
