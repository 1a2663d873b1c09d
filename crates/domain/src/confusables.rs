//! Characters that phones, word processors and other keyboards write instead of ASCII ones.

/// Folds a character to the ASCII one it looks like: full-width, mathematical and enclosed letters and digits,
/// Cyrillic and Greek homoglyphs, hyphens and spaces. Other characters are returned unchanged.
pub fn fold(character: char) -> char {
    match character {
        '\u{0}'..='\u{7f}' => character,
        _ if is_hyphen(character) => '-',
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        _ if character.is_whitespace() => ' ',
        // Full-width forms are in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => in_row(character, 0xff01, '!'),
        _ => variant(character).or_else(|| twin(character)).unwrap_or(character),
    }
}

/// Whether a character is invisible or only modifies the one before it.
pub fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
        // Combining marks, zero-width spaces and joiners, direction marks, variation selectors, keycap frames.
        | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{20dd}'..='\u{20e4}' | '\u{e0000}'..='\u{e01ef}')
}

/// Whether a character is a hyphen, dash or minus sign.
pub fn is_hyphen(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{2d7}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{2796}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{30fc}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{ff70}'
    )
}

/// Styled letters and digits: superscript, subscript, enclosed, mathematical, Arabic-Indic.
fn variant(character: char) -> Option<char> {
    Some(match character {
        '\u{b9}' => '1',
        '\u{b2}' => '2',
        '\u{b3}' => '3',
        '\u{2070}' | '\u{2080}' | '\u{24ea}' | '\u{24ff}' => '0',
        '\u{2074}'..='\u{2079}' => in_row(character, 0x2074, '4'),
        '\u{2081}'..='\u{2089}' => in_row(character, 0x2081, '1'),
        '\u{2460}'..='\u{2468}' => in_row(character, 0x2460, '1'),
        '\u{2776}'..='\u{277e}' => in_row(character, 0x2776, '1'),
        '\u{660}'..='\u{669}' => in_row(character, 0x660, '0'),
        '\u{6f0}'..='\u{6f9}' => in_row(character, 0x6f0, '0'),
        '\u{24b6}'..='\u{24cf}' => in_row(character, 0x24b6, 'A'),
        '\u{24d0}'..='\u{24e9}' => in_row(character, 0x24d0, 'a'),
        '\u{1f130}'..='\u{1f149}' => in_row(character, 0x1_f130, 'A'),
        '\u{1f150}'..='\u{1f169}' => in_row(character, 0x1_f150, 'A'),
        '\u{1f170}'..='\u{1f189}' => in_row(character, 0x1_f170, 'A'),
        // Thirteen styles of upper and lower case letters, then five of digits.
        '\u{1d400}'..='\u{1d6a3}' => {
            let place = (u32::from(character) - 0x1_d400) % 52;
            if place < 26 { letter(place, 'A') } else { letter(place - 26, 'a') }
        }
        '\u{1d7ce}'..='\u{1d7ff}' => letter((u32::from(character) - 0x1_d7ce) % 10, '0'),
        _ => return None,
    })
}

/// Homoglyphs of other scripts.
fn twin(character: char) -> Option<char> {
    const TWINS: [(&str, char); 33] = [
        ("АΑ", 'A'),
        ("аα", 'a'),
        ("ВΒ", 'B'),
        ("в", 'b'),
        ("СϹ", 'C'),
        ("сϲ", 'c'),
        ("ЕΕЁ", 'E'),
        ("её", 'e'),
        ("ԌԍＧ", 'G'),
        ("НΗ", 'H'),
        ("һн", 'h'),
        ("ІΙӀ", 'I'),
        ("іιı", 'i'),
        ("ЈϳͿ", 'J'),
        ("ј", 'j'),
        ("КΚ", 'K'),
        ("кκ", 'k'),
        ("МΜ", 'M'),
        ("м", 'm'),
        ("Ν", 'N'),
        ("ОΟ", 'O'),
        ("оο", 'o'),
        ("РΡ", 'P'),
        ("рρ", 'p'),
        ("Ѕ", 'S'),
        ("ѕ", 's'),
        ("ТΤ", 'T'),
        ("тτ", 't'),
        ("ХΧ", 'X'),
        ("хχ", 'x'),
        ("УΥҮ", 'Y'),
        ("уγ", 'y'),
        ("Ζ", 'Z'),
    ];
    const FIGURES: [(&str, char); 1] = [("ЗзӠ", '3')];
    let all = TWINS.iter().chain(&FIGURES);
    all.into_iter().find(|(twins, _)| twins.contains(character)).map(|(_, plain)| *plain)
}

/// The character with the same distance from `start` as `character` from `first`.
fn in_row(character: char, first: u32, start: char) -> char {
    letter(u32::from(character) - first, start)
}

fn letter(place: u32, start: char) -> char {
    char::from_u32(u32::from(start) + place).unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_plain(text: &str) -> String {
        text.chars().filter(|character| !is_invisible(*character)).map(fold).collect()
    }

    #[test]
    fn a_code_is_the_same_in_every_disguise() {
        for disguise in [
            "8Z89-TXXZ-XCCF-NGGS",
            "８Ｚ８９－ＴＸＸＺ－ＸＣＣＦ－ＮＧＧＳ",
            "8Z89-ТХХZ-ХССF-NGGЅ",
            "8Ζ89-ΤΧΧΖ-ΧCCF-ΝGGS",
            "8️⃣Z8️⃣9️⃣-TXXZ-XCCF-NGGS",
            "𝟖𝐙𝟖𝟗-𝐓𝐗𝐗𝐙-𝐗𝐂𝐂𝐅-𝐍𝐆𝐆𝐒",
            "𝟾𝚉𝟾𝟿-𝚃𝚇𝚇𝚉-𝚇𝙲𝙲𝙵-𝙽𝙶𝙶𝚂",
            "⑧Ⓩ⑧⑨-ⓉⓍⓍⓏ-ⓍⒸⒸⒻ-ⓃⒼⒼⓈ",
            "8Z89‑TXXZ–XCCF—NGGS",
            "8Z89−TXXZ\u{2212}XCCF\u{2010}NGGS",
            "8\u{200b}Z\u{2060}89-TX\u{ad}XZ-XC\u{feff}CF-NGGS\u{200e}",
            "8̶Z̶8̶9̶-TXXZ-XCCF-NGGS",
            "٨Z٨٩-TXXZ-XCCF-NGGS",
        ] {
            assert_eq!(all_plain(disguise), "8Z89-TXXZ-XCCF-NGGS", "{disguise}");
        }
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        let ascii: String = (' '..='~').collect();
        assert_eq!(all_plain(&ascii), ascii);
        assert_eq!(all_plain("zażółć gęślą jaźń"), "zażółć gęślą jaźń");
        assert_eq!(all_plain("a\u{a0}b\u{2009}c\u{2028}d"), "a b c\nd");
    }
}
