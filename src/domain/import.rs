//! Results from files: what can be read of them, and every fault named with its place.

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::record::{self, Mismatch, Record};

/// The largest file that is read, in bytes: 5 MiB.
pub const LARGEST: usize = 5 << 20;
/// The most results in one file.
pub const MOST: usize = 20_000;
/// `type` of a file of several results.
pub const SEVERAL: &str = "duet.results";
const VERSION: u64 = 1;

/// What came of reading a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The results that could be read, in the order of the file.
    pub results: Vec<Record>,
    /// Results of other instruments. They are read, but there is nothing to compare them with.
    pub foreign: Vec<(Place, Record)>,
    /// What could not be read.
    pub faults: Vec<Fault>,
    /// What could be read, but says something else than its answers.
    pub mismatches: Vec<(Place, Mismatch)>,
}

/// Where in a file: in the file as a whole, or in the result of that number, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The only result, or the file itself.
    File,
    /// One of several.
    Result(usize),
}

/// What is wrong with a file, or with one of its results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// It has more than [`LARGEST`] bytes.
    TooLarge,
    /// The browser could not read it: it is gone, or a folder.
    Unreadable,
    /// It is no JSON, from this line and column on.
    NotJson(usize, usize),
    /// It has this many results, more than [`MOST`]; the rest was not read.
    TooMany(usize),
    /// A result in it cannot be used.
    Result(Place, record::Fault),
}

/// Reads a file of one result or of several.
pub fn read(text: &str) -> Import {
    let mut reader = Reader::new(text);
    while reader.read_some() {}
    reader.done()
}

/// Reads a file a few results at a time, so that a page can do something else between them.
#[derive(Debug, Default)]
pub struct Reader<'a> {
    /// The results that were not read yet, the last first.
    rest: Vec<&'a RawValue>,
    total: usize,
    import: Import,
}

/// A file of several results, cut into them.
#[derive(Deserialize)]
struct Several<'a> {
    r#type: &'a str,
    version: u64,
    #[serde(borrow)]
    results: Vec<&'a RawValue>,
}

impl<'a> Reader<'a> {
    /// How many results are read at a time.
    const STEP: usize = 100;

    /// Looks at a file as a whole.
    pub fn new(text: &'a str) -> Self {
        let refused = |fault| Self { import: Import::refused(fault), ..Self::default() };
        if text.len() > LARGEST {
            return refused(Fault::TooLarge);
        }
        // Some programs put this mark before the text.
        let text = text.trim_start_matches('\u{feff}');
        if text.trim().is_empty() {
            return refused(Fault::Empty);
        }
        match serde_json::from_str::<Several>(text) {
            Ok(file) if file.r#type == SEVERAL && file.version == VERSION => Self::of_several(file.results),
            _ => match serde_json::from_str(text) {
                Ok(value) => Self { import: Import::whole(value), ..Self::default() },
                Err(error) => refused(Fault::NotJson(error.line(), error.column())),
            },
        }
    }

    fn of_several(mut results: Vec<&'a RawValue>) -> Self {
        let mut import = Import::default();
        if results.len() > MOST {
            import.faults.push(Fault::TooMany(results.len()));
            results.truncate(MOST);
        }
        results.reverse();
        Self { total: results.len(), rest: results, import }
    }

    /// Reads the next few results. Gives whether there are more.
    pub fn read_some(&mut self) -> bool {
        for _ in 0..Self::STEP {
            let Some(raw) = self.rest.pop() else { return false };
            let place = Place::Result(self.total - self.rest.len());
            // It was found to be JSON when the file was cut.
            self.import.one(place, serde_json::from_str(raw.get()).unwrap_or_default());
        }
        !self.rest.is_empty()
    }

    /// How much of it was read: 0 to 1.
    pub fn progress(&self) -> f64 {
        let part = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        if self.total == 0 { 1.0 } else { 1.0 - part(self.rest.len()) / part(self.total) }
    }

    /// What came of it.
    pub fn done(self) -> Import {
        self.import
    }
}

