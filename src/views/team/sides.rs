//! The two sides: respondents, mean sums, levels; and the threshold from which single statements are shown.

use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;

use super::{ViewState, both_means, higher};
use crate::charts::sides::{SideKey, SumsBand};
use crate::components::statement_lists::FigureList;
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::score::Level;
use duet_domain::settings::Settings;
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS, Group, THRESHOLD_LIMITS};

/// A difference of mean sums below this is not called one: a tenth of a level.
const SMALL_SUM_GAP: f64 = 2.0;

/// Respondents, sums and levels, and the sentence about their difference.
pub fn sides(state: ViewState) -> AnyView {
    let comparison = state.comparison.get();
    let language = state.session.language();
    let sums =
        comparison.sales.mean.zip(comparison.marketing.mean).map(|((sales, _), (marketing, _))| sales - marketing);
    view! {
        <div
            class="stack"
            data-respondents-sales=comparison.sales.respondents
            data-respondents-marketing=comparison.marketing.respondents
            data-respondents-other=comparison.other.respondents
        >
            {(comparison.is_pair()).then(|| view! { <p>{state.session.language().team().pair}</p> })}
            <p class="next" data-sums-gap=sums.map(|gap| format!("{gap:.4}"))>{headline(&comparison, language)}</p>
            <SumsBand sales=comparison.sales.mean_sum(DISPLAY_DECIMALS) marketing=comparison.marketing.mean_sum(DISPLAY_DECIMALS)/>
            <ul class="groups">{groups(&comparison, language)}</ul>
            {pair(state, &comparison)}
            {hidden(state, &comparison)}
        </div>
    }
    .into_any()
}

/// The difference of the sums in one sentence, or which side has no respondents.
pub fn headline(comparison: &Comparison, language: Language) -> String {
    let words = language.team();
    let missing = [Side::Sales, Side::Marketing].into_iter().filter(|side| comparison.group(*side).respondents == 0);
    let missing: Vec<&str> = missing.map(words.nobody).collect();
    match comparison.sum_gap() {
        None if comparison.has_hidden_sum() => (language.seal().hidden)(comparison.seal.map_or(0, |seal| seal.minimum)),
        None => missing.join(" "),
        Some(gap) if gap.abs() < SMALL_SUM_GAP => (words.sums_close)(&language.number(gap.abs(), DISPLAY_DECIMALS)),
        Some(0.0) => words.sums_equal.to_owned(),
        Some(gap) => (words.sums_differ)(&language.number(gap.abs(), DISPLAY_DECIMALS), higher(gap) == Side::Sales),
    }
}

/// A line for each side and one for all; for the others only if there are any.
pub fn groups(comparison: &Comparison, language: Language) -> AnyView {
    let name = |side: Side| if side == Side::Other { language.team().others } else { language.side(side) };
    let sides = Side::STATED.map(|side| (Some(side), name(side), comparison.group(side)));
    let all = (None, language.team().all, &comparison.all);
    let line = |(side, name, group): (Option<Side>, &'static str, &Group)| {
        if side == Some(Side::Other) && group.respondents == 0 {
            return None;
        }
        let (mean, level) = group.mean.unzip();
        let instrument = language.instrument();
        let text = group.mean_sum(DISPLAY_DECIMALS).zip(level).map(|(sum, level)| {
            let sum = language.number(sum, DISPLAY_DECIMALS);
            let text = (language.team().mean_sum)(&sum, &instrument.level(level).name);
            format!(", {text}")
        });
        let mark = level.map(|level| view! { <span class=format!("mark level-{}", level.key())></span> });
        Some(view! {
            <li data-group=side.map_or("all", Side::key) data-people=group.respondents data-mean=mean.map(|mean| format!("{mean:.4}")) data-level=level.map(Level::key)>
                <span class="key-of">{side.filter(|side| *side != Side::Other).map(|side| view! { <SideKey side/> })}</span>
                <span><b>{name}</b>": "{(language.team().people)(group.respondents)}{text}</span>
                {mark}
            </li>
        })
    };
    sides.into_iter().chain([all]).filter_map(line).collect_view().into_any()
}

