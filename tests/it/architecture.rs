//! What docs/architecture.md says of the folders of `src/`, held against the sources.
//!
//! The sources are read as text, without comments and, where a rule is about the program only, without their tests.
//! A name that is built by a macro would not be seen.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each folder, and the folders that it may name. One direction, no way back.
const DIRECTION: [(&str, &[&str]); 12] = [
    ("language", &[]),
    // Words in, numbers out: it knows nothing of articles.
    ("encoder", &[]),
    ("article", &["language"]),
    ("claim", &["language", "encoder", "article"]),
    ("meaning", &["language", "encoder", "article", "claim"]),
    // What a comparison is, in one file that all behind it read.
    ("model", &["article", "claim"]),
    // The second reader knows texts and verdicts, and nothing of how claims are found.
    ("reader", &["model"]),
    (
        "evidence",
        &["language", "article", "claim", "meaning", "model", "reader"],
    ),
    (
        "compare",
        &[
            "language", "encoder", "article", "claim", "meaning", "model", "reader", "evidence",
        ],
    ),
    ("story", &["article", "claim", "model", "compare"]),
    ("report", &["article", "claim", "model", "compare", "story"]),
    // The rest of the program is known to it only through what lib.rs exports.
    ("cli", &[]),
];

/// What only some files may do: what is looked for, and where it may stand.
const ONLY: [(&str, &[&str]); 14] = [
    // Only article/ opens files, and only it and the second reader reach for the network; the report is written by
    // cli/output.rs, the answers of a batch by growing.rs, those of a second reader are kept by cli/reader/.
    (
        "std::fs",
        &[
            "article/",
            "cli/output.rs",
            "cli/batch/growing.rs",
            "cli/reader/",
        ],
    ),
    ("File::open", &["article/"]),
    ("io::stdin", &["article/", "cli/asking.rs"]),
    // Only main has the standard streams and ends the program.
    ("println!", &[]),
    ("print!", &[]),
    ("dbg!", &[]),
    // cli/ asks whether it is a terminal.
    ("io::stdout", &["main.rs", "cli/"]),
    ("io::stderr", &["main.rs", "cli/"]),
    ("process::exit", &["main.rs"]),
    // The same input gives the same bytes: no settings from outside, no clock.
    ("std::env", &["main.rs", "cli/"]),
    ("SystemTime", &[]),
    ("Instant", &["cli/", "reader/chat.rs"]),
    ("std::net", &["reader/chat.rs"]),
    ("ureq::", &["article/fetch.rs", "reader/chat.rs"]),
];

