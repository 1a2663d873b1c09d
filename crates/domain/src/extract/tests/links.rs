//! Codes in links.

use super::*;

#[test]
fn a_code_is_found_in_a_link_that_others_have_wrapped() {
    let link = format!("https://duet.example/#r={S1}");
    let team = format!("https://duet.example/en/#t={}", EVERYBODY.map(plain).join(","));
    for (link, people) in [(link, &[S1][..]), (team, &EVERYBODY[..])] {
        let (once, twice) = (percent(&link), percent(&percent(&link)));
        let defended = link
            .replace('-', "-2D")
            .replace(':', "-3A")
            .replace('/', "_")
            .replace('#', "-23")
            .replace('=', "-3D")
            .replace(',', "-2C");
        for text in [
            link.clone(),
            format!("{link}."),
            format!("({link})"),
            format!("{link}&utm_campaign=q4"),
            format!("{link}?fbclid=IwAR0abcdefghijklmnop"),
            once.clone(),
            format!(
                "https://eur01.safelinks.protection.outlook.com/?url={once}&data=05%7C02%7Cola%40firma.example%7C0000&reserved=0"
            ),
            format!(
                "https://www.google.com/url?q={once}&sa=D&source=editors&ust=1700000000000000&usg=AOvVaw0abcdefghijklmnopqrstu"
            ),
            format!("https://l.facebook.com/l.php?u={once}&h=AT0abcdefghijklmnop&s=1"),
            format!("https://slack-redir.net/link?url={twice}&v=3"),
            format!(
                "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={twice}&locale=pl-pl"
            ),
            format!("https://urldefense.proofpoint.com/v2/url?u={defended}&d=DwMFaQ&c=abc&r=def&m=ghi&s=jkl&e="),
            format!("https://urldefense.com/v3/__{}__;Iw!!ABCdef!GHIjklmno$", link.replace('#', "*")),
            format!("<a href=\"{link}\">wynik</a>"),
            format!(
                "<a href=\"https://eur01.safelinks.protection.outlook.com/?url={once}&amp;data=05\" originalsrc=\"{link}\">{link}</a>"
            ),
            link.replace('=', "=3D"),
        ] {
            finds(&text, people);
        }
    }
}

#[test]
fn a_link_that_is_broken_over_lines_is_joined() {
    let team = format!("https://duet.example/#t={}", EVERYBODY.map(plain).join(","));
    for width in [40, 52, 64, 72, 76, 78] {
        let characters: Vec<char> = team.chars().collect();
        let broken: Vec<String> = characters.chunks(width).map(|line| line.iter().collect()).collect();
        for between in ["\n", "\r\n", "=\n", "=\r\n", "\n> ", "\r\n>> ", "\n    "] {
            let text = format!("Oto wyniki:\n{}\n\nPozdrawiam\nOla", broken.join(between));
            finds(&text, &EVERYBODY);
        }
    }
}

#[test]
fn a_broken_code_of_a_link_is_reported_and_the_others_are_found() {
    let text = format!("https://duet.example/#t=8Z89TXXZXCCFNGGT,{},{}", plain(M1), plain(M2));
    let found = found(&text);
    assert_eq!(found.codes().map(|code| code.to_string()).collect::<Vec<_>>(), [M1, M2]);
    assert_eq!(
        found.broken,
        [BrokenCode { written: "8Z89TXXZXCCFNGGT".to_owned(), error: CodeError::CheckSymbol, line: 1 }]
    );
    assert!(found.used_lines.is_empty(), "the line stays");
}

#[test]
fn a_truncated_link_is_reported() {
    let whole = format!("#t={}", EVERYBODY.map(plain).join(","));
    for missing in 1..=12 {
        let found = found(&whole[..whole.len() - missing]);
        assert_eq!(found.codes.len(), 5);
        assert_eq!(found.broken.len(), 1, "{missing}");
        assert_eq!(found.broken[0].error, CodeError::Truncated(16 - missing));
    }
}

