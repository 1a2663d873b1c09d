//! Both sides at one table.

use std::fmt::Write as _;

use duet::domain::Side;
use duet::domain::answers::{Answer, Answers, ItemNumber};
use duet::domain::code::{self, Code, Content};
use duet::domain::instrument::BuiltIn;
use duet::domain::timestamp::Timestamp;
use duet_browser::{Engine, Options, Person, until};
use serde_json::{Value, json};

use crate::hand::{brings_to, offered};
use crate::paper::{SHEETS, printed};
use crate::{SAMPLE, at, site, stored, visit, whole_run, with};

/// One respondent.
type Row = (Side, [u8; 20]);

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

fn code((side, values): Row) -> String {
    let mut answers = Answers::default();
    for (item, value) in ItemNumber::all().zip(values) {
        answers.set(item, Answer::new(value).expect("1–5"));
    }
    let content = Content {
        fingerprint: code::fingerprint(&BuiltIn::get().reference().hash),
        side,
        day: Timestamp::parse("2026-11-20T12:00:00Z").expect("a moment"),
        answers: answers.complete().expect("all"),
    };
    Code::of(&content).to_string()
}

/// A result as a file has it, completed at that moment.
fn record((side, values): Row, completed: &str) -> Value {
    json!({
        "type": "duet.result", "version": 1, "instrument": BuiltIn::get().reference(),
        "side": side, "completed": completed, "answers": values.as_slice(),
    })
}

