//! Detection of the encoding of a text file.

/// A text encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little-endian: "Unicode" in Windows.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// Windows-1250: "ANSI" in Polish Windows.
    Windows1250,
    /// ISO 8859-2: older mail programs.
    Iso88592,
}

impl Encoding {
    /// The label for `TextDecoder`.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1250 => "windows-1250",
            Self::Iso88592 => "iso-8859-2",
        }
    }
}

/// Number of bytes examined for zeros and control characters.
const SAMPLE: usize = 4_096;

/// Detects the encoding of a text. `None` for binary data.
///
/// A byte order mark decides. Without one, zeros in more than half of the even or odd bytes mean UTF-16; valid UTF-8 is
/// UTF-8. Other text is windows-1250, unless it has ą, ś or ź in ISO 8859-2 and none in windows-1250.
pub fn detect(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Some(Encoding::Utf8),
        [0xff, 0xfe, ..] => return Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let pairs = sample.len() / 2;
    if even + odd > 0 {
        let most = |zeros: usize| zeros * 2 > pairs;
        return match (even, odd) {
            (0, odd) if most(odd) => Some(Encoding::Utf16Le),
            (even, 0) if most(even) => Some(Encoding::Utf16Be),
            _ => None,
        };
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Some(Encoding::Utf8);
    }
    let control =
        sample.iter().filter(|byte| **byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)).count();
    if control > 0 {
        return None;
    }
    let has = |wanted: &[u8]| bytes.iter().any(|byte| wanted.contains(byte));
    // Ą ą Ś ś Ź ź.
    let (windows, iso) = ([0xa5, 0xb9, 0x8c, 0x9c, 0x8f, 0x9f], [0xa1, 0xb1, 0xa6, 0xb6, 0xac, 0xbc]);
    Some(if has(&iso) && !has(&windows) { Encoding::Iso88592 } else { Encoding::Windows1250 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_decides() {
        assert_eq!(detect(b"\xef\xbb\xbfabc"), Some(Encoding::Utf8));
        assert_eq!(detect(b"\xff\xfe{\0"), Some(Encoding::Utf16Le));
        assert_eq!(detect(b"\xfe\xff\0{"), Some(Encoding::Utf16Be));
    }

    #[test]
    fn without_a_mark_the_bytes_decide() {
        let utf16 =
            |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(order).collect() };
        let text = "{\"label\": \"Zespół Północ\"}";
        assert_eq!(detect(text.as_bytes()), Some(Encoding::Utf8));
        assert_eq!(detect(&utf16(text, u16::to_le_bytes)), Some(Encoding::Utf16Le));
        assert_eq!(detect(&utf16(text, u16::to_be_bytes)), Some(Encoding::Utf16Be));
        assert_eq!(detect(b""), Some(Encoding::Utf8));
        // "Zażółć gęślą jaźń" in windows-1250 and in ISO 8859-2.
        assert_eq!(detect(b"Za\xbf\xf3\xb3\xe6 g\xea\x9cl\xb9 ja\x9f\xf1"), Some(Encoding::Windows1250));
        assert_eq!(detect(b"Za\xbf\xf3\xb3\xe6 g\xea\xb6l\xb1 ja\xbc\xf1"), Some(Encoding::Iso88592));
        assert_eq!(detect(b"Zesp\xf3\xb3"), Some(Encoding::Windows1250));
    }

    #[test]
    fn what_is_no_text_is_told() {
        for bytes in [
            b"PK\x03\x04\x14\0\x06\0\x08\0\0\0".as_slice(),
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            b"%PDF-1.7\n\x00\x00\x01\x02",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0",
            b"\xff\xd8\xff\xe0\x01\x02\x03",
        ] {
            assert_eq!(detect(bytes), None, "{bytes:?}");
        }
    }
}
