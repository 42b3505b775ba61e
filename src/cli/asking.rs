//! Talking to the terminal: the questions go out, the replies come in, and the mode is as it was.

use super::terminal::{Answers, parse};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io;
use rustix::process::getpgrp;
use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, isatty, tcgetattr, tcgetpgrp, tcsetattr,
};
use std::io::{stdin, stdout};
use std::os::fd::{AsFd, BorrowedFd};
use std::time::{Duration, Instant};

const QUESTIONS: &[u8] = b"\x1b[8$p\x1b[>0q\x1b[c";
/// More than any terminal has to say.
const LONGEST: usize = 4096;

/// Asks on standard input if that is a terminal, else on standard output, which mostly can be read as well. Not in
/// the background: there a change of the terminal's mode would stop the job.
pub(super) fn ask(patience: Duration) -> Answers {
    let (input, output) = (stdin(), stdout());
    let fd = if isatty(&input) {
        input.as_fd()
    } else {
        output.as_fd()
    };
    if tcgetpgrp(fd).ok() != Some(getpgrp()) {
        return Answers::default();
    }
    ask_on(fd, patience).unwrap_or_default()
}

/// The terminal's mode as it was, restored at the end whatever happens.
struct Quiet<'a> {
    fd: BorrowedFd<'a>,
    before: Termios,
}

impl<'a> Quiet<'a> {
    /// No echo and no waiting for a line's end, so that replies neither show nor hang.
    fn set(fd: BorrowedFd<'a>) -> io::Result<Self> {
        let before = tcgetattr(fd)?;
        let mut quiet = before.clone();
        quiet.local_modes -= LocalModes::ICANON | LocalModes::ECHO;
        quiet.special_codes[SpecialCodeIndex::VMIN] = 0;
        quiet.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(fd, OptionalActions::Now, &quiet)?;
        Ok(Quiet { fd, before })
    }
}

impl Drop for Quiet<'_> {
    fn drop(&mut self) {
        // A terminal that has gone cannot be restored, and nobody is there to be told.
        let _ = tcsetattr(self.fd, OptionalActions::Now, &self.before);
    }
}

pub(super) fn ask_on(fd: BorrowedFd, patience: Duration) -> io::Result<Answers> {
    let _quiet = Quiet::set(fd)?;
    io::write(fd, QUESTIONS)?;
    let deadline = Instant::now() + patience;
    let mut replies = Vec::new();
    while !parse(&replies).class && replies.len() < LONGEST && is_ready(fd, deadline)? {
        let mut buffer = [0; 256];
        match io::read(fd, &mut buffer)? {
            0 => break,
            count => replies.extend_from_slice(&buffer[..count]),
        }
    }
    Ok(parse(&replies))
}

fn is_ready(fd: BorrowedFd, deadline: Instant) -> io::Result<bool> {
    let left = deadline.saturating_duration_since(Instant::now());
    let left = Timespec::try_from(left).map_err(|_| io::Errno::INVAL)?;
    let mut polled = [PollFd::from_borrowed_fd(fd, PollFlags::IN)];
    Ok(poll(&mut polled, Some(&left))? > 0)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use rustix::pty::{OpenptFlags, grantpt, ioctl_tiocgptpeer, openpt, unlockpt};
    use std::os::fd::OwnedFd;

    fn pair() -> (OwnedFd, OwnedFd) {
        let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a pseudo-terminal");
        grantpt(&terminal).expect("granted");
        unlockpt(&terminal).expect("unlocked");
        let program = ioctl_tiocgptpeer(&terminal, OpenptFlags::RDWR | OpenptFlags::NOCTTY)
            .expect("its other end");
        (terminal, program)
    }

    #[test]
    fn a_terminal_is_asked_and_left_as_it_was() {
        let (terminal, program) = pair();
        let before = tcgetattr(&program).expect("a mode");
        let reply = b"\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[?64;c";
        let answering = std::thread::spawn(move || {
            let mut asked = Vec::new();
            while !asked.ends_with(b"\x1b[c") {
                let mut buffer = [0; 64];
                let count = io::read(&terminal, &mut buffer).expect("questions");
                asked.extend_from_slice(&buffer[..count]);
            }
            io::write(&terminal, reply).expect("replied");
            (terminal, asked)
        });
        let answers = ask_on(program.as_fd(), Duration::from_mins(1)).expect("asked");
        let (_terminal, asked) = answering.join().expect("the terminal's side");
        assert_eq!(asked, QUESTIONS);
        assert_eq!(answers, parse(reply));
        let after = tcgetattr(&program).expect("a mode");
        assert_eq!(after.local_modes, before.local_modes);
    }

    #[test]
    fn a_silent_terminal_is_not_waited_for() {
        let (_terminal, program) = pair();
        let answers = ask_on(program.as_fd(), Duration::ZERO).expect("asked");
        assert_eq!(answers, Answers::default());
    }
}
