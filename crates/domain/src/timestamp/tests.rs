use super::*;

#[test]
fn a_moment_is_read_and_its_fraction_cut() {
    for text in ["2026-11-24T19:28:15Z", "2026-11-24T19:28:15.123Z"] {
        let moment = Timestamp::parse(text).expect("a moment");
        assert_eq!(moment.as_str(), "2026-11-24T19:28:15Z");
        assert_eq!(moment.utc_day().as_str(), "2026-11-24");
    }
    let epoch = Timestamp::epoch();
    assert_eq!(Timestamp::parse(epoch.as_str()), Some(epoch));
}

#[test]
fn a_day_alone_is_recognised() {
    assert!(is_date("2026-11-24"));
    for text in ["", "2026-11", "24.11.2026", "2026-11-24T10:00:00Z", "2026-13-01", "2026-11-24 "] {
        assert!(!is_date(text), "{text}");
    }
}

#[test]
fn days_are_counted_from_1970() {
    for (date, days) in [
        ("1970-01-01", 0),
        ("1969-12-31", -1),
        ("2000-02-29", 11_016),
        ("2020-01-01", 18_262),
        ("2026-11-24", 20_781),
        ("2100-03-01", 47_541),
    ] {
        let day = Day::parse(date).expect("a day");
        assert_eq!(day.number(), days, "{date}");
        assert_eq!(Day::from_number(days), day);
        assert_eq!(day.noon().utc_day(), day);
    }
}

#[test]
fn a_day_is_possible_from_2020_until_tomorrow() {
    let today = Day::parse("2026-11-27").expect("a day");
    for (date, possible) in [
        ("2019-12-31", false),
        ("2020-01-01", true),
        ("2026-11-27", true),
        ("2026-11-28", true),
        ("2026-11-29", false),
        ("2064-01-01", false),
        ("0001-01-01", false),
    ] {
        assert_eq!(Day::parse(date).expect("a day").is_plausible(&today), possible, "{date}");
    }
}

#[test]
fn each_day_follows_the_one_before() {
    // Four hundred years, after which the calendar repeats.
    for number in 0..146_097 {
        assert_eq!(Day::from_number(number).number(), number);
    }
}

#[test]
fn anything_else_is_refused() {
    for text in [
        "",
        "2026-11-24",
        "2026-11-24T19:28:15",
        "2026-11-24T19:28:15+01:00",
        "2026-13-24T19:28:15Z",
        "2026-00-24T19:28:15Z",
        "2026-11-32T19:28:15Z",
        "2026-11-24T24:28:15Z",
        "2026-11-24T19:60:15Z",
        "2026-11-24T19:28:15.Z",
        "2026-11-24T19:28:15.1xZ",
        "+026-11-24T19:28:15Z",
        "2026-11-24 19:28:15Z",
        "2026-11-24T19:28:15ZZ",
        "żółć-11-24T19:28:15Z",
    ] {
        assert_eq!(Timestamp::parse(text), None, "{text}");
    }
}
