//! The terminal table of comparisons made by hand: widths, wholeness, and what must never reach a terminal.

use crate::support::{article, claim, ferry, finding, gold, mark, row, side, stories};
use storydiff::article::Kind;
use storydiff::model::{Comparison, MarkKind, Verdict};
use storydiff::report::{Bidi, Format, Layout, Ui, View, render};
use storydiff::{Encoding, Options};
use unicode_width::UnicodeWidthChar;

const MODES: [Bidi; 4] = [Bidi::None, Bidi::Isolate, Bidi::Visual, Bidi::Words];
const LAYOUTS: [Layout; 2] = [Layout::Table, Layout::Stacked];

fn shown(comparison: &Comparison, view: &View) -> String {
    render(comparison, Format::Table, view)
}

fn view(bidi: Bidi, layout: Layout, width: usize) -> View {
    View {
        bidi,
        layout,
        width,
        ..View::default()
    }
}

/// The same with the report's own words in Arabic.
fn arabic(bidi: Bidi, layout: Layout, width: usize) -> View {
    View {
        ui: Ui::Ar,
        ..view(bidi, layout, width)
    }
}

/// Cells that a line takes: the sum of its characters' widths, colours apart.
fn cells(line: &str) -> usize {
    let plain = anstream::adapter::strip_str(line).to_string();
    plain.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// All letters of a report in order, without spaces, frames and controls: what wrapping may not change.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn is_framed(line: &str) -> bool {
    line.starts_with(['│', '┌', '├', '╞', '└'])
}

fn assert_widths(comparison: &Comparison, view: &View) {
    for line in shown(comparison, view).lines() {
        let cells = cells(line);
        let exact = is_framed(line) || line.starts_with('─');
        assert!(cells <= view.width, "{cells} cells at {view:?}: {line}");
        assert!(
            !exact || cells == view.width,
            "{cells} cells at {view:?}: {line}"
        );
        assert!(!line.ends_with(' '), "padding at a line's end: {line:?}");
    }
}

#[test]
fn every_line_has_its_width_at_every_width() {
    let comparison = ferry();
    for width in 60..=200 {
        for layout in LAYOUTS {
            for bidi in MODES {
                assert_widths(&comparison, &view(bidi, layout, width));
                assert_widths(&comparison, &arabic(bidi, layout, width));
            }
        }
    }
}

#[test]
fn real_texts_have_their_widths() {
    let folders = gold::folders();
    if folders.is_empty() {
        eprintln!("skipped: no annotated stories beside the project");
    }
    for comparison in folders.iter().map(|f| gold::comparison(f)) {
        for width in [60, 80, 97, 120, 200] {
            for bidi in MODES {
                assert_widths(&comparison, &view(bidi, Layout::Auto, width));
            }
        }
    }
}

#[test]
fn borders_stand_below_each_other() {
    let report = shown(&ferry(), &view(Bidi::Isolate, Layout::Table, 100));
    let table: Vec<&str> = report
        .lines()
        .skip_while(|l| !is_framed(l))
        .take_while(|l| is_framed(l))
        .collect();
    let columns = |line: &str| -> Vec<usize> {
        let borders = line.match_indices([
            '│', '┬', '┼', '╪', '┴', '┌', '┐', '├', '┤', '╞', '╡', '└', '┘',
        ]);
        borders.map(|(at, _)| cells(&line[..at])).collect()
    };
    assert!(table.len() > 20);
    assert!(
        table.iter().all(|line| columns(line) == columns(table[0])),
        "{report}"
    );
}

#[test]
fn mlterm_gets_one_cell_for_lam_alef() {
    let narrow = View {
        lam_alef_narrow: true,
        ..view(Bidi::None, Layout::Table, 100)
    };
    let report = shown(&ferry(), &narrow);
    for line in report.lines().filter(|l| is_framed(l)) {
        let pairs = ["لا", "لأ", "لإ", "لآ"]
            .iter()
            .map(|p| line.matches(p).count())
            .sum::<usize>();
        assert_eq!(cells(line) - pairs, 100, "{line}");
    }
}

#[test]
fn every_claim_is_written_once_in_both_layouts() {
    let comparison = ferry();
    for layout in LAYOUTS {
        let full = View {
            full: true,
            ..view(Bidi::None, layout, 400)
        };
        let shown = shown(&comparison, &full);
        let (_, table) = shown
            .split_once("--full")
            .expect("a legend above the table");
        let report = letters(table);
        for claim in comparison
            .left
            .claims
            .iter()
            .chain(&comparison.right.claims)
        {
            let count = report.matches(&letters(&claim.text)).count();
            assert_eq!(count, 1, "{:?} in {layout:?}", claim.text);
        }
        assert!(report.contains("وتابع"), "a paragraph without claims");
    }
}

