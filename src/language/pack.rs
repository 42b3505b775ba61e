//! The rules of one language, read from its folder's tables.

use super::contrast::{self, Contrast};
use super::countries::Countries;
use super::figures::{self, Numerals};
use super::stance::Stance;
use super::stem::Stemming;
use super::stops::Stops;
use super::table::{rows, variants};
use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, OnceLock};

/// The rules of one language.
#[allow(clippy::struct_excessive_bools)] // each is a trait of grammar that a language has or has not
pub struct Pack {
    /// BCP 47 tag; `und` for the generic pack.
    pub tag: &'static str,
    /// Words before whose full stop a sentence goes on.
    pub abbreviations: HashSet<String>,
    /// Phrases that attribute, by their first word.
    pub speech: HashMap<String, Vec<Speech>>,
    /// Words that open what is said: `that`, `أن`.
    pub complements: HashSet<String>,
    /// Phrases at which a long sentence is cut, by their first word.
    pub connectives: HashMap<String, Vec<Connective>>,
    /// Weekdays, months and words such as `today`: when, not what.
    pub calendar: HashMap<String, When>,
    /// What figures and dates are made of.
    pub numerals: Numerals,
    /// Opposites, plans, and negations that deny nothing.
    pub contrast: Contrast,
    /// The countries that it names.
    pub countries: Countries,
    /// Stop words, where `other/stops.tsv` has some of the language.
    pub stops: Stops,
    /// Words that turn a statement round.
    pub negations: HashSet<String>,
    /// Words that tell where, when or to whom, and so end a speaker's phrase.
    pub circumstances: HashSet<String>,
    /// Words behind which a subject begins anew: `and`, `who`.
    pub joiners: HashSet<String>,
    /// Of these, the words that join two verbs of one subject.
    pub coordinators: HashSet<String>,
    /// Words before a verb of speech after which it reports nobody's words: `to say`, `was told`.
    pub auxiliaries: HashSet<String>,
    /// Words that stand for the last speaker: `he`, `she`.
    pub pronouns: HashSet<String>,
    /// Forms that deny beside the verbs of denial: `نافيا`, `denying`.
    pub denials: HashSet<String>,
    /// Words that name nobody in particular: `sources`, `observers`.
    pub vague: HashSet<String>,
    /// Words with which the outlet explains what was said: `وهي`.
    pub explainers: HashSet<String>,
    /// Articles and the like, with which a name or title may begin.
    pub determiners: HashSet<String>,
    /// Verbs whose object a glued preposition leads: `تعهدت بتوفير`.
    pub oblique: HashSet<String>,
    /// What is written together with the next word by an apostrophe: `l’`, `qu’`.
    pub elisions: HashSet<String>,
    /// Whether names are inflected, so that two cases of one name differ in their endings.
    pub inflects: bool,
    /// Verbs that cannot stand in a name: `will`, `was`.
    pub finite: HashSet<String>,
    /// Nouns of acts, which follow a verb as its object and never name its subject: `سحب`, `فتح`.
    pub acts: HashSet<String>,
    /// What somebody speaks in: `statement`, `بيان`.
    pub media: HashSet<String>,
    /// Words that stand for the last speaker like a pronoun: `the latter`, `المصدر ذاته`.
    pub anaphors: HashSet<String>,
    /// Words that make a clause part of what stands before it: `that`, `ما`, `التي`.
    pub relatives: HashSet<String>,
    /// Words that put a verb behind what it reports: `as`, `كما`.
    pub likenesses: HashSet<String>,
    /// Words that put one statement beside another: `مع`, `as`, `while`.
    pub beside: HashSet<String>,
    /// Words that point back to an older event: `حينها`, `тогда`.
    pub of_then: HashSet<String>,
    /// Nouns of quantity, which a partitive follows: `عدد من السكان`.
    pub quantities: HashSet<String>,
    /// Papers and numbers that speak: `records show`.
    pub documents: HashSet<String>,
    /// Words between a subject and its verb that are no part of its name: `has`, `also`.
    pub adverbs: HashSet<String>,
    /// Offices and ranks that stand before a name.
    pub titles: HashSet<String>,
    /// Articles of what is known, which say nothing of who is meant: `el alcalde`, `der Bürgermeister`.
    pub articles: HashSet<String>,
    /// Nouns for bodies and people who speak, beside offices: `policía`, `empresa`. Where a subject may be left out, a
    /// phrase behind a verb is its subject only with one of them, an office or a name.
    pub bodies: HashSet<String>,
    /// Whether a verb of speech stands without its subject where it goes on: `Añadió que …`.
    pub drops_subject: bool,
    /// Whether a dash opens what is said, and another one closes it: `—Nos vamos —dijo—.`
    pub dash_dialogue: bool,
    /// Whether days and months are written small, so that `Julio Soto` and `Santo Domingo` are names.
    pub small_calendar: bool,
    /// Whether the verb of speech stands before its speaker, as in Arabic.
    pub verb_first: bool,
    /// Whether the verb of a main clause stands second, behind its subject or before it, as in German.
    pub verb_second: bool,
    /// Whether all nouns begin with a capital, so that a capital is no sign of a name.
    pub capital_nouns: bool,
    /// First names, which show a name where capitals do not.
    pub given: HashSet<String>,
    /// Words inside a phrase that names somebody: `der Sprecher von Solmar`.
    pub inner: HashSet<String>,
    /// Prepositions that stand before a name without an article: `in Lüderhaven`.
    pub prepositions: HashSet<String>,
    /// Of the pronouns those that only a subject can be: `er`, not `sie`.
    pub nominatives: HashSet<String>,
    /// Determiners of the genitive, with which a name goes on: `die Sprecherin der Behörde`.
    pub genitives: HashSet<String>,
    /// Parts of verbs that stand at the end of their clause and make another verb of it: `sagte … ab`.
    pub prefixes: HashSet<String>,
    /// Verbs in the mood of what somebody else said: `die Brücke sei sicher`.
    pub reported: HashSet<String>,
    /// Verbs in the mood that stands in for it, and for what is not so: `hätten`.
    pub unreal: HashSet<String>,
    stemming: Stemming,
}

