//! Mails in source form: `.eml` files, "show original".

use std::collections::BTreeSet;

use mail_parser::{MessageParser, MessagePart, PartType};

use super::code::Code;
use super::extract;
use super::timestamp::Day;

/// Number of bytes examined for header fields.
const HEAD: usize = 20_000;

/// Whether a text starts with mail header fields that include a MIME field.
pub fn is_mail(text: &str) -> bool {
    let head = text.get(..HEAD.min(text.len())).unwrap_or(text);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let lines = head.lines().take_while(|line| !line.trim().is_empty());
    let is_field = |line: &str| {
        line.starts_with([' ', '\t'])
            || line.starts_with("From ")
            || line
                .split_once(':')
                .is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic()))
    };
    let (mut fields, mut encoded) = (true, false);
    for line in lines {
        fields &= is_field(line);
        let lower = line.to_ascii_lowercase();
        encoded |=
            ["content-transfer-encoding:", "content-type:", "mime-version:"].iter().any(|name| lower.starts_with(name));
    }
    fields && encoded
}

/// The decoded text and attachments of a mail. An HTML alternative is included only if it has codes that the plain
/// text lacks. Empty if `source` is not a mail.
pub fn text(source: &[u8]) -> String {
    let Some(message) = MessageParser::default().parse(source) else { return String::new() };
    let parts = |ids: &[u32]| {
        let parts = ids.iter().filter_map(|id| message.parts.get(*id as usize)).filter_map(of_part);
        parts.collect::<Vec<_>>().join("\n\n")
    };
    let (text, page) = (parts(&message.text_body), parts(&message.html_body));
    let page = if codes(&page).is_subset(&codes(&text)) { String::new() } else { page };
    [text, page, parts(&message.attachments)].join("\n\n")
}

fn codes(text: &str) -> BTreeSet<Code> {
    // The day is relevant for broken codes only.
    extract::find_codes(text, &Day::from_number(Day::FIRST)).codes.iter().map(|found| found.code).collect()
}

fn of_part(part: &MessagePart) -> Option<String> {
    match &part.body {
        PartType::Text(text) | PartType::Html(text) => Some(text.to_string()),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => String::from_utf8(bytes.to_vec()).ok(),
        PartType::Message(message) => Some(text(message.raw_message())),
        PartType::Multipart(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE64: &str = "Received: from a.example\nFrom: Ola <ola@firma.example>\nMIME-Version: 1.0\n\
        Content-Type: multipart/alternative; boundary=\"xx\"\n\n\
        --xx\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
        TcOzaiBrb2Q6IDhaODktVFhYWi1YQ0NGLU5HR1MK\n\
        --xx\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n\
        <p>M=C3=B3j kod: 8Z89-TXXZ-XCCF-NGGS</p>\n--xx--\n";

    #[test]
    fn the_text_of_a_mail_is_read_once() {
        assert!(is_mail(BASE64));
        assert_eq!(text(BASE64.as_bytes()).trim(), "Mój kod: 8Z89-TXXZ-XCCF-NGGS");
    }

    #[test]
    fn a_link_that_only_the_page_has_is_read() {
        let mail = BASE64.replace("TcOzaiBrb2Q6IDhaODktVFhYWi1YQ0NGLU5HR1MK", "WmFwcmFzemFtCg==");
        assert!(text(mail.as_bytes()).contains("8Z89-TXXZ-XCCF-NGGS"));
    }

    #[test]
    fn what_is_attached_is_read_too() {
        let mail = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nW załączniku\n\
            --b\nContent-Type: application/json; name=w.json\nContent-Disposition: attachment\n\
            Content-Transfer-Encoding: base64\n\neyJ0eXBlIjoiZHVldC5yZXN1bHQifQ==\n--b--\n";
        assert!(text(mail.as_bytes()).contains("{\"type\":\"duet.result\"}"));
    }

    #[test]
    fn other_texts_are_no_mails() {
        for other in
            ["", "Ola: 8Z89-TXXZ-XCCF-NGGS", "Od: Ola\nDo: Marta\nTemat: Re: Ankieta\n\nkod", "{\"a\": 1}", "a;b\n1;2"]
        {
            assert!(!is_mail(other), "{other}");
        }
        assert!(is_mail("Content-Transfer-Encoding: quoted-printable\n\nhttps://duet.example/#t=3D"));
    }
}
