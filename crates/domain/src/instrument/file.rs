//! Instrument files: reading them, and naming everything that is wrong with them.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use serde::Deserialize;

use super::{Instrument, Item, LevelWords, List, Measure, Statements, Text, Theme};
use crate::answers::{Answer, ITEMS};
use crate::score::Level;

/// `type` of an instrument file.
const TYPE: &str = "duet.instrument";
/// The `version` of an instrument file that is read.
const VERSION: u64 = 1;

impl Instrument {
    /// Reads an instrument file and names everything that is wrong with it.
    ///
    /// # Errors
    /// One fault when the text is not JSON of the right shape, else every fault that was found.
    pub fn parse(text: &str) -> Result<Self, Vec<InstrumentError>> {
        let shape = |error: serde_json::Error| vec![InstrumentError::Shape(error.to_string())];
        // The head first: a file of another kind should be told so, and not what it lacks.
        let head: Head = serde_json::from_str(text).map_err(shape)?;
        if head.kind != TYPE {
            return Err(vec![InstrumentError::Type(head.kind)]);
        }
        if head.version != VERSION {
            return Err(vec![InstrumentError::Version(head.version)]);
        }
        let mut file: File = serde_json::from_str(text).map_err(shape)?;
        let errors = file.errors();
        if !errors.is_empty() {
            return Err(errors);
        }
        file.items.sort_by_key(|item| item.number);
        // They are as many as they should be, and each is there.
        let statements = Statements {
            scale: std::array::from_fn(|place| file.scale[place]),
            items: std::array::from_fn(|place| file.items[place].clone()),
        };
        Ok(Self {
            id: file.id,
            language: file.language,
            statements: Box::leak(Box::new(statements)),
            themes: Theme::ALL.map(|theme| file.themes[&theme]),
            levels: Level::ALL.map(|level| file.levels[&level].clone()),
            measures: file.measures,
        })
    }
}

#[derive(Deserialize)]
struct Head {
    #[serde(rename = "type")]
    kind: String,
    version: u64,
}

#[derive(Deserialize)]
struct File {
    id: Text,
    language: Text,
    scale: Vec<Text>,
    themes: BTreeMap<Theme, Text>,
    levels: BTreeMap<Level, LevelWords>,
    #[serde(default)]
    measures: List<Measure>,
    items: Vec<Item>,
}

impl File {
    fn errors(&self) -> Vec<InstrumentError> {
        let mut errors = Vec::new();
        for number in 1..=u64::from(ITEMS) {
            match self.items.iter().filter(|item| item.number == number).count() {
                0 => errors.push(InstrumentError::ItemMissing(number)),
                1 => {}
                _ => errors.push(InstrumentError::ItemRepeated(number)),
            }
        }
        let unknown = |item: &&Item| !(1..=u64::from(ITEMS)).contains(&item.number);
        errors.extend(self.items.iter().filter(unknown).map(|item| InstrumentError::ItemUnknown(item.number)));
        if self.scale.len() != usize::from(Answer::MAX.value()) {
            errors.push(InstrumentError::Scale(self.scale.len()));
        }
        errors.extend(missing("themes", Theme::ALL, Theme::key, &self.themes));
        errors.extend(missing("levels", Level::ALL, Level::key, &self.levels));
        for (level, words) in &self.levels {
            let unknown = words.measures.iter().filter(|id| self.measures.iter().all(|measure| measure.id != **id));
            errors.extend(unknown.map(|id| InstrumentError::Measure { level: level.key(), id: id.to_string() }));
        }
        let empty = self.texts().into_iter().filter(|(_, text)| text.trim().is_empty());
        errors.extend(empty.map(|(place, _)| InstrumentError::Empty(place)));
        errors
    }

    /// Every text that is shown, and where in the file it stands.
    fn texts(&self) -> Vec<(String, &str)> {
        let mut texts = vec![("id".to_owned(), &*self.id), ("language".to_owned(), &self.language)];
        let mut add = |place: String, text| texts.push((place, text));
        for (words, value) in self.scale.iter().zip(1..) {
            add(format!("scale {value}"), words);
        }
        for (theme, name) in &self.themes {
            add(format!("theme {}", theme.key()), name);
        }
        for (level, words) in &self.levels {
            let key = level.key();
            add(format!("level {key}, name"), &words.name);
            add(format!("level {key}, summary"), &words.summary);
            for (name, list) in [("looks", &words.looks), ("stay", &words.stay), ("move", &words.move_up)] {
                for (text, number) in list.iter().zip(1..) {
                    add(format!("level {key}, {name} {number}"), text);
                }
            }
            for (action, number) in words.actions.iter().zip(1..) {
                for (name, text) in [("id", &action.id), ("title", &action.title), ("text", &action.text)] {
                    add(format!("level {key}, action {number}, {name}"), text);
                }
            }
        }
        for (measure, number) in self.measures.iter().zip(1..) {
            let Measure { id, name, formula, unit } = measure;
            for (part, text) in [("id", id), ("name", name), ("formula", formula), ("unit", unit)] {
                add(format!("measure {number}, {part}"), text);
            }
        }
        for item in &self.items {
            add(format!("item {}", item.number), &item.text);
        }
        texts
    }
}

fn missing<K: Copy + Ord, V, const N: usize>(
    place: &'static str,
    all: [K; N],
    key: fn(K) -> &'static str,
    found: &BTreeMap<K, V>,
) -> impl Iterator<Item = InstrumentError> {
    all.into_iter()
        .filter(|wanted| !found.contains_key(wanted))
        .map(move |wanted| InstrumentError::Missing { place, key: key(wanted) })
}

