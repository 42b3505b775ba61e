//! From several articles to one table: which outlet makes which claim.
//!
//! Entry: [`tell`]. It compares each two articles and reads nothing but those comparisons. A claim of the table is made
//! of claims that are the same or that only give more detail, each linked to each other one; what is linked more
//! weakly is shown beside it as doubt ([`Treatment::Partly`]) and stands in a row of its own, so that a chain of weak links
//! never makes one claim of different ones.
//!
//! What it gets wrong: where two outlets word one claim so differently that no link was found, it stands in two rows.

mod groups;
mod labels;
mod stances;

use crate::article::{Article, Note};
use crate::compare::{Options, compare};
use crate::model::{Comparison, DifferenceKind, FramingReason, Label, Side, Verdict};
use groups::groups;
use labels::labels;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use stances::{claim, rank};

/// As many outlets as a table has letters and room for.
pub const MOST: usize = 12;

/// Who says what: every claim of every outlet is made in exactly one row.
///
/// ```
/// # use storydiff::{Options, ReadOptions, parse, tell};
/// # let report = |dead: &str| {
/// #     let text = format!("Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {dead} passengers were killed.\n");
/// #     parse(text.as_bytes(), "report", &ReadOptions::default())
/// # };
/// let story = tell(&[report("16")?, report("16")?, report("19")?], &Options::default());
/// assert_eq!(story.outlets.len(), 3);
/// assert!(story.claims[0].is_contradicted());
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct StoryTable {
    /// The articles with their claims, in the order in which they were given.
    pub outlets: Vec<Side>,
    /// What they claim: contradicted claims first, then those that most outlets make.
    pub claims: Vec<StoryClaim>,
    /// How they label the same thing, what is most worth telling first.
    pub framing: Vec<StoryLabels>,
    /// Doubts met on the way.
    pub notes: Vec<Note>,
}

/// How the outlets label the same thing.
///
/// ```
/// # use storydiff::{Options, ReadOptions, parse, tell};
/// # let report = |who: &str| {
/// #     let text = format!("The army said on Monday that {who} had attacked the depot in the north of the country.\n");
/// #     parse(text.as_bytes(), "report", &ReadOptions::default())
/// # };
/// let reports = [report("the terrorists")?, report("gunmen")?, report("the insurgents")?];
/// let story = tell(&reports, &Options::default());
/// let terms = story.framing[0].labels.iter().flatten().map(|label| label.term.as_str());
/// assert_eq!(terms.collect::<Vec<_>>(), ["terrorists", "gunmen", "insurgents"]);
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct StoryLabels {
    /// Each outlet's label, in the order of the outlets; `None` where it has none.
    pub labels: Vec<Option<Label>>,
    /// Why the first two of them were put together, or the only one is shown.
    pub reason: FramingReason,
    /// What they label, by its name in the tables of labels, where it is known.
    pub referent: Option<&'static str>,
}

/// A claim of the story, whoever makes it.
///
/// ```
/// # use storydiff::{Options, ReadOptions, parse, tell};
/// # let report = |dead: &str| {
/// #     let text = format!("Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {dead} passengers were killed.\n");
/// #     parse(text.as_bytes(), "report", &ReadOptions::default())
/// # };
/// let story = tell(&[report("16")?, report("16")?, report("19")?], &Options::default());
/// let disputed = &story.claims[0];
/// assert_eq!(disputed.stances.len(), 3);
/// assert!(disputed.certainty > 0.8 && disputed.apart.is_empty());
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct StoryClaim {
    /// What each outlet has to do with it, in the order of the outlets.
    pub stances: Vec<Treatment>,
    /// The least chance of the links that hold its wordings together; 1 where there is only one.
    pub certainty: f32,
    /// Outlets whose wordings have no link to each other, only to a third one.
    pub apart: Vec<(usize, usize)>,
    /// Outlets that make it in less detail than the first one that makes it, whose words reports show.
    pub less: Vec<usize>,
}

/// What an outlet has to do with a claim.
///
/// ```
/// use storydiff::story::Treatment;
///
/// # use storydiff::{Options, ReadOptions, parse, tell};
/// # let report = |dead: &str| {
/// #     let text = format!("Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {dead} passengers were killed.\n");
/// #     parse(text.as_bytes(), "report", &ReadOptions::default())
/// # };
/// let story = tell(&[report("16")?, report("16")?, report("19")?], &Options::default());
/// let [first, _, last] = &story.claims[0].stances[..] else {
///     unreachable!("one for each outlet");
/// };
/// assert!(matches!(first, Treatment::Makes(_)) && matches!(last, Treatment::Contradicts(_)));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Treatment {
    /// It makes the claim: indices into its claims.
    Makes(Vec<usize>),
    /// It says a part of it, or something near it, which stands in a row of its own.
    Partly(Vec<Said>),
    /// It says what cannot be right as well.
    Contradicts(Vec<Said>),
    /// It tells a later state of things, or an earlier one.
    Updates(Vec<Said>),
    /// Nothing of the kind was found.
    Silent,
}

