use super::*;

#[test]
fn reads_email_and_links() {
    check(&[
        (
            "Email: aduan.puskesmas@gmail.com",
            "Email: aduan.puskesmas@gmail.com",
        ),
        (
            "surel : dinkes@pontianak.go.id",
            "Email: dinkes@pontianak.go.id",
        ),
        (
            "E-mail : dinas.kota@gmail.com",
            "Email: dinas.kota@gmail.com",
        ),
        (
            "Email:Dinsos@Pontianak.GO.ID.",
            "Email: Dinsos@pontianak.go.id",
        ),
        ("dinas_x@yahoo.co.id", "Email: dinas_x@yahoo.co.id"),
        ("Alamat email: a-b+c@desa.id", "Email: a-b+c@desa.id"),
        (
            "Alamat surat elektronik (surel): a@b.go.id",
            "Email: a@b.go.id",
        ),
        ("Pos-el: humas@kab.go.id", "Email: humas@kab.go.id"),
        ("<humas@kab.go.id>", "Email: humas@kab.go.id"),
        ("Email", "Email"),
        ("email; humas@kab.go.id", "Email: humas@kab.go.id"),
        ("E-Mail. humas@kab.go.id", "Email: humas@kab.go.id"),
        ("Email: humas[at]kab.go.id", "Email: humas@kab.go.id"),
        ("email = humas@kab.go.id;", "Email: humas@kab.go.id"),
        ("Melalui email resmi dinas", "Email"),
        (
            "Website: http://pusk-melati.sukamaju.go.id/",
            "Situs web: http://pusk-melati.sukamaju.go.id/",
        ),
        (
            "Website : www.dinkes.pontianak.go.id",
            "Situs web: www.dinkes.pontianak.go.id",
        ),
        ("WWW.Pontianak.go.id", "Situs web: www.pontianak.go.id"),
        (
            "https://Aduan.sukamaju.go.id/Aduan?id=1.",
            "Situs web: https://aduan.sukamaju.go.id/Aduan?id=1",
        ),
        (
            "Laman disdukcapil.sumenepkab.go.id",
            "Situs web: disdukcapil.sumenepkab.go.id",
        ),
        (
            "Website: https://bit.ly/aduan-kota",
            "Situs web: https://bit.ly/aduan-kota",
        ),
        ("Formulir online bit.ly/aduan", "Situs web: bit.ly/aduan"),
        ("Situs web", "Situs web"),
        ("Website dengan akhiran go.id", "Situs web"),
        ("Website resmi Pemkot", "Situs web"),
        (
            "Website http://103.12.4.5/aduan",
            "Situs web: http://103.12.4.5/aduan",
        ),
    ]);
}

#[test]
fn reads_accounts() {
    check(&[
        ("Instagram: promkes_melati", "Instagram: @promkes_melati"),
        (
            "Facebook: Puskesmas Melati Indah",
            "Facebook: Puskesmas Melati Indah",
        ),
        (
            "Facebokk: Puskesmas Melati Indah",
            "Facebook: Puskesmas Melati Indah",
        ),
        (
            "Facebookk : Puskesmas Melati Indah",
            "Facebook: Puskesmas Melati Indah",
        ),
        ("Instagram: @dinkes.ptk", "Instagram: @dinkes.ptk"),
        ("IG : @dinkes_ptk_", "Instagram: @dinkes_ptk_"),
        ("Instagram @dinkes", "Instagram: @dinkes"),
        ("Instagram (@dinkes)", "Instagram: @dinkes"),
        (
            "Facebook Puskesmas Melati Indah",
            "Facebook: Puskesmas Melati Indah",
        ),
        ("FB: Kantor Camat Bojong", "Facebook: Kantor Camat Bojong"),
        (
            "Facebook Kantor Camat Bojong",
            "Facebook: Kantor Camat Bojong",
        ),
        ("Fanpage Humas Kota Serang", "Facebook: Humas Kota Serang"),
        (
            "Online melalui media sosial Instagram : @dinsos_kota",
            "Instagram: @dinsos_kota",
        ),
        ("Twitter: @pemkot", "Twitter: @pemkot"),
        ("X: @pemkot", "Twitter: @pemkot"),
        ("X (Twitter): @pemkot", "Twitter: @pemkot"),
        ("TikTok: @pemkot", "TikTok: @pemkot"),
        (
            "Youtube: Dinas Kesehatan Kota",
            "YouTube: Dinas Kesehatan Kota",
        ),
        (
            "https://www.instagram.com/dinkes/",
            "Instagram: https://www.instagram.com/dinkes/",
        ),
        (
            "Instagram: https://instagram.com/dinkes",
            "Instagram: https://instagram.com/dinkes",
        ),
        ("facebook.com/pemkot", "Facebook: facebook.com/pemkot"),
        ("tiktok.com/@pemkot", "TikTok: tiktok.com/@pemkot"),
        ("Telegram: @aduan_bot", "Telegram: @aduan_bot"),
        ("Media sosial: @pemkot", "Media sosial: @pemkot"),
        ("@pemkot", "Media sosial: @pemkot"),
        ("Aplikasi JAKI", "Aplikasi: JAKI"),
        ("Instagram", "Instagram"),
        (
            "Youtube Channel: Dinkes Ciamis Official",
            "YouTube: Dinkes Ciamis Official",
        ),
        ("Channel Youtube \"Sewon TV\"", "YouTube: Sewon TV"),
        ("Facebook (Kapanewon Sewon)", "Facebook: Kapanewon Sewon"),
        (
            "Facebook/Messenger Dinas Sosial",
            "Facebook: Messenger Dinas Sosial",
        ),
        ("Tiktok puskesmas.bojong", "TikTok: @puskesmas.bojong"),
        (
            "Aplikasi mobile \"Bantulpedia\"",
            "Aplikasi: mobile \"Bantulpedia",
        ),
        ("Aplikasi yang tersedia", "Aplikasi"),
        ("Instagram, petugas menjawab", "Instagram"),
        ("Melalui media sosial", "Media sosial"),
        ("Akun Instagram resmi", "Instagram"),
        ("Instagram: -", "Instagram"),
    ]);
}

