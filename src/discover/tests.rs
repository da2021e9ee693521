use super::*;

fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn names(folder: &tempfile::TempDir, found: &Discovered) -> Vec<String> {
    let root = format!("{}/", folder.path().display());
    found
        .files
        .iter()
        .map(|file| file.name.replace(&root, ""))
        .collect()
}

#[test]
fn takes_yaml_and_passes_over_hidden_and_ignored() {
    let folder = tree(&[
        ("b.yaml", ""),
        ("a.YML", ""),
        ("catatan.txt", ""),
        (".github/ci.yaml", ""),
        (".gitignore", "arsip/\n*.tmp.yaml\n"),
        ("arsip/lama.yaml", ""),
        ("unit/x.tmp.yaml", ""),
        ("unit/.gitignore", "!penting.tmp.yaml\n"),
        ("unit/penting.tmp.yaml", ""),
    ]);
    let found = discover(&[folder.path().to_owned()]).unwrap();
    assert_eq!(
        names(&folder, &found),
        ["a.YML", "b.yaml", "unit/penting.tmp.yaml"]
    );
    let count = |passed| {
        found
            .passed
            .iter()
            .filter(|(_, why)| *why == passed)
            .count()
    };
    assert_eq!((count(Passed::NotYaml), count(Passed::Ignored)), (1, 2));
}

#[test]
fn a_named_file_is_taken_whatever_its_name() {
    let folder = tree(&[("draf.txt", ""), (".gitignore", "*")]);
    let found = discover(&[folder.path().join("draf.txt")]).unwrap();
    assert!(found.files[0].named);
}

#[test]
fn a_file_found_twice_is_taken_once() {
    let folder = tree(&[("a.yaml", "")]);
    let found = discover(&[folder.path().to_owned(), folder.path().join("a.yaml")]).unwrap();
    assert_eq!(found.files.len(), 1);
    assert!(found.files[0].named);
}

#[cfg(unix)]
#[test]
fn two_ways_to_a_file_are_one_file() {
    let folder = tree(&[("a/b/x.yaml", ""), ("a/y.yaml", "")]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("a", folder.path().join("tautan")).unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut ways = vec![path("a"), path("a/b/../../a"), path("a/b/../y.yaml")];
    if cfg!(unix) {
        ways.push(path("tautan"));
    }
    for _ in 0..ways.len() {
        let found = discover(&ways).unwrap();
        assert_eq!(names(&folder, &found), ["a/b/x.yaml", "a/y.yaml"]);
        assert!(!found.files[0].named && found.files[1].named);
        ways.rotate_left(1);
    }
}

#[test]
fn broken_links_and_loops_are_named() {
    let folder = tree(&[("a.yaml", "")]);
    std::os::unix::fs::symlink("tiada.yaml", folder.path().join("putus.yaml")).unwrap();
    std::os::unix::fs::symlink(".", folder.path().join("putar")).unwrap();
    std::os::unix::fs::symlink("b.yaml", folder.path().join("b.yaml")).unwrap();
    std::os::unix::fs::symlink("/etc", folder.path().join("luar")).unwrap();
    std::os::unix::fs::symlink("a.yaml", folder.path().join("sama.yaml")).unwrap();
    let found = discover(&[folder.path().to_owned()]).unwrap();
    assert_eq!(names(&folder, &found), ["a.yaml", "sama.yaml"]);
    assert_eq!(found.passed.last().unwrap().1, Passed::FolderLink);
    let broken: Vec<_> = found
        .broken
        .iter()
        .map(|b| matches!(b.reason, BrokenReason::Loop))
        .collect();
    assert_eq!(broken, [false, true, false]);
}

#[test]
fn paths_that_do_not_exist_are_given_back() {
    assert_eq!(
        discover(&["tiada".into()]).unwrap_err(),
        [PathBuf::from("tiada")]
    );
}
