//! The engine with fixes made for the purpose.

use super::{Mended, Offer, Refused, RefusedReason, mend};
use crate::{
    document::Limits,
    finding::{FileFix, RuleId},
    text::Phrase,
};

/// Replace the first occurrence of each text; every pair is an edit of one fix.
fn offer(text: &str, rule: u32, edits: &[(&str, &str)]) -> Option<Offer> {
    let edit = |(old, new): &(&str, &str)| {
        let start = text.find(old)?;
        Some((start, start + old.len(), (*new).to_owned()))
    };
    let edits: Option<Vec<_>> = edits.iter().map(edit).collect();
    Some(Offer {
        rule: RuleId(rule),
        document: 0,
        path: String::new(),
        order: None,
        fix: FileFix {
            title: Phrase::same(format!("{rule}")),
            safe: true,
            edits: edits?,
        },
    })
}

/// Mends with one fix for each list of pairs, as long as their texts are there.
fn mended(text: &str, fixes: &[&[(&str, &str)]]) -> Mended {
    mend(text.as_bytes(), &Limits::default(), |bytes| {
        let text = std::str::from_utf8(bytes).unwrap();
        let offers = fixes.iter().zip(0..);
        offers
            .filter_map(|(edits, rule)| offer(text, rule, edits))
            .collect()
    })
}

fn text(mended: &Mended) -> &str {
    std::str::from_utf8(&mended.bytes).unwrap()
}

fn refused(rule: u32, reason: RefusedReason) -> Refused {
    Refused {
        rule: RuleId(rule),
        path: String::new(),
        reason,
    }
}

#[test]
fn fixes_apart_are_applied_together() {
    let found = mended("a: satu\nb: dua\n", &[&[("dua", "2")], &[("satu", "1")]]);
    assert_eq!(text(&found), "a: 1\nb: 2\n");
    assert_eq!(
        found.fixed.into_iter().collect::<Vec<_>>(),
        [(RuleId(0), 1), (RuleId(1), 1)]
    );
    assert!(found.refused.is_empty());
}

#[test]
fn a_fix_is_all_its_edits_or_none() {
    // The second overlaps an edit of the first: it waits, and then its text is gone.
    let found = mended(
        "a: satu dua\nb: tiga\n",
        &[
            &[("satu dua", "1 2"), ("tiga", "3")],
            &[("dua", "zwei"), ("b:", "c:")],
        ],
    );
    assert_eq!(text(&found), "a: 1 2\nb: 3\n");
    assert_eq!(found.fixed.len(), 1);
}

#[test]
fn fixes_that_touch_wait_for_the_next_pass() {
    let found = mended(
        "a: satudua\n",
        &[&[("dua", "2")], &[("satu", "1")], &[("12", "3")]],
    );
    assert_eq!(text(&found), "a: 3\n");
    assert_eq!(found.fixed.len(), 3);
}

#[test]
fn a_fix_that_changes_more_is_dropped_and_the_others_stay() {
    let before = "a: satu # tetap\nb: dua\nc: [tiga, empat]\nd: lima\n";
    let bad: [&[(&str, &str)]; 8] = [
        // Takes a comment into the text, or text into a comment.
        &[("satu # t", "satu#t")],
        &[("satu", "sa #tu")],
        // Another key, another entry, another value.
        &[("dua", "2\nx: 1")],
        &[("tiga", "3, 3")],
        &[("dua", "[2]")],
        &[("dua\n", "dua\n  ")],
        // No YAML any more; another document.
        &[("dua", "'")],
        &[("dua", "2\n---\n")],
    ];
    for edits in bad {
        let found = mended(before, &[&[("lima", "5")], edits, &[("a:", "a :")]]);
        assert_eq!(
            text(&found),
            before.replace("lima", "5").replace("a:", "a :"),
            "{edits:?}"
        );
        assert_eq!(
            found.refused,
            [refused(1, RefusedReason::ChangesMore)],
            "{edits:?}"
        );
    }
}

#[test]
fn edits_that_do_not_fit_the_text_are_dropped() {
    let text = "nama: é\n";
    for (start, end) in [(7, 8), (3, 1), (0, 100), (9, 9)] {
        let mut asked = 0;
        let found = mend(text.as_bytes(), &Limits::default(), |_| {
            asked += 1;
            let mut offer = offer(text, 0, &[("é", "e")]).unwrap();
            offer.fix.edits = vec![(start, end, "#".to_owned())];
            vec![offer]
        });
        if (start, end) != (9, 9) {
            assert_eq!(found.bytes, text.as_bytes());
            assert_eq!(found.refused, [refused(0, RefusedReason::ChangesMore)]);
        }
        assert!(asked < 10);
    }
}

