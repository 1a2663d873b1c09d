//! English words: the static page without the program.

use crate::texts::document::{Document, Failure, Missing, Paper};

pub static DOCUMENT: Document = Document {
    paper: Paper {
        title: "A form to fill in with a pen",
        why: "The same questionnaire without the program. In the browser Duet works out the result, and needs JavaScript and \
              WebAssembly for it; on paper it is up to you.",
        print: "Print the form",
        name: "Name (if you like)",
        date: "Date",
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
        outdated_title: "There is a newer version of Duet",
        outdated_text: "This page still belongs to the one before. Reload it: saved answers, plan and place stay.",
        lacking_title: "This browser does not run the program",
        lacking_text: "Duet works out everything in your browser and needs WebAssembly for it. Here it is switched off, mostly by a \
                       stricter security setting. Allow it for this page and reload, or open the page in another browser. Below \
                       there is also a form that you can print and fill in with a pen.",
        lacking_where: [
            "Edge: press the padlock beside the address and switch off “Enhance security for this site”.",
            "Safari in Lockdown Mode: open the page menu beside the address, then the settings for this website, and switch off \
             Lockdown Mode for it.",
            "The same in every browser? Then the server of the page forbids it: tell its owner.",
        ],
        reload: "Reload the page",
        saved: "What is saved (you can copy and keep it):",
        count: "Answered: # of 20",
        link: "The link that opens these answers in another browser:",
        copy: "Copy",
        not_copied: "The browser did not allow copying. The text is selected: copy it by hand.",
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
