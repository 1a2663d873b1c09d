//! Material for the meeting: the printed sheets, CSV, pictures, and the presentation.

use leptos::prelude::*;
use leptos::task::tick;

use super::print::Sheet;
use super::{ViewState, period, presenter, sides};
use crate::components::fallback::{Fallback, fallback_panel};
use crate::components::open_in_tab::FrameNote;
use crate::components::radio::radio;
use crate::export::{comparison, picture};
use crate::platform::{clock, files, frame, print, spawn};
use crate::texts::Language;
use duet_domain::team::compare::Comparison;

pub fn meeting(state: ViewState) -> AnyView {
    let (words, transfer) = (state.session.language().team(), state.session.language().transfer());
    let fallback = RwSignal::new(None);
    let csv = move |_| {
        let text = comparison::write(&state.comparison.get_untracked(), state.session.language());
        let name = format!("{}-{}.csv", words.file_name, clock::today().as_str());
        let started = files::download(&name, "text/csv;charset=utf-8", &text).is_ok();
        fallback.set(Some(Fallback::for_file(started, Some(text))));
    };
    let prints = move |sheet: Sheet| move |_| start_print(state, sheet, fallback);
    view! {
        <section class="stack meeting">
            <p>{words.agenda}</p>
            {agenda_languages(state)}
            <p class="row">
                <button type="button" data-action="print-agenda" on:click=prints(Sheet::Agenda)>{words.print_agenda}</button>
                // The presentation needs the whole window, so not in a frame.
                {(!frame::is_framed()).then(|| view! {
                    <button type="button" class="quiet" data-action="present" on:click=|_| presenter::show()>{words.present}</button>
                })}
                <button type="button" class="quiet" data-action="print-board" on:click=prints(Sheet::Board)>{state.session.language().meeting().print_board}</button>
                <button type="button" class="quiet" data-action="print" on:click=prints(Sheet::Report)>{words.print_report}</button>
                <button type="button" class="quiet" data-action="export-csv" on:click=csv>{transfer.csv}</button>
            </p>
            {pictures(state, fallback)}
            {fallback_panel(state.session, fallback, Signal::derive(move || state.link()))}
            <FrameNote/>
        </section>
        {presenter::presenter(state)}
    }
    .into_any()
}

/// The choice of the languages of the agenda.
fn agenda_languages(state: ViewState) -> AnyView {
    let words = state.session.language().team();
    let tongues: [(&'static [Language], &str, &str); 3] = [
        (&Language::ALL[..1], "pl", "Polski"),
        (&Language::ALL[1..], "en", "English"),
        (&Language::ALL, "both", words.both_languages),
    ];
    let tongues = tongues.map(|(languages, key, text)| {
        let chosen = move || state.agenda.get() == languages;
        radio("choice", "agenda-language", key, text.to_owned(), chosen, move || state.agenda.set(languages))
    });
    view! { <fieldset class="ticks-in-row"><legend>{words.agenda_language}</legend>{tongues.collect_view()}</fieldset> }
        .into_any()
}

pub(super) fn start_print(state: ViewState, sheet: Sheet, fallback: RwSignal<Option<Fallback>>) {
    state.sheet.set(sheet);
    spawn(async move {
        // After the sheet is rendered.
        tick().await;
        fallback.set(Fallback::for_print(print::print(), None));
    });
}

/// A picture for a slide.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slide {
    Sides,
    Gaps,
}

impl Slide {
    const ALL: [Self; 2] = [Self::Sides, Self::Gaps];

    /// The picture; none if what it shows is hidden.
    fn draw(self, comparison: &Comparison, language: Language) -> Option<String> {
        let days = period(comparison, language);
        match self {
            Self::Sides => picture::sides(comparison, language, &sides::headline(comparison, language), &days),
            Self::Gaps => picture::gaps(comparison, language, &days),
        }
    }

    /// The `data-action` of its buttons, for SVG and for PNG.
    const fn actions(self) -> [&'static str; 2] {
        match self {
            Self::Sides => ["sides-svg", "sides-png"],
            Self::Gaps => ["gaps-svg", "gaps-png"],
        }
    }

    /// Its name, and that of its file.
    fn names(self, language: Language) -> (&'static str, &'static str) {
        let words = language.meeting();
        match self {
            Self::Sides => (words.sides, words.sides_file),
            Self::Gaps => (words.gaps, words.gaps_file),
        }
    }

    /// Starts the download, as PNG or as SVG, and shows the fallback.
    fn save(self, state: ViewState, as_png: bool, fallback: RwSignal<Option<Fallback>>) {
        let language = state.session.language();
        let Some(svg) = state.comparison.with_untracked(|comparison| self.draw(comparison, language)) else { return };
        let name = format!("{}-{}", self.names(language).1, clock::today().as_str());
        if as_png {
            let failed = move || fallback.set(Some(Fallback::for_file(false, None)));
            fallback.set(Some(Fallback::for_file(true, None)));
            files::download_png(&format!("{name}.png"), &svg, picture::SIZE, failed);
        } else {
            let started = files::download(&format!("{name}.svg"), "image/svg+xml", &svg).is_ok();
            fallback.set(Some(Fallback::for_file(started, Some(svg))));
        }
    }
}

/// The menu with the pictures; nothing if all of them are hidden.
fn pictures(state: ViewState, fallback: RwSignal<Option<Fallback>>) -> AnyView {
    let language = state.session.language();
    // A memo, so that the menu stays open while the figures change.
    let shown = Memo::new(move |_| {
        state.comparison.with(|comparison| Slide::ALL.map(|slide| slide.draw(comparison, language).is_some()))
    });
    let button = move |slide: Slide| {
        let [svg, png] = slide.actions();
        let format = move |action, ending, as_png| {
            view! {
                <button type="button" class="quiet" data-action=action on:click=move |_| slide.save(state, as_png, fallback)>
                    {slide.names(language).0}" ("{ending}")"
                </button>
            }
        };
        view! { {format(png, "PNG", true)}{format(svg, "SVG", false)} }
    };
    let menu = move || {
        let slides: Vec<Slide> =
            Slide::ALL.into_iter().zip(shown.get()).filter_map(|(slide, is)| is.then_some(slide)).collect();
        (!slides.is_empty()).then(|| {
            view! {
                <details class="menu">
                    <summary>{language.meeting().pictures}</summary>
                    <p class="row">{slides.into_iter().map(button).collect_view()}</p>
                </details>
            }
        })
    };
    view! { <div>{menu}</div> }.into_any()
}
