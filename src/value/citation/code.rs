//! Codes inside a number: `PER-8/PJ/2025`, `215/PMK.05/2016`, `HK.01.07/Menkes/1186/2022`.

use super::head::Head;
use super::number::{self, serial_of};
use super::source::Source;
use super::{Bodies, Body, Kind, Number};

/// A head read from the number alone: `PER-8/PJ/2025`, `215/PMK.05/2016`,
/// `HK.01.07/Menkes/1186/2022`.
pub(super) fn head(src: Source<'_>, at: usize) -> Option<Head> {
    let begins = number::starts_code(src, at)
        || (src.number(at).is_some() && src.is_sign(at + 1, &['/']) && src.word(at + 2).is_some())
        || src.is(at, &["per", "kep"]) && src.is_sign(at + 1, &['/']);
    if !begins || src.is(at, &["SK"]) {
        return None;
    }
    if let Some(head) = transport(src, at) {
        return Some(head);
    }
    let read = number::read(src, at, Kind::Permen);
    let text = read
        .number
        .filter(|_| read.year.is_some())?
        .text
        .to_uppercase();
    let segments: Vec<&str> = text.split('/').collect();
    let known = body(&text);
    let mark = |marks: &[&str]| {
        segments
            .iter()
            .any(|s| s.split(['-', '.', ' ']).any(|part| marks.contains(&part)))
    };
    let regulation = mark(&["PER", "PERMEN", "PRT", "PMK"]);
    let decision = mark(&["SK", "KEP", "KEPMEN", "KPTS", "KMK", "HK"]);
    let mut is_ministry = known.as_ref().is_some_and(|(_, ministry)| *ministry);
    // `P.102/MENLHK/...`, `PER.16/MEN/2010`: the ministries of forestry, labour and fisheries.
    let regulation = regulation || is_ministry && src.is(at, &["P"]);
    let some_minister = regulation && segments.iter().skip(1).any(|s| *s == "MEN");
    is_ministry |= some_minister;
    if src.is(at, &["SE"]) {
        return known.is_some().then(|| plain(Kind::SuratEdaran, at));
    }
    let kind = match (regulation, decision, is_ministry) {
        (true, _, true) => Kind::Permen,
        (true, _, false) => Kind::Peraturan,
        (_, true, true) => Kind::Kepmen,
        (_, true, false) => Kind::Keputusan,
        _ => return None,
    };
    // Without a body only the directorates' own form is sure: `PER-8/2025`.
    let is_own_form = segments.len() == 1 && src.is_sign(at + 1, &['-']);
    if known.is_none() && !is_own_form && !some_minister {
        return None;
    }
    Some(plain(kind, at))
}

/// A head of nothing but its kind; the number begins at `at`.
fn plain(kind: Kind, at: usize) -> Head {
    Head {
        kind,
        body: None,
        region: None,
        republik: None,
        is_sure: true,
        title: None,
        end: at,
    }
}

/// `PM 26 Tahun 2015`, `KM. 52 Tahun 2007`: the ministry of transport needs no other words.
fn transport(src: Source<'_>, at: usize) -> Option<Head> {
    let kind = match src.word(at)? {
        "PM" => Kind::Permen,
        "KM" => Kind::Kepmen,
        _ => return None,
    };
    let number = src.skip(at + 1, &['.', '-']);
    let is_number = src.number(number).is_some_and(|n| n.len() <= 4);
    if !is_number || !number::is_year_word(src, number + 1) {
        return None;
    }
    let known = Bodies::builtin().by_id("hub")?;
    Some(Head {
        body: Some(Body {
            id: Some(known.id.to_owned()),
            name: known.name.to_owned(),
            ambiguous: None,
            range: src.range(at, at + 1),
        }),
        ..plain(kind, number)
    })
}

/// The body whose code stands in the number, and whether it is a ministry.
fn body(number: &str) -> Option<(Body, bool)> {
    let segments: Vec<&str> = number.split('/').collect();
    let pairs = segments.windows(2).map(|pair| pair.join("-"));
    let singles = segments.iter().map(|s| (*s).to_owned());
    let known = pairs
        .chain(singles)
        .find_map(|s| Bodies::builtin().by_code(&s))?;
    let is_directorate = known.id.starts_with("ditjen-");
    let name = if is_directorate {
        format!("Direktur Jenderal {}", known.name)
    } else {
        known.name.to_owned()
    };
    let body = Body {
        id: Some(known.id.to_owned()),
        name,
        ambiguous: None,
        range: 0..0,
    };
    Some((body, known.is_ministry))
}

/// Fills in or corrects the body by the code inside the number. Gives the kind: a regulation
/// or decision whose number names a ministry is the minister's.
pub(super) fn settle_body(body: &mut Option<Body>, kind: Kind, number: &mut Number) -> Kind {
    let open = body.as_ref().is_none_or(|b| b.ambiguous.is_some());
    if !kind.has_body() || !open {
        return kind;
    }
    let Some((found, is_ministry)) = self::body(&number.text) else {
        return kind;
    };
    let kind = match kind {
        Kind::Permen | Kind::Kepmen if !is_ministry => return kind,
        Kind::Peraturan if is_ministry => Kind::Permen,
        Kind::Keputusan if is_ministry => Kind::Kepmen,
        other => other,
    };
    let name = match kind {
        Kind::Permen | Kind::Kepmen => found.name.clone(),
        _ if is_ministry => format!("Menteri {}", found.name),
        _ => found.name.clone(),
    };
    let range = body
        .as_ref()
        .map_or(number.range.clone(), |b| b.range.clone());
    *body = Some(Body {
        name,
        range,
        ..found
    });
    number.serial = serial_of(&number.text, kind);
    kind
}
