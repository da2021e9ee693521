//! How the page behaves in a browser.

use std::fs;

use serde_json::{Value, json};
use sopan::{report::audit::html::Limits, text::Lang};

use crate::{
    HOSTILE, browser::browser, common::sopan, documents, judged, page, rules, saved, within,
};

#[test]
fn it_is_held_against_the_audit_of_last_time() {
    let mut before = sopan().args(["audit", ".", "--format", "json"]);
    let mut now = sopan();
    for (name, text) in documents() {
        before = before.file(&name, &text);
        // One is better, one is gone, one is new, one is worse.
        let text = match &*name {
            "a/0.yaml" => text.replace("secepatnya", "3 (tiga) hari kerja"),
            "a/1.yaml" => text + "biaya: Sesuai ketentuan\njangka_waktu: 1 (satu) hari kerja\n",
            _ => text,
        };
        if name != "a/2.yaml" {
            now = now.file(&name, &text);
        }
    }
    let last = before.exits(0).stdout;
    let new = "jenis: standar-pelayanan\nnama: Layanan baru\nunit: Dinas Baru\n";
    let page = now
        .file("a/baru.yaml", new)
        .with(|folder| fs::write(folder.join("lalu.json"), &last).unwrap())
        .args([
            "audit",
            "a",
            "x",
            "--format",
            "html",
            "--compare",
            "lalu.json",
        ])
        .exits(0)
        .stdout;
    assert!(page.contains("Dibandingkan audit 21 November 2026"));
    let section = page.split("id=\"perubahan\"").nth(1).unwrap();
    let section = section.split("</section>").next().unwrap();
    for (title, name) in [
        ("Dokumen yang naik", "Layanan 0"),
        ("Dokumen baru", "Layanan baru"),
        ("Dokumen yang tidak ada lagi", "Layanan 2"),
    ] {
        let list = section.split(title).nth(1).unwrap();
        let list = list.split("</details>").next().unwrap();
        assert!(list.contains(name), "{title}: {list}");
    }
    assert!(section.contains("Dinas Baru"));
    let Some(mut browser) = browser() else { return };
    let (_folder, path) = saved(&page);
    browser.open(&path);
    assert_eq!(browser.complaints(), Vec::<Value>::new());
    browser.eval("document.querySelectorAll('#t-perubahan thead button')[3].click()");
    assert_eq!(
        browser.eval("document.querySelector('#t-perubahan th[aria-sort]').ariaSort"),
        "descending"
    );
}

#[test]
fn a_browser_opens_it_without_a_request_and_without_a_complaint() {
    let Some(mut browser) = browser() else { return };
    for args in [&[][..], &["--lang", "en"]] {
        let (_folder, path) = saved(&page(args));
        browser.medium("screen", "light");
        browser.open(&path);
        assert_eq!(browser.complaints(), Vec::<Value>::new());
        assert_eq!(browser.requests().len(), 1, "{:?}", browser.requests());
        assert_eq!(browser.eval("typeof window.caught"), "undefined");
        assert_eq!(browser.eval("document.images.length + document.querySelectorAll('svg[onload], main script, main style').length"), 0);
        // What documents say stands there as they say it.
        let says = format!("document.body.textContent.includes({})", json!(HOSTILE));
        assert_eq!(browser.eval(&says), true);
        assert_eq!(
            browser.eval(
                "[...document.links].every((link) => link.getAttribute('href').startsWith('#'))"
            ),
            true
        );
        // No part of it is wider than the screen.
        assert_eq!(
            browser.eval("document.documentElement.scrollWidth <= innerWidth"),
            true
        );
    }
}

#[test]
fn the_policy_keeps_out_what_would_get_in() {
    let Some(mut browser) = browser() else { return };
    // As if something had slipped through.
    let evil = "<p id=\"evil\" style=\"color: rgb(1, 2, 3)\" onclick=\"window.caught=1\">x</p>\
                <script>window.caught=1</script><img src=\"https://example.org/x.png\">\
                <style>body { color: rgb(1, 2, 3) }</style>";
    let (_folder, path) = saved(&page(&[]).replace("</main>", &format!("{evil}</main>")));
    browser.open(&path);
    browser.eval("document.getElementById('evil').click()");
    assert!(
        !browser.complaints().is_empty(),
        "the browser tells that it refuses"
    );
    assert_eq!(browser.eval("typeof window.caught"), "undefined");
    assert_ne!(
        browser.eval("getComputedStyle(document.getElementById('evil')).color"),
        "rgb(1, 2, 3)"
    );
    assert_eq!(
        browser.eval(
            "performance.getEntriesByType('resource').filter((one) => one.transferSize > 0).length"
        ),
        0
    );
    let markup = "(() => { try { document.body.innerHTML = '<b>x</b>'; return 'done' } catch { return 'refused' } })()";
    assert_eq!(browser.eval(markup), "refused");
}