#[test]
fn claims_keep_their_words_when_they_wrap() {
    let comparison = ferry();
    let long = letters(
        "aLongWordThatNoColumnOfAnyTableCanEverHoldInOneLineBecauseItHasMoreLettersThanThat",
    );
    for width in 60..=200 {
        let full = View {
            full: true,
            ..view(Bidi::None, Layout::Stacked, width)
        };
        let mut stacked = shown(&comparison, &full);
        stacked = stacked.replace("\nA│ ", "").replace("\nB│ ", "");
        let report = letters(&stacked);
        assert!(report.contains(&long), "at {width}");
        assert!(
            report.contains(&letters(&comparison.left.claims[1].text)),
            "at {width}"
        );
    }
}

#[test]
fn nothing_in_an_article_steers_the_terminal() {
    let comparison = ferry();
    for bidi in MODES {
        let report = shown(&comparison, &view(bidi, Layout::Auto, 120));
        let steers = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(
                    c,
                    '\u{202A}'
                        ..='\u{202E}'
                            | '\u{2068}'
                            | '\u{200E}'
                            | '\u{200F}'
                            | '\u{AD}'
                            | '\u{FEFF}'
                )
        };
        assert!(!report.contains(steers), "{bidi:?}");
        let isolates = report.contains(['\u{2066}', '\u{2067}', '\u{2069}']);
        assert_eq!(isolates, bidi == Bidi::Isolate);
    }
}

#[test]
fn every_isolate_is_closed_in_its_cell() {
    let report = shown(&ferry(), &view(Bidi::Isolate, Layout::Table, 100));
    let framed = report.lines().filter(|line| is_framed(line));
    for cell in framed.flat_map(|line| line.split('│')) {
        let opened = cell.matches(['\u{2066}', '\u{2067}']).count();
        assert!(
            opened <= 1 && opened == cell.matches('\u{2069}').count(),
            "{cell:?}"
        );
    }
    assert!(report.contains("\u{2067}لا ناجين من العبّارة\u{2069} │"));
    assert!(report.contains("│ \u{2066}The port (الميناء) has closed.\u{2069} "));
}

#[test]
fn colour_is_written_only_when_asked_for_and_always_ended() {
    let plain = view(Bidi::Isolate, Layout::Table, 120);
    let colour = View {
        colour: true,
        ..plain.clone()
    };
    let coloured = shown(&ferry(), &colour);
    assert_eq!(
        anstream::adapter::strip_str(&coloured).to_string(),
        shown(&ferry(), &plain)
    );
    assert!(coloured.contains("\u{1b}[1;4;31m16 راكبا\u{1b}[0m"));
    for line in coloured.lines() {
        let starts = line.matches("\u{1b}[").count() - line.matches("\u{1b}[0m").count();
        assert_eq!(starts, line.matches("\u{1b}[0m").count(), "{line:?}");
    }
}

#[test]
fn a_mark_takes_in_the_whole_arabic_word() {
    let left = article("a", "ar", &[(Kind::Body, "ضمت و250 جنديا")]);
    let claims = vec![claim(&left, 0, "ضمت و250 جنديا", None)];
    let left = side('L', left, claims);
    let right = article("b", "ar", &[(Kind::Body, "ضمت عشرة")]);
    let told = vec![claim(&right, 0, "ضمت عشرة", None)];
    let right = side('R', right, told);
    let mut found = finding(Verdict::Reworded, &[0], &[0]);
    found.marks[0] = vec![mark(&left, 0, "ندي", MarkKind::Differs)];
    let comparison = Comparison {
        left,
        right,
        alignment: vec![row(&[0], &[0])],
        findings: vec![found],
        names: Vec::new(),
        framing: Vec::new(),
        glosses: Vec::new(),
        reading: None,
        encoding: Encoding::None,
        notes: Vec::new(),
    };
    let colour = View {
        colour: true,
        ..View::default()
    };
    assert!(shown(&comparison, &colour).contains("\u{1b}[4;35mجنديا\u{1b}[0m"));
}

#[test]
fn rows_follow_a_and_a_claim_is_told_where_its_surest_finding_is() {
    let report = shown(&ferry(), &view(Bidi::None, Layout::Table, 120));
    let at = |text: &str| {
        report
            .find(text)
            .unwrap_or_else(|| panic!("{text} in {report}"))
    };
    let rows = [
        "│ A title │ ≈ reworded",
        "│ A1.1    │ ≠ conflict",
        "│ A1.2    │ ⊃ A adds",
        "│ A3.1    │ ↻ update",
    ];
    assert!(rows.map(at).is_sorted());
    // What only B has follows what stands before it in B; a claim that is told elsewhere is referred to.
    assert!(at("│ B2      │ B only") < at("│ A3.1    │"));
    let other = report
        .lines()
        .find(|line| line.contains("│ A3.2    │ @ other"));
    assert!(other.expect("a row").contains("→ B title"));
    assert!(
        !report
            .lines()
            .any(|line| line.matches('→').count() > 1 && is_framed(line))
    );
}