#[test]
fn a_link_more_than_four_hundred_characters_after_its_code_is_another_one() {
    // Two more characters before the address and three after it.
    let text = |between: usize| format!("{S1} <https://a.example/{}#r={S1}>", "x".repeat(between - 23));
    finds(&text(399), &[S1]);
    finds(&text(400), &[S1, S1]);
}

#[test]
fn links_to_several_are_followed_over_spaces_lines_and_quote_marks() {
    let [one, other, third] = [S1, M1, M2].map(of_another_wording);
    for between in [",", ", ", " , ", ",\n", "\n,", " \n> , ", ";\r\n"] {
        finds(&format!("#t={one}{between}{other}{between}{third}"), &[&one, &other, &third]);
        finds(&format!("#t={}{between}{}", plain(&one), plain(&other)), &[&one, &other]);
    }
    // Only a comma continues a link, and a link to one result has none.
    finds(&format!("#t={one} {other}"), &[&one]);
    finds(&format!("#r={one},{other}"), &[&one]);
    finds(&format!("#t={} {other}, {third}", plain(&one)), &[&one]);
}

#[test]
fn a_code_of_a_link_follows_its_equals_sign_or_a_comma() {
    let other = of_another_wording(S1);
    for text in [format!("#r= {other}"), format!("#r=-{other}"), format!("#t= {other}"), format!("#t=\n> {other}")] {
        finds(&text, &[&other]);
    }
    for text in [format!("#r=abc {other}"), format!("#t=abc {other}"), format!("#q=1 {other}")] {
        assert_eq!(codes(&text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn codes_of_a_link_are_joined_over_lines() {
    let [one, other] = [S1, M1].map(of_another_wording);
    for between in ["\n", "\r\n> ", "=\n"] {
        finds(&format!("#t={}{between}{},{}", &plain(&one)[..6], &plain(&one)[6..], plain(&other)), &[&one, &other]);
        finds(&format!("#r={}{between}{}", &plain(&one)[..6], &plain(&one)[6..]), &[&one]);
    }
}

#[test]
fn a_token_of_a_link_is_reported_up_to_thirty_two_symbols() {
    let token = format!("8Z89{}", "T".repeat(28));
    for text in [format!("#r={token}"), format!("#t={token},{}", plain(S1))] {
        let broken = BrokenCode { written: token.clone(), error: CodeError::Length(32), line: 1 };
        assert_eq!(found(&text).broken, [broken], "{text}");
    }
}

#[test]
fn text_after_a_link_is_not_a_part_of_it() {
    for number in ["550E8400E29B41D4", "1234567890ABCDE"] {
        finds(&format!("#t={} {number}", plain(S1)), &[S1]);
        finds(&format!("#r={} {number}", plain(S1)), &[S1]);
        finds(&format!("#t={}\n{number}", plain(S1)), &[S1]);
    }
}

#[test]
fn only_the_last_code_of_a_link_to_several_can_be_truncated() {
    let broken = |text: &str| {
        let broken = found(text).broken;
        broken.into_iter().map(|one| (one.written, one.error)).collect::<Vec<_>>()
    };
    assert_eq!(broken(&format!("#t=8Z89TXXZ,{}", plain(S1))), [("8Z89TXXZ".to_owned(), CodeError::Length(8))]);
    assert_eq!(broken("#r=8Z89TXXZ"), [("8Z89TXXZ".to_owned(), CodeError::Length(8))]);
    assert_eq!(
        broken(&format!("#t={},8Z89TXXZ ANNA", plain(S1))),
        [("8Z89TXXZ".to_owned(), CodeError::Truncated(8))],
        "the next word is not a part of it"
    );
    assert_eq!(
        broken(&format!("#t={},8Z89TXXZXCCFNGGSS", plain(S1))),
        [("8Z89TXXZXCCFNGGSS".to_owned(), CodeError::Length(17))]
    );
}

#[test]
fn a_broken_code_of_a_link_is_reported_as_it_is_written() {
    for (text, written, error) in [
        ("#r=8Z89 TXXZ XCCF NGGT", "8Z89 TXXZ XCCF NGGT", CodeError::CheckSymbol),
        ("#t=8Z89-TXXZ-,8Z89TXXZXCCFNGGS", "8Z89-TXXZ", CodeError::Length(8)),
    ] {
        assert_eq!(found(text).broken, [BrokenCode { written: written.to_owned(), error, line: 1 }]);
    }
}

#[test]
fn what_has_the_length_of_a_code_is_broken_in_a_link_if_it_has_digits_letters_and_one_case() {
    let broken = |token: &str| found(&format!("#t={},{token}", plain(S1))).broken.len();
    for token in ["K289TXXZXCCFNGG", "K289TXXZXCCFNGGT", "k289txxzxccfnggt22"] {
        assert_eq!(broken(token), 1, "{token}");
    }
    for token in
        ["K289TxxzXCCFNGGT", "KABCTXXZXCCFNGGT", "1234567890123456", "K289TXXZXCCFN", "K289TXXZXCCFNGGT222", "8ZZZ"]
    {
        assert_eq!(broken(token), 0, "{token}");
    }
}

#[test]
fn codes_of_another_wording_count_in_links_alone() {
    let content = Code::read(S1).expect("a code").content();
    let other = Code::of(&Content { fingerprint: 0x155, ..content }).to_string();
    finds_nothing(&other);
    finds(&format!("https://duet.example/#r={other}"), &[&other]);
    finds(&format!("https://duet.example/#t={},{}", plain(&other), plain(S1)), &[&other, S1]);
}

#[test]
fn equal_codes_of_one_link_are_different_respondents() {
    let links = |text: &str| found(text).codes.iter().map(|found| found.link).collect::<Vec<_>>();
    assert_eq!(links(&format!("{S1} {S1}")), [None, None]);
    assert_eq!(links(&format!("#t={0},{0}", plain(S1))), [Some(3), Some(3)]);
    assert_eq!(links(&format!("#r={S1}\n#t={0},{0}", plain(S1))), [None, Some(26), Some(26)]);
}

#[test]
fn a_code_and_its_link_count_once() {
    let link = format!("https://duet.example/#r={S1}");
    let safe = format!("https://eur01.safelinks.protection.outlook.com/?url={}&data=05", percent(&link));
    for text in [
        format!("{S1}<{safe}>"),
        format!("{link}<{safe}>"),
        format!("> {S1}\n> <{link}>"),
        format!("*{S1}* <{link}>"),
        format!("({S1}) <{link}>"),
        format!("„{S1}” <{link}>"),
        format!("[{S1}]({safe})"),
        format!("[{S1}|{link}]"),
    ] {
        finds(&text, &[S1]);
    }
    finds(&format!("Ola: {link}\nEwa: {link}"), &[S1, S1]);
}

#[test]
fn words_and_addresses_around_links_are_not_broken_codes() {
    let team = format!("https://duet.example/#t={},{}", plain(S1), plain(M1));
    for text in [
        format!("{team}, dzięki za pomoc"),
        format!("{team}, a tu reszta zespołu"),
        format!("{team},\nPozdrawiam, Ola"),
    ] {
        finds(&text, &[S1, M1]);
    }
    for text in [
        "https://film.example/1#t=1h02m30s",
        "https://film.example/1#t=1700000000",
        "https://film.example/1#t=2026-11-24T10:00:00",
        "https://app.example/#r=dashboard",
        "https://app.example/#t=550e8400-e29b-41d4-a716-446655440000",
    ] {
        finds_nothing(text);
    }
    for cut in ["#r=8Z89-T", "#r=8Z89", "#t=8Z"] {
        assert_eq!(found(cut).broken.len(), 1, "{cut}");
    }
}
