//! Polish words: the material for the meeting.

use crate::texts::meeting::Meeting;
use crate::texts::plural::polish_large;

pub static MEETING: Meeting = Meeting {
    pictures: "Obrazki na slajd",
    sides: "Obie strony",
    gaps: "Największe różnice",
    sides_file: "duet-obie-strony",
    gaps_file: "duet-roznice",
    print_board: "Drukuj kartkę dla zarządu",
    board_title: "Sprzedaż i marketing na jednej kartce",
    since: "Od ostatniego razu",
    weakness: "Słabość w oczach obu stron",
    plan_of: |day| format!("Plan z {day}"),
    more_steps: |count| {
        format!("Dalej w planie: {count} {}.", polish_large(count, "działanie", "działania", "działań"))
    },
    proposals: "Propozycje na początek",
    proposals_note: "Planu jeszcze nie ma: to trzy działania, które pasują do tego poziomu. Wpiszcie, kto odpowiada i do kiedy.",
    action: "Działanie",
    sealed: |minimum| format!("Zbiórka pod pieczęcią: liczby strony pokazujemy dopiero od {minimum} osób."),
    hour: "60 minut",
    minutes: |count| format!("{count} min"),
    roles: ["Prowadzi", "Notuje", "Pilnuje czasu"],
    opening: "Wynik",
    opening_note: "Przeczytajcie na głos. Jeszcze bez komentarzy.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_steps_take_their_forms() {
        let more = |count| (MEETING.more_steps)(count).replace('\u{a0}', " ");
        assert_eq!(more(1), "Dalej w planie: 1 działanie.");
        assert_eq!(more(3), "Dalej w planie: 3 działania.");
        assert_eq!(more(12), "Dalej w planie: 12 działań.");
    }
}
