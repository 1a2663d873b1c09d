use super::*;
use crate::Side;
use crate::answers::{Answer, Answers, ItemNumber};
use crate::code::Content;

mod broken;
mod corpus;
mod decodings;
mod files;
mod html;
mod links;
mod properties;
mod writing;

/// Codes that occur in `tests/cases`.
const S1: &str = "8Z89-TXXZ-XCCF-NGGS";
const S2: &str = "8Z89-TWJR-ZJZN-1BTW";
const S3: &str = "8Z89-V1AM-4V39-TQSH";
const M1: &str = "8ZA9-TY16-MJRS-QSDP";
const M2: &str = "8ZA9-V1F5-FWA6-E94K";
const M3: &str = "8ZA9-V2HP-5WG1-F0BH";
const EVERYBODY: [&str; 6] = [S1, S2, S3, M1, M2, M3];

fn today() -> Day {
    Day::parse("2026-11-27").expect("a day")
}

fn found(text: &str) -> Found {
    find_codes(text, &today())
}

fn codes(text: &str) -> Vec<String> {
    found(text).codes().map(|code| code.to_string()).collect()
}

/// Asserts that exactly these codes are found, in this order, and nothing broken.
fn finds(text: &str, people: &[&str]) {
    let found = found(text);
    let codes: Vec<String> = found.codes().map(|code| code.to_string()).collect();
    assert_eq!((codes, found.broken), (people.iter().map(ToString::to_string).collect(), vec![]), "{text}");
}

fn finds_nothing(text: &str) {
    let found = found(text);
    assert_eq!((found.codes, found.broken), (vec![], vec![]), "{text}");
}

fn plain(code: &str) -> String {
    code.replace('-', "")
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || byte == b'-' {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

#[test]
fn the_samples_are_read() {
    finds(include_str!("../../tests/cases/reply.txt"), &[M1, S2, S1]);
    finds(include_str!("../../tests/cases/safelink.txt"), &[S1]);
    finds(include_str!("../../tests/cases/redirect.txt"), &[S1]);
    finds(include_str!("../../tests/cases/quoted-printable.eml"), &EVERYBODY);
    finds(include_str!("../../tests/cases/names.txt"), &[S1, M1]);
    finds(include_str!("../../tests/cases/cyrillic.txt"), &[S1]);
    let other = "8Z89-TXBB-RXF2-TRRT";
    finds(include_str!("../../tests/cases/thrice.txt"), &[other, other, other]);
}

/// A code of another wording.
fn of_another_wording(code: &str) -> String {
    let content = Code::read(code).expect("a code").content();
    Code::of(&Content { fingerprint: 0x155, ..content }).to_string()
}

#[test]
fn the_first_symbol_holds_the_version_and_three_bits_of_the_fingerprint() {
    for (fingerprint, symbol) in [(0, 8), (0x7f, 8), (0x80, 9), (0x3ff, 15)] {
        assert_eq!(codes::first_symbol(fingerprint), symbol, "{fingerprint:x}");
    }
}

#[test]
fn spans_overlap_if_they_share_a_character() {
    let taken = [Located { value: (), span: 4..8 }, Located { value: (), span: 10..12 }];
    for (span, expected) in
        [(0..4, false), (0..5, true), (5..6, true), (7..9, true), (8..10, false), (8..11, true), (12..14, false)]
    {
        assert_eq!(overlaps(&taken, &span), expected, "{span:?}");
    }
}

#[test]
fn of_overlapping_broken_codes_the_longest_is_reported() {
    let longest = |spans: &[(usize, usize)]| {
        let broken = spans.iter().map(|(start, end)| Located { value: CodeError::CheckSymbol, span: *start..*end });
        super::longest(broken.collect()).into_iter().map(|one| (one.span.start, one.span.end)).collect::<Vec<_>>()
    };
    assert_eq!(longest(&[(10, 14), (0, 4)]), [(0, 4), (10, 14)]);
    assert_eq!(longest(&[(0, 4), (0, 9), (0, 6)]), [(0, 9)]);
    assert_eq!(longest(&[(0, 4), (2, 9), (9, 12)]), [(2, 9), (9, 12)]);
    assert_eq!(longest(&[(0, 8), (6, 10)]), [(0, 8)]);
    assert_eq!(longest(&[(0, 4), (2, 6)]), [(0, 4)], "of equal ones, the first");
}

#[test]
fn a_fragment_is_decoded_however_often_it_was_encoded() {
    for (fragment, expected) in [
        ("", ""),
        ("#q7", "q7"),
        ("##/!?q7", "q7"),
        ("%23q7", "q7"),
        ("%252523q7", "q7"),
        ("#r=8Z89%E2%80%93TXXZ", "r=8Z89-TXXZ"),
        ("#r=8Z\u{200b}89\u{2013}ТХХZ", "r=8Z89-TXXZ"),
    ] {
        assert_eq!(decode_fragment(fragment), expected, "{fragment}");
    }
}

#[test]
fn lines_with_a_code_and_nothing_broken_are_used() {
    let text = format!("Ola: {S1}\nEwa: 8Z89-TXXZ-XCCF\n\n> {}-\n> {}\npozdrawiam", &M1[..9], &M1[10..]);
    let found = found(&text);
    assert_eq!(found.codes.len(), 2);
    assert_eq!(found.used_lines.into_iter().collect::<Vec<_>>(), [0, 3, 4]);
}
