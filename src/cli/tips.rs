//! What was perhaps meant by a word of the command line that means nothing.

use super::args::Cli;
use crate::sheets::verdict_named;
use clap::builder::{PossibleValuesParser, StyledStr, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory, Error};
use std::ffi::OsStr;
use std::path::Path;

/// The command that a word is nearly the name of, where it is no file.
pub(super) fn command(word: &Path) -> Option<String> {
    let is_word = |name: &OsStr| name.as_encoded_bytes().iter().all(u8::is_ascii_alphabetic);
    if word.exists() || !is_word(word.as_os_str()) {
        return None;
    }
    // clap knows what is near, but only where nothing else than a command may stand.
    let known = Cli::command();
    let alone = Command::new("storydiff")
        .subcommand_required(true)
        .subcommands(known.get_subcommands().cloned());
    let words = [OsStr::new("storydiff"), word.as_os_str()];
    let error = alone.try_get_matches_from(words).err()?;
    match error.get(ContextKind::SuggestedSubcommand)? {
        ContextValue::String(name) => Some(name.clone()),
        ContextValue::Strings(names) => names.first().cloned(),
        _ => None,
    }
}

/// Adds to an error that an article is missing that the one which is there was perhaps meant as a command.
pub(super) fn with_command(mut error: Error, first: Option<&OsStr>) -> Error {
    let is_short = error.kind() == ErrorKind::MissingRequiredArgument;
    let meant = first.filter(|_| is_short).map(Path::new);
    if let Some(name) = meant.and_then(command) {
        let tip = format!("did you mean the command '{name}'?");
        let tip = ContextValue::StyledStrs(vec![StyledStr::from(tip)]);
        error.insert(ContextKind::Suggested, tip);
    }
    error
}

/// Verdicts by their names in the JSON report; who writes one as a report words it is told the name.
#[derive(Clone)]
pub(super) struct VerdictParser;

/// The names, as clap checks and shows them.
fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(crate::Verdict::ALL.map(crate::Verdict::as_str))
}

impl TypedValueParser for VerdictParser {
    type Value = crate::Verdict;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Self::Value, Error> {
        let mut error = match names().parse_ref(command, arg, value) {
            Ok(name) => match verdict_named(&name) {
                Some(verdict) => return Ok(verdict),
                None => Error::new(ErrorKind::InvalidValue).with_cmd(command),
            },
            Err(error) => error,
        };
        if let Some(name) = meant(&value.to_string_lossy()) {
            error.insert(ContextKind::SuggestedValue, ContextValue::String(name));
        }
        Err(error)
    }

    fn possible_values(
        &self,
    ) -> Option<Box<dyn Iterator<Item = clap::builder::PossibleValue> + '_>> {
        let values: Vec<_> = names().possible_values()?.collect();
        Some(Box::new(values.into_iter()))
    }
}

/// The names of the verdicts that a word says, in a report's words or with another sign than a comma between them.
fn meant(value: &str) -> Option<String> {
    let parts = value.split(['|', ';', '+']).map(verdict_named);
    let verdicts: Option<Vec<_>> = parts.collect();
    let mut names: Vec<&str> = verdicts?.into_iter().map(crate::Verdict::as_str).collect();
    names.dedup();
    Some(names.join(","))
}

#[cfg(test)]
mod tests {
    use super::{command, meant};
    use std::path::Path;

    #[test]
    fn a_command_that_is_nearly_named_is_meant() {
        for (word, wanted) in [
            ("btach", Some("batch")),
            ("judeg", Some("judge")),
            ("left.txt", None),
            ("./btach", None),
            ("src", None),
        ] {
            assert_eq!(command(Path::new(word)).as_deref(), wanted, "{word}");
        }
    }

    #[test]
    fn a_verdict_is_meant_by_the_words_that_reports_have_for_it() {
        for (value, wanted) in [
            ("a_only", Some("only_left")),
            ("B only", Some("only_right")),
            ("a_only|only_left", Some("only_left")),
            ("conflict|update", Some("conflict,development")),
            ("nothing", None),
        ] {
            assert_eq!(meant(value).as_deref(), wanted, "{value}");
        }
    }
}
