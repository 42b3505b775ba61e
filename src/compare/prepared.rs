//! Two articles with all that does not depend on weights: for comparing them, and for comparing them again and again
//! while weights are fitted.

use super::both::both;
use super::decide::{self, Decision, Known};
use super::findings::finding;
use super::links::{self, Candidate, Link, candidates};
use super::locks::Locks;
use super::second::{self, Words};
use super::{Options, paragraphs};
use crate::article::{Article, Kind, Note};
use crate::claim;
use crate::encoder::{self, Encoder};
use crate::evidence::{self, Pair, Standing};
use crate::meaning::{Matrix, Mix, Story, Views};
use crate::model::{Encoding, Evidence, Finding, Reading, Row, Side, Verdict};
use crate::reader::{SecondReader, Word};

/// Two articles, their claims, and how near those are in every way.
pub struct Prepared {
    /// The first article.
    pub left: Side,
    /// The second article.
    pub right: Side,
    /// Doubts met on the way.
    pub notes: Vec<Note>,
    /// The words of both.
    pub(super) story: Story,
    /// The editor's word.
    pub(super) locks: Locks,
    reader: Option<SecondReader>,
    views: Views,
    /// How meaning was found.
    pub(super) encoding: Encoding,
}

impl Prepared {
    /// Find the claims of two articles and hold them against each other.
    #[must_use]
    pub fn new(left: &Article, right: &Article, options: &Options) -> Prepared {
        let mut doubts = Vec::new();
        let encoder = encoder(left, right, options.encoder, &mut doubts);
        let [(left_claims, mut notes), (right_claims, more)] = both(
            || claim::find_with(left, 'L', encoder),
            || claim::find_with(right, 'R', encoder),
        );
        notes.extend(more);
        notes.extend(doubts);
        let story = Story::new((left, &left_claims), (right, &right_claims), encoder);
        let side = |article: &Article, claims| Side {
            article: article.clone(),
            claims,
        };
        let (left, right) = (side(left, left_claims), side(right, right_claims));
        Prepared {
            views: story.views(),
            locks: Locks::of(&options.locks, &left, &right, &mut notes),
            reader: options.reader.clone(),
            left,
            right,
            notes,
            story,
            encoding: encoder.map_or(Encoding::None, |_| Encoding::Embedded),
        }
    }

    /// The weights that belong to the way in which meaning was found.
    #[must_use]
    pub fn mix(&self) -> Mix {
        match self.encoding {
            Encoding::Embedded => Mix::EMBEDDED,
            Encoding::None => Mix::WORDS,
        }
    }

    /// Which paragraphs answer each other, and which claims are linked. `names` are the spellings that the desk knows to be
    /// one name each.
    pub(super) fn decided(&self, mix: &Mix, names: &[Vec<String>]) -> Decided {
        let (rows, score, mut seen) = self.seen(mix, &self.locks, names);
        let (reading, words, notes) = match &self.reader {
            Some(reader) => {
                let engine = |c: &Candidate, d: &Decision| Self::verdict(c, d, &self.locks);
                let (reading, words, notes) =
                    second::ask(self, &score, &seen, &self.locks, reader, engine);
                (Some(reading), words, notes)
            }
            None => (None, Words::new(), Vec::new()),
        };
        self.decide_again(&mut seen, &words, &score, (mix, names));
        let rows = if words.is_empty() {
            rows
        } else {
            self.rows_as_read(&seen, &words)
        };
        one_update_each(&mut seen);
        let linked = seen.into_iter().filter_map(|(candidate, decision)| {
            let verdict = Self::verdict(&candidate, &decision, &self.locks)?;
            let pair = self.pair(candidate.at, Some(candidate.standing), names);
            let pair = pair.read_as(words.get(&candidate.at));
            Some((candidate.link(), finding(&pair, verdict, &decision)))
        });
        Decided {
            rows,
            linked: linked.collect(),
            reading,
            notes,
        }
    }

    /// Which paragraphs answer each other where a second reader has spoken: as strongly as it links their claims, or as the
    /// claims lie near of which it says nothing.
    fn rows_as_read(&self, seen: &[(Candidate, Decision)], words: &Words) -> Vec<Row> {
        let links = seen.iter().filter_map(|(candidate, decision)| {
            decision.verdict?;
            let mut link = candidate.link();
            if matches!(words.get(&candidate.at), Some(Word::Linked { .. })) {
                link.score = link.score.max(links::SURE);
            } else if !candidate.best {
                return None;
            }
            Some(link)
        });
        let links: Vec<Link> = links.collect();
        paragraphs::align(&self.left, &self.right, &links, self.locks.rows())
    }

