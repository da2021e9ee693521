//! Faults of standards and procedures alike.

use super::{Draft, Fault, Value, fault, missing, missing_after};

/// A law that all rest on, without what stands behind its title.
const LAW: &str = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik";

pub(super) const FAULTS: &[Fault] = &[
    missing_after("SP001", "dasar_hukum", |d| {
        // A tariff would then have no basis either.
        d.is_free().then_some(())?;
        d.remove("dasar_hukum")
    }),
    missing("SP002", "persyaratan"),
    missing("SP003", "prosedur"),
    missing("SP004", "jangka_waktu"),
    missing("SP005", "biaya"),
    missing_after("DOK011", "persyaratan", |d| {
        let at = d.at("persyaratan")?;
        "persayaratan".clone_into(&mut d.document[at].0);
        Some("/persayaratan".to_owned())
    }),
    fault("KEP001", "the name is left out", |d| d.remove("nama")),
    fault("KEP002", "the unit is left out", |d| d.remove("unit")),
    fault("KEP004", "a status that is none", |d| {
        d.set("status", "final")
    }),
    fault("KEP008", "a day that is in no calendar", |d| {
        d.set("tinjau_ulang", "31 Februari 2026")
    }),
    fault("ISI004", "a number that no civil servant can have", |d| {
        let signer = d.get("ditetapkan_oleh")?;
        let Value::Map(entries) = signer else {
            return None;
        };
        super::set_cell(entries, "nip", "19851315 201001 1 003")?;
        Some("/ditetapkan_oleh/nip".to_owned())
    }),
    fault("WKT001", "a time that promises nothing", |d| {
        d.set("jangka_waktu", "Secepatnya")
    }),
    fault("WKT003", "a time without unit", |d| {
        d.set("jangka_waktu", "3")
    }),
    fault(
        "WKT004",
        "days of which nobody knows whether they are working days",
        |d| {
            alone(d)?;
            d.set("jangka_waktu", "5 (lima) hari")
        },
    ),
    fault("WKT005", "opening hours for a time", |d| {
        d.set("jangka_waktu", "Senin-Kamis pukul 08.00 s/d 16.15")
    }),
    fault("WKT006", "a time without end", |d| {
        alone(d)?;
        d.set("jangka_waktu", "Minimal 3 hari kerja")
    }),
    fault("ANG001", "a number and another one in words", |d| {
        alone(d)?;
        d.set("jangka_waktu", "3 (empat) hari kerja")
    }),
    fault("BYA001", "a cost that says nothing", |d| {
        d.set("biaya", "Sesuai ketentuan yang berlaku")
    }),
    fault("BYA003", "a tariff that no regulation sets", |d| {
        // The documents of the tax office rest on regulations about taxes.
        let has_basis = ["DISDUKCAPIL", "BAPENDA"].contains(&d.subject.spec.singkat.as_str());
        (d.is_free() && !has_basis).then_some(())?;
        alone(d)?;
        d.set("biaya", "Rp15.000,00 (lima belas ribu rupiah)")
    }),
    fault(
        "BYA004",
        "a population document that costs something",
        |d| {
            let papers = [
                "Kartu Keluarga",
                "Kartu Identitas Anak",
                "Akta Kelahiran",
                "Akta Kematian",
            ];
            let is_one = papers.contains(&d.subject.paper.nama.as_str());
            (is_one && d.subject.request.kunci == "penerbitan").then_some(())?;
            with_basis(d)?;
            d.set("biaya", "Rp15.000,00 (lima belas ribu rupiah)")
        },
    ),
    fault("BYA005", "free of charge and yet not", |d| {
        (d.is_free() && d.subject.spec.singkat != "DISDUKCAPIL").then_some(())?;
        alone(d)?;
        with_basis(d)?;
        d.set("biaya", "Gratis, biaya administrasi Rp10.000,00")
    }),
    fault("BYA006", "a fee among the requirements", |d| {
        d.is_free().then_some(())?;
        d.push("persyaratan", "Uang pendaftaran Rp20.000,00")
    }),
    fault("HKM001", "a legal basis that names no regulation", |d| {
        d.push("dasar_hukum", "Peraturan perundang-undangan yang berlaku")
    }),
    fault("HKM002", "a regulation without number and year", |d| {
        let ours = &d.subject.region.head;
        own_regulation(d, ours, "")
    }),
    fault("HKM003", "a law that is repealed", |d| {
        let old = "Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah";
        d.texts("dasar_hukum")?.insert(0, old.into());
        Some("/dasar_hukum/0".to_owned())
    }),
    fault("HKM006", "the number of another law", |d| {
        let law = "Undang-Undang Nomor 26 Tahun 2009 tentang Pelayanan Publik";
        d.reword("dasar_hukum", LAW, law)
    }),
    fault("HKM008", "a law that is cited twice", |d| {
        let items = d.texts("dasar_hukum")?;
        let is_law = |item: &Value| matches!(item, Value::Text(text) if text.starts_with(LAW));
        let at = items.iter().position(is_law)?;
        items.insert(at + 1, LAW.into());
        Some(format!("/dasar_hukum/{}", at + 1))
    }),
    fault("HKM009", "a law behind what ranks below it", |d| {
        let items = d.texts("dasar_hukum")?;
        let law = items.remove(0);
        items.push(law);
        Some(format!("/dasar_hukum/{}", items.len() - 1))
    }),
    fault("HKM010", "the number of another gazette", |d| {
        let gazette = "(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 113, Tambahan Lembaran Negara Republik Indonesia Nomor 5038)";
        let law = format!("{LAW} {gazette}");
        d.reword("dasar_hukum", LAW, law)
    }),
    fault("HKM011", "a regulation of a year to come", |d| {
        let ours = &d.subject.region.head;
        own_regulation(d, ours, " Nomor 7 Tahun 2091")
    }),
    fault("WIL001", "a regulation of another region", |d| {
        let theirs = &d.subject.other.head;
        own_regulation(d, theirs, " Nomor 7 Tahun 2021")
    }),
    fault("BHS003", "a number that is not filled in", |d| {
        d.is_decreed()?;
        let number = format!("000.8.3/.../{}-{}/2025", d.subject.short, d.subject.slot);
        d.set("nomor", number)
    }),
    fault("BHS004", "an empty item", |d| d.push("persyaratan", "")),
    fault("BHS010", "a list that does not end", |d| {
        d.push("persyaratan", "Fotokopi ijazah, kartu pegawai, dll.")
    }),
    fault("DOK009", "a kind that is none", |d| {
        d.is_decreed()?;
        d.set("jenis", "surat-edaran")
    }),
    fault("DOK012", "a map for a name", |d| {
        let name = d.subject.name();
        d.set("nama", super::super::value::map([("judul", &name)]))
    }),
];

/// Only where no other unit serves alike, of which the document would differ as well.
fn alone(draft: &Draft<'_, '_>) -> Option<()> {
    (!draft.subject.has_peers()).then_some(())
}

/// A sum gets a basis, where that is not what is wrong with it.
fn with_basis(draft: &mut Draft<'_, '_>) -> Option<()> {
    let law = super::super::standard::tariff_law(draft.subject);
    let bases = draft.texts("dasar_hukum")?;
    // Before the regulation of the head of the region, which ranks below it.
    bases.insert(bases.len() - 1, law.into());
    Some(())
}

/// The regulation of the head of the region becomes that of this one, with this number.
fn own_regulation(draft: &mut Draft<'_, '_>, head: &str, number: &str) -> Option<String> {
    let ours = format!("Peraturan {}", draft.subject.region.head);
    let title = &draft.subject.spec.peraturan_daerah;
    let text = format!("Peraturan {head}{number} tentang {title}");
    draft.reword("dasar_hukum", &ours, text)
}
