//! A result as text, for a mail or a chat.

use crate::texts::Language;
use duet_domain::answers::{Answer, ItemNumber};
use duet_domain::plan::{Plan, Step, StepState};
use duet_domain::record::Record;
use duet_domain::timestamp::Day;

/// The number of weakest statements in the text.
const WEAKEST: usize = 3;

/// The text, with the link at the end.
pub fn write(record: &Record, language: Language, day: &str, link: &str) -> String {
    let instrument = language.instrument();
    let mut lines = head(record, language, day);
    lines.push(String::new());
    lines.extend(record.themes().map(|(theme, sum)| format!("{}: {sum}/20", instrument.theme(theme))));
    lines.extend([String::new(), format!("{}:", language.advice().weakest)]);
    lines.extend(
        ranked(record)
            .into_iter()
            .take(WEAKEST)
            .map(|item| format!("{} – {}", record.answers.get(item).value(), instrument.item(item).text)),
    );
    lines.extend(plan_lines(&record.plan, language));
    lines.extend([String::new(), link.to_owned()]);
    lines.join("\n")
}

/// The text without any answer or sum of a theme, and with the plan of the record.
pub fn write_summary(record: &Record, language: Language, day: &str, link: &str) -> String {
    let mut lines = head(record, language, day);
    lines.extend(plan_lines(&record.plan, language));
    lines.extend([String::new(), link.to_owned()]);
    lines.join("\n").trim_end().to_owned()
}

/// Day, side and label, the level, the sum, and the points to the next level.
fn head(record: &Record, language: Language, day: &str) -> Vec<String> {
    let instrument = language.instrument();
    let score = record.score();
    let mut about = vec![day.to_owned(), language.side(record.side).to_owned()];
    about.extend(Some(record.label.clone()).filter(|label| !label.is_empty()));
    vec![
        format!("Duet · {}", about.join(" · ")),
        (language.result().level)(&instrument.level(score.level()).name),
        (language.result().on_scale)(score.points()),
        score.to_next().map_or_else(
            || language.result().highest.to_owned(),
            |(next, points)| (language.result().to_next)(&instrument.level(next).name, points),
        ),
    ]
}

/// The steps and the goal of a plan, a line each, with a blank line before them; nothing if there are none.
fn plan_lines(plan: &Plan, language: Language) -> Vec<String> {
    let mut lines: Vec<String> = plan.steps.iter().map(|step| step_line(step, language)).collect();
    if !plan.goal.trim().is_empty() {
        lines.push(format!("{}: {}", language.advice().goal, one_line(&plan.goal)));
    }
    if !lines.is_empty() {
        lines.splice(0..0, [String::new(), format!("{}:", language.advice().plan)]);
    }
    lines
}

/// "– title (owner, due)", with "✓" in place of the dash if the step is done.
fn step_line(step: &Step, language: Language) -> String {
    let due = Day::parse(&step.due).map(|day| language.day(&day)).unwrap_or_default();
    let details: Vec<String> = [one_line(&step.owner), due].into_iter().filter(|text| !text.is_empty()).collect();
    let details = if details.is_empty() { String::new() } else { format!(" ({})", details.join(", ")) };
    let mark = if step.state == StepState::Done { '✓' } else { '–' };
    format!("{mark} {}{details}", one_line(language.step_title(step)))
}

/// A text without line breaks.
fn one_line(text: &str) -> String {
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// The items in ascending order of their answers; equal answers in the order of the items.
pub fn ranked(record: &Record) -> Vec<ItemNumber> {
    // A counting sort, because the generic sort adds several kilobytes to the chunk.
    Answer::all().flat_map(|answer| ItemNumber::all().filter(move |item| record.answers.get(*item) == answer)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::example;
    use crate::texts::Language;

    #[test]
    fn it_says_the_level_the_themes_the_weakest_and_where_to_look() {
        let (record, _) = Record::from_json(example()).expect("a result");
        let text = write(&record, Language::English, "24 November 2026", "https://example.org/#r=X");
        let expected = "Duet · 24 November 2026 · Sales · Zespół „Północ”\nAligned relationship\n\
            64 points on a scale from 20 to 100\n16 points to the next level, integrated.\n\n\
            Trust and results: 15/20\nThe shared customer: 16/20\nJoint planning: 9/20\nProcess and measures: 15/20\n\
            Language, people, structure: 9/20\n\nRated lowest:\n\
            1 – The heads of both functions plan together for products and services that are two or more years from launch.\n\
            1 – Sales and Marketing answer to one executive, such as a chief revenue or chief customer officer.\n\
            2 – Marketing brings Sales in while the marketing plan is still being written.\n\nThe plan:\n– Build one funnel (Ewa, 31 January 2027)\n\nhttps://example.org/#r=X";
        assert_eq!(text, expected);
    }

    /// The part of the text from the plan on.
    fn plan_part(plan: Plan, language: Language) -> Option<String> {
        let (mut record, _) = Record::from_json(example()).expect("a result");
        record.plan = plan;
        let text = write(&record, language, "24 November 2026", "LINK");
        assert!(text.ends_with("\n\nLINK"), "{text}");
        let heading = format!("\n\n{}:\n", language.advice().plan);
        text.split_once(&heading).map(|(_, plan)| plan.to_owned())
    }

    #[test]
    fn it_has_a_line_for_each_step_and_the_goal() {
        let mut plan = Plan::default();
        plan.add_own("Lunch\r\nz marketingiem");
        plan.choose("sla", true);
        plan.choose("from-elsewhere", true);
        plan.change_step("own-1", |step| step.state = StepState::Done);
        plan.change_step("sla", |step| step.due = "2027-03-01".into());
        plan.change_step("from-elsewhere", |step| step.owner = "Ewa,\nJan".into());
        plan.set_goal("10 mln zł\n");
        let expected = "✓ Lunch z marketingiem\n– Zawrzyjcie umowę SLA w\u{a0}obie strony (1 marca 2027)\n\
            – from-elsewhere (Ewa, Jan)\nJeden wspólny cel przychodowy na poziomie zarządu: 10 mln zł\n\nLINK";
        assert_eq!(plan_part(plan, Language::Polish).as_deref(), Some(expected));
    }

    #[test]
    fn without_steps_and_goal_it_has_no_plan() {
        let mut plan = Plan::default();
        plan.change_target("win-rate", |target| target.today = "21 %".into());
        plan.set_goal(" ");
        assert_eq!(plan_part(plan, Language::English), None);
    }

    #[test]
    fn a_summary_has_no_answer() {
        let (record, _) = Record::from_json(example()).expect("a result");
        let text = write_summary(&record, Language::English, "24 November 2026", "");
        let expected = "Duet · 24 November 2026 · Sales · Zespół „Północ”\nAligned relationship\n\
            64 points on a scale from 20 to 100\n16 points to the next level, integrated.\n\n\
            The plan:\n– Build one funnel (Ewa, 31 January 2027)";
        assert_eq!(text, expected);
    }
}
