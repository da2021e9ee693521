//! Paths as text: what leads where, without asking the file system.

use std::path::{Component, Path, PathBuf};

/// The path without `.` and, where something stands before it, without `..`.
pub(super) fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                let above = normal.components().next_back();
                match above {
                    Some(Component::Normal(_)) => drop(normal.pop()),
                    Some(Component::RootDir | Component::Prefix(_)) => {}
                    _ => normal.push(".."),
                }
            }
            part => normal.push(part),
        }
    }
    normal
}

/// The absolute path, seen from the working folder.
pub(super) fn absolute(working: &Path, path: &Path) -> PathBuf {
    normal(&working.join(path))
}

/// The lowest folder that holds all of these absolute paths; none of none.
pub(super) fn common(mut paths: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    let mut common = paths.next()?;
    for path in paths {
        while !path.starts_with(&common) {
            common.pop();
        }
    }
    Some(common)
}

/// An absolute path as people call it: from the working folder, with `/`. A path that would
/// lead up more than is easy to read stays absolute.
pub(super) fn shown(working: &Path, path: &Path) -> String {
    const MOST_UP: usize = 3;
    let mut above = working;
    let mut up = 0;
    while !path.starts_with(above) && up < MOST_UP {
        match above.parent() {
            Some(parent) => (above, up) = (parent, up + 1),
            None => break,
        }
    }
    // What is shared must be more than the top of the file system.
    let is_top = above.parent().is_none() && up > 0;
    match path.strip_prefix(above) {
        Ok(rest) if !is_top => {
            let mut relative: PathBuf = std::iter::repeat_n("..", up).collect();
            relative.push(rest);
            crate::discover::shown(&relative)
        }
        _ => crate::discover::shown(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_plain() {
        let normal = |path: &str| normal(Path::new(path)).display().to_string();
        assert_eq!(normal("/a/./b/../c"), "/a/c");
        assert_eq!(normal("/../a"), "/a");
        assert_eq!(normal("../a/../.."), "../..");
    }

    #[test]
    fn what_paths_share() {
        let common = |paths: &[&str]| common(paths.iter().map(PathBuf::from));
        assert_eq!(common(&["/a/b", "/a/c/d"]), Some("/a".into()));
        assert_eq!(common(&["/a", "/b"]), Some("/".into()));
        assert_eq!(common(&[]), None);
    }

    #[test]
    fn names_are_short() {
        let shown = |path: &str| shown(Path::new("/kota/dinas/sop"), Path::new(path));
        assert_eq!(shown("/kota/dinas/sop/sopan.yaml"), "sopan.yaml");
        assert_eq!(shown("/kota/sopan.yaml"), "../../sopan.yaml");
        assert_eq!(shown("/lain/sopan.yaml"), "/lain/sopan.yaml");
    }
}
