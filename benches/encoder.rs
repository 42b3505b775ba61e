//! Time to tokenize and to encode: `cargo bench --bench encoder`.
//!
//! The sentences are those of `fixtures/encoder/`, in sixteen languages; the words are
//! theirs, alone.

use divan::{Bencher, black_box, counter::ItemsCount};
use storydiff::meaning::encoder::Encoder;

fn main() {
    divan::main();
}

/// The fixture's sentences, without the one long text at the end.
fn sentences() -> Vec<String> {
    let lines = include_str!("../fixtures/encoder/sentences.jsonl").lines();
    let mut texts: Vec<String> = lines
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|line| Some(line["text"].as_str()?.to_owned()))
        .collect();
    texts.pop();
    texts
}

fn words() -> Vec<String> {
    let texts = sentences();
    let mut words: Vec<String> = texts
        .iter()
        .flat_map(|text| text.split_whitespace())
        .map(str::to_owned)
        .collect();
    words.sort();
    words.dedup();
    words.truncate(500);
    words
}

fn run(bencher: Bencher, texts: &[String], of: impl Fn(&Encoder, &[String]) -> usize + Sync) {
    let Some(encoder) = Encoder::embedded() else {
        return;
    };
    bencher
        .counter(ItemsCount::new(texts.len()))
        .bench(|| of(encoder, black_box(texts)));
}

fn tokens(encoder: &Encoder, texts: &[String]) -> usize {
    texts.iter().map(|text| encoder.tokens(text).len()).sum()
}

#[divan::bench]
fn tokenize_sentences(bencher: Bencher) {
    run(bencher, &sentences(), tokens);
}

#[divan::bench]
fn encode_sentences(bencher: Bencher) {
    run(bencher, &sentences(), |encoder, texts| {
        encoder.encode(texts).len()
    });
}

#[divan::bench]
fn encode_500_words(bencher: Bencher) {
    run(bencher, &words(), |encoder, texts| {
        encoder.encode(texts).len()
    });
}

#[divan::bench]
fn encode_one_sentence(bencher: Bencher) {
    run(bencher, &sentences()[40..41], |encoder, texts| {
        encoder.encode(texts).len()
    });
}
