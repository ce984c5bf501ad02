//! Processes each document of the files on a command line.

use std::io::{self, Write};
use std::sync::Arc;

use mynumber_pia::Assessment;
use mynumber_pia::validate::Language;

use crate::say;

use super::{Name, Reports, Unread};
use crate::jobs::in_order;
use crate::progress::Progress;

/// A run over the documents of these files.
pub(crate) struct Run<'a> {
    pub(crate) program: &'static str,
    pub(crate) files: &'a [String],
    /// How many documents are processed at once.
    pub(crate) jobs: usize,
    /// The language of the errors about documents that cannot be read.
    pub(crate) language: Language,
}

impl Run<'_> {
    /// Calls `work` with the index, the name and the content of each document, and passes the results to `write` in the
    /// order of input. Documents that cannot be read are reported on standard error in the same order. Returns how many
    /// there were.
    pub(crate) fn each<W: Write, R: Send>(
        &self,
        out: &mut W,
        work: impl Fn(usize, &Name, &Assessment) -> io::Result<R> + Sync,
        mut write: impl FnMut(&mut W, R) -> io::Result<()>,
    ) -> io::Result<usize> {
        let Self { program, files, jobs, language } = *self;
        let (mut unusable, mut reports) = (0, Reports::default());
        let mut progress = Progress::new(program);
        let documents = super::read(files).enumerate();
        let read = |(index, unread): (usize, Unread)| {
            let (name, is_over) = (unread.name.clone(), Arc::clone(&unread.is_over));
            let result = unread.load().map(|document| work(index, &name, &document));
            (name, is_over, result)
        };
        in_order(jobs, documents, read, |(name, is_over, result)| {
            match reports.report(&name, &is_over, result, language) {
                Some(Ok(result)) => write(out, result?)?,
                Some(Err(error)) => {
                    unusable += 1;
                    out.flush()?;
                    progress.clear();
                    say(program, &error);
                }
                None => return Ok(()),
            }
            progress.add(1);
            // Before waiting for more input, so that a caller who sends one document gets the answer at once.
            out.flush()
        })?;
        Ok(unusable)
    }
}
