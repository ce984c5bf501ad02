//! Every color of a page can be read on every background (WCAG 2.2, 1.4.3 and 1.4.11).

use mynumber_pia::Assessment;
use mynumber_pia::form::Html;

/// The relative luminance of a color such as `#d9e2ec`.
fn luminance(color: &str) -> f64 {
    let digits = color.trim_start_matches('#');
    let wide: String = if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.into() };
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&wide[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

/// The contrast of two colors, from 1 to 21.
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colors of the style, each with whether it is a background.
fn colors(style: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for declaration in style.split(['{', '}', ';']) {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let is_background = name == "background" || ["--bar", "--head"].contains(&name);
        for word in value.split([' ', ',']).filter(|word| word.starts_with('#')) {
            found.push((word.to_string(), is_background));
        }
    }
    found
}

#[test]
fn the_formula() {
    assert!((contrast("#000", "#ffffff") - 21.0).abs() < 0.001);
    // An example of the text that explains the criterion.
    assert!((contrast("#777777", "#fff") - 4.48).abs() < 0.01);
}

#[test]
fn every_color_on_every_background() {
    let page = Html::new(&Assessment::new("form_4_2024_10".parse().unwrap())).to_string();
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    assert!(!style.contains("rgb") && !style.contains("hsl") && !style.contains("opacity"));
    let colors = colors(style);
    let (backgrounds, inks): (Vec<_>, Vec<_>) = colors.iter().partition(|(_, is_background)| *is_background);
    assert!(backgrounds.len() >= 3 && inks.len() >= 4, "{colors:?}");
    for (ink, _) in &inks {
        for (background, _) in &backgrounds {
            let contrast = contrast(ink, background);
            assert!(contrast >= 4.5, "{ink} on {background}: {contrast:.1}");
            println!("{ink} on {background}: {contrast:.1}");
        }
    }
}
