//! A WordPress on this machine, with a database of its own, that is gone when the test is.

use std::env;
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use duet_browser::{free_port, until};
use fs_err as fs;

use crate::people;

/// Where Debian puts it. `DUET_WORDPRESS` names the folder of another version.
const SOURCE: &str = "/usr/share/wordpress";

/// Where the blog is below its host.
const PATH: &str = "wordpress";

pub struct Blog {
    folder: PathBuf,
    host: String,
    /// A shell that ends the servers when its input is closed, as it is when this goes.
    _servers: Child,
}

impl Blog {
    /// A new blog in English, with an account for each role: its name is that of the role, and so is its password. The administrator
    /// `polish` reads Polish.
    pub async fn start() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("duet-blog-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("data")).expect("a folder can be made");
        fs::create_dir_all(folder.join("web")).expect("a folder can be made");
        let host = format!("127.0.0.1:{}", free_port());
        let servers = serve(&folder, &host);
        let blog = Self { folder, host, _servers: servers };
        let source = env::var("DUET_WORDPRESS").unwrap_or_else(|_| SOURCE.to_owned());
        run(Command::new("cp").args(["-rL", &source]).arg(blog.web()));
        blog.write("wp-config.php", include_str!("php/wp-config.php"));
        blog.write("wp-content/mu-plugins/classic.php", include_str!("php/classic.php"));
        blog.wait_for_servers().await;
        blog.php(include_str!("php/install.php"), &[]);
        blog
    }

    /// A new blog in which the administrator has installed the plugin.
    pub async fn with_plugin() -> Self {
        // Before all the work, to fail early.
        let plugin = crate::plugin();
        let blog = Self::start().await;
        people::install(&blog, &plugin).await;
        blog
    }

    /// A network of sites, the second of which is Polish, in `second/`.
    pub async fn network() -> Self {
        let blog = Self::start().await;
        // As the settings of a network for Apache have it: each site finds the same files below its own address.
        symlink(".", blog.web().join("second")).expect("a link can be made");
        blog.php(include_str!("php/network.php"), &[]);
        blog.write("is-network", "");
        blog.php(include_str!("php/network.php"), &[]);
        blog
    }

    /// Writes a file of WordPress.
    pub fn write(&self, name: &str, content: &str) {
        let file = self.web().join(name);
        fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::write(file, content).expect("a file can be written");
    }

    async fn wait_for_servers(&self) {
        let host: SocketAddr = self.host.parse().expect("an address");
        let socket = socket(&self.folder);
        let ready =
            until(async || (TcpStream::connect(host).is_ok() && UnixStream::connect(&socket).is_ok()).then_some(()));
        let said = || fs::read_to_string(self.folder.join("servers.log")).unwrap_or_default();
        assert!(ready.await.is_some(), "the servers are not ready; they said: {}", said());
    }

    /// An address of the blog: `url("?p=1")`.
    pub fn url(&self, path: &str) -> String {
        format!("{}/{path}", address(&self.host))
    }

    /// The folder with WordPress.
    pub fn web(&self) -> PathBuf {
        self.folder.join("web").join(PATH)
    }

    /// The folder with the site in the plugin.
    pub fn site(&self) -> PathBuf {
        self.web().join("wp-content/plugins/duet-self-check/site")
    }

    /// Runs a script of PHP beside WordPress; what it says.
    pub fn php(&self, script: &str, arguments: &[&str]) -> String {
        let mut php = Command::new("php");
        php.args(["-r", script.trim_start_matches("<?php"), "--"]).args(arguments);
        php.current_dir(self.web()).envs(environment(&self.folder, &self.host));
        run(&mut php)
    }

    /// What an address answers to somebody without a browser.
    pub fn get(&self, url: &str) -> String {
        self.php("echo file_get_contents($argv[1]);", &[url])
    }

    /// The address of a new post of an author.
    pub fn post(&self, content: &str) -> String {
        self.php(include_str!("php/post.php"), &[content])
    }

    /// What PHP complains about in the plugin.
    pub fn complaints(&self) -> Vec<String> {
        let log = fs::read_to_string(self.web().join("debug.log")).unwrap_or_default();
        log.lines().filter(|line| line.contains("plugins/duet-self-check")).map(str::to_owned).collect()
    }
}

/// Starts the servers.
fn serve(folder: &Path, host: &str) -> Child {
    let log = fs::File::create(folder.join("servers.log")).expect("a file can be made").into_file();
    let path = env::var("PATH").unwrap_or_default();
    let mut shell = Command::new("sh");
    shell.args(["-c", include_str!("php/run.sh")]).current_dir(folder).envs(environment(folder, host));
    // Where Debian has the program of the database.
    shell.env("PATH", format!("{path}:/usr/sbin")).process_group(0);
    shell.stdin(Stdio::piped()).stdout(log.try_clone().expect("a file can be shared")).stderr(log);
    shell.spawn().expect("a shell starts")
}

fn environment(folder: &Path, host: &str) -> [(&'static str, String); 3] {
    let socket = socket(folder).display().to_string();
    [("BLOG_HOST", host.to_owned()), ("BLOG_ADDRESS", address(host)), ("BLOG_SOCKET", socket)]
}

fn socket(folder: &Path) -> PathBuf {
    folder.join("data.sock")
}

fn address(host: &str) -> String {
    format!("http://{host}/{PATH}")
}

/// Runs a command; what it says.
fn run(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output();
    let output = output.unwrap_or_else(|error| panic!("{} did not start: {error}", command.get_program().display()));
    let [said, failed] = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(output.status.success(), "{command:?} failed: {said}{failed}");
    said
}