    /// Decide once more on each pair of which the second reader says something.
    fn decide_again(
        &self,
        seen: &mut Vec<(Candidate, Decision)>,
        words: &Words,
        score: &Matrix,
        (mix, names): (&Mix, &[Vec<String>]),
    ) {
        for (&at, word) in words {
            let links = matches!(word, Word::Linked { .. });
            if !links && *word != Word::Unrelated {
                continue;
            }
            let known = seen.iter().position(|(candidate, _)| candidate.at == at);
            let mut candidate = match known {
                Some(place) => seen.swap_remove(place).0,
                None => far(at, score, mix),
            };
            candidate.best |= links;
            candidate.always |= links;
            let pair = self.pair(at, Some(candidate.standing), names);
            let decision = decide::decide(&pair.read_as(Some(word)), None);
            seen.push((candidate, decision));
        }
        seen.sort_by_key(|(candidate, _)| candidate.at);
    }

    /// Which paragraphs answer each other, and which claims are linked.
    #[must_use]
    pub fn linked(&self, mix: &Mix) -> (Vec<Row>, Vec<Link>) {
        let decided = self.decided(mix, &[]);
        let links = decided.linked.into_iter().map(|(link, _)| link);
        (decided.rows, links.collect())
    }

    /// The links that the editor's word took away.
    pub(super) fn cut(&self, mix: &Mix) -> Vec<Link> {
        if !self.locks.part_any() {
            return Vec::new();
        }
        let unlocked = Locks::default();
        let (_, _, seen) = self.seen(mix, &unlocked, &[]);
        let mut links = Vec::new();
        for (candidate, decision) in seen {
            let (left, right) = candidate.at;
            let linked = Self::verdict(&candidate, &decision, &unlocked).is_some();
            if linked && self.locks.part(left, right) {
                links.push(candidate.link());
            }
        }
        links
    }

    /// Every pair that was looked at with its evidence: for fitting the weights.
    #[must_use]
    pub fn looked_at(&self, mix: &Mix) -> Vec<LookedAt> {
        let (_, _, seen) = self.seen(mix, &Locks::default(), &[]);
        let of = |(candidate, decision): (Candidate, Decision)| LookedAt {
            claims: candidate.at,
            best: candidate.best,
            multiple: candidate.standing.multiple,
            evidence: decision.evidence,
        };
        seen.into_iter().map(of).collect()
    }

    /// Every rule of evidence: its id, what it sees, what it gets wrong.
    pub fn rules() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
        evidence::rules().map(|rule| (rule.id, rule.what, rule.wrong))
    }

    /// The verdict of a candidate: one that is not the best of a claim counts only where it contradicts or updates. What
    /// the editor says goes before what was decided.
    fn verdict(candidate: &Candidate, decision: &Decision, locks: &Locks) -> Option<Verdict> {
        let verdict = decision.verdict?;
        let contrast = matches!(verdict, Verdict::Conflict | Verdict::Development);
        let (left, right) = candidate.at;
        let kept = locks.keep(left, right);
        let near = candidate.best && (candidate.standing.multiple >= 1.0 || candidate.always);
        let said = locks.verdict(left, right).unwrap_or(verdict);
        (near || contrast || kept).then_some(said)
    }

    fn seen(
        &self,
        mix: &Mix,
        locks: &Locks,
        names: &[Vec<String>],
    ) -> (Vec<Row>, Matrix, Vec<(Candidate, Decision)>) {
        let (left, right) = (&self.left, &self.right);
        let score = mix.score(&self.views);
        let score = links::favour_identical(&score, &left.claims, &right.claims);
        let score = locks.parted(&score);
        let near = candidates(
            &score,
            (mix.alignment, mix.link),
            |_, _| false,
            |_, _| false,
        );
        let near = near.into_iter().filter(|candidate| {
            let standing = Some(candidate.standing);
            candidate.best
                && (candidate.score >= links::SURE
                    || decide::aligns(&self.pair(candidate.at, standing, names)))
        });
        let near = near.map(|candidate| candidate.link());
        let near = locks.with_kept(near.collect(), &score);
        let rows = paragraphs::align(left, right, &near, locks.rows());
        let score = paragraphs::favour(&score, left, right, &rows, mix.aligned);
        let answering = paragraphs::answering(left, right, &rows);
        let both_headlines = |l: usize, r: usize| {
            let title = |side: &Side, claim: usize| {
                side.article.paragraphs[side.claims[claim].paragraph].kind == Kind::Title
            };
            title(left, l)
                && title(right, r)
                && !locks.part(l, r)
                && !links::have_others(&left.claims, &right.claims, (l, r))
        };
        let least = (mix.link - mix.look, mix.link);
        let mut found = candidates(&score, least, answering, both_headlines);
        for link in locks.with_kept(Vec::new(), &score) {
            found.retain(|candidate| candidate.at != (link.left, link.right));
            found.push(kept(&link, mix));
        }
        found.sort_by_key(|candidate| candidate.at);
        let decided = found.into_iter().map(|candidate| {
            let pair = self.pair(candidate.at, Some(candidate.standing), names);
            let known = (candidate.score >= links::SURE).then_some(Known::CERTAIN);
            (candidate, decide::decide(&pair, known))
        });
        let decided = decided.collect();
        (rows, score, decided)
    }

    fn pair<'a>(
        &'a self,
        at: (usize, usize),
        standing: Option<Standing>,
        names: &'a [Vec<String>],
    ) -> Pair<'a> {
        Pair::new((&self.left, &self.right), &self.story, at, standing, names)
    }
}

