//! Service standards: the head that they share with procedures, and the fourteen components.

use jiff::civil::{Date, date};

use super::{
    random::Random,
    subject::Subject,
    value::{Map, Value, map},
    words::{counted, day, in_words, later, official, person, rupiah},
};

/// The dates of a document.
pub(crate) struct Dates {
    pub(crate) written: Date,
    pub(crate) decreed: Date,
    pub(crate) reviewed: Date,
    pub(crate) long: bool,
}

impl Dates {
    pub(crate) fn of(subject: &Subject<'_>) -> Self {
        let mut random = subject.own(1);
        let year = i16::try_from(subject.year()).unwrap_or(2024);
        let written = later(date(year, 1, 8), random.below(300));
        Self {
            written,
            decreed: later(written, random.between(14, 50)),
            reviewed: later(date(2026, 1, 5), random.below(290)),
            long: random.chance(40),
        }
    }
}

/// The head of a standard or procedure.
pub(crate) fn head(subject: &Subject<'_>, kind: &str, draft: bool) -> Map {
    let dates = Dates::of(subject);
    let mut document: Map = vec![
        ("jenis".into(), kind.into()),
        ("nama".into(), subject.name().into()),
        ("unit".into(), subject.unit.as_str().into()),
        ("wilayah".into(), subject.region.title.as_str().into()),
        (
            "status".into(),
            if draft { "draf" } else { "ditetapkan" }.into(),
        ),
    ];
    if !draft {
        let official = official(
            &subject.leader(),
            &mut subject.of_unit(4),
            &subject.data.phrases,
        );
        document.extend([
            ("nomor".into(), subject.number().into()),
            (
                "tanggal_penetapan".into(),
                day(dates.decreed, dates.long).into(),
            ),
            ("ditetapkan_oleh".into(), official),
        ]);
    }
    document.push((
        "tinjau_ulang".into(),
        day(dates.reviewed, dates.long).into(),
    ));
    let page = format!("https://{}.go.id/standar-pelayanan", site(subject));
    document.push((
        "publikasi".into(),
        match subject.of_unit(5).chance(50) {
            true => Value::texts([page, "Papan informasi ruang pelayanan".to_owned()]),
            false => page.into(),
        },
    ));
    document
}

/// The host name of the unit, without the end.
fn site(subject: &Subject<'_>) -> String {
    let region = subject.region.title.to_lowercase();
    let region = region.replace("kabupaten", "kab").replace([' ', '-'], "");
    format!("{}.{region}", subject.short.to_lowercase())
}

/// What the document rests on, in the order of ranks.
pub(crate) fn legal_basis(subject: &Subject<'_>, guide: &str) -> Value {
    let mut random = subject.of_service(1);
    let common = [
        "uu 30/2014",
        "uu 27/2022",
        "pp 96/2012",
        "permen panrb 14/2017",
    ];
    let mut keys = vec!["uu 25/2009", guide];
    keys.extend(random.some(&common, 2));
    keys.extend(subject.spec.dasar.iter().map(String::as_str));
    let cited = subject
        .data
        .units
        .peraturan
        .iter()
        .filter(|one| keys.contains(&one.kunci.as_str()));
    let mut texts: Vec<_> = cited.map(|one| one.teks.clone()).collect();
    if subject.cost.is_some() {
        texts.push(tariff_law(subject));
    }
    let mut of_region = subject.of_region(1);
    texts.push(format!(
        "Peraturan {} Nomor {} Tahun {} tentang {}",
        subject.region.head,
        of_region.between(1, 90),
        of_region.between(2020, 2023),
        subject.spec.peraturan_daerah,
    ));
    let mut own = subject.own(12);
    match own.below(10) {
        0..=5 => Value::texts(texts),
        6 => Value::texts(texts.iter().map(|text| format!("{text};"))),
        7 | 8 => Value::texts(texts.iter().map(|text| shortened(text))),
        _ => Value::List(texts.iter().map(|text| in_columns(text)).collect()),
    }
}

/// Kinds of regulations and how they are abbreviated.
const SHORT: [(&str, &str); 5] = [
    ("Undang-Undang", "UU"),
    ("Peraturan Pemerintah", "PP"),
    ("Peraturan Presiden", "Perpres"),
    ("Peraturan Menteri Dalam Negeri", "Permendagri"),
    (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        "PermenPAN-RB",
    ),
];

