//! How many requests are under way at once, whoever sends them.

use std::num::NonZeroUsize;
use std::sync::{Condvar, Mutex, PoisonError};

/// Places for requests.
pub(super) struct Slots {
    free: Mutex<usize>,
    freed: Condvar,
}

/// A place that is taken until it goes.
pub(super) struct Slot<'a>(&'a Slots);

impl Slots {
    pub(super) fn new(count: NonZeroUsize) -> Slots {
        Slots {
            free: Mutex::new(count.get()),
            freed: Condvar::new(),
        }
    }

    /// Wait for a place.
    pub(super) fn take(&self) -> Slot<'_> {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.freed.wait_while(free, |free| *free == 0);
        *waited.unwrap_or_else(PoisonError::into_inner) -= 1;
        Slot(self)
    }
}

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.freed.notify_one();
    }
}
