//! Takes what may be withheld out of a document.

use alloc::string::String;
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::error::{WithholdError, WithholdReason};
use super::rows::{Plan, with_rows};
use super::secrets::{Secret, readings, sentence};
use crate::assessment::{Assessment, printed};
use crate::catalogue::{FieldPath, Mark, PathStep};
use crate::duty::{Occasion, Withholding, WithholdingGround, withholdings};
use crate::value::answer::{Answer, AnswerKind, Entry, Line, Lines, Timing, Timings};
use crate::value::kind::BodyKind;
use crate::value::object::object;
use crate::value::text::Text;

/// A document as it is published (公表用の評価書).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Withheld {
    /// The document. In each text that is withheld, a sentence names the provision; another answer is `?`.
    pub document: Assessment,
    /// What is withheld, in the order of the document.
    pub fields: Vec<WithheldField>,
}

/// An answer that is withheld (非公表の欄).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithheldField {
    /// The path of the answer.
    pub path: FieldPath,
    /// The kind of answer.
    pub kind: AnswerKind,
    /// The provision that allows it.
    pub by: &'static Withholding,
    /// The answer that this one repeats or reports a change of, if it is withheld only for that reason.
    pub because_of: Option<FieldPath>,
}

impl WithheldField {
    /// What the document says in place of the answer: 「（規則第6条第3項（第10条第2項を準用）により非公表）」.
    #[must_use]
    pub fn sentence(&self) -> String {
        sentence(self.by)
    }
}

object! {
    /// Written as `{"path", "kind", "kind_label", "ground", "ground_label", "citation", "sentence", "because_of"}`.
    WithheldField, "WithheldField", |own| { let Self { path, kind, by, because_of } = own; }
    {
        path: path,
        kind: kind => kind.label(),
        ground: by.ground => by.ground.label(),
        citation: by.source.citation,
        sentence: own.sentence(),
        because_of: because_of,
    }
}

impl Withheld {
    /// The sentences for the answers that are no text, to be printed at their cells.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let others = self.fields.iter().filter(|field| field.kind != AnswerKind::Text);
        others.map(|field| Mark::new(field.path.clone(), field.sentence())).collect()
    }
}

/// Takes out of a document what is withheld from publication (非公表): the answers at these paths, or all answers of a part
/// or a list. The document itself stays as it is, for the Commission.
///
/// A row of the change table loses its columns 変更前 and 変更後 if its column 項目 names a withheld answer, or if one of the two
/// quotes a withheld text. If it quotes one and 項目 names no answer of the form, its other texts are withheld as older or newer ones.
/// Another answer that repeats a withheld text loses that text. Width, half-width kana, blanks and line breaks make no difference. A
/// number, a date, a single character or a formula of change tables (「追加」, 「（略）」) is not looked for.
///
/// The time that it takes grows with the size of the document, however many texts are withheld.
///
/// # Errors
/// [`WithholdError`] if no provision allows it for this document, occasion and body, if the provision depends on the kind
/// of body and it is `None` (an all-item assessment), if a ground that allows only a part is given for every answer, or if
/// there is no answer at a path.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::form::{Html, PrintOptions};
/// use mynumber_pia::duty::{Occasion, WithholdingGround};
/// use mynumber_pia::publication::withhold;
///
/// let document: Assessment = serde_json::from_str(r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item",
///     "edition": "form_3_2024_10", "affair": {"name": "介護保険に関する事務"},
///     "file_sections": [{"names": "介護ファイル", "retention": {"storage": "第二データセンター"}}],
///     "changes": [{"items": "Ⅱ6．保管場所", "before": "本庁舎", "after": "第二データセンター"}]}"#)?;
/// let parts = [("file_sections[0].retention.storage".parse()?, WithholdingGround::ProperManagement)];
/// let withheld = withhold(&document, Occasion::Publication, None, &parts)?;
/// let storage = &withheld.document.file_sections[0].retention.storage;
/// assert_eq!(storage.value().to_string(), "（規則第6条第3項（第10条第2項を準用）により非公表）");
/// assert!(!serde_json::to_string(&withheld.document)?.contains("本庁舎"));
///
/// // The page to publish. The marks are the sentences for answers that are no text.
/// let marks = withheld.marks();
/// let options = PrintOptions { marks: &marks, publication: true, ..PrintOptions::default() };
/// let page = Html::with(&withheld.document, options).to_string();
/// assert!(page.contains("非公表") && !page.contains("第二データセンター"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn withhold(
    document: &Assessment,
    occasion: Occasion,
    body: Option<BodyKind>,
    parts: &[(FieldPath, WithholdingGround)],
) -> Result<Withheld, WithholdError> {
    let parts = allowed(document, occasion, body, parts)?;
    let mut plan = answers(document, parts)?;
    let secrets = with_rows(document, &mut plan);
    let mut copy = document.clone();
    let mut fields = Vec::new();
    copy.walk_mut(|field| {
        let (path, kind) = (field.path.to_owned(), field.kind());
        if let Some((by, because_of)) = plan.remove(&path) {
            let replaced = match kind {
                AnswerKind::Text => field.entry.put(&sentence(by)),
                AnswerKind::Choice
                | AnswerKind::Band
                | AnswerKind::Number
                | AnswerKind::Date
                | AnswerKind::CheckBox
                | AnswerKind::CheckBoxes => field.entry.put("?"),
            };
            if replaced.is_err() {
                field.entry.clear();
            }
            fields.push(WithheldField { path, kind, by, because_of });
            return;
        }
        let repeated = |entry: &dyn Entry| secrets.longest(readings(entry.value()).iter().map(String::as_str));
        let Some(Secret { path: of, by }) = repeated(field.entry) else { return };
        let mut scrub = |text: &mut Text| {
            if let Some(clean) = secrets.scrub(text, by) {
                *text = clean;
            }
        };
        let entry = field.entry.as_any_mut();
        if let Some(Answer::Given(text)) = entry.downcast_mut::<Answer<Text>>() {
            scrub(text);
        } else if let Some(Answer::Given(cell)) = entry.downcast_mut::<Answer<Lines>>() {
            let mut lines = cell.clone().into_vec();
            for Line { under, text } in &mut lines {
                under.iter_mut().for_each(&mut scrub);
                if let Answer::Given(text) = text {
                    scrub(text);
                }
            }
            if let Some(clean) = Lines::new(lines) {
                *cell = clean;
            }
        } else if let Some(Answer::Given(cell)) = entry.downcast_mut::<Answer<Timings>>() {
            let mut timings: Vec<Timing> = cell.iter().cloned().collect();
            for Timing { of, since: _, frequency } in &mut timings {
                of.iter_mut().chain(frequency).for_each(&mut scrub);
            }
            if let Some(clean) = Timings::new(timings) {
                *cell = clean;
            }
        }
        // The text may be spread over lines.
        if repeated(field.entry).is_some() && field.entry.put(&sentence(by)).is_err() {
            field.entry.clear();
        }
        fields.push(WithheldField { path, kind, by, because_of: Some(of.clone()) });
    });
    Ok(Withheld { document: copy, fields })
}

