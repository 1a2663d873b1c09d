//! A result as text, for a mail or a chat.

use crate::texts::Language;
use duet_domain::answers::{Answer, ItemNumber};
use duet_domain::record::Record;

/// The number of weakest statements in the text.
const WEAKEST: usize = 3;

/// The text, with the link at the end.
pub fn write(record: &Record, language: Language, day: &str, link: &str) -> String {
    let instrument = language.instrument();
    let score = record.score();
    let mut about = vec![day.to_owned(), language.side(record.side).to_owned()];
    about.extend(Some(record.label.clone()).filter(|label| !label.is_empty()));
    let mut lines = vec![
        format!("Duet · {}", about.join(" · ")),
        (language.result().level)(&instrument.level(score.level()).name),
        (language.result().on_scale)(score.points()),
        score.to_next().map_or_else(
            || language.result().highest.to_owned(),
            |(next, points)| (language.result().to_next)(&instrument.level(next).name, points),
        ),
        String::new(),
    ];
    lines.extend(record.themes().map(|(theme, sum)| format!("{}: {sum}/20", instrument.theme(theme))));
    lines.extend([String::new(), format!("{}:", language.advice().weakest)]);
    lines.extend(
        ranked(record)
            .into_iter()
            .take(WEAKEST)
            .map(|item| format!("{} – {}", record.answers.get(item).value(), instrument.item(item).text)),
    );
    lines.extend([String::new(), link.to_owned()]);
    lines.join("\n")
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
            Language, people, structure: 9/20\n\nThe weakest:\n\
            1 – The heads of both functions plan together for products and services that are two or more years from launch.\n\
            1 – Sales and Marketing answer to one executive, such as a chief revenue or chief customer officer.\n\
            2 – Marketing brings Sales in while the marketing plan is still being written.\n\nhttps://example.org/#r=X";
        assert_eq!(text, expected);
    }
}
