//! What a person does and sees. All of it goes through the hooks of the public contract.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::common::command::Command;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{By, Key, WebDriver, WebElement, WindowHandle};

use crate::driver::Driver;
use crate::{Engine, Options, until};

/// A person at a browser of their own. The browser is closed when the value goes.
pub struct Person {
    web: WebDriver,
    engine: Engine,
    options: Options,
    // After the session: fields go in this order, and the session needs its driver.
    pub(crate) driver: Driver,
}

/// What somebody points with. The drivers of Firefox and WebKitGTK make no clicks of touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse.
    Mouse,
    /// A finger on the screen.
    Finger,
}

/// A tab, to be returned to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(WindowHandle);

/// Starting, leaving, coming back.
impl Person {
    /// A person with a phone, to whom nothing special applies.
    ///
    /// # Panics
    /// When the engine chosen by `DUET_ENGINE`, or its driver, does not start.
    pub async fn new() -> Self {
        Self::with(Options::new()).await
    }

    /// A person under the given conditions.
    ///
    /// # Panics
    /// When the engine chosen by `DUET_ENGINE`, or its driver, does not start.
    pub async fn with(options: Options) -> Self {
        let engine = Engine::chosen();
        let driver = Driver::start(engine, &options).await;
        let web = driver.connect(engine, &options).await;
        let person = Self { web, engine, options, driver };
        let (width, height) = person.options.viewport;
        person.fit(width, height).await;
        person
    }

    /// Closes the browser as a person does, with time to store what is to be stored.
    ///
    /// Without it the browser is ended by force, which is quicker and all the same to a test that is over.
    ///
    /// # Panics
    /// When the browser does not close.
    pub async fn quit(self) {
        self.web.clone().quit().await.expect("the browser closes");
    }

    /// Leaves and comes back later: the browser is closed and started again with the same profile.
    ///
    /// In an engine that does not keep its profile under automation ([`Engine::keeps_profile`]) the window is closed
    /// and another one opened, which ends the page just the same but not the browser.
    ///
    /// # Panics
    /// When the browser does not close or start.
    pub async fn comes_back(self) -> Self {
        if !self.engine.keeps_profile() {
            return self.reopened().await;
        }
        let options = self.options.clone();
        self.quit().await;
        Self::with(options).await
    }

    async fn reopened(self) -> Self {
        let old = self.tab().await;
        let new = self.new_tab().await;
        self.switch_tab(&old).await;
        self.web.close_window().await.expect("the window closes");
        self.switch_tab(&new).await;
        self
    }

    /// The engine of this browser.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The session, for what the harness has no words for.
    #[must_use]
    pub fn web(&self) -> &WebDriver {
        &self.web
    }
}

impl Drop for Person {
    /// Keeps the client from closing the session by itself, which would wait for a browser that may be stuck. The
    /// driver goes next and takes the browser with it.
    fn drop(&mut self) {
        let _ = self.web.clone().leak();
    }
}

/// Moving about.
impl Person {
    /// Opens an address and waits until the page has loaded.
    ///
    /// # Panics
    /// When it does not load.
    pub async fn open(&self, url: impl AsRef<str>) {
        let url = url.as_ref();
        if let Err(reason) = self.load(url).await {
            panic!("{url} does not open: {reason}");
        }
    }

    /// Opens an address that may not be there, as when the host is offline. Whether it loaded.
    pub async fn tries_to_open(&self, url: impl AsRef<str>) -> bool {
        self.load(url.as_ref()).await.is_ok()
    }

