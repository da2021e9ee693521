//! The usual mistakes of people who type a document by hand: what they are told, and where.

use super::super::SyntaxReason as R;
use super::*;

/// A text with the place that should be underlined between `«` and `»`.
fn marked(text: &str) -> (String, Span) {
    let start = text.find('«').unwrap();
    let end = text.find('»').unwrap() - '«'.len_utf8();
    (text.replace(['«', '»'], ""), Span::new(start, end))
}

fn check(cases: &[(&str, R)]) {
    let mut wrong = Vec::new();
    for (text, reason) in cases {
        let (text, span) = marked(text);
        let source = source(&text);
        let parsed = parse(&source, &Limits::default());
        let own = parsed.documents.iter().flat_map(Document::problems);
        let found = parsed.problems.iter().chain(own).next();
        let found = found.map(|problem| (&problem.kind, problem.span));
        match found {
            Some((ProblemKind::Syntax(found), at)) if found == reason && at == span => {}
            _ => wrong.push(format!(
                "{text}\n  wanted {reason:?} {:?} {span:?}\n  found  {:?}",
                source.slice(span),
                found.map(|(kind, at)| (kind, source.slice(at), at))
            )),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn colon(key: &str) -> R {
    R::NoSpaceAfterColon { key: key.into() }
}

fn special(character: char) -> R {
    R::SpecialCharacter { character }
}

const SINGLE: char = '\'';
const DOUBLE: char = '"';

#[test]
fn tabs() {
    check(&[
        ("nama: KTP\n«\t»unit: Dinas\n", R::Tab),
        ("persyaratan:\n«\t»- KTP\n", R::Tab),
        ("persyaratan:\n  - KTP\n«\t»- KK\n", R::Tab),
        ("prosedur:\n  - uraian: a\n«\t»  pelaksana: b\n", R::Tab),
        ("prosedur:\n  -«\t»uraian: a\n  \tpelaksana: b\n", R::Tab),
        (
            "prosedur:\n  - uraian: a\tb\n  «\t»waktu: 5 menit\n",
            R::Tab,
        ),
        ("uraian: satu\n«\t»dua\n", R::Tab),
        ("uraian: |\n«\t»satu\n\tdua\n", R::Tab),
        ("a:\n  b: |\n«\t\t»satu\n", R::Tab),
    ]);
}

#[test]
fn no_space_after_the_colon_or_dash() {
    check(&[
        ("«nama:»Budi\nunit: X\n", colon("nama")),
        ("nama: Budi\n«unit:»X\nbiaya: 1\n", colon("unit")),
        ("nama: Budi\nunit: X\n«biaya:»1\n", colon("biaya")),
        ("nama: Budi\nunit: X\n«biaya:»1", colon("biaya")),
        ("a:\n  «nama:»Budi\n  unit: X\n", colon("nama")),
        ("a:\n  - «nama:»Budi\n    unit: X\n", colon("nama")),
        ("a:\n  - nama: Budi\n    «unit:»X\n", colon("unit")),
        ("nama: Budi\n«alamat:»\"Jl. A\"\n", colon("alamat")),
        ("«jangka_waktu:»3 hari\n\nbiaya: 0\n", colon("jangka_waktu")),
        ("a:\n  - KTP\n  «-»KK\n", R::NoSpaceAfterDash),
        ("a:\n  «-»nama: x\n   unit: y\n", R::NoSpaceAfterDash),
    ]);
}

#[test]
fn quotes() {
    let open = |quote| R::UnclosedQuote { quote };
    let inner = |quote| R::QuoteInQuotes { quote };
    check(&[
        ("nama: «\"»Budi\nunit: X\n", open(DOUBLE)),
        ("nama: «\"»Budi\n", open(DOUBLE)),
        ("unit: X\nnama: «'»Budi", open(SINGLE)),
        ("nama: «'»Budi\nunit: X\nbiaya: 'gratis'\n", open(SINGLE)),
        ("nama: «\"»Budi\nunit: X\nbiaya: \"gratis\"\n", open(DOUBLE)),
        ("nama: «\"»Budi\n---\nnama: X\n", open(DOUBLE)),
        ("nama: «'»Budi\n---\nnama: X\n", open(SINGLE)),
        ("a: 1\n---\nnama: «'»Budi\n", open(SINGLE)),
        ("b:\n  - «\"»satu\n  - dua\n  - tiga\n", open(DOUBLE)),
        ("b:\n  - «\"»satu\n  - \"dua\"\n  - tiga\n", open(DOUBLE)),
        ("a:\n  b: «\"»satu\n  c: \"dua\"\n  d: 1\n", open(DOUBLE)),
        ("a: «\"»satu\ndua\"\nb: 1\n", open(DOUBLE)),
        ("«\"»nama: x\nunit: y\n", open(DOUBLE)),
        ("a: [x, «\"»y]\nb: 1\n", open(DOUBLE)),
        ("a: 'it''s'\nb: «'»it''s\nc: 1\n", open(SINGLE)),
        ("hari: 'Jum«'»at'\n", inner(SINGLE)),
        ("hari: 'Jum«'»at\nunit: X\n", inner(SINGLE)),
        ("hari: 'Senin s.d. Jum«'»at pukul 08:00'\n", inner(SINGLE)),
        ("hari:\n  - 'Jum«'»at'\n  - Sabtu\n", inner(SINGLE)),
        ("nama: \"Kartu «\"»Sehat\" Nusantara\"\n", inner(DOUBLE)),
        ("nama: \"«\"»Budi\"\"\nunit: X\n", inner(DOUBLE)),
        ("nama: «\"Budi\" Santoso»\n", R::TextAfterQuote),
        ("nama: «\"Budi\" Santoso» # ketua\n", R::TextAfterQuote),
        ("nama: «\"Budi\" dan \"Ani\"»\n", R::TextAfterQuote),
        ("- «'Budi', 'Ani'»\n", R::TextAfterQuote),
        ("a: «'x' y: 1»\n", R::TextAfterQuote),
        ("«\"nama\" x»\n", R::TextAfterQuote),
        ("a: \"C:«\\U»sers\"\n", R::BadEscape),
        ("a: \"Jl. «\\x»\"\nb: 1\n", R::BadEscape),
        ("a: \"benar \\\\ dan \\t lalu «\\q»\"\n", R::BadEscape),
        ("unit: 'B'«#» Bagian\n", R::NoSpaceBeforeComment),
    ]);
}

#[test]
fn brackets() {
    let bracket = |bracket| R::Bracket { bracket };
    check(&[
        ("a: «[»satu, dua\nb: 1\n", bracket('[')),
        ("a: «[»satu, dua\n", bracket('[')),
        ("a: «{»satu: 1, dua: 2\nb: 1\n", bracket('{')),
        ("a: «{»b: 1\n", bracket('{')),
        ("a: «[»satu, dua}\n", bracket('[')),
        ("a: [x]«]»\n", bracket(']')),
        ("a: «]»\n", bracket(']')),
        ("a: «}» satu\n", bracket('}')),
        ("a: «[»\n  x,\n  y\nb: 1\n", bracket('[')),
        ("a: «[»x\n\n---\nb: 1\n", bracket('[')),
        ("a: «{»b: [x]\n...\nb: 1\n", bracket('{')),
        ("a: «[»x y\nc: [z]\n", bracket('[')),
        ("- «[»a\n- b\n", bracket('[')),
        ("nama: «[»Nama Pemohon\nunit: X\n", bracket('[')),
        ("nama: «[Nama] bin [Ayah]»\nunit: X\n", R::TextAfterBracket),
        ("a: «[satu, dua] tiga»\n", R::TextAfterBracket),
        ("a: «{nama} wajib»\nb: 1\n", R::TextAfterBracket),
        ("a: «[ ] KTP» # asli\nb: 1\n", R::TextAfterBracket),
        ("- «[x] KTP»\n- [ ] KK\n", R::TextAfterBracket),
        ("«{}|»\n", R::TextAfterBracket),
        ("«{}|»\n---\na: 1\n", R::TextAfterBracket),
        ("*a|\n«|»\n", R::NoColon),
        ("*a|\n«|»\n---\na: 1\n", R::NoColon),
        ("a: «[KTP] |»\nb: 1\n", R::TextAfterBracket),
        ("a: «[KTP]>-» # asli\n\n  isi\nb: 1\n", R::TextAfterBracket),
        ("- «[x] |»\n- b\n", R::TextAfterBracket),
        (
            "{\n  \"nama\": \"x«\"»\n  \"unit\": \"y\"\n}\n",
            R::MissingComma,
        ),
        ("a: [ \"x«\"» \"y\" ]\n", R::MissingComma),
        ("a: {b: «c: d»}\n", R::ColonInValue),
    ]);
}

#[test]
fn indentation() {
    check(&[
        ("persyaratan:\n  - KTP\n «- KK»\n", R::Indentation),
        ("persyaratan:\n    - KTP\n  «- KK»\n", R::Indentation),
        ("nama: a\n  «unit: b»\n", R::Indentation),
        ("a:\n  b: 1\n   «c: 2»\n", R::Indentation),
        ("a:\n    b: 1\n  «c: 2»\n", R::Indentation),
        (" «a: 1»\nb: 2\n", R::Indentation),
        ("# kepala\n  «a: b»\n  c: d\ne: f\n", R::Indentation),
        ("a: 1\n «b: 2»\n", R::Indentation),
        (
            "prosedur:\n  - uraian: a\n   «pelaksana: b»\n",
            R::Indentation,
        ),
        (
            "prosedur:\n  - uraian: a\n     «pelaksana: b»\n",
            R::Indentation,
        ),
        (
            "prosedur:\n  - uraian: a\n  «pelaksana: b»\n",
            R::Indentation,
        ),
        ("a:\n- b: 1\n «c: 2»\n", R::Indentation),
        ("- a\n«b: 1»\n", R::Indentation),
        ("b: 1\n«- a»\n", R::Indentation),
        ("- - a\n «- b»\n", R::Indentation),
        ("nama: \"x\"\n  «- a»\n", R::Indentation),
        ("a: b\n  c\n «d: e»\n", R::Indentation),
        ("a: |\n    satu\n  «dua»\nb: 1\n", R::Indentation),
        ("a: >-\n  satu\n «dua»\nb: 1\n", R::Indentation),
    ]);
}

#[test]
fn a_second_colon() {
    check(&[
        ("judul: «Perda: tentang»\n", R::ColonInValue),
        ("judul: «Perda: tentang» # lihat\n", R::ColonInValue),
        ("waktu: «Senin: 08:00»\nb: 1\n", R::ColonInValue),
        ("- a: «b: c»\n", R::ColonInValue),
        ("- Syarat: «KTP: asli»\n- b\n", R::ColonInValue),
        ("nama: «x:»\n", R::ColonInValue),
        ("b: «‘x’ y: 1»\n", R::ColonInValue),
        (
            "uraian: Pemohon datang\n  «dengan syarat: KTP dan KK»\nwaktu: 1\n",
            R::ColonInValue,
        ),
    ]);
}

#[test]
fn no_colon() {
    check(&[
        ("nama: x\n«biaya»\nunit: y\n", R::NoColon),
        ("nama: x\nunit: y\n«biaya»\n", R::NoColon),
        ("«nama»\nunit: y\n", R::NoColon),
        ("«nama = x»\nunit: y\n", R::NoColon),
        ("persyaratan:\n- KTP\n«KK»\nbiaya: 1\n", R::NoColon),
        ("persyaratan:\n  - KTP\n  «KK»\nbiaya: 1\n", R::NoColon),
        ("persyaratan:\n  1. KTP: asli\n  «2. KK»\n", R::NoColon),
        ("nama: x\n«http://contoh.go.id»\n", R::NoColon),
        (
            "prosedur:\n  - «Pemohon datang»\n    pelaksana: Pemohon\n",
            R::NoColon,
        ),
        ("a: b\n... «x»\n", R::NoColon),
        ("nama: x\n«biaya»\n\n\n---\na: 1\n", R::NoColon),
        ("«<<<<<<< HEAD»\nc: 1\n", R::NoColon),
    ]);
}

#[test]
fn characters_that_yaml_keeps_for_itself() {
    check(&[
        ("nama: «@budi»\n", special('@')),
        ("«@nama: x»\n", special('@')),
        ("diskon: «%20» # persen\n", special('%')),
        ("a: «& dan»\nb: 1\n", special('&')),
        ("a: «| satu dua»\nb: 1\n", special('|')),
        ("a: «> 3 hari»\nb: 1\n", special('>')),
        ("a: «>3 hari»\nb: 1\n", special('>')),
        ("a: «|2x»\nb: 1\n", special('|')),
        ("a: «, satu»\nb: 1\n", special(',')),
        ("a: «`kode`»\n", special('`')),
        ("a: «? apa»\nb: 1\n", special('?')),
        ("a: «?»\nb: 1\n", special('?')),
        ("a: «!<x»\n", special('!')),
        ("a: «!foo!bar x»\n", special('!')),
        ("a: «!penting»\nb: 1\n", special('!')),
        ("a: «!penting sekali»\nb: 1\n", special('!')),
        ("- «!penting sekali» # ya\n", special('!')),
        ("a: «! penting»\n", special('!')),
        ("a: «&dan»\nb: 1\n", special('&')),
        ("a: «*bintang dua»\nb: 1\n", special('*')),
        ("a: &x 1\nb: «*x |»\n  isi\nc: 1\n", special('*')),
        ("«%nama: x»\n", special('%')),
        ("a: 1\n«%b: 2»\n", special('%')),
        (
            "a: «*bintang»\nb: 1\n",
            R::UnknownAlias {
                name: "bintang".into(),
            },
        ),
        (
            "a: «**tebal**»\n",
            R::UnknownAlias {
                name: "*tebal**".into(),
            },
        ),
    ]);
}

#[test]
fn lists_and_separators() {
    let bullet = |character| R::Bullet { character };
    check(&[
        ("biaya: «-»\nb: 1\n", R::DashAfterColon),
        ("biaya: «-» KTP\n  - KK\nb: 1\n", R::DashAfterColon),
        ("«*» KTP\n* KK\n", bullet('*')),
        ("persyaratan:\n  «*» KTP\n  * KK\n", bullet('*')),
        ("a:\n  «•» KTP\n  • KK: x\n", bullet('•')),
        ("a:\n  «–» KTP: x\n  – KK\n", bullet('–')),
        ("a: 1\n«----»\nb: 1\n", R::Separator),
        ("---\na: 1\n«--»\nb: 1\n", R::Separator),
        ("a: 1\n«———»\nb: 2\n", R::Separator),
        ("a: 1\n«***»\nb: 2\n", R::Separator),
        ("a: 1\n«=====»\nb: 2\n", R::Separator),
        ("a: satu\n  «# komentar»\n  dua\nb: 1\n", R::CommentInValue),
        ("- satu\n  «# komentar»\n  dua\n", R::CommentInValue),
    ]);
}

#[test]
fn what_looks_wrong_and_is_not() {
    let texts = [
        "nama : x\nunit : y\n",
        "persyaratan:\n  1. KTP\n  2. KK\n",
        "nama: “Budi”\nhari: Jum'at\nalamat: ‘Jl. A’\n",
        "biaya: =SUM(A1:B2)\nb: =A1+B1\n",
        "a: dan & lain\nb: 5 > 3\nc: a*b\nd: 100%\ne: ya!\nf: apa?\n",
        "a: satu, dua]\nb: (lihat [1])\n",
        "a: Rp10.000,-\nb: -- tidak ada --\n",
        "a: b#c\n# komentar: x\nd: e # f: g\n",
        "nama:\tKTP\n",
        "a: !!str 10\nb: &x 1\nc: *x\n",
        "- a\n\n\n- b\n",
        "a: http://contoh.go.id:8080/x\nb: 08:00\n",
        "a: ''\nb: \"\"\nc: \"it's\"\nd: 'kata \"x\"'\n",
    ];
    for text in texts {
        let parsed = read(text);
        let own = parsed.documents.iter().flat_map(Document::problems);
        let problems: Vec<_> = parsed.problems.iter().chain(own).collect();
        assert!(problems.is_empty(), "{text}: {problems:?}");
    }
}
