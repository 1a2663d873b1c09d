//! The result: the level, and what follows from it.
//!
//! The respondent's own result, one from the history and one of a link are the same page; that of a link has no label and no plan.

mod answers;
mod change;
mod evidence;
mod levels;
mod next_step;
mod plan;
pub mod report;
pub mod share;
mod summary;
mod themes;
mod what_if;

use leptos::prelude::*;

use crate::components::after_paint;
use crate::components::chunk::not_loaded;
use crate::components::open_in_tab::FrameNote;
use crate::components::possible_score::PossibleScore;
use crate::components::section::{Entry, Outline, Section};
use crate::lazy;
use crate::platform::{address, frame, spawn};
use crate::route::Screen;
use crate::state::{ResultId, Session};
use duet_domain::Side;
use duet_domain::code::{Code, CodeError};
use duet_domain::invitation::Inviter;
use duet_domain::record::Record;

/// The name of a file with a result, without its ending: `duet-wynik-2026-11-24-64`.
pub fn file_name(session: Session, record: &Record) -> String {
    format!("{}-{}-{}", session.language().sharing().file_name, record.day.as_str(), record.score().points())
}

/// The result of the answers in this browser.
#[component]
pub fn OwnResult(
    /// Whether it was just finished.
    is_new: bool,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let shown = move || {
        let answers = session.run.draft.read().answers.complete();
        // Untracked, because the plan is a part of the result and would re-render the page with each edit.
        let result = answers.and_then(|_| untrack(|| session.results.result(ResultId::Current)));
        result
            .map_or_else(|| no_result(session), |record| result_page(session, &record, Some(ResultId::Current), is_new))
    };
    shown.into_any()
}

/// The result of a link. If it is in the history, it is shown with its label and plan.
#[component]
pub fn Shared(
    /// The code in the link, or its error.
    code: Result<Code, CodeError>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let words = session.language().sharing();
    let notice = |text: String, kind: &'static str, target: Screen, link: &'static str| {
        view! {
            <div class="notice" data-notice=kind>
                <span>{text}</span>
                <a class="button quiet" href=target.fragment()>{link}</a>
            </div>
        }
    };
    let refused = |text: String| {
        session.navigation.set_titles(session.language().result().title, None);
        view! {
            <h1 tabindex="-1">{words.bad_link}</h1>
            <p role="alert" data-fault="link">{text}</p>
            <p class="row"><a class="button quiet" href=Screen::Start.fragment()>{words.own}</a></p>
        }
        .into_any()
    };
    let code = match code {
        Ok(code) => code,
        Err(error) => return refused((words.bad_code)(error)),
    };
    let recorded = untrack(|| session.results.result(ResultId::Code(code))).filter(Record::is_of_this_wording);
    if let Some(record) = recorded {
        let notice =
            notice(words.from_history.to_owned(), "kept", Screen::History, session.language().result().history);
        return view! { {notice}{result_page(session, &record, Some(ResultId::Code(code)), false)} }.into_any();
    }
    match Record::from_current_code(code) {
        Some(record) => {
            let sender = Inviter::from_fragment(&address::fragment()).unwrap_or_default();
            let text = (session.language().summary().whole_result)(&sender.name);
            let notice = notice(text, "shared", Screen::Start, session.language().summary().answer_too);
            view! { {notice}{result_page(session, &record, None, false)} }.into_any()
        }
        None => refused(words.other_wording.to_owned()),
    }
}

/// The page of a result. Without an `id` the result is not in the history and has no label and no plan.
///
/// `is_new` says that the level is seen for the first time.
fn result_page(session: Session, record: &Record, id: Option<ResultId>, is_new: bool) -> AnyView {
    let score = record.score();
    session.navigation.set_titles(session.language().result().title, Some(file_name(session, record)));
    // Untracked for the same reason as the result itself: the plan is a part of it.
    let former = id.and_then(|id| untrack(|| session.results.previous(id)));
    // The details are rendered after the first paint, because that takes a phone a while. Untracked, so that signals read there do not
    // re-render them.
    let painted = after_paint::is_painted();
    let page = ResultPage { session, record: record.clone(), id, former };
    let (for_report, summary) = (record.clone(), page.first_screen(is_new));
    view! {
        <article class="result wide screen-only" data-score=score.points() data-level=score.level().key()>
            {summary}
            {move || painted.get().then(|| untrack(|| page.details()))}
        </article>
        {move || painted.get().then(|| untrack(|| report::on_print(session, &for_report, id)))}
    }
    .into_any()
}

/// What the parts of the page show.
struct ResultPage {
    session: Session,
    record: Record,
    id: Option<ResultId>,
    /// The previous result of the same side.
    former: Option<Record>,
}

impl ResultPage {
    fn is_current(&self) -> bool {
        self.id == Some(ResultId::Current)
    }

    /// The fragment of the view.
    fn view(&self) -> String {
        let shared = || Screen::Shared(self.record.code().into());
        if self.is_current() { Screen::Result } else { shared() }.fragment()
    }

    /// What is seen without scrolling.
    fn first_screen(&self, is_new: bool) -> AnyView {
        let (session, record) = (self.session, &self.record);
        view! {
            <div class="first-screen">
                {summary::summary(session, record, self.former.as_ref())}
                {self.is_current().then(|| next_step::next_step(session, record))}
                <FrameNote/>
                {themes::themes(session, record, self.former.as_ref(), is_new)}
            </div>
        }
        .into_any()
    }