    /// Chromium and Firefox report a page that cannot be reached. WebKit reports nothing and shows a message: under
    /// the address asked for, but the page takes itself for an empty one.
    async fn load(&self, url: &str) -> Result<(), String> {
        const EMPTY: &str = "about:blank";
        // Firefox hands a page whose worker has just come to another process, and for a moment shows the page that is being left, or the
        // empty one that this process begins with: its driver takes either for the page. So what is left is marked.
        let leave = "if (!arguments[0].includes('#') || arguments[0].split('#')[0] !== location.href.split('#')[0]) window.left = true";
        let waits = self.engine() == Engine::Firefox;
        if waits {
            self.script(leave, [url.into()]).await;
        }
        let opened = self.web.goto(url).await;
        opened.map_err(|error| error.to_string())?;
        let arrived =
            "return window.left !== true && (location.href !== arguments[0] || arguments[0] === arguments[1])";
        let arrived = async || self.script(arrived, [EMPTY.into(), url.into()]).await;
        let look = async || (arrived().await == true).then_some(());
        let arrived = if waits { until(look).await } else { look().await };
        if arrived.is_none() {
            return Err(self.text().await);
        }
        Ok(())
    }

    /// The address that the browser shows.
    pub async fn url(&self) -> String {
        self.web.current_url().await.expect("a page has an address").into()
    }

    /// Goes to a fragment of this page, as by typing it into the address: `goto_fragment("q7")`. The page stays.
    ///
    /// Not by a script: WebKit makes no entry in the history for a change that no person brought about.
    pub async fn goto_fragment(&self, fragment: &str) {
        let mut url = self.web.current_url().await.expect("a page has an address");
        url.set_fragment(Some(fragment));
        self.open(url).await;
    }

    /// The same inside a frame, as by a link in it: the address that the browser shows is that of the page around.
    pub async fn goto_in_frame(&self, fragment: &str) {
        self.script("location.hash = arguments[0]", [fragment.into()]).await;
    }

    /// The Back button of the browser.
    pub async fn back(&self) {
        self.web.back().await.expect("the browser goes back");
    }

    /// The Forward button of the browser.
    pub async fn forward(&self) {
        self.web.forward().await.expect("the browser goes forward");
    }

    /// The Reload button of the browser.
    ///
    /// The driver of Firefox reloads as with the Shift key held, past everything that is kept, service workers included: there
    /// the page is asked to do it.
    pub async fn reload(&self) {
        if self.engine != Engine::Firefox {
            return self.web.refresh().await.expect("the page loads again");
        }
        self.script("window.__before = true; location.reload()", []).await;
        let loaded = "return !window.__before && document.readyState === 'complete'";
        let loaded = until(async || {
            let loaded = self.web.execute(loaded, vec![]).await.ok()?;
            (loaded.json() == true).then_some(())
        });
        loaded.await.expect("the page loads again");
    }

    /// The tab in use.
    pub async fn tab(&self) -> Tab {
        Tab(self.web.window().await.expect("a tab is open"))
    }

    /// Opens a tab and goes on in it.
    ///
    /// WebKitGTK draws only the tab in front, and WebDriver cannot bring one to the front there: it gets a window.
    pub async fn new_tab(&self) -> Tab {
        let opened = match self.engine {
            Engine::WebKit => self.web.new_window().await,
            _ => self.web.new_tab().await,
        };
        let tab = Tab(opened.expect("a tab opens"));
        self.switch_tab(&tab).await;
        let (width, height) = self.options.viewport;
        self.fit(width, height).await;
        tab
    }

    /// Goes on in the tab that the page has opened, as soon as it is there. Pages of tests come from this machine, so a tab that the
    /// browser opens by itself, with a start page or with news of its own, is not taken for it.
    ///
    /// # Panics
    /// When none comes.
    pub async fn sees_another_tab(&self) {
        let here = self.tab().await;
        let other = until(async || {
            let tabs = self.web.windows().await.ok()?;
            for tab in tabs.into_iter().filter(|tab| *tab != here.0) {
                self.web.switch_to_window(tab).await.ok()?;
                let address = self.web.current_url().await.ok();
                if address.is_some_and(|address| matches!(address.host_str(), Some("127.0.0.1" | "localhost"))) {
                    return Some(());
                }
            }
            None
        });
        if other.await.is_none() {
            self.switch_tab(&here).await;
            self.fail("no other tab was opened").await;
        }
    }

