//! English words: the comparison.

use crate::texts::team::Team;
use duet_domain::Side;
use duet_domain::team::compare::Order;

pub static TEAM: Team = Team {
    title: "Both sides of the table",
    lead: "Everyone answers alone and sends a code, a link or a file. Here you lay the answers of both sides next to each other. Where they differ is where it gets interesting.",
    linked: "This comparison comes from a link. You can read it; your own results are left alone.",
    bad_link: "There is no result in this link. Check that the whole of it was copied.",
    add_linked: "Add to my gathered results",
    parts: "Parts of the comparison",
    example_open: "See an example: fourteen people, both sides",
    example: "This is an example with invented answers, not real results.",
    example_close: "To my results",
    gathering: "Results gathered",
    gathered: |sales, marketing, others| {
        let others = if others == 0 { String::new() } else { format!(", others {others}") };
        format!("Sales {sales}, Marketing {marketing}{others}")
    },
    themes: "Five themes along two lines",
    themes_note: "Each line runs through the mean ratings of its side, from 1 at the left to 5 at the right. Where they part, the sides see different things. The themes are a reading aid, not a validated scale.",
    figures: "Figures and thresholds",
    spread_note: "The bars above and below the line show how many people of each side chose an answer.",
    counts: "answers 1–5:",
    paste: "Paste a mail, a chat or a list with codes or links",
    paste_note: "Text around the codes does no harm. Files can also be dropped into this frame. Nothing leaves the browser.",
    add: "Add",
    add_own: "Add my result",
    pasted: "The pasted text",
    reading: "Reading…",
    stop: "Stop",
    nothing_found: "We found no code, link or result here. A code is sixteen letters and digits in four groups, such as ABCD-EFGH-JKMN-PQRS.",
    added: |added| {
        let known = if added.known == 0 { String::new() } else { format!(" There already: {}.", added.known) };
        let apart = if added.incomparable == 0 {
            String::new()
        } else {
            format!(" Kept apart because the statements differ: {}.", added.incomparable)
        };
        format!("Added: {}.{known}{apart}", results(added.new))
    },
    broken_code: |line, written, wrong| format!("Line {line}, “{written}”: {wrong}"),
    rest_stays: "Lines of which nothing was taken have stayed in the field.",
    clear_text: "Clear the field",
    repeated: |times, people| {
        let person = if people == 1 { "person" } else { "people" };
        format!(
            "The same code came more than once. Is that one person, or several? {times} codes in all, counted as {people} {person}:"
        )
    },
    one_person: "One person a code",
    several_people: |people| format!("Different people ({people})"),
    unstated: |count| {
        let (have, are) = if count == 1 { ("person has", "is") } else { ("people have", "are") };
        format!(
            "{count} {have} not said their side, and {are} counted on neither. Choose it in the list if you know it."
        )
    },
    undo: "Undo",
    in_tab: "There are too many results for the browser’s storage. They are in this tab alone: save them as a file before you close it. Your own answers are saved as always.",
    invite: "Invite people to answer",
    invite_note: "A short text for a mail or a chat. The link opens the check with the side already chosen.",
    invitation_language: "Language of the invitation",
    list: |count| format!("Results gathered ({count})"),
    more: |count| format!("Show more ({count})"),
    side: "Side",
    no_label: "no label",
    remove: "Remove",
    remove_this: |what| format!("Remove: {what}"),
    remove_all: "Remove all",
    apart: "Apart: other statements",
    apart_of: |id, hash| format!("questionnaire {id}, wording {hash}; not part of the comparison"),
    save: "Save as one file",
    save_note: "The file and the link hold the answers of every person. Give them only to whoever leads the meeting.",
    too_many_for_link: "There are too many for a link: hand over the file.",
    compare: "How both sides see it",
    none_yet: "The comparison appears with the first result you add.",
    all: "Everybody",
    others: "Others",
    people: |count| if count == 1 { "1 person".to_owned() } else { format!("{count} people") },
    mean_sum: |sum, level| format!("mean sum {sum}, {} relationship", level.to_lowercase()),
    sums_differ: |difference, sales_higher| {
        let (higher, lower) = if sales_higher { ("Sales", "Marketing") } else { ("Marketing", "Sales") };
        format!("{higher} sees a better relationship than {lower}: the mean sums differ by {difference} points.")
    },
    sums_close: |difference| {
        format!("Both sides rate the relationship almost alike: their mean sums differ by {difference} points.")
    },
    sums_equal: "Both sides have the same mean sum. Look at the individual statements: a sum can hide differences.",
    nobody: |side| match side {
        Side::Sales => "There is nobody from Sales yet.",
        Side::Marketing => "There is nobody from Marketing yet.",
        Side::Other | Side::Unstated => "",
    },
    pair: "Two people, one from each side: this is a conversation, not statistics.",
    pair_offer: "We show individual answers only when you both agree to it.",
    pair_agree: "We both agree: show our answers",
    pair_gap: |gap| format!("On average your answers to a statement are {gap} steps of the scale apart."),
    pair_far: "Here you are two steps or more apart:",
    pair_none_far: "Nowhere are you two steps or more apart.",
    hidden: |threshold| {
        let people = if threshold == 1 { "person" } else { "people" };
        format!(
            "We show individual statements once every side has {threshold} {people}, so that nobody can be recognised."
        )
    },
    hidden_others: |threshold| {
        format!(
            "There are fewer than {threshold} others, so we show no averages for everybody together, statement by statement."
        )
    },
    threshold: "Fewest people on each side",
    spread_threshold: "Fewest people for a spread",
    threshold_note: "From 1 to 10, usually 3, and 5 for a spread. Below the first threshold only the number of people, the mean sum and the level are shown, below the second only means.",
    statements: "Twenty statements",
    statements_note: "Mean answers from 1 to 5: the circle is Sales, the diamond Marketing. The longer the line, the wider the gap.",
    order: "Order",
    orders: |order| match order {
        Order::Gap => "by gap",
        Order::Mean => "lowest first",
        Order::Number => "by number",
        Order::Theme => "by theme",
    },
    gap: "gap",
    table: "All figures in a table",
    statement: "Statement",
    mean: "mean",
    spread: "spread (AD)",
    discussion: "What to talk about",
    gaps: "The widest gaps",
    weaknesses: "Weaknesses you agree on: start here",
    strengths: "Strengths you agree on",
    divided: "opinions are divided here",
    list_notes: [
        "The means of the two sides are at least half a step apart.",
        "Both means are 2.5 at most, and less than a step apart.",
        "Both means are 3.5 at least, and less than a step apart.",
        "Within one side, answers are on average more than 5/6 of a step away from its mean.",
    ],
    list_empty: "There are none.",
    agreement: "How far you agree",
    agree: |group, value| {
        let how = match value {
            value if value < 0.0 => "answers differ more than if they were given at random",
            value if value <= 0.30 => "there is hardly any agreement",
            value if value <= 0.50 => "agreement is weak",
            value if value <= 0.70 => "agreement is moderate",
            value if value <= 0.90 => "agreement is strong",
            _ => "agreement is very strong",
        };
        format!("{group}: {how}")
    },
    delta: |delta| match delta.abs() {
        size if size < 0.147 => "The sums of the two sides hardly differ".to_owned(),
        size => {
            let how = if size < 0.33 {
                "small"
            } else if size < 0.474 {
                "medium"
            } else {
                "large"
            };
            let higher = if delta > 0.0 { "Sales" } else { "Marketing" };
            format!("The difference between the sums of the two sides is {how}; those of {higher} are higher")
        }
    },
    formulae: "Formulae and sources",
    formula: [
        "Gap of a statement: the mean of Sales less the mean of Marketing.",
        "Spread: AD = mean of |x − mean(x)|; AD ≤ 5/6 is agreement (Burke and Dunlap 2002).",
        "Agreement over the whole questionnaire: r*wg = 1 − mean(s²) / 2, where 2 is the variance of answers spread evenly over five options (Lindell and Brandt 1999). It can be negative. In words: up to 0.30 hardly any, up to 0.50 weak, up to 0.70 moderate, up to 0.90 strong (LeBreton and Senter 2008).",
        "Size of the difference: Cliff’s delta = (pairs with x > y − pairs with x < y) / (n₁ · n₂); 0.147 small, 0.33 medium, 0.474 large (Romano et al. 2006).",
    ],
    rounds: "How it changes",
    rounds_note: "Compare two rounds: each of them is a comparison of its own.",
    round_from: "Later results: from",
    before: "Before",
    after: "After",
    shown_round: "Round shown",
    change: "change",
    one_round: "Choose a date that has some results before it and some on or after it.",
    moved: "Which statements have moved most",
    meeting: "For the meeting",
    agenda: "An agenda on one sheet: three questions, the weaknesses you agree on, the next step, and room for decisions.",
    agenda_language: "Language of the sheet",
    both_languages: "Polish and English side by side",
    print_agenda: "Print the agenda",
    print_report: "Print the full report",
    present: "Show on a screen",
    close: "End the show",
    previous: "Previous",
    next: "Next",
    picture: |number, count| format!("{number} of {count}"),
    keys: "The arrows ← → change the picture, Esc ends the show.",
    agenda_title: "Sales and Marketing: agenda",
    questions: "Open questions",
    question: |place, sales_higher| match (place % 3, sales_higher) {
        (0, true) => "What does Sales see that Marketing does not?",
        (0, false) => "What does Marketing see that Sales does not?",
        (1, _) => "How does each side know? Give one example each from the last month.",
        _ => "What would have to change for both sides to rate this the same?",
    },
    no_questions: "With so few people we show no individual statements. Ask each other: which statement did you rate lowest, and why?",
    start_here: "Both sides see a weakness here: start here",
    no_weaknesses: "There is no statement that both sides rate low.",
    next_step: "The next step: one level up",
    keep_it: "The next step: keep it",
    measures: "Measure on the way",
    decisions: "Decisions",
    decision: ["What was decided", "Owner", "By when"],
    report_title: "Sales and Marketing: both sides",
    source: "Questionnaire and levels: Kotler, Rackham, Krishnaswamy, Harvard Business Review 2006. No norms have been published; this begins a conversation, it does not judge people.",
    file_name: "duet-both-sides",
};

fn results(count: usize) -> String {
    if count == 1 { "1 result".to_owned() } else { format!("{count} results") }
}
