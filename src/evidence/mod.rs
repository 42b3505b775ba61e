//! What speaks for or against: from two claims that may belong together to scored evidence.
//!
//! Entry: [`gather`]. One kind of evidence a file; each kind is a list of [`Rule`]s with a stable id, what it sees, what it
//! gets wrong, and a table of examples beside it (right and wrong ones), which one test walks. A rule never decides: it
//! says how strongly it speaks and on which words it rests. What all of it means is decided in one place,
//! `compare/decide.rs`, by the weights of `weights.tsv`.

mod background;
mod casualties;
mod counted_thing;
mod coverage;
mod date;
#[cfg(test)]
mod examples;
mod link;
mod modality;
mod negation;
mod person;
mod place;
mod polarity;
mod quantity;
mod reader;
mod speaker;
mod weights;
mod wording;

use crate::claim::{Claim, Speaker};
use crate::language::{Class, Pack, pack};
use crate::meaning::{self, Coverage, Story, Token};
use crate::model::{DifferenceKind, Evidence, Side};
use crate::reader::Word;
use std::cell::OnceCell;
use std::ops::Range;

pub(crate) use coverage::{Extent, extent};
pub(crate) use reader::{read_details, read_extent, read_kind};
pub(crate) use weights::{Question, Weights};
pub(crate) use wording::{Wording, differences, marks};

/// A way in which a pair of claims can give evidence.
pub(crate) struct Rule {
    /// `kind.what`, stable: reports and `docs/quality.md` name it.
    pub id: &'static str,
    /// What it sees, in a sentence.
    pub what: &'static str,
    /// What it gets wrong.
    pub wrong: &'static str,
    /// What the words that it rests on differ in; `None` where they do not.
    pub differs: Option<DifferenceKind>,
    /// How strongly it speaks, and where.
    pub find: fn(&Pair) -> Option<Found>,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// 0 to 1.
    pub strength: f32,
    /// Byte ranges in the text of the left and of the right claim; empty where it rests on all of it.
    pub spans: [Range<usize>; 2],
}

impl Found {
    /// Evidence that rests on all of both claims.
    fn whole(strength: f32) -> Found {
        Found {
            strength,
            spans: [0..0, 0..0],
        }
    }
}

/// All rules, kind by kind.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        link::RULES,
        coverage::RULES,
        wording::RULES,
        person::RULES,
        quantity::RULES,
        casualties::RULES,
        date::RULES,
        polarity::RULES,
        modality::RULES,
        speaker::RULES,
        reader::RULES,
    ]
    .into_iter()
    .flatten()
}

/// The rule with an id.
pub(crate) fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

/// All evidence that a pair gives, in the order of the rules.
pub(crate) fn gather(pair: &Pair) -> Vec<Evidence> {
    let speaks = |rule: &'static Rule| {
        let Found { strength, spans } = (rule.find)(pair)?;
        (strength > 0.0).then(|| Evidence {
            id: rule.id,
            strength: strength.min(1.0),
            spans,
        })
    };
    rules().filter_map(speaks).collect()
}

/// Whether a claim has a word of a class.
fn has_word(class: Class, claim: &Claim, pack: &Pack) -> bool {
    claim.words.iter().any(|word| pack.has(class, &word.form))
}

/// How a pair stands among the others of its story.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Standing {
    /// Its score (`meaning::Mix`) as a multiple of the one from which claims are candidates for a link.
    pub multiple: f32,
    /// Whether it is the best of its left claim and of its right one.
    pub mutual: bool,
    /// Whether the two paragraphs answer each other.
    pub answering: bool,
}

/// A left and a right claim with all that is known of them.
pub(crate) struct Pair<'a> {
    /// The words of both articles.
    pub story: &'a Story,
    /// Index of the left and the right claim.
    pub at: (usize, usize),
    /// Both sides.
    pub sides: (&'a Side, &'a Side),
    /// The left and the right claim.
    pub claims: (&'a Claim, &'a Claim),
    /// The rules of their languages.
    pub packs: (&'static Pack, &'static Pack),
    /// Spellings that the desk knows to be one name each.
    pub names: &'a [Vec<String>],
    /// How it stands among others; `None` where there is no story around it.
    pub standing: Option<Standing>,
    /// What the second reader says of it; `None` where it was not asked.
    pub read: Option<&'a Word>,
    /// The words that meet, the weightiest first.
    pub met: Vec<meaning::Pair>,
    /// Their wording, word by word and in order.
    pub wording: Wording,
    /// The figures in which they differ: four rules ask for them.
    differing: OnceCell<Option<quantity::Difference<'a>>>,
}

/// Words meet from this nearness on. One value for all rules; the words of one stem have .8 and more (`meaning/partners.rs`).
const MEETS: f32 = 0.45;

