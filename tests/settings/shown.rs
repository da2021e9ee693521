//! `sopan settings`: what counts for a file, and where it comes from.

use insta::assert_snapshot;

use crate::{
    DRAFT,
    common::{Sopan, sopan},
    repository,
};

fn city() -> Sopan {
    repository()
        .file(
            "sopan.yaml",
            "region: Kota Pontianak\nlocked: [SP001, WKT]\nfail_on: warning\nexclude: [arsip/]\n",
        )
        .file(
            "rsud/sopan.yaml",
            "disable: [SP, KEP003]\nseverity: { BHS: info }\nexclude: [igd/]\n",
        )
        .file("rsud/a.yaml", DRAFT)
        .file("rsud/igd/b.yaml", DRAFT)
}

/// Without the rules that come and go with the packs.
fn some_rules(stdout: &str) -> String {
    let kept = ["SP001", "SP002", "KEP003", "BHS001"];
    let is_rule = |line: &str| {
        let code = line.split_whitespace().next().unwrap_or_default();
        line.starts_with("  ")
            && code
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    let lines = stdout
        .lines()
        .filter(|line| !is_rule(line) || kept.iter().any(|code| line.trim().starts_with(code)));
    // The columns are as wide as the longest name.
    let squeezed = lines.map(|line| match is_rule(line) {
        true => line.split_whitespace().collect::<Vec<_>>().join(" "),
        false => line.to_owned(),
    });
    squeezed.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_settings_of_a_file() {
    let out = city().args(["settings", "rsud/a.yaml"]).exits(0);
    assert_snapshot!(some_rules(&out.stdout), @"
    Setelan untuk rsud/a.yaml

    Berkas setelan
      rsud/sopan.yaml
      sopan.yaml  (teratas)
      Pencarian berhenti di sini: puncak repositori (.git).

    Isi
      root     false                  bawaan
      exclude  arsip/                 sopan.yaml:4
               igd/                   rsud/sopan.yaml:3
      region   Kota Pontianak         sopan.yaml:1
      locked   SP001                  sopan.yaml:2
      fail_on  warning                sopan.yaml:3
      target   95                     bawaan
      lang     id                     bawaan
      ignores  reason_required: true  bawaan
      score    silenced_meets: false  bawaan

    Aturan yang berbeda dari paketnya
    BHS001 isian-belum-diganti info (bawaan galat) rsud/sopan.yaml:2
    KEP003 wilayah-tidak-ada mati rsud/sopan.yaml:1
    SP001 dasar-hukum-tidak-ada dikunci sopan.yaml:2
    SP002 persyaratan-tidak-ada mati rsud/sopan.yaml:1
    ");
    let out = city()
        .args(["settings", "rsud/igd/b.yaml", "--lang", "en"])
        .exits(0);
    assert_snapshot!(some_rules(&out.stdout), @"
    Settings for rsud/igd/b.yaml
      excluded by rsud/sopan.yaml:3: checked by locked rules only

    Settings files
      rsud/sopan.yaml
      sopan.yaml  (topmost)
      rsud/igd/sopan.yaml: not there
      The search ends here: the top of the repository (.git).

    Values
      root     false                  default
      exclude  arsip/                 sopan.yaml:4
               igd/                   rsud/sopan.yaml:3
      region   Kota Pontianak         sopan.yaml:1
      locked   SP001                  sopan.yaml:2
      fail_on  warning                sopan.yaml:3
      target   95                     default
      lang     en                     command line
      ignores  reason_required: true  default
      score    silenced_meets: false  default

    Rules that differ from their pack
    KEP003 wilayah-tidak-ada off rsud/sopan.yaml:1
    SP001 dasar-hukum-tidak-ada locked sopan.yaml:2
    SP002 persyaratan-tidak-ada off rsud/sopan.yaml:1
    ");
    let out = sopan().args(["settings", "--no-settings"]).exits(0);
    assert_snapshot!(some_rules(&out.stdout), @"
    Setelan di folder ini

    Berkas setelan
      tidak dipakai (--no-settings)

    Isi
      root     false                  bawaan
      fail_on  error                  bawaan
      target   95                     bawaan
      lang     id                     bawaan
      ignores  reason_required: true  bawaan
      score    silenced_meets: false  bawaan
    ");
}

#[test]
fn the_settings_of_a_file_for_programs() {
    let out = city()
        .args(["settings", "rsud/igd/b.yaml", "--format", "json"])
        .exits(0)
        .json();
    let mut out = out;
    let rules = out["rules"].take();
    assert_snapshot!(serde_json::to_string_pretty(&out).unwrap(), @r#"
    {
      "schema_version": 1,
      "tool": {
        "name": "sopan",
        "version": "0.1.0"
      },
      "file": "rsud/igd/b.yaml",
      "checked": "locked",
      "excluded_by": {
        "file": "rsud/sopan.yaml",
        "line": 3
      },
      "files": [
        "rsud/sopan.yaml",
        "sopan.yaml"
      ],
      "looked_for": [
        "rsud/igd/sopan.yaml",
        "rsud/sopan.yaml",
        "sopan.yaml"
      ],
      "stopped_by": "git",
      "values": [
        {
          "key": "root",
          "value": "false",
          "from": "default"
        },
        {
          "key": "exclude",
          "value": "arsip/",
          "from": {
            "file": "sopan.yaml",
            "line": 4
          }
        },
        {
          "key": "exclude",
          "value": "igd/",
          "from": {
            "file": "rsud/sopan.yaml",
            "line": 3
          }
        },
        {
          "key": "region",
          "value": "Kota Pontianak",
          "from": {
            "file": "sopan.yaml",
            "line": 1
          }
        },
        {
          "key": "locked",
          "value": "SP001",
          "from": {
            "file": "sopan.yaml",
            "line": 2
          }
        },
        {
          "key": "locked",
          "value": "WKT",
          "from": {
            "file": "sopan.yaml",
            "line": 2
          }
        },
        {
          "key": "fail_on",
          "value": "warning",
          "from": {
            "file": "sopan.yaml",
            "line": 3
          }
        },
        {
          "key": "target",
          "value": "95",
          "from": "default"
        },
        {
          "key": "lang",
          "value": "id",
          "from": "default"
        },
        {
          "key": "ignores",
          "value": "reason_required: true",
          "from": "default"
        },
        {
          "key": "score",
          "value": "silenced_meets: false",
          "from": "default"
        }
      ],
      "rules": null
    }
    "#);
    let of = |code: &str| {
        let rule = rules
            .as_array()
            .unwrap()
            .iter()
            .find(|rule| rule["rule"] == code);
        serde_json::to_string(rule.unwrap()).unwrap()
    };
    assert_snapshot!([of("SP001"), of("SP002"), of("BHS001")].join("\n"), @r#"
    {"rule":"SP001","name":"dasar-hukum-tidak-ada","enabled":true,"enabled_from":"default","severity":"error","severity_from":"default","locked_by":{"file":"sopan.yaml","line":2}}
    {"rule":"SP002","name":"persyaratan-tidak-ada","enabled":false,"enabled_from":{"file":"rsud/sopan.yaml","line":1},"severity":"error","severity_from":"default"}
    {"rule":"BHS001","name":"isian-belum-diganti","enabled":false,"enabled_from":{"file":"rsud/sopan.yaml","line":3},"severity":"info","severity_from":{"file":"rsud/sopan.yaml","line":2}}
    "#);
}
