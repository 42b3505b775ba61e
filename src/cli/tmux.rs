//! Which terminal stands around tmux: tmux has asked it for its name (XTVERSION), and tells on being asked.

use std::io::Read;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long to rest between two looks at whether the answer is there.
const REST: Duration = Duration::from_millis(2);
/// More than any name has.
const LONGEST: u64 = 256;

/// The name of the terminal around the tmux that this runs in, if tmux tells it in time. From 3.2 on it knows.
pub(super) fn outer(patience: Duration) -> Option<String> {
    let mut question = Command::new("tmux");
    question.args(["display-message", "-p", "#{client_termtype}"]);
    told(&mut question, patience)
}

/// What a command says within some time.
fn told(command: &mut Command, patience: Duration) -> Option<String> {
    let command = command.stdin(Stdio::null()).stderr(Stdio::null());
    let mut child = command.stdout(Stdio::piped()).spawn().ok()?;
    let deadline = Instant::now() + patience;
    while child.try_wait().ok()?.is_none() {
        if Instant::now() >= deadline {
            // One that has just ended cannot be ended, and its answer is too late all the same.
            let _ = child.kill();
            let _ = child.wait();
            return None;
        }
        sleep(REST);
    }
    let mut said = String::new();
    let answer = child.stdout.take()?;
    answer.take(LONGEST).read_to_string(&mut said).ok()?;
    let name = said.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(all(test, unix))]
mod tests {
    use super::told;
    use std::process::Command;
    use std::time::{Duration, Instant};

    fn shell(script: &str, patience: Duration) -> Option<String> {
        told(Command::new("sh").args(["-c", script]), patience)
    }

    #[test]
    fn a_name_is_told_and_silence_or_a_missing_program_is_none() {
        let long = Duration::from_mins(1);
        assert_eq!(
            shell("echo 'XTerm(379)'", long).as_deref(),
            Some("XTerm(379)")
        );
        assert_eq!(shell("echo", long), None);
        assert_eq!(shell("echo no server >&2; exit 1", long), None);
        assert_eq!(
            told(&mut Command::new("storydiff-no-such-program"), long),
            None
        );
    }

    #[test]
    fn nobody_waits_longer_than_was_said() {
        let start = Instant::now();
        assert_eq!(shell("exec sleep 60", Duration::from_millis(20)), None);
        assert!(start.elapsed() < Duration::from_secs(30));
    }
}
