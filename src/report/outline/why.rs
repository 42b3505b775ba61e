//! Why a finding is listed: in what the two sides differ, and what carried the link.

use super::line::{Line, Piece, Slot, joined};
use super::pair::Pair;
use super::place::Which;
use crate::model::{Difference, DifferenceKind, Finding, Reason, Verdict};
use crate::report::messages::Msg;

/// More pairs of words than this tell a reader nothing new; the JSON report has them all.
const PAIRS_SHOWN: usize = 5;

/// In what the two sides differ; empty where they do not.
pub(super) fn differences<'a>(pair: &Pair<'a>, finding: &'a Finding) -> Line<'a> {
    if finding.differences.is_empty() {
        return match finding.verdict {
            Verdict::Conflict => pair.own(Msg::DifferenceUnknown),
            Verdict::Development => pair.own(Msg::DifferenceUpdate),
            _ => Vec::new(),
        };
    }
    let polarity = polarity(finding);
    let lines = finding.differences.iter().map(|d| match d.kind {
        DifferenceKind::Polarity => both(pair, polarity, d),
        _ => difference(pair, d),
    });
    joined(pair.messages, Msg::ListSemicolon, lines)
}

fn difference<'a>(pair: &Pair<'a>, difference: &'a Difference) -> Line<'a> {
    let [left, right] = [difference.left.as_str(), difference.right.as_str()];
    let adds = match (left.is_empty(), right.is_empty()) {
        (false, true) => Some((Which::A, left)),
        (true, false) => Some((Which::B, right)),
        _ => None,
    };
    match adds {
        Some((which, words)) => {
            let slots = vec![
                ("side", Slot::Own(pair.letter(which))),
                ("words", Slot::Line(quoted(pair, which, words))),
            ];
            pair.line(Msg::DifferenceOneSided, slots)
        }
        None => both(pair, kind(difference.kind), difference),
    }
}

/// What the one has and what the other has.
fn both<'a>(pair: &Pair<'a>, msg: Msg, difference: &'a Difference) -> Line<'a> {
    let [a, b] = [(Which::A, &difference.left), (Which::B, &difference.right)]
        .map(|(which, words)| Slot::Line(quoted(pair, which, words)));
    pair.line(msg, vec![("a", a), ("b", b)])
}

/// Opposite outcomes (opened, closed) are no denial; where one side also denies, that is told.
fn polarity(finding: &Finding) -> Msg {
    let spoke = |id: &str| {
        let mut reasons = finding.reasons.iter();
        reasons.any(|reason| matches!(reason, Reason::Evidence(e) if e.id == id))
    };
    if spoke("polarity.opposite") && !spoke("polarity.denied") {
        Msg::DifferenceOpposite
    } else {
        Msg::DifferencePolarity
    }
}

fn kind(kind: DifferenceKind) -> Msg {
    match kind {
        DifferenceKind::Figure => Msg::DifferenceFigure,
        DifferenceKind::Date => Msg::DifferenceDate,
        DifferenceKind::Name => Msg::DifferenceName,
        DifferenceKind::Polarity => Msg::DifferencePolarity,
        DifferenceKind::Quote => Msg::DifferenceQuote,
        DifferenceKind::Speaker => Msg::DifferenceSpeaker,
        DifferenceKind::Detail => Msg::DifferenceDetail,
    }
}

/// Words in quotation marks of the report's language, or the word for none.
pub(super) fn quoted<'a>(pair: &Pair<'a>, which: Which, words: &'a str) -> Line<'a> {
    if words.is_empty() {
        return pair.own(Msg::DifferenceEmpty);
    }
    let quote = vec![pair.quote(which, words)];
    pair.line(Msg::Quoted, vec![("words", Slot::Line(quote))])
}

/// What carried the link; empty for a claim that stands alone.
pub(super) fn reasons<'a>(pair: &Pair<'a>, finding: &'a Finding) -> Line<'a> {
    let lines = finding
        .reasons
        .iter()
        .filter_map(|reason| one(pair, reason));
    joined(pair.messages, Msg::ListSemicolon, lines)
}

/// Evidence is named only where it is asked for.
fn one<'a>(pair: &Pair<'a>, reason: &'a Reason) -> Option<Line<'a>> {
    match reason {
        Reason::Words(pairs) => {
            let pairs = Slot::Line(paired(pair, pairs));
            Some(pair.line(Msg::ReasonWords, vec![("pairs", pairs)]))
        }
        Reason::Evidence(evidence) if pair.view.explain => {
            let slots = vec![
                ("id", Slot::Own(evidence.id.to_owned())),
                (
                    "strength",
                    Slot::Own(pair.messages.share(evidence.strength)),
                ),
            ];
            Some(pair.line(Msg::ReasonEvidence, slots))
        }
        Reason::Evidence(_) => None,
        Reason::Editor => Some(pair.own(Msg::ReasonEditor)),
    }
}

fn paired<'a>(pair: &Pair<'a>, pairs: &'a [(String, String)]) -> Line<'a> {
    let lines = pairs.iter().take(PAIRS_SHOWN).map(|(a, b)| {
        let first: Vec<Piece<'a>> = vec![pair.quote(Which::A, a)];
        if a == b {
            return first;
        }
        let slots = vec![
            ("a", Slot::Line(first)),
            ("b", Slot::Line(vec![pair.quote(Which::B, b)])),
        ];
        pair.line(Msg::ReasonPair, slots)
    });
    joined(pair.messages, Msg::ListComma, lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evidence;
    use crate::report::View;
    use crate::report::outline::line::plain;
    use crate::report::outline::sample::{comparison, link};

    fn told(ids: &[&'static str]) -> String {
        let evidence = |id: &&'static str| {
            Reason::Evidence(Evidence {
                id,
                strength: 1.0,
                spans: [0..0, 0..0],
            })
        };
        let conflict = Finding {
            reasons: ids.iter().map(evidence).collect(),
            differences: vec![Difference {
                kind: DifferenceKind::Polarity,
                left: "opened".to_owned(),
                right: "closed".to_owned(),
            }],
            ..link(Verdict::Conflict, Some(0), Some(0))
        };
        let comparison = comparison(1, 1, [conflict]);
        let view = View::default();
        let pair = Pair::new(&comparison, &view);
        plain(&differences(&pair, &comparison.findings[0]))
    }

    #[test]
    fn opposites_are_called_opposites_and_denials_denials() {
        let opposites = "opposites: “opened” in A, “closed” in B";
        assert_eq!(told(&["polarity.opposite"]), opposites);
        for ids in [
            &["polarity.negated"][..],
            &["polarity.opposite", "polarity.denied"],
        ] {
            assert!(told(ids).starts_with("stated in one, denied in the other: "));
        }
    }
}