#[test]
fn long_runs_of_one_side_are_one_line_unless_all_is_wanted() {
    let texts = ["One.", "Two.", "Three.", "Four."];
    let lines: Vec<(Kind, &str)> = texts.iter().map(|text| (Kind::Body, *text)).collect();
    let left = article("a", "en", &lines);
    let claims = (0..4).map(|at| claim(&left, at, texts[at], None)).collect();
    let right = article("b", "en", &lines[..1]);
    let told = vec![claim(&right, 0, "One.", None)];
    let mut comparison = ferry();
    comparison.left = side('L', left, claims);
    comparison.right = side('R', right, told);
    comparison.alignment = vec![
        row(&[0], &[0]),
        row(&[1], &[]),
        row(&[2], &[]),
        row(&[3], &[]),
    ];
    comparison.findings = vec![finding(Verdict::Same, &[0], &[0])];
    comparison
        .findings
        .extend((1..4).map(|at| finding(Verdict::OnlyLeft, &[at], &[])));
    let folded = shown(&comparison, &View::default());
    assert!(
        folded.contains("│ 3 claims only in A: A2–A4") && !folded.contains("Three."),
        "{folded}"
    );
    let full = View {
        full: true,
        ..View::default()
    };
    let full = shown(&comparison, &full);
    assert!(
        full.contains("│ A3 │ A only     │ Three.") && !full.contains("A2–A4"),
        "{full}"
    );
}

#[test]
fn only_some_verdicts() {
    let only = View {
        only: vec![Verdict::Conflict],
        ..View::default()
    };
    let report = shown(&ferry(), &only);
    assert!(report.contains("│ ≠ conflict │"));
    assert!(!report.contains("│ ≈ reworded │") && !report.contains("no claim"));
}

#[test]
fn what_was_left_out_is_counted_or_listed() {
    let report = shown(&ferry(), &View::default());
    assert!(report.contains("1 of A, 1 of B"));
    let verbose = View {
        verbose: true,
        ..View::default()
    };
    let report = shown(&ferry(), &verbose);
    assert!(report.contains("│ A line 6 │ share-bar  │"), "{report}");
    assert!(report.contains("شارك المقال على المنصات"));
}

#[test]
fn an_empty_comparison_is_said_to_be_one() {
    let empty = |letter| side(letter, article("x", "und", &[]), Vec::new());
    let comparison = Comparison {
        left: empty('L'),
        right: empty('R'),
        alignment: Vec::new(),
        findings: Vec::new(),
        names: Vec::new(),
        framing: Vec::new(),
        glosses: Vec::new(),
        reading: None,
        encoding: Encoding::None,
        notes: Vec::new(),
    };
    let report = shown(&comparison, &View::default());
    assert_eq!(
        report,
        "A  x  und · 0 ¶   (no headline)\nB  x  und · 0 ¶   (no headline)\nno claim meets, 0 perhaps · no conflict found · no update · 0 only in A · 0 only in B\n\n"
    );
}

#[test]
fn the_whole_table() {
    insta::assert_snapshot!(shown(&ferry(), &view(Bidi::None, Layout::Auto, 100)));
}

#[test]
fn the_whole_table_in_arabic() {
    let shown = shown(&ferry(), &arabic(Bidi::None, Layout::Auto, 100));
    insta::assert_snapshot!(shown);
}

#[test]
fn the_whole_stack_in_arabic() {
    let shown = shown(&ferry(), &arabic(Bidi::None, Layout::Stacked, 60));
    insta::assert_snapshot!(shown);
}

#[test]
fn no_english_word_of_the_report_is_left_in_arabic() {
    let verbose = View {
        verbose: true,
        ..arabic(Bidi::None, Layout::Auto, 120)
    };
    let comparison = ferry();
    let mut known: String = [&comparison.left, &comparison.right]
        .map(|side| {
            format!(
                "{} {} {}\n",
                side.article.name, side.article.source, side.article.language
            )
        })
        .concat();
    // The file of the note, and an option.
    known += "left.txt --full";
    for side in [&comparison.left, &comparison.right] {
        for paragraph in &side.article.paragraphs {
            known += &paragraph.text;
            known += paragraph.rule.as_deref().unwrap_or_default();
        }
        known.extend(
            side.claims
                .iter()
                .filter_map(|c| c.speaker.as_ref())
                .map(|s| s.name.as_str()),
        );
    }
    for layout in LAYOUTS {
        let view = View {
            layout,
            width: 400,
            ..verbose.clone()
        };
        let report = shown(&comparison, &view);
        let words = report.split(|c: char| !c.is_ascii_alphabetic());
        let own: Vec<&str> = words.filter(|word| !known.contains(word)).collect();
        assert!(own.is_empty(), "{own:?} in\n{report}");
    }
}

