//! Where a part of a text can be replaced in the file without a change of its YAML.

use std::ops::Range;

use super::Target;
use crate::{
    document::{NodeId, Step, Value},
    span::Span,
};

/// The place of a part of the text of a scalar, if `text` can simply stand there instead.
///
/// Nothing where the part is not written in the file as it is read (escapes, folded lines,
/// aliases), or where the new text would mean something to YAML.
pub(super) fn span(target: &Target<'_>, part: &Range<usize>, text: &str) -> Option<Span> {
    let document = target.document;
    let Value::Scalar { text: old, plain } = document.value(target.node) else {
        return None;
    };
    if document.is_alias(target.node) {
        return None;
    }
    let span = document.place(target.node).part(part.clone());
    let is_written = document.source().slice(span) == old.get(part.clone())?;
    let is_quiet = !text.contains([
        ':', '#', '\'', '"', '\\', '\n', '&', '*', '!', '|', '>', '%',
    ]) && text.starts_with(char::is_alphanumeric);
    let in_flow = || plain && is_in_flow(target);
    let breaks_flow = text.contains([',', '[', ']', '{', '}']) && in_flow();
    (is_written && is_quiet && !breaks_flow).then_some(span)
}

/// Whether a list or mapping around the node is written in `[...]` or `{...}`, where a comma
/// ends a text without quotes.
fn is_in_flow(target: &Target<'_>) -> bool {
    let document = target.document;
    let path = document.path_of(target.node);
    let mut node = NodeId::ROOT;
    for step in path.steps() {
        let span = document.place(node).value();
        if document.source().slice(span).starts_with(['[', '{']) {
            return true;
        }
        let below = match step {
            Step::Key(key) => document.get(node, key),
            Step::Index(index) => document.items(node).get(*index).copied(),
        };
        match below {
            Some(below) => node = below,
            None => return true,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::{
        document::Limits,
        lint::Linter,
        rule::{Packs, RuleSet},
    };

    /// The file after all fixes of a rule.
    fn mended(rules: &RuleSet, code: &str, yaml: &str) -> String {
        let linter = Linter {
            rules,
            today: date(2026, 1, 15),
            limits: Limits::default(),
            excerpts: false,
        };
        let yaml = format!("jenis: sop\n{yaml}");
        let file = linter.check_bytes("a.yaml", yaml.clone().into_bytes(), None);
        let findings = file.documents.iter().flat_map(|d| &d.findings);
        let of_rule = findings.filter(|finding| rules.rule(finding.rule).code == code);
        let mut edits: Vec<_> = of_rule
            .filter_map(|finding| finding.fix.as_ref())
            .flat_map(|fix| fix.edits.clone())
            .collect();
        edits.sort();
        let mut mended = yaml;
        for (start, end, text) in edits.into_iter().rev() {
            mended.replace_range(start..end, &text);
        }
        mended.trim_start_matches("jenis: sop\n").to_owned()
    }

    #[test]
    fn a_part_is_replaced_only_where_the_yaml_stays_as_it_is() {
        let rules = Packs::builtin().unwrap().compile().unwrap();
        let table = [
            ("BYA007", "biaya: Rp. 5.000,-", "biaya: Rp5.000,00"),
            (
                "BYA007",
                "biaya: 'Baru Rp 5.000, hilang Rp 10.000' # tetap",
                "biaya: 'Baru Rp5.000,00, hilang Rp10.000,00' # tetap",
            ),
            (
                "BYA007",
                "biaya:\n- layanan: Baru\n  tarif: IDR 50,000",
                "biaya:\n- layanan: Baru\n  tarif: Rp50.000,00",
            ),
            (
                "BYA007",
                "biaya: |\n  Baru: Rp 5.000\n  Hilang: Rp 7.000\n",
                "biaya: |\n  Baru: Rp5.000,00\n  Hilang: Rp7.000,00\n",
            ),
            // A comma would end the text here.
            ("BYA007", "biaya: [Rp 5.000]", "biaya: [Rp 5.000]"),
            (
                "BYA007",
                "biaya:\n- {layanan: Baru, tarif: Rp 5.000}",
                "biaya:\n- {layanan: Baru, tarif: Rp 5.000}",
            ),
            ("BYA007", "biaya: ['Rp 5.000']", "biaya: ['Rp5.000,00']"),
            // Written with an escape.
            (
                "BYA007",
                "biaya: \"Rp\\u00205.000\"",
                "biaya: \"Rp\\u00205.000\"",
            ),
            (
                "ANG001",
                "jangka_waktu: 3 (Empat) hari kerja",
                "jangka_waktu: 3 (Tiga) hari kerja",
            ),
            (
                "ANG001",
                "jangka_waktu: [3 (empat) hari kerja]",
                "jangka_waktu: [3 (tiga) hari kerja]",
            ),
            (
                "ANG001",
                "biaya: Rp15.000,00 (lima puluh ribu rupiah)",
                "biaya: Rp15.000,00 (lima belas ribu rupiah)",
            ),
        ];
        for (code, yaml, expected) in table {
            assert_eq!(mended(&rules, code, yaml), expected, "{yaml}");
        }
    }
}
