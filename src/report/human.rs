//! Pictures for a person at a terminal, and the numbers at the end.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use super::{Cell, Head, Located, Options, Painter, Picture, all, card, closing, table};
use crate::{finding::Severity, judge::Judged, rule::RuleSet, text::Lang};

/// Writes the pictures and the numbers.
pub(super) fn write(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let painter = Painter::new(options);
    let groups = groups(all(judged));
    let shown = most_severe(&groups, options.most_pictures);
    for &group in &shown {
        if let Some(group) = groups.get(group) {
            writeln!(out, "{}", draw(&painter, rules, options.lang, group))?;
        }
    }
    if shown.len() < groups.len() {
        write_rest(judged, rules, options, groups.len() - shown.len(), out)?;
    }
    card::write(judged, rules, options, out)?;
    closing::write(judged, options, out)
}

/// Findings about the same place of the same document are one picture.
fn groups<'a>(findings: impl Iterator<Item = Located<'a>>) -> Vec<Vec<Located<'a>>> {
    let mut groups: Vec<Vec<Located<'a>>> = Vec::new();
    for located in findings {
        let belongs = |group: &Vec<Located<'a>>| {
            group.first().is_some_and(|first| {
                first.file == located.file
                    && first.finding.range == located.finding.range
                    && first.document.map(|d| d.index) == located.document.map(|d| d.index)
                    && first.finding.related.is_empty()
                    && located.finding.related.is_empty()
            })
        };
        match groups.last_mut().filter(|group| belongs(group)) {
            Some(group) => group.push(located),
            None => groups.push(vec![located]),
        }
    }
    for group in &mut groups {
        // Several findings at one place: the gravest comes first.
        group.sort_by_key(|located| std::cmp::Reverse(located.finding.severity));
    }
    groups
}

/// Most names that a label lists.
const MOST_NAMES: usize = 4;

/// The words under the place. Several findings that each say `belum ada ...` say it once.
fn label(lang: Lang, group: &[Located<'_>]) -> Option<String> {
    let labels = group.iter().map(|located| located.finding.label.as_ref());
    let labels: Vec<_> = labels.collect::<Option<Vec<_>>>()?;
    let mut labels: Vec<_> = labels.into_iter().map(|label| label.get(lang)).collect();
    labels.dedup();
    if let [label] = labels.as_slice() {
        return Some((*label).to_owned());
    }
    let split = |label: &'_ str| {
        let at = label.find('`')?;
        let name = label.get(at + 1..)?.strip_suffix('`')?;
        (!name.contains('`')).then(|| (label.get(..at).unwrap_or_default().to_owned(), name.len()))
    };
    let (before, _) = split(labels.first()?)?;
    let has_same = |label: &&str| split(label).is_some_and(|(other, _)| other == before);
    if !labels.iter().all(has_same) {
        return None;
    }
    let names: Vec<_> = labels
        .iter()
        .filter_map(|l| l.get(before.len()..))
        .collect();
    let (listed, more) = match names.len() {
        count if count > MOST_NAMES => (MOST_NAMES - 1, count + 1 - MOST_NAMES),
        count => (count, 0),
    };
    let mut label = before + &names.get(..listed).unwrap_or_default().join(", ");
    if more > 0 {
        label.push_str(&lang.pick(format!(", dan {more} lagi"), format!(", and {more} more")));
    }
    Some(label)
}

/// The groups to show, in the order of the files; where not all can be, the gravest.
fn most_severe(groups: &[Vec<Located<'_>>], most: Option<usize>) -> Vec<usize> {
    let mut order: Vec<_> = (0..groups.len()).collect();
    let Some(most) = most.filter(|&most| most < groups.len()) else {
        return order;
    };
    let severity = |index: &usize| {
        groups
            .get(*index)
            .and_then(|g| g.iter().map(|located| located.finding.severity).max())
    };
    order.sort_by_key(|index| std::cmp::Reverse(severity(index)));
    order.truncate(most);
    order.sort_unstable();
    order
}

fn draw(painter: &Painter, rules: &RuleSet, lang: Lang, group: &[Located<'_>]) -> String {
    let heads = group.iter().map(|located| {
        let (finding, rule) = (located.finding, rules.rule(located.finding.rule));
        Head {
            severity: finding.severity,
            level: format!("{}[{}]", finding.severity.title().get(lang), rule.code),
            message: rule.message.render(lang, &finding.arguments),
        }
    });
    let help = |located: &Located<'_>| {
        let rule = rules.rule(located.finding.rule);
        rule.help.render(lang, &located.finding.arguments)
    };
    let basis = |located: &Located<'_>| {
        rules
            .rule(located.finding.rule)
            .reference(located.kind())
            .to_owned()
    };
    let notes = match group {
        [located] => vec![
            (lang.pick("bantuan", "help").to_owned(), help(located)),
            (lang.pick("dasar", "basis").to_owned(), basis(located)),
        ],
        _ => {
            let code = |located: &Located<'_>| rules.rule(located.finding.rule).code.clone();
            let note = |located| {
                (
                    code(located),
                    format!("{} [{}]", help(located), basis(located)),
                )
            };
            group.iter().map(note).collect()
        }
    };
    let first = group.first();
    let place = first.map_or_else(String::new, |located| {
        let at = located.finding.range.start;
        match at.offset {
            0 => located.file.to_owned(),
            _ => format!("{}:{}:{}", located.file, at.line, at.column),
        }
    });
    let excerpt = first.and_then(|located| located.finding.excerpt.as_deref());
    painter.draw(&Picture {
        heads: heads.collect(),
        excerpt,
        label: label(lang, group),
        place,
        notes,
    })
}

fn write_rest(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    hidden: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let painter = Painter::new(options);
    let mut counts: BTreeMap<_, (usize, Severity)> = BTreeMap::new();
    for located in all(judged) {
        let entry = counts
            .entry(located.finding.rule)
            .or_insert((0, located.finding.severity));
        entry.0 += 1;
        entry.1 = entry.1.max(located.finding.severity);
    }
    let lang = options.lang;
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_by_key(|(rule, (count, severity))| {
        (
            std::cmp::Reverse(*severity),
            std::cmp::Reverse(*count),
            *rule,
        )
    });
    let title = lang.pick(
        format!("{hidden} tempat lagi tidak ditampilkan; lihat semua dengan --show all. Jumlah temuan per aturan:"),
        format!("{hidden} more places are not shown; see all with --show all. Findings by rule:"),
    );
    writeln!(out, "{}", painter.strong(&title))?;
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(id, (count, severity))| {
            let rule = rules.rule(id);
            let level = severity.title().get(lang).to_owned();
            vec![
                Cell::right(count.to_string()),
                Cell::painted(painter.level(severity, &level), level.chars().count()),
                Cell::left(&rule.code),
                Cell::left(&rule.name),
            ]
        })
        .collect();
    write!(out, "{}", table(&rows))?;
    writeln!(out)
}
