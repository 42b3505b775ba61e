//! The noun phrase behind a verb: who speaks, and where the object begins.
//!
//! Arabic puts the object right behind the subject, with nothing between: `أعلنت السلطات التونسية | إلقاء القبض`. A phrase
//! is read word by word by what may follow what: a noun takes a complement until one is definite, a definite noun takes
//! definite adjectives that agree, an office takes the name of who holds it, a person's name further names. What
//! fits nowhere begins something else. Where nothing tells a name from a noun, the phrase ends early.

use super::super::is_circumstance;
use crate::claim::passage::Passage;
use crate::language::arabic::morphology as shape;
use crate::language::{Class, Head, Role, WordKind, exact_head, frequency, head};
use std::ops::Range;

/// The most words of a person's name.
const NAME_WORDS: usize = 4;
/// The most words of a noun's complements (`رئيس مجلس إدارة شركة نورس`).
const COMPLEMENTS: usize = 5;
/// The most attributes behind a noun that names nobody in particular (`مصادر أمنية مطلعة`).
const ATTRIBUTES: usize = 3;
/// An indefinite word that is commoner (Zipf) is no name unless a table or the article shows it. Set by eye on the words
/// behind offices in 120 reports of five outlets, 2026-11-27.
const RARE: f32 = 4.0;
/// How far behind an office the commas around its holder's name may stand.
const APPOSITIONS: usize = 16;

/// What stands where a verb's subject would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// A noun phrase that can speak.
    Named(Phrase),
    /// None: the verb goes on with what is said, an object or a circumstance.
    Absent,
    /// Words that are no name, office or body: nobody can be said to speak.
    Unclear,
}

/// A noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// All its words.
    pub words: Range<usize>,
    /// Those that name the speaker: the name alone behind an office.
    pub name: Range<usize>,
}

impl Phrase {
    /// Whether it gives the name of who holds an office.
    pub(super) fn is_person(&self) -> bool {
        self.name != self.words
    }
}

/// What reads phrases in some words of a passage.
#[derive(Clone, Copy)]
pub(super) struct Reader<'p, 'a> {
    passage: &'p Passage<'a>,
    /// The word behind the last that may belong to a phrase.
    end: usize,
    /// Whether an object may follow the subject directly, so that a doubtful word is taken for its beginning.
    object: bool,
    /// A word whose preposition is taken off, and what is left.
    bare: Option<(usize, &'p str)>,
}

impl<'p, 'a> Reader<'p, 'a> {
    pub(super) fn new(passage: &'p Passage<'a>, end: usize, object: bool) -> Self {
        Reader {
            passage,
            end,
            object,
            bare: None,
        }
    }

    /// The same where a word is read without the preposition glued to it.
    pub(super) fn with_bare(self, word: usize, form: &'p str) -> Self {
        Reader {
            bare: Some((word, form)),
            ..self
        }
    }

    /// The body named at a word by its kind and a name: `شركة نورس`, not `شركة الطيران`.
    pub(super) fn body(self, at: usize) -> Option<Range<usize>> {
        let kind = exact_head(self.passage.pack, self.form(at)) == Some(Head::Body);
        let next = at + 1;
        let named = kind
            && next < self.end
            && !self.closes(next)
            && !shape::is_definite(self.form(next))
            && (!self.is_common(next) || self.quoted(next).is_some());
        named.then(|| at..self.noun(at))
    }

    /// Whether some words begin with a noun for a body, an office or a source.
    pub(super) fn is_body(self, words: &Range<usize>) -> bool {
        let at = words.start;
        let classes = [Class::VagueSource, Class::Document, Class::Organisation];
        self.is_title(at)
            || head(self.passage.pack, self.form(at)) == Some(Head::Body)
            || classes.iter().any(|&class| self.is_a(class, at))
    }

