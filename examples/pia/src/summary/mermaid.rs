//! The chains of entrustment and the flows of a document as Mermaid diagrams, in Markdown that GitHub can render.

use std::fmt::Write as _;
use std::io::{self, Write};

use mynumber_pia::assessment::{Chain, Channel, FileSection, Recipient};
use mynumber_pia::value::answer::Lines;
use mynumber_pia::value::choice::Connection;
use mynumber_pia::{Answer, Assessment, Text};

use super::words::Words;
use crate::input::Name;

/// Builds a diagram. Nodes get generated names, so that no text of a document can be mistaken for syntax.
struct Diagram {
    words: &'static Words,
    text: String,
    nodes: usize,
}

impl Diagram {
    fn node(&mut self, label: &str) -> String {
        let label = if label.trim().is_empty() { self.words.unnamed } else { label };
        self.nodes += 1;
        let name = format!("n{}", self.nodes);
        let _ = writeln!(self.text, "    {name}[\"{}\"]", escaped(label));
        name
    }

    fn edge(&mut self, from: &str, label: &str, to: &str) {
        let _ = match label {
            "" => writeln!(self.text, "    {from} --> {to}"),
            label => writeln!(self.text, "    {from} -->|\"{}\"| {to}", escaped(label)),
        };
    }

    fn open(&mut self, name: &str, title: &str) {
        let _ = writeln!(self.text, "    subgraph {name}[\"{}\"]", escaped(title));
    }

    fn close(&mut self) {
        self.text.push_str("    end\n");
    }
}

/// A heading as one line of Markdown, with syntax escaped.
fn markdown(title: &str) -> String {
    let mut text = String::new();
    for c in title.chars() {
        match c {
            c if c.is_control() => text.push(' '),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '&' => text.push_str("&amp;"),
            '`' | '*' | '_' | '[' | ']' | '#' | '\\' | '!' | '|' | '~' => {
                text.push('\\');
                text.push(c);
            }
            c => text.push(c),
        }
    }
    text
}

/// Mermaid reads a quoted label as Markdown and HTML, so characters with a meaning there are written as entities.
fn escaped(label: &str) -> String {
    let mut text = String::new();
    for c in label.chars() {
        match c {
            '\n' | '\r' | '\t' => text.push(' '),
            '"' | '<' | '>' | '&' | '#' | ';' | '`' | '*' | '_' | '\\' | '|' | '[' | ']' | '{' | '}' | '(' | ')' => {
                let _ = write!(text, "#{};", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text
}

pub(crate) fn write(out: &mut impl Write, name: &Name, document: &Assessment, words: &'static Words) -> io::Result<()> {
    let title = document.cover.title.given().map_or_else(|| name.to_string(), ToString::to_string);
    writeln!(out, "## {}\n\n```mermaid", markdown(&title))?;
    let mut diagram = Diagram { words, text: String::new(), nodes: 0 };
    let has_systems = systems(&mut diagram, document);
    let mut files = Vec::new();
    diagram.open("files", words.personal_files);
    if document.file_sections.is_empty() {
        for file in document.files.iter().filter_map(|file| file.name.given()) {
            diagram.node(file.as_str());
        }
    }
    for section in &document.file_sections {
        let names: Vec<&str> = section.file_names().collect();
        files.push(diagram.node(&names.join("、")));
    }
    diagram.close();
    if has_systems {
        diagram.edge("systems", "", "files");
    }
    for (section, file) in document.file_sections.iter().zip(&files) {
        flows(&mut diagram, section, file);
    }
    write!(out, "flowchart LR\n{}", diagram.text)?;
    writeln!(out, "```\n")
}

/// The systems and their connections: to a listed system if the text names it, otherwise to what the form names.
fn systems(diagram: &mut Diagram, document: &Assessment) -> bool {
    let all = &document.systems;
    if all.is_empty() {
        return false;
    }
    diagram.open("systems", diagram.words.systems);
    let name = |answer: &Answer<Text>| answer.given().map_or("？", |name| name.as_str()).to_string();
    let nodes: Vec<String> = all.iter().map(|system| diagram.node(&name(&system.name))).collect();
    diagram.close();
    let mut others: Vec<(String, String)> = Vec::new();
    for (system, node) in all.iter().zip(&nodes) {
        let boxes = system.connections.ticked().filter(|connection| *connection != Connection::Other);
        let named = system.connections_other.given().into_iter().flat_map(Lines::texts).map(ToString::to_string);
        for to in boxes.map(|connection| connection.label().to_string()).chain(named) {
            let listed = all.iter().position(|other| other.is_called(&to));
            let end = match listed.and_then(|index| nodes.get(index)) {
                Some(end) => end.clone(),
                None => other(diagram, &mut others, to),
            };
            if end != *node {
                diagram.edge(node, diagram.words.connection, &end);
            }
        }
    }
    true
}

/// The node of a system that is not in the list; one node for each name.
fn other(diagram: &mut Diagram, others: &mut Vec<(String, String)>, name: String) -> String {
    if let Some((_, node)) = others.iter().find(|(label, _)| *label == name) {
        return node.clone();
    }
    let node = diagram.node(&name);
    others.push((name, node.clone()));
    node
}

fn flows(diagram: &mut Diagram, section: &FileSection, file: &str) {
    let words = diagram.words;
    let acquisition = &section.acquisition;
    for source in acquisition.sources.ticked() {
        let named = acquisition.source_names(source);
        let label = named.map_or_else(|| source.label().to_string(), |named| format!("{}（{named}）", source.label()));
        let from = diagram.node(&label);
        diagram.edge(&from, words.acquisition, file);
    }
    for entrustment in section.entrustments.iter().filter(|entrustment| !entrustment.is_empty_block()) {
        let matter = entrustment.matter.given().map(|matter| format!(" {matter}")).unwrap_or_default();
        let label = format!("{}{matter}", words.entrustments);
        // Every party is linked from the last one of the tier above.
        let mut above = vec![file.to_string()];
        for link in Chain::of(entrustment).links() {
            above.truncate(link.tier);
            let from = above.last().cloned().unwrap_or_else(|| file.to_string());
            let to = diagram.node(link.name.unwrap_or(words.unnamed));
            diagram.edge(&from, if link.tier == 1 { &label } else { words.re_entrustment }, &to);
            above.push(to);
        }
    }
    for recipient in &section.provision.provisions {
        self::recipient(diagram, file, words.provisions, recipient);
    }
    for recipient in &section.provision.transfers {
        self::recipient(diagram, file, words.transfers, recipient);
    }
}

fn recipient<M: Channel>(diagram: &mut Diagram, file: &str, flow: &str, recipient: &Recipient<M>) {
    let Some(names) = recipient.names.given() else { return };
    let names: Vec<String> = names.texts().map(ToString::to_string).collect();
    let to = diagram.node(&names.join("、"));
    diagram.edge(file, flow, &to);
}
