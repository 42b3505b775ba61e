//! Which terminal this is, and so how right-to-left text must be written for it.
//!
//! Terminals disagree: some order right-to-left text themselves, some only within isolates, some not at all, and doing
//! it twice is garbage. Nine were measured (xterm 379, VTE 0.70, Konsole 22.12, mlterm 3.9, kitty 0.26, alacritty
//! 0.11, pterm of `PuTTY`, tmux 3.3a, screen). So the terminal is asked: for the state of its bidi mode (`CSI 8 $ p`,
//! ECMA-48 BDSM by DECRQM), for its name (`CSI > 0 q`, XTVERSION), and last for its class (`CSI c`, DA1), which nearly
//! all answer: once that answer is there, no other will come. Environment variables leak into terminals started from
//! terminals and into tmux, so an answer beats them.
//!
//! tmux answers for itself, and tells what stands around it (`tmux.rs`): a terminal that orders nothing shows what tmux
//! gives it, so the text is ordered here; one that orders text orders tmux's whole lines, so it gets the layout that
//! suits all, as it does in screen, which tells nothing.
//!
//! What it gets wrong: keys typed while it asks are lost; a terminal behind a slow line is taken for a silent one.

use super::choice::{APPLE, Choice, ISOLATE, MLTERM, NAMES, NONE, UNKNOWN, VISUAL, WORDS};
use super::environment::Env;
use super::tmux;
use std::time::Duration;

/// How long to wait for a terminal that does not answer: a blink, and enough for most remote lines.
const PATIENCE: Duration = Duration::from_millis(200);

/// What a terminal said about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// The state of its bidi mode: 0 unknown to it, 1 set, 2 reset, 3 and 4 permanently so; `None`: silence.
    pub bidi_mode: Option<u8>,
    /// Its name and version: `XTerm(379)`.
    pub name: Option<String>,
    /// Whether it told its class, so that silence on the other questions means something.
    pub class: bool,
    /// In tmux: the name of the terminal around it, as tmux tells it.
    pub outer: Option<String>,
}

/// VTE orders text by default from 0.58 on.
const VTE_WITH_BIDI: u32 = 5800;

/// How to write for the terminal on standard output; it is asked only if `asks`, which is a waste of time where no text
/// runs right to left.
#[must_use]
pub fn detect(is_terminal: bool, asks: bool) -> Choice {
    let env = Env::read();
    let mut answers = Answers::default();
    if is_terminal && asks {
        answers = ask(PATIENCE);
        // The variable leaks into terminals that are started from tmux: one that names itself is no tmux.
        let is_tmux = |name: &String| name.starts_with("tmux");
        if env.has("TMUX") && answers.name.as_ref().is_none_or(is_tmux) {
            answers.outer = tmux::outer(PATIENCE);
        }
    }
    decide(is_terminal, &answers, &env)
}

/// Decides from what is known, answers before variables.
#[must_use]
pub fn decide(is_terminal: bool, answers: &Answers, env: &Env) -> Choice {
    if !is_terminal {
        return NONE;
    }
    if let Some(outer) = &answers.outer {
        return within_tmux(outer);
    }
    if let Some(name) = &answers.name {
        let known = NAMES.iter().find(|(known, _)| name.starts_with(known));
        return known.map_or_else(
            || by_mode(answers).unwrap_or(UNKNOWN),
            |(_, choice)| *choice,
        );
    }
    let by_mode = by_mode(answers);
    by_mode
        .or_else(|| by_variables(answers, env))
        .unwrap_or(UNKNOWN)
}

/// In tmux, by the name of the terminal around it.
fn within_tmux(outer: &str) -> Choice {
    let known = NAMES.iter().find(|(known, _)| outer.starts_with(known));
    match known {
        Some((_, VISUAL)) => Choice {
            why: "tmux in a terminal without bidi",
            ..VISUAL
        },
        Some(_) => Choice {
            why: "tmux in a terminal that orders its lines itself",
            ..UNKNOWN
        },
        None => UNKNOWN,
    }
}