/// A file with all of them, each at a moment of its own.
fn file(rows: &[Row]) -> String {
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

fn rows(seed: u64, sales: usize, marketing: usize, other: usize) -> Vec<Row> {
    let mut dice = Dice(seed);
    let sides = [(Side::Sales, sales), (Side::Marketing, marketing), (Side::Other, other)];
    sides.into_iter().flat_map(|(side, count)| vec![side; count]).map(|side| (side, dice.answers())).collect()
}

/// Pastes a text and adds what is in it.
async fn pastes(person: &Person, text: &str) {
    // Typing a long text key by key takes minutes in some engines; pasting is one event as well.
    let paste = "const field = document.querySelector('[name=team-text]');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    person.sees("[name=team-text]").await;
    person.script(paste, [text.into()]).await;
    person.act("add-to-team").await;
    person.sees("[data-notice=gathered]").await;
}

async fn gathered(person: &Person) -> (String, String) {
    let number = async |name: &str| person.attribute("[data-notice=gathered]", name).await;
    (number("data-new").await, number("data-known").await)
}

async fn people(person: &Person) -> [String; 3] {
    person.sees("[data-sales]").await;
    [
        person.attribute("[data-sales]", "data-sales").await,
        person.attribute("[data-sales]", "data-marketing").await,
        person.attribute("[data-sales]", "data-other").await,
    ]
}

/// Everything of the comparison that is in the page, seen or not, in print or on the screen.
async fn comparison(person: &Person) -> String {
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
        let asked = until(async || (person.script("return window.asked", []).await == 1).then_some(()));
        asked.await.expect("the browser is asked to print");
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
        let gap = sales["means"][item].as_f64().expect("a mean") - marketing["means"][item].as_f64().expect("a mean");
        close("gap", &row[5], &gap.into());
        close("mean of all", &row[6], &reference["all"]["means"][item]);
    }
    for (place, group) in ["sales", "marketing", "other", "all"].into_iter().enumerate() {
        let row = &cells[22 + place];
        close(group, &row[1], &reference[group]["n"]);
        close(group, &row[2], &reference[group]["sum"]);
        close(group, &row[4], &reference[group]["agreement"]);
    }
    close("delta", &cells[25][5], &reference["delta"]);
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_same_result_is_taken_once_and_every_change_can_be_undone() {
    let site = site();
    let person = at(&site, "").await;
    whole_run(&person, &SAMPLE).await;
    person.act("add-to-team").await;
    person.sees_view("team").await;
    assert_eq!(people(&person).await, ["0", "0", "1"]);
    // The result of this browser again, as its code.
    let own = stored(&person, "duet.history").await["results"][0]["completed"].as_str().expect("a moment").to_owned();
    let mut content = Code::read(&code((Side::Other, SAMPLE.map(|value| u8::try_from(value).expect("1–5")))))
        .expect("a code")
        .content();
    content.day = Timestamp::parse(&own).expect("a moment");
    pastes(&person, &Code::of(&content).to_string()).await;
    assert_eq!(gathered(&person).await, ("0".into(), "1".into()));
    person.reads("Powtórzone, liczone raz: 1").await;

    // They had not said on which side they are.
    person.click("[name=team-side] option[value=sales]").await;
    person.sees("[data-sales='1'][data-other='0']").await;
    person.act("add-own").await;
    person.sees("[data-notice=gathered][data-known='1']").await;
    assert_eq!(people(&person).await, ["1", "0", "0"]);
    let kept = stored(&person, "duet.team").await["results"][0].clone();
    assert_eq!((&kept["side"], &kept["side_set"]), (&json!("sales"), &json!(true)));
    assert_eq!(stored(&person, "duet.history").await["results"][0]["side"], "other", "one's own result is left alone");

    person.act("remove").await;
    person.sees_no("[data-sales]").await;
    person.act("undo").await;
    assert_eq!(people(&person).await, ["1", "0", "0"]);
    pastes(&person, &code(rows(5, 0, 1, 0)[0])).await;
    assert_eq!(people(&person).await, ["1", "1", "0"]);
    person.act("clear-team").await;
    person.sees_no("[data-sales]").await;
    person.act("undo").await;
    assert_eq!(people(&person).await, ["1", "1", "0"]);
    person.reload().await;
    assert_eq!(people(&person).await, ["1", "1", "0"]);

    // A file says more than its code, and takes its place.
    let mut named = record(rows(5, 0, 1, 0)[0], "2026-11-20T09:30:00Z");
    named["label"] = "Południe".into();
    brings_to(&person, "team-files", "named.json", &named.to_string()).await;
    person.sees("[data-notice=gathered][data-known='1']").await;
    person.reads("Południe").await;
    assert_eq!(people(&person).await, ["1", "1", "0"]);
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
        person.sees_no("[data-sales]").await;
    }
    assert_eq!(seen[0], seen[1], "two sets of answers with the same sums look the same");
    person.act("undo").await;
    person.sees("[data-sales='2']").await;
    person.script("document.querySelector('[name=threshold]').value = ''", []).await;
    person.type_into("[name=threshold]", "2\u{e007}").await;
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
    person.sees(".panel [data-item='7']").await;
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
async fn a_link_shows_a_comparison_and_adds_nothing_unasked() {
    let site = site();
    let person = at(&site, "#team").await;
    let own = code(rows(21, 1, 0, 0)[0]);
    pastes(&person, &own).await;
    let before = stored(&person, "duet.team").await;
    let codes: Vec<String> = rows(22, 3, 3, 0).into_iter().map(|row| code(row).replace('-', "")).collect();
    person.goto_fragment(&format!("t={}", codes.join(","))).await;
    person.sees("[data-notice=shared]").await;
    assert_eq!(people(&person).await, ["3", "3", "0"]);
    person.sees_no("[name=team-text]").await;
    assert_eq!(stored(&person, "duet.team").await, before);
    person.goto_fragment(&format!("t={},{}", codes[0], codes[5])).await;
    person.sees("[data-sales='1'][data-marketing='1']").await;
    person.act("add-linked").await;
    person.sees("[name=team-text]").await;
    assert_eq!(people(&person).await, ["2", "1", "0"]);
    person.goto_fragment("t=junk").await;
    person.sees("[data-fault=link]").await;
    person.goto_fragment(&format!("t={}", codes[0].replacen('8', "9", 1))).await;
    person.sees("[data-fault=code]").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn other_wordings_and_instruments_are_kept_apart_and_named() {
    let site = site();
    let person = at(&site, "#team").await;
    let mut results = vec![record(rows(31, 1, 0, 0)[0], "2026-11-20T09:00:00Z")];
    for (id, hash) in [("kotler-rackham-krishnaswamy-2006", "00000000deadbeef"), ("another-check", "1f664fe1c2c7a7ce")]
    {
        let mut result = record(rows(32, 0, 1, 0)[0], "2026-11-20T10:00:00Z");
        result["instrument"] = json!({ "id": id, "hash": hash });
        results.push(result);
    }
    let file = json!({ "type": "duet.results", "version": 1, "results": results }).to_string();
    brings_to(&person, "team-files", "mixed.json", &file).await;
    person.sees("[data-new='3']").await;
    assert_eq!(people(&person).await, ["1", "0", "0"]);
    person.sees(".gathered.apart").await;
    person.reads("00000000deadbeef").await;
    person.reads("another-check").await;
    let saved = offered(&person, "save-team").await;
    let saved: Value = serde_json::from_str(&saved).expect("JSON");
    assert_eq!(saved["results"].as_array().map(Vec::len), Some(3));
    assert_eq!(saved["results"][2]["instrument"]["id"], "another-check");
}

#[tokio::test]
async fn an_invitation_opens_the_check_with_the_side_chosen() {
    let site = site();
    let person = at(&site, "#team").await;
    person.click(".invite > summary").await;
    person.click("[name=invited][value=marketing]").await;
    person.click("[name=invited-language][value=en]").await;
    let text = person.script("return document.querySelector('[name=invitation]').value", []).await;
    let text = text.as_str().expect("a text");
    assert!(text.contains("from the Marketing point of view"), "{text}");
    let link = text.split_whitespace().find(|word| word.starts_with("http")).expect("a link");
    assert!(link.ends_with("/en/?side=marketing"), "{link}");
    person.open(link).await;
    person.sees("html[lang=en][data-boot=done] [name=side][value=marketing]:checked").await;
    assert_eq!(person.stored("duet.session").await, None, "who just looks leaves no trace");
    whole_run(&person, &SAMPLE).await;
    assert_eq!(stored(&person, "duet.history").await["results"][0]["side"], "marketing");
    // The next run is for whom the link names, unless one chooses otherwise.
    visit(&person, &site, "?side=sales").await;
    person.sees("[name=side][value=sales]:checked").await;
    person.click("[name=side][value=other]").await;
    person.act("start").await;
    crate::answers(&person, 1, &[3; 20]).await;
    person.act("finish").await;
    person.sees("[data-score='60']").await;
    assert_eq!(stored(&person, "duet.history").await["results"][1]["side"], "other");
    visit(&person, &site, "?side=nonsense").await;
    person.sees("[data-view=start]").await;
    visit(&person, &site, "?side=sales#result").await;
    person.sees("[data-score='60']").await;
    assert_eq!(
        stored(&person, "duet.history").await["results"].as_array().map(Vec::len),
        Some(2),
        "a finished result keeps its side"
    );
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

#[tokio::test]
async fn a_presenter_leads_through_the_gaps_with_the_arrow_keys() {
    let site = site();
    let person = with(Options::new().viewport(1280, 800), &site, "#team").await;
    pastes(&person, &rows(41, 4, 4, 0).into_iter().map(code).collect::<Vec<_>>().join("\n")).await;
    person.act("present").await;
    person.sees("dialog[open] [data-picture='1']").await;
    let (left, right) = (char::from(thirtyfour::Key::Left), char::from(thirtyfour::Key::Right));
    person.press(right).await;
    person.sees("dialog [data-picture='2'] .large").await;
    person.press(right).await;
    person.sees("dialog [data-picture='3']").await;
    person.press(left).await;
    person.sees("dialog [data-picture='2']").await;
    person.press(thirtyfour::Key::End).await;
    person.sees("dialog .picture ul.looks").await;
    person.press(thirtyfour::Key::Escape).await;
    person.sees_no("dialog[open]").await;
    assert_eq!(person.errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_fullest_agenda_fits_one_sheet() {
    let site = site();
    let person = at(&site, "#team").await;
    // Every statement is a weakness, and every gap a question.
    let sales = (0..3).map(|place| (Side::Sales, [2 + place % 2; 20]));
    let marketing = (0..3).map(|place| (Side::Marketing, [1 + (place + 1) % 2; 20]));
    let rows: Vec<Row> = sales.chain(marketing).chain([(Side::Other, [2; 20])]).collect();
    brings_to(&person, "team-files", "full.json", &file(&rows)).await;
    person.sees("[data-list=weaknesses] [data-item]").await;
    person.script("window.print = () => {}", []).await;
    person.click("[name=agenda-language][value=both]").await;
    person.act("print-agenda").await;
    person.sees_no(".report.agenda[hidden]").await;
    for sheet in SHEETS {
        let pages = printed(&person, sheet).await;
        assert_eq!(pages.len(), 1, "{sheet:?}: {pages:?}");
        assert!(pages[0].contains("starthere") && pages[0].contains("zacznijcietutaj"), "{}", pages[0]);
    }
}

#[tokio::test]
async fn the_full_report_is_printed_with_every_statement() {
    let site = site();
    let person = at(&site, "#team").await;
    pastes(&person, &rows(51, 4, 4, 0).into_iter().map(code).collect::<Vec<_>>().join("\n")).await;
    person.sees(".dumbbells").await;
    let pages = printed(&person, SHEETS[0]).await;
    let all = pages.concat();
    assert!(pages.len() <= 4, "{} pages", pages.len());
    for word in ["obiestrony", "Rzeczywistasprzedaż", "prezentowaniuichzarządowi", "r*wg", "HarvardBusinessReview"] {
        assert!(all.contains(word), "no {word} in {all}");
    }
    assert!(!all.contains("Zebranewyniki"), "{all}");
}

#[tokio::test]
async fn twenty_thousand_results_are_read_while_the_page_answers_and_do_not_crowd_out_ones_own() {
    let site = site();
    let person = at(&site, "").await;
    person.act("start").await;
    person.answer(1, 4).await;
    person.sees_item(2).await;
    person.goto_fragment("team").await;
    // What the page does while the file is read: a beat of its own, and a click that it answers.
    let watch = "window.beats = 0; window.clicked = false;
        new MutationObserver(() => {
            const reading = document.querySelector('progress');
            if (reading && !window.ticking) window.ticking = setInterval(() => {
                window.beats += 1;
                if (window.beats === 3) {
                    document.querySelector('.invite').open = false;
                    document.querySelector('.invite > summary').click();
                    window.clicked = document.querySelector('.invite').open && !!document.querySelector('progress');
                }
            }, 1);
            if (!reading && window.ticking) { clearInterval(window.ticking); window.ticking = 0; }
        }).observe(document.body, { childList: true, subtree: true });";
    person.script(watch, []).await;
    let rows = rows(61, 11_000, 9_000, 0);
    brings_to(&person, "team-files", "large.json", &file(&rows)).await;
    person.sees("[data-sales='11000'][data-marketing='9000']").await;
    assert_eq!(person.script("return window.clicked", []).await, true, "a click is answered meanwhile");
    let beats = person.script("return window.beats", []).await.as_u64().expect("a number");
    assert!(beats >= 5, "{beats} beats");
    person.sees("[data-team-saved=tab]").await;
    person.sees("[data-saved=device]").await;
    assert_eq!(person.stored("duet.team").await, None);
    let saved = offered(&person, "save-team").await;
    assert!(saved.len() < 5 << 20, "what was saved can be read again: {} bytes", saved.len());
    assert_eq!(saved.matches("duet.result\"").count(), 20_000);
    person.goto_fragment("q2").await;
    person.answer(2, 5).await;
    person.sees_item(3).await;
    person.goto_fragment("team").await;
    assert_eq!(people(&person).await[0], "11000", "the tab has them still");
    person.reload().await;
    assert_eq!(stored(&person, "duet.session").await["answers"][1], 5);
    assert_eq!(person.errors().await, Vec::<String>::new());
}
