use proptest::prelude::*;

use super::*;
use crate::Side;
use crate::answers::{Answer, Answers, ItemNumber};
use crate::code::Content;

/// The people of `tests/cases`.
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

/// These people are found, in this order, and nothing that is wrong.
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
    let bent = "8Z89-TXBB-RXF2-TRRT";
    finds(include_str!("../../tests/cases/thrice.txt"), &[bent, bent, bent]);
}

#[test]
fn a_code_is_found_however_it_is_written() {
    for text in [
        S1.to_owned(),
        S1.to_lowercase(),
        plain(S1),
        S1.replace('-', " "),
        S1.replace('-', "\u{a0}"),
        S1.replace('-', "\u{2013}"),
        S1.replace('-', " - "),
        S1.replace('-', " – "),
        S1.replace('-', "."),
        S1.replace('-', "_"),
        S1.replace('-', " / "),
        S1.replace('-', ", "),
        S1.replace('-', "\t"),
        S1.replace('-', "+"),
        "8Z 89 TX XZ XC CF NG GS".to_owned(),
        "8 Z 8 9 T X X Z X C C F N G G S".to_owned(),
        "8Z8-9TX-XZX-CCF-NGG-S".to_owned(),
        "8Z89TXXZ XCCFNGGS".to_owned(),
        "8Z89 - TXXZ-XCCF - NGGS".to_owned(),
        "8Z89-TXXZ XCCF-NGGS".to_owned(),
        format!("Anna: {S1}, wczoraj."),
        format!("Anna ({S1})"),
        format!("„{S1}”"),
        format!("<{S1}>"),
        format!("*{S1}*"),
        format!("**{S1}**"),
        format!("`{S1}`"),
        format!("[{S1}]"),
        format!("{S1}."),
        format!("{S1}!"),
        format!("={S1}"),
        format!("kod:{S1};"),
        format!("mój kod to {S1}!"),
        format!("kod{}", plain(S1)),
        format!("kod{S1}"),
        format!("Ola-{S1}"),
        format!("{S1}-Ola"),
        format!("{S1}_Ola"),
        format!("Łucja_{S1}"),
        format!("{S1}Ola"),
        format!("{}Łucja", S1.to_lowercase()),
        format!("dnia 2026-11-24 {S1} oraz +48 600 100 200"),
        format!("Rok 2026 {}", S1.replace('-', " ")),
        format!("To jest mój {} oraz tak dalej", S1.replace('-', " ")),
    ] {
        finds(&text, &[S1]);
    }
}

