//! Pictures for a person at a terminal, and the numbers at the end.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    io::{self, Write},
};

use super::{Cell, Head, Located, Options, Painter, Picture, Texts, all, card, closing, table};
use crate::{
    excerpt::Excerpt, finding::Severity, judge::Judged, rule::RuleSet, source::Source, text::Lang,
};

/// Writes the pictures and the numbers. The lines of a finding that has none come from `texts`.
pub(super) fn write(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    texts: &Texts<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (shown, hidden) = most_severe(groups(all(judged)), options.most_pictures);
    let mut drawing = Drawing {
        painter: Painter::new(options),
        rules,
        lang: options.lang,
        texts,
        last: None,
    };
    for group in &shown {
        writeln!(out, "{}", drawing.draw(group))?;
    }
    if hidden > 0 {
        write_rest(judged, rules, options, hidden, out)?;
    }
    card::write(judged, rules, options, out)?;
    closing::write(judged, options, out)
}

/// Findings about the same place of the same document are one picture, the gravest first.
fn groups<'a>(
    findings: impl Iterator<Item = Located<'a>>,
) -> impl Iterator<Item = Vec<Located<'a>>> {
    let belongs = |first: &Located<'a>, next: &Located<'a>| {
        first.name() == next.name()
            && first.finding.range == next.finding.range
            && first.document.map(|d| d.index) == next.document.map(|d| d.index)
            && first.finding.related.is_empty()
            && next.finding.related.is_empty()
    };
    let mut rest = findings.peekable();
    std::iter::from_fn(move || {
        let first = rest.next()?;
        let same = std::iter::from_fn(|| rest.next_if(|next| belongs(&first, next)));
        let mut group: Vec<_> = std::iter::once(first).chain(same).collect();
        group.sort_by_key(|located| std::cmp::Reverse(located.finding.severity));
        Some(group)
    })
}

/// The groups to show, in the order of the files, where not all can be the gravest; and how many
/// others there are. No more of them are held than may be shown.
fn most_severe<'a>(
    groups: impl Iterator<Item = Vec<Located<'a>>>,
    most: Option<usize>,
) -> (Vec<Vec<Located<'a>>>, usize) {
    let most = most.unwrap_or(usize::MAX);
    let mut kept: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut count = 0;
    for group in groups {
        let severity = group.first().map(|located| located.finding.severity);
        let same = kept.entry(std::cmp::Reverse(severity)).or_default();
        if same.len() < most {
            same.push((count, group));
        }
        count += 1;
    }
    let mut shown: Vec<_> = kept.into_values().flatten().take(most).collect();
    shown.sort_by_key(|(at, _)| *at);
    let shown: Vec<_> = shown.into_iter().map(|(_, group)| group).collect();
    let hidden = count - shown.len();
    (shown, hidden)
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

/// Draws one group after the other.
struct Drawing<'a> {
    painter: Painter,
    rules: &'a RuleSet,
    lang: Lang,
    texts: &'a Texts<'a>,
    /// The file from which lines came last, and its text.
    last: Option<(&'a str, Option<Source>)>,
}

impl<'a> Drawing<'a> {
    /// The lines of a finding.
    fn excerpt(&mut self, located: &Located<'a>) -> Option<Cow<'a, Excerpt>> {
        if let Some(excerpt) = &located.finding.excerpt {
            return Some(Cow::Borrowed(excerpt));
        }
        if self
            .last
            .as_ref()
            .is_none_or(|(name, _)| *name != located.name())
        {
            self.last = Some((located.name(), (self.texts)(located.file)));
        }
        let source = self.last.as_ref().and_then(|(_, source)| source.as_ref());
        Excerpt::of(located.finding, source?, self.rules).map(Cow::Owned)
    }

    fn draw(&mut self, group: &[Located<'a>]) -> String {
        let (rules, lang) = (self.rules, self.lang);
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
                0 => located.name().to_owned(),
                _ => format!("{}:{}:{}", located.name(), at.line, at.column),
            }
        });
        let excerpt = first.and_then(|located| self.excerpt(located));
        self.painter.draw(&Picture {
            heads: heads.collect(),
            excerpt: excerpt.as_deref(),
            label: label(lang, group),
            place,
            notes,
        })
    }
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
