//! A story of many outlets: a row a claim, a column an outlet; below it each claim in the words of all who speak of it.
//!
//! On a narrow screen, and where so many outlets leave the claims no room, the words stand under their claim.

use super::block::{Block, Entry, Group};
use super::clean::cells as cells_of;
use super::grid::{self, Columns};
use super::labels::Labels;
use super::refs::Refs;
use super::style::Style;
use super::{Page, around, cells};
use crate::model::Side;
use crate::report::messages::{Arg, Msg};
use crate::report::story::brief::Teller as BriefTeller;
use crate::report::story::stance::{claims_of, doubts, relation, sign, values};
use crate::report::{Layout, View};
use crate::story::{StoryClaim, StoryTable, Treatment};

/// What a claim's place and speaker take of a line.
const ROOM: usize = 30;
/// The least room in which a claim can be read at a glance.
const CLAIM: usize = 28;
/// The least and the most room of an outlet's column.
const OUTLET: (usize, usize) = (8, 18);

/// The whole report, ending with a newline.
pub(in crate::report) fn render(table: &StoryTable, view: &View) -> String {
    let labels = Labels::of(view.ui);
    let sides: Vec<&Side> = table.outlets.iter().collect();
    let refs = Refs::of(&sides, labels);
    let teller = Teller {
        table,
        refs,
        labels,
    };
    let mut page = Page::of(view, labels);
    let widths = teller.widths(page.width);
    page.stacked |= view.layout == Layout::Auto && widths[1] < CLAIM;
    let place = |outlet, claim| teller.refs.claim(outlet, claim).to_owned();
    let brief = BriefTeller {
        table,
        messages: labels.messages(),
        most: page.width.saturating_sub(ROOM),
        place: &place,
    };
    let brief = brief.brief();
    if view.brief {
        let doubts = page.doubts(&table.notes);
        return [page.brief(&brief, 1), doubts].concat().join("\n") + "\n";
    }
    let mut lines = page.brief(&brief.top(), 1);
    lines.extend(page.text(&labels.remark(labels.say(Msg::StoryLegend))));
    lines.push(String::new());
    lines.extend(teller.claims(&page, widths));
    lines.extend(teller.left_out(&page, &sides, view.verbose));
    for note in around::notes(&table.notes, labels) {
        lines.extend(page.text(&note));
    }
    lines.join("\n") + "\n"
}

struct Teller<'a> {
    table: &'a StoryTable,
    refs: Refs,
    labels: Labels,
}

