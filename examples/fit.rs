//! Fits the weights of `meaning::Mix` on comparisons that people made, and says how well they carry over.
//!
//! ```sh
//! cargo run --release --example fit            # measure the weights that are built in
//! cargo run --release --example fit -- search  # look for better ones, with one story left out at a time as a check
//! cargo run --release --example fit -- links   # score and truth of every link, for `compare/chance.rs`
//! ```
//!
//! The stories are those of `../shared/gold`, or where that is absent those of `fixtures/`. The search is a seeded walk:
//! a few weights are moved at a time, and a step is kept where the mean of the figure over the place and its neighbours
//! gets better, so that it ends on a plateau rather than on a peak that suits these stories only. The figure is link F1
//! with what link P lacks of 0.83 taken off twice, and a little of paragraph F1. The same stories give the same weights.

#[path = "../tests/it/support/spans.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod spans;

use serde_json::Value;
use spans::{overlap, place};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use storydiff::compare::{Link, Prepared};
use storydiff::meaning::Mix;
use storydiff::model::{Encoding, Row, Side};
use storydiff::{Options, ReadOptions, parse};

/// Link P that the search may not fall below without a loss.
const PRECISION: f64 = 0.83;
/// Steps of a search.
const STEPS: usize = 400;

/// A story with what people found in it, in terms of the tool's claims.
struct Story {
    name: String,
    prepared: Prepared,
    /// Gold links, as gold claims.
    links: BTreeSet<[usize; 2]>,
    /// The tool's claims that are one with each gold claim, left and right.
    touching: [Vec<Vec<usize>>; 2],
    /// Pairs of lines that tell the same, and those that only touch.
    answering: BTreeSet<[usize; 2]>,
    near: BTreeSet<[usize; 2]>,
}

/// Sums over stories.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    said: usize,
    right: usize,
    linked: usize,
    partnered: usize,
    rows: [usize; 3],
}

fn main() {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    for encoder in [Encoding::Embedded, Encoding::None] {
        let stories: Vec<Story> = folders().iter().map(|f| Story::read(f, encoder)).collect();
        let mix = stories[0].prepared.mix();
        match wanted.as_str() {
            "links" => tell_links(&stories, &mix, encoder),
            "search" => {
                let all: Vec<&Story> = stories.iter().collect();
                let found = search(&all, mix);
                println!("{encoder:?}: {found:.3?}");
                tell(&stories, &found);
                leave_out(&stories, mix);
            }
            _ => {
                println!("{encoder:?}");
                tell(&stories, &mix);
            }
        }
    }
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let gold = root.join("../shared/gold");
    let root = if gold.is_dir() {
        gold
    } else {
        root.join("fixtures")
    };
    let entries = fs::read_dir(root)
        .expect("stories")
        .flatten()
        .map(|e| e.path());
    let mut folders: Vec<PathBuf> = entries.filter(|f| f.join("gold.json").is_file()).collect();
    folders.sort();
    folders
}

impl Story {
    fn read(folder: &Path, encoder: Encoding) -> Story {
        let text = |name: &str| fs::read_to_string(folder.join(name)).expect("a story's file");
        let gold: Value = serde_json::from_str(&text("gold.json")).expect("JSON");
        let sides = ["left", "right"];
        let texts = sides.map(|side| text(&format!("{side}.txt")));
        let articles = [0, 1].map(|n: usize| {
            parse(texts[n].as_bytes(), sides[n], &ReadOptions::default()).expect("an article")
        });
        let options = Options {
            encoder,
            ..Options::default()
        };
        let prepared = Prepared::new(&articles[0], &articles[1], &options);
        let tool = [&prepared.left, &prepared.right];
        let touching = [0, 1].map(|n| {
            let claims = list(&gold["claims"][sides[n]]).iter();
            claims
                .map(|claim| touching(claim, tool[n], &texts[n]))
                .collect()
        });
        let at = |side: usize, id: &Value| {
            let claims = list(&gold["claims"][sides[side]]);
            claims
                .iter()
                .position(|c| c["id"] == *id)
                .expect("a gold claim")
        };
        let pairs = |grade: u64| {
            let graded = list(&gold["paragraphs"]).iter().filter(|p| p[2] == grade);
            graded.map(|p| [number(&p[0]), number(&p[1])]).collect()
        };
        Story {
            name: folder
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned(),
            links: list(&gold["links"])
                .iter()
                .map(|link| [at(0, &link["left"]), at(1, &link["right"])])
                .collect(),
            answering: pairs(2),
            near: pairs(1),
            touching,
            prepared,
        }
    }

