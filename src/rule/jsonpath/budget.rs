//! A limit on the work of evaluating paths.

use thiserror::Error;

/// The work that may still be done. One step is a node looked at, or about 64 bytes of text
/// compared. One budget can be shared by many selections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    left: u64,
}

/// The budget was used up before the path was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "the path needs too many steps on this document; make it more exact, with fewer `..` and `*`"
)]
pub struct OverBudget;

impl OverBudget {
    /// The same in Indonesian, for authors of rules.
    pub fn explain_id(&self) -> String {
        "jalur ini memerlukan terlalu banyak langkah pada dokumen ini; buat lebih tepat, \
         dengan lebih sedikit `..` dan `*`"
            .to_owned()
    }
}

/// Enough for any path on any real document, and done within seconds.
const DEFAULT_STEPS: u64 = 10_000_000;

impl Default for Budget {
    fn default() -> Self {
        Budget::new(DEFAULT_STEPS)
    }
}

impl Budget {
    /// A budget of this many steps.
    pub fn new(steps: u64) -> Self {
        Budget { left: steps }
    }

    /// The steps that are left.
    pub fn left(&self) -> u64 {
        self.left
    }

    pub(super) fn spend(&mut self, steps: usize) -> Result<(), OverBudget> {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        match self.left.checked_sub(steps) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => {
                self.left = 0;
                Err(OverBudget)
            }
        }
    }
}
