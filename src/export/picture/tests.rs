use super::*;
use crate::samples::{complete, example};
use crate::texts::Language;
use duet_domain::record::Record;
use duet_domain::team::compare::{Comparison, Thresholds};

/// The text of a picture, which has to be well-formed.
fn written(svg: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(svg);
    let mut text = String::new();
    loop {
        match reader.read_event().expect("well-formed") {
            quick_xml::events::Event::Text(part) => text.push_str(&part.decode().expect("text")),
            quick_xml::events::Event::Eof => return text,
            _ => {}
        }
    }
}

fn comparison(sales: &[[u8; 20]], marketing: &[[u8; 20]]) -> Comparison {
    let of = |side: Side, rows: &[[u8; 20]]| rows.iter().map(move |row| (side, complete(*row))).collect::<Vec<_>>();
    let results = [of(Side::Sales, sales), of(Side::Marketing, marketing)].concat();
    Comparison::of(results.iter().map(|(side, answers)| (*side, answers)), Thresholds::default(), false)
}

#[test]
fn that_of_a_result_says_what_it_shows() {
    let (record, _) = Record::from_json(example()).expect("a result");
    for language in Language::ALL {
        let svg = write(&record, language, "24 · <Sales> & \"more\"");
        let text = written(&svg);
        assert!(text.contains("64") && text.contains("9/20") && text.contains("16/20"), "{text}");
        assert!(!svg.contains("<Sales>"));
    }
}

#[test]
fn that_of_the_sides_says_their_sums_levels_numbers_and_themes() {
    let comparison = comparison(&[[4; 20]; 4], &[[2; 20]; 3]);
    for language in Language::ALL {
        let svg = sides(&comparison, language, "A & B", "<today>").expect("both sides are shown");
        let text = written(&svg);
        let [upper, lower] = [80.0, 40.0].map(|sum| language.number(sum, 1));
        let level = (language.result().level)(&language.instrument().level(Level::Integrated).name);
        let people = (language.team().people)(4);
        for wanted in [&upper, &lower, &level, &people, "A", "today"] {
            assert!(text.contains(wanted), "no {wanted} in {text}");
        }
        for theme in duet_domain::instrument::Theme::ALL {
            assert!(text.contains(language.instrument().theme(theme)), "{theme:?}: {text}");
        }
    }
}

#[test]
fn that_of_the_gaps_has_the_widest_with_their_figures() {
    let mut row = [3; 20];
    (row[6], row[17]) = (5, 4);
    let comparison = comparison(&[row; 3], &[[3; 20]; 3]);
    for language in Language::ALL {
        let text = written(&gaps(&comparison, language, "today").expect("there are gaps"));
        for wanted in [language.number(2.0, 1), language.number(1.0, 1), "n = 3".to_owned()] {
            assert!(text.contains(&wanted), "no {wanted} in {text}");
        }
    }
}

#[test]
fn hidden_sides_have_no_picture() {
    let (both, few) = (comparison(&[[4; 20]; 3], &[[2; 20]; 3]), comparison(&[[4; 20]; 3], &[[2; 20]; 2]));
    let none = comparison(&[[4; 20]; 3], &[]);
    for language in Language::ALL {
        assert!(sides(&both, language, "", "").is_some() && gaps(&both, language, "").is_some());
        for hidden in [&few, &none] {
            assert_eq!((sides(hidden, language, "", ""), gaps(hidden, language, "")), (None, None));
        }
    }
    // Nothing is hidden, but nothing is far apart either.
    assert_eq!(gaps(&comparison(&[[3; 20]; 3], &[[3; 20]; 3]), Language::Polish, ""), None);
}

#[test]
fn every_statement_fits_into_the_picture_of_the_gaps() {
    for language in Language::ALL {
        for item in duet_domain::answers::ItemNumber::all() {
            let lines = lines(&language.instrument().item(item).text, gaps::LENGTH, 3);
            assert!(!lines.concat().contains('…'), "{lines:?}");
        }
    }
}

#[test]
fn a_text_is_broken_at_spaces_and_what_does_not_fit_is_marked() {
    assert_eq!(lines("one two three", 7, 2), ["one two", "three"]);
    assert_eq!(lines("one two, three", 8, 1), ["one two…"]);
    assert_eq!(lines("unbreakable", 3, 1), ["unbreakable"]);
    assert_eq!(lines("w\u{a0}domu", 2, 1), ["w\u{a0}domu"], "not at hard spaces");
}
