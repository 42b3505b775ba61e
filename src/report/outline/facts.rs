//! Figures, dates and names of both articles in one table, with every spelling and paragraph.
//!
//! Values that the analysis set against each other come first, then figures that both give, linked or not; those of one
//! side only where all is wanted, and never one whose number the other side writes anywhere. Names that both sides spell
//! one and the same way are left out: they say nothing.

use super::Compared;
use super::line::{Line, Piece, Slot, joined};
use super::pair::Pair;
use super::place::{Ref, Which};
use crate::claim::{Claim, Figure};
use crate::model::{Difference, DifferenceKind, Finding, Spellings, Verdict};
use crate::report::messages::Msg;

/// All rows; without those of names where the answer tells them.
pub(super) fn facts<'a>(pair: &Pair<'a>, names_told: bool) -> Vec<Compared<'a>> {
    let mut table = Table {
        pair,
        rows: Vec::new(),
    };
    for finding in &pair.comparison.findings {
        table.differing(finding);
    }
    for which in Which::BOTH {
        table.figures(which);
    }
    let shown = |row: &&Row<'_>| pair.view.full || row.note != Msg::NoteOnly;
    let figures = table.rows.iter().filter(shown);
    let figures = figures.map(|row| row.compared(pair));
    let names: &[Spellings] = if names_told {
        &[]
    } else {
        &pair.comparison.names
    };
    figures
        .chain(names.iter().filter_map(|names| spellings(pair, names)))
        .collect()
}

/// One thing and its value on each side.
struct Row<'a> {
    /// What is counted, verbatim, and in whose words.
    about: Option<(Which, &'a str)>,
    /// What it is where nothing is counted.
    kind: Msg,
    values: [&'a str; 2],
    refs: [Vec<Ref>; 2],
    note: Msg,
    /// The claims that it came from.
    claims: [Vec<usize>; 2],
}

struct Table<'p, 'a> {
    pair: &'p Pair<'a>,
    rows: Vec<Row<'a>>,
}

impl<'a> Table<'_, 'a> {
    /// Values that the analysis found to differ.
    fn differing(&mut self, finding: &'a Finding) {
        let note = match finding.verdict {
            Verdict::Conflict => Msg::NoteDiffers,
            Verdict::Development => Msg::NoteUpdate,
            _ => Msg::NoteLinked,
        };
        for difference in &finding.differences {
            if let Some(kind) = item(difference) {
                self.both(finding, [&difference.left, &difference.right], kind, note);
            }
        }
    }

    fn both(&mut self, finding: &'a Finding, values: [&'a str; 2], kind: Msg, note: Msg) {
        let claims = [finding.left.clone(), finding.right.clone()];
        let about = Which::BOTH.into_iter().find_map(|which| {
            let figures = claims[which.index()].iter();
            let mut figures = figures
                .filter_map(|&n| self.pair.claim(which, n))
                .flat_map(|claim| &claim.figures);
            let figure = figures.find(|f| f.text == values[which.index()])?;
            about(which, figure)
        });
        self.add(Row {
            about,
            kind,
            values,
            refs: Which::BOTH.map(|which| self.places(which, &claims[which.index()])),
            note,
            claims,
        });
    }

    /// Figures that no row sets against another: those that both have, linked or not, and those of one side.
    fn figures(&mut self, which: Which) {
        let side = which.index();
        for (n, claim) in self.pair.side(which).claims.iter().enumerate() {
            for figure in claim
                .figures
                .iter()
                .filter(|f| counts(self.pair, which, claim, f))
            {
                let listed = |row: &Row<'_>| {
                    !row.values[1 - side].is_empty()
                        && row.claims[side].contains(&n)
                        && row.values[side] == figure.text
                };
                if self.rows.iter().any(listed) {
                    continue;
                }
                let across = equals(self.pair, which.other(), figure);
                let (mut values, mut refs) = ([""; 2], [Vec::new(), Vec::new()]);
                let mut claims = [Vec::new(), Vec::new()];
                values[side] = figure.text.as_str();
                refs[side] = self.places(which, &[n]);
                claims[side].push(n);
                if let Some((_, text)) = across.first() {
                    values[1 - side] = text;
                    claims[1 - side] = across.iter().map(|(claim, _)| *claim).collect();
                    refs[1 - side] = self.places(which.other(), &claims[1 - side]);
                } else if is_told(self.pair, which.other(), figure) {
                    continue;
                }
                self.add(Row {
                    about: about(which, figure),
                    kind: Msg::ItemFigure,
                    values,
                    refs,
                    note: if across.is_empty() {
                        Msg::NoteOnly
                    } else {
                        Msg::NoteBoth
                    },
                    claims,
                });
            }
        }
    }

    /// The same values for the same thing make one row with more paragraphs.
    fn add(&mut self, row: Row<'a>) {
        let same = |old: &&mut Row<'a>| {
            old.values == row.values && (old.about, old.note) == (row.about, row.note)
        };
        let Some(old) = self.rows.iter_mut().find(same) else {
            self.rows.push(row);
            return;
        };
        for which in Which::BOTH {
            let side = which.index();
            old.claims[side].extend(&row.claims[side]);
            old.refs[side].extend(&row.refs[side]);
            old.refs[side].sort_unstable();
            old.refs[side].dedup();
        }
    }

    fn places(&self, which: Which, claims: &[usize]) -> Vec<Ref> {
        let claims = claims.iter().filter_map(|&n| self.pair.claim(which, n));
        let mut refs: Vec<Ref> = claims.map(|claim| self.pair.at(which, claim)).collect();
        refs.sort_unstable();
        refs.dedup();
        refs
    }
}

