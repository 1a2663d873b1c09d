//! The last result, on the start page.

use leptos::prelude::*;

use crate::platform::clock;
use crate::route::Screen;
use crate::state::Session;
use crate::texts::planning::Counts;
use duet_domain::plan::Plan;

/// The sum and the level of the latest result with a link to it; nothing if there is none.
pub fn last_result(session: Session) -> AnyView {
    session.results.open();
    (move || panel(session)).into_any()
}

fn panel(session: Session) -> Option<AnyView> {
    let words = session.language().start();
    let last = session.results.history.get().latest(&clock::today())?.clone();
    let score = last.score();
    let level = session.language().instrument().level(score.level()).name.to_lowercase();
    let day = clock::day_of(&last, session.language());
    // The draft has the answers of the last result until a new run is started.
    let target = if session.run.draft.get().completed.is_some() { Screen::Result } else { Screen::History };
    let is_current = session.run.draft.get().completed.is_some();
    let result = if is_current { Screen::Result } else { Screen::Shared(last.code().into()) };
    let panel = view! {
        <section class="panel">
            <p>{(words.finished)(score.points(), &level, &day)}</p>
            {due(session, &last.plan, &result.fragment())}
            <p class="row"><a class="button quiet" href=target.fragment()>{words.show_result}</a></p>
        </section>
    };
    Some(panel.into_any())
}

/// What is overdue or due today, with a link to the plan; nothing if nothing is.
fn due(session: Session, plan: &Plan, result: &str) -> Option<AnyView> {
    let counts = Counts::of(plan, &clock::today());
    let text = (session.language().planning().counts)(counts);
    let link = format!("{result}/plan");
    (counts.overdue + counts.today > 0).then(|| {
        view! { <p class="due" data-overdue=counts.overdue data-due-today=counts.today><a href=link>{text}</a></p> }
            .into_any()
    })
}
