//! The values of the field, each from any text. The first byte says which; the rest is the text.

#![no_main]

use std::ops::Range;

use libfuzzer_sys::fuzz_target;
use sopan::{
    document::Value,
    draft::{Head, draft},
    register::{Key, Register},
    sanitize,
    text::Lang,
    value::{
        citation::{Citation, Parts},
        contact::{Contact, ContactError},
        date::{Date, DateError},
        duration::{self, Assumptions, Case, Duration},
        money::{self, Cost, CostError, Money},
        nip::Nip,
        numeral::{self, Decimal, Numeral},
        region::Regions,
        scan,
    },
};
use sopan_fuzz::RULES;

#[track_caller]
fn inside(text: &str, range: &Range<usize>) {
    assert!(text.get(range.clone()).is_some(), "{range:?} in {text:?}");
}

fn cases(text: &str, cases: &[&Case]) {
    for case in cases {
        inside(text, &case.range);
        let more = [
            &case.bound_range,
            &case.condition,
            &case.conversion,
            &case.label,
        ];
        more.into_iter()
            .flatten()
            .for_each(|range| inside(text, range));
        for part in case.parts() {
            inside(text, &part.number_range);
            inside(text, &part.unit_range);
            part.words_range
                .iter()
                .for_each(|range| inside(text, range));
        }
    }
}

fn duration(text: &str) {
    let found = duration::find(text);
    cases(
        text,
        &found.iter().map(|found| &found.case).collect::<Vec<_>>(),
    );
    if let Ok(read) = Duration::parse(text) {
        assert!(!read.cases.is_empty());
        let about = Assumptions::default();
        let _ = (
            read.minutes(&about),
            read.total_minutes(&about),
            read.working_days(&about),
        );
        assert!(read.same_value(&read));
        // What is printed is read again, and printed alike.
        let printed = read.to_string();
        if let Ok(again) = Duration::parse(&printed) {
            assert_eq!(again.cases.len(), read.cases.len(), "{text:?} {printed:?}");
        }
    }
}

fn cost(text: &str) {
    let found = money::find(text);
    let read = Cost::parse(text);
    if let Err(CostError::Ambiguous { range }) = &read {
        inside(text, range);
    }
    let parts = read.as_ref().map_or(&[][..], |cost| &cost.parts);
    for part in found.iter().chain(parts) {
        inside(text, &part.range);
        inside(text, &part.figure);
        assert!(part.range.start <= part.figure.start && part.figure.end <= part.range.end);
        if let Some(spelling) = money::spelling(text, part) {
            inside(text, &spelling.range);
        }
    }
    if let Ok(cost) = &read {
        assert!(!cost.parts.is_empty());
        let _ = (
            cost.to_string(),
            cost.is_definite(),
            cost.is_vague(),
            cost.is_free(),
        );
    }
    if let Ok(sum) = Money::parse(text) {
        assert_eq!(Money::parse(&sum.to_string()), Ok(sum));
    }
}

fn date(text: &str) {
    match Date::read(text) {
        Ok(written) => {
            for range in [&written.range, &written.day, &written.month, &written.year] {
                inside(text, range);
            }
            assert_eq!(Date::parse(&written.date.to_string()), Ok(written.date));
            assert_eq!(Date::parse(&written.date.iso()), Ok(written.date));
            let _ = written.weekday_mismatch();
        }
        Err(error) => {
            let _: &DateError = &error;
            inside(text, &error.range());
        }
    }
}

fn one_citation(text: &str, citation: &Citation, depth: usize) {
    inside(text, &citation.range);
    inside(text, &citation.head_range);
    inside(text, &citation.year.range);
    citation
        .number
        .iter()
        .for_each(|number| inside(text, &number.range));
    citation
        .body
        .iter()
        .for_each(|body| inside(text, &body.range));
    citation
        .region
        .iter()
        .for_each(|region| inside(text, &region.range));
    citation
        .title
        .iter()
        .for_each(|title| inside(text, &title.range));
    citation
        .articles
        .iter()
        .for_each(|article| inside(text, &article.range));
    citation
        .gazette
        .iter()
        .for_each(|gazette| inside(text, &gazette.range));
    let _ = (citation.to_string(), citation.short(), citation.rank());
    for key in Key::of(citation) {
        let _ = key.citation();
    }
    let register = Register::builtin();
    let _ = register.lookup(citation);
    assert!(depth < 100, "links in links: {text:?}");
    let amended = citation.amends.iter().map(|amended| &**amended);
    for other in amended.chain(citation.links.iter().map(|link| &link.citation)) {
        one_citation(text, other, depth + 1);
    }
}

