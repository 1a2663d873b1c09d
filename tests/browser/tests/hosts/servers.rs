//! How each server is started, without the rights of an administrator and without what else the system has set up for it.

use std::process::Command;

use crate::host::{Place, part, program};

/// What Debian switches on when it installs Apache.
const INSTALLED: &str = "mpm_event authz_core authz_host access_compat auth_basic authn_core authn_file authz_user alias \
                         autoindex deflate dir env filter mime negotiation reqtimeout setenvif status";

/// Apache with the modules that Debian switches on, others in addition, and lines for the whole site. People without access to the
/// configuration are allowed no more than the file needs.
pub fn apache(place: &Place, modules: &str, lines: &str) -> Command {
    place.write(".htaccess", &place.shipped("apache.htaccess"));
    fs_err::rename(place.path(".htaccess"), place.site().join(".htaccess")).expect("the file can be moved");
    let modules: String = INSTALLED.split_whitespace().chain(modules.split_whitespace()).map(module).collect();
    let [root, run] = [place.root(), place.path("")].map(|path| path.display().to_string());
    let configuration = format!(
        "ServerRoot {run}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {run}/pid\nErrorLog {run}/error.log\n\
         Mutex file:{run} default\nUser www-data\nGroup www-data\n{modules}DocumentRoot {root}\n\
         <Directory {root}>\nOptions Indexes FollowSymLinks\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n\
         <FilesMatch \"^\\.ht\">\nRequire all denied\n</FilesMatch>\n{lines}\n",
        port = place.port,
    );
    let file = place.write("apache.conf", &configuration);
    let mut command = program("apache2", "apache2");
    command.arg("-f").arg(file).arg("-DFOREGROUND");
    command
}

/// The lines that switch a module on.
fn module(name: &str) -> String {
    let load = part(&format!("/etc/apache2/mods-available/{name}.load"), "apache2");
    format!("Include {load}\nIncludeOptional {}\n", load.replace(".load", ".con[f]"))
}

/// nginx, in whose site there is a rule for all scripts and pictures, as many have one.
pub fn nginx(place: &Place, brotli: bool) -> Command {
    let run = place.path("");
    let mut shipped = place.shipped("nginx.conf").replace("listen 80;", &format!("listen 127.0.0.1:{};", place.port));
    shipped = shipped.replacen("    root ", "    location ~* \\.(js|css|png|svg)$ { expires max; }\n    root ", 1);
    let mut modules = String::new();
    if brotli {
        let module = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
        modules = format!("load_module {};\n", part(module, "libnginx-mod-http-brotli-static"));
        shipped = shipped.replace("# brotli_static on;", "brotli_static on;");
    }
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temporary = temporary.map(|name| format!("{name}_temp_path {}{name};\n", run.display())).concat();
    let configuration = format!(
        "{modules}daemon off;\nmaster_process off;\npid {run}pid;\nerror_log {run}error.log;\nevents {{}}\n\
         http {{\naccess_log off;\ngzip on;\ninclude /etc/nginx/mime.types;\n{temporary}{shipped}\n}}\n",
        run = run.display(),
    );
    let file = place.write("nginx.conf", &configuration);
    let mut command = program("nginx", "nginx");
    command.arg("-e").arg(place.path("error.log")).arg("-p").arg(run).arg("-c").arg(file);
    command
}

pub fn caddy(place: &Place) -> Command {
    let address = format!(":{} {{\n\tbind 127.0.0.1", place.port);
    let shipped = place.shipped("Caddyfile").replace("blog.example {", &address);
    let file = place.write("Caddyfile", &format!("{{\n\tadmin off\n\tauto_https off\n}}\n{shipped}\n"));
    let mut command = program("caddy", "caddy");
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
    // It keeps certificates and its last configuration there.
    for name in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        command.env(name, place.path(""));
    }
    command
}

pub fn lighttpd(place: &Place) -> Command {
    part("/usr/lib/lighttpd/mod_deflate.so", "lighttpd-mod-deflate");
    let configuration = format!(
        "server.document-root = \"{root}\"\nserver.bind = \"127.0.0.1\"\nserver.port = {port}\n\
         index-file.names = ( \"index.html\" )\n{shipped}\n",
        root = place.root().display(),
        port = place.port,
        shipped = place.shipped("lighttpd.conf"),
    );
    let file = place.write("lighttpd.conf", &configuration);
    let mut command = program("lighttpd", "lighttpd");
    command.arg("-D").arg("-f").arg(file);
    command
}

/// A host without any settings.
pub fn python(place: &Place) -> Command {
    let mut command = program("python3", "python3");
    command.args(["-m", "http.server", "--bind", "127.0.0.1", &place.port.to_string(), "--directory"]);
    command.arg(place.root());
    command
}
