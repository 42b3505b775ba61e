//! Who says it: the phrases that attribute, where they stand in a sentence, and what they govern.
//!
//! Four orders are known: verb first (Arabic, `قال X إن …`), subject first (English, French, Russian, Spanish: `X said
//! that …`, `“…,” said X`), verb second (German, `Am Montag sagte X, …`) and verb last (Turkish, `X, “…” dedi`). Forms that carry the last speaker on
//! (`مؤكدا أن`, `adding that`) are the same in all. It misses speakers named only by a clause (`those who were there say`).

mod dropped;
mod headline;
mod subject_first;
mod verb_final;
mod verb_first;
mod verb_second;
mod well_formed;

pub(super) use verb_first::{bodies, name as name_of};

use super::passage::Passage;
use crate::language::{Class, Property, Role, Speech, Stance, When, WordKind};
use std::ops::Range;

/// A phrase that attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribution {
    /// The words of the whole phrase, the word that opens what is said included.
    pub words: Range<usize>,
    /// The words that attribute.
    pub verb: Range<usize>,
    /// The words that name the speaker; `None` where the last one is carried on.
    pub who: Option<Range<usize>>,
    /// The words that name who passed it on.
    pub via: Option<Range<usize>>,
    /// How it attributes.
    pub role: Role,
    /// Where what is said stands.
    pub scope: Scope,
    /// Whether what follows in the sentence is said by the same speaker.
    pub lasting: bool,
    /// Whether it can be taken off before what is said: it begins a clause, and a word, a colon or a quotation opens
    /// what is said.
    pub bare: bool,
}

impl Attribution {
    /// How many of its words neither attribute nor name the speaker, who may also stand before it (`Juan Pérez, quien
    /// aseguró que …`).
    pub(super) fn others(&self) -> usize {
        let named = self.who.as_ref().map_or(0, Range::len);
        self.words.len().saturating_sub(self.verb.len() + named)
    }

    /// Whether it adds what the last speaker denies: `…, denying any fire`. That is a statement of its own.
    pub(super) fn adds_a_denial(&self, passage: &Passage) -> bool {
        self.role == Role::Carries
            && passage.comma_before(self.words.start)
            && self.stance(passage) == Stance::Denies
    }

    /// How the speaker stands to what is said, by the words that attribute. Of a verb in two parts (`hat … bestritten`)
    /// they are the last part.
    pub(super) fn stance(&self, passage: &Passage) -> Stance {
        let is_cue = |at: usize, speech: &Speech| {
            at == self.verb.start
                || passage
                    .closing_behind(at + speech.words.len(), speech)
                    .as_ref()
                    == Some(&self.verb)
        };
        (self.words.start..=self.verb.start)
            .rev()
            .filter(|_| !self.verb.is_empty())
            .find_map(|at| passage.speech_at(at).filter(|speech| is_cue(at, speech)))
            .map_or(Stance::Says, |speech| speech.stance)
    }
}

/// Where what is said stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Behind the phrase, to the end of the sentence or the next attribution.
    After,
    /// Before the phrase, from the start of the sentence or the last cut.
    Before,
    /// Around the phrase: it is part of the statement and cannot be taken out.
    Around,
}

/// How many words of an attribution may tell where, when or to whom.
const ASIDE_WORDS: usize = 6;
/// How many words a source may have.
const SOURCE_WORDS: usize = 9;
/// A describing noun before a name has at least this many letters: `of`, `из` are none.
const NOUN_LETTERS: usize = 4;
/// How far behind a form that carries the speaker on what is said may open.
const CARRIED_REACH: usize = 6;
/// A quotation with fewer words than this is a name or a label, not what is said.
const SAID_WORDS: usize = 4;

