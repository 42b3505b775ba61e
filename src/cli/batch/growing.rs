//! A file that grows line by line, and can be gone on with after whatever ended it.

use super::super::Trouble;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// How much is looked at together from the end of a file.
const STEP: u64 = 1 << 16;

/// Where answers go.
pub(super) enum Sink<'a> {
    /// Standard output.
    Stream(&'a mut dyn Write),
    /// A file of our own.
    File(Growing),
}

impl Sink<'_> {
    /// Whether the answers go to standard output.
    pub(super) fn is_stream(&self) -> bool {
        matches!(self, Sink::Stream(_))
    }

    /// One line, given without its end, written at once: who reads along never waits for the rest of it.
    pub(super) fn line(&mut self, line: String) -> Result<(), Trouble> {
        let line = line + "\n";
        match self {
            Sink::Stream(out) => out
                .write_all(line.as_bytes())
                .and_then(|()| out.flush())
                .map_err(Trouble::Standard),
            Sink::File(file) => file.write(line.as_bytes()),
        }
    }
}

/// A file that grows.
pub(super) struct Growing {
    file: File,
    path: String,
}

impl Growing {
    /// A new file. One that holds something already is left alone: it may be hours of work.
    pub(super) fn new(path: &Path) -> Result<Growing, Trouble> {
        let growing = Growing::open(path)?;
        let data = growing.file.metadata();
        if data.is_ok_and(|data| data.is_file() && data.len() > 0) {
            return Err(Trouble::Resume {
                path: growing.path,
                what: "holds something already",
                hint: "--resume goes on where it ends; otherwise name another file, or delete it",
            });
        }
        Ok(growing)
    }

    /// Go on behind the last whole line of the file at `path`, if there is one; a torn line is cut off. Gives the
    /// length of what stays. Every line must begin with `beginning`, of which the first one is held to it.
    pub(super) fn go_on(path: &Path, beginning: &[u8]) -> Result<(Growing, u64), Trouble> {
        let mut growing = Growing::open(path)?;
        let is_ours = growing.begins_with(beginning);
        if !is_ours.map_err(|cause| growing.failed(cause))? {
            return Err(Trouble::Resume {
                path: growing.path,
                what: "was not written by storydiff batch",
                hint: "--resume goes on with the file that --output names: give the right one",
            });
        }
        let kept = growing.keep_whole_lines();
        let kept = kept.map_err(|cause| growing.failed(cause))?;
        Ok((growing, kept))
    }

    fn open(path: &Path) -> Result<Growing, Trouble> {
        let shown = path.display().to_string();
        let mut options = OpenOptions::new();
        match options.read(true).append(true).create(true).open(path) {
            Ok(file) => Ok(Growing { file, path: shown }),
            Err(cause) => Err(Trouble::File { path: shown, cause }),
        }
    }

    fn failed(&self, cause: io::Error) -> Trouble {
        Trouble::File {
            path: self.path.clone(),
            cause,
        }
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        self.file
            .write_all(bytes)
            .map_err(|cause| self.failed(cause))
    }

    /// Whether it does, as far as it goes.
    fn begins_with(&mut self, beginning: &[u8]) -> io::Result<bool> {
        let mut found = Vec::new();
        self.file.rewind()?;
        let bound = beginning.len() as u64;
        Read::by_ref(&mut self.file)
            .take(bound)
            .read_to_end(&mut found)?;
        Ok(beginning.starts_with(&found))
    }

    fn keep_whole_lines(&mut self) -> io::Result<u64> {
        let mut end = self.file.metadata()?.len();
        let mut kept = 0;
        while end > 0 {
            let start = end.saturating_sub(STEP);
            let mut bytes = Vec::new();
            self.file.seek(SeekFrom::Start(start))?;
            Read::by_ref(&mut self.file)
                .take(end - start)
                .read_to_end(&mut bytes)?;
            if let Some(at) = bytes.iter().rposition(|&b| b == b'\n') {
                kept = start + at as u64 + 1;
                break;
            }
            end = start;
        }
        self.file.set_len(kept)?;
        self.file.seek(SeekFrom::End(0))?;
        Ok(kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_torn_line_is_cut_off_and_whole_ones_stay() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("out.jsonl");
        let long = format!("{{\"id\":1,\"x\":\"{}\"}}\n", "y".repeat(200_000));
        for (whole, torn) in [
            ("", ""),
            ("", "{\"i"),
            ("{\"id\":1}\n", ""),
            ("{\"id\":1}\n", "{\"id\":2"),
            (long.as_str(), &long[..long.len() - 1]),
        ] {
            fs::write(&path, format!("{whole}{torn}")).expect("written");
            let (file, kept) = Growing::go_on(&path, b"{\"id\":").expect("ours");
            assert_eq!(kept, whole.len() as u64);
            Sink::File(file).line("end".to_owned()).expect("written");
            let now = fs::read_to_string(&path).expect("there");
            assert_eq!(now, format!("{whole}end\n"));
        }
    }

    #[test]
    fn other_peoples_files_are_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("thesis.txt");
        fs::write(&path, "Chapter 1").expect("written");
        let trouble = Growing::go_on(&path, b"{\"id\":").err().expect("not ours");
        assert!(
            trouble
                .to_string()
                .ends_with("was not written by storydiff batch")
        );
        let trouble = Growing::new(&path).err().expect("something is there");
        assert!(trouble.to_string().ends_with("holds something already"));
        assert_eq!(fs::read_to_string(&path).expect("there"), "Chapter 1");
        assert!(Growing::new(&folder.path().join("new.jsonl")).is_ok());
    }
}