fn citation(text: &str) {
    for citation in Citation::find_all(text) {
        one_citation(text, &citation, 0);
    }
    for listed in Citation::list(text) {
        inside(text, &listed.range);
        let item = text.get(listed.range).unwrap_or_default();
        if let Ok(citation) = &listed.read {
            one_citation(item, citation, 0);
        }
    }
    if let Ok(citation) = Citation::parse(text) {
        one_citation(text, &citation, 0);
        // Looks through the titles of the whole register: once is enough.
        let _ = Register::builtin().suggest(&citation);
        let name = citation.name();
        let again = Citation::parse(&name);
        assert!(
            again
                .as_ref()
                .is_ok_and(|again| again.is_same_regulation(&citation)),
            "{text:?} -> {name:?}: {again:?}"
        );
    }
}

fn citation_of_parts(text: &str) {
    let mut parts = text.split('\n');
    let mut part = || parts.next().unwrap_or_default();
    let parts = Parts {
        jenis: part(),
        nomor: part(),
        tahun: part(),
        tentang: part(),
    };
    if let Ok(citation) = Citation::from_parts(parts) {
        let _ = (citation.to_string(), citation.name(), citation.short());
    }
}

fn contact(text: &str) {
    for found in Contact::find_all(text)
        .into_iter()
        .chain([Contact::parse(text)])
    {
        match found {
            Ok(contact) => {
                inside(text, &contact.range);
                contact
                    .address_range
                    .iter()
                    .for_each(|range| inside(text, range));
                let _ = (contact.to_string(), contact.is_official_domain());
                assert!(contact.is_same(&contact));
            }
            Err(error) => {
                let _: &ContactError = &error;
                error.range().iter().for_each(|range| inside(text, range));
            }
        }
    }
}

fn numeral(text: &str) {
    if let Ok(read) = Numeral::parse(text) {
        inside(text, &read.range);
    }
    for pair in numeral::pairs(text) {
        inside(text, &pair.number_range);
        inside(text, &pair.words_range);
        assert_eq!(
            pair.agrees == Some(true),
            pair.words_value == Some(pair.number)
        );
    }
    if let Some(number) = Decimal::parse(text) {
        assert_eq!(
            Decimal::parse(&number.to_string()),
            Some(number),
            "{text:?}"
        );
        let _ = (
            numeral::decimal_to_words(number),
            number.checked_times(u64::MAX),
        );
        let _ = number.checked_add(number);
    }
}

fn region(text: &str) {
    let regions = Regions::builtin();
    let mut before = 0;
    for mention in regions.find_all(text) {
        inside(text, &mention.range);
        inside(text, &mention.name);
        assert!(!mention.candidates.is_empty());
        assert!(mention.range.start >= before, "{text:?}");
        before = mention.range.end;
    }
    if let Ok(region) = regions.parse_one(text) {
        assert_eq!(regions.by_code(region.code()), Some(region));
    }
}

fn nip(text: &str) {
    match Nip::parse(text) {
        Ok(nip) => assert_eq!(Nip::parse(&nip.to_string()), Ok(nip)),
        Err(error) => error.range().iter().for_each(|range| inside(text, range)),
    }
}

fn words(text: &str) {
    let mut end = 0;
    for token in scan::tokens(text) {
        assert_eq!(text.get(token.range.clone()), Some(token.text));
        assert!(token.range.start >= end && !token.text.is_empty());
        end = token.range.end;
    }
    let line = sanitize::one_line(text);
    assert_eq!(sanitize::visible(&line), line);
    assert!(!line.contains('\n'));
    let safe = sanitize::without_commands(text);
    assert_eq!(sanitize::without_commands(&safe), safe, "{text:?}");
}

/// A new document whose head holds any text says just that.
fn new_document(text: &str) {
    let mut parts = text.splitn(3, '\u{1f}').map(str::to_owned);
    let head = Head {
        name: parts.next(),
        unit: parts.next(),
        region: parts.next(),
    };
    for kind in RULES.kinds() {
        let text = draft(&RULES, kind, &head, Lang::Id);
        let Some((_, parsed)) = sopan_fuzz::mended::parsed(text.as_bytes()) else {
            // A character that no document can hold.
            assert!(text.contains('\0'), "{text:?}");
            return;
        };
        assert!(parsed.problems.is_empty(), "{text}");
        let [document] = parsed.documents.as_slice() else {
            panic!("not one document: {text}");
        };
        assert!(document.problems().is_empty(), "{text}");
        for (key, said) in [
            ("nama", &head.name),
            ("unit", &head.unit),
            ("wilayah", &head.region),
        ] {
            let Some(said) = said.as_deref().filter(|said| !said.trim().is_empty()) else {
                continue;
            };
            let node = document.get(sopan::document::NodeId::ROOT, key);
            let read = node.map(|node| document.value(node));
            let Some(Value::Scalar { text: read, .. }) = read else {
                // A kind that has no such key.
                continue;
            };
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(words(read), words(said), "{text}");
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((which, rest)) = bytes.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    match which % 11 {
        0 => duration(&text),
        1 => cost(&text),
        2 => date(&text),
        3 => citation(&text),
        4 => citation_of_parts(&text),
        5 => contact(&text),
        6 => numeral(&text),
        7 => region(&text),
        8 => nip(&text),
        9 => words(&text),
        _ => new_document(&text),
    }
});
