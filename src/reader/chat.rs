//! A reader at an OpenAI-style chat endpoint: llama.cpp, Ollama, vLLM, or a service that is paid for.
//!
//! Several questions are under way at once. Each is put again where the server is busy or does not answer, after a wait
//! that doubles or that the server names (`Retry-After`, in seconds). Requests are never sent on to another address. The
//! key stands in one header and in no log, report or error.

use super::dialect::Dialect;
use super::question::Question;
use super::slots::Slots;
use super::spent::Spent;
use super::{Reader, Reply};
use serde_json::Value;
use std::io::Read;
use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use ureq::http::Uri;

/// How often a question is put at most.
const TRIES: u32 = 4;
/// The wait before the second try; it doubles with each one.
const FIRST_WAIT: Duration = Duration::from_millis(500);
/// The longest wait that a server may ask for.
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// How often a wait looks up to see whether it shall end.
const GLANCE: Duration = Duration::from_millis(50);
/// So many questions without an answer, one after the other, and the rest is not put.
const GIVE_UP: usize = 3;
/// No answer has more bytes.
const MAX_ANSWER: u64 = 1 << 20;
/// Where a server counts no tokens: so many bytes are one.
const BYTES_A_TOKEN: u64 = 4;

/// Where a chat endpoint is, and how much it may be asked.
///
/// ```
/// use storydiff::reader::ChatOptions;
///
/// let options = ChatOptions::new("http://localhost:8080", "any");
/// assert_eq!(options.requests, 200);
/// ```
#[derive(Clone)]
pub struct ChatOptions {
    /// The server's address, as its makers give it: `http://localhost:11434/v1`.
    pub url: String,
    /// The model's name, as the server knows it.
    pub model: String,
    /// The secret that the server asks for.
    pub key: Option<String>,
    /// How long an answer may take.
    pub timeout: Duration,
    /// How many questions are under way at once.
    pub jobs: NonZeroUsize,
    /// The most requests in all.
    pub requests: usize,
    /// The most tokens in all, of questions and answers.
    pub tokens: u64,
    /// Only addresses of this machine.
    pub offline: bool,
    /// Set from outside: what is under way is still awaited, and nothing more is asked.
    pub stop: Arc<AtomicBool>,
}

impl ChatOptions {
    /// At most 200 requests and 400,000 tokens, four at once, a minute for each.
    #[must_use]
    pub fn new(url: &str, model: &str) -> ChatOptions {
        ChatOptions {
            url: url.to_owned(),
            model: model.to_owned(),
            key: None,
            timeout: Duration::from_mins(1),
            jobs: NonZeroUsize::new(4).unwrap_or(NonZeroUsize::MIN),
            requests: 200,
            tokens: 400_000,
            offline: false,
            stop: Arc::default(),
        }
    }
}

/// An address that cannot be a reader's.
///
/// ```
/// use storydiff::reader::{Chat, ChatOptions};
///
/// let failed = Chat::new(ChatOptions::new("ftp://example.org", "any")).err();
/// assert!(failed.expect("no chat").to_string().contains("http"));
/// ```
#[derive(Debug, thiserror::Error)]
pub enum ReaderError {
    /// It is no http or https address.
    #[error("{0} is no address of a reader; give one that begins with http:// or https://")]
    Address(String),
    /// It is not on this machine.
    #[error(
        "{0} is not on this machine, and --offline allows no other reader; leave it out, or give an address such as http://localhost:8080"
    )]
    Remote(String),
    /// It has a user's name or a password in it.
    #[error(
        "the reader's address holds a name or a password; give the key by the environment or by a file"
    )]
    Secret,
    /// A key would go to another machine unencrypted.
    #[error("the key would go to {0} for all to read; give the reader's address with https://")]
    Unencrypted(String),
}

/// A reader at an OpenAI-style chat endpoint.
pub struct Chat {
    agent: ureq::Agent,
    options: ChatOptions,
    address: String,
    host: String,
    dialect: Dialect,
    slots: Slots,
    spent: Mutex<Spent>,
    /// Questions without an answer since the last answer.
    failed: AtomicUsize,
    trouble: Mutex<Option<String>>,
    watch: Option<Box<Watch>>,
}