/// Results as files that can be read again: one, or as many as the limits ask for.
pub fn files<'a>(results: impl IntoIterator<Item = &'a Record>) -> Vec<String> {
    const HEAD: &str = r#"{"results":["#;
    const TAIL: &str = r#"],"type":"duet.results","version":1}"#;
    let mut files: Vec<String> = Vec::new();
    let mut count = 0;
    for result in results {
        let text = result.write_compact();
        let fits = |file: &String| count < MOST && file.len() + text.len() + TAIL.len() < LARGEST;
        if files.last().is_some_and(fits) {
            count += 1;
        } else {
            files.push(HEAD.to_owned());
            count = 1;
        }
        if let Some(file) = files.last_mut() {
            if count > 1 {
                file.push(',');
            }
            file.push_str(&text);
        }
    }
    files.iter().map(|file| format!("{file}{TAIL}")).collect()
}

impl Import {
    /// Nothing was read, for that reason.
    pub fn refused(fault: Fault) -> Self {
        Self { faults: vec![fault], ..Self::default() }
    }

    /// Takes results of other instruments for faults, where there is nothing to be done with them.
    #[must_use]
    pub fn refuse_foreign(mut self) -> Self {
        let foreign = self.foreign.drain(..);
        let fault = |(place, record): (Place, Record)| {
            Fault::Result(place, record::Fault::Instrument(record.instrument.id.into_owned()))
        };
        self.faults.extend(foreign.map(fault));
        self
    }

    /// A file that is not one of several results, as it should be: one result, or something that is wrong as a whole.
    fn whole(value: Value) -> Self {
        if value["type"] != SEVERAL {
            let mut import = Self::default();
            import.one(Place::File, value);
            return import;
        }
        let fault = if value["version"] == VERSION {
            record::Fault::Missing("results")
        } else {
            record::Fault::Version(value["version"].to_string())
        };
        Self::refused(Fault::Result(Place::File, fault))
    }

