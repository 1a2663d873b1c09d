//! Words of the material for the meeting: pictures for a slide, the agenda of an hour, the page for the board.

/// Words of the material for the meeting.
#[expect(missing_docs, reason = "the texts say it themselves")]
pub struct Meeting {
    /// The title of the menu with the pictures.
    pub pictures: &'static str,
    /// The names of the pictures, before their formats.
    pub sides: &'static str,
    pub gaps: &'static str,
    /// The names of their files, without the day and the ending.
    pub sides_file: &'static str,
    pub gaps_file: &'static str,

    pub print_board: &'static str,
    pub board_title: &'static str,
    /// The heading of the change between two rounds.
    pub since: &'static str,
    pub weakness: &'static str,
    /// The heading of the plan, with the day of the result that has it.
    pub plan_of: fn(&str) -> String,
    /// With the number of further steps.
    pub more_steps: fn(usize) -> String,
    pub proposals: &'static str,
    pub proposals_note: &'static str,
    pub action: &'static str,
    /// With the minimum of a seal.
    pub sealed: fn(u32) -> String,

    /// How long the meeting takes.
    pub hour: &'static str,
    pub minutes: fn(u8) -> String,
    /// Who leads, who writes down, who keeps the time.
    pub roles: [&'static str; 3],
    /// The first part: what the figures say.
    pub opening: &'static str,
    /// What to do in that part.
    pub opening_note: &'static str,
}
