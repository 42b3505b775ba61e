//! Figures, dates and names of both articles in one table, with every spelling and paragraph.
//!
//! Values that the analysis set against each other come first, then figures that both give, then those of one side.
//! Names that both sides spell one and the same way are left out: they say nothing.

use super::Compared;
use super::line::{Line, Piece, Slot, joined};
use super::pair::Pair;
use super::place::{Ref, Which};
use crate::claim::Figure;
use crate::model::{Difference, DifferenceKind, Finding, Spellings, Verdict};
use crate::report::messages::Msg;

/// All rows.
pub(super) fn facts<'a>(pair: &Pair<'a>) -> Vec<Compared<'a>> {
    let mut table = Table {
        pair,
        rows: Vec::new(),
    };
    for finding in &pair.comparison.findings {
        table.differing(finding);
    }
    for which in Which::BOTH {
        table.alone(which);
    }
    let figures = table.rows.iter().map(|row| row.compared(pair));
    let names = pair.comparison.names.iter();
    figures
        .chain(names.filter_map(|names| spellings(pair, names)))
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

    /// Figures of claims that no row has yet.
    fn alone(&mut self, which: Which) {
        let side = which.index();
        for (n, claim) in self.pair.side(which).claims.iter().enumerate() {
            for figure in claim.figures.iter().filter(|f| !f.ordinal) {
                let listed = |row: &Row<'_>| {
                    !row.values[1 - side].is_empty()
                        && row.claims[side].contains(&n)
                        && row.values[side] == figure.text
                };
                if self.rows.iter().any(listed) {
                    continue;
                }
                let (mut values, mut refs) = ([""; 2], [Vec::new(), Vec::new()]);
                values[side] = figure.text.as_str();
                refs[side] = self.places(which, &[n]);
                self.add(Row {
                    about: about(which, figure),
                    kind: Msg::ItemFigure,
                    values,
                    refs,
                    note: Msg::NoteOnly,
                    claims: [Vec::new(), Vec::new()],
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

fn about(which: Which, figure: &Figure) -> Option<(Which, &str)> {
    (!figure.about.is_empty()).then_some((which, figure.about.as_str()))
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
        found.names.push(Spellings {
            left: vec!["Almaty".to_owned()],
            right: vec!["Alma-Ata".to_owned()],
        });
        found.names.push(Spellings {
            left: vec!["Moscow".to_owned()],
            right: vec!["Moscow".to_owned()],
        });
        let view = View::default();
        let pair = Pair::new(&found, &view);
        let rows = facts(&pair).into_iter().map(|row| {
            let [a, b] = row.sides.each_ref().map(|side| plain(&pair, side));
            [plain(&pair, &row.item), a, b, plain(&pair, &row.note)].join(" | ")
        });
        let wanted = [
            "dead | 16 (A¶1) | 19 (B¶1) | differs",
            "vehicles | 250 (A¶2, A¶3) | – | not found in B",
            "Name | Almaty | Alma-Ata | read as one, spelled in several ways",
        ];
        assert_eq!(rows.collect::<Vec<String>>(), wanted);
    }
}
