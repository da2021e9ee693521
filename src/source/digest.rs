//! By which the bytes of a file are known again.

/// By which bytes are known again: who reads a file a second time can tell whether it is still as
/// it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes).into())
    }

    /// The digest itself.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}
