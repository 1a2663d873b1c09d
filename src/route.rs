//! The mapping between fragments and views. Views are fragments, so that Back works and the server learns nothing of them
//! (docs/adr/0001).

use duet_domain::answers::ItemNumber;
use duet_domain::code::{self, Code, RawCode};
use duet_domain::extract;
use duet_domain::timestamp::Day;

/// The prefix of the fragment with one code.
const RESULT_PREFIX: &str = "r=";
/// The prefix of the fragment with several codes.
const TEAM_PREFIX: &str = "t=";
/// The prefix of the fragment with a summary.
const SUMMARY_PREFIX: &str = "s=";

/// What stands in place of codes in the fragment of the example.
const EXAMPLE: &str = "example";
/// The most characters of the name of a section.
const MAX_SECTION: usize = 20;

/// The section that a fragment names after the view: `plan` in `#result/plan`. None if it names no section.
pub fn section_of(fragment: &str) -> Option<String> {
    let (view, name) = fragment.trim_start_matches(['#', '/']).rsplit_once('/')?;
    let is_name = (1..=MAX_SECTION).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_name && !view.is_empty()).then(|| name.to_owned())
}

/// A view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The start page.
    Start,
    /// One statement.
    Question(ItemNumber),
    /// The review of all answers.
    Review,
    /// The result of the answers in this browser.
    Result,
    /// The result of a link, read-only, or the error in its code.
    Shared(RawCode),
    /// The comparison of the stored team.
    Team,
    /// The comparison of the results of a link. `TeamStore` reads them from the fragment.
    SharedTeam,
    /// A summary in a link. `TeamStore` reads it from the fragment.
    Summary,
    /// The results of this browser.
    History,
    /// The page about Duet: privacy, stored values, settings.
    About,
}

impl Screen {
    /// The view that a fragment names, with or without its `#`; the start if it is unknown.
    ///
    /// Accepts what mail programs and messengers make of links: percent-encoding, and punctuation, blanks or parameters at the end.
    pub fn from_fragment(fragment: &str) -> Self {
        let plain = extract::decode_fragment(fragment);
        // The address in a QR code may be in capitals.
        let head = plain.get(..RESULT_PREFIX.len()).map(str::to_ascii_lowercase).unwrap_or_default();
        if let Some(code) = plain.get(RESULT_PREFIX.len()..).filter(|_| head == RESULT_PREFIX) {
            return Self::Shared(RawCode::new(&first_code(code)));
        }
        if head == TEAM_PREFIX {
            return Self::SharedTeam;
        }
        if head == SUMMARY_PREFIX {
            return Self::Summary;
        }
        let name = plain.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default();
        let simple = [Self::Review, Self::Result, Self::Team, Self::History, Self::About];
        simple
            .into_iter()
            .chain(ItemNumber::all().map(Self::Question))
            .find(|screen| screen.fragment().strip_prefix('#') == Some(name))
            .unwrap_or(Self::Start)
    }

    /// The result of the first code or link in a text.
    ///
    /// # Errors
    /// The error of the first code that cannot be read, if there is no other.
    pub fn from_link(text: &str, today: &Day) -> Result<Self, code::CodeError> {
        let found = extract::find_codes(text, today);
        let broken = found.broken.first().map(|broken| broken.error);
        let code = found.codes.first().map(|found| found.code).ok_or(broken);
        code.or_else(|broken| broken.map_or_else(|| Code::read(text), Err)).map(|code| Self::Shared(code.into()))
    }

    /// The fragment of the view, with its `#`.
    pub fn fragment(self) -> String {
        match self {
            Self::Question(item) => format!("#q{}", item.number()),
            Self::Shared(code) => format!("#{RESULT_PREFIX}{}", code.as_str()),
            Self::SharedTeam => format!("#{TEAM_PREFIX}"),
            Self::Summary => format!("#{SUMMARY_PREFIX}"),
            other => format!("#{}", other.name()),
        }
    }

    /// The fragment of the comparison of several codes, with its `#`.
    pub fn team_fragment(codes: &[Code]) -> String {
        let plain = codes.iter().map(|code| code.to_string().replace('-', ""));
        format!("#{TEAM_PREFIX}{}", plain.collect::<Vec<_>>().join(","))
    }

    /// The fragment of the example of a comparison, with its `#`.
    pub fn example_fragment() -> String {
        format!("#{TEAM_PREFIX}{EXAMPLE}")
    }

    /// Whether a fragment is that of the example.
    pub fn is_example(fragment: &str) -> bool {
        extract::decode_fragment(fragment).split('/').next() == Self::example_fragment().strip_prefix('#')
    }

    /// The value of `data-view` in the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Question(_) => "question",
            Self::Review => "review",
            Self::Result | Self::Shared(_) => "result",
            Self::Team | Self::SharedTeam | Self::Summary => "team",
            Self::History => "history",
            Self::About => "about",
        }
    }
}

/// The code at the beginning of the text after `r=`, without what a program has appended: sixteen characters and the separators between
/// them. Fewer if the text ends before; more if nothing separates the code from what follows.
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
        fn whatever_a_fragment_names_has_a_fragment_of_its_own(prefix in "(|#)(|r=|t=|s=|a=)", text in "\\PC{0,40}") {
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
        assert_eq!(Screen::team_fragment(&[code, code]), "#t=8Z89TXXZXCCFNGGS,8Z89TXXZXCCFNGGS");
        assert_eq!(Screen::from_fragment(&Screen::team_fragment(&[])), Screen::SharedTeam);
        assert_eq!(Screen::from_fragment("q7"), Screen::from_fragment("#q7"));
    }

    #[test]
    fn a_section_is_named_after_the_view() {
        let code = "8Z89-TXXZ-XCCF-NGGS";
        for (fragment, section) in [
            ("#result/plan", Some("plan")),
            (&format!("#r={code}/plan"), Some("plan")),
            ("#result", None),
            ("#/result", None),
            ("#result/", None),
            ("#result/Plan", None),
            ("#/r=ABCD", None),
            ("#result/averyveryverylongname", None),
        ] {
            assert_eq!(section_of(fragment).as_deref(), section, "{fragment}");
        }
        assert_eq!(Screen::from_fragment("#result/plan"), Screen::Result);
        assert_eq!(Screen::from_fragment("#team/answers"), Screen::Team);
        let Screen::Shared(read) = Screen::from_fragment(&format!("#r={code}/plan")) else { panic!("a result") };
        assert_eq!(read.read(), Code::read(code));
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
        for (fragment, error) in [
            ("#r=8Z89-TXXZ-XCCF-NGG.", code::CodeError::Length(15)),
            ("#r=8Z89-TXXZ-XCCF-NGGT)", code::CodeError::CheckSymbol),
            ("#r=8Z89TXXZXCCFNGGSS", code::CodeError::Length(17)),
            ("#r=", code::CodeError::Length(0)),
            ("#r=.", code::CodeError::Length(0)),
        ] {
            let Screen::Shared(read) = Screen::from_fragment(fragment) else { panic!("{fragment}") };
            assert_eq!(read.read(), Err(error), "{fragment}");
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
