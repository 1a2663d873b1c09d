//! The comparison of both sides: collecting results, the differences, and material for the meeting.
//!
//! Everything about several people's answers is rendered from a [`Comparison`], which holds only what may be shown (docs/adr/0011).

mod discussion;
mod import;
mod invite;
mod list;
mod meeting;
mod presenter;
mod print;
mod rounds;
mod seal;
mod sides;
mod statements;
pub mod summary;
mod themes;

use leptos::prelude::*;

use crate::components::import_lines::broken_code_list;
use crate::components::section::{Entry, Outline, Section};
use crate::platform::address;
use crate::route::Screen;
use crate::state::{Session, Source};
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::team::Rounds;
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS, Group, Order};

/// The most results in a link, because chats and mail programs cut off longer ones.
const MAX_LINKED: usize = 100;

/// What the view shows, and how. It is not stored.
#[derive(Clone, Copy)]
struct ViewState {
    session: Session,
    source: Source,
    /// The comparison that is shown: of all results, or of one round.
    comparison: Memo<Comparison>,
    rounds: Memo<Option<Rounds>>,
    /// The first day of the later round; none if there is only one round.
    round_start: RwSignal<Option<String>>,
    /// Whether the later round is shown.
    shows_later_round: RwSignal<bool>,
    /// Whether two people, one of each side, have both agreed to show their answers.
    pair_consent: RwSignal<bool>,
    order: RwSignal<Order>,
    /// The languages of the agenda.
    agenda: RwSignal<&'static [Language]>,
    /// What is printed.
    sheet: RwSignal<print::Sheet>,
    /// The heading of the summary for everybody; may be empty.
    summary_title: RwSignal<String>,
}

impl ViewState {
    fn new(session: Session, source: Source) -> Self {
        let round_start = RwSignal::new(None::<String>);
        let shows_later_round = RwSignal::new(true);
        let pair_consent = RwSignal::new(false);
        // Consent holds only for the results for which it was given.
        let people = Memo::new(move |_| session.team.team_of(source));
        Effect::new(move |_| {
            people.read();
            pair_consent.set(false);
        });
        let thresholds = move || session.settings.read().thresholds();
        let rounds = Memo::new(move |_| {
            round_start.get().and_then(|day| session.team.team_of(source).rounds(&day, thresholds()))
        });
        let comparison = Memo::new(move |_| match rounds.get() {
            None if source == Source::Summary => summary::comparison(session),
            Some(rounds) if shows_later_round.get() => rounds.after,
            Some(rounds) => rounds.before,
            None => session.team.team_of(source).comparison(thresholds(), pair_consent.get()),
        });
        let language = session.language();
        let only = Language::ALL.iter().position(|known| *known == language).unwrap_or(0);
        Self {
            session,
            source,
            comparison,
            rounds,
            round_start,
            shows_later_round,
            pair_consent,
            order: RwSignal::default(),
            agenda: RwSignal::new(&Language::ALL[only..=only]),
            sheet: RwSignal::default(),
            summary_title: RwSignal::new(String::new()),
        }
    }

    /// The address of the comparison of these results, for others to open. None if there are too many, or none.
    fn link(self) -> Option<String> {
        let codes = self.session.team.team_of(self.source).codes();
        address::link(&Screen::team_fragment(&codes)).filter(|_| (1..=MAX_LINKED).contains(&codes.len()))
    }

    /// A mean, a mean sum, or a difference of them, as text.
    fn number(self, value: f64) -> String {
        self.session.language().number(value, DISPLAY_DECIMALS)
    }
}

/// The day of the results, or the first and the last day.
fn period(comparison: &Comparison, language: Language) -> String {
    let Some((first, last)) = &comparison.days else { return String::new() };
    let [first, last] = [first, last].map(|day| language.day(day));
    if first == last { first } else { format!("{first} – {last}") }
}

/// "Sprzedaż 4,2 · Marketing 2,1".
fn both_means(comparison: &Comparison, item: ItemNumber, language: Language) -> String {
    both(comparison, language, |group| group.display_mean(item).map(|mean| language.number(mean, DISPLAY_DECIMALS)))
}

/// A figure of each side, after its name; sides without the figure are left out.
fn both(comparison: &Comparison, language: Language, figure: impl Fn(&Group) -> Option<String>) -> String {
    let text = |side: Side| Some(format!("{} {}", language.side(side), figure(comparison.group(side))?));
    [Side::Sales, Side::Marketing].into_iter().filter_map(text).collect::<Vec<_>>().join(" · ")
}

/// The side with the higher value, by the sign of a gap.
fn higher(gap: f64) -> Side {
    if gap > 0.0 { Side::Sales } else { Side::Marketing }
}

/// The view.
pub fn team(session: Session, source: Source) -> AnyView {
    let words = session.language().team();
    let state = ViewState::new(session, source);
    session.navigation.set_titles(words.title, Some(words.file_name.to_owned()));
    let compared = Memo::new(move |_| {
        state.comparison.with(|comparison| comparison.all.respondents > 0 && !comparison.is_closed())
    });
    let notice = match source {
        Source::Summary => summary::notice(session),
        Source::Link => linked(session),
        Source::Own => view! { {move || session.team.team_of(Source::Own).results.is_empty().then(|| view! {
            <p class="lead">{words.lead}</p>
            <p>{words.none_yet}</p>
            <p><a href=Screen::example_fragment() data-action="example">{words.example_open}</a></p>
        })}{import::status(session)} }
        .into_any(),
    };
    view! {
        <h1 tabindex="-1">{words.title}</h1>
        {notice}
        <div class="comparison wide">
            {(source == Source::Own).then(|| seal::sealed(session))}
            {move || compared.get().then(|| first_screen(state))}
            {move || compared.get().then(|| view! { <Outline label=words.parts view=view_fragment(source) sections=sections(session, source)/> })}
            <div class="sections">
                {move || compared.get().then(|| comparison_sections(state))}
                {(source == Source::Own).then(|| gathering(session, compared))}
            </div>
        </div>
        {move || compared.get().then(|| print::print(state))}
    }
    .into_any()
}

