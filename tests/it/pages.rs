//! Web pages of our own making (fixtures/pages), read and held against what was wanted of each.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use storydiff::article::{Article, Kind};
use storydiff::{ReadOptions, parse};

/// What stands beside a page.
struct Wanted {
    title: String,
    outlet: String,
    published: Option<String>,
    language: String,
    paragraphs: Vec<String>,
}

impl Wanted {
    fn read(path: &Path) -> Wanted {
        let text = fs::read_to_string(path).expect("every page has its record");
        let record: Value = serde_json::from_str(&text).expect("records are JSON");
        let text = |key: &str| record[key].as_str().map(str::to_owned);
        let list = record["paragraphs"].as_array().expect("a list");
        Wanted {
            title: text("title").expect("a title"),
            outlet: text("outlet").expect("an outlet"),
            published: text("published"),
            language: text("language").expect("a language"),
            paragraphs: list
                .iter()
                .map(|p| p.as_str().expect("a text").to_owned())
                .collect(),
        }
    }
}

/// What was right, summed over pages.
#[derive(Debug, Default)]
struct Score {
    pages: usize,
    hits: usize,
    read: usize,
    wanted: usize,
    title: usize,
    outlet: usize,
    published: usize,
    language: usize,
}

impl Score {
    fn add(&mut self, article: &Article, wanted: &Wanted) -> Vec<String> {
        let body: Vec<&str> = article
            .paragraphs
            .iter()
            .filter(|p| p.kind == Kind::Body)
            .map(|p| p.text.as_str())
            .collect();
        let mut left = body.clone();
        let mut wrong = Vec::new();
        for paragraph in &wanted.paragraphs {
            match left.iter().position(|read| read == paragraph) {
                Some(at) => {
                    left.remove(at);
                    self.hits += 1;
                }
                None => wrong.push(format!("lost: {paragraph}")),
            }
        }
        wrong.extend(left.iter().map(|read| format!("kept: {read}")));
        self.pages += 1;
        self.read += body.len();
        self.wanted += wanted.paragraphs.len();
        let mut told = |name: &str, read: Option<&str>, wanted: Option<&str>| {
            if read != wanted {
                wrong.push(format!("{name}: {read:?}, wanted {wanted:?}"));
            }
            usize::from(read == wanted)
        };
        self.title += told("title", article.title.as_deref(), Some(&wanted.title));
        self.outlet += told("outlet", Some(&article.name), Some(&wanted.outlet));
        let published = wanted.published.as_deref();
        self.published += told("day", article.published.as_deref(), published);
        self.language += told("language", Some(&article.language), Some(&wanted.language));
        wrong
    }

    fn f1(&self) -> f64 {
        2.0 * self.hits as f64 / (self.read + self.wanted) as f64
    }

    /// Shares of pages whose title, outlet, day and language are right.
    fn shares(&self) -> [f64; 4] {
        [self.title, self.outlet, self.published, self.language]
            .map(|right| right as f64 / self.pages as f64)
    }
}

fn pages(unseen: bool) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pages");
    let entries = fs::read_dir(folder).expect("the pages");
    let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    let is_unseen = |path: &PathBuf| path.to_string_lossy().contains("unseen");
    paths.retain(|path| path.extension().is_some_and(|e| e == "html") && is_unseen(path) == unseen);
    paths.sort();
    paths
}

fn score(unseen: bool) -> Score {
    let mut score = Score::default();
    for path in pages(unseen) {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let bytes = fs::read(&path).expect("a page");
        let article = parse(&bytes, &name, &ReadOptions::default()).expect("a page with text");
        let wrong = score.add(&article, &Wanted::read(&path.with_extension("json")));
        if !unseen || std::env::var_os("STORYDIFF_SHOW_UNSEEN").is_some() {
            for wrong in wrong {
                println!("{name}: {wrong}");
            }
        }
    }
    let [title, outlet, published, language] = score.shares();
    println!(
        "{} pages{}: paragraph F1 {:.3}, title {title:.2}, outlet {outlet:.2}, day {published:.2}, language {language:.2}",
        score.pages,
        if unseen {
            " not looked at while the rules were made"
        } else {
            ""
        },
        score.f1()
    );
    score
}

fn holds(score: &Score) {
    assert!(score.f1() >= 0.95, "paragraph F1 {:.3}", score.f1());
    let shares = score.shares();
    assert!(shares.iter().all(|&share| share >= 0.9), "{shares:?}");
}

#[test]
fn pages_are_read_right() {
    let score = score(false);
    assert!(score.pages >= 34);
    holds(&score);
}

#[test]
fn pages_that_no_rule_was_made_on_are_read_right() {
    let score = score(true);
    assert!(score.pages >= 10);
    holds(&score);
}
