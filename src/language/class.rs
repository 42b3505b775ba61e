//! The classes of words that a language lists. A new class is one line here and its rows in `particles.tsv`; the first
//! four have tables of their own.

use super::named::named;
use super::table::{rows, variants};
use std::collections::HashMap;

named! {
    /// A class of words of one language.
    Class, "no such class of words",
    /// Words before whose full stop a sentence goes on: `Dr`.
    Abbreviation = "abbreviation",
    /// Words that open the content of an attribution: `that`, `أن`.
    Complementizer = "complementizer",
    /// Words that negate a statement.
    Negation = "negation",
    /// Offices and ranks that stand before a name.
    Title = "title",
    /// Nouns for what somebody is said to have done, which do not say what it is: `allegations`, `الاتهامات`.
    Accusation = "accusation",
    /// Nouns of acts, which follow a verb as its object and never name its subject: `سحب`, `فتح`.
    ActionNoun = "action-noun",
    /// Adjectives whose shape does not show them: `جديد`, `أعلى`.
    Adjective = "adjective",
    /// Endings that make an adverb of another word: `clearly`.
    AdverbEnding = "adverb-ending",
    /// Verbs of speech whose object is who hears it, so that no subject stands behind them: `told`.
    AddressVerb = "address-verb",
    /// Words that make what they govern a condition: `if`, `unless`.
    Condition = "condition",
    /// Particles right behind a subject: `ise`.
    TopicParticle = "topic-particle",
    /// What is traded, so that its price is another one by the minute: `shares`.
    Traded = "traded",
    /// Words between a subject and its verb that are no part of its name: `has`, `also`.
    Adverb = "adverb",
    /// Words that say an act undoes an earlier one: `reopened`, `again`, `أعادت`.
    Again = "again",
    /// Nouns that stand for the last speaker like a pronoun: `the latter`, `المصدر ذاته`.
    Anaphor = "anaphor",
    /// Particles between a subject and its verb: `قد`.
    AspectParticle = "aspect-particle",
    /// Words before a verb of speech after which it reports nobody's words: `to say`, `was told`.
    Auxiliary = "auxiliary",
    /// Words that point back to an older event: `حينها`, `тогда`.
    BackReference = "back-reference",
    /// Words that tell where, when or to whom, and so end a speaker's phrase.
    Circumstance = "circumstance",
    /// Words behind which a subject begins anew: `and`, `who`.
    ClauseOpener = "clause-opener",
    /// Words that put a verb of speech behind its content: `as the minister said`, `كما`.
    Comparative = "comparative",
    /// Endings of cases that are written to a body's name without an apostrophe: `Bakanlığının`.
    CaseEnding = "case-ending",
    /// What stands between the parts of a compound: the `s` of `Regierungssprecherin`.
    CompoundLink = "compound-link",
    /// Verbs in the mood that stands in for reported speech, and for what is not so: `hätten`.
    ConditionalMood = "conditional-mood",
    /// Words that join two verbs of one subject: `and`, `but`.
    Coordinator = "coordinator",
    /// Courts, whose verdicts are acts: `محكمة`.
    Court = "court",
    /// Endings of the cases and the plural of nouns: `Fahrerinnen`.
    DeclensionEnding = "declension-ending",
    /// Articles of what is known, which say nothing of who is meant: `el alcalde`, `der Bürgermeister`.
    DefiniteArticle = "definite-article",
    /// `هذا`, `تلك`: a noun behind them is told of, and speaks seldom.
    Demonstrative = "demonstrative",
    /// Forms that deny beside the verbs of denial: `نافيا`, `denying`.
    Denial = "denial",
    /// Articles and the like, with which a name or title may begin.
    Determiner = "determiner",
    /// Papers and numbers that speak: `records show`.
    Document = "document",
    /// Abbreviated districts, behind which a sentence ends unless an office follows: `Ariz. Gov. Lee`.
    District = "district",
    /// What is written together with the next word by an apostrophe: `l’`, `qu’`.
    Elision = "elision",
    /// Words with which the outlet explains what was said: `وهي`.
    Explainer = "explainer",
    /// Words that tell that a woman is meant: pronouns, titles, offices, first names.
    Feminine = "feminine",
    /// Verbs that cannot stand in a name: `will`, `was`.
    FiniteVerb = "finite-verb",
    /// Determiners of the genitive, with which a name goes on: `die Sprecherin der Behörde`.
    Genitive = "genitive",
    /// First names, which show a name where capitals do not.
    GivenName = "given-name",
    /// Words that tell that a man is meant.
    Masculine = "masculine",
    /// Verbs that judge where a court is their subject: `أدان`.
    JudgingVerb = "judging-verb",
    /// What somebody speaks in: `statement`, `بيان`.
    Medium = "medium",
    /// Words inside a phrase that names somebody: `der Sprecher von Solmar`.
    NameLinker = "name-linker",
    /// Words that a name begins with and never ends at: `رأس`, `أبو`.
    NameOpener = "name-opener",
    /// Of the pronouns those that only a subject can be: `er`, not `sie`.
    Nominative = "nominative",
    /// What only common nouns end with: `-ung`, `-heit`.
    NounEnding = "noun-ending",
    /// Written numbers, which count what is told: `سبعة`.
    Numeral = "numeral",
    /// Prepositions that lead what a verb of saying tells: `أشار إلى`.
    ObjectPreposition = "object-preposition",
    /// Words beside a number that name nothing counted: `three more`, `five weeks ago`.
    Uncounted = "uncounted",
    /// Prepositions with a pronoun, between a verb and its subject: `صرحت به`.
    ObjectPronoun = "object-pronoun",
    /// Words that join an office to what it is for: `باسم`, `لشؤون`.
    OfficeLinker = "office-linker",
    /// Prepositions behind an office: `السفير لدى`.
    OfficePlace = "office-place",
    /// Nouns for bodies and people who speak, beside offices: `policía`, `empresa`. Where a subject may be left out, a
    /// phrase behind a verb is its subject only with one of them, an office or a name.
    Organisation = "organisation",
    /// Media, to whom somebody speaks: `قناة`.
    Outlet = "outlet",
    /// Prepositions behind a count, a noun of quantity or a day: `عدد من`, `9300 doses of`.
    Partitive = "partitive",
    /// Endings of the plural.
    PluralEnding = "plural-ending",
    /// Endings of a possessor.
    PossessiveEnding = "possessive-ending",
    /// Prepositions that stand before a name without an article: `in Lüderhaven`.
    Preposition = "preposition",
    /// Negations that make the opposite of the next word: `غير`.
    Privative = "privative",
    /// Words that stand for the last speaker: `he`, `she`.
    Pronoun = "pronoun",
    /// Verbs that name who published a paper: `نشرته`.
    PublishingVerb = "publishing-verb",
    /// Nouns of quantity, which a partitive follows: `عدد من السكان`.
    QuantityNoun = "quantity-noun",
    /// Forms that only lead to the words said: `صرح قائلا`.
    Quotative = "quotative",
    /// Words that make a clause part of what stands before it: `that`, `ما`, `التي`.
    Relative = "relative",
    /// Verbs in the mood of reported speech: `die Brücke sei sicher`.
    ReportedMood = "reported-mood",
    /// Endings of a clause that a verb of speech governs: `açıldığını`.
    ReportedEnding = "reported-ending",
    /// Verbs of saying whose object may be an act: `أكد وجود`.
    ReportingVerb = "reporting-verb",
    /// Parts of verbs that stand at the end of their clause and make another verb of it: `sagte … ab`.
    SeparablePrefix = "separable-prefix",
    /// The preposition before whom something is passed on from: `نقلت عن`.
    SourcePreposition = "source-preposition",
    /// Verbs that report only before what opens content: `يعتبر أن`.
    StativeVerb = "stative-verb",
    /// Verbs whose object may stand right behind the subject: `أبلغ الوزير النواب`.
    TransitiveVerb = "transitive-verb",
    /// Words that name nobody in particular: `sources`, `observers`.
    VagueSource = "vague-source",
    /// Nouns with the letters of a verb: `نقل`, `رد`.
    VerbalHomograph = "verbal-homograph",
}

