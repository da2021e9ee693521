//! What a city got wrong in its list of regulations, at its place in the file.

use super::{
    PackMistake,
    mistake::{PackText, explain_typed, suggestion},
};
use crate::{
    document::Path,
    register::{EntryError, RegisterError},
    text::Phrase,
};

/// What is wrong with a list of regulations, at its place.
pub(super) fn at_its_place(text: &PackText, error: &RegisterError) -> PackMistake {
    let (index, field, reason) = match error {
        RegisterError::Yaml(error) => return explain_typed(text, error.path(), error.inner()),
        RegisterError::Entry {
            index,
            field,
            reason,
        } => (*index, *field, reason),
    };
    let at = Path::root().key("peraturan").index(index).key(field);
    let (message, help) = match reason {
        EntryError::Word { value, known } => {
            let message = Phrase::new(
                format!("nilai `{value}` tidak dikenal untuk `{field}`"),
                format!("the value `{value}` is not known for `{field}`"),
            );
            let known: Vec<_> = known.iter().map(|&word| word.to_owned()).collect();
            (message, Some(suggestion(value, &known)))
        }
        EntryError::Id { id, key } => (
            Phrase::new(
                format!("`{id}` tidak sesuai dengan isi butir ini, yaitu `{key}`"),
                format!("`{id}` does not fit this entry, which is `{key}`"),
            ),
            Some(Phrase::new(
                "Hapus `id`, atau tulis sesuai jenis, wilayah, nomor, dan tahunnya.",
                "Remove `id`, or write it by kind, region, number and year.",
            )),
        ),
        EntryError::Reference { text, .. } => (
            Phrase::new(
                format!("`{text}` bukan penunjuk peraturan"),
                format!("`{text}` does not name a regulation"),
            ),
            Some(Phrase::new(
                "Tulis jenis, penetap, nomor, dan tahunnya, misalnya `perda kota contoh 4/2023` atau `uu 25/2009`.",
                "Write kind, issuer, number and year, like `perda kota contoh 4/2023` or `uu 25/2009`.",
            )),
        ),
        EntryError::Duplicate { key } => (
            Phrase::new(
                format!("peraturan `{key}` sudah ada di atas"),
                format!("the regulation `{key}` stands above already"),
            ),
            None,
        ),
    };
    text.mistake(text.value(&at), message, help)
}
