//! `sopan new KIND`: a document to fill in.

use super::{
    args::{Global, New},
    exit::Exit,
    failure::Failure,
    output::Output,
    rules::load,
};
use crate::{
    check::nearest,
    draft::{Head, draft},
    rule::{Kind, RuleSet},
    sanitize::one_line,
};

pub(super) fn run(new: &New, global: &Global) -> Result<Exit, Failure> {
    let set = load(global)?;
    let Some(wanted) = &new.kind else {
        return list(&set, global);
    };
    let kind = find(&set, wanted, &[])?;
    let head = Head {
        name: new.name.clone(),
        unit: new.unit.clone(),
        region: new.region.clone(),
    };
    let text = draft(&set, kind, &head, global.lang());
    Output::new(global)?.write_new(text.as_bytes())?;
    Ok(Exit::Clean)
}

/// The kinds, each with what people call it.
fn list(set: &RuleSet, global: &Global) -> Result<Exit, Failure> {
    let kinds = set.kinds().iter();
    let longest = kinds.clone().map(|kind| kind.name.chars().count()).max();
    let width = longest.unwrap_or_default();
    let lang = global.lang();
    let line = |kind: &Kind| {
        let title = one_line(kind.title.get(lang));
        format!("  {:width$}  {title}\n", one_line(&kind.name))
    };
    let text: String = kinds.map(line).collect();
    let heading = lang.pick("Jenis dokumen:", "Kinds of document:");
    let how = lang.pick(
        "Templatnya: sopan new JENIS --output BERKAS",
        "The template: sopan new KIND --output FILE",
    );
    Output::new(global)?.write(format!("{heading}\n{text}\n{how}\n").as_bytes())?;
    Ok(Exit::Clean)
}

/// The kind with this name. `others` are names that the command takes besides.
pub(super) fn find<'a>(set: &'a RuleSet, name: &str, others: &[&str]) -> Result<&'a Kind, Failure> {
    let wanted = name.trim().to_lowercase().replace([' ', '_'], "-");
    let kinds = set.kinds();
    if let Some(kind) = kinds.iter().find(|kind| kind.name == wanted) {
        return Ok(kind);
    }
    let known = kinds.iter().map(|kind| kind.name.as_str());
    let known: Vec<&str> = known.chain(others.iter().copied()).collect();
    Err(Failure::UnknownKind {
        name: name.to_owned(),
        nearest: nearest(&wanted, known.iter().copied()).map(str::to_owned),
        known: known.into_iter().map(str::to_owned).collect(),
    })
}
