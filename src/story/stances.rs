//! What each outlet has to do with a claim of the story.

use super::{Against, Link, Node, Said, StoryClaim, Treatment};
use crate::model::Verdict;
use std::cmp::Reverse;

/// The claim that a group of claims is, among so many outlets.
pub(super) fn claim(group: &[Node], outlets: usize, links: &[Link]) -> StoryClaim {
    let within = |link: &&Link| link.ends.iter().all(|node| group.contains(node));
    let inner: Vec<&Link> = links.iter().filter(within).collect();
    StoryClaim {
        stances: (0..outlets)
            .map(|outlet| stance(group, outlet, links))
            .collect(),
        certainty: inner.iter().map(|link| link.chance).fold(1.0, f32::min),
        apart: apart(group, &inner),
        less: less(group, outlets, &inner),
    }
}

/// In which order claims are shown: contradicted ones, then those of many outlets.
pub(super) fn rank(claim: &StoryClaim) -> (Reverse<bool>, Reverse<usize>) {
    (
        Reverse(claim.is_contradicted()),
        Reverse(claim.makers().count()),
    )
}

/// Pairs of outlets in a group that no link joins.
fn apart(group: &[Node], inner: &[&Link]) -> Vec<(usize, usize)> {
    let mut apart = Vec::new();
    for (at, x) in group.iter().enumerate() {
        for y in &group[at + 1..] {
            let linked = inner
                .iter()
                .any(|l| l.ends == [*x, *y] || l.ends == [*y, *x]);
            if x.outlet != y.outlet && !linked && !apart.contains(&(x.outlet, y.outlet)) {
                apart.push((x.outlet, y.outlet));
            }
        }
    }
    apart
}

/// Outlets all of whose wordings in a group give less than its first one.
fn less(group: &[Node], outlets: usize, inner: &[&Link]) -> Vec<usize> {
    let Some(first) = group.first() else {
        return Vec::new();
    };
    let gives_less = |outlet: &usize| {
        let own = inner.iter().filter_map(|link| match link.ends {
            [a, b] if a == *first && b.outlet == *outlet => Some((link, Verdict::LeftAdds)),
            [a, b] if b == *first && a.outlet == *outlet => Some((link, Verdict::RightAdds)),
            _ => None,
        });
        let mut own = own.map(|(link, first_adds)| link.verdict == first_adds);
        own.next() == Some(true) && own.all(|adds| adds)
    };
    (0..outlets).filter(gives_less).collect()
}

fn stance(group: &[Node], outlet: usize, links: &[Link]) -> Treatment {
    let own: Vec<usize> = group
        .iter()
        .filter(|n| n.outlet == outlet)
        .map(|n| n.claim)
        .collect();
    if !own.is_empty() {
        return Treatment::Makes(own);
    }
    let said = |wanted: fn(Verdict) -> bool| {
        let linked = links.iter().filter(|link| wanted(link.verdict));
        linked
            .filter_map(|link| said(group, outlet, link))
            .collect::<Vec<Said>>()
    };
    // The gravest first: what contradicts a claim is no part of it.
    let contradicting = said(|v| v == Verdict::Conflict);
    if !contradicting.is_empty() {
        return Treatment::Contradicts(contradicting);
    }
    let updating = said(|v| v == Verdict::Development);
    if !updating.is_empty() {
        return Treatment::Updates(updating);
    }
    let near = said(|_| true);
    if near.is_empty() {
        Treatment::Silent
    } else {
        Treatment::Partly(near)
    }
}

/// What the outlet says by this link in place of the group's claim; none where the link is between others.
fn said(group: &[Node], outlet: usize, link: &Link) -> Option<Said> {
    let [first, second] = link.ends;
    let (maker, other, turned) = if group.contains(&first) && second.outlet == outlet {
        (first, second, false)
    } else if group.contains(&second) && first.outlet == outlet {
        (second, first, true)
    } else {
        return None;
    };
    let differences = link.differences.iter().map(|(kind, first, second)| {
        let (claim, outlet) = if turned {
            (second, first)
        } else {
            (first, second)
        };
        Against {
            kind: *kind,
            claim: claim.clone(),
            outlet: outlet.clone(),
        }
    });
    Some(Said {
        claim: other.claim,
        maker: maker.outlet,
        chance: link.chance,
        differences: differences.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DifferenceKind;

    const fn node(outlet: usize, claim: usize) -> Node {
        Node { outlet, claim }
    }

    fn link(ends: [Node; 2], verdict: Verdict) -> Link {
        Link {
            ends,
            verdict,
            chance: 0.7,
            differences: vec![(DifferenceKind::Figure, "16".to_owned(), "19".to_owned())],
        }
    }

    #[test]
    fn each_outlet_has_the_gravest_stance_that_its_links_tell() {
        let group = [node(1, 0), node(3, 2)];
        let links = [
            link([node(0, 4), node(1, 0)], Verdict::Overlap),
            link([node(0, 5), node(3, 2)], Verdict::Conflict),
            link([node(1, 0), node(2, 7)], Verdict::Development),
            link([node(1, 0), node(3, 2)], Verdict::Same),
            link([node(3, 2), node(4, 1)], Verdict::LeftAdds),
            link([node(3, 9), node(5, 1)], Verdict::Conflict),
        ];
        let found = claim(&group, 6, &links);
        let Treatment::Contradicts(said) = &found.stances[0] else {
            panic!("{:?}", found.stances[0]);
        };
        assert_eq!((said[0].claim, said[0].maker), (5, 3));
        // Seen from the claim, whichever article came first.
        assert_eq!(said[0].differences[0].claim, "19");
        assert_eq!(said[0].differences[0].outlet, "16");
        assert_eq!(found.stances[1], Treatment::Makes(vec![0]));
        assert!(matches!(&found.stances[2], Treatment::Updates(said) if said[0].claim == 7));
        assert_eq!(found.stances[3], Treatment::Makes(vec![2]));
        assert!(matches!(&found.stances[4], Treatment::Partly(said) if said[0].claim == 1));
        assert_eq!(found.stances[5], Treatment::Silent);
        assert!((found.certainty - 0.7).abs() < 1e-6 && found.apart.is_empty());
    }

    #[test]
    fn who_gives_less_than_the_words_that_are_shown_is_named() {
        let group = [node(0, 0), node(1, 0), node(2, 0), node(2, 1)];
        let links = [
            link([group[0], group[1]], Verdict::LeftAdds),
            link([group[2], group[0]], Verdict::LeftAdds),
            link([group[3], group[0]], Verdict::RightAdds),
            link([group[1], group[2]], Verdict::RightAdds),
        ];
        // C gives less in one place and more in another.
        assert_eq!(claim(&group, 3, &links).less, [1]);
        assert_eq!(claim(&group[..3], 3, &links[..2]).less, [1]);
        let turned = [link([group[1], group[0]], Verdict::RightAdds)];
        assert_eq!(claim(&group[..2], 2, &turned).less, [1]);
        let equal = [link([group[0], group[1]], Verdict::Same)];
        assert_eq!(claim(&group[..2], 2, &equal).less, [0; 0]);
    }

    #[test]
    fn doubt_is_said_where_two_are_held_together_by_a_third() {
        let group = [node(0, 0), node(1, 0), node(2, 0)];
        let links = [
            link([group[0], group[1]], Verdict::Same),
            link([group[1], group[2]], Verdict::Same),
        ];
        assert_eq!(claim(&group, 3, &links).apart, [(0, 2)]);
        let alone = claim(&group[..1], 3, &[]);
        assert!((alone.certainty - 1.0).abs() < 1e-6);
    }
}
