//! Why a run could not be done at all: exit code 2.

mod audit;
mod baseline;
mod names;
mod outputs;
mod packs;
mod paths;
mod settings;

use std::{
    io::{self, Write},
    path::PathBuf,
};

use super::{Exit, args::Global, flow::Undrawable, notes, system};
use crate::{
    audit::LastError,
    finding::Severity,
    judge::BaselineError,
    report::Head,
    rule::LoadError,
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
    /// A file outside, named by settings that were found, that is no pack.
    PackBeyond(PathBuf),
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
    /// The report would take the place of a file that people write, or of the baseline.
    Precious(PathBuf),
    /// The baseline cannot be read.
    BaselineMissing {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// The baseline cannot be written.
    BaselineUnwritable {
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
    /// Facts into the file of a report or of the baseline.
    SameAsFacts(PathBuf),
    /// The report would take the place of a file that it is made of.
    OverInput(PathBuf),
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
    /// Comments were wanted in a run that only shows what it would change.
    CommentsOnlyShown,
    /// Something was to be written in a run that only shows.
    OnlyShown {
        /// The option that writes.
        option: &'static str,
        /// What only shows.
        by: Phrase,
    },
    /// A form of the report was wanted in a run that gives no report.
    FormOfItsOwn {
        /// The form.
        form: String,
        /// What only shows.
        by: Phrase,
    },
    /// A baseline was wanted for what came from standard input without a name.
    BaselineOfStdin,
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
                text.push_str(&packs::mistake_picture(&painter, lang, mistake));
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
            Self::Missing(paths) => paths::missing(paths),
            Self::NothingToCheck { paths, skipped } => paths::nothing(paths, *skipped),
            Self::Packs(error) => packs::unusable(error),
            Self::PackBeyond(path) => packs::beyond(path),
            Self::UnknownRule { name, nearest } => names::unknown_rule(name, nearest.as_deref()),
            Self::UnknownKind {
                name,
                nearest,
                known,
            } => names::unknown_kind(name, nearest.as_deref(), known),
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
            Self::Precious(path) => {
                let path = one_line(&path.to_string_lossy());
                let message = Phrase::new(
                    format!(
                        "{path} sudah ada dan tidak ditimpa: itu dokumen, setelan, atau baseline"
                    ),
                    format!(
                        "{path} exists and is not overwritten: it is a document, settings or a baseline"
                    ),
                );
                let help = Phrase::new(
                    "Beri nama lain dengan `--output`, atau pindahkan berkas itu dahulu.",
                    "Give another name with `--output`, or move that file away first.",
                );
                (message, Some(help))
            }
            Self::BaselineMissing { path, reason } => baseline::missing(path, reason),
            Self::BaselineUnwritable { path, reason } => baseline::unwritable(path, reason),
            Self::BaselineBroken { path, reason } => baseline::broken(path, reason),
            Self::LastMissing { path, reason } => audit::last_missing(path, reason),
            Self::LastBroken { path, reason } => audit::last_broken(path, reason),
            Self::Facts { path, reason } => audit::facts(path, reason),
            Self::NoSuchForm { form, of } => audit::no_such_form(form, of),
            Self::BytesOnScreen => audit::bytes_on_screen(),
            Self::NoBaseline => baseline::none(),
            Self::NotAllRules(option) => baseline::not_all_rules(option),
            Self::SameAsFacts(path) => outputs::same_as_facts(path),
            Self::OverInput(path) => outputs::over_input(path),
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
                    "Contoh: `--add-ignores \"SOP lama, diperbaiki bertahap sampai 2027-06-30\"`.",
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
            Self::CommentsOnlyShown => {
                let message = Phrase::new(
                    "--add-ignores menulis ke berkas, sedangkan --diff, dan --unsafe-fixes tanpa --fix, hanya memperlihatkan",
                    "--add-ignores writes to files, but --diff, and --unsafe-fixes without --fix, only show",
                );
                let help = Phrase::new(
                    "Pakai salah satu; `--fix --add-ignores` memperbaiki dahulu, lalu mengabaikan sisanya.",
                    "Use one of them; `--fix --add-ignores` mends first and silences the rest.",
                );
                (message, Some(help))
            }
            Self::OnlyShown { option, by } => outputs::only_shown(option, by),
            Self::FormOfItsOwn { form, by } => outputs::form_of_its_own(form, by),
            Self::BaselineOfStdin => baseline::of_stdin(),
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
