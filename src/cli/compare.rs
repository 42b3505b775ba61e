//! `storydiff LEFT RIGHT`: read two articles, compare them, show the report.

use super::args::{Args, Wanted};
use super::desk::{self, Known};
use super::reader::ReaderArgs;
use super::show::Shown;
use super::{DIFFERS, DONE, Trouble, locks, tips};
use crate::{Article, Comparison, Lock, Note, Options, ReadOptions, Verdict, compare, read};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Carry the command out; the status to exit with.
pub(super) fn run(
    args: &Args,
    reader: &ReaderArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, Trouble> {
    check(args)?;
    let start = Instant::now();
    args.encoder.encoding().prepare();
    let known = desk::read(args.desk.as_ref())?;
    let names = (
        args.left_name.as_ref().or(args.name(0)),
        args.right_name.as_ref().or(args.name(1)),
    );
    let left = article(args, &args.left, names.0, args.left_lang.as_ref(), &known)?;
    let right = article(args, &args.right, names.1, args.right_lang.as_ref(), &known)?;
    let reading = start.elapsed();
    let ready = reader.ready(&known.reader, args.offline, args.quiet, err)?;
    let options = Options {
        encoder: args.encoder.encoding(),
        reader: ready.second.clone(),
        locks: locks_of(args)?,
        desk: known.desk,
        ..Options::default()
    };
    let comparison = compare(&left, &right, &options);
    check_locks(&comparison)?;
    let comparing = start.elapsed().saturating_sub(reading);
    let articles = [&comparison.left.article, &comparison.right.article];
    let shown = Shown::new(args, &articles, known.file, |wanted, view| {
        wanted.rendered(&comparison, view)
    })?;
    if args.verbose {
        shown.talk(reading, comparing, err);
    }
    ready.tell(err);
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
    check_inputs(args, &inputs)
}

/// What is wrong however many articles there are: a command that is misspelt and so taken for an article, a
/// report in the place of one of them or of no known format, or a name too many, which would be a name for the wrong article.
pub(super) fn check_inputs(args: &Args, inputs: &[&PathBuf]) -> Result<(), Trouble> {
    if let Some(meant) = tips::command(&args.left) {
        return Err(Trouble::Command {
            word: args.left.display().to_string(),
            meant,
        });
    }
    if let Some(output) = &args.output
        && inputs.iter().any(|input| same_file(input, output))
    {
        return Err(Trouble::Usage(
            "--output names one of the articles",
            "give the report a name of its own",
        ));
    }
    if args.names.len() > inputs.len() {
        return Err(Trouble::Usage(
            "there are more names than articles",
            "give --name once for each article, in their order; --name '' leaves one as it is",
        ));
    }
    if args.brief && matches!(args.wanted()?, Wanted::Sheet(_)) {
        return Err(Trouble::Usage(
            "a worksheet has a row for each finding, and no brief form",
            "leave --brief out; of two articles, --only conflict,development writes only those rows",
        ));
    }
    args.wanted().map(|_| ())
}

/// The editor's words from the command line and from the file.
fn locks_of(args: &Args) -> Result<Vec<Lock>, Trouble> {
    let mut all = [args.lock.clone(), args.unlink.clone()].concat();
    if let Some(path) = &args.locks {
        all.extend(locks::read(path)?);
    }
    for (at, lock) in all.iter().enumerate() {
        let against = all[..at].iter().find(|other| other.contradicts(lock));
        if let Some(other) = against {
            let (kept, parted) = if other.keep {
                (other, lock)
            } else {
                (lock, other)
            };
            return Err(Trouble::Locks(format!(
                "{kept} and {parted} contradict each other"
            )));
        }
    }
    Ok(all)
}

/// A word about a place that is not there would silently change nothing.
fn check_locks(comparison: &Comparison) -> Result<(), Trouble> {
    let missing = comparison.notes.iter().find_map(|note| match note {
        Note::NoSuchPlace { lock, place, last } => Some(format!(
            "{lock}: there is no {place}; the last one is {last}"
        )),
        _ => None,
    });
    missing.map_or(Ok(()), |text| Err(Trouble::Locks(text)))
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b && a.is_file())
}

/// One of the articles, under the name and in the language that the user gave it.
pub(super) fn article(
    args: &Args,
    path: &Path,
    name: Option<&String>,
    language: Option<&String>,
    known: &Known,
) -> Result<Article, Trouble> {
    let options = ReadOptions {
        name: name.cloned(),
        language: language.cloned(),
        boilerplate: known.boilerplate.clone(),
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
