//! The cost of a determination, over a million mixed facts.
//!
//! Compare within one run, in the column of medians:
//!
//! - `determination` (exact facts, with all grounds) and `determination_mixed` (exact facts, bands, ranges and open
//!   facts, which have more grounds) allocate nothing. `read_facts` reads a tenth as many facts from lines of JSON;
//!   compare the times of one item;
//! - `headroom` is the additional cost of the distance to other results;
//! - `lookup` only looks the same table up in an array, `obligation` only applies the rule. They take about the same time;
//! - `json_lines` does what `pia threshold --jsonl` does: a line in, a line out.

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher, black_box};
use mynumber_pia::threshold::{Ground, obligation};
use mynumber_pia::value::band::{CountRange, HandlersBand, PopulationBand};
use mynumber_pia::{Count, Facts, Occurrence, determine};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const MILLION: usize = 1_000_000;

fn main() {
    divan::main();
}

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit)).unwrap_or(0)
    }
}

/// Exact facts of every size, so that every row of the rule applies to some, and branches cannot be predicted.
fn exact() -> Vec<(u32, u32, Occurrence)> {
    let mut numbers = Numbers(1);
    (0..MILLION)
        .map(|_| {
            let ceiling = [1_000, 10_000, 100_000, 300_000, 2_000_000][numbers.below(5) as usize];
            let incident = Occurrence::ALL[numbers.below(2) as usize];
            (numbers.below(ceiling), numbers.below(1_000), incident)
        })
        .collect()
}

fn exact_facts() -> Vec<Facts> {
    let facts = |(population, handlers, incident)| Facts {
        population: Some(Count::Exact(population)),
        handlers: Some(Count::Exact(handlers)),
        serious_incident: Some(incident),
    };
    exact().into_iter().map(facts).collect()
}

/// Exact facts, bands, ranges and open facts.
fn mixed_facts() -> Vec<Facts> {
    let mut numbers = Numbers(2);
    let mut facts = exact_facts();
    for Facts { population, handlers, serious_incident } in &mut facts {
        *population = match (numbers.below(4), *population) {
            (1, Some(Count::Exact(count))) => Some(Count::Band(PopulationBand::of(count))),
            (2, Some(Count::Exact(count))) => Some(Count::Range(CountRange::at_least(count))),
            (3, _) => None,
            (_, count) => count,
        };
        *handlers = match (numbers.below(3), *handlers) {
            (1, Some(Count::Exact(count))) => Some(Count::Band(HandlersBand::of(count))),
            (2, _) => None,
            (_, count) => count,
        };
        if numbers.below(3) == 0 {
            *serious_incident = None;
        }
    }
    facts
}

/// The table of the rule as an array of numbers, filled in by hand: 対象人数, 取扱者数, 重大事故.
static TABLE: [[[u8; 2]; 2]; 5] =
    [[[0, 0], [0, 0]], [[1, 1], [1, 1]], [[2, 1], [2, 2]], [[3, 2], [3, 3]], [[3, 3], [3, 3]]];

#[divan::bench]
fn lookup(bencher: Bencher) {
    let facts = exact();
    bencher.counter(ItemsCount::new(MILLION)).bench_local(|| {
        let mut sum = 0_u32;
        for (population, handlers, incident) in black_box(&facts) {
            let band = usize::from(*population >= 1_000)
                + usize::from(*population >= 10_000)
                + usize::from(*population >= 100_000)
                + usize::from(*population >= 300_000);
            let cell = TABLE[band][usize::from(*handlers >= 500)][usize::from(*incident == Occurrence::NotOccurred)];
            sum = sum.wrapping_add(black_box(cell).into());
        }
        sum
    });
}

#[divan::bench(name = "obligation")]
fn bare_obligation(bencher: Bencher) {
    let facts = exact();
    bencher.counter(ItemsCount::new(MILLION)).bench_local(|| {
        let mut sum = 0_u32;
        for (population, handlers, incident) in black_box(&facts) {
            sum = sum.wrapping_add(black_box(obligation(*population, *handlers, *incident)) as u32);
        }
        sum
    });
}

/// Reads everything in a determination.
fn read(facts: &Facts) -> usize {
    let determination = determine(facts);
    let mut rows = 0;
    for ground in determination.grounds() {
        if let Ground::Row { row, .. } = black_box(ground) {
            rows += usize::from(row.number) + ground.criteria().map(|criterion| criterion.bound().len()).sum::<usize>();
        }
    }
    black_box(determination.required());
    rows
}

#[divan::bench]
fn headroom(bencher: Bencher) {
    let facts = exact_facts();
    bencher
        .counter(ItemsCount::new(MILLION))
        .bench_local(|| black_box(&facts).iter().filter(|facts| determine(facts).headroom().is_some()).count());
}

/// Only reads the facts; a tenth of them, because it is much slower.
#[divan::bench(sample_count = 20)]
fn read_facts(bencher: Bencher) {
    let mut facts = mixed_facts();
    facts.truncate(MILLION / 10);
    let lines: Vec<String> = facts.iter().map(|facts| serde_json::to_string(facts).unwrap()).collect();
    bencher.counter(ItemsCount::new(lines.len())).bench_local(|| {
        let read = |line: &String| serde_json::from_str::<Facts>(line).unwrap();
        black_box(&lines).iter().map(read).filter(|facts| facts.population.is_some()).count()
    });
}

#[divan::bench(name = "determination")]
fn determination_exact(bencher: Bencher) {
    let facts = exact_facts();
    bencher.counter(ItemsCount::new(MILLION)).bench_local(|| black_box(&facts).iter().map(read).sum::<usize>());
}

#[divan::bench]
fn determination_mixed(bencher: Bencher) {
    let facts = mixed_facts();
    bencher.counter(ItemsCount::new(MILLION)).bench_local(|| black_box(&facts).iter().map(read).sum::<usize>());
}

/// A line of JSON in, a line of JSON out; a tenth of the facts, because it is much slower.
#[divan::bench(sample_count = 20)]
fn json_lines(bencher: Bencher) {
    let mut facts = mixed_facts();
    facts.truncate(MILLION / 10);
    let lines: Vec<String> = facts.iter().map(|facts| serde_json::to_string(facts).unwrap()).collect();
    let mut out = Vec::new();
    bencher.counter(ItemsCount::new(lines.len())).bench_local(|| {
        let mut written = 0;
        for line in black_box(&lines) {
            out.clear();
            let facts: Facts = serde_json::from_str(line).unwrap();
            let _ = serde_json::to_writer(&mut out, &determine(&facts));
            written += out.len();
        }
        written
    });
}
