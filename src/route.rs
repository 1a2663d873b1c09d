//! Which view is shown: a function of the fragment, so that Back works and nothing reaches a server.

use duet_domain::answers::ItemNumber;
use duet_domain::code::{self, Code, RawCode};
use duet_domain::extract;
use duet_domain::timestamp::Day;

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
    Shared(RawCode),
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
    ///
    /// Links come with what mail programs, messengers and sentences add to them: percent-encoded, with punctuation, blanks or parameters
    /// at the end.
    pub fn from_fragment(fragment: &str) -> Self {
        let plain = extract::decode_fragment(fragment);
        // A QR code may have the address in capitals.
        let head = plain.get(..LINK.len()).map(str::to_ascii_lowercase).unwrap_or_default();
        if let Some(code) = plain.get(LINK.len()..).filter(|_| head == LINK) {
            return Self::Shared(RawCode::new(&first_code(code)));
        }
        if head == TEAM_LINK {
            return Self::SharedTeam;
        }
        let name = plain.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default();
        let simple = [Self::Review, Self::Result, Self::Team, Self::History, Self::About];
        simple
            .into_iter()
            .chain(ItemNumber::all().map(Self::Question))
            .find(|screen| screen.fragment().strip_prefix('#') == Some(name))
            .unwrap_or(Self::Start)
    }

    /// The result of a code or of a link with one, as people paste it: other words around it do not matter.
    ///
    /// # Errors
    /// What is wrong with the code.
    pub fn from_link(text: &str, today: &Day) -> Result<Self, code::CodeError> {
        let found = extract::find_codes(text, today);
        let slip = found.broken.first().map(|slip| slip.error);
        let code = found.codes.first().map(|found| found.code).ok_or(slip);
        code.or_else(|slip| slip.map_or_else(|| Code::read(text), Err)).map(|code| Self::Shared(code.into()))
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

/// The code at the beginning of what stands behind `r=`, without what was added to it: sixteen characters and the separators between
/// them, or fewer where it ends before; more where nothing separates them from what follows.
fn first_code(text: &str) -> String {
    let mut code = String::new();
    let mut symbols = 0;
    for character in text.trim_start_matches(|first: char| !first.is_alphanumeric()).chars() {
        match character {
            '-' | ' ' | '.' | '_' | '+' | '/' | '~' | ':' | '\n' | '\r' if symbols < code::LENGTH => {
                code.push(if character == ' ' { ' ' } else { '-' });
            }
            _ if character.is_alphanumeric() => {
                symbols += 1;
                code.push(character);
            }
            _ => break,
        }
    }
    code.trim_end_matches(['-', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_a_fragment_names_has_a_fragment_of_its_own(prefix in "(|#)(|r=|t=|a=)", text in "\\PC{0,40}") {
            let screen = Screen::from_fragment(&(prefix + &text));
            prop_assert_eq!(Screen::from_fragment(&screen.fragment()), screen);
        }
    }

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
        for fragment in ["", "#", "#q", "#q0", "#q21", "#q007", "#Q7", "#question", "#ż", "#%", "#%zz"] {
            assert_eq!(Screen::from_fragment(fragment), Screen::Start, "{fragment}");
        }
        assert_eq!(Screen::from_fragment("#r=junk"), Screen::Shared(RawCode::new("junk")));
        let code = Code::read("8Z89-TXXZ-XCCF-NGGS").expect("a code");
        assert_eq!(Screen::of_codes(&[code, code]), "#t=8Z89TXXZXCCFNGGS,8Z89TXXZXCCFNGGS");
        assert_eq!(Screen::from_fragment(&Screen::of_codes(&[])), Screen::SharedTeam);
        assert_eq!(Screen::from_fragment("q7"), Screen::from_fragment("#q7"));
    }

    #[test]
    fn links_are_read_as_they_arrive() {
        let code = Code::read("8Z89-TXXZ-XCCF-NGGS").expect("a code");
        for (before, after) in [
            ("#r=", "."),
            ("#r=", ")"),
            ("#r=", ","),
            ("#r=", "\""),
            ("#r=", ">"),
            ("#r=", "%20"),
            ("#r=", "&utm_campaign=q4"),
            ("#r=", "?fbclid=IwAR0abc"),
            ("#r=", "%3Ffbclid%3DIwAR0abc"),
            ("#r=", "\u{200b}"),
            ("#r=", "%E2%80%8B"),
            ("#r=", " pozdrawiam"),
            ("#r=", "-"),
            ("#r%3D", ""),
            ("#r%253D", ""),
            ("%23r=", ""),
            ("##r=", ""),
            ("#/r=", ""),
            ("#r=%22", "%22"),
            ("#r= ", ""),
            ("#R=", ""),
            ("#r=\u{a0}", ""),
        ] {
            for written in [
                "8Z89-TXXZ-XCCF-NGGS",
                "8z89txxzxccfnggs",
                "8Z89%20TXXZ%20XCCF%20NGGS",
                "8Z89+TXXZ+XCCF+NGGS",
                "8Z89–TXXZ–XCCF–NGGS",
                "8Z89%E2%80%93TXXZ%E2%80%93XCCF%E2%80%93NGGS",
                "8Z89\u{a0}TXXZ\u{a0}XCCF\u{a0}NGGS",
                "8Z89%2DTXXZ%252DXCCF-NGGS",
                "8Z89-ТХХZ-XCCF-NGGS",
            ] {
                let fragment = format!("{before}{written}{after}");
                let Screen::Shared(read) = Screen::from_fragment(&fragment) else { panic!("{fragment}") };
                assert_eq!(read.read(), Ok(code), "{fragment}");
            }
        }
        for (fragment, fault) in [
            ("#r=8Z89-TXXZ-XCCF-NGG.", code::CodeError::Length(15)),
            ("#r=8Z89-TXXZ-XCCF-NGGT)", code::CodeError::CheckSymbol),
            ("#r=8Z89TXXZXCCFNGGSS", code::CodeError::Length(17)),
            ("#r=", code::CodeError::Length(0)),
            ("#r=.", code::CodeError::Length(0)),
        ] {
            let Screen::Shared(read) = Screen::from_fragment(fragment) else { panic!("{fragment}") };
            assert_eq!(read.read(), Err(fault), "{fragment}");
        }
        for fragment in ["#t=8Z89TXXZXCCFNGGS", "#t%3D8Z89TXXZXCCFNGGS", "##t=8Z89TXXZXCCFNGGS,"] {
            assert_eq!(Screen::from_fragment(fragment), Screen::SharedTeam);
        }
        for (fragment, screen) in
            [("#history.", Screen::History), ("#team)", Screen::Team), ("#about?fbclid=1", Screen::About)]
        {
            assert_eq!(Screen::from_fragment(fragment), screen);
        }
        assert_eq!(Screen::from_fragment("#q7 "), Screen::from_fragment("#q7"));
    }
}
