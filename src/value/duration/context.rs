//! What stands around a time: label, condition, and whether it is a time limit at all.

use std::ops::Range;

use super::duty;
use super::find::Use;
use super::quantity::quantity;
use super::unit::{Unit, is_unit, single};
use crate::value::scan::{Token, TokenKind};

/// Words a condition begins with.
const CONDITION: &[&str] = &[
    "setelah",
    "sejak",
    "apabila",
    "jika",
    "bila",
    "bilamana",
    "jikalau",
    "kalau",
    "terhitung",
    "dihitung",
    "terhitungnya",
    "dengan",
    "untuk",
    "per",
    "tergantung",
    "bergantung",
    "bagi",
    "sebelum",
    "sesudah",
    "semenjak",
    "dari",
    "pada",
    "kecuali",
    "ketika",
    "saat",
    "setiap",
    "menyesuaikan",
    "disesuaikan",
    "sesuai",
    "tidak",
    "di",
    "sampai",
    "hingga",
    "asalkan",
    "selama",
    "mulai",
    "/",
    "terkecuali",
    "sepanjang",
    "dalam",
    "berdasarkan",
    "atau",
    "tiap",
];

/// Words that take a promise back.
const OPEN: &[&str] = &[
    "tergantung",
    "bergantung",
    "menyesuaikan",
    "disesuaikan",
    "tentatif",
    "fleksibel",
    "kondisional",
    "kondisionil",
    "situasional",
];

/// What a time that is `sesuai` this depends on.
const UNFORESEEN: &[&str] = &[
    "kebutuhan",
    "keperluan",
    "kondisi",
    "keadaan",
    "situasi",
    "kasus",
    "kasusnya",
];

/// Days of the week; `minggu` is left out, it is a unit.
const WEEKDAYS: &[&str] = &[
    "senin", "selasa", "rabu", "kamis", "jumat", "jum", "sabtu", "ahad",
];

/// Whether the word is a day of the week.
pub(super) fn is_weekday(word: &Token<'_>) -> bool {
    word.is_any(WEEKDAYS)
}

/// What the time from `first` to before `next` is used for.
pub(super) fn usage(tokens: &[Token<'_>], bound: usize, first: usize, next: usize) -> Use {
    let back = |from: usize, steps: usize| from.checked_sub(steps).and_then(|at| tokens.get(at));
    let is_back =
        |steps: usize, words: &[&str]| back(bound, steps).is_some_and(|t| t.is_any(words));
    let is_next =
        |steps: usize, words: &[&str]| tokens.get(next + steps).is_some_and(|t| t.is_any(words));
    let age = &["usia", "umur", "berusia", "berumur", "umurnya", "usianya"];
    let between = &[
        "kehamilan",
        "anak",
        "pasien",
        "pemohon",
        "maksimal",
        "paling",
        "rendah",
        "tinggi",
        "di",
        "atas",
        "bawah",
        "antara",
        "minimal",
    ];
    let words = (1..4).take_while(|steps| *steps == 1 || is_back(steps - 1, between));
    if words.into_iter().any(|steps| is_back(steps, age))
        || back(first, 1).is_some_and(|t| t.is_any(age))
        || is_next(0, &["ke"]) && is_next(1, &["atas", "bawah"])
    {
        return Use::Age;
    }
    // `lama pinjam 7 hari`, `arsip disimpan 5 tahun`, `14 hari masa karantina`: how long something is
    // kept.
    let is_kept = (1..3).any(|steps| {
        is_back(steps, &["pinjam", "pinjaman", "pinjamnya"])
            || is_back(steps, &["disimpan", "retensi", "retensinya"])
            || is_back(steps, &["peminjaman"]) && is_back(steps + 1, &["lama", "masa", "batas"])
    }) || is_next(0, &["masa"]);
    if is_kept || (1..4).any(|steps| is_back(steps, &["berlaku", "berlakunya"])) {
        return Use::Validity;
    }
    if duty::is_duty(tokens, bound, next) {
        return Use::Duty;
    }
    let how_often = &["kali", "sekali", "x", "×"];
    let each = &["setiap", "tiap", "per", "saban", "tiaptiap"];
    if is_back(1, each)
        || is_back(1, how_often)
        || is_back(1, &["dalam", "selama", "/", "untuk"]) && is_back(2, how_often)
        || back(first, 1).is_some_and(|t| t.is_any(how_often))
        || is_next(0, &["sekali"])
    {
        return Use::Frequency;
    }
    let is_period = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|t| is_unit(t) || single(t).is_some())
    };
    if is_next(0, &["per", "/", "setiap", "tiap", "dalam"]) && is_period(next + 1)
        || tokens.get(next).is_some_and(|t| single(t).is_some())
        || is_next(0, &["dalam", "per", "setiap", "tiap"]) && counts_period(tokens, next + 1)
        || quantity(tokens, next, false).is_some_and(|q| {
            tokens.get(q.next).is_some_and(|t| t.is_any(&["kali", "x"]))
                && !tokens
                    .get(q.next + 1)
                    .is_some_and(|t| t.kind == TokenKind::Number)
        })
    {
        return Use::Frequency;
    }
    // `Pelayanan 24 jam`, with nothing before it, is always open, day after day.
    let round_the_clock = &["pelayanan", "layanan", "siaga", "igd", "ugd", "piket"];
    if bound == 1 && bound == first && is_back(1, round_the_clock) && is_whole_day(tokens, first) {
        return Use::Frequency;
    }
    let open = &["buka", "beroperasi", "operasional"];
    // `15 menit (Senin-Jumat ...)` and `paling lama 5 hari kerja (Senin-Jumat)` are promises,
    // with the days on which the office is open behind them.
    let is_promise = bound < first || is_short(tokens, first);
    let weekdays = !is_promise
        && tokens
            .get(next..tokens.len().min(next + 3))
            .is_some_and(|near| near.iter().any(is_weekday))
        && is_next(
            0,
            &["(", ",", ":", "senin", "yaitu", "dari", "pada", "-", "hari"],
        );
    if is_back(1, open) || weekdays || is_next(0, &["nonstop", "non"]) {
        return Use::Schedule;
    }
    Use::Time
}

