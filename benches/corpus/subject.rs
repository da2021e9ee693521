//! Which document is which: of what region, unit and service, and what all documents of that
//! service have in common.

use super::{
    data::{Data, Paper, Region, Request, UnitSpec},
    random::Random,
    words::{counted, person},
};

/// Documents of a region; the first is the declaration of its government.
pub(crate) const PER_REGION: usize = 6000;

/// The kind of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Declaration,
    Standard,
    Procedure,
}

/// How the documents of one service of one unit differ from those of its peers by mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Drift {
    Time,
    Cost,
}

/// What a document is about.
pub(crate) struct Subject<'a> {
    pub(crate) data: &'a Data,
    pub(crate) index: usize,
    pub(crate) kind: Kind,
    pub(crate) region: &'a Region,
    /// Another region, whose name does not belong here.
    pub(crate) other: &'a Region,
    pub(crate) spec: &'a UnitSpec,
    pub(crate) paper: &'a Paper,
    pub(crate) request: &'a Request,
    pub(crate) unit: String,
    /// `DINKES`, `KEL-SUKAMAJU`.
    pub(crate) short: String,
    /// The position among the documents of the unit.
    pub(crate) slot: usize,
    /// Working days.
    pub(crate) days: usize,
    /// Thousands of rupiah.
    pub(crate) cost: Option<usize>,
    pub(crate) drift: Option<Drift>,
    region_at: usize,
    unit_at: usize,
    /// The first unit that serves alike, and which of its services this is.
    service: usize,
}

impl<'a> Subject<'a> {
    /// The subject of the document at this index.
    pub(crate) fn new(data: &'a Data, index: usize) -> Self {
        let (region_at, within) = (index / PER_REGION, index % PER_REGION);
        let units = unit_count(data);
        let (unit_at, slot) = match within.checked_sub(1) {
            Some(rest) => (rest % units, rest / units),
            None => (0, 0),
        };
        let (spec, peer) = unit_spec(data, unit_at);
        let region = &data.regions[region_at % data.regions.len()];
        let other = &data.regions[(region_at + 1 + slot) % data.regions.len()];
        let services = spec.dokumen.len() * data.phrases.layanan.len();
        let service = (slot / 2) % services;
        let paper = &spec.dokumen[service % spec.dokumen.len()];
        let request = &data.phrases.layanan[service / spec.dokumen.len()];
        let first_alike = unit_at - peer;
        // The same for all units that serve alike.
        let mut alike = Random::of(&[1, region_at, first_alike, service]);
        let mut days = alike.between(1, 5);
        let mut cost = alike.between(1, 20) * 5;
        // Where some come before it, most of them agree whatever is seeded.
        let drifts = peer >= 8 && Random::of(&[2, region_at, unit_at, service]).below(40) == 0;
        let drift = match (drifts, paper.berbayar) {
            (false, _) => None,
            (true, true) => Some(Drift::Cost),
            (true, false) => Some(Drift::Time),
        };
        match drift {
            Some(Drift::Time) => days = days % 5 + 1,
            Some(Drift::Cost) => cost += 5,
            None => {}
        }
        let place = place(data, region_at, peer);
        let name = place.replace(' ', "-").to_uppercase();
        Self {
            data,
            index,
            kind: match within {
                0 => Kind::Declaration,
                _ if slot % 2 == 0 => Kind::Standard,
                _ => Kind::Procedure,
            },
            region,
            other,
            spec,
            paper,
            request,
            unit: spec.nama.replace("{}", &place),
            short: match spec.banyaknya {
                1 => spec.singkat.clone(),
                _ => format!("{}-{name}", spec.singkat),
            },
            slot,
            days,
            cost: paper.berbayar.then_some(cost),
            drift,
            region_at,
            unit_at,
            service: first_alike * services + service,
        }
    }

    /// The document of the same unit so many places before.
    pub(crate) fn before(&self, places: usize) -> Option<Self> {
        (self.slot >= places)
            .then(|| Self::new(self.data, self.index - places * unit_count(self.data)))
    }

    /// Whether other units of the region serve alike.
    pub(crate) fn has_peers(&self) -> bool {
        self.spec.banyaknya > 1
    }

    /// Choices of this document alone.
    pub(crate) fn own(&self, purpose: usize) -> Random {
        Random::of(&[3, purpose, self.index])
    }

    /// Choices of all documents of this unit.
    pub(crate) fn of_unit(&self, purpose: usize) -> Random {
        Random::of(&[4, purpose, self.region_at, self.unit_at])
    }

    /// Choices of all documents of this region.
    pub(crate) fn of_region(&self, purpose: usize) -> Random {
        Random::of(&[5, purpose, self.region_at])
    }

    /// Choices of this service in all units of its sort in this region.
    pub(crate) fn of_service(&self, purpose: usize) -> Random {
        Random::of(&[6, purpose, self.region_at, self.service])
    }