    /// Goes on in another tab.
    pub async fn switch_tab(&self, tab: &Tab) {
        let switched = self.web.switch_to_window(tab.0.clone()).await;
        switched.expect("the tab is open");
    }

    /// Closes the tab in use and goes on in the one opened last before it.
    ///
    /// # Panics
    /// When it is the only one: that would end the browser.
    pub async fn close_tab(&self) {
        let closed = self.tab().await;
        let tabs = self.web.windows().await.expect("the tabs are known");
        let rest = tabs.into_iter().map(Tab).rfind(|tab| *tab != closed);
        let rest = rest.expect("another tab is open");
        self.web.close_window().await.expect("the tab closes");
        self.switch_tab(&rest).await;
    }

    /// Goes on inside a frame of the page, until [`Person::leave_frame`].
    pub async fn enter_frame(&self, css: &str) {
        let entered = until(async || {
            let frame = self.web.find(By::Css(css)).await.ok()?;
            frame.enter_frame().await.ok()
        });
        if entered.await.is_none() {
            self.fail(&format!("no frame {css}")).await;
        }
    }

    /// Goes on in the page around all frames.
    pub async fn leave_frame(&self) {
        self.web.enter_default_frame().await.expect("the page is there");
    }

    /// Gives the window another inner size, in CSS pixels. New tabs have the size from the options.
    pub async fn resize(&self, width: u32, height: u32) {
        self.fit(width, height).await;
    }
}

/// Doing something.
impl Person {
    /// Answers a statement with a real click on its radio button.
    pub async fn answer(&self, item: u32, value: u32) {
        self.click(&radio(item, value)).await;
    }

    /// Uses a control by its name in the contract: `act("next")`.
    pub async fn act(&self, action: &str) {
        self.click(&format!("[data-action=\"{action}\"]")).await;
    }

    /// Opens what is folded around the first element that matches, from the outside in, once there is such an element.
    pub async fn unfold(&self, css: &str) {
        // If nothing is found, the caller says so.
        _ = until(async || self.is_unfolded(css).await.then_some(())).await;
    }

    /// Whether an element that matches is not folded away; if it is, the outermost part that is folded around it is opened.
    async fn is_unfolded(&self, css: &str) -> bool {
        const FOLDED: &str = "const found = [...document.querySelectorAll(arguments[0])];
            if (found.length === 0) return null;
            if (found.some((element) => element.checkVisibility())) return [];
            const around = [];
            for (let at = found[0].parentElement; at; at = at.parentElement) {
                if (at.matches('details:not([open])')) around.unshift(at.querySelector('summary'));
            }
            return around.slice(0, 1)";
        let folded = self.web.execute(FOLDED, vec![css.into()]).await.ok().and_then(|found| found.elements().ok());
        let Some(folded) = folded else { return false };
        let Some(summary) = folded.first() else { return true };
        let _ = summary.scroll_into_view().await;
        let _ = summary.click().await;
        false
    }

    /// Clicks the first element shown that matches, once it is shown and nothing lies over it. If it is folded away, what is around it is
    /// opened first.
    pub async fn click(&self, css: &str) {
        self.unfold(css).await;
        let mut obstacle = "is not shown".to_owned();
        let clicked = until(async || {
            let Some(element) = self.shown(css).await else {
                // A section may have folded meanwhile, as that of the gathering does once there is a comparison.
                self.is_unfolded(css).await;
                return None;
            };
            match element.click().await {
                Ok(()) => Some(()),
                Err(error) if nothing_was_done(&error) => {
                    obstacle = error.to_string();
                    // WebKit does not scroll to every element by itself.
                    let _ = element.scroll_into_view().await;
                    None
                }
                Err(error) => panic!("a click on {css}: {error}"),
            }
        });
        if clicked.await.is_none() {
            self.fail(&format!("no click on {css}: {obstacle}")).await;
        }
    }

