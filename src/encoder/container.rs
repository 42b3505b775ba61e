//! The file of the weights: a directory of named arrays, read where it lies.
//!
//! Everything is little-endian and read through byte arrays (`&[[u8; 4]]`), so the
//! file needs no copy, no alignment in memory and no `unsafe`; `models/README.md`
//! describes the layout. The checksum in the header is a name for the contents, it
//! is not verified at start-up (29 MB would take longer than encoding two articles);
//! a test does that.

use super::EncoderError;

const MAGIC: &[u8; 16] = b"storydiff-enc\0\0\0";
const VERSION: u32 = 1;
const HEADER: usize = 56;
const ENTRY: usize = 48;
const NAME: usize = 24;

/// The directory of a weights file.
pub(crate) struct Container {
    sections: Vec<Section>,
    /// SHA-256 of the payload, as the converter wrote it.
    pub checksum: [u8; 32],
}

/// One named array.
#[derive(Clone, Copy)]
pub(crate) struct Section {
    name: &'static str,
    kind: u32,
    pub rows: usize,
    pub columns: usize,
    /// What an 8-bit code of a dense layer is multiplied with.
    pub scale: f32,
    pub bytes: &'static [u8],
}

impl Container {
    /// Read the directory.
    ///
    /// # Errors
    /// When the bytes are not such a file, or a section lies outside them.
    pub fn open(bytes: &'static [u8]) -> Result<Self, EncoderError> {
        let (head, _) = bytes
            .split_at_checked(HEADER)
            .ok_or(EncoderError::NotWeights)?;
        if &head[..16] != MAGIC || number(&head[16..]) != VERSION {
            return Err(EncoderError::NotWeights);
        }
        let count = number(&head[20..]) as usize;
        let mut checksum = [0; 32];
        checksum.copy_from_slice(&head[24..]);
        let sections = bytes[HEADER..]
            .as_chunks::<ENTRY>()
            .0
            .iter()
            .take(count)
            .map(|entry| Section::open(bytes, entry))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self { sections, checksum })
    }

    fn find(&self, name: &'static str, kind: u32) -> Result<Section, EncoderError> {
        (self.sections.iter().copied())
            .find(|section| section.name == name && section.kind == kind)
            .ok_or(EncoderError::Missing(name))
    }

    /// Bytes.
    pub fn bytes(&self, name: &'static str) -> Result<&'static [u8], EncoderError> {
        Ok(self.find(name, 1)?.bytes)
    }

    /// 8-bit codes of a dense layer.
    pub fn codes(&self, name: &'static str) -> Result<Section, EncoderError> {
        self.find(name, 2)
    }

    /// 16-bit words.
    pub fn halves(&self, name: &'static str) -> Result<&'static [[u8; 2]], EncoderError> {
        Ok(self.find(name, 3)?.bytes.as_chunks().0)
    }

    /// 32-bit words.
    pub fn words(&self, name: &'static str) -> Result<&'static [[u8; 4]], EncoderError> {
        Ok(self.find(name, 4)?.bytes.as_chunks().0)
    }

    /// 32-bit floats, still as bytes.
    pub fn raw_floats(&self, name: &'static str) -> Result<&'static [[u8; 4]], EncoderError> {
        Ok(self.find(name, 5)?.bytes.as_chunks().0)
    }

    /// `count` 32-bit floats.
    pub fn floats(&self, name: &'static str, count: usize) -> Result<Vec<f32>, EncoderError> {
        let raw = self.raw_floats(name)?;
        if raw.len() != count {
            return Err(EncoderError::Shape(name));
        }
        Ok(raw.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect())
    }
}

impl Section {
    fn open(file: &'static [u8], entry: &'static [u8; ENTRY]) -> Result<Self, EncoderError> {
        let (name, numbers) = entry.split_at(NAME);
        let name = name.split(|&byte| byte == 0).next().unwrap_or_default();
        let name = str::from_utf8(name).map_err(|_| EncoderError::NotWeights)?;
        let kind = number(numbers);
        let (rows, columns) = (
            number(&numbers[4..]) as usize,
            number(&numbers[8..]) as usize,
        );
        let scale = f32::from_bits(number(&numbers[12..]));
        let offset = u64::from(number(&numbers[16..])) | u64::from(number(&numbers[20..])) << 32;
        let size = match kind {
            1 | 2 => 1,
            3 => 2,
            _ => 4,
        };
        let bytes = usize::try_from(offset)
            .ok()
            .zip(
                rows.checked_mul(columns)
                    .and_then(|all| all.checked_mul(size)),
            )
            .and_then(|(offset, length)| file.get(offset..offset.checked_add(length)?))
            .ok_or(EncoderError::Truncated)?;
        Ok(Self {
            name,
            kind,
            rows,
            columns,
            scale,
            bytes,
        })
    }
}

/// The little-endian number at the start of `bytes`; zero past the end.
fn number(bytes: &[u8]) -> u32 {
    bytes
        .first_chunk()
        .map_or(0, |four| u32::from_le_bytes(*four))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_not_weights() {
        for bytes in [&b""[..], b"storydiff", &[0; 200], b"PK\x03\x04"] {
            assert!(matches!(
                Container::open(bytes),
                Err(EncoderError::NotWeights)
            ));
        }
    }

    #[test]
    fn refuses_a_section_outside_the_file() {
        let mut file = Vec::from(MAGIC);
        file.extend(VERSION.to_le_bytes());
        file.extend(1u32.to_le_bytes());
        file.extend([0; 32]);
        let mut entry = [0; ENTRY];
        entry[..4].copy_from_slice(b"rows");
        entry[NAME..NAME + 12]
            .copy_from_slice(&[1, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255]);
        file.extend(entry);
        assert!(matches!(
            Container::open(file.leak()),
            Err(EncoderError::Truncated)
        ));
    }
}
