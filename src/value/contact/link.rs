//! Email addresses, links, bare domains and `@names` inside a run of text without spaces.

use std::ops::Range;

/// Why a text is no email address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailProblem {
    /// A domain stands where an address should: `puskesmas.gmail.com`.
    #[error("has no @")]
    NoAt,
    /// Nothing right before the `@`; a space has come between, or the name is missing.
    #[error("has no name right before the @")]
    NoName,
    /// Nothing behind the `@`.
    #[error("has no domain")]
    NoDomain,
    /// The domain does not end as one: `puskesmas@gmail`, `...@gmail.con`.
    #[error("has a domain without a right ending")]
    Ending,
    /// More than one `@`.
    #[error("has more than one @")]
    SecondAt,
    /// A sign that cannot be there, or two dots in a row.
    #[error("has a sign in the wrong place")]
    Sign,
    /// Still to be filled in: `...@...`, `xxx@xxx.go.id`.
    #[error("is not filled in")]
    Placeholder,
}

/// Why a text is no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkProblem {
    /// `http//`, `http:/`, `htpp://`.
    #[error("does not begin with https://")]
    Scheme,
    /// Nothing right behind `https://` or `www.`; a space has come between.
    #[error("has a space, or no domain")]
    NoDomain,
    /// The domain does not end as one: `http://puskesmas`.
    #[error("has a domain without a right ending")]
    Ending,
    /// A sign that cannot be in a domain.
    #[error("has a sign in the wrong place")]
    Sign,
    /// Still to be filled in: `https://...`.
    #[error("is not filled in")]
    Placeholder,
}

/// An address found in a run of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Email(Result<String, EmailProblem>),
    Link(Result<String, LinkProblem>),
    /// `@name`, without the sign.
    Handle(String),
}

/// Endings of domains that are read without `www.` or `https://`.
const ENDINGS: [&str; 11] = [
    "id", "com", "net", "org", "info", "app", "link", "site", "online", "page", "xyz",
];
/// Hosts whose ending is also the end of ordinary words.
const SHORT_HOSTS: [&str; 9] = [
    "wa.me",
    "t.me",
    "m.me",
    "youtu.be",
    "bit.ly",
    "goo.gl",
    "forms.gle",
    "linktr.ee",
    "cutt.ly",
];
/// Endings below which names are given; no site of their own.
const REGISTRIES: [&str; 10] = [
    "go.id", "co.id", "ac.id", "or.id", "sch.id", "desa.id", "web.id", "my.id", "mil.id", "net.id",
];
/// Endings that are slips of the finger.
const SLIPS: [&str; 8] = ["con", "comm", "coom", "cim", "vom", "nte", "ogr", "goid"];