    fn one(&mut self, place: Place, value: Value) {
        match Record::from_json(value) {
            Ok((record, _)) if record.is_foreign() => self.foreign.push((place, record)),
            Ok((record, mismatches)) => {
                self.results.push(record);
                self.mismatches.extend(mismatches.into_iter().map(|mismatch| (place, mismatch)));
            }
            Err(fault) => self.faults.push(Fault::Result(place, fault)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::tests::example;
    use proptest::prelude::*;
    use serde_json::json;

    fn record() -> Record {
        Record::from_json(example()).expect("a result").0
    }

    /// Results that go into one file.
    fn write<'a>(results: impl IntoIterator<Item = &'a Record>) -> String {
        let mut files = files(results);
        assert_eq!(files.len(), 1);
        files.remove(0)
    }

    #[test]
    fn a_file_of_one_result_is_read() {
        let import = read(&format!("\u{feff}{}\n", example()));
        assert_eq!(import, Import { results: vec![record()], ..Import::default() });
    }

    #[test]
    fn a_file_of_several_is_read_as_it_was_written() {
        let mut other = record();
        other.label = "<script>alert(1)</script>".into();
        let results = vec![record(), other];
        assert_eq!(read(&write(&results)), Import { results, ..Import::default() });
    }

    #[test]
    fn what_is_no_file_of_ours_is_told() {
        let faults = |text: &str| read(text).faults;
        let result = |fault| vec![Fault::Result(Place::File, fault)];
        assert_eq!(faults(""), [Fault::Empty]);
        assert_eq!(faults(" \u{feff}\n"), [Fault::NotJson(1, 2)]);
        assert_eq!(faults("\u{feff} \n"), [Fault::Empty]);
        assert_eq!(faults("name;score\nEwa;64"), [Fault::NotJson(1, 2)]);
        assert_eq!(faults("{\n  \"type\": \"duet.result\",\n  oops"), [Fault::NotJson(3, 3)]);
        assert_eq!(faults("{\"name\":\"react\"}"), result(record::Fault::Type("null".into())));
        assert_eq!(faults("[1,2]"), result(record::Fault::NotObject));
        assert_eq!(faults(&"x".repeat(LARGEST + 1)), [Fault::TooLarge]);
        let future = json!({"type": SEVERAL, "version": 7, "results": []}).to_string();
        assert_eq!(faults(&future), result(record::Fault::Version("7".into())));
        let none = json!({"type": SEVERAL, "version": 1}).to_string();
        assert_eq!(faults(&none), result(record::Fault::Missing("results")));
    }

    #[test]
    fn a_broken_result_among_good_ones_is_named_and_the_others_are_kept() {
        let mut broken = example();
        broken["answers"][4] = json!(6);
        let mut odd = example();
        odd["score"] = json!(99);
        let file = json!({"type": SEVERAL, "version": 1, "results": [example(), broken, odd]});
        let import = read(&file.to_string());
        assert_eq!(import.results, [record(), record()]);
        assert_eq!(import.faults, [Fault::Result(Place::Result(2), record::Fault::Answer(5, "6".into()))]);
        let [(place, mismatch)] = &import.mismatches[..] else { panic!("one") };
        assert_eq!((*place, mismatch.field), (Place::Result(3), "score"));
    }

    #[test]
    fn of_too_many_results_the_first_are_read() {
        let one = json!({"type": "duet.result", "version": 1, "instrument": example()["instrument"],
            "side": "sales", "completed": "2026-11-24T19:28:15Z", "answers": vec![3; 20]});
        let file = json!({"type": SEVERAL, "version": 1, "results": vec![one; MOST + 1]}).to_string();
        assert!(file.len() < LARGEST, "{}", file.len());
        let import = read(&file);
        assert_eq!(import.results.len(), MOST);
        assert_eq!(import.faults, [Fault::TooMany(MOST + 1)]);
    }

    proptest! {
        #[test]
        fn no_text_stops_the_program(text in "\\PC*") {
            let import = read(&text);
            prop_assert!(import.results.is_empty() && !import.faults.is_empty());
        }

        #[test]
        fn a_record_survives_a_file(
            values in proptest::array::uniform20(1u8..=5),
            label in "\\PC{0,80}",
            owner in "\\PC{0,80}",
            goal in "\\PC{0,300}",
        ) {
            let mut value = example();
            value["answers"] = json!(values);
            for figure in ["score", "level", "themes"] {
                value.as_object_mut().expect("an object").remove(figure);
            }
            let (mut record, _) = Record::from_json(value).expect("a result");
            record.label = label;
            record.plan.set_goal(&goal);
            record.plan.change_step("one-funnel", |step| step.owner = owner);
            let one = read(&record.write());
            prop_assert_eq!(one, Import { results: vec![record.clone()], ..Import::default() });
            let several = read(&write(std::slice::from_ref(&record)));
            prop_assert_eq!(several.results, vec![record]);
        }
    }

    #[test]
    fn results_of_another_instrument_are_read_and_refused_where_they_are_of_no_use() {
        let mut foreign = example();
        foreign["instrument"]["id"] = "other".into();
        let import = read(&foreign.to_string());
        assert_eq!((import.results.len(), import.foreign.len(), import.faults.len()), (0, 1, 0));
        let import = import.refuse_foreign();
        let fault = Fault::Result(Place::File, record::Fault::Instrument("other".into()));
        assert_eq!((import.foreign.len(), import.faults), (0, vec![fault]));
    }

    #[test]
    fn more_than_a_file_may_have_goes_into_several() {
        let (record, _) = Record::from_json(example()).expect("a result");
        assert_eq!(files([]), Vec::<String>::new());
        assert_eq!(read(&files([&record])[0]), read(&write([&record])));
        let long = Record { label: "ż".repeat(80), ..record.clone() };
        for (one, count) in [(&Record::of_code(record.code()), MOST + 1), (&long, 15_000)] {
            let texts = files(std::iter::repeat_n(one, count));
            let imports: Vec<Import> = texts.iter().map(|text| read(text)).collect();
            assert!(texts.len() > 1 && imports.iter().all(|import| import.faults.is_empty()));
            assert_eq!(imports.iter().map(|import| import.results.len()).sum::<usize>(), count);
        }
    }

    #[test]
    fn a_file_of_the_most_results_fits_into_the_largest_file() {
        let (record, _) = Record::from_json(example()).expect("a result");
        let bare = Record::of_code(record.code());
        let text = write(std::iter::repeat_n(&bare, MOST));
        assert!(text.len() <= LARGEST, "{}", text.len());
        let mut reader = Reader::new(&text);
        let mut steps = 0;
        let mut before = 0.0;
        while reader.read_some() {
            assert!(reader.progress() > before);
            before = reader.progress();
            steps += 1;
        }
        assert!(steps >= 199);
        let import = reader.done();
        assert_eq!((import.results.len(), import.faults.len()), (MOST, 0));
    }
}
