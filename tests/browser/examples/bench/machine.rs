//! Where it was measured.

use std::fs;
use std::process::Command;

/// One line about the machine, the browser and the state of the checkout.
pub fn about(browser: &str) -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let changed =
        if said("git", &["status", "--porcelain", "--untracked-files=no"]).is_empty() { "" } else { ", changed" };
    format!(
        "{}, {} cores, {} of memory, {browser}, {}, commit {}{changed}",
        field("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown processor".to_owned()),
        cores,
        field("/proc/meminfo", "MemTotal").map_or_else(|| "unknown size".to_owned(), |size| gigabytes(&size)),
        said("date", &["-u", "+%F"]),
        said("git", &["rev-parse", "--short", "HEAD"]),
    )
}

/// The value of the first line of a file that is `name: value`.
fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let mut lines = text.lines().filter_map(|line| line.split_once(':'));
    lines.find(|(found, _)| found.trim() == name).map(|(_, value)| value.trim().to_owned())
}

fn gigabytes(kilobytes: &str) -> String {
    let number: Option<u64> = kilobytes.strip_suffix(" kB").and_then(|number| number.parse().ok());
    number
        .map_or_else(|| kilobytes.to_owned(), |number| format!("{:.1} GB", crate::figures::whole(number * 1024) / 1e9))
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}