/// For two people, one of each side: the question whether both agree to show their answers, and the answers.
fn pair(state: ViewState, comparison: &Comparison) -> Option<AnyView> {
    let words = state.session.language().team();
    // Rounds are never shown by consent.
    let can_consent = comparison.is_pair() && comparison.seal.is_none() && comparison.thresholds.means > 1;
    let asked = can_consent && state.rounds.with(Option::is_none) && comparison.seal.is_none();
    let agree = move |event| state.pair_consent.set(event_target_checked(&event));
    asked.then(|| {
        view! {
            <div class="panel">
                <p>{words.pair_offer}</p>
                <label class="tick">
                    <input type="checkbox" name="agree" autocomplete="off" prop:checked=move || state.pair_consent.get() on:change=agree/>
                    <span>{words.pair_agree}</span>
                </label>
                {far_apart(state, comparison)}
            </div>
        }.into_any()
    })
}

fn far_apart(state: ViewState, comparison: &Comparison) -> Option<AnyView> {
    let words = state.session.language().team();
    let gap = comparison.mean_gap()?;
    let language = state.session.language();
    let items = comparison.wide_gaps();
    let notes: Vec<String> = items.iter().map(|item| both_means(comparison, *item, language)).collect();
    let figure = |item| (item, comparison.gap(item).map_or_else(String::new, |gap| language.number(gap.abs(), 0)));
    let rows: Vec<_> = items.into_iter().map(figure).collect();
    let title = if rows.is_empty() { words.pair_none_far } else { words.pair_far };
    Some(
        view! {
            <p data-mean-gap=format!("{gap:.4}")>{(words.pair_gap)(&state.session.language().number(gap, 2))}</p>
            <p>{title}</p>
            <FigureList rows notes/>
        }
        .into_any(),
    )
}

/// The note about hidden statements.
fn hidden(state: ViewState, comparison: &Comparison) -> Option<AnyView> {
    let text = why_hidden(comparison, state.session.language());
    text.map(|text| view! { <p class="small" data-hidden="">{text}</p> }.into_any())
}

/// Why single statements are hidden, or their means for everybody. None if nothing is hidden.
pub fn why_hidden(comparison: &Comparison, language: Language) -> Option<String> {
    let words = language.team();
    let few = |group: &Group| group.respondents > 0 && group.detail.is_none();
    if few(&comparison.sales) || few(&comparison.marketing) {
        return Some((words.hidden)(comparison.thresholds.means));
    }
    comparison.has_suppressed_group().then(|| (words.hidden_others)(comparison.thresholds.means))
}

/// The fields for the thresholds; a sealed gathering has its own, which does not change.
pub fn thresholds(state: ViewState) -> AnyView {
    let words = state.session.language().team();
    if state.session.team.team_of(state.source).seal.is_some() {
        return ().into_any();
    }
    view! {
        {threshold_field(state, "threshold", words.threshold, |settings| settings.threshold, Settings::set_threshold)}
        {threshold_field(state, "spread-threshold", words.spread_threshold, |settings| settings.spread_threshold, Settings::set_spread_threshold)}
        <p class="small">{words.threshold_note}</p>
    }
    .into_any()
}

fn threshold_field(
    state: ViewState,
    name: &'static str,
    label: &'static str,
    get: fn(&Settings) -> u32,
    set: fn(&mut Settings, u32),
) -> AnyView {
    let settings = state.session.settings;
    let change = move |event| {
        if let Ok(threshold) = event_target_value(&event).parse() {
            settings.change(|settings| set(settings, threshold));
        }
        // An invalid number is replaced by the current threshold.
        let field: HtmlInputElement = event_target(&event);
        field.set_value(&untrack(|| get(&settings.read())).to_string());
    };
    let (least, most) = THRESHOLD_LIMITS;
    view! {
        <label class="field threshold">
            <span>{label}</span>
            <input
                type="number"
                name=name
                min=least
                max=most
                autocomplete="off"
                prop:value=move || get(&settings.read()).to_string()
                on:change=change
            />
        </label>
    }
    .into_any()
}
