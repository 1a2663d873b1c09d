use super::*;
use crate::Side;
use crate::answers::{Answer, Answers, ItemNumber};
use crate::code::Content;

mod broken;
mod corpus;
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

#[test]
fn lines_with_a_code_and_nothing_broken_are_used() {
    let text = format!("Ola: {S1}\nEwa: 8Z89-TXXZ-XCCF\n\n> {}-\n> {}\npozdrawiam", &M1[..9], &M1[10..]);
    let found = found(&text);
    assert_eq!(found.codes.len(), 2);
    assert_eq!(found.used_lines.into_iter().collect::<Vec<_>>(), [0, 3, 4]);
}
