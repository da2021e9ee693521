//! Rule packs as written, and the rule set made of them.

mod assemble;
mod builtin;
mod compile;
mod environment;
mod given;
mod guide;
pub mod jsonpath;
mod load;
mod mistake;
mod pack;
mod plan;
mod register_mistake;
mod set;
mod template;
mod word_list;

pub(crate) use builtin::make_ready;
pub use environment::Environment;
pub use guide::{BLANK, GuideSpec, KeyGuide, KindGuide};
pub use load::{LoadError, Packs};
pub use mistake::PackMistake;
pub use pack::{
    ComponentSpec, Conditions, Example, Examples, Explanation, Form, KindSpec, OneOrMany, Pack,
    RuleSpec, Shape, Simulate,
};
pub use set::{Kind, PackInfo, Rule, RuleSet};
pub use template::Template;
pub use word_list::{WordList, WordListError};
