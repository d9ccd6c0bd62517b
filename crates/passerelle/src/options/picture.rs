use sha2::{Digest as _, Sha256};

/// The largest logo, in bytes.
pub const MOST_BYTES: usize = 256 * 1024;

/// The longest side of a logo, in pixels: what opens it must not be asked for gigabytes.
const LONGEST_SIDE: u32 = 4096;

/// A PNG or JPEG picture that was looked into: its signature and its size, not its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picture {
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

/// Why a file isn't taken. Each is one sentence in `options.ftl`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PictureRefusal {
    /// No file was chosen.
    None,
    /// More than [`MOST_BYTES`].
    TooLarge,
    /// Neither PNG nor JPEG, or broken; SVG may hold scripts.
    NoPicture,
    /// Longer or wider than a logo needs.
    TooManyPixels,
}

impl PictureRefusal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "options-logo-none",
            Self::TooLarge => "options-logo-too-large",
            Self::NoPicture => "options-logo-no-picture",
            Self::TooManyPixels => "options-logo-too-many-pixels",
        }
    }
}

impl Picture {
    /// Looks into a file.
    /// # Errors
    /// [`PictureRefusal`].
    pub fn of(bytes: Vec<u8>) -> Result<Self, PictureRefusal> {
        if bytes.is_empty() {
            return Err(PictureRefusal::None);
        }
        if bytes.len() > MOST_BYTES {
            return Err(PictureRefusal::TooLarge);
        }
        let (media_type, size) = match (png_size(&bytes), jpeg_size(&bytes)) {
            (Some(size), _) => ("image/png", size),
            (None, Some(size)) => ("image/jpeg", size),
            (None, None) => return Err(PictureRefusal::NoPicture),
        };
        match size {
            (0, _) | (_, 0) => Err(PictureRefusal::NoPicture),
            (width, height) if width.max(height) > LONGEST_SIDE => Err(PictureRefusal::TooManyPixels),
            _ => Ok(Self { media_type, bytes }),
        }
    }

    /// Names these bytes in an address: 64 hexadecimal digits of their SHA-256.
    pub fn digest(&self) -> String {
        Sha256::digest(&self.bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn be_u32(bytes: &[u8]) -> Option<u32> {
    bytes.first_chunk::<4>().map(|four| u32::from_be_bytes(*four))
}

fn be_u16(bytes: &[u8]) -> Option<u32> {
    bytes.first_chunk::<2>().map(|two| u32::from(u16::from_be_bytes(*two)))
}

/// Width and height of a PNG (W3C, Portable Network Graphics, third edition, section 5): its signature,
/// then chunks, IHDR first, IEND last and at the file's very end.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let mut size = None;
    loop {
        let length = usize::try_from(be_u32(rest)?).ok()?;
        let kind = rest.get(4..8)?;
        let body = rest.get(8..8_usize.checked_add(length)?)?;
        // Behind the body stands its checksum.
        rest = rest.get(8 + length + 4..)?;
        match (kind, size) {
            (b"IHDR", None) if length == 13 => size = Some((be_u32(body)?, be_u32(body.get(4..)?)?)),
            (b"IHDR", _) | (_, None) => return None,
            (b"IEND", size) => return size.filter(|_| rest.is_empty()),
            _ => {}
        }
    }
}

/// Width and height of a JPEG (ITU-T T.81, annex B): SOI, then segments up to the frame header.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, marker, after @ ..] = rest else { return None };
        match marker {
            // Fill bytes before a marker.
            0xff => rest = &rest[1..],
            // SOF0 to SOF15, without DHT, JPG and DAC, which stand among them.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                // Length, precision, then height before width.
                return Some((be_u16(after.get(5..)?)?, be_u16(after.get(3..)?)?));
            }
            // APPn, COM and tables: a length that counts itself.
            0xc4 | 0xcc | 0xdb | 0xdd | 0xe0..=0xef | 0xfe => {
                let length = usize::try_from(be_u16(after)?).ok().filter(|length| *length >= 2)?;
                rest = after.get(length..)?;
            }
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 6, 0, 0, 0, 1, 2, 3, 4]);
        bytes.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
        bytes
    }

    const JPEG: &[u8] =
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xff\xc0\0\x0b\x08\0\x02\0\x03\x01\x01\x11\0";

    #[test]
    fn pictures_are_told_by_what_is_in_them() {
        let of = |bytes: &[u8]| Picture::of(bytes.to_vec()).map(|picture| picture.media_type);
        assert_eq!(of(&png(3, 2)), Ok("image/png"));
        assert_eq!(png_size(&png(3, 2)), Some((3, 2)));
        assert_eq!(of(JPEG), Ok("image/jpeg"));
        assert_eq!(jpeg_size(JPEG), Some((3, 2)));
        assert_eq!(of(b""), Err(PictureRefusal::None));
        assert_eq!(of(&png(0, 2)), Err(PictureRefusal::NoPicture));
        assert_eq!(of(&png(4097, 2)), Err(PictureRefusal::TooManyPixels));
        assert_eq!(of(&[0; MOST_BYTES + 1]), Err(PictureRefusal::TooLarge));
        for broken in [
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".as_slice(),
            b"GIF89a\x01\0\x01\0\0\0\0;",
            b"\x89PNG\r\n\x1a\n",
            &png(3, 2)[..20],
            &[png(3, 2).as_slice(), b"<script>"].concat(),
            b"\xff\xd8\xff\xd9",
            &JPEG[..29],
        ] {
            assert_eq!(of(broken), Err(PictureRefusal::NoPicture), "{broken:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_taken_or_refused(png in any::<bool>(), tail in proptest::collection::vec(any::<u8>(), 0..400)) {
            let head: &[u8] = if png { b"\x89PNG\r\n\x1a\n" } else { b"\xff\xd8\xff" };
            let _ = Picture::of([head, &tail].concat());
        }
    }
}
