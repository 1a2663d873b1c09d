//! Who has invited a respondent, as the link of an invitation says it in its fragment: `#start&from=Ewa&mail=ewa%40example.org`.
//!
//! In the fragment, because that reaches no server.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use super::plan::{MAX_SHORT_TEXT, truncated};

/// How often a fragment is decoded at most.
const MAX_ENCODINGS: usize = 3;
/// Maximum length of a mail address, in characters (RFC 5321).
const MAX_MAIL: usize = 254;

/// Who collects the results. Both fields may be empty: then the respondent was invited, and not told by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Inviter {
    /// Name, at most 80 characters.
    pub name: String,
    /// Mail address for the answer.
    pub mail: String,
}

impl Inviter {
    /// An inviter with trimmed and truncated texts. A text that is no mail address is dropped.
    pub fn new(name: &str, mail: &str) -> Self {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let mail = Some(mail.trim()).filter(|mail| is_mail(mail)).unwrap_or_default();
        Self { name: truncated(&name, MAX_SHORT_TEXT), mail: mail.to_owned() }
    }

    /// The inviter that a fragment names, `#start&from=Ewa&mail=ewa%40example.org`; `None` if it is no invitation. Not by
    /// [`decode_fragment`](super::extract::decode_fragment), which takes letters of other scripts for those of a code.
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        let fragment = decoded(fragment);
        let fields: Vec<(&str, &str)> = fragment.split('&').filter_map(|field| field.split_once('=')).collect();
        let value = |key: &str| fields.iter().find(|(name, _)| *name == key).map(|(_, value)| *value);
        let name = value("from")?;
        Some(Self::new(name, value("mail").unwrap_or_default()))
    }

    /// The fragment that names the inviter, without `#`.
    pub fn fragment(&self) -> String {
        format!("start{}", self.parameters())
    }

    /// The parameters that name the inviter, or the sender of a result, at the end of a fragment. `&` and `=` become spaces, because the
    /// fragment may be decoded more than once.
    pub fn parameters(&self) -> String {
        let encode = |text: &str| utf8_percent_encode(&text.replace(['&', '='], " "), NON_ALPHANUMERIC).to_string();
        let mail = if self.mail.is_empty() { String::new() } else { format!("&mail={}", encode(&self.mail)) };
        format!("&from={}{mail}", encode(&self.name))
    }
}

/// A text without percent-encoding, which mail programs may have applied once more.
fn decoded(text: &str) -> String {
    (0..MAX_ENCODINGS).fold(text.to_owned(), |text, _| percent_decode_str(&text).decode_utf8_lossy().into_owned())
}

/// Whether a text can stand in a `mailto:` link as one address.
fn is_mail(text: &str) -> bool {
    let fine = |letter: char| letter.is_alphanumeric() || "@.+-_'".contains(letter);
    let (name, domain) = text.split_once('@').unwrap_or_default();
    text.chars().count() <= MAX_MAIL
        && text.chars().all(fine)
        && !name.is_empty()
        && domain.contains('.')
        && !domain.contains('@')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_invitation_is_written_and_read() {
        let inviter = Inviter::new("  Żaneta  Łęcka ", "z.lecka+duet@example.org");
        assert_eq!(
            inviter.fragment(),
            "start&from=%C5%BBaneta%20%C5%81%C4%99cka&mail=z%2Elecka%2Bduet%40example%2Eorg"
        );
        for arrived in [inviter.fragment(), format!("#{}", inviter.fragment()), inviter.fragment().replace('%', "%25")]
        {
            assert_eq!(Inviter::from_fragment(&arrived), Some(inviter.clone()), "{arrived}");
        }
        assert_eq!(Inviter::from_fragment("start&from="), Some(Inviter::default()));
        assert_eq!(Inviter::from_fragment("start"), None);
    }

    #[test]
    fn what_is_no_address_is_dropped() {
        for mail in [
            "ewa",
            "ewa@",
            "@example.org",
            "a@b@c.pl",
            "ewa@example.org?cc=x@y.pl",
            "ewa@example.org,b@c.pl",
            "ewa @x.pl",
        ] {
            assert_eq!(Inviter::new("Ewa", mail).mail, "", "{mail}");
        }
        assert_eq!(Inviter::new("Ewa", " ewa@example.org ").mail, "ewa@example.org");
        assert_eq!(Inviter::new(&"x".repeat(90), "").name.len(), 80);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_arrives(name in "\\PC{0,90}", mail in "\\PC{0,40}") {
            let inviter = Inviter::new(&name, &mail);
            let read = Inviter::from_fragment(&inviter.fragment()).expect("an invitation");
            prop_assert_eq!(&read.mail, &inviter.mail);
            // A percent sign that is followed by two hexadecimal digits is decoded once more.
            if !inviter.name.contains(['%', '&', '=']) {
                prop_assert_eq!(&read.name, &inviter.name);
            }
        }
    }
}