/// A phrase that attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speech {
    /// Its words, folded.
    pub words: Vec<String>,
    /// Its words at the end of the clause, where other words stand between: `teilte das Amt mit`.
    pub closing: Vec<String>,
    /// How it attributes.
    pub role: Role,
    /// How its subject stands to what is said.
    pub stance: Stance,
}

impl Speech {
    /// Whether it is a verb with a subject.
    pub(crate) fn is_verb(&self) -> bool {
        matches!(
            self.role,
            Role::Says | Role::Announces | Role::Denies | Role::Demands
        )
    }
}

/// How a phrase attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A verb that takes a speaker and a statement: `said`, `قال`.
    Says,
    /// A verb whose object is an act that is told rather than words: `announced the recall`.
    Announces,
    /// A verb that says the opposite of its object: `denied`, `نفى`.
    Denies,
    /// A form that carries the last speaker on: `مؤكدا`, `adding`.
    Carries,
    /// A verb that turns to somebody: its object is a person, what is said follows: `urged`, `دعا`, `اتهم`.
    Demands,
    /// A verb that takes a speaker only beside a quotation or what it opens: `respondió`.
    Quotes,
    /// The outlet itself: `it is understood that`, `يذكر أن`.
    Own,
    /// Names the source after it: `according to`, `بحسب`.
    Source,
    /// Names who passed it on: `citing`, `نقلا عن`.
    Relay,
    /// Names the source before it: `einem Sprecher zufolge`.
    After,
    /// Names the speaker behind it, and stands only behind what is said: `…, so der Sprecher`.
    Behind,
    /// Has the source as its last word: `nach Polizeiangaben`.
    Itself,
}

