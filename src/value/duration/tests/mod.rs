mod errors;
mod forms;
mod places;
mod values;

use super::*;

/// The standard form of what a text says.
fn form(text: &str) -> String {
    match Duration::parse(text) {
        Ok(duration) => duration.to_string(),
        Err(error) => format!("{error:?}"),
    }
}

fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, wanted)| form(text) != *wanted)
        .map(|(text, wanted)| format!("{text}\n   read   {}\n   wanted {wanted}", form(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
