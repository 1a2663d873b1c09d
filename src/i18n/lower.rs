//! Small letters.

/// A text of ours in small letters, as it stands within a sentence. It knows the letters of our languages alone: the tables that the
/// standard library has for all others are six kilobytes on the wire (docs/adr/0016).
pub fn lower(text: &str) -> String {
    text.chars().map(small).collect()
}

const fn small(letter: char) -> char {
    match letter {
        'Ą' => 'ą',
        'Ć' => 'ć',
        'Ę' => 'ę',
        'Ł' => 'ł',
        'Ń' => 'ń',
        'Ó' => 'ó',
        'Ś' => 'ś',
        'Ź' => 'ź',
        'Ż' => 'ż',
        other => other.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_both_languages_are_made_small() {
        let all = "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ";
        for text in [all, &all.to_lowercase(), "Relacja „Zdefiniowana”, 20–40!", "Żółć\u{a0}I Gęś"] {
            assert_eq!(lower(text), text.to_lowercase());
        }
    }
}
