//! All forms tell the same numbers, and the rows of each add up to them.

use calamine::{Data, Reader, Xlsx};
use regex::Regex;
use serde_json::Value;

use crate::{common::sopan, documents};

/// Errors, warnings and infos.
type Counts = [u64; 3];

/// What the documents of the page are in another form.
fn form(args: &[&str]) -> String {
    run(args).exits(0).stdout
}

fn run(args: &[&str]) -> crate::common::Sopan {
    let mut run = sopan().args(["audit", ".", "--format"].iter().chain(args));
    for (name, text) in documents() {
        run = run.file(&name, &text);
    }
    // A file with a finding that belongs to none of its documents.
    let two = "jenis: maklumat-pelayanan\nnama: Maklumat\nunit: Dinas Sosial\n---\nnama: [\n";
    run.file("a/dua.yaml", two)
}

fn counts(numbers: &[&str]) -> Counts {
    let mut numbers = numbers.iter().map(|number| number.parse().unwrap());
    let counts = [(); 3].map(|()| numbers.next().unwrap());
    assert_eq!(numbers.next(), None);
    counts
}

fn of_json(value: &Value) -> Counts {
    ["error", "warning", "info"].map(|key| value[key].as_u64().unwrap())
}

/// The cells of the rows between two marks of the page.
fn rows(page: &str, table: &str, part: &str) -> Vec<Vec<String>> {
    let table = page.split(&format!("id=\"{table}\"")).nth(1).unwrap();
    let part = table.split(&format!("<{part}>")).nth(1).unwrap();
    let end = Regex::new("</t(body|foot)>").unwrap().find(part).unwrap();
    let cell = Regex::new("(?s)<t[hd][^>]*>(.*?)</t[hd]>").unwrap();
    let tag = Regex::new("<[^>]*>").unwrap();
    part[..end.start()]
        .split("</tr>")
        .map(|row| {
            let cells = cell.captures_iter(row);
            let cells = cells.map(|cell| tag.replace_all(&cell[1], "").trim().to_owned());
            cells.collect()
        })
        .filter(|row: &Vec<String>| !row.is_empty())
        .collect()
}

fn last_three(rows: &[Vec<String>]) -> Counts {
    let mut sum = [0; 3];
    for row in rows {
        for (sum, cell) in sum.iter_mut().zip(&row[row.len() - 3..]) {
            *sum += cell.parse::<u64>().unwrap();
        }
    }
    sum
}

#[test]
fn every_form_tells_the_same_numbers() {
    let json: Value = serde_json::from_str(&form(&["json"])).unwrap();
    let all = of_json(&json["overall"]);
    assert!(all.iter().all(|count| *count > 0), "{all:?}");
    let documents = json["documents"].as_array().unwrap();
    let of_documents = documents.iter().map(of_json);
    let of_documents = of_documents.fold([0; 3], |sum, one| [0, 1, 2].map(|at| sum[at] + one[at]));
    assert!(of_documents[0] < all[0], "some belong to files");
    let of_rules = json["rules"].as_array().unwrap().iter();
    let of_rules: u64 = of_rules
        .map(|rule| rule["findings"].as_u64().unwrap())
        .sum();
    assert_eq!(of_rules, all.iter().sum::<u64>());

    let human = form(&["human"]);
    let told = Regex::new(r"Temuan +(\d+) galat, (\d+) peringatan, (\d+) info").unwrap();
    let told = told.captures(&human).unwrap();
    assert_eq!(counts(&[&told[1], &told[2], &told[3]]), all);

    let markdown = form(&["markdown"]);
    let told = Regex::new(r"(?m)^\| \*\*.*\| (\d+) \| (\d+) \| (\d+) \|$").unwrap();
    let told = told.captures(&markdown).unwrap();
    assert_eq!(counts(&[&told[1], &told[2], &told[3]]), all);
    let files = all.iter().sum::<u64>() - of_documents.iter().sum::<u64>();
    assert!(markdown.contains(&format!("Temuan pada berkas, di luar dokumen: {files}.")));

    let book = run(&["xlsx", "-o", "audit.xlsx"]);
    book.exits(0);
    let mut book: Xlsx<_> = calamine::open_workbook(book.path("audit.xlsx")).unwrap();
    let overview = book.worksheet_range_at(0).unwrap().unwrap();
    let number = |label: &str| {
        let mut rows = overview.rows();
        let row = rows.find(|row| row[0] == Data::String(label.to_owned()));
        row.unwrap()[1].to_string().parse::<u64>().unwrap()
    };
    assert_eq!(["Galat", "Peringatan", "Info"].map(number), all);
}

