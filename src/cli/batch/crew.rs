//! Many tasks on all cores, their answers in the order of the tasks, and never more than a few of them in memory.
//!
//! A reader hands each task to whoever is free, and the place where its answer will be to the caller, who waits for
//! the places in turn. Both ways hold only so many, so who reads waits for who works, and who works for who writes.

use super::super::Trouble;
use super::super::interrupt::Stop;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::io;
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Tasks on their way for each worker: a long one holds up the answers of so many short ones, not the work on them.
const AHEAD: usize = 8;
/// How often a wait looks up to see whether it shall end.
const GLANCE: Duration = Duration::from_millis(50);

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// All tasks are answered.
    Whole,
    /// Stopped by the user: the first tasks are answered, without a gap.
    Stopped,
}

/// What comes to the caller, in order.
enum Turn<A> {
    /// Where the next answer will be.
    Answer(Receiver<A>),
    /// The tasks cannot be read on.
    Failed(Trouble),
    /// There are no more tasks.
    End,
}

type Given<T, A> = (T, SyncSender<A>);

/// Do `work` on each task, `jobs` at a time, and hand the answers to `each` in the order of the tasks.
///
/// Tasks that are under way when `stop` is set are still answered. The threads of an end with trouble are left behind:
/// the program is about to exit.
pub(super) fn in_order<T: Send + 'static, A: Send + 'static>(
    jobs: NonZeroUsize,
    stop: &Stop,
    tasks: impl Iterator<Item = Result<T, Trouble>> + Send + 'static,
    work: impl Fn(T) -> A + Send + Sync + 'static,
    mut each: impl FnMut(A) -> Result<(), Trouble>,
) -> Result<Ended, Trouble> {
    let bound = jobs.get().saturating_mul(AHEAD);
    let (give, given) = sync_channel(bound);
    let (queue, turns) = sync_channel(bound);
    hire(jobs, given, work);
    let reader_stop = stop.clone();
    thread::spawn(move || read(tasks, &give, &queue, &reader_stop));
    loop {
        match turns.recv_timeout(GLANCE) {
            Ok(Turn::Answer(place)) => each(place.recv().map_err(lost)?)?,
            Ok(Turn::Failed(trouble)) => return Err(trouble),
            Ok(Turn::End) => return Ok(Ended::Whole),
            Err(RecvTimeoutError::Disconnected) => return Ok(Ended::Stopped),
            // Who reads may wait for a line that never comes.
            Err(RecvTimeoutError::Timeout) if stop.is_set() => return Ok(Ended::Stopped),
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

fn lost<E>(_: E) -> Trouble {
    Trouble::Standard(io::Error::other("a worker has gone"))
}

/// Gives the tasks out until they or the caller end.
fn read<T, A>(
    tasks: impl Iterator<Item = Result<T, Trouble>>,
    give: &SyncSender<Given<T, A>>,
    queue: &SyncSender<Turn<A>>,
    stop: &Stop,
) {
    for task in tasks {
        if stop.is_set() {
            return;
        }
        let (answer, place) = sync_channel(1);
        let turn = match task {
            Ok(task) => match give.send((task, answer)) {
                Ok(()) => Turn::Answer(place),
                Err(_) => return,
            },
            Err(trouble) => Turn::Failed(trouble),
        };
        if queue.send(turn).is_err() {
            return;
        }
    }
    // Where the caller has gone, nobody waits for it.
    let _ = queue.send(Turn::End);
}

fn hire<T: Send + 'static, A: Send + 'static>(
    jobs: NonZeroUsize,
    given: Receiver<Given<T, A>>,
    work: impl Fn(T) -> A + Send + Sync + 'static,
) {
    let given = Arc::new(Mutex::new(given));
    let work = Arc::new(work);
    for _ in 0..jobs.get() {
        let (given, work) = (Arc::clone(&given), Arc::clone(&work));
        thread::spawn(move || {
            let _own = alone();
            while let Ok((task, answer)) = next(&given) {
                // The caller may have ended with trouble.
                let _ = answer.send(work(task));
            }
        });
    }
}

fn next<T>(given: &Mutex<Receiver<T>>) -> Result<T, std::sync::mpsc::RecvError> {
    given.lock().unwrap_or_else(PoisonError::into_inner).recv()
}

/// One comparison stays on one core: cores that share it wait for each other. Without it the cores are shared, which
/// is slower and nothing else.
fn alone() -> Option<ThreadPool> {
    let pool = ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    pool.build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    const TWO: NonZeroUsize = NonZeroUsize::new(2).expect("two");

    #[test]
    fn answers_come_in_order_however_long_each_takes() {
        let tasks = (0..200_u64).map(Ok);
        let work = |n: u64| {
            thread::sleep(Duration::from_micros(n % 7 * 200));
            n * 2
        };
        let mut answers = Vec::new();
        let each = |answer| {
            answers.push(answer);
            Ok(())
        };
        let ended = in_order(TWO, &Stop::default(), tasks, work, each).expect("no trouble");
        assert_eq!(ended, Ended::Whole);
        assert_eq!(answers, (0..200).map(|n| n * 2).collect::<Vec<u64>>());
    }

    #[test]
    fn who_reads_waits_for_who_writes() {
        let read = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&read);
        let tasks = (0..1000_usize).map(move |n| {
            counted.store(n, Ordering::SeqCst);
            Ok(n)
        });
        let mut most = 0;
        let each = |done: usize| {
            thread::sleep(Duration::from_micros(50));
            most = most.max(read.load(Ordering::SeqCst).saturating_sub(done));
            Ok(())
        };
        in_order(TWO, &Stop::default(), tasks, |n| n, each).expect("no trouble");
        // Both queues, what is in hand, and the place that is waited for.
        assert!(most <= 2 * (2 * AHEAD + 2), "{most} were read ahead");
    }

    #[test]
    fn stopping_leaves_no_gap_and_does_not_wait_for_the_input() {
        let stop = Stop::default();
        let (send, waiting) = sync_channel(100);
        for n in 0..10_usize {
            send.send(n).expect("room");
        }
        let mut answers = Vec::new();
        let each = |answer| {
            answers.push(answer);
            if answers.len() == 10 {
                stop.set();
            }
            Ok(())
        };
        let ended = in_order(TWO, &stop, waiting.into_iter().map(Ok), |n| n, each);
        assert_eq!(ended.expect("no trouble"), Ended::Stopped);
        assert_eq!(answers, (0..10).collect::<Vec<_>>());
        drop(send);
    }

    #[test]
    fn trouble_comes_after_the_answers_before_it() {
        let tasks = [Ok(1), Ok(2), Err(Trouble::Usage("no", "way")), Ok(3)];
        let mut answers = Vec::new();
        let each = |answer| {
            answers.push(answer);
            Ok(())
        };
        let ended = in_order(TWO, &Stop::default(), tasks.into_iter(), |n| n, each);
        assert_eq!(ended.expect_err("trouble").to_string(), "no");
        assert_eq!(answers, [1, 2]);
    }
}
