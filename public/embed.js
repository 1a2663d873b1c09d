// Puts Duet into an article: <script src="…/embed.js" defer></script> and, where it is to stand,
//
//   <duet-check lang="pl" theme="auto" side="sales" events></duet-check>
//
// All attributes may be left out. What is inside the element is shown where scripts do not run: a link to Duet, for instance.
// docs/embedding.md has the rest. Nothing of the article is read but the colour behind the element, how much room there is for it,
// and where this script comes from; nothing leaves the page.

(() => {
  /** The address from which this very script runs; none where it was evaluated, merged into another one, or pasted into the page. */
  const running = addressOf(document.currentScript?.src) ?? addressOf(/https?:\/\/[^\s()@]+/.exec(new Error().stack)?.[0]);
  const pages = { pl: "./", en: "./en/" };
  const titles = {
    pl: "Duet – jak zgrane są u Was sprzedaż i marketing?",
    en: "Duet – how well do your Sales and Marketing play together?",
  };
  const views = ["start", "question", "review", "result", "team", "room", "history", "wording", "about"];
  const levels = ["undefined", "defined", "aligned", "integrated"];
  const sides = ["sales", "marketing", "other"];
  /** Of a result: the respondent may not have said a side. */
  const resultSides = [...sides, "none"];

  /** The height until the check has said its own, and the bounds of what is believed, in CSS pixels. */
  const [FIRST, LEAST, MOST] = [640, 160, 30000];

  /**
   * What the frame has to look like for all of it to be reached. Themes shape frames for films: 16:9, no higher than the window, laid
   * over a box. Whatever they say, and however important, this holds.
   */
  const shape = {
    display: "block",
    position: "static",
    float: "none",
    transform: "none",
    "box-sizing": "border-box",
    width: "100%",
    "min-width": "0",
    "max-width": "100%",
    "min-height": "0",
    "max-height": "none",
    "aspect-ratio": "auto",
    padding: "0",
    border: "0",
  };

  class DuetCheck extends HTMLElement {
    static observedAttributes = ["theme"];
    #folder = null;
    #frame = null;
    /** The height that the check has said last. */
    #wanted = FIRST;
    #end = null;
    /** Whether the check is in the frame already: before, nobody would hear what is said to it. */
    #heard = false;
    /** The theme that it was told last. */
    #told = null;

    connectedCallback() {
      const end = (this.#end = new AbortController());
      const { signal } = end;
      this.style.display = "block";
      if (!this.#begin(signal)) {
        // A script that is not deferred comes before what stands inside the element, which may say where Duet is.
        if (document.readyState !== "loading") return console.warn(lost);
        const again = () => this.#begin(signal) || console.warn(lost);
        document.addEventListener("DOMContentLoaded", again, { signal });
      }
    }

    /** Puts the frame in, unless it is not known where Duet is: then what is inside the element stays. */
    #begin(signal) {
      this.#folder = folderFor(this);
      if (!this.#folder) return false;
      this.#frame = this.#makeFrame();
      this.replaceChildren(this.#frame);
      this.#fit();
      addEventListener("message", (event) => this.#hear(event), { signal });
      document.addEventListener("DOMContentLoaded", () => this.#removeLink(), { signal });
      // An article changes its colours by an attribute or a class, often with a transition, or because the system does.
      // And it may open or close a box around the check.
      const look = oncePerFrame(() => {
        this.#tellTheme();
        this.#fit();
      });
      const changes = new MutationObserver(look);
      const sizes = new ResizeObserver(look);
      for (let at = this.parentElement; at; at = at.parentElement) {
        changes.observe(at, { attributes: true });
        sizes.observe(at);
      }
      signal.addEventListener("abort", () => {
        changes.disconnect();
        sizes.disconnect();
      });
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look, { signal });
      document.addEventListener("transitionend", look, { signal });
      return true;
    }

    disconnectedCallback() {
      this.#end.abort();
      // What is inside stays where there is no frame: the link, if the element is put elsewhere.
      if (this.#frame) this.replaceChildren();
      this.#frame = null;
      this.#heard = false;
    }

    /** One by one: a frame that is put in anew is loaded anew. Some themes put a box around each frame. */
    #removeLink() {
      for (const node of [...this.childNodes]) if (!node.contains(this.#frame)) node.remove();
    }

    attributeChangedCallback() {
      this.#tellTheme();
    }

    #makeFrame() {
      const language = this.#language();
      const frame = document.createElement("iframe");
      frame.src = this.#address(language);
      frame.title = titles[language];
      frame.loading = "lazy";
      frame.referrerPolicy = "no-referrer";
      frame.allow = "clipboard-write; web-share";
      // One by one, because the article's policy may forbid style attributes.
      for (const [name, value] of Object.entries(shape)) frame.style.setProperty(name, value, "important");
      setHeight(frame, FIRST);
      frame.style.colorScheme = this.#theme();
      return frame;
    }

    #language() {
      const tags = [this.getAttribute("lang"), document.documentElement.lang, "pl"];
      return tags.map((tag) => (tag ?? "").slice(0, 2).toLowerCase()).find((tag) => Object.hasOwn(pages, tag));
    }

    #address(language) {
      const address = new URL(pages[language], this.#folder);
      const query = address.searchParams;
      query.set("embed", "1");
      query.set("theme", this.#theme());
      if (sides.includes(this.getAttribute("side"))) query.set("side", this.getAttribute("side"));
      // An article opened from a disk has no origin to which a result could be sent.
      if (this.hasAttribute("events") && location.origin !== "null") query.set("host", location.origin);
      return address.href;
    }

    /** "light" or "dark": as the attribute says, else as it is behind this element. */
    #theme() {
      const wanted = this.getAttribute("theme");
      return wanted === "light" || wanted === "dark" ? wanted : themeBehind(this);
    }

    #tellTheme() {
      if (!this.#frame) return;
      const theme = this.#theme();
      if (theme === this.#told) return;
      this.#told = theme;
      // Else the browser would put a ground of its own behind the frame.
      this.#frame.style.colorScheme = theme;
      this.#say({ type: "theme", theme });
    }

    #say(message) {
      // To the folder's origin alone, whatever is in the frame by now.
      const { origin } = this.#folder;
      if (this.#heard) this.#frame.contentWindow.postMessage({ source: "duet-host", version: 1, ...message }, origin);
    }

    #hear({ source, origin, data }) {
      if (source !== this.#frame?.contentWindow || origin !== this.#folder.origin) return;
      if (data?.source !== "duet" || data.version !== 1) return;
      const { type } = data;
      this.#heard = true;
      if (type === "height") this.#fit(data.height);
      if (type === "ready") {
        this.#told = null;
        this.#tellTheme();
        this.#emit("ready", null);
      }
      if (type === "view" && views.includes(data.view)) this.#arrive(data.view);
      if (type === "result" && isResult(data)) {
        const { score, level, side } = data;
        this.#emit("result", { score, level, side });
      }
    }

    /** Gives the frame the height that the check has said last, or as much of it as there is room for: then the check scrolls. */
    #fit(height = this.#wanted) {
      if (!this.#frame || !Number.isFinite(height)) return;
      this.#wanted = Math.min(Math.max(Math.ceil(height), LEAST), MOST);
      const before = this.#frame.offsetHeight;
      setHeight(this.#frame, this.#wanted);
      const room = Math.floor(roomFor(this.#frame));
      if (room < this.#wanted) setHeight(this.#frame, Math.max(room, LEAST));
      const { offsetHeight } = this.#frame;
      if (arguments.length || offsetHeight !== before) this.#say({ type: "height", height: offsetHeight });
    }

    #arrive(view) {
      // Who has answered below a long statement would else be left in the middle of the next one. An article whose head stays
      // in sight keeps it from lying over the check by `scroll-margin-top`.
      const margin = parseFloat(getComputedStyle(this).scrollMarginTop) || 0;
      if (this.getBoundingClientRect().top < margin) this.scrollIntoView({ block: "start" });
      this.#emit("view", { view });
    }

    #emit(name, detail) {
      this.dispatchEvent(new CustomEvent(`duet:${name}`, { detail, bubbles: true }));
    }
  }

  function isResult({ score, level, side }) {
    return levels.includes(level) && resultSides.includes(side) && Number.isInteger(score) && score >= 20 && score <= 100;
  }

  function setHeight(frame, height) {
    frame.style.setProperty("height", `${height}px`, "important");
  }

  /**
   * How high a frame can be before something around it cuts it off: a box with a fixed height that hides the rest, one without a
   * height of its own, whose padding makes the room for a film, or the height that the article gives to the element itself.
   */
  function roomFor(frame) {
    // A box that hides the rest may have been scrolled all the same, to what has the focus; nobody could scroll it back.
    for (let at = frame.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowY === "hidden") at.scrollTop = 0;
    }
    const { top, bottom } = frame.getBoundingClientRect();
    let end = Infinity;
    for (let at = frame.parentElement; at && at !== document.documentElement; at = at.parentElement) {
      const { overflowY, paddingTop, paddingBottom } = getComputedStyle(at);
      // What scrolls can be reached, however long it is.
      if (overflowY === "auto" || overflowY === "scroll") break;
      const padding = parseFloat(paddingTop) + parseFloat(paddingBottom);
      const film = padding > 0 && at.clientHeight <= padding + 1;
      const cuts = overflowY === "hidden" || overflowY === "clip" || film || at instanceof DuetCheck;
      const itsEnd = at.getBoundingClientRect().top + at.clientTop + at.clientHeight;
      if (cuts && itsEnd < bottom - 1) end = Math.min(end, itsEnd);
    }
    return end - top;
  }

  const lost =
    "duet-check: it is not known where Duet is, because embed.js was not loaded as a file of its own. " +
    'Say it on the element: <duet-check src="https://your-domain.example/duet/">.';

  /** An address, if it is one of a file with the name of this script. */
  function addressOf(text) {
    if (!/\/embed(\.min)?\.js([?#:]|$)/.test(text ?? "")) return undefined;
    try {
      return new URL(text.replace(/(\.js):.*$/, "$1"), document.baseURI);
    } catch {
      return undefined;
    }
  }

  /** The folder of Duet for an element: as it says itself, else where this script comes from, else where the link inside leads. */
  function folderFor(element) {
    const said = element.getAttribute("src") ?? element.dataset.src;
    if (said) return folderOf(said);
    if (running) return folderOf(running);
    // The rest of the article may say it.
    if (document.readyState === "loading") return undefined;
    const linked = folderOf(element.querySelector("a[href]")?.href);
    if (linked) return linked;
    // Who fetches a script and evaluates it, and who gives it another type until the reader has agreed, leaves its address somewhere in
    // the page. Others have scripts of this name too: more than one folder is none.
    const written = [...document.querySelectorAll("script")].flatMap((script) => [...script.attributes].map(({ value }) => value));
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const folders = [...written, ...loaded].map(addressOf).filter(Boolean).map((address) => folderOf(address).href);
    return new Set(folders).size === 1 ? new URL(folders[0]) : undefined;
  }

  /** The folder of Duet by the address of the folder, of a page or of the script in it. */
  function folderOf(text) {
    if (!text) return undefined;
    try {
      const address = new URL(text, document.baseURI);
      if (!/^https?:$/.test(address.protocol)) return undefined;
      const { origin, pathname } = address;
      const folder = pathname.replace(/[^/]+\.(html|js)$/, "").replace(/\/?$/, "/");
      return new URL(folder.replace(/\/en\/$/, "/"), origin);
    } catch {
      return undefined;
    }
  }

  /** Whether it is light or dark behind an element: by the first ground that is painted there, else by what the browser paints. */
  function themeBehind(element) {
    for (let at = element; at; at = at.parentElement) {
      const brightness = painted(getComputedStyle(at));
      if (brightness !== undefined) return brightness < 0.5 ? "dark" : "light";
    }
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    const dark = scheme.includes("dark") && (!scheme.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches);
    return dark ? "dark" : "light";
  }

  /** How bright a ground is, from 0 to 1: that of its gradients, else of its colour. None where nothing is painted. */
  function painted({ backgroundImage, backgroundColor }) {
    const gradients = (backgroundImage.match(/\b[a-z]+\([^()]*\)/g) ?? []).map(read).filter(({ alpha }) => alpha > 0.5);
    if (gradients.length) return gradients.reduce((sum, { brightness }) => sum + brightness, 0) / gradients.length;
    const { brightness, alpha } = read(backgroundColor);
    return alpha > 0.5 ? brightness : undefined;
  }

  /** Runs something before the next picture, however often it is asked for until then. */
  function oncePerFrame(run) {
    let asked = false;
    return () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        run();
      });
    };
  }

  /**
   * How bright a colour is to the eye, roughly, and its alpha, of any of the ways in which a browser gives one. Read as text: what a
   * canvas says of it is not true where an extension guards the reader's privacy.
   */
  function read(colour) {
    const none = { brightness: 1, alpha: 0 };
    const [, name, list] = /^([a-z]+)\((.*)\)$/.exec(colour.trim()) ?? [];
    if (!name) return none;
    const [before, after] = list.split("/");
    const parts = before.split(/[\s,]+/).filter(Boolean);
    const space = name === "color" ? parts.shift() : name;
    const scale = { rgb: 255, rgba: 255, lab: 100, lch: 100 }[name] ?? 1;
    const number = (text, whole) => (text.endsWith("%") ? parseFloat(text) / 100 : parseFloat(text) / whole) || 0;
    const alpha = number(after?.trim() ?? parts[3] ?? "1", 1);
    if (parts.length < 3) return none;
    const [first, second, third] = parts.map((part) => number(part, scale));
    // From light, as it adds up, to what the eye makes of it.
    const seen = (light) => Math.max(light, 0) ** (1 / 2.2);
    // Green counts most.
    const mixed = 0.3 * first + 0.59 * second + 0.11 * third;
    if (/^(lab|lch)$/.test(space)) return { brightness: seen(((first * 100 + 16) / 116) ** 3), alpha };
    if (/^ok(lab|lch)$/.test(space)) return { brightness: seen(first ** 3), alpha };
    if (space.startsWith("xyz")) return { brightness: seen(second), alpha };
    if (space === "srgb-linear") return { brightness: seen(mixed), alpha };
    if (/^(rgba?|srgb|display-p3|a98-rgb|prophoto-rgb|rec2020)$/.test(space)) return { brightness: mixed, alpha };
    return none;
  }

  // An article may have the script twice.
  if (!customElements.get("duet-check")) customElements.define("duet-check", DuetCheck);
})();
