//! What the tagger is told of each unit of some articles, for training.
//!
//! `states IN.jsonl OUT`: each line of the input is `{"id", "language", "paragraphs": [text], "titled": bool}`. Written are
//! `OUT.jsonl` (per article its units: paragraph, first and last byte, flags as a number of bits) and `OUT.f16` (each unit's
//! state, as half-precision numbers, little-endian, one unit after another).

use serde_json::{Value, json};
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use storydiff::claim::tagger::examples;
use storydiff::encoder::Encoder;

mod article;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(input), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("states IN.jsonl OUT".into());
    };
    let encoder = Encoder::embedded().ok_or("built without the encoder")?;
    let mut index = BufWriter::new(File::create(format!("{out}.jsonl"))?);
    let mut states = BufWriter::new(File::create(format!("{out}.f16"))?);
    for line in BufReader::new(File::open(input)?).lines() {
        let told: Value = serde_json::from_str(&line?)?;
        let examples = examples(&article::article(&told), encoder);
        let units: Vec<Value> = examples
            .iter()
            .map(|unit| {
                let bits = unit
                    .flags
                    .iter()
                    .rev()
                    .fold(0u32, |bits, &flag| bits << 1 | u32::from(flag > 0.5));
                json!([unit.paragraph, unit.span.start, unit.span.end, bits])
            })
            .collect();
        writeln!(index, "{}", json!({"id": told["id"], "units": units}))?;
        for value in examples.iter().flat_map(|unit| &unit.state) {
            states.write_all(&half(*value).to_le_bytes())?;
        }
    }
    Ok(())
}

/// The nearest half-precision number (IEEE 754 binary16), to even; too small becomes zero, too large the largest.
fn half(value: f32) -> u16 {
    let bits = value.to_bits();
    let sign = (bits >> 16 & 0x8000) as u16;
    let rounded = (bits & 0x7fff_ffff) + 0xfff + (bits >> 13 & 1);
    match rounded >> 13 {
        n if n < 113 << 10 => sign,
        n if n >= 143 << 10 => sign | 0x7bff,
        n => sign | u16::try_from(n - (112 << 10)).unwrap_or(0x7bff),
    }
}
