//! That everyone can use the page: on a narrow screen, by ear, by keyboard, on paper.

use serde_json::{Value, json};
use sopan::{report::audit::html::Limits, text::Lang};

use crate::{browser::browser, common::sopan, documents, judged, page, rules, saved, within};

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
