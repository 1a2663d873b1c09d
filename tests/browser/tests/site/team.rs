//! Both sides at one table.

use std::fmt::Write as _;

use duet_browser::{Engine, Person};
use duet_domain::Side;
use duet_domain::answers::{Answer, Answers, ItemNumber};
use duet_domain::code::{self, Code, Content};
use duet_domain::instrument;
use duet_domain::timestamp::Day;
use serde_json::{Value, json};

use crate::hand::{brings_to, offered};
use crate::paper::{SHEETS, printed};
use crate::{at, site, stored};

/// One respondent.
pub type Row = (Side, [u8; 20]);

/// Numbers that look random and are the same for the same seed.
pub struct Dice(u64);

impl Dice {
    pub fn answers(&mut self) -> [u8; 20] {
        std::array::from_fn(|_| {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u8::try_from((self.0 >> 33) % 5).expect("below five") + 1
        })
    }
}

pub fn code((side, values): Row) -> String {
    let mut answers = Answers::default();
    for (item, value) in ItemNumber::all().zip(values) {
        answers.set(item, Answer::new(value).expect("1–5"));
    }
    let content = Content {
        fingerprint: code::fingerprint(&instrument::reference().hash),
        side,
        day: Day::parse("2026-11-20").expect("a day"),
        answers: answers.complete().expect("all"),
    };
    Code::of(&content).to_string()
}

/// A result as a file has it, completed at that moment.
pub fn record((side, values): Row, completed: &str) -> Value {
    json!({
        "type": "duet.result", "version": 1, "instrument": instrument::reference(),
        "side": side, "completed": completed, "answers": values.as_slice(),
    })
}

/// A file with all of them, each at a moment of its own.
pub fn file(rows: &[Row]) -> String {
    let results: Vec<Value> = rows
        .iter()
        .zip(0..)
        .map(|(row, second): (&Row, u32)| {
            let [hour, minute, second] = [second / 3600 % 24, second / 60 % 60, second % 60];
            record(*row, &format!("2026-11-20T{hour:02}:{minute:02}:{second:02}Z"))
        })
        .collect();
    json!({ "type": "duet.results", "version": 1, "results": results }).to_string()
}

pub fn rows(seed: u64, sales: usize, marketing: usize, other: usize) -> Vec<Row> {
    let mut dice = Dice(seed);
    let sides = [(Side::Sales, sales), (Side::Marketing, marketing), (Side::Other, other)];
    sides.into_iter().flat_map(|(side, count)| vec![side; count]).map(|side| (side, dice.answers())).collect()
}

/// Pastes a text and adds what is in it.
pub async fn pastes(person: &Person, text: &str) {
    // Typing a long text key by key takes minutes in some engines; pasting is one event as well.
    let paste = "const field = document.querySelector('[name=team-text]');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    person.sees("#gathering").await;
    person.script(paste, [text.into()]).await;
    person.act("add-to-team").await;
    person.sees("[data-notice=gathered]").await;
}

pub async fn gathered(person: &Person) -> (String, String) {
    let number = async |name: &str| person.attribute("[data-notice=gathered]", name).await;
    (number("data-new").await, number("data-known").await)
}

pub async fn people(person: &Person) -> [String; 3] {
    person.sees("[data-respondents-sales]").await;
    [
        person.attribute("[data-respondents-sales]", "data-respondents-sales").await,
        person.attribute("[data-respondents-sales]", "data-respondents-marketing").await,
        person.attribute("[data-respondents-sales]", "data-respondents-other").await,
    ]
}

/// Everything of the comparison that is in the page, seen or not, in print or on the screen.
pub async fn comparison(person: &Person) -> String {
    let html = "return [...document.querySelectorAll('.comparison, .report')].map((part) => part.outerHTML).join('')";
    person.script(html, []).await.as_str().expect("a text").to_owned()
}

