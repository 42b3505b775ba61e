//! What one article leads with and the other has far down or not at all.
//!
//! A headline and the first paragraph are what most readers see (the inverted pyramid of news writing), so a shared
//! claim's place is itself a choice. Claims that findings tie together, directly or through a third, count as one
//! matter, and each side's earliest mention is its place: a claim that B repeats at the end is not "far down" there.
//! Wrong where a link is: a false link hides a difference of place, or makes one.

use super::exchange::Statement;
use super::line::{Line, Slot};
use super::pair::Pair;
use super::place::{ParagraphNumber, Which};
use crate::model::{Finding, Verdict};
use crate::report::messages::Msg;
use crate::report::sets::Sets;
use std::collections::BTreeMap;

/// A difference of place above this part of the article is shown.
const FAR: f32 = 0.5;

/// One matter that the two articles place far apart.
#[derive(Debug, Clone)]
pub(in crate::report) struct Shift<'a> {
    /// Who has it early.
    pub early: Which,
    /// Whether the early one has it in the headline or the first paragraph.
    pub leads: bool,
    /// The earliest mention on each side.
    pub sides: [Statement<'a>; 2],
}

impl<'a> Shift<'a> {
    /// `A leads with it; B has it at paragraph 8 of 9`.
    pub fn note(&self, pair: &Pair<'a>) -> Line<'a> {
        let late = self.early.other();
        let n = match self.sides[late.index()].at.place {
            ParagraphNumber::Title => 0,
            ParagraphNumber::Body(n) => n,
        };
        let slots = vec![
            ("leader", Slot::Own(pair.letter(self.early))),
            ("other", Slot::Own(pair.letter(late))),
            ("n", Slot::Count(n)),
            ("of", Slot::Count(pair.numbers(late).bodies)),
        ];
        let msg = if self.leads {
            Msg::ProminenceLeads
        } else {
            Msg::ProminenceFarther
        };
        pair.line(msg, slots)
    }
}

/// Claims whose places in the two articles differ by more than half of the article, as A has them, then as B.
pub(super) fn shifts<'a>(pair: &Pair<'a>) -> Vec<Shift<'a>> {
    let found = matters(pair).into_iter();
    let mut shifts: Vec<Shift<'a>> = found.filter_map(|firsts| shift(pair, firsts)).collect();
    shifts.sort_by_key(|shift| !shift.leads);
    shifts
}

/// Headline and lead claims that were not found in the other article.
pub(super) fn alone<'a>(pair: &Pair<'a>, which: Which) -> Vec<Statement<'a>> {
    let verdict = match which {
        Which::A => Verdict::OnlyLeft,
        Which::B => Verdict::OnlyRight,
    };
    let findings = pair.comparison.findings.iter();
    let claims = findings
        .filter(|f| f.verdict == verdict)
        .flat_map(|f| side_of(f, which));
    claims
        .filter_map(|&n| pair.claim(which, n))
        .map(|claim| Statement::of(pair, which, claim, &[]))
        .filter(|statement| opens(statement.at.place))
        .collect()
}

fn side_of(finding: &Finding, which: Which) -> &[usize] {
    match which {
        Which::A => &finding.left,
        Which::B => &finding.right,
    }
}

fn opens(place: ParagraphNumber) -> bool {
    matches!(place, ParagraphNumber::Title | ParagraphNumber::Body(1))
}

fn shift<'a>(pair: &Pair<'a>, firsts: [usize; 2]) -> Option<Shift<'a>> {
    let [a, b] = Which::BOTH.map(|which| pair.claim(which, firsts[which.index()]));
    let sides = [
        Statement::of(pair, Which::A, a?, &[]),
        Statement::of(pair, Which::B, b?, &[]),
    ];
    let depth = Which::BOTH.map(|which| {
        let place = sides[which.index()].at.place;
        pair.numbers(which).depth(place)
    });
    if (depth[0] - depth[1]).abs() <= FAR {
        return None;
    }
    let early = if depth[0] < depth[1] {
        Which::A
    } else {
        Which::B
    };
    Some(Shift {
        early,
        leads: opens(sides[early.index()].at.place),
        sides,
    })
}

/// The first claim of each matter on both sides, in A's order.
fn matters(pair: &Pair<'_>) -> Vec<[usize; 2]> {
    let lefts = pair.comparison.left.claims.len();
    let mut groups = Sets::new(lefts + pair.comparison.right.claims.len());
    let linked = pair.comparison.findings.iter();
    let linked = linked.filter(|f| !f.left.is_empty() && !f.right.is_empty());
    for finding in linked {
        let lefts_of = finding.left.iter().copied();
        let mut all = lefts_of.chain(finding.right.iter().map(|r| lefts + r));
        if let Some(first) = all.next() {
            all.for_each(|other| groups.unite(first, other));
        }
    }
    let mut firsts: BTreeMap<usize, [Option<usize>; 2]> = BTreeMap::new();
    for claim in 0..lefts + pair.comparison.right.claims.len() {
        let slot = firsts.entry(groups.root(claim)).or_default();
        match claim.checked_sub(lefts) {
            None => slot[0].get_or_insert(claim),
            Some(right) => slot[1].get_or_insert(right),
        };
    }
    let mut both: Vec<[usize; 2]> = firsts
        .into_values()
        .filter_map(|[a, b]| Some([a?, b?]))
        .collect();
    both.sort_unstable();
    both
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::View;
    use crate::report::outline::sample::{comparison, link};

    fn found(links: &[(Verdict, Option<usize>, Option<usize>)]) -> Vec<String> {
        let found = comparison(4, 4, links.iter().map(|&(v, l, r)| link(v, l, r)));
        let view = View::default();
        let pair = Pair::new(&found, &view);
        let name = |statement: &Statement<'_>| statement.at.anchor();
        let shifts = shifts(&pair).into_iter().map(|shift| {
            let [a, b] = shift.sides.each_ref().map(name);
            format!("{a} {b} {:?} {}", shift.early, shift.leads)
        });
        let alone = Which::BOTH.map(|which| alone(&pair, which));
        shifts.chain(alone.iter().flatten().map(name)).collect()
    }

    #[test]
    fn a_lead_that_the_other_has_far_down_is_found_in_both_directions() {
        assert_eq!(
            found(&[(Verdict::Reworded, Some(0), Some(3))]),
            ["a1 b4 A true"]
        );
        assert_eq!(
            found(&[(Verdict::Reworded, Some(3), Some(1))]),
            ["a4 b2 B false"]
        );
        assert_eq!(found(&[(Verdict::Reworded, Some(0), Some(1))]), [""; 0]);
    }

    #[test]
    fn a_claim_that_the_other_also_has_early_is_not_far_down() {
        let links = [
            (Verdict::Reworded, Some(0), Some(3)),
            (Verdict::Same, Some(0), Some(0)),
        ];
        assert_eq!(found(&links), [""; 0]);
    }

    #[test]
    fn a_lead_without_a_counterpart_is_told_of_its_side() {
        let links = [
            (Verdict::OnlyLeft, Some(2), None),
            (Verdict::OnlyRight, None, Some(0)),
        ];
        assert_eq!(found(&links), ["b1"]);
    }
}
