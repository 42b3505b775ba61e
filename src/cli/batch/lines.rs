//! JSON Lines in, JSON Lines out, in the order of the input.

use super::super::Trouble;
use super::super::interrupt::Stop;
use super::super::record::{Lines, given};
use super::crew::in_order;
use super::done::Done;
use super::growing::{Growing, Sink};
use super::progress::Progress;
use super::record::Record;
use super::{BatchArgs, Setting, close};
use crate::{has_ending, length, lines, open};
use std::io::{IsTerminal, Read, Write, stdout};
use std::path::Path;
use std::sync::Arc;

/// What every answer begins with.
const BEGINNING: &[u8] = b"{\"id\":";

/// A line to be answered.
struct Task {
    line: Vec<u8>,
    /// Its bytes, and those of the lines before it that needed no answer.
    size: u64,
}

struct Answer {
    line: String,
    size: u64,
    failed: bool,
}

/// Answers are JSON Lines, so a file of another name would not be what it says.
fn check_ending(args: &BatchArgs) -> Result<(), Trouble> {
    const KNOWN: [&str; 5] = ["", "jsonl", "ndjson", "json", "txt"];
    let Some(path) = &args.output else {
        return Ok(());
    };
    if has_ending(path, &KNOWN) {
        return Ok(());
    }
    Err(Trouble::Ending {
        path: path.display().to_string(),
        hint: "answers are JSON Lines: .jsonl, .ndjson, .json, .txt or no ending; with --pairs, --format names the format",
    })
}

/// Carry the command out; the status to exit with.
pub(super) fn run(
    args: &BatchArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, Trouble> {
    let setting = Arc::new(args.setting(err)?);
    let shared = Arc::clone(&setting);
    let input = open(&args.file)?;
    let (mut sink, done) = sink(args, out)?;
    let stop = Stop::on_interrupt();
    // Answers that go to the same terminal would tear the bar.
    let hidden = args.quiet || (sink.is_stream() && stdout().is_terminal());
    let mut progress = Progress::new(length(&args.file), hidden);
    let source = args.file.display().to_string();
    let ended = in_order(
        args.jobs(),
        &stop,
        tasks(input, source, done),
        move |task| answer(&task, &shared),
        |answer: Answer| {
            sink.line(answer.line)?;
            progress.advance(answer.size, answer.failed);
            Ok(())
        },
    )?;
    setting.ready.tell(err);
    Ok(close(args, ended, progress, err))
}

/// Where the answers go, and those that are there already.
fn sink<'a>(args: &BatchArgs, out: &'a mut dyn Write) -> Result<(Sink<'a>, Option<Done>), Trouble> {
    check_ending(args)?;
    let file = args.output.as_ref().filter(|path| *path != Path::new("-"));
    let Some(path) = file else {
        return Ok((Sink::Stream(out), None));
    };
    if !args.resume {
        return Ok((Sink::File(Growing::new(path)?), None));
    }
    let (file, kept) = Growing::go_on(path, BEGINNING)?;
    let answers = open(path)?.take(kept);
    let done = Done::new(answers, &path.display().to_string());
    Ok((Sink::File(file), Some(done)))
}

/// The lines that are still to be answered.
fn tasks(
    input: impl Read + Send,
    source: String,
    mut done: Option<Done>,
) -> impl Iterator<Item = Result<Task, Trouble>> + Send {
    let mut size = 0;
    Lines::new(input).filter_map(move |line| {
        let line = match line {
            Ok(line) => line,
            Err(cause) => {
                let path = source.clone();
                return Some(Err(crate::ReadError::Io { path, cause }.into()));
            }
        };
        size += line.len() as u64;
        match done.as_mut().map(|done| done.has(&id(&line))) {
            Some(Err(trouble)) => Some(Err(trouble)),
            Some(Ok(true)) => None,
            _ => Some(Ok(Task {
                line,
                size: std::mem::take(&mut size),
            })),
        }
    })
}

fn id(line: &[u8]) -> String {
    given(line).map_or_else(|_| "null".to_owned(), |given| given.id().to_owned())
}

fn answer(task: &Task, setting: &Setting) -> Answer {
    let record = Record::parse(&task.line);
    let report = record.sides.and_then(|[left, right]| {
        let [left, right] = [left, right].map(|side| side.article(setting));
        let comparison = setting.compared(&left?, &right?)?;
        Ok(lines::compared(&record.id, &comparison, &setting.view))
    });
    Answer {
        size: task.size,
        failed: report.is_err(),
        line: report.unwrap_or_else(|wrong| lines::failed(&record.id, &wrong)),
    }
}
