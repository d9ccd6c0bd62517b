use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::{Problem, RosterFile};

/// Why a path can't be read as a bundle at all. `Display` gives one English sentence without a full stop.
#[derive(Debug)]
#[non_exhaustive]
pub enum OpenError {
    /// The path is not there, or may not be read.
    Io { path: PathBuf, error: io::Error },
    /// The path is a file but no zip file, or one that is damaged, encrypted or packed in an unusual way.
    Zip { path: PathBuf, error: String },
    /// A required file is not there, or one that the manifest announces.
    MissingFile(RosterFile),
    /// Two files have the same name but for their case.
    FileTwice(RosterFile),
    /// There is nothing at the root, and several folders look like a bundle.
    SeveralBundles,
    /// A file in the zip is longer than [`crate::MAX_FILE_BYTES`].
    FileTooLarge { file: RosterFile, max_bytes: u64 },
    /// The manifest says that the file holds changes only. Only whole rosters (bulk) are read.
    Delta(RosterFile),
    /// The manifest states a version other than 1.1 and 1.2.
    UnsupportedVersion(String),
    /// The manifest itself is wrong.
    Manifest(Problem),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::Io { path, error } => {
                write!(f, "{} can't be read ({error})", path.display())
            }
            OpenError::Zip { path, error } => {
                write!(f, "{} is neither a folder nor a zip file that can be read ({error})", path.display())
            }
            OpenError::MissingFile(file) => write!(f, "the roster has no file {file}"),
            OpenError::FileTwice(file) => {
                write!(f, "the roster has more than one file {file}, apart from upper and lower case")
            }
            OpenError::SeveralBundles => f.write_str("there is more than one folder with a roster in it"),
            OpenError::FileTooLarge { file, max_bytes } => {
                write!(f, "{file} is longer than {max_bytes} bytes")
            }
            OpenError::Delta(file) => {
                write!(
                    f,
                    "{file} holds changes only (delta in manifest.csv); a whole roster (bulk) is needed"
                )
            }
            OpenError::UnsupportedVersion(version) => {
                write!(f, "manifest.csv states OneRoster \"{version}\"; 1.1 and 1.2 can be read")
            }
            OpenError::Manifest(problem) => problem.fmt(f),
        }
    }
}

impl std::error::Error for OpenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            OpenError::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}
