// Puts Duet into an article: <script src="…/embed.js" defer></script> and, where it is to stand,
//
//   <duet-check lang="pl" theme="auto" side="sales" events></duet-check>
//
// All attributes may be left out. What is inside the element is shown where scripts do not run: a link to Duet, for instance.
// docs/embedding.md has the rest. Nothing of the article is read but the colour behind the element, and nothing leaves the page.

(() => {
  const folder = new URL(".", document.currentScript.src);
  const pages = { pl: "./", en: "./en/" };
  const titles = {
    pl: "Duet – jak zgrane są u Was sprzedaż i marketing?",
    en: "Duet – how well do your Sales and Marketing play together?",
  };
  const views = ["start", "question", "review", "result", "team", "history", "about"];
  const levels = ["undefined", "defined", "aligned", "integrated"];
  const sides = ["sales", "marketing", "other"];

  /** The height until the check has said its own, and the bounds of what is believed, in CSS pixels. */
  const [FIRST, LEAST, MOST] = [640, 160, 30000];

  class DuetCheck extends HTMLElement {
    static observedAttributes = ["theme"];
    #frame = null;
    #end = null;
    /** Whether the check is in the frame already: before, nobody would hear what is said to it. */
    #heard = false;
    /** The theme that it was told last. */
    #told = null;

    connectedCallback() {
      const end = (this.#end = new AbortController());
      const { signal } = end;
      this.#frame = this.#makeFrame();
      this.style.display = "block";
      this.replaceChildren(this.#frame);
      addEventListener("message", (event) => this.#hear(event), { signal });
      // A script that is not deferred comes before what stands inside the element.
      document.addEventListener("DOMContentLoaded", () => this.#removeLink(), { signal });
      // An article changes its colours by an attribute or a class, often with a transition, or because the system does.
      const repaint = oncePerFrame(() => this.#tellTheme());
      const changes = new MutationObserver(repaint);
      for (let at = this.parentElement; at; at = at.parentElement) changes.observe(at, { attributes: true });
      signal.addEventListener("abort", () => changes.disconnect());
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint, { signal });
      document.addEventListener("transitionend", repaint, { signal });
    }

    disconnectedCallback() {
      this.#end.abort();
      this.replaceChildren();
      this.#frame = null;
      this.#heard = false;
    }

    /** One by one: a frame that is put in anew is loaded anew. */
    #removeLink() {
      for (const node of [...this.childNodes]) if (node !== this.#frame) node.remove();
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
      Object.assign(frame.style, { display: "block", width: "100%", height: `${FIRST}px`, border: "0" });
      frame.style.colorScheme = this.#theme();
      return frame;
    }

    #language() {
      const tags = [this.getAttribute("lang"), document.documentElement.lang, "pl"];
      return tags.map((tag) => (tag ?? "").slice(0, 2).toLowerCase()).find((tag) => Object.hasOwn(pages, tag));
    }

    #address(language) {
      const address = new URL(pages[language], folder);
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
      if (this.#heard) this.#frame.contentWindow.postMessage({ source: "duet-host", version: 1, ...message }, folder.origin);
    }

    #hear({ source, origin, data }) {
      if (source !== this.#frame?.contentWindow || origin !== folder.origin) return;
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

    #fit(height) {
      if (!Number.isFinite(height)) return;
      const bounded = Math.min(Math.max(Math.ceil(height), LEAST), MOST);
      this.#frame.style.height = `${bounded}px`;
      // As high as it has become: the article's own style may have a word in it.
      this.#say({ type: "height", height: this.#frame.offsetHeight });
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
    return levels.includes(level) && sides.includes(side) && Number.isInteger(score) && score >= 20 && score <= 100;
  }

  const known = new Map();
  let context;

  /** Whether it is light or dark behind an element: by the first ground that is painted there, else by what the browser paints. */
  function themeBehind(element) {
    for (let at = element; at; at = at.parentElement) {
      const [red, green, blue, alpha = 1] = channels(getComputedStyle(at).backgroundColor);
      // As bright as the eye sees it, roughly: green counts most.
      if (alpha > 0.5) return 0.3 * red + 0.59 * green + 0.11 * blue < 128 ? "dark" : "light";
    }
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    const dark = scheme.includes("dark") && (!scheme.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches);
    return dark ? "dark" : "light";
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

  /** Red, green, blue (0–255) and alpha of any colour: a canvas knows all the ways to write one. */
  function channels(colour) {
    if (!known.has(colour)) {
      context ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
      known.set(colour, [red, green, blue, alpha / 255]);
    }
    return known.get(colour);
  }

  // An article may have the script twice.
  if (!customElements.get("duet-check")) customElements.define("duet-check", DuetCheck);
})();
