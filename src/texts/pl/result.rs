//! Polish words: review, result, advice, shared results.

use crate::texts::plural::polish;
use crate::texts::result::{Advice, REFERENCES, ResultPage, Review, Sharing};
use duet_domain::Side;
use duet_domain::code;

pub static REVIEW: Review = Review {
    title: "Przegląd odpowiedzi",
    complete: "Wszystkie stwierdzenia mają odpowiedź. Możesz jeszcze coś zmienić albo zobaczyć wynik.",
    missing: |count| {
        format!("Brakuje odpowiedzi na {count} {}.", polish(count, "stwierdzenie", "stwierdzenia", "stwierdzeń"))
    },
    range: |range, levels| {
        let (from, to) = (range.start().points(), range.end().points());
        format!("Możliwa jest jeszcze suma od {from} do {to}: relacja {}.", list(levels))
    },
    range_note: "Poziom poznasz, gdy odpowiesz na wszystkie: zgadywać nie będziemy.",
    open: "Bez odpowiedzi",
    answered: "Z odpowiedzią",
    no_answer: "bez odpowiedzi",
    finish: "Pokaż wynik",
    first_open: "Odpowiadam dalej",
};

pub static RESULT: ResultPage = ResultPage {
    title: "Wynik",
    level: |name| format!("Relacja {}", name.to_lowercase()),
    on_scale: |score| format!("{} w skali od 20 do 100", points(score)),
    to_next: |name, count| format!("Do relacji {} brakuje {}.", genitive(name), of_points(count)),
    highest: "To najwyższy z czterech poziomów.",
    since: |points, levels, day| {
        let steps = match levels.unsigned_abs() {
            0 => String::new(),
            1 => ", o jeden poziom".to_owned(),
            count => format!(", o {count} poziomy"),
        };
        let direction = match levels {
            0 => "",
            1.. => " wyżej",
            _ => " niżej",
        };
        if points == "0" {
            format!("Tyle samo punktów co {day}")
        } else {
            format!("{points} od {day}{steps}{direction}")
        }
    },
    changed: "Co się zmieniło",
    answers: "Odpowiedzi",
    looks: "Po czym ją poznać",
    all_levels: "Cztery poziomy",
    here: "tu jesteście",
    perspective: "To obraz z jednego miejsca przy stole. Druga strona może widzieć to inaczej.",
    source: ["Poziomy i progi: Kotler, Rackham, Krishnaswamy, „", "”, Harvard Business Review 2006."],
    again: "Odpowiedz jeszcze raz",
    change: "Zmień odpowiedzi",
    history: "Historia wyników",
    none: "Jeszcze bez wyniku",
    none_yet: "Nie ma tu jeszcze żadnej odpowiedzi.",
    compare: "Porównaj z drugą stroną",
    to_review: "Do przeglądu",
};

