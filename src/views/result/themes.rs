//! The themes along the two strands.

use crate::charts::themes::ThemeStrands;
use crate::state::Session;
use duet_domain::answers::Answer;
use duet_domain::change::Change;
use duet_domain::instrument::Theme;
use duet_domain::record::Record;
use leptos::prelude::*;

/// The number of statements of a theme.
const ITEMS_OF_THEME: u8 = 4;

/// The strands with the themes beside them, the weakest first. `is_new` lets them move once, when the level is revealed.
pub fn themes(session: Session, record: &Record, former: Option<&Record>, is_new: bool) -> AnyView {
    let words = session.language().advice();
    let change = former.and_then(|former| Change::between(former, record));
    view! {
        <figure class="themes" class:revealed=is_new>
            <figcaption><h2>{words.themes}</h2></figcaption>
            {beside_strands(session, record, change)}
            <p class="small">{words.strands_note}</p>
        </figure>
    }
    .into_any()
}

/// The strands with a row for each theme: its sum, and how that has changed.
pub fn beside_strands(session: Session, record: &Record, change: Option<Change>) -> AnyView {
    let themes = weakest_first(record.themes());
    let means = themes.iter().map(|(_, sum)| f64::from(*sum) / f64::from(ITEMS_OF_THEME)).collect();
    let row = move |(theme, sum): (Theme, u8)| {
        let change = change.as_ref().and_then(|change| change.themes.iter().find(|(of, _)| *of == theme).copied());
        let change = change.map(|(_, points)| {
            view! { " "<span class="small">"("{session.language().signed(f64::from(points), 0)}")"</span> }
        });
        view! {
            <li data-theme=theme.key() data-sum=sum>
                <span>{session.language().instrument().theme(theme)}</span>
                <span class="number"><b>{format!("{sum}/{}", ITEMS_OF_THEME * Answer::MAX.value())}</b>{change}</span>
            </li>
        }
    };
    view! {
        <div class="beside-strands">
            <ThemeStrands means/>
            <ol>{themes.into_iter().map(row).collect_view()}</ol>
        </div>
    }
    .into_any()
}

/// The themes in ascending order of their sums, 4 to 20; equal sums in the order of the instrument.
pub fn weakest_first(mut themes: [(Theme, u8); 5]) -> [(Theme, u8); 5] {
    themes.sort_by_key(|(_, sum)| *sum);
    themes
}