    /// Clicks twice at the same place as fast as possible, as a restless finger does: two clicks, the second with a
    /// `detail` of 2. Two calls of [`Person::click`] have a `detail` of 1 each, however close they follow.
    pub async fn tap_twice(&self, css: &str) {
        let element = self.sees(css).await;
        element.scroll_into_view().await.expect("the element can be scrolled to");
        let taps = self.at_once();
        let taps = taps.move_to_element_center(&element).click().click();
        taps.perform().await.expect("the element can be tapped");
    }

    /// Clicks several times at the place where an element is, so long after each other, whatever is there by then. The browser counts them as it
    /// does with a person: a second click of a mouse soon after the first has a `detail` of 2.
    pub async fn click_at_place_of(&self, css: &str, pointer: Pointer, times: usize, apart: Duration) {
        let element = self.sees(css).await;
        element.scroll_into_view().await.expect("the element can be scrolled to");
        let place = "const { left, right, top, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
            return [left + right, top + bottom].map((sum) => Math.round(sum / 2))";
        let place = self.script(place, [css.into()]).await;
        let mut actions =
            vec![json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": place[0], "y": place[1] })];
        let held = Duration::from_millis(20).min(apart);
        for _ in 0..times {
            actions.extend([
                json!({ "type": "pointerDown", "button": 0 }),
                json!({ "type": "pause", "duration": held.as_millis() }),
                json!({ "type": "pointerUp", "button": 0 }),
                json!({ "type": "pause", "duration": apart.saturating_sub(held).as_millis() }),
            ]);
        }
        let kind = match pointer {
            Pointer::Mouse => "mouse",
            Pointer::Finger => "touch",
        };
        let source =
            json!([{ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions }]);
        let performed = self.web.handle().cmd(Command::PerformActions(source.into())).await;
        performed.expect("the place can be clicked");
    }

    /// Presses a key on the element that has the focus, a character or a [`Key`].
    pub async fn press(&self, key: impl Into<char>) {
        let key = key.into();
        let keys = self.at_once().key_down(key).key_up(key);
        keys.perform().await.expect("the key can be pressed");
    }

    /// Presses a key while another one is held: `press_with(Key::Shift, Key::Tab)`.
    pub async fn press_with(&self, held: Key, key: impl Into<char>) {
        let (held, key) = (char::from(held), key.into());
        let keys = self.at_once();
        let keys = keys.key_down(held).key_down(key).key_up(key).key_up(held);
        keys.perform().await.expect("the keys can be pressed");
    }

    /// Actions without the pauses that the client makes between them by default.
    fn at_once(&self) -> ActionChain {
        let none = Some(Duration::ZERO);
        self.web.action_chain_with_delay(none, none)
    }

    /// Types into a field, folded away or not. For a field of files the text is the path of a file, and choosing is done with it.
    ///
    /// # Panics
    /// When it is not a field.
    pub async fn type_into(&self, css: &str, text: &str) {
        self.unfold(css).await;
        // A field of files is often hidden behind a button.
        match until(async || self.web.find(By::Css(css)).await.ok()).await {
            Some(field) => field.send_keys(text).await.expect("the field can be typed into"),
            None => self.fail(&format!("no field {css}")).await,
        }
    }
}

/// Looking.
impl Person {
    /// Waits for a view: `sees_view("question")`.
    pub async fn sees_view(&self, view: &str) {
        self.sees_main(&format!("[data-view=\"{view}\"]")).await;
    }

    /// Waits for the question with this number.
    pub async fn sees_item(&self, item: u32) {
        self.sees_main(&format!("[data-view=\"question\"][data-item=\"{item}\"]")).await;
    }

    async fn sees_main(&self, attributes: &str) {
        self.sees(&format!("main{attributes}")).await;
    }

