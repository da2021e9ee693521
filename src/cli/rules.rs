//! `sopan rules`: list them, or run the examples inside them.

use std::path::Path;

use super::{
    args::{Global, Rules, RulesAction},
    exit::Exit,
    failure::Failure,
    found,
    output::Output,
};
use crate::{
    example::{Expected, test_examples},
    report::{self, Cell, Painter},
    rule::{LoadError, PackMistake, Packs, Rule, RuleSet},
    sanitize::one_line,
};

/// The rules of this run: those built in, those of the settings and those of `--rules`. Fails
/// where the settings are wrong.
pub(super) fn load(global: &Global) -> Result<RuleSet, Failure> {
    if global.found.has_errors() {
        found::tell(&global.found.diagnostics, global)?;
    }
    load_for(global)
}

/// As [`load`], for a command that looks at the settings itself, to show all mistakes together.
pub(super) fn load_for(global: &Global) -> Result<RuleSet, Failure> {
    let run = global.found.run();
    let names_packs = global.found.root().is_some_and(|root| {
        let mut keys = root.run_keys.iter();
        keys.any(|key| key.value == "rules")
    });
    // Without packs that cannot be found, the rules in them would seem unknown.
    if names_packs && global.found.has_errors() {
        found::tell(&global.found.diagnostics, global)?;
    }
    let mut packs = Packs::builtin()?;
    let within = |error| match error {
        LoadError::Mistakes(mistakes) => beyond(global, mistakes),
        error => error.into(),
    };
    for path in &run.rules {
        let path = found::shown(global, &path.value);
        packs.add(&path).map_err(within)?;
    }
    for path in &run.registers {
        let path = found::shown(global, &path.value);
        packs.add_register(&path).map_err(within)?;
    }
    for path in &global.rules {
        packs.add(path)?;
    }
    Ok(packs.compile()?)
}

/// Mistakes in packs that the settings name. Of what stands elsewhere and is no pack, settings of a
/// stranger would show the text.
fn beyond(global: &Global, mistakes: Vec<PackMistake>) -> Failure {
    let mut names = mistakes.iter().map(|mistake| mistake.source.name());
    match names.find(|name| global.found.leads_out(Path::new(name))) {
        Some(name) => Failure::PackBeyond(name.into()),
        None => LoadError::Mistakes(mistakes).into(),
    }
}

pub(super) fn run(rules: &Rules, global: &Global) -> Result<Exit, Failure> {
    let set = load(global)?;
    match rules.action.unwrap_or(RulesAction::List) {
        RulesAction::List => list(&set, global),
        RulesAction::Test => test(&set, global),
    }
}

fn painter(global: &Global, output: &Output) -> Painter {
    Painter::new(&report::Options {
        lang: global.lang(),
        colour: output.has_colour(global.color),
        width: output.width(),
        ..report::Options::default()
    })
}

