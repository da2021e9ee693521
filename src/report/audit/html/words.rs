//! Words and numbers of the page.

use jiff::civil::Date;

use crate::{
    audit::GroupBy,
    report::{audit::kind_title, decimal},
    rule::RuleSet,
    sanitize::one_line,
    text::Lang,
    value::date::month_name,
};

/// Longest name of a document, unit or file that is shown, in characters.
const LONGEST: usize = 200;

/// Text from a document on one line, nothing in it hidden, cut where it is very long.
pub(super) fn plain(text: &str) -> String {
    let mut text = one_line(text);
    if let Some((cut, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(cut);
        text.push('…');
    }
    text
}

/// The text in parts, of which every second one stood between backticks.
pub(super) fn ticks(text: &str) -> Vec<&str> {
    let parts: Vec<_> = text.split('`').collect();
    match parts.len() % 2 {
        1 => parts,
        _ => vec![text],
    }
}

/// One group and several at the head of something, and several within a sentence.
pub(super) fn group(by: GroupBy, lang: Lang) -> (&'static str, &'static str, &'static str) {
    match by {
        GroupBy::Unit => lang.pick(("Unit", "Unit", "unit"), ("Unit", "Units", "units")),
        GroupBy::Region => lang.pick(
            ("Wilayah", "Wilayah", "wilayah"),
            ("Region", "Regions", "regions"),
        ),
        GroupBy::Kind => lang.pick(("Jenis", "Jenis", "jenis"), ("Kind", "Kinds", "kinds")),
        GroupBy::Folder => lang.pick(
            ("Folder", "Folder", "folder"),
            ("Folder", "Folders", "folders"),
        ),
    }
}

/// A number of documents, like `1.200 dokumen`.
pub(super) fn documents(number: usize, lang: Lang) -> String {
    let word = match number {
        1 => lang.pick("dokumen", "document"),
        _ => lang.pick("dokumen", "documents"),
    };
    format!("{} {word}", count(number, lang))
}

/// How a group is called.
pub(super) fn group_name(name: &str, report: &super::Report<'_>) -> String {
    let lang = report.lang;
    match (name, report.audit.group_by) {
        ("", GroupBy::Unit) => lang.pick("(unit tidak disebut)", "(no unit named)").into(),
        ("", GroupBy::Region) => lang
            .pick("(wilayah tidak disebut)", "(no region named)")
            .into(),
        ("", GroupBy::Kind) => lang
            .pick("(jenis tidak dikenal)", "(kind not known)")
            .into(),
        ("", GroupBy::Folder) => lang.pick("(folder teratas)", "(top folder)").into(),
        (name, GroupBy::Kind) => kind(Some(name), report.rules, lang),
        _ => plain(name),
    }
}

/// How people call a kind of document.
pub(super) fn kind(name: Option<&str>, rules: &RuleSet, lang: Lang) -> String {
    let known = name.and_then(|name| kind_title(name, rules, lang));
    known
        .or(name)
        .map_or_else(|| lang.pick("tidak dikenal", "not known").to_owned(), plain)
}

/// Like `21 November 2026`.
pub(super) fn day(day: Date, lang: Lang) -> String {
    let month = u8::try_from(day.month()).unwrap_or_default();
    lang.pick(
        format!("{} {} {}", day.day(), month_name(month), day.year()),
        day.strftime("%-d %B %Y").to_string(),
    )
}

/// A share as people read it, like `54,6 %`.
pub(super) fn percent(share: f64, lang: Lang) -> String {
    // What is not all of it must not look like it.
    let most = if share < 1.0 { 99.9 } else { 100.0 };
    let tenths = ((share * 1000.0).round() / 10.0).min(most);
    lang.pick(
        format!("{} %", decimal(tenths, lang)),
        format!("{}%", decimal(tenths, lang)),
    )
}

/// A number with two decimals.
pub(super) fn even(number: f64, lang: Lang) -> String {
    let text = format!("{number:.2}");
    lang.pick(text.replace('.', ","), text)
}

/// A count with its thousands set apart.
pub(super) fn count(number: usize, lang: Lang) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(lang.pick('.', ','));
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_backticks_is_told_apart() {
        assert_eq!(
            ticks("tulis `a`, bukan `b`"),
            ["tulis ", "a", ", bukan ", "b", ""]
        );
        assert_eq!(ticks("satu ` saja"), ["satu ` saja"]);
    }

    #[test]
    fn numbers_are_written_as_in_the_language() {
        assert_eq!(count(6_000, Lang::Id), "6.000");
        assert_eq!(count(1_234_567, Lang::En), "1,234,567");
        assert_eq!(count(999, Lang::En), "999");
        assert_eq!(even(84.2, Lang::Id), "84,20");
        assert_eq!(even(100.0, Lang::En), "100.00");
        assert_eq!(percent(0.5458, Lang::Id), "54,6 %");
        assert_eq!(percent(1.0, Lang::En), "100%");
        assert_eq!(percent(0.9999, Lang::En), "99.9%");
        let date = jiff::civil::date(2026, 8, 1);
        assert_eq!(day(date, Lang::Id), "1 Agustus 2026");
        assert_eq!(day(date, Lang::En), "1 August 2026");
    }
}