    /// Waits until an element that matches is shown.
    pub async fn sees(&self, css: &str) -> WebElement {
        match until(async || self.shown(css).await).await {
            Some(element) => element,
            None => self.fail(&format!("{css} is not shown")).await,
        }
    }

    /// Waits until no element that matches is shown.
    pub async fn sees_no(&self, css: &str) {
        let gone = until(async || self.shown(css).await.is_none().then_some(()));
        if gone.await.is_none() {
            self.fail(&format!("{css} is still shown")).await;
        }
    }

    /// Waits until the page shows this text.
    pub async fn reads(&self, text: &str) {
        let read = until(async || self.text().await.contains(text).then_some(()));
        if read.await.is_none() {
            self.fail(&format!("the page does not say {text:?}")).await;
        }
    }

    /// The number of the question shown.
    pub async fn item(&self) -> u32 {
        self.number("main[data-item]", "data-item").await
    }

    /// The value of the answer chosen, if one is.
    pub async fn chosen(&self, item: u32) -> Option<u32> {
        let css = format!("input[type=radio][name=\"q{item}\"]:checked");
        let value = self.script("return document.querySelector(arguments[0])?.value", [css.into()]).await;
        value.as_str()?.parse().ok()
    }

    /// The score shown.
    pub async fn score(&self) -> u32 {
        self.number("[data-score]", "data-score").await
    }

    /// The level shown, by its name in the contract.
    pub async fn level(&self) -> String {
        self.attribute("[data-level]", "data-level").await
    }

