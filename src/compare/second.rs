//! The second reader in a comparison: which claims it is asked about, and how its answers come to the pairs.
//!
//! A claim is asked about with the three claims of the other article that lie nearest to it, in the order of the left
//! side; then those right claims whose nearest partner has not been asked about with them. The editor's word goes
//! before the reader's: a pair that is locked is not asked about.

use super::decide::Decision;
use super::links::{self, Candidate};
use super::locks::Locks;
use super::prepared::Prepared;
use crate::article::Note;
use crate::claim::{Claim, Speaker, Stance};
use crate::evidence::Weights;
use crate::language::addresses_a_model;
use crate::meaning::Matrix;
use crate::model::{Decider, Finding, ReadPair, ReadSpeaker, ReadWord, Reading, Side, Verdict};
use crate::reader::{
    Fault, PARTNERS, Passage, Question, Reply, Scope, SecondReader, Word, checked,
};
use std::collections::BTreeMap;

/// From this chance on a link is sure: of 74 read links of real reports 70 were right (2026-11-26, before this file).
const SURE: f32 = 0.85;

/// What a reader says of pairs, by the indices of their left and right claims.
pub(super) type Words = BTreeMap<(usize, usize), Word>;

/// A claim that is asked about.
struct Asked {
    /// Whether it stands on the left.
    left: bool,
    claim: usize,
    partners: Vec<usize>,
}

impl Asked {
    fn pair(&self, partner: usize) -> (usize, usize) {
        if self.left {
            (self.claim, partner)
        } else {
            (partner, self.claim)
        }
    }

    /// Ask nothing about the claims of each side that are withheld.
    fn keep_from(&mut self, withheld: &[Vec<usize>; 2]) {
        let own = usize::from(!self.left);
        if withheld[own].contains(&self.claim) {
            self.partners.clear();
        }
        self.partners
            .retain(|partner| !withheld[1 - own].contains(partner));
    }
}

/// Ask about what the scope says. `seen` is what the engine decided, `engine` gives its verdict on one of them.
pub(super) fn ask(
    prepared: &Prepared,
    score: &Matrix,
    seen: &[(Candidate, Decision)],
    locks: &Locks,
    second: &SecondReader,
    engine: impl Fn(&Candidate, &Decision) -> Option<Verdict>,
) -> (Reading, Words, Vec<Note>) {
    let sides = (&prepared.left, &prepared.right);
    let seen: BTreeMap<(usize, usize), &(Candidate, Decision)> =
        seen.iter().map(|pair| (pair.0.at, pair)).collect();
    let engine = |at| seen.get(&at).and_then(|(c, d)| engine(c, d));
    let wanted = |asked: &Asked| {
        let pairs = || asked.partners.iter().map(|&partner| asked.pair(partner));
        match second.scope() {
            Scope::All => true,
            Scope::Linked => pairs().any(|at| engine(at).is_some()),
            Scope::Unsure => pairs().any(|at| seen.get(&at).is_some_and(|(_, d)| is_unsure(d))),
        }
    };
    let open = |l: usize, r: usize| {
        let locked = locks.keep(l, r) || locks.part(l, r);
        !locked && score.at(l, r) < links::SURE
    };
    let (withheld, notes) = withheld(sides);
    let mut asked = nearest(score, &open);
    asked.retain(|asked| wanted(asked));
    for asked in &mut asked {
        asked.keep_from(&withheld);
    }
    asked.retain(|asked| !asked.partners.is_empty());
    let (reading, words) = answers(sides, &asked, second, engine);
    (reading, words, notes)
}