/// Whether a figure counts something: no year, no clock time, no number of a name (`France 24`), no place in a row.
fn counts(pair: &Pair<'_>, which: Which, claim: &Claim, figure: &Figure) -> bool {
    let bare = figure.unit.is_none() && figure.about.is_empty();
    let year = bare && (1900.0..2100.0).contains(&figure.value);
    !(figure.ordinal || year || is_clock(claim, figure) || is_of_name(pair, which, claim, figure))
}

/// `18:30`, `05.42`
fn is_clock(claim: &Claim, figure: &Figure) -> bool {
    let mut digits = figure.text.chars();
    if digits.next() == Some('0') && digits.next().is_some_and(|c| c.is_ascii_digit()) {
        return true;
    }
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let before = claim.text.get(..figure.span.start).unwrap_or_default();
    let after = claim.text.get(figure.span.end..).unwrap_or_default();
    before
        .strip_suffix(':')
        .is_some_and(|text| digit(text.chars().next_back()))
        || after
            .strip_prefix(':')
            .is_some_and(|text| digit(text.chars().next()))
}

fn is_of_name(pair: &Pair<'_>, which: Which, claim: &Claim, figure: &Figure) -> bool {
    let speakers = claim
        .speaker
        .iter()
        .flat_map(|s| s.via.iter().chain([&s.name]));
    let outlet = &pair.article(which).name;
    let mut names = claim.names.iter().chain(speakers).chain([outlet]);
    names.any(|name| numbers(name).any(|number| numbers(&figure.text).any(|own| own == number)))
}

/// The claims of a side that have an equal figure, with its words.
fn equals<'a>(pair: &Pair<'a>, which: Which, figure: &Figure) -> Vec<(usize, &'a str)> {
    let claims = pair.side(which).claims.iter().enumerate();
    let figures = claims.flat_map(|(n, claim)| claim.figures.iter().map(move |f| (n, f)));
    let same = figures.filter(|(_, f)| {
        let close = (f.value - figure.value).abs() <= f64::EPSILON * f.value.abs();
        close
            && !f.ordinal
            && f.unit == figure.unit
            && f.upper == figure.upper
            && may_be_one(f, figure)
    });
    let mut same: Vec<(usize, &str)> = same.map(|(n, f)| (n, f.text.as_str())).collect();
    same.dedup_by_key(|(n, _)| *n);
    same
}

/// Whether two equal figures can count one thing: a small number of other things is chance.
fn may_be_one(a: &Figure, b: &Figure) -> bool {
    /// From this value on, equal figures are hardly chance.
    const LARGE: f64 = 100.0;
    /// So many letters at the beginning are a word's stem.
    const STEM: usize = 3;
    let stem = |f: &Figure| {
        f.about
            .to_lowercase()
            .chars()
            .take(STEM)
            .collect::<String>()
    };
    a.unit.is_some() || a.value >= LARGE || stem(a) == stem(b)
}

/// Whether a side has a figure's value anywhere, whatever it counts there: then it is not said to be missing.
fn is_told(pair: &Pair<'_>, which: Which, figure: &Figure) -> bool {
    let claims = pair.side(which).claims.iter();
    let mut figures = claims.flat_map(|claim| &claim.figures);
    let equal = |f: &Figure| (f.value - figure.value).abs() <= f64::EPSILON * f.value.abs();
    let paragraphs = &pair.article(which).paragraphs;
    let has = |number: String| {
        let mut reported = paragraphs.iter().filter(|p| p.kind.is_report());
        reported.any(|p| numbers(&p.text).any(|other| other == number))
    };
    figures.any(equal) || numbers(&figure.text).any(has)
}

/// The numbers written in digits of any script, without the marks between thousands.
fn numbers(text: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_numeric() || matches!(c, ',' | '.' | '٬' | '٫');
    let words = text.split(move |c| !is_part(c));
    let digits = words.map(|word| word.chars().filter_map(digit).collect::<String>());
    digits.filter(|number| !number.is_empty())
}

/// A decimal digit of Latin or Arabic script as Latin.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        _ => return None,
    };
    char::from_digit(c as u32 - zero as u32, 10)
}

/// What kind of value two differing values are; none for other differences.
fn item(difference: &Difference) -> Option<Msg> {
    if difference.left.is_empty() || difference.right.is_empty() {
        return None;
    }
    match difference.kind {
        DifferenceKind::Figure => Some(Msg::ItemFigure),
        DifferenceKind::Date => Some(Msg::ItemDate),
        DifferenceKind::Name => Some(Msg::ItemName),
        _ => None,
    }
}

