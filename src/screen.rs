//! Which view is shown: a function of the fragment, so that Back works and nothing reaches a server.

use crate::domain::answers::ItemNumber;
use crate::domain::code::{self, Code, Unread};

/// What stands before a code in a link.
const LINK: &str = "r=";
/// What stands before several.
const TEAM_LINK: &str = "t=";

/// A view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// What this is, for whom, and the way in.
    Start,
    /// One statement.
    Question(ItemNumber),
    /// All twenty answers.
    Review,
    /// The level and what it means.
    Result,
    /// A result that a link carries, read-only; or what the link has instead.
    Shared(Unread),
    /// Several results, gathered and compared.
    Team,
    /// Those of a link, which are in the fragment; the session reads them.
    SharedTeam,
    /// The results finished in this browser.
    History,
    /// Privacy, storage, settings.
    About,
}

impl Screen {
    /// The view that a fragment names, with or without its `#`; the start for everything unknown.
    pub fn from_fragment(fragment: &str) -> Self {
        let name = fragment.strip_prefix('#').unwrap_or(fragment);
        if let Some(code) = name.strip_prefix(LINK) {
            return Self::Shared(Unread::new(code));
        }
        if name.starts_with(TEAM_LINK) {
            return Self::SharedTeam;
        }
        let simple = [Self::Review, Self::Result, Self::Team, Self::History, Self::About];
        simple
            .into_iter()
            .chain(ItemNumber::all().map(Self::Question))
            .find(|screen| screen.fragment().strip_prefix('#') == Some(name))
            .unwrap_or(Self::Start)
    }

    /// The result of a code or of a link with one, as people paste it: other words before the link do not matter.
    ///
    /// # Errors
    /// What is wrong with the code.
    pub fn from_link(text: &str) -> Result<Self, code::Fault> {
        let start = text.rfind("#r=").map_or(0, |place| place + 3);
        Code::read(text[start..].trim()).map(|code| Self::Shared(code.into()))
    }

    /// The fragment that leads there, with its `#`.
    pub fn fragment(self) -> String {
        match self {
            Self::Question(item) => format!("#q{}", item.number()),
            Self::Shared(code) => format!("#{LINK}{}", code.as_str()),
            Self::SharedTeam => format!("#{TEAM_LINK}"),
            other => format!("#{}", other.name()),
        }
    }

    /// The fragment of a link to several results, with its `#`.
    pub fn of_codes(codes: &[Code]) -> String {
        let plain = codes.iter().map(|code| code.to_string().replace('-', ""));
        format!("#{TEAM_LINK}{}", plain.collect::<Vec<_>>().join(","))
    }

    /// Its name in the page, as `data-view`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Question(_) => "question",
            Self::Review => "review",
            Self::Result | Self::Shared(_) => "result",
            Self::Team | Self::SharedTeam => "team",
            Self::History => "history",
            Self::About => "about",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_is_found_by_its_fragment() {
        let others = [Screen::Start, Screen::Review, Screen::Result, Screen::Team, Screen::History, Screen::About];
        let code = Code::read("8Z89-TXXZ-XCCF-NGGS").expect("a code");
        let others = others.into_iter().chain([Screen::Shared(code.into())]);
        for screen in others.chain(ItemNumber::all().map(Screen::Question)) {
            assert_eq!(Screen::from_fragment(&screen.fragment()), screen);
        }
    }

    #[test]
    fn anything_else_is_the_start() {
        for fragment in ["", "#", "#q", "#q0", "#q21", "#q007", "#Q7", "#question", "##q7", "#q7 ", "#ż"] {
            assert_eq!(Screen::from_fragment(fragment), Screen::Start, "{fragment}");
        }
        assert_eq!(Screen::from_fragment("#r=junk"), Screen::Shared(Unread::new("junk")));
        let code = Code::read("8Z89-TXXZ-XCCF-NGGS").expect("a code");
        assert_eq!(Screen::of_codes(&[code, code]), "#t=8Z89TXXZXCCFNGGS,8Z89TXXZXCCFNGGS");
        assert_eq!(Screen::from_fragment(&Screen::of_codes(&[])), Screen::SharedTeam);
        assert_eq!(Screen::from_fragment("q7"), Screen::from_fragment("#q7"));
    }
}