#[test]
fn knows_the_national_channel() {
    let link = "SP4N-LAPOR! (lapor.go.id)";
    for text in [
        "SP4N-LAPOR!",
        "SP4N lapor – lapor.go.id",
        "Kanal SP4NLapor",
        "LAPOR!",
        "lapor.go.id",
        "SP4N LAPOR",
        "www.lapor.go.id",
        "https://www.lapor.go.id/",
        "SP4N",
        "sp4n-lapor",
        "SP4N – LAPOR!",
        "SP4N/LAPOR",
        "Aplikasi LAPOR!",
        "SPAN LAPOR (www.lapor.go.id)",
        "Website SP4N LAPOR: www.lapor.go.id",
        "Kanal LAPOR",
        "aplikasi SP4N-LAPOR",
        "Melalui kanal SP4N-LAPOR! www.lapor.go.id",
        "SP 4 N LAPOR",
        "Website: www.lapor.go.id",
        "Online melalui website SPAN LAPOR (www.lapor.go.id)",
        "Lapor!",
        "Layanan Aspirasi dan Pengaduan Online Rakyat (LAPOR!)",
        "SP4N_LAPOR",
        "SP4N-Lapor: https://sp4n.lapor.go.id",
    ] {
        let contact = Contact::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(contact.to_string(), link, "{text}");
        assert!(
            Contact::find_all(text)
                .iter()
                .all(|found| found.as_ref().is_ok_and(Contact::is_usable)),
            "{text}: {:?}",
            all(text)
        );
    }
    check(&[
        ("1708", "SP4N-LAPOR! (1708)"),
        ("SMS 1708", "SP4N-LAPOR! (1708)"),
        ("SMS ke 1708", "SP4N-LAPOR! (1708)"),
        ("@lapor1708", "SP4N-LAPOR! (@lapor1708)"),
        ("Twitter: @LAPOR1708", "SP4N-LAPOR! (@lapor1708)"),
    ]);
    assert_eq!(
        all("SP4N-LAPOR! melalui SMS 1708, website www.lapor.go.id, Twitter @lapor1708"),
        ["SP4N-LAPOR! (1708)", link, "SP4N-LAPOR! (@lapor1708)"]
    );
    for text in [
        "Wajib lapor 1x24 jam",
        "laporan bulanan",
        "Petugas lapor ke atasan",
        "pelaporan",
    ] {
        assert!(all(text).is_empty(), "{text}: {:?}", all(text));
    }
}

#[test]
fn knows_official_domains() {
    let official = |text: &str| Contact::parse(text).unwrap().is_official_domain();
    assert_eq!(official("Email: a@pontianak.go.id"), Some(true));
    assert_eq!(
        official("Website: https://sukamaju.desa.id/aduan"),
        Some(true)
    );
    assert_eq!(official("Email: a@gmail.com"), Some(false));
    assert_eq!(official("https://go.id.example.com/x.go.id"), Some(false));
    assert_eq!(official("Kotak Saran"), None);
}
