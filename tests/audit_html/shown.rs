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

#[test]
fn it_fits_a_narrow_screen() {
    let Some(mut browser) = browser() else { return };
    let (_folder, path) = saved(&page(&[]));
    let screen = json!({ "width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": true });
    browser.call("Emulation.setDeviceMetricsOverride", screen);
    browser.medium("screen", "light");
    browser.open(&path);
    browser.eval("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    // Only tables are wider, and they are scrolled by themselves, with the keyboard too.
    assert_eq!(
        browser.eval("document.documentElement.scrollWidth <= innerWidth"),
        true
    );
    assert_eq!(
        browser.eval("[...document.querySelectorAll('table')].filter((table) => !table.closest('.scroll[tabindex=\"0\"][role=region]')).length"),
        0
    );
    assert_eq!(browser.complaints(), Vec::<Value>::new());
}

#[test]
fn a_screen_reader_is_told_what_a_filter_and_a_sort_do() {
    let Some(mut browser) = browser() else { return };
    let (_folder, path) = saved(&page(&[]));
    browser.medium("screen", "light");
    browser.open(&path);
    // Every filter has a live region that stands there before it speaks.
    let silent = "[...document.querySelectorAll('[data-filter]')].filter((one) => document.querySelector(`[role=status][data-count=\"${one.dataset.filter}\"]`) === null).length";
    assert_eq!(browser.eval(silent), 0);
    assert_eq!(
        browser.eval("document.getElementById('n-dokumen').getAttribute('role')"),
        "status"
    );
    let told = "document.querySelector('[data-count=t-unit]').textContent";
    assert_eq!(browser.eval(told), "");
    browser.eval("document.querySelector('[data-filter=t-unit]').focus()");
    browser.enter("sosial");
    assert!(browser.eval(told).as_str().unwrap().starts_with("1 dari "));
    browser.enter(" tidak ada");
    assert_eq!(browser.eval(told), "Tidak ada yang cocok.");
    // The sums at the foot are no rows to be filtered.
    assert!(
        browser
            .eval("[...document.querySelectorAll('#t-unit tfoot tr')].every((row) => row.getClientRects().length > 0)")
            .as_bool()
            .unwrap()
    );
    // The head of a table has the name of its column and nothing else, and tells the order.
    let head = browser.call(
        "Runtime.evaluate",
        json!({ "expression": "document.querySelector('#t-unit th')" }),
    );
    let tree = browser.call(
        "Accessibility.getPartialAXTree",
        json!({ "objectId": head["result"]["objectId"], "fetchRelatives": false }),
    );
    assert_eq!(tree["nodes"][0]["role"]["value"], "columnheader");
    assert_eq!(tree["nodes"][0]["name"]["value"], "Unit");
    for (clicks, order) in [(1, "ascending"), (2, "descending")] {
        browser.eval("document.querySelector('#t-unit thead button').click()");
        let sorted = browser.eval(
            "[...document.querySelectorAll('#t-unit th[aria-sort]')].map((head) => head.ariaSort)",
        );
        assert_eq!(sorted, json!([order]), "{clicks}");
    }
    assert_eq!(browser.complaints(), Vec::<Value>::new());
}

#[test]
fn the_tab_key_goes_through_the_page_as_it_is_read() {
    let Some(mut browser) = browser() else { return };
    let (_folder, path) = saved(&page(&[]));
    browser.medium("screen", "light");
    browser.open(&path);
    let mut tops = Vec::new();
    for _ in 0..40 {
        browser.press("Tab");
        // What has the focus is seen, and is marked.
        let seen = browser.eval("(() => { const at = document.activeElement; const box = at.getBoundingClientRect(); return at !== document.body && box.bottom > 0 && box.top < innerHeight && box.width > 0 && getComputedStyle(at).outlineStyle !== 'none' })()");
        assert_eq!(
            seen,
            true,
            "{}",
            browser.eval("document.activeElement.outerHTML.slice(0, 200)")
        );
        let place = "[...document.querySelectorAll('*')].indexOf(document.activeElement)";
        tops.push(browser.eval(place).as_u64().unwrap());
    }
    assert!(tops.is_sorted(), "{tops:?}");
    assert_eq!(
        browser.eval("document.querySelectorAll('[tabindex]:not([tabindex=\"0\"], [tabindex=\"-1\"])').length"),
        0
    );
}

#[test]
fn paper_repeats_the_heads_of_tables_and_can_leave_the_details_out() {
    let Some(mut browser) = browser() else { return };
    let (_folder, path) = saved(&page(&[]));
    browser.medium("print", "light");
    browser.open(&path);
    let shown = |query: &str| format!("document.querySelector('{query}').getClientRects().length");
    // Browsers repeat no buttons.
    assert_eq!(browser.eval(&shown("#t-aturan th button")), 0);
    assert_ne!(browser.eval(&shown("#t-aturan th .paper")), 0);
    assert_ne!(browser.eval(&shown("#rincian")), 0);
    // The first button for paper prints the overview only; afterwards all is as before.
    browser.eval("window.print = () => { window.seen = document.getElementById('rincian').getClientRects().length; window.dispatchEvent(new Event('afterprint')) }");
    for (button, is_shown) in [(1, false), (2, true)] {
        browser.eval(&format!(
            "document.querySelectorAll('#tools button')[{button}].click()"
        ));
        let seen = browser.eval("window.seen").as_u64().unwrap();
        assert_eq!(seen > 0, is_shown, "{button}");
        assert_eq!(
            browser.eval("document.documentElement.dataset.print === undefined"),
            true
        );
    }
}

#[test]
fn a_rule_is_told_with_what_its_findings_are() {
    // A rule whose findings settings make less grave is not told as grave.
    let page = sopan()
        .file("a.yaml", &documents()[0].1)
        .file("sopan.yaml", "severity:\n  WKT001: info\n")
        .args(["audit", "a.yaml", "--format", "html"])
        .exits(0)
        .stdout;
    let row = page.split("<th scope=\"row\">WKT001</th>").nth(1).unwrap();
    let row = row.split("</tr>").next().unwrap();
    assert!(
        row.contains("class=\"sev info\"") && !row.contains("sev error"),
        "{row}"
    );
    assert!(row.contains("Waktu tidak pasti"), "{row}");
    assert!(
        row.contains("Misalnya: Jangka waktu <code>secepatnya</code>"),
        "{row}"
    );
}

#[test]
fn a_document_without_details_is_found_with_its_file() {
    let Some(mut browser) = browser() else { return };
    let rules = rules();
    let judged = judged(&rules, &documents());
    let limits = Limits {
        documents: 5,
        ..Limits::default()
    };
    let (_folder, path) = saved(&within(&rules, &judged, limits, Lang::Id));
    browser.open(&path);
    let rows = "document.querySelectorAll('#t-dokumen tbody tr').length";
    assert_eq!(browser.eval(rows), 15, "all of them are listed");
    let linked = "[...document.querySelectorAll('#t-dokumen tbody a')].filter((link) => document.querySelector(link.getAttribute('href'))).length";
    assert_eq!(browser.eval(linked), 5);
    let plain = "[...document.querySelectorAll('#t-dokumen tbody th')].filter((head) => !head.querySelector('a')).every((head) => head.querySelector('small').textContent.endsWith('.yaml'))";
    assert_eq!(browser.eval(plain), true);
    // By its file as well as by its name.
    browser.eval("(() => { const box = document.querySelector('#f-dokumen [name=q]'); box.value = 'a/7.yaml'; box.dispatchEvent(new Event('input', { bubbles: true })); })()");
    assert_eq!(browser.eval(rows), 1);
    assert_eq!(browser.complaints(), Vec::<Value>::new());
}
