//! Which attribution governs which clause, and who that is in full.
//!
//! Inside a sentence an attribution before what is said governs to the next one, an attribution behind governs back
//! to the last one, and one between commas governs both ways. Across sentences only a verb or form without a speaker
//! of its own (`وأضاف`, `he added`) carries on the last speaker, or the subject of the sentence before; a sentence
//! without any attribution is the outlet's own voice, unless it is a quotation that follows another one in its
//! paragraph, or told in the mood of reported speech (German `sei`). A pronoun whose gender the last speaker has not
//! stands for the last one who may have it.

use super::Speaker;
use super::attribution::{Attribution, Scope, attributions, bodies, name_of, named};
use super::clause::Clause;
use super::passage::Passage;
use super::person::Mention;
use super::quotation::Quotation;
use super::roster::{Roster, gender};
use crate::language::{Class, Pack, Property, Role, Stance};
use std::ops::Range;

/// The speakers of one article, in the order in which they speak.
#[derive(Default)]
pub(super) struct Speakers {
    /// All speakers and subjects of sentences so far, the last at the end: for whom the next pronoun stands.
    recent: Vec<Speaker>,
    /// The sentence before, where somebody speaks its end.
    before: Option<Spoken>,
    roster: Roster,
}

/// A sentence whose end somebody speaks.
struct Spoken {
    speaker: Speaker,
    /// Its paragraph.
    text: *const u8,
    /// The word behind it.
    end: usize,
}

