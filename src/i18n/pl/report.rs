//! Polish: the result, and what one does with it.

use super::of_points;
use crate::i18n::lower;
use crate::i18n::plural::polish;
use crate::i18n::report::{Acting, REFERENCES, Sharing};
use duet_domain::Side;
use duet_domain::code;

pub static ACTING: Acting = Acting {
    parts: "Części wyniku",
    monday: "Na poniedziałek",
    monday_talk: "Porozmawiajcie o najsłabszym stwierdzeniu:",
    monday_act: "Wybierzcie jeden krok. Na tym poziomie zwykle pierwszy:",
    monday_ask: |side| match side {
        Side::Sales => "Poproś kogoś z marketingu, by odpowiedział osobno.",
        Side::Marketing => "Poproś kogoś ze sprzedaży, by odpowiedział osobno.",
        Side::Other | Side::Unstated => "Poproś po jednej osobie ze sprzedaży i z marketingu, by odpowiedziały osobno.",
    },
    themes: "Gdzie boli najmocniej",
    themes_note: "Pięć tematów po cztery stwierdzenia to pomoc w czytaniu, nie osobna, sprawdzona skala. Suma tematu: od 4 do 20.",
    strongest: "Najmocniejsze",
    weakest: "Najsłabsze",
    all_answers: "Wszystkie odpowiedzi",
    to_up: "Poziom wyżej",
    up: "O jeden poziom wyżej",
    route: |level, count| {
        format!(
            "Do poziomu „{}” brakuje {}. Najkrótsza uczciwa droga podnosi najpierw najniższe odpowiedzi:",
            lower(level),
            of_points(count)
        )
    },
    route_note: "To tylko najkrótszy rachunek, nie zalecenie. Od czego zacząć, Wy wiecie najlepiej.",
    what_if: "A gdyby…",
    what_if_note: "Podnieś lub obniż odpowiedzi i zobacz, co się stanie z sumą. To przymiarka: Twoje prawdziwe odpowiedzi się nie zmieniają.",
    less: "mniej",
    more: "więcej",
    reset: "Wróć do prawdziwych odpowiedzi",
    would_be: |sum, level| format!("Suma: {sum}, relacja {}", lower(level)),
    stay_or_move: "Zostać czy iść wyżej?",
    stay_or_move_note: "Wyżej nie zawsze znaczy lepiej. Zaznacz, co u Was jest prawdą.",
    stay: "Zostańcie, jeśli",
    move_up: "Idźcie wyżej, jeśli",
    tendency: |stay, up| match (stay, up) {
        (0, 0) => "Nic jeszcze nie zaznaczono.",
        (stay, up) if stay > up => {
            "Z tego, co zaznaczono, więcej przemawia za tym, by na razie zostać na tym poziomie. Porozmawiajcie o tym."
        }
        (stay, up) if stay < up => {
            "Z tego, co zaznaczono, więcej przemawia za krokiem wyżej. Porozmawiajcie, od czego zacząć."
        }
        _ => "Racje się równoważą: to pytanie do rozmowy, nie do ankiety.",
    },
    actions: "Co zrobić",
    actions_keep: "Jak to utrzymać",
    actions_note: "Wybierz jedno lub dwa działania na początek i wpisz, kto za nie odpowiada i do kiedy. Plan zapisuje się razem z wynikiem.",
    owner: "Kto odpowiada",
    due: "Do kiedy",
    measures: "Mierz po drodze",
    today: "Dziś",
    target: "Cel",
    unit: "jednostka",
    goal: "Jeden wspólny cel przychodowy na poziomie zarządu",
    goal_note: "Bez jednego wspólnego miernika przychodu obie strony dalej będą ciągnąć linę, każda w swoją stronę.",
    plan: "Plan",
    why: "Dlaczego to się opłaca",
    reasons: [
        (
            "Organizacje o wysokim stopniu zgrania niemal trzy razy częściej osiągają cele pozyskania klientów.",
            "Gartner Peer Community, ankieta 2023, n = 200",
        ),
        (
            "Wspólny system, np. jeden CRM, może przyspieszyć zamykanie transakcji o 30% i podwoić sprzedaż krzyżową.",
            "IBM, Channel Enablement",
        ),
        (
            "Prowizje łączące cele marketingu i sprzedaży podnoszą efektywność sprzedaży średnio o 9 punktów procentowych.",
            "Rubel, Zhou, Grewal i Raju 2025, SSRN 3493361",
        ),
        ("Firmy, które dobrze integrują marketing i sprzedaż, poprawiają kluczowe wskaźniki o 15–30%.", "BCG 2018"),
        ("Przykład, nie badanie: 1000 zł wydane wspólnie działa jak 1400 zł wydane osobno.", "ilustracja z artykułu"),
    ],
    reading: "Do poczytania",
    references: REFERENCES,
    limits: "Dla tego kwestionariusza nie opublikowano norm, rzetelności ani struktury czynnikowej. Wynik jest początkiem rozmowy, nie oceną ludzi.",
};

pub static SHARING: Sharing = Sharing {
    title: "Zachowaj i przekaż",
    shared: "To wynik z linku. Możesz go przeczytać; Twoje własne odpowiedzi pozostają nietknięte.",
    kept: "To wynik z Twojej historii.",
    own: "Do mojego Duetu",
    bad_link: "Tego linku nie da się odczytać",
    ask_side: "Po której jesteś stronie? Bez tego wynik nie liczy się w porównaniu ani po stronie sprzedaży, ani marketingu.",
    bad_code: |fault| match fault {
        code::Fault::Length(0) => "W linku nie ma kodu wyniku.".to_owned(),
        code::Fault::Length(count) => {
            format!("Kod wyniku ma 16 znaków, a ten ma ich {count}. Sprawdź, czy skopiowano cały link.")
        }
        code::Fault::Cut(count) => {
            format!("link jest urwany: z ostatniego kodu zostało {count} z 16 znaków. Poproś o cały link albo o plik.")
        }
        code::Fault::Symbol(symbol) => {
            format!("Znak „{symbol}” nie występuje w kodach wyników. Sprawdź, czy kod przepisano dokładnie.")
        }
        code::Fault::Check => {
            "Gdzieś w kodzie jest pomyłka: znak kontrolny się nie zgadza. Sprawdź kod jeszcze raz.".to_owned()
        }
        code::Fault::Version(_) => {
            "Ten kod pochodzi z nowszej wersji Duetu. Odśwież stronę i spróbuj ponownie.".to_owned()
        }
        code::Fault::Content => "Żaden wynik nie ma takiego kodu. Poproś o kod jeszcze raz.".to_owned(),
    },
    other_wording: "Ten wynik dotyczy stwierdzeń o innym brzmieniu niż te tutaj, więc go nie pokazujemy: porównanie wprowadzałoby w błąd.",
    file_name: "duet-wynik",
    carried: |carried, own| {
        format!(
            "W linku {} {carried} {} z 20, a tu masz już {own} {}. Które zostają?",
            polish(carried, "jest", "są", "jest"),
            polish(carried, "odpowiedź", "odpowiedzi", "odpowiedzi"),
            polish(own, "własną", "własne", "własnych")
        )
    },
    take_carried: "Te z linku",
    keep_own: "Moje",
};
