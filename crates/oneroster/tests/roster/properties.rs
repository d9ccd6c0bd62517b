//! For any bytes and any names.

use crate::support::{Folder, zip};
use oneroster::Bundle;
use proptest::prelude::*;

/// Reads every file to its end, and counts what came.
fn read_all(mut bundle: Bundle) -> usize {
    bundle.keep_metadata(["metadata.city"]);
    bundle.orgs().count()
        + bundle.users().count()
        + bundle.roles().count()
        + bundle.user_profiles().count()
        + bundle.academic_sessions().count()
        + bundle.courses().count()
        + bundle.classes().count()
        + bundle.enrollments().count()
        + bundle.demographics().count()
}

const HEADER: &[u8] = b"sourcedId,givenName,familyName,name,type,birthDate,metadata.city\n";

/// Bytes with more of those that mean something in CSV than chance would give.
fn csv_like() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![2 => any::<u8>(), 3 => prop::sample::select(b"\",\r\n \xef\xbb\xbf;a1".to_vec())];
    prop::collection::vec(byte, 0..400)
}

/// Text without control characters and without blanks around, not empty: a name in any script.
fn name() -> impl Strategy<Value = String> {
    "\\PC{1,40}".prop_map(|name| name.trim().to_owned()).prop_filter("blank", |name| !name.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_end_without_a_panic(bytes in csv_like(), behind_header in any::<bool>()) {
        let bytes = if behind_header { [HEADER, &bytes].concat() } else { bytes };
        let folder = Folder::with(&[("orgs.csv", &bytes), ("users.csv", &bytes), ("demographics.csv", &bytes)]);
        prop_assert!(read_all(folder.open()) <= 7 * bytes.len() + 20);
        if let Ok(bundle) = Folder::with(&[("manifest.csv", &bytes)]).try_open() {
            read_all(bundle);
        }
    }

    #[test]
    fn any_bytes_as_a_zip_end_without_a_panic(bytes in csv_like(), at in 0.0..1.0f64) {
        let (_kept, path) = zip(&[("orgs.csv", HEADER), ("users.csv", HEADER)]);
        let mut whole = std::fs::read(&path).unwrap();
        let at = (whole.len() as f64 * at) as usize;
        let end = whole.len().min(at + bytes.len() / 20);
        whole.splice(at..end, bytes[..end - at].iter().copied());
        std::fs::write(&path, whole).unwrap();
        if let Ok(bundle) = Bundle::open(&path) {
            read_all(bundle);
        }
    }

    #[test]
    fn any_names_come_back_as_written(
        names in prop::collection::vec((name(), name()), 1..20),
        crlf in any::<bool>(),
        quoted in any::<bool>(),
    ) {
        let mut writer = csv::WriterBuilder::new()
            .terminator(if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') })
            .quote_style(if quoted { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary })
            .from_writer(Vec::new());
        writer.write_record(["sourcedId", "givenName", "familyName"]).unwrap();
        for (given, family) in &names {
            writer.write_record(["u", given, family]).unwrap();
        }
        let folder = Folder::with(&[("users.csv", &writer.into_inner().unwrap())]);
        let mut bundle = folder.open();
        for (at, (row, name)) in bundle.users().zip(&names).enumerate() {
            let user = row.unwrap();
            prop_assert_eq!(user.line, at as u64 + 2);
            prop_assert_eq!((&user.given_name, &user.family_name), (&name.0, &name.1));
        }
        prop_assert_eq!(bundle.users().count(), names.len());
    }
}
