//! What is asked: the items, the words of the scale, of the themes and of the levels; and the files they come from.
//!
//! The two built-in instruments are files like those an owner with a licensed wording would write
//! (`public/instruments/*.json`), read by the same code. The wording in them is our own, made from the construct that each
//! item of the published instrument measures.

mod file;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::answers::{Answer, ItemNumber};
use super::score::Level;

pub use file::Fault;

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
    /// When it is right to stay on this level, a sentence each. None where nothing is above.
    #[serde(default)]
    pub stay: Vec<String>,
    /// When it is right to move up, a sentence each.
    #[serde(default, rename = "move")]
    pub move_up: Vec<String>,
    /// What to do on the way to the next level; on the highest, what keeps it.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// The measures on the way, by their `id`.
    #[serde(default)]
    pub measures: Vec<String>,
}

/// Something to do, written out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Action {
    /// Its name in files, the same in every language.
    pub id: String,
    /// In a few words.
    pub title: String,
    /// In two or three sentences.
    pub text: String,
}

/// A figure to watch on the way.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Measure {
    /// Its name in files, the same in every language.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// How it is worked out, in words.
    pub formula: String,
    /// In what it is measured.
    pub unit: String,
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
    measures: Vec<Measure>,
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

    /// The measures on the way from a level to the next.
    pub fn measures(&self, level: Level) -> impl Iterator<Item = &Measure> {
        let ids = &self.level(level).measures;
        ids.iter().filter_map(|id| self.measures.iter().find(|measure| measure.id == *id))
    }

    /// The action of that name, on whichever level.
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.levels.values().flat_map(|level| &level.actions).find(|action| action.id == id)
    }

    /// The words of a level.
    pub fn level(&self, level: Level) -> &LevelWords {
        &self.levels[&level]
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

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn both_languages_advise_the_same() {
        let BuiltIn { polish, english, .. } = BuiltIn::get();
        for level in Level::ALL {
            let ids = |words: &LevelWords| words.actions.iter().map(|action| action.id.clone()).collect::<Vec<_>>();
            let (pl, en) = (polish.level(level), english.level(level));
            assert_eq!(ids(pl), ids(en));
            assert_eq!((pl.stay.len(), pl.move_up.len()), (en.stay.len(), en.move_up.len()));
            assert_eq!(pl.measures, en.measures);
            assert!(polish.measures(level).count() >= 2 && pl.actions.len() >= 4);
            for action in &pl.actions {
                assert_eq!(polish.action(&action.id), Some(action));
            }
        }
    }
}
