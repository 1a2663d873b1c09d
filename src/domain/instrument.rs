//! What is asked: the items, the words of the scale, of the themes and of the levels; and the files they come from.
//!
//! The two built-in instruments are files like those an owner with a licensed wording would write
//! (`public/instruments/*.json`), read by the same code. The wording in them is our own, made from the construct that each
//! item of the published instrument measures.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::answers::{Answer, ITEMS, ItemNumber};
use super::score::Level;

/// `type` of an instrument file.
const TYPE: &str = "duet.instrument";
/// The `version` of an instrument file that is read.
const VERSION: u64 = 1;

const POLISH: &str = include_str!("../../public/instruments/pl.json");
const ENGLISH: &str = include_str!("../../public/instruments/en.json");

/// A reading aid of four items each. The themes are ours and no validated sub-scale, which is said where they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Items 1, 2, 10, 16.
    Trust,
    /// Items 3, 5, 9, 13.
    Customer,
    /// Items 4, 8, 11, 20.
    Planning,
    /// Items 6, 12, 14, 15.
    Process,
    /// Items 7, 17, 18, 19.
    People,
}

impl Theme {
    /// In the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Trust, Self::Customer, Self::Planning, Self::Process, Self::People];

    /// Its name in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Trust => "trust",
            Self::Customer => "customer",
            Self::Planning => "planning",
            Self::Process => "process",
            Self::People => "people",
        }
    }
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Item {
    number: u64,
    /// The theme it is read under.
    pub theme: Theme,
    /// The statement itself.
    pub text: String,
}

/// The words of a level.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LevelWords {
    /// The name, as an adjective to "relationship".
    pub name: String,
    /// One or two sentences.
    pub summary: String,
    /// How one recognises it, a sentence each.
    pub looks: Vec<String>,
}

/// The whole instrument in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Which instrument this is, whatever the language and wording.
    pub id: String,
    /// A BCP 47 language tag.
    pub language: String,
    scale: Vec<String>,
    themes: BTreeMap<Theme, String>,
    levels: BTreeMap<Level, LevelWords>,
    items: Vec<Item>,
}

impl Instrument {
    /// The item of a number.
    pub fn item(&self, number: ItemNumber) -> &Item {
        &self.items[number.index()]
    }

    /// What an answer says, in words.
    pub fn scale(&self, answer: Answer) -> &str {
        &self.scale[usize::from(answer.value() - 1)]
    }

    /// The name of a theme.
    pub fn theme(&self, theme: Theme) -> &str {
        &self.themes[&theme]
    }

    /// The words of a level.
    pub fn level(&self, level: Level) -> &LevelWords {
        &self.levels[&level]
    }

    /// Reads an instrument file and names everything that is wrong with it.
    ///
    /// # Errors
    /// One fault when the text is not JSON of the right shape, else every fault that was found.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let shape = |error: serde_json::Error| vec![Fault::Shape(error.to_string())];
        // The head first: a file of another kind should be told so, and not what it lacks.
        let head: Head = serde_json::from_str(text).map_err(shape)?;
        if head.kind != TYPE {
            return Err(vec![Fault::Type(head.kind)]);
        }
        if head.version != VERSION {
            return Err(vec![Fault::Version(head.version)]);
        }
        let mut file: File = serde_json::from_str(text).map_err(shape)?;
        let faults = file.faults();
        if !faults.is_empty() {
            return Err(faults);
        }
        file.items.sort_by_key(|item| item.number);
        Ok(Self {
            id: file.id,
            language: file.language,
            scale: file.scale,
            themes: file.themes,
            levels: file.levels,
            items: file.items,
        })
    }
}

/// The instrument that is built in: the same one in both languages.
#[derive(Clone, Debug)]
pub struct BuiltIn {
    /// In Polish.
    pub polish: Instrument,
    /// In English.
    pub english: Instrument,
    reference: InstrumentRef,
}

