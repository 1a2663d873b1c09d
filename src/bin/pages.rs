//! Writes the static pages into the site that Trunk has staged; Trunk runs it after each build (see Trunk.toml).

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::path::PathBuf;

    use duet::pages::{Home, Order, write};

    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let (Some(staging), Some(source), Some(parts)) =
        (folder("TRUNK_STAGING_DIR"), folder("TRUNK_SOURCE_DIR"), folder("DUET_PARTS"))
    else {
        eprintln!(
            "TRUNK_STAGING_DIR, TRUNK_SOURCE_DIR or DUET_PARTS is not set: this is run by Trunk, which is run by cargo xtask."
        );
        return std::process::ExitCode::FAILURE;
    };
    let home = std::env::var("DUET_URL").unwrap_or_default();
    let home = match Home::new(&home) {
        Ok(home) => home,
        Err(reason) => {
            eprintln!("{reason}.");
            return std::process::ExitCode::FAILURE;
        }
    };
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    match write(&Order { staging, style: source.join("style"), parts, home, release }) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("The static pages could not be written. {fault}.");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