/// The attributions of a sentence (a range of words), in order. `speaks` tells whether somebody of that name speaks
/// elsewhere in the article, which settles what stands before a headline's colon.
pub(super) fn attributions(
    passage: &Passage,
    sentence: &Range<usize>,
    speaks: impl Fn(&str) -> bool,
) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    found.extend(headline::find(passage, sentence, speaks));
    let mut at = found.last().map_or(sentence.start, |a| a.words.end);
    while at < sentence.end {
        let next = attribution(passage, sentence, at)
            .and_then(|found| well_formed::guarded(passage, found));
        let next = next.map(|a| around_relay(a, &mut found));
        let next = next.map(|a| Attribution {
            bare: a.bare && !tells_more(passage, &a),
            ..a
        });
        match next {
            Some(a)
                if found.last().is_none_or(|last| {
                    last.words.end <= a.words.start && !is_inside(passage, last, &a)
                }) =>
            {
                let closing = verb_final::closing(&a);
                at = a.words.end.max(a.verb.end).max(at + 1);
                found.push(a);
                found.extend(closing);
            }
            _ => at += 1,
        }
    }
    found
}

/// Whether a phrase has so many words beside the speaker and the verb that it tells something itself: `At 9.41 the
/// captain reported the failure of an engine and warned that …`. In Arabic such words are where and when it was said.
fn tells_more(passage: &Passage, attribution: &Attribution) -> bool {
    !passage.pack.is(Property::VerbFirst) && attribution.others() > ASIDE_WORDS
}

/// `The site, citing the agency, said that …`: the relay goes with the attribution that stands around it.
fn around_relay(attribution: Attribution, found: &mut Vec<Attribution>) -> Attribution {
    let around = |last: &Attribution| {
        last.role == Role::Relay
            && !last.bare
            && attribution.words.start < last.words.start
            && last.words.end <= attribution.verb.start
    };
    if !found.last().is_some_and(around) {
        return attribution;
    }
    let relay = found.pop();
    Attribution {
        via: relay.and_then(|r| r.who),
        ..attribution
    }
}

/// Whether an attribution stands inside what another one reports: `X said that engineers had warned that …`. Behind
/// a conjunction or a sign it begins anew.
fn is_inside(passage: &Passage, outer: &Attribution, inner: &Attribution) -> bool {
    let start = inner.words.start;
    let anew = || {
        passage.sign_before(start)
            || passage.is_a(Class::Coordinator, start - 1)
            || start == inner.verb.start
            || passage.is_a(Class::Coordinator, start)
            || contrasts(passage, start - 1)
    };
    !passage.pack.is(Property::VerbFirst)
        && outer.scope == Scope::After
        && !matches!(outer.role, Role::Relay | Role::Source)
        && matches!(
            inner.role,
            Role::Says | Role::Announces | Role::Denies | Role::Demands
        )
        && inner.scope != Scope::Before
        && start > outer.words.start
        && !anew()
}

/// Whether a word behind a comma opens a statement beside the one before: `…, while Y insisted …`.
fn contrasts(passage: &Passage, word: usize) -> bool {
    passage.is_a(Class::ClauseOpener, word)
        && !passage.is_a(Class::Relative, word)
        && passage.sign_before(word)
}

fn attribution(passage: &Passage, sentence: &Range<usize>, at: usize) -> Option<Attribution> {
    let speech = passage.speech_at(at)?;
    // `the self-proclaimed leader`: a part of a word is no verb.
    let glued = at > sentence.start && passage.gap(at) == "-";
    if glued || is_quoted(passage, sentence, at) {
        return None;
    }
    let verb = at..at + speech.words.len();
    match speech.role {
        Role::Own => own_voice(passage, sentence, verb),
        Role::Carries => carried(passage, sentence, verb, speech.role),
        _ if passage.pack.is(Property::VerbSecond) => {
            verb_second::find(passage, sentence, verb, speech)
        }
        Role::After if passage.pack.is(Property::VerbFinal) => {
            verb_final::source(passage, sentence, &verb)
        }
        role if passage.pack.is(Property::VerbFinal) => {
            verb_final::find(passage, sentence, &verb, role)
        }
        Role::Source | Role::Relay
            if passage.pack.is(Property::VerbFirst)
                && (speech.role == Role::Source || verb.len() > 1) =>
        {
            verb_first::source(passage, sentence, verb, speech.role)
        }
        Role::Source => source(passage, sentence, verb, speech.role),
        Role::Relay if !passage.pack.is(Property::VerbFirst) => {
            source(passage, sentence, verb, speech.role)
        }
        role if passage.pack.is(Property::VerbFirst) => {
            verb_first::find(passage, sentence, verb, role)
        }
        role => subject_first::find(passage, sentence, verb, role),
    }
}

