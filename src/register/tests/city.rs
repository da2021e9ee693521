//! A city's own register.

use super::super::*;
use super::{cite, key};

const CITY: &str = "
peraturan:
- jenis: perda
  wilayah: Kota Pontianak
  nomor: 3
  tahun: 2015
  tentang: Retribusi Jasa Umum
  status: dicabut
  dicabut_oleh: [perda kota pontianak 1/2024]
  yakin: pasti
- jenis: perda
  wilayah: Kota Pontianak
  nomor: '1'
  tahun: 2024
  tentang: Pajak Daerah dan Retribusi Daerah
  status: dicabut
  dicabut_oleh: [perda kota pontianak 3/2015]
  yakin: yakin
- id: perwali kota pontianak 35/2016
  jenis: perwali
  wilayah: Kota Pontianak
  nomor: '35'
  tahun: 2016
  tentang: Kedudukan dan Susunan Organisasi
  status: berlaku
  yakin: pasti
- jenis: uu
  nomor: 25
  tahun: 2009
  tentang: Pelayanan Publik
  status: tidak-diketahui
  yakin: perlu-verifikasi
";

#[test]
fn a_city_adds_its_own_regulations() {
    let mut register = Register::builtin().clone();
    let added = register.add(CITY).unwrap();
    assert_eq!(
        added,
        Added {
            count: 4,
            overridden: vec![key("uu 25/2009")]
        }
    );
    assert_eq!(register.entries().len(), 568);
    let perda = cite("Perda Kota Pontianak No. 3 Tahun 2015");
    let id = |entry: Option<&Entry>| entry.map(|e| e.key.to_string());
    assert_eq!(
        id(register.lookup(&perda)).as_deref(),
        Some("perda kota pontianak 3/2015")
    );
    assert_eq!(
        id(register.lookup(&cite("Perda Pontianak No. 3 Tahun 2015"))),
        id(register.lookup(&perda))
    );
    let bare = cite("Perda Nomor 3 Tahun 2015");
    assert_eq!(register.lookup(&bare), None);
    assert_eq!(
        id(register.lookup_in(&bare, "Kota Pontianak")),
        id(register.lookup(&perda))
    );
    assert_eq!(register.lookup_in(&bare, "Kota Singkawang"), None);
    assert!(
        register
            .lookup(&cite("Perwa Pontianak No 35 Tahun 2016"))
            .is_some()
    );
    assert_eq!(
        register.lookup(&cite("Perda Kabupaten Pontianak No. 3 Tahun 2015")),
        None
    );
    // The two Perda repeal each other: the chain ends instead of running on.
    let chain = register
        .replacement(&key("perda kota pontianak 3/2015"))
        .map(|r| r.chain.len());
    assert_eq!(chain, Some(1));
    assert!(
        register
            .similar("Retribusi Jasa Umum")
            .iter()
            .any(|s| s.likeness == 1.0)
    );
}

#[test]
fn a_faulty_city_file_is_refused_whole() {
    let mut register = Register::builtin().clone();
    let with = |from: &str, to: &str| CITY.replace(from, to);
    assert!(matches!(
        register.add("peraturan: 5"),
        Err(RegisterError::Yaml(_))
    ));
    assert!(matches!(
        register.add(&with("jenis: perwali", "jenis: perwa")),
        Err(RegisterError::Entry {
            index: _,
            field: "jenis",
            reason: EntryError::Word { .. }
        })
    ));
    assert!(matches!(
        register.add(&with("status: berlaku", "status: oke")),
        Err(RegisterError::Entry {
            field: "status",
            reason: EntryError::Word { .. },
            ..
        })
    ));
    assert!(matches!(
        register.add(&with("35/2016", "36/2016")),
        Err(RegisterError::Entry {
            reason: EntryError::Id { .. },
            ..
        })
    ));
    assert!(matches!(
        register.add(&with("[perda kota pontianak 1/2024]", "[perda baru]")),
        Err(RegisterError::Entry {
            reason: EntryError::Reference { .. },
            ..
        })
    ));
    assert!(matches!(
        register.add(&with(
            "nomor: '1'\n  tahun: 2024",
            "nomor: 3\n  tahun: 2015"
        )),
        Err(RegisterError::Entry {
            reason: EntryError::Duplicate { .. },
            ..
        })
    ));
    assert!(matches!(
        register.add(&with("yakin: pasti", "yakin: pasti\n  salah: 1")),
        Err(RegisterError::Yaml(_))
    ));
    assert_eq!(register.entries().len(), 565);
}
