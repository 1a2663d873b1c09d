//! Polish words: the static page without the program.

use crate::texts::document::{Document, Failure, Missing, Paper};

pub static DOCUMENT: Document = Document {
    paper: Paper {
        title: "Formularz do wypełnienia długopisem",
        why: "Ten sam kwestionariusz bez programu. W przeglądarce wynik liczy Duet, do czego potrzebuje JavaScriptu \
              i WebAssembly; na papierze liczysz go Ty.",
        print: "Drukuj formularz",
        name: "Imię i nazwisko (jeśli chcesz)",
        date: "Data",
        how: "Przy każdym stwierdzeniu zakreśl jedną liczbę. Odpowiedz na wszystkie dwadzieścia, dodaj liczby i odczytaj poziom z \
              tabeli.",
        number: "Nr",
        statement: "Stwierdzenie",
        from_to: "Suma",
        looks: "Po czym ją poznać",
    },
    failure: Failure {
        title: "Program się zatrzymał",
        text: "Coś w Duecie zawiodło i to nasz błąd, nie Twój. Zapisane odpowiedzi są nietknięte. Odśwież stronę, a wrócisz \
               do miejsca, w którym to się stało.",
        load_title: "Programu nie udało się wczytać",
        load_text: "Sprawdź połączenie i odśwież stronę. Zapisane odpowiedzi są nietknięte. Niżej jest też formularz, który można \
                    wydrukować i wypełnić długopisem.",
        outdated_title: "Jest nowsza wersja Duetu",
        outdated_text: "Ta strona należy jeszcze do poprzedniej. Wczytaj ją od nowa – zapisane odpowiedzi, plan i miejsce zostają.",
        lacking_title: "Ta przeglądarka nie uruchamia programu",
        lacking_text: "Duet liczy wszystko w Twojej przeglądarce i potrzebuje do tego WebAssembly. Tutaj jest wyłączone, zwykle przez \
                       zaostrzone ustawienie bezpieczeństwa. Zezwól na nie dla tej strony i odśwież ją albo otwórz stronę w innej \
                       przeglądarce. Niżej jest też formularz, który można wydrukować i wypełnić długopisem.",
        lacking_where: [
            "Edge: naciśnij kłódkę obok adresu i wyłącz „Zwiększ bezpieczeństwo tej witryny”.",
            "Safari w trybie blokady: otwórz menu strony obok adresu, potem ustawienia tej witryny, i wyłącz dla niej tryb blokady.",
            "Tak samo w każdej przeglądarce? Wtedy zabrania tego serwer strony: napisz do jej właściciela.",
        ],
        reload: "Odśwież stronę",
        saved: "To, co jest zapisane (można skopiować i zachować):",
        count: "Odpowiedzi: # z 20",
        link: "Link, który otworzy te odpowiedzi w innej przeglądarce:",
        copy: "Kopiuj",
        not_copied: "Przeglądarka nie pozwoliła skopiować. Tekst jest zaznaczony: skopiuj go ręcznie.",
        nothing_saved: "Nic jeszcze nie zapisano.",
    },
    missing: Missing {
        title: "Pod tym adresem nic nie ma",
        text: "Adres jest niepełny albo po drodze zmienił go program pocztowy lub komunikator. Nic nie przepadło: odpowiedzi i wyniki \
               zostają w tej przeglądarce.",
        open: "Otwórz Duet",
        up: "Tam też nic? Spróbuj folder wyżej.",
    },
};
