//! A server at work: the built site in a folder of its own, and a configuration that has the file of hosting/ in it.

use std::fs::File;
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use duet_browser::{Folder, PATIENCE, Process, free_port};
use fs_err as fs;

use crate::client::{Answer, ask};

/// A kind of server, and what is asked of it.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a promise of its own")]
pub struct Host {
    /// Writes the configuration and says how the server is started.
    pub command: fn(&Place) -> Command,
    /// The addresses of the site on it.
    pub bases: &'static [&'static str],
    /// The names of the packings whose copies it sends; it may pack by itself with others.
    pub copies: &'static [&'static str],
    /// It sends the headers for cache and security, and types with a charset.
    pub headers: bool,
    /// It answers with the types of the file of hosting/.
    pub types: bool,
    /// It answers with the page of the site for wrong addresses.
    pub page: bool,
    /// It redirects itself when a mail program has written `%23`.
    pub redirects: bool,
    /// It says 304 also for what it packs itself.
    pub renews_packed: bool,
    /// It reads `q=0` as the refusal of a packing, which no browser says.
    pub heeds_refusals: bool,
}

/// Where a server finds its files.
pub struct Place {
    folder: Folder,
    pub base: &'static str,
    pub port: u16,
}

impl Place {
    /// A copy of the built site at an address, with a file above it that nobody may get.
    fn new(base: &'static str) -> Self {
        let place = Self { folder: Folder::new(), base, port: free_port() };
        place.write("secret.txt", "a secret");
        copy(Path::new(&site()), &place.site());
        place
    }

    /// The folder that the address `/` stands for.
    pub fn root(&self) -> PathBuf {
        self.path("www")
    }

    /// The folder with the site.
    pub fn site(&self) -> PathBuf {
        self.root().join(self.base.trim_matches('/'))
    }

    /// A path among the files of this server.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        self.folder.write(name, text)
    }

    /// A file of hosting/, changed as it tells its reader: the folder, and the path in all places.
    pub fn shipped(&self, name: &str) -> String {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../hosting").join(name);
        let text = fs::read_to_string(file).expect("hosting/ has the file");
        // At the root there is no address without the last slash.
        let lines: Vec<&str> = text.lines().filter(|line| self.base != "/" || !line.contains("/duet ")).collect();
        lines
            .join("\n")
            .replace("/duet/", self.base)
            .replace("/duet ", &format!("{} ", self.base.trim_end_matches('/')))
            .replace("/var/www", &self.root().display().to_string())
    }
}

/// A server that runs until the value goes.
pub struct Server {
    pub place: Place,
    _process: Process,
}

impl Server {
    pub fn start(host: &Host, base: &'static str) -> Self {
        let place = Place::new(base);
        let log = place.path("output.log");
        let mut process = Process::start(&mut (host.command)(&place), &log);
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, place.port)).is_err() {
            let waiting = !process.has_ended() && Instant::now() < deadline;
            assert!(waiting, "the server does not run: {}", fs::read_to_string(&log).unwrap_or_default());
            sleep(Duration::from_millis(20));
        }
        Self { place, _process: process }
    }

    /// Asks for a path relative to the site.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        ask(self.place.port, method, &format!("{}{path}", self.place.base), headers)
    }

    /// The address of a path relative to the site. A browser keeps what it stores for each name apart.
    pub fn url(&self, name: &str, path: &str) -> String {
        format!("http://{name}:{}{}{path}", self.place.port, self.place.base)
    }
}

/// A program of the system, also where the folder for those of the administrator is not searched.
pub fn program(name: &str, package: &str) -> Command {
    let path = std::env::var("PATH").unwrap_or_default() + ":/usr/sbin:/usr/local/sbin";
    let file = std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file());
    Command::new(file.unwrap_or_else(|| panic!("{name} is missing: on Debian it is in the package {package}")))
}

/// A file that comes with a package.
pub fn part(file: &str, package: &str) -> String {
    assert!(Path::new(file).exists(), "{file} is missing: on Debian it is in the package {package}");
    file.to_owned()
}

/// The folder of the built site.
pub fn site() -> String {
    std::env::var("DUET_SITE").expect("DUET_SITE names the folder of the built site")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the site can be read") {
        let path = entry.expect("the site can be read").path();
        let copied = to.join(path.file_name().expect("a file has a name"));
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(&path, &copied).expect("a file can be copied");
            // Apache does not trust the date of a file that was written in this very second.
            let date = fs::metadata(&path).and_then(|metadata| metadata.modified()).expect("a file has a date");
            let file = File::options().write(true).open(&copied).expect("the file can be opened");
            file.set_modified(date).expect("the date can be set");
        }
    }
}
