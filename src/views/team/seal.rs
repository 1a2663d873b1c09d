//! The seal of a gathering: only counts are shown until it is opened.

use leptos::prelude::*;

use crate::components::confirm::Confirm;
use crate::state::{Session, Source};
use duet_domain::Side;
use duet_domain::team::Seal;
use duet_domain::team::compare::THRESHOLD;

/// The form that seals an empty gathering; nothing if it has results or a seal.
pub fn begin(session: Session) -> AnyView {
    let words = session.language().seal();
    let minimum = RwSignal::new(THRESHOLD);
    let possible = Memo::new(move |_| {
        let team = session.team.team_of(Source::Own);
        team.seal.is_none() && team.results.is_empty()
    });
    let (least, most) = Seal::LIMITS;
    let form = move || {
        view! {
            <details class="menu">
                <summary>{words.title}</summary>
                <div class="stack">
                    <p>{words.note}</p>
                    <div class="row">
                        <label class="field">
                            <span>{words.minimum}</span>
                            <input
                                type="number"
                                name="seal-minimum"
                                min=least
                                max=most
                                prop:value=move || minimum.get().to_string()
                                on:change=move |event| minimum.update(|minimum| *minimum = event_target_value(&event).parse().unwrap_or(*minimum))
                            />
                        </label>
                        <button type="button" class="quiet" data-action="seal" on:click=move |_| session.team.seal(minimum.get_untracked())>
                            {words.seal}
                        </button>
                    </div>
                </div>
            </details>
        }
    };
    view! { <div class="stack">{move || possible.get().then(form)}</div> }.into_any()
}

/// How many have answered, and the button that opens the seal; after the opening, what holds from then on. Nothing without a seal.
pub fn sealed(session: Session) -> AnyView {
    let words = session.language().seal();
    let panel = move || {
        let team = session.team.team_of(Source::Own);
        let seal = team.seal?;
        let of = |side: Side| team.results.iter().filter(|result| result.side == side).count();
        let counts = [of(Side::Sales), of(Side::Marketing)];
        let others = team.results.len() - counts[0] - counts[1];
        let text = if seal.opened { words.opened } else { words.closed }(seal.minimum);
        let few = !seal.opened && counts.iter().any(|count| *count < seal.minimum as usize);
        let few = few.then(|| view! { <p class="small">{(words.few)(seal.minimum)}</p> });
        let open = (!seal.opened && !team.results.is_empty()).then(|| {
            view! { <Confirm label=words.open ask=words.ask yes=words.yes action="open-seal" run=Callback::new(move |()| session.team.open_seal())/> }
        });
        Some(view! {
            <section class="panel" data-seal=if seal.opened { "opened" } else { "closed" } data-minimum=seal.minimum>
                <p>{text}</p>
                <p><b>{(words.counts)(counts[0], counts[1], others)}</b></p>
                {few}
                {open}
            </section>
        })
    };
    view! { <div class="stack">{panel}</div> }.into_any()
}
