//! `actor_in_text`: the activity of a step does not say again who acts.

use serde::Deserialize;

use super::{
    Check, Mistake, Sight, Target,
    active_verb::morphology::is_active_form,
    actors::{self, Name},
    step::{self, behind_mark, words},
    word_list::NamedList,
    word_pairs::NamedPairs,
};
use crate::{finding::Hit, reading::Step, rule::Environment, text::Phrase};

/// The actor stands in its column, not as subject of the activity. Only a sentence that begins
/// with the actor of that very step counts: `kepada Kepala Dinas` names who receives. All such
/// steps are one finding.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActorInText {
    /// Short forms of offices with what they stand for.
    short: NamedPairs,
    /// Words that name someone who acts, so that one of them stands for the whole name.
    roles: NamedList,
    /// Words with the form of a verb that are none.
    no_verbs: NamedList,
}

/// Most words before the verb of a sentence.
const MOST_WORDS: usize = 10;

/// Words behind an actor that say which, or who else, acts.
const JOINING: [&str; 4] = ["yang", "dan", "bersama", "dengan"];

/// Words between an actor and the verb.
const MODAL: [&str; 7] = [
    "akan", "harus", "wajib", "dapat", "kemudian", "lalu", "segera",
];

impl Check for ActorInText {
    fn arguments(&self) -> &'static [&'static str] {
        &["numbers", "count", "actor", "rest"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let mistakes: Vec<_> = [
            self.short.prepare("short", environment),
            self.roles.prepare("roles", environment),
            self.no_verbs.prepare("no_verbs", environment),
        ]
        .into_iter()
        .flatten()
        .collect();
        if mistakes.is_empty() {
            Ok(())
        } else {
            Err(mistakes)
        }
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let document = target.document;
        let steps = target.readings.steps(document, target.node);
        let found: Vec<_> = steps
            .iter()
            .filter_map(|step| {
                let node = step.activity.filter(|_| !step.is_plain)?;
                let text = document.text(node)?;
                let names = actors::of_step(target, step.node);
                let repeated = |name: &Name| self.repeated(text, &name.text);
                let (range, verb) = names.iter().find_map(repeated)?;
                Some((step, node, range, verb))
            })
            .collect();
        let Some((_, node, range, verb)) = found.first() else {
            return;
        };
        let text = document.text(*node).unwrap_or_default();
        let actor = text.get(range.clone()).unwrap_or_default().to_owned();
        let rest = text.get(*verb..).unwrap_or_default().trim_end();
        // Only as an example of how it reads without.
        let rest: String = rest.chars().take(80).collect();
        let mut letters = rest.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        let rest = first.unwrap_or_default() + letters.as_str();
        let place = |step: &Step| {
            let of = found
                .iter()
                .find(|(other, ..)| other.position == step.position);
            match of {
                Some((_, node, range, _)) => {
                    let span = document.place(*node).part(range.clone());
                    (document.path_of(*node), span)
                }
                None => (document.path_of(step.node), document.place(step.node).key()),
            }
        };
        let label = |step: &Step| {
            let label = &step.label;
            Phrase::new(format!("langkah {label}"), format!("step {label}"))
        };
        let lacking: Vec<_> = found.iter().map(|(step, ..)| *step).collect();
        let hit = step::one_gap(target, &lacking, place, label);
        hits.extend(hit.map(|hit| {
            hit.argument("actor", Phrase::same(actor))
                .argument("rest", Phrase::same(rest))
        }));
    }
}

impl ActorInText {
    /// Where the actor stands in front of the verb, and where the verb begins.
    fn repeated(&self, text: &str, actor: &str) -> Option<(std::ops::Range<usize>, usize)> {
        let start = behind_mark(text);
        let head: String = text.get(start..)?.chars().take(200).collect();
        let words = words(&head);
        let is_verb = |word: &str| {
            let passive = word.len() > 6 && word.starts_with("di") && word.ends_with("kan");
            (is_active_form(word) || passive) && !self.no_verbs.contains(word)
        };
        let at = words
            .iter()
            .take(MOST_WORDS + 1)
            .position(|(word, _)| is_verb(word))
            .filter(|&at| at > 0)?;
        let lead = words.get(..at)?;
        let actor = actors::plain(actor, &self.short);
        let spoken = |count: usize| {
            let words: Vec<_> = lead.iter().take(count).map(|(word, _)| &**word).collect();
            actors::plain(&words.join(" "), &self.short)
        };
        if !self.is_same(&spoken(at), &actor) {
            return None;
        }
        // `Pemohon datang membawa berkas`: what is between actor and verb belongs to the verb,
        // unless it says which of them acts.
        let named = (1..=at).find(|&count| spoken(count) == actor);
        let is_clause = |&count: &usize| {
            lead.get(count).is_some_and(|(word, _)| {
                JOINING.contains(&&**word) || word.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        let end = named.filter(|count| !is_clause(count)).unwrap_or(at);
        let (_, first) = lead.first()?;
        let (_, last) = lead.get(end - 1)?;
        let (_, next) = words.get(end)?;
        Some((start + first.start..start + last.end, start + next.start))
    }

    /// Whether the words before a verb are the actor: all of the name, its first words where
    /// they name someone who acts, or the name with a word or two behind it.
    fn is_same(&self, spoken: &str, actor: &str) -> bool {
        if spoken.is_empty() || actor.is_empty() {
            return false;
        }
        if spoken == actor {
            return true;
        }
        let follows = |long: &str, short: &str| {
            long.strip_prefix(short)
                .is_some_and(|rest| rest.starts_with(' '))
        };
        if follows(actor, spoken) {
            let first = spoken.split(' ').next().unwrap_or_default();
            return self.roles.contains(first);
        }
        if !follows(spoken, actor) {
            return false;
        }
        let rest = spoken.get(actor.len()..).unwrap_or_default();
        let mut rest = rest.split_whitespace();
        let next = rest.next().unwrap_or_default();
        // `Pemohon yang berkasnya lengkap`, `Pemohon akan`, `Petugas 2`.
        JOINING.contains(&next)
            || MODAL.contains(&next)
            || next.bytes().all(|byte| byte.is_ascii_digit())
            || rest.next().is_none()
    }
}
