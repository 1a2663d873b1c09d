//! The full report of a comparison: lists, change, actions, agreement, and all twenty statements with their figures.

use leptos::prelude::*;

use super::super::{ViewState, discussion, period, rounds, sides};
use super::sealed;
use crate::charts::sides::{Dumbbell, SumsBand};
use crate::charts::theme_sides::{ThemeSides, rows};
use crate::texts::Language;
use duet_domain::Side;
use duet_domain::answers::ItemNumber;
use duet_domain::team::compare::{Comparison, DISPLAY_DECIMALS, Group};

/// The decimals of a spread. Two, because agreement ends at 5/6.
const SPREAD_DECIMALS: u8 = 2;

pub fn report(state: ViewState) -> AnyView {
    let comparison = state.comparison.get();
    let language = state.session.language();
    let words = language.team();
    let changes = state.rounds.with(|found| found.as_ref().map(|found| rounds::changes(state, found)));
    view! {
        <h1>{words.report_title}</h1>
        <p>{period(&comparison, language)}</p>
        {both_sides(&comparison, language)}
        {discussion::lists(&comparison, language).into_iter().map(|list| listed(list, language)).collect_view()}
        {changes}
        {actions(&comparison, language)}
        {agreement(&comparison, language)}
        {statements(&comparison, language)}
        <p class="fine">{words.source}</p>
    }
    .into_any()
}

/// The sums, and beside them the themes, if both sides are shown.
pub fn both_sides(comparison: &Comparison, language: Language) -> AnyView {
    let hidden = sides::why_hidden(comparison, language).map(|text| view! { <p>{text}</p> });
    let themes = rows(comparison, language).map(|rows| view! { <ThemeSides rows/> });
    view! {
        <div class="both-sides">
            <div>
                <p><b>{sides::headline(comparison, language)}</b></p>
                <SumsBand sales=comparison.sales.mean_sum(DISPLAY_DECIMALS) marketing=comparison.marketing.mean_sum(DISPLAY_DECIMALS)/>
                <ul class="groups">{sides::groups(comparison, language)}</ul>
                {hidden}
                {sealed(comparison, language)}
            </div>
            {themes}
        </div>
    }
    .into_any()
}

/// A list of statements to discuss.
pub fn listed(list: discussion::List, language: Language) -> AnyView {
    let discussion::List { title, note, rows, notes, .. } = list;
    let empty = rows.is_empty().then(|| view! { <li>{language.team().list_empty}</li> });
    let notes = notes.into_iter().map(Some).chain(std::iter::repeat(None));
    let row = |((item, figure), note): ((ItemNumber, String), Option<String>)| {
        let note = note.map(|note| view! { " "<span class="fine unbroken">{note}</span> });
        view! { <li><b>{figure}</b>" "{language.instrument().item(item).text.as_str()}{note}</li> }
    };
    let rows = rows.into_iter().zip(notes).map(row).collect_view();
    view! { <div class="together"><h2>{title}</h2><p class="fine">{note}</p><ul>{empty}{rows}</ul></div> }.into_any()
}

/// The actions of the level of everybody, with their sentences, and its measures.
fn actions(comparison: &Comparison, language: Language) -> Option<AnyView> {
    let (_, level) = comparison.all.mean?;
    let (words, instrument) = (language.team(), language.instrument());
    let action = instrument.level(level).actions.iter();
    let action = action.map(|action| view! { <li><b>{action.title.as_str()}"."</b>" "{action.text.as_str()}</li> });
    let measure = instrument.measures(level);
    let measure =
        measure.map(|measure| view! { <li><b>{measure.name.as_str()}</b>" = "{measure.formula.as_str()}</li> });
    Some(
        view! {
            <h2>{if level.next().is_some() { words.next_step } else { words.keep_it }}</h2>
            <ul class="to-do">{action.collect_view()}</ul>
            <div class="together"><p><b>{words.measures}</b></p><ul class="fine">{measure.collect_view()}</ul></div>
        }
        .into_any(),
    )
}

/// How far people agree, with the formulae.
fn agreement(comparison: &Comparison, language: Language) -> Option<AnyView> {
    let words = language.team();
    let sentences = discussion::sentences(comparison, language);
    let sentence = |(_, text, figure): (String, String, String)| view! { <li>{text}" ("{figure}")"</li> };
    (!sentences.is_empty()).then(|| {
        let formulae = words.formula.map(|text| view! { <li>{text}</li> }).collect_view();
        view! {
            <div class="together">
                <h2>{words.agreement}</h2>
                <ul>{sentences.into_iter().map(sentence).collect_view()}</ul>
                <ul class="fine">{formulae}</ul>
            </div>
        }
        .into_any()
    })
}

