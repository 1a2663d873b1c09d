//! The agenda of a meeting of an hour: one sheet, in one language or in two beside each other.

use leptos::prelude::*;

use super::super::{both_means, higher, period, sides};
use super::sealed;
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::team::compare::{Comparison, QUESTIONS};

/// The most weaknesses on the agenda.
const WEAKNESSES: usize = 3;
/// The number of empty lines for decisions; with no question on the sheet there is room for more.
const DECISIONS: usize = 4;
const DECISIONS_ALONE: usize = 8;
/// The number of lines to write on in place of the questions.
const NOTES: usize = 5;
/// How long the meeting takes, in minutes.
const HOUR: u8 = 60;

/// A part of the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Opening,
    Questions,
    Weaknesses,
    Step,
    Decisions,
}

impl Part {
    const ALL: [Self; 5] = [Self::Opening, Self::Questions, Self::Weaknesses, Self::Step, Self::Decisions];

    /// The value of `data-part`.
    const fn key(self) -> &'static str {
        match self {
            Self::Opening => "result",
            Self::Questions => "questions",
            Self::Weaknesses => "weaknesses",
            Self::Step => "step",
            Self::Decisions => "decisions",
        }
    }

    /// How many minutes it takes; 0 if there is nothing to say in it. The questions take what the other parts leave.
    fn minutes(self, comparison: &Comparison) -> u8 {
        match self {
            Self::Opening | Self::Decisions => 5,
            Self::Weaknesses if comparison.both_details().is_some() => 10,
            Self::Step if comparison.all.mean.is_some() => 15,
            Self::Weaknesses | Self::Step => 0,
            Self::Questions => {
                let others = Self::ALL.into_iter().filter(|part| *part != Self::Questions);
                HOUR - others.map(|part| part.minutes(comparison)).sum::<u8>()
            }
        }
    }

    fn render(self, comparison: &Comparison, language: Language) -> AnyView {
        match self {
            Self::Opening => result(comparison, language),
            Self::Questions => questions(comparison, language),
            Self::Weaknesses => weaknesses(comparison, language),
            Self::Step => next_step(comparison, language),
            Self::Decisions => ().into_any(),
        }
    }
}

/// The sheet, with each part in every chosen language.
pub fn agenda(comparison: &Comparison, languages: &[Language]) -> AnyView {
    let columns = |render: &dyn Fn(Language) -> AnyView| {
        let column = |language: &Language| view! { <div lang=language.tag()>{render(*language)}</div> };
        languages.iter().map(column).collect_view()
    };
    let part = |part: Part| {
        let columns = columns(&|language| part.render(comparison, language));
        (part.minutes(comparison) > 0).then(|| view! { <div class="columns" data-part=part.key()>{columns}</div> })
    };
    let [parts @ .., _] = Part::ALL;
    view! {
        <div class="columns">{columns(&|language| title(comparison, language))}</div>
        {roles(languages)}
        {parts.map(part).collect_view()}
        {decisions(comparison, languages)}
    }
    .into_any()
}

/// Lines for the names of those who lead, write down and keep the time.
fn roles(languages: &[Language]) -> AnyView {
    let role = |index: usize| {
        let label = in_each(languages, &|language| language.meeting().roles[index]);
        view! { <span class="to-write">{label}":"</span> }
    };
    view! { <p class="roles">{[0, 1, 2].map(role).collect_view()}</p> }.into_any()
}

/// A text in each of the languages.
fn in_each(languages: &[Language], text: &dyn Fn(Language) -> &'static str) -> String {
    languages.iter().map(|language| text(*language)).collect::<Vec<_>>().join(" / ")
}

/// The heading of a part, with its minutes.
fn heading(part: Part, title: &'static str, comparison: &Comparison, language: Language) -> AnyView {
    let minutes = (language.meeting().minutes)(part.minutes(comparison));
    view! { <h2>{title}<span class="minutes">{minutes}</span></h2> }.into_any()
}

fn title(comparison: &Comparison, language: Language) -> AnyView {
    view! {
        <h1>{language.team().agenda_title}</h1>
        <p>{period(comparison, language)}" · "<b>{language.meeting().hour}</b></p>
    }
    .into_any()
}

fn result(comparison: &Comparison, language: Language) -> AnyView {
    let words = language.meeting();
    view! {
        {heading(Part::Opening, words.opening, comparison, language)}
        <ul class="groups">{sides::groups(comparison, language)}</ul>
        <p><b>{sides::headline(comparison, language)}</b>" "{words.opening_note}</p>
        {sealed(comparison, language)}
    }
    .into_any()
}

