//! Bytes of a file made into text, and offsets made into lines and columns.

use std::borrow::Cow;

use crate::span::Span;

/// A text that was read, with what is needed to name places in it.
///
/// The text is UTF-8 without byte order mark, whatever the file held; [`Source::position`]
/// gives offsets in the bytes of the file itself, so that other programs find the same place.
#[derive(Debug)]
pub struct Source {
    name: String,
    text: String,
    encoding: Encoding,
    line_starts: Vec<usize>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
}

impl DecodeError {
    /// Where the text breaks.
    pub fn position(&self) -> Position {
        match *self {
            Self::NotUtf8 { at, .. } | Self::Nul { at, .. } | Self::BrokenUtf16 { at } => at,
            Self::Utf32 => Position {
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
        Ok(Self {
            name: name.into(),
            line_starts: line_starts(&text),
            text,
            encoding,
        })
    }

    /// A source from text that is already at hand, such as an example inside a rule.
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            name: name.into(),
            line_starts: line_starts(&text),
            text,
            encoding: Encoding::Utf8,
        }
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
        self.line_starts
            .partition_point(|&start| start <= offset)
            .saturating_sub(1)
    }

    /// The line with the given index from 0, without its line break.
    pub fn line(&self, index: usize) -> Option<Span> {
        let start = *self.line_starts.get(index)?;
        let end = self
            .line_starts
            .get(index + 1)
            .copied()
            .unwrap_or(self.text.len());
        let line = self.text.get(start..end)?.trim_end_matches(['\n', '\r']);
        Some(Span::new(start, start + line.len()))
    }

    /// Number of lines; a text that ends with a line break has an empty line after it.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// Line, column and byte in the file of the byte `offset` of the text.
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_char_boundary(&self.text, offset);
        let line = self.line_index(offset);
        let start = self.line_starts.get(line).copied().unwrap_or_default();
        let column = self
            .text
            .get(start..offset)
            .map_or(0, |before| before.chars().count());
        Position {
            line: line + 1,
            column: column + 1,
            offset: self.file_offset(offset),
        }
    }

    fn file_offset(&self, offset: usize) -> usize {
        match self.encoding {
            Encoding::Utf8 => offset,
            Encoding::Utf8Bom => offset + 3,
            Encoding::Utf16Le | Encoding::Utf16Be => {
                2 + 2 * self
                    .text
                    .get(..offset)
                    .map_or(0, |text| text.encode_utf16().count())
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
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
            starts.push(at + 1);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, encode: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(encode).collect()
    }

    #[test]
    fn reads_the_encodings_of_windows_editors() {
        let text = "nama: Désirée 😀\r\nunit: X\r\n";
        let cases = [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (
                [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
                Encoding::Utf8Bom,
            ),
            (
                [vec![0xFF, 0xFE], utf16(text, u16::to_le_bytes)].concat(),
                Encoding::Utf16Le,
            ),
            (
                [vec![0xFE, 0xFF], utf16(text, u16::to_be_bytes)].concat(),
                Encoding::Utf16Be,
            ),
        ];
        for (bytes, encoding) in cases {
            let source = Source::decode("a.yaml", bytes).unwrap();
            assert_eq!((source.text(), source.encoding()), (text, encoding));
        }
    }

    #[test]
    fn positions_count_characters_and_bytes_of_the_file() {
        let text = "nama: é😀x\n";
        let at = text.find('x').unwrap();
        let plain = Source::from_text("a", text);
        assert_eq!(
            plain.position(at),
            Position {
                line: 1,
                column: 9,
                offset: 12
            }
        );
        let bom = Source::decode("a", [b"\xEF\xBB\xBF", text.as_bytes()].concat()).unwrap();
        assert_eq!(
            bom.position(at),
            Position {
                line: 1,
                column: 9,
                offset: 15
            }
        );
        let bytes = [vec![0xFF, 0xFE], utf16(text, u16::to_le_bytes)].concat();
        let wide = Source::decode("a", bytes.clone()).unwrap();
        let found = wide.position(at);
        assert_eq!((found.line, found.column), (1, 9));
        assert_eq!(bytes[found.offset..found.offset + 2], [b'x', 0]);
    }

    #[test]
    fn every_kind_of_line_break_counts_once() {
        let source = Source::from_text("a", "a\nb\r\nc\rd");
        assert_eq!(source.line_count(), 4);
        assert_eq!(
            source.position(7),
            Position {
                line: 4,
                column: 1,
                offset: 7
            }
        );
        let lines: Vec<_> = (0..4)
            .filter_map(|i| source.line(i))
            .map(|s| source.slice(s))
            .collect();
        assert_eq!(lines, ["a", "b", "c", "d"]);
    }

    #[test]
    fn says_where_bytes_stop_being_text() {
        let error = |bytes: &[u8]| Source::decode("a", bytes.to_vec()).unwrap_err();
        assert_eq!(
            error(b"nama: x\nunit: caf\xE9\n"),
            DecodeError::NotUtf8 {
                byte: 0xE9,
                at: Position {
                    line: 2,
                    column: 10,
                    offset: 17
                }
            }
        );
        assert_eq!(
            error(b"nama: \0x"),
            DecodeError::Nul {
                at: Position {
                    line: 1,
                    column: 7,
                    offset: 6
                },
                looks_like_utf16: false
            }
        );
        assert!(matches!(
            error(b"n\0a\0m\0a\0"),
            DecodeError::Nul {
                looks_like_utf16: true,
                ..
            }
        ));
        assert!(matches!(
            error(b"\xFF\xFEa\0\x00\xD8b\0"),
            DecodeError::BrokenUtf16 {
                at: Position {
                    line: 1,
                    column: 2,
                    offset: 4
                }
            }
        ));
        assert!(matches!(
            error(b"\xFF\xFEa\0b"),
            DecodeError::BrokenUtf16 { .. }
        ));
        assert_eq!(error(b"\xFF\xFE\0\0a\0\0\0"), DecodeError::Utf32);
    }
}
