//! SARIF, for code scanning and editors.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::{
    DRAFT, NONE, city,
    common::{findings, sopan},
    draft,
    schema::sarif_mistakes,
    value,
};

#[test]
fn sarif_is_valid_and_complete() {
    let (sarif, json) = (city("sarif"), value(&city("json")));
    assert_eq!(sarif_mistakes(&sarif), NONE);
    let sarif = value(&sarif);
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    let found = findings(&json);
    assert_eq!(results.len(), found.len());
    assert!(results.len() > 20, "{}", results.len());
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert!(region["startLine"].as_u64() >= Some(1), "{result}");
    }
    // Each place is that of the JSON report.
    let place =
        |rule: &Value, line: &Value, column: &Value, offset: &Value, fingerprint: &Value| {
            format!("{rule} {line} {column} {offset} {fingerprint}")
        };
    let mut places: Vec<_> = results
        .iter()
        .map(|result| {
            let region = &result["locations"][0]["physicalLocation"]["region"];
            place(
                &result["ruleId"],
                &region["endLine"],
                &region["endColumn"],
                &region["byteOffset"],
                &result["partialFingerprints"]["sopan/v1"],
            )
        })
        .collect();
    let mut expected: Vec<_> = found
        .iter()
        .map(|(_, finding)| {
            let (start, end) = (&finding["span"]["start"], &finding["span"]["end"]);
            place(
                &finding["rule"],
                &end["line"],
                &end["column"],
                &start["offset"],
                &finding["fingerprint"],
            )
        })
        .collect();
    places.sort();
    expected.sort();
    assert_eq!(places, expected);
}

#[test]
fn sarif_of_one_finding() {
    let mut sarif = value(&draft("sarif", &[]));
    let fingerprint =
        value(&draft("json", &[]))["documents"][0]["findings"][0]["fingerprint"].clone();
    let first = format!("{}:1", fingerprint.as_str().unwrap());
    let run = &mut sarif["runs"][0];
    let index = run["results"][0]["ruleIndex"].as_u64().unwrap();
    let rule = run["tool"]["driver"]["rules"][usize::try_from(index).unwrap()].take();
    assert_eq!(
        run["results"],
        json!([{
            "ruleId": "BHS003", "ruleIndex": index, "level": "error",
            "message": { "text": "Nomor `☕ 188.45/.../2026` belum lengkap. Tulis nomornya \
                selengkapnya seperti pada keputusan; selama belum bernomor, hapus kunci ini dan \
                pakai `status: draf`." },
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": { "uri": "draf.yaml", "uriBaseId": "%SRCROOT%" },
                    "region": {
                        "startLine": 5, "startColumn": 21, "endLine": 5, "endColumn": 24,
                        "byteOffset": 93, "byteLength": 3
                    }
                },
                "logicalLocations": [{ "fullyQualifiedName": "/nomor_sop" }]
            }],
            "partialFingerprints": { "primaryLocationLineHash": first, "sopan/v1": fingerprint },
            "properties": {
                "reference": "UU 25/2009 Pasal 20 ayat (1); tata naskah dinas \
                    (Peraturan ANRI 5/2021)"
            }
        }])
    );
    assert_eq!(rule["id"], "BHS003");
    assert_eq!(rule["name"], "nomor-dikosongkan");
    assert_eq!(rule["defaultConfiguration"]["level"], "error");
    assert_eq!(rule["shortDescription"]["text"], "Nomor `…` belum lengkap");
    assert!(
        rule["help"]["markdown"]
            .as_str()
            .unwrap()
            .contains("**Salah**:\n\n    ")
    );
    assert!(rule.get("helpUri").is_none());
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    assert!(run["originalUriBaseIds"]["%SRCROOT%"].get("uri").is_none());
}

#[test]
fn sarif_names_files_by_uris() {
    let run = sopan().file("dinas/a b%[é]:1.yaml", DRAFT);
    let args = ["check", "--format", "sarif", "--select", "BHS003"];
    let sarif = run.args(args).exits(1).stdout;
    assert_eq!(sarif_mistakes(&sarif), NONE);
    let place = &value(&sarif)["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    let uri = place["artifactLocation"]["uri"].clone();
    assert_eq!(uri, "dinas/a%20b%25%5B%C3%A9%5D%3A1.yaml");
}

#[test]
fn sarif_has_fixes_and_related_places() {
    let sarif = city("sarif");
    let (sarif, json) = (value(&sarif), value(&city("json")));
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let found = findings(&json);
    let count = |key: &str| found.iter().filter(|(_, f)| f.get(key).is_some()).count();
    let with = |key: &str| results.iter().filter(|r| r.get(key).is_some()).count();
    assert_eq!(with("fixes"), count("fix"));
    assert_eq!(with("relatedLocations"), count("related"));
    assert!(with("relatedLocations") > 0);
    let edits: Vec<_> = results
        .iter()
        .filter_map(|result| result.get("fixes"))
        .map(|fixes| fixes[0]["artifactChanges"][0]["replacements"][0].clone())
        .collect();
    assert!(!edits.is_empty(), "no example has a fix");
    let mends = found.iter().filter_map(|(_, finding)| finding.get("fix"));
    let mends = mends.map(|fix| &fix["edits"][0]);
    let expected = mends.map(|edit| {
        let (start, end) = (
            edit["start"].as_u64().unwrap(),
            edit["end"].as_u64().unwrap(),
        );
        json!({
            "deletedRegion": { "byteOffset": start, "byteLength": end - start },
            "insertedContent": { "text": edit["text"] }
        })
    });
    let expected: HashSet<_> = expected.map(|edit| edit.to_string()).collect();
    for edit in edits {
        assert!(expected.contains(&edit.to_string()), "{edit}");
    }
}
