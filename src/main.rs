//! `sopan`: arguments in, findings out.

use std::process::ExitCode;

fn main() -> ExitCode {
    sopan::cli::main(std::env::args_os()).into()
}