impl Teller<'_> {
    /// The columns' widths: of the claims' numbers, of the claims, of each outlet.
    fn widths(&self, width: usize) -> Vec<usize> {
        let outlets = self.table.outlets.len();
        let number = self.table.claims.len().to_string().len().max(2);
        let room = width.saturating_sub(grid::frame(2 + outlets) + number);
        let outlet = self.widest().clamp(OUTLET.0, OUTLET.1);
        // Half of the room is the claims', unless the outlets would get too little.
        let outlet = outlet.min((room / 2 / outlets.max(1)).max(OUTLET.0));
        let claim = room.saturating_sub(outlets * outlet).max(OUTLET.0);
        let mut widths = vec![number, claim];
        widths.resize(2 + outlets, outlet);
        widths
    }

    /// The cells that the longest line of an outlet's column takes.
    fn widest(&self) -> usize {
        let outlets = 0..self.table.outlets.len();
        let names = outlets.clone().map(|outlet| self.name(outlet));
        let claims = self.table.claims.iter();
        let cells = claims.flat_map(|claim| outlets.clone().flat_map(|o| self.stance(claim, o)));
        let widths = cells.chain(names).flat_map(|block| block.runs);
        widths.map(|(text, _)| cells_of(&text)).max().unwrap_or(0)
    }

    /// The letter of an outlet and its name.
    fn name(&self, outlet: usize) -> Block {
        super::header_of(self.labels, outlet, &self.table.outlets[outlet])
    }

    /// All claims, contradicted ones first.
    fn claims(&self, page: &Page, widths: Vec<usize>) -> Vec<String> {
        let claims = self.table.claims.iter().enumerate();
        if page.stacked {
            let groups: Vec<Group> = claims.map(|(at, claim)| self.stack(at, claim)).collect();
            return page.groups(None, &groups);
        }
        let rows: Vec<Group> = claims.clone().map(|(at, c)| self.row(at, c)).collect();
        let said: Vec<Group> = claims.filter_map(|(at, c)| self.wordings(at, c)).collect();
        let mut lines = self.table_of(page, widths, &rows);
        lines.extend(page.section(Msg::StoryWordings, &said));
        lines
    }

    fn table_of(&self, page: &Page, widths: Vec<usize>, rows: &[Group]) -> Vec<String> {
        if rows.is_empty() {
            return Vec::new();
        }
        let rtl = self.labels.is_rtl();
        let claim = Block::styled(self.labels.say(Msg::StoryClaim), rtl, Style::Heading);
        let names = (0..self.table.outlets.len()).map(|outlet| vec![self.name(outlet)]);
        let header = [vec![], vec![claim]].into_iter().chain(names).collect();
        Columns::of(widths, rtl).table(Some(header), rows, page.pen)
    }

    /// A row of the table: the claim as its first maker words it, and what each outlet has to do with it.
    fn row(&self, at: usize, claim: &StoryClaim) -> Group {
        let first = claim.makers().next();
        let first = first.and_then(|maker| Some((maker, claims_of(&claim.stances[maker]).next()?)));
        let outlets = 0..claim.stances.len();
        let entry = Entry {
            refs: vec![self.number(at)],
            label: first.iter().map(|&(o, c)| self.words(o, c)).collect(),
            sides: outlets.map(|o| self.stance(claim, o)).collect(),
        };
        Group {
            head: String::new(),
            entries: vec![entry],
        }
    }

    /// A claim and, below it, the words of all who speak of it.
    fn stack(&self, at: usize, claim: &StoryClaim) -> Group {
        let stances = || claim.stances.iter().enumerate();
        let words = |(outlet, stance)| {
            let said = claims_of(stance).map(|claim| self.words(outlet, claim));
            said.collect()
        };
        let mut entries = vec![Entry {
            refs: Vec::new(),
            label: stances().flat_map(|(o, _)| self.named(claim, o)).collect(),
            sides: stances().map(words).collect(),
        }];
        entries.extend(self.doubts(claim).map(|doubt| Entry {
            refs: Vec::new(),
            label: vec![doubt],
            sides: Vec::new(),
        }));
        Group {
            head: self.number(at),
            entries,
        }
    }

    /// The words of all who speak of a claim, a row each; `None` where only one does.
    fn wordings(&self, at: usize, claim: &StoryClaim) -> Option<Group> {
        let mut entries = Vec::new();
        for (outlet, stance) in claim.stances.iter().enumerate() {
            let said = claims_of(stance).map(|said| Entry {
                refs: vec![format!(
                    "{}  {}",
                    self.number(at),
                    self.refs.claim(outlet, said)
                )],
                label: vec![self.relation(claim, outlet)],
                sides: vec![vec![self.words(outlet, said)]],
            });
            entries.extend(said);
        }
        if entries.len() < 2 {
            return None;
        }
        entries.extend(self.doubts(claim).map(|doubt| Entry {
            refs: Vec::new(),
            label: Vec::new(),
            sides: vec![vec![doubt]],
        }));
        Some(Group {
            head: String::new(),
            entries,
        })
    }

    /// The number of a claim: 1 for the first.
    fn number(&self, at: usize) -> String {
        self.labels.messages().number(at + 1)
    }

    fn words(&self, outlet: usize, claim: usize) -> Block {
        let side = &self.table.outlets[outlet];
        cells::claim(self.labels.messages(), side, claim, &[], usize::MAX)
    }

    fn doubts(&self, claim: &StoryClaim) -> impl Iterator<Item = Block> {
        let doubts = doubts(claim, self.labels.messages());
        doubts.into_iter().map(|doubt| self.labels.remark(doubt))
    }

    /// The sign with the places, and below it what a contradiction is about.
    fn stance(&self, claim: &StoryClaim, outlet: usize) -> Vec<Block> {
        let said = claims_of(&claim.stances[outlet]);
        let places = said.map(|said| self.refs.claim(outlet, said).to_owned());
        self.signed(claim, outlet, places.collect())
    }

    /// The same with the letter of an outlet that is silent.
    fn named(&self, claim: &StoryClaim, outlet: usize) -> Vec<Block> {
        match claim.stances[outlet] {
            Treatment::Silent => self.signed(claim, outlet, vec![self.labels.letter(outlet)]),
            _ => self.stance(claim, outlet),
        }
    }

    fn signed(&self, claim: &StoryClaim, outlet: usize, places: Vec<String>) -> Vec<Block> {
        let stance = &claim.stances[outlet];
        let mut text = vec![sign(claim, outlet).to_owned()];
        text.extend(places);
        let rtl = self.labels.is_rtl();
        let mut blocks = vec![Block::styled(text.join(" "), rtl, style(stance))];
        let values = values(stance, self.labels.messages());
        blocks.extend(values.map(|values| Block::styled(values, rtl, Style::Value)));
        blocks
    }

    /// The sign and its meaning.
    fn relation(&self, claim: &StoryClaim, outlet: usize) -> Block {
        let stance = &claim.stances[outlet];
        let meaning = match stance {
            // As in a table of two, where it has to fit as well.
            Treatment::Contradicts(_) => Msg::TableConflict,
            _ => relation(claim, outlet),
        };
        let text = format!("{} {}", sign(claim, outlet), self.labels.say(meaning));
        Block::styled(text, self.labels.is_rtl(), style(stance))
    }

    /// What was not compared: how much, or under `-v` each line.
    fn left_out(&self, page: &Page, sides: &[&Side], verbose: bool) -> Vec<String> {
        let count: usize = sides.iter().map(|side| around::removed(side).count()).sum();
        if count == 0 {
            return Vec::new();
        }
        if !verbose {
            let args = [("n", Arg::Count(count))];
            let text = self.labels.fill(Msg::StoryLeftOutCount, &args);
            return page.text(&self.labels.remark(text));
        }
        let mut groups = around::left_out(sides, self.labels);
        if !page.stacked {
            // The references say whose line it is, and one wide column can be read.
            for entry in groups.iter_mut().flat_map(|group| &mut group.entries) {
                entry.sides = vec![entry.sides.concat()];
            }
        }
        page.section(Msg::TableLeftOut, &groups)
    }
}

fn style(stance: &Treatment) -> Style {
    match stance {
        Treatment::Makes(_) => Style::Agrees,
        Treatment::Partly(_) => Style::Adds,
        Treatment::Contradicts(_) => Style::Value,
        Treatment::Updates(_) => Style::Shifts,
        Treatment::Silent => Style::Plain,
    }
}
