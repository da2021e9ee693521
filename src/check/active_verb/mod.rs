//! `active_verb`: the activity of a step begins with an active verb.

pub(super) mod morphology;

use std::{collections::HashSet, ops::Range, sync::OnceLock};

use serde::Deserialize;

use self::morphology::{active_of_passive, is_active_form, is_passive_form};
use super::{
    Check, Mistake, Sight, Target, rewrite,
    step::{self, behind_mark, words},
    word_list::NamedList,
    word_pairs::NamedPairs,
};
use crate::{
    document::NodeId,
    finding::{Edit, Fix, Hit},
    reading::Step,
    rule::Environment,
    text::Phrase,
};

/// The activities of a procedure begin with an active verb. Only what is surely something else
/// counts: a noun of which the verb is known (`Penyerahan berkas`), and the passive. Plain
/// verbs (`Terima berkas`), an actor in front and any other beginning are left alone. All such
/// steps are one finding.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActiveVerb {
    /// Nouns with the verb that says the same.
    nouns: NamedPairs,
    /// Nouns that only lead to another one: `proses verifikasi`.
    leading: NamedList,
    /// Words with the form of a verb that are none.
    no_verbs: NamedList,
    /// Words that name someone who acts: `Disposisi Camat` is not about disposing of Camat.
    roles: NamedList,
    /// The verbs of the pairs, made when first asked for.
    #[serde(skip)]
    verbs: OnceLock<HashSet<String>>,
}

/// A beginning that is no active verb.
struct Beginning {
    /// The word, as bytes of the text.
    word: Range<usize>,
    /// The activity as it could begin.
    better: String,
    /// The bytes that `better` can take the place of, where it reads on as a sentence.
    replaces: Option<Range<usize>>,
}

/// Words that tell how the thing before them stands.
const STATES: [&str; 10] = [
    "selesai", "tidak", "belum", "sudah", "telah", "sedang", "masih", "lolos", "gagal", "sesuai",
];

/// Most letters of an activity that is shown mended as a whole.
const MOST_LETTERS: usize = 90;

