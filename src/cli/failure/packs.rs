//! Rule packs that cannot be used.

use std::path::Path;

use crate::{
    cli::system,
    excerpt::Excerpt,
    finding::Severity,
    report::{Head, Painter, Picture},
    rule::{LoadError, PackMistake},
    sanitize::one_line,
    text::{Lang, Phrase},
};

pub(super) fn unusable(error: &LoadError) -> (Phrase, Option<Phrase>) {
    match error {
        LoadError::Mistakes(mistakes) => {
            let count = mistakes.len();
            let message = Phrase::new(
                format!("paket aturan belum dapat dipakai: {count} kesalahan"),
                format!(
                    "the rule packs cannot be used: {count} {}",
                    if count == 1 { "mistake" } else { "mistakes" }
                ),
            );
            (message, None)
        }
        LoadError::Unreadable { path, reason } => {
            let (path, reason) = (path.display(), system::words(reason));
            let message = Phrase::new(
                format!(
                    "paket aturan {path} tidak dapat dibaca: {}",
                    reason.get(Lang::Id)
                ),
                format!(
                    "the rule pack {path} cannot be read: {}",
                    reason.get(Lang::En)
                ),
            );
            (message, None)
        }
        LoadError::NoPack(path) => {
            let path = path.display();
            let message = Phrase::new(
                format!("tidak ada paket aturan (*.yaml) di {path}"),
                format!("there is no rule pack (*.yaml) in {path}"),
            );
            (message, None)
        }
    }
}

/// Settings that were found name what is no pack, out of the folder they belong to.
pub(super) fn beyond(path: &Path) -> (Phrase, Option<Phrase>) {
    let path = one_line(&path.to_string_lossy());
    let message = Phrase::new(
        format!(
            "{path}, yang disebut di setelan, berada di luar foldernya dan bukan paket yang benar"
        ),
        format!("{path}, which the settings name, is out of their folder and no right pack"),
    );
    let help = Phrase::new(
        format!(
            "Isinya tidak ditampilkan karena bukan bagian dari folder ini. Bila memang dimaksud, periksa \
            dengan `sopan rules test --no-settings --rules {path}`."
        ),
        format!(
            "Its text is not shown because it is no part of this folder. If it is meant, look with \
            `sopan rules test --no-settings --rules {path}`."
        ),
    );
    (message, Some(help))
}

/// A mistake at its place in the pack.
pub(super) fn mistake_picture(painter: &Painter, lang: Lang, mistake: &PackMistake) -> String {
    let excerpt = Excerpt::new(&mistake.source, std::iter::once((mistake.span, None)), 1);
    let head = Head {
        severity: Severity::Error,
        level: Severity::Error.title().get(lang).to_owned() + ":",
        message: mistake.message.get(lang).to_owned(),
    };
    let help = mistake.help.as_ref();
    let note = |help: &Phrase| {
        (
            lang.pick("bantuan", "help").to_owned(),
            help.get(lang).to_owned(),
        )
    };
    painter.draw(&Picture {
        heads: vec![head],
        excerpt: Some(&excerpt),
        label: None,
        place: mistake.source.name().to_owned(),
        notes: help.map(note).into_iter().collect(),
    })
}