    /// The name of the service.
    pub(crate) fn name(&self) -> String {
        self.request.nama.replace("{dokumen}", &self.paper.nama)
    }

    /// The office of the one who leads the unit.
    pub(crate) fn leader(&self) -> String {
        let place = self.unit.rsplit(' ').next().unwrap_or_default();
        match self.spec.singkat.as_str() {
            "KEC" | "KEL" => format!("{} {place}", self.spec.pimpinan),
            "PKM" => format!("{} {place}", self.spec.pimpinan),
            _ => {
                let of = self.unit.split_once(' ').map_or("", |(_, rest)| rest);
                format!("{} {of} {}", self.spec.pimpinan, self.region.title)
            }
        }
    }

    /// The one below the leader.
    pub(crate) fn middle(&self) -> String {
        let level = match self.spec.singkat.as_str() {
            "KEC" | "KEL" => "Kepala Seksi",
            "PKM" | "BAGHUKUM" => "Kepala Subbagian",
            _ => "Kepala Bidang",
        };
        format!("{level} {}", self.spec.bidang)
    }

    /// The number of the decree.
    pub(crate) fn number(&self) -> String {
        let number = self.of_unit(1).between(1, 300) + self.slot;
        format!("000.8.3/{number}/{}/{}", self.short, self.year())
    }

    /// The number of the procedure.
    pub(crate) fn procedure_number(&self) -> String {
        let number = self.slot / 2 + 1;
        format!("SOP/{}/{number:02}/{}", self.short, self.year())
    }

    /// The year in which the documents of the unit were decreed.
    pub(crate) fn year(&self) -> usize {
        self.of_unit(2).between(2024, 2025)
    }

    /// A text with its gaps filled.
    pub(crate) fn fill(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let mut random = self.of_unit(3);
        text.replace("{dokumen}", &self.paper.nama)
            .replace("{unit}", &self.unit)
            .replace("{pimpinan}", &self.spec.pimpinan)
            .replace("{bidang}", &self.spec.bidang)
            .replace("{aplikasi}", &self.spec.aplikasi)
            .replace("{kursi}", &counted(random.between(2, 12) * 5))
            .replace("{loket}", &counted(random.between(2, 9)))
    }

    /// A text with its gaps filled, and often with something of this document's own behind it, so
    /// that documents share sentences but not all of them.
    pub(crate) fn vary(&self, text: &str, tails: &[String], random: &mut Random) -> String {
        let mut text = self.fill(text);
        if !random.chance(60) {
            return text;
        }
        let phrases = &self.data.phrases;
        let mut tail = random.pick(tails).clone();
        for gap in [
            "{angka}", "{kode}", "{nomor}", "{jam}", "{ruang}", "{orang}",
        ] {
            if !tail.contains(gap) {
                continue;
            }
            let value = match gap {
                "{angka}" => random.between(2, 12).to_string(),
                "{kode}" => format!("F-{}.{:02}", random.between(1, 9), random.between(1, 99)),
                "{nomor}" => format!("{:04}", random.between(1, 9999)),
                "{jam}" => format!("{:02}.{}0", random.between(9, 15), random.below(6)),
                "{ruang}" => random.pick(&phrases.ruang).clone(),
                _ => person(random, phrases),
            };
            tail = tail.replace(gap, &value);
        }
        text.push_str(&tail);
        text
    }

    /// Where the document lies, from the folder of all.
    pub(crate) fn file(&self) -> String {
        let kind = match self.kind {
            Kind::Declaration => return format!("{}/maklumat.yaml", slug(&self.region.title)),
            Kind::Standard => "sp",
            Kind::Procedure => "sop",
        };
        let (region, unit) = (slug(&self.region.title), slug(&self.unit));
        format!(
            "{region}/{unit}/{:02}-{kind}-{}-{}.yaml",
            self.slot,
            self.request.kunci,
            slug(&self.paper.nama)
        )
    }
}

fn unit_count(data: &Data) -> usize {
    let specs = data.units.perangkat_daerah.iter();
    specs
        .chain(&data.units.unit_setara)
        .map(|spec| spec.banyaknya)
        .sum()
}

/// What the unit at this position is, and which one of those that serve alike.
fn unit_spec(data: &Data, at: usize) -> (&UnitSpec, usize) {
    let specs = data.units.perangkat_daerah.iter();
    let mut before = 0;
    for spec in specs.chain(&data.units.unit_setara) {
        if at < before + spec.banyaknya {
            return (spec, at - before);
        }
        before += spec.banyaknya;
    }
    unreachable!("{at} is below the number of units")
}

/// The name of a place, each once in a region.
fn place(data: &Data, region_at: usize, peer: usize) -> String {
    let (first, last) = (
        &data.phrases.nama_tempat_depan,
        &data.phrases.nama_tempat_belakang,
    );
    let at = peer * 37 + region_at * 11;
    format!(
        "{}{}",
        first[at % first.len()],
        last[(at / first.len()) % last.len()]
    )
}

fn slug(text: &str) -> String {
    let words = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
