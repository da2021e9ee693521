//! One sheet of a workbook: a frozen head, a filter, widths, and nothing that acts.

use rust_xlsxwriter::{
    Color, ConditionalFormat3ColorScale, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};

use crate::sanitize::one_line;

/// Rows that a sheet can hold (the specifications of Excel), the head among them.
pub(super) const MOST_ROWS: u32 = 1_048_576;
/// Characters that a cell can hold.
const LONGEST: usize = 32_767;
/// The widest and narrowest column, in characters: longer text is wrapped, so that a page in
/// print stays readable.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=40;
/// Height of a line, in points, and the most that a row can have.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
/// The height of a head that stands upright, in points.
const UPRIGHT: f64 = 150.0;

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
    most_rows: u32,
    columns: u16,
    widths: Vec<usize>,
    text: Format,
    count: Format,
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
        most_rows: u32,
    ) -> Result<Self, XlsxError> {
        sheet.set_name(name)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        // A4.
        sheet.set_paper_size(9);
        sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
        sheet.set_footer("&L&A&R&P / &N");
        let top = || Format::new().set_align(FormatAlign::Top);
        let mut this = Self {
            sheet,
            row: 0,
            most_rows: most_rows.min(MOST_ROWS),
            columns: u16::try_from(titles.len()).unwrap_or(u16::MAX),
            widths: Vec::new(),
            // Space on both sides keeps a text apart from the number before it.
            text: top()
                .set_text_wrap()
                .set_align(FormatAlign::Left)
                .set_indent(1),
            count: top().set_num_format("#,##0"),
            score: top().set_num_format("0.00"),
            share: top().set_num_format("0%"),
            left_out: 0,
        };
        let format = head();
        for (column, title) in (0..).zip(titles) {
            this.sheet
                .write_string_with_format(0, column, safe(title), &format)?;
            this.widen(column, title.chars().count() + 4);
        }
        this.sheet.set_row_height(0, LINE + 3.0)?;
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
        if self.row >= self.most_rows {
            self.left_out += 1;
            return Ok(());
        }
        let row = self.row;
        let mut longest = 0;
        for (column, value) in (0..).zip(values) {
            let width = match value {
                Value::Empty => 0,
                Value::Text(text) => {
                    let text = safe(&text);
                    let width = text.chars().count();
                    self.sheet
                        .write_string_with_format(row, column, text, &self.text)?;
                    width
                }
                Value::Count(count) => {
                    self.sheet
                        .write_number_with_format(row, column, number(count), &self.count)?;
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
            longest = longest.max(width);
            self.widen(column, width + 4);
        }
        // LibreOffice does not make room for wrapped text on its own. Words seldom fill a line, and
        // both sides have a space.
        let lines = longest.div_ceil(WIDTHS.end() - 6);
        if longest + 4 > *WIDTHS.end() {
            let height = (number(lines) * LINE).min(HIGHEST);
            self.sheet.set_row_height(row, height)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Turns the titles after the first upright: many narrow columns fit one page.
    pub(super) fn upright(&mut self, titles: &[&str]) -> Result<(), XlsxError> {
        // A title begins where its column does.
        let format = head()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::Bottom)
            .set_indent(0)
            .set_rotation(90);
        for (column, title) in (0..).zip(titles).skip(1) {
            self.sheet
                .write_string_with_format(0, column, safe(title), &format)?;
            if let Some(width) = self.widths.get_mut(usize::from(column)) {
                *width = 0;
            }
        }
        self.sheet.set_row_height(0, UPRIGHT)?;
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

/// The look of the head.
fn head() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_align(FormatAlign::Left)
        .set_indent(1)
        .set_background_color(Color::RGB(0x1F_3A_5F))
        .set_font_color(Color::White)
        .set_border_bottom(FormatBorder::Thin)
}

/// A count as the number of a cell; exact far beyond what there is.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// Text that XML may hold, on one line, and short enough.
fn safe(text: &str) -> String {
    let text = one_line(text);
    // Excel counts a character beyond the first 65,536 as two.
    if text.encode_utf16().count() <= LONGEST {
        return text;
    }
    let mut units = 0;
    let fits = |character: &char| {
        units += character.len_utf16();
        units < LONGEST
    };
    text.chars().take_while(fits).collect::<String>() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_beyond_the_limit_are_counted() {
        let mut worksheet = Worksheet::new();
        let mut sheet = Sheet::new(&mut worksheet, "a", &["b"], 1, 3).unwrap();
        for count in 0..5 {
            sheet.row([Value::Count(count)]).unwrap();
        }
        // The head is one of the three rows.
        assert_eq!(sheet.finish().unwrap(), 3);
        let mut worksheet = Worksheet::new();
        let mut sheet = Sheet::new(&mut worksheet, "a", &["b"], 1, 3).unwrap();
        sheet.row([Value::Count(1)]).unwrap();
        sheet.row([Value::Count(1)]).unwrap();
        assert_eq!(sheet.finish().unwrap(), 0);
    }

    #[test]
    fn no_text_is_longer_than_a_cell_can_hold() {
        let units = |text: &str| text.encode_utf16().count();
        assert_eq!(safe(&"a".repeat(LONGEST)), "a".repeat(LONGEST));
        for one in ["a", "é", "😀"] {
            for count in [
                LONGEST / 2,
                LONGEST / 2 + 1,
                LONGEST - 1,
                LONGEST + 1,
                3 * LONGEST,
            ] {
                let kept = safe(&one.repeat(count));
                assert!(units(&kept) <= LONGEST, "{one} {count}");
                assert!(units(&kept) + 2 >= units(&one.repeat(count)).min(LONGEST));
            }
        }
    }

    #[test]
    fn no_text_holds_what_xml_forbids() {
        let text = safe("a\u{0}\u{1b}\u{fffe}\u{ffff}\r\nb");
        assert!(
            text.chars().all(|c| !c.is_control() && c < '\u{fffe}'),
            "{text:?}"
        );
    }
}
