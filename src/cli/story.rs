//! `storydiff A B C …`: read several articles, and show which outlet makes which claim.

use super::args::Args;
use super::compare::same_file;
use super::{DIFFERS, DONE, Trouble, desk, output};
use crate::{Options, ReadOptions, StoryTable, read, render_story, tell};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Carry the command out; the status to exit with.
pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Trouble> {
    let inputs: Vec<&PathBuf> = [&args.left, &args.right]
        .into_iter()
        .chain(&args.more)
        .collect();
    check(args, &inputs)?;
    let format = args.story_format().ok_or(Trouble::Usage(
        "more than two articles have no report in this format",
        "take --format markdown, html or json",
    ))?;
    let known = desk::read(args.desk.as_ref())?;
    let reading = ReadOptions {
        boilerplate: known.boilerplate,
        offline: args.offline,
        timeout: Some(Duration::from_secs(args.timeout)),
        ..ReadOptions::default()
    };
    let articles: Result<Vec<_>, _> = inputs.iter().map(|path| read(path, &reading)).collect();
    let options = Options {
        encoder: args.encoder.encoding(),
        desk: known.desk,
        ..Options::default()
    };
    let table = tell(&articles?, &options);
    let report = render_story(&table, format, args.ui());
    match &args.output {
        Some(path) if path != Path::new("-") => output::to_file(path, &report)?,
        _ => output::to_stream(out, &report)?,
    }
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
            "leave them out, or compare two of the articles",
        ));
    }
    Ok(())
}

/// Whether there is a claim that not all outlets make.
fn differs(table: &StoryTable) -> bool {
    let outlets = table.outlets.len();
    table
        .claims
        .iter()
        .any(|claim| claim.makers().count() < outlets)
}
