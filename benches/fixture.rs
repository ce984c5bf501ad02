//! The cost of strategies: the same documents, drawn from a strategy that can shrink them, or only built.
//!
//! Compare within one run, in the column of medians, for each kind: `strategy` makes at least half as many items per
//! second as `build`. The bytes are those of the documents as JSON.

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use mynumber_pia::fixture::{Json, Parameters, assessment};
use mynumber_pia::{Assessment, AssessmentKind};
use proptest::arbitrary::any;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

const DOCUMENTS: usize = 256;

fn main() {
    divan::main();
}

fn parameters(kind: AssessmentKind) -> Parameters {
    Parameters { kind: Some(kind), ..Parameters::default() }
}

fn draw<S: Strategy>(strategy: &S, runner: &mut TestRunner) -> S::Value {
    strategy.new_tree(runner).expect("strategies of fixtures reject nothing").current()
}

/// The seeds that a strategy draws in turn.
fn seeds() -> Vec<u64> {
    let mut runner = TestRunner::deterministic();
    (0..DOCUMENTS).map(|_| draw(&any::<u64>(), &mut runner)).collect()
}

fn bytes(kind: AssessmentKind) -> BytesCount {
    let (parameters, strategy) = (parameters(kind), assessment(parameters(kind)));
    let mut runner = TestRunner::deterministic();
    let mut bytes = 0;
    for seed in seeds() {
        let document: Assessment = parameters.plan(seed).build();
        let Json(drawn) = draw(&strategy, &mut runner);
        assert!(drawn == document, "the same documents, or the comparison says nothing");
        bytes += serde_json::to_string(&document).expect("a document").len();
    }
    BytesCount::new(bytes)
}

#[divan::bench(args = AssessmentKind::ALL.iter().copied())]
fn build(bencher: Bencher, kind: AssessmentKind) {
    let (parameters, seeds) = (parameters(kind), seeds());
    bencher.counter(ItemsCount::new(DOCUMENTS)).counter(bytes(kind)).bench_local(|| {
        for seed in black_box(&seeds) {
            drop(black_box(parameters.plan(*seed).build::<Assessment>()));
        }
    });
}

#[divan::bench(args = AssessmentKind::ALL.iter().copied())]
fn strategy(bencher: Bencher, kind: AssessmentKind) {
    let strategy = assessment(parameters(kind));
    bencher.counter(ItemsCount::new(DOCUMENTS)).counter(bytes(kind)).bench_local(|| {
        let mut runner = TestRunner::deterministic();
        for _ in 0..DOCUMENTS {
            drop(black_box(draw(black_box(&strategy), &mut runner)));
        }
    });
}
