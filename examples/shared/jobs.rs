//! Several documents at once, written in the order of input.

use std::io;
use std::sync::mpsc::sync_channel;
use std::thread::{Builder, scope};

use mynumber_pia::value::error::excerpt;

/// What `--jobs` takes.
pub(crate) const JOBS: &str = "a number from 1 to 256";

/// How many documents a job holds before it works on them, and as many after. A long document does not keep the other
/// jobs waiting as long as they have work here.
const AHEAD: usize = 8;

/// Reads the value of `--jobs`; one job if it is not given.
pub(crate) fn jobs(text: Option<String>) -> Result<usize, String> {
    let Some(text) = text else { return Ok(1) };
    let number = text.parse().ok().filter(|number| (1..=256).contains(number));
    number.ok_or_else(|| format!("--jobs: \"{}\" is not {JOBS}", excerpt(&text)))
}

/// Does `work` on each item, in so many threads, and gives what comes out to `write` in the order of the items. The items
/// in memory are a fixed number. A result is written as soon as those before it are: who sends a document and waits for
/// the answer gets it.
///
/// The items are dealt to the jobs in turn, and the results collected in the same turn, which keeps them in order.
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
            // A channel is closed when nobody needs the results any more.
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
        // The first job without a result has had no item, and so have all after it.
        outputs.iter().cycle().map_while(|output| output.recv().ok()).try_for_each(&mut write)
    })
}
