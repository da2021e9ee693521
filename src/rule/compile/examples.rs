//! Whether the examples of a rule can be its tests.

use super::Compiler;
use crate::{
    document::{self, Path},
    rule::{Example, RuleSpec, mistake::PackText},
    text::Phrase,
};

impl Compiler<'_> {
    pub(super) fn examples(
        &mut self,
        text: &PackText,
        at: &Path,
        spec: &RuleSpec,
        has_place: bool,
    ) {
        let at = at.clone().key("examples");
        let (pass, fail) = match &spec.examples {
            Some(examples) => (examples.pass.as_slice(), examples.fail.as_slice()),
            None => Default::default(),
        };
        for (key, examples) in [("pass", pass), ("fail", fail)] {
            if examples.is_empty() {
                let message = Phrase::new(
                    format!("aturan ini belum punya contoh `{key}`"),
                    format!("this rule has no `{key}` example yet"),
                );
                let help = Phrase::new(
                    "Contoh `fail` harus ditemukan aturan ini, contoh `pass` tidak; keduanya adalah ujinya.",
                    "A `fail` example must be found by this rule, a `pass` example must not: they are its tests.",
                );
                let span = text.key(&at.clone().key(key));
                self.mistakes.push(text.mistake(span, message, Some(help)));
            }
        }
        for (index, example) in fail.iter().enumerate() {
            let at = at.clone().key("fail").index(index);
            self.example(text, &at, example, has_place);
        }
    }

    fn example(&mut self, text: &PackText, at: &Path, example: &Example, has_place: bool) {
        let message = match &example.path {
            None if has_place => return,
            None => Phrase::new(
                "contoh ini harus menyebut `path`: aturan ini dapat menunjuk beberapa tempat",
                "this example must give its `path`: the rule may point to several places",
            ),
            Some(path) => match document::Path::parse(path) {
                Ok(_) => return,
                Err(error) => Phrase::new(
                    format!("`{path}` bukan penunjuk seperti `/biaya` atau `/prosedur/0/waktu`"),
                    error.to_string(),
                ),
            },
        };
        let span = match example.path {
            Some(_) => text.value(&at.clone().key("path")),
            None => text.value(at),
        };
        self.mistakes.push(text.mistake(span, message, None));
    }
}