/// The fragment of the view. That of a link holds its codes or its summary.
fn view_fragment(source: Source) -> String {
    if source == Source::Own { Screen::Team.fragment() } else { address::view_fragment() }
}

/// The names of the sections in the address.
mod names {
    pub const TALK: &str = "talk";
    pub const STATEMENTS: &str = "statements";
    pub const MEETING: &str = "meeting";
    pub const ROUNDS: &str = "rounds";
    pub const SHARE: &str = "share";
    pub const FIGURES: &str = "figures";
    pub const GATHERING: &str = "gathering";
    pub const INVITE: &str = "invite";
}

/// The sections with their titles, in their order.
fn sections(session: Session, source: Source) -> Vec<Entry> {
    let language = session.language();
    let words = language.team();
    let compared =
        [(names::TALK, words.discussion), (names::STATEMENTS, words.statements), (names::MEETING, words.meeting)];
    let rounds = (source != Source::Summary).then_some((names::ROUNDS, words.rounds));
    let figures = [(names::SHARE, language.summary().for_everybody), (names::FIGURES, words.figures)];
    let own = [(names::GATHERING, words.gathering), (names::INVITE, words.invite)];
    let own = own.into_iter().filter(|_| source == Source::Own);
    compared.into_iter().chain(rounds).chain(figures).chain(own).collect()
}

/// What is seen without scrolling: the sentence, the sums, the themes.
fn first_screen(state: ViewState) -> AnyView {
    view! {
        <div class="first-screen">
            <section class="stack">
                <h2 id="compare" tabindex="-1">{state.session.language().team().compare}</h2>
                {move || sides::sides(state)}
            </section>
            {move || themes::themes(state)}
        </div>
    }
    .into_any()
}

fn comparison_sections(state: ViewState) -> AnyView {
    let words = state.session.language().team();
    view! {
        <Section name=names::TALK title=words.discussion open=true>{move || discussion::discussion(state)}</Section>
        <Section name=names::STATEMENTS title=words.statements>{statements::statements(state)}</Section>
        <Section name=names::MEETING title=words.meeting>{meeting::meeting(state)}</Section>
        {(state.source != Source::Summary).then(|| view! {
            <Section name=names::ROUNDS title=words.rounds open=rounds::has_two(state)>{rounds::rounds(state)}</Section>
        })}
        <Section name=names::SHARE title=state.session.language().summary().for_everybody>{summary::share(state)}</Section>
        <Section name=names::FIGURES title=words.figures>
            {move || discussion::agreement(state)}
            {statements::all_figures(state)}
            {(state.source != Source::Summary).then(|| sides::thresholds(state))}
        </Section>
    }
    .into_any()
}

/// Collecting results: open until there are any; then the comparison is what one sees.
fn gathering(session: Session, compared: Memo<bool>) -> AnyView {
    let words = session.language().team();
    let note = Signal::derive(move || {
        let team = session.team.team_of(Source::Own);
        let of = |side: Side| team.results.iter().filter(|result| result.side == side).count();
        let (sales, marketing) = (of(Side::Sales), of(Side::Marketing));
        let others = team.results.len() - sales - marketing;
        (!team.results.is_empty()).then(|| (words.gathered)(sales, marketing, others))
    });
    view! {
        <Section name=names::GATHERING title=words.gathering open=Signal::derive(move || !compared.get()) note>
            {seal::begin(session)}
            {move || session.team.team_of(Source::Own).accepts_results().then(|| import::import(session))}
            {list::list(session)}
        </Section>
        <Section name=names::INVITE title=words.invite>{invite::invite(session)}</Section>
    }
    .into_any()
}

/// The message about the comparison of a link.
fn linked(session: Session) -> AnyView {
    let words = session.language().team();
    let shown = move || {
        let team = session.team.team_of(Source::Link);
        let (empty, apart) = (team.results.is_empty(), team.incomparable());
        let apart = (apart > 0).then(|| view! { <p>{words.apart}": "{apart}</p> });
        let broken_codes = session.team.broken_codes_of_link();
        let broken_codes = broken_code_list(session, broken_codes.iter().map(|broken| ("", broken)).collect());
        let add = move |_| {
            session.team.add_linked();
            session.go(Screen::Team);
        };
        let notice = if session.team.shows_example.get() {
            view! {
                <div class="notice" data-notice="example">
                    <span>{words.example}</span>
                    <a class="button quiet" href=Screen::Team.fragment()>{words.example_close}</a>
                </div>
            }
            .into_any()
        } else if empty {
            view! { <p role="alert" data-fault="link">{words.bad_link}</p> }.into_any()
        } else {
            view! {
                <div class="notice" data-notice="shared">
                    <span>{words.linked}</span>
                    <button type="button" class="quiet" data-action="add-linked" on:click=add>{words.add_linked}</button>
                </div>
            }.into_any()
        };
        view! { {notice}{apart}{broken_codes} }
    };
    view! { <div class="stack">{shown}</div> }.into_any()
}
