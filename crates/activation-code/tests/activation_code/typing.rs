//! What people type: D1, SGN-02, SGN-04, SGN-07.

use activation_code::{ActivationCode, CodeTypo, LONGEST_TYPED};
use proptest::prelude::*;
use proptest::{collection, sample};
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::{EXAMPLE, example};

fn assert_read(typed: &str) {
    assert_eq!(ActivationCode::parse(typed), Ok(example()), "{typed:?}");
}

fn assert_typo(typed: &str, typo: CodeTypo) {
    assert_eq!(ActivationCode::parse(typed), Err(typo), "{typed:?}");
}

#[test]
fn d1_case_blanks_and_dashes_make_no_difference() {
    for typed in [
        "7KQ4-MN2P-X9T3",
        "7kq4-mn2p-x9t3",
        "7KQ4 MN2P X9T3",
        "7KQ4MN2PX9T3",
        "7 K Q 4 - M N 2 P - X 9 T 3",
        "7KQ4\u{2011}MN2P\u{2011}X9T3",
        "7KQ4-MN2P-X9T3\r\n",
        "\u{A0}7KQ4\u{A0}MN2P\u{202F}X9T3\t",
        "--7KQ4--MN2P--X9T3--",
    ] {
        assert_read(typed);
    }
}

#[test]
fn d1_every_blank_dash_and_invisible_mark_is_ignored() {
    let blanks = "\t\n\u{B}\u{C}\r \u{85}\u{A0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\
        \u{2007}\u{2008}\u{2009}\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}";
    let dashes = "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2043}\u{2212}\u{2E3A}\u{301C}\u{FE58}\u{FE63}\u{FF0D}";
    let invisible = "\u{AD}\u{61C}\u{180E}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202A}\u{202C}\u{202E}\u{2060}\
        \u{2066}\u{2069}\u{FEFF}";
    for ignored in [blanks, dashes, invisible].concat().chars() {
        assert_read(&format!("{ignored}7KQ4{ignored}MN2PX9T{ignored}3{ignored}"));
    }
}

#[test]
fn d1_look_alikes_are_read_as_digits() {
    let code = ActivationCode::parse("0110-0000-0002").unwrap();
    for typed in ["OIL0-0000-0002", "oil0-oooo-ooo2", "olio-0000-0002", "ＯｉＬ0-0000-0002"] {
        assert_eq!(ActivationCode::parse(typed).as_ref(), Ok(&code), "{typed}");
    }
}

#[test]
fn sgn_02_all_ways_to_type_a_code_are_accepted() {
    for typed in [
        "7kq4-mn2p-x9t3",
        "7KQ4 MN2P X9T3",
        "7KQ4MN2PX9T3",
        "7KQ4‑MN2P‑X9T3",
        "7KQ4-MN2P-X9T3\n",
        "7KQ4-MN2P-X9T3\u{A0}",
    ] {
        assert_read(typed);
    }
}

#[test]
fn sgn_04_full_width_is_read_and_cyrillic_is_not() {
    assert_read("７ＫＱ４－ＭＮ２Ｐ－Ｘ９Ｔ３");
    assert_read("７ｋｑ４　ｍｎ２ｐ　ｘ９ｔ３");
    assert_typo("7КQ4-MN2P-X9T3", CodeTypo::Character);
    assert_typo("7кq4-mn2p-x9t3", CodeTypo::Character);
    // These fold to Latin letters in Unicode's own tables, but nobody's keyboard types them for a
    // code.
    assert_typo("7\u{212A}Q4-MN2P-X9T3", CodeTypo::Character);
    assert_typo("0ı10-0000-0002", CodeTypo::Character);
}

#[test]
fn sgn_07_what_is_no_code_is_refused_by_kind() {
    for empty in ["", " ", "\u{A0}\u{200B}\n", "---", "\u{FEFF}"] {
        assert_typo(empty, CodeTypo::Empty);
    }
    assert_typo("7", CodeTypo::Length { found: 1 });
    assert_typo("7KQ4-MN2P-X9T", CodeTypo::Length { found: 11 });
    assert_typo("7KQ4-MN2P-X9T33", CodeTypo::Length { found: 13 });
    for foreign in [
        "A",
        "\0",
        "7KQ4-MN2P-X9T\0",
        "😀",
        "7KQ4-MN2P-X9T😀",
        "YYYY-YYYY-YYYY",
        "7KQ4_MN2P_X9T3",
        "7KQ4.MN2P.X9T3",
        "é",
    ] {
        assert_typo(foreign, CodeTypo::Character);
    }
    assert_typo("7KQ4-MN2P-X9T4", CodeTypo::CheckCharacter);
    assert_typo("7QK4-MN2P-X9T3", CodeTypo::CheckCharacter);
}

#[test]
fn sgn_07_a_text_too_long_is_not_looked_at() {
    let too_long = CodeTypo::Length { found: LONGEST_TYPED + 1 };
    for typed in ["7", " ", "A", "😀", "\0"] {
        assert_typo(&typed.repeat(10_240), too_long);
    }
    let filling = |characters| "\u{A0}".repeat(characters) + EXAMPLE;
    assert_read(&filling(LONGEST_TYPED - EXAMPLE.len()));
    assert_typo(&filling(LONGEST_TYPED - EXAMPLE.len() + 1), too_long);
}