    /// The gold links that a link of the tool hits.
    fn hits(&self, link: &Link) -> impl Iterator<Item = &[usize; 2]> {
        let (left, right) = (link.left, link.right);
        self.links.iter().filter(move |[l, r]| {
            self.touching[0][*l].contains(&left) && self.touching[1][*r].contains(&right)
        })
    }

    fn counts(&self, mix: &Mix) -> Counts {
        let (rows, links) = self.prepared.linked(mix);
        let hit: Vec<&[usize; 2]> = links.iter().flat_map(|link| self.hits(link)).collect();
        let distinct = |side: usize, links: &mut dyn Iterator<Item = &[usize; 2]>| {
            links.map(|pair| pair[side]).collect::<BTreeSet<_>>().len()
        };
        let said = self.lines(&rows);
        Counts {
            said: links.len(),
            right: links
                .iter()
                .filter(|l| self.hits(l).next().is_some())
                .count(),
            linked: (0..2).map(|n| distinct(n, &mut self.links.iter())).sum(),
            partnered: (0..2).map(|n| distinct(n, &mut hit.iter().copied())).sum(),
            rows: [
                said.intersection(&self.answering).count(),
                said.difference(&self.answering).count(),
                self.answering.difference(&said).count(),
            ],
        }
    }

    /// Pairs of lines whose paragraphs stand in one row.
    fn lines(&self, rows: &[Row]) -> BTreeSet<[usize; 2]> {
        let line = |side: &Side, at: usize| side.article.paragraphs[at].line.unwrap_or(0);
        let pairs = rows.iter().flat_map(|row| {
            let right = &row.right;
            row.left
                .iter()
                .flat_map(move |&l| right.iter().map(move |&r| (l, r)))
        });
        let lines =
            pairs.map(|(l, r)| [line(&self.prepared.left, l), line(&self.prepared.right, r)]);
        lines.filter(|pair| !self.near.contains(pair)).collect()
    }
}

/// The tool's claims that share half of the shorter one's characters with a gold claim.
fn touching(gold: &Value, side: &Side, text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.split('\n').collect();
    let line = number(&gold["line"]);
    let wanted =
        place(lines[line - 1], gold["text"].as_str().expect("a text")).expect("in its line");
    let meets = |claim: &storydiff::claim::Claim| {
        side.article.paragraphs[claim.paragraph].line == Some(line)
            && place(lines[line - 1], &claim.text).is_some_and(|at| overlap(&wanted, &at) >= 0.5)
    };
    let claims = side.claims.iter().enumerate();
    claims
        .filter(|(_, claim)| meets(claim))
        .map(|(n, _)| n)
        .collect()
}

impl Counts {
    fn add(mut self, other: Counts) -> Counts {
        self.said += other.said;
        self.right += other.right;
        self.linked += other.linked;
        self.partnered += other.partnered;
        for (own, more) in self.rows.iter_mut().zip(other.rows) {
            *own += more;
        }
        self
    }

    fn precision(self) -> f64 {
        self.right as f64 / self.said.max(1) as f64
    }

    fn recall(self) -> f64 {
        self.partnered as f64 / self.linked.max(1) as f64
    }

    fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        2.0 * p * r / (p + r).max(f64::EPSILON)
    }

    fn paragraphs(self) -> f64 {
        let [hit, wrong, missed] = self.rows;
        2.0 * hit as f64 / (2 * hit + wrong + missed).max(1) as f64
    }

    /// What the search looks at.
    fn figure(self) -> f64 {
        self.f1() - 2.0 * (PRECISION - self.precision()).max(0.0)
            + 0.2 * self.paragraphs().min(0.86)
    }
}

