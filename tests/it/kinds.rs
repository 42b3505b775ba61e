//! What is the report and what is not, on made-up articles in the style of news pages in eight languages.

use storydiff::article::Kind;
use storydiff::{ReadOptions, parse};

const ARTICLES: &str = include_str!("../fixtures/kinds.txt");

/// One made-up article: its heading and its lines, each with the letter that stands before it.
struct Wanted<'a> {
    heading: &'a str,
    lines: Vec<(char, &'a str)>,
}

fn articles() -> Vec<Wanted<'static>> {
    let mut all: Vec<Wanted> = Vec::new();
    for line in ARTICLES.lines().filter(|line| !line.starts_with('#')) {
        if let Some(heading) = line.strip_prefix("== ") {
            all.push(Wanted {
                heading,
                lines: Vec::new(),
            });
        } else {
            let (letter, text) = line.split_once(' ').expect("a letter and a line");
            let letter = letter.chars().next().expect("a letter");
            all.last_mut()
                .expect("a heading first")
                .lines
                .push((letter, text));
        }
    }
    all
}

fn letter(kind: Kind) -> char {
    match kind {
        Kind::Title => 'T',
        Kind::Body => 'B',
        Kind::Credit | Kind::Boilerplate => 'C',
    }
}

#[test]
fn every_line_is_told_right_with_and_without_blank_lines() {
    let mut wrong = Vec::new();
    for article in articles() {
        for end in ["\n", "\n\n"] {
            let lines: Vec<&str> = article.lines.iter().map(|(_, line)| *line).collect();
            let read = parse(lines.join(end).as_bytes(), "a.txt", &ReadOptions::default())
                .expect("plain text");
            assert_eq!(read.paragraphs.len(), lines.len(), "{}", article.heading);
            for (paragraph, (wanted, line)) in read.paragraphs.iter().zip(&article.lines) {
                if letter(paragraph.kind) != *wanted {
                    wrong.push(format!(
                        "{}: {wanted} {line} -> {:?} {:?}",
                        article.heading, paragraph.kind, paragraph.rule
                    ));
                }
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