impl BuiltIn {
    /// The built-in instrument, read when it is first asked for.
    ///
    /// # Panics
    /// Never in a released program: the tests read the same files.
    pub fn get() -> &'static Self {
        static BUILT_IN: LazyLock<BuiltIn> = LazyLock::new(BuiltIn::load);
        &BUILT_IN
    }

    /// What a result says was answered. The hash is that of both wordings together, because a respondent may change the
    /// language half way, and the two sides of a company may answer in different ones.
    pub fn reference(&self) -> &InstrumentRef {
        &self.reference
    }

    fn load() -> Self {
        let read = |text| Instrument::parse(text).unwrap_or_else(|faults| panic!("{faults:?}"));
        let (polish, english) = (read(POLISH), read(ENGLISH));
        let reference = InstrumentRef { id: polish.id.clone(), hash: hash(&[&polish, &english]) };
        Self { polish, english, reference }
    }
}

/// Which instrument was answered, in which wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstrumentRef {
    /// The instrument, whatever its language.
    pub id: String,
    /// Of the wording: see [`hash`].
    pub hash: String,
}

/// A hash of the wording and order of the items: 64-bit FNV-1a in 16 hexadecimal digits. Answers to different wordings have
/// different ones, so that they are never compared silently. It is no protection against forgery.
pub fn hash(instruments: &[&Instrument]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |byte: u8| {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    };
    for instrument in instruments {
        for item in &instrument.items {
            item.text.bytes().for_each(&mut add);
            // Not part of any text, so that a word cannot move unseen from the end of one item to the start of the next.
            add(0xff);
        }
    }
    format!("{hash:016x}")
}

#[derive(Deserialize)]
struct Head {
    #[serde(rename = "type")]
    kind: String,
    version: u64,
}

#[derive(Deserialize)]
struct File {
    id: String,
    language: String,
    scale: Vec<String>,
    themes: BTreeMap<Theme, String>,
    levels: BTreeMap<Level, LevelWords>,
    items: Vec<Item>,
}

impl File {
    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for number in 1..=u64::from(ITEMS) {
            match self.items.iter().filter(|item| item.number == number).count() {
                0 => faults.push(Fault::ItemMissing(number)),
                1 => {}
                _ => faults.push(Fault::ItemRepeated(number)),
            }
        }
        let unknown = |item: &&Item| !(1..=u64::from(ITEMS)).contains(&item.number);
        faults.extend(self.items.iter().filter(unknown).map(|item| Fault::ItemUnknown(item.number)));
        if self.scale.len() != usize::from(Answer::MAX.value()) {
            faults.push(Fault::Scale(self.scale.len()));
        }
        faults.extend(missing("themes", Theme::ALL, Theme::key, &self.themes));
        faults.extend(missing("levels", Level::ALL, Level::key, &self.levels));
        let empty = self.texts().into_iter().filter(|(_, text)| text.trim().is_empty());
        faults.extend(empty.map(|(place, _)| Fault::Empty(place)));
        faults
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
            for (look, number) in words.looks.iter().zip(1..) {
                add(format!("level {key}, looks {number}"), look);
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
) -> impl Iterator<Item = Fault> {
    all.into_iter()
        .filter(|wanted| !found.contains_key(wanted))
        .map(move |wanted| Fault::Missing { place, key: key(wanted) })
}

/// What is wrong with an instrument file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
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
    /// There is no text in this place.
    Empty(String),
}