/// Each outside crate, and where it may be named: one file for those with a strong opinion, so that they can be
/// exchanged; a new crate needs a line here.
const CRATES: [(&str, &[&str]); 46] = [
    ("any_ascii", &["language/names/letters.rs"]),
    ("anstream", &["cli/"]),
    ("anstyle", &["report/table/", "cli/"]),
    ("ar_reshaper", &["report/table/shape.rs"]),
    (
        "askama",
        &[
            "report/html/",
            "report/docx/",
            "report/index/",
            "report/story/",
        ],
    ),
    ("chardetng", &["article/decode.rs"]),
    ("clap", &["cli/"]),
    ("dirs", &["cli/desk.rs", "cli/reader/cache.rs"]),
    ("toml", &["cli/desk.rs"]),
    ("calamine", &["report/worksheet/opened.rs"]),
    ("clap_complete", &["cli/shell.rs"]),
    ("clap_mangen", &["cli/shell.rs"]),
    ("comfy_table", &["report/table/grid.rs"]),
    ("csv", &["report/worksheet/separated.rs"]),
    // The second one undoes a wrong decoding.
    ("encoding_rs", &["article/decode.rs", "article/mojibake.rs"]),
    ("fluent_bundle", &["report/messages/mod.rs"]),
    ("fst", &["language/frequency.rs"]),
    ("html_escape", &["article/clean.rs"]),
    ("dom_query", &["article/page/"]),
    ("dom_smoothie", &["article/page/content.rs"]),
    ("faer", &["encoder/matrix.rs"]),
    ("mail_parser", &["article/mail.rs"]),
    ("pulldown_cmark", &["article/markdown.rs"]),
    ("quick_xml", &["article/xml.rs"]),
    (
        "rayon",
        &[
            "encoder/",
            "meaning/",
            "compare/both.rs",
            "compare/judge.rs",
            "story/",
            "cli/batch/crew.rs",
        ],
    ),
    (
        "indicatif",
        &["cli/batch/progress.rs", "cli/reader/progress.rs"],
    ),
    (
        "percent_encoding",
        &[
            "article/address.rs",
            "article/epub.rs",
            "report/index/mod.rs",
        ],
    ),
    ("sha2", &["article/read.rs", "reader/question.rs"]),
    ("signal_hook", &["cli/interrupt.rs"]),
    ("rust_stemmers", &["language/stem.rs"]),
    ("rust_xlsxwriter", &["report/worksheet/xlsx.rs"]),
    ("rustix", &["cli/asking.rs"]),
    (
        "serde",
        &[
            "report/json.rs",
            "report/json_brief.rs",
            "report/lines.rs",
            "report/index/entry.rs",
            "report/story/json.rs",
            "cli/record.rs",
            "cli/desk.rs",
            "cli/batch/",
            "cli/reader/",
            "reader/",
        ],
    ),
    (
        "serde_json",
        &[
            "reader/",
            "article/json.rs",
            "article/page/data.rs",
            "article/page/jsonld.rs",
            "report/json.rs",
            "report/lines.rs",
            "report/index/entry.rs",
            "report/story/json.rs",
            "cli/record.rs",
            "cli/batch/",
        ],
    ),
    ("similar", &["evidence/wording.rs"]),
    ("strsim", &["language/names/word.rs"]),
    ("tempfile", &["cli/output.rs"]),
    ("terminal_size", &["cli/"]),
    ("unic_langid", &["report/messages/mod.rs"]),
    ("unicode_bidi", &["report/table/bidi.rs"]),
    ("unicode_bidi_mirroring", &["report/table/bidi.rs"]),
    ("unicode_segmentation", &["report/table/cluster.rs"]),
    ("ureq", &["article/fetch.rs", "reader/chat.rs"]),
    ("unicode_width", &["report/table/clean.rs"]),
    ("whatlang", &["language/detect.rs"]),
    ("zip", &["article/zipped.rs", "report/docx/package.rs"]),
];

/// Crates without an opinion of their own: a standard's tables, derives.
const ANYWHERE: [&str; 2] = ["thiserror", "unicode_normalization"];

/// One file of `src/`.
struct Source {
    /// Below `src/`: `article/read.rs`.
    path: String,
    /// Its code, comments blanked.
    code: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Source {
        let code: Vec<&str> = text
            .lines()
            .map(|line| {
                let is_comment = line.trim_start().starts_with("//");
                if is_comment { "" } else { line }
            })
            .collect();
        Source {
            path: path.to_owned(),
            code: code.join("\n"),
        }
    }

    /// Its folder, or its own name where it has none: `article`, `model`, `main`.
    fn folder(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or(&self.path);
        first.trim_end_matches(".rs")
    }

    /// Its code up to the tests at its end, and the tests.
    fn parts(&self) -> (&str, &str) {
        let end = self.code.find("#[cfg(test)]").unwrap_or(self.code.len());
        self.code.split_at(end)
    }

    /// What of it goes into the program.
    fn program(&self) -> &str {
        let is_test = self.path.ends_with("/tests.rs");
        if is_test { "" } else { self.parts().0 }
    }

    /// How many modules it lies below the crate's root.
    fn depth(&self) -> usize {
        let parts = self.path.trim_end_matches("/mod.rs").split('/');
        parts.count()
    }

    /// The modules of the crate's root that it names, by `crate::` or by as many `super::` as lead there.
    ///
    /// `compare` is also a function, which lib.rs exports: it counts where a path goes on behind it, and a bare
    /// `use crate::compare` does not.
    fn names(&self) -> BTreeSet<String> {
        let mut found = after(&self.code, "crate::");
        let (code, tests) = self.parts();
        let to_root = "super::".repeat(self.depth());
        found.extend(after(code, &to_root));
        found.extend(after(tests, &format!("super::{to_root}")));
        found
    }
}

