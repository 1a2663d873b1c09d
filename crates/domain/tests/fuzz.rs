//! Whatever is brought, nothing stops the program, and what is read is what was written.
//!
//! `cargo test` runs the samples in `tests/cases` and some random inputs; `cargo xtask test fuzz` runs random inputs for a minute a
//! target. Inputs are made of pieces that mean something to a reader (`PIECES`), of the samples, and of random characters.

use std::time::Duration;

use bolero::check;
use duet_domain::code::Code;
use duet_domain::draft::Draft;
use duet_domain::draft_link;
use duet_domain::encoding;
use duet_domain::extract;
use duet_domain::history::History;
use duet_domain::import;
use duet_domain::record::Record;
use duet_domain::settings::Settings;
use duet_domain::stored::{Quarantine, Stored};
use duet_domain::summary::Summary;
use duet_domain::team::Team;
use duet_domain::timestamp::Day;

/// Random inputs of an ordinary test run.
const FEW: usize = 300;

const PIECES: [&str; 63] = [
    "8Z89-TXXZ-XCCF-NGGS",
    "8ZA9TY16MJRSQSDP",
    "8Z89-TWJR-",
    "8Z89",
    "TXXZ",
    "NGGS",
    "#r=",
    "#t=",
    "#a=1f66-sales-43500000000000000000-q4",
    "https://duet.example/",
    "https%3A%2F%2Fduet.example%2F%23r%3D",
    "%25",
    "%E2%80%93",
    "=3D",
    "=2D",
    "=\n",
    "=\r\n",
    "-3D",
    "-2D",
    "\n",
    "\r\n",
    "\n> ",
    "\n>> ",
    "\n1. ",
    "\n2) ",
    " | ",
    ",",
    ";",
    "-",
    " ",
    "\u{a0}",
    "\u{200b}",
    "–",
    "„",
    "”",
    "<a href=\"",
    "\">",
    "</a>",
    "<br>",
    "<!-- ",
    "&amp;",
    "&#45;",
    "&#x2d",
    "{",
    "}",
    "[",
    "]",
    "\"type\":\"duet.result\",\"version\":1,",
    "\"instrument\":{\"id\":\"kotler-rackham-krishnaswamy-2006\",\"hash\":\"1f664fe1c2c7a7ce\"},",
    "\"side\":\"none\",\"completed\":\"2026-11-24T19:28:15Z\",\"day\":\"2026-11-25\",",
    "\"answers\":[4,3,5,2,4,4,3,2,4,3,1,4,3,4,3,5,1,2,3,4]",
    "\"plan\":[{\"action\":\"own-1\",\"title\":\"x\",\"state\":\"doing\"}],",
    "\"state\":\"later\",",
    "\"results\":[",
    "\"version\":2,",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
    "Content-Transfer-Encoding: base64\n\nTcOzaiBrb2Q6IDhaODktVFhYWi1YQ0NGLU5HR1MK\n",
    "ż",
    "#s=",
    "\"type\":\"duet.summary\",\"version\":1,\"instrument\":{\"id\":\"kotler-rackham-krishnaswamy-2006\",\"hash\":\"1f664fe1c2c7a7ce\"},",
    "\"kind\":\"result\",\"score\":64,\"day\":\"2026-11-24\",",
    "\"kind\":\"comparison\",\"threshold\":3,\"spread_threshold\":5,\"sides\":",
    "{\"sales\":{\"n\":3,\"sum\":80.0,\"means\":[4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4]}}",
];

const SAMPLES: [&[u8]; 8] = [
    include_bytes!("cases/cyrillic.txt"),
    include_bytes!("cases/names.txt"),
    include_bytes!("cases/quoted-printable.eml"),
    include_bytes!("cases/redirect.txt"),
    include_bytes!("cases/reply.txt"),
    include_bytes!("cases/s1-utf16.json"),
    include_bytes!("cases/safelink.txt"),
    include_bytes!("cases/thrice.txt"),
];

/// A text of pieces and characters: a byte below the number of pieces is a piece, any other one a character of its own.
fn text(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| PIECES.get(usize::from(*byte)).map_or_else(|| char::from(*byte).to_string(), ToString::to_string))
        .collect()
}

/// Runs a target with the samples, then with random inputs: some, or for as many seconds as `DUET_FUZZ_SECONDS` says.
fn run(target: fn(&[u8], &str)) {
    for sample in SAMPLES {
        target(sample, &String::from_utf8_lossy(sample));
    }
    let check = check!().with_type::<Vec<u8>>();
    let seconds = std::env::var("DUET_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let check = match seconds {
        Some(seconds) => check.with_test_time(Duration::from_secs(seconds)).with_iterations(usize::MAX),
        None => check.with_iterations(FEW),
    };
    check.with_max_len(400).for_each(|bytes: &Vec<u8>| target(bytes, &text(bytes)));
}

fn today() -> Day {
    Day::parse("2026-11-27").expect("a day")
}

#[test]
fn pasted_text() {
    run(|_, text| {
        let found = extract::find_codes(text, &today());
        for code in &found.codes {
            assert_eq!(Code::read(&code.code.to_string()), Ok(code.code));
        }
        let lines = text.lines().count();
        assert!(found.broken.iter().all(|broken| (1..=lines).contains(&broken.line)));
        let import = import::read(text, &today());
        let rest = import.unused_lines(text);
        assert!(rest.lines().all(|line| text.contains(line)), "{rest}");
    });
}

#[test]
fn codes() {
    run(|_, text| {
        if let Ok(code) = Code::read(text) {
            assert_eq!(Code::read(&code.to_string()), Ok(code));
            assert_eq!(Record::from_any_code(code).code(), code);
        }
    });
}

#[test]
fn links() {
    run(|_, text| {
        for fragment in [text.to_owned(), format!("#r={text}"), format!("#t={text}"), format!("#a={text}")] {
            if let Some(draft) = draft_link::read(&extract::decode_fragment(&fragment)) {
                let again = draft_link::read(&draft_link::write(&draft, "q1")).expect("answers");
                assert_eq!((again.answers, again.side), (draft.answers, draft.side));
            }
        }
    });
}

#[test]
fn summaries() {
    run(|_, text| {
        let decoded = Summary::decode(text);
        let read = [text.to_owned(), format!("{{{text}}}")].map(|text| Summary::read(&text));
        let fragment = Summary::decode(&format!("#s={text}"));
        for summary in read.into_iter().chain([decoded, fragment]).flatten() {
            assert_eq!(Summary::read(&summary.write()), Ok(summary.clone()));
            assert!(!summary.fits_link() || Summary::decode(&summary.encode()) == Ok(summary));
        }
    });
}

#[test]
fn result_files() {
    run(|bytes, text| {
        encoding::detect(bytes);
        let import = import::read(text, &today());
        for result in import.results {
            let again = import::read(&result.write(), &today());
            assert_eq!(again.results, [result]);
        }
    });
}

#[test]
fn stored_values() {
    fn read<T: Stored + PartialEq + std::fmt::Debug>(text: &str) {
        let restored = T::read(text);
        assert!(restored.value.is_some() || restored.error.is_some());
        if let Some(value) = restored.value {
            assert_eq!(T::read(&value.write()).value, Some(value));
        }
    }

    run(|_, text| {
        for text in [
            text.to_owned(),
            format!("{{\"version\":1,{text}}}"),
            format!("{{\"version\":1,\"results\":[{{{text}}}]}}"),
        ] {
            read::<Draft>(&text);
            read::<History>(&text);
            read::<Team>(&text);
            read::<Settings>(&text);
            read::<Quarantine>(&text);
        }
    });
}
