//! Writes the static pages into the site that Trunk has staged; Trunk runs it after each build (see Trunk.toml).

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::path::PathBuf;

    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let (Some(staging), Some(source)) = (folder("TRUNK_STAGING_DIR"), folder("TRUNK_SOURCE_DIR")) else {
        eprintln!("TRUNK_STAGING_DIR and TRUNK_SOURCE_DIR are not set: this is run by Trunk, in its build.");
        return std::process::ExitCode::FAILURE;
    };
    match duet::pages::write(&staging, &source.join("style")) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("The static pages could not be written. {fault}.");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
