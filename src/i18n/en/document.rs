//! English: what stands in the document whether or not the program comes.

use crate::i18n::document::{Document, Failure, Missing, Paper};

pub static DOCUMENT: Document = Document {
    paper: Paper {
        title: "A form to fill in with a pen",
        why: "The same questionnaire without the program. In the browser Duet works out the result, and needs JavaScript and \
              WebAssembly for it; on paper it is up to you.",
        how: "Circle one number for each statement. Answer all twenty, add up the numbers, and read the level from the table.",
        number: "No.",
        statement: "Statement",
        from_to: "Sum",
        looks: "How to recognise it",
    },
    failure: Failure {
        title: "The program has stopped",
        text: "Something in Duet has failed, and it is our fault, not yours. The saved answers are untouched. Reload the page, and \
               you are back where it happened.",
        load_title: "The program could not be loaded",
        load_text: "Check the connection and reload the page. The saved answers are untouched. Below there is also a form that you \
                    can print and fill in with a pen.",
        reload: "Reload the page",
        saved: "What is saved (you can copy and keep it):",
        copy: "Copy",
        copied: "Copied",
        nothing_saved: "Nothing has been saved yet.",
    },
    missing: Missing {
        title: "There is nothing at this address",
        text: "It is incomplete, or a mail program or a chat has changed it on the way. Nothing is lost: your answers and results stay \
               in this browser.",
        open: "Open Duet",
        up: "Not there either? Try one folder up.",
    },
};
