//! A line of a report: the report's own words with links and the articles' words in them, before any markup.

use super::place::Ref;
use crate::model::MarkKind;
use crate::report::messages::{Arg, Messages, Msg};
use std::ops::Range;

/// Words, links and quotations in reading order.
pub(in crate::report) type Line<'a> = Vec<Piece<'a>>;

/// A part of a line.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::report) enum Piece<'a> {
    /// The report's own words.
    Own(String),
    /// A link to a paragraph of the full text.
    Ref(Ref),
    /// A link to another place of the report, by the name of its anchor.
    Jump(String, String),
    /// Words of an article, verbatim.
    Quote(Quote<'a>),
    /// A file name, a version, the name of a rule.
    Code(String),
    /// A line break inside a cell.
    Break,
}

/// Words of an article, verbatim.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::report) struct Quote<'a> {
    /// The words.
    pub text: &'a str,
    /// BCP 47 tag of their language; empty where it is not known.
    pub lang: &'a str,
    /// Whether they run from right to left.
    pub rtl: bool,
    /// What is marked in them: byte ranges, ascending, not overlapping.
    pub marks: Vec<(Range<usize>, MarkKind)>,
}

impl<'a> Quote<'a> {
    /// Words in a known language, without marks.
    pub fn plain(text: &'a str, lang: &'a str, rtl: bool) -> Self {
        let lang = if lang == "und" { "" } else { lang };
        Quote {
            text,
            lang,
            rtl,
            marks: Vec::new(),
        }
    }

    /// The direction as HTML names it.
    pub fn dir(&self) -> &'static str {
        if self.rtl { "rtl" } else { "ltr" }
    }

    /// Marked and unmarked words in turn.
    pub fn parts(&self) -> Vec<(Option<MarkKind>, &'a str)> {
        let mut parts = Vec::new();
        let mut at = 0;
        for (span, kind) in &self.marks {
            parts.push((None, &self.text[at..span.start]));
            parts.push((Some(*kind), &self.text[span.clone()]));
            at = span.end;
        }
        parts.push((None, &self.text[at..]));
        parts.retain(|(_, words)| !words.is_empty());
        parts
    }
}

/// What fills a placeholder of a message.
pub(in crate::report) enum Slot<'a> {
    /// A number, by which the message may choose its plural form.
    Count(usize),
    /// What a message chooses its form by, and never shows.
    Choice(&'static str),
    /// The report's own words.
    Own(String),
    /// Links and quotations.
    Line(Line<'a>),
}

/// Stands for the n-th slot while the message is formatted: a private-use character that no message holds.
const SLOT: char = '\u{F8FF}';

/// A message as a line, with its placeholders filled in.
pub(in crate::report) fn line<'a>(
    messages: Messages,
    msg: Msg,
    slots: Vec<(&'static str, Slot<'a>)>,
) -> Line<'a> {
    let tokens: Vec<String> = (0..slots.len())
        .map(|n| format!("{SLOT}{n}{SLOT}"))
        .collect();
    let args: Vec<(&'static str, Arg<'_>)> = slots
        .iter()
        .zip(&tokens)
        .map(|((name, slot), token)| match slot {
            Slot::Count(n) => (*name, Arg::Count(*n)),
            Slot::Choice(name_of_form) => (*name, Arg::Text(name_of_form)),
            Slot::Own(_) | Slot::Line(_) => (*name, Arg::Text(token)),
        })
        .collect();
    let text = messages.fill(msg, &args);
    let mut slots: Vec<Slot<'a>> = slots.into_iter().map(|(_, slot)| slot).collect();
    let mut pieces = Vec::new();
    for (n, part) in text.split(SLOT).enumerate() {
        if n % 2 == 0 {
            push_own(&mut pieces, part);
        } else if let Some(slot) = part.parse().ok().and_then(|at: usize| slots.get_mut(at)) {
            fill(&mut pieces, slot);
        }
    }
    pieces
}

fn fill<'a>(pieces: &mut Line<'a>, slot: &Slot<'a>) {
    match slot {
        Slot::Count(n) => push_own(pieces, &n.to_string()),
        Slot::Choice(_) => {}
        Slot::Own(text) => push_own(pieces, text),
        Slot::Line(line) => pieces.extend(line.iter().cloned()),
    }
}

/// Neighbouring words become one piece, so that a format can escape them with their context.
fn push_own(pieces: &mut Line<'_>, text: &str) {
    match pieces.last_mut() {
        Some(Piece::Own(last)) => last.push_str(text),
        _ if text.is_empty() => {}
        _ => pieces.push(Piece::Own(text.to_owned())),
    }
}

/// Lines one after another, with a message between them.
pub(in crate::report) fn joined<'a>(
    messages: Messages,
    separator: Msg,
    lines: impl IntoIterator<Item = Line<'a>>,
) -> Line<'a> {
    let between = messages.say(separator);
    let mut all = Vec::new();
    for (n, line) in lines.into_iter().enumerate() {
        if n > 0 {
            push_own(&mut all, &between);
        }
        all.extend(line);
    }
    all
}

/// A line's words without any markup.
pub(in crate::report) fn plain(line: &[Piece<'_>]) -> String {
    let words = line.iter().map(|piece| match piece {
        Piece::Own(text) | Piece::Jump(_, text) | Piece::Code(text) => text,
        Piece::Quote(quote) => quote.text,
        Piece::Break => " ",
        Piece::Ref(_) => "",
    });
    words.collect()
}

/// The report's own words alone.
pub(in crate::report) fn own<'a>(messages: Messages, msg: Msg) -> Line<'a> {
    vec![Piece::Own(messages.say(msg))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::messages::Ui;

    #[test]
    fn quotations_and_counts_stand_where_the_message_wants_them() {
        let quote = Piece::Quote(Quote::plain("توكاييف", "ar", true));
        let text = line(
            Messages::of(Ui::En),
            Msg::OnlyTitle,
            vec![
                ("side", Slot::Line(vec![quote.clone()])),
                ("n", Slot::Count(3)),
                ("other", Slot::Own("B".to_owned())),
            ],
        );
        let wanted = [
            Piece::Own("Only in ".to_owned()),
            quote,
            Piece::Own(" (3): not found in B".to_owned()),
        ];
        assert_eq!(text, wanted);
    }

    #[test]
    fn lines_are_joined_by_a_message() {
        let messages = Messages::of(Ui::En);
        let cells = ["x", "y"].map(|text| vec![Piece::Own(text.to_owned())]);
        let all = joined(messages, Msg::ListComma, cells);
        // The pieces that follow the separator stay their own.
        let text: String = all
            .iter()
            .map(|piece| match piece {
                Piece::Own(text) => text.as_str(),
                _ => "?",
            })
            .collect();
        assert_eq!(text, "x, y");
    }
}
