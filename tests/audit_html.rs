//! The page of an audit: what stands in it, and how it behaves in a browser.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod browser;
mod common;

use std::{fs, path::PathBuf};

use regex::Regex;
use sopan::{
    audit::{Audit, GroupBy},
    corpus::{self, Extent},
    judge::{Judge, Judged, Policy, Verdicts, judge},
    lint::Linter,
    report::audit::{
        Options, Report,
        html::{Limits, write_within},
    },
    rule::{Packs, RuleSet},
    text::Lang,
};
use tempfile::TempDir;

use self::{browser::browser, common::sopan};

/// Words that would do something where they were taken for more than words.
const HOSTILE: &str = r#"<script>window.caught=1</script>"><img src=x onerror=window.caught=1></script><!--<svg onload=window.caught=1>' javascript:window.caught=1 `&lt;b&gt;` {{7*7}} ]]>"#;

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Documents of three units, with gaps, with hostile words wherever words may stand.
fn documents() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for number in 0..12 {
        let unit = ["Dinas Kesehatan", "Dinas Sosial", "Kecamatan Contoh"][number % 3];
        let mut text = format!("jenis: standar-pelayanan\nnama: Layanan {number}\nunit: {unit}\n");
        text.push_str("wilayah: Kota Contoh\nnomor: 065/1/2025\n");
        if number % 3 != 1 {
            text.push_str("jangka_waktu: secepatnya\nbiaya: Sesuai ketentuan\n");
        }
        if number % 4 == 0 {
            text.push_str("dasar_hukum: [UU No. 22 Th. 1999]\nproduk: TBD\n");
        }
        files.push((format!("a/{number}.yaml"), text));
    }
    let hostile = quoted(HOSTILE);
    files.push((
        "x/jahat.yaml".to_owned(),
        format!(
            "jenis: standar-pelayanan\nnama: {hostile}\nunit: {hostile}\nwilayah: {hostile}\n\
             nomor: {hostile}\njangka_waktu: {hostile}\nbiaya: {hostile}\nproduk: TBD {HOSTILE}\n\
             dasar_hukum: [{hostile}, UU No. 22 Th. 1999]\n{hostile}: {hostile}\n"
        ),
    ));
    files.push((
        "x/tugas.yaml".to_owned(),
        format!(
            "jenis: tupoksi\nnama: Tugas\nunit: Dinas Sosial\nwilayah: Kota Contoh\ntugas:\n\
             - {{id: T-01, uraian: {hostile}}}\n- {{id: T-02, uraian: Membina lembaga}}\n---\n\
             jenis: sop\nnama: Pembinaan\nunit: Dinas Sosial\nwilayah: Kota Contoh\n\
             tupoksi: [T-02]\n"
        ),
    ));
    files.push((
        "x/rusak.yaml".to_owned(),
        format!("jenis: sop\nnama: [{HOSTILE}\n"),
    ));
    files
}

/// The page of these documents.
fn page(args: &[&str]) -> String {
    let all = ["audit", ".", "--format", "html"].iter().chain(args);
    let mut run = sopan().args(all);
    for (name, text) in documents() {
        run = run.file(&name, &text);
    }
    run.exits(0).stdout
}

fn rules() -> RuleSet {
    Packs::builtin().unwrap().compile().unwrap()
}

fn judged(rules: &RuleSet, files: &[(String, String)]) -> Judged {
    let linter = Linter {
        rules,
        today: common::TODAY.parse().unwrap(),
        limits: Default::default(),
        excerpts: true,
    };
    let check =
        |(name, text): &(String, String)| linter.check_bytes(name, text.clone().into(), None);
    let mut files: Vec<_> = files.iter().map(check).collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    corpus::check(&mut files, rules, Extent::Everything);
    let verdicts = Verdicts::new(rules, &[], &[], None);
    let judging = Judge::new(linter, &verdicts).across(Extent::Everything);
    let policy = Policy::new(rules);
    let files = files.into_iter().map(|file| judging.file(file, &policy));
    judge(files.collect(), rules, &verdicts, None, 0)
}

