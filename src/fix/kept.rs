//! What of a file stays as it is, through all passes.

use super::edits::Changes;
use crate::span::Span;

/// The stretches of a file that its fixes leave as they are, in order. They tell which lines of
/// both texts belong together, which to find out anew takes long where much has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept(Vec<Piece>);

/// One stretch that stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Where it stands in the file.
    old: Span,
    /// Where it begins in the text with the fixes.
    new: usize,
}

impl Piece {
    /// Where it stands in the text with the fixes.
    fn new_span(&self) -> Span {
        Span::new(self.new, self.new + self.old.len())
    }
}

impl Kept {
    /// All of a text of this length.
    pub(super) fn all(length: usize) -> Self {
        let old = Span::new(0, length);
        Self(vec![Piece { old, new: 0 }])
    }

    /// What is left of it after these changes of the text with the fixes.
    pub(super) fn through(&self, changes: &Changes) -> Self {
        let mut left = Vec::with_capacity(self.0.len() + changes.0.len());
        for piece in &self.0 {
            let mut push = |from: usize, to: usize| {
                if from < to {
                    let start = piece.old.start + (from - piece.new);
                    let old = Span::new(start, start + (to - from));
                    let new = changes.moved(from);
                    left.push(Piece { old, new });
                }
            };
            let span = piece.new_span();
            let mut at = span.start;
            for change in changes.near_old(span) {
                push(at, change.old.start);
                at = at.max(change.old.end);
            }
            push(at, span.end);
        }
        Self(left)
    }

    /// The same where both texts stand behind this many bytes.
    pub(super) fn behind(mut self, bytes: usize) -> Self {
        for piece in &mut self.0 {
            piece.old = Span::new(piece.old.start + bytes, piece.old.end + bytes);
            piece.new += bytes;
        }
        self
    }

    /// The places between lines that are the same place in both texts, as numbers of the lines
    /// that begin there, in order; the ends of the texts are among them.
    pub(super) fn cuts(&self, old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
        let (old_starts, new_starts) = (starts(old), starts(new));
        let mut cuts = vec![(0, 0)];
        let mut cut = |at: (usize, usize)| {
            let last = cuts.last().copied().unwrap_or_default();
            if at != last && at.0 >= last.0 && at.1 >= last.1 {
                cuts.push(at);
            }
        };
        for piece in &self.0 {
            let first = old_starts.partition_point(|&start| start < piece.old.start);
            let lines = old_starts.iter().enumerate().skip(first);
            for (line, start) in lines.take_while(|(_, start)| **start <= piece.old.end) {
                let stands = piece.new + (start - piece.old.start);
                if let Ok(new_line) = new_starts.binary_search(&stands) {
                    cut((line, new_line));
                }
            }
        }
        cut((old.len(), new.len()));
        cuts
    }
}

/// Where each line begins.
fn starts(lines: &[&str]) -> Vec<usize> {
    let mut at = 0;
    let start = |line: &&str| {
        let start = at;
        at += line.len();
        start
    };
    lines.iter().map(start).collect()
}

#[cfg(test)]
mod tests {
    use super::Kept;
    use crate::{
        fix::edits::{Change, Changes},
        span::Span,
    };

    fn changes(of: &[(usize, usize, usize)]) -> Changes {
        let mut put = 0;
        let mut taken = 0;
        let change = |&(start, end, length): &(usize, usize, usize)| {
            let at = start + put - taken;
            put += length;
            taken += end - start;
            Change {
                old: Span::new(start, end),
                new: Span::new(at, at + length),
            }
        };
        Changes(of.iter().map(change).collect())
    }

    fn stretches(kept: &Kept) -> Vec<(usize, usize, usize)> {
        let pieces = kept.0.iter();
        pieces.map(|p| (p.old.start, p.old.end, p.new)).collect()
    }

    #[test]
    fn stretches_are_followed_through_the_passes() {
        let kept = Kept::all(20).through(&changes(&[(0, 0, 3), (5, 8, 1), (10, 10, 2)]));
        assert_eq!(stretches(&kept), [(0, 5, 3), (8, 10, 9), (10, 20, 13)]);
        // Over the end of one and the beginning of the next, and in what was put there.
        let again = kept.through(&changes(&[(1, 2, 5), (7, 10, 0), (23, 23, 4)]));
        assert_eq!(stretches(&again), [(0, 4, 7), (9, 10, 11), (10, 20, 14)]);
        let all_gone = again.through(&changes(&[(0, 40, 1)]));
        assert_eq!(stretches(&all_gone), []);
    }

    #[test]
    fn lines_are_cut_at_each_end_of_what_was_put_between_them() {
        let old = ["a\n", "b\n", "c\n", "d"];
        let new = ["a\n", "1\n", "2\n", "bxy\n", "d"];
        // Two lines before `b`, letters behind it, and `c` is gone.
        let kept = Kept::all(7).through(&changes(&[(2, 2, 4), (3, 3, 2), (4, 6, 0)]));
        let cuts = [(0, 0), (1, 1), (1, 3), (2, 4), (3, 4), (4, 5)];
        assert_eq!(kept.cuts(&old, &new), cuts);
        // Without knowing anything only the ends are the same.
        assert_eq!(Kept::default().cuts(&old, &new), [(0, 0), (4, 5)]);
    }

    /// The time a diff takes grows with the square of the lines between two cuts.
    #[test]
    fn each_line_of_many_that_were_changed_is_between_its_own_cuts() {
        let old = vec!["a: 1\n"; 500];
        let new = vec!["a: satu\nb: 2\n"; 500];
        let new: Vec<&str> = new
            .iter()
            .flat_map(|two| two.split_inclusive('\n'))
            .collect();
        let each: Vec<_> = (0..500)
            .map(|line| (line * 5 + 3, line * 5 + 4, 9))
            .collect();
        let kept = Kept::all(2500).through(&changes(&each));
        let cuts = kept.cuts(&old, &new);
        let lines = cuts.windows(2).map(|pair| pair[1].1 - pair[0].1);
        assert_eq!(lines.max(), Some(2));
    }
}
