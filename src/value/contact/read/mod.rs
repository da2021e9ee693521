//! Puts channel words and addresses together.

use std::ops::Range;

use super::labels::Label;
use super::lex::{Item, Piece, items};
use super::{Address, Contact, ContactError, ContactKind as Kind, Network, place};

mod bind;

/// The address of SP4N-LAPOR!, known to all.
const LAPOR_HOST: &str = "lapor.go.id";

type Read = Result<Contact, ContactError>;

/// All channels in the text. `one` says the text is one entry of a list of channels, so that
/// a number alone is one, too.
pub(super) fn read(text: &str, one: bool) -> Vec<Read> {
    let items = items(text);
    let mut reader = Reader {
        text,
        hint: false,
        ..Reader::default()
    };
    reader.hint = one
        && items
            .first()
            .is_some_and(|item| matches!(item.piece, Piece::Phone(_)));
    for item in &items {
        reader.take(item);
    }
    reader.flush();
    let mut found = reader.found;
    // A channel whose address came late was named before others.
    found.sort_by_key(start);
    found
}

fn start(found: &Read) -> usize {
    match found {
        Ok(contact) => contact.range.start,
        Err(error) => error.range().map_or(0, |range| range.start),
    }
}

/// Channels that have a place instead of a number or a name.
fn is_place(kind: Kind) -> bool {
    matches!(kind, Kind::InPerson | Kind::Post | Kind::Box | Kind::Book)
}

/// A channel named, waiting for its address.
#[derive(Debug, Clone)]
struct Waiting {
    kind: Kind,
    range: Range<usize>,
    bound: bool,
    /// `Alamat`, which may be that of an email or a website.
    open: bool,
    /// The name is a place itself: `Loket Pengaduan`.
    spot: bool,
}

#[derive(Debug, Default)]
struct Reader<'a> {
    text: &'a str,
    found: Vec<Read>,
    group: Vec<Waiting>,
    /// SP4N-LAPOR! named, with other channels behind that may be its own.
    lapor: Option<Range<usize>>,
    /// The words behind the group.
    tail: Option<Range<usize>>,
    /// Whether more words belong to the tail.
    tail_open: bool,
    /// Only words such as `dan` stand behind the last channel name.
    clean: bool,
    /// Nothing at all stands behind it.
    direct: bool,
    colon: bool,
    /// The words between the channel name and the colon: `Youtube Channel: ...`.
    before_colon: Option<Range<usize>>,
    /// A number is expected even without the name of a channel.
    hint: bool,
    /// A number was just read, or a bracket opened right behind it.
    behind_number: Behind,
}

/// `0812-3456-7890 (WA)` names the channel behind its number.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Behind {
    #[default]
    No,
    Number,
    Bracket,
}

impl<'a> Reader<'a> {
    fn take(&mut self, item: &Item) {
        if item.new_line && !self.colon {
            self.flush();
        }
        let behind = std::mem::take(&mut self.behind_number);
        match &item.piece {
            Piece::Open if behind == Behind::Number => self.behind_number = Behind::Bracket,
            Piece::Close => {}
            _ if behind == Behind::Bracket => self.behind_number = Behind::Bracket,
            _ => {}
        }
        match &item.piece {
            Piece::Label(Label::Channel(kind))
                if behind == Behind::Bracket && self.named_behind(*kind) =>
            {
                self.tail_open = false;
            }
            // `email; humas@kab.go.id`
            Piece::Break if self.direct && !self.waits_for(|waiting| waiting.spot) => self.colon(),
            Piece::Label(Label::Mark) | Piece::Break => {
                self.flush();
                self.hint = false;
            }
            Piece::Label(label) if self.is_part_of_name(*label) => self.word(item),
            Piece::Label(label) => self.label(*label, item.range.clone()),
            Piece::Found(found) => self.address(found, item),
            Piece::Phone(scanned) => self.phone(scanned, item),
            Piece::Word => self.word(item),
            Piece::Colon => self.colon(),
            Piece::Sep => {
                // `Facebook/Messenger Dinas Sosial`: the name may follow a slash.
                let slash = self.direct && self.text.get(item.range.clone()) == Some("/");
                self.tail_open &= slash || self.waits_for_place();
                self.direct = false;
            }
            Piece::Open | Piece::Close => {
                // `Facebook (Dinas Sosial)`: the name may stand in brackets.
                let open = matches!(item.piece, Piece::Open);
                self.tail_open = open && self.direct && self.tail.is_none();
                self.direct = false;
            }
        }
    }

