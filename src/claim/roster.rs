//! Who is who in one article: the full name behind a surname, an office or a short form.
//!
//! One pass over all paragraphs before any speaker is settled, for the headline may use a name that only the body
//! gives in full. It takes two people with one surname for one when only the surname is given.

use super::passage::Passage;
use crate::language::{Class, Pack, Property, fold};

/// A name as the article first gives it in full.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    name: String,
    forms: Vec<String>,
    /// The words of the office that stands before it somewhere, without articles.
    office: Vec<String>,
}

/// Whether a word tells that a man or a woman is meant.
pub(super) fn gender(form: &str, pack: &Pack) -> Option<Class> {
    let genders = [Class::Feminine, Class::Masculine];
    genders.into_iter().find(|&class| pack.has(class, form))
}

/// The names of an article.
#[derive(Debug, Default)]
pub(super) struct Roster {
    people: Vec<Entry>,
    speakers: Vec<Entry>,
    /// Bodies named by their kind and a name, each once: `شركة نورس`.
    bodies: Vec<Entry>,
}

impl Roster {
    /// Adds the names of a passage.
    pub(super) fn learn(&mut self, passage: &Passage) {
        for mention in &passage.mentions {
            let name = &passage.text[passage.uncased(mention.name.clone())];
            let office: Vec<String> = passage.words[mention.title.clone()]
                .iter()
                .map(|w| bare(&w.form, passage.pack).to_owned())
                .collect();
            let forms = forms(name, passage.pack);
            if let Some(known) = self.people.iter_mut().find(|e| covers(&e.forms, &forms)) {
                known.office.extend(office);
            } else {
                self.people.push(Entry {
                    name: name.to_owned(),
                    forms,
                    office,
                });
            }
        }
    }

    /// Adds a speaker's phrase.
    pub(super) fn learn_speaker(&mut self, name: &str, pack: &Pack) {
        self.speakers.push(Entry {
            name: name.to_owned(),
            forms: forms(name, pack),
            office: Vec::new(),
        });
    }

    /// Adds a body that is named by its kind and a name.
    pub(super) fn learn_body(&mut self, name: &str, pack: &Pack) {
        let forms = forms(name, pack);
        if !self.bodies.iter().any(|e| covers(&e.forms, &forms)) {
            self.bodies.push(Entry {
                name: name.to_owned(),
                forms,
                office: Vec::new(),
            });
        }
    }

    /// The one body of the kind that a noun with the article stands for: `الشركة`.
    fn body_of_kind(&self, name: &str, own: &[String]) -> Option<&Entry> {
        let [kind] = own else { return None };
        let definite = fold(name) != *kind;
        let mut of_kind = self.bodies.iter().filter(|e| e.forms.first() == Some(kind));
        let only = of_kind.next().filter(|_| of_kind.next().is_none());
        only.filter(|_| definite)
    }

    /// Whether these words are part of the name of someone who speaks in the article, or the office of one named in it.
    pub(super) fn speaks(&self, name: &str, pack: &Pack) -> bool {
        let own = forms(name, pack);
        let held = |e: &Entry| !own.is_empty() && covers(&e.office, &own);
        self.people.iter().any(held)
            || self
                .speakers
                .iter()
                .any(|e| covers(&e.forms, &own) || covers(&own, &e.forms))
    }

    /// Whether a man or a woman bears a name, where a title, an office or a first name tells it: [`Class::Masculine`] or
    /// [`Class::Feminine`].
    pub(super) fn gender(&self, name: &str, pack: &Pack) -> Option<Class> {
        let own = forms(name, pack);
        let mut people = self.people.iter();
        let entry = people.find(|e| !own.is_empty() && covers(&e.forms, &own));
        let (office, full) = entry.map_or((&[][..], &[][..]), |e| (&e.office[..], &e.forms[..]));
        let mut words = office.iter().chain(&own).chain(full);
        words.find_map(|word| gender(word, pack))
    }

