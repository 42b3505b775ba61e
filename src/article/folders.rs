//! Pairs of articles that lie in folders: `left.*` and `right.*` side by side.

use super::ReadError;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of one pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairFiles {
    /// The folder's name.
    pub name: String,
    /// Its `left.*` and `right.*`, or what is wrong with the folder.
    pub files: Result<(PathBuf, PathBuf), String>,
}

/// The pairs in the folders directly below `folder`, in the order of their names. A folder that holds neither a
/// `left.*` nor a `right.*` is no pair; one that holds only one of them, or one twice, is a pair with a fault.
///
/// # Errors
/// When `folder` cannot be listed.
pub fn pairs(folder: &Path) -> Result<Vec<PairFiles>, ReadError> {
    let listed = entries(folder).map_err(|cause| ReadError::Io {
        path: folder.display().to_string(),
        cause,
    })?;
    let folders = listed.into_iter().filter(|path| path.is_dir());
    Ok(folders.filter_map(|path| pair(&path)).collect())
}

/// How many bytes the file at `path` has; `None` where that is not known beforehand.
#[must_use]
pub fn length(path: &Path) -> Option<u64> {
    let data = fs::metadata(path).ok()?;
    data.is_file().then_some(data.len())
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let listed: io::Result<Vec<PathBuf>> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect();
    let mut listed = listed?;
    listed.sort();
    Ok(listed)
}

fn pair(folder: &Path) -> Option<PairFiles> {
    let name = folder.file_name()?.to_string_lossy().into_owned();
    let listed = match entries(folder) {
        Ok(listed) => listed,
        Err(cause) => {
            let files = Err(format!("{}: cannot be listed: {cause}", folder.display()));
            return Some(PairFiles { name, files });
        }
    };
    let [left, right] = ["left", "right"].map(|side| named(&listed, side));
    if left.is_empty() && right.is_empty() {
        return None;
    }
    let files = one(folder, "left", &left).and_then(|l| Ok((l, one(folder, "right", &right)?)));
    Some(PairFiles { name, files })
}

/// The files that are called so, whatever their ending.
fn named(listed: &[PathBuf], side: &str) -> Vec<PathBuf> {
    let is_named = |path: &&PathBuf| path.file_stem().is_some_and(|stem| stem == side);
    let files = listed.iter().filter(|path| path.is_file());
    files.filter(is_named).cloned().collect()
}

fn one(folder: &Path, side: &str, found: &[PathBuf]) -> Result<PathBuf, String> {
    match found {
        [file] => Ok(file.clone()),
        [] => Err(format!("{}: has no {side}.*", folder.display())),
        _ => Err(format!("{}: has more than one {side}.*", folder.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_with_two_sides_are_pairs_in_the_order_of_their_names() {
        let folder = tempfile::tempdir().expect("a folder");
        for file in [
            "b/left.txt",
            "b/right.html",
            "b/notes.md",
            "a/left.txt",
            "a/left.html",
            "a/right.txt",
            "c/right.txt",
            "d/other.txt",
        ] {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, "x").expect("written");
        }
        fs::write(folder.path().join("left.txt"), "x").expect("written");
        let found = pairs(folder.path()).expect("listed");
        let names: Vec<&str> = found.iter().map(|pair| pair.name.as_str()).collect();
        assert_eq!(names, ["a", "b", "c"]);
        let wrong = |at: usize| found[at].files.clone().expect_err("a fault");
        assert!(wrong(0).ends_with("a: has more than one left.*"));
        assert!(wrong(2).ends_with("c: has no left.*"));
        let (left, right) = found[1].files.clone().expect("a pair");
        assert!(left.ends_with("b/left.txt") && right.ends_with("b/right.html"));
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let error = pairs(Path::new("no/such/folder")).expect_err("none");
        assert!(
            error
                .to_string()
                .starts_with("no/such/folder: cannot be read")
        );
    }
}