/// `24 jam`.
fn is_whole_day(tokens: &[Token<'_>], at: usize) -> bool {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
    is(at, &["24"]) && is(at + 1, &["jam", "jm"])
}

/// Fewer hours than an office is open, or minutes.
fn is_short(tokens: &[Token<'_>], first: usize) -> bool {
    let near = || tokens.iter().skip(first).take(6);
    let unit = near().find(|t| is_unit(t));
    let hours = near().find_map(|t| t.text.parse::<u32>().ok());
    unit.is_some_and(|t| {
        !t.is_any(&["jam", "jm"]) && !t.is_any(&["hari", "hr", "minggu", "bulan", "tahun"])
            || t.is_any(&["jam", "jm"]) && hours.is_some_and(|hours| hours < 5)
    })
}

/// `6 hari dalam 1 minggu`.
fn counts_period(tokens: &[Token<'_>], at: usize) -> bool {
    quantity(tokens, at, false)
        .and_then(|q| tokens.get(q.next))
        .is_some_and(is_unit)
}

/// Whether `1 x 6 bulan` is written, which tells how often.
pub(super) fn product_of_period(parts: &[super::Part]) -> bool {
    parts.iter().any(|part| {
        part.times.is_some() && matches!(part.unit, Unit::Week | Unit::Month | Unit::Year)
    })
}

/// How strongly token `at` begins something new: 0 not at all, 3 a list mark.
fn break_before(text: &str, tokens: &[Token<'_>], at: usize) -> u8 {
    let (Some(token), Some(before)) = (
        tokens.get(at),
        at.checked_sub(1).and_then(|at| tokens.get(at)),
    ) else {
        return 3;
    };
    let space = text.get(before.range.end..token.range.start).unwrap_or("");
    let mark = tokens.get(at + 1).is_some_and(|next| {
        let short = token.kind == TokenKind::Number && token.text.len() <= 2
            || token.kind == TokenKind::Word && token.text.len() == 1;
        let glued = tokens
            .get(at + 2)
            .is_some_and(|t| t.range.start == next.range.end);
        short && next.text == ")" && before.text != "(" || short && next.text == "." && !glued
    });
    let bracketed = token.text == "("
        && tokens.get(at + 1).is_some_and(|t| t.text.len() <= 2)
        && tokens.get(at + 2).is_some_and(|t| t.text == ")");
    if mark && !space.is_empty() || bracketed || token.text == "•" {
        3
    } else if before.text == ";" || space.contains('\n') {
        2
    } else {
        let ends = matches!(before.text, "." | "," | "|") && !space.is_empty();
        u8::from(ends || before.text == "," && token.kind == TokenKind::Word)
    }
}

/// The strongest break in `gap`, the last one of equal ones.
fn strongest(text: &str, tokens: &[Token<'_>], gap: Range<usize>) -> Option<usize> {
    gap.map(|at| (break_before(text, tokens, at), at))
        .filter(|(strength, _)| *strength > 0)
        .max()
        .map(|(_, at)| at)
}

/// Where the text after a time ends and the label of the next one begins.
pub(super) fn split(text: &str, tokens: &[Token<'_>], gap: Range<usize>) -> usize {
    if let Some(at) = strongest(text, tokens, gap.clone()) {
        return at;
    }
    let conditional = tokens
        .get(gap.start)
        .is_some_and(|t| t.is_any(CONDITION) || t.text == "(");
    if conditional { gap.end } else { gap.start }
}

/// Where the text after the last time ends: at a new line, list mark or sentence.
pub(super) fn tail_end(text: &str, tokens: &[Token<'_>], start: usize) -> usize {
    (start..tokens.len())
        .skip(1)
        .find(|at| {
            let sentence = at
                .checked_sub(1)
                .and_then(|at| tokens.get(at))
                .is_some_and(|t| t.text == ".");
            match break_before(text, tokens, *at) {
                0 => false,
                1 => sentence,
                _ => true,
            }
        })
        .unwrap_or(tokens.len())
}

/// The condition in `span`, and whether it takes the time back.
pub(super) fn condition(tokens: &[Token<'_>], span: Range<usize>) -> (Option<Range<usize>>, bool) {
    let mut start = span.start;
    if tokens.get(start).is_some_and(|t| t.text == ",")
        && tokens.get(start + 1).is_some_and(|t| t.is_any(CONDITION))
    {
        start += 1;
    }
    let Some(mut written) = tokens.get(start..span.end) else {
        return (None, false);
    };
    let starts = written
        .first()
        .is_some_and(|t| t.is_any(CONDITION) || t.text == "(");
    if !starts {
        return (None, false);
    }
    while let Some((last, rest)) = written.split_last() {
        let list_word = rest.len() > 1 && last.is_any(&["dan", "sedangkan", "atau"]);
        if !list_word && !matches!(last.text, "." | ";" | "," | "-" | "•") {
            break;
        }
        written = rest;
    }
    if let [first, rest @ ..] = written
        && first.text == "("
    {
        written = match rest.iter().position(|t| t.text == ")") {
            // `(b)` is a list mark.
            Some(1) if rest.first().is_some_and(|t| t.text.len() <= 2) => return (None, false),
            Some(close) if close + 1 == rest.len() => rest.get(..close).unwrap_or_default(),
            _ => rest,
        };
    }
    let open = written.iter().take(12).any(|t| t.is_any(OPEN)) || takes_back(written);
    let range = written
        .first()
        .zip(written.last())
        .map(|(first, last)| first.range.start..last.range.end);
    (range, open)
}

/// `sesuai kebutuhan`, `atau lebih`, `jika memungkinkan` and `bila Camat berada di
/// tempat`, but not `sesuai kondisi normal` or `atau lebih cepat`.
fn takes_back(written: &[Token<'_>]) -> bool {
    let is = |at: usize, words: &[&str]| written.get(at).is_some_and(|t| t.is_any(words));
    let earlier = &["cepat", "awal", "dini", "singkat", "pendek", "kurang"];
    (0..written.len().min(12)).any(|at| {
        let object = at + 1 + usize::from(is(at + 1, &["dengan", "dgn", "dg"]));
        is(at, &["sesuai"]) && is(object, UNFORESEEN) && !is(object + 1, &["normal"])
            || is(at, &["atau", "/"]) && is(at + 1, &["lebih"]) && !is(at + 2, earlier)
            || is(at, &["jika", "bila", "apabila", "kalau"]) && is(at + 1, &["memungkinkan"])
            || is(at, &["ada", "berada"]) && is(at + 1, &["di"]) && is(at + 2, &["tempat"])
    })
}

/// The label in `span`, without list marks and closing signs.
pub(super) fn label(tokens: &[Token<'_>], span: Range<usize>) -> Option<Range<usize>> {
    let mut written = tokens.get(span)?;
    loop {
        written = match written {
            [mark, sign, rest @ ..]
                if matches!(sign.text, "." | ")")
                    && mark.text.len() <= 2
                    && mark.kind != TokenKind::Sign =>
            {
                rest
            }
            [sign, rest @ ..] if sign.kind == TokenKind::Sign => rest,
            [word, rest @ ..] if word.is_any(&["dan", "sedangkan", "atau"]) => rest,
            [rest @ .., last]
                if last.kind == TokenKind::Sign && last.text != ")"
                    || last.is_any(&["adalah", "selama", "dalam", "yaitu"]) && !rest.is_empty() =>
            {
                rest
            }
            [rest @ .., within, time]
                if within.is("dalam") && time.is("waktu") && !rest.is_empty() =>
            {
                rest
            }
            _ => break,
        };
    }
    Some(written.first()?.range.start..written.last()?.range.end)
}