fn all<'s>(stories: impl IntoIterator<Item = &'s Story>, mix: &Mix) -> Counts {
    stories
        .into_iter()
        .fold(Counts::default(), |sum, story| sum.add(story.counts(mix)))
}

fn tell(stories: &[Story], mix: &Mix) {
    let row = |name: &str, counts: Counts| {
        println!(
            "  {name:24} link F1 {:.3} P {:.3} R {:.3}  paragraph F1 {:.3}",
            counts.f1(),
            counts.precision(),
            counts.recall(),
            counts.paragraphs()
        );
    };
    for story in stories {
        row(&story.name, story.counts(mix));
    }
    row("all", all(stories, mix));
    let across = |s: &&Story| s.prepared.left.article.language != s.prepared.right.article.language;
    row("across languages", all(stories.iter().filter(across), mix));
}

/// Each story under weights that were fitted on the others.
fn leave_out(stories: &[Story], mix: Mix) {
    let mut sum = Counts::default();
    for (n, left_out) in stories.iter().enumerate() {
        let others = stories.iter().enumerate().filter(|(m, _)| *m != n);
        let others: Vec<&Story> = others.map(|(_, story)| story).collect();
        sum = sum.add(left_out.counts(&search(&others, mix)));
    }
    println!(
        "  one story left out at a time: link F1 {:.3} P {:.3} R {:.3}  paragraph F1 {:.3}",
        sum.f1(),
        sum.precision(),
        sum.recall(),
        sum.paragraphs()
    );
}

fn tell_links(stories: &[Story], mix: &Mix, encoder: Encoding) {
    for story in stories {
        let (_, links) = story.prepared.linked(mix);
        for link in links {
            let right = story.hits(&link).next().is_some();
            println!(
                "{encoder:?}\t{}\t{:.4}\t{}",
                story.name,
                link.score,
                u8::from(right)
            );
        }
    }
}

/// The weights as a list, so that they can be moved.
fn weights(mix: &mut Mix) -> [&mut f32; 10] {
    [
        &mut mix.words,
        &mut mix.meanings,
        &mut mix.context,
        &mut mix.close,
        &mut mix.cosine,
        &mut mix.around,
        &mut mix.share,
        &mut mix.alignment,
        &mut mix.aligned,
        &mut mix.link,
    ]
}

/// A step from a place: each weight stays or moves by up to `reach` of itself.
fn moved(mix: &Mix, reach: f32, chance: &mut Chance) -> Mix {
    let mut mix = *mix;
    for weight in weights(&mut mix) {
        if chance.next() < 0.4 {
            *weight *= 1.0 + reach * (2.0 * chance.next() - 1.0);
        }
    }
    mix
}

/// The mean figure of a place and some around it.
fn plateau(stories: &[&Story], mix: &Mix) -> f64 {
    let mut chance = Chance(7);
    let around = (0..4).map(|_| moved(mix, 0.08, &mut chance));
    let figures: Vec<f64> = std::iter::once(*mix)
        .chain(around)
        .map(|mix| all(stories.iter().copied(), &mix).figure())
        .collect();
    figures.iter().sum::<f64>() / figures.len() as f64
}

fn search(stories: &[&Story], from: Mix) -> Mix {
    let mut chance = Chance(1);
    let (mut best, mut height) = (from, plateau(stories, &from));
    for step in 0..STEPS {
        let reach = 0.4 * (1.0 - step as f32 / STEPS as f32) + 0.05;
        let next = moved(&best, reach, &mut chance);
        // A place that is no better by itself is hardly a plateau: this saves most of the work.
        if all(stories.iter().copied(), &next).figure() + 0.01 < height {
            continue;
        }
        let reached = plateau(stories, &next);
        if reached > height {
            (best, height) = (next, reached);
        }
    }
    best
}

/// Pseudo-random numbers (Marsaglia's xorshift), the same in every run.
struct Chance(u64);

impl Chance {
    /// 0 to 1.
    fn next(&mut self) -> f32 {
        for _ in 0..2 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
        }
        (self.0 >> 40) as f32 / (1u64 << 24) as f32
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a number")).expect("a small number")
}
