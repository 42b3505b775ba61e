//! The table's own words, in the language of the report: a symbol and a short word for each verdict, never a colour
//! alone.

use super::block::Block;
use super::style::Style;
use crate::model::Verdict;
use crate::report::messages::{Arg, Messages, Msg, Ui};
use crate::report::words;

/// The words of one language, as blocks that run its way.
#[derive(Clone, Copy)]
pub(super) struct Labels {
    messages: Messages,
}

impl Labels {
    /// The words of the language.
    pub(super) fn of(ui: Ui) -> Self {
        Labels {
            messages: Messages::of(ui),
        }
    }

    /// For what is worded elsewhere.
    pub(super) fn messages(self) -> Messages {
        self.messages
    }

    /// Whether they run from right to left; the columns then do too.
    pub(super) fn is_rtl(self) -> bool {
        self.messages.ui().is_rtl()
    }

    /// A message without placeholders.
    pub(super) fn say(self, msg: Msg) -> String {
        self.messages.say(msg)
    }

    /// A message with its placeholders filled in.
    pub(super) fn fill(self, msg: Msg, args: &[(&'static str, Arg<'_>)]) -> String {
        self.messages.fill(msg, args)
    }

    /// The letter of an outlet; 0 is A, 1 is B.
    pub(super) fn letter(self, outlet: usize) -> String {
        self.messages.letter(outlet)
    }

    /// A remark.
    pub(super) fn remark(self, text: impl Into<String>) -> Block {
        Block::plain(text, self.is_rtl())
    }

    /// A verdict's symbol and word in its style.
    pub(super) fn verdict(self, verdict: Verdict) -> Block {
        Block::styled(self.verdict_text(verdict), self.is_rtl(), style(verdict))
    }

    /// A verdict's symbol and word, ten cells wide but for one.
    pub(super) fn verdict_text(self, verdict: Verdict) -> String {
        let word = self.say(words::short(verdict));
        match symbol(verdict) {
            Some(symbol) => format!("{symbol} {word}"),
            None => word,
        }
    }
}

/// One sign, the same in every language; the signs of sets are mirrored with the columns.
fn symbol(verdict: Verdict) -> Option<char> {
    match verdict {
        Verdict::Same => Some('='),
        Verdict::Reworded => Some('≈'),
        Verdict::LeftAdds => Some('⊃'),
        Verdict::RightAdds => Some('⊂'),
        Verdict::Overlap => Some('∩'),
        Verdict::Conflict => Some('≠'),
        Verdict::Development => Some('↻'),
        Verdict::SourceDiffers => Some('@'),
        Verdict::Related => Some('?'),
        Verdict::OnlyLeft | Verdict::OnlyRight => None,
    }
}

/// The style that goes with it.
pub(super) fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Same | Verdict::Reworded => Style::Agrees,
        Verdict::LeftAdds | Verdict::RightAdds | Verdict::Overlap => Style::Adds,
        Verdict::Conflict => Style::Value,
        Verdict::Development | Verdict::SourceDiffers => Style::Shifts,
        Verdict::Related | Verdict::OnlyLeft | Verdict::OnlyRight => Style::Plain,
    }
}
