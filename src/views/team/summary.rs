//! Summaries: that of a comparison for everybody, and the views of those that a link brings.

use leptos::prelude::*;

use super::ViewState;
use super::meeting::start_print;
use super::print::Sheet;
use crate::charts::band::Band;
use crate::components::copy::{Prominence, copy_button, share_button};
use crate::components::disclosure::disclosure;
use crate::components::fallback::{Fallback, fallback_panel};
use crate::components::field::{Kind, field};
use crate::components::level_names::level_names;
use crate::components::planned_steps::planned_steps;
use crate::components::qr::QrOf;
use crate::platform::{address, clock, files, share as sharing};
use crate::route::Screen;
use crate::state::{Session, Source};
use duet_domain::summary::{ComparisonSummary, ResultSummary, Summary, SummaryError};
use duet_domain::team::Team;
use duet_domain::team::compare::{Comparison, Thresholds};

/// The comparison of the summary in the address; an empty one if there is none.
pub fn comparison(session: Session) -> Comparison {
    match session.team.summary.get() {
        Some(Ok(Summary::Comparison(summary))) => summary.to_comparison(),
        _ => Team::default().comparison(Thresholds::default(), false),
    }
}

/// What the link to the summary of a comparison is.
pub fn notice(session: Session) -> AnyView {
    let words = session.language().summary();
    let title = move || match session.team.summary.get() {
        Some(Ok(Summary::Comparison(summary))) => summary.title().to_owned(),
        _ => String::new(),
    };
    view! {
        <div class="notice" data-notice="summary">
            <span>{words.comparison}" "{words.what_is_duet}</span>
            <a class="button quiet" href=Screen::Start.fragment()>{words.answer_too}</a>
        </div>
        {move || Some(title()).filter(|title| !title.is_empty()).map(|title| view! { <p class="lead" translate="no">{title}</p> })}
    }
    .into_any()
}

/// The view of the summary in the address.
pub fn summary(session: Session) -> AnyView {
    // The view is that of the fragment, which may change to another summary.
    let is_comparison = Memo::new(move |_| matches!(session.team.summary.get(), Some(Ok(Summary::Comparison(_)))));
    let view = move || {
        if is_comparison.get() {
            return super::team(session, Source::Summary);
        }
        match session.team.summary.get() {
            Some(Ok(Summary::Result(summary))) => result(session, &summary),
            Some(Err(error)) => refused(session, &error),
            _ => ().into_any(),
        }
    };
    view.into_any()
}

fn refused(session: Session, error: &SummaryError) -> AnyView {
    let words = session.language().summary();
    session.navigation.set_titles(words.bad_link, None);
    view! {
        <h1 tabindex="-1">{words.bad_link}</h1>
        <p role="alert" data-fault="summary">{(words.error)(error)}</p>
        <p class="row"><a class="button quiet" href=Screen::Start.fragment()>{session.language().sharing().own}</a></p>
    }
    .into_any()
}

/// The summary of one result: what it is, from whom, three lines, the plan, and how to answer oneself.
fn result(session: Session, summary: &ResultSummary) -> AnyView {
    let language = session.language();
    let (words, instrument) = (language.summary(), language.instrument());
    let level = instrument.level(summary.level());
    let today = clock::today();
    let day = language.day(&summary.day);
    let day = if summary.day.is_plausible(&today) { day } else { language.impossible_day(&day) };
    session.navigation.set_titles(language.result().title, None);
    let themes = summary
        .themes
        .map(|(weakest, strongest)| (words.themes)(instrument.theme(weakest), instrument.theme(strongest)));
    let plan = (!summary.plan.is_empty()).then(|| {
        let goal = summary.plan.goal.clone();
        view! {
            <section class="stack">
                <h2>{language.advice().plan}</h2>
                {planned_steps(session, &summary.plan.steps)}
                {(!goal.is_empty()).then(|| view! { <p><b>{language.advice().goal}": "</b><span translate="no">{goal}</span></p> })}
            </section>
        }
    });
    view! {
        <div class="notice" data-notice="summary"><span>{(words.result)(&summary.from)}</span></div>
        <article class="result" data-score=summary.score.points() data-level=summary.level().key()>
            <p class="small">{format!("{day} · {}", language.side(summary.side))}</p>
            <h1 tabindex="-1">
                <span class="score">{summary.score.points()}</span>
                " "
                <span class="level">{(language.result().level)(&level.name)}</span>
            </h1>
            <figure>
                <Band score=summary.score/>
                {level_names(session, summary.level())}
                <figcaption class="heard">{(language.result().on_scale)(summary.score.points())}</figcaption>
            </figure>
            <p class="lead">{level.summary.as_str()}</p>
            {themes.map(|themes| view! { <p>{themes}</p> })}
            <p class="small">{words.what_is_duet}</p>
            {plan}
            <p class="row"><a class="button" href=Screen::Start.fragment()>{words.answer_too}</a></p>
        </article>
    }
    .into_any()
}

/// The summary of the comparison as link, QR code and file; a sentence if no side may be shown.
pub(super) fn share(state: ViewState) -> AnyView {
    let session = state.session;
    let words = session.language().summary();
    let title = state.summary_title;
    let summary = move || {
        state.comparison.with(|comparison| ComparisonSummary::of(comparison, &title.read()).map(Summary::Comparison))
    };
    let possible =
        Memo::new(move |_| state.comparison.with(|comparison| ComparisonSummary::of(comparison, "").is_some()));
    let link =
        Signal::derive(move || summary().and_then(|summary| address::link(&summary.encode())).unwrap_or_default());
    let fallback = RwSignal::new(None);
    let save = move |_| {
        let Some(text) = untrack(|| summary().map(|summary| summary.write())) else { return };
        let name = format!("{}-{}.json", words.file_name, clock::today().as_str());
        let started = files::download(&name, "application/json", &text).is_ok();
        fallback.set(Some(Fallback::for_file(started, Some(text))));
    };
    let has_link = cfg!(not(target_arch = "wasm32")) || address::link("").is_some();
    let shares = sharing::prefers_share();
    let (sheet, copy) =
        if shares { (Prominence::Primary, Prominence::Quiet) } else { (Prominence::Quiet, Prominence::Primary) };
    let controls = move || {
        view! {
            {field(Kind::Text, words.title, "summary-title".to_owned(), title.into(), move |text| title.set(text))}
            <div class="row">
                {has_link.then(|| view! {
                    {share_button(session, "share-summary", session.language().transfer().share, sheet, link)}
                    {copy_button(session, "copy-summary", session.language().transfer().copy_link, copy, link)}
                })}
                <button type="button" class="quiet" data-action="print-summary" on:click=move |_| start_print(state, Sheet::Summary, fallback)>
                    {words.print}
                </button>
                <button type="button" class="quiet" data-action="save-summary" on:click=save>{words.file}</button>
            </div>
            {has_link.then(|| disclosure(Some("scanned"), session.language().transfer().show_qr, move || view! { {move || view! { <QrOf text=link.get()/> }} }))}
            {fallback_panel(session, fallback, Signal::stored(None))}
        }
    };
    view! {
        <p>{words.for_everybody_note}</p>
        {move || if possible.get() { controls().into_any() } else { view! { <p data-hidden="">{words.none}</p> }.into_any() }}
    }
    .into_any()
}