/// The first names of all paths that begin with `prefix`: `a` and `b` of `prefix{a::c, b}`.
fn after(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        let is_whole = !code[..at].ends_with(|c: char| is_name(c) || c == ':' || c == '$');
        if is_whole {
            found.extend(heads(&code[at + prefix.len()..]));
        }
    }
    found
}

/// The first name of a path, or of each path of a group in braces.
fn heads(path: &str) -> Vec<String> {
    let found = match path.strip_prefix('{') {
        Some(group) => paths_of_group(group),
        None => vec![path.split(';').next().unwrap_or(path).to_owned()],
    };
    let head = |path: String| {
        let end = path.find(|c| !is_name(c)).unwrap_or(path.len());
        let is_function = &path[..end] == "compare" && !path[end..].starts_with("::");
        (!is_function).then(|| path[..end].to_owned())
    };
    found.into_iter().filter_map(head).collect()
}

/// The paths of a group, up to the brace that closes it.
fn paths_of_group(group: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut paths = vec![String::new()];
    for c in group.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => paths.push(String::new()),
            c => paths.last_mut().expect("never empty").push(c),
        }
    }
    paths.retain(|path| !path.is_empty());
    paths
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether `name` stands in `code` as a whole name.
fn mentions(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let behind = code[at + name.len()..].chars().next();
        !before.is_some_and(is_name) && !behind.is_some_and(is_name)
    })
}

/// What a file names against the direction.
fn wrong_way(source: &Source) -> Vec<String> {
    let allowed = DIRECTION.iter().find(|(name, _)| *name == source.folder());
    let Some((folder, allowed)) = allowed else {
        return Vec::new();
    };
    let is_wrong = |name: &String| {
        let known = DIRECTION.iter().any(|(other, _)| other == name);
        known && name != folder && !allowed.contains(&name.as_str())
    };
    let named = source.names().into_iter().filter(is_wrong);
    named
        .map(|name| format!("src/{} names {name}", source.path))
        .collect()
}

fn may(places: &[&str], path: &str) -> bool {
    places.iter().any(|place| path.starts_with(place))
}

fn manifest_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("a folder of the sources");
    for entry in entries {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let root = manifest_folder().join("src");
    let mut paths = Vec::new();
    files(&root, &mut paths);
    paths.sort();
    let rust = paths
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "rs"));
    rust.map(|path| {
        let below = path.strip_prefix(&root).expect("below src");
        let name = below.to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(path).expect("sources are UTF-8");
        Source::new(&name, &text)
    })
    .collect()
}