#[tokio::test]
async fn ten_peoples_codes_pasted_from_a_mail_become_a_comparison_and_an_agenda() {
    let site = site();
    let person = at(&site, "#team").await;
    person.reads("Porównanie pojawi się").await;
    let codes: Vec<String> = rows(3, 5, 4, 1).into_iter().map(code).collect();
    let mut mail = "Cześć,\n\noto kody naszego zespołu z 20 listopada (tel. +48 600 100 200):\n".to_owned();
    for (place, code) in codes.iter().enumerate() {
        let _ = match place % 4 {
            0 => writeln!(mail, "- Anna: {code},"),
            1 => writeln!(mail, "> {}", code.to_lowercase().replace('-', " ")),
            2 => writeln!(mail, "https://duet.example/en/#r={}.", code.replace('-', "")),
            _ => writeln!(mail, "mój to {} :)", code.replace('-', "\u{2013}")),
        };
    }
    let _ = writeln!(mail, "a Piotr chyba się pomylił: 8Z89-TXXZ-XCCF-NGGT\nPozdrawiam");
    pastes(&person, &mail).await;
    assert_eq!(gathered(&person).await, ("10".into(), "0".into()));
    person.reads("8Z89-TXXZ-XCCF-NGGT").await;
    assert_eq!(people(&person).await, ["5", "4", "1"]);
    assert_eq!(stored(&person, "duet.team").await["results"].as_array().map(Vec::len), Some(10));
    person.unfold(".dumbbells [data-gap]").await;
    person.sees(".dumbbells [data-gap]").await;
    person.sees("[data-list=gaps]").await;

    person.script("window.print = () => { window.asked = (window.asked ?? 0) + 1; }", []).await;
    for (language, words) in [
        ("pl", ["planrozmowy", "Pytaniaotwarte", "Ustalenia", "Mierzciepodrodze"]),
        ("both", ["agenda", "Openquestions", "Ustalenia/Decisions", "Pytaniaotwarte"]),
    ] {
        person.click(&format!("[name=agenda-language][value={language}]")).await;
        person.script("window.asked = 0", []).await;
        person.act("print-agenda").await;
        person.sees_script("return window.asked", json!(1)).await;
        for sheet in SHEETS {
            let pages = printed(&person, sheet).await;
            assert_eq!(pages.len(), 1, "{language} {sheet:?}: {pages:?}");
            for word in words {
                assert!(pages[0].contains(word), "{language}: no {word} in {}", pages[0]);
            }
            assert!(!pages[0].contains("Zebranewyniki"), "the agenda is alone on the sheet: {}", pages[0]);
        }
        if person.engine() == Engine::WebKit {
            break; // The page is as on paper from here on.
        }
    }
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn all_figures_are_in_sight_on_every_screen() {
    let site = site();
    let person = at(&site, "#team").await;
    brings_to(&person, "team-files", "team.json", &file(&rows(5, 5, 5, 2))).await;
    person.sees("[data-new='12']").await;
    crate::open_all(&person).await;
    for width in [320, 360, 390, 768, 1280] {
        person.resize(width, 844).await;
        person.sees(".comparison .by-statement td:last-child").await;
        let beyond = "const { left, right } = document.querySelector('.comparison').getBoundingClientRect();
            return [...document.querySelectorAll('.comparison .by-statement :is(th, td)')].filter((cell) => {
                const { left: from, right: to, width } = cell.getBoundingClientRect();
                return from < left - 1 || to > right + 1 || cell.scrollWidth > Math.ceil(width);
            }).map((cell) => cell.outerHTML)";
        assert_eq!(person.script(beyond, []).await, json!([]), "{width}");
        // The figures are beside each other, and each below its name.
        let rows = "const lefts = (row) => [...row.querySelectorAll('td')].map((cell) => Math.round(cell.getBoundingClientRect().right));
            const names = [...document.querySelectorAll('.comparison .by-statement thead tr:last-child th')];
            const [first] = document.querySelectorAll('.comparison .by-statement tbody tr');
            return [lefts(first).slice(0, 4), names.map((name) => Math.round(name.getBoundingClientRect().right))]";
        let rows = person.script(rows, []).await;
        assert_eq!(rows[0], rows[1], "{width}");
    }
}

#[tokio::test]
async fn every_figure_is_the_one_that_another_program_works_out() {
    let site = site();
    let person = at(&site, "#team").await;
    let seed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a time").as_secs();
    println!("seed {seed}");
    let rows = rows(seed, 18, 15, 7);
    brings_to(&person, "team-files", "team.json", &file(&rows)).await;
    person.sees("[data-new='40']").await;
    let argument: Vec<Value> = rows.iter().map(|(side, values)| json!([side, values.as_slice()])).collect();
    let reference = person.script(include_str!("../reference/team.js"), [argument.into()]).await;

    let csv = offered(&person, "export-csv").await;
    let cells: Vec<Vec<String>> = csv
        .lines()
        .map(|line| {
            let mut cells: Vec<String> = line.rsplitn(7, ';').map(|cell| cell.replace(',', ".")).collect();
            cells.reverse();
            cells
        })
        .collect();
    let close = |what: &str, shown: &str, expected: &Value| {
        let (shown, expected) = (shown.parse::<f64>().expect(what), expected.as_f64().expect(what));
        assert!((shown - expected).abs() <= 0.000_051, "{what}: {shown} is not {expected}, seed {seed}");
    };
    for item in 0..20 {
        let row = &cells[item + 1];
        let (sales, marketing) = (&reference["sales"], &reference["marketing"]);
        close("mean of sales", &row[1], &sales["means"][item]);
        close("spread of sales", &row[2], &sales["spreads"][item]);
        close("mean of marketing", &row[3], &marketing["means"][item]);
        close("spread of marketing", &row[4], &marketing["spreads"][item]);
        let gap: f64 = row[5].parse().expect("a gap");
        let expected = reference["gaps"][1][item].as_f64().expect("a gap");
        assert!((gap - expected).abs() < 1e-9, "gap: {gap} is not {expected}, seed {seed}");
        close("mean of all", &row[6], &reference["all"]["means"][item]);
    }
    for (place, group) in ["sales", "marketing", "other", "all"].into_iter().enumerate() {
        let row = &cells[22 + place];
        close(group, &row[1], &reference[group]["n"]);
        close(group, &row[2], &reference[group]["sum"]);
        close(group, &row[4], &reference[group]["agreement"]);
    }
    close("delta", &cells[25][5], &reference["delta"]);
    let gaps: Vec<f64> = figures_in_the_table(&person).await.into_iter().map(|[_, _, gap]| gap).collect();
    let expected: Vec<f64> = serde_json::from_value(reference["gaps"][0].clone()).expect("gaps");
    assert_eq!(gaps, expected, "seed {seed}");
    assert_eq!(person.errors().await, Vec::<String>::new());
}

/// Means of Sales and of Marketing and their gap, statement by statement, as they are read in the table.
async fn figures_in_the_table(person: &Person) -> Vec<[f64; 3]> {
    let read = "return [...document.querySelectorAll('.comparison .by-statement tbody tr')].map((row) =>
        [0, 2, 4].map((cell) => Number(row.querySelectorAll('td')[cell].textContent.replace(',', '.').replace('\u{2212}', '-'))))";
    serde_json::from_value(person.script(read, []).await).expect("figures")
}

