//! Off-page links and their partners.

use std::collections::HashMap;

use super::{Exit, Step, Symbol, Target};

/// Words around the label of a link that do not belong to it.
const AROUND_LABEL: [&str; 19] = [
    "ke",
    "dari",
    "halaman",
    "hal",
    "hlm",
    "lanjut",
    "lanjutan",
    "berlanjut",
    "lanjutkan",
    "melanjutkan",
    "sambungan",
    "bersambung",
    "penghubung",
    "konektor",
    "di",
    "pada",
    "tanda",
    "simbol",
    "lihat",
];

/// Words before the number of a page.
const PAGE: [&str; 3] = ["halaman", "hal", "hlm"];

/// Where the label says that the flow comes in, not that it goes out.
const INCOMING: [&str; 3] = ["dari", "lanjutan", "sambungan"];

/// Finds the partner of each off-page link, and lets a link lead to its partner of the same
/// label where nothing else says where it leads.
pub(super) fn pair(steps: &mut [Step]) {
    let pages: Vec<usize> = (0..)
        .zip(&*steps)
        .filter(|(_, step)| step.symbol == Symbol::Page)
        .map(|(index, _)| index)
        .collect();
    let is_explicit = |step: &Step| step.exits.iter().any(|exit| !exit.implied);
    for &index in &pages {
        let Some(step) = steps.get(index) else {
            continue;
        };
        let is_page = |&next: &usize| {
            next != index
                && steps
                    .get(next)
                    .is_some_and(|step| step.symbol == Symbol::Page)
        };
        // The one below, where both have a label, only if it is the same one.
        let fits = |&next: &usize| {
            let labels = [index, next].map(|index| steps.get(index).and_then(label));
            match labels {
                [Some((one, _)), Some((other, _))] => {
                    is_explicit(step) || one == other || is_number(&one) && is_number(&other)
                }
                _ => true,
            }
        };
        let partner = step.next().filter(is_page).find(fits);
        if let Some(partner) = partner {
            join(steps, index, partner);
        }
    }
    let mut by_label: HashMap<String, Vec<(usize, bool)>> = HashMap::new();
    let mut labels: Vec<String> = Vec::new();
    for &index in &pages {
        let Some(step) = steps.get(index).filter(|step| step.partner.is_none()) else {
            continue;
        };
        if let Some((label, comes_in)) = label(step) {
            let comes_in = comes_in || is_explicit(step);
            let group = by_label.entry(label.clone()).or_default();
            if group.is_empty() {
                labels.push(label);
            }
            group.push((index, comes_in));
        }
    }
    for group in labels.iter().filter_map(|label| by_label.get(label)) {
        let last = group.last().map(|(index, _)| *index);
        let said = group.iter().find(|(_, comes_in)| *comes_in);
        let Some(entry) = said.map(|(index, _)| *index).or(last) else {
            continue;
        };
        for &(index, _) in group.iter().filter(|(index, _)| *index != entry) {
            join(steps, index, entry);
            if let Some(step) = steps.get_mut(index)
                && !is_explicit(step)
            {
                step.exits = vec![Exit {
                    label: None,
                    target: Target::Step(entry),
                    node: None,
                    implied: true,
                }];
            }
        }
    }
}

fn join(steps: &mut [Step], one: usize, other: usize) {
    for (index, partner) in [(one, other), (other, one)] {
        if let Some(step) = steps.get_mut(index) {
            step.partner.get_or_insert(partner);
        }
    }
}

fn is_number(label: &str) -> bool {
    label.bytes().all(|byte| byte.is_ascii_digit())
}

/// The label of a link, and whether its words say that the flow comes in there.
fn label(step: &Step) -> Option<(String, bool)> {
    let text = step.text.as_ref().or_else(|| step.remark.first())?;
    let words: Vec<_> = text
        .text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let comes_in = words.iter().any(|word| INCOMING.contains(&word.as_str()));
    // `Ke halaman 3 (A)` is called A; `Ke halaman 3` has nothing but the number.
    let is_page = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        before.is_some_and(|word| PAGE.contains(&word.as_str()))
    };
    let mut own = Vec::new();
    let mut numbers = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if is_number(word) && is_page(at) {
            numbers.push(word.as_str());
        } else if !AROUND_LABEL.contains(&word.as_str()) {
            own.push(word.as_str());
        }
    }
    let label = if own.is_empty() { numbers } else { own }.join(" ");
    (!label.is_empty()).then_some((label, comes_in))
}
