//! How results come in: from texts, links and files.

use leptos::prelude::*;

use leptos::web_sys::File;

use super::{Gathered, TeamStore};
use crate::platform::{clock, files, spawn};
use duet_domain::extract::FoundCode;
use duet_domain::import::{Import, ImportError, Importer};
use duet_domain::record::Record;
use duet_domain::team::TeamBuilder;

/// How long the program works before it lets the page do something else, in milliseconds.
const SLICE: f64 = 12.0;
/// How many results are added between two such pauses.
const STEP: usize = 1000;

/// Something that results are read from.
struct Brought {
    /// The name of the file, or what a pasted text is called in messages.
    name: String,
    text: Result<String, ImportError>,
    pasted: bool,
}

/// What was found in all that was brought.
#[derive(Default)]
struct Findings {
    results: Vec<Record>,
    codes: Vec<FoundCode>,
    gathered: Gathered,
    /// What of a pasted text was of no use.
    rest: Option<String>,
}

impl TeamStore {
    /// Takes the codes, links and results out of a text. What is of no use in it stays in the field.
    pub fn read_text(self, text: &str, name: &str) {
        let brought = Brought { name: name.to_owned(), text: Ok(text.to_owned()), pasted: true };
        self.read_later(async move { vec![brought] });
    }

    /// Adds results.
    pub fn add(self, results: impl IntoIterator<Item = Record>) {
        self.add_results(results, Gathered::default());
    }

    fn add_results(self, results: impl IntoIterator<Item = Record>, gathered: Gathered) {
        let mut adding = TeamBuilder::new(self.team.current());
        results.into_iter().for_each(|result| adding.add(result));
        self.add_gathered(adding, gathered);
    }

    /// Adds the results of the link.
    pub fn add_linked(self) {
        let codes = self.of_link().codes();
        let codes: Vec<_> = codes.into_iter().map(|code| FoundCode { code, link: Some(0) }).collect();
        let mut adding = TeamBuilder::new(self.team.current());
        adding.add_codes(&codes);
        self.add_gathered(adding, Gathered::default());
    }

    /// Reads files. The page answers meanwhile.
    pub fn read_files(self, files: Vec<File>) {
        self.read_later(async move {
            let mut brought = Vec::new();
            for file in files {
                brought.push(Brought { name: file.name(), text: files::text(&file).await, pasted: false });
            }
            brought
        });
    }

    fn read_later(self, brought: impl Future<Output = Vec<Brought>> + 'static) {
        if self.progress.get_untracked().is_some() {
            return;
        }
        self.gathered.set(None);
        self.progress.set(Some(0.0));
        self.reading.update_value(|reading| *reading += 1);
        let reading = self.reading.get_value();
        spawn(async move {
            let brought = brought.await;
            if self.read_and_add(reading, brought).await.is_some() {
                self.progress.set(None);
            }
        });
    }

    /// Reads files and adds what is in them. None when the person has stopped it.
    async fn read_and_add(self, reading: u32, brought: Vec<Brought>) -> Option<()> {
        let Findings { results, codes, gathered, rest } = self.read_all(reading, brought).await?;
        let before = self.team.current();
        let mut adding = TeamBuilder::new(before.clone());
        for some in results.chunks(STEP) {
            for result in some {
                adding.add(result.clone());
            }
            if results.len() > STEP {
                clock::pause().await;
                self.still_reads(reading)?;
            }
        }
        if self.team.current() != before {
            // Somebody has changed it meanwhile; once more, without a pause.
            adding = TeamBuilder::new(self.team.current());
            for result in results {
                adding.add(result);
            }
        }
        adding.add_codes(&codes);
        self.add_gathered(adding, gathered);
        if let Some(rest) = rest {
            self.pasted.set(rest);
        }
        Some(())
    }

    /// Whether a reading goes on, and was not stopped.
    fn still_reads(self, reading: u32) -> Option<()> {
        let goes_on = self.progress.get_untracked().is_some() && self.reading.get_value() == reading;
        goes_on.then_some(())
    }

    /// The results of all files. None when the person has stopped it.
    async fn read_all(self, reading: u32, brought: Vec<Brought>) -> Option<Findings> {
        let count = f64::from(u32::try_from(brought.len()).unwrap_or(u32::MAX));
        let mut findings = Findings::default();
        let today = clock::today();
        for (Brought { name, text, pasted }, before) in brought.into_iter().zip(0u32..) {
            let mut import = match &text {
                Ok(text) => {
                    let mut importer = Importer::new(text, &today);
                    let mut started = clock::milliseconds();
                    while importer.read_batch() {
                        if clock::milliseconds() - started < SLICE {
                            continue;
                        }
                        self.still_reads(reading)?;
                        self.progress.set(Some((f64::from(before) + importer.progress()) / count));
                        clock::pause().await;
                        started = clock::milliseconds();
                    }
                    importer.finish()
                }
                Err(fault) => Import::failed(fault.clone()),
            };
            if pasted {
                let rest = import.unused_lines(text.as_deref().unwrap_or_default());
                findings.gathered.rest = !rest.is_empty();
                findings.rest = Some(rest);
            } else if import.is_empty() {
                import.errors.push(ImportError::Nothing);
            }
            findings.results.append(&mut import.results);
            findings.results.extend(import.foreign.drain(..).map(|(_, record)| record));
            findings.codes.append(&mut import.codes);
            findings.gathered.files.push((name, import));
        }
        self.still_reads(reading)?;
        Some(findings)
    }

    /// Stops reading files; nothing of them is added.
    pub fn stop_reading(self) {
        self.progress.set(None);
    }

    fn add_gathered(self, adding: TeamBuilder, gathered: Gathered) {
        let (team, added) = adding.finish();
        // Also when none is new: one that says more may have taken the place of its code.
        self.change(|own| *own = team);
        self.gathered.set(Some(Gathered { added, ..gathered }));
    }
}
