//! Writes rows: each claim once, in full, and after that as a reference.

use super::block::{Block, Entry};
use super::cells;
use super::groups::{Item, paragraphs, side};
use super::labels::Labels;
use super::refs::Refs;
use crate::model::{Comparison, Finding, Row};
use crate::report::messages::{Arg, Msg};

/// What a cell says.
enum Said {
    /// A claim, written out.
    Text(Block),
    /// A claim that is written elsewhere.
    Reference(String),
}

/// A row in the making.
struct Draft {
    /// The claims it is about, on the first side that has any here.
    anchor: (usize, Vec<usize>),
    /// All its claims.
    refs: Vec<String>,
    label: Vec<Block>,
    sides: [Vec<Said>; 2],
}

/// Remembers what has been written.
pub(super) struct Writer<'a> {
    comparison: &'a Comparison,
    refs: &'a Refs,
    labels: Labels,
    written: [Vec<bool>; 2],
}

impl<'a> Writer<'a> {
    /// Nothing is written yet.
    pub(super) fn new(comparison: &'a Comparison, refs: &'a Refs, labels: Labels) -> Self {
        Writer {
            comparison,
            refs,
            labels,
            written: [0, 1].map(|s| vec![false; side(comparison, s).claims.len()]),
        }
    }

    /// The rows of one group; those that would only add a reference to another are joined to it.
    pub(super) fn entries(&mut self, items: &[Item]) -> Vec<Entry> {
        let mut drafts: Vec<Draft> = Vec::new();
        for item in items {
            let draft = self.draft(item);
            match drafts.iter_mut().find(|earlier| earlier.takes(&draft)) {
                Some(earlier) => earlier.join(draft),
                None => drafts.push(draft),
            }
        }
        drafts.into_iter().map(|draft| self.entry(draft)).collect()
    }

    fn draft(&mut self, item: &Item) -> Draft {
        let mut sides = [0, 1].map(|s| self.cell(s, item));
        if let Some((side, claim)) = item.elsewhere {
            sides[side].push(self.reference(side, claim));
        }
        let refs = (0..2).flat_map(|s| item.claims[s].iter().map(move |&c| (s, c)));
        let anchored = usize::from(item.claims[0].is_empty());
        Draft {
            anchor: (anchored, item.claims[anchored].clone()),
            refs: refs
                .map(|(s, c)| self.refs.claim(s, c).to_owned())
                .collect(),
            label: self.label(item.finding),
            sides,
        }
    }

    fn cell(&mut self, side: usize, item: &Item) -> Vec<Said> {
        let claims = item.claims[side].iter();
        claims
            .map(|&claim| self.claim(side, claim, item.finding))
            .collect()
    }

    fn claim(&mut self, of: usize, claim: usize, finding: &Finding) -> Said {
        if std::mem::replace(&mut self.written[of][claim], true) {
            return self.reference(of, claim);
        }
        let marks = cells::marks(of, claim, finding, &self.comparison.findings);
        let messages = self.labels.messages();
        let side = side(self.comparison, of);
        Said::Text(cells::claim(messages, side, claim, &marks))
    }

    fn reference(&self, side: usize, claim: usize) -> Said {
        Said::Reference(self.refs.claim(side, claim).to_owned())
    }

    /// Where one side only refers, its claims are named there and not once more at the row's start.
    fn entry(&self, draft: Draft) -> Entry {
        let (side, claims) = &draft.anchor;
        let names = || {
            claims
                .iter()
                .map(|&c| self.refs.claim(*side, c).to_owned())
                .collect()
        };
        Entry {
            refs: if draft.refers() { names() } else { draft.refs },
            label: draft.label,
            sides: draft.sides.map(|said| self.blocks(said)).into(),
        }
    }

    /// Paragraphs in which no claim was found: nothing is lost.
    pub(super) fn without_claims(&self, row: &Row) -> Vec<Entry> {
        let mut entries = Vec::new();
        for of in 0..2 {
            let claims = &side(self.comparison, of).claims;
            let is_bare = |p: &&usize| !claims.iter().any(|c| c.paragraph == **p);
            let bare = paragraphs(row, of).iter().filter(is_bare);
            entries.extend(bare.map(|&paragraph| self.bare(of, paragraph)));
        }
        entries
    }

    fn bare(&self, of: usize, paragraph: usize) -> Entry {
        let side = side(self.comparison, of);
        let text = &side.article.paragraphs[paragraph].text;
        let mut sides = vec![Vec::new(); 2];
        sides[of].push(Block::plain(text, cells::is_rtl(side, paragraph)));
        Entry {
            refs: vec![self.refs.paragraph(of, paragraph).to_owned()],
            label: vec![self.labels.remark(self.labels.say(Msg::TableNoClaim))],
            sides,
        }
    }

    /// Each text a block, all references in one: `→ A1, A8.2`.
    fn blocks(&self, said: Vec<Said>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut references = Vec::new();
        for said in said {
            match said {
                Said::Text(block) => blocks.push(block),
                Said::Reference(name) => references.push(name),
            }
        }
        if !references.is_empty() {
            let names = references.join(&self.labels.say(Msg::ListComma));
            let args = [("refs", Arg::Text(&names))];
            let text = self.labels.fill(Msg::TableReference, &args);
            blocks.push(self.labels.remark(text));
        }
        blocks
    }

    fn label(&self, finding: &Finding) -> Vec<Block> {
        let mut label = vec![self.labels.verdict(finding.verdict)];
        if finding.locked {
            let text = self.labels.say(Msg::TableByEditor);
            label.push(self.labels.remark(text));
        }
        label
    }
}

impl Draft {
    /// Whether the side across from the anchor only refers.
    fn refers(&self) -> bool {
        let across = &self.sides[1 - self.anchor.0];
        !across.is_empty() && across.iter().all(Said::is_reference)
    }

    fn takes(&self, other: &Draft) -> bool {
        let own = &other.sides[other.anchor.0];
        self.anchor == other.anchor
            && self.label == other.label
            && self.refers()
            && other.refers()
            && own.iter().all(Said::is_reference)
    }

    fn join(&mut self, other: Draft) {
        let across = 1 - self.anchor.0;
        let [left, right] = other.sides;
        self.sides[across].extend(if across == 0 { left } else { right });
    }
}

impl Said {
    fn is_reference(&self) -> bool {
        matches!(self, Said::Reference(_))
    }
}
