//! The rules of one language, read from its folder's tables.

use super::contrast::{self, Contrast};
use super::countries::Countries;
use super::figures::{self, Numerals};
use super::stem::Stemming;
use super::stops::Stops;
use super::table::{rows, variants};
use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, OnceLock};

/// The rules of one language.
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
    /// Stop words, where the language has no folder.
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
    /// Articles, which say nothing of who is meant: `el alcalde`.
    pub articles: HashSet<String>,
    /// Nouns for bodies and people who speak, beside offices: `policía`, `empresa`. Where a subject may be left out, a
    /// phrase behind a verb is its subject only with one of them, an office or a name.
    pub bodies: HashSet<String>,
    /// What is said of the language as a whole, beside the flags here.
    order: HashSet<String>,
    /// Whether the verb of speech stands before its speaker, as in Arabic.
    pub verb_first: bool,
    stemming: Stemming,
}

/// A phrase that attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speech {
    /// Its words, folded.
    pub words: Vec<String>,
    /// How it attributes.
    pub role: Role,
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
const LANGUAGES: [Tables; 5] = [
    tables!("ar", "arabic"),
    tables!("en", "english"),
    tables!("es", "spanish"),
    tables!("fr", "french"),
    tables!("ru", "russian"),
];

/// Languages without a folder that have a calendar, and most of them a stemmer.
const CALENDARS: [&str; 11] = [
    "de", "fa", "it", "ja", "ko", "nl", "pl", "pt", "th", "tr", "zh",
];

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

    /// Whether a verb of speech stands without its subject where it goes on: `Añadió que …`.
    pub(crate) fn drops_subject(&self) -> bool {
        self.order.contains("drops-subject")
    }

    /// Whether a dash opens what is said, and another one closes it: `—Nos vamos —dijo—.`
    pub(crate) fn dash_dialogue(&self) -> bool {
        self.order.contains("dash-dialogue")
    }

    /// Whether days and months are written small, so that `Julio Soto` and `Santo Domingo` are names.
    pub(crate) fn small_calendar(&self) -> bool {
        self.order.contains("small-calendar")
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
            || self.verb_first
                && (glued.iter().any(|p| {
                    form.strip_prefix(p)
                        .is_some_and(|w| self.titles.contains(w))
                }) || possessed.iter().any(|p| {
                    form.strip_suffix(p)
                        .is_some_and(|w| self.titles.contains(w))
                }))
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
            order: HashSet::new(),
            verb_first: false,
            stemming: Stemming::of(tag),
        }
    }

    fn read(tables: &Tables) -> Pack {
        Pack {
            tag: tables.tag,
            abbreviations: one_word(tables.abbreviations),
            speech: by_first(
                rows(tables.speech).flat_map(|[words, role, _]| {
                    variants(words).map(move |words| Speech {
                        words,
                        role: self::role(role),
                    })
                }),
                |s| &s.words,
            ),
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
            stops: Stops::default(),
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
            inflects: particles(tables.particles, "order").contains("inflected"),
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
            order: particles(tables.particles, "order"),
            verb_first: particles(tables.particles, "order").contains("verb-first"),
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

fn role(name: &str) -> Role {
    match name {
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
