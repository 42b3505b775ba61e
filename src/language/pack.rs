//! The rules of one language, read from its folder's tables.

use super::arabic::morphology::{is_present, unpossessed};
use super::class::{Class, Classes};
use super::clitics::{Clitic, Clitics};
use super::contrast::Contrast;
use super::countries::Countries;
use super::figures::Numerals;
use super::folder::{FOLDERS, folder};
use super::heads::Head;
use super::labels::Labels;
use super::named::named;
use super::property::{Properties, Property};
use super::stance::Stance;
use super::stem::Stemming;
use super::stops::Stops;
use super::table::{rows, variants};
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

/// The rules of one language.
pub struct Pack {
    /// BCP 47 tag; `und` for the generic pack.
    pub tag: &'static str,
    /// Phrases that attribute, by their first word.
    pub speech: HashMap<String, Vec<Speech>>,
    /// Phrases at which a long sentence is cut, by their first word.
    pub connectives: HashMap<String, Vec<Connective>>,
    /// Weekdays, months and words such as `today`: when, not what.
    pub calendar: HashMap<String, When>,
    /// What figures and dates are made of.
    pub numerals: Numerals,
    /// Opposites, plans, and negations that deny nothing.
    pub contrast: Contrast,
    /// The countries that it names.
    pub(super) countries: Countries,
    /// Stop words, where `other/stops.tsv` has some of the language.
    pub stops: Stops,
    /// Words whose complement is a name.
    pub(super) heads: HashMap<String, Head>,
    labels: OnceLock<Labels>,
    /// What is written together with a word.
    pub(super) clitics: Clitics,
    classes: Classes,
    properties: Properties,
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

named! {
    /// How a phrase attributes.
    Role, "no such role",
    /// A verb that takes a speaker and a statement: `said`, `قال`.
    Says = "says",
    /// A verb whose object is an act that is told rather than words: `announced the recall`.
    Announces = "announces",
    /// A verb that says the opposite of its object: `denied`, `نفى`.
    Denies = "denies",
    /// A form that carries the last speaker on: `مؤكدا`, `adding`.
    Carries = "carries",
    /// A verb that turns to somebody: its object is a person, what is said follows: `urged`, `دعا`, `اتهم`.
    Demands = "demands",
    /// A verb that takes a speaker only beside a quotation or what it opens: `respondió`.
    Quotes = "quotes",
    /// The outlet itself: `it is understood that`, `يذكر أن`.
    Own = "own",
    /// Names the source after it: `according to`, `بحسب`.
    Source = "source",
    /// Names who passed it on: `citing`, `نقلا عن`.
    Relay = "relay",
    /// Names the source before it: `einem Sprecher zufolge`.
    After = "after",
    /// Names the speaker behind it, and stands only behind what is said: `…, so der Sprecher`.
    Behind = "behind",
    /// Has the source as its last word: `nach Polizeiangaben`.
    Itself = "itself",
}

/// A phrase at which a long sentence is cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connective {
    /// Its words, folded.
    pub words: Vec<String>,
    /// Where it must stand.
    pub place: CutPosition,
}

/// Where a connective must stand to cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CutPosition {
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
    /// A month of the Islamic calendar, 1 (Muharram) to 12.
    Hijri(u8),
}

/// Languages with a calendar and no rules, and most of them with a stemmer.
const CALENDARS: [&str; 8] = ["it", "ja", "ko", "nl", "pl", "pt", "th", "zh"];

/// Every pack by its tag, the generic one last. A pack is read when it is first asked for: a comparison needs two.
static PACKS: LazyLock<Vec<(&'static str, OnceLock<Pack>)>> = LazyLock::new(|| {
    let with_folder = FOLDERS.iter().map(|folder| folder.tag);
    let tags = with_folder.chain(CALENDARS).chain(["und"]);
    tags.map(|tag| (tag, OnceLock::new())).collect()
});

/// The rules for a BCP 47 tag (`en-GB` is served by `en`); the generic ones where there are none.
#[must_use]
pub fn pack(tag: &str) -> &'static Pack {
    let primary = tag.split('-').next().unwrap_or(tag);
    let found = PACKS
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(primary));
    let (tag, pack) = found.unwrap_or(&PACKS[PACKS.len() - 1]);
    pack.get_or_init(|| Pack::read(tag))
}

impl Pack {
    /// Whether a folded word or phrase belongs to a class.
    pub(crate) fn has(&self, class: Class, form: &str) -> bool {
        self.classes.has(class, form)
    }

