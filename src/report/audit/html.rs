//! A page for a browser.

use std::io::{self, Write};

use super::{Options, Report};

pub(super) fn write(
    _report: &Report<'_>,
    _options: &Options,
    _out: &mut dyn Write,
) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
