//! `nip`: the number of a civil servant can be one.

use serde::Deserialize;

use super::{
    Check, Mistake, Sight, Target,
    word_list::{self, NamedList},
};
use crate::{
    finding::Hit,
    rule::Environment,
    text::Phrase,
    value::nip::{Nip, NipError},
};

/// A text must be the number of a civil servant (NIP) or of contract staff.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NipCheck {
    /// Placeholders, which other rules report.
    unfilled: NamedList,
    /// Names of numbers of other staff, whose form is another.
    others: NamedList,
    /// Offices whose holders need have none. Beside one, under `jabatan`, words may say so.
    #[serde(default)]
    without: Option<NamedList>,
}

impl NipCheck {
    /// `{jabatan: Kepala Desa, nip: tidak ada}`.
    fn needs_none(&self, target: &Target<'_>, text: &str) -> bool {
        let document = target.document;
        let office = || {
            let office = document.get(document.parent(target.node)?, "jabatan")?;
            document.text(office)
        };
        let is_listed = |without: &NamedList| office().is_some_and(|office| without.is_in(office));
        !text.contains(|c: char| c.is_ascii_digit()) && self.without.as_ref().is_some_and(is_listed)
    }
}

impl Check for NipCheck {
    fn arguments(&self) -> &'static [&'static str] {
        &["value", "reason"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [
            ("unfilled", &mut self.unfilled),
            ("others", &mut self.others),
        ];
        let without = self.without.as_mut().map(|list| ("without", list));
        word_list::prepare(lists.into_iter().chain(without), environment)
    }

    fn sight(&self) -> Sight {
        match self.without {
            Some(_) => Sight::Document,
            None => Sight::Part,
        }
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(text) = target.text() else { return };
        if self.unfilled.is_all_of(text) || self.others.is_in(text) {
            return;
        }
        let Err(error) = Nip::parse(text) else { return };
        if self.needs_none(target, text) {
            return;
        }
        let (Some(reason), Some(range)) = (reason(&error), error.range()) else {
            return;
        };
        hits.push(
            target
                .hit_part(range)
                .argument("value", Phrase::same(text.trim().to_owned()))
                .argument("reason", reason),
        );
    }
}

/// What is wrong; nothing where the number is missing or masked, which other rules report.
fn reason(error: &NipError) -> Option<Phrase> {
    let same = |id: &'static str, en: &'static str| Some(Phrase::new(id, en));
    match error {
        NipError::Missing | NipError::Masked { .. } => None,
        NipError::NotANip { .. } => same(
            "memuat tanda selain angka",
            "it has other signs than digits",
        ),
        NipError::Shortened { .. } => same(
            "dipendekkan oleh lembar kerja (spreadsheet)",
            "a spreadsheet has shortened it",
        ),
        NipError::OldForm { .. } => same(
            "NIP lama sembilan angka, tidak dipakai lagi",
            "the old form of nine digits, out of use",
        ),
        NipError::WrongLength { found, .. } => Some(Phrase::new(
            format!("ada {found} angka, seharusnya 18"),
            format!("{found} digits instead of 18"),
        )),
        NipError::BirthDate { .. } => same(
            "angka ke-1 sampai ke-8 bukan tanggal lahir",
            "digits 1 to 8 are no birth date",
        ),
        NipError::AppointmentYear { .. } => same(
            "angka ke-9 sampai ke-12 bukan tahun pengangkatan yang mungkin",
            "digits 9 to 12 are no possible year of appointment",
        ),
        NipError::AppointmentMonth { .. } => same(
            "angka ke-13 dan ke-14 bukan bulan pengangkatan",
            "digits 13 and 14 are no month of appointment",
        ),
        NipError::TooYoung { age, .. } => Some(Phrase::new(
            format!("tanggal lahir dan pengangkatan hanya berjarak {age} tahun"),
            format!("birth and appointment are only {age} years apart"),
        )),
        NipError::Sex { .. } => same(
            "angka ke-15 bukan 1 (pria) atau 2 (wanita)",
            "digit 15 is neither 1 (man) nor 2 (woman)",
        ),
        NipError::Serial { .. } => same(
            "tiga angka terakhirnya nol, kebiasaan lembar kerja (spreadsheet)",
            "its last three digits are zero, as spreadsheets make them",
        ),
    }
}
