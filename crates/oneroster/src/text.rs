use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};

/// The most that is read of one file, unpacked: 2 GiB. A zip file can't make us read for ever.
pub const MAX_FILE_BYTES: u64 = 2 * 1024 * 1024 * 1024;

/// The most that is read for one row: 1 MiB. A quotation mark left open can't fill the memory.
pub const MAX_RECORD_BYTES: u64 = 1024 * 1024;

/// A limit that was hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    File,
    Record,
}

/// The bytes of a text file without its byte order mark, every line end as one `\n`, and one at the very end:
/// what the line numbers in [`crate::records`] rest on. Old line ends (a lone `\r`) count too.
pub(crate) struct Text<R: Read> {
    inner: BufReader<Chain<Cursor<Vec<u8>>, R>>,
    /// The last byte taken from `inner` was a `\r`, so that a `\n` now belongs to it.
    after_cr: bool,
    /// The last byte given out; before the first one, as if a line had just ended.
    last: u8,
    record_bytes: u64,
    file_bytes: u64,
    max_file_bytes: u64,
    limit_hit: Option<Limit>,
    at_end: bool,
}

impl<R: Read> Text<R> {
    pub(crate) fn new(mut inner: R, max_file_bytes: u64) -> io::Result<Text<R>> {
        let mut start = Vec::with_capacity(3);
        inner.by_ref().take(3).read_to_end(&mut start)?;
        if start == "\u{feff}".as_bytes() {
            start.clear();
        }
        Ok(Text {
            inner: BufReader::with_capacity(64 * 1024, Cursor::new(start).chain(inner)),
            after_cr: false,
            last: b'\n',
            record_bytes: 0,
            file_bytes: 0,
            max_file_bytes,
            limit_hit: None,
            at_end: false,
        })
    }

    /// A new row begins: its length is counted from here.
    pub(crate) fn start_record(&mut self) {
        self.record_bytes = 0;
    }

    /// The limit that stopped the reading, if one did.
    pub(crate) fn limit_hit(&self) -> Option<Limit> {
        self.limit_hit
    }

    /// Whether the reader was told that there is no more. As there is always a last line end, a row that was
    /// ended by this rather than by a line end has an open quotation mark.
    pub(crate) fn at_end(&self) -> bool {
        self.at_end
    }

    /// Counts what is about to be given out, and refuses it where a limit is passed.
    fn count(&mut self, bytes: usize) -> io::Result<()> {
        self.record_bytes += bytes as u64;
        self.file_bytes += bytes as u64;
        if self.file_bytes > self.max_file_bytes {
            self.limit_hit = Some(Limit::File);
        } else if self.record_bytes > MAX_RECORD_BYTES {
            self.limit_hit = Some(Limit::Record);
        }
        match self.limit_hit {
            Some(_) => Err(io::Error::other("too long")),
            None => Ok(()),
        }
    }
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        loop {
            let input = self.inner.fill_buf()?;
            if input.is_empty() {
                if self.last == b'\n' {
                    self.at_end = true;
                    return Ok(0);
                }
                self.last = b'\n';
                out[0] = b'\n';
                return Ok(1);
            }
            let taken = input.len().min(out.len());
            let mut given = 0;
            for &byte in &input[..taken] {
                let second_of_pair = self.after_cr && byte == b'\n';
                self.after_cr = byte == b'\r';
                if !second_of_pair {
                    out[given] = if byte == b'\r' { b'\n' } else { byte };
                    given += 1;
                }
            }
            self.inner.consume(taken);
            if given > 0 {
                self.last = out[given - 1];
                self.count(given)?;
                return Ok(given);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_as_far_as_allowed() {
        let mut read = Vec::new();
        let mut text = Text::new(io::repeat(b'a'), 200_000).expect("memory can be read");
        assert!(text.read_to_end(&mut read).is_err());
        assert!(read.len() <= 200_000);
        assert_eq!(text.limit_hit(), Some(Limit::File));
    }

    #[test]
    fn pairs_of_line_ends_are_one_even_when_split() {
        let mut text = Text::new(&b"\xef\xbb\xbfa\r\nb\rc\n\r\nd"[..], 100).expect("memory can be read");
        let (mut read, mut byte) = (Vec::new(), [0]);
        while text.read(&mut byte).is_ok_and(|given| given == 1) {
            read.push(byte[0]);
        }
        assert_eq!(read, b"a\nb\nc\n\nd\n");
        assert!(text.at_end());
    }
}