type Watch = dyn Fn(Spent) + Send + Sync;

/// How a try ended.
enum Tried {
    Answered(Reply),
    /// To be put again, after as long as the server says.
    Busy(String, Option<Duration>),
    /// To be put again at once, in another dialect.
    Misunderstood,
    /// No other question would fare better.
    Hopeless(String),
}

impl Chat {
    /// A reader at an address; nothing is sent yet.
    ///
    /// # Errors
    /// When the address is none, is not on this machine where it must be, or would give a secret away.
    pub fn new(options: ChatOptions) -> Result<Chat, ReaderError> {
        let uri: Uri = options
            .url
            .parse()
            .map_err(|_| ReaderError::Address(options.url.clone()))?;
        if uri.authority().is_some_and(|a| a.as_str().contains('@')) {
            return Err(ReaderError::Secret);
        }
        let scheme = uri.scheme_str().unwrap_or_default();
        let host = uri.host().unwrap_or_default().to_owned();
        if !matches!(scheme, "http" | "https") || host.is_empty() {
            return Err(ReaderError::Address(options.url.clone()));
        }
        let own = is_own(&host);
        if options.offline && !own {
            return Err(ReaderError::Remote(host));
        }
        if options.key.is_some() && scheme == "http" && !own {
            return Err(ReaderError::Unencrypted(host));
        }
        let mut agent = ureq::Agent::config_builder()
            .timeout_global(Some(options.timeout))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("storydiff/", env!("CARGO_PKG_VERSION")));
        if own {
            agent = agent.proxy(None); // what is for this machine leaves it by no proxy either
        }
        let spent = Spent {
            tokens_left: options.tokens,
            ..Spent::default()
        };
        Ok(Chat {
            agent: agent.build().into(),
            address: endpoint(&uri),
            host: uri.authority().map_or(host, |a| a.as_str().to_owned()),
            slots: Slots::new(options.jobs),
            options,
            dialect: Dialect::default(),
            spent: Mutex::new(spent),
            failed: AtomicUsize::new(0),
            trouble: Mutex::new(None),
            watch: None,
        })
    }

    /// Tell `watch` of every question that is done.
    #[must_use]
    pub fn watched(self, watch: impl Fn(Spent) + Send + Sync + 'static) -> Chat {
        Chat {
            watch: Some(Box::new(watch)),
            ..self
        }
    }

    /// What has been spent so far.
    #[must_use]
    pub fn spent(&self) -> Spent {
        *held(&self.spent)
    }

    /// Why questions were given up, in a sentence; `None` where none was.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        held(&self.trouble).clone()
    }

    fn is_over(&self) -> bool {
        self.options.stop.load(Ordering::Relaxed) || self.failed.load(Ordering::Relaxed) >= GIVE_UP
    }

    /// Whether one more request may be sent; it is counted as sent.
    fn may_ask(&self) -> bool {
        let mut spent = held(&self.spent);
        let may = spent.requests < self.options.requests && spent.tokens < self.options.tokens;
        spent.requests += usize::from(may);
        may
    }

    /// The answer to one question, however many tries it takes.
    fn answer(&self, question: &Question) -> Reply {
        let mut wait = FIRST_WAIT;
        let mut tries = 0;
        let mut sent = false;
        let mut trouble = None;
        while tries < TRIES && !self.is_over() && self.may_ask() {
            sent = true;
            match self.tried(question) {
                Tried::Answered(reply) => {
                    self.failed.store(0, Ordering::Relaxed);
                    return reply;
                }
                Tried::Misunderstood => {}
                Tried::Hopeless(why) => {
                    trouble = Some(why);
                    self.failed.store(GIVE_UP, Ordering::Relaxed);
                    break;
                }
                Tried::Busy(why, named) => {
                    trouble = Some(why);
                    tries += 1;
                    if tries < TRIES {
                        self.pause(named.unwrap_or(wait).min(LONGEST_WAIT));
                    }
                    wait *= 2;
                }
            }
        }
        if tries == TRIES {
            self.failed.fetch_add(1, Ordering::Relaxed);
        }
        if trouble.is_some() {
            *held(&self.trouble) = trouble;
        }
        Reply {
            asked: sent,
            ..Reply::default()
        }
    }

    fn pause(&self, time: Duration) {
        let start = Instant::now();
        while start.elapsed() < time && !self.is_over() {
            thread::sleep(GLANCE.min(time.saturating_sub(start.elapsed())));
        }
    }

    fn tried(&self, question: &Question) -> Tried {
        let _slot = self.slots.take();
        let body = self.dialect.body(&self.options.model, question).to_string();
        let start = Instant::now();
        let mut request = self
            .agent
            .post(&self.address)
            .header("content-type", "application/json");
        if let Some(key) = &self.options.key {
            request = request.header("authorization", format!("Bearer {key}"));
        }
        let mut answer = match request.send(&body) {
            Ok(answer) => answer,
            Err(cause) => return self.unreached(&cause),
        };
        let status = answer.status().as_u16();
        let header = |name: &str| {
            let value = answer.headers().get(name)?;
            value.to_str().ok().map(str::to_owned)
        };
        let (retry, location) = (header("retry-after"), header("location"));
        let mut text = String::new();
        let read = answer
            .body_mut()
            .as_reader()
            .take(MAX_ANSWER)
            .read_to_string(&mut text);
        if read.is_err() && status == 200 {
            return Tried::Busy(format!("{} broke off in mid-answer", self.host), None);
        }
        match status {
            200 => self.replied(&body, &text, start.elapsed()),
            400 | 422 | 500 if self.dialect.gives_way(&text) => Tried::Misunderstood,
            300..400 => Tried::Hopeless(format!(
                "{} sends on to {}, and texts are sent to no other address than the one given",
                self.host,
                location.as_deref().unwrap_or("another address")
            )),
            401 | 403 => Tried::Hopeless(format!(
                "{} refuses the key ({status}); STORYDIFF_READER_KEY or --reader-key-file gives it another one",
                self.host
            )),
            404 => Tried::Hopeless(format!(
                "{} has no chat endpoint at {}, or no model {}",
                self.host,
                self.address.split('?').next().unwrap_or_default(), // what follows may be a key
                self.options.model
            )),
            408 | 425 | 429 | 500..600 => {
                let named = retry.and_then(|seconds| seconds.trim().parse().ok());
                let why = format!("{} is busy or out of order ({status})", self.host);
                Tried::Busy(why, named.map(Duration::from_secs))
            }
            _ => Tried::Hopeless(format!("{} refuses the request ({status})", self.host)),
        }
    }

    fn unreached(&self, cause: &ureq::Error) -> Tried {
        let host = &self.host;
        match cause {
            ureq::Error::Timeout(_) => {
                let seconds = self.options.timeout.as_secs();
                Tried::Busy(
                    format!("{host} did not answer within {seconds} seconds"),
                    None,
                )
            }
            ureq::Error::Io(cause) if is_certificate(cause) => Tried::Hopeless(format!(
                "{host} has no certificate that this machine trusts"
            )),
            other => Tried::Busy(format!("{host} cannot be reached: {other}"), None),
        }
    }

    /// What stands in an answer. One without content (a refusal) is an answer too, and says nothing.
    fn replied(&self, body: &str, text: &str, time: Duration) -> Tried {
        let Ok(answer) = serde_json::from_str::<Value>(text) else {
            return Tried::Busy(
                format!("{} answers with something else than JSON", self.host),
                None,
            );
        };
        let message = &answer["choices"][0]["message"];
        let content = message["content"].as_str().map(str::to_owned);
        let counted = |name: &str, bytes: usize| {
            let told = answer["usage"][name].as_u64();
            told.unwrap_or_else(|| (bytes as u64).div_ceil(BYTES_A_TOKEN))
        };
        let said = content.as_ref().map_or(0, String::len);
        let tokens = [
            counted("prompt_tokens", body.len()),
            counted("completion_tokens", said),
        ];
        Tried::Answered(Reply {
            asked: true,
            text: content,
            tokens,
            millis: u64::try_from(time.as_millis()).unwrap_or(u64::MAX),
        })
    }

    fn done(&self, reply: &Reply) {
        let spent = {
            let mut spent = held(&self.spent);
            spent.done += 1;
            spent.tokens += reply.tokens.iter().sum::<u64>();
            spent.tokens_left = self.options.tokens.saturating_sub(spent.tokens);
            *spent
        };
        if let Some(watch) = &self.watch {
            watch(spent);
        }
    }
}