    /// Whether a phrase is known to name somebody: nothing but a definite noun may be what a verb tells
    /// (`يتوقع المصير نفسه`).
    pub(super) fn is_somebody(self, phrase: &Phrase) -> bool {
        let at = phrase.words.start;
        let form = self.form(at);
        let noun = shape::is_definite(form)
            && !shape::is_relational(form)
            && phrase.name == phrase.words
            && !self.is_rare(at)
            && !self.is_a(Class::Anaphor, at)
            && self.place(at).is_none();
        !noun
            || self.is_body(&phrase.words)
            || self.holds_body(at)
            || self.titles_within(&phrase.words)
    }

    /// The subject behind a verb that ends before `from`.
    pub(super) fn subject(self, from: usize) -> Subject {
        let at = self.behind_days(from);
        let parted = at == from && self.divided(at) || at > from && self.opens_content(at);
        if at >= self.end || parted {
            return Subject::Absent;
        }
        match self.phrase(at) {
            Some(phrase) => Subject::Named(phrase),
            None if self.names_nobody(at) || self.is_unread(at) => Subject::Unclear,
            None => Subject::Absent,
        }
    }

    /// `قال، الأحد الماضي، | وزير النقل`, `أعلن اليوم | وزير النقل`.
    fn behind_days(self, from: usize) -> usize {
        let mut at = from;
        while at < self.end {
            let dated = at > from && shape::is_definite(self.form(at)) && !self.divided(at);
            let goes_on = self.is_day(at) || dated && self.is_adjective(at - 1, at);
            if !goes_on {
                break;
            }
            at += 1;
        }
        at
    }

    /// The noun phrase that begins at a word.
    pub(super) fn phrase(self, start: usize) -> Option<Phrase> {
        if let Some(words) = self.name_in_marks(start) {
            let name = words.clone();
            return Some(Phrase { words, name });
        }
        if !self.begins(start) {
            return None;
        }
        let end = self.noun(start);
        let words = start..end;
        if let Some(publisher) = self.publisher(&words) {
            return Some(Phrase {
                words: start..publisher.words.end,
                name: publisher.name,
            });
        }
        if let Some(name) = self.holder(&words) {
            return Some(Phrase {
                words: start..name.end,
                name,
            });
        }
        Some(Phrase {
            name: self.without_degree(words.clone()),
            words,
        })
    }

    /// `ذكرت «المصري اليوم»`: a name in quotation marks that has a day in it is whole as it stands.
    fn name_in_marks(self, start: usize) -> Option<Range<usize>> {
        const LONGEST: usize = 4;
        let quotation = self.passage.opens_before(start)?;
        let words = self.passage.words_within(&quotation.inner);
        let short = words.start == start && words.len() <= LONGEST && words.end <= self.end;
        let dated = (start + 1..words.end).any(|w| self.is_day(w));
        (short && dated).then_some(words)
    }

    /// `تقرير نشرته | صحيفة الساحل`: who published a paper speaks in it.
    fn publisher(self, paper: &Range<usize>) -> Option<Phrase> {
        let (verb, from) = (paper.end, paper.end + 1);
        let published = verb < self.end
            && self.is_a(Class::Document, paper.start)
            && self.is_a(Class::PublishingVerb, verb);
        published.then(|| self.phrase(from)).flatten()
    }

    /// Where the noun phrase ends that begins at a word, without the name of who holds an office.
    fn noun(self, start: usize) -> usize {
        let next = start + 1;
        // `نسخة | من الحكم`
        let part = self.is_a(Class::Document, start)
            && next < self.end
            && self.is_a(Class::Partitive, next);
        if self.is_a(Class::QuantityNoun, start) || part {
            return self.partitive(start);
        }
        if self.counts_people(start) {
            return self.noun(next);
        }
        if let Some(end) = self.place(start) {
            return end;
        }
        let form = self.form(start);
        let vague = [Class::VagueSource, Class::Document];
        if vague.iter().any(|&class| self.is_a(class, start)) && !shape::is_definite(form) {
            return self.attributes(start);
        }
        if shape::is_definite(form) {
            return self.adjectives(start, next);
        }
        if self.is_degree(start) {
            return self.names(next, next);
        }
        if self.is_common(start) {
            return self.complements(start, next);
        }
        self.names(start, next)
    }

