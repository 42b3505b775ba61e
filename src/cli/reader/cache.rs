//! Answers that were given before, in the user's cache folder: a file each, by the host, the model and the question's key.

use crate::{Question, Reader, Recorder, Replay, Reply};
use std::fs;
use std::path::{Path, PathBuf};

/// A reader whose answers are kept.
pub(super) struct Cached<R> {
    reader: R,
    folder: PathBuf,
}

/// Where answers are kept, if the system names a place.
pub(super) fn folder() -> Option<PathBuf> {
    Some(dirs::cache_dir()?.join("storydiff").join("reader"))
}

impl<R: Reader> Cached<R> {
    /// Keep the answers of `reader` in a folder below `folder`.
    pub(super) fn new(reader: R, folder: &Path) -> Cached<R> {
        let plain = |name: &str| -> String {
            let safe = |c: char| if c.is_alphanumeric() { c } else { '_' };
            name.chars().map(safe).collect()
        };
        let own = format!("{}-{}", plain(reader.host()), plain(reader.model()));
        Cached {
            folder: folder.join(own),
            reader,
        }
    }

    fn place(&self, question: &Question) -> PathBuf {
        self.folder.join(question.key() + ".jsonl")
    }

    /// What was answered before. A torn file is as good as none.
    fn known(&self, question: &Question) -> Option<Reply> {
        let kept = fs::read_to_string(self.place(question)).ok()?;
        let kept = Replay::parse(&kept).ok()?;
        let reply = kept.read(std::slice::from_ref(question)).pop()?;
        reply.text.is_some().then_some(reply)
    }

    /// Keep an answer. A cache that cannot be written keeps nothing, and nothing else suffers.
    fn keep(&self, question: &Question, reply: &Reply) {
        let line = Recorder::<R>::line(&self.reader, question, reply);
        if fs::create_dir_all(&self.folder).is_ok() {
            let place = self.place(question);
            let whole = write_whole(&place, &line);
            let _ = whole.or_else(|_| fs::remove_file(&place));
        }
    }
}

/// Written aside and renamed, so that nobody reads half of it.
fn write_whole(place: &Path, line: &str) -> std::io::Result<()> {
    let aside = place.with_extension(format!("{}.part", std::process::id()));
    fs::write(&aside, line)?;
    fs::rename(&aside, place)
}

impl<R: Reader> Reader for Cached<R> {
    fn host(&self) -> &str {
        self.reader.host()
    }

    fn model(&self) -> &str {
        self.reader.model()
    }

    fn read(&self, questions: &[Question]) -> Vec<Reply> {
        let mut replies: Vec<Option<Reply>> = questions.iter().map(|q| self.known(q)).collect();
        let unknown = questions.iter().zip(&replies);
        let unknown: Vec<Question> = unknown
            .filter(|(_, known)| known.is_none())
            .map(|(question, _)| question.clone())
            .collect();
        let mut answers = self.reader.read(&unknown).into_iter();
        for (question, reply) in questions.iter().zip(&mut replies) {
            if reply.is_none() {
                let answer = answers.next().unwrap_or_default();
                if answer.text.is_some() {
                    self.keep(question, &answer);
                }
                *reply = Some(answer);
            }
        }
        replies.into_iter().map(Option::unwrap_or_default).collect()
    }
}
