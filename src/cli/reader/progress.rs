//! How far the asking is, on standard error where that is a terminal: questions, tokens used and left.

use crate::Spent;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar that follows what is spent, and goes when all is asked.
pub(super) fn bar() -> impl Fn(Spent) + Send + Sync + 'static {
    // Hides itself where standard error is no terminal.
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    let shape = "{wide_bar} {pos}/{len} questions · {msg}";
    if let Ok(style) = ProgressStyle::with_template(shape) {
        bar.set_style(style);
    }
    move |spent| {
        bar.set_length(spent.all as u64);
        bar.set_position(spent.done as u64);
        let Spent {
            tokens,
            tokens_left,
            ..
        } = spent;
        bar.set_message(format!("{tokens} tokens used, {tokens_left} left"));
        if spent.done == spent.all {
            bar.finish_and_clear();
        }
    }
}
