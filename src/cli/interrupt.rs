//! Ctrl-C: the first one asks for an end after what is under way, the second one ends at once.

use signal_hook::consts::SIGINT;
use signal_hook::flag;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The status of a program that Ctrl-C ended, as shells have it.
const INTERRUPTED: i32 = 130;

/// Whether the user wants an end.
#[derive(Debug, Clone, Default)]
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Set by the first Ctrl-C. Where the system gives no such notice, Ctrl-C ends the program as ever.
    pub(super) fn on_interrupt() -> Stop {
        let stop = Stop::default();
        // In this order: what sees the flag set comes before what sets it.
        let last = flag::register_conditional_shutdown(SIGINT, INTERRUPTED, Arc::clone(&stop.0));
        if last.is_ok() {
            let _ = flag::register(SIGINT, Arc::clone(&stop.0));
        }
        stop
    }

    /// The flag itself, for who waits elsewhere.
    pub(super) fn flag(self) -> Arc<AtomicBool> {
        self.0
    }

    pub(super) fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    #[cfg(test)]
    pub(super) fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
