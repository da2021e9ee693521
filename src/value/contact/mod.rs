//! Channels for complaints: what kind of channel a text names, and the number, address,
//! account or place that makes it usable.

use std::ops::Range;

mod channel;
mod labels;
mod lex;
mod link;
mod phone;
mod place;
mod print;
mod read;
#[cfg(test)]
mod tests;

pub use channel::{ContactKind, Network};
pub use link::{EmailProblem, LinkProblem};
pub use phone::{Line, PhoneNumber, PhoneProblem};

/// A channel as read from a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// What kind of channel it is.
    pub kind: ContactKind,
    /// What a citizen needs to use it; none where only the channel is named:
    /// `Pengaduan melalui SMS`. SP4N-LAPOR!, a suggestion box and a complaint book always have
    /// one, since their name is enough.
    pub address: Option<Address>,
    /// The naming of the channel and its address.
    pub range: Range<usize>,
    /// The address alone, where one is written.
    pub address_range: Option<Range<usize>>,
}

/// What makes a channel usable, in its standard form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Address {
    /// A number to call or write to.
    Phone(PhoneNumber),
    /// An email address, the domain in lower case.
    Email(String),
    /// A link or a bare domain, the host in lower case.
    Link(String),
    /// The name of an account or app, without `@`.
    Account(String),
    /// A desk, a box, a street address, as written but with single spaces.
    Place(String),
}

/// Why a text is no channel, or its address cannot work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContactError {
    /// No channel is named in the text.
    #[error("no channel is named")]
    NotAContact,
    /// The phone number cannot be one.
    #[error("the phone number {problem}")]
    Phone {
        /// What is wrong.
        problem: PhoneProblem,
        /// The number.
        range: Range<usize>,
    },
    /// The email address cannot be one.
    #[error("the email address {problem}")]
    Email {
        /// What is wrong.
        problem: EmailProblem,
        /// The address.
        range: Range<usize>,
    },
    /// The link cannot be one.
    #[error("the link {problem}")]
    Link {
        /// What is wrong.
        problem: LinkProblem,
        /// The link.
        range: Range<usize>,
    },
}

impl ContactError {
    /// The place in the text; none where no channel is named.
    pub fn range(&self) -> Option<Range<usize>> {
        match self {
            Self::NotAContact => None,
            Self::Phone { range, .. } | Self::Email { range, .. } | Self::Link { range, .. } => {
                Some(range.clone())
            }
        }
    }

    /// Whether the address is still to be filled in: `0812xxxx`, `...@...`.
    pub fn is_placeholder(&self) -> bool {
        matches!(
            self,
            Self::Phone {
                problem: PhoneProblem::Placeholder,
                ..
            } | Self::Email {
                problem: EmailProblem::Placeholder,
                ..
            } | Self::Link {
                problem: LinkProblem::Placeholder,
                ..
            }
        )
    }
}

impl Contact {
    /// Reads a text that names one channel. Where it names several, the first usable one.
    ///
    /// # Errors
    /// The first address that cannot work, if no usable one is there;
    /// [`ContactError::NotAContact`] where no channel is named.
    pub fn parse(text: &str) -> Result<Self, ContactError> {
        let found = read::read(text, true);
        let usable = |found: &&Result<Self, _>| found.as_ref().is_ok_and(Self::is_usable);
        let best = found
            .iter()
            .find(usable)
            .or_else(|| found.iter().find(|found| found.is_err()))
            .or_else(|| found.first());
        best.cloned().unwrap_or(Err(ContactError::NotAContact))
    }

    /// Every channel a text names, in order, with those whose address cannot work as errors.
    /// A channel with two numbers is there twice.
    ///
    /// Takes time linear in the length of the text.
    pub fn find_all(text: &str) -> Vec<Result<Self, ContactError>> {
        read::read(text, false)
    }

    /// Whether a citizen can use it: it has a number, an address, an account or a place.
    pub fn is_usable(&self) -> bool {
        self.address.is_some()
    }

    /// Whether it is a link or email address of a government domain, `.go.id` or, for
    /// villages, `.desa.id`; none for other addresses.
    pub fn is_official_domain(&self) -> Option<bool> {
        match self.address.as_ref()? {
            Address::Email(address) => {
                let (_, host) = address.rsplit_once('@')?;
                Some(link::is_official(host))
            }
            Address::Link(link) => Some(link::is_official(link::host(link))),
            _ => None,
        }
    }

    /// Whether both are the same channel with the same address, wherever they stand.
    pub fn is_same(&self, other: &Self) -> bool {
        self.kind == other.kind && self.address == other.address
    }
}