/// The provision for each part, and whether an answer of it was met.
type Parts<'p> = IndexMap<&'p [PathStep], (&'static Withholding, bool)>;

fn refuse(document: &Assessment, path: &FieldPath, reason: WithholdReason) -> WithholdError {
    let form = document.form;
    let (number, label) = path.item().map_or(("", ""), |item| printed(Some(form.kind()), form.edition(), item));
    WithholdError { path: path.clone(), number, label, reason }
}

fn allowed<'p>(
    document: &Assessment,
    occasion: Occasion,
    body: Option<BodyKind>,
    parts: &'p [(FieldPath, WithholdingGround)],
) -> Result<Parts<'p>, WithholdError> {
    let kind = document.kind();
    let mut found = Parts::new();
    for (path, ground) in parts {
        let Some(by) = withholdings(occasion, kind, body).find(|row| row.ground == *ground) else {
            let allowed: Vec<_> = withholdings(occasion, kind, body).map(|row| row.ground).collect();
            let reason = if allowed.is_empty() {
                WithholdReason::NothingAllowed { document: kind, occasion }
            } else {
                WithholdReason::NotAllowed { document: kind, occasion, ground: *ground, allowed }
            };
            return Err(refuse(document, path, reason));
        };
        if body.is_none() && by.body.is_some() {
            return Err(refuse(document, path, WithholdReason::BodyNotGiven { document: kind }));
        }
        found.entry(path.steps()).or_insert((by, false));
    }
    Ok(found)
}

/// The answers of the parts.
fn answers(document: &Assessment, mut parts: Parts<'_>) -> Result<Plan, WithholdError> {
    let (mut plan, mut rest) = (Plan::new(), 0_usize);
    document.walk(|field| {
        if !field.value.is_answered() {
            return;
        }
        let path = field.path.to_owned();
        let part = (0..=path.steps().len()).find_map(|steps| parts.get_index_of(path.steps().get(..steps)?));
        match part.and_then(|part| parts.get_index_mut(part)) {
            Some((_, (by, is_met))) => {
                *is_met = true;
                plan.insert(path, (*by, None));
            }
            None => rest += 1,
        }
    });
    for (part, (by, is_met)) in parts {
        let path = FieldPath::new(part.to_vec());
        if !is_met {
            return Err(refuse(document, &path, WithholdReason::NoAnswer));
        }
        if rest == 0 && !by.ground.allows_whole() {
            return Err(refuse(document, &path, WithholdReason::Whole { ground: by.ground }));
        }
    }
    Ok(plan)
}
