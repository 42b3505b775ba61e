//! A folder of pairs in; a report a pair, and pages that rank them, out.

use super::super::args::Wanted;
use super::super::interrupt::Stop;
use super::super::{Trouble, output};
use super::crew::in_order;
use super::done::Done;
use super::growing::{Growing, Sink};
use super::progress::Progress;
use super::record::told;
use super::{BatchArgs, Setting, close};
use crate::index::{self, Entry, Page};
use crate::{Format, PairFiles, Sheet, open, pairs, read};
use std::collections::HashSet;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;

/// The entries of the index, as programs read them, and as the next run goes on with.
const ENTRIES: &str = "index.jsonl";
/// The folder of the reports in that of the index, so that no pair's name meets that of a page.
const REPORTS: &str = "pairs";
/// What every entry begins with.
const BEGINNING: &[u8] = b"{\"id\":";

/// A report and its line in the index.
struct Reported {
    entry: Entry,
    report: Option<Vec<u8>>,
}

/// Carry the command out; the status to exit with.
pub(super) fn run(
    args: &BatchArgs,
    folder: &Path,
    output: &Path,
    err: &mut dyn Write,
) -> Result<u8, Trouble> {
    let setting = Arc::new(args.setting(err)?);
    let shared = Arc::clone(&setting);
    let found = pairs(folder)?;
    if found.is_empty() {
        return Err(Trouble::Usage(
            "--pairs names a folder without pairs",
            "each pair is a folder of its own in it, with a left.* and a right.*",
        ));
    }
    output::folder(&output.join(REPORTS))?;
    let (mut sink, mut entries, left) = begin(args, &output.join(ENTRIES), found)?;
    let stop = Stop::on_interrupt();
    let mut progress = Progress::new(Some(left.len() as u64), args.quiet);
    let wanted = args
        .format
        .map_or(Wanted::Text(Format::Html), super::FormatArg::wanted);
    let ended = in_order(
        args.jobs(),
        &stop,
        left.into_iter().map(Ok),
        move |pair| reported(&pair, wanted, &shared),
        |Reported { entry, report }| {
            if let (Ok(told), Some(report)) = (&entry.outcome, report) {
                output::to_file(&output.join(&told.report), &report)?;
            }
            // Only now: what the index has, is there.
            sink.line(entry.line())?;
            progress.advance(1, entry.outcome.is_err());
            entries.push(entry);
            Ok(())
        },
    )?;
    for (name, page) in [("index.html", Page::Html), ("index.md", Page::Markdown)] {
        let text = index::render(&entries, page, args.ui.ui());
        output::to_file(&output.join(name), text.as_bytes())?;
    }
    setting.ready.tell(err);
    Ok(close(args, ended, progress, err))
}

/// The file that entries go to, the entries that it has, and the pairs that are left.
fn begin(
    args: &BatchArgs,
    path: &Path,
    mut found: Vec<PairFiles>,
) -> Result<(Sink<'static>, Vec<Entry>, Vec<PairFiles>), Trouble> {
    if !args.resume {
        return Ok((Sink::File(Growing::new(path)?), Vec::new(), found));
    }
    let (file, kept) = Growing::go_on(path, BEGINNING)?;
    let entries = entries(path, kept)?;
    let has: HashSet<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    found.retain(|pair| !has.contains(pair.name.as_str()));
    Ok((Sink::File(file), entries, found))
}

fn entries(path: &Path, length: u64) -> Result<Vec<Entry>, Trouble> {
    Done::lines(
        open(path)?.take(length),
        &path.display().to_string(),
        Entry::parse,
    )
    .collect()
}

fn reported(pair: &PairFiles, wanted: Wanted, setting: &Setting) -> Reported {
    let done = pair.files.clone().and_then(|(left, right)| {
        let [left, right] = [left, right].map(|path| read(&path, &setting.reading(None, None)));
        let comparison = setting.compared(&left.map_err(told)?, &right.map_err(told)?)?;
        let name = format!("{REPORTS}/{}.{}", pair.name, ending(wanted));
        let report = wanted.rendered(&comparison, &setting.view);
        Ok((Entry::of(&pair.name, &name, &comparison), report))
    });
    match done {
        Ok((entry, report)) => Reported {
            entry,
            report: Some(report),
        },
        Err(wrong) => Reported {
            entry: Entry::failed(&pair.name, &wrong),
            report: None,
        },
    }
}

fn ending(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text(Format::Table) => "txt",
        Wanted::Text(Format::Markdown) => "md",
        Wanted::Text(Format::Html) => "html",
        Wanted::Text(Format::Json) => "json",
        Wanted::Docx => "docx",
        Wanted::Sheet(Sheet::Csv) => "csv",
        Wanted::Sheet(Sheet::Xlsx) => "xlsx",
    }
}
