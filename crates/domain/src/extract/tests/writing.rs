//! Ways of writing a code, and of encoding it.

use super::*;

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
fn a_code_is_found_after_mail_programs_quoted_and_encoded_it() {
    for text in [
        "> 8Z89-TXXZ-\n> XCCF-NGGS",
        ">> 8Z89-TXXZ-\r\n>> XCCF-NGGS",
        "> > 8Z89-TXXZ-\n> > XCCF-NGGS",
        "> 8Z89-TXXZ-\nXCCF-NGGS",
        "| 8Z89-TXXZ-\n| XCCF-NGGS",
        "    8Z89-TXXZ-\r\n    XCCF-NGGS",
        "\t8Z89-TXXZ\n\t-XCCF-NGGS",
        "8Z89\nTXXZ\nXCCF\nNGGS",
        "8Z89-TXXZ-XCCF-\nNGGS",
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
fn encoded_characters_may_be_dashes_or_invisible() {
    for text in [
        "8Z89=E2=80=93TXXZ=E2=80=93XCCF=E2=80=93NGGS",
        "8Z89=C2=A0TXXZ=C2=A0XCCF=C2=A0NGGS",
        "=E2=80=8B8Z89-TXXZ-=E2=80=8BXCCF-NGGS",
        "https://a.example/?u=https%3A%2F%2Fduet.example%2F%23r%3D8Z89%E2%80%93TXXZ%E2%80%93XCCF%E2%80%93NGGS",
        "8Z89-TXX-Z-XCCF-NGGS",
    ] {
        finds(text, &[S1]);
    }
    // Valid symbols, but not grouped as one code: reported instead of ignored.
    for text in ["8Z89-TXXZ-XCCF NGGS", "8Z89 txxz xccf nggs"] {
        assert!(found(text).codes.len() + found(text).broken.len() > 0, "{text}");
    }
}

#[test]
fn mixed_case_is_a_code_only_in_one_word_or_in_hyphenated_groups_of_one_case() {
    for text in ["8z89TXXZxccfNGGS", "8z89-TXXZ-xccf-NGGS", "8Z89-txxz-XCCF-NGGS"] {
        finds(text, &[S1]);
    }
    for text in [
        "8z89 TXXZ xccf NGGS",
        "8z89-TXXZ-\nxccf-NGGS",
        "kod8z89TXXZxccfNGGS",
        "8z89TXXZxccfNGGSOla",
        "8Z89-TxXZ-XCCF-NGGS",
    ] {
        assert_eq!(codes(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn groups_have_one_size_and_one_separator() {
    for text in ["8Z 89 TX XZ\nXC CF NG GS", "8Z8 9TX XZX CCF NGG S", "8Z89.TXXZ.XCCF.NGGS"] {
        finds(text, &[S1]);
    }
    for text in [
        "8Z.89.TX.XZ.XC.CF.NG.GS",
        "8Z 89TXXZ XCCFNG GS",
        "8Z89.TXXZ/XCCF.NGGS",
        "8Z89-TXXZ-\n\n\n\nXCCF-NGGS",
        "8Z89-TXXZ-\n#XCCF-NGGS",
    ] {
        assert_eq!(codes(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_word_before_a_code_has_at_most_twenty_four_letters_and_no_digits() {
    let word = "a".repeat(24);
    finds(&format!("{word}{}", plain(S1)), &[S1]);
    assert_eq!(codes(&format!("{word}a{}", plain(S1))), Vec::<String>::new());
    assert_eq!(codes(&format!("nr2{}", plain(S1))), Vec::<String>::new());
}

#[test]
fn a_name_after_a_code_has_the_other_case_or_a_letter_that_no_code_has() {
    for text in ["8Z89-TXXZ-XCCF-NGGSab", "8z89-txxz-xccf-nggsAB", "8Z89-TXXZ-XCCF-NGGSUA", "8Z89-TXXZ-XCCF-NGGSŻA"] {
        finds(text, &[S1]);
    }
    let name = "a".repeat(24);
    finds(&format!("{S1}{name}"), &[S1]);
    assert_eq!(codes(&format!("{S1}{name}a")), Vec::<String>::new());
    for text in ["8Z89-TXXZ-XCCF-NGGSAB", "8z89-txxz-xccf-nggsab", "8Z89-TXXZ-XCCF-NGGSU", "8Z89-TXXZ-XCCF-NGGSU2"] {
        assert_eq!(codes(text), Vec::<String>::new(), "{text}");
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