    /// The names and titles of the sections, in their order.
    fn sections(&self) -> Vec<Entry> {
        let language = self.session.language();
        let (words, advice) = (language.result(), language.advice());
        let plan = self.id.map(|_| (sections::PLAN, advice.plan));
        let change = self.former.as_ref().map(|_| (sections::CHANGE, words.changed));
        let others = [
            (sections::ANSWERS, words.answers),
            (sections::WHAT_IF, advice.what_if),
            (sections::LEVELS, words.all_levels),
            (sections::EVIDENCE, advice.evidence),
            (sections::SHARE, language.sharing().title),
        ];
        plan.into_iter().chain(change).chain(others).collect()
    }

    /// Everything below the first screen.
    fn details(&self) -> AnyView {
        let session = self.session;
        let words = session.language().result();
        let ask = (self.is_current() && self.record.side == Side::Unstated).then(|| ask_side(session));
        let sections = self.sections().into_iter().map(|entry| self.section(entry));
        let correct = self.is_current().then(|| {
            view! {
                <p class="row">
                    <button type="button" class="quiet" data-action="again" on:click=move |_| session.restart()>{words.again}</button>
                    <a class="button quiet" href=Screen::Review.fragment() data-action="review">{words.change}</a>
                    <a class="button quiet" href=Screen::History.fragment()>{words.history}</a>
                </p>
            }
        });
        view! {
            {ask}
            {summary::monday(session, &self.record)}
            <Outline label=session.language().advice().parts view=self.view() sections=self.sections()/>
            <div class="sections">{sections.collect_view()}</div>
            {compare(session, &self.record)}
            {correct}
            {evidence::limits(session)}
        }
        .into_any()
    }

    /// A section with its content, which is rendered when the section is opened.
    fn section(&self, (name, title): Entry) -> AnyView {
        let (session, record, id, former) = (self.session, self.record.clone(), self.id, self.former.clone());
        let level = record.score().level();
        // An article has little room; the way to the whole result is above.
        let open = name == sections::SHARE || (name == sections::PLAN && !frame::is_framed());
        let content = move || match name {
            sections::PLAN => id.map(|id| plan::plan(session, id, &record, former.as_ref())).into_any(),
            sections::CHANGE => former.as_ref().map(|former| change::change(session, former, &record)).into_any(),
            sections::ANSWERS => answers::answers(session, &record, id),
            sections::WHAT_IF => what_if::what_if(session, &record),
            sections::LEVELS => levels::levels(session, level),
            sections::EVIDENCE => evidence::evidence(session),
            _ => share::share(session, &record, id),
        };
        let progress = id.filter(|_| name == sections::PLAN);
        let note = Signal::derive(move || progress.and_then(|id| plan::progress(session, id)));
        view! { <Section name title open lazy=!open note>{content()}</Section> }.into_any()
    }
}

/// The names of the sections in the address.
mod sections {
    pub const PLAN: &str = "plan";
    pub const CHANGE: &str = "change";
    pub const ANSWERS: &str = "answers";
    pub const WHAT_IF: &str = "whatif";
    pub const LEVELS: &str = "levels";
    pub const EVIDENCE: &str = "evidence";
    pub const SHARE: &str = "share";
}

/// Asks again for a side that was not stated; without one, a comparison counts the result on neither side.
fn ask_side(session: Session) -> AnyView {
    let choice = move |side: Side| {
        view! {
            <button type="button" class="quiet" data-action="set-side" data-side=side.key() on:click=move |_| session.results.set_side(ResultId::Current, side)>
                {session.language().side(side)}
            </button>
        }
    };
    view! {
        <section class="panel" data-notice="side">
            <p>{session.language().sharing().ask_side}</p>
            <p class="row">{Side::STATED.map(choice).collect_view()}</p>
        </section>
    }
    .into_any()
}

/// The button that adds the result to the comparison and opens it.
fn compare(session: Session, record: &Record) -> AnyView {
    let record = record.clone();
    let load_error = RwSignal::new(None);
    let add = move || {
        let result = session.results.result(ResultId::Code(record.code())).unwrap_or_else(|| record.clone());
        load_error.set(None);
        spawn(async move {
            match lazy::add_to_team(session, result).await {
                Ok(()) => session.go(Screen::Team),
                Err(error) => _ = load_error.try_set(Some(error)),
            }
        });
    };
    let retry = add.clone();
    view! {
        <p class="row">
            <button type="button" class="quiet" data-action="add-to-team" on:click=move |_| untrack(&add)>
                {session.language().result().compare}
            </button>
        </p>
        {move || {
            let retry = retry.clone();
            load_error.get().map(|error| not_loaded(session, error, move || untrack(&retry)))
        }}
    }
    .into_any()
}

/// The page without a result, because answers are missing.
fn no_result(session: Session) -> AnyView {
    let words = session.language().result();
    session.navigation.set_titles(words.title, None);
    let text = session.run.answers().is_empty().then(|| view! { <p>{words.none_yet}</p> });
    view! {
        <h1 tabindex="-1">{words.none}</h1>
        {text}
        <PossibleScore/>
        <p class="row">
            <a class="button quiet" href=Screen::Review.fragment() data-action="review">{words.to_review}</a>
            <a class="button quiet" href=Screen::History.fragment()>{words.history}</a>
        </p>
    }
    .into_any()
}