fn questions(comparison: &Comparison, language: Language) -> AnyView {
    let words = language.team();
    let question = |(index, item)| {
        let gap = comparison.gap(item)?;
        let figures = both_means(comparison, item, language);
        Some(view! {
            <li>
                {language.instrument().item(item).text.as_str()}" "
                <span class="fine unbroken">{figures}</span><br/>
                <b>{(words.question)(index, higher(gap) == Side::Sales)}</b>
                <span class="note"></span>
            </li>
        })
    };
    let found = comparison.findings().gaps.into_iter().take(QUESTIONS).enumerate().filter_map(question).collect_view();
    // If one side has no respondents, the head of the sheet says so.
    let none = (comparison.both_details().is_none() && comparison.has_suppressed_group())
        .then(|| view! { <p>{words.no_questions}</p> });
    let notes =
        has_no_question(comparison).then(|| (0..NOTES).map(|_| view! { <span class="note"></span> }).collect_view());
    view! { {heading(Part::Questions, words.questions, comparison, language)}{none}<ol>{found}</ol>{notes} }.into_any()
}

fn has_no_question(comparison: &Comparison) -> bool {
    comparison.findings().gaps.is_empty()
}

fn weaknesses(comparison: &Comparison, language: Language) -> AnyView {
    let words = language.team();
    let items = comparison.findings().weaknesses;
    let none = items.is_empty().then(|| view! { <p>{words.no_weaknesses}</p> });
    let item = |item| view! { <li>{language.instrument().item(item).text.as_str()}</li> };
    view! {
        {heading(Part::Weaknesses, words.start_here, comparison, language)}
        {none}
        <ul>{items.into_iter().take(WEAKNESSES).map(item).collect_view()}</ul>
    }
    .into_any()
}

fn next_step(comparison: &Comparison, language: Language) -> AnyView {
    let words = language.team();
    let Some((_, level)) = comparison.all.mean else { return ().into_any() };
    let instrument = language.instrument();
    let actions = instrument.level(level).actions.iter().map(|action| view! { <li>{action.title.as_str()}</li> });
    let measures: Vec<String> =
        instrument.measures(level).map(|measure| format!("{} = {}", measure.name, measure.formula)).collect();
    let title = if level.next().is_some() { words.next_step } else { words.keep_it };
    view! {
        {heading(Part::Step, title, comparison, language)}
        <ul class="to-do">{actions.collect_view()}</ul>
        <p><b>{words.measures}": "</b>{measures.join(" · ")}</p>
    }
    .into_any()
}

/// The table for decisions, with empty lines.
fn decisions(comparison: &Comparison, languages: &[Language]) -> AnyView {
    let head = [0, 1, 2].map(|index| {
        view! { <th scope="col">{in_each(languages, &|language| language.team().decision[index])}</th> }
    });
    let count = if has_no_question(comparison) { DECISIONS_ALONE } else { DECISIONS };
    let lines = (0..count).map(|_| view! { <tr><td></td><td></td><td></td></tr> }).collect_view();
    let minutes = languages.first().map(|language| (language.meeting().minutes)(Part::Decisions.minutes(comparison)));
    view! {
        <h2 data-part=Part::Decisions.key()>
            {in_each(languages, &|language| language.team().decisions)}
            <span class="minutes">{minutes}</span>
        </h2>
        <table class="decisions"><thead><tr>{head.collect_view()}</tr></thead><tbody>{lines}</tbody></table>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::complete;
    use duet_domain::team::compare::Thresholds;

    fn comparison(sales: usize, marketing: usize) -> Comparison {
        let (high, low) = (complete([4; 20]), complete([2; 20]));
        let of = |side: Side, count: usize, answers| std::iter::repeat_n((side, answers), count);
        let results = of(Side::Sales, sales, &high).chain(of(Side::Marketing, marketing, &low));
        Comparison::of(results, Thresholds::default(), false)
    }

    #[test]
    fn every_meeting_takes_an_hour() {
        let minutes = |comparison: &Comparison| Part::ALL.map(|part| part.minutes(comparison));
        assert_eq!(minutes(&comparison(3, 3)), [5, 25, 10, 15, 5]);
        assert_eq!(minutes(&comparison(3, 2)), [5, 35, 0, 15, 5]);
        let mut sealed = comparison(3, 2);
        sealed.all.mean = None;
        assert_eq!(minutes(&sealed), [5, 50, 0, 0, 5]);
    }
}
