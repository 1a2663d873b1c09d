use super::*;

const POLISH_FILE: &str = include_str!("../../../../public/instruments/pl.json");
const ENGLISH_FILE: &str = include_str!("../../../../public/instruments/en.json");

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
    // A changed wording invalidates answers in progress.
    assert_eq!(both, "1f664fe1c2c7a7ce");
}

#[test]
fn both_languages_advise_the_same() {
    let (polish, english) = (POLISH, ENGLISH);
    for level in Level::ALL {
        let ids = |words: &LevelWords| words.actions.iter().map(|action| (action.id, action.theme)).collect::<Vec<_>>();
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

#[test]
fn every_action_has_a_theme_and_an_identifier_of_its_own() {
    let actions: Vec<&Action> = Level::ALL.iter().flat_map(|level| ENGLISH.level(*level).actions.iter()).collect();
    assert_eq!(actions.len(), 21);
    assert!(actions.iter().all(|action| action.theme.is_some()));
    let mut ids: Vec<&str> = actions.iter().map(|action| action.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), actions.len());
}