impl Speakers {
    /// The names of an article, learned before any of its sentences is settled.
    pub(super) fn of_article<'a>(passages: impl Iterator<Item = &'a Passage<'a>>) -> Speakers {
        let mut roster = Roster::default();
        for passage in passages {
            roster.learn(passage);
            for body in bodies(passage) {
                roster.learn_body(passage.name(body), passage.pack);
            }
            for sentence in passage.sentences() {
                for attribution in attributions(passage, &sentence, |_| false) {
                    if let Some(who) = attribution.who.filter(|who| !stands_for_last(passage, who))
                    {
                        let name = name_of(passage, &trimmed(passage, who));
                        roster.learn_speaker(&name, passage.pack);
                    }
                }
            }
        }
        Speakers {
            roster,
            ..Speakers::default()
        }
    }

    /// Whether somebody of that name speaks in the article.
    pub(super) fn speaks(&self, name: &str, pack: &Pack) -> bool {
        self.roster.speaks(name, pack)
    }

    /// The speaker of each clause of a sentence.
    pub(super) fn of(
        &mut self,
        passage: &Passage,
        sentence: &Range<usize>,
        clauses: &[Clause],
        attributions: &[Attribution],
    ) -> Vec<Option<Speaker>> {
        let carried = self
            .carried_quotation(passage, sentence, attributions)
            .or_else(|| self.carried_report(passage, sentence, attributions));
        self.note_subject(passage, sentence);
        let relays = relays(attributions);
        let rest: Vec<&Attribution> = attributions
            .iter()
            .filter(|a| !relays.contains(a))
            .collect();
        let settled: Vec<(&Attribution, Option<Speaker>)> = rest
            .iter()
            .map(|&a| {
                let outer = rest.iter().find(|outer| quotes_another(outer, a));
                let chain = outer
                    .into_iter()
                    .chain(&relays)
                    .copied()
                    .collect::<Vec<_>>();
                (a, self.speaker(passage, a, &chain))
            })
            .collect();
        let said_by: Vec<Option<Speaker>> = governing(passage, clauses, &rest)
            .into_iter()
            .zip(clauses)
            .map(|(governs, clause)| {
                let governs = governs?;
                let (_, speaker) = settled.iter().find(|(a, _)| *a == governs)?;
                speaker.clone().map(|speaker| Speaker {
                    in_text: clause.words.contains(&governs.verb.start),
                    ..speaker
                })
            })
            .collect();
        let said_by = match carried {
            Some(speaker) => said_by
                .into_iter()
                .map(|own| own.or_else(|| Some(speaker.clone())))
                .collect(),
            None => said_by,
        };
        // What goes on without a cue of its own is said, whatever the cue before was: `X denied it. “We were not there.”`
        let speaks = |speaker: &Speaker| speaker.stance != Stance::Told;
        let ends = said_by.last().cloned().flatten().filter(speaks);
        self.before = ends.map(|speaker| Spoken {
            speaker: Speaker {
                stance: Stance::Says,
                in_text: false,
                ..speaker
            },
            text: passage.text.as_ptr(),
            end: sentence.end,
        });
        said_by
    }

    /// Who an attribution names; the last speaker where it names none.
    fn speaker(
        &mut self,
        passage: &Passage,
        attribution: &Attribution,
        relays: &[&Attribution],
    ) -> Option<Speaker> {
        if attribution.role == Role::Own {
            return None;
        }
        let verb = passage.slice(attribution.verb.clone()).to_owned();
        let stance = attribution.stance(passage);
        let source = attribution.role == Role::Source;
        let carried = |who: &Range<usize>| {
            let paper = source && is_document(passage, who);
            // `بحسب الوكالة الرسمية`: a source with a word of its own is not the last one.
            let own = source
                && who.len() > 1
                && passage.pack.is_definite(&passage.words[who.end - 1].form);
            !paper && !own && stands_for_last(passage, who) || source && is_possessed(passage, who)
        };
        let who = attribution
            .who
            .clone()
            .map(|who| trimmed(passage, who))
            .filter(|who| !carried(who) || self.recent.is_empty() && who.len() > 1);
        let via: Vec<String> = attribution
            .via
            .iter()
            .chain(relays.iter().flat_map(|r| r.who.iter().chain(&r.via)))
            .map(|who| passage.name(who.clone()).to_owned())
            .collect();
        let Some(who) = who else {
            let pronoun = attribution.who.as_ref().map(|who| who.start);
            return self.antecedent(passage, pronoun).map(|last| Speaker {
                verb,
                stance,
                via,
                ..last
            });
        };
        let speaker = Speaker {
            name: self.full_name(passage, &who),
            verb,
            stance,
            in_text: false,
            via,
            vague: who.clone().any(|w| passage.is_a(Class::VagueSource, w)),
            sure: true,
        };
        if !(is_aside(attribution) || source && is_document(passage, &who)) {
            self.recent.push(speaker.clone());
        }
        Some(speaker)
    }

    /// The speaker whom some words name; for a pronoun, whom it stands for. `None` where that is not known.
    pub(super) fn named(&self, passage: &Passage, who: &Range<usize>) -> Option<Speaker> {
        let who = trimmed(passage, whole_name(passage, who.clone()));
        if stands_for_last(passage, &who) {
            return self.antecedent(passage, Some(who.start));
        }
        Some(Speaker {
            name: self.full_name(passage, &named(passage, who.clone())),
            verb: String::new(),
            stance: Stance::Says,
            in_text: false,
            via: Vec::new(),
            vague: who.clone().any(|w| passage.is_a(Class::VagueSource, w)),
            sure: true,
        })
    }

    /// Whom a pronoun stands for: the last speaker, or where its gender differs the last one of the pronoun's.
    fn antecedent(&self, passage: &Passage, pronoun: Option<usize>) -> Option<Speaker> {
        let pack = passage.pack;
        let last = self.recent.last()?;
        let told = pronoun.and_then(|w| gender(&passage.words[w].form, pack));
        let of = |speaker: &Speaker| self.roster.gender(&speaker.name, pack);
        match (told, of(last)) {
            (Some(told), Some(own)) if told != own => {
                let mut others = self.recent.iter().rev();
                others.find(|other| of(other) == Some(told)).cloned()
            }
            _ => Some(last.clone()),
        }
    }

    fn full_name(&self, passage: &Passage, who: &Range<usize>) -> String {
        self.roster.in_full(&name_of(passage, who), passage.pack)
    }

    /// A person named as a sentence begins is who the next pronoun or bare verb stands for.
    fn note_subject(&mut self, passage: &Passage, sentence: &Range<usize>) {
        const LEAD: usize = 3;
        let start = behind_circumstance(passage, sentence);
        let reach = sentence.end.min(start + LEAD);
        // `Opposition leader Paul Odell called …`: the words before an office describe it.
        let describes = |w: usize| {
            !passage.sign_before(w + 1)
                && !passage.is_a(Class::FiniteVerb, w)
                && !passage.is_a(Class::Circumstance, w)
        };
        // `The harbour master, Ivo Bellamy, 31, wrote …`
        let apposed = |w: usize| {
            w > start + 1
                && passage.is_a(Class::Determiner, start)
                && passage.comma_before(w)
                && (start..w - 1).all(describes)
        };
        let starts = |w: usize| passage.pack.is(Property::VerbFirst) || (start..w).all(describes);
        let first = |m: &Mention| m.title.start.min(m.name.start);
        let mut mentions = passage.mentions.iter();
        let named = mentions.find(|m| (start..reach).contains(&first(m)));
        let mut mentions = passage.mentions.iter();
        let named = match named {
            Some(mention) => Some(mention).filter(|m| starts(first(m))),
            None => mentions.find(|m| m.name.start <= reach + 1 && apposed(m.name.start)),
        };
        let name = match named {
            Some(mention) => mention.name.clone(),
            None => match self.known_subject(passage, start..sentence.end) {
                Some(words) => words,
                None => return,
            },
        };
        let name = self.full_name(passage, &name);
        self.recent.push(Speaker {
            name,
            verb: String::new(),
            stance: Stance::Says,
            in_text: false,
            via: Vec::new(),
            vague: false,
            sure: true,
        });
    }

    /// The first word or two of a clause, where they are a name or an office that the article gives in full elsewhere.
    fn known_subject(&self, passage: &Passage, clause: Range<usize>) -> Option<Range<usize>> {
        [2, 1].into_iter().find_map(|length| {
            let words = clause.start..clause.start + length;
            let capital = |w: usize| passage.is_capitalised(w) || passage.is_title(w);
            let parted = length == 2 && passage.sign_before(words.start + 1);
            let fits = words.end < clause.end && words.clone().all(capital) && !parted;
            let name = fits.then(|| passage.name(words.clone()))?;
            (self.full_name(passage, &words) != name).then_some(words)
        })
    }

    /// The speaker of the sentence before, where a sentence is nothing but a quotation in the same paragraph, or one that
    /// goes on from the paragraph before.
    fn carried_quotation(
        &self,
        passage: &Passage,
        sentence: &Range<usize>,
        attributions: &[Attribution],
    ) -> Option<Speaker> {
        let before = self.before.as_ref()?;
        let beside = before.text == passage.text.as_ptr() && before.end == sentence.start;
        let follows = beside || passage.goes_on && sentence.start == 0;
        let whole = passage.quoted(&passage.bytes(sentence.clone()));
        (follows
            && whole
            && attributions.is_empty()
            && (passage.opens_before(sentence.start).is_some()
                || goes_on_quoted(passage, sentence)))
        .then(|| before.speaker.clone())
    }

    /// The speaker of the sentence before, where a sentence without an attribution is told in the mood of what another
    /// said: `X widersprach. Die Brücke sei sicher.` The mood that only stands in for it carries no speaker into the
    /// next paragraph, for it may as well say what is not so.
    fn carried_report(
        &self,
        passage: &Passage,
        sentence: &Range<usize>,
        attributions: &[Attribution],
    ) -> Option<Speaker> {
        let before = self.before.as_ref()?;
        let told = |mood: Class| {
            let own = |w: &usize| *w == sentence.start || !passage.gap(*w).contains(':');
            sentence.clone().take_while(own).any(|w| {
                let word = &passage.words[w];
                let quoted = passage
                    .quotations
                    .iter()
                    .any(|q| q.inner.contains(&word.span.start));
                let inner_noun = w > sentence.start && passage.is_upper(w);
                passage.is_a(mood, w) && !quoted && !inner_noun
            })
        };
        let follows = before.text == passage.text.as_ptr();
        let reported = told(Class::ReportedMood) || follows && told(Class::ConditionalMood);
        (attributions.is_empty() && reported).then(|| before.speaker.clone())
    }
}

