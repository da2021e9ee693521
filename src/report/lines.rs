//! Text that is made safe line by line on its way out, so that no report is held as a whole.

use std::{
    borrow::Cow,
    io::{self, Write},
};

/// About how many bytes are held until the lines among them go on.
const MOST_HELD: usize = 1 << 16;

/// Changes whole lines of UTF-8 before they are written, many at a time.
pub(super) struct Lines<'a> {
    out: &'a mut dyn Write,
    change: fn(&str) -> Cow<'_, str>,
    held: Vec<u8>,
}

/// Writes what `write` gives, with `change` made to its lines. `change` must give for several
/// lines what it gives for each of them.
pub(super) fn write_changed(
    out: &mut dyn Write,
    change: fn(&str) -> Cow<'_, str>,
    write: impl FnOnce(&mut Lines<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let mut lines = Lines {
        out,
        change,
        held: Vec::new(),
    };
    write(&mut lines)?;
    let rest = lines.held.len();
    lines.pass(rest)
}

impl Lines<'_> {
    /// Writes the first `count` bytes of those held.
    fn pass(&mut self, count: usize) -> io::Result<()> {
        let text = self.held.get(..count).unwrap_or_default();
        let text = String::from_utf8_lossy(text);
        self.out.write_all((self.change)(&text).as_bytes())?;
        self.held.drain(..count);
        Ok(())
    }
}

impl Write for Lines<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let last = bytes.iter().rposition(|&byte| byte == b'\n');
        let whole = last.map(|at| self.held.len() + at + 1);
        self.held.extend_from_slice(bytes);
        if let Some(whole) = whole.filter(|&whole| whole >= MOST_HELD) {
            self.pass(whole)?;
        }
        Ok(bytes.len())
    }

    /// Half a line stays held: what is done to it depends on the rest.
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sanitize::without_commands;

    #[test]
    fn lines_are_changed_wherever_they_are_cut() {
        let text = "::a ##vso[b] é\n".repeat(10_000) + "::tanpa akhir";
        for piece in [1, 7, 1000, text.len()] {
            let mut out = Vec::new();
            let pieces = text.as_bytes().chunks(piece);
            write_changed(&mut out, without_commands, |lines| {
                pieces
                    .into_iter()
                    .try_for_each(|piece| lines.write_all(piece))
            })
            .unwrap();
            assert!(out == without_commands(&text).as_bytes(), "{piece}");
        }
    }

    #[test]
    fn what_cannot_be_written_is_an_error() {
        let mut full: &mut [u8] = &mut [0; 10];
        let written = write_changed(&mut full, without_commands, |lines| {
            lines.write_all(&b"satu\n".repeat(100_000))
        });
        assert!(written.is_err());
    }
}