fn list(set: &RuleSet, global: &Global) -> Result<Exit, Failure> {
    let lang = global.lang();
    let output = Output::new(global)?;
    let painter = painter(global, &output);
    let longest = |text: fn(&Rule) -> &str| {
        let lengths = set.rules().iter().map(|rule| text(rule).chars().count());
        lengths.max().unwrap_or(0)
    };
    let level = |rule: &Rule| rule.severity.title().get(lang).chars().count();
    let level = set.rules().iter().map(level).max().unwrap_or(0);
    // Two spaces stand before each of the four columns.
    let taken = 8 + longest(|rule| &rule.code) + level + longest(|rule| &rule.name);
    let room = match output.width().saturating_sub(taken) {
        // Whoever searches or stores the list wants the whole article.
        _ if !output.is_screen() => usize::MAX,
        room if room < LEAST_REFERENCE => 0,
        room => room,
    };
    let row = |rule: &Rule| {
        let level = rule.severity.title().get(lang).to_owned();
        vec![
            Cell::left(&rule.code),
            Cell::painted(painter.level(rule.severity, &level), level.chars().count()),
            Cell::left(&rule.name),
            Cell::left(&shorten(&one_line(rule.reference(None)), room)),
        ]
    };
    // One table over all packs, so that the columns of all stand below one another.
    let packs = set.packs().iter().enumerate();
    let packs: Vec<_> = packs
        .map(|(index, pack)| {
            let rules = set.rules().iter().filter(|rule| rule.pack == index);
            (pack, rules.map(row).collect::<Vec<_>>())
        })
        .collect();
    let rows: Vec<_> = packs.iter().flat_map(|(_, rows)| rows.clone()).collect();
    let table = report::table(&rows);
    let mut lines = table.lines();
    let mut text = String::new();
    for (pack, rows) in packs.iter().filter(|(_, rows)| !rows.is_empty()) {
        let title = one_line(pack.title.get(lang));
        let heading = format!("{title} ({})", one_line(&pack.source));
        let heading = textwrap::fill(&heading, painter.wrapping().subsequent_indent("    "));
        let heading = heading.replacen(&title, &painter.strong(&title), 1);
        text.push_str(&heading);
        text.push('\n');
        for line in lines.by_ref().take(rows.len()) {
            text.push_str(line);
            text.push('\n');
        }
        text.push('\n');
    }
    let count = set.rules().len();
    text.push_str(&lang.pick(
        format!("{count} aturan. Penjelasan satu aturan: sopan explain KODE\n"),
        format!("{count} rules. To explain one: sopan explain CODE\n"),
    ));
    output.write(text.as_bytes())?;
    Ok(Exit::Clean)
}

/// Fewer characters than this tell nothing of an article; `sopan explain` shows it.
const LEAST_REFERENCE: usize = 20;

/// The text, cut to a number of characters.
fn shorten(text: &str, room: usize) -> String {
    if room == 0 {
        return String::new();
    }
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let cut: String = text.chars().take(room.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// The day on which examples are run where `--today` gives none: their outcome must not
/// depend on when they are run.
pub(super) const EXAMPLE_DAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);

fn test(set: &RuleSet, global: &Global) -> Result<Exit, Failure> {
    let lang = global.lang();
    let output = Output::new(global)?;
    let painter = painter(global, &output);
    let outcomes = test_examples(set, global.today.unwrap_or(EXAMPLE_DAY));
    let mut text = String::new();
    let (mut count, mut failed) = (0, 0);
    for outcome in &outcomes {
        count += outcome.count;
        failed += outcome.failures.len();
        let rule = set.rule(outcome.rule);
        for failure in &outcome.failures {
            let example = format!(
                "{} {} {}[{}]",
                rule.code, rule.name, failure.kind, failure.index
            );
            let expected = match &failure.expected {
                Expected::Nothing => lang.pick("tidak ada temuan", "no finding").to_owned(),
                Expected::One { path, text } => {
                    let text = text
                        .as_ref()
                        .map(|text| format!(" `{text}`"))
                        .unwrap_or_default();
                    lang.pick(
                        format!("satu temuan di `{path}`{text}"),
                        format!("one finding at `{path}`{text}"),
                    )
                }
            };
            let found = match failure.found.as_slice() {
                [] => lang.pick("tidak ada temuan", "no finding").to_owned(),
                found => {
                    let show = |(path, text): &(String, String)| format!("`{path}` `{text}`");
                    found.iter().map(show).collect::<Vec<_>>().join(", ")
                }
            };
            let wrong = painter.level(
                crate::finding::Severity::Error,
                lang.pick("gagal", "failed"),
            );
            text.push_str(&format!(
                "{wrong} {}\n",
                one_line(&lang.pick(
                    format!("{example}: diharapkan {expected}; ditemukan {found}"),
                    format!("{example}: expected {expected}; found {found}"),
                ))
            ));
        }
    }
    let rules = outcomes.len();
    let passed = count - failed;
    text.push_str(&lang.pick(
        format!("{rules} aturan, {count} contoh: {passed} lulus, {failed} gagal\n"),
        format!("{rules} rules, {count} examples: {passed} passed, {failed} failed\n"),
    ));
    output.write(text.as_bytes())?;
    Ok(if failed == 0 { Exit::Clean } else { Exit::Gaps })
}
