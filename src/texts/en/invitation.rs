//! English words: invitations.

use crate::texts::invitation::Invitation;
use duet_domain::Side;

pub static INVITATION: Invitation = Invitation {
    text: |side, link| {
        let who = match side {
            Side::Sales => "as you see it from Sales",
            Side::Marketing => "as you see it from Marketing",
            Side::Other | Side::Unstated => "as you see it from where you sit",
        };
        let link = link.map(|link| format!("\n\n{link}")).unwrap_or_default();
        format!(
            "Hello! We are looking at how our Sales and Marketing work together. Please rate 20 short statements {who}. It takes \
             about 5 minutes. Answer on your own, without conferring.{link}\n\nAt the end, send me the result code. Duet sends \
             nothing by itself, but the code holds all your answers, so I will be able to see them."
        )
    },
    copy: "Copy the invitation",
    share: "Send an invitation",
    from: "Who collects the results",
    mail: "Mail address for the codes",
    mail_note: "Neither is needed. Name and address become part of the link, so that people see with their result whom to send it to.",
    no_mail: "This does not look like a mail address, so it is left out of the link.",
    ask: "Now the other side",
    send_back: |name| {
        if name.is_empty() { "Send your result back".to_owned() } else { format!("Send your result back to {name}") }
    },
    send_back_text: "The code is all it takes to lay both sides next to each other in the meeting. It holds all your answers.",
    write_mail: "Write a mail",
    mail_subject: "Duet, my result",
    message: |code| format!("My Duet code: {code}"),
};
