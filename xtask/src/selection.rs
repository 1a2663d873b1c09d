//! The arguments of `cargo xtask test`.

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::engines::Engine;

/// A part of the tests that can be run alone, in the order in which all are run: the quick ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    Format,
    Lint,
    Docs,
    /// The domain alone, compiled without Leptos.
    Domain,
    /// Everything that runs without a browser.
    Unit,
    /// The size of the built site on the wire.
    Weight,
    /// The built site in real browsers.
    Browser,
    /// The files of `hosting/` on real web servers.
    Hosts,
    /// The plugin on a real WordPress.
    Wordpress,
    /// Random inputs, for a minute a target.
    Fuzz,
    /// Faults put into the domain, which its tests have to find.
    Mutants,
    /// Advisories, licences and sources of the dependencies.
    Deny,
}

impl Part {
    /// The parts that are run when none is named: all but those that take long or need the network.
    fn usual() -> impl Iterator<Item = Self> {
        let named_only = [Self::Fuzz, Self::Mutants, Self::Deny];
        Self::value_variants().iter().copied().filter(move |part| !named_only.contains(part))
    }

    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    fn takes_filter(self) -> bool {
        matches!(self, Self::Domain | Self::Unit | Self::Browser | Self::Hosts | Self::Wordpress | Self::Fuzz)
    }
}

/// The arguments after `test`.
#[derive(Args)]
pub struct Arguments {
    /// Parts to run, engines after `browser`, and at most one filter for the names of tests
    ///
    /// Parts: format, lint, docs, domain, unit, weight, browser, hosts (real web servers), wordpress. Run only when named: fuzz (random inputs, a minute a target),
    /// mutants (faults that the tests of the domain have to find), deny (advisories and licences of the dependencies).
    ///
    /// Examples: `test browser firefox`, `test browser --engine webkit resume_after_closing`
    words: Vec<String>,
    /// An engine for the part browser; all of them without it
    #[arg(long = "engine", value_name = "ENGINE")]
    engines: Vec<Engine>,
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

impl Arguments {
    /// Tells parts, engines and the filter apart.
    pub fn selection(self) -> Result<Selection> {
        let Self { words, mut engines } = self;
        let mut parts = Vec::new();
        let mut filter = None;
        for word in words {
            if let Ok(part) = Part::from_str(&word, false) {
                parts.push(part);
            } else if let Some(engine) = Engine::from_key(&word).filter(|_| parts.contains(&Part::Browser)) {
                engines.push(engine);
            } else if parts.is_empty() {
                let names: Vec<String> = Part::value_variants().iter().map(|part| part.name()).collect();
                bail!("There is no part {word:?}; the parts are {}.", names.join(", "));
            } else if let Some(first) = filter.replace(word.clone()) {
                bail!("Only one filter can be given, and there are {first:?} and {word:?}.");
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
            parts.extend(Part::usual());
        }
        if engines.is_empty() {
            engines.extend(Engine::ALL);
        }
        Ok(Selection { parts, engines, filter })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Command {
        #[command(flatten)]
        arguments: Arguments,
    }

    fn parse_line(line: &str) -> Result<Selection> {
        Command::try_parse_from(["test"].into_iter().chain(line.split_whitespace()))?.arguments.selection()
    }

    fn selection(line: &str) -> Selection {
        parse_line(line).expect("a selection")
    }

    #[test]
    fn nothing_named_means_everything() {
        let all = selection("");
        assert!(all.has(Part::Format) && all.has(Part::Browser));
        assert!(!all.has(Part::Fuzz) && !all.has(Part::Mutants) && !all.has(Part::Deny));
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