/// What is wrong with an instrument file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstrumentError {
    /// It is not JSON, or a part is missing or of another kind; with the place.
    Shape(String),
    /// It is a file of another type.
    Type(String),
    /// It is of a version that this Duet does not know.
    Version(u64),
    /// No item has this number.
    ItemMissing(u64),
    /// More than one item has this number.
    ItemRepeated(u64),
    /// The instrument has no item of this number.
    ItemUnknown(u64),
    /// The scale has this many words instead of five.
    Scale(usize),
    /// A theme or level has no words.
    Missing {
        /// `themes` or `levels`.
        place: &'static str,
        /// Which of them.
        key: &'static str,
    },
    /// A level refers to a measure that is not described.
    Measure {
        /// The level.
        level: &'static str,
        /// The measure.
        id: String,
    },
    /// There is no text in this place.
    Empty(String),
}

impl Display for InstrumentError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::Shape(reason) => write!(f, "this is not an instrument file: {reason}"),
            Self::Type(kind) => write!(f, "type is {kind:?}, not {TYPE:?}"),
            Self::Version(version) => write!(f, "version {version} is not known, only {VERSION}"),
            Self::ItemMissing(number) => write!(f, "item {number} is missing"),
            Self::ItemRepeated(number) => write!(f, "item {number} is there more than once"),
            Self::ItemUnknown(number) => write!(f, "item {number} is not one of 1 to {ITEMS}"),
            Self::Scale(count) => write!(f, "scale has {count} words instead of 5"),
            Self::Missing { place, key } => write!(f, "{place} lacks {key:?}"),
            Self::Measure { level, id } => write!(f, "level {level} refers to measure {id:?}, which is not described"),
            Self::Empty(place) => write!(f, "{place} has no text"),
        }
    }
}

impl std::error::Error for InstrumentError {}

#[cfg(test)]
mod tests {
    use super::super::POLISH as BUILT_IN;
    use super::*;
    use serde_json::{Value, json};

    const POLISH: &str = include_str!("../../../../public/instruments/pl.json");

    /// The errors of the Polish file after a change to it.
    fn errors(change: impl FnOnce(&mut Value)) -> Vec<InstrumentError> {
        let mut file: Value = serde_json::from_str(POLISH).expect("JSON");
        change(&mut file);
        Instrument::parse(&file.to_string()).err().unwrap_or_default()
    }

    #[test]
    fn a_missing_item_is_named() {
        let found = errors(|file| {
            file["items"].as_array_mut().expect("items").remove(6);
        });
        assert_eq!(found, [InstrumentError::ItemMissing(7)]);
        assert_eq!(found[0].to_string(), "item 7 is missing");
    }

    #[test]
    fn a_repeated_item_is_named() {
        let found = errors(|file| {
            let items = file["items"].as_array_mut().expect("items");
            items.push(items[11].clone());
        });
        assert_eq!(found, [InstrumentError::ItemRepeated(12)]);
        assert_eq!(found[0].to_string(), "item 12 is there more than once");
    }

    #[test]
    fn an_empty_text_is_named() {
        let found = errors(|file| {
            file["items"][2]["text"] = json!(" \u{a0}");
            file["levels"]["aligned"]["looks"][1] = json!("");
        });
        let named: Vec<String> = found.iter().map(InstrumentError::to_string).collect();
        assert_eq!(named, ["level aligned, looks 2 has no text", "item 3 has no text"]);
    }

    #[test]
    fn all_faults_are_named_at_once() {
        let found = errors(|file| {
            file["items"][0]["number"] = json!(21);
            file["scale"].as_array_mut().expect("scale").pop();
            file["themes"].as_object_mut().expect("themes").remove("people");
            file["levels"].as_object_mut().expect("levels").remove("defined");
        });
        let expected = [
            InstrumentError::ItemMissing(1),
            InstrumentError::ItemUnknown(21),
            InstrumentError::Scale(4),
            InstrumentError::Missing { place: "themes", key: "people" },
            InstrumentError::Missing { place: "levels", key: "defined" },
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_file_of_another_kind_is_told_so() {
        assert_eq!(
            errors(|file| *file = json!({"type": "duet.result", "version": 1})),
            [InstrumentError::Type("duet.result".into())]
        );
        assert_eq!(errors(|file| file["version"] = json!(2)), [InstrumentError::Version(2)]);
        for text in ["", "[]", "{\"type\": 3}", "null"] {
            let errors = Instrument::parse(text).expect_err("refused");
            assert!(matches!(&errors[..], [InstrumentError::Shape(_)]), "{text}: {errors:?}");
        }
    }

    #[test]
    fn the_order_in_the_file_does_not_matter() {
        let mut file: Value = serde_json::from_str(POLISH).expect("JSON");
        file["items"].as_array_mut().expect("items").reverse();
        let parsed = Instrument::parse(&file.to_string()).expect("an instrument");
        assert_eq!(parsed, *BUILT_IN);
    }

    #[test]
    fn a_measure_that_is_not_described_is_named() {
        let found = errors(|file| file["levels"]["defined"]["measures"] = json!(["velocity", "luck"]));
        assert_eq!(found, [InstrumentError::Measure { level: "defined", id: "luck".into() }]);
    }

    #[test]
    fn a_file_without_advice_is_fine() {
        let found = errors(|file| {
            file.as_object_mut().expect("an object").remove("measures");
            for level in Level::ALL {
                let words = file["levels"][level.key()].as_object_mut().expect("a level");
                words.retain(|key, _| ["name", "summary", "looks"].contains(&key.as_str()));
            }
        });
        assert_eq!(found, []);
    }
}
