//! Polish: the result, and what one does with it.

use super::of_points;
use crate::domain::Side;
use crate::domain::answers::ITEMS;
use crate::domain::code;
use crate::domain::import::{self, Place};
use crate::domain::record;
use crate::i18n::lower;
use crate::i18n::plural::polish_large;
use crate::i18n::report::{Acting, Handing, REFERENCES};

pub static ACTING: Acting = Acting {
    parts: "Części wyniku",
    monday: "Na poniedziałek",
    monday_talk: "Porozmawiajcie o najsłabszym stwierdzeniu:",
    monday_act: "Wybierzcie jeden krok. Na tym poziomie zwykle pierwszy:",
    monday_ask: |side| match side {
        Side::Sales => "Poproś kogoś z marketingu, by odpowiedział osobno.",
        Side::Marketing => "Poproś kogoś ze sprzedaży, by odpowiedział osobno.",
        Side::Other => "Poproś po jednej osobie ze sprzedaży i z marketingu, by odpowiedziały osobno.",
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

pub static HANDING: Handing = Handing {
    title: "Zachowaj i przekaż",
    label: "Podpis wyniku",
    label_note: "Nieobowiązkowy, np. zespół albo rola. Trafia do pliku i na wydruk, ale nie do kodu ani linku.",
    send: "Pokaż innym",
    keep: "Zachowaj jako plik",
    file: "Plik z wynikiem",
    csv: "Arkusz (CSV)",
    print: "Drukuj raport",
    share: "Udostępnij…",
    copy_link: "Kopiuj link",
    copy_code: "Kopiuj kod",
    copy_text: "Kopiuj jako tekst",
    copied: "Skopiowano.",
    not_offered: "Przeglądarka nie pozwala tu zapisywać plików. Otwórz Duet we własnej karcie i spróbuj jeszcze raz albo skopiuj link.",
    not_copied: "Przeglądarka nie pozwoliła skopiować. Zaznacz i skopiuj ręcznie:",
    svg: "Obrazek (SVG)",
    png: "Obrazek (PNG)",
    code: "Kod wyniku",
    code_note: "Szesnaście znaków: odpowiedzi, strona i dzień. Można je podać przez telefon albo wkleić w czacie.",
    qr: "Kod QR z linkiem do wyniku",
    shared: "To wynik z linku. Możesz go przeczytać; Twoje własne odpowiedzi pozostają nietknięte.",
    kept: "To wynik z Twojej historii.",
    own: "Do mojego Duetu",
    bad_link: "Tego linku nie da się odczytać",
    bad_code: |fault| match fault {
        code::Fault::Length(0) => "W linku nie ma kodu wyniku.".to_owned(),
        code::Fault::Length(count) => {
            format!("Kod wyniku ma 16 znaków, a ten ma ich {count}. Sprawdź, czy skopiowano cały link.")
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
    import: "Wyniki od innych",
    import_note: "Wybierz jeden lub więcej plików z wynikami albo upuść je tutaj. Nic z nich nie opuszcza tej przeglądarki.",
    read: |name, count| format!("{name}: {}.", results(count)),
    refused: |name, fault| format!("{name}{}", refused(fault)),
    mismatch: |name, place, mismatch| {
        format!(
            "{name}{}: pole „{}” podaje {}, a z odpowiedzi wychodzi {}. Liczą się odpowiedzi.",
            in_result(place),
            mismatch.field,
            mismatch.written,
            mismatch.own
        )
    },
    choose: "Wybierz pliki…",
    enter_code: "Kod wyniku albo link",
    more_notes: |name, count| format!("{name}: i jeszcze {count} takich uwag."),
    add: "Dodaj do mojej historii",
    added: |added, known| {
        let known = if known == 0 { String::new() } else { format!(" Już były w historii: {known}.") };
        format!("Dodano do historii: {added}.{known}")
    },
    differing: |count| {
        let with = if count == 1 {
            "Jeden z nich ma".to_owned()
        } else {
            format!("{count} z nich {}", polish_large(count, "ma", "mają", "ma"))
        };
        format!("{with} w pliku inny podpis lub plan niż u Ciebie. Twoich nie ruszyliśmy.")
    },
    take_notes: "Weź podpis i plan z pliku",
    keep_notes: "Zostaw moje",
    cancel: "Nie dodawaj",
    trend: "Jak zmieniała się suma",
    changed: "Co się zmieniło od poprzedniego",
    unchanged: "Żadna odpowiedź się nie zmieniła.",
    wording_differs: "Poprzedni wynik dotyczył stwierdzeń o innym brzmieniu, więc ich nie porównujemy.",
    open: "Pokaż",
    delete: "Usuń",
    delete_all: "Usuń wszystkie wyniki",
    delete_ask: "Usunąć na pewno? Tego nie można cofnąć.",
    sum: "Suma",
    level: "Relacja",
    csv_columns: ["nr", "temat", "stwierdzenie", "odpowiedź"],
    mean: "średnia",
    stored: "Pokaż wszystko, co jest zapisane na tym urządzeniu",
    stored_note: "Dokładnie to, co Duet trzyma w pamięci przeglądarki:",
    nothing_stored: "Nic nie jest zapisane.",
    file_name: "duet-wynik",
};

fn results(count: usize) -> String {
    format!("{count} {}", polish_large(count, "wynik", "wyniki", "wyników"))
}

fn in_result(place: Place) -> String {
    match place {
        Place::File => String::new(),
        Place::Result(number) => format!(", wynik nr {number}"),
    }
}

/// What follows the name of the file.
fn refused(fault: &import::Fault) -> String {
    match fault {
        import::Fault::Empty => ": plik jest pusty.".to_owned(),
        import::Fault::TooLarge => ": plik ma ponad 5 MiB. Tyle miejsca żaden plik Duetu nie potrzebuje.".to_owned(),
        import::Fault::Unreadable => {
            ": przeglądarka nie mogła odczytać pliku. Może to folder albo plik został przeniesiony.".to_owned()
        }
        import::Fault::NotJson(line, column) => {
            format!(": to nie jest plik Duetu (JSON psuje się w wierszu {line}, w kolumnie {column}).")
        }
        import::Fault::TooMany(count) => {
            format!(": w pliku jest {}; wczytaliśmy pierwsze {}.", results(*count), import::MOST)
        }
        import::Fault::Result(place, fault) => format!("{}: {}", in_result(*place), wrong(fault)),
    }
}

fn wrong(fault: &record::Fault) -> String {
    match fault {
        record::Fault::NotObject => "to nie jest wynik Duetu.".to_owned(),
        record::Fault::Type(kind) => format!("to nie jest wynik Duetu (pole „type”: {kind})."),
        record::Fault::Version(version) => {
            format!("wersja {version} pochodzi z nowszego Duetu. Odśwież stronę i spróbuj ponownie.")
        }
        record::Fault::Instrument(id) => format!("to wynik innego kwestionariusza ({id})."),
        record::Fault::Missing(field) => format!("brakuje pola „{field}”."),
        record::Fault::Field(field, value) => format!("w polu „{field}” jest coś, czego tam być nie może: {value}."),
        record::Fault::AnswerCount(count) => format!("odpowiedzi powinno być {ITEMS}, a jest {count}."),
        record::Fault::Answer(item, value) => {
            format!("odpowiedź na stwierdzenie {item} to {value}, a może być od 1 do 5.")
        }
    }
}
