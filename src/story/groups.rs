//! Which claims of several outlets are one claim.
//!
//! Links are taken by their chance, the surest first, and two groups become one only if each claim of the one belongs
//! with each of the other (complete linkage): a direct link that says so, or, where none was found, a third claim that
//! is the same as both for nearly certain. A contradiction between any two keeps the groups apart.

use super::{Link, Node};
use crate::model::Verdict;
use std::collections::BTreeMap;

/// From this chance on a link is nearly certain (see `compare/chance.rs`: 95 in 100 such links were right).
pub(super) const SURE: f32 = 0.8;

/// What a link says about its two claims being one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bond {
    /// The same content.
    Equal,
    /// The same content, with more detail on one side.
    More,
    /// Some common content only, which makes no one claim.
    Partial,
    /// Both cannot be one.
    Against,
}

fn bond(verdict: Verdict) -> Bond {
    match verdict {
        Verdict::Same | Verdict::Reworded | Verdict::SourceDiffers => Bond::Equal,
        Verdict::LeftAdds | Verdict::RightAdds => Bond::More,
        Verdict::Overlap | Verdict::Related | Verdict::OnlyLeft | Verdict::OnlyRight => {
            Bond::Partial
        }
        Verdict::Conflict | Verdict::Development => Bond::Against,
    }
}

/// The groups, each with its claims in reading order; every claim is in one. `counts` says how many claims each outlet
/// has.
pub(super) fn groups(counts: &[usize], links: &[Link]) -> Vec<Vec<Node>> {
    let bonds = Bonds::of(links);
    let nodes = counts
        .iter()
        .enumerate()
        .flat_map(|(outlet, &count)| (0..count).map(move |claim| Node { outlet, claim }));
    let mut groups: Vec<Vec<Node>> = nodes.map(|node| vec![node]).collect();
    let mut joining: Vec<&Link> = links
        .iter()
        .filter(|link| matches!(bond(link.verdict), Bond::Equal | Bond::More))
        .collect();
    joining.sort_by(|a, b| b.chance.total_cmp(&a.chance).then(a.ends.cmp(&b.ends)));
    for link in joining {
        let [a, b] = link
            .ends
            .map(|node| groups.iter().position(|g| g.contains(&node)));
        if let (Some(a), Some(b)) = (a, b)
            && a != b
            && bonds.are_one(&groups[a], &groups[b])
        {
            let moved = std::mem::take(&mut groups[b]);
            groups[a].extend(moved);
            groups[a].sort();
        }
    }
    groups.retain(|group| !group.is_empty());
    groups.sort();
    groups
}

/// The bond of each two linked claims, the gravest where there are several.
struct Bonds(BTreeMap<(Node, Node), (Bond, f32)>);

impl Bonds {
    fn of(links: &[Link]) -> Bonds {
        let mut bonds = BTreeMap::new();
        for link in links {
            let [a, b] = link.ends;
            let new = (bond(link.verdict), link.chance);
            for ends in [(a, b), (b, a)] {
                let old = bonds.entry(ends).or_insert(new);
                if new.0 == Bond::Against {
                    *old = new;
                }
            }
        }
        Bonds(bonds)
    }

    fn are_one(&self, group: &[Node], other: &[Node]) -> bool {
        let both: Vec<Node> = group.iter().chain(other).copied().collect();
        group
            .iter()
            .all(|&x| other.iter().all(|&y| self.is_one(x, y, &both)))
    }

    fn is_one(&self, x: Node, y: Node, all: &[Node]) -> bool {
        match self.0.get(&(x, y)) {
            Some((Bond::Equal | Bond::More, _)) => true,
            Some((Bond::Partial | Bond::Against, _)) => false,
            // Claims of one outlet are never compared, so they too need a third.
            None => all
                .iter()
                .any(|&z| self.is_surely_equal(x, z) && self.is_surely_equal(z, y)),
        }
    }

    fn is_surely_equal(&self, x: Node, y: Node) -> bool {
        matches!(self.0.get(&(x, y)), Some((Bond::Equal, chance)) if *chance >= SURE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn node(outlet: usize, claim: usize) -> Node {
        Node { outlet, claim }
    }

    const A: Node = node(0, 0);
    const B: Node = node(1, 0);
    const C: Node = node(2, 0);

    fn link(ends: [Node; 2], verdict: Verdict, chance: f32) -> Link {
        Link {
            ends,
            verdict,
            chance,
            differences: Vec::new(),
        }
    }

    /// How many groups three outlets with a claim each have.
    fn count(links: &[Link]) -> usize {
        groups(&[1, 1, 1], links).len()
    }

    #[test]
    fn what_all_say_alike_is_one_claim() {
        let same = |ends| link(ends, Verdict::Reworded, 0.65);
        assert_eq!(count(&[same([A, B]), same([B, C]), same([A, C])]), 1);
        assert_eq!(count(&[]), 3);
    }

    #[test]
    fn a_chain_of_weak_links_makes_no_claim() {
        let weak = |ends| link(ends, Verdict::Reworded, 0.7);
        assert_eq!(count(&[weak([A, B]), weak([B, C])]), 2);
        // The surer of the two decides with whom B goes.
        let found = groups(
            &[1, 1, 1],
            &[weak([A, B]), link([B, C], Verdict::Reworded, 0.75)],
        );
        assert_eq!(found, [vec![A], vec![B, C]]);
    }

    #[test]
    fn a_chain_of_sure_and_equal_links_does() {
        let sure = |ends| link(ends, Verdict::Same, 0.9);
        assert_eq!(count(&[sure([A, B]), sure([B, C])]), 1);
    }

    #[test]
    fn two_parts_of_one_long_claim_are_two() {
        // B says what A says and what C says: A and C have nothing in common.
        let part = |ends, verdict| link(ends, verdict, 0.95);
        let links = [
            part([A, B], Verdict::RightAdds),
            part([B, C], Verdict::LeftAdds),
        ];
        assert_eq!(count(&links), 2);
    }

    #[test]
    fn an_overlap_joins_nothing_and_a_contradiction_parts() {
        let overlap = |ends| link(ends, Verdict::Overlap, 0.95);
        assert_eq!(count(&[overlap([A, B])]), 3);
        let same = |ends| link(ends, Verdict::Same, 0.95);
        let conflict = link([A, C], Verdict::Conflict, 0.6);
        assert_eq!(count(&[same([A, B]), same([B, C]), conflict.clone()]), 2);
        assert_eq!(count(&[conflict]), 3);
    }

    #[test]
    fn what_an_outlet_says_twice_is_one_claim_only_if_both_are_the_same_as_another() {
        let twice = |verdict| {
            let links = [
                link([A, B], verdict, 0.9),
                link([node(0, 1), B], verdict, 0.9),
            ];
            groups(&[2, 1], &links).len()
        };
        assert_eq!(twice(Verdict::Same), 1);
        assert_eq!(twice(Verdict::RightAdds), 2);
    }
}
