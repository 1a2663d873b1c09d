//! The kinds of texts that stand in the document whether or not the program comes.

/// Every one of them.
pub struct Document {
    /// The form for a pen.
    pub paper: Paper,
    /// When the program itself has failed.
    pub failure: Failure,
    /// At a wrong address.
    pub missing: Missing,
}

/// Texts of the form for a pen.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Paper {
    pub title: &'static str,
    pub why: &'static str,
    pub print: &'static str,
    pub name: &'static str,
    pub date: &'static str,
    pub how: &'static str,
    pub number: &'static str,
    pub statement: &'static str,
    pub from_to: &'static str,
    pub looks: &'static str,
}

/// Texts for the case that the program itself has failed.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Failure {
    pub title: &'static str,
    pub text: &'static str,
    pub load_title: &'static str,
    pub load_text: &'static str,
    pub lacking_title: &'static str,
    pub lacking_text: &'static str,
    pub lacking_where: [&'static str; 2],
    pub reload: &'static str,
    pub saved: &'static str,
    /// How many statements are answered; `#` is their number.
    pub count: &'static str,
    pub link: &'static str,
    pub copy: &'static str,
    pub not_copied: &'static str,
    pub nothing_saved: &'static str,
}

/// Texts of the page for wrong addresses.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Missing {
    pub title: &'static str,
    pub text: &'static str,
    pub open: &'static str,
    pub up: &'static str,
}
