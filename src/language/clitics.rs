//! Clitics: what is written together with a word without being part of it, and the one place where they are cut off.
//!
//! `وبالمدينة` is `و`, `ب`, `ال` and `مدينة`. The letters alone are cut: whether `وزير` begins with a conjunction is for
//! whoever asks, by what is listed or by which of both is the commoner word.

use super::named::named;
use super::pack::Pack;
use super::table::{rows, variants};
use Clitic::{
    Article, Comparative, Conjunction, Consecutive, Dative, Future, Preposition, Pronoun,
};

named! {
    /// A kind of clitic. All but the last stand before their word.
    Clitic, "no such kind of clitic",
    /// The definite article: `ال`.
    Article = "article",
    /// `و`, and.
    Conjunction = "conjunction",
    /// `ف`, and so.
    Consecutive = "consecutive",
    /// `ب`, in, by.
    Preposition = "preposition",
    /// `ل`, to, for.
    Dative = "dative",
    /// `ك`, like.
    Comparative = "comparative",
    /// `س`, before a verb in the present.
    Future = "future",
    /// `ه`, `ها`: a possessor behind a noun, an object behind a verb.
    Pronoun = "pronoun",
}

/// Conjunctions and prepositions.
pub(crate) const PARTICLES: &[Clitic] =
    &[Conjunction, Consecutive, Preposition, Dative, Comparative];
/// What may stand before a noun, in the order in which it stands.
pub(crate) const BEFORE_NOUNS: &[Clitic] = &[
    Conjunction,
    Consecutive,
    Preposition,
    Dative,
    Comparative,
    Article,
];

/// All that stand before a word.
pub(super) const PROCLITICS: &[Clitic] = &[
    Conjunction,
    Consecutive,
    Preposition,
    Dative,
    Comparative,
    Article,
    Future,
];

/// The clitics of one language: as they stand together, the longest first, and which they are.
pub(super) struct Clitics(Vec<(String, u128)>);

impl Clitics {
    pub(super) fn read(table: &'static str) -> Clitics {
        let runs = rows(table).flat_map(|[words, kinds, _]| {
            let kinds = bits(kinds.split('+').map(Clitic::named));
            variants(words).map(move |words| (words.join(" "), kinds))
        });
        let mut runs: Vec<_> = runs.collect();
        runs.sort_by_key(|(run, _)| std::cmp::Reverse(run.len()));
        Clitics(runs)
    }

    /// The runs that hold no others than some kinds.
    fn of(&self, kinds: &[Clitic]) -> impl DoubleEndedIterator<Item = &(String, u128)> {
        let kinds = bits(kinds.iter().copied());
        self.0.iter().filter(move |(_, run)| run & !kinds == 0)
    }

    /// A word without each run of clitics before it that holds no others than some kinds, the longest run first.
    pub(super) fn cut<'f>(
        &self,
        form: &'f str,
        kinds: &[Clitic],
    ) -> impl DoubleEndedIterator<Item = &'f str> {
        self.of(kinds)
            .filter_map(move |(run, _)| form.strip_prefix(run.as_str()))
    }
}

fn bits(kinds: impl Iterator<Item = Clitic>) -> u128 {
    kinds.fold(0, |all, kind| all | kind.bit())
}

impl Pack {
    /// Whether conjunctions, prepositions and the article are written together with the next word.
    pub(crate) fn has_proclitics(&self) -> bool {
        self.clitics.of(BEFORE_NOUNS).next().is_some()
    }

    /// A word without each run of clitics before it that holds no others than some kinds, the longest run first.
    pub(crate) fn cut<'f>(
        &self,
        form: &'f str,
        kinds: &[Clitic],
    ) -> impl DoubleEndedIterator<Item = &'f str> {
        self.clitics.cut(form, kinds)
    }

    /// A word as it stands, and without such runs, the shortest run first.
    pub(crate) fn readings<'f>(
        &self,
        form: &'f str,
        kinds: &[Clitic],
    ) -> impl Iterator<Item = &'f str> {
        std::iter::once(form).chain(self.cut(form, kinds).rev())
    }

    /// A word without the run of just these clitics.
    pub(crate) fn after<'f>(&self, run: &[Clitic], form: &'f str) -> Option<&'f str> {
        let asked = bits(run.iter().copied());
        let mut runs = self.clitics.of(run).filter(|(_, kinds)| *kinds == asked);
        runs.find_map(|(run, _)| form.strip_prefix(run.as_str()))
    }

    /// Whether a word begins with clitics that are no others than some kinds.
    pub(crate) fn begins(&self, form: &str, kinds: &[Clitic]) -> bool {
        self.cut(form, kinds).next().is_some()
    }

    /// A word without the clitics before a count, a unit or a day, the fewest first, as far as three letters stay (two
    /// behind a conjunction: `وست`, but `لست` is another word).
    pub(crate) fn unglued<'f>(&self, form: &'f str) -> impl Iterator<Item = &'f str> {
        let letters = |rest: &&str| rest.chars().count();
        let joined = self
            .without_conjunction(form)
            .filter(|rest| letters(rest) >= 2);
        let kinds = &[Conjunction, Consecutive, Preposition, Dative, Article];
        let bare = self
            .cut(form, kinds)
            .rev()
            .filter(move |rest| letters(rest) >= 3);
        joined.into_iter().chain(bare)
    }

    /// A word without the conjunction that is written together with it; `None` where there is none.
    pub(crate) fn without_conjunction<'f>(&self, form: &'f str) -> Option<&'f str> {
        self.cut(form, &[Conjunction, Consecutive]).next()
    }

    /// A word without the one conjunction or preposition that is written together with it.
    pub(crate) fn without_particle<'f>(&self, form: &'f str) -> Option<&'f str> {
        self.cut(form, PARTICLES).next_back()
    }

    /// A word without its article and what stands before that, the longest run first.
    pub(crate) fn without_article<'f>(
        &self,
        form: &'f str,
    ) -> impl DoubleEndedIterator<Item = &'f str> {
        let runs = self.clitics.of(BEFORE_NOUNS);
        let with_article = runs.filter(|(_, kinds)| kinds & Article.bit() != 0);
        with_article.filter_map(move |(run, _)| form.strip_prefix(run.as_str()))
    }

    /// The article alone.
    pub(super) fn article(&self) -> Option<&str> {
        self.clitics
            .of(&[Article])
            .map(|(run, _)| run.as_str())
            .next()
    }

    /// Whether a word has the article written together with it.
    pub(crate) fn is_definite(&self, form: &str) -> bool {
        self.without_article(form).next().is_some()
    }

    /// Whether a word is a clitic that stands apart, as before digits and quotation marks: `الـ80`, `لـ«المدار»`.
    pub(crate) fn is_apart(&self, form: &str, kinds: &[Clitic]) -> bool {
        self.clitics.of(kinds).any(|(run, _)| run == form)
    }

    /// A word without the pronoun that is written together with it.
    pub(crate) fn without_pronoun<'f>(&self, form: &'f str) -> Option<&'f str> {
        let mut pronouns = self.clitics.of(&[Pronoun]);
        pronouns.find_map(|(pronoun, _)| form.strip_suffix(pronoun.as_str()))
    }
}
