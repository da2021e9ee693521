//! Tests of the register.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod city;
mod integrity;
mod lookup;
mod titles;

use super::Key;
use crate::value::citation::Citation;

fn key(id: &str) -> Key {
    id.parse().unwrap()
}

fn cite(text: &str) -> Citation {
    Citation::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}
