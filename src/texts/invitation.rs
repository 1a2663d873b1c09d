//! Words of an invitation, and of the answer to one.

use duet_domain::Side;

/// Words of an invitation, and of the answer to one.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Invitation {
    /// With the side that is invited and the link, if the page has one.
    pub text: fn(Side, Option<&str>) -> String,
    pub copy: &'static str,
    pub share: &'static str,
    /// For the field with the name of the person who collects, and the one with the mail address.
    pub from: &'static str,
    pub mail: &'static str,
    pub mail_note: &'static str,
    /// If the text is no mail address.
    pub no_mail: &'static str,
    /// The heading for a respondent who came alone.
    pub ask: &'static str,
    /// With the name of the person who collects, which may be empty.
    pub send_back: fn(&str) -> String,
    pub send_back_text: &'static str,
    pub write_mail: &'static str,
    pub mail_subject: &'static str,
    /// The message that is sent back, with the code.
    pub message: fn(&str) -> String,
}
