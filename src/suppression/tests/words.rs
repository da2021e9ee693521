//! The words of a comment.

use super::*;
use proptest::prelude::*;

/// Rules, last day and reason of the comment, or what is wrong with it.
fn said(comment: &str) -> String {
    let text = format!("jenis: sop\nnama: TBD {comment}\n");
    let found = comments(&text);
    let [one] = found.as_slice() else {
        return format!("{} comments", found.len());
    };
    if let Some(mistake) = &one.mistake {
        let kind = format!("{mistake:?}");
        return kind.split([' ', '{']).next().unwrap_or_default().to_owned();
    }
    let names: Vec<_> = one.rules.iter().map(|named| &*named.name).collect();
    let until = one.until.map(|until| until.to_string()).unwrap_or_default();
    let reason = one.reason.as_deref().unwrap_or("?");
    format!("{} | {until} | {reason}", names.join("+"))
}

#[test]
fn the_form_may_vary() {
    for comment in [
        "# sopan: abaikan BHS001 -- alasan",
        "#sopan:abaikan BHS001 -- alasan",
        "#  SOPAN : Abaikan  BHS001  --  alasan  ",
        "# sopan abaikan BHS001 -- alasan",
        "# sopan: ignore BHS001 -- alasan",
        "# sopan: abaikan: BHS001 -- alasan",
        "# sopan-abaikan BHS001 - alasan",
        "# sopan: abaikan [BHS001] – alasan",
        "# sopan: abaikan (BHS001) — alasan",
        "# sopan: abaikan BHS001 --alasan",
        "# dari rapat # sopan: abaikan BHS001 -- alasan",
        "## sopan: abaikan BHS001 -- alasan",
    ] {
        assert_eq!(said(comment), "BHS001 |  | alasan", "{comment}");
    }
}

#[test]
fn several_rules_by_code_or_name() {
    let cases = [
        ("# sopan: abaikan BHS001, SP009 -- a", "BHS001+SP009 |  | a"),
        ("# sopan: abaikan BHS001 SP009 -- a", "BHS001+SP009 |  | a"),
        ("# sopan: abaikan BHS001;SP009,-- a", "BHS001+SP009 |  | a"),
        (
            "# sopan: abaikan isian-belum-diganti -- a",
            "isian-belum-diganti |  | a",
        ),
        ("# sopan: abaikan bhs001", "bhs001 |  | ?"),
        ("# sopan: abaikan BHS001 --", "BHS001 |  | ?"),
        ("# sopan: abaikan BHS001 -- ---", "BHS001 |  | ?"),
        ("# sopan: abaikan", " |  | ?"),
        ("# sopan: abaikan karena belum ada", " |  | ?"),
        ("# sopan: abaikan-semua", " |  | semua"),
    ];
    for (comment, expected) in cases {
        assert_eq!(said(comment), expected, "{comment}");
    }
}

#[test]
fn a_last_day_may_stand_before_or_after_the_reason() {
    for comment in [
        "# sopan: abaikan BHS001 sampai 2026-12-31 -- alasan",
        "# sopan: abaikan BHS001 sampai 31 Desember 2026 -- alasan",
        "# sopan: ignore BHS001 until 2026-12-31 -- alasan",
        "# sopan: abaikan BHS001 hingga 31-12-2026 - alasan",
        "# sopan: abaikan BHS001, sampai 2026-12-31, -- alasan",
        "# sopan: abaikan BHS001 -- alasan sampai 2026-12-31",
        "# sopan: abaikan BHS001 -- alasan, sampai 31 Desember 2026",
    ] {
        assert_eq!(said(comment), "BHS001 | 2026-12-31 | alasan", "{comment}");
    }
    let only = "# sopan: abaikan BHS001 -- sampai 2026-12-31";
    assert_eq!(said(only), "BHS001 | 2026-12-31 | ?");
}

#[test]
fn a_reason_may_hold_the_word_until() {
    for reason in [
        "menunggu sampai Perwal terbit",
        "berlaku sampai ada 3 loket",
        "dari loket 1 sampai 3",
        "sampai",
        "naik sampai 2.5",
    ] {
        let comment = format!("# sopan: abaikan BHS001 -- {reason}");
        assert_eq!(said(&comment), format!("BHS001 |  | {reason}"));
    }
}

#[test]
fn what_looks_like_silencing_is_never_passed_over() {
    let cases = [
        ("# sopan: abaikn BHS001 -- a", "Verb"),
        ("# sopan: disable BHS001", "Verb"),
        ("# sopan: off", "Verb"),
        ("# sopan:", "Verb"),
        ("# sopan ignroe BHS001", "Verb"),
        ("# sopan disable BHS001", "Verb"),
        ("# sopan-ignor BHS001", "Verb"),
        ("# abaikan BHS001 -- a", "Tool"),
        ("# ignore: isian-belum-diganti", "Tool"),
        ("# sopn: abaikan BHS001", "Tool"),
        ("# noqa", "OtherLinter"),
        ("# NOQA: BHS001", "OtherLinter"),
        ("# sopan: abaikan BHS001 nama belum ada", "NoSeparator"),
        ("# sopan: abaikan BHS001: nama belum ada", "NoSeparator"),
        ("# sopan: abaikan BHS001 sampai besok -- a", "Date"),
        ("# sopan: abaikan BHS001 sampai -- a", "Date"),
        ("# sopan: abaikan BHS001 sampai 2026-02-30 -- a", "Date"),
        ("# sopan: abaikan BHS001 -- a sampai 2026-02-30", "Date"),
    ];
    for (comment, expected) in cases {
        assert_eq!(said(comment), expected, "{comment}");
    }
}

#[test]
fn other_comments_are_left_alone() {
    for comment in [
        "# sopan santun petugas",
        "# sopan, ramah, dan cepat",
        "# sopan",
        "# Sopan adalah salah satu nilai",
        "# sopanlah: abaikan keluhan",
        "# abaikan bila tidak perlu",
        "# ignore this for now",
        "# yamllint disable-line rule:line-length",
        "# lihat noqa di panduan",
        "# petugas harus sopan: abaikan BHS001",
        "# SP009",
        "#",
        "# -- BHS001",
    ] {
        assert_eq!(said(comment), "0 comments", "{comment}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn any_comment_is_read_without_harm(
        words in proptest::collection::vec(prop_oneof![
            Just("sopan".to_owned()), Just(":".to_owned()), Just("abaikan".to_owned()),
            Just("BHS001".to_owned()), Just("--".to_owned()), Just("sampai".to_owned()),
            Just("2026-12-31".to_owned()), Just("#".to_owned()), Just(",".to_owned()),
            "[^\r\n\u{0}-\u{1f}\u{7f}-\u{9f}\u{feff}\u{fffe}\u{ffff}\u{2028}\u{2029}]{0,6}",
        ], 0..12),
        gap in prop_oneof![Just(""), Just(" ")],
    ) {
        let comment = format!("#{gap}{}", words.join(gap));
        let text = format!("jenis: sop\nnama: TBD {comment}\n");
        for found in comments(&text) {
            prop_assert!(text[found.span.start..found.span.end].starts_with('#'));
            for named in &found.rules {
                prop_assert_eq!(&text[named.span.start..named.span.end], &named.name);
                prop_assert!(found.span.start < named.span.start && named.span.end <= found.span.end);
            }
            if let Some(reason) = &found.reason {
                prop_assert!(text.contains(reason.as_str()));
            }
        }
        judged(&text);
    }
}