/// Whether a word stands in a quotation that is one part of its sentence: whoever is reported in there speaks only
/// through its speaker.
fn is_quoted(passage: &Passage, sentence: &Range<usize>, word: usize) -> bool {
    let at = passage.words[word].span.start;
    // `«No —dijo el alcalde— iremos»`: between dashes the outlet speaks.
    let between_dashes = passage.pack.is(Property::DashDialogue) && passage.dash_before(word);
    passage.quotations.iter().any(|q| {
        let inside = passage.words_within(&q.inner);
        // An Arabic agency may put a whole report into marks.
        let part = inside.len() < sentence.len() || !passage.pack.is(Property::VerbFirst);
        q.inner.contains(&at) && inside.len() >= SAID_WORDS && part && !between_dashes
    })
}

/// `it is understood that`, `يذكر أن`: nobody but the outlet speaks.
fn own_voice(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
) -> Option<Attribution> {
    let begins = verb.start == sentence.start || passage.sign_before(verb.start);
    let end = if passage.is_complement(verb.end) && !passage.is_complement(verb.end - 1) {
        verb.end + 1
    } else {
        verb.end
    };
    let before = end >= sentence.end || passage.comma_before(end);
    (begins || before).then_some(Attribution {
        words: verb.start..end.min(sentence.end),
        verb,
        who: None,
        via: None,
        role: Role::Own,
        scope: if before { Scope::Before } else { Scope::After },
        lasting: !before,
        bare: begins && !before,
    })
}

/// `according to the ministry`, `بحسب مصدر مطلع`: up to a comma, what is said, or the end.
fn source(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let from = verb.end;
    // `…, según explicó, …`: whoever spoke last.
    let unnamed = from >= sentence.end || passage.sign_before(from);
    if passage.pack.is(Property::NullSubject) && unnamed && passage.opens_before(from).is_none() {
        return carried(passage, sentence, verb, Role::Carries);
    }
    let farthest = sentence.end.min(from + SOURCE_WORDS);
    let relayed = |w: usize| passage.speech_at(w).is_some_and(|s| s.role == Role::Relay);
    let ends = |&w: &usize| {
        passage.comma_before(w)
            || passage.is_complement(w)
            || relayed(w)
            || passage.gap(w).contains([';', ':', '–', '—'])
    };
    let end = (from + 1..farthest).find(ends).unwrap_or(farthest);
    if end <= from {
        return None;
    }
    let opened = end < sentence.end && passage.is_complement(end);
    let close = if opened { end + 1 } else { end };
    let first = verb.start == sentence.start || opened;
    let scope = if first && close < sentence.end {
        Scope::After
    } else {
        Scope::Before
    };
    let aside = verb.start > sentence.start && end < sentence.end && passage.comma_before(end);
    Some(Attribution {
        words: verb.start..close,
        who: Some(named(passage, from..end)),
        via: None,
        verb,
        role,
        scope,
        lasting: scope == Scope::After || aside,
        bare: false,
    })
}

/// `مؤكدا أن …`, `adding that …`: the last speaker goes on.
fn carried(
    passage: &Passage,
    sentence: &Range<usize>,
    verb: Range<usize>,
    role: Role,
) -> Option<Attribution> {
    let begins = verb.start == sentence.start || passage.sign_before(verb.start);
    let goes_on =
        passage.pack.is(Property::VerbFirst) && verb_first::goes_on_with_content(passage, &verb);
    if !(begins || goes_on) {
        return None; // `the mayor was denying it`, `حراسة مشددة`
    }
    let closed = verb.end >= sentence.end || passage.comma_before(verb.end);
    let behind = passage.comma_before(verb.start) || passage.closes_before(verb.start);
    if closed && behind && verb.start > sentence.start {
        // `« … », a-t-il dit`, `…, по его словам, …`
        return Some(Attribution {
            words: verb.clone(),
            lasting: verb.end < sentence.end,
            verb,
            who: None,
            via: None,
            role,
            scope: Scope::Before,
            bare: false,
        });
    }
    let reach = sentence.end.min(verb.end + CARRIED_REACH);
    let opened = (verb.end..reach).find_map(|w| opening(passage, w));
    let (end, scope) = opened.map_or((verb.end, Scope::Around), |end| (end, Scope::After));
    let bare = opened.is_some();
    (end < sentence.end).then_some(Attribution {
        words: verb.start..end,
        verb,
        who: None,
        via: None,
        role,
        scope,
        lasting: true,
        bare,
    })
}

