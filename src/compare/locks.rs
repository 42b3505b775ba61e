//! The editor's word: which paragraphs or claims belong together and which do not, whatever the scores say.
//!
//! What is kept is linked with a score above every threshold; what is parted is put out of reach before anything is
//! linked, so that each side may still find its next best partner. The editor may also say what a kept pair is: that
//! verdict then stands in place of the one that was found. A place that an article does not have becomes a note, for
//! comparing cannot fail.

use super::links::{Link, SURE};
use super::{Finding, Reason, Row, Side, Verdict};
use crate::article::{Kind, Note};
use crate::meaning::Matrix;
use crate::model::Decider;
use std::fmt;

/// The editor's word on a paragraph or claim of each side.
///
/// ```
/// use storydiff::{Lock, Place};
/// # use storydiff::{Options, ReadOptions, compare, parse};
/// # let read = |text: &str| parse(text.as_bytes(), "a.txt", &ReadOptions::default());
/// let left = read("The ferry sank on Sunday night near the harbour wall. 16 passengers were killed.")?;
/// let right = read("The ferry sank on Sunday night near the harbour wall. 19 passengers were killed.")?;
/// let first = Place {
///     paragraph: 1,
///     claim: None,
/// };
/// let parted = Lock {
///     left: first,
///     right: first,
///     keep: false,
///     verdict: None,
/// };
/// assert_eq!(parted.to_string(), "A1!=B1");
/// let options = Options {
///     locks: vec![parted],
///     ..Options::default()
/// };
/// let found = compare(&left, &right, &options);
/// assert!(found.findings.iter().all(|finding| finding.left.is_empty() || finding.right.is_empty()));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lock {
    /// In the first article.
    pub left: Place,
    /// In the second article.
    pub right: Place,
    /// Whether the two belong together; else they do not.
    pub keep: bool,
    /// What the two are, where they belong together and the editor says so; `None`: as it is found. What only one
    /// article has (`only_left`, `only_right`) is no verdict on two, and is passed over.
    pub verdict: Option<Verdict>,
}

impl Lock {
    /// Whether both are about the same places and cannot both be followed.
    ///
    /// ```
    /// use storydiff::{Lock, Place, Verdict};
    ///
    /// let first = Place { paragraph: 1, claim: Some(1) };
    /// let kept = Lock { left: first, right: first, keep: true, verdict: None };
    /// let same = Lock { verdict: Some(Verdict::Same), ..kept };
    /// let conflict = Lock { verdict: Some(Verdict::Conflict), ..kept };
    /// assert!(!kept.contradicts(&same) && same.contradicts(&conflict));
    /// assert!(kept.contradicts(&Lock { keep: false, ..kept }));
    /// ```
    #[must_use]
    pub fn contradicts(&self, other: &Lock) -> bool {
        let both = self.verdict.zip(other.verdict);
        let differ = self.keep != other.keep || both.is_some_and(|(mine, theirs)| mine != theirs);
        (self.left, self.right) == (other.left, other.right) && differ
    }
}

/// A paragraph, or one claim of it, as reports number them.
///
/// ```
/// use storydiff::Place;
///
/// let place = |paragraph, claim| Place { paragraph, claim }.to_string();
/// assert_eq!(place(8, None), "8");
/// assert_eq!(place(8, Some(2)), "8.2");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// 0 is the headline, 1 the first body paragraph.
    pub paragraph: usize,
    /// From 1, within the paragraph; `None`: all of it.
    pub claim: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.paragraph)?;
        self.claim.map_or(Ok(()), |claim| write!(f, ".{claim}"))
    }
}

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.keep { "=" } else { "!=" };
        write!(f, "A{}{sign}B{}", self.left, self.right)?;
        let verdict = self.verdict.filter(|_| self.keep);
        verdict.map_or(Ok(()), |verdict| write!(f, " {}", verdict.as_str()))
    }
}

/// The editor's words on two articles whose claims are known.
#[derive(Debug, Clone, Default)]
pub(super) struct Locks(Vec<Bound>);

/// One word, as indices.
#[derive(Debug, Clone)]
struct Bound {
    lock: Lock,
    /// Left and right: into the article's paragraphs.
    paragraphs: (usize, usize),
    /// Into the side's claims: the one that is meant, or all of the paragraph.
    claims: [Vec<usize>; 2],
}

impl Bound {
    fn holds(&self, left: usize, right: usize) -> bool {
        self.claims[0].contains(&left) && self.claims[1].contains(&right)
    }

    fn is_on_paragraphs(&self) -> bool {
        self.lock.left.claim.is_none() && self.lock.right.claim.is_none()
    }
}

impl Locks {
    /// What the words mean here; those about places that are not there become notes.
    pub(super) fn of(locks: &[Lock], left: &Side, right: &Side, notes: &mut Vec<Note>) -> Locks {
        let mut bound = Vec::new();
        for &lock in locks {
            let found = (find('A', lock.left, left), find('B', lock.right, right));
            match found {
                (Ok((l, of_left)), Ok((r, of_right))) => bound.push(Bound {
                    lock,
                    paragraphs: (l, r),
                    claims: [of_left, of_right],
                }),
                (l, r) => notes.extend([l.err(), r.err()].into_iter().flatten().map(
                    |(place, last)| Note::NoSuchPlace {
                        lock: lock.to_string(),
                        place,
                        last,
                    },
                )),
            }
        }
        Locks(bound)
    }