    /// `عدد من سكان الحي`.
    fn partitive(self, start: usize) -> usize {
        let of = (start + 1..self.end.min(start + 3)).find(|&w| self.is_a(Class::Partitive, w));
        match of.filter(|&of| of + 1 < self.end && !self.closes(of + 1)) {
            Some(of) => self.noun(of + 1),
            None => self.complements(start, start + 1),
        }
    }

    /// `مصادر أمنية مطلعة`, `شهود عيان | كانوا هناك`: one complement, then adjectives.
    fn attributes(self, start: usize) -> usize {
        let mut at = start + 1;
        while at < self.end.min(start + 1 + ATTRIBUTES) && !self.closes(at) {
            let form = self.form(at);
            let adjective = shape::is_relational(form) || shape::is_participle(form);
            let named = at == start + 1 && !self.passage.is_possessed(at);
            if !named && !adjective && !shape::is_definite(form) {
                break;
            }
            at += 1;
            if shape::is_definite(form) {
                return self.adjectives(start, at);
            }
        }
        // `بيان صادر | عن وزارة النقل`
        let issued = at < self.end
            && at > start + 1
            && self.is_a(Class::Document, start)
            && self.is_a(Class::SourcePreposition, at);
        // `مصدر | في وزارة النقل`
        let placed = at + 1 < self.end
            && !self.divided(at)
            && self.is_a(Class::OfficePlace, at)
            && self.holds_body(at + 1);
        if (issued || placed) && at + 1 < self.end && self.begins(at + 1) {
            return self.noun(at + 1);
        }
        self.linked(start, at)
    }

    /// The complements behind an indefinite noun, and the adjectives behind the last: `وزارة الخارجية السعودية`,
    /// `حركة طالبان`, `رئيس مجلس الأمن`.
    fn complements(self, start: usize, from: usize) -> usize {
        let mut at = from;
        while at < self.end.min(from + COMPLEMENTS) && !self.closes(at) {
            let form = self.form(at);
            if let Some(end) = self.quoted(at).or_else(|| self.place(at)) {
                return self.adjectives(start, end);
            }
            if self.is_bound(at) {
                at += 1;
                continue;
            }
            if shape::is_definite(form) || self.passage.is_possessed(at) {
                return self.adjectives(start, at + 1);
            }
            // `مصدر أمني`, `منظمات حقوقية`: an adjective closes what is indefinite.
            if shape::is_relational(form) && !self.is_title(at) {
                return self.adjectives(start, at + 1);
            }
            // `خفر | السواحل`: what a definite noun follows is no name, however rare.
            let held = !self.closes(at + 1) && shape::is_definite(self.form(at + 1));
            if !self.is_common(at) && !held {
                return self.adjectives(start, self.proper(at));
            }
            at += 1;
        }
        at
    }

    /// The end of a name in several words that is a complement: `منظمة | ميد ريليف`.
    fn proper(self, from: usize) -> usize {
        const LONGEST: usize = 3;
        let goes_on = |w: usize| {
            let form = self.form(w);
            !self.closes(w)
                && !shape::is_definite(form)
                && !self.is_noun_shaped(w)
                && (self.is_rare(w) || self.is_given(w) || self.is_a(Class::NameLinker, w - 1))
        };
        (from + 1..self.end.min(from + LONGEST))
            .find(|&w| !goes_on(w))
            .unwrap_or(self.end.min(from + LONGEST))
    }

