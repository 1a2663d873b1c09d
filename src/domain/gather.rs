//! Codes in any text: a mail, a chat, a list, a link.

use super::code::{Code, Fault, is_separator};

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The codes, as they came; one that comes twice is here twice.
    pub codes: Vec<Code>,
    /// What looks like a code but is none: as it was written, and what is wrong with it.
    pub faults: Vec<(String, Fault)>,
}

/// The symbols of a code.
const SYMBOLS: usize = 16;
const GROUP: usize = 4;
/// How much longer or shorter something may be and still be meant as a code.
const SLACK: usize = 2;

/// Finds the codes in a text. What stands around them does not matter, nor how they are written: `8Z89-TXXZ-XCCF-NGGS`,
/// `8z89txxzxccfnggs`, `8Z89 TXXZ XCCF NGGS`, in a link `#r=…` or `#t=…,…`.
pub fn find(text: &str) -> Found {
    let text = cleaned(text);
    let mut found = Found::default();
    let words = words(&text);
    // Four groups with spaces between them, from a word on.
    let groups = |at: usize| {
        let four = words.get(at..at + SYMBOLS / GROUP)?;
        four.iter().all(|word| word.chars().count() == GROUP).then(|| four.join(" "))
    };
    let is_code = |at: usize| groups(at).is_some_and(|text| Code::read(&text).is_ok());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let (written, taken) = match groups(at) {
            // A code that begins within these words is none of a slip.
            Some(_) if !is_code(at) && (at + 1..at + SYMBOLS / GROUP).any(is_code) => (word.clone(), 1),
            Some(written) => (written, SYMBOLS / GROUP),
            None => (word.clone(), 1),
        };
        match Code::read(&written) {
            Ok(code) => found.codes.push(code),
            Err(fault) if is_meant(&written) => found.faults.push((written, fault)),
            // The group after this one may begin a code.
            Err(_) => {
                at += 1;
                continue;
            }
        }
        at += taken;
    }
    found
}

/// Without what cannot be seen, and with the commas of a link as such.
fn cleaned(text: &str) -> String {
    let invisible =
        |character: &char| matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let text: String = text.chars().filter(|character| !invisible(character)).collect();
    text.replace("%2C", ",").replace("%2c", ",").replace("%20", " ").replace("-\r\n", "-").replace("-\n", "-")
}

/// The longest pieces of letters, digits and hyphens. A hyphen at the end belongs to none.
fn words(text: &str) -> Vec<String> {
    let within =
        |character: char| character.is_alphanumeric() || (is_separator(character) && !character.is_whitespace());
    let pieces = text.split(|character| !within(character));
    let trimmed = pieces.map(|piece| piece.trim_matches(is_separator));
    trimmed.filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
}

/// Whether something that is no code was meant as one: it is about as long, begins as codes of this version do, and has letters and
/// digits and nothing else.
fn is_meant(word: &str) -> bool {
    let symbols: Vec<char> = word.chars().filter(|character| !is_separator(*character)).collect();
    let long = (SYMBOLS - SLACK..=SYMBOLS + SLACK).contains(&symbols.len());
    let begins = symbols.first().is_some_and(|first| matches!(first.to_ascii_uppercase(), '8' | '9' | 'A'..='F'));
    let both = symbols.iter().any(char::is_ascii_digit) && symbols.iter().any(char::is_ascii_alphabetic);
    long && begins && both && symbols.iter().all(char::is_ascii_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Side;
    use crate::domain::answers::{Answer, Answers, ItemNumber};
    use crate::domain::code::Content;
    use crate::domain::timestamp::Timestamp;
    use proptest::prelude::*;

    const CODE: &str = "8Z89-TXXZ-XCCF-NGGS";

    fn codes(text: &str) -> Vec<String> {
        find(text).codes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_code_is_found_however_it_is_written() {
        for text in [
            CODE.to_owned(),
            CODE.to_lowercase(),
            CODE.replace('-', ""),
            CODE.replace('-', " "),
            CODE.replace('-', "\u{a0}"),
            CODE.replace('-', "\u{2013}"),
            format!("Anna: {CODE}, wczoraj."),
            format!("<{CODE}>"),
            format!("*{CODE}*"),
            format!("https://duet.example/en/#r={CODE}"),
            format!("https://duet.example/#t={CODE}"),
            format!("https://duet.example/?side=sales#r={}", CODE.to_lowercase().replace('-', "")),
            format!("mój kod to {CODE}!"),
            "8Z89-TXXZ-\r\nXCCF-NGGS".to_owned(),
            format!("\u{200b}{CODE}\u{200b}"),
            format!("dnia 2026-11-24 dwa razy {CODE} oraz +48 600 100 200"),
        ] {
            assert_eq!(find(&text), Found { codes: find(CODE).codes, faults: vec![] }, "{text}");
        }
        assert_eq!(codes(CODE), [CODE]);
    }

    #[test]
    fn several_are_found_in_their_order() {
        let plain = CODE.replace('-', "");
        for between in [",", "\n", " ", "; ", "%2C", "\r\n> "] {
            assert_eq!(codes(&format!("{CODE}{between}{CODE}")), [CODE, CODE], "{between:?}");
            assert_eq!(codes(&format!("#t={plain}{between}{plain}")), [CODE, CODE], "{between:?}");
        }
        let spaced = CODE.replace('-', " ");
        assert_eq!(codes(&format!("ode {spaced} mnie {spaced}")), [CODE, CODE]);
    }

    #[test]
    fn a_slip_is_named_and_ordinary_words_are_not() {
        for slip in ["8Z89-TXXZ-XCCF-NGGT", "8Z89-TXXZ-XCCF-NGG", "8Z89TXXZXCCFNGGSS", "8Z89 TXXZ XCCF NGGT"] {
            let found = find(&format!("oto {slip} ode mnie"));
            assert_eq!(found.codes, [], "{slip}");
            assert_eq!(found.faults.len(), 1, "{slip}: {found:?}");
            assert_eq!(found.faults[0].0, slip);
        }
        for text in [
            "",
            "Dzień dobry, odpowiedzialność i przedsiębiorczość.",
            "This that them then: internationalization",
            "+48 600 100 200, 2026-11-24T19:28:15Z, 12:30",
            "PL61 1090 1014 0000 0712 1981 2874",
            "550e8400-e29b-41d4-a716-446655440000",
        ] {
            assert_eq!(find(text), Found::default(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "\\PC{0,200}") {
            let _ = find(&text);
        }

        #[test]
        fn every_code_is_found_between_any_words(
            values in proptest::array::uniform20(1u8..=5),
            side in 0usize..3,
            words in "[a-ząęłż ,.:;!\n]{0,30}",
            written in 0usize..4,
        ) {
            let mut answers = Answers::default();
            for (item, value) in ItemNumber::all().zip(values) {
                answers.set(item, Answer::new(value).expect("1–5"));
            }
            let day = Timestamp::parse("2026-11-24T12:00:00Z").expect("a moment");
            let answers = answers.complete().expect("all");
            let code = Code::of(&Content { fingerprint: 0x7d, side: Side::ALL[side], day, answers });
            let text = code.to_string();
            let text = match written {
                0 => text,
                1 => text.replace('-', ""),
                2 => text.to_lowercase(),
                _ => text.replace('-', " "),
            };
            let found = find(&format!("{words}\n\n{text}\n\n{words}"));
            prop_assert!(found.codes.contains(&code), "{:?}", found);
        }
    }
}