/// The name alone where a phrase is an office and a name, or an office with the name behind a comma; else all of it.
pub(super) fn named(passage: &Passage, phrase: Range<usize>) -> Range<usize> {
    if let Some(name) = apposed_name(passage, &phrase) {
        return name;
    }
    let beyond = phrase.start..passage.words.len().min(phrase.end + SOURCE_WORDS);
    let Some(mention) = passage.mention_within(&beyond) else {
        return phrase;
    };
    // `the U.S. Attorney’s Office`: no name begins within an abbreviation.
    if mention.name.start > phrase.start && passage.gap(mention.name.start) == "." {
        return phrase;
    }
    let office = |w: usize| {
        passage.is_title(w) || mention.title.contains(&w) || passage.is_a(Class::Determiner, w)
    };
    let within = mention.name.end <= phrase.end;
    let led = mention.name.start > phrase.start && (phrase.start..mention.title.start).all(office);
    // `the former teacher John Smith`, `докер Игорь Шмелёв`: a noun in small letters right before two capitals.
    let described = mention.name.len() >= 2
        && mention.name.start > phrase.start
        && passage.words[mention.name.start - 1].form.chars().count() >= NOUN_LETTERS
        && !passage.pack.is(Property::VerbFirst)
        && !passage.sign_before(mention.name.start)
        && !is_circumstance(passage, mention.name.start - 1);
    let capitals =
        (phrase.start..mention.name.start).all(|w| passage.is_capitalised(w) || office(w));
    let apposed = mention.name.start == phrase.end && passage.comma_before(phrase.end);
    let person = passage.titles_within(&phrase) || !passage.holds_capitals(&phrase);
    match () {
        () if within && mention.name.end == phrase.end && (led || capitals || described) => {
            mention.name.clone()
        }
        () if within && passage.pack.is(Property::VerbFirst) && !mention.title.is_empty() => {
            mention.name.clone()
        }
        () if apposed && person => mention.name.clone(),
        () => phrase,
    }
}

/// `el presidente del Colegio de Ingenieros, Julio Soto`: the name behind the comma, though the office holds one too.
fn apposed_name(passage: &Passage, phrase: &Range<usize>) -> Option<Range<usize>> {
    let led = (phrase.start..phrase.end)
        .find(|&w| !passage.is_a(Class::Determiner, w))
        .is_some_and(|w| passage.is_title(w) && !passage.is_capitalised(w));
    let comma = phrase.end < passage.words.len() && passage.comma_before(phrase.end);
    let name = |m: &&super::person::Mention| {
        m.name.start == phrase.end && m.name.len() > 1 && passage.sign_before(m.name.end)
    };
    let found = passage.mentions.iter().find(name)?;
    (passage.pack.is(Property::NullSubject) && led && comma).then(|| found.name.clone())
}

/// Where what is said begins, if `word` opens it or it opens in the gap before `word`.
fn opening(passage: &Passage, word: usize) -> Option<usize> {
    if passage.gap(word).contains(':') || opens_speech(passage, word) {
        return Some(word);
    }
    passage.is_complement(word).then_some(word + 1)
}

/// Whether a quotation opens before `word` that is long enough, or ends what there is to say: not a name or a label.
fn opens_speech(passage: &Passage, word: usize) -> bool {
    passage.opens_before(word).is_some_and(|quotation| {
        let inside = passage.words_within(&quotation.inner);
        let last = passage.sign_before(inside.end)
            && passage
                .gap(inside.end)
                .chars()
                .any(|c| matches!(c, ',' | '،' | '.' | ';'));
        inside.len() >= SAID_WORDS || last && inside.len() > 1
    })
}

/// Words that tell where, when or to whom, and so end a speaker's phrase.
fn is_circumstance(passage: &Passage, word: usize) -> bool {
    let w = &passage.words[word];
    w.kind == WordKind::Number
        || passage.pack.has(Class::Circumstance, &w.form)
        || matches!(
            passage.pack.calendar.get(&w.form),
            Some(When::Weekday(_) | When::Day(_))
        )
}