    /// The text of the page as it is seen.
    pub async fn text(&self) -> String {
        let text = self.script("return document.body?.innerText ?? ''", []).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an element with the attribute and returns its value.
    pub async fn attribute(&self, css: &str, name: &str) -> String {
        let value = until(async || {
            let element = self.web.find(By::Css(css)).await.ok()?;
            element.attr(name).await.ok()?
        });
        match value.await {
            Some(value) => value,
            None => self.fail(&format!("no {name} at {css}")).await,
        }
    }

    async fn number(&self, css: &str, name: &str) -> u32 {
        let value = self.attribute(css, name).await;
        match value.parse() {
            Ok(number) => number,
            Err(_) => self.fail(&format!("{name} is {value:?}, not a number")).await,
        }
    }

    /// What `localStorage` holds under a key.
    pub async fn stored(&self, key: &str) -> Option<String> {
        let value = self.script("return localStorage.getItem(arguments[0])", [key.into()]).await;
        value.as_str().map(str::to_owned)
    }

    /// Waits until `localStorage` holds something under a key that passes `test`, and returns it.
    pub async fn sees_stored(&self, key: &str, test: impl Fn(&str) -> bool) -> String {
        let value = until(async || self.stored(key).await.filter(|value| test(value)));
        if let Some(value) = value.await {
            return value;
        }
        let value = self.stored(key).await;
        self.fail(&format!("{key} holds {value:?}")).await
    }

    /// Puts something into `localStorage`, as an older version or a broken disk may have left it.
    pub async fn put_stored(&self, key: &str, value: &str) {
        let script = "localStorage.setItem(arguments[0], arguments[1])";
        self.script(script, [key.into(), value.into()]).await;
    }

    /// Fills `localStorage` of this origin to the last character, under the key `filler`.
    pub async fn fill_storage(&self) {
        self.script(include_str!("fill.js"), []).await;
    }

    /// What went wrong in the page since it loaded: errors, rejections, `console.error`, violations of its policy.
    ///
    /// # Panics
    /// When the page does not come from a site with [`Site::watched`](crate::Site::watched).
    pub async fn errors(&self) -> Vec<String> {
        let errors = self.script("return window.__duetErrors", []).await;
        serde_json::from_value(errors).expect("the page comes from a watched site")
    }

    /// Runs the body of a function in the page and returns what it returns.
    ///
    /// # Panics
    /// When it throws.
    pub async fn script(&self, source: &str, arguments: impl IntoIterator<Item = Value>) -> Value {
        let arguments: Vec<Value> = arguments.into_iter().collect();
        let result = self.web.execute(source, arguments).await;
        let result = result.unwrap_or_else(|error| panic!("{source}: {error}"));
        result.json().clone()
    }

    /// Waits until a script returns `expected`.
    ///
    /// While one document takes the place of another, a script may find no root element, or no document at all: an error counts as
    /// "not yet", and only the last one is reported.
    pub async fn sees_script(&self, source: &str, expected: Value) {
        let mut last = String::new();
        let reached = until(async || match self.web.execute(source, vec![]).await {
            Ok(value) if *value.json() == expected => Some(()),
            other => {
                last = other.map_or_else(|error| error.to_string(), |value| value.json().to_string());
                None
            }
        });
        if reached.await.is_none() {
            self.fail(&format!("{source}: {last} instead of {expected}")).await;
        }
    }

    /// The first element shown that matches.
    ///
    /// A page that changes at this very moment shows nothing yet, so errors count as nothing.
    async fn shown(&self, css: &str) -> Option<WebElement> {
        for element in self.web.find_all(By::Css(css)).await.ok()? {
            if element.is_displayed().await.unwrap_or(false) {
                return Some(element);
            }
        }
        None
    }

    /// Ends the test with what the page shows.
    async fn fail(&self, what: &str) -> ! {
        let state = self.web.execute(include_str!("state.js"), vec![]).await;
        let state = match state {
            Ok(state) => state.json().as_str().unwrap_or_default().to_owned(),
            Err(error) => format!("and the page does not answer: {error}"),
        };
        panic!("{what}\n{:?}, {state}", self.engine)
    }
}

/// The window.
impl Person {
    /// Gives the page exactly this inner size.
    pub(crate) async fn fit(&self, width: u32, height: u32) {
        if self.engine == Engine::Chromium {
            return self.emulate(width, height).await;
        }
        let fits = until(async || {
            let [inner_width, inner_height, outer_width, outer_height] = self.sizes().await?;
            if (inner_width, inner_height) == (width, height) {
                return Some(());
            }
            let outer =
                (width + outer_width.saturating_sub(inner_width), height + outer_height.saturating_sub(inner_height));
            // Refused while the window is still opening; the next look tells.
            let _ = self.web.set_window_rect(0, 0, outer.0, outer.1).await;
            None
        });
        if fits.await.is_none() {
            let sizes = self.sizes().await;
            self.fail(&format!("the window is not {width}x{height} but {sizes:?}")).await;
        }
    }

    /// Windows of Chromium are at least 500 pixels wide; the size of the page can be set apart from them.
    async fn emulate(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let set = self.web.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await;
        set.expect("the size of the page can be set");
    }

    /// Inner and outer size of the window.
    async fn sizes(&self) -> Option<[u32; 4]> {
        let script = "return [innerWidth, innerHeight, outerWidth, outerHeight]";
        let sizes = self.web.execute(script, vec![]).await.ok()?;
        sizes.convert().ok()
    }

    /// The inner size of the window.
    pub(crate) async fn inner_size(&self) -> (u32, u32) {
        let [width, height, ..] = self.sizes().await.expect("a window has a size");
        (width, height)
    }
}

fn radio(item: u32, value: u32) -> String {
    format!("input[type=radio][name=\"q{item}\"][value=\"{value}\"]")
}

/// Whether a click failed before anything was clicked, because the page is not ready for it.
fn nothing_was_done(error: &WebDriverError) -> bool {
    use WebDriverErrorInner as Inner;
    matches!(
        error.as_inner(),
        Inner::ElementClickIntercepted(_)
            | Inner::ElementNotInteractable(_)
            | Inner::NoSuchElement(_)
            | Inner::StaleElementReference(_)
    )
}
