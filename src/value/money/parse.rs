//! Puts what is said about cost together: cases, bases, limits, repeated statements.

use std::ops::Range;

use super::clause::{Clause, clauses};
use super::context::TERMS;
use super::event::{Event, Said, amount, events};
use super::read::{Seen, read};
use super::reader::Reader;
use super::vocabulary::Openness;
use super::{Cost, CostError, CostKind, CostPart, Money, bare, formula};

/// Finds the amounts in prose: figures or words with `Rp`, `IDR` or `rupiah`.
///
/// Zero is given as [`CostKind::Free`]. Amounts that cannot be read with certainty are left
/// out; the price of a duty stamp is marked as such.
pub fn find(text: &str) -> Vec<CostPart> {
    let reader = Reader::new(text);
    let mut found: Vec<Event> = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        let last = found.last().map_or(0, |event| event.run.end);
        match amount(&reader, at, last, false) {
            Some(event) => {
                at = event.run.end.max(at + 1);
                found.push(event);
            }
            None => at += 1,
        }
    }
    found
        .into_iter()
        .filter_map(|event| part(&reader, event, true))
        .collect()
}

/// Reads a text that is one amount.
pub(super) fn single(text: &str) -> Result<Money, CostError> {
    let reader = Reader::new(text);
    if reader.len() == 0 {
        return Err(CostError::Empty);
    }
    match read(&reader, 0) {
        Some(Seen::Sum(sum)) if sum.run.end == reader.len() => {
            if sum.marked || sum.dashed || bare::is_price(sum.money) {
                Ok(sum.money)
            } else {
                Err(CostError::Ambiguous {
                    range: reader.bytes(&sum.figure),
                })
            }
        }
        Some(Seen::Unclear(run)) if run.end == reader.len() => Err(CostError::Ambiguous {
            range: reader.bytes(&run),
        }),
        _ => Err(CostError::Unknown),
    }
}

/// Reads one entry of a cost component.
pub(super) fn cost(text: &str) -> Result<Cost, CostError> {
    let reader = Reader::new(text);
    if reader.len() == 0 {
        return Err(CostError::Empty);
    }
    let found = events(&reader);
    let mut all = clauses(&reader, found);
    let sole = all.len() == 1;
    for clause in &mut all {
        settle(&reader, clause, sole);
    }
    let definite = all
        .iter()
        .any(|clause| clause.events.iter().any(Event::is_definite));
    let mut parts: Vec<CostPart> = Vec::new();
    for clause in all {
        let based = clause.events.iter().any(Event::is_definite)
            || (definite && !clause.is_own_case(&reader));
        let other = clause.events.iter().any(|event| {
            matches!(
                event.said,
                Said::Kind(CostKind::ByRegulation { .. } | CostKind::BorneByOthers)
            )
        });
        let mut own: Vec<Event> = Vec::new();
        for mut event in clause.events {
            if event.said == Said::Open(Openness::Deferred) && (based || other) {
                continue;
            }
            if event.said == Said::Unclear {
                return Err(CostError::Ambiguous {
                    range: reader.bytes(&event.run),
                });
            }
            if let Said::Kind(CostKind::ByRegulation { basis, .. }) = &mut event.said {
                *basis = based;
            }
            match own.last_mut() {
                Some(last) if joins(&reader, last, &event) => join(&reader, last, event),
                _ => own.push(event),
            }
        }
        parts.extend(
            own.into_iter()
                .filter_map(|event| part(&reader, event, false)),
        );
    }
    if parts.is_empty() {
        Err(CostError::Unknown)
    } else {
        Ok(Cost { parts })
    }
}

/// Decides within one statement: formulas, explained terms, bare figures, limits.
fn settle(reader: &Reader<'_>, clause: &mut Clause, sole: bool) {
    if formula::is_formula(reader, &clause.run) {
        clause
            .events
            .retain(|event| event.stamp_duty && event.run.end == clause.run.end);
        let end = clause
            .events
            .first()
            .map_or(clause.run.end, |event| event.run.start);
        let run = clause.run.start..end;
        let said = Said::Kind(CostKind::Formula);
        clause.events.insert(
            0,
            Event {
                run: run.clone(),
                figure: run,
                said,
                stamp_duty: false,
            },
        );
        return;
    }
    let first = clause.run.start;
    let explains = reader.is(first, "=")
        || reader.is_any(first, &["contoh", "misal", "misalnya", "simulasi"])
        || (reader.is_any(first, TERMS) && clause.run.clone().any(|at| reader.is(at, "=")));
    if explains {
        clause.events.retain(|event| {
            !matches!(
                event.said,
                Said::Kind(CostKind::Amount { .. }) | Said::Limit(_) | Said::Unclear
            )
        });
        return;
    }
    if clause.events.is_empty() {
        clause.events = bare::cells(reader, clause, sole);
    }
    let priced = clause.events.iter().any(Event::is_definite);
    clause.events.retain_mut(|event| {
        if let Said::Limit(kind) = &event.said {
            event.said = Said::Kind(kind.clone());
            return !priced;
        }
        true
    });
}

/// Whether two statements say the same: `gratis (Rp0,-)`, a regulation and the one it amends.
fn joins(reader: &Reader<'_>, last: &Event, next: &Event) -> bool {
    if last.stamp_duty || next.stamp_duty {
        return false;
    }
    match (&last.said, &next.said) {
        (Said::Kind(CostKind::Free), Said::Kind(CostKind::Free)) => {
            let between = last.run.end..next.run.start;
            between.len() <= 4
                && between.into_iter().all(|at| {
                    reader.is_any(
                        at,
                        &[
                            "(", ")", "/", ",", ":", "-", "=", "|", "alias", "atau", "yaitu",
                            "dan", "artinya", "biaya", "sebesar", "semua", "secara",
                        ],
                    )
                })
        }
        (Said::Kind(CostKind::ByRegulation { .. }), Said::Kind(CostKind::ByRegulation { .. })) => {
            true
        }
        // `lima ribu rupiah (Rp5.000)`
        (Said::Kind(a @ CostKind::Amount { .. }), Said::Kind(b)) => {
            a == b && reader.is(last.run.end, "(") && last.run.end + 1 == next.run.start
        }
        (Said::Open(a), Said::Open(b)) => a == b && last.run.end == next.run.start,
        _ => false,
    }
}

fn join(reader: &Reader<'_>, last: &mut Event, next: Event) {
    if let (
        Said::Kind(CostKind::ByRegulation { named, .. }),
        Said::Kind(CostKind::ByRegulation { named: also, .. }),
    ) = (&mut last.said, &next.said)
    {
        *named |= also;
    }
    let bracket = (last.run.end..next.run.start).any(|at| reader.is(at, "("));
    let closed = bracket && reader.is(next.run.end, ")");
    last.run.end = next.run.end + usize::from(closed);
    last.figure = last.run.clone();
}

fn part(reader: &Reader<'_>, event: Event, amounts: bool) -> Option<CostPart> {
    let kind = match event.said {
        Said::Kind(kind) | Said::Limit(kind) => kind,
        Said::Open(_) if !amounts => CostKind::Vague,
        Said::Open(_) | Said::Unclear => return None,
    };
    let bytes = |run: &Range<usize>| reader.bytes(run);
    Some(CostPart {
        range: bytes(&event.run),
        figure: bytes(&event.figure),
        kind,
        stamp_duty: event.stamp_duty,
    })
}