/// What a text says after each of these words, in tenths.
fn tenths_after(text: &str, words: &[&str]) -> Vec<i64> {
    let after = |word: &&str| {
        // The statement before may have the word too.
        let place = if word.is_empty() { Some(0) } else { text.rfind(word).map(|place| place + word.len()) };
        let rest = &text[place.unwrap_or_else(|| panic!("no {word} in {text}"))..];
        let figure: String =
            rest.trim_start().chars().take_while(|sign| sign.is_ascii_digit() || *sign == ',').collect();
        figure.replace(',', "").parse().unwrap_or_else(|_| panic!("no figure after {word} in {text}"))
    };
    words.iter().map(after).collect()
}

#[tokio::test]
async fn who_works_a_gap_out_from_the_means_beside_it_gets_the_gap_that_is_shown() {
    let site = site();
    let person = at(&site, "#team").await;
    // 13 : 4 and 11 : 4 are 3.3 and 2.8, and 14 : 4 and 11 : 4 are 3.5 and 2.8.
    let with = |first: [u8; 4], second: [u8; 4], side| {
        first.into_iter().zip(second).map(move |(first, second)| {
            let mut values = [3; 20];
            (values[0], values[1]) = (first, second);
            (side, values)
        })
    };
    let sales = with([4, 3, 3, 3], [4, 4, 3, 3], Side::Sales);
    let rows: Vec<Row> =
        sales.chain(with([2, 3, 3, 3], [2, 3, 3, 3], Side::Marketing)).chain(rows(7, 3, 3, 0)).collect();
    brings_to(&person, "team-files", "halves.json", &file(&rows[..8])).await;
    person.sees("[data-new='8']").await;
    person.unfold(".dumbbells").await;
    person.reads("Sprzedaż 3,3 · Marketing 2,8 · różnica 0,5").await;
    person.reads("Sprzedaż 3,5 · Marketing 2,8 · różnica 0,7").await;
    person.act("clear-team").await;
    person.sees_no("[data-respondents-sales]").await;
    brings_to(&person, "team-files", "all.json", &file(&rows)).await;
    person.sees("[data-new='14']").await;
    person.unfold(".dumbbells [data-gap]").await;
    person.sees(".dumbbells [data-gap]").await;
    let texts = "return [...document.querySelectorAll(arguments[0])].map((element) => element.innerText)";
    let texts = async |css: &str| -> Vec<String> {
        serde_json::from_value(person.script(texts, [css.into()]).await).expect("texts")
    };
    let mut widest = i64::MAX;
    for text in texts(".dumbbells .said").await {
        let [sales, marketing, gap] = tenths_after(&text, &["Sprzedaż", "Marketing", "różnica"])[..] else {
            panic!("{text}")
        };
        assert_eq!((sales - marketing).abs(), gap, "{text}");
        assert!(gap <= widest, "the widest first: {text}");
        widest = gap;
    }
    for text in texts("[data-list=gaps] li").await {
        let [sales, marketing] = tenths_after(&text, &["Sprzedaż", "Marketing"])[..] else { panic!("{text}") };
        assert_eq!(tenths_after(&text, &[""])[0], (sales - marketing).abs(), "{text}");
    }
    for [sales, marketing, gap] in figures_in_the_table(&person).await {
        assert!((sales - marketing - gap).abs() < 1e-9, "{sales} − {marketing} is not {gap}");
    }
    let sums = texts(".groups li").await.concat();
    let [sales, marketing] =
        tenths_after(&sums.replace("średnia suma", "suma"), &["Sprzedaż: 7 osób, suma", "Marketing: 7 osób, suma"])[..]
    else {
        panic!("{sums}")
    };
    let said = texts("[data-sums-gap]").await.concat();
    assert_eq!(tenths_after(&said, &["różnica średnich sum to"])[0], (sales - marketing).abs(), "{said}");
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_small_side_is_shown_by_its_sum_alone() {
    let site = site();
    let person = at(&site, "#team").await;
    let rows = rows(11, 2, 4, 0);
    // The same sums from other answers.
    let other: Vec<Row> = rows
        .iter()
        .map(|(side, values)| {
            let mut values = *values;
            if *side == Side::Sales {
                values.rotate_left(7);
            }
            (*side, values)
        })
        .collect();
    let mut seen = Vec::new();
    for rows in [&rows, &other] {
        brings_to(&person, "team-files", "team.json", &file(rows)).await;
        person.sees("[data-new='6']").await;
        person.sees("[data-hidden]").await;
        person.sees("[data-group=sales]").await;
        person.sees_no("[data-gap]").await;
        seen.push((comparison(&person).await, offered(&person, "export-csv").await));
        person.act("clear-team").await;
        person.sees_no("[data-respondents-sales]").await;
    }
    assert_eq!(seen[0], seen[1], "two sets of answers with the same sums look the same");
    person.act("undo").await;
    person.sees("[data-respondents-sales='2']").await;
    person.script("document.querySelector('[name=threshold]').value = ''", []).await;
    person.type_into("[name=threshold]", "2\u{e007}").await;
    person.unfold(".dumbbells [data-gap]").await;
    person.sees(".dumbbells [data-gap]").await;
    person.sees_no("[data-hidden]").await;
    assert_eq!(stored(&person, "duet.settings").await["threshold"], 2);
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn two_people_see_their_answers_when_both_agree() {
    let site = site();
    let person = at(&site, "#team").await;
    let mut marketing = [4; 20];
    marketing[6] = 1;
    pastes(&person, &format!("{} {}", code((Side::Sales, [3; 20])), code((Side::Marketing, marketing)))).await;
    person.reads("Dwie osoby, po jednej z\u{a0}każdej strony").await;
    person.sees_no("[data-gap]").await;
    person.click("[name=agree]").await;
    person.sees("[data-mean-gap='1.0500']").await;
    // What stands around the box is drawn again, and the box keeps the focus.
    assert_eq!(person.script("return document.activeElement.name", []).await, "agree");
    person.sees(".panel [data-item='7']").await;
    person.unfold(".dumbbells [data-item='7']").await;
    person.sees(".dumbbells [data-item='7'][data-gap='2.0000']").await;
    // Others have not agreed.
    person.goto_fragment("start").await;
    person.sees_view("start").await;
    person.goto_fragment("team").await;
    person.sees("[name=agree]:not(:checked)").await;
    person.sees_no("[data-gap]").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_same_comparison_at_two_dates() {
    let site = site();
    let person = at(&site, "#team").await;
    let mut results = Vec::new();
    for (month, value) in [("05", 2), ("11", 4)] {
        for (side, second) in [(Side::Sales, 0..3), (Side::Marketing, 3..6)] {
            results
                .extend(second.map(|second| record((side, [value; 20]), &format!("2026-{month}-10T10:00:0{second}Z"))));
        }
    }
    let file = json!({ "type": "duet.results", "version": 1, "results": results }).to_string();
    brings_to(&person, "team-files", "two.json", &file).await;
    assert_eq!(people(&person).await, ["6", "6", "0"]);
    person.click("[name=rounds]").await;
    person.sees("[data-rounds]").await;
    assert_eq!(people(&person).await, ["3", "3", "0"]);
    assert_eq!(person.attribute("[data-group=sales]", "data-mean").await, "80.0000");
    person.click("[name=round][value=before]").await;
    person.sees("[data-group=sales][data-mean='40.0000']").await;
    person.reads("+40,0").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}
