//! The language of help, before the arguments are understood.

use std::ffi::OsString;

use crate::text::Lang;

/// The language of `--help` and of errors in the arguments: that of `--lang`, else English in
/// an English locale, else Indonesian.
pub(super) fn help_lang(arguments: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Lang {
    let words: Vec<_> = arguments
        .iter()
        .map(|argument| argument.to_string_lossy())
        .collect();
    let given = words.iter().enumerate().find_map(|(at, word)| {
        let value = match word.strip_prefix("--lang=") {
            Some(value) => value.to_owned(),
            None if word == "--lang" => words.get(at + 1)?.to_string(),
            None => return None,
        };
        value.parse().ok()
    });
    given.unwrap_or_else(|| {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
        let locale = names
            .into_iter()
            .filter_map(variable)
            .find(|value| !value.is_empty());
        let is_english = locale.is_some_and(|locale| locale.to_lowercase().starts_with("en"));
        if is_english { Lang::En } else { Lang::Id }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_come_before_the_locale() {
        let lang = |arguments: &[&str], locale: &str| {
            let arguments: Vec<_> = arguments.iter().map(OsString::from).collect();
            help_lang(&arguments, |name| {
                (name == "LANG").then(|| locale.to_owned())
            })
        };
        assert_eq!(lang(&["sopan"], "en_US.UTF-8"), Lang::En);
        assert_eq!(lang(&["sopan"], "C.UTF-8"), Lang::Id);
        assert_eq!(lang(&["sopan", "--lang", "id"], "en_US.UTF-8"), Lang::Id);
        assert_eq!(lang(&["sopan", "--lang=en"], "id_ID.UTF-8"), Lang::En);
        assert_eq!(lang(&["sopan", "--lang"], ""), Lang::Id);
    }
}
