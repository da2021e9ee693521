//! How a fault is mended.

use super::{FaultKind, Idle, Maker};
use crate::{
    finding::Hit,
    span::Span,
    suppression::Mistake,
    text::{
        Lang::{En, Id},
        Phrase,
    },
};

impl Maker<'_> {
    pub(super) fn fix(&self, hit: Hit) -> Hit {
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
