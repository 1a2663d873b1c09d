//! How 20,000 results in one file are read, checked and drawn, and how long the page is busy at a stretch meanwhile. As fast as this
//! machine is: whoever compares so many does it at a desk.

use duet_browser::{Folder, PATIENCE, Person, until};
use serde_json::{Value, json};

use crate::figures::{Unit, greatest, median, whole};
use crate::pages::{Page, watcher};
use crate::results;
use crate::visit::{number, phone, program};

const RESULTS: u32 = 20_000;

/// What was measured in each round.
#[derive(Default)]
pub struct Large {
    kilobytes: usize,
    drawn: Vec<f64>,
    busy: Vec<f64>,
    tasks: Vec<f64>,
    held: Vec<f64>,
    process: Vec<f64>,
}

/// Measures it, as often as asked for.
pub async fn measure(duet: &Page, rounds: u32) -> Large {
    let folder = Folder::new();
    let text = results::file(RESULTS);
    let path = folder.write("results.json", &text);
    let mut large = Large { kilobytes: text.len() / 1000, ..Large::default() };
    for _ in 0..rounds {
        let person = phone().start().await;
        person.runs_first(&watcher(&json!({}))).await;
        person.open(format!("{}#team", duet.url())).await;
        person.sees("html[data-boot=done] #gathering").await;
        person.script(include_str!("large.js"), []).await;
        person.type_into("[name=team-files]", path.to_str().expect("a path")).await;
        large.note(&drawn(&person).await);
        let (memory, program) = (person.memory().await, program(&person).await);
        large.held.push(whole(memory.heap) + program);
        large.process.extend(memory.process.map(whole));
    }
    large
}

async fn drawn(person: &Person) -> Value {
    let measured = until(async || {
        let measured = person.script("return large.measured()", []).await;
        (!measured.is_null()).then_some(measured)
    });
    measured.await.unwrap_or_else(|| panic!("the comparison is not drawn within {PATIENCE:?}"))
}

impl Large {
    fn note(&mut self, measured: &Value) {
        self.drawn.push(number(&measured["drawn"]));
        self.busy.push(number(&measured["busy"]));
        self.tasks.push(number(&measured["task"]));
    }

    /// The longest the page was busy in any round, whoever noticed it.
    pub fn longest_task(&self) -> f64 {
        greatest(&self.busy).max(greatest(&self.tasks))
    }

    /// In Markdown.
    pub fn text(&self) -> String {
        let show = |unit: Unit, values: &[f64]| {
            let shown =
                median(values).map(|median| format!("{}, at most {}", unit.show(median), unit.show(greatest(values))));
            shown.unwrap_or_else(|| "not measured".to_owned())
        };
        let over = if self.longest_task() > 100.0 { "There was a task" } else { "No task was" };
        format!(
            "| {RESULTS} results in a file of {} KB | median and greatest of {} rounds |\n|---|---|\n\
             | drawn after | {} |\n| busy at a stretch, seen from the page | {} |\n\
             | longest task that the browser calls long (over 50 ms) | {} |\n\
             | memory, scripts and WebAssembly | {} |\n| memory, process | {} |\n\n{over} longer than 100 ms.\n",
            self.kilobytes,
            self.drawn.len(),
            show(Unit::Milliseconds, &self.drawn),
            show(Unit::Milliseconds, &self.busy),
            show(Unit::Milliseconds, &self.tasks),
            show(Unit::Megabytes, &self.held),
            show(Unit::Megabytes, &self.process),
        )
    }
}
