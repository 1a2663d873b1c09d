//! Which parts of the tests were asked for.

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::engines::Engine;

/// A part of the tests that can be run alone, in the order in which all are run: the quick ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Format,
    Lint,
    Docs,
    /// The domain alone, compiled without Leptos.
    Domain,
    /// Everything that runs without a browser.
    Unit,
    /// What the built site weighs on the wire.
    Weight,
    /// The built site, driven from outside as a person would.
    Browser,
    /// Random inputs for a minute a target; not among those that are run unless it is named.
    Fuzz,
}

impl Part {
    /// Those that are run when none is named.
    pub const USUAL: [Self; 7] =
        [Self::Format, Self::Lint, Self::Docs, Self::Domain, Self::Unit, Self::Weight, Self::Browser];

    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Docs => "docs",
            Self::Domain => "domain",
            Self::Unit => "unit",
            Self::Weight => "weight",
            Self::Browser => "browser",
            Self::Fuzz => "fuzz",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::USUAL.into_iter().chain([Self::Fuzz]).find(|part| part.name() == name)
    }

    fn takes_filter(self) -> bool {
        !matches!(self, Self::Format | Self::Lint | Self::Docs | Self::Weight)
    }
}

/// What is to be run.
#[derive(Debug, PartialEq, Eq)]
pub struct Selection {
    parts: Vec<Part>,
    /// The engines of the browser part.
    pub engines: Vec<Engine>,
    /// Only tests with this in their names.
    pub filter: Option<String>,
}

impl Selection {
    pub fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }
}

/// Reads the arguments after `test`: parts, engines after `browser`, and at most one filter.
pub fn parse(mut arguments: Parser) -> Result<Selection> {
    let mut parts = Vec::new();
    let mut engines = Vec::new();
    let mut filter = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("engine") => {
                let key = arguments.value()?.string()?;
                let engine = Engine::from_key(&key)
                    .with_context(|| format!("--engine takes chromium, firefox or webkit, not {key:?}."))?;
                engines.push(engine);
            }
            Arg::Value(word) => {
                let word = word.string()?;
                if let Some(part) = Part::from_name(&word) {
                    parts.push(part);
                } else if let Some(engine) = Engine::from_key(&word).filter(|_| parts.contains(&Part::Browser)) {
                    engines.push(engine);
                } else if parts.is_empty() {
                    bail!("There is no part {word:?}; the parts are {}.", all_names());
                } else if let Some(first) = filter.replace(word.clone()) {
                    bail!("Only one filter can be given, and there are {first:?} and {word:?}.");
                }
            }
            other => return Err(other.unexpected().into()),
        }
    }

    if !engines.is_empty() && !parts.contains(&Part::Browser) {
        if !parts.is_empty() {
            bail!("--engine belongs to the part browser: cargo xtask test browser --engine NAME");
        }
        parts.push(Part::Browser);
    }
    if let (Some(word), Some(part)) = (&filter, parts.iter().find(|part| !part.takes_filter())) {
        bail!("{word:?} is no part, and {} has no tests that it could filter.", part.name());
    }
    if parts.is_empty() {
        parts.extend(Part::USUAL);
    }
    if engines.is_empty() {
        engines.extend(Engine::ALL);
    }
    Ok(Selection { parts, engines, filter })
}

fn all_names() -> String {
    Part::USUAL.map(Part::name).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_line(line: &str) -> Result<Selection> {
        parse(Parser::from_args(line.split_whitespace()))
    }

    fn selection(line: &str) -> Selection {
        parse_line(line).expect("a selection")
    }

    #[test]
    fn nothing_named_means_everything() {
        let all = selection("");
        assert!(Part::USUAL.into_iter().all(|part| all.has(part)));
        assert_eq!(all.engines, Engine::ALL);
        assert_eq!(all.filter, None);
    }

    #[test]
    fn parts_are_run_alone() {
        let some = selection("domain weight");
        assert!(some.has(Part::Domain) && some.has(Part::Weight));
        assert!(!some.has(Part::Unit) && !some.has(Part::Browser));
    }

    #[test]
    fn an_engine_and_a_filter_can_follow_browser() {
        let by_word = selection("browser webkit resume_after_closing");
        let by_flag = selection("browser --engine webkit resume_after_closing");
        assert_eq!(by_word, by_flag);
        assert_eq!(by_word.engines, [Engine::WebKit]);
        assert_eq!(by_word.filter.as_deref(), Some("resume_after_closing"));
        assert_eq!(selection("browser").engines, Engine::ALL);
        assert_eq!(selection("--engine=firefox"), selection("browser firefox"));
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_the_word_in_question() {
        for (line, word) in [
            ("brwoser", "brwoser"),
            ("firefox", "firefox"),
            ("browser --engine presto", "presto"),
            ("domain --engine webkit", "--engine"),
            ("lint colour", "colour"),
            ("domain one two", "two"),
            ("--fast", "--fast"),
        ] {
            let error = parse_line(line).unwrap_err().to_string();
            assert!(error.contains(word), "{line}: {error}");
        }
    }
}
