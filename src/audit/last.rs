//! The audit of last time, read from its JSON.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The only version of the contract that is known.
const VERSION: u64 = 1;

/// An audit that was written as JSON before.
#[derive(Debug, Clone, Deserialize)]
pub struct Last {
    /// The day of that run.
    pub today: String,
    /// The score that was aimed at.
    pub target: f64,
    /// All documents together.
    pub overall: LastOverall,
    /// The documents.
    pub documents: Vec<LastDocument>,
    /// The files that had findings of their own.
    #[serde(default)]
    pub files: Vec<LastFile>,
}

/// A file with findings that belonged to none of its documents.
#[derive(Debug, Clone, Deserialize)]
pub struct LastFile {
    /// Its name.
    pub file: String,
    /// The fingerprints of its findings, by the code of the rule.
    #[serde(default)]
    pub fingerprints: BTreeMap<String, Vec<String>>,
}

/// All documents of an earlier audit.
#[derive(Debug, Clone, Deserialize)]
pub struct LastOverall {
    /// The mean of the scores.
    #[serde(default)]
    pub score: Option<f64>,
    /// Documents whose score was the target or better.
    #[serde(default)]
    pub at_target: usize,
}

/// A document of an earlier audit.
#[derive(Debug, Clone, Deserialize)]
pub struct LastDocument {
    /// Its file.
    pub file: String,
    /// Its position in the file, from 0.
    #[serde(default)]
    pub index: usize,
    /// Its kind.
    #[serde(default)]
    pub kind: Option<String>,
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
    /// The unit that provides it.
    #[serde(default)]
    pub unit: Option<String>,
    /// The region, ministry or agency.
    #[serde(default)]
    pub region: Option<String>,
    /// Its score.
    #[serde(default)]
    pub score: Option<f64>,
    /// The fingerprints of its findings, by the code of the rule.
    #[serde(default)]
    pub fingerprints: Option<BTreeMap<String, Vec<String>>>,
}

/// Why an earlier audit cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LastError {
    /// Not JSON at all, or not what an audit must hold.
    #[error(transparent)]
    Form(#[from] serde_json::Error),
    /// JSON of something else: the report of a check, or of another program.
    #[error("not an audit")]
    NotAnAudit {
        /// Whether it is the report of a check.
        is_check: bool,
    },
    /// A newer sopan wrote it.
    #[error("version {0} is not known")]
    Version(u64),
}

impl Last {
    /// Reads the JSON of an audit.
    ///
    /// # Errors
    ///
    /// [`LastError`] where it is no audit, or one of another version.
    pub fn parse(text: &str) -> Result<Self, LastError> {
        #[derive(Deserialize)]
        struct Head {
            schema_version: Option<serde_json::Value>,
            tool: Option<Tool>,
            overall: Option<serde::de::IgnoredAny>,
            summary: Option<serde::de::IgnoredAny>,
        }
        #[derive(Deserialize)]
        struct Tool {
            name: Option<String>,
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let value: serde_json::Value = serde_json::from_str(text)?;
        let Ok(head) = serde_json::from_value::<Head>(value.clone()) else {
            return Err(LastError::NotAnAudit { is_check: false });
        };
        let name = head.tool.and_then(|tool| tool.name);
        let is_ours = name.as_deref() == Some(env!("CARGO_PKG_NAME"));
        if !is_ours || head.overall.is_none() {
            return Err(LastError::NotAnAudit {
                is_check: is_ours && head.summary.is_some(),
            });
        }
        match head.schema_version.and_then(|version| version.as_u64()) {
            Some(VERSION) => Ok(serde_json::from_value(value)?),
            Some(other) => Err(LastError::Version(other)),
            None => Err(LastError::NotAnAudit { is_check: false }),
        }
    }
}
