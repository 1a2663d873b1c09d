//! Polish words: exporting, sharing and importing results.

use crate::texts::plural::polish_large;
use crate::texts::transfer::Transfer;
use duet_domain::answers::ITEMS;
use duet_domain::import::{self, ImportLocation};
use duet_domain::record;

pub static TRANSFER: Transfer = Transfer {
    label: "Podpis wyniku",
    label_note: "Nieobowiązkowy, np. zespół albo rola. Trafia do pliku i na wydruk, ale nie do kodu ani linku.",
    more_ways: "Inne sposoby: link, kod, plik",
    keep: "Zachowaj jako plik",
    file: "Plik z wynikiem",
    csv: "Arkusz (CSV)",
    print: "Drukuj raport",
    share: "Udostępnij…",
    copy_link: "Kopiuj link",
    copy_code: "Kopiuj kod",
    copy_text: "Kopiuj jako tekst",
    draft_link_note: "Dokończysz gdzie indziej? Zabierz odpowiedzi ze sobą.",
    draft_link_note_on_review: "Dokończysz na innym urządzeniu albo w innej przeglądarce? Zabierz odpowiedzi ze sobą.",
    copy_draft_link: "Kopiuj link z odpowiedziami",
    copy_address: "Kopiuj adres",
    copied: "Skopiowano ✓",
    not_copied: "Przeglądarka nie pozwoliła skopiować. Tekst jest zaznaczony: skopiuj go ręcznie.",
    copy_content: "Kopiuj treść",
    shared_by_copy: "Ta aplikacja nie pozwala udostępniać. Tekst jest skopiowany: wklej go tam, gdzie chcesz.",
    shared_by_hand: "Ta aplikacja nie pozwala udostępniać ani kopiować. Tekst jest zaznaczony: skopiuj go ręcznie.",
    maybe_not_saved: "Nic się nie pobrało?",
    not_offered: "Przeglądarka nie pozwala tu zapisywać plików.",
    maybe_not_printed: "Nic się nie drukuje?",
    no_printing: "Ta przeglądarka nie drukuje stron.",
    open_in_browser: "Otwórz Duet w swojej przeglądarce",
    or_copy: " albo skopiuj:",
    svg: "Obrazek (SVG)",
    png: "Obrazek (PNG)",
    code: "Kod wyniku",
    code_note: "Szesnaście znaków: odpowiedzi, strona i dzień. Można je podać przez telefon albo wkleić w czacie.",
    show_qr: "Pokaż jako kod QR",
    qr: "Kod QR z linkiem do wyniku",
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
            mismatch.computed
        )
    },
    garbled: |name, place| {
        format!(
            "{name}{}: części znaków nie dało się odczytać, więc je pominęliśmy. Sprawdź nazwę i plan.",
            in_result(place)
        )
    },
    odd_day: |name, place, day| {
        format!(
            "{name}{}: takiej daty nie może być ({day}). Wynik wczytaliśmy, sprawdź, skąd pochodzi.",
            in_result(place)
        )
    },
    codes: |name, count| format!("{name}: {count} {}.", polish_large(count, "kod", "kody", "kodów")),
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
    replace_notes: "Weź podpis i plan z pliku",
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
};

fn results(count: usize) -> String {
    format!("{count} {}", polish_large(count, "wynik", "wyniki", "wyników"))
}

fn in_result(place: ImportLocation) -> String {
    match place {
        ImportLocation::File => String::new(),
        ImportLocation::Result(number) => format!(", wynik nr {number}"),
        ImportLocation::Line(line) => format!(", wiersz {line}"),
    }
}

/// What follows the name of the file.
fn refused(fault: &import::ImportError) -> String {
    match fault {
        import::ImportError::Empty => ": plik jest pusty.".to_owned(),
        import::ImportError::TooLarge => {
            ": plik ma ponad 5 MiB. Tyle miejsca żaden plik Duetu nie potrzebuje.".to_owned()
        }
        import::ImportError::Unreadable => {
            ": przeglądarka nie mogła odczytać pliku. Może to folder albo plik został przeniesiony.".to_owned()
        }
        import::ImportError::NotJson(line, column) => {
            format!(": to nie jest plik Duetu (JSON psuje się w wierszu {line}, w kolumnie {column}).")
        }
        import::ImportError::BrokenFile(line) => {
            format!(", wiersz {line}: zaczyna się tu plik z wynikiem, ale jest uszkodzony. Poproś o niego jeszcze raz.")
        }
        import::ImportError::Nothing => {
            ": nie ma tu wyniku, kodu ani linku Duetu. Arkuszy z odpowiedziami Duet jeszcze nie czyta.".to_owned()
        }
        import::ImportError::NotText => {
            ": to nie jest tekst. Duet czyta pliki z wynikami (JSON), maile (.eml), strony (.html) i zwykły tekst."
                .to_owned()
        }
        import::ImportError::TooMany(count) => {
            format!(": w pliku jest {}; wczytaliśmy pierwsze {}.", results(*count), import::MAX_RESULTS)
        }
        import::ImportError::Result(place, fault) => format!("{}: {}", in_result(*place), wrong(fault)),
    }
}

fn wrong(fault: &record::RecordError) -> String {
    match fault {
        record::RecordError::NotObject => "to nie jest wynik Duetu.".to_owned(),
        record::RecordError::Type(kind) => format!("to nie jest wynik Duetu (pole „type”: {kind})."),
        record::RecordError::Version(version) => {
            format!("wersja {version} pochodzi z nowszego Duetu. Odśwież stronę i spróbuj ponownie.")
        }
        record::RecordError::Instrument(id) => format!("to wynik innego kwestionariusza ({id})."),
        record::RecordError::Wording(code) => format!("kod {code} dotyczy innej wersji stwierdzeń."),
        record::RecordError::Missing(field) => format!("brakuje pola „{field}”."),
        record::RecordError::Field(field, value) => {
            format!("w polu „{field}” jest coś, czego tam być nie może: {value}.")
        }
        record::RecordError::AnswerCount(count) => format!("odpowiedzi powinno być {ITEMS}, a jest {count}."),
        record::RecordError::Answer(item, value) => {
            format!("odpowiedź na stwierdzenie {item} to {value}, a może być od 1 do 5.")
        }
    }
}
