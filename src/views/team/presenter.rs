//! The presentation: a full-screen dialog with one picture at a time, moved by the arrow keys.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::{ViewState, higher, sides};
use crate::charts::sides::{Dumbbell, SumsBand};
use crate::platform::page;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS};

/// One picture of the presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Picture {
    /// The mean sums of the sides.
    Sums,
    /// The gap of a statement, with its index in the list of gaps.
    Gap(usize, ItemNumber),
    /// The next actions.
    Next,
}

fn pictures(comparison: &Comparison) -> Vec<Picture> {
    let gaps = comparison.findings().gaps.into_iter().enumerate().map(|(index, item)| Picture::Gap(index, item));
    [Picture::Sums].into_iter().chain(gaps).chain([Picture::Next]).collect()
}

/// The selector of the dialog.
const DIALOG: &str = "dialog.presenter";

/// Opens the presentation.
pub fn show() {
    page::open_dialog(DIALOG);
}

pub fn presenter(state: ViewState) -> AnyView {
    let words = state.session.language().team();
    let at = RwSignal::new(0usize);
    let all = Memo::new(move |_| state.comparison.with(pictures));
    let count = move || all.with(Vec::len);
    let go = move |by: isize| at.update(|at| *at = at.saturating_add_signed(by).min(count() - 1));
    let press = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowRight" | "ArrowDown" | "PageDown" => {
            event.prevent_default();
            go(1);
        }
        "ArrowLeft" | "ArrowUp" | "PageUp" => {
            event.prevent_default();
            go(-1);
        }
        "Home" => at.set(0),
        "End" => at.set(count() - 1),
        _ => {}
    };
    let number = move || at.get().min(count() - 1);
    let shown = move || all.with(|all| all[number()]);
    view! {
        <dialog class="presenter" aria-label=words.present on:keydown=press on:close=move |_| at.set(0)>
            <div class="picture" aria-live="polite" data-picture=move || number() + 1>
                {move || state.comparison.with(|comparison| picture(state, comparison, shown()))}
            </div>
            <p class="row">
                <button type="button" class="quiet" data-action="previous" on:click=move |_| go(-1)>"← "{words.previous}</button>
                <span>{move || (words.picture)(number() + 1, count())}</span>
                <button type="button" class="quiet" data-action="next" autofocus on:click=move |_| go(1)>{words.next}" →"</button>
                <button type="button" class="quiet" data-action="close" on:click=|_| page::close_dialog(DIALOG)>{words.close}</button>
            </p>
            <p class="small">{words.keys}</p>
        </dialog>
    }
    .into_any()
}

fn picture(state: ViewState, comparison: &Comparison, picture: Picture) -> AnyView {
    let language = state.session.language();
    match picture {
        Picture::Sums => view! {
            <h2>{sides::headline(comparison, language)}</h2>
            <SumsBand sales=comparison.sales.mean_sum(DISPLAY_DECIMALS) marketing=comparison.marketing.mean_sum(DISPLAY_DECIMALS)/>
            <ul class="groups">{sides::groups(comparison, language)}</ul>
        }
        .into_any(),
        Picture::Gap(index, item) => gap(state, comparison, index, item),
        Picture::Next => next(state, comparison),
    }
}

fn gap(state: ViewState, comparison: &Comparison, index: usize, item: ItemNumber) -> AnyView {
    let language = state.session.language();
    let means = comparison.sales.display_mean(item).zip(comparison.marketing.display_mean(item));
    let Some(((sales, marketing), gap)) = means.zip(comparison.gap(item)) else { return ().into_any() };
    let side = |side: Side, mean: f64| {
        let name = format!("{} (n = {})", language.side(side), comparison.group(side).respondents);
        view! { <li><b>{state.number(mean)}</b>" "{name}</li> }
    };
    view! {
        <h2>{state.session.language().instrument().item(item).text.as_str()}</h2>
        <Dumbbell sales=Some(sales) marketing=Some(marketing)/>
        <ul class="large">{side(Side::Sales, sales)}{side(Side::Marketing, marketing)}</ul>
        <p class="next">{(language.team().question)(index, higher(gap) == Side::Sales)}</p>
    }
    .into_any()
}

fn next(state: ViewState, comparison: &Comparison) -> AnyView {
    let words = state.session.language().team();
    let Some((_, level)) = comparison.all.mean else { return ().into_any() };
    let instrument = state.session.language().instrument();
    let actions = instrument.level(level).actions.iter().map(|action| view! { <li>{action.title.as_str()}</li> });
    view! {
        <h2>{if level.next().is_some() { words.next_step } else { words.keep_it }}</h2>
        <ul class="looks">{actions.collect_view()}</ul>
    }
    .into_any()
}
