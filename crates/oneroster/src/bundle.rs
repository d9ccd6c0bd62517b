use std::path::Path;
use std::sync::Arc;

use crate::manifest::Manifest;
use crate::source::Source;
use crate::{
    AcademicSession, Class, Course, Demographics, Enrollment, OpenError, Org, RosterFile, Row, Rows, User,
    UserProfile, UserRole,
};

/// The version of the standard that a bundle follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    V1_1,
    V1_2,
}

/// A roster: a folder or a zip file with the standard's files. One file is read at a time.
pub struct Bundle {
    source: Source,
    version: Version,
    metadata: Arc<[String]>,
}

impl Bundle {
    /// Opens a folder or a zip file. Its files stand at the root or in a single folder there, under their names
    /// in any case. manifest.csv may be absent; where it says `bulk` the file must be there, a file it calls
    /// `absent` is read all the same.
    ///
    /// # Errors
    /// When it can't be a whole roster of a version we know; see [`OpenError`]. What is wrong inside the
    /// files is found when they are read.
    pub fn open(path: &Path) -> Result<Bundle, OpenError> {
        let mut source = Source::open(path)?;
        let manifest = Manifest::read(source.read(RosterFile::Manifest))?;
        for file in RosterFile::ALL {
            if !source.has(file) && (file.is_required() || manifest.bulk.contains(&file)) {
                return Err(OpenError::MissingFile(file));
            }
        }
        let guess = if source.has(RosterFile::Roles) { Version::V1_2 } else { Version::V1_1 };
        Ok(Bundle { source, version: manifest.version.unwrap_or(guess), metadata: [].into() })
    }

    /// As the manifest states it; without a statement, 1.2 if there is a roles.csv.
    pub fn version(&self) -> Version {
        self.version
    }

    /// Whether the bundle has the file.
    pub fn has(&self, file: RosterFile) -> bool {
        self.source.has(file)
    }

    /// Says which columns outside the standard (by its rules named `metadata.…`) to keep with orgs, users and
    /// classes; from now on, and in place of those said before. A password column is never kept.
    pub fn keep_metadata<N: Into<String>>(&mut self, columns: impl IntoIterator<Item = N>) {
        let columns = columns.into_iter().map(Into::into);
        self.metadata =
            columns.filter(|column: &String| !column.trim().eq_ignore_ascii_case("password")).collect();
    }

    pub fn orgs(&mut self) -> Rows<'_, Org> {
        self.rows()
    }

    pub fn users(&mut self) -> Rows<'_, User> {
        self.rows()
    }

    pub fn roles(&mut self) -> Rows<'_, UserRole> {
        self.rows()
    }

    pub fn user_profiles(&mut self) -> Rows<'_, UserProfile> {
        self.rows()
    }

    pub fn academic_sessions(&mut self) -> Rows<'_, AcademicSession> {
        self.rows()
    }

    pub fn courses(&mut self) -> Rows<'_, Course> {
        self.rows()
    }

    pub fn classes(&mut self) -> Rows<'_, Class> {
        self.rows()
    }

    pub fn enrollments(&mut self) -> Rows<'_, Enrollment> {
        self.rows()
    }

    pub fn demographics(&mut self) -> Rows<'_, Demographics> {
        self.rows()
    }

    fn rows<T: Row>(&mut self) -> Rows<'_, T> {
        Rows::new(self.version, self.metadata.clone(), self.source.read(T::FILE))
    }
}