impl Display for Fault {
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
            Self::Empty(place) => write!(f, "{place} has no text"),
        }
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// The faults of the Polish file after a change to it.
    fn faults(change: impl FnOnce(&mut Value)) -> Vec<Fault> {
        let mut file: Value = serde_json::from_str(POLISH).expect("JSON");
        change(&mut file);
        Instrument::parse(&file.to_string()).err().unwrap_or_default()
    }

    #[test]
    fn both_built_in_files_are_whole_and_ask_the_same() {
        let BuiltIn { polish, english, .. } = BuiltIn::get();
        assert_eq!((&*polish.language, &*english.language), ("pl", "en"));
        assert_eq!(polish.id, english.id);
        for number in ItemNumber::all() {
            assert_eq!(polish.item(number).theme, english.item(number).theme);
            assert_eq!(polish.item(number).number, u64::from(number.number()));
        }
        for level in Level::ALL {
            assert_eq!(polish.level(level).looks.len(), english.level(level).looks.len());
        }
    }

    #[test]
    fn every_theme_has_four_items() {
        let english = &BuiltIn::get().english;
        let under = |theme| {
            let own = ItemNumber::all().filter(move |item| english.item(*item).theme == theme);
            own.map(ItemNumber::number).collect::<Vec<_>>()
        };
        assert_eq!(under(Theme::Trust), [1, 2, 10, 16]);
        assert_eq!(under(Theme::Customer), [3, 5, 9, 13]);
        assert_eq!(under(Theme::Planning), [4, 8, 11, 20]);
        assert_eq!(under(Theme::Process), [6, 12, 14, 15]);
        assert_eq!(under(Theme::People), [7, 17, 18, 19]);
    }

    #[test]
    fn no_one_letter_word_of_the_polish_text_ends_a_line() {
        for word in ["a", "i", "o", "u", "w", "z"] {
            for start in [" ", "\u{a0}", "„", "("] {
                let loose = format!("{start}{word} ");
                assert!(!POLISH.to_lowercase().contains(&loose), "{loose:?}");
            }
        }
    }

    #[test]
    fn a_missing_item_is_named() {
        let found = faults(|file| {
            file["items"].as_array_mut().expect("items").remove(6);
        });
        assert_eq!(found, [Fault::ItemMissing(7)]);
        assert_eq!(found[0].to_string(), "item 7 is missing");
    }

    #[test]
    fn a_repeated_item_is_named() {
        let found = faults(|file| {
            let items = file["items"].as_array_mut().expect("items");
            items.push(items[11].clone());
        });
        assert_eq!(found, [Fault::ItemRepeated(12)]);
        assert_eq!(found[0].to_string(), "item 12 is there more than once");
    }

    #[test]
    fn an_empty_text_is_named() {
        let found = faults(|file| {
            file["items"][2]["text"] = json!(" \u{a0}");
            file["levels"]["aligned"]["looks"][1] = json!("");
        });
        let named: Vec<String> = found.iter().map(Fault::to_string).collect();
        assert_eq!(named, ["level aligned, looks 2 has no text", "item 3 has no text"]);
    }

    #[test]
    fn all_faults_are_named_at_once() {
        let found = faults(|file| {
            file["items"][0]["number"] = json!(21);
            file["scale"].as_array_mut().expect("scale").pop();
            file["themes"].as_object_mut().expect("themes").remove("people");
            file["levels"].as_object_mut().expect("levels").remove("defined");
        });
        let expected = [
            Fault::ItemMissing(1),
            Fault::ItemUnknown(21),
            Fault::Scale(4),
            Fault::Missing { place: "themes", key: "people" },
            Fault::Missing { place: "levels", key: "defined" },
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_file_of_another_kind_is_told_so() {
        assert_eq!(
            faults(|file| *file = json!({"type": "duet.result", "version": 1})),
            [Fault::Type("duet.result".into())]
        );
        assert_eq!(faults(|file| file["version"] = json!(2)), [Fault::Version(2)]);
        for text in ["", "[]", "{\"type\": 3}", "null"] {
            let faults = Instrument::parse(text).expect_err("refused");
            assert!(matches!(&faults[..], [Fault::Shape(_)]), "{text}: {faults:?}");
        }
    }

    #[test]
    fn the_order_in_the_file_does_not_matter() {
        let mut file: Value = serde_json::from_str(POLISH).expect("JSON");
        file["items"].as_array_mut().expect("items").reverse();
        let parsed = Instrument::parse(&file.to_string()).expect("an instrument");
        assert_eq!(parsed, BuiltIn::get().polish);
    }

    #[test]
    fn another_wording_has_another_hash() {
        let BuiltIn { polish, english, reference } = BuiltIn::get();
        let both = &reference.hash;
        assert_eq!(*both, hash(&[polish, english]));
        let mut other = polish.clone();
        other.items[4].text.push('!');
        assert_ne!(hash(&[&other, english]), *both);
        let mut moved = polish.clone();
        let first = moved.items[0].text.split_off(3);
        moved.items[1].text.insert_str(0, &first);
        assert_ne!(hash(&[&moved, english]), *both);
        // Changes only when somebody means to change the wording: answers in progress are set aside then.
        assert_eq!(both, "1f664fe1c2c7a7ce");
    }
}