impl<'a> Pair<'a> {
    pub(crate) fn new(
        sides: (&'a Side, &'a Side),
        story: &'a Story,
        at: (usize, usize),
        standing: Option<Standing>,
        names: &'a [Vec<String>],
    ) -> Pair<'a> {
        Pair {
            story,
            at,
            sides,
            claims: (&sides.0.claims[at.0], &sides.1.claims[at.1]),
            packs: (
                pack(&sides.0.article.language),
                pack(&sides.1.article.language),
            ),
            names,
            standing,
            read: None,
            met: story.pairs(at.0, at.1, MEETS),
            wording: wording::wording(story, at.0, at.1),
            differing: OnceCell::new(),
        }
    }

    /// The same pair, with what the second reader says of it.
    pub(crate) fn read_as(self, read: Option<&'a Word>) -> Pair<'a> {
        Pair { read, ..self }
    }

    /// The speakers of both; `None` where one of them is the outlet's own voice.
    fn speakers(&self) -> Option<(&'a Speaker, &'a Speaker)> {
        let (left, right) = self.claims;
        Some((left.speaker.as_ref()?, right.speaker.as_ref()?))
    }

    /// How much of each claim's words the other has, 0 to 1: the smaller of the two.
    fn shared(&self) -> f32 {
        let Coverage { left, right } = self.story.coverage(self.at.0, self.at.1);
        left.min(right)
    }

    /// Whether one of them, and only one, tells of an older event by the way.
    fn is_one_background(&self) -> bool {
        background::is_background(self.sides.0, self.at.0)
            != background::is_background(self.sides.1, self.at.1)
    }

    /// The words of the left and of the right claim.
    fn tokens(&self) -> (&'a [Token], &'a [Token]) {
        (self.story.left(self.at.0), self.story.right(self.at.1))
    }

    /// Whether both are of one language.
    fn one_language(&self) -> bool {
        self.packs.0.tag == self.packs.1.tag
            && self.sides.0.article.language == self.sides.1.article.language
    }

    /// The share of the weight of both claims' other words that meets, 0 to 1: the smaller of the two. `but` says which
    /// words of the left and of the right claim are no others.
    fn rest(&self, but: &(impl Fn(usize) -> bool, impl Fn(usize) -> bool)) -> f32 {
        let (left, right) = self.tokens();
        let others = self
            .met
            .iter()
            .filter(|p| !but.0(p.left) && !but.1(p.right));
        let (met_left, met_right) = others.fold((0.0, 0.0), |(a, b), p| {
            (
                a + p.near * left[p.left].weight,
                b + p.near * right[p.right].weight,
            )
        });
        let share = |met: f32, tokens: &[Token], but: &dyn Fn(usize) -> bool| {
            let others = (0..tokens.len()).filter(|&at| !but(at));
            let all: f32 = others.map(|at| tokens[at].weight).sum();
            if all > 0.0 { met / all } else { 0.0 }
        };
        share(met_left, left, &but.0).min(share(met_right, right, &but.1))
    }

    /// The share of the words around two places that meet, 0 to 1, by weight; a sign ends what is around.
    fn around(&self, spans: (&Range<usize>, &Range<usize>)) -> f32 {
        /// How many words on either side.
        const WINDOW: usize = 5;
        let tokens = self.tokens();
        let near = |text: &str, tokens: &[Token], span: &Range<usize>| -> Vec<usize> {
            let first = tokens.partition_point(|t| t.span.end <= span.start);
            let last = tokens.partition_point(|t| t.span.start < span.end);
            let run_on = |from: usize, to: usize| {
                !negation::is_parted(text.get(from..to).unwrap_or_default())
            };
            let before = (first.saturating_sub(WINDOW)..first)
                .rev()
                .take_while(|&n| run_on(tokens[n].span.end, span.start));
            let behind = (last..tokens.len().min(last + WINDOW))
                .take_while(|&n| run_on(span.end, tokens[n].span.start));
            before.chain(behind).collect()
        };
        let windows = (
            near(&self.claims.0.text, tokens.0, spans.0),
            near(&self.claims.1.text, tokens.1, spans.1),
        );
        let weight = |tokens: &[Token], window: &[usize]| -> f32 {
            window.iter().map(|&n| tokens[n].weight).sum()
        };
        let all = weight(tokens.0, &windows.0).min(weight(tokens.1, &windows.1));
        let met = self.met.iter();
        let met = met.filter(|p| windows.0.contains(&p.left) && windows.1.contains(&p.right));
        let met: f32 = met.map(|p| p.weight).fold(0.0, |sum, weight| sum + weight);
        if all > 0.0 { (met / all).min(1.0) } else { 0.0 }
    }
}