/// All statements, each with its means on the scale and the figures that are shown. None if both sides are hidden.
fn statements(comparison: &Comparison, language: Language) -> Option<AnyView> {
    let any = comparison.sales.detail.is_some() || comparison.marketing.detail.is_some();
    let columns = columns(comparison);
    let words = language.team();
    let row = |item: ItemNumber| statement(comparison, item, &columns, language);
    any.then(|| {
        view! {
            <section>
                <h2>{words.statements}</h2>
                <p class="fine">{words.statements_note}</p>
                <table class="all-figures with-dumbbells">
                    <thead>
                        <tr>
                            <th scope="col">{words.statement}</th>
                            <th><div class="ends"><span>"1"</span><span>"5"</span></div></th>
                            {columns.iter().map(|column| column.head(comparison, language)).collect_view()}
                        </tr>
                    </thead>
                    <tbody>{ItemNumber::all().map(row).collect_view()}</tbody>
                </table>
            </section>
        }
        .into_any()
    })
}

/// A column of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Mean(Side),
    Spread(Side),
    Gap,
    All,
}

/// The columns that have figures.
fn columns(comparison: &Comparison) -> Vec<Column> {
    let detail = |side: Side| comparison.group(side).detail.as_ref();
    let of = |side: Side| {
        let mean = detail(side).map(|_| Column::Mean(side));
        let spread = detail(side).and_then(|detail| detail.spreads).map(|_| Column::Spread(side));
        mean.into_iter().chain(spread)
    };
    let gap = comparison.both_details().map(|_| Column::Gap);
    let all = comparison.all.detail.as_ref().map(|_| Column::All);
    of(Side::Sales).chain(of(Side::Marketing)).chain(gap).chain(all).collect()
}

impl Column {
    fn head(self, comparison: &Comparison, language: Language) -> AnyView {
        let words = language.team();
        let people = |count: u32| format!("n\u{a0}=\u{a0}{count}");
        let (name, note) = match self {
            Self::Mean(side) => (language.side(side), people(comparison.group(side).respondents)),
            Self::Spread(_) => (words.spread, String::new()),
            Self::Gap => (words.gap, String::new()),
            Self::All => (words.all, people(comparison.all.respondents)),
        };
        view! { <th scope="col">{name}<br/>{note}</th> }.into_any()
    }

    fn figure(self, comparison: &Comparison, item: ItemNumber, language: Language) -> Option<String> {
        let mean = |group: &Group| Some((group.display_mean(item)?, DISPLAY_DECIMALS));
        let (value, decimals) = match self {
            Self::Mean(side) => mean(comparison.group(side))?,
            Self::Spread(side) => (comparison.group(side).detail.as_ref()?.spread(item)?.0, SPREAD_DECIMALS),
            Self::Gap => (comparison.gap(item)?, DISPLAY_DECIMALS),
            Self::All => mean(&comparison.all)?,
        };
        Some(language.number(value, decimals))
    }
}

fn statement(comparison: &Comparison, item: ItemNumber, columns: &[Column], language: Language) -> AnyView {
    let [sales, marketing] = [&comparison.sales, &comparison.marketing].map(|group| group.display_mean(item));
    let figures = columns.iter().map(|column| view! { <td>{column.figure(comparison, item, language)}</td> });
    view! {
        <tr>
            <th scope="row">{item.number()}". "{language.instrument().item(item).text.as_str()}</th>
            <td><Dumbbell sales marketing/></td>
            {figures.collect_view()}
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::complete;
    use duet_domain::team::compare::Thresholds;

    fn found(sales: usize, marketing: usize) -> Vec<Column> {
        let answers = complete([3; 20]);
        let of = |side: Side, count: usize| std::iter::repeat_n((side, &answers), count);
        let results = of(Side::Sales, sales).chain(of(Side::Marketing, marketing));
        columns(&Comparison::of(results, Thresholds::default(), false))
    }

    #[test]
    fn only_figures_that_are_shown_have_a_column() {
        use Column::{All, Gap, Mean, Spread};
        let (sales, marketing) = (Side::Sales, Side::Marketing);
        let all = [Mean(sales), Spread(sales), Mean(marketing), Spread(marketing), Gap, All];
        assert_eq!(found(5, 5), all);
        assert_eq!(found(3, 3), [Mean(sales), Mean(marketing), Gap, All]);
        assert_eq!(found(2, 5), [Mean(marketing), Spread(marketing)]);
        assert_eq!(found(2, 2), []);
    }
}
