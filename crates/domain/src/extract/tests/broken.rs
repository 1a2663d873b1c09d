//! Broken codes.

use super::*;

#[test]
fn a_broken_code_is_reported_with_its_line_and_error() {
    for (written, error) in [
        ("8Z89-TXXZ-XCCF-NGGT", CodeError::CheckSymbol),
        ("9Z89-TXXZ-XCCF-NGGS", CodeError::CheckSymbol),
        ("8X89-TXXZ-XCCF-NGGS", CodeError::CheckSymbol),
        ("8Z98-TXXZ-XCCF-NGGS", CodeError::CheckSymbol),
        ("8Z89-TXXZ-XCCF-NGG", CodeError::Length(15)),
        ("8Z89-TXXZ-XCCF", CodeError::Length(12)),
        ("8Z89-TXXZ", CodeError::Length(8)),
        ("8Z89", CodeError::Length(4)),
        ("8Z89TXXZXCCFNGGSS", CodeError::Length(17)),
        ("8Z89TXXZXCCFNGGS8ZA9TY16MJRSQSDP", CodeError::Length(32)),
        ("8Z89 TXXZ XCCF NGGT", CodeError::CheckSymbol),
        ("8Z89-TXXZ-XCCF-NGGU", CodeError::Symbol('U')),
        ("8z89-txxz-xccf-nggt", CodeError::CheckSymbol),
    ] {
        let found = found(&format!("Dzień dobry,\noto {written} ode mnie"));
        assert_eq!(found.codes, [], "{written}");
        assert_eq!(found.broken, [BrokenCode { written: written.to_owned(), error, line: 2 }]);
    }
    let glued = found("Ola-8Z89-TXXZ-XCC");
    assert_eq!(
        glued.broken,
        [BrokenCode { written: "8Z89-TXXZ-XCC".to_owned(), error: CodeError::Length(11), line: 1 }]
    );
}

#[test]
fn a_broken_code_is_reported_once_whatever_the_encodings_of_the_text() {
    let found = found("8Z89-TXXZ-XCCF i =3D &amp; %3D");
    assert_eq!(found.broken.len(), 1, "{:?}", found.broken);
}

#[test]
fn the_start_of_a_code_holds_no_day_after_tomorrow() {
    // The fourth symbol A means 2027-01-04 at the earliest.
    finds_nothing("8Z8A-TXXZ-XCCF");
    let later = Day::parse("2027-02-01").expect("a day");
    assert_eq!(find_codes("8Z8A-TXXZ-XCCF", &later).broken.len(), 1);
    // The symbol holds six bits of fourteen: A is day 2,560 and those after it.
    for (today, expected) in [(2_558, 0), (2_559, 1)] {
        let today = Day::from_number(Day::FIRST + today);
        assert_eq!(find_codes("8Z8A-TXXZ-XCCF", &today).broken.len(), expected);
    }
}

#[test]
fn a_broken_code_may_follow_a_word_but_no_number() {
    let word = "a".repeat(24);
    assert_eq!(found(&format!("{word}8Z89-TXXZ")).broken.len(), 1);
    for text in [format!("{word}a8Z89-TXXZ"), "12-8Z89-TXXZ".to_owned(), "nr28Z89-TXXZ".to_owned()] {
        finds_nothing(&text);
    }
}

#[test]
fn a_broken_code_ends_with_a_symbol_and_has_at_most_forty() {
    let written = |text: &str| found(text).broken.into_iter().map(|one| one.written).collect::<Vec<_>>();
    assert_eq!(written("8Z89-TXXZ-XCC-- ode mnie"), ["8Z89-TXXZ-XCC"]);
    let long = format!("8Z89-TXXZ-XCCF-NGGT{}", "-AAAA".repeat(6));
    assert_eq!(written(&long), [long.as_str()]);
    assert_eq!(written(&format!("{long}-A")), Vec::<String>::new());
}

#[test]
fn a_key_that_is_no_single_edit_away_from_a_code_is_not_broken() {
    for key in ["8ZKK-TXXZ-XCCF-NGGS", "8ABC-DEFG-HJKM-NPQR", "8X89-AAAA-BBBB-CCCC"] {
        finds_nothing(key);
    }
}

#[test]
fn the_groups_of_a_broken_code_are_joined_up_to_sixteen_symbols() {
    for (text, written, error) in [
        ("8Z89-TXXZ-XCCF-NGGT ANNA", "8Z89-TXXZ-XCCF-NGGT", CodeError::CheckSymbol),
        ("8Z89-TXXZ-XCCU NGGS", "8Z89-TXXZ-XCCU NGGS", CodeError::Symbol('U')),
        ("8Z89 TXXZ XCC ode", "8Z89 TXXZ", CodeError::Length(8)),
    ] {
        assert_eq!(found(text).broken, [BrokenCode { written: written.to_owned(), error, line: 1 }]);
    }
}

#[test]
fn a_truncated_code_and_the_next_word_are_not_a_code() {
    for word in ["Anna", "ANNA", "Ewa", "EWA", "Jan", "1234", "Szef", "Fajna ankieta", "GGS"] {
        for cut in ["8Z89-TXXZ-XCCF", "8Z89-TXXZ-XCC", "8Z89-TXXZ"] {
            let text = format!("{cut} {word}");
            assert!(codes(&text).is_empty(), "{text}");
        }
    }
}

#[test]
fn a_word_after_a_truncated_code_is_not_a_part_of_it() {
    for word in ["Ania", "ANIA", "ania", "Ewelina", "OLGA", "Jan"] {
        for groups in 1..4 {
            let cut = &"8Z89-TWJR-ZJZN-1BTW"[..5 * groups - 1];
            for text in [
                format!("{cut} {word}"),
                format!("#r={cut} {word}"),
                format!("#r={cut}\n{word}"),
                format!("{cut}\n{word}"),
            ] {
                assert_eq!(codes(&text), Vec::<String>::new(), "{text}");
            }
        }
    }
}
