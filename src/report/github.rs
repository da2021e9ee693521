//! Workflow commands of GitHub Actions: each becomes a remark at its line of a pull request.

use std::{
    cmp::Reverse,
    io::{self, Write},
};

use super::{Located, Options, all, closing};
use crate::{
    finding::Severity,
    judge::Judged,
    rule::RuleSet,
    sanitize::{one_line, without_commands},
    text::Lang,
};

/// GitHub shows this many of each level for one step, and says nothing of the others.
const MOST: usize = 10;

pub(super) fn write(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut found: Vec<_> = all(judged).collect();
    found.sort_by_key(|located| Reverse(located.finding.severity));
    let mut shown = [0; Severity::ALL.len()];
    let mut hidden = Vec::new();
    // The notice about the rest takes the place of one.
    let is_too_many = |severity| judged.summary.count(severity) > MOST;
    let most_notices = match Severity::ALL.into_iter().any(is_too_many) {
        true => MOST - 1,
        false => MOST,
    };
    for located in &found {
        let severity = located.finding.severity;
        let most = match severity {
            Severity::Info => most_notices,
            _ => MOST,
        };
        match shown.get_mut(severity as usize) {
            Some(shown) if *shown < most => {
                *shown += 1;
                writeln!(out, "{}", command(located, rules, options.lang))?;
            }
            _ => hidden.push(severity),
        }
    }
    if !hidden.is_empty() {
        let text = rest(&hidden, options.lang);
        writeln!(out, "::notice title=sopan::{}", data(&text))?;
    }
    let mut summary = Vec::new();
    closing::write(judged, options, &mut summary)?;
    out.write_all(without_commands(&String::from_utf8_lossy(&summary)).as_bytes())
}

fn command(located: &Located<'_>, rules: &RuleSet, lang: Lang) -> String {
    let finding = located.finding;
    let rule = rules.rule(finding.rule);
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let (start, end) = (finding.range.start, finding.range.end);
    let mut place = format!("file={},line={}", property(located.name()), start.line);
    if end.line > start.line {
        // With columns, GitHub refuses a span of several lines.
        place.push_str(&format!(",endLine={}", end.line));
    } else {
        let end = end.column.max(start.column);
        place.push_str(&format!(",col={},endColumn={end}", start.column));
    }
    let title = property(&format!("{} {}", rule.code, rule.name));
    let text = [
        one_line(&rule.message.render(lang, &finding.arguments)),
        one_line(&rule.help.render(lang, &finding.arguments)),
        format!(
            "{}: {}",
            lang.pick("Dasar", "Basis"),
            one_line(rule.reference(located.kind()))
        ),
    ];
    format!(
        "::{level} {place},title={title}::{}",
        data(&text.join("\n"))
    )
}

/// How many are not shown.
fn rest(hidden: &[Severity], lang: Lang) -> String {
    let counts = Severity::ALL.into_iter().filter_map(|severity| {
        let count = hidden.iter().filter(|other| **other == severity).count();
        (count > 0).then(|| closing::count(count, severity, lang))
    });
    let counts = counts.collect::<Vec<_>>().join(", ");
    lang.pick(
        format!(
            "Tidak ditampilkan di sini: {counts}. Semuanya ada di laporan lain, misalnya --format markdown."
        ),
        format!(
            "Not shown here: {counts}. All of them stand in the other reports, like --format markdown."
        ),
    )
}

/// What follows `::` at the end of a command.
fn data(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(one_line).collect();
    lines
        .join("\n")
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(&one_line(text))
        .replace(':', "%3A")
        .replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_or_a_property() {
        assert_eq!(
            data("a%0A\nb\r::error::c\u{1b}"),
            "a%250A%0Ab ::error::c\\u{1b}"
        );
        assert_eq!(property("a,b:c%\n::x"), "a%2Cb%3Ac%25 %3A%3Ax");
    }
}
