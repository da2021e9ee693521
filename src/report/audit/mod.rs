//! An audit as people and programs read it: one file per format.

pub mod html;
