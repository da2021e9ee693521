//! Bytes of a file made into text, and offsets made into lines and columns.

mod digest;
mod sort;

use std::{borrow::Cow, sync::OnceLock};

use serde::{Deserialize, Serialize};

pub use self::digest::Digest;
pub use self::sort::Sort;
use crate::span::Span;

/// A text that was read, with what is needed to name places in it.
///
/// The text is UTF-8 without byte order mark, whatever the file held; [`Source::position`]
/// gives offsets in the bytes of the file itself, so that other programs find the same place.
#[derive(Debug)]
pub struct Source {
    name: String,
    /// That of a pack which is built in stands in the program already.
    text: Cow<'static, str>,
    encoding: Encoding,
    /// Made when the first place is asked for: nobody asks for one in most packs.
    index: OnceLock<Index>,
}

/// Where lines and characters stand in a text.
#[derive(Debug)]
struct Index {
    line_starts: Vec<usize>,
    /// What stands before every [`BLOCK`]th byte, so that places in a long line, or in a long
    /// text in UTF-16, need not be counted from its start. None where the text is ASCII, of
    /// which every byte is a character.
    blocks: Option<Vec<Count>>,
}

impl Index {
    fn of(text: &str) -> Self {
        let mut before = Count::default();
        let blocks = text.as_bytes().chunks(BLOCK).map(|block| {
            let after = before.plus(Count::of(block));
            std::mem::replace(&mut before, after)
        });
        Self {
            line_starts: line_starts(text),
            blocks: (!text.is_ascii()).then(|| blocks.collect()),
        }
    }
}

const BLOCK: usize = 1024;

/// How much text some bytes hold.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    characters: usize,
    /// Of those, the ones that take two units in UTF-16.
    wide: usize,
}

impl Count {
    fn of(bytes: &[u8]) -> Self {
        // The first byte of a character is never 10xxxxxx, and 11110xxx for those of four bytes.
        let starts = bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80);
        Self {
            characters: starts.count(),
            wide: bytes.iter().filter(|&&byte| byte >= 0xF0).count(),
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            characters: self.characters + other.characters,
            wide: self.wide + other.wide,
        }
    }
}

/// How the bytes of a file stand for text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without byte order mark.
    Utf8,
    /// UTF-8 after the bytes `EF BB BF`.
    Utf8Bom,
    /// UTF-16, low byte first, after the bytes `FF FE`: what Windows calls "Unicode".
    Utf16Le,
    /// UTF-16, high byte first, after the bytes `FE FF`.
    Utf16Be,
}

/// A place in a file, as people and other programs count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode characters, from 1.
    pub column: usize,
    /// Byte of the file, from 0.
    pub offset: usize,
}

/// Bytes that are not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A byte that cannot stand here in UTF-8.
    #[error("byte 0x{byte:02X} at offset {} is not UTF-8", .at.offset)]
    NotUtf8 {
        /// The byte found.
        byte: u8,
        /// Where it stands.
        at: Position,
    },
    /// A byte 0, which no text holds.
    #[error("byte 0 at offset {}", .at.offset)]
    Nul {
        /// Where it stands.
        at: Position,
        /// Every other byte is 0, as in UTF-16 whose byte order mark was lost.
        looks_like_utf16: bool,
    },
    /// Half a character in UTF-16, or an odd number of bytes.
    #[error("broken UTF-16 at offset {}", .at.offset)]
    BrokenUtf16 {
        /// Where it breaks.
        at: Position,
    },
    /// UTF-32, which no editor writes unasked and YAML tools rarely read.
    #[error("UTF-32 is not read")]
    Utf32,
    /// No text at all, but a file of another sort under a wrong name.
    #[error("not a text but a file of another sort")]
    Other(Sort),
}

