//! From the comments of a document to what they silence.

use std::{collections::HashMap, sync::Arc};

use super::{Meaning, Mistake, Named, Suppression, Suppressions, comment, scope::Layout};
use crate::{
    document::{Comment, Document},
    rule::RuleSet,
    span::Span,
};

/// Words that stand for every rule.
const ALL: [&str; 5] = ["all", "semua", "semuanya", "*", "seluruhnya"];
/// Most unknown names of a document for which the nearest known one is sought.
const MOST_NEAREST: usize = 100;
/// Longest name, in bytes, that is compared with the known ones.
const LONGEST_NAME: usize = 64;

/// The comments of a document that silence rules, or look as if they did; none where there are
/// no such comments.
pub fn read(document: &Document, rules: &RuleSet) -> Option<Suppressions> {
    let mut reader = Reader {
        document,
        rules,
        layout: None,
        known: HashMap::new(),
        sought: 0,
    };
    let list: Vec<_> = document
        .comments()
        .iter()
        .filter_map(|comment| reader.suppression(comment))
        .collect();
    (!list.is_empty()).then(|| Suppressions {
        source: Arc::clone(document.source()),
        list,
    })
}

struct Reader<'a> {
    document: &'a Document,
    rules: &'a RuleSet,
    layout: Option<Layout<'a>>,
    /// Names that were looked up before.
    known: HashMap<String, Meaning>,
    /// For how many names the nearest known one was sought.
    sought: usize,
}

impl Reader<'_> {
    fn suppression(&mut self, comment: &Comment) -> Option<Suppression> {
        let source = self.document.source();
        let rules = self.rules;
        let is_rule = |name: &str| is_rule(rules, name);
        let mut words = comment::read(source.text(), comment.span, &is_rule)?;
        let named = |span: &Span| {
            let name = source.slice(*span);
            Named {
                span: *span,
                name: name.to_owned(),
                meaning: self.meaning(name),
            }
        };
        let mut names: Vec<_> = words.names.iter().map(named).collect();
        // A word without comma before it that is no rule begins the reason.
        let is_plain = |(at, named): (usize, &Named)| {
            let has_comma = words.after_comma.get(at).copied().unwrap_or(true);
            let is_unknown = matches!(named.meaning, Meaning::Unknown { nearest: None });
            !has_comma && is_unknown && !looks_like_code(&named.name)
        };
        if let Some(first) = names.iter().enumerate().position(is_plain) {
            let at = names.get(first).map_or(0, |named| named.span.start);
            // A sentence in which not even the first word is a rule names none.
            let names_none = names.first().is_some_and(|named| {
                matches!(named.meaning, Meaning::Unknown { .. }) && !looks_like_code(&named.name)
            });
            names.truncate(if names_none { 0 } else { first });
            if !names_none {
                let mistake = Mistake::NoSeparator { at };
                words.mistake = words.mistake.or(Some(mistake));
            }
        }
        let document = self.document;
        let layout = self.layout.get_or_insert_with(|| Layout::new(document));
        Some(Suppression {
            span: words.span,
            rules: names,
            reason: words.reason.map(|span| source.slice(span).to_owned()),
            until: words.until,
            scope: layout.scope(Span::new(comment.span.start, comment.span.end)),
            mistake: words.mistake,
        })
    }

    fn meaning(&mut self, name: &str) -> Meaning {
        if let Some(known) = self.known.get(name) {
            return known.clone();
        }
        let meaning = self.look_up(name);
        self.known.insert(name.to_owned(), meaning.clone());
        meaning
    }

    fn look_up(&mut self, name: &str) -> Meaning {
        if ALL.iter().any(|all| all.eq_ignore_ascii_case(name)) {
            return Meaning::Blanket;
        }
        let found = self.rules.find(name);
        match found.as_slice() {
            [] => {
                let is_short = name.len() <= LONGEST_NAME;
                let may_seek = is_short && self.sought < MOST_NEAREST;
                self.sought += usize::from(may_seek);
                let nearest = may_seek.then(|| self.nearest(name)).flatten();
                Meaning::Unknown { nearest }
            }
            [id] if is_rule(self.rules, name) => match self.rules.rule(*id).check().fault() {
                Some(_) => Meaning::Fault(*id),
                None => Meaning::Rule(*id),
            },
            _ => Meaning::Blanket,
        }
    }

    /// The code or name most like `name`; never a family.
    fn nearest(&self, name: &str) -> Option<String> {
        let rules = self.rules.rules().iter();
        let names = rules.flat_map(|rule| [&*rule.code, &*rule.name]);
        crate::check::nearest(name, names).map(str::to_owned)
    }
}

/// Whether a name is that of one rule, not of a family.
fn is_rule(rules: &RuleSet, name: &str) -> bool {
    let is_named = |rule: &crate::rule::Rule| {
        rule.code.eq_ignore_ascii_case(name) || rule.name.eq_ignore_ascii_case(name)
    };
    name.len() <= LONGEST_NAME && rules.rules().iter().any(is_named)
}

/// `SP009`, whether there is such a rule or not.
fn looks_like_code(name: &str) -> bool {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = name.len() - letters;
    (2..=4).contains(&letters)
        && (1..=4).contains(&digits)
        && name.bytes().skip(letters).all(|byte| byte.is_ascii_digit())
}
