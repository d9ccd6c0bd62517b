use super::Row;
use crate::fields::Fields;
use crate::{Metadata, OrgKind, RosterFile, SourcedId, Version};

/// A row of orgs.csv: a district, a school …
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Org {
    pub line: u64,
    pub sourced_id: SourcedId,
    pub name: String,
    pub kind: OrgKind,
    /// The number by which the ministry or the board knows it.
    pub identifier: Option<String>,
    pub parent: Option<SourcedId>,
    pub metadata: Metadata,
}

impl Row for Org {
    const FILE: RosterFile = RosterFile::Orgs;

    fn required_columns(_: Version) -> &'static [&'static str] {
        &["sourcedId", "name", "type"]
    }

    fn read(fields: &mut Fields<'_>, _: Version) -> Option<Org> {
        let sourced_id = fields.required_id("sourcedId");
        let name = fields.required("name");
        let kind = fields.required_word("type");
        Some(Org {
            line: fields.line(),
            sourced_id,
            name,
            identifier: fields.text("identifier"),
            parent: fields.id("parentSourcedId"),
            metadata: fields.metadata(),
            kind: kind?,
        })
    }
}
