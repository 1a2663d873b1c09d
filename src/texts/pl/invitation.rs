//! Polish words: invitations.

use crate::texts::invitation::Invitation;
use duet_domain::Side;

pub static INVITATION: Invitation = Invitation {
    text: |side, link| {
        let who = match side {
            Side::Sales => "z perspektywy sprzedaży",
            Side::Marketing => "z perspektywy marketingu",
            Side::Other | Side::Unstated => "ze swojej perspektywy",
        };
        let link = link.map(|link| format!("\n\n{link}")).unwrap_or_default();
        format!(
            "Cześć! Sprawdzamy, jak współpracują u nas sprzedaż i marketing. Oceń, proszę, 20 krótkich stwierdzeń {who}. \
             Zajmie to około 5 minut. Odpowiadaj samodzielnie, bez uzgadniania z innymi.{link}\n\nNa końcu odeślij mi kod \
             wyniku. Duet niczego sam nie wysyła, ale w kodzie są wszystkie Twoje odpowiedzi, więc je zobaczę."
        )
    },
    copy: "Kopiuj zaproszenie",
    share: "Wyślij zaproszenie",
    from: "Kto zbiera wyniki",
    mail: "E-mail, na który odesłać kod",
    mail_note: "Nie trzeba podawać. Imię i adres trafiają do linku, a zaproszony zobaczy przy swoim wyniku, komu go odesłać.",
    no_mail: "To nie wygląda na adres e-mail, więc nie trafi do linku.",
    ask: "Teraz druga strona",
    send_back: |name| {
        if name.is_empty() { "Odeślij swój wynik".to_owned() } else { format!("Odeślij swój wynik: czeka {name}") }
    },
    send_back_text: "Kod wystarczy, by na spotkaniu położyć obie strony obok siebie. Są w nim wszystkie Twoje odpowiedzi.",
    write_mail: "Napisz maila",
    mail_subject: "Duet, mój wynik",
    message: |code| format!("Mój kod z Duetu: {code}"),
};
