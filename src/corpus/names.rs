//! Names of units, regions and services as they are held against one another: case, spacing and
//! punctuation never make another name.

use std::borrow::Cow;

use crate::lint::CheckedDocument;

/// The words of a text in lower case: runs of letters and digits; `&` is `dan`.
pub(crate) fn words(text: &str) -> Vec<String> {
    let text = match text.contains('&') {
        true => Cow::Owned(text.replace('&', " dan ")),
        false => Cow::Borrowed(text),
    };
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The words of a text in lower case, one space between them.
pub(crate) fn plain(text: &str) -> String {
    words(text).join(" ")
}

/// The region as it is compared: `Pemerintah Kab. Contoh` is `kabupaten contoh`. Empty where the
/// document belongs to none.
pub(crate) fn region(document: &CheckedDocument) -> String {
    region_of(document.region.as_deref().unwrap_or_default())
}

/// See [`region`].
pub(crate) fn region_of(text: &str) -> String {
    let words = words(text).into_iter().map(|word| match &*word {
        "kab" => "kabupaten".to_owned(),
        "prov" => "provinsi".to_owned(),
        _ => word,
    });
    let words: Vec<_> = words.filter(|word| word != "pemerintah").collect();
    words.join(" ")
}

/// The unit as it is compared; empty where the document does not say it, or has a placeholder
/// such as `[nama unit]` there.
pub(crate) fn unit(document: &CheckedDocument) -> String {
    let text = document.unit.as_deref().unwrap_or_default();
    if text.starts_with(['[', '<', '{', '(', '.', '_']) {
        return String::new();
    }
    plain(text)
}

/// The unit as people write it.
pub(crate) fn unit_shown(document: &CheckedDocument) -> String {
    let words = document.unit.as_deref().unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How people call a document: its name, or its file where it has none.
pub(crate) fn document_shown(document: &CheckedDocument, file: &str) -> String {
    let name = document.name.as_deref().unwrap_or_default();
    let words: Vec<_> = name.split_whitespace().collect();
    if words.is_empty() {
        file.to_owned()
    } else {
        words.join(" ")
    }
}

/// Takes every stretch of `words` that is `phrase` out of it.
pub(crate) fn without(words: &mut Vec<String>, phrase: &[String]) {
    if phrase.is_empty() || !words.windows(phrase.len()).any(|words| words == phrase) {
        return;
    }
    let mut kept = Vec::with_capacity(words.len());
    let mut rest = words.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if let Some(behind) = rest.strip_prefix(phrase) {
            rest = behind;
        } else {
            kept.push(first.clone());
            rest = after;
        }
    }
    *words = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_makes_no_other_name() {
        assert_eq!(
            plain("DINAS  Pendidikan & Kebudayaan."),
            "dinas pendidikan dan kebudayaan"
        );
        assert_eq!(region_of("Pemerintah Kab. Contoh"), "kabupaten contoh");
        let mut name = words("SKTM di Kecamatan Contoh Utara");
        without(&mut name, &words("kecamatan contoh utara"));
        assert_eq!(name, ["sktm", "di"]);
        without(&mut name, &[]);
        assert_eq!(name.len(), 2);
    }
}