impl Reader for Chat {
    fn host(&self) -> &str {
        &self.host
    }

    fn model(&self) -> &str {
        &self.options.model
    }

    fn read(&self, questions: &[Question]) -> Vec<Reply> {
        held(&self.spent).all += questions.len();
        let replies: Vec<Mutex<Reply>> = questions.iter().map(|_| Mutex::default()).collect();
        let next = AtomicUsize::new(0);
        let work = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let (Some(question), Some(place)) = (questions.get(at), replies.get(at)) else {
                    return;
                };
                let reply = self.answer(question);
                self.done(&reply);
                *held(place) = reply;
            }
        };
        thread::scope(|scope| {
            for _ in 0..self.options.jobs.get().min(questions.len()) {
                scope.spawn(work);
            }
        });
        let taken =
            |place: Mutex<Reply>| place.into_inner().unwrap_or_else(PoisonError::into_inner);
        replies.into_iter().map(taken).collect()
    }
}

/// The address of the endpoint: makers give it with and without `/v1` and the rest.
fn endpoint(uri: &Uri) -> String {
    let text = uri.to_string();
    let (path, query) = text.split_once('?').unwrap_or((&text, ""));
    let path = path.trim_end_matches('/');
    let query = if query.is_empty() {
        String::new()
    } else {
        format!("?{query}")
    };
    match path {
        whole if whole.ends_with("/chat/completions") => format!("{whole}{query}"),
        _ if matches!(uri.path(), "" | "/") => format!("{path}/v1/chat/completions{query}"),
        base => format!("{base}/chat/completions{query}"),
    }
}

