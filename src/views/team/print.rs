//! The printed agenda, one sheet, and the printed report. Both are always in the page, visible in print only; the one that is not printed
//! is `hidden`.

use leptos::prelude::*;

use super::import::repeats_text;
use super::{ViewState, both_means, discussion, higher, period, rounds, sides, statements};
use crate::charts::sides::SumsBand;
use crate::texts::Language;
use crate::texts::team::Team;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS, QUESTIONS};

/// The most weaknesses on the agenda.
const WEAKNESSES: usize = 3;
/// The number of empty lines for decisions.
const DECISIONS: usize = 4;

pub fn print(state: ViewState) -> AnyView {
    view! {
        <article class="report agenda" aria-hidden="true" hidden=move || !state.prints_agenda.get()>
            {move || state.comparison.with(|comparison| sheet(comparison, state.agenda.get()))}
        </article>
        <article class="report comparison-report" aria-hidden="true" hidden=move || state.prints_agenda.get()>
            {move || report(state)}
            {move || repeated(state)}
        </article>
    }
    .into_any()
}

/// As how many people repeated codes are counted.
fn repeated(state: ViewState) -> Option<AnyView> {
    let repeats = state.session.team.team_of(state.source).repeated_codes();
    (!repeats.is_empty()).then(|| repeats_text(state.session, &repeats))
}

/// The agenda, with each part in every chosen language.
fn sheet(comparison: &Comparison, languages: &[Language]) -> AnyView {
    type Part = fn(&Comparison, Language) -> AnyView;
    let parts: [(&str, Part); 4] =
        [("head", head), ("questions", questions), ("weaknesses", weaknesses), ("step", next_step)];
    let part = |(key, render): (&'static str, Part)| {
        let column = |language: &Language| view! { <div lang=language.tag()>{render(comparison, *language)}</div> };
        view! { <div class="columns" data-part=key>{languages.iter().map(column).collect_view()}</div> }
    };
    view! { {parts.map(part).collect_view()}{decisions(languages)} }.into_any()
}

fn head(comparison: &Comparison, language: Language) -> AnyView {
    let words = language.team();
    view! {
        <h1>{words.agenda_title}</h1>
        <p>{period(comparison, language)}</p>
        <ul class="groups">{sides::groups(comparison, language)}</ul>
        <p><b>{sides::headline(comparison, language)}</b></p>
    }
    .into_any()
}

fn questions(comparison: &Comparison, language: Language) -> AnyView {
    let words = language.team();
    let question = |(index, item)| {
        let gap = comparison.gap(item)?;
        let figures = both_means(comparison, item, language);
        Some(view! {
            <li>
                {language.instrument().item(item).text.as_str()}" "
                <span class="fine">{figures}</span><br/>
                <b>{(words.question)(index, higher(gap) == Side::Sales)}</b>
            </li>
        })
    };
    let found = comparison.findings().gaps.into_iter().take(QUESTIONS).enumerate().filter_map(question).collect_view();
    // If one side has no respondents, the head of the sheet says so.
    let none = (comparison.both_details().is_none() && comparison.has_suppressed_group())
        .then(|| view! { <p>{words.no_questions}</p> });
    view! { <h2>{words.questions}</h2>{none}<ol>{found}</ol> }.into_any()
}

fn weaknesses(comparison: &Comparison, language: Language) -> AnyView {
    let words = language.team();
    if comparison.both_details().is_none() {
        return ().into_any();
    }
    let items = comparison.findings().weaknesses;
    let none = items.is_empty().then(|| view! { <p>{words.no_weaknesses}</p> });
    let item = |item| view! { <li>{language.instrument().item(item).text.as_str()}</li> };
    view! { <h2>{words.start_here}</h2>{none}<ul>{items.into_iter().take(WEAKNESSES).map(item).collect_view()}</ul> }
        .into_any()
}

fn next_step(comparison: &Comparison, language: Language) -> AnyView {
    let words = language.team();
    let Some((_, level)) = comparison.all.mean else { return ().into_any() };
    let instrument = language.instrument();
    let actions = instrument.level(level).actions.iter().map(|action| view! { <li>{action.title.as_str()}</li> });
    let measures: Vec<String> =
        instrument.measures(level).map(|measure| format!("{} = {}", measure.name, measure.formula)).collect();
    view! {
        <h2>{if level.next().is_some() { words.next_step } else { words.keep_it }}</h2>
        <ul class="to-do">{actions.collect_view()}</ul>
        <p><b>{words.measures}": "</b>{measures.join(" · ")}</p>
    }
    .into_any()
}

/// The table for decisions, with empty lines.
fn decisions(languages: &[Language]) -> AnyView {
    let both = |text: &dyn Fn(&Team) -> &'static str| {
        languages.iter().map(|language| text(language.team())).collect::<Vec<_>>().join(" / ")
    };
    let head =
        [0, 1, 2].map(|index| view! { <th scope="col">{both(&|words| words.decision[index])}</th> }).collect_view();
    let lines = (0..DECISIONS).map(|_| view! { <tr><td></td><td></td><td></td></tr> }).collect_view();
    view! {
        <h2>{both(&|words| words.decisions)}</h2>
        <table class="decisions"><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>
    }
    .into_any()
}

fn report(state: ViewState) -> AnyView {
    let comparison = state.comparison.get();
    let language = state.session.language();
    let words = language.team();
    let list = |discussion::List { title, note, rows, notes, .. }: discussion::List| {
        let empty = rows.is_empty().then(|| view! { <li>{words.list_empty}</li> });
        let notes = notes.into_iter().map(Some).chain(std::iter::repeat(None));
        let row = |((item, figure), note): ((ItemNumber, String), Option<String>)| {
            let note = note.map(|note| view! { " "<span class="fine">{note}</span> });
            view! { <li><b>{figure}</b>" "{language.instrument().item(item).text.as_str()}{note}</li> }
        };
        let rows = rows.into_iter().zip(notes).map(row).collect_view();
        view! { <div class="kept"><h2>{title}</h2><p class="fine">{note}</p><ul>{empty}{rows}</ul></div> }
    };
    let sentences = discussion::sentences(&comparison, language);
    let sentence = |(_, text, figure): (String, String, String)| view! { <li>{text}" ("{figure}")"</li> };
    let agreement = (!sentences.is_empty()).then(|| {
        let formulae = words.formula.map(|text| view! { <li>{text}</li> }).collect_view();
        view! {
            <h2>{words.agreement}</h2>
            <ul>{sentences.into_iter().map(sentence).collect_view()}</ul>
            <ul class="fine">{formulae}</ul>
        }
    });
    let hidden = sides::why_hidden(&comparison, language).map(|text| view! { <p>{text}</p> });
    let any = comparison.sales.detail.is_some() || comparison.marketing.detail.is_some();
    let table =
        any.then(|| view! { <section><h2>{words.statements}</h2>{statements::table(&comparison, language)}</section> });
    let changes = state.rounds.with(|found| found.as_ref().map(|found| rounds::changes(state, found)));
    view! {
        <h1>{words.report_title}</h1>
        <p>{period(&comparison, language)}</p>
        <p><b>{sides::headline(&comparison, language)}</b></p>
        <SumsBand sales=comparison.sales.mean_sum(DISPLAY_DECIMALS) marketing=comparison.marketing.mean_sum(DISPLAY_DECIMALS)/>
        <ul class="groups">{sides::groups(&comparison, language)}</ul>
        {hidden}
        {discussion::lists(&comparison, language).into_iter().map(list).collect_view()}
        {changes}
        {agreement}
        {table}
        <p class="fine">{words.source}</p>
    }
    .into_any()
}
