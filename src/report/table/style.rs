//! Styles, and how they are written: bold, underline and eight-colour foregrounds. What differs stands out, what is
//! shared is quiet.
//!
//! No style stands alone: verdicts have a symbol and a word, speakers end in a colon, conflicts are listed above
//! the table. Yellow vanishes on white and dim does not show in xterm, so neither is used.

/// What a run of words is, to the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Style {
    /// As the terminal writes.
    #[default]
    Plain,
    /// Headings and outlets' names.
    Heading,
    /// Who says it.
    Speaker,
    /// Words that both sides have.
    Shared,
    /// Words that only this side has.
    Differs,
    /// A differing value, and the verdict that says so.
    Value,
    /// Verdicts: the same content.
    Agrees,
    /// Verdicts: one side has more.
    Adds,
    /// Verdicts: another time or another mouth.
    Shifts,
}

impl Style {
    /// The SGR sequence that starts it; empty for plain text.
    pub(super) fn start(self) -> &'static str {
        match self {
            Style::Plain => "",
            Style::Heading | Style::Speaker => "\u{1b}[1m",
            Style::Differs => "\u{1b}[4;35m",
            Style::Value => "\u{1b}[1;4;31m",
            Style::Shared | Style::Agrees => "\u{1b}[32m",
            Style::Adds => "\u{1b}[36m",
            Style::Shifts => "\u{1b}[35m",
        }
    }
}

/// The SGR sequence that ends every style.
pub(super) const END: &str = "\u{1b}[0m";
