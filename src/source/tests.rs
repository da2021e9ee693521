use super::*;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn positions_are_those_of_counting(text in "[a-zé林😀\r\n]{0,40}", times in 1..200_usize, at in 0.0..1.0) {
        let text = text.repeat(times);
        let offset = floor_char_boundary(&text, (text.len() as f64 * at) as usize);
        let before = &text[..offset];
        let line = before.rfind(['\n', '\r']).map_or(before, |at| &before[at + 1..]);
        let column = line.chars().count() + 1;
        let bytes = [vec![0xFF, 0xFE], utf16(&text, u16::to_le_bytes)].concat();
        let wide = Source::decode("a", bytes).unwrap();
        let found = wide.position(offset);
        prop_assert_eq!(found.offset, 2 + 2 * before.encode_utf16().count());
        let inside_break = before.ends_with('\r') && text[offset..].starts_with('\n');
        if !inside_break {
            prop_assert_eq!(found.column, column);
        }
        prop_assert_eq!(wide.text_offset(found), offset);
        let marked = Source::decode("a", [b"\xEF\xBB\xBF", text.as_bytes()].concat()).unwrap();
        prop_assert_eq!(marked.text_offset(marked.position(offset)), offset);
        let plain = Source::from_text("a", text);
        prop_assert_eq!(plain.position(offset).column, found.column);
        prop_assert_eq!(plain.text_offset(plain.position(offset)), offset);
    }
}

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
    assert_eq!(
        error(b"\x89PNG\r\n\x1a\n\0"),
        DecodeError::Other(Sort::Picture)
    );
    assert_eq!(error(b"PK\x03\x04\xFF"), DecodeError::Other(Sort::Office));
    assert_eq!(error(b"%PDF-1.7\n\xE2"), DecodeError::Other(Sort::Pdf));
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
