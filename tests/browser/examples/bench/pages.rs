//! The pages that are compared. What they are like stands in `bench/pages.json`.

use std::fs;
use std::path::Path;

use duet_browser::Site;
use serde_json::{Value, json};

/// Which page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// The same by hand, without any library: nothing can be much lighter.
    Floor,
    /// Ours.
    Duet,
    /// An earlier build of ours.
    Former,
    /// The same with a library that many would take.
    SurveyJs,
}

impl Name {
    /// In the order of the columns.
    pub const ALL: [Self; 4] = [Self::Floor, Self::Duet, Self::Former, Self::SurveyJs];

    /// Its name in `pages.json`, and its folder.
    pub fn key(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Duet => "duet",
            Self::Former => "former",
            Self::SurveyJs => "surveyjs",
        }
    }
}

/// A page with its host.
pub struct Page {
    pub name: Name,
    pub site: Site,
    /// As `pages.json` has it.
    about: Value,
}

impl Page {
    /// The pages in `folder`, and Duet as it was built. One that is not there is left out.
    pub fn all(folder: &Path, duet: &Path) -> Vec<Self> {
        let text = fs::read_to_string(folder.join("pages.json")).expect("pages.json can be read");
        let about: Value = serde_json::from_str(&text).expect("pages.json is JSON");
        let page = |name: Name| {
            let files = if name == Name::Duet { duet.to_owned() } else { folder.join(name.key()) };
            let there = files.join("index.html").is_file();
            let described = if name == Name::Former { Name::Duet } else { name };
            there.then(|| Self { name, site: Site::serve(files).packed(), about: about[described.key()].clone() })
        };
        Name::ALL.into_iter().filter_map(page).collect()
    }

    /// Where the questionnaire is.
    pub fn url(&self) -> String {
        self.site.url(self.about["path"].as_str().unwrap_or_default())
    }

    /// What is there when all is kept for a second visit.
    pub fn kept(&self) -> Option<&str> {
        self.about["kept"].as_str()
    }

    /// The script that acts in this page, at once or not before it is told to.
    pub fn actor(&self, hasty: bool) -> String {
        let mut about = self.about.clone();
        about["hasty"] = hasty.into();
        actor(&about)
    }
}

/// The script that acts in a page like this.
fn actor(about: &Value) -> String {
    let item = about["item"].as_str().unwrap_or("''");
    include_str!("actor.js").replacen("\"%page%\"", &about.to_string(), 1).replacen("\"%item%\"", item, 1)
}

/// The script in a page in which it only waits for something.
pub fn watcher(watch: &Value) -> String {
    actor(&json!({ "watch": watch }))
}