#[test]
fn a_code_is_found_in_what_mail_programs_make_of_it() {
    for text in [
        "> 8Z89-TXXZ-\n> XCCF-NGGS",
        ">> 8Z89-TXXZ-\r\n>> XCCF-NGGS",
        "> > 8Z89-TXXZ-\n> > XCCF-NGGS",
        "> 8Z89-TXXZ-\nXCCF-NGGS",
        "| 8Z89-TXXZ-\n| XCCF-NGGS",
        "    8Z89-TXXZ-\r\n    XCCF-NGGS",
        "\t8Z89-TXXZ\n\t-XCCF-NGGS",
        "8Z89\nTXXZ\nXCCF\nNGGS",
        "> 8Z89\n> TXXZ\n> XCCF\n> NGGS",
        "8Z89-TX\nXZ-XCCF-NGGS",
        "8Z89TXXZXC=\r\nCFNGGS",
        "8Z89-TXXZ=2DXCCF=2DNGGS",
        "8Z89-TXXZ-\n>\n> XCCF-NGGS",
        "1. 8Z89\n2. TXXZ\n3. XCCF\n4. NGGS",
        "1) 8Z89\n2) TXXZ\n3) XCCF\n4) NGGS",
        "- 8Z89\n- TXXZ\n- XCCF\n- NGGS",
        "• 8Z89\n• TXXZ\n• XCCF\n• NGGS",
        "> 1. 8Z89\r\n> 2. TXXZ\r\n> 3. XCCF\r\n> 4. NGGS",
        "<p>8Z89-<b>TXXZ</b>-XCCF-NGGS</p>",
        "<td>8Z89-TXXZ-<wbr>XCCF-NGGS</td>",
        "<span>8Z89</span>-<span>TXXZ</span>-<span>XCCF</span>-<span>NGGS</span>",
        "8Z89&#45;TXXZ&ndash;XCCF&#x2d;NGGS",
        "8Z89&nbsp;TXXZ&nbsp;XCCF&nbsp;NGGS",
        "8Z89-TX&shy;XZ-XCCF-NGGS",
        "<p class=3D\"x\">8Z89-TXXZ-XCCF-NG=\nGS</p>",
        "8Z89-TXXZ-XCCF-NGGS <https://duet.example/#r=8Z89-TXXZ-XCCF-NGGS>",
        "[8Z89-TXXZ-XCCF-NGGS](https://duet.example/#r=8Z89-TXXZ-XCCF-NGGS)",
        "<a href=\"https://duet.example/#r=8Z89-TXXZ-XCCF-NGGS\">8Z89-TXXZ-XCCF-NGGS</a>",
        "<a href=\"https://duet.example/en/#r=8Z89-TXXZ-XCCF-NGGS\"\n  style=\"color:blue\">\nmój wynik\n</a>",
        "&lt;a href=&quot;https://duet.example/#r=8Z89-TXXZ-XCCF-NGGS&quot;&gt;",
        "８Ｚ８９－ＴＸＸＺ－ＸＣＣＦ－ＮＧＧＳ",
        "8\u{fe0f}\u{20e3}Z8\u{fe0f}\u{20e3}9\u{fe0f}\u{20e3}-TXXZ-XCCF-NGGS",
        "8Z89-\u{422}\u{425}\u{425}Z-\u{425}\u{421}\u{421}F-NGG\u{405}",
        "\u{200b}8Z89-TXXZ-\u{2060}XCCF-NGGS\u{feff}",
        "\u{202a}8Z89‑TXXZ‑XCCF‑NGGS\u{202c}",
    ] {
        finds(text, &[S1]);
    }
}

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
fn a_link_that_is_broken_over_lines_is_put_together() {
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
fn several_are_found_in_their_order() {
    for between in [",", "\n", " ", "; ", "%2C", "\r\n> ", " i ", "<br>", "|"] {
        finds(&format!("{S1}{between}{M1}"), &[S1, M1]);
        finds(&format!("#t={}{between}{}", plain(S1), plain(M1)), &[S1, M1]);
    }
    finds(&format!("ode {} mnie {}", S1.replace('-', " "), M1.replace('-', " ")), &[S1, M1]);
    let table = EVERYBODY.map(|code| format!("Ola\t{code}\tsprzedaż")).join("\r\n");
    finds(&table, &EVERYBODY);
}

#[test]
fn the_first_of_a_link_is_named_and_the_others_are_found() {
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
fn a_link_that_was_cut_says_so() {
    let whole = format!("#t={}", EVERYBODY.map(plain).join(","));
    for missing in 1..=12 {
        let found = found(&whole[..whole.len() - missing]);
        assert_eq!(found.codes.len(), 5);
        assert_eq!(found.broken.len(), 1, "{missing}");
        assert_eq!(found.broken[0].error, CodeError::Truncated(16 - missing));
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
fn equal_codes_of_one_link_are_told_apart_by_it() {
    let links = |text: &str| found(text).codes.iter().map(|found| found.link).collect::<Vec<_>>();
    assert_eq!(links(&format!("{S1} {S1}")), [None, None]);
    assert_eq!(links(&format!("#t={0},{0}", plain(S1))), [Some(3), Some(3)]);
    assert_eq!(links(&format!("#r={S1}\n#t={0},{0}", plain(S1))), [None, Some(26), Some(26)]);
}

#[test]
fn a_slip_is_named_with_its_line_and_what_is_wrong() {
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
fn a_code_that_was_cut_off_does_not_become_another_with_the_word_after_it() {
    for word in ["Anna", "ANNA", "Ewa", "EWA", "Jan", "1234", "Szef", "Fajna ankieta", "GGS"] {
        for cut in ["8Z89-TXXZ-XCCF", "8Z89-TXXZ-XCC", "8Z89-TXXZ"] {
            let text = format!("{cut} {word}");
            assert!(codes(&text).is_empty(), "{text}");
        }
    }
}

#[test]
fn a_word_after_a_cut_code_is_no_part_of_it() {
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

#[test]
fn a_text_beside_its_address_is_one() {
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
fn words_and_addresses_around_links_are_no_faulty_codes() {
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

#[test]
fn what_is_encoded_may_be_a_dash_or_nothing_that_is_seen() {
    for text in [
        "8Z89=E2=80=93TXXZ=E2=80=93XCCF=E2=80=93NGGS",
        "8Z89=C2=A0TXXZ=C2=A0XCCF=C2=A0NGGS",
        "=E2=80=8B8Z89-TXXZ-=E2=80=8BXCCF-NGGS",
        "https://a.example/?u=https%3A%2F%2Fduet.example%2F%23r%3D8Z89%E2%80%93TXXZ%E2%80%93XCCF%E2%80%93NGGS",
        "8Z89-TXX-Z-XCCF-NGGS",
    ] {
        finds(text, &[S1]);
    }
    // Right, but not written as one: named, and not dropped.
    for text in ["8Z89-TXXZ-XCCF NGGS", "8Z89 txxz xccf nggs"] {
        assert!(found(text).codes.len() + found(text).broken.len() > 0, "{text}");
    }
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
    // Unoptimised and beside other tests; a search that is quadratic takes minutes.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

#[test]
fn the_lines_that_were_of_use_are_known() {
    let text = format!("Ola: {S1}\nEwa: 8Z89-TXXZ-XCCF\n\n> {}-\n> {}\npozdrawiam", &M1[..9], &M1[10..]);
    let found = found(&text);
    assert_eq!(found.codes.len(), 2);
    assert_eq!(found.used_lines.into_iter().collect::<Vec<_>>(), [0, 3, 4]);
}

#[test]
fn other_numbers_and_names_are_neither_results_nor_faults() {
    for text in [
        "",
        "Dzień dobry, odpowiedzialność i przedsiębiorczość.",
        "This that them then: internationalization",
        "+48 600 100 200, 2026-11-24T19:28:15Z, 12:30",
        "PL61 1090 1014 0000 0712 1981 2874",
        "61 1090 1014 0000 0712 1981 2874",
        "DE89370400440532013000",
        "FV/2026/11/0042, FV-8/2026, 8Z/89/2026",
        "550e8400-e29b-41d4-a716-446655440000",
        "8289a0bc-1f66-4fe1-c2c7-a7ce8289a0bc",
        "{8A89F0E1-C2C7-4A7C-9E1F-664FE1C2C7A7}",
        "ABCD-EFGH-JKMN-PQRS",
        "W269N-WFGWX-YVC9B-4J6C9-T83GX",
        "4111 1111 1111 1111",
        "https://sklep.example/?utm_source=8news&fbclid=IwAR0x8Z1Q2w3E4r5T6y7U8i9O0p&gclid=Cj0KCQiA8Z",
        "https://film.example/watch?v=8Z89abcdefg#t=1m30s",
        "https://film.example/#t=90",
        "0x8289DEADBEEFCAFE",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "8Z",
        "Numer zamówienia 8Z8, 8ZZ9",
        "Szanowna Pani, w dniu 24.11.2026 o 09:14 Jan napisał(a):",
    ] {
        finds_nothing(text);
    }
}

/// Numbers that look random, and are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    fn text(&mut self, alphabet: &[u8], length: usize) -> String {
        (0..length).map(|_| char::from(alphabet[self.below(alphabet.len())])).collect()
    }

    fn groups(&mut self, alphabet: &[u8], groups: &[usize]) -> String {
        groups.iter().map(|length| self.text(alphabet, *length)).collect::<Vec<_>>().join("-")
    }
}

/// A large corpus of what is pasted beside codes. The odds in the docs of `gather` and `broken` allow for a few in a hundred thousand
/// licence keys, which look exactly like codes, and for none of the others.
#[test]
fn a_large_corpus_of_numbers_and_keys_has_no_results_in_it() {
    const CROCKFORD: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const CAPITALS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const BASE64: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut keys, mut others) = (Vec::new(), Vec::new());
    for _ in 0..15_000 {
        keys.push(random.groups(CROCKFORD, &[4, 4, 4, 4]));
        keys.push(random.text(CROCKFORD, 16));
    }
    for _ in 0..5_000 {
        others.push(random.groups(b"0123456789abcdef", &[8, 4, 4, 4, 12]));
        others.push(random.groups(CAPITALS, &[5, 5, 5, 5, 5]));
        others.push(format!("PL{}", random.text(b"0123456789", 26)));
        others.push(format!("FV/{}/2026", random.text(b"0123456789", 5)));
        others.push(format!(
            "https://a.example/?gclid={}&utm_id={}",
            random.text(BASE64, 40),
            random.text(CAPITALS, 12)
        ));
        others.push(random.text(BASE64, 76));
    }
    let of = |texts: &[String]| {
        let found = found(&texts.join("\n"));
        (found.codes.len(), found.broken.len())
    };
    let (results, broken) = of(&keys);
    assert!(results <= 1 && broken <= 12, "{results} results, {broken} broken in {} keys", keys.len());
    let (results, broken) = of(&others);
    assert!(results == 0 && broken <= 3, "{results} results, {broken} broken in {} others", others.len());
}

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

/// A way to write a code that people, phones and mail programs have.
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

proptest! {
    #[test]
    fn any_text_can_be_read(text in "\\PC{0,200}") {
        let _ = found(&text);
        let _ = find_files(&text);
    }

    #[test]
    fn texts_of_the_marks_that_mean_something_can_be_read(text in "[-=#%<>&;/\"'{}\\[\\],:\n\r 38ZDtra]{0,120}") {
        let _ = found(&text);
        let _ = find_files(&text);
    }

    /// Any text around, any disguise, any order: the same people.
    #[test]
    fn the_same_people_are_found_whatever_was_done_to_their_codes(
        people in proptest::collection::vec((anybody(), disguise(), "[a-ząęłż ,.!?\n]{0,20}"), 1..6),
    ) {
        let text = people.iter().map(|(code, way, words)| format!("{words}\n\n{}\n\n{words}\n", way(&code.to_string()))).collect::<Vec<_>>().concat();
        let found: Vec<Code> = found(&text).codes().collect();
        let expected: Vec<Code> = people.iter().map(|(code, ..)| *code).collect();
        prop_assert_eq!(found, expected, "{}", text);
    }

    #[test]
    fn words_are_nobody(text in "([A-Za-ząęłżćńóśź]{1,12}[ ,.:;!?-]{1,2}){0,40}") {
        let found = found(&text);
        prop_assert_eq!((found.codes, found.broken), (vec![], vec![]));
    }

    /// Every single wrong character is refused and named.
    #[test]
    fn a_wrong_character_is_named(code in anybody(), place in 0usize..16, other in 0usize..32) {
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
