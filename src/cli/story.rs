//! `storydiff A B C …`: read several articles, and show which outlet makes which claim.

use super::args::Args;
use super::compare::{article, check_inputs};
use super::desk;
use super::reader::ReaderArgs;
use super::show::Shown;
use super::{DIFFERS, DONE, Trouble};
use crate::{Article, Options, StoryTable, tell};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Carry the command out; the status to exit with.
pub(super) fn run(
    args: &Args,
    reader: &ReaderArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, Trouble> {
    let inputs: Vec<&PathBuf> = [&args.left, &args.right]
        .into_iter()
        .chain(&args.more)
        .collect();
    check(args, &inputs)?;
    let start = Instant::now();
    let known = desk::read(args.desk.as_ref())?;
    let named = inputs.iter().enumerate();
    let articles: Vec<Article> = named
        .map(|(at, path)| article(args, path, args.name(at), None, &known))
        .collect::<Result<_, _>>()?;
    let reading = start.elapsed();
    let ready = reader.ready(&known.reader, args.offline, args.quiet, err)?;
    let options = Options {
        encoder: args.encoder.encoding(),
        reader: ready.second.clone(),
        desk: known.desk,
        ..Options::default()
    };
    let table = tell(&articles, &options);
    let comparing = start.elapsed().saturating_sub(reading);
    let articles: Vec<&Article> = articles.iter().collect();
    let shown = Shown::new(args, &articles, known.file, |wanted, view| {
        wanted.told(&table, view)
    })?;
    if args.verbose {
        shown.talk(reading, comparing, err);
    }
    ready.tell(err);
    shown.write(out)?;
    Ok(if args.exit_code && differs(&table) {
        DIFFERS
    } else {
        DONE
    })
}

/// What no single option shows to be wrong.
fn check(args: &Args, inputs: &[&PathBuf]) -> Result<(), Trouble> {
    if inputs
        .iter()
        .filter(|path| **path == Path::new("-"))
        .count()
        > 1
    {
        return Err(Trouble::Usage(
            "standard input is named more than once",
            "only one of the articles can be -",
        ));
    }
    if args.is_for_two() {
        return Err(Trouble::Usage(
            "options of the left or the right article, links and verdicts are for two articles",
            "take --name for names; leave the others out, or compare two of the articles",
        ));
    }
    check_inputs(args, inputs)
}

/// Whether there is a claim that not all outlets make.
fn differs(table: &StoryTable) -> bool {
    let outlets = table.outlets.len();
    table
        .claims
        .iter()
        .any(|claim| claim.makers().count() < outlets)
}
