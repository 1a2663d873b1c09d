//! Markup in a page: drawn, kept up to date, compared. Run by `cargo xtask test wasm`.
#![cfg(target_arch = "wasm32")]

use duet::markup::{CollectMarkup, IntoMarkup, Markup, view};
use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::{Element, HtmlElement, HtmlInputElement};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A place in the page with a view in it.
fn shown(view: impl FnOnce() -> Markup + 'static) -> Element {
    let place = document().create_element("div").expect("an element");
    document().body().expect("a page").append_child(&place).expect("in the page");
    mount_to_renderer(&place, view).forget();
    place
}

fn first<T: JsCast>(place: &Element, selector: &str) -> T {
    let found = place.query_selector(selector).expect("a selector");
    found.unwrap_or_else(|| panic!("{selector} in {}", place.inner_html())).dyn_into().expect("of that kind")
}

#[wasm_bindgen_test]
fn what_is_drawn_is_what_is_written() {
    let none = None::<&str>;
    let view = move || {
        view! {
            <p class="lead" data-count=3u8 hidden=false aria-label=none data-on=true>"1 < 2 "{4u8}<br/>{()}</p>
            <svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>
        }
    };
    let expected = "<p class=\"lead\" data-count=\"3\" data-on>1 &lt; 2 4<br></p>\
                    <svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"></path></svg>";
    assert_eq!(view().to_html(), expected);
    let place = shown(view);
    assert_eq!(place.inner_html(), expected.replace("data-on>", "data-on=\"\">"));
    let path: Element = first(&place, "path");
    assert_eq!(path.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
}

#[wasm_bindgen_test]
async fn what_changes_is_changed_and_nothing_else() {
    let count = RwSignal::new(1u8);
    let place = shown(move || {
        view! {
            <p data-count=move || count.get() title=move || (count.get() > 1).then_some("many")>
                {move || count.get()}" of "<b>{move || (0..count.get()).map(|each| view! { <i>{each}</i> }).collect_markup()}</b>
            </p>
        }
    });
    assert_eq!(place.inner_html(), "<p data-count=\"1\">1 of <b><i>0</i></b></p>");
    let (paragraph, inner): (Element, Element) = (first(&place, "p"), first(&place, "i"));
    count.set(3);
    tick().await;
    assert_eq!(place.inner_html(), "<p data-count=\"3\" title=\"many\">3 of <b><i>0</i><i>1</i><i>2</i></b></p>");
    assert!(first::<Element>(&place, "p") == paragraph && first::<Element>(&place, "i") == inner);
    count.set(0);
    tick().await;
    assert_eq!(place.inner_html(), "<p data-count=\"0\">0 of <b></b></p>");
}

#[wasm_bindgen_test]
async fn what_is_alike_stays_and_what_is_to_be_new_is_new() {
    let (alike, anew) = (RwSignal::new("a"), RwSignal::new("a"));
    let place = shown(move || {
        view! {
            {move || view! { <input name=alike.get()/> }}
            {move || view! { <b title=anew.get()></b> }.anew()}
            {move || if alike.get() == "a" { view! { <i></i> } } else { view! { <u></u> } }}
        }
    });
    let (input, bold): (HtmlInputElement, Element) = (first(&place, "input"), first(&place, "b"));
    input.focus().expect("the focus");
    alike.set("b");
    anew.set("b");
    tick().await;
    assert_eq!(place.inner_html(), "<input name=\"b\"><b title=\"b\"></b><u></u>");
    assert!(document().active_element().is_some_and(|active| active == *input.unchecked_ref::<Element>()));
    assert!(first::<Element>(&place, "b") != bold && bold.parent_node().is_none());
}

#[wasm_bindgen_test]
async fn a_listener_hears_as_long_as_its_element_is_there() {
    let (heard, shows) = (RwSignal::new(0), RwSignal::new(true));
    let place = shown(move || {
        let button = move || {
            let by = if shows.get() { 1 } else { 10 };
            view! { <button on:click=move |_| heard.update(|heard| *heard += by)></button> }
        };
        view! { {button}{move || shows.get().then(|| view! { <a on:click=move |_| heard.set(100)></a> })} }
    });
    let (button, link): (HtmlElement, HtmlElement) = (first(&place, "button"), first(&place, "a"));
    button.click();
    assert_eq!(heard.get_untracked(), 1);
    shows.set(false);
    tick().await;
    // The same element with another listener, and one that is gone.
    button.click();
    link.click();
    assert_eq!(heard.get_untracked(), 11);
}

#[wasm_bindgen_test]
async fn what_is_gone_is_not_kept_up_to_date() {
    let (shows, other, drawn) = (RwSignal::new(true), RwSignal::new(1), RwSignal::new(0));
    let place = shown(move || {
        let whole = move || {
            shows.get().then(|| {
                // It lives as long as what is drawn with it, and is followed two levels below: to ask for it later would be a fault.
                let own = RwSignal::new(1);
                let inner = move || drawn.update(|drawn| *drawn += own.get() * other.get());
                view! { <p>{move || view! { <b>{inner}</b> }}</p> }
            })
        };
        whole.into_markup()
    });
    assert_eq!((drawn.get_untracked(), place.inner_html()), (1, "<p><b></b></p>".to_owned()));
    // Whoever follows the one or the other waits by now; both have something to do then, and the outer one comes first.
    tick().await;
    shows.set(false);
    other.set(10);
    tick().await;
    assert_eq!((drawn.get_untracked(), place.inner_html()), (1, String::new()));
    shows.set(true);
    tick().await;
    assert_eq!((drawn.get_untracked(), place.inner_html()), (11, "<p><b></b></p>".to_owned()));
}

#[wasm_bindgen_test]
async fn what_is_of_the_same_state_is_not_made_again() {
    thread_local! {
        static MADE: std::cell::RefCell<Vec<u32>> = const { std::cell::RefCell::new(Vec::new()) };
    }
    let made = || MADE.with_borrow_mut(std::mem::take);
    let state = RwSignal::new(7);
    let place = shown(move || {
        let view = |state: u32| {
            MADE.with_borrow_mut(|made| made.push(state));
            view! { <b title=state>{state}</b> }
        };
        let all = move || [1, state.get()].map(|state| Markup::while_same(state, view)).collect_markup();
        all.into_markup()
    });
    assert_eq!(made(), [1, 7]);
    let [one, other] = ["b", "b:last-child"].map(|bold| first::<Element>(&place, bold));
    state.set(8);
    tick().await;
    assert_eq!((made(), place.inner_html()), (vec![8], "<b title=\"1\">1</b><b title=\"8\">8</b>".to_owned()));
    assert!(first::<Element>(&place, "b") == one && first::<Element>(&place, "b:last-child") == other);
    state.set(8);
    tick().await;
    assert!(made().is_empty());
}

#[wasm_bindgen_test]
async fn a_choice_has_its_value_when_its_options_are_there() {
    let chosen = RwSignal::new("b");
    let place = shown(move || {
        let options = ["a", "b", "c"].map(|value| view! { <option value=value>{value}</option> });
        view! { <select prop:value=move || chosen.get()>{options.collect_markup()}</select><input type="checkbox" prop:checked=true/> }
    });
    let value =
        || js_sys::Reflect::get(&first::<Element>(&place, "select"), &"value".into()).expect("a value").as_string();
    assert_eq!(value().as_deref(), Some("b"));
    chosen.set("c");
    tick().await;
    assert_eq!(value().as_deref(), Some("c"));
    assert!(first::<HtmlInputElement>(&place, "input").checked());
}
