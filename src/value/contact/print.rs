//! The standard form of a channel: `WhatsApp: 0812-3456-7890`.

use std::fmt;

use super::{Address, Contact, ContactKind};

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Phone(number) => number.fmt(f),
            Self::Email(text) | Self::Link(text) | Self::Place(text) => f.write_str(text),
            Self::Account(name) if is_handle(name) => write!(f, "@{name}"),
            Self::Account(name) => f.write_str(name),
        }
    }
}

/// Whether a name can stand behind `@`.
fn is_handle(name: &str) -> bool {
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

impl fmt::Display for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = self.kind.label();
        match (self.kind, &self.address) {
            (_, None) => f.write_str(label),
            (ContactKind::Lapor, Some(address)) => write!(f, "{label} ({address})"),
            (ContactKind::InPerson, Some(place)) => write!(f, "{label} ke {place}"),
            (ContactKind::Box | ContactKind::Book, Some(place)) => place.fmt(f),
            (ContactKind::App, Some(Address::Account(name))) => write!(f, "{label}: {name}"),
            (_, Some(address)) => write!(f, "{label}: {address}"),
        }
    }
}
