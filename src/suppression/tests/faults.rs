//! What is wrong with comments, and its fixes.

use super::*;
use crate::text::Lang;

/// Message, help and text after the fix, for each fault of a text.
fn faults(text: &str) -> Vec<String> {
    let verdicts = crate::judge::Verdicts::new(&RULES, &[], &[], None);
    let judge = crate::judge::Judge::new(linter(), &verdicts);
    let policy = crate::judge::Policy::new(&RULES);
    let checked = linter().check_bytes("uji.yaml", text.as_bytes().to_vec(), None);
    let checked = judge.file(checked, &policy);
    let findings = checked.documents.iter().flat_map(|d| &d.findings);
    let is_fault = |finding: &&Finding| RULES.rule(finding.rule).check().fault().is_some();
    let tell = |finding: &Finding| {
        let rule = RULES.rule(finding.rule);
        let fixed = finding.fix.as_ref().map_or("-".to_owned(), |fix| {
            let mut fixed = text.to_owned();
            for (start, end, new) in fix.edits.iter().rev() {
                fixed.replace_range(*start..*end, new);
            }
            let kind = if fix.safe { "aman" } else { "tidak aman" };
            format!("{kind}: {fixed:?}")
        });
        let (message, help) = (
            rule.message.render(Lang::Id, &finding.arguments),
            rule.help.render(Lang::Id, &finding.arguments),
        );
        format!("{} {message}\n{help}\n{fixed}", rule.code)
    };
    findings.filter(is_fault).map(tell).collect()
}

/// One fault of a text.
#[track_caller]
fn fault(text: &str) -> String {
    let mut found = faults(text);
    assert_eq!(found.len(), 1, "{text}: {found:#?}");
    found.remove(0)
}

