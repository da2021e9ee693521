use super::*;
use proptest::prelude::*;

fn excerpt(text: &str, part: &str) -> Excerpt {
    let source = Source::from_text("a\u{1b}[31m.yaml", text);
    let start = text.find(part).unwrap();
    let span = Span::new(start, start + part.len());
    Excerpt::new(&source, std::iter::once((span, None)), 0)
}

fn underlined(excerpt: &Excerpt) -> &str {
    let span = excerpt.labels()[0].span;
    &excerpt.text[span.start..span.end]
}

#[test]
fn shows_the_line_with_the_place() {
    let found = excerpt("a: 1\nb: é dua\nc: 3\n", "dua");
    assert_eq!(
        (found.text.as_str(), underlined(&found)),
        ("b: é dua\n", "dua")
    );
    let span = found.labels()[0].span;
    let contents = found
        .read_span(&(span.start, span.len()).into(), 0, 0)
        .unwrap();
    assert_eq!((contents.line(), contents.column()), (1, 5));
}

#[test]
fn shortens_long_lines_around_the_place() {
    let text = format!("a: {} kata {}", "x".repeat(5000), "y".repeat(5000));
    let found = excerpt(&text, "kata");
    assert!(found.text.starts_with('…') && found.text.ends_with("…\n"));
    assert_eq!(found.text.chars().count(), LONGEST_LINE + 3);
    assert_eq!(underlined(&found), "kata");
}

fn excerpt_of(text: &str, spans: &[Span]) -> Excerpt {
    let source = Source::from_text("a.yaml", text);
    Excerpt::new(&source, spans.iter().map(|span| (*span, None)), 1)
}

/// What each label underlines.
fn all_underlined(excerpt: &Excerpt) -> Vec<&str> {
    let spans = excerpt.labels().iter().map(|label| label.span);
    spans
        .map(|span| &excerpt.text[span.start..span.end])
        .collect()
}

#[test]
fn places_far_apart_in_a_long_line_are_both_shown() {
    let gap = "x ".repeat(400);
    let text = format!("{{satu: 1, {gap}: 2, {gap}dua: 3, {gap}tiga: 4}}\n");
    let spans = ["tiga", "satu", "dua"].map(|key| {
        let start = text.find(key).unwrap();
        Span::new(start, start + key.len())
    });
    let found = excerpt_of(&text, &spans);
    assert_eq!(all_underlined(&found), ["tiga", "satu", "dua"]);
    assert_eq!(found.text.matches('…').count(), 2);
    assert!(found.text.chars().count() < 3 * LONGEST_LINE + 4);
    // A place that reaches over what is left out is underlined as far as it is shown.
    let whole = excerpt_of(&text, &[Span::new(0, text.len())]);
    assert_eq!(
        all_underlined(&whole)[0].chars().count(),
        LONGEST_LINE - BEFORE
    );
}

#[test]
fn too_many_places_in_a_long_line_are_left_out_not_misplaced() {
    let text = format!("{}z", format!("k{}", "x".repeat(500)).repeat(9));
    let keys = text.match_indices('k').map(|(at, _)| Span::new(at, at + 1));
    let found = excerpt_of(&text, &keys.collect::<Vec<_>>());
    assert_eq!(all_underlined(&found), ["k"; MOST_PLACES]);
}

#[test]
fn an_empty_place_is_shown_where_it_is() {
    let cases = [
        ("a:\n", 2, "a:\n", 2),
        ("a: é\n", 5, "a: é\n", 5),
        ("", 0, "\n", 0),
    ];
    for (text, at, shown, label) in cases {
        let found = excerpt_of(text, &[Span::new(at, at)]);
        assert_eq!(
            (found.text.as_str(), found.labels()[0].span),
            (shown, Span::new(label, label))
        );
    }
    let long = "x".repeat(500);
    let found = excerpt_of(&long, &[Span::new(500, 500)]);
    assert_eq!(found.labels()[0].span.start, found.text.len() - 1);
    // The end of the text after its last line break, and places outside the text.
    for at in [3, 9] {
        let found = excerpt_of("a:\n", &[Span::new(at, at + 5)]);
        assert!(found.labels().iter().all(|label| label.span.is_empty()));
    }
}

#[test]
fn wide_characters_and_tabs_keep_their_place() {
    let text = "a:\té林😀b\tc\r\nd: e\r\n";
    for part in ["é", "林", "😀b", "c", "d", "é林"] {
        let found = excerpt(text, part);
        assert_eq!(underlined(&found), part);
    }
    assert_eq!(underlined(&excerpt(text, "b\tc")), "b→   c");
    assert_eq!(underlined(&excerpt(text, "\t")), "→   ");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn labels_underline_what_they_are_about(
        words in proptest::collection::vec("[a-zé林😀\t\u{202e}]{0,12}", 1..60),
        breaks in proptest::collection::vec(0..4_u8, 60),
        marks in proptest::collection::vec((0..60_usize, 0..60_usize), 1..5),
    ) {
        let mut text = String::new();
        let mut spans = Vec::new();
        for (word, next) in words.iter().zip(breaks) {
            let start = text.len();
            text += word;
            spans.push(Span::new(start, text.len()));
            // Long lines are more interesting than short ones.
            text.push(if next == 0 { '\n' } else { ' ' });
        }
        let spans: Vec<Span> = marks
            .iter()
            .map(|(at, more)| {
                let first = at % spans.len();
                let last = spans[(first + more % 3).min(spans.len() - 1)];
                let first = spans[first];
                Span::new(first.start, last.end)
            })
            .collect();
        let found = excerpt_of(&text, &spans);
        prop_assert_eq!(found.labels().len(), spans.len());
        for (span, shown) in spans.iter().zip(all_underlined(&found)) {
            let line = text[span.start..span.end].split('\n').next().unwrap_or_default();
            let line = line.replace('\t', "→   ");
            prop_assert_eq!(shown, visible(&line));
        }
    }

    #[test]
    fn any_place_in_any_text_is_shown_somehow(text in any::<String>(), marks in proptest::collection::vec((0..99_usize, 0..99_usize), 0..6)) {
        let spans: Vec<Span> = marks.iter().map(|(start, length)| Span::new(*start, start + length)).collect();
        let found = excerpt_of(&text, &spans);
        let shown = all_underlined(&found);
        prop_assert!(shown.len() <= spans.len());
        prop_assert_eq!(visible(&found.text.replace('\n', "")).into_owned(), found.text.replace('\n', ""));
    }
}

#[test]
fn nothing_in_it_acts_on_a_terminal() {
    let found = excerpt("a: \u{1b}[31m\u{202e}x\ty\n", "x");
    assert_eq!(found.text, "a: \\u{1b}[31m\\u{202e}x→   y\n");
    assert_eq!(
        (underlined(&found), found.name.as_str()),
        ("x", "a\\u{1b}[31m.yaml")
    );
}
