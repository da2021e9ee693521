//! Gives addresses to the channels that wait for them.

use std::ops::Range;

use super::{Behind, LAPOR_HOST, Read, Reader};
use crate::value::contact::lex::Item;
use crate::value::contact::link::{self, EmailProblem, Found};
use crate::value::contact::phone::{self, Line, Scanned};
use crate::value::contact::{
    Address, Contact, ContactError, ContactKind as Kind, Network, PhoneNumber,
};

/// The number of SP4N-LAPOR! for text messages.
const LAPOR_NUMBER: &str = "1708";
/// Its name on social networks.
const LAPOR_ACCOUNT: &str = "lapor1708";

impl Reader<'_> {
    /// A channel named in brackets behind its number; whether there is such a number.
    pub(super) fn named_behind(&mut self, kind: Kind) -> bool {
        let called = [Kind::Phone, Kind::Whatsapp, Kind::Sms, Kind::Fax];
        let Some(Ok(last)) = self.found.last_mut() else {
            return false;
        };
        if !called.contains(&kind) || !called.contains(&last.kind) {
            return false;
        }
        if last.address_range.as_ref() == Some(&last.range) && last.kind == Kind::Phone {
            last.kind = kind;
        } else if last.kind != kind {
            let other = Contact {
                kind,
                ..last.clone()
            };
            self.found.push(Ok(other));
        }
        true
    }

    /// An address of some kind: goes to the channels that wait for one.
    pub(super) fn address(&mut self, found: &Found, item: &Item) {
        let range = item.range.clone();
        match found {
            Found::Email(Ok(address)) => {
                self.bind(
                    Address::Email(address.clone()),
                    &[Kind::Email],
                    Kind::Email,
                    range,
                );
            }
            Found::Email(Err(problem)) => {
                self.bound(&[Kind::Email]);
                self.found.push(Err(ContactError::Email {
                    problem: *problem,
                    range,
                }));
            }
            Found::Handle(name) => self.handle(name, item),
            Found::Link(Err(problem)) => {
                self.bound(&[Kind::Website]);
                self.found.push(Err(ContactError::Link {
                    problem: *problem,
                    range,
                }));
            }
            Found::Link(Ok(link)) => self.link(link, range),
        }
        self.after_address();
    }

    fn after_address(&mut self) {
        self.tail_open = false;
        self.clean = false;
        self.direct = false;
    }

    fn handle(&mut self, name: &str, item: &Item) {
        let range = item.range.clone();
        if name.eq_ignore_ascii_case(LAPOR_ACCOUNT) {
            return self.as_lapor(Address::Account(LAPOR_ACCOUNT.to_owned()), range);
        }
        let social: Vec<Kind> = self.social();
        self.bind(
            Address::Account(name.to_owned()),
            &social,
            Kind::Social(Network::Unnamed),
            range,
        );
    }

    fn social(&self) -> Vec<Kind> {
        let kinds = self.group.iter().map(|waiting| waiting.kind);
        kinds
            .filter(|kind| matches!(kind, Kind::Social(_)))
            .collect()
    }

    fn link(&mut self, link: &str, range: Range<usize>) {
        let host = link::host(link).trim_start_matches("www.");
        if host == LAPOR_HOST || host.ends_with(".lapor.go.id") {
            return self.as_lapor(Address::Link(LAPOR_HOST.to_owned()), range);
        }
        if let Some(number) = whatsapp_number(link) {
            self.bound(&[Kind::Website]);
            return self.bind(
                Address::Phone(number),
                &[Kind::Whatsapp],
                Kind::Whatsapp,
                range,
            );
        }
        let email_only = self.waits_for(|waiting| waiting.kind == Kind::Email)
            && !self.waits_for(|waiting| waiting.kind != Kind::Email)
            && !link.contains("://")
            && !host.contains('/')
            && !link.starts_with("www.");
        if email_only {
            self.bound(&[Kind::Email]);
            self.found.push(self.without_at(link, range));
            return;
        }
        let network = network_of(host);
        let mut wanted = self.social();
        let mut own = Kind::Website;
        if let Some(network) = network {
            own = Kind::Social(network);
            self.bound(&[Kind::Website]);
            wanted.retain(|kind| matches!(kind, Kind::Social(known) if *known == network || *known == Network::Unnamed));
        } else {
            wanted = vec![Kind::Website, Kind::App];
        }
        self.bind(Address::Link(link.to_owned()), &wanted, own, range);
    }

    /// A domain where an email address should stand.
    fn without_at(&self, domain: &str, range: Range<usize>) -> Read {
        let before = self.text.get(..range.start).unwrap_or_default().trim_end();
        let hidden = ["[at]", "(at)", "[@]"]
            .iter()
            .find_map(|at| before.strip_suffix(at));
        if let Some(name) = hidden {
            let name = name.trim_end();
            let sign =
                |sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '-'));
            let start = name.char_indices().rfind(|(_, at)| sign(*at));
            let start = start.map_or(0, |(at, sign)| at + sign.len_utf8());
            if let Some(name) = name.get(start..).filter(|name| !name.is_empty()) {
                return Ok(Contact {
                    kind: Kind::Email,
                    address: Some(Address::Email(format!("{name}@{domain}"))),
                    range: start..range.end,
                    address_range: Some(start..range.end),
                });
            }
        }
        let problem = if before.ends_with('@') {
            EmailProblem::NoName
        } else {
            EmailProblem::NoAt
        };
        Err(ContactError::Email { problem, range })
    }

    pub(super) fn phone(&mut self, scanned: &Scanned, item: &Item) {
        let range = item.range.clone();
        if let Ok(PhoneNumber {
            line: Line::Short(code),
            ..
        }) = &scanned.result
            && code == LAPOR_NUMBER
            && (self.hint || !self.group.is_empty() || self.lapor.is_some())
        {
            let number = PhoneNumber {
                line: Line::Short(code.clone()),
                extension: None,
            };
            self.as_lapor(Address::Phone(number), range);
            return self.after_address();
        }
        let wanted = [
            Kind::Phone,
            Kind::Whatsapp,
            Kind::Sms,
            Kind::Fax,
            Kind::Social(Network::Telegram),
        ];
        let named = self
            .group
            .iter()
            .any(|waiting| wanted.contains(&waiting.kind));
        // Behind a first number only a clear one is another: `895803/04`, `21056 (24 jam)`.
        let second = self
            .group
            .iter()
            .any(|waiting| waiting.bound && wanted.contains(&waiting.kind));
        let expected = (named && !second) || (self.hint && self.group.is_empty());
        if !(scanned.clear || expected) {
            return self.word(item);
        }
        match &scanned.result {
            Ok(number) => {
                self.bind(Address::Phone(number.clone()), &wanted, Kind::Phone, range);
            }
            Err(problem) => {
                self.bound(&wanted);
                self.found.push(Err(ContactError::Phone {
                    problem: *problem,
                    range,
                }));
            }
        }
        self.hint = false;
        self.after_address();
        if scanned.result.is_ok() {
            self.behind_number = Behind::Number;
        }
    }

    /// An address that only SP4N-LAPOR! has.
    fn as_lapor(&mut self, address: Address, range: Range<usize>) {
        let named = self.lapor.take().or_else(|| {
            let at = self
                .group
                .iter()
                .position(|waiting| waiting.kind == Kind::Lapor)?;
            let waiting = self.group.remove(at);
            (!waiting.bound).then_some(waiting.range)
        });
        // `SMS 1708`, `Twitter @lapor1708`: the channel names before it are spoken for.
        for waiting in &mut self.group {
            waiting.bound |= !matches!(waiting.kind, Kind::Email | Kind::InPerson | Kind::Post);
        }
        let start = named.map_or(range.start, |named| named.start.min(range.start));
        let contact = Contact {
            kind: Kind::Lapor,
            address: Some(address),
            range: start..range.end,
            address_range: Some(range),
        };
        self.found.push(Ok(contact));
    }

    /// Marks the waiting channels of these kinds as having an address.
    fn bound(&mut self, kinds: &[Kind]) {
        for waiting in &mut self.group {
            waiting.bound |= kinds.contains(&waiting.kind);
        }
    }

    /// Gives an address to the named channels of the wanted kinds; where none is named it
    /// makes a channel of its own kind.
    fn bind(&mut self, address: Address, wanted: &[Kind], own: Kind, range: Range<usize>) {
        let mut fits = false;
        for waiting in self
            .group
            .iter_mut()
            .filter(|waiting| wanted.contains(&waiting.kind))
        {
            fits = true;
            let start = if waiting.bound {
                range.start
            } else {
                waiting.range.start
            };
            waiting.bound = true;
            self.found.push(Ok(Contact {
                kind: waiting.kind,
                address: Some(address.clone()),
                range: start..range.end,
                address_range: Some(range.clone()),
            }));
        }
        if !fits {
            self.found.push(Ok(Contact {
                kind: own,
                address: Some(address),
                range: range.clone(),
                address_range: Some(range),
            }));
        }
    }
}