    /// The adjectives and appositions behind a definite noun, and what joins it to what it is for.
    fn adjectives(self, start: usize, from: usize) -> usize {
        let mut at = from;
        while at < self.end && !self.closes(at) {
            let form = self.form(at);
            if at == from
                && self.holds_body(start)
                && let Some(end) = self.quoted(at)
            {
                at = end;
                continue;
            }
            let joined = shape::is_joined_definite(form);
            let surname = at == start + 1 && self.is_title(start) && !self.object;
            if self.leads_name(at) && self.titles_within(&(start..at)) {
                break;
            }
            if !shape::is_definite(form) || !(joined || surname || self.is_adjective(start, at)) {
                break;
            }
            at += 1;
        }
        self.linked(start, at)
    }

    /// Where a phrase ends whose office or body is held or made for something: `الهيئة الأردنية | للدواء`.
    fn linked(self, start: usize, at: usize) -> usize {
        if at >= self.end || self.divided(at) || !self.links_office(start, at) {
            return at;
        }
        if shape::is_dative_definite(self.form(at)) {
            self.adjectives(start, at + 1)
        } else if at + 1 < self.end {
            self.complements(start, at + 1)
        } else {
            at
        }
    }

    /// Whether a definite word goes on with a definite noun: an adjective that agrees with it, or another title.
    fn is_adjective(self, start: usize, word: usize) -> bool {
        let form = self.form(word);
        if self.is_title(word) && self.titles_within(&(start..word)) {
            return true;
        }
        let derived = shape::is_relational(form) || shape::is_participle(form);
        let listed = shape::without_article(form)
            .is_some_and(|f| self.passage.pack.has(Class::Adjective, f));
        let agrees = !shape::is_feminine(self.form(start))
            || (start..word)
                .skip(1)
                .any(|w| !shape::is_feminine(self.form(w)));
        listed || derived && !shape::is_oblique_plural(form) && (agrees || shape::is_feminine(form))
    }

    /// Where a person's name ends of which the first word stands at `start`.
    fn names(self, start: usize, from: usize) -> usize {
        let mut at = from;
        let quoted = |w: usize| self.passage.opens_before(w).is_some();
        while at < self.end.min(start + NAME_WORDS)
            && !self.closes(at)
            && !quoted(at)
            && self.goes_on(start, at)
        {
            at += 1;
        }
        // `عبد | الله`: no name ends with what leads one.
        if self.is_a(Class::NameLinker, at - 1) && at - 1 > start {
            at - 1
        } else {
            at
        }
    }

    /// `الهادي | بن`: a first name with the article, as what follows shows.
    fn leads_name(self, word: usize) -> bool {
        word + 1 < self.end
            && self.is_a(Class::NameLinker, word + 1)
            && !self.divided(word + 1)
            && !self.is_title(word)
    }

    fn goes_on(self, start: usize, word: usize) -> bool {
        let form = self.form(word);
        let (given, known) = (self.is_given(word), self.passage.is_known(form));
        let linked = self.is_a(Class::NameLinker, word - 1) || self.is_a(Class::NameLinker, word);
        if linked || given {
            return true;
        }
        if self.place(word).is_some() || shape::is_oblique_plural(form) || self.is_title(word) {
            return false;
        }
        let second = word == start + 1;
        if shape::is_definite(form) {
            let surname = shape::is_relational(form) || self.is_rare(word);
            return second && (surname || !self.object)
                || word > start + 1 && surname && !shape::is_feminine(form);
        }
        // `حث ترامب | بوتين`: a name that the article uses alone.
        let alone = self.object && !self.is_given(start) && self.passage.is_known(self.form(start));
        let name = !self.is_noun_shaped(word);
        name && if second {
            !alone && (!self.object || self.is_given(start) || self.is_rare(word))
        } else {
            known || self.is_rare(word)
        }
    }

