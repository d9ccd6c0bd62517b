//! Odd inputs with the answer that each must keep giving. Add what surprised you; never change an
//! answer without a reason that stands in the commit.

use activation_code::{ActivationCode, CodeTypo};

const CORPUS: &[(&str, Result<&str, CodeTypo>)] = &[
    ("000000000000", Ok("0000-0000-0000")),
    ("OoOoOoOoOoOo", Ok("0000-0000-0000")),
    ("0000-0000-000I", Err(CodeTypo::CheckCharacter)),
    ("7KQ4-MN2P-X9TD", Err(CodeTypo::CheckCharacter)),
    ("\u{202E}3T9X-P2NM-4QK7\u{202C}", Err(CodeTypo::CheckCharacter)),
    ("\u{2066}7KQ4-MN2P-X9T3\u{2069}", Ok("7KQ4-MN2P-X9T3")),
    ("7K\u{AD}Q4MN\u{AD}2PX9\u{AD}T3", Ok("7KQ4-MN2P-X9T3")),
    ("\u{FEFF}7KQ4-MN2P-X9T3", Ok("7KQ4-MN2P-X9T3")),
    ("Code : 7KQ4-MN2P-X9T3", Err(CodeTypo::Character)),
    ("7KQ4-MN2P-X9T3.", Err(CodeTypo::Character)),
    ("7KQ4/MN2P/X9T3", Err(CodeTypo::Character)),
    ("7KQ4-MN2P-X9T3 7KQ4-MN2P-X9T3", Err(CodeTypo::Length { found: 24 })),
    ("7K\u{301}Q4-MN2P-X9T3", Err(CodeTypo::Character)),
    ("7️⃣KQ4-MN2P-X9T3", Err(CodeTypo::Character)),
    ("٧KQ4-MN2P-X9T3", Err(CodeTypo::Character)),
    ("𝟕KQ4-MN2P-X9T3", Err(CodeTypo::Character)),
    ("７ＫＱ４＿ＭＮ２Ｐ＿Ｘ９Ｔ３", Err(CodeTypo::Character)),
    ("' OR 1=1 --", Err(CodeTypo::Character)),
    ("<script>", Err(CodeTypo::Character)),
    ("\u{FFFD}", Err(CodeTypo::Character)),
    ("\u{10FFFF}", Err(CodeTypo::Character)),
    ("\u{FF00}", Err(CodeTypo::Character)),
    ("\u{FF5F}", Err(CodeTypo::Character)),
    ("/a/", Err(CodeTypo::Empty)),
    ("/a", Err(CodeTypo::Character)),
    ("/a/%20%2D%E2%80%AF", Err(CodeTypo::Empty)),
    ("/a/%", Err(CodeTypo::Character)),
    ("/a/%%%", Err(CodeTypo::Character)),
    ("/a/%é", Err(CodeTypo::Character)),
    ("/a/%2Fa%2F7KQ4-MN2P-X9T3", Err(CodeTypo::Character)),
    ("/a/%37KQ4-MN2P-X9T3", Ok("7KQ4-MN2P-X9T3")),
    ("/a/%EF%BC%97KQ4-MN2P-X9T3", Ok("7KQ4-MN2P-X9T3")),
    ("/a/7KQ4-MN2P-X9T3/A/", Err(CodeTypo::Empty)),
];

#[test]
fn odd_inputs_keep_their_answers() {
    for &(typed, expected) in CORPUS {
        let answer = ActivationCode::parse(typed).map(|code| code.to_string());
        assert_eq!(answer, expected.map(str::to_owned), "{typed:?}");
    }
}