    fn colon(&mut self) {
        self.direct = false;
        if self.colon || !self.waits_for(|_| true) {
            return;
        }
        if self.waits_for(|waiting| waiting.spot) {
            // `Loket Pengaduan: lantai 1` is one place, `Kotak Saran: ...` is not.
            self.tail_open &= self.waits_for(|waiting| waiting.kind == Kind::InPerson);
            return;
        }
        // `Datang langsung ke kantor: lantai 1` goes on as one place, too.
        if self.tail.is_some() && self.waits_for(|waiting| waiting.kind == Kind::InPerson) {
            return;
        }
        self.colon = true;
        self.before_colon = self.tail.take();
        self.tail_open = true;
    }

    fn waits_for(&self, wanted: impl Fn(&Waiting) -> bool) -> bool {
        self.group
            .iter()
            .any(|waiting| !waiting.bound && wanted(waiting))
    }

    /// Places go on behind a comma: `Kantor Camat, Jl. Merdeka`.
    fn waits_for_place(&self) -> bool {
        self.waits_for(|waiting| matches!(waiting.kind, Kind::InPerson | Kind::Post))
    }

    /// `Facebook: Kantor Camat`, `Alamat: Jl. Merdeka`: places inside what is expected.
    fn is_part_of_name(&self, label: Label) -> bool {
        let place = match label {
            Label::Visit | Label::Spot(_) | Label::Street | Label::Address => true,
            Label::Hint | Label::Channel(_) | Label::Mark => false,
        };
        let named = |waiting: &Waiting| {
            let box_or_visit = matches!(label, Label::Visit | Label::Spot(Kind::Box | Kind::Book));
            let post = waiting.kind == Kind::Post && !box_or_visit;
            let name = matches!(waiting.kind, Kind::Social(_) | Kind::App);
            (name || post) && !waiting.spot && !waiting.bound
        };
        let after = self.colon || self.direct || (self.tail_open && self.tail.is_some());
        let street = label == Label::Street && self.waits_for_place() && self.tail_open;
        // `Kotak Saran di ruang pelayanan`
        let behind_box = self.tail_open
            && self.group.last().is_some_and(|last| {
                matches!(last.kind, Kind::Box | Kind::Book)
                    && self
                        .tail
                        .as_ref()
                        .is_some_and(|tail| tail.end > last.range.end)
            });
        place && (street || behind_box || (after && self.group.last().is_some_and(named)))
    }

    fn label(&mut self, label: Label, range: Range<usize>) {
        match label {
            Label::Channel(kind) => self.channel(kind, range),
            Label::Hint => self.hint = true,
            Label::Address => self.name(Kind::Post, range, true, false),
            Label::Visit => self.name(Kind::InPerson, range, false, false),
            Label::Street => self.name(Kind::Post, range, false, true),
            Label::Spot(kind) => {
                let open = self.tail_open;
                let visit = |waiting: &Waiting| {
                    waiting.kind == Kind::InPerson && !waiting.bound && (open || !waiting.spot)
                };
                match self.group.as_mut_slice() {
                    // `Datang langsung ke loket`: one channel.
                    [only] if kind == Kind::InPerson && visit(only) => {
                        // `ke loket` begins with the desk, `ke petugas loket` before it.
                        let text = self.text;
                        let begun = |tail: &Range<usize>| {
                            only.spot || place::place(text, tail, true).is_some()
                        };
                        let from = self.tail.clone().filter(begun);
                        only.spot = true;
                        self.tail = Some(from.map_or(range.start, |tail| tail.start)..range.end);
                        self.tail_open = true;
                        self.clean = false;
                    }
                    _ => self.name(kind, range, false, true),
                }
            }
            Label::Mark => {}
        }
    }

    fn channel(&mut self, kind: Kind, range: Range<usize>) {
        if kind == Kind::Lapor {
            let before = self
                .group
                .last()
                .filter(|_| self.direct)
                .map(|last| last.kind);
            // `Website SP4N-LAPOR!`, `aplikasi LAPOR!`
            if matches!(
                before,
                Some(Kind::Website | Kind::App | Kind::Social(_) | Kind::Sms)
            ) {
                self.group.pop();
            }
            // `... Nasional (SP4N) LAPOR!` names it once.
            if self.lapor.is_some() || self.waits_for(|waiting| waiting.kind == Kind::Lapor) {
                self.tail_open = false;
                return;
            }
        }
        if self
            .group
            .iter()
            .any(|waiting| waiting.kind == Kind::Lapor && !waiting.bound)
        {
            let place = self
                .group
                .iter()
                .position(|waiting| waiting.kind == Kind::Lapor);
            if let Some(at) = place {
                let waiting = self.group.remove(at);
                self.flush_lapor();
                self.lapor = Some(waiting.range);
            }
        }
        self.name(kind, range, false, false);
    }

