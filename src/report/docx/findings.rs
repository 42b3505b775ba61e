//! Sections of findings: check first, headline and lead, shared claims, only in one.

use super::page::{Cell, Page};
use crate::model::Verdict;
use crate::report::messages::Msg;
use crate::report::outline::exchange::{Exchange, Statement};
use crate::report::outline::line::{Line, Slot};
use crate::report::outline::place::Which;
use crate::report::outline::{Outline, finding_anchor, heading};

impl<'a> Page<'_, 'a> {
    /// Check first.
    pub fn check_first(&mut self, outline: &Outline<'a>) {
        let view = self.pair.view;
        if !outline.details_alarms(view) {
            return; // the answer has said so
        }
        self.heading(2, Some("check-first"), &self.pair.own(Msg::CheckTitle));
        if outline.conflicts.is_empty() && view.shows(Verdict::Conflict) {
            self.paragraph(&self.pair.own(Msg::ConflictNone));
        }
        for conflict in &outline.conflicts {
            self.exchange(conflict, Msg::ConflictHeading);
        }
        if !outline.updates.is_empty() {
            self.counted(2, "updates", Msg::UpdatesTitle, outline.updates.len());
        }
        for update in &outline.updates {
            self.exchange(update, Msg::UpdateHeading);
        }
    }

    /// A finding with a heading of its own: who says what, and why it is listed.
    fn exchange(&mut self, exchange: &Exchange<'a>, title: Msg) {
        let slots = vec![
            ("n", Slot::Count(exchange.number)),
            ("words", Slot::Line(heading(self.pair, exchange))),
        ];
        let anchor = finding_anchor(exchange.finding.verdict, exchange.number);
        self.heading(3, Some(&anchor), &self.pair.line(title, slots));
        self.statements(exchange.sides.iter().flatten());
        self.paragraph(&exchange.why(self.pair));
    }

    /// Headline and lead, and what one tells early and the other late.
    pub fn opening(&mut self, outline: &Outline<'a>) {
        self.heading(2, Some("opening"), &self.pair.own(Msg::OpeningTitle));
        let rows = outline.opening.iter().map(|row| {
            let [a, b] = row.sides.each_ref().map(|side| self.cell(side));
            vec![self.cell(&row.item), a, b]
        });
        let rows = rows.collect();
        self.sided(Msg::ColumnItem, rows);
        if !outline.shifts.is_empty() {
            self.heading(3, None, &self.pair.own(Msg::ProminenceTitle));
            let rows = outline.shifts.iter().map(|shift| {
                let [a, b] = shift.sides.each_ref().map(|s| self.statement(s, None));
                vec![self.cell(&shift.note(self.pair)), a, b]
            });
            let rows = rows.collect();
            self.sided(Msg::ColumnReading, rows);
        }
        for which in Which::BOTH {
            self.leads_alone(which, &outline.leads_alone[which.index()]);
        }
    }

    /// A column of the report's own words, one of A's, one of B's.
    pub fn sided(&mut self, first: Msg, rows: Vec<Vec<Cell>>) {
        let [a, b] = Which::BOTH.map(|which| self.letter(which));
        let heads: [Line<'a>; 3] = [self.pair.own(first), a, b];
        self.table(&heads, &[6, 10, 10], rows);
    }

    fn leads_alone(&mut self, which: Which, alone: &[Statement<'a>]) {
        if alone.is_empty() {
            return;
        }
        let slots = vec![
            ("side", Slot::Own(self.pair.letter(which))),
            ("other", Slot::Own(self.pair.letter(which.other()))),
        ];
        let title = self.pair.line(Msg::ProminenceAloneTitle, slots);
        self.heading(3, None, &title);
        self.statements(alone.iter());
    }

    /// Shared claims.
    pub fn shared(&mut self, outline: &Outline<'a>) {
        self.counted(2, "shared", Msg::SharedTitle, outline.shared.len());
        let legend = if outline.shared.is_empty() {
            Msg::SharedNone
        } else {
            Msg::SharedLegend
        };
        self.paragraph(&self.pair.own(legend));
        if let Some(note) = outline.wire_note(self.pair) {
            self.paragraph(&note);
        }
        self.exchanges(outline, &outline.shared);
        if !outline.other_speaker.is_empty() {
            let count = outline.other_speaker.len();
            self.counted(3, "other-speaker", Msg::OtherSpeakerTitle, count);
            self.exchanges(outline, &outline.other_speaker);
        }
        if !outline.related.is_empty() {
            let count = outline.related.len();
            self.counted(3, "related", Msg::RelatedTitle, count);
            self.exchanges(outline, &outline.related);
        }
    }

    fn exchanges(&mut self, outline: &Outline<'a>, exchanges: &[Exchange<'a>]) {
        if exchanges.is_empty() {
            return;
        }
        let rows = exchanges.iter().map(|exchange| {
            let side = |which: Which| -> Cell {
                let told = exchange.told(which);
                told.flat_map(|(s, instead)| self.statement(s, instead))
                    .collect()
            };
            let reading = exchange.reading(self.pair, outline);
            vec![self.cell(&reading), side(Which::A), side(Which::B)]
        });
        let rows = rows.collect();
        self.sided(Msg::ColumnReading, rows);
    }

    /// Only in A, only in B.
    pub fn only(&mut self, outline: &Outline<'a>) {
        let verdicts = [Verdict::OnlyLeft, Verdict::OnlyRight];
        for which in Which::BOTH {
            if !self.pair.view.shows(verdicts[which.index()]) {
                continue;
            }
            let alone = &outline.only[which.index()];
            let slots = vec![
                ("side", Slot::Line(self.pair.outlet(which))),
                ("n", Slot::Count(alone.len())),
                ("other", Slot::Own(self.pair.letter(which.other()))),
            ];
            let anchor = ["only-a", "only-b"][which.index()];
            self.heading(2, Some(anchor), &self.pair.line(Msg::OnlyTitle, slots));
            if alone.is_empty() {
                self.paragraph(&self.pair.own(Msg::OnlyNone));
            } else {
                self.statements(alone.iter());
            }
        }
    }
}
