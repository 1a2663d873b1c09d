//! Encodings of whole texts.

use super::super::decodings::each_decoding;

/// Each decoding as text.
fn texts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    each_decoding(text, |decoding| found.push(decoding.iter().map(|letter| letter.value).collect()));
    found
}

#[test]
fn plain_text_has_one_decoding() {
    assert_eq!(texts("a = b, 50 % of it -\nc"), ["a = b, 50 % of it -\nc"]);
}

#[test]
fn percent_encoding_is_removed_up_to_three_times() {
    assert_eq!(texts("%2525252D"), ["%2525252D", "%25252D", "%252D", "%2D"]);
}

#[test]
fn quoted_printable_escapes_and_soft_line_breaks_are_decoded() {
    assert_eq!(texts("a=3Db=\r\nc= \t\nd"), ["a=3Db=\r\nc= \t\nd", "a=bcd"]);
    assert_eq!(texts("=C5=BC=GG"), ["=C5=BC=GG", "ż=GG"]);
}

#[test]
fn url_defense_is_decoded_where_it_has_encoded_a_colon_or_an_equals_sign() {
    assert_eq!(texts("https-3A__a-2Db"), ["https-3A__a-2Db", "https:__a-b"]);
    assert_eq!(texts("r-3D8Z89-2DTXXZ"), ["r-3D8Z89-2DTXXZ", "r=8Z89-TXXZ"]);
    assert_eq!(texts("8Z89-2DTXXZ"), ["8Z89-2DTXXZ"]);
}

#[test]
fn list_markers_are_removed_at_the_start_of_lines_alone() {
    for (list, expected) in [
        ("1. a\n2) b\n > 3: c", "a\nb\n > c"),
        ("• a\n* b\n- c", "a\nb\nc"),
        ("#4. a\n(5) b\n12/ c", "a\nb\nc"),
        ("1. a 2. b\n1. 2. c", "a 2. b\n2. c"),
    ] {
        assert_eq!(texts(list).last().map(String::as_str), Some(expected), "{list}");
    }
    for text in ["123. a", "1.a", "1 a", "a 1. b", "x\n--- a"] {
        assert_eq!(texts(text), [text], "{text}");
    }
}

#[test]
fn decoded_characters_know_their_position_in_the_source() {
    for (text, expected) in [
        ("%C5%BC%C4%85x", vec![('ż', 0), ('ą', 6), ('x', 12)]),
        ("a%20%F0%9F%94%A5%2D", vec![('a', 0), (' ', 1), ('🔥', 4), ('-', 16)]),
    ] {
        let mut last = Vec::new();
        each_decoding(text, |decoding| last = decoding.iter().map(|letter| (letter.value, letter.offset)).collect());
        assert_eq!(last, expected, "{text}");
    }
}