#[test]
fn unused_comments_are_taken_away() {
    let alone = "jenis: sop\n# sopan: abaikan BHS001 -- x\nnama: KTP\n";
    insta::assert_snapshot!(fault(alone), @r#"
    DOK021 Komentar ini tidak mengabaikan apa pun: tidak ada temuan `BHS001` di sini
    Hapus komentar ini.
    aman: "jenis: sop\nnama: KTP\n"
    "#);
    let at_end = "jenis: sop\r\nnama: KTP   # sopan: abaikan BHS001 -- x  \r\nunit: A\r\n";
    insta::assert_snapshot!(fault(at_end), @r#"
    DOK021 Komentar ini tidak mengabaikan apa pun: tidak ada temuan `BHS001` di sini
    Hapus komentar ini.
    aman: "jenis: sop\r\nnama: KTP\r\nunit: A\r\n"
    "#);
    let last = "jenis: sop\nnama: KTP\n  # sopan: abaikan BHS001 -- x";
    insta::assert_snapshot!(fault(last), @r#"
    DOK021 Komentar ini tidak mengabaikan apa pun: tidak ada kunci atau butir sesudahnya
    Pindahkan ke atas kunci yang dimaksud, atau hapus komentar ini.
    aman: "jenis: sop\nnama: KTP\n"
    "#);
    let behind = "jenis: sop\nnama: KTP # catatan # sopan: abaikan BHS001 -- x\n";
    insta::assert_snapshot!(fault(behind), @r#"
    DOK021 Komentar ini tidak mengabaikan apa pun: tidak ada temuan `BHS001` di sini
    Hapus komentar ini.
    aman: "jenis: sop\nnama: KTP # catatan\n"
    "#);
}

#[test]
fn only_the_names_that_are_not_needed_go() {
    for (names, left) in [
        ("BHS001, SP005, KEP001", "BHS001"),
        ("SP005, BHS001, KEP001", "BHS001"),
        ("SP005 KEP001,BHS001", "BHS001"),
        ("BHS001, bhs001", "BHS001"),
        ("BHS001, isian-belum-diganti", "BHS001"),
    ] {
        let text = format!("jenis: sop\nnama: TBD # sopan: abaikan {names} -- x\n");
        let expected = format!("jenis: sop\nnama: TBD # sopan: abaikan {left} -- x\n");
        let found = fault(&text);
        let wanted = format!("aman: {expected:?}");
        assert_eq!(found.lines().last(), Some(&*wanted), "{found}");
    }
}

#[test]
fn right_above_the_first_key_it_is_explained() {
    let text = "# sopan: abaikan BHS001 -- x\n# lain\njenis: sop\nnama: TBD\n";
    insta::assert_snapshot!(fault(text), @r##"
    DOK021 Komentar ini tidak mengabaikan apa pun: tepat di atas kunci pertama ia hanya berlaku untuk kunci itu
    Beri satu baris kosong sesudahnya agar berlaku untuk seluruh dokumen, atau hapus komentar ini.
    tidak aman: "# sopan: abaikan BHS001 -- x\n\n# lain\njenis: sop\nnama: TBD\n"
    "##);
    let mended = "# sopan: abaikan BHS001 -- x\n\n# lain\njenis: sop\nnama: TBD\n";
    assert!(faults(mended).is_empty());
}

#[test]
fn unknown_rules_come_with_the_nearest() {
    insta::assert_snapshot!(fault(
        "jenis: sop\nnama: TBD # sopan: abaikan isian-belum-digati -- x\n"
    ), @r#"
    DOK022 Tidak ada aturan `isian-belum-digati` untuk diabaikan
    Mungkin maksud Anda `isian-belum-diganti`.
    tidak aman: "jenis: sop\nnama: TBD # sopan: abaikan isian-belum-diganti -- x\n"
    "#);
    insta::assert_snapshot!(fault(
        "jenis: sop\nnama: TBD # sopan: abaikan zzz, BHS001, yyyy -- x\n"
    ), @"
    DOK022 Tidak ada aturan `zzz`, `yyyy` untuk diabaikan
    Lihat kode dan nama aturan dengan `sopan rules`.
    -
    ");
}

#[test]
fn a_last_day_is_the_last_day() {
    let text = |until: &str| {
        format!("jenis: sop\nnama: TBD # sopan: abaikan BHS001 sampai {until} -- x\n")
    };
    assert!(faults(&text("2026-11-21")).is_empty());
    insta::assert_snapshot!(fault(&text("2026-11-20")), @"
    DOK023 Pengabaian `BHS001` hanya berlaku sampai 2026-11-20
    Perbaiki kekurangannya, atau beri tanggal baru bila alasannya masih berlaku.
    -
    ");
    let (counting, silenced) = short(judged(&text("2026-11-20")));
    assert_eq!(
        (counting.as_slice(), silenced.len()),
        (
            &["BHS001 /nama".to_owned(), "DOK023 /nama".to_owned()][..],
            0
        )
    );
    let not_needed = "jenis: sop\nnama: KTP # sopan: abaikan BHS001 sampai 2026-11-20 -- x\n";
    insta::assert_snapshot!(fault(not_needed), @r#"
    DOK023 Pengabaian `BHS001` hanya berlaku sampai 2026-11-20
    Hapus komentar ini.
    aman: "jenis: sop\nnama: KTP\n"
    "#);
}

#[test]
fn without_a_reason_the_finding_counts() {
    let text = "jenis: sop\nnama: TBD # sopan: abaikan BHS001\n";
    insta::assert_snapshot!(fault(text), @"
    DOK024 Pengabaian `BHS001` belum disertai alasan
    Tulis alasannya sesudah `--`; tanpa alasan, temuannya tetap dihitung.
    -
    ");
    let (counting, silenced) = short(judged(text));
    assert_eq!(counting, ["BHS001 /nama", "DOK024 /nama"]);
    assert!(silenced.is_empty());
    let list = comments(text);
    let findings = linter()
        .check_bytes("a", text.into(), None)
        .documents
        .remove(0)
        .findings;
    let lenient = View {
        reason_required: false,
        ..view(&|_| false)
    };
    let outcome = apply(&list, &findings, &lenient);
    assert!(outcome.faults.is_empty());
    assert_eq!(outcome.silenced.iter().flatten().count(), 1);
}

#[test]
fn locked_rules_count() {
    let text = "jenis: sop\nnama: TBD # sopan: abaikan BHS001 -- x\n";
    let list = comments(text);
    let findings = linter()
        .check_bytes("a", text.into(), None)
        .documents
        .remove(0)
        .findings;
    let locked = RULES.find("BHS001")[0];
    let outcome = apply(&list, &findings, &view(&|id| id == locked));
    assert!(outcome.silenced.iter().all(Option::is_none));
    let kinds: Vec<_> = outcome.faults.iter().map(|fault| &fault.kind).collect();
    assert_eq!(kinds, [&FaultKind::Locked { never: false }]);
}

#[test]
fn a_rule_that_does_not_run_here_is_said_so() {
    let text = "jenis: sop\nnama: TBD # sopan: abaikan BHS001 -- x\n";
    let idle = View {
        is_run: &|_| false,
        ..view(&|_| false)
    };
    let outcome = apply(&comments(text), &[], &idle);
    let kinds: Vec<_> = outcome.faults.iter().map(|fault| &fault.kind).collect();
    assert_eq!(kinds, [&FaultKind::Unused(Idle::NotRun)]);
}

#[test]
fn faults_cannot_be_silenced() {
    let text =
        "# sopan: abaikan DOK021 -- x\n\njenis: sop\nnama: KTP # sopan: abaikan BHS001 -- x\n";
    let (counting, silenced) = short(judged(text));
    assert_eq!(counting, ["DOK025 ", "DOK021 /nama"]);
    assert!(silenced.is_empty());
    insta::assert_snapshot!(faults(text)[0], @r#"
    DOK025 `DOK021` tidak boleh diabaikan: aturan tentang komentar seperti ini tidak dapat diabaikan
    Perbaiki kekurangannya, lalu hapus aturan ini dari komentar.
    aman: "\njenis: sop\nnama: KTP # sopan: abaikan BHS001 -- x\n"
    "#);
}

#[test]
fn blanket_forms_say_what_to_write() {
    insta::assert_snapshot!(fault("jenis: sop\nnama: TBD # sopan: abaikan -- x\n"), @"
    DOK026 Komentar ini harus menyebut aturan satu per satu: tidak menyebut satu aturan pun
    Sebut setiap aturan; yang ditemukan di sini: `# sopan: abaikan BHS001 -- alasan`.
    -
    ");
    insta::assert_snapshot!(fault("jenis: sop\nnama: TBD # sopan: abaikan BHS -- x\n"), @"
    DOK026 Komentar ini harus menyebut aturan satu per satu: `BHS` bukan satu aturan
    Sebut setiap aturan; yang ditemukan di sini: `# sopan: abaikan BHS001 -- alasan`.
    -
    ");
    insta::assert_snapshot!(fault("jenis: sop\nnama: TBD # sopan: abaikan semua -- x\n"), @"
    DOK026 Komentar ini harus menyebut aturan satu per satu: `semua` bukan satu aturan
    Sebut setiap aturan; yang ditemukan di sini: `# sopan: abaikan BHS001 -- alasan`.
    -
    ");
    let (counting, _) = short(judged("jenis: sop\nnama: TBD # sopan: abaikan BHS -- x\n"));
    assert_eq!(counting, ["BHS001 /nama", "DOK026 /nama"]);
}

#[test]
fn near_misses_say_what_to_write() {
    for comment in [
        "# sopan: abaikn BHS001 -- x",
        "# abaikan BHS001 -- x",
        "# sopn: abaikan BHS001 -- x",
        "# sopan: abaikan BHS001 x belum ada",
    ] {
        let text = format!("jenis: sop\nnama: TBD {comment}\n");
        let found = fault(&text);
        let fixed = found.lines().last().unwrap();
        let fixed = fixed.strip_prefix("tidak aman: ").unwrap();
        let fixed: String = serde_json::from_str(fixed).unwrap();
        assert!(faults(&fixed).is_empty(), "{fixed}");
        assert_eq!(short(judged(&fixed)).1, ["BHS001 /nama"], "{fixed}");
    }
    insta::assert_snapshot!(fault("jenis: sop\nnama: TBD # noqa: BHS001\n"), @"
    DOK027 Komentar ini tidak berlaku sebagai pengabaian: `noqa` bukan bentuk yang dikenal sopan
    Tulis `# sopan: abaikan SP009 -- alasan`.
    -
    ");
    insta::assert_snapshot!(fault(
        "jenis: sop\nnama: TBD # sopan: abaikan BHS001 sampai nanti -- x\n"
    ), @"
    DOK027 Komentar ini tidak berlaku sebagai pengabaian: `nanti` bukan tanggal
    Tulis tanggalnya seperti `sampai 2026-12-31`.
    -
    ");
}
