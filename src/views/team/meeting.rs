//! What is taken into the meeting: agenda, report, spreadsheet, and the show on a screen.

use leptos::prelude::*;
use leptos::task::tick;

use super::{Desk, presenter};
use crate::browser::{clock, files, frame, paper, spawn};
use crate::components::own_tab::FrameNote;
use crate::components::radio::radio;
use crate::export::comparison;
use crate::i18n::Language;
use crate::markup::{CollectMarkup, IntoMarkup, Markup, view};

pub fn meeting(desk: Desk) -> Markup {
    let (words, handing) = (desk.session().further().table, desk.session().words().handing());
    let failed = RwSignal::new(None::<&'static str>);
    let csv = move |_| {
        let text = comparison::write(&desk.comparison.get_untracked(), desk.session().words());
        let name = format!("{}-{}.csv", words.file_name, clock::today().as_str());
        let offered = files::download(&name, "text/csv;charset=utf-8", &text).is_ok();
        failed.set((!offered).then_some(handing.not_offered));
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
            <fieldset class="ticks-in-row"><legend>{words.agenda_language}</legend>{tongues.collect_markup()}</fieldset>
            <p class="row">
                <button type="button" data-action="print-agenda" on:click=move |_| print(desk, true, failed)>{words.print_agenda}</button>
                // The show fills the screen, which a frame has not got.
                {(!frame::is_framed()).then(|| view! {
                    <button type="button" class="quiet" data-action="present" on:click=|_| presenter::show()>{words.present}</button>
                })}
                <button type="button" class="quiet" data-action="print" on:click=move |_| print(desk, false, failed)>{words.print_report}</button>
                <button type="button" class="quiet" data-action="export-csv" on:click=csv>{handing.csv}</button>
            </p>
            <FrameNote/>
            <p role="status">{move || failed.get()}</p>
        </section>
        {presenter::presenter(desk)}
    }
    .anew()
}

fn print(desk: Desk, agenda: bool, failed: RwSignal<Option<&'static str>>) {
    desk.prints_agenda.set(agenda);
    let forbidden = desk.session().language().place().no_print;
    spawn(async move {
        // The page has to be drawn first.
        tick().await;
        let begun = paper::print();
        failed.set((!begun && frame::is_framed()).then_some(forbidden));
    });
}
