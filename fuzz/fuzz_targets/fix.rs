//! A file with all its fixes: what they leave is whole, and nothing is left to mend.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sopan_fuzz::{choice, mended::assert_mended};

fuzz_target!(|bytes: &[u8]| {
    assert_mended(bytes, choice(bytes) & 1 == 0);
});
