//! Words, numbers and bars that stand below one another.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::Lang;

/// Columns of a bar.
pub(super) const BAR: usize = 20;

/// Columns of a bar where names need the room.
pub(super) const SHORT_BAR: usize = 10;

/// A word in English for a number of things.
pub(super) fn plural(count: usize, word: &str) -> String {
    match count {
        1 => word.to_owned(),
        _ => format!("{word}s"),
    }
}

/// A number with two decimals, so that the points of several stand below one another.
pub(super) fn fixed(number: f64, lang: Lang) -> String {
    let text = format!("{number:.2}");
    lang.pick(text.replace('.', ","), text)
}

/// A share as whole percents; all and none only where it is all or none.
pub(super) fn percent(share: f64) -> String {
    let percent = (share * 100.0).round();
    let percent = match percent {
        _ if share <= 0.0 || share >= 1.0 => percent,
        _ => percent.clamp(1.0, 99.0),
    };
    format!("{percent:.0}%")
}

/// A bar of so many columns for a number from 0 to 100, in eighths of a column.
pub(super) fn bar(score: f64, columns: usize) -> String {
    const PARTS: [char; 8] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
    let eighths = columns * 8;
    // Counting up avoids a conversion that could go wrong.
    let wanted = score.clamp(0.0, 100.0) / 100.0;
    let filled = (0..eighths)
        .filter(|&eighth| {
            let eighth = u16::try_from(eighth).unwrap_or(u16::MAX);
            let all = u16::try_from(eighths).unwrap_or(u16::MAX);
            (f64::from(eighth) + 0.5) / f64::from(all) < wanted
        })
        .count();
    let mut bar = "█".repeat(filled / 8);
    let mut taken = filled / 8;
    if let Some(part) = PARTS.get(filled % 8).filter(|_| filled % 8 > 0) {
        bar.push(*part);
        taken += 1;
    }
    bar.push_str(&"·".repeat(columns.saturating_sub(taken)));
    bar
}

/// The text, cut to a number of columns.
pub(super) fn fit(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut width = 0;
    for character in text.chars() {
        width += character.width().unwrap_or(0);
        if width + 1 > room {
            break;
        }
        cut.push(character);
    }
    format!("{}…", cut.trim_end())
}

pub(super) fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

pub(super) fn pad_left(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_number() {
        assert_eq!(bar(0.0, BAR), "·".repeat(BAR));
        assert_eq!(bar(100.0, BAR), "█".repeat(BAR));
        assert_eq!(bar(50.0, BAR), "█".repeat(10) + &"·".repeat(10));
        for score in [-5.0, 0.3, 33.3, 99.9, 150.0] {
            assert_eq!(bar(score, SHORT_BAR).chars().count(), SHORT_BAR, "{score}");
            assert_eq!(bar(score, BAR).chars().count(), BAR, "{score}");
        }
    }

    #[test]
    fn nearly_all_is_not_all() {
        let shares = [0.0, 0.001, 0.607, 0.999, 1.0].map(percent);
        assert_eq!(shares, ["0%", "1%", "61%", "99%", "100%"]);
    }

    #[test]
    fn names_are_cut_to_columns() {
        assert_eq!(fit("Dinas", 5), "Dinas");
        assert_eq!(fit("Dinas Contoh", 6), "Dinas…");
        assert_eq!(fit("林林林", 4), "林…");
    }
}
