//! What changed between two versions of a paper, how it weighs, and the rows for its change table (変更箇所).

use mynumber_pia::assessment::{Assessment, load};
use mynumber_pia::change::{difference, table};

const KAWAGUCHI: &str = include_str!("documents/kawaguchi.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let old: Assessment = load(&mut serde_json::Deserializer::from_str(KAWAGUCHI))?;
    let mut new = old.clone();
    new.put(&"file_sections[0].retention.storage".parse()?, "ガバメントクラウド")?;
    new.put(&"requests.contact_to".parse()?, "甲課")?;
    let swapped = new.file_sections.first_mut().ok_or("it has a file")?;
    swapped.entrustments.swap(0, 1); // an order is no change of what is said

    let difference = difference(&old, &new);
    for (edit, weight) in difference.weighed() {
        println!("[{}] {edit}", weight.label());
    }
    println!();
    for row in table(&difference, "2027-04-01".parse()?) {
        println!("{}\n  変更前: {}\n  変更後: {}\n  {} {}", row.items, row.before, row.after, row.timing, row.reason);
    }
    Ok(())
}
