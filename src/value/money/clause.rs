//! Splits an entry into statements, and statements into the cells of a row.

use std::ops::Range;

use super::context::CASES;
use super::event::Event;
use super::reader::Reader;
use crate::value::scan::TokenKind;

/// A statement: its tokens and what is said in it.
pub(super) struct Clause {
    /// Tokens, without a list mark in front.
    pub(super) run: Range<usize>,
    pub(super) events: Vec<Event>,
}

/// Splits at `;`, line ends, sentence ends, and where a comma leads to another group of payers.
pub(super) fn clauses(reader: &Reader<'_>, events: Vec<Event>) -> Vec<Clause> {
    let mut all = Vec::new();
    let mut queue = events.into_iter().peekable();
    let mut start = 0;
    let mut inside: Vec<Event> = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        if at > start && begins(reader, at, start) {
            all.push(Clause {
                run: unlisted(reader, start..at),
                events: std::mem::take(&mut inside),
            });
            start = at;
        }
        match queue.next_if(|event| event.run.start <= at) {
            Some(event) => {
                at = event.run.end.max(at + 1);
                inside.push(event);
            }
            None => at += 1,
        }
    }
    all.push(Clause {
        run: unlisted(reader, start..reader.len()),
        events: inside,
    });
    all
}

/// Whether a statement begins at `at`.
fn begins(reader: &Reader<'_>, at: usize, start: usize) -> bool {
    if reader.gap(at).contains('\n') || reader.before_is(at, &[";"]) || reader.is(at, "sedangkan") {
        return true;
    }
    if reader.before_is(at, &[","]) {
        return reader.is_any(at, CASES);
    }
    let capital = reader
        .word(at)
        .chars()
        .next()
        .is_some_and(char::is_uppercase);
    if !reader.before_is(at, &["."]) || reader.gap(at).is_empty() || !capital {
        return false;
    }
    // `No. 7`, `Th. 2019`, `Rp. 5.000`, `a. Umum` hold a full stop that ends nothing.
    let Some(word) = at.checked_sub(2).filter(|&word| word > start) else {
        return false;
    };
    reader.word(word).len() > 3 || reader.is_number(word)
}

/// Leaves out `1.`, `a)`, `-`, `•` at the beginning, as long as something follows.
fn unlisted(reader: &Reader<'_>, run: Range<usize>) -> Range<usize> {
    let at = run.start;
    let short = reader.word(at).len() <= 2 && !reader.is_kind(at, TokenKind::Sign);
    let step = if reader.is_any(at, &["-", "–", "•", "*", "·"])
        && !reader.is_any(at + 1, &["-", "–", ".", "_"])
    {
        1
    } else if short && reader.is_any(at + 1, &[".", ")"]) && !reader.touches(at + 2) {
        2
    } else if reader.is(at, "(") && reader.is(at + 2, ")") && reader.word(at + 1).len() <= 2 {
        3
    } else {
        return run;
    };
    if at + step < run.end {
        at + step..run.end
    } else {
        run
    }
}

impl Clause {
    /// Whether it speaks of a case of its own: a label, a row of a table, a group of payers.
    pub(super) fn is_own_case(&self, reader: &Reader<'_>) -> bool {
        if reader.is(self.run.start, "dasar") {
            return false;
        }
        self.run
            .clone()
            .any(|at| reader.is_any(at, &[":", "|"]) || reader.is_any(at, CASES))
    }

    /// The cells of a row, parted by `|`, `:` and `=` outside of what is said.
    pub(super) fn cells(&self, reader: &Reader<'_>) -> Vec<Range<usize>> {
        let mut cells = Vec::new();
        let mut start = self.run.start;
        let mut events = self.events.iter().peekable();
        let mut at = start;
        while at < self.run.end {
            if let Some(event) = events.next_if(|event| event.run.start <= at) {
                at = event.run.end.max(at + 1);
                continue;
            }
            if reader.is_any(at, &["|", ":", "="]) {
                cells.push(start..at);
                start = at + 1;
            }
            at += 1;
        }
        cells.push(start..self.run.end);
        cells
    }
}
