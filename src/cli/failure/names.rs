//! Names of rules and of kinds that nothing has.

use crate::{sanitize::one_line, text::Phrase};

pub(super) fn unknown_rule(name: &str, nearest: Option<&str>) -> (Phrase, Option<Phrase>) {
    let name = one_line(name);
    let message = Phrase::new(
        format!("tidak ada aturan atau keluarga aturan `{name}`"),
        format!("there is no rule or family of rules `{name}`"),
    );
    let help = match nearest {
        Some(near) => Phrase::new(
            format!("Mungkin maksud Anda `{near}`."),
            format!("Perhaps you mean `{near}`."),
        ),
        None => Phrase::new(
            "Lihat semuanya dengan `sopan rules`.",
            "See them all with `sopan rules`.",
        ),
    };
    (message, Some(help))
}

pub(super) fn unknown_kind(
    name: &str,
    nearest: Option<&str>,
    known: &[String],
) -> (Phrase, Option<Phrase>) {
    let (name, known) = (one_line(name), known.join(", "));
    let message = Phrase::new(
        format!("tidak ada jenis dokumen `{name}`"),
        format!("there is no kind of document `{name}`"),
    );
    let help = match nearest {
        Some(near) => Phrase::new(
            format!("Mungkin maksud Anda `{near}`."),
            format!("Perhaps you mean `{near}`."),
        ),
        None => Phrase::new(
            format!("Yang ada: {known}."),
            format!("There are: {known}."),
        ),
    };
    (message, Some(help))
}