/// A terminal whose bidi mode is set orders text: VTE.
fn by_mode(answers: &Answers) -> Option<Choice> {
    matches!(answers.bidi_mode, Some(1 | 3)).then_some(ISOLATE)
}

fn by_variables(answers: &Answers, env: &Env) -> Option<Choice> {
    if env.has("TMUX") || env.has("STY") {
        return None;
    }
    if env.has("MLTERM") {
        return Some(MLTERM);
    }
    if answers.bidi_mode.is_none() && env.has("KONSOLE_VERSION") {
        return Some(ISOLATE);
    }
    // VTE answers the first question: where only the class came back, the variable has leaked.
    let vte = env.get("VTE_VERSION").and_then(|v| v.parse::<u32>().ok());
    if !answers.class && vte.is_some_and(|v| v >= VTE_WITH_BIDI) {
        return Some(ISOLATE);
    }
    let term = env.get("TERM").unwrap_or_default();
    if term == "xterm-kitty" || env.has("KITTY_WINDOW_ID") {
        return Some(WORDS);
    }
    let program = env.get("TERM_PROGRAM").unwrap_or_default();
    if program == "Apple_Terminal" {
        return Some(APPLE);
    }
    let plain = term.starts_with("alacritty")
        || ["ALACRITTY_WINDOW_ID", "XTERM_VERSION", "WT_SESSION"]
            .iter()
            .any(|v| env.has(v))
        || ["vscode", "ghostty", "iTerm.app", "WezTerm"].contains(&program);
    plain.then_some(VISUAL)
}

/// Columns and rows of the terminal on standard output.
#[must_use]
pub fn size() -> Option<(usize, usize)> {
    let (columns, rows) = terminal_size::terminal_size()?;
    Some((columns.0.into(), rows.0.into()))
}

/// What the replies say; anything else among them is passed over.
pub(super) fn parse(replies: &[u8]) -> Answers {
    let text = String::from_utf8_lossy(replies);
    let mut answers = Answers::default();
    for reply in text.split('\u{1b}') {
        if let Some((state, _)) = reply.strip_prefix("[8;").and_then(|r| r.split_once("$y")) {
            answers.bidi_mode = state.parse().ok();
        } else if let Some(name) = reply.strip_prefix("P>|").filter(|name| !name.is_empty()) {
            answers.name = Some(name.to_owned());
        } else if reply.starts_with("[?") && reply.contains('c') {
            answers.class = true;
        }
    }
    answers
}

#[cfg(unix)]
use super::asking::ask;