/// What is counted: beside a unit (`four years`, `$84,000`) nothing is, and the words there mislead. A word before the
/// figure is mostly a verb or an adverb (`voted 52`, `then 12`).
fn about(which: Which, figure: &Figure) -> Option<(Which, &str)> {
    let follows = figure.about_span.start >= figure.span.start;
    let counted = figure.unit.is_none() && follows && !figure.about.is_empty();
    counted.then_some((which, figure.about.as_str()))
}

impl<'a> Row<'a> {
    fn compared(&self, pair: &Pair<'a>) -> Compared<'a> {
        let item = match self.about {
            Some((which, words)) => pair.glossed(which, words),
            None => pair.own(self.kind),
        };
        let missing = Which::BOTH
            .into_iter()
            .find(|which| self.values[which.index()].is_empty());
        let note = match missing {
            Some(which) => pair.line(self.note, vec![("side", Slot::Own(pair.letter(which)))]),
            None => pair.own(self.note),
        };
        let cell = |which: Which| {
            let side = which.index();
            value(pair, which, self.values[side], &self.refs[side])
        };
        Compared {
            item,
            sides: Which::BOTH.map(cell),
            note,
        }
    }
}

/// A value and where it stands.
fn value<'a>(pair: &Pair<'a>, which: Which, words: &'a str, refs: &[Ref]) -> Line<'a> {
    if words.is_empty() {
        return pair.own(Msg::NothingHere);
    }
    let mut line = pair.glossed(which, words);
    if !refs.is_empty() {
        line.push(Piece::Own(" (".to_owned()));
        line.extend(pair.refs(refs.iter().copied()));
        line.push(Piece::Own(")".to_owned()));
    }
    line
}

/// One person or place under several spellings; none where all agree.
fn spellings<'a>(pair: &Pair<'a>, names: &'a Spellings) -> Option<Compared<'a>> {
    let mut all: Vec<&str> = names
        .left
        .iter()
        .chain(&names.right)
        .map(String::as_str)
        .collect();
    all.sort_unstable();
    all.dedup();
    if all.len() < 2 {
        return None;
    }
    let cell = |which: Which| {
        let own = match which {
            Which::A => &names.left,
            Which::B => &names.right,
        };
        let lines = own.iter().map(|name| {
            let claims = pair.side(which).claims.iter();
            let mut refs: Vec<Ref> = claims
                .filter(|claim| claim.names.contains(name))
                .map(|claim| pair.at(which, claim))
                .collect();
            refs.dedup();
            value(pair, which, name, &refs)
        });
        let line = joined(pair.messages, Msg::ListSemicolon, lines);
        if line.is_empty() {
            pair.own(Msg::NothingHere)
        } else {
            line
        }
    };
    Some(Compared {
        item: pair.own(Msg::ItemName),
        sides: Which::BOTH.map(cell),
        note: pair.own(Msg::NoteSpelling),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::View;
    use crate::report::outline::sample::{comparison, figure, link, plain};

    #[test]
    fn differing_figures_come_first_and_lone_ones_name_the_side_without_them() {
        let mut conflict = link(Verdict::Conflict, Some(0), Some(0));
        conflict.differences.push(Difference {
            kind: DifferenceKind::Figure,
            left: "16".to_owned(),
            right: "19".to_owned(),
        });
        let mut found = comparison(3, 2, [conflict]);
        found.left.claims[0].figures.push(figure("16", "dead"));
        found.right.claims[0].figures.push(figure("19", "dead"));
        found.left.claims[1].figures.push(figure("250", "vehicles"));
        found.left.claims[2].figures.push(figure("250", "vehicles"));
        found.left.claims[2].figures.push(Figure {
            span: 6..8,
            about_span: 0..5,
            ..figure("52", "voted")
        });
        found.names.push(Spellings {
            left: vec!["Almaty".to_owned()],
            right: vec!["Alma-Ata".to_owned()],
        });
        found.names.push(Spellings {
            left: vec!["Moscow".to_owned()],
            right: vec!["Moscow".to_owned()],
        });
        let view = View {
            full: true,
            ..View::default()
        };
        let pair = Pair::new(&found, &view);
        let rows = facts(&pair, false).into_iter().map(|row| {
            let [a, b] = row.sides.each_ref().map(|side| plain(&pair, side));
            [plain(&pair, &row.item), a, b, plain(&pair, &row.note)].join(" | ")
        });
        let wanted = [
            "dead | 16 (A¶1) | 19 (B¶1) | differs",
            "vehicles | 250 (A¶2, A¶3) | – | not found in B",
            "Figure | 52 (A¶3) | – | not found in B",
            "Name | Almaty | Alma-Ata | read as one, spelled in several ways",
        ];
        assert_eq!(rows.collect::<Vec<String>>(), wanted);
    }
}
