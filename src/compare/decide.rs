//! The one place where a verdict is decided.
//!
//! [`decide`] takes all evidence that a pair of claims gives (`evidence/`) and answers four questions, each by a sum of
//! strengths times weights (`evidence/weights.tsv`): do both tell of one thing, can both not be right, does one know later
//! what the other did not, is one content put in two mouths? Each sum is the logarithm of odds, as in logistic regression,
//! by which the weights were fitted (`training/weights.py`). Links, `judge` and the look at pairs below the threshold call it;
//! nothing else gives a verdict to a pair.
//!
//! Real reports hardly ever contradict each other (0.4 % of the propositions in a public set do), so an alarm needs more
//! than even odds: the least odds stand in the table beside the weights.

use crate::claim::{Claim, Stance};
use crate::evidence::{self, Extent, Pair, Question, Weights};
use crate::language::fold;
use crate::model::{Difference, DifferenceKind, Evidence, Verdict};
use std::ops::Range;

/// What a pair of claims is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Decision {
    /// What a link between the two means; `None`: they are not linked.
    pub verdict: Option<Verdict>,
    /// The same if nothing were asserted of what differs.
    pub plain: Option<Verdict>,
    /// The chance that both tell of one thing, 0 to 1.
    pub related: f32,
    /// Something differs that could be a contradiction or an update: the evidence that says so, the surest first.
    pub contrast: Option<Evidence>,
    /// All that spoke.
    pub evidence: Vec<Evidence>,
}

/// What is known of a pair from elsewhere than its evidence, as the logarithm of odds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Known {
    /// That both tell of one thing.
    pub related: f32,
    /// That both tell of one event, so that what differs in it contradicts.
    pub one_event: f32,
}

impl Known {
    /// The editor's word, or the same words on both sides.
    pub(super) const CERTAIN: Known = Known {
        related: 7.0,
        one_event: 7.0,
    };

    /// With the second reader's word, which is known from nowhere else.
    fn read(self, evidence: &[Evidence], weights: &Weights) -> Known {
        let read = evidence.iter().filter(|e| e.id.starts_with("reader."));
        let read: f32 = read
            .map(|e| e.strength * weights.weight(Question::Related, e.id))
            .sum();
        Known {
            related: self.related + read,
            one_event: self.one_event + read,
        }
    }

    /// Of a pair that somebody asks about (`judge`): who asks takes it for one event, so less is enough for a contradiction.
    /// `likeness` is 0 to 1, `least` is the one from which two claims are taken to belong together.
    pub(super) fn asked(pair: &Pair, likeness: f32, least: f32) -> Known {
        let weights = Weights::built_in();
        let related = log_odds(likeness) - log_odds(least) + log_odds(weights.link(pair));
        Known {
            related,
            one_event: related + weights.value("asked"),
        }
    }
}

/// Decide what a pair is, by its evidence and, where there is any, by what is known from elsewhere.
pub(super) fn decide(pair: &Pair, known: Option<Known>) -> Decision {
    let weights = Weights::built_in();
    let evidence = evidence::gather(pair);
    let known = known.map(|known| known.read(&evidence, weights));
    let Known { related, one_event } = known.unwrap_or_else(|| {
        let related = odds(&evidence, Question::Related, 0.0, weights);
        Known {
            related,
            one_event: related,
        }
    });
    let [conflict, update, speaker] = [Question::Conflict, Question::Update, Question::Speaker]
        .map(|question| odds(&evidence, question, one_event, weights));
    let one_text = is_one_text(pair);
    let contrasts = |question| contrast(&evidence, question, weights).filter(|_| !one_text);
    let alarm = |odds: f32, question, name: &str| {
        odds >= weights.value(name) && contrasts(question).is_some()
    };
    let chance = chance(related);
    let plain = match () {
        () if chance < weights.value("related") => None,
        () if chance < weights.link(pair) => Some(Verdict::Related),
        () => Some(by_extent(
            pair,
            &evidence,
            (one_text, speaker >= weights.value("speaker")),
            weights,
        )),
    };
    let verdict = match () {
        () if alarm(update, Question::Update, "update") && update > conflict => {
            Some(Verdict::Development)
        }
        () if alarm(conflict, Question::Conflict, "conflict") => Some(Verdict::Conflict),
        () => plain,
    };
    let contrast = match verdict {
        Some(Verdict::Development) => contrasts(Question::Update),
        _ => contrasts(Question::Conflict),
    };
    Decision {
        verdict,
        plain,
        related: chance,
        contrast,
        evidence,
    }
}

