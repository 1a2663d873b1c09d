//! Result files inside other text.

use serde_json::json;

use super::*;

#[test]
fn only_objects_of_our_types_are_result_files() {
    for (value, expected) in [
        (json!({"type": "duet.result"}), true),
        (json!({"type": "duet.results"}), true),
        (json!({"type": "duet.wording"}), false),
        (json!({"kind": "duet.result"}), false),
        (json!("duet.result"), false),
    ] {
        assert_eq!(is_result_file(&value), expected, "{value}");
    }
}

#[test]
fn result_files_are_found_with_their_lines_and_spans() {
    let text =
        "Żółć {\"a\": 1}\n{\"type\": \"duet.result\",\n \"n\": {\"b\": 2}} i {\"type\":\"duet.results\"}.\n{\"c\": 3}";
    let (files, broken) = find_files(text);
    let characters: Vec<char> = text.chars().collect();
    let found: Vec<(String, Range<usize>)> =
        files.iter().map(|file| (characters[file.span.clone()].iter().collect(), file.lines.clone())).collect();
    assert_eq!(
        found,
        [
            ("{\"type\": \"duet.result\",\n \"n\": {\"b\": 2}}".to_owned(), 1..3),
            ("{\"type\":\"duet.results\"}".to_owned(), 2..3),
        ]
    );
    assert_eq!(files[0].value, json!({"type": "duet.result", "n": {"b": 2}}));
    assert_eq!(broken, Vec::<usize>::new());
}

#[test]
fn a_result_file_inside_another_object_is_found() {
    let (files, _) = find_files("{\"a\": {\"type\": \"duet.result\"}, \"b\": 1}");
    assert_eq!(files.iter().map(|file| &file.value).collect::<Vec<_>>(), [&json!({"type": "duet.result"})]);
    let (files, _) = find_files("{x {\"type\": \"duet.result\"}");
    assert_eq!(files.len(), 1, "after a brace that starts no object");
}

#[test]
fn quote_marks_and_line_breaks_are_removed_and_the_text_is_not_changed() {
    let (files, _) = find_files("> {\"type\": \"duet.result\",\n> \"label\":\n>> \"a > b | c\n> d\"}");
    assert_eq!(files[0].value["label"], "a > b | c d");
}

#[test]
fn lines_with_a_part_of_a_result_file_are_broken() {
    let (files, broken) = find_files("a\n{\"type\": \"duet.result\",\n\"answers\": [1,\n{\"type\": \"duet.result\"}");
    assert_eq!((files.len(), broken), (1, vec![1, 2]));
}