/// The classes of each listed word or phrase.
#[derive(Default)]
pub(super) struct Classes {
    of: HashMap<String, u128>,
    /// Those that have a word at all.
    filled: u128,
}

impl Classes {
    /// The words of `particles.tsv`.
    pub(super) fn read(particles: &'static str) -> Classes {
        let mut classes = Classes::default();
        for [words, class, _] in rows(particles) {
            classes.add(words, Class::named(class));
        }
        classes
    }

    /// With a class that has a table of its own.
    pub(super) fn with(mut self, class: Class, table: &'static str) -> Classes {
        for [words, _] in rows(table) {
            self.add(words, class);
        }
        self
    }

    fn add(&mut self, words: &str, class: Class) {
        self.filled |= class.bit();
        for form in variants(words) {
            *self.of.entry(form.join(" ")).or_default() |= class.bit();
        }
    }

    pub(super) fn has(&self, class: Class, form: &str) -> bool {
        self.of
            .get(form)
            .is_some_and(|found| found & class.bit() != 0)
    }

    /// Whether any word of the class is listed.
    pub(super) fn lists(&self, class: Class) -> bool {
        self.filled & class.bit() != 0
    }
}

#[cfg(test)]
mod tests {
    use super::super::named::tests::assert_asked;
    use super::super::pack;
    use super::Class;

    #[test]
    fn every_class_has_words_and_is_asked_for() {
        for (class, name) in Class::ALL {
            let languages = ["ar", "de", "en", "es", "fr", "ru", "tr"];
            let listed = languages.iter().any(|tag| pack(tag).lists(*class));
            assert!(listed, "no table has a word of {name}");
            let own_table = [
                Class::Abbreviation,
                Class::Complementizer,
                Class::Negation,
                Class::Title,
            ];
            let read = usize::from(own_table.contains(class));
            assert_asked(&format!("Class::{class:?}"), "class.rs", read);
        }
    }
}