#[test]
fn tables_are_sorted_and_filtered() {
    let Some(mut browser) = browser() else { return };
    let (_folder, path) = saved(&page(&[]));
    browser.open(&path);
    let column = |table: &str, column: usize| {
        format!(
            "[...document.querySelectorAll('#{table} tbody tr:not([hidden])')].map((row) => row.cells[{column}].textContent)"
        )
    };
    let click = |table: &str, column: usize| {
        format!("document.querySelectorAll('#{table} thead button')[{column}].click()")
    };
    // Numbers begin with the largest, then with the smallest.
    browser.eval(&click("t-aturan", 3));
    let falling: Vec<u32> = numbers(&browser.eval(&column("t-aturan", 3)));
    assert!(
        falling.len() > 5 && falling.is_sorted_by(|one, next| one >= next),
        "{falling:?}"
    );
    assert_eq!(
        browser.eval("document.querySelector('#t-aturan th[aria-sort]').ariaSort"),
        "descending"
    );
    browser.eval(&click("t-aturan", 3));
    let rising = numbers(&browser.eval(&column("t-aturan", 3)));
    assert!(rising.is_sorted(), "{rising:?}");
    // Words begin with A.
    browser.eval(&click("t-aturan", 0));
    let codes = browser.eval(&column("t-aturan", 0));
    let codes: Vec<_> = codes
        .as_array()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(codes.is_sorted(), "{codes:?}");
    // A filter by words, by a choice, and both.
    let set = |query: &str, value: &str| {
        format!(
            "(() => {{ const box = document.querySelector('{query}'); box.value = '{value}'; box.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
        )
    };
    browser.eval(&set("[data-pick=t-aturan]", "warning"));
    let levels = browser.eval(&column("t-aturan", 2));
    let levels = levels.as_array().unwrap();
    assert!(!levels.is_empty() && levels.iter().all(|level| level == "peringatan"));
    browser.eval(&set("[data-filter=t-aturan]", "nomor-dipakai-dua-kali"));
    assert_eq!(browser.eval(&column("t-aturan", 0)), json!(["KOR001"]));
    assert!(
        browser
            .eval("document.querySelector('[data-count=t-aturan]').textContent")
            .as_str()
            .unwrap()
            .starts_with("1 dari")
    );
    browser.eval(&set("[data-filter=t-aturan]", "tidak ada yang seperti ini"));
    assert_eq!(browser.eval(&column("t-aturan", 0)), json!([]));
    // All documents: listed, filtered, sorted.
    assert_eq!(
        browser
            .eval(&column("t-dokumen", 0))
            .as_array()
            .unwrap()
            .len(),
        15
    );
    browser.eval(&set("#f-dokumen [name=q]", "Layanan 1"));
    assert_eq!(
        browser
            .eval(&column("t-dokumen", 0))
            .as_array()
            .unwrap()
            .len(),
        3
    );
    browser.eval(&set("#f-dokumen [name=q]", ""));
    browser.eval(&click("t-dokumen", 4));
    let errors = numbers(&browser.eval(&column("t-dokumen", 4)));
    assert!(errors.is_sorted_by(|one, next| one >= next), "{errors:?}");
    // What has no score comes last, whichever way it is sorted.
    for _ in 0..2 {
        browser.eval(&click("t-dokumen", 3));
        let scores = browser.eval(&column("t-dokumen", 3));
        let scores = scores.as_array().unwrap();
        let unscored = scores
            .iter()
            .filter(|score| *score == "tanpa nilai")
            .count();
        assert!(unscored > 0);
        let last = &scores[scores.len() - unscored..];
        assert!(
            last.iter().all(|score| score == "tanpa nilai"),
            "{scores:?}"
        );
    }
    // A link to a document opens it and all around it.
    browser.eval("document.querySelector('#t-dokumen a').click()");
    browser.complaints();
    assert_eq!(browser.eval("(() => { const at = document.querySelector(location.hash); return at.open && at.closest('.unit').open })()"), true);
    assert_eq!(browser.complaints(), Vec::<Value>::new());
}

fn numbers(cells: &Value) -> Vec<u32> {
    let cells = cells.as_array().unwrap().iter();
    cells
        .map(|cell| cell.as_str().unwrap().parse().unwrap())
        .collect()
}