/// A phrase at which a long sentence is cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connective {
    /// Its words, folded.
    pub words: Vec<String>,
    /// Where it must stand.
    pub place: Place,
}

/// Where a connective must stand to cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Right after a comma.
    Comma,
    /// Anywhere.
    Free,
}

/// A word that tells when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// 1 (January) to 12.
    Month(u8),
    /// 1 (Monday) to 7 (Sunday).
    Weekday(u8),
    /// Today, yesterday, tomorrow: days from the article's own.
    Day(i8),
}

/// The tables of one language, as they stand in its folder.
struct Tables {
    tag: &'static str,
    abbreviations: &'static str,
    speech: &'static str,
    complements: &'static str,
    connectives: &'static str,
    calendar: &'static str,
    negations: &'static str,
    particles: &'static str,
    titles: &'static str,
    figures: figures::Tables,
    contrast: contrast::Tables,
    countries: &'static str,
}

macro_rules! tables {
    ($tag:literal, $folder:literal) => {
        Tables {
            tag: $tag,
            abbreviations: include_str!(concat!($folder, "/abbreviations.tsv")),
            speech: include_str!(concat!($folder, "/speech.tsv")),
            complements: include_str!(concat!($folder, "/complements.tsv")),
            connectives: include_str!(concat!($folder, "/connectives.tsv")),
            calendar: include_str!(concat!($folder, "/calendar.tsv")),
            negations: include_str!(concat!($folder, "/negations.tsv")),
            particles: include_str!(concat!($folder, "/particles.tsv")),
            titles: include_str!(concat!($folder, "/titles.tsv")),
            figures: figure_tables!($folder),
            contrast: contrast::Tables {
                opposites: include_str!(concat!($folder, "/opposites.tsv")),
                idle: include_str!(concat!($folder, "/idle.tsv")),
                plans: include_str!(concat!($folder, "/plans.tsv")),
            },
            countries: include_str!(concat!($folder, "/countries.tsv")),
        }
    };
}

macro_rules! figure_tables {
    ($folder:literal) => {
        figures::Tables {
            numbers: include_str!(concat!($folder, "/numbers.tsv")),
            units: include_str!(concat!($folder, "/units.tsv")),
            hedges: include_str!(concat!($folder, "/approximations.tsv")),
            dates: include_str!(concat!($folder, "/dates.tsv")),
            counted: include_str!(concat!($folder, "/counted.tsv")),
        }
    };
}

/// Every language that has a folder. Adding a language: add its folder, and its line here.
const LANGUAGES: [Tables; 6] = [
    tables!("ar", "arabic"),
    tables!("de", "german"),
    tables!("en", "english"),
    tables!("es", "spanish"),
    tables!("fr", "french"),
    tables!("ru", "russian"),
];

/// Languages without a folder that have a calendar, and most of them a stemmer.
const CALENDARS: [&str; 10] = ["fa", "it", "ja", "ko", "nl", "pl", "pt", "th", "tr", "zh"];

/// Every pack by its tag, the generic one last. A pack is read when it is first asked for: a comparison needs two.
static PACKS: LazyLock<Vec<(&'static str, OnceLock<Pack>)>> = LazyLock::new(|| {
    let with_rules = LANGUAGES.iter().map(|tables| tables.tag);
    let tags = with_rules.chain(CALENDARS).chain(["und"]);
    tags.map(|tag| (tag, OnceLock::new())).collect()
});

/// The rules for a BCP 47 tag (`en-GB` is served by `en`); the generic ones where there are none.
#[must_use]
pub fn pack(tag: &str) -> &'static Pack {
    let primary = tag.split('-').next().unwrap_or(tag);
    let found = PACKS
        .iter()
        .position(|(known, _)| known.eq_ignore_ascii_case(primary));
    let at = found.unwrap_or(PACKS.len() - 1);
    let (tag, pack) = &PACKS[at];
    pack.get_or_init(|| {
        LANGUAGES
            .get(at)
            .map_or_else(|| Pack::generic(tag), Pack::read)
    })
}

