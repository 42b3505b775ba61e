//! What the newsroom knows and what the editor decides: both win over the scores, both are marked, nothing is lost.

use crate::support::laws;
use crate::support::stories::fixtures;
use storydiff::article::Kind;
use storydiff::model::{DifferenceKind, Encoding, Finding, FramingReason, Reason, Spellings};
use storydiff::report::{Format, View, render};
use storydiff::{
    Article, Comparison, Desk, Lock, Options, Place, ReadOptions, Verdict, compare, parse,
};

/// A paragraph's number, or a claim's, as reports have them.
fn place(side: &storydiff::model::Side, claim: usize, whole: bool) -> Place {
    let paragraph = side.claims[claim].paragraph;
    let bodies = side.article.paragraphs[..=paragraph].iter();
    let is_body = |kind| kind == Kind::Body;
    let title = !is_body(side.article.paragraphs[paragraph].kind);
    let number = bodies.filter(|p| is_body(p.kind)).count();
    let before = side.claims[..claim].iter();
    let nth = before.filter(|c| c.paragraph == paragraph).count() + 1;
    Place {
        paragraph: if title { 0 } else { number },
        claim: (!whole).then_some(nth),
    }
}

fn lock(found: &Comparison, pair: (usize, usize), keep: bool, whole: bool) -> Lock {
    Lock {
        left: place(&found.left, pair.0, whole),
        right: place(&found.right, pair.1, whole),
        keep,
        verdict: None,
    }
}

/// By words alone, for speed: the editor's word does not care how the scores were found.
fn compared(left: &Article, right: &Article, locks: Vec<Lock>) -> Comparison {
    let options = Options {
        encoder: Encoding::None,
        locks,
        ..Options::default()
    };
    compare(left, right, &options)
}

/// The comparison under a word, with all laws held.
fn under(articles: &[Article; 2], locks: &[Lock]) -> Comparison {
    let [left, right] = articles;
    let found = compared(left, right, locks.to_vec());
    laws::hold(&found);
    let turned = locks.iter().map(|lock| Lock {
        left: lock.right,
        right: lock.left,
        keep: lock.keep,
        verdict: lock.verdict.map(Verdict::mirrored),
    });
    laws::are_mirrored(&found, &compared(right, left, turned.collect()));
    found
}

fn linked(found: &Comparison, pair: (usize, usize)) -> Option<bool> {
    let mut findings = found.findings.iter();
    let of = findings.find(|f| f.left.contains(&pair.0) && f.right.contains(&pair.1));
    of.map(|f| f.locked && f.reasons.contains(&Reason::Editor))
}

fn each(check: impl Fn(&str, &[Article; 2], &Comparison)) {
    for story in fixtures() {
        let articles = ["left", "right"].map(|side| story.article(side));
        check(&story.name, &articles, &under(&articles, &[]));
    }
}

/// The first claims of both sides that stand alone.
fn lone(found: &Comparison) -> (usize, usize) {
    let first = |verdict| {
        let mut findings = found.findings.iter();
        findings
            .find(|f| f.verdict == verdict)
            .expect("lone claims")
    };
    (
        first(Verdict::OnlyLeft).left[0],
        first(Verdict::OnlyRight).right[0],
    )
}

/// The first link of two claims that stand in no other; by words alone one story has none.
fn first_link(found: &Comparison) -> Option<(usize, usize)> {
    // What is perhaps related is no link.
    let asserted = || {
        found
            .findings
            .iter()
            .filter(|f| f.verdict != Verdict::Related)
    };
    let once = |side: fn(&Finding) -> &Vec<usize>, claim: usize| {
        asserted().filter(|f| side(f).contains(&claim)).count() == 1
    };
    let both = asserted().filter(|f| !f.left.is_empty() && !f.right.is_empty());
    let mut sole = both.filter(|f| once(|f| &f.left, f.left[0]) && once(|f| &f.right, f.right[0]));
    sole.next().map(|first| (first.left[0], first.right[0]))
}

#[test]
fn claims_that_are_locked_are_linked_and_marked() {
    each(|name, articles, found| {
        let pair = lone(found);
        let kept = under(articles, &[lock(found, pair, true, false)]);
        assert_eq!(linked(&kept, pair), Some(true), "{name}");
        let marked = kept.findings.iter().filter(|f| f.locked).count();
        assert_eq!(marked, 1, "{name}");
    });
}

