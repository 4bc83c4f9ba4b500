//! A file that appears whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// How much is written at a time.
const BLOCK: usize = 1 << 16;

/// A file under a temporary name beside the one that it is to have.
pub(super) struct WholeFile {
    path: PathBuf,
    /// The temporary name; `None` where the path is no file but a pipe or a device, which is written as it is.
    temporary: Option<PathBuf>,
    file: BufWriter<File>,
}

impl WholeFile {
    /// Begins to write a file.
    pub(super) fn create(path: &Path) -> io::Result<WholeFile> {
        // The name of a link is that of another file: the file is replaced and the link stays.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let old = fs::metadata(&path).ok();
        if let Some(old) = &old {
            // A file that may not be written must not be replaced either.
            let file = OpenOptions::new().write(true).open(&path)?;
            if !old.is_file() {
                return Ok(WholeFile { path, temporary: None, file: BufWriter::with_capacity(BLOCK, file) });
            }
        }
        let name =
            path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "not the name of a file"))?;
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.tmp", std::process::id()));
        let temporary = path.with_file_name(hidden);
        let file = OpenOptions::new().write(true).create_new(true).open(&temporary)?;
        let whole = WholeFile { path, temporary: Some(temporary), file: BufWriter::with_capacity(BLOCK, file) };
        if let Some(old) = old {
            whole.file.get_ref().set_permissions(old.permissions())?;
        }
        Ok(whole)
    }

    /// Gives the file its name.
    pub(super) fn finish(self) -> io::Result<()> {
        let path = self.path.clone();
        self.rename(&path)
    }

    /// Leaves what there is under the name with `.partial` behind it; `None` where the path is no file.
    pub(super) fn leave(self) -> io::Result<Option<PathBuf>> {
        let is_file = self.temporary.is_some();
        let mut name = self.path.clone().into_os_string();
        name.push(".partial");
        let name = PathBuf::from(name);
        self.rename(&name)?;
        Ok(is_file.then_some(name))
    }

    fn rename(mut self, name: &Path) -> io::Result<()> {
        self.file.flush()?;
        if let Some(temporary) = &self.temporary {
            // The name must not come before the text, even if the power goes.
            self.file.get_ref().sync_all()?;
            fs::rename(temporary, name)?;
            self.temporary = None;
        }
        Ok(())
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if let Some(temporary) = &self.temporary {
            // Best effort: the failure that led here is told, and it is the cause.
            let _ = fs::remove_file(temporary);
        }
    }
}

/// Whether two paths lead to one file, also where it is not there yet.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    fn place(path: &Path) -> Option<PathBuf> {
        fs::canonicalize(path).ok().or_else(|| {
            let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Some(fs::canonicalize(parent).ok()?.join(path.file_name()?))
        })
    }
    place(one).is_some_and(|place_of_one| Some(place_of_one) == place(other))
}
