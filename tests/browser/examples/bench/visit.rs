//! One visit of one page, in a browser that was never used, over a slow line and with a slow processor.

use std::time::{Duration, SystemTime};

use duet_browser::{Line, Options, Person, Profile, Sent};
use serde_json::Value;

use crate::figures::{Measure, Samples, median, whole};
use crate::pages::{Name, Page};

/// A phone on a slow network: 1.6 Mbit/s.
const LINE: Line = Line { latency: Duration::from_millis(150), bytes_a_second: 200_000 };
/// What makes a phone of a desktop.
pub const PROCESSOR: u32 = 4;

/// A phone with an English browser: all pages are in English.
pub fn phone() -> Options {
    Options::new().language("en-GB")
}

async fn arrive(page: &Page, profile: &Profile, hasty: bool) -> Person {
    let person = phone().profile(profile).start().await;
    person.slow_line(LINE).await;
    person.slow_processor(PROCESSOR).await;
    person.runs_first(&page.actor(hasty)).await;
    page.site.sent();
    person.open(page.url()).await;
    person
}

/// Somebody who acts as soon as there is something to press.
pub async fn hasty(page: &Page, samples: &mut Samples) {
    let person = arrive(page, &Profile::new(), true).await;
    let (after, at) = first_answer(&person).await;
    let mut add = |measure, value| samples.add(page.name, measure, value);
    add(Measure::FirstAnswer, after);
    let sent: Vec<Sent> = page.site.sent().into_iter().filter(|sent| !sent.by_worker && sent.at <= at).collect();
    add(Measure::RequestsToAnswer, whole(sent.len() as u64));
    add(Measure::WireToAnswer, bytes(&sent));
}

/// Somebody who lets the page come to rest and answers everything.
pub async fn calm(page: &Page, samples: &mut Samples) {
    let person = arrive(page, &Profile::new(), false).await;
    person.script("return bench.ready()", []).await;
    let mut add = |measure, value| samples.add(page.name, measure, value);
    let paints = person.script("return bench.paints()", []).await;
    add(Measure::FirstPaint, number(&paints["first"]));
    add(Measure::LargestPaint, number(&paints["largest"]));
    let run = person.script("return bench.run()", []).await;
    let answers: Vec<f64> = run["answers"].as_array().expect("times").iter().map(number).collect();
    add(Measure::AnswerMedian, median(&answers).expect("times"));
    add(Measure::AnswerLongest, answers.iter().copied().fold(0.0, f64::max));
    add(Measure::Result, number(&run["result"]));
    let shifts = person.script("return bench.shifts()", []).await;
    add(Measure::Shift, number(&shifts["unasked"]));
    add(Measure::ShiftAll, number(&shifts["all"]));
    if let Some(kept) = page.kept() {
        // All that is sent to the service worker is counted.
        person.sees(kept).await;
    }
    let (by_worker, own): (Vec<Sent>, Vec<Sent>) = page.site.sent().into_iter().partition(|sent| sent.by_worker);
    add(Measure::RequestsToResult, whole(own.len() as u64));
    add(Measure::WireToResult, bytes(&own));
    add(Measure::RequestsOfWorker, whole(by_worker.len() as u64));
    add(Measure::WireOfWorker, bytes(&by_worker));
}

/// The same when everything is kept and the service worker has ended, as it has for a person by the fifth statement: what is in memory.
pub async fn settled(page: &Page, samples: &mut Samples) {
    let person = arrive(page, &Profile::new(), false).await;
    person.script("return bench.ready()", []).await;
    let mut add = |measure, value| samples.add(page.name, measure, value);
    if let Some(kept) = page.kept() {
        person.sees(kept).await;
        let working = person.memory().await.process;
        person.end_workers().await;
        let ended = person.memory().await.process;
        if let (Some(working), Some(ended)) = (working, ended) {
            add(Measure::Worker, whole(working.saturating_sub(ended)));
        }
    }
    person.script("return bench.run()", []).await;
    let (memory, program) = (person.memory().await, program(&person).await);
    let heap = whole(memory.heap);
    add(Measure::Heap, heap);
    add(Measure::Program, program);
    add(Measure::Held, heap + program);
    if let Some(process) = memory.process {
        add(Measure::Process, whole(process));
    }
}

/// Somebody who was here before: everything is kept. Looked at once in peace and once in a hurry.
pub async fn warm(page: &Page, samples: &mut Samples) {
    let profile = Profile::new();
    let before = phone().profile(&profile).start().await;
    before.runs_first(&page.actor(false)).await;
    before.open(page.url()).await;
    before.script("return bench.ready()", []).await;
    if let Some(kept) = page.kept() {
        before.sees(kept).await;
    }
    before.quit().await;
    let person = arrive(page, &profile, false).await;
    person.script("return bench.ready()", []).await;
    let paints = person.script("return bench.paints()", []).await;
    samples.add(page.name, Measure::WarmPaint, number(&paints["first"]));
    person.quit().await;
    let person = arrive(page, &profile, true).await;
    let (after, _) = first_answer(&person).await;
    samples.add(page.name, Measure::WarmAnswer, after);
}

/// Nothing is kept of the others: their first visit is what ours is compared with.
pub fn cold_instead(samples: &mut Samples) {
    for name in [Name::Floor, Name::SurveyJs] {
        samples.copy(name, Measure::FirstPaint, Measure::WarmPaint);
        samples.copy(name, Measure::FirstAnswer, Measure::WarmAnswer);
    }
}

/// When the first answer was stored: after how many milliseconds, and at which moment.
async fn first_answer(person: &Person) -> (f64, SystemTime) {
    let stored = person.script("return bench.stored()", []).await;
    let at = Duration::from_secs_f64(number(&stored[1]) / 1000.0);
    (number(&stored[0]), SystemTime::UNIX_EPOCH + at)
}

/// The memory of the program in the page, if it has one, in bytes.
pub async fn program(person: &Person) -> f64 {
    number(&person.script("return bench.program()", []).await)
}

fn bytes(sent: &[Sent]) -> f64 {
    whole(sent.iter().map(|sent| sent.bytes).sum())
}

/// A number of the page's.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("the page says {value} instead of a number"))
}