/// Whether the pair is near enough to make its paragraphs answer each other.
pub(super) fn aligns(pair: &Pair) -> bool {
    let weights = Weights::built_in();
    odds(&evidence::gather(pair), Question::Related, 0.0, weights) >= weights.value("align")
}

/// The sum for one question.
fn odds(evidence: &[Evidence], question: Question, related: f32, weights: &Weights) -> f32 {
    let spoken = evidence.iter();
    let spoken: f32 = spoken
        .map(|e| e.strength * weights.weight(question, e.id))
        .sum();
    weights.weight(question, "bias") + related * weights.weight(question, "related") + spoken
}

/// Of the evidence that something differs, what weighs most for an answer.
fn contrast(evidence: &[Evidence], question: Question, weights: &Weights) -> Option<Evidence> {
    let weight = |e: &Evidence| e.strength * weights.weight(question, e.id);
    let differs = |e: &&Evidence| {
        let kind = evidence::rule(e.id).and_then(|rule| rule.differs);
        kind.is_some_and(|kind| kind != DifferenceKind::Speaker) && weight(e) > 0.0
    };
    evidence
        .iter()
        .filter(differs)
        .max_by(|a, b| weight(a).total_cmp(&weight(b)))
        .cloned()
}

/// Whether both claims are the same words, and neither speaker or both deny them: then nothing differs, whatever the rules make
/// of them.
fn is_one_text(pair: &Pair) -> bool {
    let denies = |claim: &Claim| {
        let speaker = claim.speaker.as_ref();
        speaker.is_some_and(|speaker| speaker.stance == Stance::Denies)
    };
    let (left, right) = pair.claims;
    denies(left) == denies(right) && fold(&left.text) == fold(&right.text)
}

/// The verdict of two linked claims that do not contrast.
fn by_extent(
    pair: &Pair,
    evidence: &[Evidence],
    (one_text, two_mouths): (bool, bool),
    weights: &Weights,
) -> Verdict {
    let told = if let Some(read) = evidence::read_extent(pair) {
        read
    } else if one_text || evidence.iter().any(|e| e.id == "wording.same") {
        Verdict::Same
    } else {
        evidence::extent(
            pair,
            Extent {
                covered: weights.value("covered"),
                contained: weights.value("contained"),
                lead: weights.value("lead"),
            },
        )
    };
    let differs = |e: &Evidence| matches!(e.id, "speaker.differs" | "reader.speaker");
    let differs = evidence.iter().any(differs);
    match told {
        Verdict::Same | Verdict::Reworded if differs && two_mouths => Verdict::SourceDiffers,
        // What differs in a value is not the same, however alike the words are.
        Verdict::Same if contrast(evidence, Question::Conflict, weights).is_some() => {
            Verdict::Overlap
        }
        told => told,
    }
}

/// In what a linked pair differs by value, for the report.
pub(super) fn difference(pair: &Pair, decision: &Decision) -> Option<Difference> {
    let found = decision.contrast.as_ref()?;
    let kind = match evidence::rule(found.id)?.differs? {
        DifferenceKind::Detail => evidence::read_kind(pair, &found.spans),
        kind => kind,
    };
    let (left, right) = pair.claims;
    if found.spans.iter().all(Range::is_empty) {
        return None; // it rests on all of both claims: no words to put beside each other
    }
    let words = |text: &str, span: &Range<usize>| text[span.clone()].to_owned();
    Some(Difference {
        kind,
        left: words(&left.text, &found.spans[0]),
        right: words(&right.text, &found.spans[1]),
    })
}

fn chance(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}

fn log_odds(chance: f32) -> f32 {
    let chance = chance.clamp(1e-3, 1.0 - 1e-3);
    (chance / (1.0 - chance)).ln()
}
