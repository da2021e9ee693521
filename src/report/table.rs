//! Columns that stand below one another.

use unicode_width::UnicodeWidthStr;

/// A cell of a table.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    text: String,
    width: usize,
    is_right: bool,
}

impl Cell {
    /// Text at the left of its column.
    pub(crate) fn left(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            width: text.width(),
            is_right: false,
        }
    }

    /// Text at the right of its column.
    pub(crate) fn right(text: String) -> Self {
        Self {
            width: text.width(),
            text,
            is_right: true,
        }
    }

    /// Text with colour in it, which shows `width` columns wide.
    pub(crate) fn painted(text: String, width: usize) -> Self {
        Self {
            text,
            width,
            is_right: false,
        }
    }
}

/// Draws rows; each ends with a line break.
pub(crate) fn draw(rows: &[Vec<Cell>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.width)
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<_> = (0..columns).map(width).collect();
    let mut drawn = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            let pad = " ".repeat(width - cell.width);
            line.push_str("  ");
            if cell.is_right {
                line.push_str(&pad);
            }
            line.push_str(&cell.text);
            if !cell.is_right {
                line.push_str(&pad);
            }
        }
        drawn.push_str(line.trim_end());
        drawn.push('\n');
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_one_another() {
        let rows = [
            vec![
                Cell::right("3".into()),
                Cell::left("galat"),
                Cell::left("a"),
            ],
            vec![
                Cell::right("12".into()),
                Cell::left("info"),
                Cell::left("bb"),
            ],
        ];
        assert_eq!(draw(&rows), "   3  galat  a\n  12  info   bb\n");
    }
}