impl DecodeError {
    /// Where the text breaks.
    pub fn position(&self) -> Position {
        match *self {
            Self::NotUtf8 { at, .. } | Self::Nul { at, .. } | Self::BrokenUtf16 { at } => at,
            Self::Utf32 | Self::Other(_) => Position {
                line: 1,
                column: 1,
                offset: 0,
            },
        }
    }
}

impl Source {
    /// Reads `bytes` as UTF-8 (with or without byte order mark) or UTF-16 with byte order mark.
    ///
    /// `name` is how people call the file: a path with `/`, relative to where the run began.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] with the first byte that does not fit.
    pub fn decode(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, DecodeError> {
        let (encoding, text) = match bytes.as_slice() {
            [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return Err(DecodeError::Utf32),
            [0xFF, 0xFE, rest @ ..] => (Encoding::Utf16Le, decode_utf16(rest, u16::from_le_bytes)?),
            [0xFE, 0xFF, rest @ ..] => (Encoding::Utf16Be, decode_utf16(rest, u16::from_be_bytes)?),
            [0xEF, 0xBB, 0xBF, rest @ ..] => (Encoding::Utf8Bom, decode_utf8(rest.to_vec(), 3)?),
            _ => (Encoding::Utf8, decode_utf8(bytes, 0)?),
        };
        Ok(Self::new(name.into(), text.into(), encoding))
    }

    /// A source from text that is already at hand, such as an example inside a rule.
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(name.into(), text.into().into(), Encoding::Utf8)
    }

    /// As [`Self::from_text`], of a text that the program holds.
    pub fn from_static(name: impl Into<String>, text: &'static str) -> Self {
        Self::new(name.into(), text.into(), Encoding::Utf8)
    }

    fn new(name: String, text: Cow<'static, str>, encoding: Encoding) -> Self {
        Self {
            name,
            text,
            encoding,
            index: OnceLock::new(),
        }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.text))
    }

    fn line_starts(&self) -> &[usize] {
        &self.index().line_starts
    }

    /// What stands before the byte `offset` of the text.
    fn count_before(&self, offset: usize) -> Count {
        let Some(blocks) = &self.index().blocks else {
            return Count {
                characters: offset.min(self.text.len()),
                wide: 0,
            };
        };
        let block = (offset / BLOCK).min(blocks.len().saturating_sub(1));
        let known = blocks.get(block).copied().unwrap_or_default();
        let rest = self.text.as_bytes().get(block * BLOCK..offset);
        known.plus(Count::of(rest.unwrap_or_default()))
    }

    /// How people call the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text, without byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the file was encoded.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The text at `span`, or nothing where the span lies outside or cuts a character.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// Index from 0 of the line that holds the byte `offset` of the text.
    pub fn line_index(&self, offset: usize) -> usize {
        self.line_starts()
            .partition_point(|&start| start <= offset)
            .saturating_sub(1)
    }

    /// The line with the given index from 0, without its line break.
    pub fn line(&self, index: usize) -> Option<Span> {
        let start = *self.line_starts().get(index)?;
        let end = self
            .line_starts()
            .get(index + 1)
            .copied()
            .unwrap_or(self.text.len());
        let line = self.text.get(start..end)?.trim_end_matches(['\n', '\r']);
        Some(Span::new(start, start + line.len()))
    }

    /// Number of lines; a text that ends with a line break has an empty line after it.
    pub fn line_count(&self) -> usize {
        self.line_starts().len()
    }

    /// Line, column and byte in the file of the byte `offset` of the text.
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_char_boundary(&self.text, offset);
        let line = self.line_index(offset);
        let start = self.line_starts().get(line).copied().unwrap_or_default();
        let column = self.count_before(offset).characters - self.count_before(start).characters;
        Position {
            line: line + 1,
            column: column + 1,
            offset: self.file_offset(offset),
        }
    }

    /// The byte of the text at a place that [`Source::position`] gave.
    pub fn text_offset(&self, position: Position) -> usize {
        let units = match self.encoding {
            Encoding::Utf8 => return position.offset,
            Encoding::Utf8Bom => return position.offset.saturating_sub(3),
            Encoding::Utf16Le | Encoding::Utf16Be => position.offset.saturating_sub(2) / 2,
        };
        let Some(blocks) = &self.index().blocks else {
            return units;
        };
        let after = blocks.partition_point(|before| before.characters + before.wide <= units);
        let block = after.saturating_sub(1);
        let before = blocks.get(block).copied().unwrap_or_default();
        let mut rest = units.saturating_sub(before.characters + before.wide);
        // A character that began in the block before is counted there.
        let bytes = self.text.as_bytes().iter().enumerate().skip(block * BLOCK);
        for (at, byte) in bytes.filter(|(_, byte)| *byte & 0xC0 != 0x80) {
            if rest == 0 {
                return at;
            }
            rest = rest.saturating_sub(1 + usize::from(*byte >= 0xF0));
        }
        self.text.len()
    }

    fn file_offset(&self, offset: usize) -> usize {
        match self.encoding {
            Encoding::Utf8 => offset,
            Encoding::Utf8Bom => offset + 3,
            Encoding::Utf16Le | Encoding::Utf16Be => {
                let before = self.count_before(offset);
                2 + 2 * (before.characters + before.wide)
            }
        }
    }
}

