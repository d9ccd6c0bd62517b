//! Several kept files as one zip, made while it is being fetched.

use std::io::{self, Write};

use axum::body::{Body, Bytes};
use futures_util::stream;
use tokio::{runtime::Handle, sync::mpsc, task::spawn_blocking};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{KeptFile, part};
use crate::portal::Portal;

/// How many pieces wait for a slow reader at most.
const WAITING: usize = 4;

/// A zip of these files as the body of an answer; nothing of it is held beyond a few parts. PDF files are
/// compressed by nature, so they are stored as they are.
pub fn zipped(portal: &Portal, files: Vec<KeptFile>) -> Body {
    let (pieces, waiting) = mpsc::channel(WAITING);
    let (portal, database) = (portal.clone(), Handle::current());
    spawn_blocking(move || {
        let gone = |_| io::Error::other("the reader is gone");
        if let Err(failure) = write(&portal, &database, &files, Pieces(pieces.clone())) {
            let _ = pieces.blocking_send(Err(failure)).map_err(gone);
        }
    });
    Body::from_stream(stream::unfold(waiting, async |mut waiting| {
        let piece = waiting.recv().await?;
        Some((piece, waiting))
    }))
}

fn write(portal: &Portal, database: &Handle, files: &[KeptFile], pieces: Pieces) -> io::Result<()> {
    let mut zip = ZipWriter::new_stream(io::BufWriter::with_capacity(64 * 1024, pieces));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for file in files {
        zip.start_file(file.name.as_str(), options)?;
        for number in 0..file.parts() {
            let read = database.block_on(part(portal.read(), &portal.file_keys, file.id, number));
            let part = read.map_err(io::Error::other)?;
            zip.write_all(&part.ok_or_else(|| io::Error::other("a part of a kept file is gone"))?)?;
        }
    }
    zip.finish()?.into_inner().flush()
}

/// Hands what is written to the answer's body.
struct Pieces(mpsc::Sender<io::Result<Bytes>>);

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let piece = Ok(Bytes::copy_from_slice(bytes));
        self.0.blocking_send(piece).map_err(|_| io::Error::other("the reader is gone"))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
