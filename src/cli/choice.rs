//! How to write for each terminal that is known, by the name that it gives itself.

use crate::{Bidi, Layout, View};

/// How to write for a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The order and the controls.
    pub bidi: Bidi,
    /// Whether a lam-alef pair takes one cell.
    pub lam_alef_narrow: bool,
    /// Whether columns cannot be trusted, so that the layout must be stacked unless the user wants a table.
    pub stacked: bool,
    /// What decided, for `-v`.
    pub why: &'static str,
}

/// Names that terminals give themselves. These were not tried, but have no bidi of their own: Ghostty, VS Code (xterm.js),
/// Windows Terminal (microsoft/terminal #18659, xterm.js #701, cmux #547); iTerm2 and `WezTerm` unless the user switches it
/// on, which they do not tell (gnachman/iTerm2 #716, fujiapple852/trippy #1344; wezterm #784). Nothing was found out
/// about foot, so it stays an unknown terminal.
pub(super) const NAMES: [(&str, Choice); 11] = [
    ("VTE", ISOLATE),
    ("Konsole", ISOLATE),
    ("kitty", WORDS),
    ("XTerm", VISUAL),
    ("alacritty", VISUAL),
    ("ghostty", VISUAL),
    ("xterm.js", VISUAL),
    ("Windows Terminal", VISUAL),
    ("iTerm2", VISUAL),
    ("WezTerm", VISUAL),
    ("mlterm", MLTERM),
];

pub(super) const NONE: Choice = Choice {
    bidi: Bidi::None,
    lam_alef_narrow: false,
    stacked: false,
    why: "not a terminal",
};
pub(super) const ISOLATE: Choice = Choice {
    bidi: Bidi::Isolate,
    why: "a terminal that orders text within isolates",
    ..NONE
};
pub(super) const WORDS: Choice = Choice {
    bidi: Bidi::Words,
    why: "kitty orders the letters of words, not the words",
    ..NONE
};
pub(super) const VISUAL: Choice = Choice {
    bidi: Bidi::Visual,
    why: "a terminal without bidi",
    ..NONE
};
pub(super) const MLTERM: Choice = Choice {
    lam_alef_narrow: true,
    why: "mlterm orders whole lines itself",
    ..NONE
};
pub(super) const UNKNOWN: Choice = Choice {
    bidi: Bidi::Isolate,
    stacked: true,
    why: "an unknown terminal, or a multiplexer",
    ..NONE
};
/// Apple's Terminal orders each whole line and cannot be told not to (terminal-wg.pages.freedesktop.org/bidi, prior work;
/// fujiapple852/trippy #1344): what isolates do there is not known, and columns would change places.
pub(super) const APPLE: Choice = Choice {
    why: "Apple's Terminal, which orders whole lines itself",
    ..UNKNOWN
};

impl Choice {
    /// Puts the choice into a view; a layout that the user asked for stays.
    pub fn apply(self, view: &mut View) {
        view.bidi = self.bidi;
        view.lam_alef_narrow = self.lam_alef_narrow;
        if self.stacked && view.layout == Layout::Auto {
            view.layout = Layout::Stacked;
        }
    }
}
