//! `sopan`: arguments in, findings out.

use std::process::ExitCode;

/// What is read of a text on one thread is let go on another, for which threads wait for one
/// another in the allocators of most systems: on two threads a check of many documents takes half
/// as long again with them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    sopan::cli::main(std::env::args_os()).into()
}
