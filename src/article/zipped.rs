//! Documents that are zip archives of parts: unpacked part by part, and never more than a bound in all.
//!
//! A zip of 100 kB can hold gigabytes, so what is unpacked is counted while it is read, and not believed beforehand.

use super::{MAX_BYTES, ReadError};
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// So much may all parts that are read unpack to: XML is some ten times its text.
const MAX_UNPACKED: u64 = 6 * MAX_BYTES;

/// Whether bytes look like an archive.
pub(crate) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Whether all parts together unpack to no more than may be read; `None` where the archive is damaged.
pub(crate) fn unpacks(bytes: &[u8]) -> Option<bool> {
    let mut zipped = Zipped::open(bytes)?;
    for name in zipped.names() {
        match zipped.part(&name, "", "") {
            Ok(_) => {}
            Err(ReadError::Swollen { .. }) => return Some(false),
            Err(_) => return None,
        }
    }
    Some(true)
}

/// An archive, and how much may still be unpacked of it.
pub(super) struct Zipped<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Zipped<'a> {
    /// `None` where the bytes are no archive.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Zipped<'a>> {
        let zip = is_zip(bytes).then(|| ZipArchive::new(Cursor::new(bytes)).ok())??;
        let left = MAX_UNPACKED;
        Some(Zipped { zip, left })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The names of its parts, sorted.
    pub(super) fn names(&self) -> Vec<String> {
        let names = self.zip.file_names().filter_map(Result::ok);
        let mut names: Vec<String> = names.map(Cow::into_owned).collect();
        names.sort();
        names
    }

    /// One part. `document` says what the whole is, for messages about `source`.
    ///
    /// # Errors
    /// When it is damaged or not there, or all parts together unpack to too much.
    pub(super) fn part(
        &mut self,
        name: &str,
        document: &'static str,
        source: &str,
    ) -> Result<Vec<u8>, ReadError> {
        let broken = || broken(document, source);
        let part = self.zip.by_name(name).map_err(|_| broken())?;
        let mut bytes = Vec::new();
        part.take(self.left + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| broken())?;
        let left = self.left.checked_sub(bytes.len() as u64);
        self.left = left.ok_or_else(|| ReadError::Swollen {
            path: source.to_owned(),
        })?;
        Ok(bytes)
    }

    /// The same as text: XML is written in UTF-8.
    ///
    /// # Errors
    /// As above.
    pub(super) fn text(
        &mut self,
        name: &str,
        document: &'static str,
        source: &str,
    ) -> Result<String, ReadError> {
        let bytes = self.part(name, document, source)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// What is said of a document that does not hold what it should.
pub(super) fn broken(kind: &'static str, source: &str) -> ReadError {
    ReadError::Broken {
        path: source.to_owned(),
        kind,
    }
}

#[cfg(test)]
pub(super) fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(text.as_bytes()).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}
