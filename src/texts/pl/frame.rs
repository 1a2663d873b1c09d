//! Polish words: frames, offline use, the single file.

use crate::texts::frame::Frame;

pub static FRAME: Frame = Frame {
    frame_note: "Jesteś w ramce na innej stronie. Jeśli plik się nie zapisał albo nic się nie drukuje, to ona na to nie pozwala. W osobnej karcie to zadziała; odpowiedzi przejdą razem z Tobą, ale plan i podpis nie.",
    no_print: "Wygląda na to, że strona, w której jest ta ramka, nie pozwala drukować.",
    offline: "Bez sieci",
    needs_network: "Gdy przeglądarka zachowa tę stronę, będzie działać też bez sieci.",
    offline_ready: "Ta strona jest zachowana w przeglądarce i działa także bez sieci.",
    single: "Pobierz Duet w jednym pliku",
    single_note: "Cały program w pliku HTML (poniżej 1 MB): na salę bez internetu, na pendrive albo do maila. Otwiera się podwójnym kliknięciem.",
};
