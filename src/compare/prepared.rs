//! Two articles with all that does not depend on weights: for comparing them, and for comparing them again and again
//! while weights are fitted.

use super::both::both;
use super::links::{self, Link};
use super::locks::Locks;
use super::{Encoding, Options, Row, Side, actors, counted, paragraphs, values};
use crate::article::{Article, Note};
use crate::claim;
use crate::meaning::encoder::{self, Encoder};
use crate::meaning::{Mix, Story, Views};

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
    views: Views,
    /// How meaning was found.
    pub(super) encoding: Encoding,
}

impl Prepared {
    /// Find the claims of two articles and hold them against each other.
    #[must_use]
    pub fn new(left: &Article, right: &Article, options: &Options) -> Prepared {
        let [(left_claims, mut notes), (right_claims, more)] =
            both(|| claim::find(left, 'L'), || claim::find(right, 'R'));
        notes.extend(more);
        let encoder = encoder(left, right, options.encoder, &mut notes);
        let story = Story::new((left, &left_claims), (right, &right_claims), encoder);
        let side = |article: &Article, claims| Side {
            article: article.clone(),
            claims,
        };
        let (left, right) = (side(left, left_claims), side(right, right_claims));
        Prepared {
            views: story.views(),
            locks: Locks::of(&options.locks, &left, &right, &mut notes),
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

    /// Which paragraphs answer each other, and which claims are linked.
    #[must_use]
    pub fn linked(&self, mix: &Mix) -> (Vec<Row>, Vec<Link>) {
        self.linked_by(mix, &self.locks)
    }

    /// The links that the editor's word took away.
    pub(super) fn cut(&self, mix: &Mix) -> Vec<Link> {
        if !self.locks.part_any() {
            return Vec::new();
        }
        let (_, mut links) = self.linked_by(mix, &Locks::default());
        links.retain(|link| self.locks.part(link.left, link.right));
        links
    }

    fn linked_by(&self, mix: &Mix, locks: &Locks) -> (Vec<Row>, Vec<Link>) {
        let (left, right) = (&self.left, &self.right);
        let score = mix.score(&self.views);
        let score = links::favour_identical(&score, &left.claims, &right.claims);
        let score = locks.parted(&score);
        let near = self.standing(links::links(&score, mix.alignment));
        let near = locks.with_kept(near, &score);
        let alignment = paragraphs::align(left, right, &near, locks.rows());
        let score = paragraphs::favour(&score, left, right, &alignment, mix.aligned);
        let linked = self.standing(links::links(&score, mix.link));
        let links = links::with_disputed(linked, &score, mix.link, |candidate| {
            values::disputed(left, right, &self.story, candidate)
        });
        (alignment, locks.with_kept(links, &score))
    }

    /// The links that are more than shared names, or a number that counts other things.
    fn standing(&self, mut links: Vec<Link>) -> Vec<Link> {
        let (left, right) = (&self.left, &self.right);
        links.retain(|link| {
            let at = (link.left, link.right);
            link.score >= links::SURE
                || !actors::alone(left, right, &self.story, at) && !counted::apart(left, right, at)
        });
        links
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
