//! The texts of files that are shown after they were checked.

use crate::{
    discover::Discovered,
    document::Limits,
    lint::CheckedFile,
    source::{Digest, Source},
    text::Lang,
};

use super::read;

/// Where the texts of the files of a run can be had again, so that none has to be kept for the
/// few findings that are shown.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) struct Texts<'a> {
    pub(in crate::cli) found: &'a Discovered,
    /// What standard input held.
    pub(in crate::cli) stdin: Option<&'a [u8]>,
    pub(in crate::cli) limits: &'a Limits,
}

impl Texts<'_> {
    /// The text of a file as it was when it was checked; nothing where it is another one now.
    pub(in crate::cli) fn of(&self, file: &CheckedFile) -> Option<Source> {
        let checked = file.digest?;
        let is_same = |bytes: &Vec<u8>| Digest::of(bytes) == checked;
        let stdin = || self.stdin.map(<[u8]>::to_vec).filter(is_same);
        let named = || {
            let files = &self.found.files;
            let at = files.binary_search_by(|known| known.name.cmp(&file.name));
            let path = &files.get(at.ok()?)?.path;
            read(path, self.limits, Lang::default())
                .ok()
                .filter(is_same)
        };
        Source::decode(&*file.name, named().or_else(stdin)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::discover::Found;

    #[test]
    fn a_file_that_changed_has_no_lines_to_show() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        let found = Discovered {
            files: vec![Found {
                path: path.clone(),
                name: "a.yaml".to_owned(),
                named: false,
            }],
            ..Discovered::default()
        };
        let texts = Texts {
            found: &found,
            stdin: Some(b"jenis: sop\n"),
            limits: &Limits::default(),
        };
        let file = |name: &str, bytes: &[u8]| CheckedFile {
            name: name.to_owned(),
            digest: Some(Digest::of(bytes)),
            ..CheckedFile::default()
        };
        let text = |file: &CheckedFile| texts.of(file).map(|source| source.text().to_owned());
        let checked = file("a.yaml", b"nama: x\n");
        assert_eq!(text(&checked), None);
        fs::write(&path, "nama: x\n").unwrap();
        assert_eq!(text(&checked).as_deref(), Some("nama: x\n"));
        fs::write(&path, "nama: y\n").unwrap();
        assert_eq!(text(&checked), None);
        assert_eq!(
            text(&file("-", b"jenis: sop\n")).as_deref(),
            Some("jenis: sop\n")
        );
        assert_eq!(text(&file("-", b"lain\n")), None);
        let unread = CheckedFile {
            digest: None,
            ..checked
        };
        assert_eq!(text(&unread), None);
    }
}
