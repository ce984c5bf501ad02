//! A count where the form prints bands: the band that contains it is chosen, and the count is a note after it.

use mynumber_pia::form::{Cell, Html, Markdown, Plain, cells};
use mynumber_pia::value::answer::Tick;
use mynumber_pia::value::band::{
    CountRange, DataSubjectsBand, HandlersBand, NumericBand, PopulationBand, RecordItemsBand, StaffBand,
};
use mynumber_pia::{Assessment, AssessmentKind, FormEdition};

/// A document of this form with one answer.
fn document(kind: AssessmentKind, path: &str, answer: &str) -> Assessment {
    let mut document = Assessment::new(FormEdition::latest(kind).unwrap());
    let path = path.parse().unwrap();
    for list in ["file_sections", "file_sections[0].entrustments"] {
        document.insert(&list.parse().unwrap(), 0).unwrap();
    }
    document.put(&path, answer).unwrap();
    document
}

/// What a cell shows: the wording of the chosen choice, the codes of the ticked ones, and the note.
type Shown = (Option<&'static str>, Vec<&'static str>, Option<String>);

fn shown(document: &Assessment, path: &str) -> Shown {
    let cell: Cell<'_> = cells(document).find(|cell| cell.path().to_string() == path).unwrap();
    let ticked = cell.choices().filter(|choice| choice.chosen == Tick::Ticked).map(|choice| choice.code).collect();
    (cell.chosen(), ticked, cell.note())
}

/// The counts below, at and above each bound of a list, and the ends of the numbers.
fn edges<B: NumericBand>() -> impl Iterator<Item = u32> {
    let bounds = B::ALL.iter().map(|band| band.range().min());
    bounds.flat_map(|bound| [bound.saturating_sub(1), bound, bound + 1]).chain([u32::MAX])
}

/// A count is shown as its band is, with a note; a range too if one band contains it.
#[track_caller]
fn check<B: NumericBand>(kinds: &[AssessmentKind], path: &str) {
    for kind in kinds {
        let of_band = |band: B| shown(&document(*kind, path, band.code()), path);
        let is_offered = |band: B| {
            let empty = document(*kind, path, band.code());
            let cell = cells(&empty).find(|cell| cell.path().to_string() == path).unwrap();
            cell.choices().any(|choice| choice.code == band.code())
        };
        let same = |answer: String, band: B, unit: Option<String>| {
            let seen = shown(&document(*kind, path, &answer), path);
            let (chosen, ticked, note) = of_band(band);
            assert_eq!(note, None, "a band has no note");
            let expected = if is_offered(band) { (chosen, ticked, unit) } else { (None, Vec::new(), None) };
            assert_eq!(seen, expected, "{kind:?} {path} {answer}");
        };
        for count in edges::<B>() {
            let with_unit = mynumber_pia::Count::<B>::Exact(count).with_unit();
            assert!(with_unit.ends_with(B::UNIT.term));
            same(count.to_string(), B::of(count), Some(with_unit));
        }
        for band in B::ALL.iter().copied() {
            let whole = mynumber_pia::Count::<B>::Range(band.range());
            same(band.range().to_string(), band, Some(whole.with_unit()));
            let next = band.range().max().and_then(|max| CountRange::new(max, max + 1).ok());
            for wide in next.into_iter().chain([CountRange::ANY]) {
                let seen = shown(&document(*kind, path, &wide.to_string()), path);
                assert_eq!(seen, (None, Vec::new(), None), "{wide} is in no single band");
            }
        }
    }
}

#[test]
fn every_bound_of_every_list() {
    use AssessmentKind::{AllItem, BasicItem, KeyItem};

    check::<PopulationBand>(&[BasicItem, KeyItem, AllItem], "population");
    check::<HandlersBand>(&[BasicItem], "threshold.handlers");
    check::<DataSubjectsBand>(&[KeyItem, AllItem], "file_sections[0].outline.data_subjects");
    check::<RecordItemsBand>(&[KeyItem, AllItem], "file_sections[0].outline.record_item_count");
    check::<StaffBand>(&[KeyItem, AllItem], "file_sections[0].entrustments[0].handlers");
}

#[test]
fn the_form_in_its_wording() {
    let seen = shown(&document(AssessmentKind::BasicItem, "population", "999"), "population");
    assert_eq!(seen, (Some("1,000人未満（任意実施）"), vec!["under_1000"], Some("999人".to_string())));
    let beyond = document(AssessmentKind::KeyItem, "population", "300000");
    assert_eq!(shown(&beyond, "population"), (None, vec![], None));
    assert!(Plain::new(&beyond).to_string().contains("[ 300000 ]　＜選択肢＞ 1) 1,000人未満 "));
}

#[test]
fn the_three_pages() {
    for (answer, note) in [("8,500人", "8,500人"), ("5000..6000", "5,000～6,000人")] {
        let counted = document(AssessmentKind::KeyItem, "population", answer);
        let band = document(AssessmentKind::KeyItem, "population", "from_1000_to_9999");
        let note = format!("（{note}）");
        // Without the note, the page of the band.
        for (of_count, of_band, text) in [
            (
                Plain::new(&counted).to_string(),
                Plain::new(&band).to_string(),
                format!("[ 1,000人以上1万人未満 ]{note}　＜選択肢＞ 1) 1,000人未満 2) "),
            ),
            (
                Markdown::new(&counted).to_string(),
                Markdown::new(&band).to_string(),
                format!("［ **1,000人以上1万人未満** ］{note}<br>＜選択肢＞ 1) "),
            ),
            (
                Html::new(&counted).to_string(),
                Html::new(&band).to_string(),
                format!("<b id=\"population\">1,000人以上1万人未満</b></span><span>{note}</span>"),
            ),
        ] {
            assert!(of_count.contains(&text), "{text} is not in {of_count}");
            assert!(of_band.contains("1,000人以上1万人未満") && !of_band.contains(&note));
            let without = text.replace(&format!("<span>{note}</span>"), "").replace(&note, "");
            let line = |page: &str| page.lines().find(|line| line.contains(&without)).map(String::from);
            assert_eq!(line(&of_count.replace(&text, &without)), line(&of_band));
        }
        let html = Html::new(&counted).to_string();
        assert_eq!(html.matches("<li class=\"is-chosen\">").count(), 1);
        assert!(html.contains("<li class=\"is-chosen\">2) 1,000人以上1万人未満</li>"));
    }
}

/// A range over a bound is printed as the document writes it.
#[test]
fn a_range_in_two_bands() {
    let document = document(AssessmentKind::KeyItem, "population", "9000..10000");
    assert!(Plain::new(&document).to_string().contains("[ 9000..10000 ]　＜選択肢＞ 1) "));
    assert!(Markdown::new(&document).to_string().contains("<br>＜選択肢＞ 1) "));
    let html = Html::new(&document).to_string();
    assert!(
        html.contains("<b id=\"population\">9000..10000</b></span><div") && !html.contains("<li class=\"is-chosen\">")
    );
}
