//! Checks the style sheets: the contrast of the colours, and no raw values in place of tokens.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// A colour, each channel from 0 to 1.
type Colour = [f64; 3];

fn sheet(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("style").join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The colours of a sheet by the names of their custom properties, without those for print.
fn colours(sheet: &str) -> HashMap<String, Colour> {
    let screen = sheet.split("@media print").next().unwrap_or_default();
    let declared = screen.split([';', '{', '}']).filter_map(|part| part.trim().strip_prefix("--")?.split_once(':'));
    declared.filter_map(|(name, value)| Some((name.to_owned(), parse(value.trim())?))).collect()
}

fn parse(value: &str) -> Option<Colour> {
    let digits = value.strip_prefix('#')?;
    let long =
        if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.to_owned() };
    let channel = |at: usize| u8::from_str_radix(long.get(at..at + 2)?, 16).ok().map(|value| f64::from(value) / 255.0);
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// The contrast of two colours, 1 to 21: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
fn contrast(one: Colour, other: Colour) -> f64 {
    let luminance = |colour: Colour| {
        let linear = colour
            .map(|channel| if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colours of the light theme, and those of the dark theme, which overrides them.
fn schemes() -> [(&'static str, HashMap<String, Colour>); 2] {
    let light = colours(&sheet("tokens.css"));
    let mut dark = light.clone();
    dark.extend(colours(&sheet("dark.css")));
    [("light", light), ("dark", dark)]
}

#[test]
fn the_formula_is_that_of_the_guidelines() {
    let [white, black, grey] = ["#fff", "#000", "#767676"].map(|colour| parse(colour).expect("a colour"));
    assert!((contrast(white, black) - 21.0).abs() < 1e-9);
    assert!((contrast(white, grey) - 4.54).abs() < 0.01);
}

#[test]
fn every_text_has_a_contrast_of_at_least_four_and_a_half() {
    let mut on = Vec::new();
    for ground in ["paper", "card"] {
        on.extend(
            ["ink", "soft", "accent", "undefined", "defined", "aligned", "integrated"]
                .map(|text| (text.to_owned(), ground.to_owned())),
        );
    }
    for level in ["undefined", "defined", "aligned", "integrated"] {
        on.push(("ink".to_owned(), format!("{level}-tint")));
    }
    on.push(("on-accent".to_owned(), "accent".to_owned()));
    on.push(("qr-dark".to_owned(), "qr-light".to_owned()));
    for (scheme, colours) in schemes() {
        for (text, ground) in &on {
            let found = contrast(colours[text], colours[ground]);
            assert!(found >= 4.5, "{scheme}: {text} on {ground} has {found:.2}");
        }
    }
}

#[test]
fn every_line_that_says_something_has_a_contrast_of_at_least_three() {
    for (scheme, colours) in schemes() {
        for line in ["edge", "accent", "sales", "marketing", "undefined", "defined", "aligned", "integrated"] {
            for ground in ["paper", "card"] {
                let found = contrast(colours[line], colours[ground]);
                assert!(found >= 3.0, "{scheme}: {line} on {ground} has {found:.2}");
            }
        }
    }
}

#[test]
fn dark_has_every_colour_of_light() {
    let (light, dark) = (colours(&sheet("tokens.css")), colours(&sheet("dark.css")));
    let same = |name: &String| name.starts_with("qr-");
    let missing: Vec<&String> = light.keys().filter(|name| !same(name) && !dark.contains_key(*name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The properties whose values must be tokens: colour, type, space, radius, height of controls, motion.
const TOKENS: [&str; 13] = [
    "color",
    "background",
    "fill",
    "stroke",
    "padding",
    "margin",
    "gap",
    "font-size",
    "font",
    "border-radius",
    "min-height",
    "transition",
    "animation",
];

/// Whether a value has a colour or a number with an absolute unit. Units relative to the text (em, ch), the parent (%), the window (vw) and
/// paper (mm, pt) are allowed.
fn is_raw(value: &str) -> bool {
    let units = ["rem", "px", "ms", "s"];
    let words = value.split([' ', ',', '/', '(', ')']);
    let number = |word: &str| {
        let unit = word.trim_start_matches(|letter: char| letter.is_ascii_digit() || "+-.".contains(letter));
        unit.len() < word.len() && units.contains(&unit)
    };
    value.contains('#') || value.contains("rgb") || words.into_iter().any(number)
}

#[test]
fn only_the_tokens_have_raw_values() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let mut raw = Vec::new();
    for entry in fs::read_dir(folder).expect("the style sheets") {
        let name = entry.expect("a file").file_name().into_string().expect("a name");
        if ["tokens.css", "dark.css"].contains(&name.as_str()) {
            continue;
        }
        for declaration in sheet(&name).split([';', '{', '}']) {
            let Some((property, value)) = declaration.trim().split_once(':') else { continue };
            let of_a_token =
                TOKENS.iter().any(|token| property == *token || property.starts_with(&format!("{token}-")));
            if of_a_token && is_raw(value) {
                raw.push(format!("{name}: {property}:{value}"));
            }
        }
    }
    assert!(raw.is_empty(), "{raw:#?}");
}
