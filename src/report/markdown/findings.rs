//! Sections of findings: check first, headline and lead, shared claims, only in one.

use super::page::Page;
use crate::model::Verdict;
use crate::report::messages::Msg;
use crate::report::outline::exchange::{Exchange, Statement};
use crate::report::outline::line::Slot;
use crate::report::outline::place::Which;
use crate::report::outline::prominence::Shift;
use crate::report::outline::{Outline, finding_anchor, heading};

impl<'a> Page<'_, 'a> {
    /// Check first.
    pub fn check_first(&mut self, outline: &Outline<'a>) {
        let view = self.pair.view;
        if !outline.details_alarms(view) {
            return; // the answer has said so
        }
        self.heading(2, Some("check-first"), &self.pair.own(Msg::CheckTitle));
        if view.shows(Verdict::Conflict) {
            if outline.conflicts.is_empty() {
                self.paragraph(&self.pair.own(Msg::ConflictNone));
            }
            for conflict in &outline.conflicts {
                self.exchange(conflict, Verdict::Conflict, Msg::ConflictHeading, 3);
            }
        }
        if !outline.updates.is_empty() {
            self.counted(3, "updates", Msg::UpdatesTitle, outline.updates.len());
        }
        for update in &outline.updates {
            self.exchange(update, Verdict::Development, Msg::UpdateHeading, 4);
        }
    }

    /// A finding with a heading of its own: who says what, and why it is listed.
    fn exchange(&mut self, exchange: &Exchange<'a>, verdict: Verdict, title: Msg, level: usize) {
        let slots = vec![
            ("n", Slot::Count(exchange.number)),
            ("words", Slot::Line(heading(self.pair, exchange))),
        ];
        let anchor = finding_anchor(verdict, exchange.number);
        self.heading(level, Some(&anchor), &self.pair.line(title, slots));
        self.statements(exchange.sides.iter().flatten());
        self.paragraph(&exchange.why(self.pair));
    }

    /// Headline and lead, and what one tells early and the other late.
    pub fn opening(&mut self, outline: &Outline<'a>) {
        self.heading(2, Some("opening"), &self.pair.own(Msg::OpeningTitle));
        let rows: Vec<Vec<String>> = outline
            .opening
            .iter()
            .map(|row| {
                let [a, b] = row.sides.each_ref().map(|side| self.inline.cell(side));
                vec![self.inline.cell(&row.item), a, b]
            })
            .collect();
        let columns = self.sided(Msg::ColumnItem);
        self.table(&columns, &rows);
        self.shifts(&outline.shifts);
        for which in Which::BOTH {
            self.leads_alone(which, &outline.leads_alone[which.index()]);
        }
    }

    fn shifts(&mut self, shifts: &[Shift<'a>]) {
        if shifts.is_empty() {
            return;
        }
        self.heading(3, None, &self.pair.own(Msg::ProminenceTitle));
        let rows: Vec<Vec<String>> = shifts
            .iter()
            .map(|shift| {
                let [a, b] = shift.sides.each_ref();
                let note = self.inline.cell(&shift.note(self.pair));
                vec![note, self.statement(a, None), self.statement(b, None)]
            })
            .collect();
        let columns = self.sided(Msg::ColumnReading);
        self.table(&columns, &rows);
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
        if outline.shared.is_empty() {
            self.paragraph(&self.pair.own(Msg::SharedNone));
        } else {
            self.paragraph(&self.pair.own(Msg::SharedLegend));
        }
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
        let rows: Vec<Vec<String>> = exchanges
            .iter()
            .map(|exchange| {
                vec![
                    self.pair.messages.number(exchange.number),
                    self.inline.cell(&exchange.reading(self.pair, outline)),
                    self.stacked(exchange, Which::A),
                    self.stacked(exchange, Which::B),
                ]
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        let mut columns = self.sided(Msg::ColumnReading);
        columns.insert(0, self.column(&self.pair.own(Msg::ColumnNumber), self.rtl));
        self.table(&columns, &rows);
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
            let title = self.pair.line(Msg::OnlyTitle, slots);
            let anchor = ["only-a", "only-b"][which.index()];
            self.heading(2, Some(anchor), &title);
            if alone.is_empty() {
                self.paragraph(&self.pair.own(Msg::OnlyNone));
            } else {
                self.statements(alone.iter());
            }
        }
    }
}
