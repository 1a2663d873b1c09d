//! Both sides at one table: gather results, see what differs, take it into the meeting.
//!
//! Everything that is drawn of several people's answers is drawn from a
//! [`Comparison`]: it holds nothing that may not be shown.

mod gather;
mod invite;
mod list;
mod meeting;
mod paper;
mod presenter;
mod rounds;
mod sides;
mod statements;
mod talk;

use leptos::prelude::*;

use crate::components::import_lines::slip_list;
use crate::platform::address;
use crate::route::Screen;
use crate::state::{Session, Source};
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::team::Rounds;
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS, Order};

/// The most results in a link: a longer one is cut off by chats and mail programs.
const LINKED: usize = 100;

/// What is looked at, and how. Nothing of it is kept.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    source: Source,
    /// What is shown: of all results, or of one round.
    comparison: Memo<Comparison>,
    rounds: Memo<Option<Rounds>>,
    /// The day that parts the rounds; none when all results are one.
    parted: RwSignal<Option<String>>,
    /// Whether the later round is shown.
    later: RwSignal<bool>,
    /// Whether two people, one a side, both agree to be shown.
    agreed: RwSignal<bool>,
    order: RwSignal<Order>,
    /// The languages of the agenda.
    agenda: RwSignal<&'static [Language]>,
    /// Whether the agenda is printed instead of the report.
    prints_agenda: RwSignal<bool>,
}

impl Desk {
    fn new(session: Session, source: Source) -> Self {
        let parted = RwSignal::new(None::<String>);
        let later = RwSignal::new(true);
        let agreed = RwSignal::new(false);
        // Those who have agreed may not be those who are compared now.
        let people = Memo::new(move |_| session.team.of(source));
        Effect::new(move |_| {
            people.read();
            agreed.set(false);
        });
        let threshold = move || session.settings.read().threshold;
        let rounds = Memo::new(move |_| parted.get().and_then(|day| session.team.of(source).rounds(&day, threshold())));
        let comparison = Memo::new(move |_| match rounds.get() {
            Some(rounds) if later.get() => rounds.after,
            Some(rounds) => rounds.before,
            None => session.team.of(source).comparison(threshold(), agreed.get()),
        });
        let language = session.language();
        let only = Language::ALL.iter().position(|known| *known == language).unwrap_or(0);
        Self {
            session,
            source,
            comparison,
            rounds,
            parted,
            later,
            agreed,
            order: RwSignal::default(),
            agenda: RwSignal::new(&Language::ALL[only..=only]),
            prints_agenda: RwSignal::new(false),
        }
    }

    fn session(self) -> Session {
        self.session
    }

    /// The address of these results, for others to open; none where there are too many for one.
    fn link(self) -> Option<String> {
        let codes = self.session.team.of(self.source).codes();
        address::link(&Screen::of_codes(&codes)).filter(|_| (1..=LINKED).contains(&codes.len()))
    }

    /// A mean, a mean sum, or a difference of them.
    fn number(self, value: f64) -> String {
        self.session().language().number(value, DISPLAY_DECIMALS)
    }
}

/// The day of the results, or the first and the last.
fn period(comparison: &Comparison, language: Language) -> String {
    let Some((first, last)) = &comparison.days else { return String::new() };
    let [first, last] = [first, last].map(|day| language.day(day));
    if first == last { first } else { format!("{first} – {last}") }
}

/// "Sprzedaż 4,2 · Marketing 2,1".
fn both_means(comparison: &Comparison, item: ItemNumber, language: Language) -> String {
    let name = move |side| language.side(side);
    let said = |side: Side| {
        let mean = comparison.group(side).display_mean(item)?;
        Some(format!("{} {}", name(side), language.number(mean, DISPLAY_DECIMALS)))
    };
    [Side::Sales, Side::Marketing].into_iter().filter_map(said).collect::<Vec<_>>().join(" · ")
}

/// The side that answers higher.
fn higher(gap: f64) -> Side {
    if gap > 0.0 { Side::Sales } else { Side::Marketing }
}

/// The page.
pub fn team(session: Session, source: Source) -> AnyView {
    let words = session.language().team();
    let desk = Desk::new(session, source);
    session.navigation.set_titles(words.title, Some(words.file_name.to_owned()));
    let own = (source == Source::Own).then(|| {
        view! {
            <p class="lead">{words.lead}</p>
            {gather::gather(session)}
            {list::list(session)}
            {invite::invite(session)}
        }
    });
    let linked = (source == Source::Link).then(|| linked(session));
    let compared = move || desk.comparison.with(|comparison| comparison.all.respondents > 0);
    let compared = Memo::new(move |_| compared());
    let shown = move || {
        // A link without results has said already what is wrong with it.
        (compared.get() || source == Source::Own).then(|| {
            view! {
                <h2 id="compare" tabindex="-1">{words.compare}</h2>
                {if compared.get() { whole(desk) } else { view! { <p>{words.none_yet}</p> }.into_any() }}
            }
        })
    };
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        {linked}
        {own}
        <section class="comparison">{shown}</section>
        {move || compared.get().then(|| paper::paper(desk))}
    }
    .into_any()
}

fn whole(desk: Desk) -> AnyView {
    view! {
        {move || sides::sides(desk)}
        {meeting::meeting(desk)}
        {move || talk::talk(desk)}
        {statements::statements(desk)}
        {move || talk::agreement(desk)}
        {rounds::rounds(desk)}
        {sides::threshold(desk)}
    }
    .into_any()
}

/// A comparison that came with a link.
fn linked(session: Session) -> AnyView {
    let words = session.language().team();
    let shown = move || {
        let team = session.team.of(Source::Link);
        let (empty, apart) = (team.results.is_empty(), team.incomparable());
        let apart = (apart > 0).then(|| view! { <p>{words.apart}": "{apart}</p> });
        let slips = session.team.slips_of_link();
        let slips = slip_list(session, slips.iter().map(|slip| ("", slip)).collect());
        let add = move |_| {
            session.team.add_linked();
            session.go(Screen::Team);
        };
        let notice = if empty {
            view! { <p role="alert" data-fault="link">{words.bad_link}</p> }.into_any()
        } else {
            view! {
                <div class="notice" data-notice="shared">
                    <span>{words.linked}</span>
                    <button type="button" class="quiet" data-action="add-linked" on:click=add>{words.add_linked}</button>
                </div>
            }.into_any()
        };
        view! { {notice}{apart}{slips} }
    };
    view! { <div class="stack">{shown}</div> }.into_any()
}