/// Put the questions, and read the answers.
fn answers(
    sides: (&Side, &Side),
    asked: &[Asked],
    second: &SecondReader,
    engine: impl Fn((usize, usize)) -> Option<Verdict>,
) -> (Reading, Words) {
    let reader = second.reader();
    let questions: Vec<Question> = asked.iter().map(|asked| question(sides, asked)).collect();
    // A reader of somebody else's making may answer less than it is asked.
    let replies = reader.read(&questions).into_iter();
    let replies = replies.chain(std::iter::repeat(Reply::default()));
    let mut reading = Reading {
        host: reader.host().to_owned(),
        model: reader.model().to_owned(),
        ..Reading::default()
    };
    let mut words = Words::new();
    for ((asked, question), reply) in asked.iter().zip(&questions).zip(replies) {
        count(&mut reading, &reply);
        let Some(text) = &reply.text else { continue };
        let answer = checked(question, text);
        if let Some(span) = answer.speaker {
            speaker(&mut reading, sides, asked, &question.claim.paragraph[span]);
        }
        for (&partner, word) in asked.partners.iter().zip(answer.words) {
            let word = if asked.left { word } else { word.mirrored() };
            let at = asked.pair(partner);
            reading.thrown += usize::from(matches!(word, Word::Thrown(_)));
            reading.pairs.push(ReadPair {
                left: at.0,
                right: at.1,
                engine: engine(at),
                reader: said(&word),
            });
            words.insert(at, word);
        }
    }
    reading.pairs.sort_by_key(|pair| (pair.left, pair.right));
    (reading, words)
}

/// The question about two claims without a story around them; `None` where one of them talks to a language model.
pub(super) fn question_of(sides: (&Side, &Side)) -> Option<Question> {
    let talks = |side: &Side| addresses_a_model(&side.claims[0].text);
    let asked = Asked {
        left: true,
        claim: 0,
        partners: vec![0],
    };
    (!talks(sides.0) && !talks(sides.1)).then(|| question(sides, &asked))
}

/// What the reader says of pairs that stand alone; silence where there is no question.
pub(super) fn ask_apart(questions: &[Option<Question>], second: &SecondReader) -> Vec<Word> {
    let put: Vec<Question> = questions.iter().flatten().cloned().collect();
    let mut replies = second.reader().read(&put).into_iter();
    let mut word = |question: &Question| {
        let text = replies.next()?.text?;
        checked(question, &text).words.pop()
    };
    let words = questions
        .iter()
        .map(|question| question.as_ref().and_then(&mut word));
    words.map(Option::unwrap_or_default).collect()
}

/// Whether the engine is not sure of a pair that may belong together, or would raise an alarm about it.
pub(super) fn is_unsure(decision: &Decision) -> bool {
    let alarm = matches!(
        decision.verdict,
        Some(Verdict::Conflict | Verdict::Development | Verdict::SourceDiffers)
    );
    let near = decision.related >= Weights::built_in().value("related");
    alarm || near && (decision.related < SURE || decision.contrast.is_some())
}