/// `UU Nomor 25 Tahun 2009 tentang Pelayanan Publik`.
fn shortened(citation: &str) -> String {
    let mut short = SHORT.iter().filter_map(|(kind, short)| {
        let rest = citation.strip_prefix(kind)?;
        rest.starts_with(" Nomor").then(|| format!("{short}{rest}"))
    });
    short.next().unwrap_or_else(|| citation.to_owned())
}

/// A citation with a key for each of its parts.
fn in_columns(citation: &str) -> Value {
    let parts = || {
        let (kind, rest) = citation.split_once(" Nomor ")?;
        let (number, rest) = rest.split_once(" Tahun ")?;
        let (year, title) = rest.split_once(" tentang ")?;
        Some([
            ("jenis", kind),
            ("nomor", number),
            ("tahun", year),
            ("tentang", title),
        ])
    };
    parts().map_or_else(|| citation.into(), map)
}

/// The regional regulation that sets tariffs.
pub(crate) fn tariff_law(subject: &Subject<'_>) -> String {
    let mut random = subject.of_region(2);
    format!(
        "Peraturan Daerah {} Nomor {} Tahun {} tentang Pajak Daerah dan Retribusi Daerah",
        subject.region.title,
        random.between(1, 12),
        random.between(2023, 2024),
    )
}

/// What has to be brought.
pub(crate) fn requirements(subject: &Subject<'_>) -> Value {
    let count = subject.of_service(2).between(2, 5);
    let common = subject
        .of_service(3)
        .some(&subject.data.phrases.syarat_umum, count);
    let own = subject.request.syarat.iter().chain(&subject.paper.syarat);
    let mut random = subject.own(2);
    let texts: Vec<_> = common
        .into_iter()
        .chain(own)
        .map(|text| match subject.has_peers() {
            true => subject.fill(text),
            false => subject.vary(text, &subject.data.phrases.ekor_syarat, &mut random),
        })
        .collect();
    match random.below(4) {
        0 => Value::List(
            texts
                .iter()
                .map(|text| map([("uraian", text), ("jumlah", "1 (satu) lembar")]))
                .collect(),
        ),
        1 => numbered(&texts, ";").into(),
        _ => Value::texts(texts),
    }
}

/// A text of numbered lines.
pub(crate) fn numbered(texts: &[String], end: &str) -> String {
    let lines = texts
        .iter()
        .enumerate()
        .map(|(at, text)| format!("{}. {text}{end}", at + 1));
    lines.collect::<Vec<_>>().join("\n")
}

/// How long it takes.
pub(crate) fn time(subject: &Subject<'_>) -> Value {
    let days = format!("{} hari kerja", counted(subject.days));
    match subject.own(3).below(4) {
        0 => format!("Paling lama {days} sejak berkas diterima lengkap"),
        1 => format!("{days} terhitung sejak berkas lengkap"),
        _ => days,
    }
    .into()
}

/// What it costs.
pub(crate) fn cost(subject: &Subject<'_>) -> Value {
    let form = subject.own(4).below(3);
    let Some(thousands) = subject.cost else {
        return ["Tidak dipungut biaya", "Gratis", "Tidak dikenakan biaya"][form].into();
    };
    let sum = rupiah(thousands);
    match form {
        0 => format!("{sum} ({} ribu rupiah)", in_words(thousands)).into(),
        1 => Value::List(vec![map([
            ("layanan", &subject.name()),
            ("tarif", &sum),
            ("dasar", &tariff_law(subject)),
        ])]),
        _ => sum.into(),
    }
}

/// Where to complain, and when an answer comes.
fn complaints(subject: &Subject<'_>) -> Value {
    let phrases = &subject.data.phrases;
    let mut random = subject.of_unit(6);
    let code = subject.of_region(3).pick(&phrases.kode_telepon).clone();
    let phone = format!("({code}) 555{:03}", random.below(1000));
    let mobile = format!("0812-5550-{:04}", random.below(10_000));
    let mail = format!("pengaduan@{}.go.id", site(subject));
    let street = format!(
        "Jalan {} Nomor {}",
        random.pick(&phrases.jalan),
        random.between(1, 200)
    );
    let chief = person(&mut random, phrases);
    let answer = "tanggapan paling lambat 14 (empat belas) hari sejak pengaduan diterima, keputusan paling lambat 60 (enam puluh) hari sejak berkas pengaduan lengkap";
    let rows = [
        ("Telepon", phone),
        ("WhatsApp", mobile),
        ("Surel", mail),
        ("SP4N-LAPOR!", "https://www.lapor.go.id".to_owned()),
        ("Penanggung jawab", format!("{chief}, Sekretaris, {street}")),
        ("Tindak lanjut", answer.to_owned()),
    ];
    if subject.own(5).chance(50) {
        return Value::texts(
            rows.iter()
                .map(|(what, where_to)| format!("{what}: {where_to}")),
        );
    }
    let rows = rows.iter().map(|(what, where_to)| match *what {
        "Tindak lanjut" => map([("uraian", what), ("keterangan", where_to)]),
        _ => map([("kanal", what), ("alamat", where_to)]),
    });
    Value::List(rows.collect())
}

