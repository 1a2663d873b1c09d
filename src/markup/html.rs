//! Markup as text, for the pages that are written when the site is built.

use std::borrow::Cow;

use super::{Element, Markup, Setting, Value};

/// Elements that have no content and no end.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

impl Markup {
    /// It, as HTML. What changes is as it is now.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        match self {
            Self::Nothing => {}
            Self::Text(text) => html.push_str(&escaped(text)),
            Self::Element(element) => element.write(html),
            Self::List(all) => all.iter().for_each(|view| view.write(html)),
            Self::Changing(view) => view().write(html),
            Self::Anew(view) => view.write(html),
            Self::Same(state, view) => view(*state).write(html),
        }
    }
}

impl Element {
    /// Properties, styles and listeners are the program's alone: the policy of the pages allows no `style` attribute.
    fn write(&self, html: &mut String) {
        html.extend(["<", self.name]);
        for (name, setting) in &self.settings {
            match setting {
                Setting::Attribute(value) => match value.text() {
                    None => {}
                    Some(text) if text.is_empty() => html.extend([" ", name]),
                    Some(text) => html.extend([" ", name, "=\"", &escaped(&text), "\""]),
                },
                Setting::Style(_) | Setting::Listener(_) => {}
            }
        }
        html.push('>');
        if !VOID.contains(&self.name) {
            self.content.0.iter().for_each(|view| view.write(html));
            html.extend(["</", self.name, ">"]);
        }
    }
}

impl Value {
    /// What it is now; none where it is off.
    fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Off => None,
            Self::On => Some("".into()),
            Self::Text(text) => Some(text.as_ref().into()),
            Self::Changing(value) => value().text().map(|text| text.into_owned().into()),
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