/// The cells of each line of a table, below its header: places, verdict, A's words, B's words.
fn body(report: &str) -> Vec<Vec<&str>> {
    let lines = report.lines().skip_while(|line| !line.starts_with('╞'));
    let lines = lines.filter(|line| line.starts_with('│'));
    lines
        .map(|line| line.split('│').map(str::trim).skip(1).take(4).collect())
        .collect()
}

/// What both tell is read first, and what only one tells takes little room.
#[test]
fn most_lines_of_a_table_have_words_on_both_sides_and_none_begins_with_one() {
    let (mut lines, mut one_sided) = (0, 0);
    for story in stories::fixtures() {
        let comparison = story.comparison(&Options::default());
        let report = shown(&comparison, &view(Bidi::None, Layout::Table, 120));
        let body = body(&report);
        let is_alone = |verdict: &str| verdict.ends_with("only");
        let is_shared = |cells: &Vec<&str>| !cells[1].is_empty() && !is_alone(cells[1]);
        assert!(
            !is_alone(body[0][1]) || !body.iter().any(is_shared),
            "{}:\n{report}",
            story.name
        );
        let alone = body.iter().filter(|c| c[2].is_empty() != c[3].is_empty());
        one_sided += alone.count();
        lines += body.len();
    }
    assert!(
        one_sided * 100 <= lines * 40,
        "{one_sided} of {lines} lines"
    );
}

/// `B3.2`: paragraph and claim; none for a place in A.
fn place_in_b(place: &str) -> Option<(usize, usize)> {
    let place = place.strip_prefix('B')?;
    let (paragraph, claim) = place.split_once('.').unwrap_or((place, "0"));
    let number = |part: &str| part.trim().parse().unwrap_or(0);
    Some((number(paragraph), number(claim)))
}

/// Whether each row is of one side only, and its places in B.
fn rows_of_b(body: &[Vec<&str>]) -> Vec<(bool, Vec<(usize, usize)>)> {
    let mut rows: Vec<(bool, Vec<_>)> = Vec::new();
    for cells in body.iter().filter(|cells| cells[0] != "…") {
        if !cells[1].is_empty() && (cells[0].starts_with('A') || cells[1].ends_with("only")) {
            rows.push((cells[1].ends_with("only"), Vec::new()));
        }
        if let Some(row) = rows.last_mut() {
            row.1.extend(place_in_b(cells[0]));
        }
    }
    rows
}

#[test]
fn the_order_of_b_is_broken_only_where_that_of_a_demands_it() {
    for story in stories::fixtures() {
        let comparison = story.comparison(&Options::default());
        let report = shown(&comparison, &view(Bidi::None, Layout::Table, 120));
        let (mut last, mut shared) = ((0, 0), Vec::new());
        let mut shared_rows = 0;
        for (alone, places) in rows_of_b(&body(&report)) {
            let (Some(&first), Some(&end)) = (places.first(), places.last()) else {
                continue;
            };
            // What comes before the first shared row in B stands behind it; a row with several places holds what is
            // between them.
            let is_held = alone && (shared_rows == 1 || shared.len() > 1);
            let is_demanded = !alone && shared.last().is_some_and(|&before| first < before);
            assert!(
                first >= last || is_held || is_demanded,
                "{}: {first:?} behind {last:?}\n{report}",
                story.name
            );
            last = end;
            if !alone {
                shared = places;
                shared_rows += 1;
            }
        }
    }
}

#[test]
fn in_arabic_the_first_article_stands_on_the_right() {
    let report = shown(&ferry(), &arabic(Bidi::None, Layout::Table, 120));
    let header = report
        .lines()
        .find(|l| l.contains("Harbour Mail") && is_framed(l));
    let header = header.expect("a header");
    assert!(
        header.find("Harbour Mail") < header.find("الميناء اليوم"),
        "{header}"
    );
}

#[test]
fn the_whole_stack() {
    insta::assert_snapshot!(shown(&ferry(), &view(Bidi::None, Layout::Auto, 60)));
}

#[test]
fn evidence_is_named_in_every_format_where_it_is_asked_for() {
    let story = stories::fixtures()
        .into_iter()
        .find(|story| story.name == "grid-outage");
    let comparison = story.expect("a fixture").comparison(&Options::default());
    for format in [Format::Table, Format::Markdown, Format::Html] {
        let shown = |explain| {
            let view = View {
                explain,
                ..View::default()
            };
            render(&comparison, format, &view)
        };
        assert!(shown(true).contains("quantity.noun"), "{format:?}");
        assert!(!shown(false).contains("quantity.noun"), "{format:?}");
    }
}
