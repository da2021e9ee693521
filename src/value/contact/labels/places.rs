//! Places and postal addresses, by the words they begin with.

use super::{Label, phrase};
use crate::value::contact::ContactKind as Kind;
use crate::value::scan::{Token, TokenKind};

/// Places by their own name.
const DESKS: [&str; 16] = [
    "loket",
    "front office",
    "customer service",
    "customer care",
    "helpdesk",
    "help desk",
    "resepsionis",
    "posko",
    "pojok pengaduan",
    "desk pengaduan",
    "desk layanan",
    "meja pengaduan",
    "meja informasi",
    "meja pelayanan",
    "unit pengaduan",
    "information desk",
];
/// Places only with one of [`OF_DESKS`] behind.
const ROOMS: [&str; 9] = [
    "ruang", "ruangan", "meja", "unit", "pusat", "pos", "desk", "counter", "gerai",
];
const OF_DESKS: [&str; 12] = [
    "pengaduan",
    "aduan",
    "layanan",
    "pelayanan",
    "informasi",
    "humas",
    "konsultasi",
    "keluhan",
    "customer",
    "pelanggan",
    "tamu",
    "sekretariat",
];
const IN_BOXES: [&str; 10] = [
    "saran",
    "pengaduan",
    "aduan",
    "keluhan",
    "kritik",
    "masukan",
    "kepuasan",
    "komplain",
    "aspirasi",
    "pengaduaan",
];
/// The place or postal address whose naming begins with token `at`, and the index behind.
pub(super) fn place(all: &[Token<'_>], at: usize) -> Option<(Label, usize)> {
    let token = all.get(at)?;
    let next = all.get(at + 1).filter(|next| next.kind == TokenKind::Word);
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    if token.is_any(&["kotak", "box"]) && next.is_some_and(|next| next.is_any(&IN_BOXES)) {
        return Some((Label::Spot(Kind::Box), behind_list(all, at + 1)));
    }
    let book = token.is_any(&["buku", "formulir", "form", "blanko", "lembar"]);
    if book && next.is_some_and(|next| next.is_any(&IN_BOXES)) {
        return Some((Label::Spot(Kind::Book), behind_list(all, at + 1)));
    }
    if let Some(end) = DESKS.iter().find_map(|name| phrase(all, at, name)) {
        return Some((Label::Spot(Kind::InPerson), end));
    }
    if token.is_any(&ROOMS) && next.is_some_and(|next| next.is_any(&OF_DESKS)) {
        return Some((Label::Spot(Kind::InPerson), at + 2));
    }
    let hours = before.is_some_and(|word| word.is_any(&["jam", "hari", "pada"]));
    let named = next.is_some_and(|next| next.text.starts_with(char::is_uppercase));
    if token.is_any(&["kantor", "sekretariat"]) && named && !hours {
        return Some((Label::Spot(Kind::InPerson), at + 1));
    }
    if token.is("alamat") {
        return Some((Label::Address, at + 1));
    }
    street(all, at).or_else(|| letter(all, at))
}

/// `Kotak Saran/Pengaduan`, `Buku Keluhan/ pengaduan`, `Kotak kritik dan saran`.
fn behind_list(all: &[Token<'_>], at: usize) -> usize {
    let mut end = at + 1;
    while all
        .get(end)
        .is_some_and(|sign| sign.text == "/" || sign.text == "&" || sign.is("dan"))
        && all.get(end + 1).is_some_and(|word| word.is_any(&IN_BOXES))
    {
        end += 2;
    }
    end
}

/// `Jl. Sudirman`, `Jalan A. Yani No. 5`, but not `jalan keluar`.
fn street(all: &[Token<'_>], at: usize) -> Option<(Label, usize)> {
    let token = all.get(at)?;
    if let Some(end) = phrase(all, at, "po box").or_else(|| phrase(all, at, "kotak pos")) {
        return Some((Label::Street, end));
    }
    let short = token.is_any(&["jl", "jln"]);
    if !short && !token.is("jalan") {
        return None;
    }
    let end = if all.get(at + 1).is_some_and(|sign| sign.text == ".") {
        at + 2
    } else {
        at + 1
    };
    let named = all
        .get(end)
        .is_some_and(|next| next.text.starts_with(char::is_uppercase));
    let capital = token.text.starts_with(char::is_uppercase);
    (short || (named && capital)).then_some((Label::Street, end))
}

/// A letter as a channel, not one of the many papers that are also called `surat`.
fn letter(all: &[Token<'_>], at: usize) -> Option<(Label, usize)> {
    let token = all.get(at)?;
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    let sent =
        before.is_none_or(|word| word.is_any(&["melalui", "via", "lewat", "mengirim", "dengan"]));
    let to = [
        "tertulis",
        "pengaduan",
        "ke",
        "kepada",
        "ditujukan",
        "dialamatkan",
        "aduan",
        "resmi",
    ];
    let next = all.get(at + 1);
    let addressed = next.is_none_or(|next| next.is_any(&to) || next.kind == TokenKind::Sign);
    let writing = token.is_any(&["bersurat", "korespondensi"]);
    if !(writing || (token.is("surat") && sent && addressed)) {
        return None;
    }
    let mut end = at + 1;
    while all.get(end).is_some_and(|word| word.is_any(&to)) {
        end += 1;
    }
    Some((Label::Channel(Kind::Post), end))
}
