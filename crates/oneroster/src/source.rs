use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::locate::{Candidate, locate};
use crate::{MAX_FILE_BYTES, OpenError, RosterFile};

/// Where the bytes come from. Names within a zip file are only compared, never used as paths on disk.
pub(crate) enum Source {
    Folder { files: BTreeMap<RosterFile, PathBuf> },
    Zip { archive: ZipArchive<BufReader<File>>, files: BTreeMap<RosterFile, usize> },
}

impl Source {
    pub(crate) fn open(path: &Path) -> Result<Source, OpenError> {
        let about = fs::metadata(path).map_err(|error| OpenError::Io { path: path.to_owned(), error })?;
        if about.is_dir() { Source::open_folder(path) } else { Source::open_zip(path) }
    }

    fn open_folder(path: &Path) -> Result<Source, OpenError> {
        let candidates = walk(path).map_err(|error| OpenError::Io { path: path.to_owned(), error })?;
        Ok(Source::Folder { files: locate(candidates)? })
    }

    fn open_zip(path: &Path) -> Result<Source, OpenError> {
        let refuse = |error: ZipError| OpenError::Zip { path: path.to_owned(), error: error.to_string() };
        let file = File::open(path).map_err(|error| OpenError::Io { path: path.to_owned(), error })?;
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(refuse)?;
        let mut candidates = Vec::new();
        for index in 0..archive.len() {
            let entry = archive.by_index_data(index).map_err(refuse)?;
            if entry.is_file() {
                candidates.push(Candidate::from_name(&entry.name().map_err(refuse)?, index));
            }
        }
        let files = locate(candidates)?;
        for (file, index) in &files {
            // Opened once so that a password or an unknown packing is refused now and not half-way.
            let entry = archive.by_index(*index).map_err(refuse)?;
            if entry.size() > MAX_FILE_BYTES {
                return Err(OpenError::FileTooLarge { file: *file, max_bytes: MAX_FILE_BYTES });
            }
        }
        Ok(Source::Zip { archive, files })
    }

    pub(crate) fn has(&self, file: RosterFile) -> bool {
        match self {
            Source::Folder { files } => files.contains_key(&file),
            Source::Zip { files, .. } => files.contains_key(&file),
        }
    }

    /// The file's bytes from its beginning, unpacked as they are read; `None` if there is no such file.
    pub(crate) fn read(&mut self, file: RosterFile) -> io::Result<Option<Box<dyn Read + Send + '_>>> {
        match self {
            Source::Folder { files } => match files.get(&file) {
                Some(path) => Ok(Some(Box::new(File::open(path)?))),
                None => Ok(None),
            },
            Source::Zip { archive, files } => match files.get(&file) {
                Some(index) => Ok(Some(Box::new(archive.by_index(*index)?))),
                None => Ok(None),
            },
        }
    }
}

/// The files of a folder and of the folders in it.
fn walk(root: &Path) -> io::Result<Vec<Candidate<PathBuf>>> {
    let mut candidates = Vec::new();
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if !path.is_dir() {
            candidates.push(Candidate { path: vec![name], place: path });
        } else if let Ok(inner) = fs::read_dir(&path) {
            for entry in inner {
                let entry = entry?;
                let inner_name = entry.file_name().to_string_lossy().into_owned();
                candidates.push(Candidate { path: vec![name.clone(), inner_name], place: entry.path() });
            }
        }
    }
    Ok(candidates)
}
