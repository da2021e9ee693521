//! The forms of Indonesian verbs, as far as their letters tell: `me-` and its nasals, `di-`.

/// Whether a word in lower case has the form of an active verb: `memeriksa`, `berkoordinasi`.
/// Words of that form that are none (`melati`, `mengenai`) are for a word list.
pub(in crate::check) fn is_active_form(word: &str) -> bool {
    if word.len() < 6 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let begins = |rest: &str, letters: &str| rest.starts_with(|c| letters.contains(c));
    if let Some(rest) = word.strip_prefix("meng") {
        return begins(rest, "aeioughkqx");
    }
    if let Some(rest) = word.strip_prefix("meny") {
        return begins(rest, "aeiou");
    }
    if let Some(rest) = word.strip_prefix("mem") {
        return begins(rest, "aeioubpfv");
    }
    if let Some(rest) = word.strip_prefix("men") {
        return begins(rest, "aeioucdjstz");
    }
    if let Some(rest) = word.strip_prefix("me") {
        return begins(rest, "lrwy");
    }
    word.strip_prefix("ber").is_some_and(|rest| rest.len() >= 4)
}

/// The active forms that a word beginning with `di` may belong to, the likeliest first:
/// `diterima` to `menerima`. Which of them is a word is for a word list.
pub(super) fn active_of_passive(word: &str) -> Vec<String> {
    let Some(root) = word.strip_prefix("di") else {
        return Vec::new();
    };
    let mut letters = root.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else {
        return Vec::new();
    };
    let rest = || root.get(first.len_utf8()..).unwrap_or_default();
    let is_cluster = !"aeiou".contains(second);
    let kept = |prefix: &str| format!("{prefix}{root}");
    let lost = |prefix: &str| format!("{prefix}{}", rest());
    let mut forms = match first {
        'a' | 'e' | 'i' | 'o' | 'u' | 'g' | 'h' => vec![kept("meng")],
        'b' | 'f' | 'v' => vec![kept("mem")],
        'c' | 'd' | 'j' | 'z' => vec![kept("men")],
        // The first consonant melts into the nasal, unless another follows: `memproses`.
        'p' if is_cluster => vec![kept("mem")],
        'p' => vec![lost("mem"), kept("mem")],
        't' if is_cluster => vec![kept("men")],
        't' => vec![lost("men"), kept("men")],
        's' if is_cluster => vec![kept("men")],
        's' => vec![lost("meny"), kept("men")],
        'k' if is_cluster => vec![kept("meng")],
        'k' => vec![lost("meng"), kept("meng")],
        'l' | 'm' | 'n' | 'r' | 'w' | 'y' => vec![kept("me")],
        _ => Vec::new(),
    };
    // `diperbarui`: `per-` keeps its p.
    if root.starts_with("per") && forms.len() > 1 {
        forms.swap(0, 1);
    }
    forms
}

/// Whether a word in lower case is a passive verb by its letters alone: `diserahkan`.
pub(super) fn is_passive_form(word: &str) -> bool {
    word.strip_prefix("di")
        .and_then(|rest| rest.strip_suffix("kan"))
        // `didikan` is a noun.
        .is_some_and(|root| root.len() >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_active_verbs_by_their_letters() {
        let verbs = [
            "menerima",
            "memeriksa",
            "mencatat",
            "menyerahkan",
            "mengarsipkan",
            "melakukan",
            "merekap",
            "memverifikasi",
            "menandatangani",
            "mewawancarai",
            "berkoordinasi",
            "mengkaji",
        ];
        for verb in verbs {
            assert!(is_active_form(verb), "{verb}");
        }
        for other in [
            "meja", "media", "mesin", "medis", "metode", "petugas", "terima", "berkas", "merk", "",
        ] {
            assert!(!is_active_form(other), "{other}");
        }
    }

    #[test]
    fn finds_the_active_form_of_a_passive_one() {
        let cases = [
            ("diterima", "menerima"),
            ("diserahkan", "menyerahkan"),
            ("dikirim", "mengirim"),
            ("dicatat", "mencatat"),
            ("diproses", "memproses"),
            ("diverifikasi", "memverifikasi"),
            ("diarsipkan", "mengarsipkan"),
            ("diperbarui", "memperbarui"),
            ("dilaporkan", "melaporkan"),
            ("dibuat", "membuat"),
            ("ditransfer", "mentransfer"),
        ];
        for (passive, active) in cases {
            assert_eq!(
                active_of_passive(passive).first().map(String::as_str),
                Some(active)
            );
        }
        assert!(active_of_passive("diperiksa").contains(&"memeriksa".to_owned()));
        for other in ["di", "d", "dia", "berkas", "dié"] {
            let _ = active_of_passive(other);
        }
        assert!(is_passive_form("diserahkan") && !is_passive_form("didikan"));
    }
}
