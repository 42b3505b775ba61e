//! Time to tokenize and to encode: `cargo bench --bench encoder`.
//!
//! The sentences are those of `fixtures/encoder/`, in sixteen languages; the words are
//! theirs, alone.

use divan::{Bencher, black_box, counter::ItemsCount};
use faer::{Accum, Mat, Par, linalg::matmul::matmul};
use std::collections::HashSet;
use storydiff::encoder::Encoder;

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

/// What the matrix products of encoding add and multiply, by the shapes of the layers: each distinct piece's
/// projections to three branches and its part in the ten places of the first windows, each token's ten places of the
/// second, and each sentence's dense layers. Texts of up to 1,024 distinct pieces are one batch; more are a little
/// more work than this.
fn operations(encoder: &Encoder, texts: &[String]) -> usize {
    let (wide, branch, narrow) = (512, 256, 320);
    let tokens: Vec<Vec<u32>> = texts.iter().map(|text| encoder.tokens(text)).collect();
    let count: usize = tokens.iter().map(Vec::len).sum();
    let distinct: HashSet<&u32> = tokens.iter().flatten().collect();
    let window = 10 * branch * branch;
    let head = (wide + 3 * branch) * wide + 4 * wide * narrow + narrow * narrow + wide * wide;
    2 * (distinct.len() * (3 * wide * branch + window) + count * window + texts.len() * head)
}

/// Items are additions and multiplications: beside `products_of_1024`, the share of the machine's peak.
#[divan::bench]
fn encode_products(bencher: Bencher) {
    let texts = sentences();
    let Some(encoder) = Encoder::embedded() else {
        return;
    };
    bencher
        .counter(ItemsCount::new(operations(encoder, &texts)))
        .bench(|| encoder.encode(black_box(&texts)).len());
}

/// The product of two matrices that is as fast as the machine and the arithmetic crate get, on one core.
#[divan::bench]
fn products_of_1024(bencher: Bencher) {
    const SIDE: usize = 1024;
    let left = Mat::<f32>::from_fn(SIDE, SIDE, |row, column| ((row * 7 + column) % 13) as f32);
    let mut out = Mat::<f32>::zeros(SIDE, SIDE);
    bencher
        .counter(ItemsCount::new(2 * SIDE * SIDE * SIDE))
        .bench_local(|| {
            let (a, b) = (black_box(left.as_ref()), left.as_ref());
            matmul(out.as_mut(), Accum::Replace, a, b, 1.0, Par::Seq);
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
