//! HTML.

use super::super::decoded::plain_text;
use super::super::html::markup;

/// The text without markup; `None` if there is none.
fn text(html: &str) -> Option<String> {
    markup(&plain_text(html)).map(|(text, _)| text.iter().map(|letter| letter.value).collect())
}

#[test]
fn entities_are_decoded() {
    for (entity, expected) in [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&nbsp;", " "),
        ("&thinsp;", " "),
        ("&ndash;", "-"),
        ("&minus;", "-"),
        ("&num;", "#"),
        ("&equals;", "="),
        ("&NewLine;", "\n"),
        ("&shy;", ""),
        ("&zwj;", ""),
        ("&#45;", "-"),
        ("&#x2d;", "-"),
        ("&#X2D;", "-"),
        ("&#173;", ""),
    ] {
        assert_eq!(text(&format!("a{entity}b")), Some(format!("a{expected}b")), "{entity}");
    }
    for other in ["&", "& b", "&;", "&unknown;", "&amp b", "&#xzz;", "&#;", "&#1114112;"] {
        assert_eq!(text(&format!("a{other}b")), None, "{other}");
    }
}

#[test]
fn tags_become_line_breaks_and_inline_ones_nothing() {
    for (html, expected) in [
        ("a<b>c</b>d", "acd"),
        ("a<B>c</B>d", "acd"),
        ("a<p>c</p>d", "a\nc\nd"),
        ("a<br/>b", "a\nb"),
        ("a<!-- c -->b", "a\nb"),
        ("a<!doctype>b", "a\nb"),
        ("a<o:p>c", "a\nc"),
        ("a<aaaaaaaaaaaa>c", "a\nc"),
    ] {
        assert_eq!(text(html).as_deref(), Some(expected), "{html}");
    }
    for other in ["a<b", "<8Z89>", "< b>", "a < b > c", "<!-- ", "<aaaaaaaaaaaaa>", "<b-c>", "</>"] {
        assert_eq!(text(other), None, "{other}");
    }
}

#[test]
fn attribute_values_are_searched_and_may_contain_angle_brackets() {
    let html = "<a href=\"x>y\" title='#r=1'>z</a>";
    let lines: Vec<String> = text(html).expect("markup").lines().map(str::trim).map(str::to_owned).collect();
    assert_eq!(lines, ["", "href=", "x>y", "title=", "#r=1", "", "z"]);
}

#[test]
fn the_spans_of_links_are_those_in_the_source() {
    let html = "ż &amp; <a href=\"x\">y</a> <b>z</b><a>w</a>";
    let spans = markup(&plain_text(html)).map(|(_, spans)| spans).expect("markup");
    let source: Vec<char> = html.chars().collect();
    let links: Vec<String> = spans.into_iter().map(|span| source[span].iter().collect()).collect();
    assert_eq!(links, ["<a href=\"x\">y", "<a>w"]);
}