#[test]
fn claims_that_are_unlinked_part_and_say_so() {
    each(|name, articles, found| {
        let Some(pair) = first_link(found) else {
            return;
        };
        let parted = under(articles, &[lock(found, pair, false, false)]);
        assert_eq!(linked(&parted, pair), None, "{name}");
        let alone = parted
            .findings
            .iter()
            .filter(|f| f.left.is_empty() != f.right.is_empty());
        let mine = alone.filter(|f| f.left == [pair.0] || f.right == [pair.1]);
        assert!(mine.into_iter().all(|f| f.locked), "{name}");
    });
}

#[test]
fn paragraphs_that_are_locked_answer_each_other_and_hold_a_link() {
    each(|name, articles, found| {
        let pair = lone(found);
        let kept = under(articles, &[lock(found, pair, true, true)]);
        let paragraphs = (
            kept.left.claims[pair.0].paragraph,
            kept.right.claims[pair.1].paragraph,
        );
        let row = kept
            .alignment
            .iter()
            .find(|r| r.left.contains(&paragraphs.0));
        assert!(
            row.is_some_and(|r| r.right.contains(&paragraphs.1)),
            "{name}"
        );
        let between = kept.findings.iter().filter(|f| {
            let left = f.left.first().map(|&c| kept.left.claims[c].paragraph);
            let right = f.right.first().map(|&c| kept.right.claims[c].paragraph);
            (left, right) == (Some(paragraphs.0), Some(paragraphs.1))
        });
        let between: Vec<bool> = between.map(|f| f.locked).collect();
        assert!(
            !between.is_empty() && between.iter().all(|&locked| locked),
            "{name}"
        );
    });
}

#[test]
fn paragraphs_that_are_unlinked_share_neither_row_nor_link() {
    each(|name, articles, found| {
        let Some(pair) = first_link(found) else {
            return;
        };
        let parted = under(articles, &[lock(found, pair, false, true)]);
        let (a, b) = (
            parted.left.claims[pair.0].paragraph,
            parted.right.claims[pair.1].paragraph,
        );
        let together =
            |row: &storydiff::model::Row| row.left.contains(&a) && row.right.contains(&b);
        assert!(!parted.alignment.iter().any(together), "{name}");
        let meets = |f: &Finding| {
            f.left.iter().any(|&c| parted.left.claims[c].paragraph == a)
                && f.right
                    .iter()
                    .any(|&c| parted.right.claims[c].paragraph == b)
        };
        assert!(!parted.findings.iter().any(meets), "{name}");
    });
}

#[test]
fn every_report_marks_the_editors_word() {
    let story = fixtures().remove(0);
    let articles = ["left", "right"].map(|side| story.article(side));
    let found = under(&articles, &[]);
    let words = [
        lock(&found, lone(&found), true, false),
        lock(&found, first_link(&found).expect("a link"), false, false),
    ];
    let found = under(&articles, &words);
    for (format, mark) in [
        (Format::Table, "by editor"),
        (Format::Markdown, "the editor's word"),
        (Format::Html, "the editor&#39;s word"),
        (Format::Json, "\"locked\": true"),
    ] {
        let report = render(&found, format, &whole());
        let locked = found.findings.iter().filter(|f| f.locked).count();
        assert!(locked > 1, "the second word changed nothing");
        assert!(report.matches(mark).count() >= locked, "{format:?}");
    }
}

/// Whatever was found: the editor's verdict stands, on a pair that was linked and on two that were not.
#[test]
fn a_verdict_of_the_editors_stands_in_place_of_the_one_that_was_found() {
    let story = fixtures().remove(0);
    let articles = ["left", "right"].map(|side| story.article(side));
    let found = under(&articles, &[]);
    for pair in [first_link(&found).expect("a link"), lone(&found)] {
        for verdict in Verdict::ALL {
            let word = Lock {
                verdict: Some(verdict),
                ..lock(&found, pair, true, false)
            };
            let said = under(&articles, &[word]);
            let of_pair = said.findings.iter().find(|f| {
                (f.left.as_slice(), f.right.as_slice()) == (&[pair.0][..], &[pair.1][..])
            });
            let of_pair = of_pair.expect("kept together");
            assert!(of_pair.locked, "{word}");
            let of_two = !matches!(verdict, Verdict::OnlyLeft | Verdict::OnlyRight);
            assert_eq!(of_pair.verdict == verdict, of_two, "{word}");
        }
    }
}

