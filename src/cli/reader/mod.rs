//! The second reader, as the command line and the desk's file name it.

mod cache;
mod progress;

use super::Trouble;
use super::interrupt::Stop;
use crate::{Chat, ChatOptions, Reader, Recorder, Replay, Scope, SecondReader, open};
use cache::Cached;
use clap::ValueEnum;
use serde::Deserialize;
use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Where a key may stand.
const KEY: &str = "STORYDIFF_READER_KEY";
/// The address that turns off the desk's reader.
const OFF: &str = "off";

/// What can be said of a second reader.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "A second reader")]
pub(super) struct ReaderArgs {
    /// A language model's address, on this machine or not, that judges what the engine is unsure of: passages of the
    /// articles are sent there. OpenAI-style, such as `http://localhost:11434/v1`; off turns off the desk's reader
    #[arg(long, value_name = "URL", conflicts_with = "reader_replay")]
    reader: Option<String>,
    /// The model's name, as its server knows it
    #[arg(long, value_name = "NAME")]
    reader_model: Option<String>,
    /// A file with nothing but the key; without it, `STORYDIFF_READER_KEY` of the environment
    #[arg(long, value_name = "FILE")]
    reader_key_file: Option<PathBuf>,
    /// Which claims it is asked about [default: unsure]
    #[arg(long, value_enum, value_name = "SCOPE")]
    reader_scope: Option<ScopeArg>,
    /// The most requests
    #[arg(long, value_name = "N", default_value_t = 200)]
    reader_requests: usize,
    /// The most tokens, of questions and answers
    #[arg(long, value_name = "N", default_value_t = 400_000)]
    reader_tokens: u64,
    /// How many requests are under way at a time
    #[arg(long, value_name = "N", default_value = "4")]
    reader_jobs: NonZeroUsize,
    /// How long to wait for an answer, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=3600))]
    reader_timeout: u64,
    /// Write every question and answer to this file, as JSON Lines
    #[arg(long, value_name = "FILE")]
    reader_log: Option<PathBuf>,
    /// Answer from such a file, without any server
    #[arg(long, value_name = "FILE", conflicts_with = "reader_log")]
    reader_replay: Option<PathBuf>,
    /// Ask again what was answered before, and keep no answers
    #[arg(long)]
    no_cache: bool,
}

/// Which claims the reader is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum ScopeArg {
    /// Those of which the engine is unsure, or about which it would raise an alarm
    Unsure,
    /// All that the engine links
    Linked,
    /// All
    All,
}

impl ScopeArg {
    fn scope(self) -> Scope {
        match self {
            ScopeArg::Unsure => Scope::Unsure,
            ScopeArg::Linked => Scope::Linked,
            ScopeArg::All => Scope::All,
        }
    }
}

/// What the desk's file says of a reader.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct DeskReader {
    url: Option<String>,
    model: Option<String>,
    key_file: Option<PathBuf>,
    scope: Option<ScopeArg>,
}

/// A reader that is ready to be asked.
#[derive(Default)]
pub(super) struct Ready {
    /// For the comparison; `None`: nobody is asked.
    pub(super) second: Option<SecondReader>,
    chat: Option<Arc<Chat>>,
}

impl Ready {
    /// Say what went wrong while it was asked, if anything did.
    pub(super) fn tell(&self, err: &mut dyn Write) {
        if let Some(trouble) = self.chat.as_ref().and_then(|chat| chat.trouble()) {
            // Talk is no part of the result: if nobody listens, go on.
            let _ = writeln!(err, "storydiff: the second reader: {trouble}");
            let _ = writeln!(
                err,
                "  hint: where it did not answer, the verdicts are storydiff's own"
            );
        }
    }
}

impl ReaderArgs {
    /// The reader that is asked for here or in the desk's file. That passages are sent, and where, is said at once.
    ///
    /// # Errors
    /// When the address, the model, the key or a record is missing or wrong.
    pub(super) fn ready(
        &self,
        desk: &DeskReader,
        offline: bool,
        quiet: bool,
        err: &mut dyn Write,
    ) -> Result<Ready, Trouble> {
        let scope = self.reader_scope.or(desk.scope);
        let scope = scope.map_or(Scope::default(), ScopeArg::scope);
        if let Some(path) = &self.reader_replay {
            return Ok(Ready {
                second: Some(SecondReader::new(replay(path)?, scope)),
                chat: None,
            });
        }
        let url = self.reader.as_ref().or(desk.url.as_ref());
        let Some(url) = url.filter(|url| *url != OFF) else {
            return Ok(Ready::default());
        };
        let mut options = self.options(url, desk)?;
        options.offline = offline;
        let model = options.model.clone();
        let chat = Chat::new(options).map_err(Trouble::Reader)?;
        let chat = if quiet {
            chat
        } else {
            chat.watched(progress::bar())
        };
        let chat = Arc::new(chat);
        let host = chat.host();
        // Even where nothing else is said: a desk's file may have named the reader.
        let _ = writeln!(
            err,
            "storydiff: passages of the articles are sent to {host} (model {model})"
        );
        Ok(Ready {
            second: Some(self.recorded(Arc::clone(&chat), scope)?),
            chat: Some(chat),
        })
    }

    fn options(&self, url: &str, desk: &DeskReader) -> Result<ChatOptions, Trouble> {
        let model = self.reader_model.as_ref().or(desk.model.as_ref());
        let model = model.ok_or(Trouble::Usage(
            "the second reader has no model",
            "name one with --reader-model, as its server knows it",
        ))?;
        let file = self.reader_key_file.as_ref().or(desk.key_file.as_ref());
        Ok(ChatOptions {
            key: key(file.map(PathBuf::as_path))?,
            timeout: Duration::from_secs(self.reader_timeout),
            jobs: self.reader_jobs,
            requests: self.reader_requests,
            tokens: self.reader_tokens,
            stop: Stop::on_interrupt().flag(),
            ..ChatOptions::new(url, model)
        })
    }

    /// With what was answered before, and with a record of all that is asked.
    fn recorded(&self, chat: Arc<Chat>, scope: Scope) -> Result<SecondReader, Trouble> {
        let folder = cache::folder().filter(|_| !self.no_cache);
        let reader: Arc<dyn Reader> = match folder {
            Some(folder) => Arc::new(Cached::new(chat, &folder)),
            None => chat,
        };
        let Some(path) = &self.reader_log else {
            return Ok(SecondReader::new(reader, scope));
        };
        let log = File::create(path).map_err(|cause| Trouble::File {
            path: path.display().to_string(),
            cause,
        })?;
        Ok(SecondReader::new(Recorder::new(reader, log), scope))
    }
}

/// The key, if there is one: from the file that is named, else from the environment.
fn key(file: Option<&Path>) -> Result<Option<String>, Trouble> {
    let key = match file {
        Some(path) => Some(text(path)?),
        None => std::env::var(KEY).ok(),
    };
    let key = key.map(|key| key.trim().to_owned());
    Ok(key.filter(|key| !key.is_empty()))
}

fn replay(path: &Path) -> Result<Replay, Trouble> {
    Replay::parse(&text(path)?).map_err(|(line, why)| Trouble::Place {
        path: path.display().to_string(),
        line,
        column: 1,
        why,
        hint: "a record is what --reader-log writes: JSON Lines with key, host, model and answer",
    })
}

fn text(path: &Path) -> Result<String, Trouble> {
    let mut text = String::new();
    let read = open(path)?.read_to_string(&mut text);
    read.map_err(|cause| crate::ReadError::Io {
        path: path.display().to_string(),
        cause,
    })?;
    Ok(text)
}
