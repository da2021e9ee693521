//! What is wrong with a silencing comment, as a finding with a fix.

use jiff::civil::Date;

use super::{Meaning, Mistake, Named, Suppression};
use crate::{
    finding::{Hit, RuleId},
    rule::RuleSet,
    sanitize::one_line,
    source::Source,
    span::Span,
    text::Phrase,
};

/// The names of all kinds of fault, by which a rule refers to them.
pub const FAULTS: [&str; 7] = [
    "unused",
    "unknown-rule",
    "expired",
    "no-reason",
    "locked",
    "blanket",
    "unreadable",
];

/// Something wrong with a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The comment, by its position in the list.
    pub suppression: usize,
    /// What is wrong.
    pub kind: FaultKind,
    /// The rules concerned, by their position in the comment.
    pub rules: Vec<usize>,
    /// The rules that a comment naming too much would have silenced.
    pub meant: Vec<RuleId>,
}

/// What is wrong with a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// It silences nothing.
    Unused(Idle),
    /// It names a rule that is not known.
    Unknown,
    /// Its last day has passed.
    Expired {
        /// The last day.
        until: Date,
        /// Whether there is still something that it would silence.
        is_needed: bool,
    },
    /// It does not say why.
    NoReason,
    /// The rule may not be silenced.
    Locked {
        /// By no comment ever, not just by the settings.
        never: bool,
    },
    /// It names no rule, or a whole family.
    Blanket,
    /// It cannot be understood.
    Unreadable(Mistake),
}

/// Why a comment silences nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idle {
    /// The rule found nothing there.
    NothingFound,
    /// The settings do not let the rule run there.
    NotRun,
    /// No key and no entry follows.
    NothingFollows,
    /// The comment names the rule twice.
    Repeated,
    /// It stands right above the first key, so it is not about the whole document.
    OnlyFirstKey,
}

impl FaultKind {
    /// The name by which a rule refers to it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unused(_) => "unused",
            Self::Unknown => "unknown-rule",
            Self::Expired { .. } => "expired",
            Self::NoReason => "no-reason",
            Self::Locked { .. } => "locked",
            Self::Blanket => "blanket",
            Self::Unreadable(_) => "unreadable",
        }
    }
}

/// The values that the rules about faults may use.
pub(crate) const ARGUMENTS: &[&str] = &["rules", "reason", "advice", "until"];

/// Most names written out.
const MOST_NAMES: usize = 8;
/// Most characters of a name written out.
const LONGEST_NAME: usize = 40;

/// The gap that a fault is.
pub(crate) fn hit(
    source: &Source,
    suppression: &Suppression,
    fault: &Fault,
    rules: &RuleSet,
) -> Hit {
    let maker = Maker {
        source,
        suppression,
        fault,
        rules,
    };
    let hit = Hit::new(suppression.scope.path(), maker.place())
        .argument("rules", maker.names())
        .argument("reason", maker.reason())
        .argument("advice", maker.advice());
    let hit = match &fault.kind {
        FaultKind::Expired { until, .. } => hit.argument("until", Phrase::same(until.to_string())),
        _ => hit,
    };
    maker.fix(hit)
}

struct Maker<'a> {
    source: &'a Source,
    suppression: &'a Suppression,
    fault: &'a Fault,
    rules: &'a RuleSet,
}

impl<'a> Maker<'a> {
    /// The names concerned, in their order.
    fn named(&self) -> impl Iterator<Item = &'a Named> + use<'a> {
        let all = &self.suppression.rules;
        self.fault.rules.iter().filter_map(|&at| all.get(at))
    }

    fn is_whole(&self) -> bool {
        self.fault.rules.len() == self.suppression.rules.len()
    }

    /// What to underline.
    fn place(&self) -> Span {
        let mistake = match &self.fault.kind {
            FaultKind::Unreadable(
                Mistake::Verb { span, .. }
                | Mistake::Tool { span }
                | Mistake::OtherLinter { span }
                | Mistake::Date { span },
            ) => Some(*span),
            _ => None,
        };
        if let Some(span) = mistake.filter(|span| !span.is_empty()) {
            return span;
        }
        let is_about_names = matches!(
            self.fault.kind,
            FaultKind::Unknown | FaultKind::Locked { .. } | FaultKind::Blanket
        );
        match self.named().next() {
            Some(first) if is_about_names || !self.is_whole() => first.span,
            _ => self.suppression.span,
        }
    }

    fn names(&self) -> Phrase {
        let names: Vec<_> = self.named().map(|named| code(&named.name)).collect();
        listed(&names)
    }

