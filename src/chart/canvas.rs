//! A sheet of characters on which lines that meet become one.

use unicode_width::UnicodeWidthChar;

use crate::finding::Severity;

/// How something looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Look {
    #[default]
    Plain,
    Strong,
    Faint,
    Marked(Severity),
}

#[derive(Debug, Clone, Copy, Default)]
enum Cell {
    #[default]
    Empty,
    /// Which of its four ends a line has here: up, down, left, right.
    Line(u8),
    Text(char, Look),
    /// The second half of a wide character.
    Rest,
}

const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;

/// The sheet; it grows downwards, but not sideways.
#[derive(Debug)]
pub(super) struct Canvas {
    width: usize,
    rows: Vec<Vec<Cell>>,
}

impl Canvas {
    pub(super) fn new(width: i32, height: i32) -> Self {
        let width = usize::try_from(width).unwrap_or(0);
        let height = usize::try_from(height).unwrap_or(0);
        Self {
            width,
            rows: vec![vec![Cell::Empty; width]; height],
        }
    }

    fn at(&mut self, x: i32, y: i32) -> Option<&mut Cell> {
        let row = self.rows.get_mut(usize::try_from(y).ok()?)?;
        row.get_mut(usize::try_from(x).ok()?)
    }

    /// Writes text over whatever is there; what does not fit is left out.
    pub(super) fn text(&mut self, x: i32, y: i32, text: &str, look: Look) {
        let mut x = x;
        for character in text.chars() {
            let width = match character.width() {
                Some(2..) => 2,
                Some(1) => 1,
                // Marks without a width would stand on the wrong character.
                _ => continue,
            };
            let fits = usize::try_from(x + width).is_ok_and(|end| end <= self.width);
            if !fits {
                return;
            }
            if let Some(cell) = self.at(x, y) {
                *cell = Cell::Text(character, look);
            }
            if width == 2
                && let Some(cell) = self.at(x + 1, y)
            {
                *cell = Cell::Rest;
            }
            x += width;
        }
    }

    /// Draws a line from corner to corner.
    pub(super) fn line(&mut self, points: impl Iterator<Item = (i32, i32)>) {
        let mut last: Option<(i32, i32)> = None;
        for (x, y) in points {
            if let Some(from) = last {
                self.stroke(from, (x, y));
            }
            last = Some((x, y));
        }
    }

    fn stroke(&mut self, from: (i32, i32), to: (i32, i32)) {
        let (ahead, back, dx, dy) = if from.0 == to.0 {
            match from.1 < to.1 {
                true => (DOWN, UP, 0, 1),
                false => (UP, DOWN, 0, -1),
            }
        } else {
            match from.0 < to.0 {
                true => (RIGHT, LEFT, 1, 0),
                false => (LEFT, RIGHT, -1, 0),
            }
        };
        let (mut x, mut y) = from;
        while (x, y) != to {
            self.join(x, y, ahead);
            (x, y) = (x + dx, y + dy);
            self.join(x, y, back);
        }
    }

    fn join(&mut self, x: i32, y: i32, ends: u8) {
        if let Some(cell) = self.at(x, y) {
            *cell = match *cell {
                Cell::Line(others) => Cell::Line(others | ends),
                _ => Cell::Line(ends),
            };
        }
    }

    /// The rows as text, without spaces at their ends.
    pub(super) fn rows(&self, paint: impl Fn(Look, &str) -> String) -> Vec<String> {
        self.rows.iter().map(|row| draw(row, &paint)).collect()
    }
}

fn draw(row: &[Cell], paint: &impl Fn(Look, &str) -> String) -> String {
    let mut drawn = String::new();
    let (mut run, mut look) = (String::new(), Look::Plain);
    let end = row.iter().rposition(|cell| !is_blank(cell));
    for cell in row.iter().take(end.map_or(0, |end| end + 1)) {
        let (character, own) = match *cell {
            Cell::Empty => (' ', Look::Plain),
            Cell::Line(ends) => (stroke_of(ends), Look::Plain),
            Cell::Text(character, look) => (character, look),
            Cell::Rest => continue,
        };
        if own != look && !run.is_empty() {
            drawn.push_str(&paint(look, &std::mem::take(&mut run)));
        }
        look = own;
        run.push(character);
    }
    if !run.is_empty() {
        drawn.push_str(&paint(look, &run));
    }
    drawn
}

fn is_blank(cell: &Cell) -> bool {
    matches!(cell, Cell::Empty | Cell::Text(' ', _))
}

fn stroke_of(ends: u8) -> char {
    const STROKES: [char; 16] = [
        ' ', '│', '│', '│', '─', '┘', '┐', '┤', '─', '└', '┌', '├', '─', '┴', '┬', '┼',
    ];
    STROKES.get(usize::from(ends)).copied().unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_meet_become_one() {
        let mut canvas = Canvas::new(7, 3);
        canvas.line([(0, 1), (6, 1)].into_iter());
        canvas.line([(3, 0), (3, 2)].into_iter());
        canvas.line([(1, 1), (1, 2), (3, 2)].into_iter());
        canvas.text(5, 0, "林林", Look::Plain);
        let rows = canvas.rows(|_, text| text.to_owned());
        insta::assert_snapshot!(rows.join("\n"), @"
           │ 林
        ─┬─┼───
         └─┘
        ");
    }
}
