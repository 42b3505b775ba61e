//! How far a batch is, on standard error where that is a terminal: done, rate, errors, remaining.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The bar, and what it counts.
pub(super) struct Progress {
    bar: ProgressBar,
    done: u64,
    failed: u64,
}

impl Progress {
    /// `whole` is how much there is to do, where that is known; `hidden` where nobody wants to see a bar.
    pub(super) fn new(whole: Option<u64>, hidden: bool) -> Progress {
        let target = if hidden {
            ProgressDrawTarget::hidden()
        } else {
            // Hides itself where standard error is no terminal.
            ProgressDrawTarget::stderr()
        };
        let (bar, shape) = match whole {
            Some(whole) => (
                ProgressBar::with_draw_target(Some(whole), target),
                "{wide_bar} {percent:>3}% · {msg} · {eta} remaining",
            ),
            None => (
                ProgressBar::with_draw_target(None, target),
                "{spinner} {msg} · {elapsed}",
            ),
        };
        if let Ok(style) = ProgressStyle::with_template(shape) {
            bar.set_style(style);
        }
        Progress {
            bar,
            done: 0,
            failed: 0,
        }
    }

    /// One more is done; `size` is what that is of the whole.
    pub(super) fn advance(&mut self, size: u64, failed: bool) {
        self.done += 1;
        self.failed += u64::from(failed);
        self.bar.inc(size);
        if !self.bar.is_hidden() {
            self.bar.set_message(self.said());
        }
    }

    fn said(&self) -> String {
        let seconds = self.bar.elapsed().as_secs_f64().max(0.001);
        #[expect(clippy::cast_precision_loss, reason = "a rate for the eye")]
        let rate = self.done as f64 / seconds;
        let Progress { done, failed, .. } = self;
        format!("{done} done · {rate:.1}/s · {}", errors(*failed))
    }

    /// Takes the bar away; what is said last, if there is anything to say.
    pub(super) fn finish(self, stopped: bool) -> Option<String> {
        self.bar.finish_and_clear();
        let Progress { done, failed, .. } = self;
        match (stopped, failed) {
            (true, _) => Some(format!("stopped: {done} done, {}", errors(failed))),
            (false, 0) => None,
            (false, _) => Some(format!("{done} done, {}", errors(failed))),
        }
    }
}

fn errors(count: u64) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} error{s}")
}

#[cfg(test)]
mod tests {
    use super::Progress;

    #[test]
    fn what_is_said_last_counts_errors_and_tells_of_a_stop() {
        let after = |failed: &[bool], stopped| {
            let mut progress = Progress::new(Some(10), true);
            for &failed in failed {
                progress.advance(1, failed);
            }
            progress.finish(stopped)
        };
        assert_eq!(after(&[false, false], false), None);
        let said = after(&[false, true], false);
        assert_eq!(said.as_deref(), Some("2 done, 1 error"));
        let said = after(&[false], true);
        assert_eq!(said.as_deref(), Some("stopped: 1 done, 0 errors"));
    }
}
