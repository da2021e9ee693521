//! What is said about a fault, in both languages.

use super::{FaultKind, Idle, MOST_NAMES, Maker};
use crate::{
    sanitize::one_line,
    suppression::Mistake,
    text::{
        Lang::{En, Id},
        Phrase,
    },
};

/// Most characters of a name written out.
const LONGEST_NAME: usize = 40;

impl Maker<'_> {
    pub(super) fn names(&self) -> Phrase {
        let names: Vec<_> = self.named().map(|named| code(&named.name)).collect();
        listed(&names)
    }

    pub(super) fn reason(&self) -> Phrase {
        let names = self.names();
        let with = |id: &str, en: &str| {
            Phrase::new(
                id.replace("{}", names.get(Id)),
                en.replace("{}", names.get(En)),
            )
        };
        match &self.fault.kind {
            FaultKind::Unused(Idle::NothingFound) => with(
                "tidak ada temuan {} di sini",
                "there is no finding of {} here",
            ),
            FaultKind::Unused(Idle::Elsewhere) => with(
                "temuan {} sudah diabaikan oleh komentar lain",
                "other comments silence the findings of {}",
            ),
            FaultKind::Unused(Idle::NotRun) => {
                with("{} tidak dijalankan di sini", "{} is not run here")
            }
            FaultKind::Unused(Idle::NothingFollows) => Phrase::new(
                "tidak ada kunci atau butir sesudahnya",
                "no key and no entry follows it",
            ),
            FaultKind::Unused(Idle::Repeated) => with("{} disebut dua kali", "{} is named twice"),
            FaultKind::Unused(Idle::OnlyFirstKey) => Phrase::new(
                "tepat di atas kunci pertama ia hanya berlaku untuk kunci itu",
                "right above the first key it is about that key only",
            ),
            FaultKind::Unreadable(mistake) => match mistake {
                Mistake::Verb { span, .. } if span.is_empty() => Phrase::new(
                    "sesudah `sopan:` harus ada `abaikan`",
                    "`abaikan` must stand after `sopan:`",
                ),
                Mistake::Verb { span, .. } => {
                    let word = code(self.source.slice(*span));
                    Phrase::new(
                        format!("perintah {word} tidak dikenal"),
                        format!("the word {word} is not known"),
                    )
                }
                Mistake::Tool { .. } => Phrase::new(
                    "tidak diawali dengan `sopan:`",
                    "it does not begin with `sopan:`",
                ),
                Mistake::OtherLinter { span } => {
                    let word = code(self.source.slice(*span));
                    Phrase::new(
                        format!("{word} bukan bentuk yang dikenal sopan"),
                        format!("{word} is not a form that sopan knows"),
                    )
                }
                Mistake::NoSeparator { .. } => Phrase::new(
                    "tidak ada `--` sebelum alasannya",
                    "there is no `--` before its reason",
                ),
                Mistake::Date { span } if span.is_empty() => Phrase::new(
                    "tidak ada tanggal sesudah kata `sampai`",
                    "there is no date after the word `until`",
                ),
                Mistake::Date { span } => {
                    let date = code(self.source.slice(*span));
                    Phrase::new(
                        format!("{date} bukan tanggal"),
                        format!("{date} is no date"),
                    )
                }
            },
            FaultKind::Blanket if self.fault.rules.is_empty() => {
                Phrase::new("tidak menyebut satu aturan pun", "it names no rule")
            }
            FaultKind::Blanket => with("{} bukan satu aturan", "{} is not one rule"),
            FaultKind::Locked { never: true } => Phrase::new(
                "aturan tentang komentar seperti ini tidak dapat diabaikan",
                "rules about such comments cannot be silenced",
            ),
            FaultKind::Locked { never: false } => {
                Phrase::new("setelan menguncinya", "the settings lock it")
            }
            FaultKind::Unknown | FaultKind::Expired { .. } | FaultKind::NoReason => {
                Phrase::default()
            }
        }
    }

    pub(super) fn advice(&self) -> Phrase {
        let form = "# sopan: abaikan SP009 -- alasan";
        match &self.fault.kind {
            FaultKind::Unused(Idle::OnlyFirstKey) => Phrase::new(
                "Beri satu baris kosong sesudahnya agar berlaku untuk seluruh dokumen, atau hapus komentar ini.",
                "Put an empty line after it to make it about the whole document, or remove it.",
            ),
            FaultKind::Unused(Idle::NothingFollows) => Phrase::new(
                "Pindahkan ke atas kunci yang dimaksud, atau hapus komentar ini.",
                "Move it above the key that is meant, or remove it.",
            ),
            FaultKind::Unused(_)
            | FaultKind::Expired {
                is_needed: false, ..
            } => {
                if self.is_whole() {
                    Phrase::new("Hapus komentar ini.", "Remove this comment.")
                } else {
                    let names = self.names();
                    Phrase::new(
                        format!("Hapus {} dari komentar ini.", names.get(Id)),
                        format!("Remove {} from this comment.", names.get(En)),
                    )
                }
            }
            FaultKind::Expired { .. } => Phrase::new(
                "Perbaiki kekurangannya, atau beri tanggal baru bila alasannya masih berlaku.",
                "Mend what was found, or give a new date if the reason still holds.",
            ),
            FaultKind::Unknown => match self.nearest() {
                Some((_, nearest)) => Phrase::new(
                    format!("Mungkin maksud Anda `{nearest}`."),
                    format!("Perhaps you mean `{nearest}`."),
                ),
                None => Phrase::new(
                    "Lihat kode dan nama aturan dengan `sopan rules`.",
                    "See codes and names of rules with `sopan rules`.",
                ),
            },
            FaultKind::NoReason => Phrase::new(
                "Tulis alasannya sesudah `--`; tanpa alasan, temuannya tetap dihitung.",
                "Write the reason after `--`; without one the finding still counts.",
            ),
            FaultKind::Locked { .. } => Phrase::new(
                "Perbaiki kekurangannya, lalu hapus aturan ini dari komentar.",
                "Mend what was found, and remove the rule from the comment.",
            ),
            FaultKind::Blanket => {
                let meant = self.meant();
                if meant.is_empty() {
                    Phrase::new(
                        format!("Sebut setiap aturan dengan kodenya, misalnya `{form}`."),
                        format!("Name every rule by its code, like `{form}`."),
                    )
                } else {
                    let codes = meant.join(", ");
                    Phrase::new(
                        format!(
                            "Sebut setiap aturan; yang ditemukan di sini: `# sopan: abaikan {codes} -- alasan`."
                        ),
                        format!(
                            "Name every rule; found here: `# sopan: abaikan {codes} -- reason`."
                        ),
                    )
                }
            }
            FaultKind::Unreadable(Mistake::Date { .. }) => Phrase::new(
                "Tulis tanggalnya seperti `sampai 2026-12-31`.",
                "Write the date like `until 2026-12-31`.",
            ),
            FaultKind::Unreadable(_) => Phrase::new(
                format!("Tulis `{form}`."),
                "Write `# sopan: ignore SP009 -- reason`.".to_owned(),
            ),
        }
    }
}

/// A name in backticks, made short and safe to show.
fn code(name: &str) -> String {
    let short: String = name.chars().take(LONGEST_NAME).collect();
    let dots = if short.len() < name.len() { "..." } else { "" };
    format!("`{}{dots}`", one_line(&short).replace('`', "'"))
}

fn listed(names: &[String]) -> Phrase {
    let shown = names.get(..MOST_NAMES.min(names.len())).unwrap_or_default();
    let more = names.len() - shown.len();
    let shown = shown.join(", ");
    match more {
        0 => Phrase::same(shown),
        _ => Phrase::new(
            format!("{shown}, dan {more} lainnya"),
            format!("{shown} and {more} more"),
        ),
    }
}
