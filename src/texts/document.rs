//! Words of the static page that do not need the program.

/// All of these words.
pub struct Document {
    /// The printable form.
    pub paper: Paper,
    /// The failure panel.
    pub failure: Failure,
    /// The page for wrong addresses.
    pub missing: Missing,
}

/// Words of the printable form.
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

/// Words of the failure panel.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Failure {
    pub title: &'static str,
    pub text: &'static str,
    pub load_title: &'static str,
    pub load_text: &'static str,
    /// If the host has a newer version.
    pub outdated_title: &'static str,
    pub outdated_text: &'static str,
    pub lacking_title: &'static str,
    pub lacking_text: &'static str,
    pub lacking_where: [&'static str; 3],
    pub reload: &'static str,
    pub saved: &'static str,
    /// The answer count; `#` stands for the number.
    pub count: &'static str,
    pub link: &'static str,
    pub copy: &'static str,
    pub not_copied: &'static str,
    pub nothing_saved: &'static str,
}

/// Words of the page for wrong addresses.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Missing {
    pub title: &'static str,
    pub text: &'static str,
    pub open: &'static str,
    pub up: &'static str,
}
