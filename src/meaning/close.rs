//! Two words that meet close to each other, in claims that are long.
//!
//! A long claim says more than one thing, and what it shares with another claim is a few words that stand together: over
//! the whole of it they are too little to be seen. So such claims are also looked at through a window: what counts is
//! the second weightiest meeting of words within it, since one word alone is chance (after the proximity of query terms
//! in retrieval: Tao and Zhai 2007). Names tell who, not what, and are left out.

use super::Matrix;
use super::vocabulary::Token;

/// How many words a window holds; claims that are no longer are seen whole by the other views. Best of 8 to 16 on the
/// gold stories; 12 to 14 are alike.
const WINDOW: usize = 14;
/// Meetings that weigh less than this are none.
const LEAST: f32 = 0.05;

/// How well two words of each pair of claims meet close to each other. 0 where neither claim is longer than a window,
/// in full from twice its length on.
pub(super) fn closeness(left: &[Vec<Token>], right: &[Vec<Token>], near: &Matrix) -> Matrix {
    let (left, right) = (weighty(left), weighty(right));
    Matrix::from_costly(left.len(), right.len(), |l, r| {
        let words = left[l].len().max(right[r].len());
        let length = words.saturating_sub(WINDOW).min(WINDOW) as f32 / WINDOW as f32;
        if length == 0.0 {
            return 0.0;
        }
        length * second(&meetings(&left[l], &right[r], near))
    })
}

/// The words of each claim that weigh anything.
fn weighty(claims: &[Vec<Token>]) -> Vec<Vec<&Token>> {
    let each = claims.iter().map(|claim| claim.iter());
    each.map(|claim| claim.filter(|t| t.weight > 0.0).collect())
        .collect()
}

/// Two words that meet: where they stand, and how much that weighs.
struct Meeting {
    left: usize,
    right: usize,
    weight: f32,
}

impl Meeting {
    /// Whether both are other words than the other's, and stand in one window with them.
    fn is_close(&self, other: &Meeting) -> bool {
        let close = |a: usize, b: usize| (1..WINDOW).contains(&a.abs_diff(b));
        close(self.left, other.left) && close(self.right, other.right)
    }
}

/// All words that meet, the weightiest first.
fn meetings(left: &[&Token], right: &[&Token], near: &Matrix) -> Vec<Meeting> {
    let mut found = Vec::new();
    for (l, a) in left.iter().enumerate().filter(|(_, t)| !t.name) {
        for (r, b) in right.iter().enumerate().filter(|(_, t)| !t.name) {
            let weight = near.at(a.entry, b.entry) * a.weight.min(b.weight);
            if weight > LEAST {
                found.push(Meeting {
                    left: l,
                    right: r,
                    weight,
                });
            }
        }
    }
    found.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    found
}

/// The greatest weight that two meetings in one window both reach.
fn second(meetings: &[Meeting]) -> f32 {
    let backed =
        |&(n, meeting): &(usize, &Meeting)| meetings[..n].iter().any(|m| m.is_close(meeting));
    let found = meetings.iter().enumerate().find(backed);
    found.map_or(0.0, |(_, meeting)| meeting.weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A claim of so many words; those at the given places are 1, 2, …, the others are no word of any other claim.
    fn claim(length: usize, known: &[usize], name: bool) -> Vec<Token> {
        let entry = |at| known.iter().position(|&k| k == at).map_or(0, |n| n + 1);
        let token = |at| Token {
            span: 0..0,
            entry: entry(at),
            weight: 1.0,
            name,
        };
        (0..length).map(token).collect()
    }

    fn close(left: &[Token], right: &[Token]) -> f32 {
        let near = Matrix::from_fn(4, 4, |l, r| if l == r && l > 0 { 0.9 } else { 0.0 });
        closeness(&[left.to_vec()], &[right.to_vec()], &near).at(0, 0)
    }

    #[test]
    fn two_words_count_where_they_stand_together_in_a_long_claim() {
        let short = claim(5, &[0, 1], false);
        for (case, left, wanted) in [
            ("together", claim(28, &[20, 22], false), 0.9),
            ("far apart", claim(28, &[0, 22], false), 0.0),
            ("one word alone", claim(28, &[20], false), 0.0),
            ("no longer than a window", claim(14, &[3, 4], false), 0.0),
            ("a little longer", claim(21, &[3, 4], false), 0.45),
            ("names", claim(28, &[20, 22], true), 0.0),
        ] {
            assert!((close(&left, &short) - wanted).abs() < 1e-6, "{case}");
            assert!(
                (close(&short, &left) - wanted).abs() < 1e-6,
                "{case}, mirrored"
            );
        }
    }

    #[test]
    fn one_word_said_twice_is_not_two() {
        let twice = claim(28, &[20, 22], false);
        let near = Matrix::from_fn(4, 4, |l, r| if l > 0 && r == 1 { 0.9 } else { 0.0 });
        let once = claim(5, &[2], false);
        assert!(closeness(&[twice], &[once], &near).at(0, 0) < 1e-6);
    }
}