/// Each claim with its nearest partners, so that every claim and its best partner are asked about once.
fn nearest(score: &Matrix, open: &impl Fn(usize, usize) -> bool) -> Vec<Asked> {
    let first = |mut ranked: Vec<(usize, f32)>| {
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.truncate(PARTNERS);
        ranked.into_iter().map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let of_left = (0..score.rows()).map(|l| {
        let ranked = (0..score.columns()).filter(|&r| open(l, r));
        first(ranked.map(|r| (r, score.at(l, r))).collect())
    });
    let of_left: Vec<Vec<usize>> = of_left.collect();
    let of_right = (0..score.columns()).filter_map(|r| {
        let ranked = (0..score.rows()).filter(|&l| open(l, r));
        let mut partners = first(ranked.map(|l| (l, score.at(l, r))).collect());
        let is_asked = |l: &usize| of_left[*l].contains(&r);
        let missed = partners.first().is_some_and(|best| !is_asked(best));
        partners.retain(|l| !is_asked(l));
        missed.then_some(Asked {
            left: false,
            claim: r,
            partners,
        })
    });
    let of_right: Vec<Asked> = of_right.collect();
    let of_left = of_left.into_iter().enumerate();
    let of_left = of_left.map(|(claim, partners)| Asked {
        left: true,
        claim,
        partners,
    });
    of_left.chain(of_right).collect()
}

/// The claims of both sides whose paragraph talks to a language model: they are not sent, and a note says so.
fn withheld(sides: (&Side, &Side)) -> ([Vec<usize>; 2], Vec<Note>) {
    let mut notes = Vec::new();
    let of = |side: &Side, notes: &mut Vec<Note>| {
        let paragraphs = &side.article.paragraphs;
        let talks: Vec<usize> = (0..paragraphs.len())
            .filter(|&p| paragraphs[p].kind.is_report() && addresses_a_model(&paragraphs[p].text))
            .collect();
        notes.extend(talks.iter().map(|&p| Note::AddressesReader {
            source: side.article.source.clone(),
            line: paragraphs[p].line,
        }));
        let claims = side.claims.iter().enumerate();
        let held = claims.filter(|(_, claim)| talks.contains(&claim.paragraph));
        held.map(|(at, _)| at).collect()
    };
    let held = [of(sides.0, &mut notes), of(sides.1, &mut notes)];
    (held, notes)
}

fn question(sides: (&Side, &Side), asked: &Asked) -> Question {
    let (own, other) = if asked.left {
        sides
    } else {
        (sides.1, sides.0)
    };
    let partners = asked.partners.iter().map(|&at| passage(other, at));
    Question {
        claim: passage(own, asked.claim),
        partners: partners.collect(),
    }
}

fn passage(side: &Side, at: usize) -> Passage {
    let claim = &side.claims[at];
    Passage {
        claim: claim.text.clone(),
        speaker: claim.speaker.as_ref().map(|speaker| speaker.name.clone()),
        paragraph: side.article.paragraphs[claim.paragraph].text.clone(),
    }
}

fn count(reading: &mut Reading, reply: &Reply) {
    reading.asked += usize::from(reply.asked);
    reading.unasked += usize::from(!reply.asked);
    reading.answered += usize::from(reply.text.is_some());
    for (all, own) in reading.tokens.iter_mut().zip(reply.tokens) {
        *all += own;
    }
    reading.millis += reply.millis;
}

fn speaker(reading: &mut Reading, sides: (&Side, &Side), asked: &Asked, name: &str) {
    let side = if asked.left { sides.0 } else { sides.1 };
    let claim = &side.claims[asked.claim];
    let engine = claim.speaker.as_ref().map(|speaker| speaker.name.clone());
    // A short and a long name are one.
    let is_known = |known: &String| known.contains(name) || name.contains(known.as_str());
    if !engine.as_ref().is_some_and(is_known) {
        reading.speakers.push(ReadSpeaker {
            claim: claim.id.clone(),
            engine,
            reader: name.to_owned(),
        });
    }
}

/// Put the speakers that the reader names in the place of the engine's.
pub(super) fn name_speakers(claims: &mut [Claim], reading: &Reading) {
    for found in &reading.speakers {
        let Some(claim) = claims.iter_mut().find(|claim| claim.id == found.claim) else {
            continue;
        };
        let in_text = claim.text.contains(&found.reader);
        claim.speaker = Some(Speaker {
            name: found.reader.clone(),
            verb: String::new(),
            stance: claim.speaker.as_ref().map_or(Stance::Says, |s| s.stance),
            in_text,
            sure: true,
            via: Vec::new(),
            vague: false,
        });
    }
}

/// Mark the claims that stand alone because the reader parted them from what the engine had linked them with.
pub(super) fn mark_parted(findings: &mut [Finding], reading: &Reading) {
    let parted = |pair: &&ReadPair| {
        let linked = pair
            .engine
            .is_some_and(|verdict| verdict != Verdict::Related);
        linked && pair.reader == ReadWord::Unrelated
    };
    let parted: Vec<&ReadPair> = reading.pairs.iter().filter(parted).collect();
    for finding in findings {
        let alone = match finding.verdict {
            Verdict::OnlyLeft => parted.iter().any(|pair| finding.left.contains(&pair.left)),
            Verdict::OnlyRight => parted
                .iter()
                .any(|pair| finding.right.contains(&pair.right)),
            _ => false,
        };
        if alone {
            finding.by = Decider::Reader;
        }
    }
}

/// That texts were sent, where to, and what it cost.
pub(super) fn note(reading: &Reading) -> Note {
    Note::SecondReader {
        host: reading.host.clone(),
        model: reading.model.clone(),
        asked: reading.asked,
        answered: reading.answered,
        unasked: reading.unasked,
        thrown: reading.thrown,
        tokens: reading.tokens.iter().sum(),
        millis: reading.millis,
    }
}

fn said(word: &Word) -> ReadWord {
    match word {
        Word::Silent => ReadWord::Silent,
        Word::Unsure => ReadWord::Unsure,
        Word::Unrelated => ReadWord::Unrelated,
        Word::Linked { verdict, .. } => ReadWord::Linked(*verdict),
        Word::Thrown(Fault::Form) => ReadWord::WrongForm,
        Word::Thrown(Fault::Words) => ReadWord::WrongWords,
    }
}
