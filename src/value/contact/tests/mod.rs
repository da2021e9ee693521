use proptest::prelude::*;

use super::*;

mod net;
mod numbers;
mod places;
mod wrong;

/// Standard forms of all that is found; errors as `! problem: text`.
fn all(text: &str) -> Vec<String> {
    let show = |found: Result<Contact, ContactError>| match found {
        Ok(contact) => contact.to_string(),
        Err(error) => wrong(text, &error),
    };
    Contact::find_all(text).into_iter().map(show).collect()
}

fn wrong(text: &str, error: &ContactError) -> String {
    let problem = match error {
        ContactError::NotAContact => return "! none".to_owned(),
        ContactError::Phone { problem, .. } => format!("{problem:?}"),
        ContactError::Email { problem, .. } => format!("{problem:?}"),
        ContactError::Link { problem, .. } => format!("{problem:?}"),
    };
    format!("! {problem}: {}", &text[error.range().unwrap()])
}

fn one(text: &str) -> String {
    match Contact::parse(text) {
        Ok(contact) => contact.to_string(),
        Err(error) => wrong(text, &error),
    }
}

/// What is read first, and that nothing else in the text is taken for a wrong address.
fn check(table: &[(&str, &str)]) {
    let wrong = |text: &str, expected: &str| {
        let errors = all(text).iter().any(|found| found.starts_with('!'));
        one(text) != expected || (errors && !expected.starts_with('!'))
    };
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| wrong(text, expected))
        .map(|(text, expected)| {
            format!("{text:?}\n  is     {:?}\n  wanted {expected:?}", all(text))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn finds_all_channels_of_a_text() {
    assert_eq!(
        all(
            "Pengaduan disampaikan melalui: 1. Tatap muka langsung dengan petugas; 2. Kotak Pengaduan; \
             3. Telfon (0354) 771234; 4. E-mail : dinsos@gmail.com 5. Instagram : @dinsos_kota \
             6. Facebook : Dinsos Kota 7. https://www.lapor.go.id/ dan/atau https://aduan.sukamaju.go.id/"
        ),
        [
            "Datang langsung ke petugas",
            "Kotak Pengaduan",
            "Telepon: (0354) 771234",
            "Email: dinsos@gmail.com",
            "Instagram: @dinsos_kota",
            "Facebook: Dinsos Kota",
            "SP4N-LAPOR! (lapor.go.id)",
            "Situs web: https://aduan.sukamaju.go.id/",
        ]
    );
    assert_eq!(
        all("Telp/Fax (0752) 21056, Email: a@b.go.id, Website www.b.go.id"),
        [
            "Telepon: (0752) 21056",
            "Faksimile: (0752) 21056",
            "Email: a@b.go.id",
            "Situs web: www.b.go.id"
        ]
    );
    assert_eq!(
        all("Telepon: 0752-21056, 0752-21057"),
        ["Telepon: (0752) 21056", "Telepon: (0752) 21057"]
    );
    assert_eq!(
        all("0812 3456 7890 / 0813 1111 2222"),
        ["Telepon: 0812-3456-7890", "Telepon: 0813-1111-2222"]
    );
    assert_eq!(
        all("Telepon, SMS dan WA ke 0812-3456-7890"),
        [
            "Telepon: 0812-3456-7890",
            "SMS: 0812-3456-7890",
            "WhatsApp: 0812-3456-7890"
        ]
    );
    assert_eq!(
        all("Kotak saran, email, dan telepon"),
        ["Kotak saran", "Email", "Telepon"]
    );
    assert_eq!(
        all("Telepon\nEmail: a@b.go.id\nKotak Saran"),
        ["Telepon", "Email: a@b.go.id", "Kotak Saran"]
    );
    assert_eq!(all("WA:\n0812-3456-7890"), ["WhatsApp: 0812-3456-7890"]);
    assert_eq!(
        all("Website dan email: humas@kab.go.id"),
        ["Situs web", "Email: humas@kab.go.id"]
    );
    assert_eq!(
        all("Media sosial (Instagram @a.b, Facebook Dinas Sosial)"),
        ["Instagram: @a.b", "Facebook: Dinas Sosial"]
    );
    assert_eq!(
        all("email a@b.go.id/c@d.go.id"),
        ["Email: a@b.go.id", "Email: c@d.go.id"]
    );
    assert_eq!(
        all("Jl. Sutoyo No. 1 Telp. (0561) 737909 Email dinkes@ptk.go.id"),
        [
            "Alamat: Jl. Sutoyo No. 1",
            "Telepon: (0561) 737909",
            "Email: dinkes@ptk.go.id"
        ]
    );
}

#[test]
fn keeps_numbers_of_two_sentences_apart() {
    let text = "Call center 112. 0812-3456-7890";
    assert_eq!(all(text), ["Telepon: 112", "Telepon: 0812-3456-7890"]);
}

#[test]
fn tells_where_it_stands() {
    let text = "Kirim ke WA : 0812-3456-7890 (jam kerja)";
    let contact = Contact::parse(text).unwrap();
    assert_eq!(&text[contact.range], "WA : 0812-3456-7890");
    assert_eq!(&text[contact.address_range.unwrap()], "0812-3456-7890");
    let text = "2. Facebook: Puskesmas Melati Indah.";
    assert_eq!(
        &text[Contact::parse(text).unwrap().range],
        "Facebook: Puskesmas Melati Indah."
    );
}

#[test]
fn takes_long_texts_in_linear_time() {
    for piece in [
        "telp/",
        "0812 ",
        "0",
        "@a",
        "a@",
        "www.",
        "http://",
        "http:/",
        "(0",
        "a.id/",
        "x",
        "Facebook: ",
        "8.0",
        "1 x ",
        "SP4N ",
        "Jl. ",
        "Kotak Saran ",
        "\u{a0}",
        "0812xx",
        "telp wa sms fax hp 0812345678",
        "....",
        "-@",
        "email dan ",
        "0a.id/",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let start = std::time::Instant::now();
        let _ = Contact::find_all(&text);
        assert!(
            start.elapsed().as_secs() < 8,
            "{piece:?} {:?}",
            start.elapsed()
        );
    }
}

fn ranges_fit(text: &str) {
    for found in Contact::find_all(text)
        .into_iter()
        .chain([Contact::parse(text)])
    {
        let ranges = match found {
            Ok(contact) => [Some(contact.range), contact.address_range],
            Err(error) => [error.range(), None],
        };
        for range in ranges.into_iter().flatten() {
            assert!(
                text.get(range.clone()).is_some_and(|part| !part.is_empty()),
                "{text:?} {range:?}"
            );
        }
    }
}

fn prints_back(text: &str) {
    for contact in Contact::find_all(text)
        .into_iter()
        .chain([Contact::parse(text)])
        .flatten()
    {
        let printed = contact.to_string();
        let again = Contact::parse(&printed);
        assert!(
            again.as_ref().is_ok_and(|again| again.is_same(&contact)),
            "{text:?} -> {printed:?}\n{contact:?}\n{again:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn printed_channels_read_back(
        kind in prop::sample::select(vec!["Telepon", "WhatsApp", "SMS", "Faksimile"]),
        number in "08[1-9][0-9]{7,10}|0[2-79][1-9][1-9][2-9][0-9]{5}|1[0-9]{2}",
        email in "[a-wyz][a-z0-9]{0,8}([._-][a-z0-9]{1,5})?@[a-wyz][a-z]{2,8}\\.(go\\.id|com|sch\\.id)",
        name in "[a-z]{4,8}[._]?[a-z0-9]{2,5}",
        host in "(https?://|www\\.)[a-wyz][a-z0-9]{2,8}\\.go\\.id(/[a-z]{1,5}){0,2}",
    ) {
        for text in [format!("{kind}: {number}"), format!("Email: {email}"), format!("Instagram: @{name}"), host] {
            let contact = Contact::parse(&text);
            prop_assert!(contact.as_ref().is_ok_and(Contact::is_usable), "{} {:?}", text, contact);
            prints_back(&text);
        }
    }

    #[test]
    fn any_text_is_safe(text in "\\PC{0,60}|[0-9 ()+.@x-]{0,30}|([a-z0-9]{0,4}|[@.:/ -]){0,20}") {
        ranges_fit(&text);
    }

    #[test]
    fn what_is_read_from_any_mix_prints_back(
        text in "((Telepon|WA|SMS|Email|Website|Instagram|Facebook|SP4N|LAPOR!|Kotak Saran|Loket|Datang langsung|ke|Jl\\. Melati|Alamat|Puskesmas Melati|@dinkes|a@b\\.go\\.id|www\\.b\\.go\\.id|0812-3456-7890|\\(0752\\) 21056|1708|112|lantai 2|é)( |: |, |; |/|\\. | \\(|\\) | – |\n| dan )){0,9}"
    ) {
        ranges_fit(&text);
        prints_back(&text);
    }
}
