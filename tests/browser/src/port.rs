//! Ports that nobody else takes.
//!
//! Asking the system for port 0, closing it and handing the number to a driver is a race: between the two the system may
//! give the same number to another test. The numbers here lie below the range from which Linux and macOS take such
//! ports, every process starts at a place of its own, and no number is given out twice until all have been.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Above 10080, the highest port that browsers refuse to open (the "bad ports" of the Fetch standard).
const FIRST: u32 = 10_100;
const COUNT: u32 = 21_900;
/// Distance between the starting places of two processes whose ids follow each other.
const STRIDE: u32 = 100;

static NEXT: LazyLock<AtomicU32> = LazyLock::new(|| AtomicU32::new(process::id() % (COUNT / STRIDE) * STRIDE));

/// A listener on a free port of this machine.
pub(crate) fn listen() -> TcpListener {
    (0..COUNT).find_map(|_| TcpListener::bind(address(next())).ok()).expect("a free port")
}

/// The number of a free port, for a program that opens it itself.
#[must_use]
pub fn free() -> u16 {
    listen().local_addr().expect("a listener has an address").port()
}

/// The address of `port` on this machine, not reachable from others.
pub(crate) fn address(port: u16) -> SocketAddr {
    (Ipv4Addr::LOCALHOST, port).into()
}

fn next() -> u16 {
    let offset = NEXT.fetch_add(1, Ordering::Relaxed) % COUNT;
    u16::try_from(FIRST + offset).expect("the range ends below 65536")
}
