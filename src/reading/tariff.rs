//! What a document says about cost, whether it stands in one text, in the lines of a list, or
//! in entries with their services.

use std::ops::Range;

use super::{Read, Texts};
use crate::{
    document::{Document, NodeId, Value},
    value::money::{Cost, CostError, CostKind, CostPart},
};

/// The whole of a cost component.
#[derive(Debug, Default)]
pub struct Tariff {
    /// Its cases in the order of the document: plain texts are one case together, since the
    /// lines of a list explain each other; every entry with a service of its own is another.
    pub cases: Vec<TariffCase>,
}

/// A case of a tariff.
#[derive(Debug)]
pub struct TariffCase {
    /// What was read: one value, or the lines of a list one below the other.
    pub text: String,
    /// What it says.
    pub cost: Read<Cost, CostError>,
    /// The entry, where it is a mapping.
    pub entry: Option<NodeId>,
    /// First byte of each line, and the value it is.
    lines: Vec<(usize, NodeId)>,
}

impl Tariff {
    /// Reads the cost component at `node`. Values without any letter or digit say nothing.
    pub fn read(document: &Document, node: NodeId, texts: &Texts) -> Self {
        let items = match document.value(node) {
            Value::List => document.items(node),
            _ => &[node],
        };
        let says = |node: &NodeId| {
            let text = document.text(*node).unwrap_or_default();
            text.chars().any(char::is_alphanumeric)
        };
        let is_entry = |item: &NodeId| document.value(*item) == Value::Map;
        let lines: Vec<_> = items.iter().copied().filter(says).collect();
        let mut cases = Vec::new();
        if !lines.is_empty() {
            cases.push(TariffCase::read(document, &lines, None, texts));
        }
        for &entry in items.iter().filter(|item| is_entry(item)) {
            if let Some(value) = document.get(entry, "tarif").filter(says) {
                cases.push(TariffCase::read(document, &[value], Some(entry), texts));
            }
        }
        Self { cases }
    }

    /// Whether the service is free for everybody, as far as the tariff says anything.
    pub fn is_free(&self) -> bool {
        let free = |case: &TariffCase| Result::as_ref(&case.cost).is_ok_and(Cost::is_free);
        !self.cases.is_empty() && self.cases.iter().all(free)
    }

    /// Every statement, each with its case.
    pub fn parts(&self) -> impl Iterator<Item = (&TariffCase, &CostPart)> {
        self.cases
            .iter()
            .flat_map(|case| case.parts().iter().map(move |part| (case, part)))
    }
}

impl TariffCase {
    fn read(document: &Document, values: &[NodeId], entry: Option<NodeId>, texts: &Texts) -> Self {
        let mut text = String::new();
        let mut lines = Vec::with_capacity(values.len());
        for &value in values {
            if !text.is_empty() {
                text.push('\n');
            }
            lines.push((text.len(), value));
            text.push_str(document.text(value).unwrap_or_default());
        }
        let cost = texts.cost(&text);
        Self {
            text,
            cost,
            entry,
            lines,
        }
    }

    /// What it says, nothing where that cannot be read.
    pub fn parts(&self) -> &[CostPart] {
        Result::as_ref(&self.cost).map_or(&[], |cost| &cost.parts)
    }

    /// Whether it names a sum, a formula, or that nothing is charged.
    pub fn is_stated(&self) -> bool {
        self.parts().iter().any(is_stated)
    }

    /// The values it was read from.
    pub fn values(&self) -> impl Iterator<Item = NodeId> {
        self.lines.iter().map(|&(_, node)| node)
    }

    /// The value that bytes `range` of the text stand in, and which of its bytes they are.
    pub fn place(&self, range: &Range<usize>) -> Option<(NodeId, Range<usize>)> {
        let at = self
            .lines
            .partition_point(|(start, _)| *start <= range.start);
        let (start, node) = *self.lines.get(at.checked_sub(1)?)?;
        let end = self
            .lines
            .get(at)
            .map_or(range.end, |(next, _)| range.end.min(next - 1));
        Some((node, range.start - start..end - start))
    }
}

/// Whether a statement tells what is to be paid for the service.
pub fn is_stated(part: &CostPart) -> bool {
    !part.stamp_duty
        && matches!(
            part.kind,
            CostKind::Amount { .. } | CostKind::Formula | CostKind::Free
        )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        document::{Limits, parse},
        source::Source,
    };

    fn places(yaml: &str) -> Vec<(String, String)> {
        let source = Arc::new(Source::from_text("a.yaml", yaml));
        let document = parse(&source, &Limits::default()).documents.remove(0);
        let node = document.get(NodeId::ROOT, "biaya").unwrap();
        let tariff = Tariff::read(&document, node, &Texts::default());
        let place = |(case, part): (&TariffCase, &CostPart)| {
            let (node, range) = case.place(&part.figure).unwrap();
            let text = document.text(node).unwrap();
            (document.path_of(node).to_string(), text[range].to_owned())
        };
        tariff.parts().map(place).collect()
    }

    #[test]
    fn statements_lead_back_to_their_value() {
        let found = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
            pairs.iter().map(owned).collect()
        };
        let one = found(&[("/biaya", "Rp 5.000")]);
        assert_eq!(places("biaya: Pendaftaran Rp 5.000"), one);
        assert_eq!(places("biaya: 50000"), found(&[("/biaya", "50000")]));
        let lines = "biaya:\n- 'Tarif:'\n- '-'\n- Baru Rp5.000,00\n- Hilang Rp7.000,00\n";
        assert_eq!(
            places(lines),
            found(&[("/biaya/2", "Rp5.000,00"), ("/biaya/3", "Rp7.000,00")])
        );
        let entries = "biaya:\n- {layanan: Baru, tarif: Gratis}\n- {tarif: 5000}\n- {tarif: '-'}\n";
        assert_eq!(
            places(entries),
            found(&[("/biaya/0/tarif", "Gratis"), ("/biaya/1/tarif", "5000")])
        );
        assert_eq!(places("biaya: {umum: Rp5.000}"), found(&[]));
    }
}
