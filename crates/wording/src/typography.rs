/// Typesets a French catalogue as it is loaded, so that whoever writes a sentence types it plainly:
/// a straight apostrophe becomes ’, and the blanks inside « », before a colon and before % become
/// no-break (OQLF, « Espacement avant et après les principaux signes de ponctuation »).
pub fn typeset_french(source: &str) -> String {
    const NO_BREAK: [(&str, &str); 5] =
        [("'", "’"), ("« ", "«\u{a0}"), (" »", "\u{a0}»"), (" : ", "\u{a0}: "), (" %", "\u{a0}%")];
    NO_BREAK.iter().fold(source.to_owned(), |text, (plain, set)| text.replace(plain, set))
}

/// The same for English: a straight apostrophe becomes ’.
pub fn typeset_english(source: &str) -> String {
    source.replace('\'', "’")
}
