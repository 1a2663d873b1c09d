use super::*;
use proptest::prelude::*;

fn encode(content: &Content) -> String {
    Code::of(content).to_string()
}

fn decode(text: &str) -> Result<Content, CodeError> {
    Code::read(text).map(|code| code.content())
}

fn content(values: [u8; 20], side: Side, day: &str, fingerprint: u16) -> Content {
    let mut answers = Answers::default();
    for (item, value) in ItemNumber::all().zip(values) {
        answers.set(item, Answer::new(value).expect("1–5"));
    }
    let day = Day::parse(day).expect("a day");
    Content { fingerprint, side, day, answers: answers.complete().expect("20 answers") }
}

fn example() -> Content {
    let values = [4, 3, 5, 2, 4, 4, 3, 2, 4, 3, 1, 4, 3, 4, 3, 5, 1, 2, 3, 4];
    content(values, Side::Sales, "2026-11-24", fingerprint("1f664fe1c2c7a7ce"))
}

#[test]
fn a_raw_code_keeps_its_text() {
    for text in ["", "junk", "8Z89-TXXZ-XCCF-NGGS", "ż", "8z89 txxz xccf ngg"] {
        assert_eq!(RawCode::new(text).as_str(), text);
        assert_eq!(RawCode::new(text).read(), Code::read(text));
    }
    let long = RawCode::new(&"ż".repeat(100));
    assert_eq!((long.as_str(), long.read()), ("", Err(CodeError::Length(100))));
}

#[test]
fn the_format_does_not_change_by_accident() {
    let code = encode(&example());
    assert_eq!(code, "8Z89-TXXZ-XCCF-NGGS");
    assert_eq!(decode(&code), Ok(example()));
}

#[test]
fn the_extremes_fit() {
    for (value, side, day) in [(1, Side::Sales, "2020-01-01"), (5, Side::Unstated, "2064-11-08")] {
        let content = content([value; 20], side, day, 0x3ff);
        assert_eq!(decode(&encode(&content)), Ok(content));
    }
    let late = encode(&content([5; 20], Side::Other, "2100-01-01", 0));
    assert_eq!(decode(&late).expect("a code").day.as_str(), "2064-11-08");
    let early = encode(&content([5; 20], Side::Other, "1999-01-01", 0));
    assert_eq!(decode(&early).expect("a code").day.as_str(), "2020-01-01");
}

#[test]
fn reading_is_lenient_about_how_it_is_written() {
    let code = encode(&content([1; 20], Side::Sales, "2020-01-01", 0x210));
    let plain = code.replace('-', "");
    let spaced: Vec<String> = plain.chars().map(|symbol| symbol.to_string()).collect();
    for written in [
        plain.to_lowercase(),
        spaced.join(" "),
        code.replace('-', "\u{2013}"),
        code.replace('-', "\u{a0}"),
        code.replace('0', "o"),
        code.replace('0', "O"),
        code.replace('1', "l"),
        code.replace('1', "I"),
        format!("\n {code}\t"),
    ] {
        assert_eq!(decode(&written), decode(&code), "{written}");
    }
}

#[test]
fn invalid_codes_are_distinguished() {
    let code = encode(&example());
    assert_eq!(decode(""), Err(CodeError::Length(0)));
    assert_eq!(decode(&code[1..]), Err(CodeError::Length(15)));
    assert_eq!(decode(&format!("{code}0")), Err(CodeError::Length(17)));
    assert_eq!(decode(&code.replacen('-', "U", 1)), Err(CodeError::Symbol('U')));
    assert_eq!(decode(&code.replacen('-', "ż", 1)), Err(CodeError::Symbol('ż')));
}

/// The symbols of a code, without hyphens.
fn symbols(code: &str) -> Vec<char> {
    code.chars().filter(|character| *character != '-').collect()
}

/// Tries every substitution of one symbol and every swap of neighbours.
fn refuses_every_edit(content: &Content) {
    let code = symbols(&encode(content));
    for place in 0..LENGTH {
        for wrong in SYMBOLS.iter().map(|symbol| char::from(*symbol)) {
            let mut edited = code.clone();
            edited[place] = wrong;
            let expected = if wrong == code[place] { Ok(content.clone()) } else { Err(CodeError::CheckSymbol) };
            assert_eq!(decode(&edited.iter().collect::<String>()), expected);
        }
    }
    for place in 1..LENGTH {
        let mut edited = code.clone();
        edited.swap(place - 1, place);
        let read = decode(&edited.iter().collect::<String>());
        if edited == code {
            assert_eq!(read.as_ref(), Ok(content));
        } else {
            assert_eq!(read, Err(CodeError::CheckSymbol));
        }
    }
}

#[test]
fn every_edit_in_the_example_is_refused() {
    refuses_every_edit(&example());
}

#[test]
fn no_two_places_have_the_same_weight_and_none_has_zero() {
    // Proves for all codes that single substitutions and swaps are detected.
    let weights: Vec<u8> = std::iter::successors(Some(1), |weight| Some(double(*weight))).take(LENGTH).collect();
    for (index, weight) in weights.iter().enumerate() {
        assert_ne!(*weight, 0);
        assert!(!weights[..index].contains(weight));
    }
    // Doubling is linear, so a weighted difference is zero only if the difference is.
    for a in 0..32 {
        for b in 0..32 {
            assert_eq!(double(a ^ b), double(a) ^ double(b));
        }
    }
}

#[test]
fn a_future_version_is_named() {
    let mut symbols = [0; LENGTH];
    // Version 2 in the first two bits.
    symbols[0] = 0b10_000;
    symbols[LENGTH - 1] = check_symbol(&symbols);
    let code: String = symbols.iter().map(|symbol| char::from(SYMBOLS[usize::from(*symbol)])).collect();
    assert_eq!(decode(&code), Err(CodeError::Version(2)));
}

#[test]
fn a_number_that_no_answers_have_is_refused() {
    let mut symbols = [31; LENGTH];
    // Version 1, side 2.
    symbols[0] = 0b01_111;
    symbols[2] = 0b11_101;
    symbols[LENGTH - 1] = check_symbol(&symbols);
    let code: String = symbols.iter().map(|symbol| char::from(SYMBOLS[usize::from(*symbol)])).collect();
    assert_eq!(decode(&code), Err(CodeError::Content));
}

proptest! {
    #[test]
    fn code_and_content_are_the_same(
        values in proptest::array::uniform20(1u8..=5),
        side in 0usize..4,
        day in 0i64..DAY_COUNT,
        fingerprint in 0u16..1024,
    ) {
        let day = Day::from_number(Day::FIRST + day);
        let content = content(values, Side::ALL[side], day.as_str(), fingerprint);
        prop_assert_eq!(decode(&encode(&content)), Ok(content));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        let _ = decode(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn every_edit_in_any_code_is_refused(
        values in proptest::array::uniform20(1u8..=5),
        side in 0usize..4,
        day in 0i64..DAY_COUNT,
        fingerprint in 0u16..1024,
    ) {
        let day = Day::from_number(Day::FIRST + day);
        refuses_every_edit(&content(values, Side::ALL[side], day.as_str(), fingerprint));
    }
}
