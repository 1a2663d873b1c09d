//! The comparison of two rounds.

use leptos::prelude::*;

use super::ViewState;
use crate::components::radio::radio;
use crate::components::statement_lists::FigureList;
use crate::platform::clock;
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::rounding::difference;
use duet_domain::team::Rounds;
use duet_domain::team::compare::{DISPLAY_DECIMALS, Group, ascending};

/// The most statements that are listed as moved.
const MOVED: usize = 5;

/// Whether the results look like two rounds.
pub fn has_two(state: ViewState) -> bool {
    untrack(|| state.session.team.team_of(state.source)).suggest_round_start(&clock::today()).is_some()
}

pub fn rounds(state: ViewState) -> AnyView {
    let words = state.session.language().team();
    // Untracked, so that the controls are not re-rendered when the results change.
    let team = move || untrack(|| state.session.team.team_of(state.source));
    let toggle = move |event| {
        let team = team();
        let today = clock::today();
        let day =
            team.suggest_round_start(&today).or_else(|| team.last_day(&today)).filter(|_| event_target_checked(&event));
        state.round_start.set(day.map(|day| day.as_str().to_owned()));
        state.shows_later_round.set(true);
    };
    let set_day = move |event| state.round_start.set(Some(event_target_value(&event)));
    let has_rounds = Memo::new(move |_| state.round_start.with(Option::is_some));
    let controls = move || {
        has_rounds.get().then(|| {
            let choices = [(true, "after", words.after), (false, "before", words.before)].map(|(later, key, text)| {
                radio("choice", "round", key, text.to_owned(), move || state.shows_later_round.get() == later, move || state.shows_later_round.set(later))
            });
            view! {
                <label class="field">
                    <span>{words.round_from}</span>
                    <input type="date" name="round-from" prop:value=move || state.round_start.get().unwrap_or_default() on:change=set_day/>
                </label>
                <fieldset class="ticks-in-row"><legend>{words.shown_round}</legend>{choices.collect_view()}</fieldset>
                {move || match state.rounds.get() {
                    Some(rounds) => changes(state, &rounds),
                    None => view! { <p>{words.one_round}</p> }.into_any(),
                }}
            }
        })
    };
    view! {
        <div class="stack rounds">
            <label class="tick">
                <input type="checkbox" name="rounds" autocomplete="off" prop:checked=has_rounds on:change=toggle/>
                <span>{words.rounds_note}</span>
            </label>
            {controls}
        </div>
    }
    .into_any()
}

/// The change of each group from the earlier to the later round, and the statements that have moved most.
pub fn changes(state: ViewState, rounds: &Rounds) -> AnyView {
    let language = state.session.language();
    view! {
        <h4 class="on-paper">{language.team().rounds}</h4>
        {sums(language, rounds)}
        {[Side::Sales, Side::Marketing].map(|side| moved(state, rounds, side)).collect_view()}
    }
    .into_any()
}

/// The mean sums of both rounds and their change, as a table.
pub fn sums(language: Language, rounds: &Rounds) -> AnyView {
    let number = |value: f64| language.number(value, DISPLAY_DECIMALS);
    let figure = |group: &Group| {
        let mean = group.mean_sum(DISPLAY_DECIMALS).map(number);
        format!("{} (n = {})", mean.unwrap_or_else(|| "–".to_owned()), group.respondents)
    };
    let row = |name: &'static str, before: &Group, after: &Group| {
        let change = before
            .mean_sum(DISPLAY_DECIMALS)
            .zip(after.mean_sum(DISPLAY_DECIMALS))
            .map(|(before, after)| language.signed(difference(after, before, DISPLAY_DECIMALS), DISPLAY_DECIMALS))
            .unwrap_or_default();
        view! { <tr><th scope="row">{name}</th><td>{figure(before)}</td><td>{figure(after)}</td><td>{change}</td></tr> }
    };
    let sides = [Side::Sales, Side::Marketing]
        .map(|side| row(language.side(side), rounds.before.group(side), rounds.after.group(side)));
    let gap = |gap: Option<f64>| gap.map_or_else(|| "–".to_owned(), |gap| number(gap.abs()));
    let gaps = [rounds.before.sum_gap(), rounds.after.sum_gap()];
    let narrowing = gaps[0]
        .zip(gaps[1])
        .map(|(before, after)| {
            language.signed(difference(after.abs(), before.abs(), DISPLAY_DECIMALS), DISPLAY_DECIMALS)
        })
        .unwrap_or_default();
    view! {
        <table class="all-figures" data-rounds="">
            <thead><tr><td></td><th scope="col">{language.team().before}</th><th scope="col">{language.team().after}</th><th scope="col">{language.team().change}</th></tr></thead>
            <tbody>
                {sides.collect_view()}
                {row(language.team().all, &rounds.before.all, &rounds.after.all)}
                <tr><th scope="row">{language.team().gap}</th><td>{gap(gaps[0])}</td><td>{gap(gaps[1])}</td><td>{narrowing}</td></tr>
            </tbody>
        </table>
    }
    .into_any()
}

/// The statements whose mean has moved most on a side. None unless the side is shown in both rounds.
fn moved(state: ViewState, rounds: &Rounds, side: Side) -> Option<AnyView> {
    let before = rounds.before.group(side).detail.as_ref()?;
    let after = rounds.after.group(side).detail.as_ref()?;
    let change = |item: ItemNumber| difference(after.mean(item), before.mean(item), DISPLAY_DECIMALS);
    let items = ascending(ItemNumber::all().map(|item| (-change(item).abs(), item)).collect());
    let most = items.into_iter().take(MOVED).map(|item| (item, change(item))).filter(|(_, change)| *change != 0.0);
    let language = state.session.language();
    let rows: Vec<_> = most.map(|(item, change)| (item, language.signed(change, DISPLAY_DECIMALS))).collect();
    Some(
        view! { <h4>{language.side(side)}": "{language.team().moved.to_lowercase()}</h4><FigureList rows/> }.into_any(),
    )
}
