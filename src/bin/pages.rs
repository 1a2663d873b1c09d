//! Writes the static pages into the site that Trunk has staged. `cargo xtask` runs it after each build (`xtask/src/post_build.rs`).

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::path::PathBuf;

    use duet::pages::{BuildOptions, SiteUrl, write};

    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let (Some(staging), Some(style), Some(scripts), Ok(program)) =
        (folder("TRUNK_STAGING_DIR"), folder("DUET_STYLE"), folder("DUET_SCRIPTS"), std::env::var("DUET_PROGRAM"))
    else {
        eprintln!("TRUNK_STAGING_DIR or one of DUET_* is not set: this is run by cargo xtask.");
        return std::process::ExitCode::FAILURE;
    };
    let site_url = std::env::var("DUET_URL").unwrap_or_default();
    let site_url = match SiteUrl::new(&site_url) {
        Ok(site_url) => site_url,
        Err(reason) => {
            eprintln!("{reason}.");
            return std::process::ExitCode::FAILURE;
        }
    };
    let single = folder("DUET_SINGLE");
    match write(&BuildOptions { staging, style, scripts, program, single, site_url }) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The static pages could not be written. {error}.");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
