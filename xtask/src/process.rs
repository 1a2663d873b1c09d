//! Starting other programs.

use std::env;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

/// The cargo that runs this program, so that everything is compiled by one toolchain.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command on this terminal and waits for it; `what` names it in the error.
pub fn run(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("{what} failed ({status}); its own message is above.");
    }
    Ok(())
}

/// Runs a command without a terminal; returns its standard output, or `None` when it did not start or did not succeed.
pub fn quiet(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command and forwards its standard output as it comes; also returns it.
///
/// Its standard error stays the terminal, where cargo shows its progress.
pub fn tee(command: &mut Command) -> Result<(ExitStatus, String)> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    let mut from = child.stdout.take().context("A program was started without its standard output.")?;
    let mut seen = Vec::new();
    let mut chunk = [0; 8192];
    loop {
        let length = from.read(&mut chunk).context("The output of a program could not be read.")?;
        if length == 0 {
            break;
        }
        // The reader of our output may have closed it (`| head`); the tests go on all the same.
        let mut to = std::io::stdout().lock();
        let _ = to.write_all(&chunk[..length]).and_then(|()| to.flush());
        seen.extend_from_slice(&chunk[..length]);
    }
    let status = child.wait().with_context(|| cannot_start(command))?;
    Ok((status, String::from_utf8_lossy(&seen).into_owned()))
}

fn cannot_start(command: &Command) -> String {
    format!("{} could not be started; is it installed and on PATH?", command.get_program().display())
}

/// The path of a program on PATH.
///
/// On Windows npm and its programs are `.cmd` files, which a bare name does not start: hence the full path.
pub fn on_path(program: &str) -> Option<PathBuf> {
    which::which(program).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tee_gives_what_the_program_wrote_and_how_it_ended() {
        let (status, written) = tee(cargo().arg("--version")).expect("cargo starts");
        assert!(status.success());
        assert!(written.starts_with("cargo "), "{written}");
    }

    #[test]
    fn a_program_that_does_not_exist_is_named() {
        let error = run(&mut Command::new("no-such-program-of-duet"), "It").unwrap_err();
        assert!(error.to_string().contains("no-such-program-of-duet"));
    }
}
