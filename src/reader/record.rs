//! Records of questions and answers, as JSON Lines: written while a reader is asked, read in place of it.

use super::question::Question;
use super::{Reader, Reply};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io::Write;
use std::sync::{Mutex, PoisonError};

/// One question and its answer. A question is known again by its key, so that a record may leave it out.
#[derive(Serialize, Deserialize)]
struct Line {
    key: String,
    host: String,
    model: String,
    answer: Option<String>,
    #[serde(default)]
    tokens: [u64; 2],
    #[serde(default)]
    millis: u64,
    #[serde(default, skip_serializing_if = "Option::is_none", skip_deserializing)]
    question: Option<Question>,
}

/// A reader whose questions and answers are written down.
pub struct Recorder<R> {
    reader: R,
    record: Mutex<Box<dyn Write + Send>>,
}

impl<R: Reader> Recorder<R> {
    /// The line of a record for one answer of `reader`.
    pub(crate) fn line(reader: &R, question: &Question, reply: &Reply) -> String {
        let line = Line {
            key: question.key(),
            host: reader.host().to_owned(),
            model: reader.model().to_owned(),
            answer: reply.text.clone(),
            tokens: reply.tokens,
            millis: reply.millis,
            question: Some(question.clone()),
        };
        serde_json::to_string(&line).unwrap_or_default()
    }

    /// Ask `reader`, and write to `record` a line for each question that was put.
    pub fn new(reader: R, record: impl Write + Send + 'static) -> Recorder<R> {
        Recorder {
            reader,
            record: Mutex::new(Box::new(record)),
        }
    }
}

impl<R: Reader> Reader for Recorder<R> {
    fn host(&self) -> &str {
        self.reader.host()
    }

    fn model(&self) -> &str {
        self.reader.model()
    }

    fn read(&self, questions: &[Question]) -> Vec<Reply> {
        let replies = self.reader.read(questions);
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        for (question, reply) in questions.iter().zip(&replies).filter(|(_, r)| r.asked) {
            // The report does not fail because its record cannot grow.
            let _ = writeln!(record, "{}", Self::line(&self.reader, question, reply));
        }
        let _ = record.flush();
        replies
    }
}

/// A record in place of a reader: a question that is not in it is not answered.
///
/// ```
/// use storydiff::reader::{Reader, Replay};
///
/// let line = r#"{"key": "00", "host": "localhost", "model": "any", "answer": "{}"}"#;
/// let replay = Replay::parse(line).expect("a record");
/// assert_eq!((replay.host(), replay.model()), ("localhost", "any"));
/// assert_eq!(Replay::parse("{}").err().map(|(line, _)| line), Some(1));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Replay {
    host: String,
    model: String,
    replies: HashMap<String, Reply>,
}

impl Replay {
    /// Read a record.
    ///
    /// # Errors
    /// The first line, from 1, that is none of a record, and what is wrong with it.
    pub fn parse(text: &str) -> Result<Replay, (usize, String)> {
        let mut record = Replay::default();
        for (line, number) in text.lines().zip(1..) {
            if line.trim().is_empty() {
                continue;
            }
            let line: Line = serde_json::from_str(line).map_err(|e| (number, e.to_string()))?;
            (record.host, record.model) = (line.host, line.model);
            let reply = Reply {
                asked: true,
                text: line.answer,
                tokens: line.tokens,
                millis: line.millis,
            };
            record.replies.insert(line.key, reply);
        }
        Ok(record)
    }
}

impl Reader for Replay {
    fn host(&self) -> &str {
        &self.host
    }

    fn model(&self) -> &str {
        &self.model
    }

    fn read(&self, questions: &[Question]) -> Vec<Reply> {
        let known = |question: &Question| self.replies.get(&question.key()).cloned();
        questions
            .iter()
            .map(|q| known(q).unwrap_or_default())
            .collect()
    }
}
