use crate::fields::Fields;
use crate::{OpenError, RosterFile, Row, Rows, Version};

/// A row of manifest.csv: one property of the bundle, such as `oneroster.version`.
struct Property {
    name: String,
    value: Option<String>,
}

impl Row for Property {
    const FILE: RosterFile = RosterFile::Manifest;

    fn required_columns(_: Version) -> &'static [&'static str] {
        &["propertyName", "value"]
    }

    fn read(fields: &mut Fields<'_>, _: Version) -> Option<Property> {
        Some(Property { name: fields.required("propertyName"), value: fields.text("value") })
    }
}

/// What the manifest says, as far as it matters here.
#[derive(Default)]
pub(crate) struct Manifest {
    pub(crate) version: Option<Version>,
    /// The files that are announced as whole (`file.users,bulk`).
    pub(crate) bulk: Vec<RosterFile>,
}

impl Manifest {
    /// Reads the manifest; one that isn't there says nothing.
    ///
    /// # Errors
    /// A file of ours that holds changes only, a version we don't know, or a manifest that is wrong.
    pub(crate) fn read<'a>(
        bytes: std::io::Result<Option<Box<dyn std::io::Read + Send + 'a>>>,
    ) -> Result<Manifest, OpenError> {
        let mut manifest = Manifest::default();
        for property in Rows::<Property>::new(Version::V1_2, [].into(), bytes) {
            let Property { name, value } = property.map_err(OpenError::Manifest)?;
            let Some(value) = value else { continue };
            if name.eq_ignore_ascii_case("oneroster.version") {
                manifest.version = Some(version(&value)?);
            } else if let Some(file) = announced(&name) {
                if value.eq_ignore_ascii_case("delta") {
                    return Err(OpenError::Delta(file));
                }
                if value.eq_ignore_ascii_case("bulk") {
                    manifest.bulk.push(file);
                }
            }
        }
        Ok(manifest)
    }
}

/// `1.1` and `1.2`, also with a patch number.
fn version(stated: &str) -> Result<Version, OpenError> {
    let mut parts = stated.split('.');
    match (parts.next(), parts.next()) {
        (Some("1"), Some("1")) => Ok(Version::V1_1),
        (Some("1"), Some("2")) => Ok(Version::V1_2),
        _ => Err(OpenError::UnsupportedVersion(stated.chars().take(60).collect())),
    }
}

/// The file that a property such as `file.users` is about, if we read it.
fn announced(property: &str) -> Option<RosterFile> {
    let (kind, name) = property.split_once('.')?;
    if kind.eq_ignore_ascii_case("file") { RosterFile::named(&format!("{name}.csv")) } else { None }
}
