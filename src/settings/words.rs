//! Small words for the messages about settings.

use crate::{check::nearest, text::Phrase};

/// `` `a`, `b`, or `c` ``
pub(super) fn choice(words: &[&str], or: &str) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [one, other] => format!("{one} {or} {other}"),
        [others @ .., last] if !others.is_empty() => {
            format!("{}, {or} {last}", others.join(", "))
        }
        _ => quoted.concat(),
    }
}

/// The known name most like `name`, or all of them.
pub(super) fn suggestion(name: &str, known: &[&str]) -> Phrase {
    match nearest(name, known.iter().copied()) {
        Some(near) => perhaps(near),
        None => Phrase::new(
            format!("Yang dikenal: {}.", choice(known, "dan")),
            format!("Known are: {}.", choice(known, "and")),
        ),
    }
}

/// `Perhaps you mean ...`
pub(super) fn perhaps(near: &str) -> Phrase {
    Phrase::new(
        format!("Mungkin maksud Anda `{near}`."),
        format!("Perhaps you mean `{near}`."),
    )
}
