//! Polish words: the plan.

use crate::texts::planning::{Counts, Planning, listed};
use crate::texts::plural::polish_large;
use duet_domain::plan::StepState;

pub static PLANNING: Planning = Planning {
    state: |state| match state {
        StepState::Open => "do zrobienia",
        StepState::Doing => "w toku",
        StepState::Done => "zrobione",
    },
    state_label: "Stan",
    overdue: "po terminie",
    due_today: "na dziś",
    add: "Dodaj działanie",
    own_title: "Własne działanie",
    full: |most| format!("W planie jest już {}. Usuń któreś, żeby dodać nowe.", actions(most)),
    remove: "Usuń działanie",
    remove_named: |title| format!("Usuń działanie „{title}”"),
    carry: |count| match count {
        0 => "Przenieś cel i mierniki z ostatniego planu".to_owned(),
        count => format!("Przenieś niedokończone z ostatniego planu ({})", actions(count)),
    },
    carry_note: "Tego, co już jest w tym planie, nic nie nadpisze.",
    counts: |counts: Counts| {
        listed(
            actions(counts.all),
            [
                (
                    counts.done,
                    format!("{} {}", counts.done, polish_large(counts.done, "zrobione", "zrobione", "zrobionych")),
                ),
                (counts.overdue, format!("{} po terminie", counts.overdue)),
                (counts.today, format!("{} na dziś", counts.today)),
            ],
        )
    },
    former_plan: "Plan z poprzedniego razu",
    then: "Wtedy",
    calendar: "Zapisz w kalendarzu (.ics)",
    calendar_note: "Terminy z planu i przypomnienie za pół roku. Otwórz plik w swoim kalendarzu; zapisany ponownie, zmieni te same wpisy.",
    reminder: "Odpowiedzcie jeszcze raz na dwadzieścia stwierdzeń",
    reminder_text: "Od ostatniego wyniku minęło pół roku. Niech obie strony odpowiedzą, każda osobno, a potem porównajcie wyniki.",
};

fn actions(count: usize) -> String {
    format!("{count} {}", polish_large(count, "działanie", "działania", "działań"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_take_their_forms() {
        let counts = |all, done, overdue, today| (PLANNING.counts)(Counts { all, done, overdue, today });
        assert_eq!(counts(3, 1, 1, 0), "3 działania, 1 zrobione, 1 po terminie");
        assert_eq!(counts(1, 0, 0, 0), "1 działanie");
        assert_eq!(counts(5, 0, 0, 2), "5 działań, 2 na dziś");
        assert_eq!(counts(22, 12, 5, 1), "22 działania, 12 zrobionych, 5 po terminie, 1 na dziś");
        assert_eq!(counts(2, 2, 0, 0), "2 działania, 2 zrobione");
    }

    #[test]
    fn what_is_taken_over_is_counted() {
        assert_eq!((PLANNING.carry)(2), "Przenieś niedokończone z\u{a0}ostatniego planu (2 działania)");
        assert_eq!((PLANNING.carry)(0), "Przenieś cel i\u{a0}mierniki z\u{a0}ostatniego planu");
        assert_eq!((PLANNING.full)(50), "W\u{a0}planie jest już 50 działań. Usuń któreś, żeby dodać nowe.");
    }
}