/// What an outlet says in place of a claim.
///
/// ```
/// use storydiff::story::Treatment;
///
/// # use storydiff::{Options, ReadOptions, parse, tell};
/// # let report = |dead: &str| {
/// #     let text = format!("Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {dead} passengers were killed.\n");
/// #     parse(text.as_bytes(), "report", &ReadOptions::default())
/// # };
/// let story = tell(&[report("16")?, report("16")?, report("19")?], &Options::default());
/// if let Treatment::Contradicts(said) = &story.claims[0].stances[2] {
///     assert_eq!(story.outlets[2].claims[said[0].claim].text, "and 19 passengers were killed.");
///     assert_eq!(said[0].maker, 0);
/// }
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// Index into its claims.
    pub claim: usize,
    /// The outlet that makes the claim, and with which it was compared.
    pub maker: usize,
    /// The chance that the two belong together.
    pub chance: f32,
    /// In what they differ.
    pub differences: Vec<Against>,
}

/// A difference between a claim and what an outlet says.
///
/// ```
/// use storydiff::story::Treatment;
///
/// # use storydiff::{Options, ReadOptions, parse, tell};
/// # let report = |dead: &str| {
/// #     let text = format!("Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {dead} passengers were killed.\n");
/// #     parse(text.as_bytes(), "report", &ReadOptions::default())
/// # };
/// let story = tell(&[report("16")?, report("16")?, report("19")?], &Options::default());
/// if let Treatment::Contradicts(said) = &story.claims[0].stances[2] {
///     let against = &said[0].differences[0];
///     assert_eq!((against.claim.as_str(), against.outlet.as_str()), ("16", "19"));
/// }
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// Of what kind.
    pub kind: DifferenceKind,
    /// The words of who makes the claim.
    pub claim: String,
    /// The words of the outlet.
    pub outlet: String,
}

impl StoryClaim {
    /// The outlets that make it.
    ///
    /// ```
    /// # use storydiff::{Options, ReadOptions, parse, tell};
    /// # let report = |dead: &str| {
    /// #     let text = format!("Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {dead} passengers were killed.\n");
    /// #     parse(text.as_bytes(), "report", &ReadOptions::default())
    /// # };
    /// let story = tell(&[report("16")?, report("16")?, report("19")?], &Options::default());
    /// assert_eq!(story.claims[0].makers().collect::<Vec<_>>(), [0, 1]);
    /// # Ok::<(), storydiff::ReadError>(())
    /// ```
    pub fn makers(&self) -> impl Iterator<Item = usize> {
        let makes = |(_, stance): &(usize, &Treatment)| matches!(stance, Treatment::Makes(_));
        self.stances
            .iter()
            .enumerate()
            .filter(makes)
            .map(|(outlet, _)| outlet)
    }

    /// Whether an outlet contradicts it.
    ///
    /// ```
    /// # use storydiff::{Options, ReadOptions, parse, tell};
    /// # let report = |dead: &str| {
    /// #     let text = format!("Ferry sinks off the northern coast\n\nThe ferry sank on Sunday night near the harbour wall, and {dead} passengers were killed.\n");
    /// #     parse(text.as_bytes(), "report", &ReadOptions::default())
    /// # };
    /// let story = tell(&[report("16")?, report("16")?, report("19")?], &Options::default());
    /// let disputed = story.claims.iter().filter(|claim| claim.is_contradicted());
    /// // Each of the two figures is a claim that the other contradicts.
    /// assert_eq!(disputed.count(), 2);
    /// # Ok::<(), storydiff::ReadError>(())
    /// ```
    #[must_use]
    pub fn is_contradicted(&self) -> bool {
        self.stances
            .iter()
            .any(|stance| matches!(stance, Treatment::Contradicts(_)))
    }
}

/// A claim of an outlet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Node {
    outlet: usize,
    claim: usize,
}

/// A link between claims of two outlets, as their comparison has it.
#[derive(Debug, Clone, PartialEq)]
struct Link {
    ends: [Node; 2],
    verdict: Verdict,
    chance: f32,
    /// The first end's words first.
    differences: Vec<(DifferenceKind, String, String)>,
}

