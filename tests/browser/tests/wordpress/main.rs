//! The plugin in a real WordPress. Each test is a sentence about a person; the plugin is the ZIP file that `DUET_PLUGIN` names.
//!
//! It needs what Debian calls wordpress, wordpress-l10n, wordpress-theme-twentytwentyone, wordpress-theme-twentytwentythree, php-cli,
//! php-mysql and mariadb-server.
//!
//! | module       | what it is about                                                |
//! |--------------|-----------------------------------------------------------------|
//! | `blog`       | a WordPress that is gone when the test is                       |
//! | `newer`      | a newer version of the plugin                                   |
//! | `people`     | signing in, and what several tests do                           |
//! | `admin`      | administrators: installing, updating, a network of sites        |
//! | `author`     | authors: the editors, and what later saves do                   |
//! | `shown`      | what is shown where                                             |
//! | `unplugged`  | without the plugin: a box, and an address alone                 |

mod admin;
mod author;
mod blog;
mod newer;
mod people;
mod shown;
mod unplugged;

use blog::Blog;
use tokio::sync::OnceCell;

/// A blog with the plugin, for all tests that leave the plugin alone.
async fn blog() -> &'static Blog {
    static BLOG: OnceCell<Blog> = OnceCell::const_new();
    BLOG.get_or_init(Blog::with_plugin).await
}

/// The file with the plugin.
fn plugin() -> String {
    std::env::var("DUET_PLUGIN")
        .expect("DUET_PLUGIN names the file of the plugin; `cargo xtask test wordpress` sets it")
}
