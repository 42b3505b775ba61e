//! What a newsroom knows, in a file of its own: TOML with glosses, labels to watch, names that are one, and lines that
//! are no part of any report.

use super::Trouble;
use super::reader::DeskReader;
use crate::{Desk, open};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::Read;
use std::ops::Range;
use std::path::{Path, PathBuf};

const HINT: &str = "docs/desk-example.toml shows all that such a file can say";

/// What the file says, for reading and for comparing.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Lines that are no part of a report.
    pub(super) boilerplate: Vec<String>,
    /// Terms and names.
    pub(super) desk: Desk,
    /// Who else judges.
    pub(super) reader: DeskReader,
    /// The file, where there is one.
    pub(super) file: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    boilerplate: Vec<String>,
    names: Vec<Vec<String>>,
    watch: Vec<String>,
    glosses: BTreeMap<String, String>,
    reader: DeskReader,
}

/// The file that is asked for, else that of the user's configuration folder, else nothing.
pub(super) fn read(asked: Option<&PathBuf>) -> Result<Known, Trouble> {
    let own = || {
        let path = dirs::config_dir()?.join("storydiff").join("desk.toml");
        path.is_file().then_some(path)
    };
    match asked.cloned().or_else(own) {
        Some(path) => of_file(&path),
        None => Ok(Known::default()),
    }
}

fn of_file(path: &Path) -> Result<Known, Trouble> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    let read = open(path)?.read_to_end(&mut bytes);
    read.map_err(|cause| crate::ReadError::Io {
        path: name.clone(),
        cause,
    })?;
    let file = parsed(&bytes).map_err(|wrong| wrong.trouble(&name, &bytes))?;
    Ok(Known {
        boilerplate: file.boilerplate,
        desk: Desk {
            glosses: file.glosses.into_iter().collect(),
            watch: file.watch,
            names: file.names,
        },
        reader: file.reader,
        file: Some(name),
    })
}

/// What is wrong, and where.
struct Wrong {
    at: Range<usize>,
    why: String,
}

fn parsed(bytes: &[u8]) -> Result<File, Wrong> {
    let text = std::str::from_utf8(bytes).map_err(|error| Wrong {
        at: error.valid_up_to()..bytes.len(),
        why: "the file is not UTF-8 from here on".to_owned(),
    })?;
    toml::from_str(text).map_err(|error| Wrong {
        at: error.span().unwrap_or(0..0),
        why: error.message().replace('\n', "; "),
    })
}

impl Wrong {
    fn trouble(self, path: &str, bytes: &[u8]) -> Trouble {
        let before = String::from_utf8_lossy(&bytes[..self.at.start.min(bytes.len())]);
        let line = before.rsplit('\n').next().unwrap_or_default();
        Trouble::Place {
            path: path.to_owned(),
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            why: self.why,
            hint: HINT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::parsed;

    fn told(bytes: &[u8]) -> String {
        let wrong = parsed(bytes).expect_err("wrong");
        wrong.trouble("desk.toml", bytes).to_string()
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, said) in [
            (
                &b"watch = [\"a\"]\nwathc = []\n"[..],
                "desk.toml:2:1: unknown field `wathc`",
            ),
            (
                "# قال\nwatch = [\"a\", 1]".as_bytes(),
                "desk.toml:2:15: invalid type",
            ),
            (b"[glosses]\na = \n", "desk.toml:2:5: "),
            (b"watch = []\n\xff", "desk.toml:2:1: the file is not UTF-8"),
            (b"names = [[\"a\"], \"b\"]", "desk.toml:1:17: invalid type"),
        ] {
            let told = told(text);
            assert!(told.starts_with(said), "{told}");
        }
    }

    #[test]
    fn an_empty_file_knows_nothing() {
        let file = parsed(b"").ok().expect("empty");
        assert!(file.watch.is_empty() && file.glosses.is_empty());
    }
}