/// The greatest character boundary that is not above `offset`.
pub(crate) fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn decode_utf8(bytes: Vec<u8>, mark: usize) -> Result<String, DecodeError> {
    let nul = bytes.iter().position(|&byte| byte == 0);
    if let Some(nul) = nul {
        if let Some(sort) = Sort::of(&bytes) {
            return Err(DecodeError::Other(sort));
        }
        let at = position_in_bytes(&bytes, nul, mark);
        let zeros = bytes.iter().filter(|&&byte| byte == 0).count();
        return Err(DecodeError::Nul {
            at,
            looks_like_utf16: zeros * 5 >= bytes.len() * 2,
        });
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        if let Some(sort) = Sort::of(bytes) {
            return DecodeError::Other(sort);
        }
        DecodeError::NotUtf8 {
            byte: bytes.get(offset).copied().unwrap_or_default(),
            at: position_in_bytes(bytes, offset, mark),
        }
    })
}

fn position_in_bytes(bytes: &[u8], offset: usize, mark: usize) -> Position {
    let before = bytes.get(..offset).unwrap_or_default();
    let text: Cow<'_, str> = String::from_utf8_lossy(before);
    let starts = line_starts(&text);
    let line_start = starts.last().copied().unwrap_or_default();
    Position {
        line: starts.len(),
        column: text
            .get(line_start..)
            .map_or(0, |line| line.chars().count())
            + 1,
        offset: offset + mark,
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, DecodeError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut units = 0;
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match decoded {
            Ok('\0') => {
                let at = position_in_utf16(&text, units);
                return Err(DecodeError::Nul {
                    at,
                    looks_like_utf16: false,
                });
            }
            Ok(character) => {
                units += character.len_utf16();
                text.push(character);
            }
            Err(_) => {
                return Err(DecodeError::BrokenUtf16 {
                    at: position_in_utf16(&text, units),
                });
            }
        }
    }
    if !rest.is_empty() {
        return Err(DecodeError::BrokenUtf16 {
            at: position_in_utf16(&text, units),
        });
    }
    Ok(text)
}

fn position_in_utf16(before: &str, units: usize) -> Position {
    let at = position_in_bytes(before.as_bytes(), before.len(), 0);
    Position {
        offset: 2 + 2 * units,
        ..at
    }
}

/// Where each line starts: after `\n`, `\r\n` and a lone `\r`, the line breaks of YAML.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = Vec::with_capacity(bytes.len() / 32 + 1);
    starts.push(0);
    // Nearly no file has the other line breaks, and those of one byte are found many at once.
    if !text.contains('\r') {
        starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        return starts;
    }
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
            starts.push(at + 1);
        }
    }
    starts
}

#[cfg(test)]
mod tests;