#[test]
fn the_rows_of_the_page_add_up() {
    let json: Value = serde_json::from_str(&form(&["json"])).unwrap();
    let all = of_json(&json["overall"]);
    for by in ["unit", "region", "kind", "folder"] {
        let page = form(&["html", "--group-by", by]);
        let units = rows(&page, "t-unit", "tbody");
        let sums = rows(&page, "t-unit", "tfoot");
        let [files, total] = &sums[..] else {
            panic!("files and all: {sums:?}")
        };
        assert_eq!(files[0], "Berkas, di luar dokumen");
        assert_eq!(last_three(std::slice::from_ref(total)), all);
        let rows = [&units[..], std::slice::from_ref(files)].concat();
        assert_eq!(last_three(&rows), all, "{by}");
        // The documents as well.
        let documents = units.iter().map(|row| row[3].parse::<usize>().unwrap());
        assert_eq!(total[3], documents.sum::<usize>().to_string());
    }
    let page = form(&["html"]);
    let rules = rows(&page, "t-aturan", "tbody");
    let findings = rules.iter().map(|row| row[3].parse::<u64>().unwrap());
    assert_eq!(findings.sum::<u64>(), all.iter().sum::<u64>());
    assert_eq!(
        rows(&page, "t-aturan", "tfoot")[0][3],
        all.iter().sum::<u64>().to_string()
    );
    let number = |title: &str| {
        let cell = page.split(&format!("<dt>{title}</dt>")).nth(1).unwrap();
        let cell = Regex::new(r#"class="num">([\d.]+)<"#)
            .unwrap()
            .captures(cell)
            .unwrap();
        cell[1].parse::<u64>().unwrap()
    };
    assert_eq!(["Galat", "Peringatan"].map(number), [all[0], all[1]]);
    // Each finding of a file can be read, with what helps.
    let section = page.split("id=\"berkas\"").nth(1).unwrap();
    let section = section.split("</section>").next().unwrap();
    assert!(section.contains("x/rusak.yaml") && section.contains("a/dua.yaml"));
    let files = json["files"].as_array().unwrap().iter();
    let files: usize = files
        .flat_map(|file| file["fingerprints"].as_object().unwrap().values())
        .map(|prints| prints.as_array().unwrap().len())
        .sum();
    assert_eq!(section.matches("<p class=\"m\">").count(), files);
    assert_eq!(section.matches("<p class=\"h\">").count(), files);
}

#[test]
fn no_rule_is_told_with_gaps() {
    // A name that is cut where it is very long ends so; no word of the report does.
    let gap = Regex::new("(^|[ >`])…").unwrap();
    for lang in ["id", "en"] {
        let page = form(&["html", "--lang", lang]);
        let markup = page.split("id=\"data\"").next().unwrap();
        for part in ["ringkasan", "aturan", "perbedaan"] {
            let section = markup
                .split(&format!("<section id=\"{part}\""))
                .nth(1)
                .unwrap();
            let section = section.split("</section>").next().unwrap();
            assert!(!gap.is_match(section), "{part}: {section}");
        }
    }
}

#[test]
fn what_changed_adds_up_with_what_is_there() {
    let last = form(&["json"]);
    let mut now = sopan();
    for (name, text) in documents() {
        // One file is mended, another one breaks.
        let text = match &*name {
            "x/rusak.yaml" => "jenis: sop\nnama: Baik\n".to_owned(),
            "a/3.yaml" => text + "---\nnama: [\n",
            _ => text,
        };
        now = now.file(&name, &text);
    }
    let two = "jenis: maklumat-pelayanan\nnama: Maklumat\nunit: Dinas Sosial\n---\nnama: [\n";
    let now = now
        .file("a/dua.yaml", two)
        .with(|folder| std::fs::write(folder.join("lalu.json"), &last).unwrap());
    let json: Value = serde_json::from_str(
        &now.args([
            "audit",
            "a",
            "x",
            "--compare",
            "lalu.json",
            "--format",
            "json",
        ])
        .exits(0)
        .stdout,
    )
    .unwrap();
    let findings = &json["comparison"]["findings"];
    let count = |key: &str| findings[key].as_u64().unwrap();
    let all: u64 = of_json(&json["overall"]).iter().sum();
    assert_eq!(count("new") + count("remaining"), all);
    let before: Value = serde_json::from_str(&last).unwrap();
    let before: u64 = of_json(&before["overall"]).iter().sum();
    assert_eq!(count("mended") + count("gone") + count("remaining"), before);
}
