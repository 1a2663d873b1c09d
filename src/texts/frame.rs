//! Words about where Duet lives: in a frame, on a disk, without a network, in a newer version.

/// Texts about the place.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Frame {
    /// What a page may forbid its frames.
    pub frame_note: &'static str,
    pub no_print: &'static str,
    pub offline: &'static str,
    /// Where the browser does not keep the site, or not yet.
    pub needs_network: &'static str,
    pub offline_ready: &'static str,
    pub single: &'static str,
    pub single_note: &'static str,
}