/// Hold several articles of one story against each other, each against each; at most [`MOST`] fit on a page.
///
/// ```
/// use storydiff::{Format, Options, ReadOptions, View, parse, render_story, tell};
///
/// let report = |text: &str| parse(text.as_bytes(), "report", &ReadOptions::default());
/// let articles = [
///     report("The ferry sank on Sunday night off the northern coast.")?,
///     report("The ferry sank on Sunday night off the northern coast.")?,
///     report("The minister will visit the island next week.")?,
/// ];
/// let table = tell(&articles, &Options::default());
/// assert_eq!(table.claims.len(), 2);
/// assert_eq!(table.claims[0].makers().collect::<Vec<_>>(), [0, 1]);
/// assert!(render_story(&table, Format::Markdown, &View::default()).contains("✓ B¶1"));
/// # Ok::<(), storydiff::ReadError>(())
/// ```
#[must_use]
pub fn tell(articles: &[Article], options: &Options) -> StoryTable {
    let pairs: Vec<(usize, usize)> = (0..articles.len())
        .flat_map(|left| (left + 1..articles.len()).map(move |right| (left, right)))
        .collect();
    let compared: Vec<Comparison> = pairs
        .par_iter()
        .map(|&(left, right)| compare(&articles[left], &articles[right], options))
        .collect();
    let links: Vec<Link> = pairs
        .iter()
        .zip(&compared)
        .flat_map(|(&pair, comparison)| links(pair, comparison))
        .collect();
    let outlets = outlets(articles, &pairs, &compared);
    let counts: Vec<usize> = outlets.iter().map(|side| side.claims.len()).collect();
    let mut claims: Vec<StoryClaim> = groups(&counts, &links)
        .iter()
        .map(|group| claim(group, counts.len(), &links))
        .collect();
    // Stable: equals stay in reading order.
    claims.sort_by_key(rank);
    let framing = labels(articles.len(), &pairs, &compared);
    let mut notes: Vec<Note> = compared.into_iter().flat_map(|c| c.notes).collect();
    notes.sort();
    let mut notes = readings_as_one(notes);
    notes.dedup();
    StoryTable {
        outlets,
        claims,
        framing,
        notes,
    }
}

/// What a second reader was asked about each two articles, told once for all.
fn readings_as_one(notes: Vec<Note>) -> Vec<Note> {
    let is_reading = |note: &Note| matches!(note, Note::SecondReader { .. });
    let (readings, mut others): (Vec<Note>, Vec<Note>) = notes.into_iter().partition(is_reading);
    others.extend(readings.into_iter().reduce(Note::with_reading));
    others
}

/// Each article with its claims, which every comparison finds alike; they are named by their outlet's letter.
fn outlets(articles: &[Article], pairs: &[(usize, usize)], compared: &[Comparison]) -> Vec<Side> {
    let side = |outlet: usize| {
        let mut found = pairs
            .iter()
            .zip(compared)
            .filter_map(|(&(left, right), c)| {
                let left = (left == outlet).then_some(&c.left);
                left.or_else(|| (right == outlet).then_some(&c.right))
            });
        let mut side = found.next().cloned().unwrap_or_else(|| Side {
            article: articles[outlet].clone(),
            claims: Vec::new(),
        });
        for (at, claim) in side.claims.iter_mut().enumerate() {
            claim.id = format!("{}{}", letter(outlet), at + 1);
        }
        side
    };
    (0..articles.len()).map(side).collect()
}

/// The letter of an outlet: A for the first.
///
/// ```
/// use storydiff::story::letter;
///
/// assert_eq!((letter(0), letter(11)), ('A', 'L'));
/// ```
#[must_use]
pub fn letter(outlet: usize) -> char {
    let letters = 'A'..='Z';
    letters.into_iter().nth(outlet).unwrap_or('?')
}

fn links((left, right): (usize, usize), comparison: &Comparison) -> Vec<Link> {
    let mut links = Vec::new();
    for finding in &comparison.findings {
        let differences = finding.differences.iter();
        let differences = differences.map(|d| (d.kind, d.left.clone(), d.right.clone()));
        let differences: Vec<_> = differences.collect();
        for &l in &finding.left {
            for &r in &finding.right {
                let node = |outlet, claim| Node { outlet, claim };
                links.push(Link {
                    ends: [node(left, l), node(right, r)],
                    verdict: finding.verdict,
                    chance: finding.similarity,
                    differences: differences.clone(),
                });
            }
        }
    }
    links
}
