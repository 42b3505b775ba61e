//! Where a report goes. A file is written beside its place and renamed into it, so there is never half a report.

use super::Trouble;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tempfile::{Builder, NamedTempFile};

/// To standard output.
pub(super) fn to_stream(
    out: &mut dyn Write,
    report: &(impl AsRef<[u8]> + ?Sized),
) -> Result<(), Trouble> {
    out.write_all(report.as_ref())
        .and_then(|()| out.flush())
        .map_err(Trouble::Standard)
}

/// To the file at `path`, replacing what is there. Devices and pipes cannot be replaced and are written to.
pub(super) fn to_file(path: &Path, report: &(impl AsRef<[u8]> + ?Sized)) -> Result<(), Trouble> {
    let report = report.as_ref();
    let is_special = fs::metadata(path).is_ok_and(|data| !data.is_file() && !data.is_dir());
    let written = if is_special {
        fs::OpenOptions::new()
            .write(true)
            .open(path)
            .and_then(|mut file| file.write_all(report))
    } else {
        replace(path, report)
    };
    written.map_err(|cause| Trouble::File {
        path: path.display().to_string(),
        cause,
    })
}

/// A folder and those above it, if they are not there.
pub(super) fn folder(path: &Path) -> Result<(), Trouble> {
    fs::create_dir_all(path).map_err(|cause| Trouble::File {
        path: path.display().to_string(),
        cause,
    })
}

fn replace(path: &Path, report: &[u8]) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A link stays a link: what it points to is replaced.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut file = temporary(folder)?;
    file.write_all(report)?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// With the permissions that any new file gets; those of temporary files are tighter.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".storydiff-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::to_file;
    use std::fs;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("report.md");
        to_file(&path, b"first, and longer\n").expect("written");
        to_file(&path, b"second\n").expect("replaced");
        assert_eq!(fs::read_to_string(&path).expect("there"), "second\n");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_trouble() {
        let folder = tempfile::tempdir().expect("a folder");
        let trouble = to_file(&folder.path().join("no/report.md"), b"x").expect_err("no folder");
        assert!(
            trouble.to_string().contains("report.md: cannot be written"),
            "{trouble}"
        );
        assert!(to_file(folder.path(), b"x").is_err());
    }
}