/// The number of a `wa.me` or `api.whatsapp.com` link.
fn whatsapp_number(link: &str) -> Option<PhoneNumber> {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    let path = rest.strip_prefix("wa.me/").or_else(|| {
        let query = rest.strip_prefix("api.whatsapp.com/send")?;
        query.split_once("phone=").map(|(_, number)| number)
    })?;
    let path = path.trim_start_matches(['+', '%']);
    let digits: String = path
        .chars()
        .take(20)
        .take_while(char::is_ascii_digit)
        .collect();
    let line = phone::classify(&digits, digits.starts_with("62"), false).ok()?;
    Some(PhoneNumber {
        line,
        extension: None,
    })
}

fn network_of(host: &str) -> Option<Network> {
    let site = |name: &str| {
        host == name
            || host
                .strip_suffix(name)
                .is_some_and(|sub| sub.ends_with('.'))
    };
    let sites = [
        ("instagram.com", Network::Instagram),
        ("facebook.com", Network::Facebook),
        ("fb.com", Network::Facebook),
        ("twitter.com", Network::X),
        ("x.com", Network::X),
        ("tiktok.com", Network::Tiktok),
        ("youtube.com", Network::Youtube),
        ("youtu.be", Network::Youtube),
        ("t.me", Network::Telegram),
        ("threads.net", Network::Threads),
    ];
    sites
        .into_iter()
        .find(|(name, _)| site(name))
        .map(|(_, network)| network)
}
