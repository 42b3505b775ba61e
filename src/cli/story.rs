//! `storydiff A B C …`: read several articles, and show which outlet makes which claim.

use super::args::Args;
use super::compare::{check_names, same_file};
use super::desk::{self, Known};
use super::show::Shown;
use super::{DIFFERS, DONE, Trouble};
use crate::{Article, Options, ReadOptions, StoryTable, read, tell};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Carry the command out; the status to exit with.
pub(super) fn run(args: &Args, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Trouble> {
    let inputs: Vec<&PathBuf> = [&args.left, &args.right]
        .into_iter()
        .chain(&args.more)
        .collect();
    check(args, &inputs)?;
    let start = Instant::now();
    let known = desk::read(args.desk.as_ref())?;
    let articles = articles(args, &inputs, &known)?;
    let reading = start.elapsed();
    let options = Options {
        encoder: args.encoder.encoding(),
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
        // Talk is no part of the result: if nobody listens, go on.
        let _ = writeln!(
            err,
            "storydiff: {}; read in {reading:.1?}, compared in {comparing:.1?}",
            shown.how
        );
    }
    shown.write(out)?;
    Ok(if args.exit_code && differs(&table) {
        DIFFERS
    } else {
        DONE
    })
}

fn articles(args: &Args, inputs: &[&PathBuf], known: &Known) -> Result<Vec<Article>, Trouble> {
    let article = |(at, path): (usize, &&PathBuf)| {
        let options = ReadOptions {
            name: args.name(at).cloned(),
            boilerplate: known.boilerplate.clone(),
            offline: args.offline,
            timeout: Some(Duration::from_secs(args.timeout)),
            ..ReadOptions::default()
        };
        Ok(read(path, &options)?)
    };
    inputs.iter().enumerate().map(article).collect()
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
    if let Some(output) = &args.output
        && inputs.iter().any(|input| same_file(input, output))
    {
        return Err(Trouble::Usage(
            "--output names one of the articles",
            "give the report a name of its own",
        ));
    }
    if args.is_for_two() {
        return Err(Trouble::Usage(
            "options of the left or the right article, links and verdicts are for two articles",
            "take --name for names; leave the others out, or compare two of the articles",
        ));
    }
    check_names(args, inputs.len())
}

/// Whether there is a claim that not all outlets make.
fn differs(table: &StoryTable) -> bool {
    let outlets = table.outlets.len();
    table
        .claims
        .iter()
        .any(|claim| claim.makers().count() < outlets)
}
