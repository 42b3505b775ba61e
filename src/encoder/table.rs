//! The embedding table: one row of 512 values for each piece of the vocabulary,
//! decoded when it is asked for.
//!
//! A value is one of 64 levels; the levels of a row are coded with one of 32 tables of
//! frequencies by rANS (Duda 2013, "Asymmetric numeral systems"), 2.7 bits a value in
//! place of 6, so 128,000 rows take 23 MB and any row can be read alone. Pages of rows
//! that no text asks for are never touched. A kept crate (constriction) could do this
//! too; the decoder is a dozen lines, and so anyone can read the file from the
//! description alone.

use super::{DIMENSIONS, EncoderError, container::Container};

const LEVELS: usize = 64;
/// Frequencies sum to 2 to the power of this.
const PRECISION: u32 = 12;
const SLOTS: usize = 1 << PRECISION;
const STATE_LOW: u32 = 1 << 16;
const ROWS_PER_START: usize = 64;
/// Row `r` is scaled as the quantiser's chunk `r % CHUNKS` was.
const CHUNKS: usize = 17;

pub(super) struct Table {
    scale: Vec<f32>,
    low: Vec<f32>,
    models: Vec<Model>,
    row_model: &'static [u8],
    row_words: &'static [u8],
    row_starts: &'static [[u8; 4]],
    words: &'static [[u8; 2]],
}

/// One table of frequencies, and its inverse.
struct Model {
    level_of_slot: Box<[u8; SLOTS]>,
    /// Frequency and first slot of each level.
    levels: [(u32, u32); LEVELS],
}

impl Table {
    pub fn open(container: &Container) -> Result<Self, EncoderError> {
        let frequencies = container.halves("row frequencies")?;
        Ok(Self {
            scale: container.floats("row scale", CHUNKS)?,
            low: container.floats("row low", CHUNKS)?,
            models: (frequencies.as_chunks().0.iter())
                .map(|frequencies| {
                    Model::new(frequencies).ok_or(EncoderError::Shape("row frequencies"))
                })
                .collect::<Result<_, _>>()?,
            row_model: container.bytes("row model")?,
            row_words: container.bytes("row words")?,
            row_starts: container.words("row starts")?,
            words: container.halves("rows")?,
        })
    }

    /// Write row `id` to `out`; zeros for an id outside the table.
    pub fn row(&self, id: u32, out: &mut [f32]) {
        debug_assert_eq!(out.len(), DIMENSIONS);
        let id = id as usize;
        let Some((model, words)) = self.find(id) else {
            return out.fill(0.0);
        };
        let (scale, low) = (self.scale[id % CHUNKS], self.low[id % CHUNKS]);
        let mut words = words
            .iter()
            .map(|&bytes| u32::from(u16::from_le_bytes(bytes)));
        let mut next = || words.next().unwrap_or_default();
        let mut state = next() << 16 | next();
        for value in out {
            let slot = state & ((1 << PRECISION) - 1);
            let level = model.level_of_slot[slot as usize];
            let (frequency, first) = model.levels[usize::from(level) % LEVELS];
            state = frequency
                .wrapping_mul(state >> PRECISION)
                .wrapping_add(slot - first);
            if state < STATE_LOW {
                state = state << 16 | next();
            }
            *value = f32::from(level) * scale + low;
        }
    }

    /// The frequencies and the words of a row.
    fn find(&self, id: usize) -> Option<(&Model, &'static [[u8; 2]])> {
        let model = self.models.get(usize::from(*self.row_model.get(id)?))?;
        let start = u32::from_le_bytes(*self.row_starts.get(id / ROWS_PER_START)?) as usize;
        let before = self.row_words.get(id - id % ROWS_PER_START..id)?;
        let start = start
            + before
                .iter()
                .map(|&words| usize::from(words))
                .sum::<usize>();
        Some((
            model,
            self.words
                .get(start..start + usize::from(*self.row_words.get(id)?))?,
        ))
    }
}

impl Model {
    /// `None` when the frequencies do not sum to the number of slots.
    fn new(frequencies: &[[u8; 2]; LEVELS]) -> Option<Self> {
        let mut level_of_slot = Box::new([0; SLOTS]);
        let mut levels = [(0, 0); LEVELS];
        let mut first = 0;
        for (level, &frequency) in (0..).zip(frequencies) {
            let count = u16::from_le_bytes(frequency);
            let end = first + usize::from(count);
            level_of_slot.get_mut(first..end)?.fill(level);
            levels[usize::from(level)] = (u32::from(count), u32::try_from(first).ok()?);
            first = end;
        }
        (first == SLOTS).then_some(Self {
            level_of_slot,
            levels,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequencies_must_fill_the_slots() {
        assert!(Model::new(&[64u16.to_le_bytes(); LEVELS]).is_some());
        assert!(Model::new(&[63u16.to_le_bytes(); LEVELS]).is_none());
        assert!(Model::new(&[[255; 2]; LEVELS]).is_none());
    }
}
