//! Processes several documents at once, and writes the results in the order of input.

use std::io;
use std::sync::mpsc::sync_channel;
use std::thread::{Builder, scope};

/// How many documents wait for each job, and how many of its results wait to be written. While one job reads a long
/// document, the others go on with those that wait for them.
const AHEAD: usize = 8;

/// Calls `work` for each item, in this many threads, and passes the results to `write` in the order of the items.
///
/// The items go to the jobs in turn, over channels of fixed length, and the results are collected in the same turn. So
/// memory does not grow, and a result is written as soon as those before it are. A pool of threads that reads in chunks
/// would let a user who sends one document wait until the chunk is full.
pub(crate) fn in_order<T: Send, R: Send>(
    jobs: usize,
    items: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    mut write: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    if jobs <= 1 {
        return items.map(work).try_for_each(write);
    }
    let work = &work;
    scope(|scope| {
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        for _ in 0..jobs {
            let (input, undone) = sync_channel(AHEAD);
            let (done, output) = sync_channel(AHEAD);
            inputs.push(input);
            outputs.push(output);
            // The job ends when the channel is closed, because nobody needs the results any more.
            let job = move || undone.into_iter().map(work).try_for_each(|result| done.send(result)).unwrap_or_default();
            Builder::new().spawn_scoped(scope, job)?;
        }
        let deal = move || {
            for (item, input) in items.zip(inputs.iter().cycle()) {
                if input.send(item).is_err() {
                    break;
                }
            }
        };
        Builder::new().spawn_scoped(scope, deal)?;
        // The first job without a result got no item, so the jobs after it got none either.
        outputs.iter().cycle().map_while(|output| output.recv().ok()).try_for_each(&mut write)
    })
}
