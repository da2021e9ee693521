//! Errors in the arguments, in the language of the help.

use std::{
    io::{self, Write},
    path::Path,
};

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Exit, system};
use crate::{
    sanitize::one_line,
    text::{Lang, Phrase},
};

/// Prints help, version or what is wrong with the arguments.
pub(super) fn report(error: clap::Error, lang: Lang) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            match error.print() {
                Err(reason) if reason.kind() != io::ErrorKind::BrokenPipe => {
                    unwritable(&reason, lang)
                }
                // A closed pipe (`| head`) is no failure.
                _ => Exit::Clean,
            }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            Exit::Failed
        }
        _ => {
            let text = words(&error, lang);
            let _ = io::stderr().lock().write_all(text.as_bytes());
            Exit::Failed
        }
    }
}

/// Says that the help did not reach anyone.
fn unwritable(reason: &io::Error, lang: Lang) -> Exit {
    let reason = system::words(reason);
    let reason = reason.get(lang);
    let text = lang.pick(
        format!("galat: bantuan tidak dapat ditulis ke keluaran standar: {reason}\n"),
        format!("error: the help cannot be written to standard output: {reason}\n"),
    );
    let _ = io::stderr().lock().write_all(text.as_bytes());
    Exit::Failed
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(one_line(text)),
        ContextValue::Strings(texts) => {
            let mut texts: Vec<_> = texts.iter().map(|text| one_line(text)).collect();
            // Of several that may be meant, the likeliest comes last.
            if kind == ContextKind::SuggestedSubcommand {
                texts.reverse();
            }
            Some(texts.join(", "))
        }
        _ => None,
    }
}

/// Whether a word given as a command is more likely something to check.
fn is_path(word: &str) -> bool {
    let path = Path::new(word);
    let is_yaml = path
        .extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml");
    is_yaml || path.exists()
}

/// What an option wants, where its values cannot be listed.
fn wanted(argument: &str) -> Option<Phrase> {
    let option = argument.split(' ').next()?;
    Some(match option {
        "--lang" => Phrase::new("Yang dapat dipakai: id, en.", "Possible values: id, en."),
        "--today" => Phrase::new(
            "Tulis tanggal seperti 2026-01-15.",
            "Write a date like 2026-01-15.",
        ),
        "--show" => Phrase::new(
            "Tulis bilangan seperti 50, atau all.",
            "Write a number like 50, or all.",
        ),
        "--min-score" => Phrase::new(
            "Tulis bilangan dari 0 sampai 100.",
            "Write a number from 0 to 100.",
        ),
        "--threads" => Phrase::new(
            "Tulis bilangan dari 1 sampai 512.",
            "Write a number from 1 to 512.",
        ),
        "--document" => Phrase::new("Tulis bilangan mulai dari 1.", "Write a number from 1 on."),
        _ => return None,
    })
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
        ErrorKind::TooManyValues => lang.pick(
            format!("`{argument}` tidak memakai nilai"),
            format!("`{argument}` takes no value"),
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
    let near = near.into_iter().find_map(|kind| context(error, kind));
    let valid = context(error, ContextKind::ValidValue).filter(|valid| !valid.is_empty());
    let file = context(error, ContextKind::InvalidSubcommand).filter(|word| is_path(word));
    let advice = if let Some(near) = near {
        let near = near.replace(", ", lang.pick("` atau `", "` or `"));
        Some(lang.pick(
            format!("Mungkin maksud Anda `{near}`."),
            format!("Perhaps you mean `{near}`."),
        ))
    } else if let Some(file) = file {
        Some(lang.pick(
            format!("Untuk memeriksa berkas atau folder: `sopan check {file}`."),
            format!("To check a file or folder: `sopan check {file}`."),
        ))
    } else if let Some(valid) = valid {
        Some(lang.pick(
            format!("Yang dapat dipakai: {valid}."),
            format!("Possible values: {valid}."),
        ))
    } else {
        wanted(&argument).map(|wanted| wanted.get(lang).to_owned())
    };
    if let Some(advice) = advice {
        text.push_str(&format!("   {help}: {advice}\n"));
    }
    let line = lang.pick(
        "Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.",
        "All about it: `sopan --help`, or `sopan COMMAND --help`.",
    );
    text.push_str(&format!("   {help}: {line}\n"));
    text
}
