//! The steps of a service, as a standard tells them and as a procedure does.

use super::{
    data::Stage,
    standard::{Dates, cost, head, legal_basis, numbered, requirements, sentences, time},
    subject::Subject,
    value::{Map, Value},
    words::{counted, day, later, official},
};

/// A step of a service.
struct Step<'a> {
    stage: &'a Stage,
    role: String,
    /// The activity, what it needs, what it gives.
    texts: [String; 3],
    time: String,
    /// Labels of the way on and the way back.
    branch: Option<&'a [String; 2]>,
}

fn steps<'a>(subject: &'a Subject<'_>) -> Vec<Step<'a>> {
    let phrases = &subject.data.phrases;
    let mut random = subject.own(7);
    let mut roles = subject.of_unit(7);
    let named: Vec<_> = phrases
        .peran
        .iter()
        .map(|(role, names)| (role, roles.pick(names)))
        .collect();
    let stages = phrases
        .tahap
        .iter()
        .filter(|stage| !stage.boleh_tidak || random.chance(55));
    let stages: Vec<_> = stages.collect();
    let steps = stages.into_iter().map(|stage| {
        let role = match stage.peran.as_str() {
            "pimpinan" => subject.spec.pimpinan.clone(),
            "kepala_bagian" => subject.middle(),
            role => named
                .iter()
                .find(|(own, _)| *own == role)
                .map_or_else(String::new, |(_, name)| (*name).clone()),
        };
        let minutes = random.between(stage.menit[0], stage.menit[1]);
        let [activity, needs, gives] = random.pick(&stage.pilihan);
        let is_long = stage.lama && subject.days > 2;
        Step {
            stage,
            role,
            texts: [
                subject.vary(activity, &phrases.ekor_langkah, &mut random),
                subject.vary(needs, &phrases.ekor_hasil, &mut random),
                subject.vary(gives, &phrases.ekor_hasil, &mut random),
            ],
            time: match is_long {
                true => format!("{} hari kerja", counted(1)),
                false => format!("{minutes} menit"),
            },
            branch: match stage.cabang.as_slice() {
                [] => None,
                labels => Some(random.pick(labels)),
            },
        }
    });
    steps.collect()
}

/// The steps as a standard tells them: a table, sentences, or a text.
pub(crate) fn of_standard(subject: &Subject<'_>) -> Value {
    let steps = steps(subject);
    let form = subject.own(8).below(3);
    if form == 0 {
        let rows = steps.iter().enumerate().map(|(at, step)| {
            let cells = [
                ("no", (at + 1).to_string()),
                ("uraian", step.texts[0].clone()),
                ("pelaksana", step.role.clone()),
                ("waktu", step.time.clone()),
            ];
            Value::Map(
                cells
                    .map(|(key, text)| (key.to_owned(), text.into()))
                    .into(),
            )
        });
        return Value::List(rows.collect());
    }
    let sentences: Vec<_> = steps
        .iter()
        .map(|step| {
            let mut activity = step.texts[0].chars();
            let first = activity.next().map(|letter| letter.to_ascii_lowercase());
            format!(
                "{} {}{}",
                step.role,
                first.unwrap_or_default(),
                activity.as_str()
            )
        })
        .collect();
    match form {
        1 => numbered(&sentences, ".").into(),
        _ => Value::texts(sentences),
    }
}

/// The steps as a flow.
fn flow(steps: &[Step<'_>]) -> Value {
    let number_of = |key: &str| {
        let at = steps.iter().position(|step| step.stage.kunci == key);
        (at.unwrap_or(1) + 1).to_string()
    };
    let rows = steps.iter().enumerate().map(|(at, step)| {
        let symbol = match (at, step.branch) {
            (0, _) => "mulai",
            (_, Some(_)) => "keputusan",
            _ if at + 1 == steps.len() => "selesai",
            _ => "proses",
        };
        let cells = [
            ("no", (at + 1).to_string()),
            ("uraian", step.texts[0].clone()),
            ("pelaksana", step.role.clone()),
            ("simbol", symbol.to_owned()),
            ("kelengkapan", step.texts[1].clone()),
            ("waktu", step.time.clone()),
            ("output", step.texts[2].clone()),
        ];
        let mut row: Map = cells
            .map(|(key, text)| (key.to_owned(), text.into()))
            .into();
        if let Some([on, back]) = step.branch {
            let back_to = match step.stage.kunci.as_str() {
                "paraf" => number_of("susun"),
                _ => number_of("serah"),
            };
            let ways = vec![
                (on.clone(), (at + 2).to_string().into()),
                (back.clone(), back_to.into()),
            ];
            row.push(("jika".to_owned(), Value::Map(ways)));
        }
        Value::Map(row)
    });
    Value::List(rows.collect())
}

/// A whole procedure.
pub(crate) fn procedure(subject: &Subject<'_>, draft: bool) -> Map {
    let phrases = &subject.data.phrases;
    let mut random = subject.own(9);
    let dates = Dates::of(subject);
    let steps = steps(subject);
    let mut actors: Vec<&str> = Vec::new();
    for step in &steps {
        if !actors.contains(&step.role.as_str()) {
            actors.push(&step.role);
        }
    }
    // The procedure before it in the same unit; the first names none.
    let related = match subject.before(2) {
        Some(other) => Value::texts([format!(
            "SOP {} ({})",
            other.name(),
            other.procedure_number()
        )]),
        None => "Tidak ada".into(),
    };
    let signer = official(&subject.leader(), &mut subject.of_unit(4), phrases);
    let parts: [(&str, Value); 16] = [
        ("nomor_sop", subject.procedure_number().into()),
        ("tanggal_pembuatan", day(dates.written, dates.long).into()),
        (
            "tanggal_revisi",
            day(later(dates.written, 7), dates.long).into(),
        ),
        (
            "tanggal_efektif",
            day(later(dates.decreed, 3), dates.long).into(),
        ),
        ("disahkan_oleh", signer),
        ("dasar_hukum", legal_basis(subject, "permen panrb 35/2012")),
        (
            "kualifikasi_pelaksana",
            sentences(subject, &phrases.kualifikasi, &mut random),
        ),
        ("keterkaitan", related),
        (
            "peralatan",
            sentences(subject, &phrases.peralatan, &mut random),
        ),
        (
            "peringatan",
            sentences(subject, &phrases.peringatan, &mut random),
        ),
        (
            "pencatatan",
            sentences(subject, &phrases.pencatatan, &mut random),
        ),
        ("persyaratan", requirements(subject)),
        ("jangka_waktu", time(subject)),
        ("biaya", cost(subject)),
        ("pelaksana", Value::texts(actors)),
        ("prosedur", flow(&steps)),
    ];
    let mut document = head(subject, "sop", draft);
    document.extend(parts.map(|(key, value)| (key.to_owned(), value)));
    document
}
