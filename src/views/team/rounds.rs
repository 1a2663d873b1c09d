//! Over time: the same comparison at two dates.

use leptos::prelude::*;

use super::Desk;
use crate::components::radio::radio;
use crate::components::rows::Figures;
use crate::platform::clock;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::rounding::difference;
use duet_domain::team::Rounds;
use duet_domain::team::compare::{DISPLAY_DECIMALS, Group, ascending};

/// How many statements that have moved are named.
const MOVED: usize = 5;

pub fn rounds(desk: Desk) -> AnyView {
    let words = desk.session().language().team();
    // A look at the results, and no more: nothing is to be drawn anew when they change.
    let team = move || untrack(|| desk.session().team.of(desk.source));
    let suggested = team().suggest_round_start(&clock::today()).is_some();
    let toggle = move |event| {
        let team = team();
        let today = clock::today();
        let day =
            team.suggest_round_start(&today).or_else(|| team.last_day(&today)).filter(|_| event_target_checked(&event));
        desk.parted.set(day.map(|day| day.as_str().to_owned()));
        desk.later.set(true);
    };
    let set_day = move |event| desk.parted.set(Some(event_target_value(&event)));
    let parted = Memo::new(move |_| desk.parted.with(Option::is_some));
    let controls = move || {
        parted.get().then(|| {
            let which = [(true, "after", words.after), (false, "before", words.before)].map(|(later, key, text)| {
                radio("choice", "round", key, text.to_owned(), move || desk.later.get() == later, move || desk.later.set(later))
            });
            view! {
                <label class="field">
                    <span>{words.round_from}</span>
                    <input type="date" name="round-from" prop:value=move || desk.parted.get().unwrap_or_default() on:change=set_day/>
                </label>
                <fieldset class="ticks-in-row"><legend>{words.shown_round}</legend>{which.collect_view()}</fieldset>
                {move || match desk.rounds.get() {
                    Some(rounds) => changes(desk, &rounds),
                    None => view! { <p>{words.one_round}</p> }.into_any(),
                }}
            }
        })
    };
    view! {
        <details class="rounds" open=suggested>
            <summary><h3>{words.rounds}</h3></summary>
            <label class="tick">
                <input type="checkbox" name="rounds" autocomplete="off" prop:checked=parted on:change=toggle/>
                <span>{words.rounds_note}</span>
            </label>
            {controls}
        </details>
    }
    .into_any()
}

/// What has changed of each group from one round to the other.
pub fn changes(desk: Desk, rounds: &Rounds) -> AnyView {
    let language = desk.session().language();
    let figure = |group: &Group| {
        let mean = group.mean_sum(DISPLAY_DECIMALS).map(|sum| desk.number(sum));
        format!("{} (n = {})", mean.unwrap_or_else(|| "–".to_owned()), group.respondents)
    };
    let row = |name: &'static str, before: &Group, after: &Group| {
        let change = before
            .mean_sum(DISPLAY_DECIMALS)
            .zip(after.mean_sum(DISPLAY_DECIMALS))
            .map(|(before, after)| signed(desk, difference(after, before, DISPLAY_DECIMALS)))
            .unwrap_or_default();
        view! { <tr><th scope="row">{name}</th><td>{figure(before)}</td><td>{figure(after)}</td><td>{change}</td></tr> }
    };
    let sides = [Side::Sales, Side::Marketing]
        .map(|side| row(language.side(side), rounds.before.group(side), rounds.after.group(side)));
    let gap = |gap: Option<f64>| gap.map_or_else(|| "–".to_owned(), |gap| desk.number(gap.abs()));
    let gaps = [rounds.before.sum_gap(), rounds.after.sum_gap()];
    let narrowing = gaps[0]
        .zip(gaps[1])
        .map(|(before, after)| signed(desk, difference(after.abs(), before.abs(), DISPLAY_DECIMALS)))
        .unwrap_or_default();
    view! {
        <h4 class="on-paper">{language.team().rounds}</h4>
        <table class="all-figures" data-rounds="">
            <thead><tr><td></td><th scope="col">{language.team().before}</th><th scope="col">{language.team().after}</th><th scope="col">{language.team().change}</th></tr></thead>
            <tbody>
                {sides.collect_view()}
                {row(language.team().all, &rounds.before.all, &rounds.after.all)}
                <tr><th scope="row">{language.team().gap}</th><td>{gap(gaps[0])}</td><td>{gap(gaps[1])}</td><td>{narrowing}</td></tr>
            </tbody>
        </table>
        {[Side::Sales, Side::Marketing].map(|side| moved(desk, rounds, side)).collect_view()}
    }
    .into_any()
}

/// The statements whose mean has moved most on a side, where it is shown in both rounds.
fn moved(desk: Desk, rounds: &Rounds, side: Side) -> Option<AnyView> {
    let before = rounds.before.group(side).detail.as_ref()?;
    let after = rounds.after.group(side).detail.as_ref()?;
    let change = |item: ItemNumber| difference(after.mean(item), before.mean(item), DISPLAY_DECIMALS);
    let items = ascending(ItemNumber::all().map(|item| (-change(item).abs(), item)).collect());
    let most = items.into_iter().take(MOVED).map(|item| (item, change(item))).filter(|(_, change)| *change != 0.0);
    let rows: Vec<_> = most.map(|(item, change)| (item, signed(desk, change))).collect();
    let language = desk.session().language();
    Some(view! { <h4>{language.side(side)}": "{language.team().moved.to_lowercase()}</h4><Figures rows/> }.into_any())
}

fn signed(desk: Desk, value: f64) -> String {
    let plus = if value > 0.0 { "+" } else { "" };
    format!("{plus}{}", desk.number(value))
}
