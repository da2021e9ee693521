//! Files of another sort, which are taken for texts because of their names.

/// What people have at hand beside texts, told by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A picture: PNG, JPEG or GIF.
    Picture,
    /// A PDF.
    Pdf,
    /// A document of an office program: Word, Excel, OpenDocument, old or new.
    Office,
}

impl Sort {
    /// Which sort the first bytes tell; none for what may be text.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        const FIRST: [(&[u8], Sort); 6] = [
            (b"\x89PNG\r\n", Sort::Picture),
            (b"\xFF\xD8\xFF", Sort::Picture),
            (b"GIF8", Sort::Picture),
            (b"%PDF-", Sort::Pdf),
            // A ZIP, as all newer programs write.
            (b"PK\x03\x04", Sort::Office),
            (b"\xD0\xCF\x11\xE0", Sort::Office),
        ];
        let mut sorts = FIRST.iter();
        let found = sorts.find(|(first, _)| bytes.starts_with(first));
        found.map(|(_, sort)| *sort)
    }
}
