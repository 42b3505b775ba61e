//! An article at an address: one request, what comes back in full, within bounds of size and time.
//!
//! Only http and https, up to ten redirects, gzip and brotli undone; no cookies, no scripts, nothing kept. What the
//! server says of the encoding is handed on, to be believed or not.

use super::{MAX_BYTES, ReadError};
use std::io::{self, Read};
use std::time::Duration;

/// How long an answer may take in all, unless the user says otherwise.
const PATIENCE: Duration = Duration::from_secs(30);
const AGENT: &str = concat!("storydiff/", env!("CARGO_PKG_VERSION"));
const ACCEPT: &str = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5";

/// What a server sent.
pub(super) struct Fetched {
    pub(super) bytes: Vec<u8>,
    /// The encoding that it named.
    pub(super) charset: Option<String>,
}

/// The scheme of an address, in small letters; `None` for a path.
pub(super) fn scheme(source: &str) -> Option<String> {
    let (scheme, _) = source.split_once("://")?;
    let is_scheme = scheme.len() > 1
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '+');
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// The host of an address, without `www.`.
pub(super) fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

/// What stands at `address`.
///
/// # Errors
/// When it cannot be reached, does not answer in time, or answers that it has nothing.
pub(super) fn fetch(address: &str, timeout: Option<Duration>) -> Result<Fetched, ReadError> {
    let patience = timeout.unwrap_or(PATIENCE);
    let failed = |cause: ureq::Error| failed(address, &cause, patience);
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(patience))
        .http_status_as_error(false)
        .user_agent(AGENT)
        .accept(ACCEPT)
        .build()
        .into();
    let mut answer = agent.get(address).call().map_err(failed)?;
    let status = answer.status();
    if !status.is_success() {
        let reason = status.canonical_reason().unwrap_or_default();
        return Err(ReadError::Refused {
            path: address.to_owned(),
            said: format!("{} {reason}", status.as_u16())
                .trim_end()
                .to_owned(),
        });
    }
    let charset = answer.body().charset().map(str::to_owned);
    let mut bytes = Vec::new();
    let body = answer.body_mut().as_reader();
    body.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|cause| failed(ureq::Error::from(cause)))?;
    Ok(Fetched { bytes, charset })
}

fn failed(address: &str, cause: &ureq::Error, patience: Duration) -> ReadError {
    let path = address.to_owned();
    match cause {
        ureq::Error::Timeout(_) => ReadError::Slow {
            path,
            seconds: patience.as_secs_f64(),
        },
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => ReadError::BadAddress { path },
        ureq::Error::HostNotFound => unknown_host(path),
        ureq::Error::Io(cause) if is_unknown_host(cause) => unknown_host(path),
        other => ReadError::Unreachable {
            path,
            cause: other.to_string(),
        },
    }
}

fn unknown_host(path: String) -> ReadError {
    ReadError::Unreachable {
        path,
        cause: "no address of its host is known".to_owned(),
    }
}

/// The standard library has no kind of error for it: on Unix its words tell, on Windows the number.
fn is_unknown_host(cause: &io::Error) -> bool {
    const WSAHOST_NOT_FOUND: i32 = 11001;
    cause.raw_os_error() == Some(WSAHOST_NOT_FOUND)
        || cause.to_string().starts_with("failed to lookup address")
}

#[cfg(test)]
mod tests {
    use super::{host, scheme};

    #[test]
    fn addresses_are_told_from_paths() {
        for (source, found) in [
            ("https://example.org/a", Some("https")),
            ("HTTP://example.org", Some("http")),
            ("ftp://example.org", Some("ftp")),
            ("folder/a.txt", None),
            ("C://a.txt", None),
            ("-", None),
        ] {
            assert_eq!(scheme(source).as_deref(), found, "{source}");
        }
        assert_eq!(
            host("https://me@www.example.org:80/a?b"),
            Some("example.org:80")
        );
        assert_eq!(host("https:///a"), None);
    }
}