impl Pack {
    /// The stem of a folded word.
    pub(super) fn stem(&self, form: &str) -> String {
        self.stemming.stem(form)
    }

    /// A folded word without the conjunction that Arabic glues to it; `None` where there is none.
    pub(crate) fn without_conjunction<'f>(&self, form: &'f str) -> Option<&'f str> {
        form.strip_prefix(['و', 'ف']).filter(|_| self.verb_first)
    }

    /// Whether a folded word is a negation, a glued conjunction aside.
    pub(crate) fn negates(&self, form: &str) -> bool {
        let bare = self.without_conjunction(form);
        self.negations.contains(form) || bare.is_some_and(|b| self.negations.contains(b))
    }

    /// Whether an act told in these words is still to come; Arabic glues the future to the verb (`ستغادر`).
    pub(crate) fn plans_at(&self, forms: &[String]) -> bool {
        let first = forms[0].strip_prefix('و').unwrap_or(&forms[0]);
        let verb = first
            .strip_prefix('س')
            .filter(|v| self.verb_first && v.chars().count() > 3 && v.starts_with(['ت', 'ي', 'ن']));
        // `سيارة` and `سنتان` have the letters of a future without being one: what is left of them is no word.
        let zipf = |form: &str| super::frequency::zipf(self.tag, form).unwrap_or(0.0);
        verb.is_some_and(|verb| zipf(verb) >= zipf(first)) || self.contrast.plans(forms)
    }

    /// Whether the language has rules of its own.
    #[must_use]
    pub fn has_rules(&self) -> bool {
        !self.speech.is_empty()
    }

    /// Whether a word is an office or a rank, an Arabic article or preposition before it aside.
    pub(crate) fn is_title(&self, form: &str) -> bool {
        let glued = ["وال", "ال", "لل", "و", "ل"];
        let possessed = ["ه", "ها", "هم"];
        self.titles.contains(form)
            || self.capital_nouns && self.ends_with_title(form)
            || self.verb_first
                && (glued.iter().any(|p| {
                    form.strip_prefix(p)
                        .is_some_and(|w| self.titles.contains(w))
                }) || possessed.iter().any(|p| {
                    form.strip_suffix(p)
                        .is_some_and(|w| self.titles.contains(w))
                }))
    }

    /// Whether a compound is an office by its last part: `Umweltsenator`, `Polizeisprecherin`.
    fn ends_with_title(&self, form: &str) -> bool {
        const SHORTEST: usize = 4;
        let cuts = form.char_indices().skip(SHORTEST - 1);
        cuts.map(|(at, _)| &form[at..])
            .take_while(|rest| rest.chars().count() >= SHORTEST)
            .any(|rest| self.titles.contains(rest))
    }

    fn generic(tag: &'static str) -> Pack {
        Pack {
            tag,
            abbreviations: HashSet::new(),
            speech: HashMap::new(),
            complements: HashSet::new(),
            connectives: HashMap::new(),
            calendar: super::calendar::of(tag),
            numerals: Numerals::read(tag, &figure_tables!("other")),
            contrast: Contrast::default(),
            countries: Countries::default(),
            stops: Stops::of(tag),
            negations: HashSet::new(),
            circumstances: HashSet::new(),
            joiners: HashSet::new(),
            coordinators: HashSet::new(),
            pronouns: HashSet::new(),
            denials: HashSet::new(),
            vague: HashSet::new(),
            explainers: HashSet::new(),
            auxiliaries: HashSet::new(),
            determiners: HashSet::new(),
            finite: HashSet::new(),
            elisions: HashSet::new(),
            inflects: false,
            oblique: HashSet::new(),
            of_then: HashSet::new(),
            quantities: HashSet::new(),
            documents: HashSet::new(),
            adverbs: HashSet::new(),
            acts: HashSet::new(),
            media: HashSet::new(),
            anaphors: HashSet::new(),
            relatives: HashSet::new(),
            likenesses: HashSet::new(),
            beside: HashSet::new(),
            titles: HashSet::new(),
            articles: HashSet::new(),
            bodies: HashSet::new(),
            drops_subject: false,
            dash_dialogue: false,
            small_calendar: false,
            verb_first: false,
            verb_second: false,
            capital_nouns: false,
            given: HashSet::new(),
            nominatives: HashSet::new(),
            prepositions: HashSet::new(),
            inner: HashSet::new(),
            genitives: HashSet::new(),
            prefixes: HashSet::new(),
            reported: HashSet::new(),
            unreal: HashSet::new(),
            stemming: Stemming::of(tag),
        }
    }

    fn read(tables: &Tables) -> Pack {
        let order = particles(tables.particles, "order");
        Pack {
            tag: tables.tag,
            abbreviations: one_word(tables.abbreviations),
            speech: speech(tables.speech),
            complements: one_word(tables.complements),
            connectives: by_first(
                rows(tables.connectives).flat_map(|[words, place, _]| {
                    let place = if place == "comma" {
                        Place::Comma
                    } else {
                        Place::Free
                    };
                    variants(words).map(move |words| Connective { words, place })
                }),
                |c| &c.words,
            ),
            calendar: rows(tables.calendar)
                .flat_map(|[words, kind, number, _]| {
                    variants(words).map(move |w| (w.join(" "), when(kind, number)))
                })
                .collect(),
            numerals: Numerals::read(tables.tag, &tables.figures),
            contrast: Contrast::read(&tables.contrast, &Stemming::of(tables.tag)),
            countries: Countries::new(tables.countries, tables.tag == "ar"),
            stops: Stops::of(tables.tag),
            negations: one_word(tables.negations),
            circumstances: particles(tables.particles, "circumstance"),
            joiners: particles(tables.particles, "joiner"),
            pronouns: particles(tables.particles, "pronoun"),
            denials: particles(tables.particles, "denial"),
            vague: particles(tables.particles, "vague"),
            explainers: particles(tables.particles, "explainer"),
            coordinators: particles(tables.particles, "coordinator"),
            auxiliaries: particles(tables.particles, "auxiliary"),
            determiners: particles(tables.particles, "determiner"),
            finite: particles(tables.particles, "finite"),
            elisions: particles(tables.particles, "elision"),
            inflects: order.contains("inflected"),
            oblique: particles(tables.particles, "oblique"),
            of_then: particles(tables.particles, "then"),
            quantities: particles(tables.particles, "quantity"),
            documents: particles(tables.particles, "document"),
            adverbs: particles(tables.particles, "adverb"),
            acts: particles(tables.particles, "act"),
            media: particles(tables.particles, "medium"),
            anaphors: particles(tables.particles, "anaphor"),
            relatives: particles(tables.particles, "relative"),
            likenesses: particles(tables.particles, "likeness"),
            beside: particles(tables.particles, "beside"),
            titles: one_word(tables.titles),
            articles: particles(tables.particles, "article"),
            bodies: particles(tables.particles, "body"),
            drops_subject: order.contains("drops-subject"),
            dash_dialogue: order.contains("dash-dialogue"),
            small_calendar: order.contains("small-calendar"),
            verb_first: order.contains("verb-first"),
            verb_second: order.contains("verb-second"),
            capital_nouns: order.contains("capital-nouns"),
            given: particles(tables.particles, "given"),
            nominatives: particles(tables.particles, "nominative"),
            prepositions: particles(tables.particles, "preposition"),
            inner: particles(tables.particles, "inner"),
            genitives: particles(tables.particles, "genitive"),
            prefixes: particles(tables.particles, "prefix"),
            reported: particles(tables.particles, "reported"),
            unreal: particles(tables.particles, "unreal"),
            stemming: Stemming::of(tables.tag),
        }
    }
}

