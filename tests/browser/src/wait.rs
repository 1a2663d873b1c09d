//! Waiting for a condition, never for a time.

use std::time::Duration;

use tokio::time::{Instant, sleep};

/// How long a condition may take before the test fails.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// The pause between two looks. Short against what a person notices, long against the cost of a look.
pub(crate) const PAUSE: Duration = Duration::from_millis(20);

/// Looks until `look` finds something, at most [`PATIENCE`] long; `None` when it never did.
///
/// The last look begins after the deadline, so a machine that stood still meanwhile is not taken for a broken page.
pub async fn until<T>(mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let last = Instant::now() >= deadline;
        if let Some(found) = look().await {
            return Some(found);
        }
        if last {
            return None;
        }
        sleep(PAUSE).await;
    }
}
