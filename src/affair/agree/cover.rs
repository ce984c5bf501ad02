//! The cover, and the name of the affair.

use alloc::string::{String, ToString};

use super::pair::Pair;
use super::rule::AgreeRule;
use crate::assessment::{Affair, Assessment, Cover};
use crate::catalogue::FieldPath;
use crate::validate::Severity;
use crate::value::answer::Answer;
use crate::value::choice::Extent;
use crate::value::kind::AssessmentKind;
use crate::value::names::{body_key, name_key, same_body, split_prefecture};
use crate::value::text::Text;

fn root() -> FieldPath<Assessment> {
    FieldPath::root()
}

impl Pair<'_> {
    pub(super) fn cover(&mut self) {
        let cover = root().at(Assessment::cover);
        let (basic, deeper) = (self.basic.document, self.deeper.document);
        if let (Some(a), Some(b)) = (basic.cover.body.given(), deeper.cover.body.given()) {
            if body_key(a.as_str()) != body_key(b.as_str()) {
                let rule = AgreeRule::BodyDiffers;
                // Only one of the papers names the prefecture.
                let severity = if same_body(a.as_str(), b.as_str()) { Severity::Note } else { rule.severity() };
                let at = || cover.item_and_path(Cover::body);
                self.differ_as(rule, severity, self.basic.said(at()), self.deeper.said(at()));
            }
        }
        let names = |a: &Answer<Text>, b: &Answer<Text>| {
            a.given().zip(b.given()).is_some_and(|(a, b)| name_key(a.as_str()) != name_key(b.as_str()))
        };
        if names(&basic.cover.number, &deeper.cover.number) {
            self.answers(AgreeRule::NumberDiffers, cover.item_and_path(Cover::number));
        }
        if names(&basic.affair.name, &deeper.affair.name) {
            let at = root().at(Assessment::affair).item_and_path(Affair::name);
            self.answers(AgreeRule::NameDiffers, at);
        }
        if let (Some(a), Some(b)) = (bare_title(basic), bare_title(deeper)) {
            if a != b {
                self.answers(AgreeRule::TitleDiffers, cover.item_and_path(Cover::title));
            }
        }
        self.ended();
    }

    fn ended(&mut self) {
        let cover = root().at(Assessment::cover);
        let [basic, deeper] = [&self.basic, &self.deeper].map(|side| side.document.cover.ended.given().copied());
        let (marked, other, day) = match (basic, deeper) {
            (Some(day), None) => (&self.basic, &self.deeper, day),
            (None, Some(day)) => (&self.deeper, &self.basic, day),
            (Some(_), Some(_)) | (None, None) => return,
        };
        if other.document.extent != Extent::Whole {
            return;
        }
        let at = other.spot(cover.item_and_path(Cover::title));
        let marked = marked.spot(cover.item_and_path(Cover::ended));
        let rule = AgreeRule::EndedDiffers;
        self.add(rule, rule.severity(), (at, day.to_string()), (Some(marked), String::new()));
    }
}

/// The title of a paper without the names of its form and its body, and without brackets and blanks.
fn bare_title(document: &Assessment) -> Option<String> {
    let mut title = name_key(document.cover.title.given()?.as_str());
    for kind in AssessmentKind::ALL {
        title = title.replace(kind.document(), "");
    }
    title = title.replace("特定個人情報保護評価書", "");
    if let Some(body) = document.cover.body.given() {
        let body = body_key(body.as_str());
        let (_, short) = split_prefecture(&body);
        // 「川口市長」 heads 「川口市」.
        for name in [body.as_str(), short] {
            title = title.replace(name, "");
            title = name.strip_suffix('長').map_or(title.clone(), |place| title.replace(place, ""));
        }
    }
    title.retain(char::is_alphanumeric);
    (!title.is_empty()).then_some(title)
}
