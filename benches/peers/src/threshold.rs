//! しきい値判断: the threshold determination beside a rule in JSON Logic, and beside a table in `serde_json::Value`.

use datalogic_rs::bumpalo::Bump;
use datalogic_rs::{Engine, ParsedData};
use mynumber_pia::threshold::obligation;
use mynumber_pia::{Count, Facts, Occurrence, determine};
use serde_json::Value;

use crate::measure::{Row, in_turn, time};

/// What the two sides do.
pub const NOTE: &str = "\
- **Threshold.** All sides are given exact facts and answer with the same obligation. `determine` also finds every ground
  of the answer (fact, bound, row, provision), and accepts bands, ranges and open facts; the peers do not. `obligation` is
  the bare rule, which is what the peers compute. The rule of datalogic-rs is compiled, its facts are parsed, and its arena
  is reused. The table in `Value` holds the lower ends of the bands and the obligations; its facts are a `Value` too.";

/// The nine rows of the rule, in the fewest branches that JSON Logic needs.
const RULE: &str = r#"{"if": [
    {"<": [{"var": "population"}, 1000]}, "none",
    {"<": [{"var": "population"}, 10000]}, "basic_item",
    {"<": [{"var": "population"}, 100000]},
    {"if": [{"or": [{">=": [{"var": "handlers"}, 500]}, {"var": "incident"}]}, "basic_item_and_key_item", "basic_item"]},
    {"and": [{"<": [{"var": "population"}, 300000]}, {"<": [{"var": "handlers"}, 500]}, {"!": {"var": "incident"}}]},
    "basic_item_and_key_item",
    "basic_item_and_all_item"
]}"#;

/// The same rule as a table: the lowest counts of the bands after the first, and the obligation by population, handlers and
/// incident.
const TABLE: &str = r#"{
    "population": [1000, 10000, 100000, 300000],
    "handlers": [500],
    "obligations": [
        [["none", "none"], ["none", "none"]],
        [["basic_item", "basic_item"], ["basic_item", "basic_item"]],
        [["basic_item", "basic_item_and_key_item"], ["basic_item_and_key_item", "basic_item_and_key_item"]],
        [["basic_item_and_key_item", "basic_item_and_all_item"], ["basic_item_and_all_item", "basic_item_and_all_item"]],
        [["basic_item_and_all_item", "basic_item_and_all_item"], ["basic_item_and_all_item", "basic_item_and_all_item"]]
    ]
}"#;

fn look_up<'a>(table: &'a Value, facts: &Value) -> &'a str {
    let band = |fact: &str| {
        let count = facts[fact].as_u64().unwrap();
        table[fact].as_array().unwrap().iter().take_while(|lowest| lowest.as_u64().unwrap() <= count).count()
    };
    let incident = usize::from(facts["incident"].as_bool().unwrap());
    table["obligations"][band("population")][band("handlers")][incident].as_str().unwrap()
}

/// Exact facts.
#[derive(Clone, Copy)]
struct Exact {
    population: u32,
    handlers: u32,
    incident: bool,
}

impl Exact {
    fn occurrence(self) -> Occurrence {
        if self.incident { Occurrence::Occurred } else { Occurrence::NotOccurred }
    }

    fn facts(self) -> Facts {
        Facts {
            population: Some(Count::Exact(self.population)),
            handlers: Some(Count::Exact(self.handlers)),
            serious_incident: Some(self.occurrence()),
        }
    }

    /// A line of JSON that every side reads.
    fn line(self) -> String {
        let Self { population, handlers, incident } = self;
        format!(r#"{{"population":{population},"handlers":{handlers},"incident":{incident}}}"#)
    }
}

/// Facts of every size in a mixed order, the same in every run. So few that all sides find theirs in the cache.
fn mixed() -> Vec<Exact> {
    let mut state = 1_u64;
    let mut below = |limit: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((state >> 33) % u64::from(limit)).unwrap()
    };
    let mut fact = || {
        let ceiling = [1_000, 10_000, 100_000, 300_000, 2_000_000][below(5) as usize];
        Exact { population: below(ceiling), handlers: below(1_000), incident: below(2) == 1 }
    };
    (0..1_000).map(|_| fact()).collect()
}

/// Both ends of every band, with and without an incident: all cells of the rule.
fn cells() -> Vec<Exact> {
    let mut cells = Vec::new();
    for population in [0, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 299_999, 300_000, u32::MAX] {
        for handlers in [0, 499, 500, u32::MAX] {
            cells.extend([false, true].map(|incident| Exact { population, handlers, incident }));
        }
    }
    cells
}

pub fn rows() -> Vec<Row> {
    let engine = Engine::new();
    let rule = engine.compile(RULE).unwrap();
    let table: Value = serde_json::from_str(TABLE).unwrap();
    let mut arena = Bump::new();

    let exact = mixed();
    for fact in cells().into_iter().chain(exact.iter().copied()) {
        let line = fact.line();
        let required = obligation(fact.population, fact.handlers, fact.occurrence());
        assert_eq!(determine(&fact.facts()).required(), Some(required), "{line}");
        assert_eq!(serde_json::from_str::<Facts>(&line).unwrap(), fact.facts());
        assert_eq!(engine.evaluate(&rule, line.as_str(), &arena).unwrap().as_str(), Some(required.code()), "{line}");
        assert_eq!(look_up(&table, &serde_json::from_str(&line).unwrap()), required.code(), "{line}");
    }

    let lines: Vec<String> = exact.iter().map(|fact| fact.line()).collect();
    let facts: Vec<Facts> = exact.iter().map(|fact| fact.facts()).collect();
    let values: Vec<Value> = lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let parsed: Vec<ParsedData> = lines.iter().map(|line| ParsedData::from_json(line).unwrap()).collect();

    let row = |measured: &str, ours: &str, peer: &str, times| Row {
        measured: format!("threshold, {measured}"),
        ours: ours.to_owned(),
        peer: peer.to_owned(),
        times,
        operations: facts.len(),
    };
    let bare = || time(&exact, |fact| obligation(fact.population, fact.handlers, fact.occurrence()));
    let determination = || time(&facts, |facts| determine(facts).required());
    let by_hand = || time(&values, |value| look_up(&table, value).len());
    let mut logic = || {
        time(&parsed, |data| {
            arena.reset();
            engine.evaluate(&rule, data, &arena).unwrap().as_str().map(str::len)
        })
    };
    let mut rows = vec![
        row("facts in memory", "`obligation`", "datalogic-rs", in_turn(bare, &mut logic)),
        row("facts in memory", "`determine`", "datalogic-rs", in_turn(determination, &mut logic)),
        row("facts in memory", "`obligation`", "table in `Value`", in_turn(bare, by_hand)),
        row("facts in memory", "`determine`", "table in `Value`", in_turn(determination, by_hand)),
    ];

    let from_lines = || time(&lines, |line| determine(&serde_json::from_str(line).unwrap()).required());
    let by_hand = || time(&lines, |line| look_up(&table, &serde_json::from_str(line).unwrap()).len());
    let logic = || {
        time(&lines, |line| {
            arena.reset();
            engine.evaluate(&rule, line, &arena).unwrap().as_str().map(str::len)
        })
    };
    rows.push(row("a line of JSON", "`Facts`, `determine`", "datalogic-rs", in_turn(from_lines, logic)));
    rows.push(row("a line of JSON", "`Facts`, `determine`", "table in `Value`", in_turn(from_lines, by_hand)));
    rows
}
