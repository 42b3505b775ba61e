//! How a report is shown: what the user asked for, else what suits the place it goes to.

use super::args::{Args, ColorArg, Wanted};
use super::choice::Choice;
use super::{Trouble, output, pager, terminal};
use crate::{Article, Bidi, View};
use anstream::{AutoStream, ColorChoice};
use std::io::{IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The width of a table that goes to no terminal.
const WIDTH: usize = 120;

/// Bytes would only upset a terminal.
const NO_TEXT: Trouble = Trouble::Usage(
    "a Word file or a workbook is no text for a terminal",
    "give it a place with --output report.docx or report.xlsx",
);

/// A report and the way to its reader.
pub(super) struct Shown {
    report: Vec<u8>,
    file: Option<PathBuf>,
    /// The pager to show it in.
    pager: Option<String>,
    /// What was decided, for `-v`.
    how: String,
}

impl Shown {
    /// What `render` makes of the articles, and where it goes.
    pub(super) fn new(
        args: &Args,
        articles: &[&Article],
        desk: Option<String>,
        render: impl FnOnce(Wanted, &View) -> Vec<u8>,
    ) -> Result<Self, Trouble> {
        let file = args.output.clone().filter(|path| path != Path::new("-"));
        let to_terminal = file.is_none() && stdout().is_terminal();
        let (mut view, why) = view(args, articles, to_terminal, file.is_some());
        view.desk = desk;
        let wanted = args.wanted()?;
        if !wanted.is_text() && to_terminal {
            return Err(NO_TEXT);
        }
        let report = render(wanted, &view);
        Ok(Shown {
            pager: pager(args, &report, to_terminal),
            how: format!(
                "bidi {} ({why}), {} columns, desk {}",
                name(view.bidi),
                view.width,
                view.desk.as_deref().unwrap_or("none")
            ),
            report,
            file,
        })
    }

    /// What was decided, and what took how long.
    pub(super) fn talk(&self, reading: Duration, comparing: Duration, err: &mut dyn Write) {
        // Talk is no part of the result: if nobody listens, go on.
        let _ = writeln!(
            err,
            "storydiff: {}; read in {reading:.1?}, compared in {comparing:.1?}",
            self.how
        );
    }

    pub(super) fn write(&self, out: &mut dyn Write) -> Result<(), Trouble> {
        match (&self.file, &self.pager) {
            (Some(path), _) => output::to_file(path, &self.report),
            (None, Some(pager)) => pager::show(&self.report, pager).map_err(Trouble::Standard),
            (None, None) => output::to_stream(out, &self.report),
        }
    }
}

/// The view, and what decided on its direction.
fn view(
    args: &Args,
    articles: &[&Article],
    to_terminal: bool,
    to_file: bool,
) -> (View, &'static str) {
    let mut view = View {
        only: args.only.clone(),
        width: width(args, to_terminal),
        layout: args.layout(),
        colour: colour(args, to_file),
        verbose: args.verbose,
        explain: args.explain,
        full: args.full,
        brief: args.brief,
        ui: args.ui(),
        ..View::default()
    };
    if let Some(bidi) = args.bidi() {
        view.bidi = bidi;
        return (view, "asked for");
    }
    let tabled = args.is_table() && to_terminal;
    let choice: Choice =
        terminal::detect(tabled, args.ui().is_rtl() || runs_right_to_left(articles));
    choice.apply(&mut view);
    (view, choice.why)
}

/// Whether a letter of an article runs right to left: only then is the terminal worth a question.
fn runs_right_to_left(articles: &[&Article]) -> bool {
    let is_rtl = |c: char| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    articles
        .iter()
        .flat_map(|article| &article.paragraphs)
        .any(|paragraph| paragraph.text.contains(is_rtl))
}

fn width(args: &Args, to_terminal: bool) -> usize {
    let of_terminal = || {
        to_terminal
            .then(terminal::size)
            .flatten()
            .map(|(columns, _)| columns)
    };
    args.width
        .map(usize::from)
        .or_else(of_terminal)
        .unwrap_or(WIDTH)
}

/// In a table only. A file gets none unless that was said; standard output by its own kind, `NO_COLOR` and
/// `CLICOLOR_FORCE`.
fn colour(args: &Args, to_file: bool) -> bool {
    let wanted = match args.color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => !to_file && may_colour(),
    };
    wanted && args.is_table()
}

/// anstream takes any `CLICOLOR_FORCE` for yes; 0 forces nothing (<https://bixense.com/clicolors>), so all else decides.
fn may_colour() -> bool {
    let may = AutoStream::choice(&stdout()) != ColorChoice::Never;
    let said = |name: &str, value: &str| std::env::var_os(name).is_some_and(|v| v == value);
    let is_plain = !stdout().is_terminal() || said("CLICOLOR", "0") || said("TERM", "dumb");
    may && !(said("CLICOLOR_FORCE", "0") && is_plain)
}

fn pager(args: &Args, report: &[u8], to_terminal: bool) -> Option<String> {
    let (_, rows) = (to_terminal && !args.no_pager)
        .then(terminal::size)
        .flatten()?;
    pager::is_long(report, rows).then(pager::wanted).flatten()
}

/// As on the command line.
fn name(bidi: Bidi) -> &'static str {
    match bidi {
        Bidi::None => "none",
        Bidi::Isolate => "isolate",
        Bidi::Visual => "visual",
        Bidi::Words => "words",
    }
}
