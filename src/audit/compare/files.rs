//! Findings of files, outside of documents, then and now.

use std::collections::{BTreeMap, BTreeSet};

use super::{FindingCounts, FindingKey, keys_of};
use crate::{
    audit::{Audit, last::LastFile},
    rule::RuleSet,
};

/// What became of the findings of files. A file is known again by its name.
pub(super) fn files(audit: &Audit<'_>, last: &[LastFile], rules: &RuleSet) -> FindingCounts {
    let mut left: BTreeMap<(&str, FindingKey), usize> = BTreeMap::new();
    for file in last {
        for key in keys_of(&file.fingerprints) {
            *left.entry((&file.file, key)).or_default() += 1;
        }
    }
    let mut counts = FindingCounts::default();
    for file in audit.files {
        for finding in &file.findings {
            let key = FindingKey::of(finding, rules);
            match left.get_mut(&(file.name.as_str(), key)) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    counts.remaining += 1;
                }
                _ => counts.new += 1,
            }
        }
    }
    let there: BTreeSet<&str> = audit.files.iter().map(|file| &*file.name).collect();
    for ((file, _), count) in left {
        match there.contains(file) {
            true => counts.mended += count,
            false => counts.gone += count,
        }
    }
    counts
}
