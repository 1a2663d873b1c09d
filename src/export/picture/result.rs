//! The picture of a result: sum, level, and the themes along the strands, the weakest first.

use super::{
    INK, LEFT, RIGHT, SOFT, Type, colours, framed, line_height, lines, moved, paragraph, piece, strands_svg, text,
    zones,
};
use crate::charts::geometry::{Decimal, position, zone};
use crate::charts::themes::along;
use crate::charts::weave::{closeness, strands};
use crate::texts::Language;
use duet_domain::answers::Answer;
use duet_domain::instrument::Theme;
use duet_domain::record::Record;
use duet_domain::score::Level;

const WIDTH: f64 = RIGHT - LEFT;
/// The number of statements of a theme.
const ITEMS_OF_THEME: u8 = 4;
/// How far the strands of the themes are from each other at most.
const BREADTH: f64 = 84.0;

/// The SVG. `about` is the last line: the day and the side.
pub fn write(record: &Record, language: Language, about: &str) -> String {
    let score = record.score();
    let level = score.level();
    let name = (language.result().level)(&language.instrument().level(level).name);
    let title = format!("{name}, {}", (language.result().on_scale)(score.points()));
    let next = score.to_next().map_or_else(
        || language.result().highest.to_owned(),
        |(next, points)| (language.result().to_next)(&language.instrument().level(next).name, points),
    );
    let sum = Type { size: 140, ..Type::TITLE };
    let heading = Type { size: 54, fill: colours(level).0, ..Type::TITLE };
    let content = [
        moved(900.0, 44.0, &picture_of_level(level)),
        text(LEFT, 166.0, &sum, &score.points().to_string()),
        text(300.0, 166.0, &heading, &name),
        text(LEFT, 226.0, &Type::BOLD, &next),
        moved(LEFT, 278.0, &band(record, language)),
        moved(LEFT, 404.0, &themes(record, language)),
    ];
    framed(&title, &content.concat(), about)
}

/// The two strands of a level.
fn picture_of_level(level: Level) -> String {
    let strands = strands(|_| closeness(level), 4, 220.0, 60.0);
    let drawing = piece(&strands.fence, SOFT, 3) + &strands_svg(&strands, 5);
    format!("<g fill=\"none\" stroke-linecap=\"butt\">{drawing}</g>")
}

fn band(record: &Record, language: Language) -> String {
    let set = Type::SMALL;
    let name = |level: Level| {
        let (start, width) = zone(level);
        let middle = (start + width / 2.0) / 100.0 * WIDTH;
        let name = language.instrument().level(level).name.to_lowercase();
        text(middle, 58.0, &Type { anchor: "middle", ..set }, &name)
    };
    let mark = Decimal(position(record.score()) / 100.0 * WIDTH);
    format!(
        "{}{}<path d=\"M{mark} -6l-12 -17h24z\" fill=\"{INK}\"/><path d=\"M{mark} -10v44\" stroke=\"{INK}\" stroke-width=\"5\"/>",
        zones(WIDTH, 30.0, &set),
        Level::ALL.map(name).concat(),
    )
}

/// The themes along the strands from left to right, the weakest first.
fn themes(record: &Record, language: Language) -> String {
    let mut themes = record.themes();
    themes.sort_by_key(|(_, sum)| *sum);
    let means: Vec<f64> = themes.iter().map(|(_, sum)| f64::from(*sum) / f64::from(ITEMS_OF_THEME)).collect();
    let drawing = format!("<g fill=\"none\">{}</g>", strands_svg(&along(&means, WIDTH, BREADTH), 6));
    let middles = std::iter::successors(Some(WIDTH / 10.0), |x| Some(x + WIDTH / 5.0));
    let names: String = middles.zip(themes).map(|(x, (theme, sum))| theme_name(x, theme, sum, language)).collect();
    let note = text(0.0, 0.0, &Type { size: 18, ..Type::SMALL }, language.advice().strands_note);
    note + &moved(0.0, 18.0, &drawing) + &names
}

/// The sum of a theme, and its name below.
fn theme_name(x: f64, theme: Theme, sum: u8, language: Language) -> String {
    let most = ITEMS_OF_THEME * Answer::MAX.value();
    let figure = Type { size: 22, anchor: "middle", ..Type::BOLD };
    let set = Type { anchor: "middle", ..Type::SMALL };
    let top = 18.0 + BREADTH + 32.0;
    let name = paragraph(x, top + line_height(&set), &set, &lines(language.instrument().theme(theme), 22, 2));
    text(x, top, &figure, &format!("{sum}/{most}")) + &name
}
