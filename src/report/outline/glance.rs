//! At a glance: three to six statements, each one counted or read off the analysis.

use super::framing::label;
use super::line::{Line, Piece, Slot};
use super::pair::Pair;
use super::place::Which;
use super::{Outline, why};
use crate::model::{Label, Verdict};
use crate::report::messages::Msg;

/// The statements, the weightiest first.
pub(super) fn glance<'a>(pair: &Pair<'a>, outline: &Outline<'a>) -> Vec<Line<'a>> {
    let mut lines = vec![shared(pair), only(pair), conflicts(pair, outline)];
    lines.extend(updates(pair, outline));
    lines.extend(leads(pair, outline));
    lines.extend(figures(pair));
    lines.extend(labels(pair));
    lines.extend(wire(pair, outline));
    lines.extend(filtered(pair));
    lines
}

fn shared<'a>(pair: &Pair<'a>) -> Line<'a> {
    let both = Verdict::ALL.into_iter().filter(|&v| super::is_shared(v));
    let count = both.map(|v| pair.count(v)).sum();
    let slots = vec![
        ("n", Slot::Count(count)),
        ("a", Slot::Line(pair.outlet(Which::A))),
        ("b", Slot::Line(pair.outlet(Which::B))),
    ];
    pair.line(Msg::GlanceShared, slots)
}

fn only<'a>(pair: &Pair<'a>) -> Line<'a> {
    let slots = vec![
        ("a", Slot::Count(pair.count(Verdict::OnlyLeft))),
        ("b", Slot::Count(pair.count(Verdict::OnlyRight))),
    ];
    pair.line(Msg::GlanceOnly, slots)
}

fn conflicts<'a>(pair: &Pair<'a>, outline: &Outline<'a>) -> Line<'a> {
    let slots = vec![
        ("n", Slot::Count(pair.count(Verdict::Conflict))),
        ("refs", Slot::Line(jumps(pair, outline, Verdict::Conflict))),
    ];
    pair.line(Msg::GlanceConflicts, slots)
}

fn updates<'a>(pair: &Pair<'a>, outline: &Outline<'a>) -> Option<Line<'a>> {
    let count = pair.count(Verdict::Development);
    let slots = vec![
        ("n", Slot::Count(count)),
        (
            "refs",
            Slot::Line(jumps(pair, outline, Verdict::Development)),
        ),
    ];
    (count > 0).then(|| pair.line(Msg::GlanceUpdates, slots))
}

/// Links to the findings of a verdict, or the word for none where the view hides them.
fn jumps<'a>(pair: &Pair<'a>, outline: &Outline<'a>, verdict: Verdict) -> Line<'a> {
    let listed = match verdict {
        Verdict::Conflict => &outline.conflicts,
        _ => &outline.updates,
    };
    if listed.is_empty() {
        return pair.own(Msg::NothingHere);
    }
    let links = listed.iter().map(|exchange| {
        let name = super::heading_refs(pair, exchange);
        vec![Piece::Jump(
            super::finding_anchor(verdict, exchange.number),
            name,
        )]
    });
    super::line::joined(pair.messages, Msg::ListComma, links)
}

/// The first claim that one leads with and the other has far down.
fn leads<'a>(pair: &Pair<'a>, outline: &Outline<'a>) -> Option<Line<'a>> {
    let shift = outline.shifts.iter().find(|shift| shift.leads)?;
    let [early, late] = [shift.early, shift.early.other()];
    let first = &shift.sides[early.index()];
    let mut words = why::quoted(pair, early, first.words.text);
    words.push(Piece::Own(" (".to_owned()));
    words.push(Piece::Ref(first.at));
    words.push(Piece::Own(")".to_owned()));
    let slots = vec![
        ("leader", Slot::Own(pair.letter(early))),
        ("early", Slot::Line(words)),
        ("other", Slot::Own(pair.letter(late))),
        (
            "late",
            Slot::Line(vec![Piece::Ref(shift.sides[late.index()].at)]),
        ),
    ];
    Some(pair.line(Msg::GlanceLeads, slots))
}

