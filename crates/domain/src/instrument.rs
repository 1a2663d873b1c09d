//! What is asked: the items, the words of the scale, of the themes and of the levels; and the files they come from.
//!
//! The two built-in instruments are made from files like those an owner with a licensed wording would write
//! (`public/instruments/*.json`) by `build.rs`; that they are what the reader of such files makes of them is tested. The wording in them is our own, made from the construct that each
//! item of the published instrument measures.

mod file;
mod text;

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::answers::{Answer, ITEMS, ItemNumber};
use super::score::Level;

pub use file::InstrumentError;
pub use text::{List, Text};

// What build.rs makes of the two files.
include!(concat!(env!("OUT_DIR"), "/instruments.rs"));

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
    pub text: Text,
}

/// The words of a level.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LevelWords {
    /// The name, as an adjective to "relationship".
    pub name: Text,
    /// One or two sentences.
    pub summary: Text,
    /// How one recognises it, a sentence each.
    pub looks: List<Text>,
    /// When it is right to stay on this level, a sentence each. None where nothing is above.
    #[serde(default)]
    pub stay: List<Text>,
    /// When it is right to move up, a sentence each.
    #[serde(default, rename = "move")]
    pub move_up: List<Text>,
    /// What to do on the way to the next level; on the highest, what keeps it.
    #[serde(default)]
    pub actions: List<Action>,
    /// The measures on the way, by their `id`.
    #[serde(default)]
    pub measures: List<Text>,
}

/// Something to do, written out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Action {
    /// Its name in files, the same in every language.
    pub id: Text,
    /// In a few words.
    pub title: Text,
    /// In two or three sentences.
    pub text: Text,
}

/// A figure to watch on the way.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Measure {
    /// Its name in files, the same in every language.
    pub id: Text,
    /// What people call it.
    pub name: Text,
    /// How it is worked out, in words.
    pub formula: Text,
    /// In what it is measured.
    pub unit: Text,
}

/// What is asked: all that a run needs of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statements {
    scale: [Text; 5],
    items: [Item; ITEMS as usize],
}

impl Statements {
    /// The item of a number.
    pub fn item(&self, number: ItemNumber) -> &Item {
        &self.items[number.index()]
    }

    /// What an answer says, in words.
    pub fn scale(&self, answer: Answer) -> &'static str {
        self.scale[usize::from(answer.value() - 1)].as_str()
    }
}

/// The whole instrument in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Which instrument this is, whatever the language and wording.
    pub id: Text,
    /// A BCP 47 language tag.
    pub language: Text,
    statements: &'static Statements,
    themes: [Text; 5],
    levels: [LevelWords; 4],
    measures: List<Measure>,
}

impl Instrument {
    /// The item of a number.
    pub fn item(&self, number: ItemNumber) -> &Item {
        self.statements.item(number)
    }

    /// What an answer says, in words.
    pub fn scale(&self, answer: Answer) -> &'static str {
        self.statements.scale(answer)
    }

    /// The name of a theme.
    pub fn theme(&self, theme: Theme) -> &'static str {
        self.themes[theme as usize].as_str()
    }

    /// The measures on the way from a level to the next.
    pub fn measures(&self, level: Level) -> impl Iterator<Item = &Measure> {
        self.level(level).measures.iter().filter_map(|id| self.measures.iter().find(|measure| measure.id == *id))
    }

    /// The action of that name, on whichever level.
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.levels.iter().flat_map(|level| level.actions.iter()).find(|action| &*action.id == id)
    }

    /// The words of a level.
    pub fn level(&self, level: Level) -> &LevelWords {
        &self.levels[level as usize]
    }
}

/// The statements of the built-in instrument in Polish.
pub fn polish_statements() -> &'static Statements {
    &POLISH_STATEMENTS
}

/// The statements of the built-in instrument in English.
pub fn english_statements() -> &'static Statements {
    &ENGLISH_STATEMENTS
}

/// The built-in instrument in Polish.
pub const POLISH: &Instrument = &POLISH_INSTRUMENT;

/// The built-in instrument in English.
pub const ENGLISH: &Instrument = &ENGLISH_INSTRUMENT;

/// What a result says was answered: the instrument that is built in. The hash is that of both wordings together, because a
/// respondent may change the language half way, and the two sides of a company may answer in different ones.
pub fn reference() -> &'static InstrumentRef {
    static HASH: LazyLock<String> = LazyLock::new(|| hash(&[polish_statements(), english_statements()]));
    static REFERENCE: LazyLock<InstrumentRef> =
        LazyLock::new(|| InstrumentRef { id: ID.into(), hash: HASH.as_str().into() });
    &REFERENCE
}

/// Which instrument was answered, in which wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstrumentRef {
    /// The instrument, whatever its language.
    pub id: Cow<'static, str>,
    /// Of the wording: see [`hash`].
    pub hash: Cow<'static, str>,
}

/// A hash of the wording and order of the items: 64-bit FNV-1a in 16 hexadecimal digits. Answers to different wordings have
/// different ones, so that they are never compared silently. It is no protection against forgery.
pub fn hash(wordings: &[&Statements]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |byte: u8| {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    };
    for wording in wordings {
        for item in &wording.items {
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

    const POLISH_FILE: &str = include_str!("../../../public/instruments/pl.json");
    const ENGLISH_FILE: &str = include_str!("../../../public/instruments/en.json");

    #[test]
    fn what_is_built_in_is_what_the_files_say() {
        assert_eq!(Instrument::parse(POLISH_FILE).as_ref(), Ok(POLISH));
        assert_eq!(Instrument::parse(ENGLISH_FILE).as_ref(), Ok(ENGLISH));
    }

    #[test]
    fn both_built_in_files_are_whole_and_ask_the_same() {
        let (polish, english) = (POLISH, ENGLISH);
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
        let english = ENGLISH;
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
                assert!(!POLISH_FILE.to_lowercase().contains(&loose), "{loose:?}");
            }
        }
    }

    #[test]
    fn another_wording_has_another_hash() {
        let (polish, english) = (polish_statements(), english_statements());
        let both = &reference().hash;
        assert_eq!(*both, hash(&[polish, english]));
        let mut other = polish.clone();
        other.items[4].text = Text("Another wording.");
        assert_ne!(hash(&[&other, english]), *both);
        let mut moved = polish.clone();
        let (before, after) = moved.items[0].text.as_str().split_at(3);
        moved.items[0].text = Text(before);
        moved.items[1].text = Text(format!("{after}{}", &*moved.items[1].text).leak());
        assert_ne!(hash(&[&moved, english]), *both);
        // Changes only when somebody means to change the wording: answers in progress are set aside then.
        assert_eq!(both, "1f664fe1c2c7a7ce");
    }

    #[test]
    fn both_languages_advise_the_same() {
        let (polish, english) = (POLISH, ENGLISH);
        for level in Level::ALL {
            let ids = |words: &LevelWords| words.actions.iter().map(|action| action.id).collect::<Vec<_>>();
            let (pl, en) = (polish.level(level), english.level(level));
            assert_eq!(ids(pl), ids(en));
            assert_eq!((pl.stay.len(), pl.move_up.len()), (en.stay.len(), en.move_up.len()));
            assert_eq!(pl.measures, en.measures);
            assert!(polish.measures(level).count() >= 2 && pl.actions.len() >= 4);
            for action in pl.actions.iter() {
                assert_eq!(polish.action(&action.id), Some(action));
            }
        }
    }
}
