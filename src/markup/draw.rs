//! Markup in the page: drawn, kept up to date, compared with what takes its place.

use std::borrow::Cow;

use leptos::prelude::RenderEffect;
use leptos::tachys::view::{Mountable, Render};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{self, Node};

use super::settings::{Kept, keep, keep_properties, like, replace};
use super::{Element, Markup};
use crate::browser::native;

/// The elements of pictures have names of their own.
const SVG: &str = "http://www.w3.org/2000/svg";

/// A view that was drawn. When it is dropped it is not kept up to date any more.
pub enum Drawn {
    /// A text, empty where nothing is seen.
    Text(web_sys::Text, Cow<'static, str>),
    /// An element.
    Element(Box<DrawnElement>),
    /// Several, and an empty text behind them.
    List(Vec<Drawn>, web_sys::Text),
    /// One that is kept up to date.
    Changing(Live),
    /// One that is never compared.
    Anew(Box<Drawn>),
    /// One of a state.
    Same(u32, Box<Drawn>),
}

/// What keeps a view up to date. The effect of Leptos holds what it has drawn a moment longer than it is held itself; what is in
/// there would still be kept up to date, from signals that are gone. So it is taken out first.
pub struct Live(RenderEffect<Drawn>);

impl Drop for Live {
    fn drop(&mut self) {
        drop(self.0.take_value());
    }
}

impl Live {
    #[inline(never)]
    fn start(view: Box<dyn Fn() -> Markup>, svg: bool) -> Self {
        Self(RenderEffect::new(move |old: Option<Drawn>| {
            let new = view();
            match old {
                None => new.draw(svg),
                Some(mut old) => {
                    new.redraw(&mut old, svg);
                    old
                }
            }
        }))
    }

    fn with<T>(&self, look: impl FnOnce(&mut Drawn) -> T) -> Option<T> {
        self.0.with_value_mut(look)
    }
}

/// An element that was drawn.
pub struct DrawnElement {
    node: web_sys::Element,
    name: &'static str,
    settings: Vec<Kept>,
    properties: Vec<Kept>,
    content: Vec<Drawn>,
}

impl Markup {
    /// Draws it, inside a picture or not. It is in no page yet.
    ///
    /// Small, and what it calls is kept apart: a browser translates a function once more, with a compiler that takes megabytes, when
    /// its calls times its size are many.
    fn draw(self, svg: bool) -> Drawn {
        match self {
            Self::Nothing => draw_text("".into()),
            Self::Text(text) => draw_text(text),
            Self::Element(element) => Drawn::Element(Box::new(element.draw(svg))),
            Self::List(all) => draw_list(all, svg),
            Self::Changing(view) => Drawn::Changing(Live::start(view, svg)),
            Self::Anew(view) => Drawn::Anew(Box::new(view.draw(svg))),
            Self::Same(state, view) => Drawn::Same(state, Box::new(view(state).draw(svg))),
        }
    }

    /// Takes the place of another.
    fn redraw(self, old: &mut Drawn, svg: bool) {
        match (self, old) {
            (Self::Nothing, Drawn::Text(node, before)) => rewrite(node, before, "".into()),
            (Self::Text(text), Drawn::Text(node, before)) => rewrite(node, before, text),
            (Self::Element(new), Drawn::Element(old)) if new.is_like(old) => new.redraw(old, svg),
            (Self::Same(state, _), Drawn::Same(before, _)) if state == *before => {}
            (Self::Same(state, new), Drawn::Same(before, old)) => {
                *before = state;
                new(state).redraw(old, svg);
            }
            (Self::List(new), Drawn::List(old, end)) => {
                if let Some(parent) = end.parent_node() {
                    redraw_all(new, old, &parent, Some(end), svg);
                }
            }
            (new, old) => {
                let new = new.draw(svg);
                old.make_way(&new);
                *old = new;
            }
        }
    }
}

#[inline(never)]
fn draw_text(text: Cow<'static, str>) -> Drawn {
    Drawn::Text(native::create_text_node(&native::text(&text)), text)
}

#[inline(never)]
fn draw_list(all: Vec<Markup>, svg: bool) -> Drawn {
    let all = all.into_iter().map(|view| view.draw(svg)).collect();
    Drawn::List(all, native::create_text_node(&native::name("")))
}

fn rewrite(node: &Node, before: &mut Cow<'static, str>, text: Cow<'static, str>) {
    if *before != text {
        node.set_node_value(Some(&text));
        *before = text;
    }
}

fn redraw_all(new: Vec<Markup>, old: &mut Vec<Drawn>, parent: &Node, end: Option<&Node>, svg: bool) {
    for spare in old.drain(new.len().min(old.len())..) {
        spare.remove();
    }
    let compared = old.len();
    for (place, new) in new.into_iter().enumerate() {
        if place < compared {
            new.redraw(&mut old[place], svg);
        } else {
            let new = new.draw(svg);
            new.put(parent, end);
            old.push(new);
        }
    }
}

impl Element {
    #[inline(never)]
    fn draw(self, svg: bool) -> DrawnElement {
        let svg = svg || self.name == "svg";
        let name = native::name(self.name);
        let node =
            if svg { native::create_element_ns(&native::name(SVG), &name) } else { native::create_element(&name) };
        let settings = keep(self.settings, &node);
        let mut content = Vec::new();
        redraw_all(self.content.0, &mut content, &node, None, svg);
        let properties = keep_properties(self.properties, Vec::new(), &node);
        DrawnElement { node, name: self.name, settings, properties, content }
    }