    /// The name of who holds the office that a phrase is, right behind it or between commas.
    fn holder(self, words: &Range<usize>) -> Option<Range<usize>> {
        let passage = self.passage;
        let vague = |w: usize| self.is_a(Class::Anaphor, w) || self.is_a(Class::VagueSource, w);
        if !self.titles_within(words) && !words.clone().any(vague) {
            return self.described(words);
        }
        let at = self.behind_degree(words.end);
        let direct = at < self.end && !self.closes(at) && !passage.sign_before(words.end);
        // `نائب رئيس الوزراء | وزير الدفاع لطيف حداد`: a second office.
        if direct && let Some(name) = self.second_office(at) {
            return Some(name);
        }
        if direct && self.can_name(at) {
            let end = self.names(at, at + 1);
            let inner = words.len() == 1 && !shape::is_definite(self.form(words.start));
            return (end > at + 1 || self.is_given(at) || passage.is_known(self.form(at)) || inner)
                .then_some(at..end);
        }
        self.apposed(words.end)
            .or_else(|| self.behind_place(words.end))
    }

    /// The name of who holds the office that begins at a word.
    fn second_office(self, at: usize) -> Option<Range<usize>> {
        let office = self.is_title(at).then(|| self.phrase(at)).flatten();
        office.filter(Phrase::is_person).map(|phrase| phrase.name)
    }

    /// `التاجر | كريم ضاهر`: the name behind a noun that says what somebody is, where a first name shows it.
    fn described(self, words: &Range<usize>) -> Option<Range<usize>> {
        let at = words.end;
        let noun = words.len() == 1 && shape::is_definite(self.form(words.start));
        if !noun || at >= self.end || self.closes(at) || !self.is_given(at) {
            return None;
        }
        let end = self.names(at, at + 1);
        (end > at + 1).then_some(at..end)
    }

    /// `وزير الخارجية، نادر حماد، إن`, `وزيرة الدولة، الناطقة باسم الحكومة، جمانة غزال`.
    fn apposed(self, from: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        let far = passage.words.len().min(from + APPOSITIONS);
        if from >= far || !passage.comma_before(from) {
            return None;
        }
        let reader = Reader {
            end: far,
            object: false,
            ..self
        };
        let start = reader.behind_degree(from);
        if self.is_title(start) && reader.begins(start) {
            let end = reader.noun(start);
            let at = reader.behind_degree(end);
            if at < far && !passage.sign_before(end) && !reader.closes(at) && reader.can_name(at) {
                let name = at..reader.names(at, at + 1);
                return (name.len() > 1).then_some(name);
            }
            return reader.apposed(end);
        }
        let mut end = start;
        while end < far && (end == start || !reader.divided(end)) {
            if reader.closes_name(end) || end - start >= NAME_WORDS {
                return None;
            }
            end += 1;
        }
        let closed = end == passage.words.len() || passage.sign_before(end);
        let fits = end - start >= 2 && closed && !shape::is_definite(self.form(start));
        (fits && reader.can_name(start)).then_some(start..end)
    }

    /// `المسؤول السياسي في جبهة النهر | سليم علوان | إن`: a name that ends the words behind where an office is held.
    fn behind_place(self, from: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        let held =
            from < self.end && self.is_a(Class::OfficePlace, from) && !passage.sign_before(from);
        if !held
            || from + 1 >= self.end
            || self.is_a(Class::Medium, from + 1)
            || !self.begins(from + 1)
        {
            return None;
        }
        let at = Reader {
            object: true,
            ..self
        }
        .noun(from + 1);
        if let Some(name) = self.apposed(at) {
            return Some(name);
        }
        if at < self.end
            && !passage.sign_before(at)
            && let Some(name) = self.second_office(at)
        {
            return Some(name);
        }
        let end = self.names(at, at + 1);
        let ends = end >= self.end || self.closes(end);
        let name = at < self.end
            && !self.closes(at)
            && !shape::is_definite(self.form(at))
            && self.can_name(at);
        (name && ends && end - at >= 2).then_some(at..end)
    }

