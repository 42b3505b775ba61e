//! Fits the weights of `compare::Likeness` and measures `storydiff judge` on sets of pairs that people judged.
//!
//! ```sh
//! cargo run --release --example fit_judge
//! ```
//!
//! The sets are looked for in `../shared/data`; they belong to their publishers and are no part of the project, so
//! without them nothing is done. The weights are fitted on two sets of `similarity.tsv` (see [`FITTED`]) by logistic
//! regression with grades as targets, each set weighing the same; everything else is only measured. The same data gives
//! the same weights.

use std::fs;
use std::path::Path;
use storydiff::compare::{JudgeOptions, Nearness, nearness};
use storydiff::model::Encoding;

/// The sets of `similarity.tsv` that the weights are fitted on.
const FITTED: [&str; 2] = ["headlines-2013", "msrpar-train"];
/// Steps of the descent, and how long each is.
const STEPS: usize = 30_000;
const PACE: f64 = 1.0;
/// Views of a pair: one that is always 1, then those of [`Likeness`].
type Row = [f64; 5];

/// A pair that people judged.
struct Judged {
    set: String,
    /// 0 to 1.
    grade: f64,
    near: Nearness,
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !folder.is_dir() {
        println!("nothing to do: ../shared/data is not beside the project");
        return;
    }
    for encoder in [Encoding::Embedded, Encoding::None] {
        let read = |name: &str, columns: [usize; 4]| read(&folder.join(name), columns, encoder);
        let graded = read("similarity.tsv", [0, 1, 2, 3]);
        let fitted = fit(&graded, encoder);
        println!("{encoder:?}: fitted {fitted:.2?}");
        let mut sets: Vec<&str> = graded.iter().map(|j| j.set.as_str()).collect();
        sets.dedup();
        println!(
            "  similarity, all: Pearson {:.3}",
            pearson(&graded, |_| true)
        );
        for set in sets {
            println!(
                "  similarity, {set}: Pearson {:.3}",
                pearson(&graded, |j| j.set == set)
            );
        }
        let entails = read("entails-ar.tsv", [0, 1, 2, 3]);
        println!("  entails-ar: AUC {:.3}", auc(&entails));
        let mut events = read("same-event-en.tsv", [0, 2, 3, 4]);
        events.retain(|j| (j.grade - 1.0).abs() > 0.1);
        println!(
            "  same-event-en, 2 against 0: average precision {:.3}",
            average_precision(&events)
        );
    }
}

/// The pairs of a file: the columns of the set, the grade and both texts.
fn read(path: &Path, columns: [usize; 4], encoder: Encoding) -> Vec<Judged> {
    let text = fs::read_to_string(path).expect("a set of pairs");
    let rows: Vec<Vec<&str>> = text
        .lines()
        .skip(1)
        .map(|l| l.split('\t').collect())
        .collect();
    let [set, grade, left, right] = columns;
    let pairs: Vec<(&str, &str)> = rows.iter().map(|row| (row[left], row[right])).collect();
    let options = JudgeOptions {
        encoder,
        ..JudgeOptions::default()
    };
    let judged = rows
        .iter()
        .zip(nearness(&pairs, &options))
        .map(|(row, near)| Judged {
            set: row[set].to_owned(),
            grade: row[grade].parse().expect("a number"),
            near,
        });
    judged.collect()
}

fn row(near: &Nearness, encoder: Encoding) -> Row {
    let cosines = near.cosines.map_or([0.0; 2], |c| [c.content, c.whole]);
    let view = |value: f32| f64::from(value);
    match encoder {
        Encoding::None => [1.0, view(near.words.nearness()), 0.0, 0.0, 0.0],
        Encoding::Embedded => [
            1.0,
            view(near.words.nearness()),
            view(near.meanings.nearness()),
            view(cosines[0]),
            view(cosines[1]),
        ],
    }
}

/// Logistic regression by descent along the gradient: base, words, meanings, content, whole.
fn fit(graded: &[Judged], encoder: Encoding) -> Row {
    let known = |j: &&Judged| encoder == Encoding::None || j.near.cosines.is_some();
    let sets: Vec<Vec<(Row, f64)>> = FITTED
        .iter()
        .map(|set| {
            let of = graded.iter().filter(|j| j.set == *set).filter(known);
            of.map(|j| (row(&j.near, encoder), j.grade / 5.0)).collect()
        })
        .collect();
    let mut weights: Row = [0.0; 5];
    for _ in 0..STEPS {
        let mut slope: Row = [0.0; 5];
        for set in &sets {
            for (views, target) in set {
                let odds: f64 = weights.iter().zip(views).map(|(w, v)| w * v).sum();
                let off = target - 1.0 / (1.0 + (-odds).exp());
                for (s, v) in slope.iter_mut().zip(views) {
                    *s += off * v / set.len() as f64;
                }
            }
        }
        for (w, s) in weights.iter_mut().zip(slope) {
            *w += PACE * s;
        }
    }
    weights
}

fn pearson(judged: &[Judged], of: impl Fn(&Judged) -> bool) -> f64 {
    let points: Vec<(f64, f64)> = judged
        .iter()
        .filter(|j| of(j))
        .map(|j| (f64::from(j.near.likeness()), j.grade))
        .collect();
    let count = points.len() as f64;
    let mean = |x: fn(&(f64, f64)) -> f64| points.iter().map(x).sum::<f64>() / count;
    let (a, b) = (mean(|p| p.0), mean(|p| p.1));
    let sum = |x: &dyn Fn(&(f64, f64)) -> f64| points.iter().map(x).sum::<f64>();
    let both = sum(&|p| (p.0 - a) * (p.1 - b));
    both / (sum(&|p| (p.0 - a).powi(2)) * sum(&|p| (p.1 - b).powi(2))).sqrt()
}

/// The chance that a pair with a grade is nearer than one without.
fn auc(judged: &[Judged]) -> f64 {
    let likeness = |yes: bool| {
        let of = judged.iter().filter(move |j| (j.grade > 0.0) == yes);
        of.map(|j| j.near.likeness()).collect::<Vec<_>>()
    };
    let (yes, no) = (likeness(true), likeness(false));
    let wins = yes
        .iter()
        .flat_map(|y| no.iter().map(move |n| f64::from(u8::from(y > n))));
    wins.sum::<f64>() / (yes.len() * no.len()) as f64
}

/// The mean of the precision at each pair that has a grade, the nearest first.
fn average_precision(judged: &[Judged]) -> f64 {
    let mut sorted: Vec<(f32, bool)> = judged
        .iter()
        .map(|j| (j.near.likeness(), j.grade > 0.0))
        .collect();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut hits, mut sum) = (0.0, 0.0);
    for (rank, _) in sorted.iter().enumerate().filter(|(_, (_, yes))| *yes) {
        hits += 1.0;
        sum += hits / (rank + 1) as f64;
    }
    sum / f64::max(hits, 1.0)
}