    /// A channel name: joins those right before it, or begins anew.
    fn name(&mut self, kind: Kind, range: Range<usize>, open: bool, spot: bool) {
        let joins = self.clean
            && self.tail.is_none()
            && !spot
            && self.group.iter().all(|waiting| {
                let same = is_place(waiting.kind) == is_place(kind) || waiting.open;
                !waiting.bound && !waiting.spot && same
            });
        if !joins {
            let lapor = self.lapor.take();
            self.flush();
            self.lapor = lapor;
        }
        if let Some(last) = self.group.last() {
            let vague = last.open
                || last.kind == Kind::Social(Network::Unnamed)
                || (self.direct && last.kind == Kind::App);
            if vague {
                self.group.pop();
            }
        }
        if spot {
            self.tail = Some(range.clone());
        }
        if !self.group.iter().any(|waiting| waiting.kind == kind) {
            self.group.push(Waiting {
                kind,
                range,
                bound: false,
                open,
                spot,
            });
        }
        self.clean = !spot;
        self.direct = true;
        self.tail_open = true;
        self.colon = false;
    }

    fn word(&mut self, item: &Item) {
        let word = self.text.get(item.range.clone()).unwrap_or_default();
        let joint = ["dan", "atau", "maupun", "serta", "juga", "no", "nomor", "."];
        let fills =
            self.tail.is_none() && joint.iter().any(|joint| word.eq_ignore_ascii_case(joint));
        self.direct = false;
        if self.group.is_empty() || fills {
            return;
        }
        self.clean = false;
        if !self.tail_open {
            return;
        }
        let in_box = |waiting: &Waiting| matches!(waiting.kind, Kind::Box | Kind::Book);
        if self.group.iter().any(in_box) {
            let only_name = self.tail.as_ref().map(|tail| tail.end)
                == self.group.last().map(|waiting| waiting.range.end);
            if only_name && !place::says_where(word) {
                self.tail_open = false;
                return;
            }
        }
        let start = self
            .tail
            .as_ref()
            .map_or(item.range.start, |tail| tail.start);
        self.tail = Some(start..item.range.end);
    }

    fn flush_lapor(&mut self) {
        if let Some(range) = self.lapor.take() {
            self.found.push(Ok(Contact {
                kind: Kind::Lapor,
                address: Some(Address::Link(LAPOR_HOST.to_owned())),
                range,
                address_range: None,
            }));
        }
    }

    /// Ends the group: what has no address yet gets the words behind it, or none.
    fn flush(&mut self) {
        self.flush_lapor();
        let before_colon = self.before_colon.take();
        let tail = self.tail.take().or(before_colon);
        let group = std::mem::take(&mut self.group);
        // The words belong to the last name: `tatap muka, Instagram: Dinas Sosial`.
        let named = |kind: Kind| matches!(kind, Kind::Social(_) | Kind::App);
        let last = group.last().map(|waiting| named(waiting.kind));
        for waiting in group {
            if waiting.bound {
                continue;
            }
            let text = self.text;
            let behind = tail.as_ref().filter(|_| last == Some(named(waiting.kind)));
            let address = match waiting.kind {
                Kind::Lapor => Some(Address::Link(LAPOR_HOST.to_owned())),
                Kind::Social(_) | Kind::App => behind
                    .and_then(|tail| place::name(text, tail, self.colon, waiting.kind == Kind::App))
                    .map(Address::Account),
                Kind::InPerson | Kind::Post | Kind::Box | Kind::Book => {
                    let led = waiting.kind == Kind::InPerson && !waiting.spot && !self.colon;
                    behind
                        .and_then(|tail| place::place(text, tail, led))
                        .map(Address::Place)
                }
                _ => None,
            };
            let written = behind.filter(|_| address.is_some() && waiting.kind != Kind::Lapor);
            let end = written.map_or(waiting.range.end, |tail| tail.end.max(waiting.range.end));
            self.found.push(Ok(Contact {
                kind: waiting.kind,
                range: waiting.range.start..end,
                address_range: written.cloned(),
                address,
            }));
        }
        self.tail_open = false;
        self.clean = false;
        self.direct = false;
        self.colon = false;
    }
}
