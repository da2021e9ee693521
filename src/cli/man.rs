//! `sopan man`: one manual page for all commands.

use std::io;

use clap::Command;
use clap_mangen::Man;

use super::{args::Global, exit::Exit, failure::Failure, help, output::Output};
use crate::text::{Lang, Phrase};

pub(super) fn run(global: &Global, lang: Lang) -> Result<Exit, Failure> {
    let output = Output::new(global)?;
    let page = page(lang).map_err(|reason| Failure::Unwritable {
        path: output.path().map(Into::into),
        reason,
    })?;
    output.write(page.as_bytes())?;
    Ok(Exit::Clean)
}

fn page(lang: Lang) -> io::Result<String> {
    let mut command = help::command(lang);
    // Fills in what is only known once all of the definition is.
    command.build();
    let mut page = Vec::new();
    let man = Man::new(command.clone()).manual(lang.pick("Panduan sopan", "sopan manual"));
    // Without any, what follows would take its place.
    let man = man.date(" ");
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for sub in command.get_subcommands() {
        sections(sub, &mut page)?;
    }
    man.render_extra_section(&mut page)?;
    let page = String::from_utf8_lossy(&page).into_owned();
    Ok(in_words(&page, lang))
}

/// The sections of a command and of those below it, each under its full name.
fn sections(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let name = command.get_bin_name().unwrap_or(command.get_name());
    let own = command.clone();
    // Options of every command are told once.
    let globals: Vec<_> = own
        .get_arguments()
        .filter(|arg| arg.is_global_set() || arg.get_id() == "help")
        .map(|arg| arg.get_id().clone())
        .collect();
    let own = globals
        .into_iter()
        .fold(own, |own, id| own.mut_arg(id, |arg| arg.hide(true)));
    let man = Man::new(own.clone());
    let mut part = Vec::new();
    man.render_synopsis_section(&mut part)?;
    man.render_description_section(&mut part)?;
    let has_arguments = own.get_arguments().any(|arg| !arg.is_hide_set());
    if has_arguments {
        man.render_options_section(&mut part)?;
    }
    let text = String::from_utf8_lossy(&part).into_owned();
    page.extend(format!(".SH \"{}\"\n", name.to_uppercase()).bytes());
    for line in text.lines() {
        let line = match line.starts_with(".SH ") {
            true => ".PP",
            false => line,
        };
        page.extend(line.bytes().chain(*b"\n"));
    }
    for sub in command.get_subcommands() {
        sections(sub, page)?;
    }
    Ok(())
}

/// The page with its headings in the language; the library knows only English ones.
fn in_words(page: &str, lang: Lang) -> String {
    let headings = [
        ("NAME", Phrase::new("NAMA", "NAME")),
        ("SYNOPSIS", Phrase::new("RINGKASAN", "SYNOPSIS")),
        ("DESCRIPTION", Phrase::new("DESKRIPSI", "DESCRIPTION")),
        ("OPTIONS", Phrase::new("OPSI", "OPTIONS")),
        ("EXTRA", Phrase::new("KODE KELUAR", "EXIT CODES")),
    ];
    let line = |line: &str| {
        let heading = line.strip_prefix(".SH ");
        let known = heading.and_then(|h| headings.iter().find(|(name, _)| *name == h));
        match known {
            Some((_, words)) => format!(".SH \"{}\"\n", words.get(lang)),
            None => format!("{line}\n"),
        }
    };
    page.lines().map(line).collect()
}
