//! Lays the style sheet, the script, the icons and the fonts into the binary: parts joined, names
//! hashed, text compressed ahead. Writes `$OUT_DIR/assets.rs`, which `src/web/assets.rs` includes.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

/// Parts of the sheet in the order they are joined; `reset.css` first, which states the order of the layers.
#[rustfmt::skip] // many to a line
const SHEET: [&str; 22] = [
    "reset", "fonts", "tokens", "base", "layout",
    "header", "buttons", "surfaces", "forms", "choices", "lists", "navigation", "tables", "bulk",
    "portfolio", "messages", "charts", "door", "paper", "family", "staff", "print",
];

/// Parts of the script in the order they are joined: one module to fetch, and none that imports another.
const SCRIPT: [&str; 7] = ["toast", "copy", "fields", "search", "choosing", "progress", "forms"];

/// Where npm puts the font, below `assets/`.
const FIGTREE: &str = "node_modules/@fontsource-variable/figtree/files";
const FIGTREE_LATIN: &str = "figtree-latin-wght-normal.woff2";
const FIGTREE_LICENCE: &str = "figtree-OFL.txt";
const FIGTREE_LATIN_EXT: &str = "figtree-latin-ext-wght-normal.woff2";

/// A file to be served: under its plain name, `portal.css`, and its hashed one, `portal-0123456789.css`.
struct Built {
    logical: &'static str,
    name: String,
    content_type: &'static str,
    bytes: Vec<u8>,
}

impl Built {
    fn new(logical: &'static str, content_type: &'static str, bytes: Vec<u8>) -> Self {
        let hash = Sha256::digest(&bytes).iter().take(5).fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        let name = match logical.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
            None => format!("{logical}-{hash}"),
        };
        Self { logical, name, content_type, bytes }
    }

    /// Fonts are compressed already.
    fn is_compressible(&self) -> bool {
        self.content_type != "font/woff2"
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let assets = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("assets");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    for input in ["css", "js", "icons.svg", "favicon.svg", "chevron.svg", FIGTREE] {
        println!("cargo::rerun-if-changed={}", assets.join(input).display());
    }
    if !assets.join(FIGTREE).is_dir() {
        println!(
            "cargo::error=The fonts are missing: run `make setup` (npm ci in crates/passerelle/assets)."
        );
        return Ok(());
    }

    let read = |folder: &str, name: &'static str, content_type| {
        fs::read(assets.join(folder).join(name)).map(|bytes| Built::new(name, content_type, bytes))
    };
    // What the sheet refers to is named first, since its names go into the sheet.
    let mut built = vec![
        read(FIGTREE, FIGTREE_LATIN, "font/woff2")?,
        read(FIGTREE, FIGTREE_LATIN_EXT, "font/woff2")?,
        read("", "chevron.svg", "image/svg+xml")?,
        // The font's licence goes wherever the font goes.
        Built::new(
            FIGTREE_LICENCE,
            "text/plain; charset=utf-8",
            fs::read(assets.join(FIGTREE).join("../LICENSE"))?,
        ),
    ];
    let sheet = point_at(join(&assets.join("css"), "css", &SHEET)?, &built)?;
    let script = join(&assets.join("js"), "js", &SCRIPT)?;
    built.extend([
        Built::new("portal.css", "text/css; charset=utf-8", sheet.into_bytes()),
        Built::new("portal.js", "text/javascript; charset=utf-8", script.into_bytes()),
        read("", "icons.svg", "image/svg+xml")?,
        read("", "favicon.svg", "image/svg+xml")?,
    ]);
    fs::write(out.join("assets.rs"), table(&built, &out)?)?;
    Ok(())
}

/// Joins the named parts of a folder, and refuses a part in the folder that is in no list.
fn join(folder: &Path, extension: &str, parts: &[&str]) -> Result<String, Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let listed = path.file_stem().is_some_and(|stem| parts.iter().any(|part| stem == *part));
        if path.extension().is_some_and(|it| it == extension) && !listed {
            return Err(format!("{} is in no list of build.rs", path.display()).into());
        }
    }
    let mut joined = String::new();
    for part in parts {
        joined.push_str(&fs::read_to_string(folder.join(part).with_extension(extension))?);
        joined.push('\n');
    }
    Ok(joined)
}

/// Puts the hashed names into the sheet's `url("…")`, and refuses one that leads nowhere.
fn point_at(mut sheet: String, files: &[Built]) -> Result<String, Box<dyn Error>> {
    for Built { logical, name, .. } in files {
        sheet = sheet.replace(&format!("url(\"{logical}\")"), &format!("url(\"{name}\")"));
    }
    let named = sheet.split("url(\"").skip(1).filter_map(|rest| rest.split('"').next());
    for reference in named {
        if !files.iter().any(|file| file.name == reference) {
            return Err(format!("the sheet names {reference}, which is not built").into());
        }
    }
    Ok(sheet)
}

/// Writes the files beside the table and returns the table's Rust text.
fn table(built: &[Built], out: &Path) -> Result<String, Box<dyn Error>> {
    let mut rust =
        String::from("/// Every file served under `/assets/`.\npub static ASSETS: &[Asset] = &[\n");
    for asset in built {
        let Built { logical, name, content_type, bytes } = asset;
        fs::write(out.join(logical), bytes)?;
        let bytes_of = |file: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))");
        let brotli = if asset.is_compressible() {
            let packed = format!("{logical}.br");
            fs::write(out.join(&packed), compress(bytes)?)?;
            format!("Some({})", bytes_of(&packed))
        } else {
            "None".to_owned()
        };
        let plain = bytes_of(logical);
        writeln!(
            rust,
            "    Asset {{ logical: {logical:?}, name: {name:?}, content_type: {content_type:?}, \
             bytes: {plain}, brotli: {brotli} }},",
        )?;
    }
    rust.push_str("];\n");
    for (constant, logical, purpose) in [
        ("CSS", "portal.css", "The style sheet's path."),
        ("JS", "portal.js", "The script's path: an ES module."),
        ("ICONS", "icons.svg", "The sprite's path; `#home` and the like follow it."),
        ("FAVICON", "favicon.svg", "The browser tab's icon."),
        ("FONT", FIGTREE_LATIN, "The Latin font's path, for a preload (`as=font`, `crossorigin`)."),
    ] {
        let asset = built.iter().find(|asset| asset.logical == logical).ok_or("a constant names nothing")?;
        writeln!(rust, "/// {purpose}\npub const {constant}: &str = \"/assets/{}\";", asset.name)?;
    }
    Ok(rust)
}

/// Brotli at its best for a release; quick, and nearly as small, while one works.
fn compress(bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let quality = if std::env::var("PROFILE")? == "release" { 11 } else { 5 };
    let parameters = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed)
}