impl Check for ActiveVerb {
    fn arguments(&self) -> &'static [&'static str] {
        &["numbers", "count", "word", "better"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let mistakes: Vec<_> = [
            self.nouns.prepare("nouns", environment),
            self.leading.prepare("leading", environment),
            self.no_verbs.prepare("no_verbs", environment),
            self.roles.prepare("roles", environment),
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
        let found: Vec<(&Step, NodeId, Beginning)> = steps
            .iter()
            .filter_map(|step| {
                let node = step.activity?;
                Some((step, node, self.beginning(document.text(node)?)?))
            })
            .collect();
        let Some((_, node, first)) = found.first() else {
            return;
        };
        let word = document
            .text(*node)
            .and_then(|text| text.get(first.word.clone()));
        let word = Phrase::same(word.unwrap_or_default().to_owned());
        let better = Phrase::same(first.better.clone());
        let of = |step: &Step| {
            found
                .iter()
                .find(|(other, ..)| other.position == step.position)
        };
        let place = |step: &Step| match of(step) {
            Some((_, node, beginning)) => {
                let span = document.place(*node).part(beginning.word.clone());
                (document.path_of(*node), span)
            }
            None => (document.path_of(step.node), document.place(step.node).key()),
        };
        let words = |step: &Step| {
            let better = of(step).map_or("", |(_, _, beginning)| &beginning.better);
            Phrase::same(format!("`{better}`"))
        };
        let lacking: Vec<_> = found.iter().map(|(step, ..)| *step).collect();
        let hit = step::one_gap(target, &lacking, place, words);
        hits.extend(hit.map(|hit| {
            let mut hit = hit.argument("word", word).argument("better", better);
            hit.fix = fix(target, &found);
            hit
        }));
    }
}

impl ActiveVerb {
    fn verbs(&self) -> &HashSet<String> {
        let verbs = || self.nouns.values().map(str::to_owned).collect();
        self.verbs.get_or_init(verbs)
    }

    fn beginning(&self, text: &str) -> Option<Beginning> {
        let start = behind_mark(text);
        let body = text.get(start..)?;
        // What follows are only the first words: a long text costs no more than a short one.
        let head: String = body.chars().take(MOST_LETTERS + 1).collect();
        let words = words(&head);
        let first = words.first()?;
        if let Some(better) = self.active(&first.0) {
            let word = start + first.1.start..start + first.1.end;
            return Some(Beginning {
                word,
                better: capital(&better),
                replaces: None,
            });
        }
        // `Proses verifikasi berkas` is about the verification.
        let second = words.get(1).filter(|_| self.leading.contains(&first.0));
        let at = usize::from(second.is_some_and(|(word, _)| self.nouns.get(word).is_some()));
        let (noun, place) = words.get(at)?;
        let verb = self.nouns.get(noun)?;
        let rest = words.get(at + 1..).unwrap_or_default();
        // `Verifikasi tidak lolos` tells how something stands.
        let is_state = rest
            .first()
            .is_some_and(|(word, _)| STATES.contains(&&**word));
        if first.1.start > 0 || is_state || self.is_subject(rest) {
            return None;
        }
        let word = start + first.1.start..start + place.end;
        let is_shouted = head
            .get(place.clone())
            .is_some_and(|noun| !noun.contains(char::is_lowercase));
        let verb = &if is_shouted {
            verb.to_uppercase()
        } else {
            capital(verb)
        };
        let (better, replaces) = match self.sentence(verb, &head, place.end, rest) {
            Some(sentence) if head.len() == body.len() => {
                (sentence, Some(start..start + body.trim_end().len()))
            }
            _ => (verb.clone(), None),
        };
        Some(Beginning {
            word,
            better,
            replaces,
        })
    }

    /// The active form of a passive verb.
    fn active(&self, word: &str) -> Option<String> {
        if self.no_verbs.contains(word) {
            return None;
        }
        let forms = active_of_passive(word);
        let known = forms.iter().find(|form| self.verbs().contains(*form));
        let likely = || forms.first().filter(|_| is_passive_form(word));
        known.or_else(likely).cloned()
    }

    /// Whether the noun before these words acts: `Pelayanan Medis menerima pasien`.
    fn is_subject(&self, rest: &[(String, Range<usize>)]) -> bool {
        let mut joins = false;
        for (word, _) in rest.iter().take(5) {
            let word = word.as_str();
            if matches!(
                word,
                "untuk" | "guna" | "yang" | "dengan" | "dalam" | "agar" | "bagi"
            ) {
                return false;
            }
            let is_modal = matches!(word, "akan" | "harus" | "wajib" | "dapat" | "telah");
            if is_modal || (is_active_form(word) && !self.no_verbs.contains(word)) {
                // `Pemeriksaan berkas dan mencatat hasilnya` only changes its form midway.
                return !joins;
            }
            joins = matches!(word, "dan" | "serta" | "lalu" | "kemudian");
        }
        false
    }

    /// The activity with a verb in front; nothing where the rest would not read on.
    fn sentence(
        &self,
        verb: &str,
        text: &str,
        from: usize,
        rest: &[(String, Range<usize>)],
    ) -> Option<String> {
        let mut sentence = verb.to_owned();
        let mut from = from;
        // `Verifikasi, validasi, dan pencatatan berkas`: the nouns before the object.
        let mut in_chain = true;
        let mut awaits_noun = false;
        let mut is_clause = false;
        for (index, (word, range)) in rest.iter().enumerate() {
            let is_first = index == 0;
            let written = text.get(range.clone())?;
            let gap = text.get(from..range.start)?;
            from = range.end;
            is_clause |= word == "yang";
            let is_join = matches!(word.as_str(), "dan" | "serta" | "atau");
            in_chain &= awaits_noun || is_join || gap.contains([',', '/']);
            match word.as_str() {
                // Who acts, or what is said of the noun, has no place behind a verb.
                "oleh" if !is_clause => return None,
                "yang" | "ini" | "tersebut" | "di" | "pada" | "dari" if is_first => return None,
                _ if is_first && self.roles.contains(word) => return None,
                _ if !is_clause && self.active(word).is_some() => return None,
                "terhadap" | "atas" | "akan" if is_first => {}
                _ if in_chain && !is_join => {
                    sentence.push_str(gap);
                    sentence.push_str(self.nouns.get(word)?);
                    awaits_noun = false;
                }
                _ => {
                    sentence.push_str(gap);
                    sentence.push_str(written);
                    awaits_noun = in_chain;
                }
            }
        }
        sentence.push_str(text.get(from..)?.trim_end());
        Some(sentence)
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Writes all activities anew that can be; a person should read them again.
fn fix(target: &Target<'_>, found: &[(&Step, NodeId, Beginning)]) -> Option<Fix> {
    let edit = |(_, node, beginning): &(&Step, NodeId, Beginning)| {
        let range = beginning.replaces.clone()?;
        let span = rewrite::span(&target.with(*node), &range, &beginning.better)?;
        Some(Edit {
            span,
            text: beginning.better.clone(),
        })
    };
    let edits: Vec<_> = found.iter().filter_map(edit).collect();
    let title = Phrase::new(
        "Awali kegiatan dengan kata kerja",
        "Begin the activities with a verb",
    );
    (!edits.is_empty()).then_some(Fix {
        title,
        safe: false,
        edits,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::{document::Limits, lint::Linter, rule::Packs, text::Lang};

    /// The help for each activity; `-` where it may stay.
    fn advice(activities: &[&str]) -> String {
        let rules = Packs::builtin().unwrap().compile().unwrap();
        let id = rules.find("SOP026")[0];
        let linter = Linter {
            rules: &rules,
            today: date(2026, 1, 15),
            limits: Limits::default(),
            excerpts: false,
        };
        let of = |activity: &&str| {
            let yaml = format!("jenis: sop\nprosedur:\n- uraian: '{activity}'\n");
            let file = linter.check_bytes("a.yaml", yaml.into_bytes(), None);
            let findings = &file.documents[0].findings;
            let found = findings.iter().find(|finding| finding.rule == id);
            let better = found.map(|finding| {
                let better = finding.arguments.get("better").unwrap().get(Lang::Id);
                let fix = if finding.fix.is_some() { " *" } else { "" };
                format!("{better}{fix}")
            });
            format!("{activity} -> {}", better.unwrap_or_else(|| "-".to_owned()))
        };
        activities.iter().map(of).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn says_how_an_activity_could_begin() {
        let activities = [
            "Penyerahan berkas",
            "Pemeriksaan dan verifikasi berkas permohonan",
            "Evaluasi, klarifikasi, dan negosiasi penawaran",
            "Verifikasi, cetak, dan pencatatan berkas",
            "Pembersihan kaca dan meja",
            "Pemeriksaan terhadap berkas",
            "Pemeriksaan yang dilakukan petugas",
            "Pembuatan daftar arsip yang disetujui oleh Kepala Bidang",
            "Verifikasi oleh Kepala Bidang",
            "Penerbitan",
            "Proses verifikasi berkas",
            "Koordinasi dengan instansi terkait",
            "Diterima di loket",
            "Dikoordinasikan dengan dinas",
            "PENYERAHAN BERKAS",
            "2. Pencatatan surat",
            "Persetujuan dari Kepala Dinas",
            "Disposisi Camat",
            "Pembayaran dilakukan di bank",
            "Dilakukan pemeriksaan fisik",
        ];
        insta::assert_snapshot!(advice(&activities), @"
        Penyerahan berkas -> Menyerahkan berkas *
        Pemeriksaan dan verifikasi berkas permohonan -> Memeriksa dan memverifikasi berkas permohonan *
        Evaluasi, klarifikasi, dan negosiasi penawaran -> Mengevaluasi, mengklarifikasi, dan menegosiasikan penawaran *
        Verifikasi, cetak, dan pencatatan berkas -> Memverifikasi
        Pembersihan kaca dan meja -> Membersihkan kaca dan meja *
        Pemeriksaan terhadap berkas -> Memeriksa berkas *
        Pemeriksaan yang dilakukan petugas -> Memeriksa
        Pembuatan daftar arsip yang disetujui oleh Kepala Bidang -> Membuat daftar arsip yang disetujui oleh Kepala Bidang *
        Verifikasi oleh Kepala Bidang -> Memverifikasi
        Penerbitan -> Menerbitkan *
        Proses verifikasi berkas -> Memverifikasi berkas *
        Koordinasi dengan instansi terkait -> Berkoordinasi dengan instansi terkait *
        Diterima di loket -> Menerima
        Dikoordinasikan dengan dinas -> Mengoordinasikan
        PENYERAHAN BERKAS -> MENYERAHKAN BERKAS *
        2. Pencatatan surat -> Mencatat surat *
        Persetujuan dari Kepala Dinas -> Menyetujui
        Disposisi Camat -> Mendisposisikan
        Pembayaran dilakukan di bank -> Membayar
        Dilakukan pemeriksaan fisik -> Melakukan
        ");
    }

    #[test]
    fn leaves_other_beginnings_alone() {
        let activities = [
            "Menyerahkan berkas",
            "Terima berkas",
            "Cek daya tampung",
            "Petugas menerima berkas",
            "Pendaftaran dan Informasi menerima berkas",
            "Pemeriksaan akan dilakukan besok",
            "Secara berkala memeriksa arsip",
            "Apakah berkas lengkap?",
            "Melati",
            "Meja 2: penimbangan balita",
            "Disposisi",
            "Dinas menerbitkan izin",
            "Didikan anak",
            "Distributor mengirim barang",
            "Rapat pembahasan",
            "(pemeriksaan berkas)",
            "Pemeriksaan selesai",
            "Verifikasi tidak lolos",
            "Dikarenakan berkas kurang, mengembalikan berkas",
        ];
        let shown = advice(&activities);
        let changed: Vec<_> = shown
            .lines()
            .filter(|line| !line.ends_with("-> -"))
            .collect();
        assert_eq!(changed, ["Disposisi -> Mendisposisikan *"]);
    }
}
