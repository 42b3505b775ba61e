//! Measure the name matcher on a list of names in Latin and in Arabic letters.
//!
//! The list (`names-ar-en.tsv`: columns latin, arabic) is not part of the project; without
//! it the tests say so and pass. `cargo test --test it names -- --nocapture` prints the
//! figures. All names asked for are from the half that `learn.py` did not learn from.

use std::collections::{BTreeMap, BTreeSet};

use storydiff::language::names::{NameKey, SAME_NAME};

const LIST: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../shared/data/names-ar-en.tsv"
);

struct Row {
    latin: NameKey,
    arabic: NameKey,
    name: String,
}

/// The rows of the list, or nothing where the list is not there.
fn rows() -> Vec<Row> {
    let Ok(text) = std::fs::read_to_string(LIST) else {
        println!("skipped: no list of names beside the project");
        return vec![];
    };
    let row = |(latin, arabic): (&str, &str)| Row {
        latin: NameKey::new(latin),
        arabic: NameKey::new(arabic),
        name: arabic.to_owned(),
    };
    let pairs = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'));
    pairs.map(row).collect()
}

/// Was this name kept from `learn.py`? The same hash as there.
fn is_fresh(arabic: &str) -> bool {
    let fold = |letter| match letter {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        'ؤ' => 'و',
        other => other,
    };
    let letters = arabic.chars().map(fold);
    let folded: String = letters
        .filter(|l| ('\u{621}'..='\u{6cc}').contains(l))
        .collect();
    let hash = folded.bytes().fold(0x811C_9DC5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash % 2 == 1
}

/// A fixed sequence of numbers (xorshift), so that every run draws the same names.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 20) % limit as u64).unwrap_or(0)
    }
}

fn share(similarities: &[f32]) -> f32 {
    let met = similarities
        .iter()
        .filter(|&&similarity| similarity >= SAME_NAME);
    met.count() as f32 / similarities.len() as f32
}

/// The row whose Latin name is likest to an Arabic one; the first of equals.
fn likest(rows: &[Row], arabic: &str) -> usize {
    let key = NameKey::new(arabic);
    let mut best = (-1.0, 0);
    for (at, row) in rows.iter().enumerate() {
        let similarity = key.similarity(&row.latin);
        if similarity > best.0 {
            best = (similarity, at);
        }
    }
    best.1
}

#[test]
fn the_right_latin_name_ranks_first() {
    let rows = rows();
    let mut spellings: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (at, row) in rows
        .iter()
        .enumerate()
        .filter(|(_, row)| is_fresh(&row.name))
    {
        spellings.entry(&row.name).or_default().insert(at);
    }
    let mut names: Vec<_> = spellings.into_iter().collect();
    let mut draw = Draw(20_220_105);
    let (mut any, mut strict, mut asked) = (0, 0, 0);
    while asked < 2000 && !names.is_empty() {
        let (arabic, right) = names.swap_remove(draw.below(names.len()));
        let found = likest(&rows, arabic);
        any += usize::from(right.contains(&found));
        strict += usize::from(right.iter().nth(draw.below(right.len())) == Some(&found));
        asked += 1;
    }
    println!(
        "ranked first of {}: {any} of {asked}, one drawn spelling {strict}",
        rows.len()
    );
    assert!(any * 4 >= asked * 3, "{any} of {asked}");
}

#[test]
fn the_threshold_parts_one_name_from_two() {
    let mut rows = rows();
    rows.retain(|row| is_fresh(&row.name));
    if rows.is_empty() {
        return;
    }
    let (mut across, mut latin, mut arabic) = (vec![], vec![], vec![]);
    let mut draw = Draw(7);
    while across.len() < 200_000 {
        let (one, two) = (&rows[draw.below(rows.len())], &rows[draw.below(rows.len())]);
        if one.name != two.name {
            across.push(one.latin.similarity(&two.arabic));
            latin.push(one.latin.similarity(&two.latin));
            arabic.push(one.arabic.similarity(&two.arabic));
        }
    }
    for (what, other) in [("across", &across), ("Latin", &latin), ("Arabic", &arabic)] {
        println!("{what}: two names meet {:.5}", share(other));
        assert!(share(other) < 0.001, "{what} {}", share(other));
    }
    let same: Vec<_> = rows
        .iter()
        .map(|row| row.latin.similarity(&row.arabic))
        .collect();
    let spellings: Vec<_> = spellings_of_one_name(&rows);
    println!(
        "one name meets: across {:.3}, Latin {:.3}",
        share(&same),
        share(&spellings)
    );
    assert!(share(&same) > 0.9 && share(&spellings) > 0.9);
}

/// The similarity of Latin spellings of one Arabic name, each with the next.
fn spellings_of_one_name(rows: &[Row]) -> Vec<f32> {
    let mut last: BTreeMap<&str, &Row> = BTreeMap::new();
    rows.iter()
        .filter_map(|row| Some(last.insert(&row.name, row)?.latin.similarity(&row.latin)))
        .collect()
}
