//! The driver of an engine: the program that speaks WebDriver on one side and to the browser on the other.

use std::env;
use std::path::PathBuf;
use std::time::Duration;

use fs_err as fs;
use thirtyfour::WebDriver;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::process::{Display, Process};
use crate::{Engine, Options, port, until};

/// How long one command may take. Longer than any wait of a test, so that it only strikes when the browser hangs.
const COMMAND_LIMIT: Duration = Duration::from_secs(30);

/// A driver on a port of its own, with the display its browser may need. Both are gone after drop.
pub(crate) struct Driver {
    process: Process,
    port: u16,
    log: PathBuf,
    _display: Option<Display>,
}

impl Driver {
    /// Starts the driver and waits until it says that it is ready.
    pub(crate) async fn start(engine: Engine, options: &Options) -> Self {
        let hidden = engine.needs_display() && env::var_os("DISPLAY").is_none();
        let display = hidden.then(Display::start);
        let port = port::free();
        let mut command = engine.driver(port, options);
        if let Some(display) = &display {
            command.env("DISPLAY", display.name());
        }
        command.env("FONTCONFIG_FILE", readable_fonts(options));
        if let Some(zone) = options.time_zone {
            command.env("TZ", zone);
        }
        let log = options.profile.path().join("driver.log");
        let mut driver = Self { process: Process::start(&mut command, &log), port, log, _display: display };
        driver.wait_until_ready().await;
        driver
    }

    async fn wait_until_ready(&mut self) {
        let ready = until(async || {
            let ended = self.process.has_ended();
            if ended || is_ready(self.port).await {
                return Some(!ended);
            }
            None
        });
        let ready = ready.await == Some(true);
        assert!(ready, "the driver is not ready; it said: {}", self.said());
    }

    /// Starts the browser.
    pub(crate) async fn connect(&self, engine: Engine, options: &Options) -> WebDriver {
        let address = format!("http://{}", port::address(self.port));
        let session =
            WebDriver::builder(address, engine.capabilities(options)).request_timeout(COMMAND_LIMIT).connect();
        session.await.unwrap_or_else(|error| panic!("{engine:?} did not start: {error}\n{}", self.said()))
    }

    /// The group of the driver's process, and of those of the browser.
    pub(crate) fn group(&self) -> u32 {
        self.process.group()
    }

    fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

/// Whether the driver answers and takes a session. Asked by hand, since the client speaks only within sessions.
async fn is_ready(port: u16) -> bool {
    let answer = timeout(Duration::from_secs(1), status(port)).await;
    let answer = answer.map(Result::unwrap_or_default).unwrap_or_default();
    answer.replace(' ', "").contains("\"ready\":true")
}

async fn status(port: u16) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(port::address(port)).await?;
    let question = format!("GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(question.as_bytes()).await?;
    let mut answer = Vec::new();
    // Not to the end: one of the drivers keeps the connection open whatever it is told.
    while !answer.ends_with(b"}") && stream.read_buf(&mut answer).await? > 0 {}
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// The fonts of the system without those whose letters cannot be read back from a PDF, so that a test finds in it what is on the
/// page, whichever fonts a machine has.
fn readable_fonts(options: &Options) -> PathBuf {
    let rejected = |format: &str| {
        format!(
            "<rejectfont><pattern><patelt name=\"fontformat\"><string>{format}</string></patelt></pattern></rejectfont>"
        )
    };
    let rejected = ["CFF", "Type 1"].map(rejected).concat();
    let settings = format!(
        "<?xml version=\"1.0\"?><fontconfig><include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>\
         <selectfont>{rejected}</selectfont></fontconfig>"
    );
    options.profile.folder().write("fonts.conf", settings)
}