    /// Whether the language lists words of a class at all.
    pub(crate) fn lists(&self, class: Class) -> bool {
        self.classes.lists(class)
    }

    /// Whether the language has a property.
    pub(crate) fn is(&self, property: Property) -> bool {
        self.properties.has(property)
    }

    /// The stem of a folded word.
    pub(super) fn stem(&self, form: &str) -> String {
        self.stemming.stem(form, &self.clitics)
    }

    /// Whether a folded word is a negation, a glued conjunction aside.
    pub(crate) fn negates(&self, form: &str) -> bool {
        let bare = self.without_conjunction(form);
        self.has(Class::Negation, form) || bare.is_some_and(|b| self.has(Class::Negation, b))
    }

    /// Whether an act told in these words is still to come; Arabic glues the future to the verb (`ستغادر`).
    pub(crate) fn plans_at(&self, forms: &[String]) -> bool {
        let first = self.cut(&forms[0], &[Clitic::Conjunction]).next();
        let first = first.unwrap_or(&forms[0]);
        let verb = self.cut(first, &[Clitic::Future]).next();
        let verb = verb.filter(|verb| is_present(verb));
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
        let listed = |word: &str| self.has(Class::Title, word);
        let before = [Clitic::Conjunction, Clitic::Dative, Clitic::Article];
        self.is(Property::CapitalNouns) && self.ends_with_title(form)
            || self.readings(form, &before).any(listed)
            || self
                .without_pronoun(form)
                .is_some_and(|bare| unpossessed(bare).any(|w| listed(&w)))
    }

    /// Whether a compound is an office by its last part: `Umweltsenator`, `Polizeisprecherin`.
    fn ends_with_title(&self, form: &str) -> bool {
        const SHORTEST: usize = 4;
        let cuts = form.char_indices().skip(SHORTEST - 1);
        cuts.map(|(at, _)| &form[at..])
            .take_while(|rest| rest.chars().count() >= SHORTEST)
            .any(|rest| self.has(Class::Title, rest))
    }

    /// The rules of a language; a table that it has not leaves its field empty, or says what holds in most languages.
    fn read(tag: &'static str) -> Pack {
        let folder = folder(tag);
        let table = |name| folder.table(name);
        let (clitics, stemming) = (Clitics::read(table("clitics")), Stemming::of(tag));
        let properties = Properties::read(table("properties")).with_other(tag);
        Pack {
            tag,
            classes: Classes::read(table("particles"))
                .with(Class::Abbreviation, table("abbreviations"))
                .with(Class::Complementizer, table("complements"))
                .with(Class::Negation, table("negations"))
                .with(Class::Title, table("titles")),
            speech: speech(table("speech")),
            connectives: connectives(table("connectives")),
            calendar: super::calendar::of(tag),
            numerals: Numerals::read(folder, &properties),
            contrast: Contrast::read(folder, |word| stemming.stem(word, &clitics)),
            countries: Countries::new(table("countries")),
            heads: super::heads::read(table("heads")),
            labels: OnceLock::new(),
            stops: Stops::of(tag),
            clitics,
            properties,
            stemming,
        }
    }

    /// Words that judge, and phrases that keep them at arm's length.
    pub fn labels(&'static self) -> &'static Labels {
        self.labels
            .get_or_init(|| Labels::read(self, folder(self.tag)))
    }
}

fn connectives(table: &'static str) -> HashMap<String, Vec<Connective>> {
    let phrases = rows(table).flat_map(|[words, place, _]| {
        let place = if place == "comma" {
            CutPosition::Comma
        } else {
            CutPosition::Free
        };
        variants(words).map(move |words| Connective { words, place })
    });
    by_first(phrases, |c| &c.words)
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
        let role = Role::named(cell);
        return (role, Stance::of_role(role));
    };
    let known = Stance::ALL.into_iter().find(|s| s.as_str() == stance);
    let stance = known.unwrap_or_else(|| panic!("no such stance: {stance}"));
    (Role::named(role), stance)
}

pub(super) fn when(kind: &str, number: &str) -> When {
    let number: i8 = number
        .parse()
        .unwrap_or_else(|_| panic!("not a number: {number}"));
    match kind {
        "month" => When::Month(number.unsigned_abs()),
        "weekday" => When::Weekday(number.unsigned_abs()),
        "day" => When::Day(number),
        "hijri" => When::Hijri(number.unsigned_abs()),
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