    /// Whether a phrase may begin with a word.
    fn begins(self, word: usize) -> bool {
        let passage = self.passage;
        let form = self.form(word);
        let counts = self.is_a(Class::QuantityNoun, word);
        let body = head(passage.pack, form) == Some(Head::Body) || self.is_title(word);
        let source = self.is_a(Class::VagueSource, word) || self.is_a(Class::Document, word);
        word < self.end
            && !self.is_cut(word)
            && !self.is_a(Class::Demonstrative, word)
            && (!self.is_a(Class::Numeral, word) || self.counts_people(word))
            && passage.words[word].kind == WordKind::Letters
            && (body
                || source
                || self.place(word).is_some()
                || self.is_degree(word)
                || counts && self.is_partitive(word)
                || !self.is_act(word))
    }

    /// `عدد | من السكان`, not `عدد الحاويات`.
    fn is_partitive(self, start: usize) -> bool {
        let far = self.end.min(start + 3);
        (start + 1..far).any(|w| self.is_a(Class::Partitive, w))
    }

    /// What may only be the object of a verb that no name follows.
    fn is_act(self, word: usize) -> bool {
        let form = self.form(word);
        let listed = self.is_a(Class::Organisation, word)
            || self.is_given(word)
            || self.passage.is_known(form);
        let noun = shape::is_verbal_noun(form) && !shape::is_definite(form) && !listed;
        self.is_object(word) || self.object && noun
    }

    /// Whether a word that should name somebody, for no object can stand there, is none that is known to.
    fn is_unread(self, word: usize) -> bool {
        let dual = self.is_accusative_title(word);
        !self.object && !self.is_cut(word) && (dual || !self.is_object(word))
    }

    /// `وزيرا خارجية البلدين`: two who hold an office look like an object.
    fn is_accusative_title(self, word: usize) -> bool {
        let stem = self.form(word).strip_suffix(shape::ACCUSATIVE);
        stem.is_some_and(|stem| self.passage.pack.is_title(stem))
    }

    /// `أحد | الشهود`, `ثلاثة | شهود`.
    fn counts_people(self, word: usize) -> bool {
        let next = word + 1;
        let source = |form: &str| self.passage.pack.has(Class::VagueSource, form);
        self.is_a(Class::Numeral, word)
            && next < self.end
            && !self.divided(next)
            && (source(self.form(next))
                || shape::without_article(self.form(next)).is_some_and(source))
    }

    /// Words that no verb goes on with, and that name nobody either.
    fn names_nobody(self, word: usize) -> bool {
        let passage = self.passage;
        self.is_a(Class::Demonstrative, word)
            || self.is_a(Class::Numeral, word) && !self.counts_people(word)
            || passage.words[word].kind == WordKind::Number
    }

    /// Whether a phrase ends before a word that is none of its first.
    fn closes(self, word: usize) -> bool {
        word >= self.end || self.divided(word) || self.closes_name(word)
    }

    fn closes_name(self, word: usize) -> bool {
        let form = self.form(word);
        self.is_cut(word)
            || self.passage.words[word].kind != WordKind::Letters
            || self.is_object(word) && !self.is_given(word) && !self.is_title(word)
            || shape::is_conjoined(form) && !shape::is_joined_definite(form) && !self.is_given(word)
    }

    /// Words that stand in no noun phrase at all.
    fn is_cut(self, word: usize) -> bool {
        let passage = self.passage;
        let form = self.form(word);
        let speech = passage.speech_at(word).is_some_and(|s| s.role != Role::Own);
        let linked = self.is_bound(word);
        let classes = [
            Class::Relative,
            Class::ClauseOpener,
            Class::Pronoun,
            Class::Adverb,
            Class::FiniteVerb,
            Class::Auxiliary,
        ];
        !linked
            && (self.is_circumstance(word) && !self.is_named_month(word)
                || self.is_day(word) && !self.is_named_month(word)
                || passage.pack.negates(form)
                || passage.is_complement(word)
                || classes.iter().any(|&class| self.is_a(class, word))
                || speech && !self.is_title(word) && !self.is_given(word)
                || self.is_prepositional(word)
                || form.chars().count() == 1 && !self.is_degree(word))
    }

