//! What the figures depend on: the machine, the compiler, and the versions of the peers.

use std::process::Command;

/// The CPU, how many cores it has, and the compiler.
pub fn machine() -> String {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("CPU not known", |(_, model)| model);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let rustc = Command::new("rustc").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    format!("{model}, {cores} cores, {}", String::from_utf8_lossy(&rustc).trim())
}

/// The peers, with the versions that were built.
pub fn peers() -> String {
    let lock = include_str!("../../../Cargo.lock");
    let peers = [
        "datalogic-rs",
        "json-patch",
        "jsonschema",
        "proptest",
        "rand_regex",
        "serde_json",
        "similar",
        "simd-json",
        "sonic-rs",
    ];
    let version = |peer: &str| {
        let (_, rest) = lock.split_once(&format!("name = \"{peer}\"\nversion = \"")).unwrap();
        format!("{peer} {}", rest.split_once('"').unwrap().0)
    };
    peers.map(version).join(", ")
}
