//! What a fix would change, as people and `patch` read it.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use similar::{Algorithm, DiffOp, DiffTag, capture_diff, group_diff_ops, udiff::UnifiedHunkHeader};

use super::Kept;
use crate::sanitize::{one_line, visible};

/// Lines shown around a change.
const CONTEXT: usize = 3;

/// The unified diff of a file; empty where both texts are equal. `kept` is what the fixes left
/// as it was; without it the diff is right as well, but slow where much has changed.
///
/// With `for_terminal`, in colour and with every sign spelled out that would act on a
/// terminal; without, exactly as `patch` needs it.
pub fn unified(name: &str, before: &str, after: &str, kept: &Kept, for_terminal: bool) -> String {
    let plain = plain(name, &lines(before), &lines(after), kept);
    if !for_terminal {
        return plain;
    }
    let mut shown = String::with_capacity(plain.len() * 2);
    for (index, line) in plain.lines().enumerate() {
        let style = match line.chars().next() {
            _ if index < 2 => Style::new().bold(),
            Some('+') => AnsiColor::Green.on_default(),
            Some('-') => AnsiColor::Red.on_default(),
            Some('@') => AnsiColor::Cyan.on_default(),
            _ => Style::new(),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(shown, "{style}{}{style:#}", visible(line));
    }
    shown
}

/// The lines of a text with their ends. Only `\n` ends a line for `patch`, so a carriage return
/// on its own is a sign like any other.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// What became of the lines, as few stretches as can be. Only the lines between two cuts are
/// held against one another.
fn compared(old: &[&str], new: &[&str], kept: &Kept) -> Vec<DiffOp> {
    let cuts = kept.cuts(old, new);
    let mut ops: Vec<DiffOp> = Vec::new();
    for ((old_start, new_start), (old_end, new_end)) in cuts.iter().zip(cuts.iter().skip(1)) {
        let (one, other) = (*old_start..*old_end, *new_start..*new_end);
        for op in capture_diff(Algorithm::Myers, old, one, new, other) {
            match ops.last_mut() {
                Some(last) if is_equal(last) == is_equal(&op) => *last = joined(last, &op),
                _ => ops.push(op),
            }
        }
    }
    ops
}

fn is_equal(op: &DiffOp) -> bool {
    op.tag() == DiffTag::Equal
}

/// A stretch and the one behind it.
fn joined(one: &DiffOp, next: &DiffOp) -> DiffOp {
    let (old, new) = (one.old_range(), one.new_range());
    let old_len = next.old_range().end.saturating_sub(old.start);
    let new_len = next.new_range().end.saturating_sub(new.start);
    let (old_index, new_index) = (old.start, new.start);
    if is_equal(one) {
        return DiffOp::Equal {
            old_index,
            new_index,
            len: old_len,
        };
    }
    DiffOp::Replace {
        old_index,
        old_len,
        new_index,
        new_len,
    }
}

fn plain(name: &str, old: &[&str], new: &[&str], kept: &Kept) -> String {
    let groups = group_diff_ops(compared(old, new, kept), CONTEXT);
    let mut plain = String::new();
    let name = one_line(name);
    // Writing to a string cannot fail.
    for group in groups.iter().filter(|group| !group.is_empty()) {
        if plain.is_empty() {
            let _ = writeln!(plain, "--- {name}\n+++ {name}");
        }
        let _ = writeln!(plain, "{}", UnifiedHunkHeader::new(group));
        for change in group.iter().flat_map(|op| op.iter_changes(old, new)) {
            let line: &str = change.value();
            let _ = write!(plain, "{}{line}", change.tag());
            if !line.ends_with('\n') {
                plain.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Kept, unified};

    #[test]
    fn a_diff_is_one_that_patch_takes() {
        let before = "jenis: sop\r\nbiaya: Rp. 5.000";
        let after = "jenis: sop\r\nbiaya: Rp5.000,00";
        let diff = unified("a.yaml", before, after, &Kept::default(), false);
        let expected = "--- a.yaml\n+++ a.yaml\n@@ -1,2 +1,2 @@\n jenis: sop\r\n-biaya: Rp. 5.000\n\\ No newline at end of file\n+biaya: Rp5.000,00\n\\ No newline at end of file\n";
        assert_eq!(diff, expected);
        assert_eq!(
            unified("a.yaml", before, before, &Kept::default(), false),
            ""
        );
    }

    #[test]
    fn only_a_line_feed_ends_a_line_for_patch() {
        let before = "jenis: sop\r\r\nnama: U\rx\nbiaya: Rp. 5.000\r";
        let after = "jenis: sop\r\r\nnama: U\rx\nbiaya: Rp5.000,00\r";
        let diff = unified("a.yaml", before, after, &Kept::default(), false);
        let expected = "--- a.yaml\n+++ a.yaml\n@@ -1,3 +1,3 @@\n jenis: sop\r\r\n nama: U\rx\n-biaya: Rp. 5.000\r\n\\ No newline at end of file\n+biaya: Rp5.000,00\r\n\\ No newline at end of file\n";
        assert_eq!(diff, expected);
    }

    #[test]
    fn a_terminal_is_shown_no_signs_that_act_on_it() {
        let diff = unified(
            "a\u{1b}.yaml",
            "a: \u{1b}[2J\n",
            "a: \u{202e}b\n",
            &Kept::default(),
            true,
        );
        insta::assert_snapshot!(diff.escape_debug().to_string().replace("\\n", "\n"), @r"
        \u{1b}[1m--- a\\u{1b}.yaml\u{1b}[0m
        \u{1b}[1m+++ a\\u{1b}.yaml\u{1b}[0m
        \u{1b}[36m@@ -1 +1 @@\u{1b}[0m
        \u{1b}[31m-a: \\u{1b}[2J\u{1b}[0m
        \u{1b}[32m+a: \\u{202e}b\u{1b}[0m
        ");
    }
}
