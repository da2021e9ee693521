//! One line per finding: `file:line:column: galat[SP004] message`.

use std::io::{self, Write};

use super::{Options, all, closing};
use crate::{judge::Judged, rule::RuleSet, sanitize::one_line};

pub(super) fn write(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let painter = super::Painter::new(options);
    for located in all(judged) {
        let finding = located.finding;
        let rule = rules.rule(finding.rule);
        let message = rule.message.render(options.lang, &finding.arguments);
        let at = finding.range.start;
        let level = format!(
            "{}[{}]",
            finding.severity.title().get(options.lang),
            rule.code
        );
        writeln!(
            out,
            "{}:{}:{}: {} {}",
            one_line(located.name()),
            at.line,
            at.column,
            painter.level(finding.severity, &level),
            one_line(&message),
        )?;
    }
    closing::write(judged, options, out)
}
