//! Style and script without what only those who write them read.

/// A style sheet without comments and indentation.
pub fn sheet(rules: &str) -> String {
    let mut slim = String::new();
    let mut rest = rules;
    while let Some((before, after)) = rest.split_once("/*") {
        slim += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    lines(&(slim + rest), |_| true)
}

/// A script without indentation, and without comments that have lines of their own. Its texts must not go over several lines.
pub fn script(text: &str) -> String {
    let mut in_comment = false;
    lines(text, |line| {
        let comment = in_comment || line.starts_with("//") || line.starts_with("/*");
        in_comment = (in_comment || line.starts_with("/*")) && !line.ends_with("*/");
        !comment
    })
}

fn lines(text: &str, mut keep: impl FnMut(&str) -> bool) -> String {
    let kept = text.lines().map(str::trim).filter(|line| !line.is_empty() && keep(line));
    kept.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_keeps_its_rules_alone() {
        assert_eq!(
            sheet("/* one\n two */\na {\n  color: red; /* why */\n}\n\nb { }\n"),
            "a {\ncolor: red;\n}\nb { }\n"
        );
    }

    #[test]
    fn a_script_keeps_what_it_does() {
        let text = "// why\nconst a = 1; // here\n/** one\n * two\n */\nif (a) {\n  b(\"/*\");\n}\n/* short */\nc();\n";
        assert_eq!(script(text), "const a = 1; // here\nif (a) {\nb(\"/*\");\n}\nc();\n");
    }
}
