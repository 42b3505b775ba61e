//! Shows a long report a screen at a time, as git does.
//!
//! `STORYDIFF_PAGER`, else `PAGER`, else `less`, run by the shell; an empty one and `cat` mean none. `less` gets the
//! flags of git unless `LESS` is set: F (leave if it fits), R (let colours through), X (leave it on the screen).

use std::io::{self, Write};
use std::process::{Child, Command, Stdio};

const FLAGS: &str = "FRX";

/// The pager that the environment asks for; `None`: none.
#[must_use]
pub fn wanted() -> Option<String> {
    chosen(|name| std::env::var(name).ok())
}

fn chosen(value: impl Fn(&str) -> Option<String>) -> Option<String> {
    let pager = value("STORYDIFF_PAGER").or_else(|| value("PAGER"));
    let pager = pager.unwrap_or_else(|| "less".to_owned());
    (!matches!(pager.trim(), "" | "cat")).then_some(pager)
}

/// Whether a report is longer than a screen of so many rows (the prompt needs one).
#[must_use]
pub fn is_long(report: &[u8], rows: usize) -> bool {
    report.split(|&byte| byte == b'\n').count() > rows
}

/// Shows the report in the pager, and comes back when the reader leaves it; without the pager where it cannot be
/// started.
///
/// # Errors
/// When neither the pager nor standard output takes the report. A pager left before the end is no error.
pub fn show(report: &[u8], pager: &str) -> io::Result<()> {
    match start(pager) {
        Ok(child) => feed(child, report),
        Err(_) => io::stdout().write_all(report),
    }
}

fn start(pager: &str) -> io::Result<Child> {
    let mut command = shell(pager);
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", FLAGS);
    }
    command.stdin(Stdio::piped()).spawn()
}

#[cfg(unix)]
fn shell(pager: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", pager]);
    command
}

#[cfg(not(unix))]
fn shell(pager: &str) -> Command {
    let mut command = Command::new("cmd");
    command.args(["/C", pager]);
    command
}

/// A shell that does not find the pager has started well: its status 127 says so, and the report is written plainly.
fn feed(mut child: Child, report: &[u8]) -> io::Result<()> {
    let written = match child.stdin.take() {
        Some(mut input) => input.write_all(report),
        None => Ok(()),
    };
    let status = child.wait()?;
    if status.code() == Some(127) {
        return io::stdout().write_all(report);
    }
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(vars: &[(&str, &str)]) -> Option<String> {
        chosen(|name| {
            let found = vars.iter().find(|(n, _)| *n == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn our_own_variable_comes_first() {
        assert_eq!(with(&[]).as_deref(), Some("less"));
        assert_eq!(with(&[("PAGER", "more")]).as_deref(), Some("more"));
        let both = [("PAGER", "more"), ("STORYDIFF_PAGER", "less -S")];
        assert_eq!(with(&both).as_deref(), Some("less -S"));
    }

    #[test]
    fn none_is_a_choice() {
        assert_eq!(with(&[("PAGER", "")]), None);
        assert_eq!(with(&[("PAGER", "more"), ("STORYDIFF_PAGER", "cat")]), None);
    }

    #[test]
    fn what_fits_needs_no_pager() {
        assert!(!is_long(b"a\nb\n", 3));
        assert!(is_long(b"a\nb\nc\n", 3));
    }

    #[cfg(unix)]
    #[test]
    fn the_report_goes_through_the_pager() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("shown");
        show("قال\n".as_bytes(), &format!("cat > '{}'", file.display())).expect("shown");
        assert_eq!(std::fs::read_to_string(file).expect("written"), "قال\n");
    }

    #[cfg(unix)]
    #[test]
    fn a_pager_that_leaves_early_or_is_missing_is_no_error() {
        let long = "line\n".repeat(100_000);
        assert!(show(long.as_bytes(), "true").is_ok());
        assert!(show(b"", "no-such-pager-anywhere").is_ok());
    }
}