#[test]
fn a_pasted_link_is_read_for_its_code() {
    for link in [
        "https://portail.example.qc.ca/a/7KQ4-MN2P-X9T3",
        "  HTTPS://PORTAIL.EXAMPLE.QC.CA/A/7KQ4-MN2P-X9T3\n",
        "https://portail.example.qc.ca/a/7kq4mn2px9t3/",
        "https://portail.example.qc.ca/a/7KQ4-MN2P-X9T3?lang=en#top",
        "https://portail.example.qc.ca/a/7KQ4-MN2P-X9T3#/a",
        "https://portail.example.qc.ca/a/7KQ4%2DMN2P%2dX9T3%20",
        "https://portail.example.qc.ca/a/7KQ4%E2%80%91MN2P%C2%A0X9T3",
        "https://portail.example.qc.ca/a/a/7KQ4-MN2P-X9T3",
        "/A/0/a/7KQ4-MN2P-X9T3",
        "／ａ／７ＫＱ４-MN2P-X9T3",
    ] {
        assert_read(link);
    }
    assert_typo("https://portail.example.qc.ca/a/", CodeTypo::Empty);
    assert_typo("https://portail.example.qc.ca/a/?x", CodeTypo::Empty);
    assert_typo("https://portail.example.qc.ca/b/7KQ4-MN2P-X9T3", CodeTypo::Character);
    assert_typo("/a/7KQ4-MN2P-X9T", CodeTypo::Length { found: 11 });
    for coded in [
        "/a/7KQ4-MN2P-X9T3%",
        "/a/7KQ4-MN2P-X9T3%2",
        "/a/7KQ4-MN2P-X9T3%+2",
        "/a/7KQ4-MN2P-X9T3%FF",
        "/a/7KQ4-MN2P-X9T3%00",
    ] {
        assert_typo(coded, CodeTypo::Character);
    }
    assert_typo("7KQ4%2DMN2P%2DX9T3", CodeTypo::Character);
}

#[test]
fn typos_read_as_sentences_for_operators() {
    let sentences = [
        (CodeTypo::Empty, "the activation code is empty"),
        (CodeTypo::Length { found: 11 }, "the activation code has 11 symbols instead of 12"),
        (CodeTypo::Length { found: 257 }, "the typed text has more than 256 characters"),
        (CodeTypo::Character, "the activation code has a character that no code has"),
        (CodeTypo::CheckCharacter, "the check character does not match the activation code"),
    ];
    for (typo, sentence) in sentences {
        assert_eq!(typo.to_string(), sentence);
    }
}

/// One of the ways in which a person or a program may write a symbol.
fn written(symbol: char, way: usize) -> char {
    let ways = match symbol {
        '0' => vec!['0', 'O', 'o', '０', 'Ｏ', 'ｏ'],
        '1' => vec!['1', 'I', 'i', 'L', 'l', '１', 'Ｉ', 'ｌ'],
        other => {
            let wide = |character: char| char::from_u32(u32::from(character) + 0xFEE0).unwrap();
            let lower = other.to_ascii_lowercase();
            vec![other, lower, wide(other), wide(lower)]
        }
    };
    ways[way % ways.len()]
}

const BETWEEN: [&str; 16] = [
    "", "", "", "", " ", "-", "\t", "\r\n", "\u{A0}", "\u{202F}", "\u{200B}", "\u{2011}", "\u{2013}",
    "\u{2212}", "\u{AD}", "\u{200E}",
];

const FAMILIAR: [&str; 15] = [
    "/a/",
    "/A/",
    "%",
    "%2",
    "%2D",
    "%E2%80",
    "?",
    "#",
    "/",
    "7",
    "é",
    "－",
    "％",
    "\u{FF0F}",
    "7KQ4-MN2P-X9T3",
];

proptest! {
    #[test]
    fn no_text_panics(typed in any::<String>()) {
        let _ = ActivationCode::parse(&typed);
    }

    /// Texts made of what the folding knows come closer to its edges than random ones.
    #[test]
    fn no_text_of_familiar_pieces_panics(pieces in collection::vec(sample::select(&FAMILIAR[..]), 0..24)) {
        if let Ok(code) = ActivationCode::parse(&pieces.concat()) {
            prop_assert_eq!(ActivationCode::parse(code.as_str()), Ok(code));
        }
    }

    #[test]
    fn codes_survive_any_way_of_typing(
        seed: u64,
        ways in collection::vec(any::<usize>(), 12),
        between in collection::vec(collection::vec(sample::select(&BETWEEN[..]), 0..3), 13),
        link in sample::select(&["", "https://portail.example.qc.ca/a/", "/A/"][..]),
    ) {
        let code = ActivationCode::generate(&mut StdRng::seed_from_u64(seed));
        let mut typed = link.to_owned() + &between[12].concat();
        for ((symbol, way), between) in code.as_str().chars().zip(ways).zip(&between) {
            typed.push(written(symbol, way));
            typed += &between.concat();
        }
        prop_assert_eq!(ActivationCode::parse(&typed), Ok(code), "{:?}", typed);
    }
}