/// Some sentences of a part, as a list or in a row.
pub(crate) fn sentences(subject: &Subject<'_>, from: &[String], random: &mut Random) -> Value {
    let most = from.len().min(4);
    let count = random.between(2.min(most), most);
    let texts: Vec<_> = random
        .some(from, count)
        .into_iter()
        .map(|text| subject.vary(text, &subject.data.phrases.ekor_bagian, random))
        .collect();
    match random.chance(65) {
        true => Value::texts(texts),
        false => texts.join(". ").into(),
    }
}

/// A whole standard.
pub(crate) fn standard(subject: &Subject<'_>, draft: bool) -> Map {
    let phrases = &subject.data.phrases;
    let mut random = subject.own(6);
    let mut facilities = random.some(&phrases.sarana, 4);
    facilities.extend(random.some(&phrases.sarana_rentan, 2));
    let facilities: Vec<_> = facilities
        .into_iter()
        .map(|text| subject.vary(text, &phrases.ekor_bagian, &mut random))
        .collect();
    let staff = random.between(6, 12);
    let parts: [(&str, Value); 14] = [
        ("dasar_hukum", legal_basis(subject, "permen panrb 15/2014")),
        ("persyaratan", requirements(subject)),
        ("prosedur", super::procedure::of_standard(subject)),
        ("jangka_waktu", time(subject)),
        ("biaya", cost(subject)),
        (
            "produk",
            subject
                .request
                .produk
                .replace("{dokumen}", &subject.paper.nama)
                .into(),
        ),
        ("pengaduan", complaints(subject)),
        ("sarana_prasarana", Value::texts(facilities)),
        (
            "kompetensi_pelaksana",
            sentences(subject, &phrases.kompetensi, &mut random),
        ),
        (
            "pengawasan_internal",
            sentences(subject, &phrases.pengawasan, &mut random),
        ),
        (
            "jumlah_pelaksana",
            format!("{} orang", counted(staff)).into(),
        ),
        (
            "jaminan_pelayanan",
            sentences(subject, &phrases.jaminan_pelayanan, &mut random),
        ),
        (
            "jaminan_keamanan",
            sentences(subject, &phrases.jaminan_keamanan, &mut random),
        ),
        (
            "evaluasi_kinerja",
            sentences(subject, &phrases.evaluasi, &mut random),
        ),
    ];
    let mut document = head(subject, "standar-pelayanan", draft);
    document.extend(parts.map(|(key, value)| (key.to_owned(), value)));
    document
}

/// The declaration of a region's government, for all its units.
pub(crate) fn declaration(subject: &Subject<'_>) -> Map {
    let government = format!("Pemerintah {}", subject.region.title);
    let signer = official(
        &subject.region.head,
        &mut subject.of_region(4),
        &subject.data.phrases,
    );
    let signer = match signer {
        Value::Map(entries) => Value::Map(
            entries
                .into_iter()
                .filter(|(key, _)| key != "nip")
                .collect(),
        ),
        other => other,
    };
    vec![
        ("jenis".into(), "maklumat-pelayanan".into()),
        ("nama".into(), format!("Maklumat Pelayanan {government}").into()),
        ("unit".into(), government.into()),
        ("wilayah".into(), subject.region.title.as_str().into()),
        ("status".into(), "ditetapkan".into()),
        ("nomor".into(), "000.8.3/1/SETDA/2025".into()),
        ("tanggal_penetapan".into(), "2025-01-06".into()),
        ("ditetapkan_oleh".into(), signer),
        ("tinjau_ulang".into(), "2026-01-12".into()),
        ("janji".into(), "Kami sanggup menyelenggarakan pelayanan sesuai dengan standar pelayanan yang telah ditetapkan".into()),
        ("perbaikan".into(), "Kami melakukan perbaikan terus-menerus sesuai dengan hasil survei kepuasan dan pengaduan".into()),
        ("sanksi".into(), "Apabila tidak menepati janji ini, kami siap menerima sanksi sesuai dengan ketentuan peraturan perundang-undangan".into()),
    ]
}
