// Embeds Duet into an article: <script src="…/embed.js" defer></script> and, at its place,
//
//   <duet-check lang="pl" theme="auto" side="sales" events></duet-check>
//
// or, where an editor removes elements that it does not know, <div class="duet-check" data-lang="pl" …></div>. All attributes are
// optional. The content of the element, such as a link to Duet, is shown if scripts do not run, and if the check does not come. See
// docs/embedding.md.
// The script reads from the article only the colours behind the element, the room for it, and the address of this script. It sends
// nothing.

(() => {
  /** The address of this script; undefined if it was evaluated, bundled or inlined. */
  const running = addressOf(document.currentScript?.src) ?? addressOf(/https?:\/\/[^\s()@]+/.exec(new Error().stack)?.[0]);
  const pages = { pl: "./", en: "./en/" };
  const titles = {
    pl: "Duet – jak zgrane są u Was sprzedaż i marketing?",
    en: "Duet – how well do your Sales and Marketing play together?",
  };
  const views = ["start", "question", "review", "result", "team", "room", "history", "wording", "about"];
  const levels = ["undefined", "defined", "aligned", "integrated"];
  const sides = ["sales", "marketing", "other"];
  /** The sides of a result, which may be unstated. */
  const resultSides = [...sides, "none"];

  /** The height before the first message of the check, and the bounds of accepted heights, in CSS pixels. */
  const [FIRST, LEAST, MOST] = [640, 160, 30000];

  /** How long after its loading a frame may be silent, in milliseconds. Duet posts its height before that. */
  const PATIENCE = 3000;

  /**
   * Styles that keep the whole frame reachable. Themes style frames for videos: 16:9, a maximum height, an absolute position. These are set as
   * important inline styles, which override them.
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
    /** The content of the element, for a frame that stays silent. */
    #link = [];
    /** The last height that the check has posted. */
    #wanted = FIRST;
    #end = null;
    /** Whether the check has posted a message; earlier messages to it would be lost. */
    #heard = false;
    /** The last theme that was posted to the check. */
    #told = null;

    connectedCallback() {
      const end = (this.#end = new AbortController());
      const { signal } = end;
      this.style.display = "block";
      if (!this.#begin(signal)) {
        // A script without `defer` runs before the content of the element is parsed, which may have the address of Duet.
        if (document.readyState !== "loading") return console.warn(lost);
        const again = () => this.#begin(signal) || console.warn(lost);
        document.addEventListener("DOMContentLoaded", again, { signal });
      }
    }

    /** Inserts the frame. If the address of Duet is not known, returns false and keeps the content of the element. */
    #begin(signal) {
      this.#folder = folderFor(this);
      if (!this.#folder) return false;
      this.#frame = this.#makeFrame();
      this.append(this.#frame);
      this.#removeLink();
      this.#frame.addEventListener("load", () => setTimeout(() => this.#showLink(), PATIENCE), { signal });
      this.#fit();
      addEventListener("message", (event) => this.#hear(event), { signal });
      document.addEventListener("DOMContentLoaded", () => this.#removeLink(), { signal });
      // The article may change its colours by an attribute or a class, often with a transition, or with the system; and it may open or close a
      // box around the check.
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
      // Without a frame, the content of the element stays, in case the element is inserted again.
      if (this.#frame) this.replaceChildren();
      this.#frame = null;
      this.#heard = false;
    }

    /** Shows the link if nothing was heard: the host may forbid the frame, or be out of reach. */
    #showLink() {
      if (!this.#frame || this.#heard) return;
      const link = this.#link.some((node) => node instanceof Element) ? this.#link : [linkTo(this.#folder, this.#language())];
      this.prepend(...link);
      this.#fit(LEAST);
      console.warn(`duet-check: nothing is heard from ${this.#frame.src}. Does its host allow this page (frame-ancestors)?`);
    }

    /** Removes the content beside the frame, node by node: a frame that is inserted again is reloaded. Some themes wrap each frame in a box. */
    #removeLink() {
      const nodes = [...this.childNodes].filter((node) => !node.contains(this.#frame));
      if (nodes.length) this.#link = nodes;
      for (const node of nodes) node.remove();
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
      // By property, because the article's policy may forbid style attributes.
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
      // An article opened from a disk has no origin to post a result to.
      if (this.hasAttribute("events") && location.origin !== "null") query.set("host", location.origin);
      return address.href;
    }

    /** "light" or "dark": the attribute, otherwise by the background of the element. */
    #theme() {
      const wanted = this.getAttribute("theme");
      return wanted === "light" || wanted === "dark" ? wanted : themeBehind(this);
    }

    #tellTheme() {
      if (!this.#frame) return;
      const theme = this.#theme();
      if (theme === this.#told) return;
      this.#told = theme;
      // If the schemes differ, browsers paint an opaque background behind the frame.
      this.#frame.style.colorScheme = theme;
      this.#say({ type: "theme", theme });
    }

    #say(message) {
      // Only to the origin of Duet, in case the frame was navigated.
      const { origin } = this.#folder;
      if (this.#heard) this.#frame.contentWindow.postMessage({ source: "duet-host", version: 1, ...message }, origin);
    }

    #hear({ source, origin, data }) {
      if (source !== this.#frame?.contentWindow || origin !== this.#folder.origin) return;
      if (data?.source !== "duet" || data.version !== 1) return;
      const { type } = data;
      if (!this.#heard) this.#removeLink();
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

    /** Gives the frame the posted height, or as much as there is room for; then the check scrolls. */
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
      // Scroll to the top of the check if it is above the window. An article with a sticky header sets `scroll-margin-top`.
      const margin = parseFloat(getComputedStyle(this).scrollMarginTop) || 0;
      if (this.getBoundingClientRect().top < margin) this.scrollIntoView({ block: "start" });
      this.#emit("view", { view });
    }

    #emit(name, detail) {
      this.dispatchEvent(new CustomEvent(`duet:${name}`, { detail, bubbles: true }));
    }
  }

  function linkTo(folder, language) {
    const href = new URL(pages[language], folder).href;
    return Object.assign(document.createElement("a"), { href, textContent: titles[language] });
  }

  function isResult({ score, level, side }) {
    return levels.includes(level) && resultSides.includes(side) && Number.isInteger(score) && score >= 20 && score <= 100;
  }

  function setHeight(frame, height) {
    frame.style.setProperty("height", `${height}px`, "important");
  }

  /**
   * The height up to which nothing clips the frame: a box with a fixed height and hidden overflow, a box whose padding makes room for a video,
   * or a height that the article gives to the element.
   */
  function roomFor(frame) {
    // The browser may have scrolled a box with hidden overflow to the focus; the reader could not scroll it back.
    for (let at = frame.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowY === "hidden") at.scrollTop = 0;
    }
    const { top, bottom } = frame.getBoundingClientRect();
    let end = Infinity;
    for (let at = frame.parentElement; at && at !== document.documentElement; at = at.parentElement) {
      const { overflowY, paddingTop, paddingBottom } = getComputedStyle(at);
      // Content of a scrollable box can be reached.
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

  /** The text as an address, if its file has the name of this script. */
  function addressOf(text) {
    if (!/\/embed(\.min)?\.js([?#:]|$)/.test(text ?? "")) return undefined;
    try {
      return new URL(text.replace(/(\.js):.*$/, "$1"), document.baseURI);
    } catch {
      return undefined;
    }
  }

  /** The folder of Duet: by the attribute, otherwise the address of this script, otherwise the link inside the element. */
  function folderFor(element) {
    const said = element.getAttribute("src") ?? element.dataset.src;
    if (said) return folderOf(said);
    if (running) return folderOf(running);
    // The link inside may not be parsed yet.
    if (document.readyState === "loading") return undefined;
    const linked = folderOf(element.querySelector("a[href]")?.href);
    if (linked) return linked;
    // Consent managers and optimisers leave the address of the script in some attribute or in the list of loaded files. Other products have
    // scripts of this name too, so it counts only if there is exactly one folder.
    const written = [...document.querySelectorAll("script")].flatMap((script) => [...script.attributes].map(({ value }) => value));
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const folders = [...written, ...loaded].map(addressOf).filter(Boolean).map((address) => folderOf(address).href);
    return new Set(folders).size === 1 ? new URL(folders[0]) : undefined;
  }

  /** The folder of Duet for the address of the folder, of a page, or of the script in it. */
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

  /** "light" or "dark": by the first painted background around an element, otherwise by the colour scheme of the page. */
  function themeBehind(element) {
    for (let at = element; at; at = at.parentElement) {
      const brightness = painted(getComputedStyle(at));
      if (brightness !== undefined) return brightness < 0.5 ? "dark" : "light";
    }
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    const dark = scheme.includes("dark") && (!scheme.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches);
    return dark ? "dark" : "light";
  }

  /** The brightness of a background from 0 to 1: that of its gradients, otherwise of its colour. Undefined if it is transparent. */
  function painted({ backgroundImage, backgroundColor }) {
    const gradients = (backgroundImage.match(/\b[a-z]+\([^()]*\)/g) ?? []).map(read).filter(({ alpha }) => alpha > 0.5);
    if (gradients.length) return gradients.reduce((sum, { brightness }) => sum + brightness, 0) / gradients.length;
    const { brightness, alpha } = read(backgroundColor);
    return alpha > 0.5 ? brightness : undefined;
  }

  /** Wraps a function so that it runs at most once per animation frame. */
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
   * The approximate perceived brightness and the alpha of a computed colour, in any notation of browsers. Parsed as text, because privacy
   * extensions falsify what a canvas returns.
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
    // From linear light to perceived brightness.
    const seen = (light) => Math.max(light, 0) ** (1 / 2.2);
    // The weights of perceived brightness.
    const mixed = 0.3 * first + 0.59 * second + 0.11 * third;
    if (/^(lab|lch)$/.test(space)) return { brightness: seen(((first * 100 + 16) / 116) ** 3), alpha };
    if (/^ok(lab|lch)$/.test(space)) return { brightness: seen(first ** 3), alpha };
    if (space.startsWith("xyz")) return { brightness: seen(second), alpha };
    if (space === "srgb-linear") return { brightness: seen(mixed), alpha };
    if (/^(rgba?|srgb|display-p3|a98-rgb|prophoto-rgb|rec2020)$/.test(space)) return { brightness: mixed, alpha };
    return none;
  }

  /**
   * Replaces each `<div class="duet-check">` by the element, with its settings and its content. Only these settings: systems let people
   * write `data-` attributes who may not write scripts (`data-onclick`) or frames of other sites (`data-src`).
   */
  function replaceBoxes() {
    for (const box of document.querySelectorAll("div.duet-check")) {
      const check = document.createElement("duet-check");
      for (const name of ["lang", "theme", "side", "events"]) {
        if (name in box.dataset) check.setAttribute(name, box.dataset[name]);
      }
      check.append(...box.childNodes);
      box.replaceWith(check);
    }
  }

  // An article may include the script twice.
  if (!customElements.get("duet-check")) {
    customElements.define("duet-check", DuetCheck);
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", replaceBoxes);
    else replaceBoxes();
  }
})();
