//! Polish words: the first chunk.

use super::result::points;
use crate::texts::plural::polish;
use crate::texts::run::{Page, Question, Shell, Start, Storage};
use duet_domain::Side;

pub static PAGE: Page = Page {
    title: "Duet – jak zgrane są u Was sprzedaż i marketing?",
    description: "Dwadzieścia stwierdzeń, pięć minut, cztery poziomy relacji sprzedaży i marketingu. Bez konta, \
                      a odpowiedzi nie opuszczają przeglądarki.",
    skip: "Przejdź do treści",
    home: "Duet, strona główna",
    other_language: "English",
    history: "Historia",
    about: "O Duecie",
    nothing_sent: "Nic nie opuszcza tej przeglądarki.",
};

pub static START: Start = Start {
    title: "Jak zgrane są u Was sprzedaż i marketing?",
    lead: "Dwadzieścia stwierdzeń, jedna suma, cztery poziomy relacji. Zanim zaczniecie coś naprawiać, sprawdźcie, \
               gdzie jesteście.",
    facts: [
        ("5 minut", "mniej więcej tyle to zajmuje"),
        ("20", "stwierdzeń, każde w skali 1–5"),
        ("0", "danych opuszcza tę przeglądarkę"),
    ],
    who: "Dla szefów sprzedaży i marketingu i dla ich ludzi. Każdy odpowiada sam, bez uzgadniania z innymi: obie strony \
              często widzą to różnie i właśnie to warto wiedzieć.",
    problem: "Czy to narzędzie na Wasz kłopot?",
    problem_yes: (
        "Tak",
        "jeśli każda strona robi swoje, ale komunikacja kuleje, narzędzia są różne, a KPI nie dają się uzgodnić.",
    ),
    problem_no: (
        "Nie",
        "jeśli brak współpracy jest tylko zasłoną, a naprawdę zawodzi marketing. Wtedy zgrywanie nie pomoże: najpierw \
             trzeba marketing odbudować.",
    ),
    side: "Po której jesteś stronie?",
    side_note: "Nieobowiązkowe. Przyda się, gdy zechcecie porównać obie strony.",
    side_other: "Inna rola (zarząd, operacje, doradca)",
    side_none: "Wolę nie podawać",
    begin: "Zaczynam",
    loading: "Chwila, wczytuję program… Jeśli nic się nie dzieje, zostaje długopis:",
    paper: "formularz do wydrukowania",
    for_team: "Dla Twojego zespołu",
    for_team_text: "Niech odpowiedzą ludzie z obu działów, każdy osobno. Potem połóżcie wyniki obok siebie i porozmawiajcie o tym, co je różni.",
    for_team_open: "Porównaj obie strony",
    stop_any_time: "Można przerwać w każdej chwili i wrócić później.",
    in_progress: |count| {
        format!(
            "Masz tu rozpoczęte odpowiedzi: {count} {} z 20.",
            polish(count, "stwierdzenie", "stwierdzenia", "stwierdzeń")
        )
    },
    resume: "Odpowiadam dalej",
    restart: "Zacznij od nowa",
    finished: |score, level, date| format!("Twój ostatni wynik: {}, relacja {level} ({date}).", points(score)),
    show_result: "Pokaż wynik",
};

pub static QUESTION: Question = Question {
    progress: |number| format!("{number} z 20"),
    title: |number| format!("Stwierdzenie {number} z 20"),
    back: "Wstecz",
    next: "Dalej",
    review: "Przegląd",
    digit_keys: "Klawisze 1–5 odpowiadają i przechodzą dalej",
    all_items: "Wszystkie stwierdzenia",
    item: |number, answer| match answer {
        Some(answer) => format!("Stwierdzenie {number}, odpowiedź {answer}"),
        None => format!("Stwierdzenie {number}, bez odpowiedzi"),
    },
    resumed: |count| {
        format!("Witaj z powrotem. Twoje odpowiedzi są zapisane ({count} z 20), a to miejsce, w którym przerwano.")
    },
    restart: "Zacznij od nowa",
    restarted: |count| {
        format!(
            "Zaczynasz od nowa. {count} {}.",
            polish(
                count,
                "poprzednia odpowiedź jest odłożona",
                "poprzednie odpowiedzi są odłożone",
                "poprzednich odpowiedzi jest odłożonych"
            )
        )
    },
    undo: "Cofnij",
};

pub static STORAGE: Storage = Storage {
    device: "Odpowiedzi są zapisywane na tym urządzeniu.",
    week: "Odpowiedzi są zapisywane na tym urządzeniu, ale ta przeglądarka może je usunąć po mniej więcej tygodniu bez odwiedzin.",
    app: "Odpowiedzi są zapisywane w tej aplikacji, a nie w Twojej przeglądarce.",
    blocked: "Przeglądarka nie pozwala tej stronie nic zapisać. Odpowiedzi są tylko w tej karcie: dokończ, zanim ją \
                  zamkniesz, albo otwórz Duet w zwykłym oknie z włączonym zapisem danych witryn.",
    full: "Pamięć przeglądarki dla tej strony jest pełna. Odpowiedzi są tylko w tej karcie: dokończ, zanim ją zamkniesz, \
               albo zwolnij miejsce, usuwając dane witryny, a Duet zapisze je przy następnej odpowiedzi.",
    not_moved: "Dane, których nie udało się odczytać, zostały na swoim miejscu w niezmienionej postaci, bo zabrakło \
                    pamięci, żeby odłożyć je na bok. Ta karta niczego więc nie zapisuje i działa z pamięci. Dane możesz pobrać.",
};

pub static SHELL: Shell = Shell {
    open_team: "Obie strony",
    open_in_tab: "Otwórz w osobnej karcie",
    tab_blocked: "Skopiuj ten adres do nowej karty: tam zadziała wszystko, a odpowiedzi są w adresie:",
    host_learns_result: "Witryna, w której jest ta ramka, pozna sumę, poziom i to, po której stronie jesteś, ale nie odpowiedzi.",
    update_available: "Jest nowsza wersja Duetu. Odpowiedzi zostają na miejscu.",
    apply_update: "Wczytaj ją",
    no_network: "Dalszej części nie udało się wczytać: wygląda na to, że nie ma sieci. Odpowiedzi są nietknięte.",
    host_failed: "Serwer nie podał teraz dalszej części. Odpowiedzi są nietknięte – spróbuj ponownie za chwilę.",
    outdated: "Jest nowsza wersja Duetu, a ta strona należy jeszcze do poprzedniej. Wczytaj ją od nowa – odpowiedzi, plan i miejsce zostają.",
    reload: "Wczytaj od nowa",
    retry: "Spróbuj ponownie",
    incoming_answers: |carried, own| {
        format!(
            "W linku {} {carried} {} z 20, a tu masz już {own} {}. Które zostają?",
            polish(carried, "jest", "są", "jest"),
            polish(carried, "odpowiedź", "odpowiedzi", "odpowiedzi"),
            polish(own, "własną", "własne", "własnych")
        )
    },
    accept_incoming: "Te z linku",
    keep_own: "Moje",
    cleared: "Usunięte. W tej przeglądarce nie ma już żadnych danych Duetu.",
};

/// A side, as a respondent would say it.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Sales => "Sprzedaż",
        Side::Marketing => "Marketing",
        Side::Other => "Inna rola",
        Side::Unstated => "strona niepodana",
    }
}

/// A day that cannot be.
pub fn impossible_day(day: &str) -> String {
    format!("{day} (takiej daty nie może być, zegar był źle ustawiony)")
}
