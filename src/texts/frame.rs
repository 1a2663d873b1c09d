//! Words about frames, offline use and the single file.

/// Words about frames, offline use and the single file.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Frame {
    /// What a host page may block in a frame.
    pub frame_note: &'static str,
    pub no_print: &'static str,
    pub offline: &'static str,
    /// If the service worker has not stored the site.
    pub needs_network: &'static str,
    pub offline_ready: &'static str,
    pub single: &'static str,
    pub single_note: &'static str,
}
