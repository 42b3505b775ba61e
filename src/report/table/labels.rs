//! The table's own words: a symbol and a short word for each verdict, never a colour alone.

use super::block::Block;
use super::style::Style;
use crate::compare::{DifferenceKind, Verdict};

/// A verdict's symbol and word, ten cells wide but for one.
pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Same => "= same",
        Verdict::Reworded => "≈ reworded",
        Verdict::LeftAdds => "⊃ A adds",
        Verdict::RightAdds => "⊂ B adds",
        Verdict::Overlap => "∩ overlap",
        Verdict::Conflict => "≠ conflict",
        Verdict::Development => "↻ update",
        Verdict::SourceDiffers => "@ other source",
        Verdict::OnlyLeft => "A only",
        Verdict::OnlyRight => "B only",
    }
}

/// The style that goes with it.
pub(super) fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Same | Verdict::Reworded => Style::Agrees,
        Verdict::LeftAdds | Verdict::RightAdds | Verdict::Overlap => Style::Adds,
        Verdict::Conflict => Style::Value,
        Verdict::Development | Verdict::SourceDiffers => Style::Shifts,
        Verdict::OnlyLeft | Verdict::OnlyRight => Style::Plain,
    }
}

/// What two values differ in.
pub(super) fn difference(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Figure => "figure",
        DifferenceKind::Date => "date",
        DifferenceKind::Name => "name",
        DifferenceKind::Polarity => "yes or no",
        DifferenceKind::Quote => "wording",
        DifferenceKind::Speaker => "speaker",
        DifferenceKind::Detail => "detail",
    }
}

/// A remark in the tool's own words, left to right.
pub(super) fn remark(text: impl Into<String>) -> Block {
    Block::plain(text, false)
}
