//! Material for the meeting: agenda, report, CSV, and the presentation.

use leptos::prelude::*;
use leptos::task::tick;

use super::{ViewState, presenter};
use crate::components::fallback::{Fallback, fallback_panel};
use crate::components::open_in_tab::FrameNote;
use crate::components::radio::radio;
use crate::export::comparison;
use crate::platform::{clock, files, frame, print, spawn};
use crate::texts::Language;

pub fn meeting(state: ViewState) -> AnyView {
    let (words, transfer) = (state.session.language().team(), state.session.language().transfer());
    let fallback = RwSignal::new(None);
    let csv = move |_| {
        let text = comparison::write(&state.comparison.get_untracked(), state.session.language());
        let name = format!("{}-{}.csv", words.file_name, clock::today().as_str());
        let started = files::download(&name, "text/csv;charset=utf-8", &text).is_ok();
        fallback.set(Some(Fallback::for_file(started, Some(text))));
    };
    let tongues: [(&'static [Language], &str, &str); 3] = [
        (&Language::ALL[..1], "pl", "Polski"),
        (&Language::ALL[1..], "en", "English"),
        (&Language::ALL, "both", words.both_languages),
    ];
    let tongues = tongues.map(|(languages, key, text)| {
        let chosen = move || state.agenda.get() == languages;
        radio("choice", "agenda-language", key, text.to_owned(), chosen, move || state.agenda.set(languages))
    });
    view! {
        <section class="stack meeting">
            <p>{words.agenda}</p>
            <fieldset class="ticks-in-row"><legend>{words.agenda_language}</legend>{tongues.collect_view()}</fieldset>
            <p class="row">
                <button type="button" data-action="print-agenda" on:click=move |_| start_print(state, true, fallback)>{words.print_agenda}</button>
                // The presentation needs the whole window, so not in a frame.
                {(!frame::is_framed()).then(|| view! {
                    <button type="button" class="quiet" data-action="present" on:click=|_| presenter::show()>{words.present}</button>
                })}
                <button type="button" class="quiet" data-action="print" on:click=move |_| start_print(state, false, fallback)>{words.print_report}</button>
                <button type="button" class="quiet" data-action="export-csv" on:click=csv>{transfer.csv}</button>
            </p>
            {fallback_panel(state.session, fallback, Signal::derive(move || state.link()))}
            <FrameNote/>
        </section>
        {presenter::presenter(state)}
    }
    .into_any()
}

fn start_print(state: ViewState, agenda: bool, fallback: RwSignal<Option<Fallback>>) {
    state.prints_agenda.set(agenda);
    spawn(async move {
        // After the agenda or report is rendered.
        tick().await;
        fallback.set(Fallback::for_print(print::print(), None));
    });
}
