//! `storydiff judge`: pairs of claims in, a judgement on each out, in order.

use super::args::{EncoderArg, language};
use super::reader::{DeskReader, ReaderArgs};
use super::record::{Lines, Pair};
use super::{DONE, Trouble};
use crate::{JudgeOptions, Judgement, judge_all, lines, open};
use std::io::Write;
use std::path::PathBuf;

/// Judge single pairs of claims, JSON Lines in and out.
///
/// A line {"id": any, "left": "…", "right": "…"} is answered by {"id": …, "similarity": 0.0-1.0, "verdict": "…",
/// "reasons": […], "differences": […]}, or by {"id": …, "error": "…"}. A pair that does not belong together has the
/// verdict "unrelated".
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  storydiff judge claims.jsonl
  echo '{\"id\":1,\"left\":\"Nine died.\",\"right\":\"Seven died.\"}' | storydiff judge")]
pub(super) struct JudgeArgs {
    /// The pairs; without it, or with -, standard input
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Language of the left claims, as a BCP 47 tag such as ar [default: detected, claim by claim]
    #[arg(long, value_name = "TAG", value_parser = language)]
    left_lang: Option<String>,
    /// Language of the right claims
    #[arg(long, value_name = "TAG", value_parser = language)]
    right_lang: Option<String>,
    /// Meaning by the built-in sentence encoder, or by words alone
    #[arg(long, value_enum, default_value_t)]
    encoder: EncoderArg,
    #[command(flatten)]
    reader: ReaderArgs,
}

/// Carry the command out; the status to exit with.
pub(super) fn run(
    args: &JudgeArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, Trouble> {
    let ready = args
        .reader
        .ready(&DeskReader::default(), false, true, err)?;
    let options = JudgeOptions {
        reader: ready.second.clone(),
        encoder: args.encoder.encoding(),
        left_language: args.left_lang.clone(),
        right_language: args.right_lang.clone(),
    };
    let source = args.file.display().to_string();
    let failed = |cause| crate::ReadError::Io {
        path: source.clone(),
        cause,
    };
    let mut input = Lines::new(open(&args.file)?);
    loop {
        let batch = input.batch().map_err(failed)?;
        if batch.is_empty() {
            ready.tell(err);
            return Ok(DONE);
        }
        let answers = answers(&batch, &options);
        out.write_all(answers.as_bytes())
            .and_then(|()| out.flush())
            .map_err(Trouble::Standard)?;
    }
}

/// One line for each line.
fn answers(batch: &[Vec<u8>], options: &JudgeOptions) -> String {
    let pairs: Vec<Pair> = batch.iter().map(|line| Pair::parse(line)).collect();
    let claims = pairs.iter().filter_map(|pair| pair.claims.as_ref().ok());
    let claims: Vec<(&str, &str)> = claims.map(|(l, r)| (l.as_str(), r.as_str())).collect();
    let mut judgements = judge_all(&claims, options).into_iter();
    let mut text = String::new();
    for pair in &pairs {
        text += &match &pair.claims {
            Ok(_) => answered(pair, judgements.next()),
            Err(wrong) => lines::failed(&pair.id, wrong),
        };
        text.push('\n');
    }
    text
}

fn answered(pair: &Pair, judgement: Option<Judgement>) -> String {
    let judgement = judgement.expect("there is a judgement on each pair");
    lines::judged(&pair.id, &judgement, &pair.notes)
}
