//! The stories that tests run on: all of `fixtures/`, and one real pair that is not free to publish, where it stands
//! beside the project.

use std::fs;
use std::path::{Path, PathBuf};
use storydiff::model::Encoding;
use storydiff::{Article, Comparison, Options, ReadOptions, compare, parse};

/// Two articles of one story.
pub struct Story {
    /// The folder's name.
    pub name: String,
    /// Where `left.txt`, `right.txt` and `gold.json` are.
    pub folder: PathBuf,
}

impl Story {
    fn new(folder: PathBuf) -> Story {
        let name = folder.file_name().expect("a folder has a name");
        Story {
            name: name.to_string_lossy().into_owned(),
            folder,
        }
    }

    /// The text of one side, `left` or `right`.
    pub fn text(&self, side: &str) -> String {
        let path = self.folder.join(format!("{side}.txt"));
        fs::read_to_string(path).expect("a story has two texts")
    }

    /// One side as an article. Its source is only the file's name, so that no snapshot knows where it was made.
    pub fn article(&self, side: &str) -> Article {
        article(&self.text(side), side).expect("a story's texts can be read")
    }

    /// Both articles held against each other.
    pub fn comparison(&self, options: &Options) -> Comparison {
        compare(&self.article("left"), &self.article("right"), options)
    }
}

/// A text as an article; `None` where it holds nothing to read.
pub fn article(text: &str, name: &str) -> Option<Article> {
    let source = format!("{name}.txt");
    parse(text.as_bytes(), &source, &ReadOptions::default()).ok()
}

/// The stories of `fixtures/`, sorted by name.
pub fn fixtures() -> Vec<Story> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let entries = fs::read_dir(root).expect("there are fixtures");
    let folders = entries.map(|entry| entry.expect("a readable entry").path());
    let mut stories: Vec<Story> = folders
        .filter(|folder| folder.join("gold.json").is_file())
        .map(Story::new)
        .collect();
    stories.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(!stories.is_empty(), "there are no fixtures");
    stories
}

/// The articles of a story of more than two outlets, in the order of their files' names.
pub fn outlets(name: &str) -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name);
    let entries = fs::read_dir(folder).expect("a story of this name");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    files.sort();
    let read = |path: &PathBuf| {
        let bytes = fs::read(path).expect("a readable file");
        let source = path.file_name().expect("a name").to_string_lossy();
        parse(&bytes, &source, &ReadOptions::default()).expect("an article")
    };
    files.iter().map(read).collect()
}

/// The real pair, where it is there; says so where it is not.
pub fn real() -> Option<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/kazakhstan-2022");
    if folder.join("gold.json").is_file() {
        return Some(Story::new(folder));
    }
    println!("skipped: kazakhstan-2022 is not beside the project");
    None
}

/// All stories at hand.
pub fn all() -> Vec<Story> {
    fixtures().into_iter().chain(real()).collect()
}

/// The ways of comparing that are tested, by name: those that this build knows.
pub fn modes() -> Vec<(&'static str, Options)> {
    let words = Options {
        encoder: Encoding::None,
        ..Options::default()
    };
    let mut modes = vec![("words", words)];
    if cfg!(feature = "embedded-encoder") {
        modes.insert(0, ("encoder", Options::default()));
    }
    modes
}
