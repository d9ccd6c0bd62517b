//! How bytes become rows: line ends, quotes, lines, widths.

use crate::support::{Folder, users};

#[test]
fn byte_order_mark_and_any_line_ends() {
    let expected = ["2 u1 Amina Diallo", "3 u2 Zoé Roy"];
    for text in [
        "sourcedId,givenName,familyName\nu1,Amina,Diallo\nu2,Zoé,Roy\n",
        "sourcedId,givenName,familyName\nu1,Amina,Diallo\nu2,Zoé,Roy",
        "\u{feff}sourcedId,givenName,familyName\r\nu1,Amina,Diallo\r\nu2,Zoé,Roy\r\n",
        "\u{feff}\"sourcedId\",\"givenName\",\"familyName\"\r\nu1,Amina,Diallo\r\n\"u2\",\"Zoé\",Roy",
        "sourcedId,givenName,familyName\ru1,Amina,Diallo\ru2,Zoé,Roy\r",
    ] {
        assert_eq!(users(text.as_bytes()), expected, "{text:?}");
    }
}

#[test]
fn order_case_and_unknown_columns_do_not_matter() {
    let text = "FAMILYNAME, x ,GivenName,, sourcedid \nDiallo,1,Amina,, u1 \n";
    assert_eq!(users(text.as_bytes()), ["2 u1 Amina Diallo"]);
}

#[test]
fn quoted_values_keep_commas_quotes_and_lines() {
    let text = "sourcedId,givenName,familyName\r\nu1,\"A \"\"B\"\"\r\nC, D\",Roy\r\nu2,Zoé,Roy\r\n";
    assert_eq!(users(text.as_bytes()), ["2 u1 A \"B\"\nC, D Roy", "4 u2 Zoé Roy"]);
}

#[test]
fn lines_are_counted_as_an_editor_does() {
    for end in ["\n", "\r\n", "\r"] {
        let text = "\n\nsourcedId,givenName,familyName\n\n\nu1,\"a\n\nb\",Roy\nu2,,Roy\n,,\n \nu3,\"c\n\",\"d\n\"\n\nu4,Zoé,\n";
        let said = users(text.replace('\n', end).as_bytes());
        let expected = [
            "6 u1 a\n\nb Roy",
            "users.csv, line 9, column givenName: the value is required but blank",
            "12 u3 c d",
            "users.csv, line 16, column familyName: the value is required but blank",
        ];
        assert_eq!(said, expected, "{end:?}");
    }
}

#[test]
fn a_row_of_another_width_is_a_problem_and_the_next_is_read() {
    let text = "sourcedId,givenName,familyName\nu1,Amina\nu2,Zoé,Roy,\nu3,Liam,Fortin\n";
    assert_eq!(
        users(text.as_bytes()),
        [
            "users.csv, line 2: the row has 2 values where the header has 3",
            "users.csv, line 3: the row has 4 values where the header has 3",
            "4 u3 Liam Fortin",
        ]
    );
}

#[test]
fn an_open_quotation_mark_is_found() {
    let text = "sourcedId,givenName,familyName\nu1,Amina,Diallo\nu2,\"Zoé,Roy\nu3,Liam,Fortin\n";
    assert_eq!(
        users(text.as_bytes()),
        ["2 u1 Amina Diallo", "users.csv, line 3: a quotation mark opens a value here and is never closed"]
    );
    let mut long = text.to_owned();
    long.extend(std::iter::repeat_n("u4,Émile,Roy\n", 200_000));
    assert_eq!(
        users(long.as_bytes())[1],
        "users.csv, line 3: the row is longer than 1048576 bytes (is a quotation mark left open?)"
    );
}

#[test]
fn a_closed_quote_at_the_very_end_is_fine() {
    for end in ["", "\n", "\r\n"] {
        let text = format!("sourcedId,givenName,familyName\nu1,Amina,\"Diallo\n\"{end}");
        assert_eq!(users(text.as_bytes()), ["2 u1 Amina Diallo"]);
    }
}

#[test]
fn headers_that_do_not_serve_are_named() {
    let header = |text: &str| users(text.as_bytes());
    for empty in ["", "\n\r\n", "\u{feff}"] {
        assert_eq!(header(empty), ["users.csv, line 1: the file is empty; it needs a header line"]);
    }
    assert_eq!(
        header("sourcedId,givenname,x\nu1,Amina,1\n"),
        ["users.csv, line 1, column familyName: the column is missing from the header"]
    );
    assert_eq!(header("x\n").len(), 3, "every missing column is named");
    assert_eq!(
        header("sourcedId;givenName;familyName\nu1;Amina;Diallo\n"),
        ["users.csv, line 1: the values are not separated by commas"]
    );
    assert_eq!(
        header("sourcedId,givenName,familyName,GivenName\n"),
        ["users.csv, line 1, column GivenName: the header names the column more than once"]
    );
    assert_eq!(header("sourcedId,givenName,familyName\n").len(), 0, "no rows, no problem");
}

#[test]
fn many_rows_are_counted_to_the_last() {
    let mut text = String::from("sourcedId,userSourcedId,role,orgSourcedId\n");
    for number in 0..50_000 {
        text.push_str(&format!("r{number},u{number},student,s\n"));
    }
    let folder = Folder::with(&[("roles.csv", text.as_bytes())]);
    let last = folder.open().roles().last().unwrap().unwrap();
    assert_eq!((last.line, last.user.as_str()), (50_001, "u49999"));
}
