//! The content security policy of the page.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Nothing may be loaded, sent, embedded or run but this style and this script, which are known
/// by their hashes. No text may become markup by way of the script.
pub(super) fn of(style: &str, script: &str) -> String {
    let [style, script] = [style, script].map(hash);
    format!(
        "default-src 'none'; style-src '{style}'; script-src '{script}'; img-src 'none'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types 'none'"
    )
}

/// As CSP wants it: of the text between the tags, byte for byte.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
