//! English words: frames, offline use, the single file.

use crate::texts::frame::Frame;

pub static FRAME: Frame = Frame {
    frame_note: "You are in a frame on another page. If a file was not saved or nothing is printed, that page does not allow it. In a tab of its own it works; your answers come along, but the plan and the label do not.",
    no_print: "It seems that the page around this frame does not allow printing.",
    offline: "Without a network",
    needs_network: "Once the browser has kept this page, it works without a network too.",
    offline_ready: "This page is kept in the browser and works without a network too.",
    single: "Download Duet as one file",
    single_note: "The whole program in one HTML file (under 1 MB): for a room without internet, a memory stick or an email. A double click opens it.",
};
