//! Time of the steps of a comparison: `cargo bench --bench compare`.
//!
//! The story is `fixtures/kazakhstan-retold`, two Arabic reports of about thirty paragraphs together.

use divan::{Bencher, black_box, counter::ItemsCount};
use storydiff::article::Article;
use storydiff::compare::{JudgeOptions, Options, Prepared, judge_all};
use storydiff::encoder::Encoder;
use storydiff::language::{pack, words};
use storydiff::model::Encoding;
use storydiff::{Format, ReadOptions, View, claim, compare, parse, render};

const LEFT: &str = include_str!("../fixtures/kazakhstan-retold/left.txt");
const RIGHT: &str = include_str!("../fixtures/kazakhstan-retold/right.txt");
/// By the encoder and words, and by words alone.
const ENCODINGS: [Encoding; 2] = [Encoding::Embedded, Encoding::None];

fn main() {
    divan::main();
}

fn articles() -> [Article; 2] {
    let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
    [LEFT, RIGHT].map(|text| read(text).expect("an article"))
}

/// The texts of all claims.
fn claims() -> Vec<String> {
    let articles = articles();
    let found = articles.iter().flat_map(|a| claim::find(a, 'L').0);
    found.map(|c| c.content()).collect()
}

fn options(encoder: Encoding) -> Options {
    Options {
        encoder,
        ..Options::default()
    }
}

#[divan::bench]
fn reading() -> [Article; 2] {
    articles()
}

#[divan::bench]
fn cutting_into_words() -> usize {
    words(black_box(LEFT), pack("ar")).len()
}

#[divan::bench]
fn finding_claims(bencher: Bencher) {
    let [left, right] = articles();
    bencher.bench(|| (claim::find(&left, 'L'), claim::find(&right, 'R')));
}

#[divan::bench]
fn tokenizing(bencher: Bencher) {
    let Some(encoder) = Encoder::embedded() else {
        return;
    };
    let claims = claims();
    bencher.counter(ItemsCount::new(claims.len())).bench(|| {
        claims
            .iter()
            .map(|c| encoder.tokens(c).len())
            .sum::<usize>()
    });
}

#[divan::bench]
fn encoding(bencher: Bencher) {
    let Some(encoder) = Encoder::embedded() else {
        return;
    };
    let claims = claims();
    bencher
        .counter(ItemsCount::new(claims.len()))
        .bench(|| encoder.encode(&claims));
}

/// Claims, words, partners, vectors and views: all but the weights.
#[divan::bench(args = ENCODINGS)]
fn holding_against_each_other(bencher: Bencher, encoder: Encoding) {
    let [left, right] = articles();
    bencher.bench(|| Prepared::new(&left, &right, &options(encoder)));
}

#[divan::bench(args = ENCODINGS)]
fn aligning(bencher: Bencher, encoder: Encoding) {
    let [left, right] = articles();
    let prepared = Prepared::new(&left, &right, &options(encoder));
    bencher.bench(|| prepared.linked(&prepared.mix()));
}

#[divan::bench(args = ENCODINGS)]
fn comparing(bencher: Bencher, encoder: Encoding) {
    let [left, right] = articles();
    bencher.bench(|| compare(&left, &right, &options(encoder)));
}

#[divan::bench(args = ENCODINGS)]
fn judging_claims_against_themselves(bencher: Bencher, encoder: Encoding) {
    let claims = claims();
    let pairs: Vec<(&str, &str)> = claims.iter().map(|c| (c.as_str(), c.as_str())).collect();
    let options = JudgeOptions {
        encoder,
        ..JudgeOptions::default()
    };
    bencher
        .counter(ItemsCount::new(pairs.len()))
        .bench(|| judge_all(&pairs, &options));
}

#[divan::bench]
fn writing_the_table(bencher: Bencher) {
    let [left, right] = articles();
    let comparison = compare(&left, &right, &Options::default());
    bencher.bench(|| render(&comparison, Format::Table, &View::default()));
}