    fn kept(&self) -> impl Iterator<Item = &Bound> {
        self.0.iter().filter(|bound| bound.lock.keep)
    }

    /// Whether two claims are kept together.
    pub(super) fn keep(&self, left: usize, right: usize) -> bool {
        self.kept().any(|bound| bound.holds(left, right))
    }

    /// What the editor says that two claims are, if they are kept together and something is said of it.
    pub(super) fn verdict(&self, left: usize, right: usize) -> Option<Verdict> {
        let mut said = self.kept().filter(|bound| bound.holds(left, right));
        let of_two = |v: &Verdict| !matches!(v, Verdict::OnlyLeft | Verdict::OnlyRight);
        said.find_map(|bound| bound.lock.verdict.filter(of_two))
    }

    /// Whether anything is parted.
    pub(super) fn part_any(&self) -> bool {
        self.0.iter().any(|bound| !bound.lock.keep)
    }

    /// Whether two claims are parted; a word on claims beats one on their paragraphs.
    pub(super) fn part(&self, left: usize, right: usize) -> bool {
        let named = |b: &&Bound| b.lock.keep && !b.is_on_paragraphs() && b.holds(left, right);
        let mut parted = self.0.iter().filter(|b| !b.lock.keep);
        parted.any(|bound| bound.holds(left, right)) && !self.0.iter().any(|b| named(&b))
    }

    /// The scores, with what is parted out of reach.
    pub(super) fn parted(&self, score: &Matrix) -> Matrix {
        Matrix::from_fn(score.rows(), score.columns(), |l, r| {
            if self.part(l, r) {
                -1.0
            } else {
                score.at(l, r)
            }
        })
    }

    /// The links, with those that are kept; of two paragraphs that have none, the best pair of claims.
    pub(super) fn with_kept(&self, mut links: Vec<Link>, score: &Matrix) -> Vec<Link> {
        for bound in self.kept() {
            let linked = links.iter().any(|link| bound.holds(link.left, link.right));
            if bound.is_on_paragraphs() && linked {
                continue;
            }
            let lefts = bound.claims[0].iter();
            let pairs = lefts.flat_map(|&l| bound.claims[1].iter().map(move |&r| (l, r)));
            let pairs = pairs.filter(|&(l, r)| !self.part(l, r));
            let best = pairs.max_by(|&(l, r), &(x, y)| {
                let near = score.at(l, r).total_cmp(&score.at(x, y));
                near.then((x + y).cmp(&(l + r)))
            });
            let Some((left, right)) = best else {
                continue;
            };
            let score = score.at(left, right).max(SURE);
            links.retain(|link| (link.left, link.right) != (left, right));
            links.push(Link { left, right, score });
        }
        links.sort_by_key(|link| (link.left, link.right));
        links
    }

    /// Rows of the paragraphs that are kept together.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for bound in self.kept().filter(|bound| bound.is_on_paragraphs()) {
            let (a, b) = bound.paragraphs;
            let mut row = Row {
                left: vec![a],
                right: vec![b],
                similarity: 1.0,
                wire: false,
            };
            rows.retain(|other| {
                let meets = other.left.contains(&a) || other.right.contains(&b);
                if meets {
                    row.left.extend(&other.left);
                    row.right.extend(&other.right);
                }
                !meets
            });
            for side in [&mut row.left, &mut row.right] {
                side.sort_unstable();
                side.dedup();
            }
            rows.push(row);
        }
        rows
    }

    /// Marks the findings that are as they are by the editor's word; `cut` are the links that it took away.
    pub(super) fn mark(&self, findings: &mut [Finding], cut: &[Link]) {
        for finding in findings {
            let by_editor = match (finding.left.first(), finding.right.first()) {
                (Some(&l), Some(&r)) => self.keep(l, r),
                (Some(&l), None) => cut.iter().any(|link| link.left == l),
                (None, Some(&r)) => cut.iter().any(|link| link.right == r),
                (None, None) => false,
            };
            if by_editor {
                finding.locked = true;
                finding.by = Decider::Editor;
                finding.reasons.push(Reason::Editor);
            }
        }
    }
}

/// A paragraph's index with the claims that are meant, or the place that is missing and the last one that is there.
fn find(letter: char, place: Place, side: &Side) -> Result<(usize, Vec<usize>), (String, String)> {
    let wanted = if place.paragraph == 0 {
        Kind::Title
    } else {
        Kind::Body
    };
    let paragraphs = side.article.paragraphs.iter().enumerate();
    let mut of_kind = paragraphs.filter(|(_, p)| p.kind == wanted);
    let bodies = side.article.paragraphs.iter();
    let bodies = bodies.filter(|p| p.kind == Kind::Body).count();
    let missing = |last: String| (format!("{letter}{place}"), format!("{letter}{last}"));
    let (paragraph, _) = of_kind
        .nth(place.paragraph.saturating_sub(1))
        .ok_or_else(|| missing(bodies.to_string()))?;
    let claims = side.claims.iter().enumerate();
    let claims = claims.filter(|(_, c)| c.paragraph == paragraph);
    let claims: Vec<usize> = claims.map(|(n, _)| n).collect();
    let Some(claim) = place.claim else {
        return Ok((paragraph, claims));
    };
    let meant = claim.checked_sub(1).and_then(|n| claims.get(n));
    let last = || missing(format!("{}.{}", place.paragraph, claims.len()));
    Ok((paragraph, vec![*meant.ok_or_else(last)?]))
}
