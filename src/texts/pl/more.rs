//! Polish words: the history, the page about Duet, unreadable values.

use crate::texts::more::{About, History, Quarantine};
use duet_domain::settings::ColorScheme;

pub static QUARANTINE: Quarantine = Quarantine {
    unreadable: |what, why| format!("Nie udało się odczytać zapisanych danych ({what}): {why}."),
    quarantined: "Odłożyliśmy je na bok w niezmienionej postaci. Możesz je pobrać.",
    download: "Pobierz",
    close: "Zamknij",
    session: "odpowiedzi w toku",
    history: "historia wyników",
    settings: "ustawienia",
    team: "zebrane wyniki",
    quarantine_value: "dane odłożone wcześniej",
    damaged: "są uszkodzone",
    version: "pochodzą z wersji, której ten Duet nie zna",
    other_wording: "to odpowiedzi na stwierdzenia o innym brzmieniu",
};

pub static HISTORY: History = History {
    title: "Twoje wyniki",
    empty: "Nie ma tu jeszcze żadnego wyniku. Pojawi się, gdy odpowiesz na wszystkie dwadzieścia stwierdzeń.",
    older: |count| format!("Pokaż starsze ({count})"),
    note: "Wyniki zapisane w tej przeglądarce, od najnowszego.",
};

pub static ABOUT: About = About {
    title: "O Duecie",
    what: "Duet pomaga sprawdzić, jak dobrze współpracują w firmie sprzedaż i marketing: dwadzieścia stwierdzeń, suma \
               od 20 do 100 i jeden z czterech poziomów relacji.",
    source: [
        "Kwestionariusz, poziomy i progi opisali Philip Kotler, Neil Rackham i Suj Krishnaswamy: „",
        "”, Harvard Business Review 84(7/8), 2006, s. 68–78.",
    ],
    wording: "Brzmienie stwierdzeń jest nasze własne i oddaje to, o co pyta każda pozycja oryginału.",
    limits: "Dla tego kwestionariusza nie opublikowano rzetelności, struktury czynnikowej ani norm. Duet nie udaje, że je ma.",
    privacy: "Co się dzieje z odpowiedziami",
    privacy_text: [
        "Duet działa cały w przeglądarce. Nie ma serwera, konta, ciasteczek ani śledzenia; żadna odpowiedź nie jest \
             nigdzie wysyłana.",
        "Odpowiedzi, wyniki i ustawienia leżą w pamięci tej przeglądarki (localStorage). Zobaczy je każdy, kto korzysta z tej \
             samej przeglądarki na tym samym koncie użytkownika.",
    ],
    settings: "Ustawienia",
    theme: "Kolory",
    themes: |theme| match theme {
        ColorScheme::Auto => "jak w systemie",
        ColorScheme::Light => "jasne",
        ColorScheme::Dark => "ciemne",
    },
    clear: "Usuń wszystko z tej przeglądarki",
    clear_text: "Usuwa odpowiedzi, historię wyników, wyniki zebrane od innych, ustawienia i dane odłożone na bok.",
    clear_ask: "Usunąć wszystko? Tego nie można cofnąć.",
    clear_yes: "Tak, usuń",
    quarantine: "Dane odłożone na bok",
    quarantine_text: "Tych zapisanych danych nie udało się odczytać. Nic w nich nie zmieniono: można je pobrać jako plik.",
};
