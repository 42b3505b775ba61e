//! A walk through a double array (darts-clone's layout, after Aoe 1989).
//!
//! SentencePiece keeps its character map in such an array, and the converter lays the
//! vocabulary out in the same way, so one short walk serves both and neither is
//! unpacked at start-up. Kept crates were looked at: `fst` is a third of the size but
//! several times slower here, where a walk starts at every letter; `yada` reads
//! the layout but must not meet a NUL in the text; kitoken builds its own structure
//! from `sp.model` first, which takes 140 ms.

/// A double array, used in place.
#[derive(Clone, Copy)]
pub(super) struct DoubleArray(pub &'static [[u8; 4]]);

impl DoubleArray {
    /// Calls `found(length in bytes, value)` for each key that `text` begins with,
    /// shortest first.
    pub fn prefixes(self, text: &[u8], mut found: impl FnMut(usize, u32)) {
        let Some(root) = self.unit(0) else { return };
        let mut position = children(root);
        for (index, &byte) in text.iter().enumerate() {
            position ^= u32::from(byte);
            let Some(unit) = self.unit(position) else {
                return;
            };
            if unit & 0x8000_00FF != u32::from(byte) {
                return;
            }
            position ^= children(unit);
            if unit & 0x100 != 0
                && let Some(value) = self.unit(position)
            {
                found(index + 1, value & 0x7FFF_FFFF);
            }
        }
    }

    fn unit(self, position: u32) -> Option<u32> {
        (self.0.get(position as usize)).map(|bytes| u32::from_le_bytes(*bytes))
    }
}

/// The distance from a unit to its children; bit 9 says that it counts in blocks of 256.
fn children(unit: u32) -> u32 {
    (unit >> 10) << ((unit & 0x200) >> 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_or_broken_array_holds_nothing() {
        for units in [&[][..], &[[0; 4]], &[[255; 4], [0; 4]]] {
            DoubleArray(units).prefixes(b"text\0", |_, _| panic!("no key was put in"));
        }
    }
}
