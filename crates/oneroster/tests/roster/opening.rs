//! What is a bundle, and which version it has.

use crate::support::{Folder, ORGS, ROLES, USERS, zip};
use oneroster::{Bundle, OpenError, RosterFile, Version};

const MINIMAL: [(&str, &[u8]); 3] =
    [("orgs.csv", ORGS.as_bytes()), ("users.csv", USERS.as_bytes()), ("roles.csv", ROLES.as_bytes())];

fn refusal(files: &[(&str, &[u8])]) -> String {
    Folder::only(files).try_open().err().unwrap().to_string()
}

fn with_manifest(lines: &str) -> Folder {
    Folder::with(&[("manifest.csv", format!("propertyName,value\n{lines}").as_bytes())])
}

#[test]
fn a_folder_and_a_zip_of_it_say_the_same() {
    let (_kept, path) = zip(&MINIMAL);
    for mut bundle in [Folder::only(&MINIMAL).open(), Bundle::open(&path).unwrap()] {
        let orgs: Vec<_> = bundle.orgs().map(|org| org.unwrap().name).collect();
        assert_eq!(orgs, ["Grands-Lacs", "Érables"]);
        assert_eq!(bundle.users().count(), 1);
        assert_eq!(bundle.users().count(), 1, "a file can be read again");
        assert_eq!(bundle.roles().next().unwrap().unwrap().user.as_str(), "u1");
        assert_eq!(bundle.enrollments().count(), 0, "an absent file has no rows");
    }
}

#[test]
fn files_are_found_in_any_case_and_one_folder_down() {
    let wrapped: [(&str, &[u8]); 6] = [
        ("export/roles.csv", ROLES.as_bytes()),
        ("export/Orgs.CSV", ORGS.as_bytes()),
        ("export/USERS.csv", USERS.as_bytes()),
        ("__MACOSX/._users.csv", b"\0"),
        ("__MACOSX/users.csv", b"\0"),
        ("lisez-moi.txt", b"bonjour"),
    ];
    let (_kept, path) = zip(&wrapped);
    assert_eq!(Bundle::open(&path).unwrap().users().filter(Result::is_ok).count(), 1);
    assert_eq!(Folder::only(&wrapped).open().users().filter(Result::is_ok).count(), 1);
}

#[test]
fn names_in_a_zip_that_climb_are_passed_over() {
    let mut files = MINIMAL.to_vec();
    files.push(("../users.csv", b"evil"));
    files.push(("/etc/users.csv", b"evil"));
    let (_kept, path) = zip(&files);
    assert!(Bundle::open(&path).unwrap().users().all(|user| user.is_ok()));
}

#[test]
fn what_is_no_bundle_is_refused() {
    assert_eq!(refusal(&[("orgs.csv", b"")]), "the roster has no file users.csv");
    assert_eq!(refusal(&[]), "the roster has no file orgs.csv");
    let two: [(&str, &[u8]); 2] = [("a/users.csv", b""), ("b/users.csv", b"")];
    assert_eq!(refusal(&two), "there is more than one folder with a roster in it");
    let twice: [(&str, &[u8]); 2] = [("users.csv", b""), ("Users.csv", b"")];
    assert!(refusal(&twice).starts_with("the roster has more than one file users.csv"));

    let folder = Folder::with(&[]);
    assert!(matches!(Bundle::open(&folder.path().join("users.csv")), Err(OpenError::Zip { .. })));
    assert!(matches!(Bundle::open(&folder.path().join("nowhere")), Err(OpenError::Io { .. })));
}

#[test]
fn the_manifest_states_the_version() {
    let folder = with_manifest("manifest.version,1.0\noneroster.version,1.1\n");
    assert_eq!(folder.open().version(), Version::V1_1, "in spite of its roles.csv");
    assert_eq!(with_manifest("ONEROSTER.VERSION, 1.2.1 \n").open().version(), Version::V1_2);
}

#[test]
fn without_a_manifest_roles_tell_the_version() {
    assert_eq!(Folder::only(&MINIMAL).open().version(), Version::V1_2);
    assert_eq!(Folder::only(&MINIMAL[..2]).open().version(), Version::V1_1);
}

#[test]
fn a_manifest_can_forbid_the_reading() {
    let refused = |lines| with_manifest(lines).try_open().err().unwrap();
    assert!(matches!(refused("file.users,delta\n"), OpenError::Delta(RosterFile::Users)));
    assert!(matches!(refused("file.enrollments,bulk\n"), OpenError::MissingFile(RosterFile::Enrollments)));
    assert_eq!(
        refused("oneroster.version,2.0\n").to_string(),
        "manifest.csv states OneRoster \"2.0\"; 1.1 and 1.2 can be read"
    );
    assert_eq!(
        refused("oneroster.version,1.2,x\n").to_string(),
        "manifest.csv, line 2: the row has 3 values where the header has 2"
    );
    assert!(
        with_manifest("file.results,delta\nfile.classes,absent\nsource.systemName,\n").try_open().is_ok()
    );
}

#[test]
fn a_damaged_zip_is_refused_or_a_problem() {
    let (_kept, path) = zip(&MINIMAL);
    let whole = std::fs::read(&path).unwrap();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        std::fs::write(&path, damaged).unwrap();
        if let Ok(mut bundle) = Bundle::open(&path) {
            let _ = bundle.users().count();
        }
    }
}