#[test]
fn the_keyboard_is_enough() {
    let Some(mut browser) = browser() else { return };
    let (_folder, path) = saved(&page(&[]));
    browser.medium("screen", "light");
    browser.open(&path);
    browser.press("Tab");
    assert_eq!(browser.eval("document.activeElement.className"), "skip");
    assert_eq!(
        browser.eval("document.activeElement.getBoundingClientRect().left >= 0"),
        true
    );
    browser.press("Tab");
    browser.press("Enter");
    assert_eq!(
        browser.eval("document.documentElement.dataset.theme"),
        "dark"
    );
    assert_ne!(
        browser.eval("getComputedStyle(document.activeElement).outlineStyle"),
        "none"
    );
    // A head of a table is a button that the keyboard reaches and presses.
    browser.eval("document.querySelector('#t-unit thead button').focus()");
    browser.press("Enter");
    assert_eq!(
        browser.eval("document.querySelector('#t-unit th').ariaSort"),
        "ascending"
    );
    browser.press(" ");
    assert_eq!(
        browser.eval("document.querySelector('#t-unit th').ariaSort"),
        "descending"
    );
    // A filter is typed into.
    browser.eval("document.querySelector('[data-filter=t-unit]').focus()");
    browser.enter("sosial");
    assert_eq!(
        browser.eval("document.querySelectorAll('#t-unit tbody tr:not([hidden])').length"),
        1
    );
    // A section is opened.
    browser.eval("document.querySelector('.unit > summary').focus()");
    browser.press("Enter");
    assert_eq!(browser.eval("document.querySelector('.unit').open"), true);
    // Whatever can be pressed has a name.
    assert_eq!(browser.eval("[...document.querySelectorAll('button, a, summary')].filter((one) => !one.textContent.trim()).length"), 0);
    assert_eq!(browser.eval("[...document.querySelectorAll('input, select')].filter((one) => !one.labels.length).length"), 0);
}

#[test]
fn it_is_dark_where_that_is_wished_and_light_on_paper() {
    let Some(mut browser) = browser() else { return };
    let (_folder, path) = saved(&page(&[]));
    let background = "getComputedStyle(document.body).backgroundColor";
    browser.medium("screen", "dark");
    browser.open(&path);
    let dark = browser.eval(background);
    browser.medium("screen", "light");
    let light = browser.eval(background);
    assert_ne!(dark, light);
    browser.eval("document.querySelector('#tools button').click()");
    assert_eq!(browser.eval(background), dark, "the button turns it");
    assert_eq!(browser.eval("document.querySelector('.unit').open"), false);
    browser.medium("print", "dark");
    assert_eq!(browser.eval(background), "rgb(255, 255, 255)");
    let shown = |query: &str| format!("document.querySelector('{query}').getClientRects().length");
    for gone in ["#tools", ".contents", ".filter", "#dokumen"] {
        assert_eq!(browser.eval(&shown(gone)), 0, "{gone}");
    }
    // On paper everything is open.
    assert_ne!(
        browser.eval("document.querySelector('.findings .h').getBoundingClientRect().height"),
        0
    );
    let pdf = browser.call("Page.printToPDF", json!({ "preferCSSPageSize": true }));
    assert!(
        pdf["data"].as_str().unwrap().starts_with("JVBERi0"),
        "a PDF"
    );
    assert_eq!(
        browser.eval("document.querySelector('.unit').open"),
        false,
        "closed again"
    );
    assert_eq!(browser.complaints(), Vec::<Value>::new());
}

#[test]
fn findings_from_the_data_read_like_those_in_the_markup() {
    let Some(mut browser) = browser() else { return };
    let rules = rules();
    let judged = judged(&rules, &documents());
    for lang in [Lang::Id, Lang::En] {
        let mut texts = Vec::new();
        for static_findings in [0, 600] {
            let limits = Limits {
                static_findings,
                ..Limits::default()
            };
            let (_folder, path) = saved(&within(&rules, &judged, limits, lang));
            browser.open(&path);
            let lazy = browser.eval("document.querySelectorAll('[data-doc]').length");
            assert_eq!(lazy.as_u64().unwrap() > 0, static_findings == 0);
            browser.eval(
                "document.querySelectorAll('details').forEach((one) => { one.open = true; })",
            );
            assert_eq!(browser.complaints(), Vec::<Value>::new());
            assert_eq!(browser.eval("document.querySelectorAll('.lazy').length"), 0);
            texts.push(browser.eval("[...document.querySelectorAll('.findings')].map((list) => list.outerHTML.replaceAll(' class=\"\"', ''))"));
        }
        assert!(texts[0].as_array().unwrap().len() > 10);
        assert_eq!(texts[0], texts[1]);
    }
}
