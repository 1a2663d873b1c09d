//! The plan of a result as a calendar file (iCalendar, RFC 5545).

use crate::texts::Language;
use duet_domain::plan::{Step, StepState};
use duet_domain::record::Record;
use duet_domain::timestamp::{Day, Timestamp};

/// After how many months to answer again.
const MONTHS_TO_REMINDER: u8 = 6;
/// Most octets of a line without its end.
const MAX_LINE: usize = 75;
/// All-day events begin at midnight: nine in the morning of the day before.
const ALARM: &str = "-PT15H";

/// The file: an all-day event for each step with a date that is not done, and one half a year after the day of the
/// result to answer again, with `link` as its address.
///
/// `now` is the moment of writing. Written again later, the file updates the events of the earlier one in a calendar,
/// because they have the same UID and a higher SEQUENCE.
pub fn write(record: &Record, language: Language, now: &Timestamp, link: Option<&str>) -> String {
    let mut file = File { text: String::new(), stamp: now };
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", &format!("-//Duet//Duet {}//{}", env!("CARGO_PKG_VERSION"), language.tag().to_uppercase()));
    file.line("CALSCALE", "GREGORIAN");
    for event in events(record, language, link) {
        file.event(&event);
    }
    file.line("END", "VCALENDAR");
    file.text
}

/// An all-day event. Empty texts are not written.
struct Event {
    uid: String,
    day: Day,
    summary: String,
    description: String,
    contact: String,
    link: String,
}

fn events(record: &Record, language: Language, link: Option<&str>) -> Vec<Event> {
    let steps = record.plan.steps.iter().filter(|step| step.state != StepState::Done);
    let mut events: Vec<Event> = steps.filter_map(|step| step_event(record, step, language)).collect();
    events.extend(reminder(record, language, link));
    events
}

/// The event of a step; `None` if it has no date.
fn step_event(record: &Record, step: &Step, language: Language) -> Option<Event> {
    let title = language.step_title(step);
    Some(Event {
        uid: uid(record, &format!("step-{}", step.action)),
        day: Day::parse(&step.due)?.after_months(0)?,
        summary: if step.owner.is_empty() { title.to_owned() } else { format!("{}: {title}", step.owner) },
        description: language
            .instrument()
            .action(&step.action)
            .map(|action| action.text.to_string())
            .unwrap_or_default(),
        contact: step.owner.clone(),
        link: String::new(),
    })
}

/// The event to answer again; `None` if it would be after the year 9999.
fn reminder(record: &Record, language: Language, link: Option<&str>) -> Option<Event> {
    let words = language.planning();
    Some(Event {
        uid: uid(record, "again"),
        day: record.day.after_months(MONTHS_TO_REMINDER)?,
        summary: words.reminder.to_owned(),
        description: words.reminder_text.to_owned(),
        contact: String::new(),
        link: link.unwrap_or_default().to_owned(),
    })
}

/// The UID of an event of a result.
fn uid(record: &Record, event: &str) -> String {
    format!("{}-{event}@duet.invalid", record.stable_id())
}

/// A file that is being written.
struct File<'a> {
    text: String,
    stamp: &'a Timestamp,
}

impl File<'_> {
    fn event(&mut self, event: &Event) {
        self.line("BEGIN", "VEVENT");
        self.text_line("UID", &event.uid);
        self.line("DTSTAMP", &digits(self.stamp.as_str()));
        // Calendars that have the event already take a higher number only; minutes stay below 2^31 for 4000 years.
        self.line("SEQUENCE", &self.stamp.minutes().to_string());
        self.line("DTSTART;VALUE=DATE", &digits(event.day.as_str()));
        if let Some(next) = event.day.next() {
            self.line("DTEND;VALUE=DATE", &digits(next.as_str()));
        }
        self.text_line("SUMMARY", &event.summary);
        self.text_line("DESCRIPTION", &event.description);
        self.text_line("CONTACT", &event.contact);
        if !event.link.is_empty() {
            self.line("URL", &event.link);
        }
        self.line("STATUS", "CONFIRMED");
        self.line("TRANSP", "TRANSPARENT");
        self.line("BEGIN", "VALARM");
        self.line("ACTION", "DISPLAY");
        self.text_line("DESCRIPTION", &event.summary);
        self.line("TRIGGER", ALARM);
        self.line("END", "VALARM");
        self.line("END", "VEVENT");
    }

    /// A property with a text, if that is not empty.
    fn text_line(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(name, &escaped(text));
        }
    }

    /// A property, folded. Control characters, which are forbidden, become spaces.
    fn line(&mut self, name: &str, value: &str) {
        self.text.push_str(&folded(&format!("{name}:{}", value.replace(char::is_control, " "))));
    }
}

/// A line with its end, split after at most [`MAX_LINE`] octets, between characters. Each further part begins with a
/// space.
fn folded(line: &str) -> String {
    let (mut text, mut length) = (String::new(), 0);
    for character in line.chars() {
        if length + character.len_utf8() > MAX_LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(character);
        length += character.len_utf8();
    }
    text + "\r\n"
}

/// A text as a value: with a backslash before backslashes, semicolons and commas, and `\n` for a line break.
fn escaped(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\\', "\\\\");
    text.replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A day or moment in the basic format: without hyphens and colons.
fn digits(text: &str) -> String {
    text.replace(['-', ':'], "")
}

#[cfg(test)]
mod tests;
