//! Errors in the arguments, in the language of the help.

use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Exit;
use crate::{sanitize::one_line, text::Lang};

/// Prints help, version or what is wrong with the arguments.
pub(super) fn report(error: clap::Error, lang: Lang) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A closed pipe (`| head`) is no failure.
            let _ = error.print();
            Exit::Clean
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            Exit::Failed
        }
        _ => {
            let text = words(&error, lang);
            let _ = std::io::stderr().lock().write_all(text.as_bytes());
            Exit::Failed
        }
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(one_line(text)),
        ContextValue::Strings(texts) => Some(
            texts
                .iter()
                .map(|text| one_line(text))
                .collect::<Vec<_>>()
                .join(", "),
        ),
        _ => None,
    }
}

fn words(error: &clap::Error, lang: Lang) -> String {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::UnknownArgument => lang.pick(
            format!("argumen `{argument}` tidak dikenal"),
            format!("the argument `{argument}` is not known"),
        ),
        ErrorKind::InvalidSubcommand => {
            let command = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            lang.pick(
                format!("perintah `{command}` tidak ada"),
                format!("there is no command `{command}`"),
            )
        }
        ErrorKind::MissingSubcommand => lang.pick(
            "perintah belum disebut".to_owned(),
            "no command was given".to_owned(),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => lang.pick(
            format!("`{argument}` memerlukan nilai"),
            format!("`{argument}` needs a value"),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => lang.pick(
            format!("nilai `{value}` tidak dapat dipakai untuk `{argument}`"),
            format!("the value `{value}` cannot be used for `{argument}`"),
        ),
        ErrorKind::MissingRequiredArgument => lang.pick(
            format!("argumen yang wajib belum ada: {argument}"),
            format!("a required argument is missing: {argument}"),
        ),
        ErrorKind::ArgumentConflict => lang.pick(
            format!("`{argument}` disebut dua kali atau bersama argumen yang bertentangan"),
            format!("`{argument}` is given twice or with one it excludes"),
        ),
        ErrorKind::InvalidUtf8 => lang.pick(
            "sebuah argumen bukan teks UTF-8".to_owned(),
            "an argument is not UTF-8 text".to_owned(),
        ),
        _ => one_line(&error.kind().to_string()),
    };
    let mut text = format!("{}: {message}\n", lang.pick("galat", "error"));
    let help = lang.pick("bantuan", "help");
    let near = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    if let Some(near) = near.into_iter().find_map(|kind| context(error, kind)) {
        let line = lang.pick(
            format!("mungkin maksud Anda `{near}`"),
            format!("perhaps you mean `{near}`"),
        );
        text.push_str(&format!("   {help}: {line}\n"));
    } else if let Some(valid) = context(error, ContextKind::ValidValue) {
        let line = lang.pick(
            format!("yang dapat dipakai: {valid}"),
            format!("possible values: {valid}"),
        );
        text.push_str(&format!("   {help}: {line}\n"));
    }
    let line = lang.pick(
        "keterangan lengkap: sopan --help, atau sopan PERINTAH --help",
        "all about it: sopan --help, or sopan COMMAND --help",
    );
    text.push_str(&format!("   {help}: {line}\n"));
    text
}
