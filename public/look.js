// The look of the page before and without the program: theme, compact form, height in a frame, and the printable form. It runs before the
// first paint.

(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const framed = window.parent !== window;

  /** For each theme: the `color-scheme` of the page, and the `media` of the dark style sheet. */
  const themes = {
    light: ["light", "not all"],
    dark: ["dark", "screen"],
    auto: ["light dark", "screen and (prefers-color-scheme: dark)"],
  };

  function show(theme) {
    const [scheme, media] = themes[theme];
    document.querySelector("meta[name=color-scheme]").content = scheme;
    document.getElementById("dark").media = media;
  }

  /** The theme in the stored settings. */
  function storedTheme() {
    try {
      return JSON.parse(localStorage.getItem("duet.settings"))?.theme;
    } catch {
      return undefined;
    }
  }

  const isTheme = (name) => Object.hasOwn(themes, name ?? "");
  const wanted = [query.get("theme"), storedTheme()].find(isTheme);
  if (wanted) show(wanted);
  addEventListener("duet:theme", ({ detail }) => show(detail));
  if (query.get("embed") === "1") root.dataset.embed = "";

  // The printable form at #paper. `:target` is not enough, because Firefox drops it in print.
  const paper = () => root.toggleAttribute("data-paper", location.hash === "#paper");
  addEventListener("hashchange", paper);
  paper();
  // Some in-app browsers cannot print.
  if (typeof print === "function") root.dataset.prints = "";
  addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-action=print-form]")) print();
  });

  // In a frame with an opaque origin, some hosts do not serve script modules, so boot.js does not run.
  addEventListener("error", ({ target }) => {
    if (!target.matches?.("script[data-wasm]")) return;
    root.dataset.boot = "failed";
    document.getElementById("failure").hidden = false;
    document.getElementById("app").hidden = true;
    document.getElementById("paper").removeAttribute("role");
    // Past the HTTP cache, which may hold a login page in its place.
    document.querySelector("#failure [data-action=reload]").addEventListener("click", (event) => {
      event.preventDefault();
      fetch(target.src, { cache: "reload" }).catch(() => {}).finally(() => location.reload());
    });
  }, true);

  if (!framed) return;
  root.dataset.framed = "";

  // WordPress gives a frame that it has made by oEmbed a secret, and takes heights with it, from 200 to 1000 pixels.
  const secret = /^#\?secret=(\w+)$/.exec(location.hash)?.[1];
  if (secret) history.replaceState(null, "", location.pathname + location.search);

  let height = 0;

  function post() {
    parent.postMessage({ source: "duet", version: 1, type: "height", height }, "*");
    if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
  }

  function measure() {
    // Of the root element: that of the document is never lower than the frame.
    const now = Math.ceil(root.getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    post();
  }

  new ResizeObserver(measure).observe(root);
  // A frame that is hidden until its height is known gets no call of the observer.
  document.addEventListener("DOMContentLoaded", measure);

  // Messages of a host page of any origin: they allow nothing that it could not do to its frame anyway.
  addEventListener("message", ({ source, data }) => {
    // The script of WordPress may have been loaded after the first height was posted.
    if (source === parent && secret && data?.message === "ready" && data.secret === secret) post();
    if (source !== parent || data?.source !== "duet-host" || data.version !== 1) return;
    if (data.type === "theme" && isTheme(data.theme)) show(data.theme);
    // The height of the frame. If it is enough, the page hides its scrollbar.
    if (data.type === "height") root.dataset.framed = data.height >= height ? "whole" : "";
  });
})();
