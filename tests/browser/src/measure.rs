//! What a benchmark needs of the browser: a slow line, a slow processor, and how much memory is used. Chromium alone has these.

use std::time::Duration;

use fs_err as fs;
use serde_json::{Value, json};

use crate::Person;
use crate::wait::until;

/// What a network is like.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// How long a request takes at least.
    pub latency: Duration,
    /// How many bytes come, or go, in a second.
    pub bytes_a_second: u32,
}

/// What a page holds, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// What its scripts hold after everything was thrown away that nobody needs.
    pub heap: u64,
    /// What the process that shows the page has for itself alone. None where the system does not tell, which is everywhere but on
    /// Linux.
    pub process: Option<u64>,
}

impl Person {
    /// Whatever this tab loads comes over a slow line. Service workers are not of this tab: what they load is not slowed down.
    pub async fn slow_line(&self, line: Line) {
        self.command("Network.enable", json!({})).await;
        let conditions = json!({
            "offline": false,
            "latency": line.latency.as_millis(),
            "downloadThroughput": line.bytes_a_second,
            "uploadThroughput": line.bytes_a_second,
        });
        self.command("Network.emulateNetworkConditions", conditions).await;
    }

    /// The thread of this tab works this many times as slowly as it could. Other threads of the browser do not.
    pub async fn slow_processor(&self, times: u32) {
        self.command("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// Pages load past the service worker they may have.
    pub async fn past_workers(&self) {
        self.command("Network.enable", json!({})).await;
        self.command("Network.setBypassServiceWorker", json!({ "bypass": true })).await;
    }

    /// Runs a script in every page from now on, before the page's own.
    pub async fn runs_first(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// How much memory the page takes now that what it does not need is thrown away.
    pub async fn memory(&self) -> Memory {
        // What the first round lets go may hold something that only the second one finds.
        for _ in 0..2 {
            self.command("HeapProfiler.collectGarbage", json!({})).await;
        }
        let usage = self.command("Runtime.getHeapUsage", json!({})).await;
        Memory { heap: whole(&usage["usedSize"]), process: renderer(self.driver.group()) }
    }

    /// Ends the service workers, as Chromium does when they have had nothing to do for half a minute; one that a driver looks at it
    /// leaves alone.
    ///
    /// # Panics
    /// When one runs after ten seconds.
    pub async fn end_workers(&self) {
        self.command("ServiceWorker.enable", json!({})).await;
        self.command("ServiceWorker.stopAllWorkers", json!({})).await;
        until(async || (!self.has_worker().await).then_some(())).await.expect("the service workers end");
    }

    /// Whether a service worker of a page runs: those of the extensions that a browser brings along have addresses of another kind.
    async fn has_worker(&self) -> bool {
        let targets = self.command("Target.getTargets", json!({})).await;
        let targets = targets["targetInfos"].as_array().expect("a list");
        targets.iter().any(|target| {
            target["type"] == "service_worker" && target["url"].as_str().is_some_and(|url| url.starts_with("http"))
        })
    }

    /// The browser and its version.
    pub async fn browser_version(&self) -> String {
        let version = self.command("Browser.getVersion", json!({})).await;
        version["product"].as_str().unwrap_or("unknown").to_owned()
    }

    async fn command(&self, name: &str, arguments: Value) -> Value {
        let answer = self.web().cdp().send_raw(name, arguments).await;
        answer.unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

/// Numbers of the protocol are those of JavaScript.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of bytes")]
fn whole(number: &Value) -> u64 {
    number.as_f64().unwrap_or_default() as u64
}

/// The private memory of the process that shows pages. Of several it is the largest: Chromium keeps an empty one ready, and the
/// browser of a test shows one page.
fn renderer(group: u32) -> Option<u64> {
    let processes = fs::read_dir("/proc").ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let read = |file: &std::path::Path| fs::read_to_string(file).unwrap_or_default();
    processes
        .filter(|process| {
            in_group(&read(&process.join("stat")), group) && read(&process.join("cmdline")).contains("--type=renderer")
        })
        .filter_map(|process| private(&read(&process.join("smaps_rollup"))))
        .max()
}

/// Whether `/proc/…/stat` is that of a process in this group: the third field after the name, which stands in brackets and may
/// have spaces.
fn in_group(stat: &str, group: u32) -> bool {
    let fields = stat.rsplit_once(')').map(|(_, fields)| fields);
    fields.and_then(|fields| fields.split_whitespace().nth(2)?.parse().ok()) == Some(group)
}

/// The bytes that no other process shares, of `/proc/…/smaps_rollup`.
fn private(rollup: &str) -> Option<u64> {
    let line = |name: &str| {
        let line = rollup.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim().strip_suffix(" kB")?.parse::<u64>().ok()
    };
    Some((line("Private_Clean:")? + line("Private_Dirty:")?) * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_known_by_its_group() {
        let stat = "4242 (chromium (a) b) S 1 77 77 0 -1";
        assert!(in_group(stat, 77) && !in_group(stat, 7) && !in_group("", 77));
    }

    #[test]
    fn private_memory_is_clean_and_dirty() {
        let rollup = "Rss:  900 kB\nPrivate_Clean:        16 kB\nPrivate_Dirty:      1008 kB\nSwap: 0 kB\n";
        assert_eq!(private(rollup), Some(1024 * 1024));
        assert_eq!(private(""), None);
    }
}
