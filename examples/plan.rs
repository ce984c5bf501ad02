//! What must be done, and by when, because a paper changes; and what becomes due with time.

use chrono::NaiveDate;
use mynumber_pia::Language;
use mynumber_pia::affair::{Dossier, Happening, System, calendar, plan};
use mynumber_pia::assessment::{Assessment, load};
use mynumber_pia::change::difference;

const KAWAGUCHI: &str = include_str!("documents/kawaguchi.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let published: Assessment = load(&mut serde_json::Deserializer::from_str(KAWAGUCHI))?;
    let mut new = published.clone();
    new.put(&"file_sections[0].retention.storage".parse()?, "ガバメントクラウド")?;

    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or("no such day");
    let (today, change_day) = (day(2026, 4, 1)?, day(2027, 4, 1)?);
    let dossier = Dossier::of(&published);
    let edits = [difference(&published, &new)];
    let change = Happening::Change {
        edits: &edits,
        on: Some(change_day),
        system: System::From(day(2026, 10, 1)?), // when the work on the system begins
        facts: None,                             // 対象人数 and 取扱者数 stay as they are
        is_urgent: false,
        is_minor: false, // the body did not judge that it is not material
    };
    let plan = plan(&dossier, &change, today);
    println!("再実施が必要: {:?}、事前に必要: {:?}", plan.must_reassess(), plan.must_be_before());
    for step in &plan.steps {
        println!("  {}", step.text(Language::Japanese));
    }
    println!("期限の到来する手続:");
    for step in calendar(&[dossier], today) {
        println!("  {}", step.text(Language::Japanese));
    }
    Ok(())
}