fn particles(table: &'static str, kind: &str) -> HashSet<String> {
    rows(table)
        .filter(|[_, is, _]| *is == kind)
        .flat_map(|[words, ..]| variants(words))
        .map(|w| w.join(" "))
        .collect()
}

fn one_word(table: &'static str) -> HashSet<String> {
    rows(table)
        .flat_map(|[words, _]| variants(words))
        .map(|w| w.join(" "))
        .collect()
}

/// Phrases by their first word, the longest first.
pub(super) fn by_first<T>(
    phrases: impl Iterator<Item = T>,
    words: impl Fn(&T) -> &Vec<String>,
) -> HashMap<String, Vec<T>> {
    let mut found: HashMap<String, Vec<T>> = HashMap::new();
    for phrase in phrases {
        found
            .entry(words(&phrase)[0].clone())
            .or_default()
            .push(phrase);
    }
    for list in found.values_mut() {
        list.sort_by_key(|p| std::cmp::Reverse(words(p).len()));
    }
    found
}

/// Attributing phrases; the longer ones first, those in two parts before their first part alone.
fn speech(table: &'static str) -> HashMap<String, Vec<Speech>> {
    let phrases = rows(table).flat_map(|[words, role, _]| {
        let (role, stance) = attributes(role);
        variants(words).map(move |mut words| {
            let gap = words.iter().position(|w| w == "*");
            let closing = gap.map_or_else(Vec::new, |at| words.split_off(at + 1));
            words.truncate(gap.unwrap_or(words.len()));
            Speech {
                words,
                closing,
                role,
                stance,
            }
        })
    });
    let mut found = by_first(phrases, |s| &s.words);
    for list in found.values_mut() {
        list.sort_by_key(|s| std::cmp::Reverse(s.words.len() + s.closing.len()));
    }
    found
}

