//! What is taken into the meeting: agenda, report, spreadsheet, and the show on a screen.

use leptos::prelude::*;
use leptos::task::tick;

use super::{Desk, presenter};
use crate::components::next_way::{Doubt, next_way};
use crate::components::own_tab::FrameNote;
use crate::components::radio::radio;
use crate::export::comparison;
use crate::platform::{clock, files, frame, paper, spawn};
use crate::texts::Language;

pub fn meeting(desk: Desk) -> AnyView {
    let (words, handing) = (desk.session().language().team(), desk.session().language().handing());
    let doubt = RwSignal::new(None);
    let csv = move |_| {
        let text = comparison::write(&desk.comparison.get_untracked(), desk.session().language());
        let name = format!("{}-{}.csv", words.file_name, clock::today().as_str());
        let offered = files::download(&name, "text/csv;charset=utf-8", &text).is_ok();
        doubt.set(Some(Doubt::of_file(offered, Some(text))));
    };
    let tongues: [(&'static [Language], &str, &str); 3] = [
        (&Language::ALL[..1], "pl", "Polski"),
        (&Language::ALL[1..], "en", "English"),
        (&Language::ALL, "both", words.both_languages),
    ];
    let tongues = tongues.map(|(languages, key, text)| {
        let chosen = move || desk.agenda.get() == languages;
        radio("choice", "agenda-language", key, text.to_owned(), chosen, move || desk.agenda.set(languages))
    });
    view! {
        <section class="panel meeting">
            <h3>{words.meeting}</h3>
            <p>{words.agenda}</p>
            <fieldset class="ticks-in-row"><legend>{words.agenda_language}</legend>{tongues.collect_view()}</fieldset>
            <p class="row">
                <button type="button" data-action="print-agenda" on:click=move |_| print(desk, true, doubt)>{words.print_agenda}</button>
                // The show fills the screen, which a frame has not got.
                {(!frame::is_framed()).then(|| view! {
                    <button type="button" class="quiet" data-action="present" on:click=|_| presenter::show()>{words.present}</button>
                })}
                <button type="button" class="quiet" data-action="print" on:click=move |_| print(desk, false, doubt)>{words.print_report}</button>
                <button type="button" class="quiet" data-action="export-csv" on:click=csv>{handing.csv}</button>
            </p>
            {next_way(desk.session(), doubt, Signal::derive(move || desk.link()))}
            <FrameNote/>
        </section>
        {presenter::presenter(desk)}
    }
    .into_any()
}

fn print(desk: Desk, agenda: bool, doubt: RwSignal<Option<Doubt>>) {
    desk.prints_agenda.set(agenda);
    spawn(async move {
        // The page has to be drawn first.
        tick().await;
        doubt.set(Doubt::of_print(paper::print(), None));
    });
}