/// Whether a host is this machine.
fn is_own(host: &str) -> bool {
    let number = host.trim_start_matches('[').trim_end_matches(']');
    let loopback = number.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    loopback || host.eq_ignore_ascii_case("localhost")
}

/// rustls' errors come as those of the connection.
fn is_certificate(cause: &std::io::Error) -> bool {
    let text = cause.to_string();
    text.contains("certificate") || text.contains("UnknownIssuer")
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(change: impl FnOnce(&mut ChatOptions), url: &str) -> Option<String> {
        let mut options = ChatOptions::new(url, "any");
        change(&mut options);
        Chat::new(options).err().map(|e| e.to_string())
    }

    #[test]
    fn only_this_machine_is_asked_offline() {
        let offline = |url| failed(|o| o.offline = true, url);
        for own in [
            "http://localhost:1/v1",
            "http://127.0.0.1",
            "http://127.8.8.8:1",
            "http://[::1]:8080/v1",
        ] {
            assert_eq!(offline(own), None, "{own}");
        }
        for other in [
            "http://localhost.example.org",
            "https://example.org",
            "http://10.0.0.1",
            "http://127.0.0.1.example.org",
        ] {
            assert!(
                offline(other).expect("refused").contains("--offline"),
                "{other}"
            );
        }
    }

    #[test]
    fn a_secret_is_kept() {
        let key = |o: &mut ChatOptions| o.key = Some("hunter2".to_owned());
        let clear = failed(key, "http://example.org/v1").expect("refused");
        assert!(clear.contains("https://") && !clear.contains("hunter2"));
        let named = failed(|_| (), "https://me:hunter2@example.org").expect("refused");
        assert!(!named.contains("hunter2"));
        assert_eq!(failed(key, "https://example.org/v1"), None);
    }

    #[test]
    fn the_endpoint_is_found_however_the_address_is_given() {
        for (given, meant) in [
            (
                "http://localhost:8080",
                "http://localhost:8080/v1/chat/completions",
            ),
            (
                "http://localhost:8080/",
                "http://localhost:8080/v1/chat/completions",
            ),
            (
                "http://localhost:11434/v1/",
                "http://localhost:11434/v1/chat/completions",
            ),
            (
                "https://a.example/x/chat/completions",
                "https://a.example/x/chat/completions",
            ),
            (
                "https://a.example/x?version=1",
                "https://a.example/x/chat/completions?version=1",
            ),
        ] {
            assert_eq!(endpoint(&given.parse().expect("an address")), meant);
        }
    }
}
