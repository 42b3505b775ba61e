//! An article whose paragraphs a container tells apart: markdown, JSON, a Word document.

use super::clean::clean;
use super::kinds::tell;
use super::own::Own;
use super::page::Meta;
use super::{Kind, Paragraph};

/// What a container holds.
#[derive(Debug, Default)]
pub(super) struct Given {
    pub(super) pieces: Vec<Piece>,
    pub(super) meta: Meta,
    /// Characters of its text that are none.
    pub(super) bad: usize,
}

/// A run of text that stands by itself.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its 1-based line, where the container has lines.
    pub(super) line: Option<usize>,
    pub(super) text: String,
    pub(super) role: Role,
}

/// The words of a paragraph while it is open, and those in it that its author hid.
#[derive(Debug, Default)]
pub(super) struct Words {
    shown: String,
    hidden: String,
    pub(super) role: Role,
}

impl Words {
    pub(super) fn of(role: Role) -> Words {
        Words {
            role,
            ..Words::default()
        }
    }

    pub(super) fn add(&mut self, text: &str, is_hidden: bool) {
        let words = if is_hidden {
            &mut self.hidden
        } else {
            &mut self.shown
        };
        words.push_str(text);
    }
}

/// What the container says of a piece.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// The headline; the first one counts.
    Title,
    #[default]
    Text,
    /// No part of the report, by this rule.
    Out(&'static str),
}

impl Given {
    pub(super) fn push(&mut self, line: Option<usize>, text: &str, role: Role) {
        let text = clean(text);
        if !text.is_empty() {
            self.pieces.push(Piece { line, text, role });
        }
    }

    /// A paragraph that ends; what is hidden in it is listed behind it.
    pub(super) fn close(&mut self, paragraph: &Words) {
        self.push(None, &paragraph.shown, paragraph.role);
        self.push(None, &paragraph.hidden, Role::Out("hidden"));
    }

    /// Its paragraphs, those of the report told by the rules for plain text.
    pub(super) fn paragraphs(&self, own: &Own) -> Vec<Paragraph> {
        let kept = || self.pieces.iter().filter(|piece| !is_out(piece));
        let texts: Vec<&str> = kept().map(|piece| piece.text.as_str()).collect();
        let title = kept().position(|piece| piece.role == Role::Title);
        let mut told = tell(&texts, title, own).into_iter();
        let kinds = self.pieces.iter().map(|piece| match piece.role {
            Role::Out(rule) => Some((Kind::Boilerplate, rule)),
            Role::Title | Role::Text => told.next().flatten(),
        });
        kinds
            .zip(&self.pieces)
            .map(|(told, piece)| Paragraph {
                line: piece.line,
                kind: told.map_or(Kind::Body, |(kind, _)| kind),
                text: piece.text.clone(),
                rule: told.map(|(_, rule)| rule.to_owned()),
            })
            .collect()
    }
}

fn is_out(piece: &Piece) -> bool {
    matches!(piece.role, Role::Out(_))
}