/// Some words with all of the name that they end in: `Donald` of `Donald J. Trump`.
fn whole_name(passage: &Passage, who: Range<usize>) -> Range<usize> {
    let cut = |m: &&Mention| m.name.contains(&(who.end - 1));
    let end = passage
        .mentions
        .iter()
        .find(cut)
        .map_or(who.end, |m| m.name.end);
    who.start..end.max(who.end)
}

/// Whether a sentence begins inside a quotation that began before it.
fn goes_on_quoted(passage: &Passage, sentence: &Range<usize>) -> bool {
    let at = passage.words[sentence.start].span.start;
    let inside = |q: &Quotation| {
        q.inner.contains(&at) && passage.words_within(&q.inner).start < sentence.start
    };
    passage.quotations.iter().any(inside)
}

/// Where a sentence begins behind words of place or time: `At the call centre in Swindon, | Dee Marlow heard the news`.
fn behind_circumstance(passage: &Passage, sentence: &Range<usize>) -> usize {
    const LONGEST: usize = 9;
    let led = passage.opens_circumstance(sentence.start);
    let comma = (sentence.start + 1..sentence.end.min(sentence.start + LONGEST))
        .find(|&w| passage.comma_before(w));
    comma.filter(|_| led).unwrap_or(sentence.start)
}