#[test]
fn a_fix_that_comes_back_is_stopped() {
    // Two rules that want the opposite.
    let found = mended(
        "a: satu\nb: tiga\n",
        &[&[("satu", "dua")], &[("dua", "satu")], &[("tiga", "3")]],
    );
    assert!(
        found
            .refused
            .iter()
            .all(|r| r.reason == RefusedReason::ComesBack)
    );
    assert!(!found.refused.is_empty());
    assert_eq!(found.fixed.get(&RuleId(2)), Some(&1));
    let again = mended(text(&found), &[&[("satu", "dua")], &[("dua", "satu")]]);
    assert_eq!(again.bytes, found.bytes, "mending twice is mending once");

    // One that makes its own text grow.
    let found = mended(
        "a: satu\nb: tiga\n",
        &[&[("satu", "satusatu")], &[("tiga", "3")]],
    );
    assert_eq!(text(&found), "a: satu\nb: 3\n");
    assert_eq!(found.refused, [refused(0, RefusedReason::ComesBack)]);
}

#[test]
fn insertions_at_one_place_come_in_their_order() {
    let text = "a: satu\n";
    let at_end = |rule: u32, order| Offer {
        rule: RuleId(rule),
        document: 0,
        path: format!("/{rule}"),
        order,
        fix: FileFix {
            title: Phrase::same("sisip"),
            safe: false,
            edits: vec![(text.len(), text.len(), format!("k{rule}: x\n"))],
        },
    };
    let mut asked = 0;
    let found = mend(text.as_bytes(), &Limits::default(), |_| {
        asked += 1;
        match asked {
            1 => vec![at_end(1, Some(2)), at_end(2, Some(0)), at_end(3, Some(1))],
            _ => Vec::new(),
        }
    });
    assert_eq!(
        std::str::from_utf8(&found.bytes).unwrap(),
        "a: satu\nk2: x\nk3: x\nk1: x\n"
    );
    assert_eq!(asked, 2, "one pass is enough");
}

#[test]
fn what_stands_for_an_alias_is_left() {
    let before = "a: &x satu\nb: *x\nc: &y {k: dua}\nd:\n  <<: *y\ne: tiga\n";
    let found = mended(
        before,
        &[&[("satu", "1")], &[("dua", "2")], &[("tiga", "3")]],
    );
    assert_eq!(text(&found), before.replace("tiga", "3"));
    assert_eq!(found.refused.len(), 2);
}

#[test]
fn the_mark_and_line_ends_of_windows_stay() {
    let before = "\u{feff}a: satu # x\r\nb: dua";
    let found = mended(before, &[&[("satu", "1")], &[("dua", "2")]]);
    assert_eq!(text(&found), "\u{feff}a: 1 # x\r\nb: 2");
}

#[test]
fn other_documents_of_the_file_stay() {
    let before = "# kepala\na: satu\n--- # b\n- satu\n...\n---\nc: [satu] # akhir\n";
    let found = mended(before, &[&[("- satu", "- dua")]]);
    assert_eq!(text(&found), before.replace("- satu", "- dua"));
    // An entry more is more than a mended one.
    let found = mended(before, &[&[("- satu", "- dua\n- tiga")]]);
    assert_eq!(text(&found), before);
}

#[test]
fn files_whose_form_is_broken_and_utf16_are_left() {
    let broken = "a: satu\nb: [\n";
    let found = mended(broken, &[&[("satu", "1")]]);
    assert_eq!(text(&found), broken);
    assert_eq!(found.refused, [refused(0, RefusedReason::BrokenForm)]);

    let mut wide = vec![0xFF, 0xFE];
    wide.extend("a: satu\n".encode_utf16().flat_map(u16::to_le_bytes));
    let found = mend(&wide, &Limits::default(), |_| {
        vec![offer("a: satu\n", 0, &[("satu", "1")]).unwrap()]
    });
    assert_eq!(found.bytes, wide);
    assert_eq!(found.refused, [refused(0, RefusedReason::Utf16)]);
}

#[test]
fn many_bad_fixes_cost_a_bounded_number_of_trials() {
    let lines: Vec<_> = (0..500).map(|n| format!("k{n:03}: v{n:03}")).collect();
    let before = lines.join("\n");
    let found = mend(before.as_bytes(), &Limits::default(), |bytes| {
        let text = std::str::from_utf8(bytes).unwrap();
        let bad = |n: u32| {
            let old = format!("v{n:03}");
            let mut offer = offer(text, n, &[(&old, "x\nx: 1")])?;
            offer.path = format!("/k{n:03}");
            Some(offer)
        };
        (0..500).filter_map(bad).collect()
    });
    assert_eq!(text(&found), before);
    assert_eq!(found.refused.len(), 500);
}
