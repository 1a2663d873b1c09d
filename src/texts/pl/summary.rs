//! Polish words: summaries, the seal of a gathering.

use crate::texts::plural::polish_large;
use crate::texts::summary::{Seal, Summary};
use duet_domain::summary::SummaryError;

pub static SUMMARY: Summary = Summary {
    for_everybody: "Dla wszystkich",
    for_everybody_note: "Podsumowanie dla każdego, kto odpowiadał. Są w nim tylko średnie, bez rozrzutu. Nie da się z niego odczytać, co odpowiedziała jedna osoba. Skrajne średnie są w nim lekko przycięte, więc suma, a przy granicy także poziom, mogą się trochę różnić od pełnego porównania.",
    none: "Podsumowanie powstanie, gdy po jednej ze stron odpowiedzą co najmniej trzy osoby.",
    title: "Nagłówek podsumowania",
    print: "Drukuj na jednej kartce",
    file: "Plik z podsumowaniem",
    file_name: "duet-podsumowanie",
    comparison: "To podsumowanie porównania z linku: same średnie, bez odpowiedzi pojedynczych osób. Skrajne średnie są w nim lekko przycięte, więc suma, a przy granicy także poziom, mogą się trochę różnić od pełnego porównania.",
    result: |from| {
        let from = if from.is_empty() { String::new() } else { format!(" Przysyła je {from}.") };
        format!("To podsumowanie wyniku z linku, bez pojedynczych odpowiedzi.{from}")
    },
    whole_result: |from| {
        let from = if from.is_empty() { String::new() } else { format!(" Przysyła go {from}.") };
        format!("To wynik z linku, ze wszystkimi odpowiedziami.{from} Twoje własne odpowiedzi zostają bez zmian.")
    },
    themes: |weakest, strongest| format!("Najniżej oceniony temat to „{weakest}”, najwyżej – „{strongest}”."),
    what_is_duet: "Duet sprawdza, jak współpracują sprzedaż i marketing: dwadzieścia stwierdzeń, jeden wynik od 20 do 100, cztery poziomy relacji.",
    answer_too: "Odpowiedz i Ty",
    bad_link: "Tego podsumowania nie da się odczytać",
    error: |error| match error {
        SummaryError::Missing => "W linku ani w pliku nie ma podsumowania. Sprawdź, czy skopiowano całość.".to_owned(),
        SummaryError::TooLong => "To jest dłuższe niż jakiekolwiek podsumowanie. Poproś o nie jeszcze raz.".to_owned(),
        SummaryError::Truncated => "Link jest urwany: brakuje jego końca. Poproś o cały link albo o plik.".to_owned(),
        SummaryError::Damaged(_) => "Podsumowanie jest uszkodzone. Poproś o nie jeszcze raz.".to_owned(),
        SummaryError::Newer(_) => {
            "To podsumowanie pochodzi z nowszej wersji Duetu. Odśwież stronę i spróbuj ponownie.".to_owned()
        }
        SummaryError::OtherWording => {
            "To podsumowanie dotyczy stwierdzeń o innym brzmieniu niż te tutaj, więc go nie pokazujemy.".to_owned()
        }
    },
    what: "Co wysyłasz",
    only_summary: "Samo podsumowanie",
    all_answers: "Wszystkie odpowiedzi",
    only_summary_note: "Punkty, poziom, najniżej i najwyżej oceniony temat. Bez odpowiedzi na pojedyncze stwierdzenia i bez kodu, więc nie da się z tego zrobić porównania.",
    all_answers_note: "Kto dostanie link albo kod, zobaczy każdą z dwudziestu odpowiedzi. Tego potrzebuje osoba, która porównuje obie strony.",
    with_plan: "Razem z planem",
    too_long: "Z takim planem link byłby za długi. Wyślij podsumowanie bez planu, a plan jako plik albo wydruk.",
    from: "Od kogo",
};

pub static SEAL: Seal = Seal {
    title: "Zapieczętuj zbieranie",
    note: "Do otwarcia widać tylko, ile osób odpowiedziało. Potem strona, po której jest ich mniej, niż teraz ustalisz, nie pokaże ani sumy, ani poziomu. Tej liczby nie da się już zmienić.",
    minimum: "Najmniej osób po każdej stronie",
    seal: "Zapieczętuj",
    closed: |minimum| {
        format!(
            "Zbieranie jest zapieczętowane. Najmniej osób po każdej stronie: {minimum}. Wyniki zobaczysz po otwarciu."
        )
    },
    opened: |minimum| {
        format!(
            "Zbieranie zostało otwarte. Najmniej osób po każdej stronie: {minimum}. Nowych wyników nie da się już dodać."
        )
    },
    counts: |sales, marketing, others| {
        let others = if others == 0 { String::new() } else { format!(", pozostali {others}") };
        format!("Odpowiedzieli: sprzedaż {sales}, marketing {marketing}{others}.")
    },
    open: "Otwórz wyniki",
    ask: "Otworzyć? Potem nie da się dodać ani usunąć pojedynczego wyniku.",
    yes: "Tak, otwórz",
    few: |minimum| {
        format!("Po którejś ze stron jest jeszcze mniej niż {minimum}. Gdy otworzysz teraz, jej wyników nie zobaczysz.")
    },
    hidden: |minimum| {
        format!(
            "Po którejś ze stron jest mniej niż {minimum} {}, więc nie pokazujemy jej sumy ani poziomu.",
            polish_large(minimum as usize, "osoba", "osoby", "osób")
        )
    },
    refused: |count| {
        format!(
            "Nie dodano: {count}. To zbieranie jest już otwarte. Usuń wszystkie wyniki i zacznij nowe, jeśli mają się liczyć."
        )
    },
};