/// Those that only tell who passed it on: `citing the agency`, where another attribution says who speaks.
fn relays(attributions: &[Attribution]) -> Vec<&Attribution> {
    let is_relay = |a: &&Attribution| a.role == Role::Relay && !a.bare;
    let others = attributions
        .iter()
        .any(|a| !is_relay(&a) && a.role != Role::Own);
    attributions
        .iter()
        .filter(|a| others && is_relay(a))
        .collect()
}

/// Without the words of circumstance or conjunction around a name.
fn trimmed(passage: &Passage, who: Range<usize>) -> Range<usize> {
    let idle = |w: usize| {
        let form = &passage.words[w].form;
        passage.pack.has(Class::Adverb, form) || passage.pack.has(Class::ClauseOpener, form)
    };
    let end = (who.start + 1..=who.end)
        .rev()
        .find(|&e| !idle(e - 1))
        .unwrap_or(who.end);
    // `в министерстве сообщили`: Russian puts a body that speaks into a place.
    let placed = passage.pack.is(Property::InflectedNames)
        && end > who.start + 1
        && passage.is_a(Class::Circumstance, who.start);
    who.start + usize::from(placed)..end
}

/// Pronouns, `the latter`, `المصدر`: whoever spoke or acted last.
fn stands_for_last(passage: &Passage, who: &Range<usize>) -> bool {
    const LONGEST: usize = 2;
    let first = &passage.words[who.start].form;
    let held = |w: usize| passage.is_a(Class::Anaphor, w);
    who.len() == 1 && passage.pack.has(Class::Pronoun, first)
        || who.len() <= LONGEST && who.clone().any(held)
}

/// `بحسب أرقامه`: his numbers.
fn is_possessed(passage: &Passage, who: &Range<usize>) -> bool {
    who.len() == 1
        && passage.words[who.start].form.chars().count() >= 5
        && passage.is_possessed(who.start)
}

/// `وفق نسخة من الحكم`: a paper is a source, and nobody who goes on speaking.
fn is_document(passage: &Passage, who: &Range<usize>) -> bool {
    who.clone().any(|w| passage.is_a(Class::Document, w))
}