    /// The full name for the words that name a speaker here.
    pub(super) fn in_full(&self, name: &str, pack: &Pack) -> String {
        let titles = |form: &str| pack.is_title(form);
        let same = |one: &str, other: &str| {
            one == other || pack.is(Property::InflectedNames) && is_inflected(one, other)
        };
        let covers = |longer: &[String], shorter: &[String]| {
            shorter.iter().all(|w| longer.iter().any(|l| same(l, w)))
        };
        let own = forms(name, pack);
        let plain: Vec<String> = own.iter().filter(|w| !titles(w)).cloned().collect();
        let person = self
            .people
            .iter()
            .find(|e| {
                !plain.is_empty() && covers(&e.forms, &plain) && !is_complement(e, &plain, pack)
            })
            .or_else(|| self.holder(&own, &titles, &same))
            .or_else(|| self.holder_of_compound(&own, pack));
        if let Some(entry) = person {
            return entry.name.clone();
        }
        let longer = |e: &&Entry| {
            e.forms.len() > own.len() && covers(&e.forms, &own) && starts_alike(&e.forms, &own)
        };
        self.speakers
            .iter()
            .find(longer)
            .or_else(|| self.body_of_kind(name, &own))
            .map_or_else(|| name.to_owned(), |e| e.name.clone())
    }

    /// Who holds the office that a phrase such as `the mayor`, `الرئيس الروسي` stands for.
    fn holder(
        &self,
        own: &[String],
        titles: &impl Fn(&str) -> bool,
        same: &impl Fn(&str, &str) -> bool,
    ) -> Option<&Entry> {
        const LONGEST: usize = 3;
        let head = own.iter().find(|w| titles(w))?;
        if own.len() > LONGEST
            || own.len() == LONGEST && !titles(&own[LONGEST - 1]) && !titles(&own[0])
        {
            return None;
        }
        let fits = |e: &&Entry| {
            e.office.iter().any(|office| same(office, head))
                && own.iter().all(|w| {
                    titles(w)
                        || e.office
                            .iter()
                            .chain(&e.forms)
                            .any(|o| related(o, w) || same(o, w))
                })
        };
        self.people.iter().find(fits)
    }

    /// The one whose office ends with a bare title: `Umweltsenator Brockhoff` behind `der Senator`.
    fn holder_of_compound(&self, own: &[String], pack: &Pack) -> Option<&Entry> {
        let [title] = own else { return None };
        let holds = |e: &&Entry| e.office.iter().any(|o| o.ends_with(title.as_str()));
        let mut holders = self.people.iter().filter(holds);
        let only = holders.next().filter(|_| holders.next().is_none());
        only.filter(|_| pack.is(Property::CapitalNouns) && pack.is_title(title))
    }
}

/// Whether one word is no more than what a body's name is of: `ingenieros` is not the `Colegio de Ingenieros`.
fn is_complement(entry: &Entry, plain: &[String], pack: &Pack) -> bool {
    let [word] = plain else {
        return false;
    };
    let at = entry.forms.iter().position(|form| form == word);
    let before = at.and_then(|at| entry.forms.get(at.checked_sub(1)?));
    pack.is(Property::NullSubject) && before.is_some_and(|form| pack.numerals.is_of(form))
}

/// `كازاخستان` and `الكازاخستاني`: one begins with the other.
fn related(one: &str, other: &str) -> bool {
    one == other
        || one.len() >= 8 && other.len() >= 8 && (one.starts_with(other) || other.starts_with(one))
}

fn starts_alike(longer: &[String], shorter: &[String]) -> bool {
    longer.first() == shorter.first()
}

/// Whether two words differ in no more than their endings: `Петров`, `Петрова`.
fn is_inflected(one: &str, other: &str) -> bool {
    const STEM: usize = 4;
    const ENDING: usize = 2;
    let common = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let longest = one.chars().count().max(other.chars().count());
    common >= STEM && longest - common <= ENDING
}

/// Whether every word of a shorter name is in a longer one.
fn covers(longer: &[String], shorter: &[String]) -> bool {
    shorter.iter().all(|w| longer.contains(w))
}

/// The words of a name, folded, without articles.
fn forms(name: &str, pack: &Pack) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '\u{0640}'..='\u{065F}'))
        .filter(|w| !w.is_empty())
        .map(fold)
        .map(|w| bare(&w, pack).to_owned())
        .filter(|w| !matches!(w.as_str(), "the" | "a" | "an" | "le" | "la" | "les"))
        .filter(|w| !pack.has(Class::DefiniteArticle, w))
        .collect()
}

/// A form without the article that is written together with it, and without the English genitive.
fn bare<'f>(form: &'f str, pack: &Pack) -> &'f str {
    let form = form.strip_suffix("'s").unwrap_or(form);
    let mut rest = pack.without_article(form);
    rest.find(|r| r.chars().count() >= 3).unwrap_or(form)
}
