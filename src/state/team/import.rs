//! Adding results to the team from texts, links and files.

use leptos::prelude::*;

use leptos::web_sys::File;

use super::{ImportReport, TeamStore};
use crate::platform::{clock, files, spawn};
use duet_domain::extract::FoundCode;
use duet_domain::import::{Import, ImportError, Importer};
use duet_domain::record::Record;
use duet_domain::team::TeamBuilder;

/// How long an import runs before it yields to the browser, in milliseconds.
const SLICE_MS: f64 = 12.0;
/// How many results are added before an import yields.
const BATCH: usize = 1000;

/// A text to read results from.
struct Input {
    /// The name of the file, or the name of a pasted text in messages.
    name: String,
    text: Result<String, ImportError>,
    is_pasted: bool,
}

/// What was found in all inputs.
#[derive(Default)]
struct Found {
    results: Vec<Record>,
    codes: Vec<FoundCode>,
    report: ImportReport,
    /// The lines of a pasted text without a result.
    unused_lines: Option<String>,
}

impl TeamStore {
    /// Imports the codes, links and results in a text. Lines without a result stay in the field.
    pub fn import_text(self, text: &str, name: &str) {
        let input = Input { name: name.to_owned(), text: Ok(text.to_owned()), is_pasted: true };
        self.start_import(async move { vec![input] });
    }

    /// Adds results.
    pub fn add(self, results: impl IntoIterator<Item = Record>) {
        let mut builder = TeamBuilder::new(self.team.current());
        results.into_iter().for_each(|result| builder.add(result));
        self.finish_import(builder, ImportReport::default());
    }

    /// Adds the results of the link in the address.
    pub fn add_linked(self) {
        let codes = self.linked_team().codes();
        let codes: Vec<_> = codes.into_iter().map(|code| FoundCode { code, link: Some(0) }).collect();
        let mut builder = TeamBuilder::new(self.team.current());
        builder.add_codes(&codes);
        self.finish_import(builder, ImportReport::default());
    }

    /// Imports files in the background.
    pub fn import_files(self, files: Vec<File>) {
        self.start_import(async move {
            let mut inputs = Vec::new();
            for file in files {
                inputs.push(Input { name: file.name(), text: files::read_text(&file).await, is_pasted: false });
            }
            inputs
        });
    }

    fn start_import(self, inputs: impl Future<Output = Vec<Input>> + 'static) {
        if self.progress.get_untracked().is_some() {
            return;
        }
        self.report.set(None);
        self.progress.set(Some(0.0));
        self.import_number.update_value(|number| *number += 1);
        let number = self.import_number.get_value();
        spawn(async move {
            let inputs = inputs.await;
            if self.read_and_add(number, inputs).await.is_some() {
                self.progress.set(None);
            }
        });
    }

    /// Reads the inputs and adds what is in them. None if the import was cancelled.
    async fn read_and_add(self, number: u32, inputs: Vec<Input>) -> Option<()> {
        let Found { results, codes, report, unused_lines } = self.read_all(number, inputs).await?;
        let before = self.team.current();
        let mut builder = TeamBuilder::new(before.clone());
        for batch in results.chunks(BATCH) {
            for result in batch {
                builder.add(result.clone());
            }
            if results.len() > BATCH {
                clock::pause().await;
                self.check_running(number)?;
            }
        }
        if self.team.current() != before {
            // The team was changed during a pause: start again, without pauses.
            builder = TeamBuilder::new(self.team.current());
            for result in results {
                builder.add(result);
            }
        }
        builder.add_codes(&codes);
        self.finish_import(builder, report);
        if let Some(lines) = unused_lines {
            self.pasted.set(lines);
        }
        Some(())
    }

    /// None if the import of that number was cancelled.
    fn check_running(self, number: u32) -> Option<()> {
        let is_running = self.progress.get_untracked().is_some() && self.import_number.get_value() == number;
        is_running.then_some(())
    }

    /// What is in all inputs. None if the import was cancelled.
    async fn read_all(self, number: u32, inputs: Vec<Input>) -> Option<Found> {
        let count = f64::from(u32::try_from(inputs.len()).unwrap_or(u32::MAX));
        let mut found = Found::default();
        let today = clock::today();
        for (Input { name, text, is_pasted }, index) in inputs.into_iter().zip(0u32..) {
            let mut import = match &text {
                Ok(text) => {
                    let mut importer = Importer::new(text, &today);
                    let mut started = clock::milliseconds();
                    while importer.read_batch() {
                        if clock::milliseconds() - started < SLICE_MS {
                            continue;
                        }
                        self.check_running(number)?;
                        self.progress.set(Some((f64::from(index) + importer.progress()) / count));
                        clock::pause().await;
                        started = clock::milliseconds();
                    }
                    importer.finish()
                }
                Err(error) => Import::failed(error.clone()),
            };
            if is_pasted {
                let lines = import.unused_lines(text.as_deref().unwrap_or_default());
                found.report.has_unused_lines = !lines.is_empty();
                found.unused_lines = Some(lines);
            } else if import.is_empty() {
                import.errors.push(ImportError::Nothing);
            }
            found.results.append(&mut import.results);
            found.results.extend(import.foreign.drain(..).map(|(_, record)| record));
            found.codes.append(&mut import.codes);
            found.report.files.push((name, import));
        }
        self.check_running(number)?;
        Some(found)
    }

    /// Cancels a running import; nothing of it is added.
    pub fn cancel_import(self) {
        self.progress.set(None);
    }

    fn finish_import(self, builder: TeamBuilder, report: ImportReport) {
        let (team, added) = builder.finish();
        // Also if no result is new: a fuller record may have replaced one with the same code.
        self.change(|own| *own = team);
        self.report.set(Some(ImportReport { added, ..report }));
    }
}
