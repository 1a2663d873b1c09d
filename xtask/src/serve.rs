//! Serves the built site to a browser on this machine, and to no other.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context, Result};

const PORT: u16 = 8080;

/// Serves a folder until the process is ended, by Ctrl-C for instance.
pub fn serve(dist: &Path, port: Option<u16>) -> Result<()> {
    let listener = listen(port)?;
    println!("Duet is at http://{}/ (Ctrl-C ends it).", listener.local_addr()?);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(static_server::serve(listener, static_server::files(dist))).context("The web server ended.")
}

/// The port asked for, or else the first that is free from 8080 on.
pub fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port).with_context(|| format!("Port {port} cannot be used; choose another, or leave --port out."));
    }
    (PORT..PORT + 100)
        .find_map(|port| bind(port).ok())
        .with_context(|| format!("No port from {PORT} to {} is free; choose one with --port.", PORT + 99))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_port_is_taken_when_one_is_busy() {
        let first = listen(None).expect("a port");
        let second = listen(None).expect("a port");
        let port = |listener: &TcpListener| listener.local_addr().expect("an address").port();
        assert_ne!(port(&first), port(&second));
        let busy = listen(Some(port(&first))).unwrap_err();
        assert!(busy.to_string().contains("--port"), "{busy}");
    }
}
