//! The command line: one file a command, and the words in which trouble is told.
//!
//! Entry: [`run`]. The rest of the program is known only through what `lib.rs` exports.

mod args;
#[cfg(unix)]
mod asking;
mod compare;
pub mod environment;
mod output;
pub mod pager;
pub mod terminal;

use args::Args;
use clap::Parser;
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
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> ExitCode {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => return usage(&error),
    };
    match compare::run(&args, out, err) {
        Ok(status) => ExitCode::from(status),
        Err(trouble) if trouble.is_closed_pipe() => ExitCode::from(DONE),
        Err(trouble) => {
            // Where even standard error is gone, nobody is left to be told.
            let _ = trouble.tell(err);
            ExitCode::from(TROUBLE)
        }
    }
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
    #[error("cannot write the report: {0}")]
    Standard(io::Error),
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
            Trouble::Usage(_, hint) => Some(hint),
            Trouble::Standard(_) => None,
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
