//! Build one word-frequency map: `build_frequencies < ar.tsv > ar.fst`.
//!
//! Reads `word TAB integer` lines sorted by bytes, as `models/frequencies/make.py`
//! writes them. The same input always gives the same bytes.

use std::error::Error;
use std::io::{self, BufRead, BufWriter};

use fst::MapBuilder;

fn main() -> Result<(), Box<dyn Error>> {
    let mut map = MapBuilder::new(BufWriter::new(io::stdout().lock()))?;
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (word, value) = line.split_once('\t').ok_or("expected word TAB integer")?;
        map.insert(word, value.parse()?)?;
    }
    map.finish()?;
    Ok(())
}
