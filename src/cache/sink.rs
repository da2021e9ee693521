//! Where a new cache is written to.

use std::io::{self, BufWriter, Seek, SeekFrom, Write};

use crate::whole::Unfinished;

/// A file that takes everything. Once the system refuses something, as on a full disk, all is let
/// go, and only who asks for the file hears of it: an archive would tell everyone.
#[derive(Debug)]
pub(super) struct Sink {
    /// None where something was refused.
    out: Option<BufWriter<Out>>,
    at: u64,
    end: u64,
}

/// The file as one that can be written to.
#[derive(Debug)]
struct Out(Unfinished);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.file().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.file().flush()
    }
}

impl Seek for Out {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.file().seek(to)
    }
}

impl Sink {
    /// None where there is no file from the start.
    pub(super) fn new(file: Option<Unfinished>) -> Self {
        let out = file.map(|file| BufWriter::with_capacity(1 << 16, Out(file)));
        Self { out, at: 0, end: 0 }
    }

    /// The file with all that was written.
    pub(super) fn file(self) -> io::Result<Unfinished> {
        let out = self.out.ok_or(io::ErrorKind::StorageFull)?.into_inner();
        out.map(|out| out.0).map_err(|error| {
            let (error, buffer) = error.into_parts();
            // What is left is not tried again.
            let _ = buffer.into_parts();
            error
        })
    }

    fn try_with<T>(&mut self, run: impl FnOnce(&mut BufWriter<Out>) -> io::Result<T>) {
        if self.out.as_mut().is_some_and(|out| run(out).is_err()) {
            let refused = self.out.take();
            let _ = refused.map(BufWriter::into_parts);
        }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.try_with(|out| out.write_all(bytes));
        self.at = self.at.saturating_add(bytes.len() as u64);
        self.end = self.end.max(self.at);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.try_with(Write::flush);
        Ok(())
    }
}

impl Seek for Sink {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.end.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        self.try_with(|out| out.seek(SeekFrom::Start(at.unwrap_or_default())));
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use std::{
        fs::{self, File},
        io::Read,
    };

    use super::*;
    use crate::whole::FOR_OWNER;

    /// The same steps with and without a file: the positions must not differ.
    fn steps(sink: &mut Sink) -> Vec<u64> {
        let mut at = Vec::new();
        sink.write_all(b"satu dua tiga").unwrap();
        at.push(sink.stream_position().unwrap());
        at.push(sink.seek(SeekFrom::Start(5)).unwrap());
        sink.write_all(b"DUA").unwrap();
        at.push(sink.stream_position().unwrap());
        at.push(sink.seek(SeekFrom::End(-4)).unwrap());
        at.push(sink.seek(SeekFrom::Current(-1)).unwrap());
        assert!(sink.seek(SeekFrom::End(-99)).is_err());
        at.push(sink.seek(SeekFrom::End(0)).unwrap());
        sink.write_all(b" empat").unwrap();
        sink.flush().unwrap();
        at.push(sink.stream_position().unwrap());
        at
    }

    #[test]
    fn what_is_refused_is_not_noticed_before_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let mut whole = Sink::new(Unfinished::begin(folder.path(), FOR_OWNER).ok());
        let mut none = Sink::new(None);
        assert_eq!(steps(&mut whole), steps(&mut none));
        assert!(none.file().is_err());
        let path = whole.file().unwrap().name(folder.path()).unwrap();
        let mut text = String::new();
        File::open(&path)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "satu DUA tiga empat");
        drop(path);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_takes_nothing_is_noticed_at_the_end() {
        for length in [1, 1 << 20] {
            let closed = File::open("/dev/null").unwrap();
            let mut sink = Sink::new(Some(Unfinished::Nameless(closed)));
            let mut archive = zip::ZipWriter::new(&mut sink);
            let options = zip::write::SimpleFileOptions::default();
            archive.start_file("a", options).unwrap();
            archive.write_all(&vec![0; length]).unwrap();
            archive.finish().unwrap();
            assert!(sink.file().is_err(), "{length}");
        }
    }
}
