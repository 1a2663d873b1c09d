//! Random and hostile texts.

use proptest::prelude::*;

use super::*;

fn anybody() -> impl Strategy<Value = Code> {
    (proptest::array::uniform20(1u8..=5), 0usize..4, 0i64..2_500).prop_map(|(values, side, day)| {
        let mut answers = Answers::default();
        for (item, value) in ItemNumber::all().zip(values) {
            answers.set(item, Answer::new(value).expect("1–5"));
        }
        let answers = answers.complete().expect("all");
        let day = Day::from_number(Day::FIRST + day);
        let fingerprint = crate::code::fingerprint(&crate::instrument::reference().hash);
        Code::of(&Content { fingerprint, side: Side::ALL[side], day, answers })
    })
}

/// A way in which people, phones and mail programs write or encode a code.
fn disguise() -> impl Strategy<Value = fn(&str) -> String> {
    let ways: Vec<fn(&str) -> String> = vec![
        str::to_owned,
        plain,
        str::to_lowercase,
        |code| code.replace('-', " "),
        |code| code.replace('-', "\u{a0}"),
        |code| code.replace('-', "–"),
        |code| code.replace('-', "-\n> "),
        |code| code.replacen('-', "-\r\n>> ", 1),
        |code| code.replace('-', "\u{200b}-\u{2060}"),
        |code| code.replace('-', "=2D"),
        |code| code.replace('-', "%2D"),
        |code| code.replace('-', "&#45;"),
        |code| format!("{}=\n{}", &code[..7], &code[7..]),
        |code| format!("Ola-{code}"),
        |code| format!("{code}-Ola"),
        |code| format!("kod{}", plain(code)),
        |code| format!("https://duet.example/#r={code}"),
        |code| format!("https://duet.example/#t={}", plain(code)),
        |code| format!("https://a.example/?u={}&x=1", percent(&format!("https://duet.example/#r={code}"))),
        |code| {
            format!("https://a.example/?u={}", percent(&percent(&format!("https://duet.example/#t={}", plain(code)))))
        },
        |code| format!("<a href=\"https://duet.example/#r={code}\">{code}</a>"),
        |code| format!("<p>{}</p>", code.replace('-', "-<wbr>")),
        |code| code.replace('C', "С").replace('X', "Х").replace('T', "Т"),
        |code| code.chars().map(|letter| char::from_u32(u32::from(letter) + 0xfee0).unwrap_or(letter)).collect(),
        |code| plain(code).chars().map(|letter| letter.to_string()).collect::<Vec<_>>().join(" "),
        |code| {
            code.split('-').zip(1..).map(|(group, number)| format!("\n{number}. {group}")).collect::<Vec<_>>().concat()
        },
    ];
    proptest::sample::select(ways)
}

#[test]
fn hostile_texts_are_read_in_bounded_time() {
    let started = std::time::Instant::now();
    for unit in [
        "8Z89-TXXZ-XCCF-NGGS\n",
        "#t=8Z89TXXZXCCFNGGS,",
        "AZ-",
        "#t=-8",
        "<a ",
        "<!",
        "<a href=\"",
        "%25",
        "=\n",
        "{\"a\":",
        "8Z89",
    ] {
        let text = unit.repeat(20_000 / unit.len());
        let _ = found(&text);
        let _ = find_files(&format!("{text} duet.result"));
    }
    // A generous limit for unoptimised builds; a quadratic search takes minutes.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "\\PC{0,200}") {
        let _ = found(&text);
        let _ = find_files(&text);
    }

    #[test]
    fn any_text_of_significant_characters_can_be_read(text in "[-=#%<>&;/\"'{}\\[\\],:\n\r 38ZDtra]{0,120}") {
        let _ = found(&text);
        let _ = find_files(&text);
    }

    #[test]
    fn codes_are_found_in_order_however_they_are_written_and_encoded(
        people in proptest::collection::vec((anybody(), disguise(), "[a-ząęłż ,.!?\n]{0,20}"), 1..6),
    ) {
        let text = people.iter().map(|(code, way, words)| format!("{words}\n\n{}\n\n{words}\n", way(&code.to_string()))).collect::<Vec<_>>().concat();
        let found: Vec<Code> = found(&text).codes().collect();
        let expected: Vec<Code> = people.iter().map(|(code, ..)| *code).collect();
        prop_assert_eq!(found, expected, "{}", text);
    }

    #[test]
    fn words_are_not_codes(text in "([A-Za-ząęłżćńóśź]{1,12}[ ,.:;!?-]{1,2}){0,40}") {
        let found = found(&text);
        prop_assert_eq!((found.codes, found.broken), (vec![], vec![]));
    }

    #[test]
    fn a_code_with_one_wrong_character_is_reported_as_broken(code in anybody(), place in 0usize..16, other in 0usize..32) {
        let symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let right = plain(&code.to_string());
        let mut wrong: Vec<char> = right.chars().collect();
        wrong[place] = symbols.chars().nth(other).expect("a symbol");
        let wrong: String = wrong.into_iter().collect();
        prop_assume!(wrong != right);
        let found = found(&wrong);
        prop_assert_eq!(found.codes, vec![]);
        prop_assert_eq!(found.broken.len(), 1);
    }
}
