//! Loads a document with mistakes in it. The error says where, what was seen and what is allowed, in both languages.

use mynumber_pia::assessment::load;
use mynumber_pia::{Assessment, Language};

const MATSUDO: &str = include_str!("documents/matsudo.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let paper: Assessment = load(&mut serde_json::Deserializer::from_str(MATSUDO))?;
    println!("{}: {}\n", paper.cover.number, paper.affair.name);

    let value: serde_json::Value = serde_json::from_str(MATSUDO)?;
    for (pointer, wrong) in [
        ("/population", serde_json::json!("many")),
        ("/cover/published", serde_json::json!("令和7年2月30日")),
        ("/file_sections/0/names", serde_json::json!(3)),
    ] {
        let mut value = value.clone();
        *value.pointer_mut(pointer).ok_or("the document has the field")? = wrong;
        // `load` takes any format of serde, such as the value of a column of a database.
        let error = load::<Assessment, _>(value).unwrap_err();
        println!("{}", error.text(Language::Japanese));
        println!("{}\n", error.text(Language::English));
    }
    Ok(())
}
