//! What was compared: the two sources, and their headlines and leads beside each other.

use super::Compared;
use super::line::{Line, Piece, Slot, joined};
use super::pair::Pair;
use super::place::{ParagraphNumber, Ref, Which};
use crate::article::Article;
use crate::report::messages::Msg;
use std::collections::BTreeSet;

/// More dates than this tell nothing of when a report was written.
const DATES: usize = 6;

/// File, headline, credit, dates, language, length and voices of both.
pub(super) fn sources<'a>(pair: &Pair<'a>) -> Vec<Compared<'a>> {
    type Cell = for<'b, 'a> fn(&'b Pair<'a>, Which) -> Line<'a>;
    let rows: [(Msg, Cell); 9] = [
        (Msg::RowFile, file),
        (Msg::RowHeadline, headline),
        (Msg::RowCredit, credit),
        (Msg::RowPublished, published),
        (Msg::RowDates, dates),
        (Msg::RowLanguage, language),
        (Msg::RowParagraphs, |pair, which| {
            number(pair, pair.numbers(which).bodies)
        }),
        (Msg::RowWords, |pair, which| {
            number(pair, words(pair.article(which)))
        }),
        (Msg::RowVoices, voices),
    ];
    // Plain text says nothing of its day: a row that both leave empty tells nothing.
    let said = |label| {
        label != Msg::RowPublished
            || Which::BOTH
                .into_iter()
                .any(|which| pair.article(which).published.is_some())
    };
    rows.iter()
        .filter(|(label, _)| said(*label))
        .map(|&(label, cell)| Compared {
            item: pair.own(label),
            sides: Which::BOTH.map(|which| cell(pair, which)),
            note: Vec::new(),
        })
        .collect()
}

/// Headline and first paragraph.
pub(super) fn opening<'a>(pair: &Pair<'a>) -> Vec<Compared<'a>> {
    let lead = |which| {
        let paragraphs = pair.article(which).paragraphs.iter().enumerate();
        let mut report = paragraphs.filter_map(|(n, p)| Some((pair.numbers(which).at(n)?, p)));
        match report.find(|(at, _)| at.place == ParagraphNumber::Body(1)) {
            Some((at, p)) => vec![Piece::Ref(at), Piece::Break, pair.quote(which, &p.text)],
            None => pair.own(Msg::NothingHere),
        }
    };
    vec![
        Compared {
            item: pair.own(Msg::RowHeadline),
            sides: Which::BOTH.map(|which| headline(pair, which)),
            note: Vec::new(),
        },
        Compared {
            item: pair.own(Msg::RowLead),
            sides: Which::BOTH.map(lead),
            note: Vec::new(),
        },
    ]
}

fn file<'a>(pair: &Pair<'a>, which: Which) -> Line<'a> {
    vec![Piece::Code(pair.article(which).source.clone())]
}

fn headline<'a>(pair: &Pair<'a>, which: Which) -> Line<'a> {
    match &pair.article(which).title {
        Some(title) => vec![pair.quote(which, title)],
        None => pair.own(Msg::NoHeadline),
    }
}

fn credit<'a>(pair: &Pair<'a>, which: Which) -> Line<'a> {
    match &pair.article(which).credit {
        Some(credit) => vec![pair.quote(which, credit)],
        None => pair.own(Msg::NoCredit),
    }
}

/// The first dates and times that the text names: no clock is asked when it was written.
fn dates<'a>(pair: &Pair<'a>, which: Which) -> Line<'a> {
    let mut named: Vec<(&'a str, Vec<Ref>)> = Vec::new();
    for claim in &pair.side(which).claims {
        let at = pair.at(which, claim);
        for time in &claim.times {
            match named.iter_mut().find(|(text, _)| *text == time.text) {
                Some((_, refs)) if refs.contains(&at) => {}
                Some((_, refs)) => refs.push(at),
                None => named.push((&time.text, vec![at])),
            }
        }
    }
    if named.is_empty() {
        return pair.own(Msg::NoDates);
    }
    let lines = named.iter().take(DATES).map(|(text, refs)| {
        let mut line = vec![pair.quote(which, text), Piece::Own(" (".to_owned())];
        line.extend(pair.refs(refs.iter().copied()));
        line.push(Piece::Own(")".to_owned()));
        line
    });
    let more = named.len().checked_sub(DATES).filter(|&n| n > 0);
    let more = more.map(|n| pair.line(Msg::ListMore, vec![("n", Slot::Count(n))]));
    joined(pair.messages, Msg::ListComma, lines.chain(more))
}

fn language<'a>(pair: &Pair<'a>, which: Which) -> Line<'a> {
    let tag = &pair.article(which).language;
    vec![Piece::Own(pair.messages.language(tag))]
}

/// The day that the input says it was published on.
fn published<'a>(pair: &Pair<'a>, which: Which) -> Line<'a> {
    match &pair.article(which).published {
        Some(day) => vec![Piece::Own(pair.messages.date(day))],
        None => pair.own(Msg::NothingHere),
    }
}

fn number<'a>(pair: &Pair<'a>, n: usize) -> Line<'a> {
    vec![Piece::Own(pair.messages.number(n))]
}

/// Words of headline and body, as white space parts them.
fn words(article: &Article) -> usize {
    let report = article.paragraphs.iter().filter(|p| p.kind.is_report());
    report.map(|p| p.text.split_whitespace().count()).sum()
}

fn voices<'a>(pair: &Pair<'a>, which: Which) -> Line<'a> {
    let claims = pair.side(which).claims.iter();
    let speakers: BTreeSet<(&str, bool)> = claims
        .filter_map(|c| c.speaker.as_ref())
        .map(|s| (s.name.as_str(), s.vague))
        .collect();
    let vague = speakers.iter().filter(|(_, vague)| *vague).count();
    let mut slots = vec![("n", Slot::Count(speakers.len()))];
    if vague == 0 {
        return pair.line(Msg::VoicesCount, slots);
    }
    slots.push(("vague", Slot::Count(vague)));
    pair.line(Msg::VoicesWithVague, slots)
}
