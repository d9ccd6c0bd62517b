//! Bundles written for one test.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use oneroster::{Bundle, OpenError, Problem};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub const ORGS: &str = "sourcedId,name,type,parentSourcedId\nd,Grands-Lacs,district,\ns,Érables,school,d\n";
pub const USERS: &str = "sourcedId,givenName,familyName\nu1,Amina,Diallo\n";
pub const ROLES: &str = "sourcedId,userSourcedId,roleType,role,orgSourcedId\nr1,u1,primary,student,s\n";

/// A 1.2 bundle with the smallest orgs, users and roles, apart from what `files` puts in their place.
pub struct Folder(TempDir);

impl Folder {
    pub fn with(files: &[(&str, &[u8])]) -> Folder {
        let folder = Folder::only(&[
            ("orgs.csv", ORGS.as_bytes()),
            ("users.csv", USERS.as_bytes()),
            ("roles.csv", ROLES.as_bytes()),
        ]);
        for (name, bytes) in files {
            folder.write(name, bytes);
        }
        folder
    }

    pub fn only(files: &[(&str, &[u8])]) -> Folder {
        let folder = Folder(TempDir::new().unwrap());
        for (name, bytes) in files {
            folder.write(name, bytes);
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn open(&self) -> Bundle {
        self.try_open().unwrap()
    }

    pub fn try_open(&self) -> Result<Bundle, OpenError> {
        Bundle::open(self.path())
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// A zip file of these entries, in a folder that has to be kept.
pub fn zip(files: &[(&str, &[u8])]) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("roster.zip");
    let mut writer = ZipWriter::new(fs::File::create(&path).unwrap());
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap();
    (folder, path)
}

/// What a users.csv of these bytes has to say, as text: problems, and « line id given family » of good rows.
pub fn users(bytes: &[u8]) -> Vec<String> {
    let folder = Folder::with(&[("users.csv", bytes)]);
    let mut bundle = folder.open();
    bundle.users().map(said).collect()
}

fn said(row: Result<oneroster::User, Problem>) -> String {
    match row {
        Ok(user) => format!("{} {} {} {}", user.line, user.sourced_id, user.given_name, user.family_name),
        Err(problem) => problem.to_string(),
    }
}
