//! `storydiff LEFT RIGHT`: read two articles, compare them, show the report.

use super::args::{Args, ColorArg};
use super::{DIFFERS, DONE, Trouble, output};
use crate::{
    Article, Bidi, Comparison, Format, Options, ReadOptions, Verdict, View, compare, read, render,
};
use anstream::{AutoStream, ColorChoice};
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::time::Instant;

/// The width of a table that goes to no terminal.
const WIDTH: usize = 120;

/// Carry the command out; the status to exit with.
pub(super) fn run(args: &Args, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Trouble> {
    let start = Instant::now();
    check(args)?;
    let left = article(&args.left, args.left_name.as_ref(), args.left_lang.as_ref())?;
    let right = article(
        &args.right,
        args.right_name.as_ref(),
        args.right_lang.as_ref(),
    )?;
    let was_read = start.elapsed();
    let comparison = compare(&left, &right, &Options::default());
    let was_compared = start.elapsed();
    let view = view(args);
    let report = render(&comparison, args.format(), &view);
    if args.verbose {
        // Talk is no part of the result: if nobody listens, go on.
        let _ = writeln!(
            err,
            "storydiff: read in {:.1?}, compared in {:.1?}; bidi {:?}, {} columns",
            was_read,
            was_compared.saturating_sub(was_read),
            view.bidi,
            view.width
        );
    }
    match &args.output {
        Some(path) if path != Path::new("-") => output::to_file(path, &report)?,
        _ => output::to_stream(out, &report)?,
    }
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
    path: &Path,
    name: Option<&String>,
    language: Option<&String>,
) -> Result<Article, Trouble> {
    let options = ReadOptions {
        name: name.cloned(),
        language: language.cloned(),
    };
    Ok(read(path, &options)?)
}

fn view(args: &Args) -> View {
    let to_terminal = args.output.is_none() && std::io::stdout().is_terminal();
    View {
        only: args.only.clone(),
        width: width(args, to_terminal),
        layout: args.layout(),
        bidi: args.bidi().unwrap_or_else(|| bidi(to_terminal)),
        lam_alef_narrow: false,
        colour: colour(args, to_terminal),
        verbose: args.verbose,
        ..View::default()
    }
}

fn width(args: &Args, to_terminal: bool) -> usize {
    let of_terminal = || {
        let size = to_terminal.then(terminal_size::terminal_size).flatten();
        size.map(|(terminal_size::Width(columns), _)| usize::from(columns))
    };
    args.width
        .map(usize::from)
        .or_else(of_terminal)
        .unwrap_or(WIDTH)
}

/// Logical order without controls for files and pipes; isolates do no harm in most terminals.
fn bidi(to_terminal: bool) -> Bidi {
    if to_terminal {
        Bidi::Isolate
    } else {
        Bidi::None
    }
}

fn colour(args: &Args, to_terminal: bool) -> bool {
    let format = args.format() == Format::Table;
    format
        && match args.color {
            ColorArg::Always => true,
            ColorArg::Never => false,
            ColorArg::Auto if args.output.is_some() => false,
            ColorArg::Auto if to_terminal => {
                AutoStream::choice(&std::io::stdout()) != ColorChoice::Never
            }
            ColorArg::Auto => AutoStream::choice(&std::io::stdout()) != ColorChoice::Never,
        }
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