/// The page of documents within limits.
fn within(rules: &RuleSet, judged: &Judged, limits: Limits, lang: Lang) -> String {
    let audit = Audit::new(judged, rules, 95.0, GroupBy::Unit);
    let coverage = corpus::coverage(&judged.files, rules);
    let report = Report {
        coverage: &coverage,
        judged,
        audit: &audit,
        rules,
        comparison: None,
    };
    let options = Options {
        lang,
        today: common::TODAY.parse().unwrap(),
        colour: false,
        width: 80,
        details: false,
        min_score: None,
    };
    let mut bytes = Vec::new();
    write_within(&report, &options, limits, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

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
    assert_eq!(browser.complaints(), Vec::<serde_json::Value>::new());
    browser.eval("document.querySelectorAll('#t-perubahan thead button')[3].click()");
    assert_eq!(
        browser.eval("document.querySelector('#t-perubahan th[aria-sort]').ariaSort"),
        "descending"
    );
}

/// A file with the page, and its folder.
fn saved(page: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("audit.html");
    fs::write(&path, page).unwrap();
    (folder, path)
}

/// The page without what stands in its style and its scripts.
fn markup(page: &str) -> String {
    let style = Regex::new("(?s)<style>.*?</style>").unwrap();
    let script = Regex::new("(?s)(<script[^>]*>).*?</script>").unwrap();
    let page = style.replace_all(page, "<style></style>");
    script.replace_all(&page, "$1</script>").into_owned()
}

#[test]
fn nothing_in_the_markup_loads_runs_or_styles_by_itself() {
    let page = page(&[]);
    let markup = markup(&page);
    let tags = Regex::new(r#"<[a-z][a-z0-9]*((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*>"#).unwrap();
    let attributes = Regex::new(r#"([a-zA-Z-]+)(?:="([^"]*)")?"#).unwrap();
    // Every tag is of the plain form above, so no attribute is missed.
    let opened = Regex::new("<[a-z]").unwrap();
    let self_closed = markup.replace("/>", ">");
    assert_eq!(
        opened.find_iter(&self_closed).count(),
        tags.find_iter(&self_closed).count()
    );
    let known = [
        "class",
        "id",
        "href",
        "title",
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "aria-label",
        "aria-labelledby",
        "aria-hidden",
        "role",
        "tabindex",
        "scope",
        "datetime",
        "type",
        "value",
        "hidden",
        "open",
        "width",
        "height",
        "x",
        "focusable",
        "data-v",
        "data-doc",
        "data-sort",
        "data-filter",
        "data-pick",
        "data-count",
        "viewBox",
        "preserveAspectRatio",
    ];
    let tag = Regex::new(r"<[a-z][a-z0-9]*([^<>]*)>").unwrap();
    for tag in tag.captures_iter(&self_closed) {
        for attribute in attributes.captures_iter(&tag[1]) {
            let value = attribute.get(2).map_or("", |value| value.as_str());
            assert!(known.contains(&&attribute[1]), "{}", &tag[0]);
            if &attribute[1] == "href" {
                assert!(value.starts_with('#'), "{}", &tag[0]);
            }
        }
    }
    for name in [
        "<img",
        "<iframe",
        "<object",
        "<link",
        "<base",
        "<form action",
        "http://",
    ] {
        assert!(!markup.contains(name), "{name}");
    }
    assert_eq!(markup.matches("<script").count(), 2);
    assert_eq!(markup.matches("</script>").count(), 2);
    assert!(markup.contains("&#60;script&#62;") || markup.contains("&lt;script&gt;"));
}

#[test]
fn the_policy_stands_first_and_allows_only_what_stands_in_the_page() {
    let page = page(&[]);
    let start = page.get(..400).unwrap();
    assert!(
        start.starts_with("<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src &#39;sha256-"),
        "{start}"
    );
    assert!(!page.contains("unsafe-inline") && !page.contains("unsafe-eval"));
}

#[test]
fn headings_are_in_order_and_tables_have_captions_and_scopes() {
    for args in [&[][..], &["--lang", "en"]] {
        let markup = markup(&page(args));
        let headings = Regex::new("<h([1-6])[ >]").unwrap();
        let levels: Vec<u32> = headings
            .captures_iter(&markup)
            .map(|level| level[1].parse().unwrap())
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert_eq!(levels[0], 1);
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{levels:?}"
        );
        let tables = markup.matches("<table").count();
        assert!(tables >= 4);
        assert_eq!(markup.matches("<caption").count(), tables);
        let heads = Regex::new("<th[ >]").unwrap().find_iter(&markup).count();
        assert_eq!(markup.matches("<th scope=").count(), heads);
        let ids = Regex::new(r#" id="([^"]+)""#).unwrap();
        let mut ids: Vec<_> = ids
            .captures_iter(&markup)
            .map(|id| id[1].to_owned())
            .collect();
        let links = Regex::new(r##"(?:href="#|aria-labelledby=")([^"]+)""##).unwrap();
        for link in links.captures_iter(&markup) {
            assert!(ids.iter().any(|id| *id == link[1]), "{}", &link[0]);
        }
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "every id once");
    }
}

#[test]
fn the_page_speaks_one_language() {
    let indonesian = page(&[]);
    let english = page(&["--lang", "en"]);
    assert!(english.contains("<html lang=\"en\">"));
    for (id, en) in [
        ("Nilai keseluruhan", "Overall score"),
        ("Daftar revisi", "To revise"),
    ] {
        assert!(indonesian.contains(id) && !indonesian.contains(en), "{en}");
        assert!(english.contains(en) && !english.contains(id), "{id}");
    }
    assert_eq!(
        indonesian,
        page(&[]),
        "the same documents give the same page"
    );
}

#[test]
fn what_does_not_fit_is_counted() {
    let rules = rules();
    let judged = judged(&rules, &documents());
    let limits = Limits {
        static_findings: 0,
        documents: 5,
        data_bytes: 300,
    };
    let page = within(&rules, &judged, limits, Lang::En);
    assert!(
        page.contains("10 documents with the highest scores are not listed"),
        "{page}"
    );
    assert!(page.contains("findings; see the CSV, XLSX or JSON report."));
    let everything = within(&rules, &judged, Limits::default(), Lang::En);
    assert!(!everything.contains("are not listed"));
    // Without the script every finding of a small audit can be read.
    let findings = judged.summary.findings();
    let of_files: usize = judged.files.iter().map(|file| file.findings.len()).sum();
    let items = everything.matches("<p class=\"m\">").count();
    assert_eq!(items, findings - of_files);
}

#[test]
fn colours_of_text_stand_out_from_what_is_behind() {
    let style = include_str!("../src/report/audit/html/page/page.css");
    let palette = Regex::new(r"color-scheme: (light|dark);((?:\s*--[^;]+;)+)").unwrap();
    let variable = Regex::new("--([a-z0-9-]+): (#[0-9a-f]+)").unwrap();
    let mut palettes = 0;
    for block in palette.captures_iter(style) {
        palettes += 1;
        let colour = |name: &str| {
            let found = variable
                .captures_iter(&block[2])
                .find(|one| &one[1] == name);
            luminance(&found.unwrap()[2])
        };
        let mut pairs = vec![
            ("ink", "paper"),
            ("soft", "paper"),
            ("soft", "wash"),
            ("accent", "paper"),
            ("accent", "wash"),
            ("accent-ink", "accent"),
            ("mark-ink", "mark"),
            ("error", "paper"),
            ("error", "wash"),
            ("warning", "paper"),
            ("warning", "wash"),
            ("info", "paper"),
            ("soft", "h10"),
            ("h-deep", "h0"),
            ("h-deep", "h1"),
            ("h-deep", "h2"),
        ];
        pairs.extend(["q0", "q1", "q2", "q3", "q4"].map(|grade| ("q-ink", grade)));
        pairs
            .extend(["h3", "h4", "h5", "h6", "h7", "h8", "h9", "h10"].map(|cell| ("h-pale", cell)));
        for (text, behind) in pairs {
            let (one, other) = (colour(text), colour(behind));
            // WCAG 2.2, success criterion 1.4.3.
            let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
            assert!(
                contrast >= 4.5,
                "{} {text} on {behind}: {contrast:.2}",
                &block[1]
            );
        }
    }
    assert_eq!(palettes, 4, "light, dark twice, and paper");
}

/// The relative luminance of `#rrggbb` or `#rgb`, as WCAG defines it.
fn luminance(colour: &str) -> f64 {
    let digits = &colour[1..];
    let width = digits.len() / 3;
    let parts = (0..3).map(|part| {
        let digits = &digits[part * width..(part + 1) * width];
        let value = u32::from_str_radix(digits, 16).unwrap();
        let share = f64::from(value) / if width == 1 { 15.0 } else { 255.0 };
        match share <= 0.04045 {
            true => share / 12.92,
            false => ((share + 0.055) / 1.055).powf(2.4),
        }
    });
    parts
        .zip([0.2126, 0.7152, 0.0722])
        .map(|(share, weight)| share * weight)
        .sum()
}

#[test]
fn a_browser_opens_it_without_a_request_and_without_a_complaint() {
    let Some(mut browser) = browser() else { return };
    for args in [&[][..], &["--lang", "en"]] {
        let (_folder, path) = saved(&page(args));
        browser.medium("screen", "light");
        browser.open(&path);
        assert_eq!(browser.complaints(), Vec::<serde_json::Value>::new());
        assert_eq!(browser.requests().len(), 1, "{:?}", browser.requests());
        assert_eq!(browser.eval("typeof window.caught"), "undefined");
        assert_eq!(browser.eval("document.images.length + document.querySelectorAll('svg[onload], main script, main style').length"), 0);
        // What documents say stands there as they say it.
        let says = format!(
            "document.body.textContent.includes({})",
            serde_json::json!(HOSTILE)
        );
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
    assert_eq!(
        browser.eval(&column("t-aturan", 0)),
        serde_json::json!(["KOR001"])
    );
    assert!(
        browser
            .eval("document.querySelector('[data-count=t-aturan]').textContent")
            .as_str()
            .unwrap()
            .starts_with("1 dari")
    );
    browser.eval(&set("[data-filter=t-aturan]", "tidak ada yang seperti ini"));
    assert_eq!(browser.eval(&column("t-aturan", 0)), serde_json::json!([]));
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
    // A link to a document opens it and all around it.
    browser.eval("document.querySelector('#t-dokumen a').click()");
    browser.complaints();
    assert_eq!(browser.eval("(() => { const at = document.querySelector(location.hash); return at.open && at.closest('.unit').open })()"), true);
    assert_eq!(browser.complaints(), Vec::<serde_json::Value>::new());
}

fn numbers(cells: &serde_json::Value) -> Vec<u32> {
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
    let pdf = browser.call(
        "Page.printToPDF",
        serde_json::json!({ "preferCSSPageSize": true }),
    );
    assert!(
        pdf["data"].as_str().unwrap().starts_with("JVBERi0"),
        "a PDF"
    );
    assert_eq!(
        browser.eval("document.querySelector('.unit').open"),
        false,
        "closed again"
    );
    assert_eq!(browser.complaints(), Vec::<serde_json::Value>::new());
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
            assert_eq!(browser.complaints(), Vec::<serde_json::Value>::new());
            assert_eq!(browser.eval("document.querySelectorAll('.lazy').length"), 0);
            texts.push(browser.eval("[...document.querySelectorAll('.findings')].map((list) => list.outerHTML.replaceAll(' class=\"\"', ''))"));
        }
        assert!(texts[0].as_array().unwrap().len() > 10);
        assert_eq!(texts[0], texts[1]);
    }
}