/// The addresses in a run of text without spaces, commas or brackets, in order.
pub(super) fn find(run: &str) -> Vec<(Range<usize>, Found)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = run.get(at..).filter(|rest| !rest.is_empty()) {
        let length = rest.bytes().take_while(|&byte| is_run(byte)).count();
        if length == 0 {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let (piece, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let hit = scheme(piece, behind).or_else(|| {
            if piece.contains('@') {
                mail_or_handle(piece)
            } else {
                domain(piece, behind)
            }
        });
        match hit {
            Some((range, hit)) => {
                let end = at + range.end.max(1);
                found.push((at + range.start..at + range.end, hit));
                at = end;
            }
            None => at += length,
        }
    }
    found
}

/// Signs of email addresses and domains.
fn is_run(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-' | b'@')
}

/// `https://...`, with the ways to get it wrong. `piece` is the word, `behind` what follows.
fn scheme(piece: &str, behind: &str) -> Option<(Range<usize>, Found)> {
    let right = ["http", "https"]
        .iter()
        .any(|word| piece.eq_ignore_ascii_case(word));
    let wrong = [
        "htpp", "htpps", "htttp", "htttps", "hhtp", "hhtps", "htps", "htp", "httpps", "ttps",
    ]
    .iter()
    .any(|word| piece.eq_ignore_ascii_case(word));
    if !right && !wrong {
        return None;
    }
    let slashes = behind.strip_prefix("://");
    let broken = [":/", "//", ":", "/"].iter().find_map(|signs| {
        behind
            .strip_prefix(signs)
            .filter(|host| host.starts_with(|sign: char| sign.is_ascii_alphanumeric()))
    });
    let whole = |host: &str| 0..piece.len() + behind.len() - host.len() + trimmed(host).len();
    match slashes {
        Some(host) if right => {
            let result = check_host(host).map(|()| {
                let host = trimmed(host);
                format!("{}://{}", piece.to_ascii_lowercase(), lower_host(host))
            });
            Some((whole(host), Found::Link(result)))
        }
        Some(host) => Some((whole(host), Found::Link(Err(LinkProblem::Scheme)))),
        None => broken.map(|host| (whole(host), Found::Link(Err(LinkProblem::Scheme)))),
    }
}

/// Signs at the end belong to the sentence.
fn trimmed(link: &str) -> &str {
    link.trim_end_matches(['.', ':', '!', '*', '…', '?', '-'])
}

/// The host of a link in its standard form.
pub(super) fn host(link: &str) -> &str {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

/// Whether the domain is one of the government or of a village.
pub(super) fn is_official(host: &str) -> bool {
    [".go.id", ".desa.id"]
        .iter()
        .any(|ending| host.ends_with(ending))
}

fn lower_host(link: &str) -> String {
    let length = host(link).len();
    let (host, path) = link.split_at_checked(length).unwrap_or((link, ""));
    host.to_ascii_lowercase() + path
}

fn check_host(link: &str) -> Result<(), LinkProblem> {
    let named = host(link).trim_end_matches('.');
    if host(link).starts_with("..") || link.starts_with('…') || is_masked(named) {
        return Err(LinkProblem::Placeholder);
    }
    if named.is_empty() {
        return Err(LinkProblem::NoDomain);
    }
    let labels = || named.split('.');
    let fine = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if !labels().all(fine) {
        return Err(LinkProblem::Sign);
    }
    let numbers = labels().count() == 4 && labels().all(|label| label.parse::<u8>().is_ok());
    if numbers || has_ending(named) {
        Ok(())
    } else {
        Err(LinkProblem::Ending)
    }
}

/// Whether the last part may be a top-level domain and something stands before it.
fn has_ending(host: &str) -> bool {
    let host = host.strip_prefix("www.").unwrap_or(host);
    let Some((_, ending)) = host.rsplit_once('.') else {
        return false;
    };
    ending.len() >= 2
        && ending.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !SLIPS.iter().any(|slip| ending.eq_ignore_ascii_case(slip))
}

/// `xxx`, `___`, or only dots.
fn is_masked(text: &str) -> bool {
    let first = text
        .split('.')
        .find(|part| !part.is_empty())
        .unwrap_or_default();
    !text.is_empty()
        && (text.bytes().all(|byte| matches!(byte, b'.' | b'_' | b'-'))
            || (first.len() >= 2 && first.bytes().all(|byte| matches!(byte, b'x' | b'X' | b'_'))))
}

fn mail_or_handle(piece: &str) -> Option<(Range<usize>, Found)> {
    // A bullet before the address is not part of it.
    let lead = if piece.starts_with(['.', '_', '+']) && !is_masked(piece.split('@').next()?) {
        piece.len() - piece.trim_start_matches(['.', '+']).len()
    } else {
        piece.len() - piece.trim_start_matches('-').len()
    };
    let body = piece.get(lead..)?;
    let dots = body.ends_with("..") || body.ends_with("@.");
    let body = if dots {
        body
    } else {
        body.trim_end_matches(['.', '-', '+', '%'])
    };
    let range = lead..lead + body.len();
    let (name, domain) = body.split_once('@')?;
    if name.is_empty() {
        let handle = domain.trim_end_matches(['.', '@']);
        let usual = [
            "gmail.com",
            "yahoo.com",
            "yahoo.co.id",
            "hotmail.com",
            "outlook.com",
            "ymail.com",
        ];
        if usual.contains(&handle.to_ascii_lowercase().as_str()) || is_official(handle) {
            return Some((range, Found::Email(Err(EmailProblem::NoName))));
        }
        let fine = handle.bytes().any(|byte| byte.is_ascii_alphanumeric()) && !handle.contains('@');
        return fine.then(|| {
            (
                lead..lead + 1 + handle.len(),
                Found::Handle(handle.to_owned()),
            )
        });
    }
    Some((range, Found::Email(check_email(name, domain))))
}

fn check_email(name: &str, domain: &str) -> Result<String, EmailProblem> {
    let unnamed = [
        "example.com",
        "contoh.com",
        "domain.com",
        "contoh.go.id",
        "domain.go.id",
    ];
    let domain = domain.to_ascii_lowercase();
    if is_masked(name) || is_masked(&domain) || unnamed.contains(&domain.as_str()) {
        return Err(EmailProblem::Placeholder);
    }
    if domain.contains('@') {
        return Err(EmailProblem::SecondAt);
    }
    if domain.is_empty() {
        return Err(EmailProblem::NoDomain);
    }
    if name.len() > 64 || name.starts_with('.') || name.ends_with('.') || name.contains("..") {
        return Err(EmailProblem::Sign);
    }
    match check_host(&domain) {
        Ok(()) if has_ending(&domain) => Ok(format!("{name}@{domain}")),
        Err(LinkProblem::Sign) => Err(EmailProblem::Sign),
        _ => Err(EmailProblem::Ending),
    }
}

/// A bare domain, with its path.
fn domain(piece: &str, behind: &str) -> Option<(Range<usize>, Found)> {
    let lead = piece.len() - piece.trim_start_matches(['.', '-', '_', '+', '%']).len();
    let name = trimmed(piece.get(lead..)?);
    let low = name.to_ascii_lowercase();
    let www = low.starts_with("www.") || low == "www";
    if www && piece.ends_with('.') && (low == "www" || low == "www.") {
        return Some((lead..piece.len(), Found::Link(Err(LinkProblem::NoDomain))));
    }
    let (_, ending) = low.rsplit_once('.')?;
    let known = ENDINGS.contains(&ending) || SHORT_HOSTS.contains(&low.as_str());
    if !www && (!known || REGISTRIES.contains(&low.as_str())) {
        return None;
    }
    if let Err(problem) = check_host(name) {
        return www.then(|| (lead..lead + name.len(), Found::Link(Err(problem))));
    }
    let path = if lead + name.len() == piece.len() {
        path(behind, &low)
    } else {
        ""
    };
    Some((
        lead..lead + name.len() + path.len(),
        Found::Link(Ok(low + path)),
    ))
}

/// The path behind a domain; not another address set off by a slash.
fn path<'a>(behind: &'a str, host: &str) -> &'a str {
    let Some(inside) = behind.strip_prefix(['/', '?']) else {
        return "";
    };
    let low = inside.get(..4).unwrap_or(inside).to_ascii_lowercase();
    let name = inside.starts_with('@')
        && !["tiktok.com", "youtube.com", "threads"]
            .iter()
            .any(|site| host.contains(site));
    let number = inside.starts_with('0') || inside.starts_with('+') || inside.starts_with('(');
    if inside.is_empty() || name || number || low == "www." || low == "http" {
        return "";
    }
    trimmed(behind)
}
