//! The values of this field, each read from the way people write it, with the place of every
//! part, and printed in its standard form.

pub mod citation;
pub mod contact;
pub mod date;
pub mod duration;
pub mod money;
pub mod nip;
pub mod numeral;
pub mod region;
pub mod scan;
