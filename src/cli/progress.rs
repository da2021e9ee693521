//! A sign of life on a terminal when a run takes long.

use std::{
    io::IsTerminal,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long a run may take before it is worth a sign.
const PATIENCE: Duration = Duration::from_secs(1);

/// Counts files; shown on standard error when that is a terminal and the run takes long.
pub(super) struct Progress {
    bar: ProgressBar,
    started: Instant,
    is_terminal: bool,
}

impl Progress {
    pub(super) fn new(files: usize) -> Self {
        let bar =
            ProgressBar::with_draw_target(u64::try_from(files).ok(), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}") {
            bar.set_style(style);
        }
        Self {
            bar,
            started: Instant::now(),
            is_terminal: std::io::stderr().is_terminal(),
        }
    }

    /// One more file is done.
    pub(super) fn step(&self) {
        if self.is_terminal && self.bar.is_hidden() && self.started.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }

    /// Takes the sign away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
