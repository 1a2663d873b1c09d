//! Processes that are gone when the test is, also when it panics.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::wait::PAUSE;

/// How long an X server may take to leave.
const GRACE: Duration = Duration::from_secs(3);

/// A program and everything it started, ended on drop.
///
/// A driver starts the browser, the browser a dozen processes more. All stay in the process group of the driver (seen
/// with chromedriver, geckodriver and WebKitWebDriver), so one signal to the group reaches them all.
pub struct Process(Child);

impl Process {
    /// Starts `command` in a group of its own. What it has to say goes to the file `log`.
    pub fn start(command: &mut Command, log: &Path) -> Self {
        let log = File::create(log).expect("the log can be written");
        command.stdout(log.try_clone().expect("a file can be shared")).stderr(log);
        Self::start_group(command)
    }

    /// Starts `command`, whose standard output is to be read by the caller.
    fn start_piped(command: &mut Command) -> (Self, ChildStdout) {
        let mut process = Self::start_group(command.stdout(Stdio::piped()).stderr(Stdio::null()));
        let output = process.0.stdout.take().expect("the output is piped");
        (process, output)
    }

    fn start_group(command: &mut Command) -> Self {
        let child = command.stdin(Stdio::null()).process_group(0).spawn();
        Self(child.unwrap_or_else(|error| panic!("{} did not start: {error}", command.get_program().display())))
    }

    /// Whether the program has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.0.try_wait(), Ok(None))
    }

    /// The group of the program and everything it started.
    pub(crate) fn group(&self) -> u32 {
        self.0.id()
    }

    /// Sends a signal to the whole group. The command instead of the system call: no unsafe code for one line.
    fn signal(&self, name: &str) {
        let group = format!("-{}", self.group());
        let _ = Command::new("kill").args(["-s", name, "--", &group]).stderr(Stdio::null()).status();
    }
}

impl Drop for Process {
    /// By force: a browser asked politely would begin to write its profile, which nobody will read.
    fn drop(&mut self) {
        self.signal("KILL");
        let _ = self.0.wait();
    }
}

/// A screen that nobody looks at, for an engine that cannot do without one.
pub(crate) struct Display {
    name: String,
    server: Process,
}

impl Display {
    /// Starts an X server, which chooses its number itself.
    ///
    /// `xvfb-run -a` looks for a free number and takes it later, which goes wrong when two start at once; with
    /// `-displayfd` the server does both in one step.
    pub(crate) fn start() -> Self {
        let arguments = "-displayfd 1 -screen 0 1600x1200x24 -nolisten tcp -noreset";
        let mut command = Command::new("Xvfb");
        let (server, output) = Process::start_piped(command.args(arguments.split(' ')));
        let mut number = String::new();
        let read = BufReader::new(output).read_line(&mut number);
        assert!(read.is_ok() && !number.trim().is_empty(), "the X server names its display");
        Self { name: format!(":{}", number.trim()), server }
    }

    /// The value of `DISPLAY` for programs that are to use this screen.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    /// Politely at first: an X server ended by force leaves its lock behind, and its number is never used again.
    fn drop(&mut self) {
        self.server.signal("TERM");
        let deadline = Instant::now() + GRACE;
        while !self.server.has_ended() && Instant::now() < deadline {
            thread::sleep(PAUSE);
        }
    }
}
