//! `storydiff batch`: many pairs of articles, one after another out, on all cores in between.
//!
//! Either JSON Lines in and out (`lines.rs`), or folders of pairs in and a report for each out (`folders.rs`).

mod crew;
mod done;
mod folders;
mod growing;
mod lines;
mod progress;
mod record;

use super::args::{EncoderArg, FormatArg, UiArg};
use super::reader::{ReaderArgs, Ready};
use super::tips::VerdictParser;
use super::{DONE, TROUBLE, Trouble, desk};
use crate::{Article, Comparison, Options, ReadOptions, Verdict, View, compare};
use crew::Ended;
use progress::Progress;
use std::io::Write;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::thread::available_parallelism;

/// Compare many pairs of articles, JSON Lines in and out, or a folder of pairs.
///
/// A line {"id": any, "left": {"text": "…"}, "right": {"path": "…"}} is answered, in order, by {"id": …, "report": {…}},
/// or by {"id": …, "error": "…"}: a bad record never ends the run. A side is given by its "text", by a "path" or by
/// "html", with a "name" and a "lang" where they are known.
///
/// With --pairs DIR, each folder in DIR with a left.* and a right.* is compared. The folder that --output names gets a
/// report for each, and index.html and index.md that rank them by their conflicts.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  storydiff batch --output reports.jsonl pairs.jsonl
  storydiff batch --resume --output reports.jsonl pairs.jsonl   go on after a crash
  storydiff batch --pairs stories/ --output reports/            a report for each folder, and an index")]
pub(super) struct BatchArgs {
    /// The records; without it, or with -, standard input
    #[arg(default_value = "-", conflicts_with = "pairs")]
    file: PathBuf,
    /// Compare the pairs in the folders of this one
    #[arg(long, value_name = "DIR", requires = "output")]
    pairs: Option<PathBuf>,
    /// Write the answers to this file (with --pairs: the reports into this folder) instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Go on where --output ends: skip what it has already
    #[arg(long, requires = "output")]
    resume: bool,
    /// How many pairs to compare at a time [default: one a core]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// How meaning is found
    #[arg(long, value_enum, default_value_t)]
    encoder: EncoderArg,
    /// Show only these verdicts, commas between them
    #[arg(long, value_name = "VERDICT", value_delimiter = ',', value_parser = VerdictParser)]
    only: Vec<Verdict>,
    /// Format of the reports of --pairs [default: html]
    #[arg(short, long, value_enum, requires = "pairs")]
    format: Option<FormatArg>,
    /// Language of the words of the reports of --pairs
    #[arg(long, value_enum, default_value_t, requires = "pairs")]
    ui: UiArg,
    /// What this newsroom knows, a TOML file
    /// [default: storydiff/desk.toml in the configuration folder, if there is one]
    #[arg(long, value_name = "FILE")]
    desk: Option<PathBuf>,
    #[command(flatten)]
    reader: ReaderArgs,
    /// Say nothing but errors
    #[arg(short, long)]
    quiet: bool,
}

impl BatchArgs {
    fn jobs(&self) -> NonZeroUsize {
        let all = || available_parallelism().unwrap_or(NonZeroUsize::MIN);
        self.jobs.unwrap_or_else(all)
    }

    /// What is the same for all pairs; a second reader that was asked for is ready.
    fn setting(&self, err: &mut dyn Write) -> Result<Setting, Trouble> {
        let known = desk::read(self.desk.as_ref())?;
        // The batch has a bar of its own.
        let ready = self.reader.ready(&known.reader, false, true, err)?;
        Ok(Setting {
            options: Options {
                reader: ready.second.clone(),
                encoder: self.encoder.encoding(),
                desk: known.desk,
                ..Options::default()
            },
            view: View {
                only: self.only.clone(),
                ui: self.ui.ui(),
                desk: known.file,
                ..View::default()
            },
            boilerplate: known.boilerplate,
            ready,
        })
    }
}

/// What is the same for all pairs.
struct Setting {
    options: Options,
    view: View,
    /// Lines that are no part of a report.
    boilerplate: Vec<String>,
    /// The second reader.
    ready: Ready,
}

impl Setting {
    /// What is known of an article whose outlet has this name and this language.
    fn reading(&self, name: Option<String>, language: Option<String>) -> ReadOptions {
        ReadOptions {
            name,
            language,
            boilerplate: self.boilerplate.clone(),
            // Records are data, not the user's own words.
            offline: true,
            ..ReadOptions::default()
        }
    }

    /// Compare two articles. That cannot fail; if it does all the same, the other records shall not suffer.
    fn compared(&self, left: &Article, right: &Article) -> Result<Comparison, String> {
        guarded(|| compare(left, right, &self.options))
    }
}

/// Carry the command out; the status to exit with.
pub(super) fn run(
    args: &BatchArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, Trouble> {
    match (&args.pairs, &args.output) {
        (Some(pairs), Some(output)) => folders::run(args, pairs, output, err),
        _ => lines::run(args, out, err),
    }
}

/// What is said at the end, and the status that goes with it.
fn close(args: &BatchArgs, ended: Ended, progress: Progress, err: &mut dyn Write) -> u8 {
    let stopped = ended == Ended::Stopped;
    if let Some(said) = progress.finish(stopped).filter(|_| !args.quiet) {
        // Talk is no part of the result: if nobody listens, go on.
        let _ = writeln!(err, "storydiff: {said}");
        if stopped && args.output.is_some() {
            let _ = writeln!(err, "  hint: --resume goes on where this ended");
        }
    }
    if stopped { TROUBLE } else { DONE }
}

fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        "storydiff failed on this pair, which is a fault of its own; please report it with the pair"
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_fault_of_our_own_is_an_answer_too() {
        assert_eq!(guarded(|| 1), Ok(1));
        let wrong = guarded(|| -> u8 { panic!("an expected panic of this test") });
        assert!(wrong.expect_err("a fault").starts_with("storydiff failed"));
    }
}