/// Elsewhere than on Unix the variables must do.
#[cfg(not(unix))]
fn ask(_: Duration) -> Answers {
    Answers::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Bidi, Layout, View};

    type Case<'a> = (&'a str, &'a [(&'static str, &'a str)], Choice);

    fn env(vars: &[(&'static str, &str)]) -> Env {
        Env::of(|name| {
            let found = vars.iter().find(|(n, _)| *n == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    fn chosen(replies: &str, vars: &[(&'static str, &str)]) -> Choice {
        decide(true, &parse(replies.as_bytes()), &env(vars))
    }

    #[test]
    fn the_measured_terminals_get_what_works_there() {
        let class = "\x1b[?62;c";
        let table: [Case; 9] = [
            ("\x1b[8;1$y", &[("VTE_VERSION", "7006")], ISOLATE),
            ("\x1bP>|Konsole 22.12.3\x1b\\", &[], ISOLATE),
            ("\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\", &[], VISUAL),
            ("\x1b[8;0$y\x1bP>|kitty(0.26.5)\x1b\\", &[], WORDS),
            ("\x1b[8;0$y", &[("MLTERM", "3.9.2")], MLTERM),
            ("", &[("TERM", "alacritty")], VISUAL),
            ("", &[("TERM", "xterm")], UNKNOWN),
            ("\x1bP>|tmux 3.3a\x1b\\", &[("TMUX", "x")], UNKNOWN),
            ("", &[("STY", "1.pts")], UNKNOWN),
        ];
        for (replies, vars, wanted) in table {
            let found = chosen(&format!("{replies}{class}"), vars);
            assert_eq!(found, wanted, "{replies:?} {vars:?}");
        }
    }

    #[test]
    fn an_answer_beats_a_leaked_variable() {
        let vte = [("VTE_VERSION", "7006"), ("KONSOLE_VERSION", "221203")];
        assert_eq!(chosen("\x1bP>|XTerm(379)\x1b\\\x1b[?64;c", &vte), VISUAL);
        assert_eq!(chosen("\x1bP>|tmux 3.3a\x1b\\\x1b[?1;2c", &vte), UNKNOWN);
        let pterm = [("VTE_VERSION", "7006"), ("TERM", "xterm")];
        assert_eq!(chosen("\x1b[?6c", &pterm), UNKNOWN);
    }

    #[test]
    fn without_any_answer_variables_count_but_not_in_a_multiplexer() {
        assert_eq!(chosen("", &[("VTE_VERSION", "7006")]), ISOLATE);
        assert_eq!(chosen("", &[("VTE_VERSION", "5202")]), UNKNOWN);
        assert_eq!(
            chosen("", &[("VTE_VERSION", "7006"), ("TMUX", "x")]),
            UNKNOWN
        );
        assert_eq!(chosen("", &[("TERM_PROGRAM", "vscode")]), VISUAL);
        assert_eq!(chosen("", &[("TERM_PROGRAM", "Apple_Terminal")]), APPLE);
        assert_eq!(chosen("", &[("TERM_PROGRAM", "iTerm.app")]), VISUAL);
        assert_eq!(chosen("", &[("TERM", "")]), UNKNOWN);
    }

    #[test]
    fn in_tmux_the_terminal_around_it_decides() {
        for (outer, bidi, stacked) in [
            ("XTerm(379)", Bidi::Visual, false),
            ("iTerm2 3.5.10", Bidi::Visual, false),
            ("Konsole 22.12.3", Bidi::Isolate, true),
            ("kitty(0.26.5)", Bidi::Isolate, true),
            ("foot(1.13.1)", Bidi::Isolate, true),
        ] {
            let answers = Answers {
                outer: Some(outer.to_owned()),
                ..parse(b"\x1bP>|tmux 3.3a\x1b\\\x1b[?1;2c")
            };
            let found = decide(true, &answers, &env(&[("TMUX", "x")]));
            assert_eq!((found.bidi, found.stacked), (bidi, stacked), "{outer}");
        }
    }

    #[test]
    fn a_file_gets_no_controls() {
        let answers = parse(b"\x1b[8;1$y");
        assert_eq!(decide(false, &answers, &env(&[("MLTERM", "3")])), NONE);
    }

    #[test]
    fn replies_are_found_among_keys_and_noise() {
        let answers = parse(b"ls\r\x1b[A\x1b[8;0$y\xff\x1bP>|XTerm(379)\x1b\\\x1b[?64;1;9c");
        assert_eq!(
            answers,
            Answers {
                bidi_mode: Some(0),
                name: Some("XTerm(379)".to_owned()),
                class: true,
                outer: None,
            }
        );
        assert_eq!(parse(b"\x1b[8;\x1bP>|\x1b["), Answers::default());
    }

    #[test]
    fn an_unknown_terminal_stacks_unless_a_table_is_asked_for() {
        let mut view = View::default();
        UNKNOWN.apply(&mut view);
        assert_eq!((view.bidi, view.layout), (Bidi::Isolate, Layout::Stacked));
        let mut view = View {
            layout: Layout::Table,
            ..View::default()
        };
        UNKNOWN.apply(&mut view);
        assert_eq!(view.layout, Layout::Table);
    }
}
