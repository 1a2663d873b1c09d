//! The benchmark: Duet beside the same questionnaire by hand and the same in SurveyJS, and what of Duet may grow too large.
//!
//! `cargo xtask bench` builds the site, puts the other pages together and runs this in Chromium. Arguments: the folder of the other
//! pages, the file for the figures, the program with the names of its functions, and the number of runs.
//!
//! | file         | what it knows                                            |
//! |--------------|----------------------------------------------------------|
//! | `pages.rs`   | the pages that are compared                              |
//! | `actor.js`   | what a person does in them, and when what came of it      |
//! | `visit.rs`   | one visit of one page                                    |
//! | `figures.rs` | what was measured, and the table of it                   |
//! | `targets.rs` | what Duet promises itself                                |
//! | `results.rs` | made-up results                                          |
//! | `large.rs`   | a file of 20,000 of them                                 |
//! | `growth.rs`  | many of them in the browser                              |
//! | `program.rs` | what the WebAssembly consists of                         |
//! | `machine.rs` | where it was measured                                    |

mod figures;
mod growth;
mod large;
mod machine;
mod pages;
mod program;
mod results;
mod targets;
mod visit;

use std::path::PathBuf;

use figures::Samples;
use pages::{Name, Page};

/// How the figures came about.
const METHOD: &str = "\
All pages come from one host on this machine with files compressed by Brotli at quality 11, over a line of 1.6 Mbit/s and 150 ms, with \
the processor slowed four times, each time in a browser that was never used. Figures are medians of the runs, which alternate between \
the pages; in brackets the least and the greatest. The slow line and the slow processor are those of the page: a service worker, which \
begins three seconds after the program, loads at full speed, and threads beside that of the page, as those that compile WebAssembly, run at full \
speed.

- Sent: heads and bodies of all answers, counted by the host. Until the first answer: everything that was asked for until then, \
counted whole.
- Somebody who acts at once: presses what begins, then the third answer, with every frame, until an answer is in the storage. The time \
runs from the start of the navigation.
- From an answer to the next statement painted: with the page at rest before, from the click to the end of the first frame that shows \
it. Frames come every 16.7 ms, and the wait for the next one is included.
- Layout shift: the sum over loading and a run. Browsers leave out what follows within 500 ms after a press.
- Memory: after a run and two collections. Scripts: the heap that is in use. WebAssembly: the memory of the program. Process: what the \
process that shows the page shares with no other (Private_Clean and Private_Dirty of smaps_rollup), code and caches of the browser included. \
The service worker is in that process too, for half a minute after its work; a person has answered some five statements by then. These runs take \
seconds, so that of the memory begins when it has kept everything and was ended by hand; what it takes stands in a row of its own.
- The second visit: the browser is started again after the service worker has kept everything.
";

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().expect("PAGES FIGURES PROGRAM RUNS");
    let (folder, figures, program) = (PathBuf::from(next()), PathBuf::from(next()), PathBuf::from(next()));
    let runs: u32 = next().parse().expect("the number of runs");
    let site = PathBuf::from(std::env::var_os("DUET_SITE").expect("DUET_SITE names the built site"));
    let pages = Page::all(&folder, &site);
    let duet = pages.iter().find(|page| page.name == Name::Duet).expect("the built site");
    let browser = visit::phone().start().await.browser_version().await;
    let samples = compare(&pages, runs).await;
    eprintln!("20,000 results");
    let large = large::measure(duet, runs).await;
    eprintln!("many results kept");
    let growth = growth::table(duet, runs).await;
    let text = format!(
        "`cargo xtask bench --runs {runs}`: {}.\n\n{METHOD}\n{}\n### Targets\n\n{}\n### 20,000 results\n\n\
         At the full speed of the machine.\n\n{}\n### Growth\n\n\
         Median of {runs} rounds, processor slowed four times, line not slowed, files in the browser's cache, no service worker. \
         The history has no limit of its own; it shows the newest 50, and the older ones when asked.\n\n{growth}\n\
         ### What the program consists of\n\nBefore wasm-bindgen and wasm-opt, uncompressed.\n\n{}",
        machine::about(&browser),
        samples.table(),
        targets::list(&samples, large.longest_task()),
        large.text(),
        program::tables(&program),
    );
    std::fs::write(&figures, &text).expect("the figures can be written");
    println!("{text}");
}

/// Visits all pages, one after the other, and again.
async fn compare(pages: &[Page], runs: u32) -> Samples {
    let mut samples = Samples::default();
    for run in 1..=runs {
        for page in pages {
            eprintln!("run {run} of {runs}: {}", page.name.key());
            visit::hasty(page, &mut samples).await;
            visit::calm(page, &mut samples).await;
            visit::settled(page, &mut samples).await;
            if page.name == Name::Duet {
                visit::warm(page, &mut samples).await;
            }
        }
    }
    visit::cold_instead(&mut samples);
    samples
}