/// The role of a row, and the stance: its own behind a colon (`says:predicts`), or else the role's.
fn attributes(cell: &str) -> (Role, Stance) {
    let Some((role, stance)) = cell.split_once(':') else {
        let role = self::role(cell);
        return (role, Stance::of_role(role));
    };
    let known = Stance::ALL.into_iter().find(|s| s.as_str() == stance);
    let stance = known.unwrap_or_else(|| panic!("no such stance: {stance}"));
    (self::role(role), stance)
}

fn role(name: &str) -> Role {
    match name {
        "after" => Role::After,
        "behind" => Role::Behind,
        "itself" => Role::Itself,
        "says" => Role::Says,
        "announces" => Role::Announces,
        "denies" => Role::Denies,
        "demands" => Role::Demands,
        "quotes" => Role::Quotes,
        "own" => Role::Own,
        "carries" => Role::Carries,
        "source" => Role::Source,
        "relay" => Role::Relay,
        other => panic!("no such role: {other}"),
    }
}

pub(super) fn when(kind: &str, number: &str) -> When {
    let number: i8 = number
        .parse()
        .unwrap_or_else(|_| panic!("not a number: {number}"));
    match kind {
        "month" => When::Month(number.unsigned_abs()),
        "weekday" => When::Weekday(number.unsigned_abs()),
        "day" => When::Day(number),
        other => panic!("no such kind: {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::pack;

    #[test]
    fn a_future_is_told_from_nouns_with_its_letters() {
        let plans = |form: &str| pack("ar").plans_at(&[form.to_owned()]);
        for future in ["ستغادر", "سيبدا", "وستنسحب", "سنواصل"] {
            assert!(plans(future), "{future}");
        }
        for noun in ["سياره", "سنتان", "سنوات", "سياسه", "سيناء"] {
            assert!(!plans(noun), "{noun}");
        }
    }
}