    /// `وفقا لوكالة` names whom `قال لوكالة` is only said to.
    fn is_circumstance(self, word: usize) -> bool {
        let bare = self.bare.is_some_and(|(at, _)| at == word);
        !bare && is_circumstance(self.passage, word)
    }

    /// `بن رجب`: a month that is a name.
    fn is_named_month(self, word: usize) -> bool {
        let led = word > 0 && self.is_a(Class::NameLinker, word - 1);
        self.is_day(word) && (led || self.is_given(word))
    }

    /// `لدبلوماسيين`: a preposition glued to its noun.
    fn is_prepositional(self, word: usize) -> bool {
        let form = self.form(word);
        let held = self.passage.is_known(form) || self.is_given(word) || self.is_title(word);
        !held && shape::without_preposition(form).is_some()
    }

    /// Verbal nouns and accusatives, which are what is told.
    fn is_object(self, word: usize) -> bool {
        let form = self.form(word);
        let place = self.place(word).is_some();
        let stem = || {
            let stem = form.strip_suffix(shape::ACCUSATIVE);
            stem.is_some_and(|s| self.passage.is_known(s))
        };
        let repeated = self.passage.is_known(form) && !stem();
        let named = self.passage.opens_before(word).is_some() || repeated;
        self.is_a(Class::ActionNoun, word)
            || !place && !named && !self.is_given(word) && shape::is_accusative(form)
    }

    /// Whether a word may begin the name of who holds an office.
    fn can_name(self, word: usize) -> bool {
        let form = self.form(word);
        let shown = self.is_given(word)
            || self.leads_name(word)
            || self.is_a(Class::NameLinker, word)
            || self.passage.is_known(form);
        let second = word + 1 < self.end && !self.closes(word + 1);
        (!shape::is_definite(form) || self.leads_name(word))
            && self.place(word).is_none()
            && !self.is_noun_shaped(word)
            && (shown || self.is_rare(word) || !self.object && second)
    }

    /// The shape of a noun that names nobody: a verbal noun, a plural.
    fn is_noun_shaped(self, word: usize) -> bool {
        const SHORTEST: usize = 5;
        let form = self.form(word);
        let plural = form.ends_with(shape::FEMININE_PLURAL) && form.chars().count() >= SHORTEST;
        !self.is_given(word) && (plural || shape::is_verbal_noun(form))
    }

    /// Whether an indefinite word is a common noun rather than a name.
    fn is_common(self, word: usize) -> bool {
        let passage = self.passage;
        let form = self.form(word);
        let noun = self.is_title(word)
            || head(passage.pack, form).is_some()
            || self.is_a(Class::Medium, word)
            || self.is_a(Class::Organisation, word);
        noun || !self.is_given(word) && (!self.is_rare(word) || self.is_noun_shaped(word))
    }

    fn is_rare(self, word: usize) -> bool {
        let tag = self.passage.pack.tag;
        frequency::zipf(tag, self.form(word)).is_some_and(|z| z < RARE)
    }

    fn is_given(self, word: usize) -> bool {
        self.is_a(Class::GivenName, word)
    }

    /// The end of a country or capital that is named at a word (`كوريا الجنوبية`), and not only its people.
    fn place(self, word: usize) -> Option<usize> {
        let form = self.form(word);
        if shape::is_relational(form) {
            return None;
        }
        let far = self.end.min(word + 3).max(word + 1);
        let words = &self.passage.words[word..far];
        let found = self.passage.pack.countries_in(words).into_iter().next()?;
        (found.words.start == 0 && !shape::is_conjoined(form)).then_some(word + found.words.end)
    }

