//! Programs from the system's packages: installed where that needs no password, on Debian and its derivatives.

use std::path::Path;
use std::process::Command;
use std::sync::Once;

use crate::process::{self, on_path};

/// Servers and systems that the site is tested with.
#[derive(Clone, Copy, Debug)]
pub struct Servers {
    /// What it is, for people.
    title: &'static str,
    /// The programs, on PATH.
    programs: &'static [&'static str],
    /// Files that must exist besides.
    files: &'static [&'static str],
    /// The Debian packages with all of them.
    packages: &'static [&'static str],
}

/// The web servers of `test hosts`.
pub const HOSTS: Servers = Servers {
    title: "The web servers of the tests",
    programs: &["apache2", "nginx", "caddy", "lighttpd", "python3"],
    files: &["/usr/lib/lighttpd/mod_deflate.so", "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"],
    packages: &[
        "apache2",
        "nginx",
        "libnginx-mod-http-brotli-static",
        "caddy",
        "lighttpd",
        "lighttpd-mod-deflate",
        "python3",
    ],
};

/// What `test wordpress` runs WordPress with.
pub const WORDPRESS: Servers = Servers {
    title: "WordPress for the tests",
    programs: &["php", "mariadbd"],
    files: &[
        "/usr/share/wordpress/wp-load.php",
        "/usr/share/wordpress/wp-content/languages/pl_PL.mo",
        "/usr/share/wordpress/wp-content/themes/twentytwentyone/style.css",
        "/usr/share/wordpress/wp-content/themes/twentytwentythree/style.css",
    ],
    packages: &[
        "wordpress",
        "wordpress-l10n",
        "wordpress-theme-twentytwentyone",
        "wordpress-theme-twentytwentythree",
        "php-cli",
        "php-mysql",
        "mariadb-server",
    ],
};

impl Servers {
    /// Installs what is missing, where that needs no password.
    pub fn install(&self) {
        if !self.missing().is_empty() {
            install(self.title, self.packages);
        }
    }

    /// The programs and files that are missing on this machine.
    pub fn missing(&self) -> Vec<&'static str> {
        let programs = self.programs.iter().filter(|program| on_path(program).is_none());
        programs.chain(self.files.iter().filter(|file| !Path::new(file).exists())).copied().collect()
    }
}

/// Installs Debian packages where that needs no password; elsewhere it prints what to do.
pub fn install(title: &str, packages: &[&str]) {
    let names = packages.join(" ");
    if on_path("apt-get").is_none() {
        println!("{title}: not found; install what provides it (on Debian: {names}).");
        return;
    }
    if !is_root() && !has_sudo() {
        println!(
            "{title}: not found. To install it: sudo apt-get update && \
             sudo apt-get install -y --no-install-recommends {names}"
        );
        return;
    }
    println!("{title}: installing with apt-get, about 1–3 minutes, once per machine.");
    update();
    let mut install = apt_get();
    install.args(["install", "-y", "--no-install-recommends"]).args(packages);
    if let Err(error) = process::run(&mut install, "apt-get install") {
        println!("{title}: {error:#}");
    }
}

/// Reads the lists of packages, once in a run.
fn update() {
    static UPDATED: Once = Once::new();
    UPDATED.call_once(|| {
        if let Err(error) = process::run(apt_get().arg("update"), "apt-get update") {
            println!("{error:#} Trying with the lists of the last update.");
        }
    });
}

fn apt_get() -> Command {
    let mut command = if is_root() { Command::new("env") } else { Command::new("sudo") };
    if !is_root() {
        command.args(["-n", "env"]);
    }
    // Services are not started after their installation in the first run level.
    command.args(["DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get"]);
    command
}

/// Whether `sudo` asks for no password, as on machines for continuous integration.
fn has_sudo() -> bool {
    process::quiet(Command::new("sudo").args(["-n", "true"])).is_some()
}

fn is_root() -> bool {
    process::quiet(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