/// Where one has figures and the other none at all.
fn figures<'a>(pair: &Pair<'a>) -> Option<Line<'a>> {
    let counts = Which::BOTH.map(|which| {
        let claims = pair.side(which).claims.iter();
        let figures = claims.flat_map(|claim| &claim.figures);
        figures.filter(|figure| !figure.ordinal).count()
    });
    let (with, without) = match counts {
        [n, 0] if n > 0 => (Which::A, Which::B),
        [0, n] if n > 0 => (Which::B, Which::A),
        _ => return None,
    };
    let slots = vec![
        ("n", Slot::Count(counts[with.index()])),
        ("with", Slot::Own(pair.letter(with))),
        ("without", Slot::Own(pair.letter(without))),
    ];
    Some(pair.line(Msg::GlanceFigures, slots))
}

/// The main difference in labels: the first that the analysis lists.
fn labels<'a>(pair: &Pair<'a>) -> Option<Line<'a>> {
    let first = pair.comparison.framing.first()?;
    let term = |which, label: &'a Label| Slot::Line(vec![pair.quote(which, &label.term)]);
    match Which::BOTH.map(|which| label(first, which)) {
        [Some(a), Some(b)] => {
            let slots = vec![
                ("a", term(Which::A, a)),
                ("na", Slot::Count(a.count)),
                ("b", term(Which::B, b)),
                ("nb", Slot::Count(b.count)),
            ];
            Some(pair.line(Msg::GlanceLabels, slots))
        }
        [None, None] => None,
        [Some(a), None] => Some(alone(pair, Which::A, a)),
        [None, Some(b)] => Some(alone(pair, Which::B, b)),
    }
}

fn alone<'a>(pair: &Pair<'a>, which: Which, label: &'a Label) -> Line<'a> {
    let slots = vec![
        ("side", Slot::Own(pair.letter(which))),
        ("term", Slot::Line(vec![pair.quote(which, &label.term)])),
        ("n", Slot::Count(label.count)),
        ("other", Slot::Own(pair.letter(which.other()))),
    ];
    pair.line(Msg::GlanceLabelAlone, slots)
}

fn wire<'a>(pair: &Pair<'a>, outline: &Outline<'a>) -> Option<Line<'a>> {
    let count = outline.wire.len();
    (count > 0).then(|| pair.line(Msg::GlanceWire, vec![("n", Slot::Count(count))]))
}

fn filtered<'a>(pair: &Pair<'a>) -> Option<Line<'a>> {
    let verdicts = || Slot::Line(super::about::verdicts(pair));
    (!pair.view.only.is_empty())
        .then(|| pair.line(Msg::GlanceFiltered, vec![("verdicts", verdicts())]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::View;
    use crate::report::outline::sample::{comparison, figure, link, plain};

    #[test]
    fn each_statement_is_counted_and_a_hidden_verdict_is_still_counted() {
        let links = [
            link(Verdict::Reworded, Some(0), Some(3)),
            link(Verdict::Conflict, Some(1), Some(1)),
            link(Verdict::OnlyLeft, Some(2), None),
        ];
        let mut found = comparison(4, 4, links);
        found.right.claims[1].figures.push(figure("7", "days"));
        let view = View {
            only: vec![Verdict::Reworded],
            ..View::default()
        };
        let pair = Pair::new(&found, &view);
        let glance = Outline::of(&pair).glance;
        let statements: Vec<String> = glance.iter().map(|line| plain(&pair, line)).collect();
        let wanted = [
            "One pair of claims matches, wholly or in part, in A (Left) and B (Right).",
            "Only in one: one claim of A, nothing in B.",
            "One conflict to check first: –.",
            "A leads with “left claim 0” (A¶1); B has it only at B¶4.",
            "B gives one figure; none was found in A.",
            "Only these verdicts are listed below: same content, other words.",
        ];
        assert_eq!(statements, wanted);
    }
}
