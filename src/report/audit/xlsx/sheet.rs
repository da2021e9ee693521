//! One sheet of a workbook: a frozen head, a filter, widths, and nothing that acts.

use rust_xlsxwriter::{
    Color, ConditionalFormat3ColorScale, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};

use crate::sanitize::one_line;

/// Rows that a sheet can hold (the specifications of Excel), the head among them.
const MOST_ROWS: u32 = 1_048_576;
/// Characters that a cell can hold.
const LONGEST: usize = 32_767;
/// The widest and narrowest column, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=60;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Text, never taken for a formula, a number or a link.
    Text(String),
    /// A count.
    Count(usize),
    /// A score, 0 to 100, or a difference of scores.
    Score(f64),
    /// A share, 0 to 1.
    Share(f64),
    /// Nothing.
    Empty,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, Self::from)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Option<f64>> for Value {
    fn from(score: Option<f64>) -> Self {
        score.map_or(Self::Empty, Self::Score)
    }
}

/// Writes a sheet from the top.
pub(super) struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    columns: u16,
    widths: Vec<usize>,
    score: Format,
    share: Format,
    /// Rows that did not fit.
    left_out: usize,
}

impl<'a> Sheet<'a> {
    /// A sheet with this head, which stays in view.
    pub(super) fn new(
        sheet: &'a mut Worksheet,
        name: &str,
        titles: &[&str],
        frozen: u16,
    ) -> Result<Self, XlsxError> {
        sheet.set_name(name)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_paper_size(9);
        let mut this = Self {
            sheet,
            row: 0,
            columns: u16::try_from(titles.len()).unwrap_or(u16::MAX),
            widths: Vec::new(),
            score: Format::new().set_num_format("0.00"),
            share: Format::new().set_num_format("0%"),
            left_out: 0,
        };
        let format = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0x1F_3A_5F))
            .set_font_color(Color::White)
            .set_border_bottom(FormatBorder::Thin);
        for (column, title) in (0..).zip(titles) {
            this.sheet
                .write_string_with_format(0, column, safe(title), &format)?;
            this.widen(column, title.chars().count() + 2);
        }
        this.sheet.set_freeze_panes(1, frozen)?;
        this.sheet.set_repeat_rows(0, 0)?;
        this.row = 1;
        Ok(this)
    }

    fn widen(&mut self, column: u16, width: usize) {
        let column = usize::from(column);
        if self.widths.len() <= column {
            self.widths.resize(column + 1, 0);
        }
        if let Some(known) = self.widths.get_mut(column) {
            *known = (*known).max(width);
        }
    }

    /// Writes a row; one beyond the limit is only counted.
    pub(super) fn row(&mut self, values: impl IntoIterator<Item = Value>) -> Result<(), XlsxError> {
        if self.row >= MOST_ROWS {
            self.left_out += 1;
            return Ok(());
        }
        let row = self.row;
        for (column, value) in (0..).zip(values) {
            let width = match value {
                Value::Empty => 0,
                Value::Text(text) => {
                    let text = safe(&text);
                    let width = text.chars().count();
                    self.sheet.write_string(row, column, text)?;
                    width
                }
                Value::Count(count) => {
                    self.sheet.write_number(row, column, number(count))?;
                    8
                }
                Value::Score(score) => {
                    self.sheet
                        .write_number_with_format(row, column, score, &self.score)?;
                    8
                }
                Value::Share(share) => {
                    self.sheet
                        .write_number_with_format(row, column, share, &self.share)?;
                    8
                }
            };
            self.widen(column, width + 2);
        }
        self.row += 1;
        Ok(())
    }

    /// Colours the columns by their values, from `low` in red to `high` in green.
    pub(super) fn colour(
        &mut self,
        columns: std::ops::RangeInclusive<u16>,
        low: f64,
        middle: f64,
        high: f64,
    ) -> Result<(), XlsxError> {
        use rust_xlsxwriter::ConditionalFormatType::Number;
        if self.row <= 1 || columns.is_empty() {
            return Ok(());
        }
        let scale = ConditionalFormat3ColorScale::new()
            .set_minimum(Number, low)
            .set_midpoint(Number, middle)
            .set_maximum(Number, high)
            .set_minimum_color(Color::RGB(0xF2_A0_9A))
            .set_midpoint_color(Color::RGB(0xFF_EB_A8))
            .set_maximum_color(Color::RGB(0x9F_D8_A8));
        self.sheet.add_conditional_format(
            1,
            *columns.start(),
            self.row - 1,
            *columns.end(),
            &scale,
        )?;
        Ok(())
    }

    /// Sets widths and the filter; gives how many rows did not fit.
    pub(super) fn finish(self) -> Result<usize, XlsxError> {
        for (column, width) in (0..).zip(&self.widths) {
            let width = (*width).clamp(*WIDTHS.start(), *WIDTHS.end());
            self.sheet.set_column_width(column, number(width))?;
        }
        if self.row > 1 && self.columns > 0 {
            self.sheet
                .autofilter(0, 0, self.row - 1, self.columns - 1)?;
        }
        Ok(self.left_out)
    }
}

/// A count as the number of a cell; exact far beyond what there is.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// Text that XML may hold, on one line, and short enough.
fn safe(text: &str) -> String {
    let text = one_line(text);
    match text.char_indices().nth(LONGEST - 1) {
        // Excel counts a character beyond the first 65,536 as two.
        Some(_) => {
            let mut units = 0;
            let fits = |character: &char| {
                units += character.len_utf16();
                units < LONGEST
            };
            text.chars().take_while(fits).collect::<String>() + "…"
        }
        None if text.encode_utf16().count() > LONGEST => {
            text.chars().take(LONGEST / 2 - 1).collect()
        }
        None => text,
    }
}
