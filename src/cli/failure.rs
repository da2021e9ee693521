//! Why a run could not be done at all: exit code 2.

mod audit;
mod baseline;
mod settings;

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{Exit, args::Global, flow::Undrawable, notes, system};
use crate::{
    audit::LastError,
    excerpt::Excerpt,
    finding::Severity,
    judge::BaselineError,
    report::{Head, Painter, Picture},
    rule::{LoadError, PackMistake},
    sanitize::{one_line, without_commands},
    settings::Diagnostic,
    shard::FactsError,
    suppression::ReasonError,
    text::{Lang, Phrase},
};

/// Why a run could not be done at all.
#[derive(Debug)]
pub(super) enum Failure {
    /// Paths that do not exist.
    Missing(Vec<PathBuf>),
    /// Nothing that could be checked.
    NothingToCheck {
        /// What was looked through.
        paths: Vec<PathBuf>,
        /// YAML files that are not documents of ours.
        skipped: usize,
    },
    /// Rule packs that cannot be used.
    Packs(LoadError),
    /// A rule name on the command line that no rule has.
    UnknownRule {
        /// The name.
        name: String,
        /// The name it is most like.
        nearest: Option<String>,
    },
    /// A kind of document that no pack brings.
    UnknownKind {
        /// The name.
        name: String,
        /// The name it is most like.
        nearest: Option<String>,
        /// All that could be given.
        known: Vec<String>,
    },
    /// A new document would take the place of a file.
    Exists(PathBuf),
    /// Every rule that was selected is ignored.
    NoRuleLeft,
    /// The report cannot be written.
    Unwritable {
        /// The file; none for standard output.
        path: Option<PathBuf>,
        /// What the system says.
        reason: io::Error,
    },
    /// The report would take the place of a document.
    WouldOverwrite(PathBuf),
    /// The baseline cannot be read.
    BaselineMissing {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// The baseline is none.
    BaselineBroken {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: BaselineError,
    },
    /// The audit of last time cannot be read.
    LastMissing {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// The audit of last time is none.
    LastBroken {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: LastError,
    },
    /// A file of facts cannot be used.
    Facts {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: FactsError,
    },
    /// A form that only the other command has.
    NoSuchForm {
        /// The form.
        form: String,
        /// The command.
        of: &'static str,
    },
    /// A workbook for a screen.
    BytesOnScreen,
    /// Without a baseline there is nothing to prune.
    NoBaseline,
    /// A baseline or a lowest score was asked for, but not all rules.
    NotAllRules(&'static str),
    /// An `--output` for a report that has one already.
    OutputTwice(PathBuf),
    /// Several reports, and an `--output` before the first of them.
    OutputFirst(PathBuf),
    /// Two reports into one file.
    SameOutput(PathBuf),
    /// Two reports to standard output.
    OneScreen,
    /// Standard input cannot be read.
    Stdin(io::Error),
    /// The settings that were named cannot be read.
    NoSettings {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// Settings that cannot be used, with every mistake in them.
    Settings(Vec<Diagnostic>),
    /// There are settings already.
    SettingsExist(PathBuf),
    /// The reason for comments that silence cannot be used.
    Reason(ReasonError),
    /// A path stands where the reason was wanted.
    ReasonIsPath(String),
    /// Comments were wanted for what came from standard input.
    CommentsInStdin,
    /// The threads cannot be started.
    Threads(String),
    /// There is nothing that can be drawn.
    Flow(Undrawable),
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::Packs(error)
    }
}

impl Failure {
    /// Says it on standard error.
    pub(super) fn report(&self, global: &Global) -> Exit {
        let lang = global.lang();
        let painter = notes::painter(global);
        let mut text = String::new();
        if let Self::Packs(LoadError::Mistakes(mistakes)) = self {
            for mistake in mistakes {
                text.push_str(&mistake_picture(&painter, lang, mistake));
                text.push('\n');
            }
        }
        if let Self::Settings(mistakes) = self {
            for mistake in mistakes {
                text.push_str(&notes::picture(&painter, lang, mistake));
                text.push('\n');
            }
        }
        let (message, help) = self.words();
        let level = Severity::Error.title();
        text.push_str(&painter.head(&Head {
            severity: Severity::Error,
            level: format!("{}:", level.get(lang)),
            message: message.get(lang).to_owned(),
        }));
        if let Some(help) = help {
            text.push_str(&painter.note(lang.pick("bantuan", "help"), help.get(lang)));
        }
        // Where standard error is closed, nobody is there to be told.
        let text = without_commands(&text);
        let _ = io::stderr().lock().write_all(text.as_bytes());
        Exit::Failed
    }

    fn words(&self) -> (Phrase, Option<Phrase>) {
        match self {
            Self::Missing(paths) => missing(paths),
            Self::NothingToCheck { paths, skipped } => nothing(paths, *skipped),
            Self::Packs(LoadError::Mistakes(mistakes)) => {
                let count = mistakes.len();
                let message = Phrase::new(
                    format!("paket aturan belum dapat dipakai: {count} kesalahan"),
                    format!(
                        "the rule packs cannot be used: {count} {}",
                        if count == 1 { "mistake" } else { "mistakes" }
                    ),
                );
                (message, None)
            }
            Self::Packs(LoadError::Unreadable { path, reason }) => {
                let (path, reason) = (path.display(), system::words(reason));
                let message = Phrase::new(
                    format!(
                        "paket aturan {path} tidak dapat dibaca: {}",
                        reason.get(Lang::Id)
                    ),
                    format!(
                        "the rule pack {path} cannot be read: {}",
                        reason.get(Lang::En)
                    ),
                );
                (message, None)
            }
            Self::Packs(LoadError::NoPack(path)) => {
                let path = path.display();
                let message = Phrase::new(
                    format!("tidak ada paket aturan (*.yaml) di {path}"),
                    format!("there is no rule pack (*.yaml) in {path}"),
                );
                (message, None)
            }
            Self::UnknownRule { name, nearest } => unknown_rule(name, nearest.as_deref()),
            Self::UnknownKind {
                name,
                nearest,
                known,
            } => unknown_kind(name, nearest.as_deref(), known),
            Self::Exists(path) => {
                let path = one_line(&path.to_string_lossy());
                let message = Phrase::new(
                    format!("berkas {path} sudah ada dan tidak ditimpa"),
                    format!("the file {path} exists and is not overwritten"),
                );
                let help = Phrase::new(
                    "Beri nama lain dengan `--output`, atau pindahkan berkas itu dahulu.",
                    "Give another name with `--output`, or move that file away first.",
                );
                (message, Some(help))
            }
            Self::NoRuleLeft => (
                Phrase::new(
                    "tidak ada aturan yang tersisa: semua yang dipilih dengan --select juga diabaikan dengan --ignore",
                    "no rule is left: all that --select names, --ignore takes away",
                ),
                None,
            ),
            Self::Unwritable { path, reason } => {
                let place = |stdout: &str| {
                    path.as_ref()
                        .map_or(stdout.to_owned(), |p| p.display().to_string())
                };
                let reason = system::words(reason);
                let message = Phrase::new(
                    format!(
                        "laporan tidak dapat ditulis ke {}: {}",
                        place("keluaran standar"),
                        reason.get(Lang::Id)
                    ),
                    format!(
                        "the report cannot be written to {}: {}",
                        place("standard output"),
                        reason.get(Lang::En)
                    ),
                );
                (message, None)
            }
            Self::WouldOverwrite(path) => {
                let path = path.display();
                let message = Phrase::new(
                    format!("laporan akan menimpa dokumen yang diperiksa: {path}"),
                    format!("the report would overwrite a document that was checked: {path}"),
                );
                let help = Phrase::new(
                    "Beri laporan nama lain, misalnya `--output laporan.txt`.",
                    "Give the report another name, like `--output report.txt`.",
                );
                (message, Some(help))
            }
            Self::BaselineMissing { path, reason } => baseline::missing(path, reason),
            Self::BaselineBroken { path, reason } => baseline::broken(path, reason),
            Self::LastMissing { path, reason } => audit::last_missing(path, reason),
            Self::LastBroken { path, reason } => audit::last_broken(path, reason),
            Self::Facts { path, reason } => audit::facts(path, reason),
            Self::NoSuchForm { form, of } => audit::no_such_form(form, of),
            Self::BytesOnScreen => audit::bytes_on_screen(),
            Self::NoBaseline => baseline::none(),
            Self::NotAllRules(option) => baseline::not_all_rules(option),
            Self::OutputTwice(_) | Self::OutputFirst(_) | Self::SameOutput(_) | Self::OneScreen => {
                self.outputs()
            }
            Self::Stdin(reason) => {
                let reason = system::words(reason);
                let message = Phrase::new(
                    format!(
                        "masukan standar tidak dapat dibaca: {}",
                        reason.get(Lang::Id)
                    ),
                    format!("standard input cannot be read: {}", reason.get(Lang::En)),
                );
                (message, None)
            }
            Self::NoSettings { path, reason } => settings::missing(path, reason),
            Self::Settings(mistakes) => settings::mistakes(mistakes),
            Self::SettingsExist(path) => settings::exist(path),
            Self::Reason(error) => {
                let help = Phrase::new(
                    "Contoh: `--add-ignores \"SOP lama, dibenahi bertahap sampai 2027-06-30\"`.",
                    "For example: `--add-ignores \"old SOP, to be mended until 2027-06-30\"`.",
                );
                (error.words(), Some(help))
            }
            Self::ReasonIsPath(path) => {
                let path = one_line(path);
                let message = Phrase::new(
                    format!("sesudah --add-ignores diharapkan alasan, bukan nama berkas: {path}"),
                    format!("after --add-ignores a reason is expected, not a path: {path}"),
                );
                let help = Phrase::new(
                    format!("Tulis `sopan check {path} --add-ignores \"alasan\"`."),
                    format!("Write `sopan check {path} --add-ignores \"reason\"`."),
                );
                (message, Some(help))
            }
            Self::CommentsInStdin => {
                let message = Phrase::new(
                    "--add-ignores menulis ke berkas, jadi tidak dapat dipakai untuk masukan standar",
                    "--add-ignores writes to files, so standard input cannot be used with it",
                );
                let help = Phrase::new("Sebut berkasnya.", "Name the file.");
                (message, Some(help))
            }
            Self::Threads(reason) => (
                Phrase::new(
                    format!("utas tidak dapat dijalankan: {reason}"),
                    format!("the threads cannot be started: {reason}"),
                ),
                Some(Phrase::new("Coba `--threads 1`.", "Try `--threads 1`.")),
            ),
            Self::Flow(undrawable) => undrawable.words(),
        }
    }
}

impl Failure {
    /// What is wrong with the places that reports go to.
    fn outputs(&self) -> (Phrase, Option<Phrase>) {
        let name = |path: &Path| one_line(&path.to_string_lossy());
        let message = match self {
            Self::OutputTwice(path) => {
                let path = name(path);
                Phrase::new(
                    format!("`--output` kedua untuk laporan yang sama: {path}"),
                    format!("a second `--output` for the same report: {path}"),
                )
            }
            Self::OutputFirst(path) => {
                let path = name(path);
                Phrase::new(
                    format!(
                        "`--output {path}` disebut sebelum `--format`, sehingga tidak jelas laporan mana yang dimaksud"
                    ),
                    format!(
                        "`--output {path}` stands before any `--format`, so it is not clear which report is meant"
                    ),
                )
            }
            Self::SameOutput(path) => {
                let path = name(path);
                Phrase::new(
                    format!("dua laporan ditujukan ke berkas yang sama: {path}"),
                    format!("two reports go to the same file: {path}"),
                )
            }
            _ => Phrase::new(
                "dua laporan ditujukan ke layar (keluaran standar)",
                "two reports go to the screen (standard output)",
            ),
        };
        let help = Phrase::new(
            "Tulis `--output BERKAS` sesudah `--format` masing-masing; satu laporan boleh tanpa berkas, misalnya `--format sarif --output a.sarif --format human`.",
            "Write `--output FILE` after each `--format`; one report may have none, like `--format sarif --output a.sarif --format human`.",
        );
        (message, Some(help))
    }
}

fn list(paths: &[PathBuf]) -> String {
    paths
        .iter()
        .map(|path| one_line(&path.to_string_lossy()))
        .collect::<Vec<_>>()
        .join(", ")
}

fn missing(paths: &[PathBuf]) -> (Phrase, Option<Phrase>) {
    let names = list(paths);
    let message = Phrase::new(
        format!("tidak ditemukan: {names}"),
        format!("no such file or folder: {names}"),
    );
    let near = paths.first().and_then(|path| near_name(path)).map(|near| {
        Phrase::new(
            format!("Mungkin maksud Anda {near}."),
            format!("Perhaps you mean {near}."),
        )
    });
    (message, near)
}

/// The file or folder beside a missing one whose name is most like it.
fn near_name(path: &Path) -> Option<String> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let mut names: Vec<_> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    let wanted = path.file_name()?.to_str()?;
    let near = crate::check::nearest(wanted, names.iter().map(String::as_str))?;
    Some(one_line(
        &folder
            .map_or(PathBuf::from(near), |folder| folder.join(near))
            .to_string_lossy(),
    ))
}

fn nothing(paths: &[PathBuf], skipped: usize) -> (Phrase, Option<Phrase>) {
    let is_here = |path: &PathBuf| path.as_os_str() == ".";
    let message = if paths.iter().all(is_here) {
        Phrase::new(
            "tidak ada dokumen untuk diperiksa di folder ini",
            "there is no document to check in this folder",
        )
    } else {
        let names = list(paths);
        Phrase::new(
            format!("tidak ada dokumen untuk diperiksa di {names}"),
            format!("there is no document to check in {names}"),
        )
    };
    let help = match skipped {
        0 => Phrase::new(
            "Yang dicari: berkas *.yaml atau *.yml dengan kunci `jenis`, misalnya `jenis: standar-pelayanan`.",
            "Wanted are files *.yaml or *.yml with the key `jenis`, like `jenis: standar-pelayanan`.",
        ),
        1 => Phrase::new(
            "Ada satu berkas YAML, tetapi tanpa kunci `jenis`; lihat `--files`, atau sebut berkasnya langsung.",
            "There is one YAML file, but without the key `jenis`; see `--files`, or name the file itself.",
        ),
        _ => Phrase::new(
            format!(
                "Ada {skipped} berkas YAML, tetapi tidak satu pun memuat kunci `jenis`; lihat `--files`, atau sebut berkasnya langsung."
            ),
            format!(
                "There are {skipped} YAML files, but none has the key `jenis`; see `--files`, or name the file itself."
            ),
        ),
    };
    (message, Some(help))
}

fn unknown_rule(name: &str, nearest: Option<&str>) -> (Phrase, Option<Phrase>) {
    let name = one_line(name);
    let message = Phrase::new(
        format!("tidak ada aturan atau keluarga aturan `{name}`"),
        format!("there is no rule or family of rules `{name}`"),
    );
    let help = match nearest {
        Some(near) => Phrase::new(
            format!("Mungkin maksud Anda `{near}`."),
            format!("Perhaps you mean `{near}`."),
        ),
        None => Phrase::new(
            "Lihat semuanya dengan `sopan rules`.",
            "See them all with `sopan rules`.",
        ),
    };
    (message, Some(help))
}

fn unknown_kind(name: &str, nearest: Option<&str>, known: &[String]) -> (Phrase, Option<Phrase>) {
    let (name, known) = (one_line(name), known.join(", "));
    let message = Phrase::new(
        format!("tidak ada jenis dokumen `{name}`"),
        format!("there is no kind of document `{name}`"),
    );
    let help = match nearest {
        Some(near) => Phrase::new(
            format!("Mungkin maksud Anda `{near}`."),
            format!("Perhaps you mean `{near}`."),
        ),
        None => Phrase::new(
            format!("Yang ada: {known}."),
            format!("There are: {known}."),
        ),
    };
    (message, Some(help))
}

fn mistake_picture(painter: &Painter, lang: Lang, mistake: &PackMistake) -> String {
    let excerpt = Excerpt::new(&mistake.source, std::iter::once((mistake.span, None)), 1);
    let head = Head {
        severity: Severity::Error,
        level: Severity::Error.title().get(lang).to_owned() + ":",
        message: mistake.message.get(lang).to_owned(),
    };
    let help = mistake.help.as_ref();
    let note = |help: &Phrase| {
        (
            lang.pick("bantuan", "help").to_owned(),
            help.get(lang).to_owned(),
        )
    };
    painter.draw(&Picture {
        heads: vec![head],
        excerpt: Some(&excerpt),
        label: None,
        place: mistake.source.name().to_owned(),
        notes: help.map(note).into_iter().collect(),
    })
}
