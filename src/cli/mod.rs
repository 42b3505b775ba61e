//! The command line: one file a command, and the words in which trouble is told.
//!
//! Entry: [`run`]. The rest of the program is known only through what `lib.rs` exports.

mod args;
#[cfg(unix)]
mod asking;
mod batch;
mod checked;
mod choice;
mod compare;
mod desk;
mod environment;
mod interrupt;
mod judge;
mod locks;
mod output;
mod pager;
mod reader;
mod record;
mod shell;
mod show;
mod story;
mod terminal;
mod tips;
mod tmux;

use crate::{ENCODER, Encoder};
use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Done, and under `--exit-code` nothing differs.
const DONE: u8 = 0;
/// Differences, under `--exit-code` only.
const DIFFERS: u8 = 1;
/// Trouble.
const TROUBLE: u8 = 2;

/// Run the command that `args` (the program's name first) ask for: the report goes to `out`, all else to `err`.
///
/// ```
/// let args = ["storydiff", "judge", "no/such.jsonl"].map(Into::into);
/// let (mut out, mut err) = (Vec::new(), Vec::new());
/// let _status = storydiff::cli::run(args, &mut out, &mut err);
/// assert!(out.is_empty());
/// assert!(err.starts_with(b"storydiff: no/such.jsonl: no such file"));
/// ```
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let cli = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        Err(error) if error.kind() == clap::error::ErrorKind::DisplayVersion => {
            return version(out);
        }
        Err(error) => {
            let first = args.get(1).map(OsString::as_os_str);
            return usage(&tips::with_command(error, first));
        }
    };
    let done = match (&cli.command, &cli.compare) {
        (Some(Command::Batch(args)), _) => batch::run(args, out, err),
        (Some(Command::Completions(args)), _) => shell::completions(args, out),
        (Some(Command::Man(args)), _) => shell::man(args, out),
        (Some(Command::Judge(args)), _) => judge::run(args, out, err),
        (None, Some(args)) if !args.more.is_empty() => story::run(args, &cli.reader, out, err),
        (None, Some(args)) => compare::run(args, &cli.reader, out, err),
        (None, None) => return usage(&nothing()),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        Err(trouble) if trouble.is_closed_pipe() => ExitCode::from(DONE),
        Err(trouble) => {
            // Where even standard error is gone, nobody is left to be told.
            let _ = trouble.tell(err);
            ExitCode::from(TROUBLE)
        }
    }
}

/// The program's version and that of its model, by which a result can be told to be that of another build.
fn version(out: &mut dyn Write) -> ExitCode {
    let program = env!("CARGO_PKG_VERSION");
    let encoder = match Encoder::embedded() {
        Some(encoder) => format!("{}, SHA-256 {}", ENCODER, encoder.checksum()),
        None => "none in this build".to_owned(),
    };
    match writeln!(out, "storydiff {program}\nencoder: {encoder}") {
        Err(failed) if failed.kind() != ErrorKind::BrokenPipe => ExitCode::from(TROUBLE),
        _ => ExitCode::from(DONE),
    }
}

/// Neither a command nor articles.
fn nothing() -> clap::Error {
    Cli::command().error(
        clap::error::ErrorKind::MissingRequiredArgument,
        "two articles are needed: storydiff LEFT RIGHT",
    )
}

/// What clap has to say: help and version are no errors.
fn usage(error: &clap::Error) -> ExitCode {
    match error.print() {
        Err(failed) if failed.kind() != ErrorKind::BrokenPipe => ExitCode::from(TROUBLE),
        _ if error.use_stderr() => ExitCode::from(TROUBLE),
        _ => ExitCode::from(DONE),
    }
}

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error(transparent)]
    Read(#[from] crate::ReadError),
    #[error("{0}")]
    Usage(&'static str, &'static str),
    #[error("{path}: {what}")]
    Resume {
        path: String,
        what: &'static str,
        hint: &'static str,
    },
    #[error("cannot write the report: {0}")]
    Standard(io::Error),
    #[error("{path}:{line}:{column}: {why}")]
    Place {
        path: String,
        line: usize,
        column: usize,
        why: String,
        hint: &'static str,
    },
    #[error("{path}: {why}")]
    Sheet {
        path: String,
        why: String,
        hint: &'static str,
    },
    #[error(transparent)]
    Reader(crate::ReaderError),
    #[error("{0}")]
    Locks(String),
    #[error("{path}: there is no report of this ending")]
    Ending { path: String, hint: &'static str },
    #[error("{word}: no such file; did you mean the command {meant}?")]
    Command { word: String, meant: String },
    #[error("{path}: cannot be written: {cause}")]
    File { path: String, cause: io::Error },
}

impl Trouble {
    fn is_closed_pipe(&self) -> bool {
        matches!(self, Trouble::Standard(cause) if cause.kind() == ErrorKind::BrokenPipe)
    }

    fn hint(&self) -> Option<&'static str> {
        match self {
            Trouble::Read(error) => Some(error.hint()),
            Trouble::Usage(_, hint)
            | Trouble::Resume { hint, .. }
            | Trouble::Sheet { hint, .. }
            | Trouble::Ending { hint, .. }
            | Trouble::Place { hint, .. } => Some(hint),
            Trouble::Standard(_) | Trouble::Reader(_) => None,
            Trouble::Locks(_) => Some(
                "paragraphs are numbered as in the report: A0 the headline, A5 the fifth paragraph, A5.2 its second claim",
            ),
            Trouble::Command { .. } => Some("storydiff --help lists the commands"),
            Trouble::File { .. } => {
                Some("--output needs a folder that exists and that you may write to")
            }
        }
    }

    /// One line that says what is wrong, one that says what to do.
    fn tell(&self, err: &mut dyn Write) -> io::Result<()> {
        writeln!(err, "storydiff: {self}")?;
        match self.hint() {
            Some(hint) => writeln!(err, "  hint: {hint}"),
            None => Ok(()),
        }
    }
}
