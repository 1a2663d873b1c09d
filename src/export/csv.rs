//! A result as CSV, in the format that spreadsheets expect: in Polish with semicolons and a decimal comma, in English with commas and a
//! decimal point. Both begin with a byte order mark, without which Excel misreads Polish letters.

use crate::texts::Language;
use duet_domain::answers::ItemNumber;
use duet_domain::record::Record;

/// The text of the file: a line for each item, the means of the themes (1 to 5, two decimals), and the sum with its level.
pub fn write(record: &Record, language: Language) -> String {
    let instrument = language.instrument();
    let mut rows = vec![language.transfer().csv_columns.map(str::to_owned)];
    for item in ItemNumber::all() {
        let theme = instrument.theme(instrument.item(item).theme);
        rows.push([
            item.number().to_string(),
            theme.to_owned(),
            instrument.item(item).text.to_string(),
            record.answers.get(item).value().to_string(),
        ]);
    }
    let point = if language == Language::Polish { ',' } else { '.' };
    for (theme, sum) in record.themes() {
        let mean = format!("{}{point}{:02}", sum / 4, sum % 4 * 25);
        rows.push([String::new(), instrument.theme(theme).to_owned(), language.transfer().mean.to_owned(), mean]);
    }
    let score = record.score();
    let level = &instrument.level(score.level()).name;
    rows.push([
        String::new(),
        language.transfer().sum.to_owned(),
        (language.result().level)(level),
        score.points().to_string(),
    ]);
    let about = [
        record.day.as_str().to_owned(),
        language.side(record.side).to_owned(),
        record.label.clone(),
        record.code().to_string(),
    ];
    rows.push(about);
    self::rows(&rows, language)
}

/// The text of a file with these rows of cells.
pub(super) fn rows<R: AsRef<[String]>>(rows: &[R], language: Language) -> String {
    let separator = if language == Language::Polish { ";" } else { "," };
    let line = |row: &R| row.as_ref().iter().map(|cell| quoted(cell, separator)).collect::<Vec<_>>().join(separator);
    let lines: Vec<String> = rows.iter().map(line).collect();
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}

/// A cell, quoted if necessary. A text that a spreadsheet would read as a formula gets an apostrophe before it; a negative number does
/// not.
fn quoted(cell: &str, separator: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(cell);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    let plain = !cell.contains(['"', '\n', '\r']) && !cell.contains(separator);
    if plain { cell } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}

/// Whether a cell is a number in either notation. By hand, because parsing a float adds 12 KB to the program.
fn is_number(cell: &str) -> bool {
    let figures = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fraction) = figures.split_once([',', '.']).unwrap_or((figures, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::example;

    /// The rows as a CSV reader sees them.
    fn rows(record: &Record, language: Language) -> Vec<Vec<String>> {
        let text = write(record, language);
        let separator = if language == Language::Polish { b';' } else { b',' };
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_csv_reader_reads_what_was_written() {
        let (record, _) = Record::from_json(example()).expect("a result");
        for language in Language::ALL {
            let rows = rows(&record, language);
            assert_eq!(rows.len(), 1 + 20 + 5 + 1 + 1);
            let answers: Vec<u8> = rows[1..=20].iter().map(|row| row[3].parse().expect("a number")).collect();
            assert_eq!(answers, record.answers.values().map(duet_domain::answers::Answer::value).collect::<Vec<_>>());
            assert_eq!(rows[26][3], "64");
            assert_eq!(rows[27][2], "Zespół „Północ”");
            assert_eq!(rows[4][2], language.instrument().item(ItemNumber::new(4).expect("1–20")).text.as_str());
        }
        assert_eq!(rows(&record, Language::Polish)[21][3], "3,75");
        assert_eq!(rows(&record, Language::English)[21][3], "3.75");
    }

    #[test]
    fn a_label_is_never_a_formula_and_never_breaks_a_line() {
        let (mut record, _) = Record::from_json(example()).expect("a result");
        for (label, cell) in [
            ("=HYPERLINK(\"http://x\";1)", "'=HYPERLINK(\"http://x\";1)"),
            ("+48 600", "'+48 600"),
            ("a;b,\"c\"\nd", "a;b,\"c\"\nd"),
            ("-2+3", "'-2+3"),
            ("-1,5.2", "'-1,5.2"),
            ("-.5", "'-.5"),
            ("-", "'-"),
            ("-1,25", "-1,25"),
            ("-3.5", "-3.5"),
            ("-20", "-20"),
        ] {
            label.clone_into(&mut record.label);
            for language in Language::ALL {
                assert_eq!(rows(&record, language)[27][2], cell);
            }
        }
    }
}
