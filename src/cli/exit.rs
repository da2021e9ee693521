//! How a run ends.

use std::process::ExitCode;

/// How a run ends, as other programs see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Nothing at or above `--fail-on`: 0.
    Clean,
    /// Something at or above `--fail-on`: 1.
    Gaps,
    /// The run itself failed, by usage, settings, a broken pack or nothing to read: 2.
    Failed,
}

impl Exit {
    /// The number that the system is given.
    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Gaps => 1,
            Self::Failed => 2,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