/// What was decided about two articles.
pub(super) struct Decided {
    /// Which paragraphs answer each other.
    pub(super) rows: Vec<Row>,
    /// The links, and what each means.
    pub(super) linked: Vec<(Link, Finding)>,
    /// What a second reader said, where there is one.
    pub(super) reading: Option<Reading>,
    /// Doubts met on the way.
    pub(super) notes: Vec<Note>,
}

/// A pair of claims that a comparison looked at.
pub struct LookedAt {
    /// Index of the left and of the right claim.
    pub claims: (usize, usize),
    /// Whether it is the best of one of its claims, so that it may be linked.
    pub best: bool,
    /// Its score as a multiple of the one from which claims may be linked.
    pub multiple: f32,
    /// All evidence.
    pub evidence: Vec<Evidence>,
}

/// What moved on is told once a claim: where one claim updates several that say the same, the surest pair tells so.
fn one_update_each(seen: &mut [(Candidate, Decision)]) {
    let all: Vec<((usize, usize), f32)> = seen
        .iter()
        .filter(|(_, decision)| decision.verdict == Some(Verdict::Development))
        .map(|(candidate, decision)| (candidate.at, decision.related))
        .collect();
    for (candidate, decision) in seen {
        let (at, chance) = (candidate.at, decision.related);
        let surer = |other: &((usize, usize), f32)| {
            let meets = other.0.0 == at.0 || other.0.1 == at.1;
            meets && other.1.total_cmp(&chance).then(at.cmp(&other.0)).is_gt()
        };
        if decision.verdict == Some(Verdict::Development) && all.iter().any(surer) {
            decision.verdict = decision.plain;
        }
    }
}

/// A pair that was no candidate.
fn far(at: (usize, usize), score: &Matrix, mix: &Mix) -> Candidate {
    let score = score.at(at.0, at.1);
    Candidate {
        at,
        score,
        best: false,
        always: false,
        standing: Standing {
            multiple: score / mix.link,
            mutual: false,
            answering: false,
        },
    }
}

/// A pair that the editor keeps together.
fn kept(link: &Link, mix: &Mix) -> Candidate {
    Candidate {
        at: (link.left, link.right),
        score: link.score.max(links::SURE),
        best: true,
        always: true,
        standing: Standing {
            multiple: link.score / mix.link,
            mutual: true,
            answering: true,
        },
    }
}

/// The encoder, if it is wanted, built in, and knows both languages.
fn encoder(
    left: &Article,
    right: &Article,
    encoding: Encoding,
    notes: &mut Vec<Note>,
) -> Option<&'static Encoder> {
    let encoder = encoding.embedded()?;
    let unknown: Vec<&Article> = [left, right]
        .into_iter()
        .filter(|a| !encoder::knows(&a.language))
        .collect();
    notes.extend(unknown.iter().map(|a| Note::NotEncoded {
        source: a.source.clone(),
        language: a.language.clone(),
    }));
    unknown.is_empty().then_some(encoder)
}
