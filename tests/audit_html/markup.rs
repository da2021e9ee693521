//! What stands in the page.

use regex::Regex;
use sopan::{report::audit::html::Limits, text::Lang};

use crate::{documents, judged, page, rules, within};

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
    well_formed(&markup(&page(&[])));
    well_formed(&markup(&page(&["--lang", "en"])));
}

fn well_formed(markup: &str) {
    let headings = Regex::new("<h([1-6])[ >]").unwrap();
    let levels: Vec<u32> = headings
        .captures_iter(markup)
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
    let heads = Regex::new("<th[ >]").unwrap().find_iter(markup).count();
    assert_eq!(markup.matches("<th scope=").count(), heads);
    let ids = Regex::new(r#" id="([^"]+)""#).unwrap();
    let mut ids: Vec<_> = ids
        .captures_iter(markup)
        .map(|id| id[1].to_owned())
        .collect();
    let links = Regex::new(r##"(?:href="#|aria-labelledby=")([^"]+)""##).unwrap();
    for link in links.captures_iter(markup) {
        assert!(ids.iter().any(|id| *id == link[1]), "{}", &link[0]);
    }
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "every id once");
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
        listed: 12,
        data_bytes: 300,
    };
    let page = within(&rules, &judged, limits, Lang::En);
    assert!(
        page.contains("10 documents with the highest scores have no details here"),
        "{page}"
    );
    assert!(
        page.contains("3 documents with the highest scores are not on this page"),
        "{page}"
    );
    assert!(page.contains("findings; see the XLSX report or sopan check."));
    let everything = within(&rules, &judged, Limits::default(), Lang::En);
    assert!(!everything.contains("have no details here"));
    assert!(!everything.contains("are not on this page"));
    // Without the script every finding of a small audit can be read.
    let findings = judged.summary.findings();
    let items = everything.matches("<p class=\"m\">").count();
    assert_eq!(items, findings);
}

#[test]
fn colours_of_text_stand_out_from_what_is_behind() {
    let style = include_str!("../../src/report/audit/html/page/page.css");
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