    /// Whether one that was drawn can be changed into it.
    fn is_like(&self, drawn: &DrawnElement) -> bool {
        self.name == drawn.name && like(&self.settings, &drawn.settings)
    }

    fn redraw(self, old: &mut DrawnElement, svg: bool) {
        let svg = svg || self.name == "svg";
        replace(self.settings, &mut old.settings, &old.node);
        redraw_all(self.content.0, &mut old.content, &old.node, None, svg);
        let before = std::mem::take(&mut old.properties);
        old.properties = keep_properties(self.properties, before, &old.node);
    }
}

impl Drawn {
    fn put(&self, parent: &Node, before: Option<&Node>) {
        let put = |node: &Node| native::insert_before(parent, node, before.map_or(&JsValue::NULL, AsRef::as_ref));
        match self {
            Self::Text(node, _) => put(node),
            Self::Element(element) => put(&element.node),
            Self::List(all, end) => {
                for each in all {
                    each.put(parent, before);
                }
                put(end);
            }
            Self::Changing(live) => _ = live.with(|each| each.put(parent, before)),
            Self::Anew(each) | Self::Same(_, each) => each.put(parent, before),
        }
    }

    /// Leaves the page, and another takes its place. It leaves first: where it had the focus, a browser looks at once at how the page is
    /// laid out then, and both would be in it.
    fn make_way(&self, other: &Drawn) {
        let last = self.last();
        let (parent, after) = (last.parent_node(), last.next_sibling());
        self.remove();
        if let Some(parent) = parent {
            other.put(&parent, after.as_ref());
        }
    }

    fn last(&self) -> Node {
        match self {
            Self::Text(node, _) | Self::List(_, node) => node.clone().into(),
            Self::Element(element) => element.node.clone().into(),
            Self::Changing(live) => live.with(|each| each.last()).expect("it was drawn at once"),
            Self::Anew(each) | Self::Same(_, each) => each.last(),
        }
    }

    fn first(&self) -> Node {
        match self {
            Self::Text(node, _) => node.clone().into(),
            Self::Element(element) => element.node.clone().into(),
            Self::List(all, end) => all.first().map_or_else(|| end.clone().into(), Self::first),
            Self::Changing(live) => live.with(|each| each.first()).expect("it was drawn at once"),
            Self::Anew(each) | Self::Same(_, each) => each.first(),
        }
    }

    /// Takes it out of the page.
    fn remove(&self) {
        // Texts have it too.
        let remove = |node: &Node| node.unchecked_ref::<web_sys::Element>().remove();
        match self {
            Self::Text(node, _) => remove(node),
            Self::Element(element) => remove(&element.node),
            Self::List(all, end) => {
                all.iter().for_each(Self::remove);
                remove(end);
            }
            Self::Changing(live) => _ = live.with(|each| each.remove()),
            Self::Anew(each) | Self::Same(_, each) => each.remove(),
        }
    }
}

impl Render for Markup {
    type State = Drawn;

    fn build(self) -> Drawn {
        self.draw(false)
    }

    fn rebuild(self, state: &mut Drawn) {
        self.redraw(state, false);
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        self.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&Node>) {
        self.put(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.first();
        let parent = first.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&first));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        match self {
            Self::Text(..) => Vec::new(),
            Self::Element(element) => vec![element.node.clone()],
            Self::List(all, _) => all.iter().flat_map(Self::elements).collect(),
            Self::Changing(live) => live.with(|each| each.elements()).unwrap_or_default(),
            Self::Anew(each) | Self::Same(_, each) => each.elements(),
        }
    }
}
