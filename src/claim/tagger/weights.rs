//! The tagger's weights, read from the bytes of `models/attribution.bin`.

use crate::encoder::container::Container;
use crate::encoder::{EncoderError, STATE};
use std::sync::LazyLock;

use super::unit::FLAGS;

/// Width of a unit's hidden state.
pub const WIDTH: usize = 192;
/// Width of what is compared when a source is looked for.
pub const LINK: usize = 48;
/// How far apart the units stand that the convolution of each block sees.
pub const DILATIONS: [usize; 6] = [1, 2, 4, 8, 16, 32];
/// What each unit is asked: content, no source, a source begins, it goes on, cue, a claim begins, nine stances, said by
/// nobody in sight, how likely it is as a source.
pub const ANSWERS: usize = 17;
/// Steps of distance between content and source, on each side.
pub const DISTANCES: usize = 16;

/// A dense layer: row-major, one row an input.
pub struct Dense {
    pub weights: Vec<f32>,
    pub bias: Vec<f32>,
}

/// A layer norm's gain and shift.
pub struct Norm {
    pub gain: Vec<f32>,
    pub shift: Vec<f32>,
}

/// A residual block: layer norm, a dilated convolution over three units, a gated linear unit.
pub struct Block {
    pub norm: Norm,
    pub convolution: Dense,
}

/// All weights.
pub struct Weights {
    pub projection: Dense,
    pub flags: Vec<f32>,
    pub blocks: Vec<Block>,
    pub norm: Norm,
    pub answers: Dense,
    /// What a unit of content asks, and what a unit answers that may be its source.
    pub asks: Dense,
    pub offers: Dense,
    pub distance: Vec<f32>,
}

impl Weights {
    /// Those inside this binary.
    pub fn embedded() -> Option<&'static Self> {
        static BYTES: &[u8] = include_bytes!("../../../models/attribution.bin");
        static WEIGHTS: LazyLock<Option<Weights>> = LazyLock::new(|| Weights::open(BYTES).ok());
        WEIGHTS.as_ref()
    }

    fn open(bytes: &'static [u8]) -> Result<Self, EncoderError> {
        let file = Container::open(bytes)?;
        let dense = |[weights, bias]: [&'static str; 2], inputs: usize, outputs: usize| {
            let weights = matrix(&file, weights, inputs * outputs)?;
            let bias = file.floats(bias, outputs)?;
            Ok::<_, EncoderError>(Dense { weights, bias })
        };
        let norm = |[gain, shift]: [&'static str; 2]| {
            let (gain, shift) = (file.floats(gain, WIDTH)?, file.floats(shift, WIDTH)?);
            Ok::<_, EncoderError>(Norm { gain, shift })
        };
        let block = |names: [&'static str; 4]| {
            let [gain, shift, weights, bias] = names;
            let norm = norm([gain, shift])?;
            let convolution = dense([weights, bias], 3 * WIDTH, 2 * WIDTH)?;
            Ok::<_, EncoderError>(Block { norm, convolution })
        };
        Ok(Self {
            projection: dense(["projection", "projection bias"], STATE, WIDTH)?,
            flags: file.floats("flags", FLAGS * WIDTH)?,
            blocks: BLOCKS.map(block).into_iter().collect::<Result<_, _>>()?,
            norm: norm(["gain", "shift"])?,
            answers: dense(["answers", "answers bias"], WIDTH, ANSWERS)?,
            asks: dense(["asks", "asks bias"], WIDTH, LINK)?,
            offers: dense(["offers", "offers bias"], WIDTH, LINK)?,
            distance: file.floats("distance", 2 * DISTANCES)?,
        })
    }
}

const BLOCKS: [[&str; 4]; DILATIONS.len()] = [
    ["gain 0", "shift 0", "convolution 0", "convolution bias 0"],
    ["gain 1", "shift 1", "convolution 1", "convolution bias 1"],
    ["gain 2", "shift 2", "convolution 2", "convolution bias 2"],
    ["gain 3", "shift 3", "convolution 3", "convolution bias 3"],
    ["gain 4", "shift 4", "convolution 4", "convolution bias 4"],
    ["gain 5", "shift 5", "convolution 5", "convolution bias 5"],
];

/// A matrix of bfloat16 numbers: the upper half of single precision.
fn matrix(file: &Container, name: &'static str, count: usize) -> Result<Vec<f32>, EncoderError> {
    let halves = file.halves(name)?;
    if halves.len() != count {
        return Err(EncoderError::Shape(name));
    }
    let widen = |bytes: &[u8; 2]| f32::from_bits(u32::from(u16::from_le_bytes(*bytes)) << 16);
    Ok(halves.iter().map(widen).collect())
}