#[test]
fn folders_name_each_other_in_one_direction() {
    let wrong: Vec<String> = sources().iter().flat_map(wrong_way).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_has_its_place_in_the_direction() {
    let folders: BTreeSet<String> = sources()
        .iter()
        .filter(|s| s.path.contains('/') || s.folder() == "model")
        .map(|s| s.folder().to_owned())
        .collect();
    let known: BTreeSet<String> = DIRECTION.iter().map(|(f, _)| (*f).to_owned()).collect();
    assert_eq!(folders, known);
}

#[test]
fn only_these_places_touch_the_outside() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (what, places) in ONLY {
            if source.program().contains(what) && !may(places, &source.path) {
                wrong.push(format!("src/{} uses {what}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn outside_crates_are_named_in_their_place_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (name, places) in CRATES {
            let path = format!("{name}::");
            let named = mentions(source.program(), name) && source.program().contains(&path);
            if named && !may(places, &source.path) {
                wrong.push(format!("src/{} names {name}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Names of the crates in the `[…dependencies]` tables of a manifest, dev-dependencies apart.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in manifest.lines() {
        if let Some(table) = line.strip_prefix('[') {
            inside = table.contains("dependencies]") && !table.contains("dev-");
        } else if let Some((name, _)) = line.split_once('=').filter(|_| inside) {
            found.push(name.trim().replace('-', "_"));
        }
    }
    found
}

#[test]
fn every_dependency_has_its_place() {
    let manifest = fs::read_to_string(manifest_folder().join("Cargo.toml")).expect("a manifest");
    for name in dependencies(&manifest) {
        let placed = CRATES.iter().any(|(known, _)| *known == name);
        assert!(
            placed || ANYWHERE.contains(&name.as_str()),
            "tests/it/architecture.rs does not say where {name} may be named"
        );
    }
}

#[test]
fn every_language_folder_is_read() {
    let pack =
        fs::read_to_string(manifest_folder().join("src/language/folder.rs")).expect("a file");
    let languages = fs::read_dir(manifest_folder().join("src/language")).expect("a folder");
    for entry in languages {
        let folder = entry.expect("a readable entry").path();
        if folder.join("speech.tsv").exists() {
            let name = folder.file_name().expect("a name").to_string_lossy();
            let line = format!(", \"{name}\"");
            assert!(pack.contains(&line), "folder.rs has no line for {name}");
        }
    }
}

/// Where letters beyond ASCII may stand in code outside the languages' folders, and why.
const LETTERS: [(&str, &str); 8] = [
    ("language/arabic/", "a language's folder"),
    (
        "language/fold.rs",
        "one spelling for the letters of a script",
    ),
    (
        "language/names/",
        "how names sound, in one script and in the other",
    ),
    ("article/decode.rs", "what shows an encoding"),
    (
        "article/page/date.rs",
        "what stands between year, month and day in Chinese, Japanese and Korean",
    ),
    ("cli/locks.rs", "what an Arabic report calls both articles"),
    (
        "report/table/cluster.rs",
        "what terminals write in one cell",
    ),
    ("report/table/standins.rs", "as wide as two cells"),
];

/// The string and char literals of some code, comments left out.
fn literals(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let before = rest[..at].trim_end_matches('#');
        let hashes = if before.ends_with('r') {
            at - before.len()
        } else {
            0
        };
        let behind = &rest[at + 1..];
        let end = match rest.as_bytes()[at] {
            b'"' => text_end(behind, before.ends_with('r').then_some(hashes)),
            b'\'' => char_end(behind),
            _ if behind.starts_with('/') => {
                rest = &behind[behind.find('\n').unwrap_or(behind.len())..];
                continue;
            }
            _ => None,
        };
        found.extend(end.map(|end| &behind[..end]));
        rest = &behind[end.map_or(0, |end| end + 1)..];
    }
    found
}

/// Where a text ends behind its opening mark: at an equal mark, with as many `#` behind it as a raw one has before it.
fn text_end(text: &str, raw: Option<usize>) -> Option<usize> {
    if let Some(hashes) = raw {
        return text.find(&format!("\"{}", "#".repeat(hashes)));
    }
    let mut escaped = false;
    text.find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })
}

/// Where a char ends; `None` for a lifetime.
fn char_end(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let from = if first == '\\' { 2 } else { first.len_utf8() };
    let end = text.get(from..)?.find('\'')? + from;
    (first == '\\' || end == from).then_some(end)
}

#[test]
fn literals_are_told_from_comments_and_lifetimes() {
    let code = r#"let x: &'a str = "é\"ü"; // "ä"
        let y = ('ö', '\'', 'n'); "#;
    assert_eq!(literals(code), ["é\\\"ü", "ö", "\\'", "n"]);
}

#[test]
fn no_letters_of_a_language_stand_outside_its_folder() {
    let mut wrong = Vec::new();
    for source in sources() {
        let allowed = LETTERS
            .iter()
            .any(|(place, _)| source.path.starts_with(place));
        let foreign = |text: &&str| text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
        for text in literals(source.program()).into_iter().filter(foreign) {
            if !allowed {
                wrong.push(format!("src/{}: {text}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A language is asked for its properties and tables, never whether it is this one or that. `und` is none.
#[test]
fn no_code_asks_which_language_it_is() {
    let asks = [
        "tag == \"",
        "tag != \"",
        "language == \"",
        "language != \"",
        "matches!(tag",
        "matches!(language",
    ];
    for source in sources() {
        let code = source.program().replace("tag == \"und\"", "");
        let asked = asks.iter().find(|asks| code.contains(**asks));
        assert_eq!(asked, None, "src/{}", source.path);
    }
}

/// The files that hold what users of the library are shown.
const SHOWN: [&str; 15] = [
    "article/mod.rs",
    "article/error.rs",
    "article/read.rs",
    "claim/mod.rs",
    "claim/date/mod.rs",
    "cli/mod.rs",
    "compare/mod.rs",
    "compare/desk.rs",
    "compare/judge.rs",
    "compare/locks.rs",
    "report/mod.rs",
    "report/messages/mod.rs",
    "report/story/mod.rs",
    "report/worksheet/mod.rs",
    "story/mod.rs",
];

/// What stands there and is not shown: it is exported to the crate alone, or hidden.
const NOT_SHOWN: [&str; 3] = ["open", "times", "nearness"];

/// The functions and types at a file's outermost level that have no example, by name.
fn without_example(text: &str) -> Vec<&str> {
    let mut wrong = Vec::new();
    let mut has_example = false;
    for line in text.lines() {
        let item = ["pub fn ", "pub struct ", "pub enum "];
        if let Some(item) = item.iter().find_map(|item| line.strip_prefix(item)) {
            let name = item.split(|c| !is_name(c)).next().unwrap_or(item);
            if !has_example && !NOT_SHOWN.contains(&name) {
                wrong.push(name);
            }
        }
        let is_before = line.starts_with("///") || line.starts_with("#[");
        has_example = is_before && (has_example || line.starts_with("/// ```"));
    }
    wrong
}

#[test]
fn all_that_users_are_shown_has_an_example() {
    let root = manifest_folder().join("src");
    for name in SHOWN {
        let text = fs::read_to_string(root.join(name)).expect("a file of the sources");
        assert_eq!(without_example(&text), [""; 0], "src/{name}");
    }
    let bare = "/// ```\n/// ```\n#[must_use]\npub fn a() {}\n/// None.\npub struct B;\n";
    assert_eq!(without_example(bare), ["B"]);
}

#[test]
fn a_wrong_import_is_found_however_it_is_written() {
    for (path, code, wrong) in [
        ("article/read.rs", "use crate::model::Row;", true),
        ("article/read.rs", "fn f() -> crate::report::View {}", true),
        (
            "article/read.rs",
            "use crate::{language, claim::Claim};",
            true,
        ),
        ("article/mod.rs", "use super::claim::Claim;", true),
        ("article/read.rs", "use super::super::claim;", true),
        (
            "report/table/grid.rs",
            "use super::super::super::meaning;",
            true,
        ),
        ("cli/args.rs", "use crate::report::View;", true),
        (
            "article/read.rs",
            "use crate::language::{detect, report};",
            false,
        ),
        ("article/read.rs", "use super::claim;", false),
        ("article/read.rs", "// use crate::model::Row;", false),
        ("cli/args.rs", "use crate::{Bidi, compare, View};", false),
        ("cli/args.rs", "use crate::{Bidi, compare::Row};", true),
        (
            "claim/sentence.rs",
            "#[cfg(test)]\nmod tests { use super::super::meaning; }",
            false,
        ),
    ] {
        let found = wrong_way(&Source::new(path, code));
        assert_eq!(!found.is_empty(), wrong, "{path}: {code}");
    }
}

/// What labels name has a word in both languages of the report, in place of a name of the tables.
#[test]
fn every_referent_of_a_label_has_a_name() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &Path| fs::read_to_string(path).expect("a file of the source tree");
    let mut names = BTreeSet::new();
    for folder in fs::read_dir(root.join("src/language"))
        .expect("a folder")
        .flatten()
    {
        let table = folder.path().join("loaded.tsv");
        if table.is_file() {
            let rows = read(&table);
            let rows = rows.lines().filter(|row| !row.starts_with('#'));
            names.extend(rows.filter_map(|row| row.split('\t').nth(1).map(str::to_owned)));
        }
    }
    assert!(names.len() > 20);
    for messages in ["en.ftl", "ar.ftl"] {
        let text = read(&root.join("src/report/messages").join(messages));
        let from = text.find("\nreferent =").expect("the message");
        let text = &text[from..];
        let text = &text[..text.find("*[other]").expect("its last form")];
        let missing: Vec<&String> = names
            .iter()
            .filter(|name| !text.contains(&format!("[{name}]")))
            .collect();
        assert!(missing.is_empty(), "{messages}: {missing:?}");
    }
}
