//! What docs/architecture.md promises always holds: over the fixtures, over a real pair, and over arbitrary text.

use crate::support::laws;
use crate::support::stories::{all, article, modes};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;
use storydiff::article::Note;
use storydiff::report::{Format, View, render};
use storydiff::{Article, ReadOptions, claim, compare, parse};

/// What arbitrary articles are made of: what steers the rules, in many scripts, and what has no business in an article.
const PIECES: [&str; 96] = [
    "The",
    "minister",
    "said",
    "that",
    "according",
    "to",
    "he",
    "added",
    "denied",
    "reports",
    "Mr.",
    "and",
    "but",
    "not",
    "Tokayev",
    "Токаев",
    "сказал",
    "что",
    "Reuters",
    "citing",
    "troops",
    "16",
    "19",
    "2.5",
    "1,200",
    "%",
    "$",
    "p.m.",
    "قال",
    "وأضاف",
    "إن",
    "أن",
    "الرئيس",
    "توكاييف",
    "مؤكدا",
    "نقلا",
    "عن",
    "وكالة",
    "د.",
    "و250",
    "٦٠٠",
    "۱۲",
    "غير",
    "أنه",
    "لكن",
    "العبّارة",
    "لا",
    "ما",
    "می‌گوید",
    "כוחות",
    "北京",
    "の",
    "한국",
    "สวัสดี",
    "हिन्दी",
    "é",
    "e\u{301}",
    "ﷺ",
    "👨‍👩‍👧",
    "½",
    "²",
    "Ⅷ",
    "ß",
    "ı",
    "İ",
    "ـــ",
    "ً",
    "\u{200C}",
    "\u{200D}",
    "\u{202E}",
    "\u{2067}",
    "\u{1B}[31m",
    "\u{7}",
    "\u{AD}",
    "\u{FFFD}",
    "\"",
    "“",
    "”",
    "„",
    "«",
    "»",
    "'",
    "’",
    "(",
    ")",
    "[",
    "]",
    ",",
    "،",
    ";",
    ":",
    ".",
    "؟",
    "!",
    "…",
    "-",
];

/// What stands between two pieces.
const BETWEEN: [&str; 8] = ["", " ", " ", " ", " ", "\n", "\n\n", "\r\n"];

/// An article of the pieces, and now and then any character at all.
fn text(pieces: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_filter("entities are decoded", |c| *c != '&').prop_map(String::from),
    ];
    vec((piece, select(&BETWEEN[..])), 1..pieces).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(p, b)| [p, b.to_owned()])
            .collect()
    })
}

/// An article and its text; many arbitrary texts hold nothing to read.
fn readable(pieces: usize) -> impl Strategy<Value = (String, Article)> {
    text(pieces).prop_filter_map("nothing to read", |text| {
        let article = article(&text, "left")?;
        Some((text, article))
    })
}

/// So many cases, unless `PROPTEST_CASES` asks for more. Inputs that failed are kept beside this file.
fn cases(cases: u32) -> ProptestConfig {
    let kept = FileFailurePersistence::WithSource("proptest-regressions");
    let config = ProptestConfig {
        failure_persistence: Some(Box::new(kept)),
        ..ProptestConfig::default()
    };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config,
        None => ProptestConfig { cases, ..config },
    }
}

/// Text that had been decoded wrongly is restored, so its letters are others.
fn is_repaired(article: &Article) -> bool {
    article
        .notes
        .iter()
        .any(|n| matches!(n, Note::Repaired { .. }))
}

#[test]
fn fixtures_lose_no_line() {
    for story in all() {
        for side in ["left", "right"] {
            laws::every_line_is_in_a_paragraph(&story.text(side), &story.article(side));
        }
    }
}

#[test]
fn fixtures_keep_the_laws() {
    for story in all() {
        for (mode, options) in modes() {
            println!("{} ({mode})", story.name);
            laws::hold(&story.comparison(&options));
        }
    }
}

#[test]
fn fixtures_are_mirrored() {
    for story in all() {
        for (mode, options) in modes() {
            println!("{} ({mode})", story.name);
            let (left, right) = (story.article("left"), story.article("right"));
            let there = compare(&left, &right, &options);
            laws::are_mirrored(&there, &compare(&right, &left, &options));
        }
    }
}

#[test]
fn fixtures_against_themselves_are_the_same() {
    for story in all() {
        for (mode, options) in modes() {
            for side in ["left", "right"] {
                println!("{} {side} ({mode})", story.name);
                let article = story.article(side);
                laws::is_all_same(&compare(&article, &article, &options));
            }
        }
    }
}

#[test]
fn the_same_fixtures_give_the_same_bytes() {
    for story in all() {
        for (mode, options) in modes() {
            for format in [Format::Table, Format::Markdown, Format::Json] {
                let report = || render(&story.comparison(&options), format, &View::default());
                assert_eq!(report(), report(), "{} ({mode}) {format:?}", story.name);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        if let Ok(article) = parse(&bytes, "left.txt", &ReadOptions::default()) {
            let (claims, _) = claim::find(&article, 'L');
            prop_assert!(claims.iter().all(|claim| !claim.text.is_empty()));
        }
    }

    #[test]
    fn any_text_loses_no_line((text, article) in readable(80)) {
        prop_assume!(!is_repaired(&article));
        laws::every_line_is_in_a_paragraph(&text, &article);
    }
}

proptest! {
    // Each case is two whole comparisons.
    #![proptest_config(cases(64))]

    #[test]
    fn any_two_texts_keep_the_laws(
        (_, left) in readable(80),
        (_, right) in readable(80),
        (_, options) in select(modes()),
    ) {
        let there = compare(&left, &right, &options);
        laws::hold(&there);
        prop_assert_eq!(&there, &compare(&left, &right, &options));
    }

    #[test]
    fn any_two_texts_are_mirrored(
        (_, left) in readable(60),
        (_, right) in readable(60),
        (_, options) in select(modes()),
    ) {
        laws::are_mirrored(&compare(&left, &right, &options), &compare(&right, &left, &options));
    }

    #[test]
    fn any_text_against_itself_is_the_same(
        (_, article) in readable(60),
        (_, options) in select(modes()),
    ) {
        laws::is_all_same(&compare(&article, &article, &options));
    }
}