/// The attribution that governs each clause.
fn governing<'a>(
    passage: &Passage,
    clauses: &[Clause],
    attributions: &[&'a Attribution],
) -> Vec<Option<&'a Attribution>> {
    let mut found: Vec<Option<&Attribution>> = Vec::new();
    let mut open: Option<&Attribution> = None;
    for clause in clauses {
        if passage.own_voice_at(clause.words.start) {
            open = None;
        }
        let before = attributions
            .iter()
            .find(|a| !clause.attribution.is_empty() && a.words.start == clause.attribution.start);
        let inside = outermost(passage, clause, attributions);
        let outer =
            |a: &Attribution| a.scope == Scope::Before && !passage.pack.is(Property::VerbFirst);
        // `ومن المنتظر أن تصل الشحنة، بحسب الوزارة`: who names a source does not speak for itself.
        let sourced = |a: &Attribution, i: &Attribution| {
            a.role == Role::Own && i.role == Role::Source && i.scope == Scope::Before
        };
        let before = before.filter(|a| {
            inside.is_none_or(|i| {
                a.role != Role::Relay && !outer(i) && !sourced(a, i) && !quotes_another(a, i)
            })
        });
        let inside = inside.as_ref();
        if let Some(&attribution) = before.or(inside) {
            if !is_aside(attribution) {
                open = attribution.lasting.then_some(attribution);
            }
            let back = attribution.role != Role::Own;
            if attribution.scope == Scope::Before && back {
                let parts = attribution.role == Role::Source;
                govern_back(
                    passage,
                    &clauses[..=found.len()],
                    &mut found,
                    attribution,
                    parts,
                );
            }
            found.push(Some(attribution));
        } else {
            open = open.filter(|a| goes_on(passage, clause, a));
            found.push(open);
        }
    }
    found
}

/// Whether who passes something on quotes another one right behind: `ذكرت القناة نقلا عن الوكالة أن الوزير قال إن …`.
fn quotes_another(outer: &Attribution, inner: &Attribution) -> bool {
    outer.via.is_some()
        && inner.words.start == outer.words.end
        && inner.scope == Scope::After
        && inner.who.is_some()
}

/// Whether an attribution also governs a clause behind the one that it opens: what is denied, doubted or asked ends with
/// its clause, but for one that a word such as `that` opens anew.
fn goes_on(passage: &Passage, clause: &Clause, attribution: &Attribution) -> bool {
    const CONJUNCTION: usize = 1;
    let start = clause.words.start;
    attribution.stance(passage).vouches()
        || (start..=start + CONJUNCTION).any(|w| passage.is_complement(w))
}

/// Of the attributions in a clause the one around the others: the last that stands behind what is said, else the
/// first. One in a relative clause (`ما وصفه بالخطر`) governs only what begins with it.
fn outermost<'a>(
    passage: &Passage,
    clause: &Clause,
    attributions: &[&'a Attribution],
) -> Option<&'a Attribution> {
    const LEAD: usize = 3;
    let mut inside = attributions
        .iter()
        .copied()
        .filter(|a| clause.words.start <= a.words.start && a.words.end <= clause.words.end)
        .filter(|a| !is_aside(a) || a.words.start <= clause.words.start + LEAD);
    let all: Vec<&Attribution> = inside.by_ref().collect();
    let behind = all.iter().rev().copied().find(|a| {
        a.scope == Scope::Before && !passage.pack.is(Property::VerbFirst) && a.role != Role::Relay
    });
    behind.or_else(|| all.first().copied())
}

/// One in a relative clause, behind which whoever spoke goes on.
fn is_aside(attribution: &Attribution) -> bool {
    !attribution.lasting && attribution.scope != Scope::Before
}

/// `A, and B, said X`: what stands before it in the sentence and has no speaker yet is X's as well; with `according
/// to X` only as far as no conjunction begins a statement of its own.
fn govern_back<'a>(
    passage: &Passage,
    clauses: &[Clause],
    found: &mut [Option<&'a Attribution>],
    attribution: &'a Attribution,
    parts: bool,
) {
    let begins_anew = |n: usize| parts && passage.is_coordinated_at(clauses[n].words.start);
    for n in (0..found.len()).rev() {
        if found[n].is_some() || begins_anew(n + 1) {
            break;
        }
        found[n] = Some(attribution);
    }
}
