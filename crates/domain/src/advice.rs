//! Which actions are recommended, and in which order.

use super::instrument::{Action, Instrument, Theme};
use super::record::Record;
use super::score::Level;

impl Instrument {
    /// The actions recommended for a result, the most urgent first.
    ///
    /// The order is our own; the published instrument has none. For each theme, the weakest first and equal ones in
    /// display order: the actions about that theme of the level that the theme alone has reached, or, if that level has
    /// none, of the level of the result. Then the remaining actions of the level of the result. No action comes twice.
    pub fn recommended(&self, record: &Record) -> Vec<&Action> {
        let overall = record.score().level();
        let mut actions = Vec::new();
        for (theme, sum) in weakest_first(record.themes()) {
            let own: Vec<&Action> = self.actions_about(theme, level_of_theme(sum)).collect();
            if own.is_empty() {
                add(&mut actions, self.actions_about(theme, overall));
            } else {
                add(&mut actions, own);
            }
        }
        add(&mut actions, self.level(overall).actions.iter());
        actions
    }

    /// The actions of a level about a theme, in the order of the file.
    fn actions_about(&self, theme: Theme, level: Level) -> impl Iterator<Item = &Action> {
        self.level(level).actions.iter().filter(move |action| action.theme == Some(theme))
    }
}

/// The level that a theme has reached. Its sum, 4 to 20, times five is on the scale of the score, 20 to 100.
fn level_of_theme(sum: u8) -> Level {
    Level::of_points(sum * 5)
}

/// Themes in ascending order of their sums, 4 to 20; equal ones keep their order.
fn weakest_first(themes: [(Theme, u8); 5]) -> impl Iterator<Item = (Theme, u8)> {
    (4..=20).flat_map(move |sum| themes.into_iter().filter(move |theme| theme.1 == sum))
}

/// Adds the actions that are not in the list yet.
fn add<'a>(list: &mut Vec<&'a Action>, actions: impl IntoIterator<Item = &'a Action>) {
    for action in actions {
        if list.iter().all(|other| other.id != action.id) {
            list.push(action);
        }
    }
}

#[cfg(test)]
mod tests;
