//! Polish words: the comparison.

use crate::texts::plural::polish_large;
use crate::texts::team::Team;
use duet_domain::Side;
use duet_domain::team::compare::Order;

pub static TEAM: Team = Team {
    title: "Obie strony przy stole",
    lead: "Każdy odpowiada sam i przysyła kod, link albo plik. Tu położysz odpowiedzi obu stron obok siebie. Najciekawsze jest to, co je różni.",
    linked: "To porównanie z linku. Możesz je przejrzeć; Twoje własne wyniki pozostają nietknięte.",
    bad_link: "W tym linku nie ma żadnego wyniku. Sprawdź, czy skopiowano go w całości.",
    add_linked: "Dodaj do zebranych wyników",
    parts: "Części porównania",
    example_open: "Zobacz przykład: czternaście osób, obie strony",
    example: "To przykład z wymyślonymi odpowiedziami, nie prawdziwe wyniki.",
    example_close: "Do moich wyników",
    gathering: "Zebrane wyniki",
    gathered: |sales, marketing, others| {
        let others = if others == 0 { String::new() } else { format!(", pozostali {others}") };
        format!("Sprzedaż {sales}, marketing {marketing}{others}")
    },
    themes: "Pięć tematów na dwóch liniach",
    themes_note: "Każda linia biegnie przez średnie oceny swojej strony, od 1 z lewej do 5 z prawej. Tam, gdzie się rozchodzą, strony widzą co innego. Tematy to pomoc w czytaniu, nie osobna, sprawdzona skala.",
    figures: "Liczby i progi",
    spread_note: "Słupki nad kreską i pod nią pokazują, ile osób po każdej stronie wybrało daną odpowiedź.",
    counts: "odpowiedzi 1–5:",
    paste: "Wklej treść maila, rozmowę z czatu albo listę z kodami lub linkami",
    paste_note: "Tekst wokół kodów nie przeszkadza. Pliki można też upuścić na tę ramkę. Nic nie opuszcza przeglądarki.",
    add: "Dodaj",
    add_own: "Dodaj mój wynik",
    pasted: "Wklejony tekst",
    reading: "Wczytuję…",
    stop: "Przerwij",
    nothing_found: "Nie znaleźliśmy tu żadnego kodu, linku ani wyniku. Kod to szesnaście liter i cyfr w czterech grupach, np. ABCD-EFGH-JKMN-PQRS.",
    added: |added| {
        let known = if added.known == 0 { String::new() } else { format!(" Już tu były: {}.", added.known) };
        let apart = if added.incomparable == 0 {
            String::new()
        } else {
            format!(" Odłożone osobno, bo dotyczą innych stwierdzeń: {}.", added.incomparable)
        };
        format!("Dodano: {}.{known}{apart}", results(added.new))
    },
    broken_code: |line, written, wrong| format!("Wiersz {line}, „{written}”: {wrong}"),
    rest_stays: "Wiersze, z których nic nie wzięliśmy, zostały w polu.",
    clear_text: "Wyczyść pole",
    repeated: |times, people| {
        format!(
            "Ten sam kod przyszedł kilka razy. To jedna osoba czy kilka? Razem {times} {}, policzone jako {people} {}:",
            polish_large(times, "kod", "kody", "kodów"),
            polish_large(people, "osoba", "osoby", "osób"),
        )
    },
    one_person: "Jedna osoba na kod",
    several_people: |people| format!("Różne osoby ({people})"),
    unstated: |count| {
        format!(
            "Bez podanej strony: {count}. Takie wyniki nie liczą się ani po stronie sprzedaży, ani marketingu. Wybierz \
             stronę na liście, jeśli ją znasz."
        )
    },
    undo: "Cofnij",
    in_tab: "Tych wyników jest za dużo, by zmieściły się w pamięci przeglądarki. Są tylko w tej karcie: zapisz je jako plik, zanim ją zamkniesz. Twoje własne odpowiedzi są zapisane jak zawsze.",
    invite: "Zaproś innych",
    invite_note: "Krótki tekst do maila albo czatu. Link otwiera kwestionariusz z już wybraną stroną.",
    invitation_language: "Język zaproszenia",
    list: |count| format!("Zebrane wyniki ({count})"),
    more: |count| format!("Pokaż kolejne ({count})"),
    side: "Strona",
    no_label: "bez podpisu",
    remove: "Usuń",
    remove_this: |what| format!("Usuń: {what}"),
    remove_all: "Usuń wszystkie",
    apart: "Osobno: inne stwierdzenia",
    apart_of: |id, hash| format!("kwestionariusz {id}, brzmienie {hash}; nie wchodzi do porównania"),
    save: "Zapisz jako jeden plik",
    save_note: "Plik i link zawierają odpowiedzi każdej osoby. Przekaż je tylko temu, kto prowadzi spotkanie.",
    too_many_for_link: "Na link jest ich za dużo: przekaż plik.",
    compare: "Jak widzą to obie strony",
    none_yet: "Porównanie pojawi się, gdy dodasz pierwszy wynik.",
    all: "Wszyscy",
    others: "Pozostali",
    people: |count| format!("{count} {}", polish_large(count as usize, "osoba", "osoby", "osób")),
    mean_sum: |sum, level| format!("średnia suma {sum}, relacja {}", level.to_lowercase()),
    sums_differ: |difference, sales_higher| {
        let (higher, lower) = if sales_higher { ("Sprzedaż", "marketing") } else { ("Marketing", "sprzedaż") };
        format!("{higher} ocenia relację lepiej niż {lower}: różnica średnich sum to {difference} pkt.")
    },
    sums_close: |difference| {
        format!("Obie strony oceniają relację niemal tak samo: różnica średnich sum to {difference} pkt.")
    },
    sums_equal: "Obie strony mają tę samą średnią sumę. Zajrzyjcie do pojedynczych stwierdzeń: suma potrafi ukryć różnice.",
    nobody: |side| match side {
        Side::Sales => "Nie ma jeszcze nikogo ze sprzedaży.",
        Side::Marketing => "Nie ma jeszcze nikogo z marketingu.",
        Side::Other | Side::Unstated => "",
    },
    pair: "Dwie osoby, po jednej z każdej strony: to rozmowa, nie statystyka.",
    pair_offer: "Pojedyncze odpowiedzi pokażemy dopiero wtedy, gdy obie osoby się na to zgodzą.",
    pair_agree: "Obie osoby się zgadzają: pokaż nasze odpowiedzi",
    pair_gap: |gap| format!("Przeciętnie Wasze odpowiedzi na jedno stwierdzenie różnią się o {gap} stopnia skali."),
    pair_far: "Tu różnicie się o dwa stopnie lub więcej:",
    pair_none_far: "Nigdzie nie różnicie się o dwa stopnie lub więcej.",
    hidden: |threshold| {
        format!(
            "Pojedyncze stwierdzenia pokazujemy od {threshold} {} po każdej stronie, by nikogo nie dało się rozpoznać po odpowiedziach.",
            polish_large(threshold as usize, "osoby", "osób", "osób")
        )
    },
    hidden_others: |threshold| {
        format!(
            "Pozostałych jest mniej niż {threshold}, więc przy stwierdzeniach nie pokazujemy średniej dla wszystkich razem."
        )
    },
    threshold: "Najmniej osób po każdej stronie",
    spread_threshold: "Najmniej osób dla rozrzutu",
    threshold_note: "Od 1 do 10, zwykle 3, a dla rozrzutu 5. Poniżej pierwszego progu widać tylko liczbę osób, średnią sumę i poziom, poniżej drugiego – same średnie.",
    statements: "Dwadzieścia stwierdzeń",
    statements_note: "Średnie odpowiedzi od 1 do 5: koło to sprzedaż, romb to marketing. Im dłuższa kreska, tym większa różnica.",
    order: "Kolejność",
    orders: |order| match order {
        Order::Gap => "według różnicy",
        Order::Mean => "od najniższych",
        Order::Number => "według numeru",
        Order::Theme => "według tematu",
    },
    gap: "różnica",
    table: "Wszystkie liczby w tabeli",
    statement: "Stwierdzenie",
    mean: "średnia",
    spread: "rozrzut (AD)",
    discussion: "O czym porozmawiać",
    gaps: "Największe różnice",
    weaknesses: "Słabości w oczach obu stron: zacznijcie tutaj",
    strengths: "Atuty w oczach obu stron",
    divided: "tu zdania są podzielone",
    list_notes: [
        "Średnie obu stron różnią się co najmniej o pół stopnia.",
        "Obie średnie najwyżej 2,5, różnica poniżej jednego stopnia.",
        "Obie średnie co najmniej 3,5, różnica poniżej jednego stopnia.",
        "Odpowiedzi w obrębie jednej strony różnią się od jej średniej przeciętnie o więcej niż 5/6 stopnia.",
    ],
    list_empty: "Nie ma takich.",
    agreement: "Na ile jesteście zgodni",
    agree: |group, value| {
        let how = match value {
            value if value < 0.0 => "odpowiedzi różnią się bardziej, niż gdyby padały losowo",
            value if value <= 0.30 => "zgodności prawie nie ma",
            value if value <= 0.50 => "zgodność jest słaba",
            value if value <= 0.70 => "zgodność jest umiarkowana",
            value if value <= 0.90 => "zgodność jest duża",
            _ => "zgodność jest bardzo duża",
        };
        format!("{group}: {how}")
    },
    delta: |delta| match delta.abs() {
        size if size < 0.147 => "Sumy obu stron prawie się nie różnią".to_owned(),
        size => {
            let how = if size < 0.33 {
                "mała"
            } else if size < 0.474 {
                "średnia"
            } else {
                "duża"
            };
            let higher = if delta > 0.0 { "sprzedaży" } else { "marketingu" };
            format!("Różnica między sumami obu stron jest {how}; wyższe są po stronie {higher}")
        }
    },
    formulae: "Wzory i źródła",
    formula: [
        "Różnica stwierdzenia: średnia sprzedaży minus średnia marketingu.",
        "Rozrzut: AD = średnia z |x − średnia(x)|; AD ≤ 5/6 to zgodność (Burke i Dunlap 2002).",
        "Zgodność w całym kwestionariuszu: r*wg = 1 − średnia(s²) / 2, gdzie 2 to wariancja odpowiedzi rozłożonych równo na pięć możliwości (Lindell i Brandt 1999). Może być ujemna. Słownie: do 0,30 prawie żadna, do 0,50 słaba, do 0,70 umiarkowana, do 0,90 duża (LeBreton i Senter 2008).",
        "Wielkość różnicy: delta Cliffa = (liczba par x > y − liczba par x < y) / (n₁ · n₂); 0,147 mała, 0,33 średnia, 0,474 duża (Romano i in. 2006).",
    ],
    rounds: "Jak to się zmienia",
    rounds_note: "Porównaj dwa pomiary: każdy z nich to osobne porównanie obu stron.",
    round_from: "Nowsze wyniki: od dnia",
    before: "Wcześniej",
    after: "Później",
    shown_round: "Pokazany pomiar",
    change: "zmiana",
    one_round: "Wybierz dzień tak, by część wyników była wcześniejsza, a część z tego dnia lub późniejsza.",
    moved: "Które stwierdzenia zmieniły się najbardziej",
    meeting: "Na spotkanie",
    agenda: "Plan rozmowy na jednej kartce: trzy pytania, wspólne słabości, następny krok i miejsce na ustalenia.",
    agenda_language: "Język kartki",
    both_languages: "Polski i angielski obok siebie",
    print_agenda: "Drukuj plan rozmowy",
    print_report: "Drukuj pełny raport",
    present: "Pokaż na ekranie",
    close: "Zakończ pokaz",
    previous: "Poprzedni",
    next: "Następny",
    picture: |number, count| format!("{number} z {count}"),
    keys: "Strzałki ← → zmieniają obraz, Esc kończy pokaz.",
    agenda_title: "Sprzedaż i marketing: plan rozmowy",
    questions: "Pytania otwarte",
    question: |place, sales_higher| match (place % 3, sales_higher) {
        (0, true) => "Co widzi sprzedaż, czego nie widzi marketing?",
        (0, false) => "Co widzi marketing, czego nie widzi sprzedaż?",
        (1, _) => "Po czym każda strona to poznaje? Podajcie po jednym przykładzie z ostatniego miesiąca.",
        _ => "Co musiałoby się zmienić, żeby obie strony oceniły to tak samo?",
    },
    no_questions: "Przy tak małej liczbie osób nie pokazujemy pojedynczych stwierdzeń. Zapytajcie się nawzajem: które stwierdzenie oceniliście najniżej i dlaczego?",
    start_here: "Tu obie strony widzą słabość: zacznijcie tutaj",
    no_weaknesses: "Nie ma stwierdzenia, które obie strony oceniają nisko.",
    next_step: "Następny krok: o jeden poziom wyżej",
    keep_it: "Następny krok: jak to utrzymać",
    measures: "Mierzcie po drodze",
    decisions: "Ustalenia",
    decision: ["Co ustalono", "Kto odpowiada", "Do kiedy"],
    report_title: "Sprzedaż i marketing: obie strony",
    source: "Kwestionariusz i poziomy: Kotler, Rackham, Krishnaswamy, Harvard Business Review 2006. Nie opublikowano norm; to początek rozmowy, nie ocena ludzi.",
    file_name: "duet-obie-strony",
};

fn results(count: usize) -> String {
    format!("{count} {}", polish_large(count, "wynik", "wyniki", "wyników"))
}