#[test]
fn a_place_that_is_not_there_is_a_note_and_changes_nothing() {
    let story = fixtures().remove(0);
    let articles = ["left", "right"].map(|side| story.article(side));
    let nowhere = |paragraph, claim| Place { paragraph, claim };
    let word = Lock {
        left: nowhere(1, Some(90)),
        right: nowhere(90, None),
        keep: true,
        verdict: None,
    };
    let [left, right] = &articles;
    let found = compared(left, right, vec![word]);
    assert_eq!(found.findings, under(&articles, &[]).findings);
    let json = render(&found, Format::Json, &View::default());
    assert!(
        json.contains("there is no A1.90; the last one is A1."),
        "{json}"
    );
    assert!(
        json.contains("there is no B90; the last one is B"),
        "{json}"
    );
}

fn desk(text: &str, left: &str, right: &str) -> Comparison {
    let options = ReadOptions {
        boilerplate: vec!["تابعونا على *".to_owned()],
        ..ReadOptions::default()
    };
    let read = |text: &str, name| parse(text.as_bytes(), name, &options).expect("plain text");
    let desk = Desk {
        glosses: vec![(text.to_owned(), "its gloss".to_owned())],
        watch: vec![text.to_owned()],
        names: vec![vec!["حومة السوق".to_owned(), "Houmt".to_owned()]],
    };
    let options = Options {
        desk,
        ..Options::default()
    };
    let found = compare(&read(left, "left.txt"), &read(right, "right.txt"), &options);
    laws::hold(&found);
    found
}

/// A report that folds nothing.
fn whole() -> View {
    View {
        full: true,
        ..View::default()
    }
}

const LEFT: &str = "قال الوزير يوم الأحد إن الميناء في حومة السوق سيغلق بعد الحادث، ووصف بيان النقابة بالثورات الملونة.\n\nتابعونا على تلغرام\n";
const RIGHT: &str = "The minister said on Sunday that the port of Houmt would be closed after the accident at sea.\n";

#[test]
fn a_label_to_watch_is_told_with_its_gloss_whatever_its_clitics() {
    let found = desk("ثورات ملونة", LEFT, RIGHT);
    let row = &found.framing[0];
    assert_eq!(row.reason, FramingReason::Watched);
    let label = row.left.as_ref().expect("on the left");
    assert!(label.term.ends_with("الثورات الملونة"), "{}", label.term);
    assert_eq!(found.glosses[0].term, label.term);
    for format in [Format::Markdown, Format::Html] {
        let report = render(&found, format, &whole());
        assert!(report.contains("watched by the desk"), "{format:?}");
        assert!(report.contains("its gloss"), "{format:?}");
    }
}

#[test]
fn a_label_that_both_use_is_told_once_with_both_counts() {
    let found = desk("port", RIGHT, RIGHT);
    let [row] = found.framing.as_slice() else {
        panic!("{:?}", found.framing);
    };
    let counts = [&row.left, &row.right].map(|label| label.as_ref().map(|l| l.count));
    assert_eq!(
        (row.reason, counts),
        (FramingReason::Watched, [Some(1), Some(1)])
    );
    assert!(desk("harbour", RIGHT, RIGHT).framing.is_empty());
}

#[test]
fn names_that_are_one_are_told_as_one() {
    let found = desk("x", LEFT, RIGHT);
    let one = |n: &&Spellings| n.left == ["حومة السوق"] && n.right == ["Houmt"];
    assert!(found.names.iter().any(|n| one(&n)), "{:?}", found.names);
}

#[test]
fn one_speaker_under_two_names_of_the_desk_is_no_other_source() {
    let read = |text: &str, name| {
        parse(text.as_bytes(), name, &ReadOptions::default()).expect("plain text")
    };
    let left = read(
        "The bridge will reopen on Monday, said Ruth Abernethy.",
        "left.txt",
    );
    let right = read(
        "The bridge will reopen on Monday, said the Iron Quill.",
        "right.txt",
    );
    let speakers = |names: &[&str]| {
        let desk = Desk {
            names: vec![names.iter().map(|&name| name.to_owned()).collect()],
            ..Desk::default()
        };
        let options = Options {
            desk,
            ..Options::default()
        };
        let found = compare(&left, &right, &options);
        let differences = found.findings.iter().flat_map(|f| &f.differences);
        differences
            .filter(|d| d.kind == DifferenceKind::Speaker)
            .count()
    };
    assert_eq!(speakers(&["Abernethy", "Iron Quill"]), 0);
    assert_eq!(speakers(&["Abernethy", "Iron Duke"]), 1);
}

#[test]
fn a_line_that_the_desk_knows_is_no_report() {
    let found = desk("x", LEFT, RIGHT);
    let last = found.left.article.paragraphs.last().expect("paragraphs");
    assert_eq!(
        (last.kind, last.rule.as_deref()),
        (Kind::Boilerplate, Some("desk"))
    );
}
