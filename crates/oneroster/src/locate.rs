use std::collections::BTreeMap;

use crate::{OpenError, RosterFile};

/// One file somewhere in a folder or zip: the parts of its path, and what to find it by.
pub(crate) struct Candidate<P> {
    pub(crate) path: Vec<String>,
    pub(crate) place: P,
}

impl<P> Candidate<P> {
    /// A path as zip files write it; some write `\` between the parts.
    pub(crate) fn from_name(name: &str, place: P) -> Candidate<P> {
        let parts = name.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".");
        Candidate { path: parts.map(str::to_owned).collect(), place }
    }
}

/// Picks the roster's files: those at the root, or else those in the only folder that has any, one level down
/// (zip files often wrap everything in a folder). Hidden folders and macOS's own are passed over.
pub(crate) fn locate<P>(candidates: Vec<Candidate<P>>) -> Result<BTreeMap<RosterFile, P>, OpenError> {
    let mut folders: BTreeMap<String, Vec<(RosterFile, P)>> = BTreeMap::new();
    for Candidate { path, place } in candidates {
        let (folder, name) = match path.as_slice() {
            [name] => ("", name),
            [folder, name] if !folder.starts_with('.') && folder != "__MACOSX" => (folder.as_str(), name),
            _ => continue,
        };
        if let Some(file) = RosterFile::named(name) {
            folders.entry(folder.to_owned()).or_default().push((file, place));
        }
    }
    let chosen = match folders.remove("") {
        Some(at_root) => at_root,
        None if folders.len() > 1 => return Err(OpenError::SeveralBundles),
        None => folders.into_values().next().unwrap_or_default(),
    };
    let mut files = BTreeMap::new();
    for (file, place) in chosen {
        if files.insert(file, place).is_some() {
            return Err(OpenError::FileTwice(file));
        }
    }
    Ok(files)
}