    fn reason(&self) -> Phrase {
        let names = self.names();
        let with = |id: &str, en: &str| {
            use crate::text::Lang::{En, Id};
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
                Phrase::new("pengaturan menguncinya", "the settings lock it")
            }
            FaultKind::Unknown | FaultKind::Expired { .. } | FaultKind::NoReason => {
                Phrase::default()
            }
        }
    }

    fn advice(&self) -> Phrase {
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
                    use crate::text::Lang::{En, Id};
                    Phrase::new(
                        format!("Hapus {} dari komentar ini.", names.get(Id)),
                        format!("Remove {} from this comment.", names.get(En)),
                    )
                }
            }
            FaultKind::Expired { .. } => Phrase::new(
                "Benahi temuannya, atau beri tanggal baru bila alasannya masih berlaku.",
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
                "Benahi temuannya, lalu hapus aturan ini dari komentar.",
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

    /// Codes of the rules that a comment naming too much is about.
    fn meant(&self) -> Vec<&'a str> {
        let rules = self.fault.meant.iter().map(|&id| self.rules.rule(id));
        let is_named = |rule: &&crate::rule::Rule| {
            let mut named = self.named().map(|named| named.name.as_str());
            let is_family = named.any(|name| name.eq_ignore_ascii_case(rule.family()));
            let is_all = self
                .named()
                .all(|named| self.rules.find(&named.name).is_empty());
            (is_family || is_all) && rule.check().fault().is_none()
        };
        let codes = rules.filter(is_named).map(|rule| rule.code.as_str());
        codes.take(MOST_NAMES).collect()
    }

    /// The first unknown name that is like a known one, and that one.
    fn nearest(&self) -> Option<(Span, &'a str)> {
        self.named().find_map(|named| match &named.meaning {
            Meaning::Unknown {
                nearest: Some(nearest),
            } => Some((named.span, nearest.as_str())),
            _ => None,
        })
    }

    fn fix(&self, hit: Hit) -> Hit {
        match &self.fault.kind {
            FaultKind::Unused(Idle::OnlyFirstKey) => self.empty_line_after(hit),
            FaultKind::Unused(_)
            | FaultKind::Locked { .. }
            | FaultKind::Expired {
                is_needed: false, ..
            } => self.removal(hit),
            FaultKind::Unknown => match self.nearest() {
                Some((span, nearest)) => {
                    let title = Phrase::new(
                        format!("Ganti dengan `{nearest}`"),
                        format!("Replace by `{nearest}`"),
                    );
                    hit.fix(title, false, span, nearest)
                }
                None => hit,
            },
            FaultKind::Unreadable(Mistake::Verb {
                span,
                is_near: true,
            }) => replace(hit, *span, "abaikan"),
            FaultKind::Unreadable(Mistake::Tool { span }) if span.is_empty() => {
                replace(hit, *span, "sopan: ")
            }
            FaultKind::Unreadable(Mistake::Tool { span }) => replace(hit, *span, "sopan"),
            FaultKind::Unreadable(Mistake::NoSeparator { at }) => {
                replace(hit, Span::new(*at, *at), "-- ")
            }
            FaultKind::Unreadable(_)
            | FaultKind::Blanket
            | FaultKind::NoReason
            | FaultKind::Expired { .. } => hit,
        }
    }

    /// Takes away the names concerned, or the comment where none is left.
    fn removal(&self, hit: Hit) -> Hit {
        if self.is_whole() {
            let title = Phrase::new("Hapus komentar ini", "Remove this comment");
            return hit.fix(title, true, self.whole(), "");
        }
        let all = &self.suppression.rules;
        let is_simple = all.windows(2).all(|pair| match pair {
            [one, next] => {
                let between = Span::new(one.span.end, next.span.start);
                let text = self.source.slice(between);
                text.chars()
                    .all(|c| c.is_whitespace() || matches!(c, ',' | ';'))
            }
            _ => true,
        });
        let (Some(first), Some(last), true) = (all.first(), all.last(), is_simple) else {
            return hit;
        };
        let mut gone = self.fault.rules.iter().peekable();
        let mut kept = Vec::new();
        for (at, named) in all.iter().enumerate() {
            if gone.next_if_eq(&&at).is_none() {
                kept.push(named.name.as_str());
            }
        }
        let names = self.names();
        use crate::text::Lang::{En, Id};
        let title = Phrase::new(
            format!("Hapus {} dari komentar", names.get(Id)),
            format!("Remove {} from the comment", names.get(En)),
        );
        let span = Span::new(first.span.start, last.span.end);
        hit.fix(title, true, span, kept.join(", "))
    }

    /// The comment with what would be left of it: its line where it stands alone, otherwise the
    /// space before it.
    fn whole(&self) -> Span {
        let comment = self.suppression.span;
        let index = self.source.line_index(comment.start);
        let line = self.source.line(index).unwrap_or(comment);
        let before = self.source.slice(Span::new(line.start, comment.start));
        let kept = before.trim_end().len();
        if kept == 0 {
            let next = self.source.line(index + 1);
            return Span::new(line.start, next.map_or(line.end, |next| next.start));
        }
        Span::new(line.start + kept, comment.end)
    }

    fn empty_line_after(&self, hit: Hit) -> Hit {
        let index = self.source.line_index(self.suppression.span.start);
        let (Some(line), Some(next)) = (self.source.line(index), self.source.line(index + 1))
        else {
            return hit;
        };
        let line_break = self
            .source
            .slice(Span::new(line.end, next.start))
            .to_owned();
        let title = Phrase::new("Beri baris kosong sesudahnya", "Put an empty line after it");
        hit.fix(title, false, Span::new(next.start, next.start), line_break)
    }
}

fn replace(hit: Hit, span: Span, text: &str) -> Hit {
    let word = text.trim();
    let title = Phrase::new(format!("Tulis `{word}`"), format!("Write `{word}`"));
    hit.fix(title, false, span, text)
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
