//! A step of a plan: a chosen action with its owner, date and state.

use serde::Serialize;

use crate::timestamp::Day;

/// How far a step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StepState {
    /// Not begun.
    #[default]
    Open,
    /// In progress.
    Doing,
    /// Finished.
    Done,
}

impl StepState {
    /// All states in display order.
    pub const ALL: [Self; 3] = [Self::Open, Self::Doing, Self::Done];

    /// Name in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Doing => "doing",
            Self::Done => "done",
        }
    }

    /// The state with the given key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_open(&self) -> bool {
        *self == Self::Open
    }
}

/// Whether a step is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The step has no date, or is done.
    None,
    /// On a later day.
    Later,
    /// Today.
    Today,
    /// On an earlier day.
    Overdue,
}

/// A chosen action. Empty fields and the state [`StepState::Open`] are not written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Identifier of the [action](crate::instrument::Action), or of an own action: `own-1`, `own-2`… May be unknown in
    /// an imported plan.
    pub action: String,
    /// Title of an own action, at most [`MAX_OWN_TITLE`](super::MAX_OWN_TITLE) characters. Empty for actions of the
    /// instrument.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Who is responsible, at most [`MAX_SHORT_TEXT`](super::MAX_SHORT_TEXT) characters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Due date, as `2027-01-31`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub due: String,
    /// How far it is.
    #[serde(skip_serializing_if = "StepState::is_open")]
    pub state: StepState,
}

impl Step {
    /// Whether the action is an own one, by its identifier: `own-` and a number. The title may be empty while it is
    /// being edited.
    pub fn is_own(&self) -> bool {
        let number = self.action.strip_prefix(OWN).unwrap_or_default();
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether the step is due on a day. A step that is done is never due.
    pub fn due_on(&self, today: &Day) -> Due {
        let open_day = Day::parse(&self.due).filter(|_| self.state != StepState::Done);
        match open_day.map(|day| day.cmp(today)) {
            None => Due::None,
            Some(std::cmp::Ordering::Greater) => Due::Later,
            Some(std::cmp::Ordering::Equal) => Due::Today,
            Some(std::cmp::Ordering::Less) => Due::Overdue,
        }
    }
}

/// Start of the identifiers of own actions.
const OWN: &str = "own-";

/// The identifier of an own action.
pub(super) fn own_id(number: usize) -> String {
    format!("{OWN}{number}")
}
