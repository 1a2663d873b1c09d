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
fn the_next_day_and_the_length_of_a_month_agree() {
    let mut day = Day::parse("1999-12-31").expect("a day");
    // A whole cycle of leap years, with a century that has one.
    for number in day.number()..day.number() + 3 * 1_461 {
        assert_eq!(day.number(), number);
        let [year, month, of_month] = day.parts();
        let next = day.next().expect("a day");
        assert_eq!(next.parts()[2] == 1, of_month == days_in_month(year, month), "{day:?}");
        day = next;
    }
    assert_eq!(days_in_month(2100, 2), 28);
    assert_eq!(Day::parse("9999-12-31").expect("a day").next(), None);
}

#[test]
fn months_later_is_the_same_day_or_the_last_of_the_month() {
    for (from, months, to) in [
        ("2026-11-24", 6, Some("2027-05-24")),
        ("2027-08-31", 6, Some("2028-02-29")),
        ("2026-08-31", 6, Some("2027-02-28")),
        ("2026-12-31", 6, Some("2027-06-30")),
        ("2026-06-30", 6, Some("2026-12-30")),
        ("2026-07-01", 6, Some("2027-01-01")),
        ("2026-11-24", 25, Some("2028-12-24")),
        ("2027-02-31", 0, Some("2027-02-28")),
        ("2027-02-28", 0, Some("2027-02-28")),
        ("9999-06-01", 6, Some("9999-12-01")),
        ("9999-07-01", 6, None),
    ] {
        let later = Day::parse(from).expect("a day").after_months(months);
        assert_eq!(later.as_ref().map(Day::as_str), to, "{from} + {months}");
    }
}

#[test]
fn minutes_are_counted_from_1970() {
    for (text, minutes) in [
        ("1970-01-01T00:00:59Z", 0),
        ("1970-01-02T01:02:00Z", 1_502),
        ("2026-11-24T19:28:15Z", (20_781 * 24 + 19) * 60 + 28),
    ] {
        assert_eq!(Timestamp::parse(text).expect("a moment").minutes(), minutes, "{text}");
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