pub static ADVICE: Advice = Advice {
    parts: "Części wyniku",
    monday: "Na poniedziałek",
    monday_talk: "Porozmawiajcie o stwierdzeniu, które dostało najniższą ocenę:",
    monday_act: "Wybierzcie jeden krok, na przykład:",
    monday_goal: "Ustalcie w zarządzie jeden wspólny cel przychodowy.",
    culture: "To zmiana kultury, a nie projekt na jeden kwartał. Zaczyna się na górze.",
    monday_ask: |side| match side {
        Side::Sales => "Poproś kogoś z marketingu, by odpowiedział osobno.",
        Side::Marketing => "Poproś kogoś ze sprzedaży, by odpowiedział osobno.",
        Side::Other | Side::Unstated => "Poproś po jednej osobie ze sprzedaży i z marketingu, by odpowiedziały osobno.",
    },
    themes: "Gdzie boli najmocniej",
    strands_note: "Im bliżej siebie biegną linie sprzedaży i marketingu, tym wyżej oceniono temat (od 4 do 20). To pomoc w czytaniu, nie osobna, sprawdzona skala.",
    strongest: "Najwyżej ocenione",
    weakest: "Najniżej ocenione",
    all_answers: "Wszystkie odpowiedzi",
    up: "O jeden poziom wyżej",
    what_if: "A gdyby…",
    what_if_note: "Podnieś lub obniż odpowiedzi i zobacz, co się stanie z sumą. To przymiarka: Twoje prawdziwe odpowiedzi się nie zmieniają.",
    less: "mniej",
    more: "więcej",
    reset: "Wróć do prawdziwych odpowiedzi",
    would_be: |sum, level| format!("Suma: {sum}, relacja {}", level.to_lowercase()),
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
    more_actions: "Więcej działań",
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
    evidence: "Dlaczego to się opłaca",
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
    from_history: "To wynik z Twojej historii.",
    own: "Do mojego Duetu",
    bad_link: "Tego linku nie da się odczytać",
    ask_side: "Po której jesteś stronie? Bez tego wynik nie liczy się w porównaniu ani po stronie sprzedaży, ani marketingu.",
    bad_code: |fault| match fault {
        code::CodeError::Length(0) => "W linku nie ma kodu wyniku.".to_owned(),
        code::CodeError::Length(count) => {
            format!("Kod wyniku ma 16 znaków, a ten ma ich {count}. Sprawdź, czy skopiowano cały link.")
        }
        code::CodeError::Truncated(count) => {
            format!("link jest urwany: z ostatniego kodu zostało {count} z 16 znaków. Poproś o cały link albo o plik.")
        }
        code::CodeError::Symbol(symbol) => {
            format!("Znak „{symbol}” nie występuje w kodach wyników. Sprawdź, czy kod przepisano dokładnie.")
        }
        code::CodeError::CheckSymbol => {
            "Gdzieś w kodzie jest pomyłka: znak kontrolny się nie zgadza. Sprawdź kod jeszcze raz.".to_owned()
        }
        code::CodeError::Version(_) => {
            "Ten kod pochodzi z nowszej wersji Duetu. Odśwież stronę i spróbuj ponownie.".to_owned()
        }
        code::CodeError::Content => "Żaden wynik nie ma takiego kodu. Poproś o kod jeszcze raz.".to_owned(),
    },
    other_wording: "Ten wynik dotyczy stwierdzeń o innym brzmieniu niż te tutaj, więc go nie pokazujemy: porównanie wprowadzałoby w błąd.",
    file_name: "duet-wynik",
};

/// The genitive of the name of a level: "zintegrowanej".
fn genitive(name: &str) -> String {
    format!("{}ej", name.to_lowercase().trim_end_matches('a'))
}

/// As what is missing is counted.
fn of_points(count: u8) -> String {
    format!("{count} {}", polish(count, "punktu", "punktów", "punktów"))
}

pub fn points(count: u8) -> String {
    format!("{count} {}", polish(count, "punkt", "punkty", "punktów"))
}

/// "zdefiniowana albo dopasowana"; with more than two, "niezdefiniowana, zdefiniowana albo dopasowana".
fn list(levels: &[&str]) -> String {
    let levels: Vec<String> = levels.iter().map(|level| level.to_lowercase()).collect();
    match levels.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} albo {last}", rest.join(", ")),
        _ => levels.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_their_forms() {
        assert_eq!([1, 2, 5, 22, 64].map(points), ["1 punkt", "2 punkty", "5 punktów", "22 punkty", "64 punkty"]);
        let missing = REVIEW.missing;
        assert_eq!(
            [1, 2, 5].map(missing),
            [
                "Brakuje odpowiedzi na 1 stwierdzenie.",
                "Brakuje odpowiedzi na 2 stwierdzenia.",
                "Brakuje odpowiedzi na 5 stwierdzeń."
            ]
        );
        let to_next = |count| (RESULT.to_next)("Zintegrowana", count);
        assert_eq!(to_next(1), "Do relacji zintegrowanej brakuje 1 punktu.");
        assert_eq!(to_next(2), "Do relacji zintegrowanej brakuje 2 punktów.");
    }

    #[test]
    fn levels_are_listed_as_one_says_it() {
        assert_eq!(list(&["Zdefiniowana"]), "zdefiniowana");
        assert_eq!(list(&["Zdefiniowana", "Dopasowana"]), "zdefiniowana albo dopasowana");
        assert_eq!(list(&["A", "B", "C"]), "a, b albo c");
    }
}
