//! Parsing and validation of instrument files.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use serde::Deserialize;

use super::{Instrument, Item, LevelWords, List, Measure, Statements, Text, Theme};
use crate::answers::{Answer, ITEMS};
use crate::score::Level;

/// `type` of an instrument file.
const TYPE: &str = "duet.instrument";
/// `version` of an instrument file.
const VERSION: u64 = 1;

impl Instrument {
    /// Parses an instrument file.
    ///
    /// # Errors
    /// [`InstrumentError::Shape`], [`InstrumentError::Type`] or [`InstrumentError::Version`] alone, or all other
    /// errors.
    pub fn parse(text: &str) -> Result<Self, Vec<InstrumentError>> {
        let shape = |error: serde_json::Error| vec![InstrumentError::Shape(error.to_string())];
        // Type and version first, so that another file is not reported as incomplete.
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
        // The counts were validated.
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

    /// All displayed texts and their locations.
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

/// Why an instrument file is invalid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstrumentError {
    /// Not JSON, or a field is missing or of the wrong type.
    Shape(String),
    /// The actual `type`.
    Type(String),
    /// The actual `version`.
    Version(u64),
    /// Number of a missing item.
    ItemMissing(u64),
    /// Number of a repeated item.
    ItemRepeated(u64),
    /// Number out of range.
    ItemUnknown(u64),
    /// Number of scale labels, if it is not five.
    Scale(usize),
    /// A theme or level is missing.
    Missing {
        /// `themes` or `levels`.
        place: &'static str,
        /// Its key.
        key: &'static str,
    },
    /// A level refers to an unknown measure.
    Measure {
        /// Key of the level.
        level: &'static str,
        /// Identifier of the measure.
        id: String,
    },
    /// Location of an empty text.
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
mod tests;