    /// `باسم`, `لشؤون`, `للإحصاءات`: what joins an office or a body to what it is for. Whom somebody speaks to follows
    /// alike, but is a medium or several people.
    fn links_office(self, start: usize, word: usize) -> bool {
        let pack = self.passage.pack;
        let form = self.form(word);
        let dative = shape::is_dative(form) && !pack.has(Class::Circumstance, form);
        let addressee = |form: &str| {
            let plural = shape::is_oblique_plural(form) || form.ends_with(shape::OBLIQUE_PLURAL);
            let bare = shape::without_article(form).unwrap_or(form);
            plural || pack.has(Class::Outlet, bare)
        };
        let held = self.titles_within(&(start..word)) || self.holds_body(start);
        let known = || shape::without_preposition(form).is_some_and(|f| !addressee(&f));
        self.is_bound(word) || dative && held && known()
    }

    /// Whether a phrase begins with a noun for a body or a paper, its article aside.
    fn holds_body(self, start: usize) -> bool {
        let form = self.form(start);
        let bare = shape::without_article(form).unwrap_or(form);
        let classes = [Class::Organisation, Class::Document, Class::Medium];
        let listed = |form: &str| {
            classes
                .iter()
                .any(|&class| self.passage.pack.has(class, form))
        };
        listed(form) || listed(bare) || head(self.passage.pack, bare) == Some(Head::Body)
    }

    /// The end of a short quotation that begins at a word: the name of a body (`صحيفة «الساحل»`).
    fn quoted(self, word: usize) -> Option<usize> {
        let quotation = self.passage.opens_before(word)?;
        let inside = self.passage.words_within(&quotation.inner);
        let short = inside.start == word && inside.len() <= NAME_WORDS;
        let short = short && !shape::is_accusative(self.form(word));
        (short && inside.end <= self.end).then_some(inside.end)
    }

    fn is_bound(self, word: usize) -> bool {
        self.is_a(Class::OfficeLinker, word)
    }

    /// `د. خالد`: a degree, cut to its letter.
    fn is_degree(self, word: usize) -> bool {
        let letter = self.form(word).chars().count() == 1;
        letter && self.passage.gap(word + 1).starts_with('.')
    }

    fn behind_degree(self, from: usize) -> usize {
        let far = self.passage.words.len();
        (from..far).find(|&w| !self.is_degree(w)).unwrap_or(from)
    }

    fn without_degree(self, words: Range<usize>) -> Range<usize> {
        let start = self.behind_degree(words.start);
        if start < words.end {
            start..words.end
        } else {
            words
        }
    }

    fn is_day(self, word: usize) -> bool {
        self.passage.pack.calendar.contains_key(self.form(word))
    }

    /// Whether a comma, a colon or a quotation stands before a word.
    fn opens_content(self, word: usize) -> bool {
        self.passage.gap(word).contains(':') || self.passage.opens_before(word).is_some()
    }

    /// Whether a sign before a word ends a phrase; quotation marks around a part of it do not.
    fn divided(self, word: usize) -> bool {
        let passage = self.passage;
        let quoted = passage
            .opens_before(word)
            .is_some_and(|q| passage.words_within(&q.inner).len() < NAME_WORDS);
        let signs = passage
            .gap(word)
            .chars()
            .any(|c| !c.is_whitespace() && !matches!(c, '-' | '"' | '“' | '”' | '«' | '»' | '.'));
        signs || passage.sign_before(word) && !quoted && !passage.closes_before(word)
    }

    /// A word's form; of the first behind `وفقا`, without the preposition glued to it.
    fn form(self, word: usize) -> &'p str {
        match self.bare {
            Some((at, form)) if at == word => form,
            _ => &self.passage.words[word].form,
        }
    }

    pub(super) fn is_a(self, class: Class, word: usize) -> bool {
        self.passage.pack.has(class, self.form(word))
    }

    fn is_title(self, word: usize) -> bool {
        self.passage.pack.is_title(self.form(word))
    }

    fn titles_within(self, words: &Range<usize>) -> bool {
        words.clone().any(|w| self.is_title(w))
    }
}
