//! English words: the history, the page about Duet, unreadable values.

use crate::texts::more::{About, History, Quarantine};
use duet_domain::settings::ColorScheme;

pub static QUARANTINE: Quarantine = Quarantine {
    unreadable: |what, why| format!("Saved data could not be read ({what}): {why}."),
    quarantined: "We set them aside as they were. You can download them.",
    download: "Download",
    close: "Close",
    session: "answers in progress",
    history: "history of results",
    settings: "settings",
    team: "the results gathered",
    quarantine_value: "data set aside before",
    damaged: "they are damaged",
    version: "they come from a version that this Duet does not know",
    other_wording: "they answer statements of another wording",
};

pub static HISTORY: History = History {
    title: "Your results",
    empty: "There is no result here yet. It will appear when you have answered all twenty statements.",
    older: |count| format!("Show older ones ({count})"),
    note: "The results saved in this browser, the newest first.",
};

pub static ABOUT: About = About {
    title: "About Duet",
    what: "Duet helps you to find out how well Sales and Marketing work together in a company: twenty statements, a sum from \
               20 to 100, and one of four levels of the relationship.",
    source: [
        "The questionnaire, its levels and their bounds were described by Philip Kotler, Neil Rackham and Suj Krishnaswamy: “",
        "”, Harvard Business Review 84(7/8), 2006, pp. 68–78.",
    ],
    wording: "The wording of the statements is our own and keeps to what each item of the original asks about.",
    limits: "No reliability, factor structure or norms have been published for this questionnaire. Duet claims none.",
    privacy: "What happens to the answers",
    privacy_text: [
        "Duet runs in the browser alone. There is no server, no account, no cookie and no tracker; no answer is sent anywhere.",
        "Answers, results and settings lie in the storage of this browser (localStorage). Whoever uses the same browser under \
             the same user account can see them.",
    ],
    settings: "Settings",
    theme: "Colours",
    themes: |theme| match theme {
        ColorScheme::Auto => "as in the system",
        ColorScheme::Light => "light",
        ColorScheme::Dark => "dark",
    },
    clear: "Delete everything from this browser",
    clear_text: "Deletes the answers, the history, the results gathered from others, the settings and the data set aside.",
    clear_ask: "Delete everything? This cannot be undone.",
    clear_yes: "Yes, delete",
    quarantine: "Data set aside",
    quarantine_text: "These saved data could not be read. They were not changed, and can be downloaded as a file.",
};
