//! Lines gathered into paragraphs, decided once for the whole file.
//!
//! A blank line always ends a paragraph. Whether a single newline does depends on the file: articles come with one
//! paragraph a line, or hard-wrapped at some width. A wrapped line is told by its fill: the next line's first word
//! would not have fitted on it any more. That is how every program that wraps does it, so it needs no knowledge of
//! the language; where somebody broke the lines by hand, missing final stops and blank lines between blocks decide.
//! What it gets wrong: words that were hyphenated at a line's end stay in two parts.

use super::clean::clean;
use super::line::ends_sentence;
use super::rules;

/// The longest line that is believed to be wrapped, in characters: 80 and 100 are usual.
const WIDEST: usize = 130;

/// Lines of the input that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// 1-based line where it starts.
    pub(super) line: usize,
    /// Cleaned, on one line.
    pub(super) text: String,
}

/// All that can be seen in `lines`, as paragraphs; every line that is not blank is in exactly one.
pub(super) fn paragraphs<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Block> {
    let runs = runs(lines);
    let wrap = Wrap::of(&runs);
    runs.into_iter().flat_map(|run| wrap.join(run)).collect()
}

/// The lines between blank ones.
fn runs<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Vec<Block>> {
    let mut runs = Vec::new();
    let mut run = Vec::new();
    for (number, line) in (1..).zip(lines) {
        let text = clean(line);
        if !text.is_empty() {
            run.push(Block { line: number, text });
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    if !run.is_empty() {
        runs.push(run);
    }
    runs
}

/// How the lines of a file were broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrap {
    /// A newline ends a paragraph.
    Never,
    /// By a program, at so many characters.
    At(usize),
    /// By hand: only blank lines end a paragraph.
    ByHand,
}

impl Wrap {
    fn of(runs: &[Vec<Block>]) -> Wrap {
        let pairs: Vec<(&str, &str)> = runs
            .iter()
            .flat_map(|run| run.windows(2))
            .map(|pair| (pair[0].text.as_str(), pair[1].text.as_str()))
            .collect();
        match width(runs).filter(|&width| width <= WIDEST) {
            Some(width) if is_filled(&pairs, width) => Wrap::At(width),
            Some(_) if is_by_hand(&pairs, runs) => Wrap::ByHand,
            _ => Wrap::Never,
        }
    }

    fn join(self, run: Vec<Block>) -> Vec<Block> {
        let mut joined: Vec<Block> = Vec::new();
        let mut last = String::new();
        for block in run {
            match joined.last_mut() {
                Some(open) if self.continues(&last, &block.text) => {
                    append(&mut open.text, &block.text)
                }
                _ => joined.push(block.clone()),
            }
            last = block.text;
        }
        joined
    }

    fn continues(self, line: &str, next: &str) -> bool {
        match self {
            Wrap::Never => false,
            Wrap::At(width) => fills(line, next, width) || goes_on(line, next),
            Wrap::ByHand => rules::find(line).is_none() && rules::find(next).is_none(),
        }
    }
}

/// Most long lines are filled up, and most of those break off in the middle of a sentence.
fn is_filled(pairs: &[(&str, &str)], width: usize) -> bool {
    let long = |line: &str| line.chars().count() * 2 > width;
    let breaks = pairs.iter().filter(|(line, _)| long(line));
    let filled = breaks
        .clone()
        .filter(|(line, next)| fills(line, next, width));
    let open = filled
        .clone()
        .filter(|(line, _)| !ends_sentence(line))
        .count();
    let (breaks, filled) = (breaks.count(), filled.count());
    filled >= 2 && filled * 5 >= breaks * 3 && open * 5 >= filled * 3
}

/// Most blocks have several lines, and most of their inner ones break off in the middle of a sentence.
fn is_by_hand(pairs: &[(&str, &str)], runs: &[Vec<Block>]) -> bool {
    let several = runs.iter().filter(|run| run.len() > 1).count();
    let open = pairs
        .iter()
        .filter(|(line, _)| !ends_sentence(line))
        .count();
    several >= 3 && several * 2 > runs.len() && open * 3 > pairs.len() * 2
}

/// The length that nine in ten lines of blocks with several lines do not exceed; the rest are headlines and addresses.
fn width(runs: &[Vec<Block>]) -> Option<usize> {
    let mut lengths: Vec<usize> = runs
        .iter()
        .filter(|run| run.len() > 1)
        .flatten()
        .map(|block| block.text.chars().count())
        .collect();
    lengths.sort_unstable();
    let nine_in_ten = (lengths.len() * 9).div_ceil(10);
    lengths.get(nine_in_ten.checked_sub(1)?).copied()
}

/// Whether the next line's first word would have made this line too long.
fn fills(line: &str, next: &str, width: usize) -> bool {
    let first = match next.chars().next() {
        Some(c) if is_spaceless(c) => 1,
        _ => next
            .split(' ')
            .next()
            .map_or(0, |word| word.chars().count()),
    };
    line.chars().count() + 1 + first > width
}

/// A sentence that is cut in the middle, as only its small letter shows.
fn goes_on(line: &str, next: &str) -> bool {
    !ends_sentence(line) && next.chars().next().is_some_and(char::is_lowercase)
}

fn append(text: &mut String, next: &str) {
    let spaceless = |c: Option<char>| c.is_some_and(is_spaceless);
    if !(spaceless(text.chars().next_back()) && spaceless(next.chars().next())) {
        text.push(' ');
    }
    text.push_str(next);
}

/// Chinese and Japanese, with their punctuation: written without spaces, broken anywhere.
fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::{Block, paragraphs};
    use crate::article::lines::lines;

    fn read(text: &str) -> Vec<(usize, String)> {
        paragraphs(lines(text))
            .into_iter()
            .map(|Block { line, text }| (line, text))
            .collect()
    }

    fn wrapped(text: &str, width: usize) -> String {
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            let line = lines.last_mut().expect("never empty");
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(word.to_owned());
            } else {
                line.push_str(if line.is_empty() { "" } else { " " });
                line.push_str(word);
            }
        }
        lines.join("\n")
    }

    const ENGLISH: [&str; 3] = [
        "The ferry went down late on Tuesday on the evening run to the mainland port. She had left two hours behind time, and the wind was rising.",
        "Divers recovered a body on Thursday. Three others are missing, the coastguard said, and the search goes on over eighty square kilometres of sea.",
        "It is the worst accident on a ferry here since 1998, when eight people died in a collision.",
    ];
    const ARABIC: [&str; 3] = [
        "أعلنت وزارة التجارة اليوم الأربعاء التعاقد على شراء كميات من الحنطة الأسترالية بسعر محدد شاملا أجور النقل، على أن يجري تجهيزها مطلع العام المقبل.",
        "وقال المتحدث باسم الوزارة إن الخزين المتوفر يكفي لسبعة أشهر. وأضاف أن حصة كل فرد لن تتغير حتى نهاية العام.",
        "ونظم عشرات الفلاحين وقفة أمام المخازن وقطعوا الطريق ساعتين قبل أن يتعهد المحافظ بنقل مطالبهم.",
    ];

    #[test]
    fn one_paragraph_a_line_with_or_without_blank_lines() {
        for article in [ENGLISH, ARABIC] {
            let texts: Vec<String> = article.map(str::to_owned).into();
            for (end, step) in [("\n", 1), ("\n\n", 2), ("\r\n \r\n", 2)] {
                let found = read(&article.join(end));
                let wanted: Vec<(usize, String)> = texts
                    .iter()
                    .cloned()
                    .enumerate()
                    .map(|(n, t)| (1 + n * step, t))
                    .collect();
                assert_eq!(found, wanted);
            }
        }
    }

    #[test]
    fn hard_wrapped_lines_are_joined_with_and_without_blank_lines() {
        for article in [ENGLISH, ARABIC] {
            for width in [40, 72, 100] {
                let wrapped = article.map(|text| wrapped(text, width));
                for end in ["\n\n", "\n"] {
                    let found = read(&wrapped.join(end));
                    let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
                    if end == "\n\n" {
                        assert_eq!(texts, article, "at {width}");
                        assert_eq!(found[1].0, wrapped[0].lines().count() + 2);
                    } else {
                        assert_eq!(
                            texts.concat().replace(' ', ""),
                            article.concat().replace(' ', "")
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_headline_and_a_byline_above_wrapped_text_stay_apart() {
        let text = format!(
            "Ferry sinks off island\nBy Jane Doe\n{}",
            wrapped(ENGLISH[0], 60)
        );
        let found = read(&text);
        let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["Ferry sinks off island", "By Jane Doe", ENGLISH[0]]);
    }

    #[test]
    fn lines_broken_by_hand_are_joined_up_to_the_blank_line() {
        let text = "The ferry went down\nlate on Tuesday\nin a storm.\n\nDivers\nrecovered a body\non Thursday.\n\nShe was\nold and\nhad no licence.\n";
        let found = read(text);
        assert_eq!(
            found[0].1,
            "The ferry went down late on Tuesday in a storm."
        );
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn short_sentences_one_a_line_stay_apart() {
        let text = "He denies it all.\nShe does not agree.\nThe court will sit on it.\nNobody was there then.\n";
        assert_eq!(read(text).len(), 4);
    }

    #[test]
    fn wrapped_chinese_is_joined_without_spaces() {
        let text = "总统星期一表示部队将很快撤离该\n国秩序已经恢复正常他还说警方逮\n捕了许多人并且调查仍在继续进行\n之中。";
        assert_eq!(read(text)[0].1, text.replace('\n', ""));
    }
}
