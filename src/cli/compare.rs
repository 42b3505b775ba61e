//! `storydiff LEFT RIGHT`: read two articles, compare them, show the report.

use super::args::Args;
use super::show::Shown;
use super::{DIFFERS, DONE, Trouble};
use crate::{Article, Comparison, Options, ReadOptions, Verdict, compare, read};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// Carry the command out; the status to exit with.
pub(super) fn run(args: &Args, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Trouble> {
    check(args)?;
    let start = Instant::now();
    let left = article(args, &args.left, &args.left_name, &args.left_lang)?;
    let right = article(args, &args.right, &args.right_name, &args.right_lang)?;
    let reading = start.elapsed();
    let options = Options {
        encoder: args.encoder.encoding(),
        ..Options::default()
    };
    let comparison = compare(&left, &right, &options);
    let comparing = start.elapsed().saturating_sub(reading);
    let shown = Shown::new(args, &comparison);
    if args.verbose {
        // Talk is no part of the result: if nobody listens, go on.
        let _ = writeln!(
            err,
            "storydiff: {}; read in {reading:.1?}, compared in {comparing:.1?}",
            shown.how
        );
    }
    shown.write(out)?;
    Ok(status(args, &comparison))
}

/// What no single option shows to be wrong.
fn check(args: &Args) -> Result<(), Trouble> {
    let standard = Path::new("-");
    if args.left == standard && args.right == standard {
        return Err(Trouble::Usage(
            "LEFT and RIGHT are both standard input",
            "only one of the two can be -",
        ));
    }
    let inputs = [&args.left, &args.right];
    if let Some(output) = &args.output
        && inputs.iter().any(|input| same_file(input, output))
    {
        return Err(Trouble::Usage(
            "--output names one of the articles",
            "give the report a name of its own",
        ));
    }
    Ok(())
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b && a.is_file())
}

fn article(
    args: &Args,
    path: &Path,
    name: &Option<String>,
    language: &Option<String>,
) -> Result<Article, Trouble> {
    let options = ReadOptions {
        name: name.clone(),
        language: language.clone(),
        offline: args.offline,
        timeout: Some(Duration::from_secs(args.timeout)),
    };
    Ok(read(path, &options)?)
}

/// Like diff; a claim in other words is the same claim.
fn status(args: &Args, comparison: &Comparison) -> u8 {
    let differs = comparison
        .findings
        .iter()
        .any(|finding| !matches!(finding.verdict, Verdict::Same | Verdict::Reworded));
    if args.exit_code && differs {
        DIFFERS
    } else {
        DONE
    }
}
